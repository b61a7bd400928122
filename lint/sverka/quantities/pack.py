"""``quantities.toml`` of a language: read, validated, frozen.

Words stand in texts, with white space between them. ``_`` joins the words of a phrase, a ``*`` at
the end of a word stands for one of the pack's ``endings`` or for nothing, a ``~`` for one of its
``adjective_endings``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from sverka.packs import BadPack, read_toml

VALUES = (
    "cardinals", "scales", "many", "fractions", "plus", "ordinals", "compounds",
    "times", "multiplied", "money_scales", "periods", "every", "months", "dayparts", "daytimes",
    "decades",
)  # fmt: skip
"""Tables that lead from a number to the words for it."""

BOUNDS = ("at least", "at most", "more", "less")
"""What closes a value that is open on one side."""

FLAGS = (
    "approximate", "per", "article", "and", "or", "opens", "between", "joins", "turns", "minus",
    "of", "by", "label", "name", "factor", "age_before", "age_after", "age_since", "age_always",
    "age_late", "person", "past", "to_hour", "without", "weak", "year", "century", "decade",
    "decade_before", "age_decade", "clock", "clock_at", "clock_from", "at", "since",
    "bare_after", "bare_before",
    "inside", "point", "entire", "scant", "date_of", "uncounted", "idiom",
    "never_alone", "through", "about_after", "frost", "negation", "negated",
    "age_bound", "second_one",
)  # fmt: skip
"""What a word may be; docs in the packs themselves."""

_UNIT_WORDS = (
    "words",
    "adjectives",
    "symbols",
    "primes",
    "shy",
    "part",
    "prefix",
    "scaled",
    "one",
    "half",
    "alone",
    "single",
)
_SETTINGS = (
    "endings", "adjective_endings", "singular_endings", "verb_endings", "plural_endings",
    "no_plural_endings", "decimal", "day_first",
    "inverts", "twelve_hours", "capital_months", "marks", "compound_rest", "names", "vague",
    "units", "words", "bounds",
)  # fmt: skip

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: a value times ``factor`` plus ``offset`` is counted in ``unit``, the base one.

    ``other`` is a second factor that is as good: a month has 30 days, or a twelfth of a year.
    """

    kind: str
    unit: str
    factor: float
    offset: float = 0.0
    other: float = 0.0
    rest: float = 0.0
    """The factor of what a number without unit counts after it: the minutes of "2 hours ten"."""
    rival: Unit | None = None
    """Another unit that the word or sign may stand for."""


@dataclass(frozen=True, slots=True)
class Pack:
    """The file as it stands, patterns still unfolded."""

    endings: frozenset[str]
    adjective_endings: Words
    singular_endings: Words
    """Those of them that no adjective of more than one thing has."""
    verb_endings: Words
    """No noun after a vague number ends with them."""
    plural_endings: Words
    """What more than one of something ends with; nothing where that does not tell."""
    no_plural_endings: Words
    """What looks like that and is none."""
    decimal: str
    day_first: bool
    inverts: bool
    """Whether a number after its unit is a guess."""
    twelve_hours: bool
    capital_months: bool
    names: Words
    compound_rest: Words
    """What an adjective that begins with a numeral may end with."""
    marks: Mapping[str, Words]
    both_below: float
    values: Mapping[str, tuple[tuple[float, str], ...]]
    flags: Mapping[str, Words]
    bounds: tuple[tuple[str, str, str], ...]
    """Where it stands (``before``, ``after``), which one, the pattern."""
    vague: tuple[tuple[float, float, str], ...]
    units: tuple[tuple[Unit, Mapping[str, Words]], ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file, with its name for complaints."""

    path: Path
    name: str
    content: Mapping[str, object]

    def bad(self, key: str, what: str) -> BadPack:
        return BadPack(f"{self.path}: {self.name}{key} {what}")

    def known(self, *keys: str) -> None:
        for key in self.content:
            if key not in keys:
                raise self.bad(key, "is not known here")

    def text(self, key: str, default: str | None = None) -> str:
        value = self.content.get(key, default)
        if not isinstance(value, str):
            raise self.bad(key, "must be a text")
        return value

    def words(self, key: str) -> Words:
        return tuple(self.text(key, "").split())

    def flag(self, key: str) -> bool:
        value = self.content.get(key, False)
        if not isinstance(value, bool):
            raise self.bad(key, "must be true or false")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        value = self.content.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.bad(key, "must be a number")
        return float(value)

    def table(self, key: str) -> _Table:
        value = self.content.get(key, {})
        if not isinstance(value, dict):
            raise self.bad(key, "must be a table")
        return _Table(self.path, f"{self.name}{key}.", value)

    def rows(self, key: str) -> Iterator[_Table]:
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.bad(key, "must be a list of tables")
        for number, one in enumerate(value, start=1):
            yield _Table(self.path, f"{self.name}{key}[{number}].", one)

    def valued(self) -> tuple[tuple[float, str], ...]:
        found: list[tuple[float, str]] = []
        for key in self.content:
            try:
                number = float(key)
            except ValueError:
                raise self.bad(key, "must be a number") from None
            found += [(number, word) for word in self.words(key)]
        return tuple(found)


def read(path: Path) -> Pack:
    """Read the file; raises `BadPack` with the file and the key."""
    top = _Table(path, "", read_toml(path))
    top.known(*_SETTINGS, *VALUES)
    decimal = top.text("decimal")
    if decimal not in {".", ","}:
        raise top.bad("decimal", "must be a full stop or a comma")
    flags = top.table("words")
    flags.known(*FLAGS)
    marks = top.table("marks")
    marks.known("cardinal", "ordinal", "decade", "both_below")
    return Pack(
        endings=frozenset(top.words("endings")) | {""},
        adjective_endings=top.words("adjective_endings"),
        singular_endings=top.words("singular_endings"),
        verb_endings=top.words("verb_endings"),
        plural_endings=top.words("plural_endings"),
        no_plural_endings=top.words("no_plural_endings"),
        decimal=decimal,
        day_first=top.flag("day_first"),
        inverts=top.flag("inverts"),
        twelve_hours=top.flag("twelve_hours"),
        capital_months=top.flag("capital_months"),
        names=top.words("names"),
        compound_rest=top.words("compound_rest"),
        marks=MappingProxyType(
            {key: marks.words(key) for key in marks.content if key[:4] != "both"}
        ),
        both_below=marks.number("both_below", 0),
        values=MappingProxyType({name: top.table(name).valued() for name in VALUES}),
        flags=MappingProxyType({key: flags.words(key) for key in flags.content}),
        bounds=tuple(_bounds(top.table("bounds"))),
        vague=tuple(
            (row.number("low"), row.number("high"), word)
            for row in top.rows("vague")
            for word in row.words("words")
        ),
        units=tuple(_unit(row) for row in top.rows("units")),
    )


def _bounds(table: _Table) -> Iterator[tuple[str, str, str]]:
    table.known("before", "after")
    for place in ("before", "after"):
        inner = table.table(place)
        inner.known(*(bound.replace(" ", "_") for bound in BOUNDS))
        for key in inner.content:
            yield from ((place, key.replace("_", " "), word) for word in inner.words(key))


def _unit(row: _Table) -> tuple[Unit, Mapping[str, Words]]:
    row.known("kind", "unit", "factor", "offset", "other", "rest", *_UNIT_WORDS)
    unit = Unit(
        row.text("kind"),
        row.text("unit"),
        row.number("factor", 1),
        row.number("offset", 0),
        row.number("other", 0),
        row.number("rest", 0),
    )
    return unit, MappingProxyType({key: row.words(key) for key in _UNIT_WORDS})
