"""Fields of content, read from ``packs/domain/<field>``: what may be claimed in them, and how.

A folder holds ``domain.toml`` (the field, its aspects, what clashes, subjects, variants, terms)
and one ``<language>.toml`` for each language: how it says them. Nothing here needs Python: see
docs/packs.md for each key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from sverka.claims.aspects import (
    KINDS,
    LEVELS,
    OUTCOMES,
    Aspect,
    Clash,
    Domain,
    Group,
    Pattern,
    Wordings,
)
from sverka.packs import HOME, BadPack, read_toml

_DOMAIN_KEYS = {"name", "least", "aspect", "clash", "group", "within", "generic", "most"}
_ASPECT_KEYS = {
    "id", "name", "kind", "units", "labels", "outcomes", "asserted", "of", "ignores", "amounts",
    "apart", "rivals", "level", "rule", "absolute", "opposites", "cautious", "scale", "gap",
    "between",
    "headed", "near", "bound", "mixed", "side", "ends", "named", "reach", "message", "bad", "good",
    "about", "why",
}  # fmt: skip
_CLASH_KEYS = {"this", "that", "level", "why", "message"}

OWN = "sverka-packs"
"""The folder of a site in which its own packs lie, as those of the engine do."""


def of_site(root: Path) -> tuple[Domain, ...]:
    """The domains that there are, and those that the site below ``root`` adds; raises `BadPack`."""
    own = load(root / OWN / "domain")
    for domain in own:
        dict(domain.wordings)  # a slip in them is told before the run, with its file
    return (*load(), *own)


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
    clashes = tuple(_clash(one, aspects, path) for one in _tables(table, "clash", path))
    within = {str(k): tuple(map(str, v)) for k, v in _table(table, "within", path).items()}
    generic = table.get("generic", [])
    least = table.get("least", 0)
    most = str(table.get("most", LEVELS[-1]))
    if most not in LEVELS:
        raise BadPack(f"{path}: most must be one of {', '.join(LEVELS)}")
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
        most,
        _OnDemand(folder, aspects, groups),
    )


class _OnDemand(Mapping[str, Wordings]):
    """The wordings of a domain by language, each file read when it is first asked for: they are
    large, and a run without claims needs none."""

    def __init__(
        self, folder: Path, aspects: Mapping[str, Aspect], groups: Mapping[str, Group]
    ) -> None:
        self._files = {one.stem: one for one in sorted(folder.glob("*.toml"))}
        self._files.pop("domain", None)
        self._aspects, self._groups = aspects, groups
        self._read: dict[str, Wordings] = {}

    def __getitem__(self, language: str) -> Wordings:
        if language not in self._read:
            path = self._files[language]
            self._read[language] = _wordings(path, self._aspects, self._groups)
        return self._read[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


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
        between=_between(row, where),
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
        reach=row.get("reach", 8),
        about=row.get("about", ""),
        why=row.get("why", {}),
        bad=tuple(row.get("bad", ())),
        good=tuple(row.get("good", ())),
    )


def _between(row: Mapping[str, Any], where: str) -> tuple[float, float] | None:
    given = row.get("between")
    if given is None:
        return None
    if not isinstance(given, list) or len(given) != 2:
        raise BadPack(f"{where}: between must be two numbers, the least and the most")
    return float(given[0]), float(given[1])


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
