"""Fields of content, read from ``packs/domain/<field>``: what may be claimed in them, and how.

A folder holds ``domain.toml`` (the field, its aspects, what clashes, subjects, variants, terms)
and one ``<language>.toml`` for each language: how it says them. Nothing here needs Python: see
docs/packs.md for each key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sverka.packs import HOME, BadPack, read_toml

Pattern = str | tuple[Mapping[str, Any], ...]
"""A phrase, matched by dictionary forms, or a row of tokens as spaCy's Matcher has them."""

KINDS = frozenset({"amount", "label", "set"})
LEVELS = ("info", "warning", "error")
OUTCOMES = frozenset(
    {"denied", "few", "stated", "possible", "required", "recommended", "optional",
     "forbidden", "allowed", "all"}
)  # fmt: skip
_DOMAIN_KEYS = {"name", "least", "aspect", "clash", "group", "within", "generic"}
_ASPECT_KEYS = {
    "id", "name", "kind", "units", "labels", "outcomes", "asserted", "of", "ignores", "amounts",
    "apart", "rivals", "level", "rule", "absolute", "opposites", "cautious", "scale", "gap",
    "headed", "near", "bound", "mixed", "side", "ends", "named", "message", "bad", "good", "about",
    "why",
}  # fmt: skip
_CLASH_KEYS = {"this", "that", "level", "why", "message"}


@dataclass(frozen=True, slots=True, eq=False)
class Aspect:
    """Something that can be claimed.

    ``kind``: "amount" compares quantities of the kinds ``units``, "label" compares ``labels``,
    "set" says which terms belong to it. ``of`` is what it is said of: the "topic" of the page, the
    "thing" that the sentence names, "both", or such a thing and else the "site" as a whole;
    ``named``: the thing must be named at the mention, no heading is enough.
    ``ignores`` are groups of variants that make no difference. ``rule`` reports it.

    Labels: ``outcomes`` leads from what the words around a mention amount to (one of `OUTCOMES`)
    to a label; ``asserted``: a bare mention is no claim. ``opposites`` leads from a label that is
    denied to the one that is thereby said, ``absolute`` are those that allow no exception.
    ``rivals`` are pairs that contradict each other; of a ``scale`` those this far ``apart`` do.

    Amounts: ``amounts`` gives labels a range. ``near``: how many tokens a quantity may stand from
    the mention; ``headed``: a heading that names the aspect speaks for a quantity below it.
    ``bound``: "low" where only the least amount counts ("from 18"); what is forbidden below one
    has it as its least; "point" where an open range is its one end ("within 14 days"). ``side``:
    "before" or "after", where a time on the other side of the event is no value. ``ends``: ranges
    contradict each other where they begin or end at different
    points. ``gap``: by which factor they must miss each other. ``mixed``: counted nouns need not
    be the same. ``cautious`` tells whether the "high" or the "low" amount is the cautious one.
    """

    domain: str
    id: str
    names: Mapping[str, str]
    kind: str
    units: frozenset[str] = frozenset()
    labels: tuple[str, ...] = ()
    outcomes: Mapping[str, str] = field(default_factory=dict)
    asserted: bool = False
    of: str = "topic"
    ignores: frozenset[str] = frozenset()
    amounts: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)
    scale: bool = False
    apart: int = 2
    gap: float = 1.0
    rivals: tuple[tuple[str, str], ...] = ()
    level: str = "error"
    rule: str = ""
    absolute: frozenset[str] = frozenset()
    opposites: Mapping[str, str] = field(default_factory=dict)
    cautious: str = "high"
    headed: bool = True
    near: int = 14
    bound: str = ""
    mixed: bool = False
    side: str = ""
    ends: bool = False
    named: bool = False
    about: str = ""
    why: Mapping[str, str] = field(default_factory=dict)
    bad: tuple[Mapping[str, str], ...] = ()
    good: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """A label of one aspect that cannot stand beside one of another: ``this`` is the less
    cautious. Both are (aspect, label); the label ``*`` is any."""

    this: tuple[str, str]
    that: tuple[str, str]
    level: str = "warning"


@dataclass(frozen=True, slots=True)
class Group:
    """Variants of a subject that are told apart. ``unmarked``: what is said without naming one is
    "apart" from what names one, or holds for the "same". ``inherited``: a title or a heading
    further up names it for all below."""

    id: str
    values: tuple[str, ...]
    unmarked: str = "apart"
    inherited: bool = True


@dataclass(frozen=True, slots=True)
class Wordings:
    """How a language says what the domain knows: patterns of a mention of each aspect, of each
    (aspect, label), of what is none, of a mention that speaks of the end,
    of what makes the whole sentence none, of subjects, things,
    variants and terms; the vocabulary that tells that a page is of this field; plain words, which
    tell nothing."""

    about: Mapping[str, tuple[Pattern, ...]]
    values: Mapping[tuple[str, str], tuple[Pattern, ...]]
    never: Mapping[str, tuple[Pattern, ...]]
    last: Mapping[str, tuple[Pattern, ...]]
    unless: Mapping[str, tuple[Pattern, ...]]
    subjects: Mapping[str, tuple[Pattern, ...]]
    things: Mapping[str, tuple[Pattern, ...]]
    variants: Mapping[tuple[str, str], tuple[Pattern, ...]]
    terms: Mapping[str, tuple[Pattern, ...]]
    signature: frozenset[str]
    plain: frozenset[str]


@dataclass(frozen=True)
class Domain:
    """A field of content; compared by its folder. ``least`` words of its signature make a page
    one of it; 0 for all pages. ``within`` leads from a term to wider ones;
    ``generic`` things are none of their own: a room is this page's room."""

    home: Path
    id: str
    least: int
    aspects: Mapping[str, Aspect]
    clashes: tuple[Clash, ...]
    groups: Mapping[str, Group]
    within: Mapping[str, tuple[str, ...]]
    generic: frozenset[str]
    wordings: Mapping[str, Wordings]

    def __hash__(self) -> int:
        return hash(self.home)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Domain) and other.home == self.home


OWN = "sverka-packs"
"""The folder of a site in which its own packs lie, as those of the engine do."""


def of_site(root: Path) -> tuple[Domain, ...]:
    """The domains that there are, and those that the site below ``root`` adds; raises `BadPack`."""
    return (*load(), *load(root / OWN / "domain"))


@cache
def load(home: Path = HOME / "domain") -> tuple[Domain, ...]:
    """All domains below ``home``, by id; raises `BadPack`."""
    return tuple(_read(path.parent) for path in sorted(home.glob("*/domain.toml")))


def _read(folder: Path) -> Domain:
    path = folder / "domain.toml"
    table = read_toml(path)
    _keys(table, _DOMAIN_KEYS, str(path))
    aspects = {one.id: one for one in (_aspect(a, folder) for a in _tables(table, "aspect", path))}
    groups = {
        one.id: one
        for one in (
            Group(
                str(g["id"]),
                tuple(g.get("values", ())),
                str(g.get("unmarked", "apart")),
                g.get("inherited", True),
            )
            for g in _tables(table, "group", path)
        )
    }
    wordings = {
        one.stem: _wordings(one, aspects, groups)
        for one in sorted(folder.glob("*.toml"))
        if one != path
    }
    clashes = tuple(_clash(one, aspects, path) for one in _tables(table, "clash", path))
    within = {str(k): tuple(map(str, v)) for k, v in _table(table, "within", path).items()}
    generic = table.get("generic", [])
    least = table.get("least", 0)
    if not isinstance(generic, list) or not isinstance(least, int):
        raise BadPack(f"{path}: generic must be a list and least a number")
    return Domain(
        folder,
        folder.name,
        least,
        aspects,
        clashes,
        groups,
        within,
        frozenset(map(str, generic)),
        wordings,
    )


def _table(table: Mapping[str, object], key: str, path: Path) -> dict[str, Any]:
    row = table.get(key, {})
    if not isinstance(row, dict):
        raise BadPack(f"{path}: {key} must be a table")
    return row


def _tables(table: Mapping[str, object], key: str, path: Path) -> list[dict[str, Any]]:
    rows = table.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(one, dict) for one in rows):
        raise BadPack(f"{path}: expected tables [[{key}]]")
    return rows


def _keys(table: Mapping[str, object], known: set[str], where: str) -> None:
    if unknown := sorted(set(table) - known):
        raise BadPack(f"{where}: unknown key {unknown[0]}")


def _aspect(row: dict[str, Any], folder: Path) -> Aspect:
    where = f"{folder / 'domain.toml'}: aspect {row.get('id', 'without an id')}"
    _keys(row, _ASPECT_KEYS, where)
    for key in ("id", "name", "kind"):
        if key not in row:
            raise BadPack(f"{where}: {key} is missing")
    if row["kind"] not in KINDS:
        raise BadPack(f"{where}: kind must be one of {', '.join(sorted(KINDS))}")
    if wrong := sorted(set(row.get("outcomes", {})) - OUTCOMES):
        raise BadPack(f"{where}: outcomes: {wrong[0]} is none of {', '.join(sorted(OUTCOMES))}")
    if row.get("level", "error") not in LEVELS:
        raise BadPack(f"{where}: level must be one of {', '.join(LEVELS)}")
    labels = tuple(row.get("labels", ()))
    _known_labels(row, labels, where)
    amounts = {
        label: (_open(low), _open(high)) for label, (low, high) in row.get("amounts", {}).items()
    }
    return Aspect(
        domain=folder.name,
        id=row["id"],
        names=row["name"],
        kind=row["kind"],
        units=frozenset(row.get("units", ())),
        labels=labels,
        outcomes=row.get("outcomes", {}),
        asserted=row.get("asserted", False),
        of=row.get("of", "topic"),
        ignores=frozenset(row.get("ignores", ())),
        amounts=amounts,
        scale=row.get("scale", False),
        apart=row.get("apart", 2),
        gap=row.get("gap", 1.0),
        rivals=tuple((a, b) for a, b in row.get("rivals", ())),
        level=row.get("level", "error"),
        rule=row.get("rule", row["id"]),
        absolute=frozenset(row.get("absolute", ())),
        opposites=row.get("opposites", {}),
        cautious=row.get("cautious", "high"),
        headed=row.get("headed", True),
        near=row.get("near", 14),
        bound=row.get("bound", ""),
        mixed=row.get("mixed", False),
        side=row.get("side", ""),
        ends=row.get("ends", False),
        named=row.get("named", False),
        about=row.get("about", ""),
        why=row.get("why", {}),
        bad=tuple(row.get("bad", ())),
        good=tuple(row.get("good", ())),
    )


def _open(bound: float) -> float | None:
    """A bound as TOML has it, which knows no null: below 0 it is open."""
    return None if bound < 0 else float(bound)


def _known_labels(row: Mapping[str, Any], labels: Sequence[str], where: str) -> None:
    named = [
        *row.get("outcomes", {}).values(), *row.get("amounts", {}), *row.get("absolute", ()),
        *row.get("opposites", {}), *row.get("opposites", {}).values(),
        *(label for pair in row.get("rivals", ()) for label in pair),
    ]  # fmt: skip
    if row["kind"] != "set" and (unknown := [one for one in named if one not in labels]):
        raise BadPack(f"{where}: {unknown[0]} is not among its labels")


def _clash(row: dict[str, Any], aspects: Mapping[str, Aspect], path: Path) -> Clash:
    _keys(row, _CLASH_KEYS, f"{path}: clash")
    sides = []
    for side in ("this", "that"):
        aspect, _, label = str(row.get(side, "")).partition(":")
        if aspect not in aspects:
            raise BadPack(f"{path}: clash: {side}: there is no aspect {aspect!r}")
        known = aspects[aspect].labels
        if label not in ("*", *known) and aspects[aspect].kind != "set":
            raise BadPack(f"{path}: clash: {side}: {aspect} has no label {label!r}")
        sides.append((aspect, label))
    return Clash(sides[0], sides[1], str(row.get("level", "warning")))


def _wordings(path: Path, aspects: Mapping[str, Aspect], groups: Mapping[str, Group]) -> Wordings:
    table = read_toml(path)
    about, values, never, last, unless = {}, {}, {}, {}, {}
    said = _table(table, "aspects", path)
    for aspect, row in said.items():
        where = f"{path}: aspects.{aspect}"
        if aspect not in aspects:
            raise BadPack(f"{where}: domain.toml has no such aspect")
        _keys(row, {"about", "values", "never", "last", "unless"}, where)
        about[aspect] = patterns(row.get("about", ()), where)
        never[aspect] = patterns(row.get("never", ()), where)
        last[aspect] = patterns(row.get("last", ()), where)
        unless[aspect] = patterns(row.get("unless", ()), where)
        for label, rows in row.get("values", {}).items():
            if label not in aspects[aspect].labels:
                raise BadPack(f"{where}: values: {label!r} is not among its labels")
            values[aspect, label] = patterns(rows, f"{where}.values.{label}")
    variants = {}
    for group, rows in _table(table, "variants", path).items():
        if group not in groups:
            raise BadPack(f"{path}: variants.{group}: domain.toml has no such group")
        for value, row in rows.items():
            variants[group, value] = patterns(row, f"{path}: variants.{group}.{value}")
    return Wordings(
        about,
        values,
        never,
        last,
        unless,
        _named(table, "subjects", path),
        _named(table, "things", path),
        variants,
        _named(table, "terms", path),
        frozenset(str(table.get("signature", "")).split()),
        frozenset(str(table.get("plain", "")).split()),
    )


def _named(table: Mapping[str, object], key: str, path: Path) -> Mapping[str, tuple[Pattern, ...]]:
    rows = table.get(key, {})
    if not isinstance(rows, dict):
        raise BadPack(f"{path}: {key} must be a table")
    return {str(name): patterns(row, f"{path}: {key}.{name}") for name, row in rows.items()}


def patterns(rows: object, where: str) -> tuple[Pattern, ...]:
    """A list of a pack as phrases and rows of tokens; raises `BadPack`, naming ``where``."""
    if not isinstance(rows, list | tuple):
        raise BadPack(f"{where}: expected a list of phrases and patterns")
    found: list[Pattern] = []
    for row in rows:
        if isinstance(row, str) and row.strip():
            found.append(row.strip())
        elif isinstance(row, list) and row and all(isinstance(one, dict) for one in row):
            found.append(tuple(row))
        else:
            raise BadPack(f"{where}: {row!r} is neither a phrase nor a list of tokens")
    return tuple(found)
