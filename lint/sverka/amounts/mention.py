"""The values that a text states: its quantities, and the digits that are part of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sverka.quantities import Grammar, Quantity, find
from sverka.quantities.digits import NUMBER, readings
from sverka.quantities.pack import Pack

_NUMBER = re.compile(NUMBER)
_RUN = re.compile(r"\d+")
_MARKER = re.compile(r"[ \t]*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)](?=\s|$)|\[\d{1,3}\])")
"""The number of a heading, an item or a footnote."""
_FOOTNOTE = re.compile(r"\[\^?\d{1,3}\]")
_ENUMERATOR = re.compile(r"(?<![\w(.,])\d{1,2}\)(?=\s)")
"""Inside a sentence: "do 1) this and 2) that"."""
_NAME_BEFORE = re.compile(r"(?:[^\W\d_][\w.+#&-]*(?:[^\S\n]|(?<=[-_]))[\"'»”’]?|[№#@v]\s?)$")
_LONGEST_NAME = 40
_LONGEST_RUN = 15

UNITLESS = frozenset({"number", "count", "ordinal", "date"})
"""Kinds whose unit is a noun or nothing, so that a reader may take the one for the other."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A value at ``start`` to ``end`` of a segment's text, ``text`` there.

    ``quantity`` is None for the digits of a name ("Python 3", "#1944"); ``numbers`` are what the
    digits, or the words, may be read as; ``at`` tells where in the text it stands, 0 to 1.
    """

    start: int
    end: int
    text: str
    quantity: Quantity | None
    numbers: frozenset[float]
    at: float
    is_a_unit: bool = False
    """Whether it is one of another unit: 24 hours, 7 days, 12 months."""

    @property
    def is_weak(self) -> bool:
        """Whether other languages often say it without a number."""
        return self.quantity is None or self.is_vague

    @property
    def is_vague(self) -> bool:
        """Whether it is said in words that do not always tell a number."""
        one = self.quantity
        if one is None:
            return False
        return one.weak or one.vague or (one.ordinal and one.written == "words")

    @property
    def is_unitless(self) -> bool:
        """Whether no unit is said but what is counted."""
        return self.quantity is None or self.quantity.kind in UNITLESS

    @property
    def is_year(self) -> bool:
        """Whether it may be a year."""
        if self.quantity is not None and self.quantity.kind not in {"date", "number", "count"}:
            return False
        return any(1000 <= number < 2200 for number in self.numbers)

    @property
    def in_digits(self) -> bool:
        """Whether digits stand there."""
        return self.quantity is None or self.quantity.written != "words"


def numbers_in(text: str, decimal: str) -> set[float]:
    """All numbers that the digits of a text may be read as, and every run of digits."""
    found: set[float] = set()
    for match in _NUMBER.finditer(text):
        found.update(readings(match[0], decimal))
    found.update(float(run) for run in _RUN.findall(text) if len(run) <= _LONGEST_RUN)
    return found


def mentions(text: str, grammar: Grammar, *, begins: bool) -> tuple[Mention, ...]:
    """The values of a segment in order; ``begins`` when it is the first of its block, which may
    begin with the number of a heading or an item."""
    taken = _layout(text, begins=begins)
    found = [_of(one, text, grammar) for one in find(text, grammar) if not taken[one.start]]
    for one in found:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    names = (
        _named(text, match, grammar.pack.decimal)
        for match in _NUMBER.finditer(text)
        if not taken[match.start()]
    )
    return tuple(sorted((*found, *names), key=lambda one: one.at))


def _of(one: Quantity, text: str, grammar: Grammar) -> Mention:
    written = text[one.start : one.end]
    numbers = _numbers(one, written, grammar.pack.decimal)
    at = (one.start + one.end) / 2 / len(text)
    is_a_unit = _is_a_unit(one, grammar.pack)
    return Mention(one.start, one.end, written, one, numbers, at, is_a_unit)


def _named(text: str, match: re.Match[str], decimal: str) -> Mention:
    """The digits of a name, with the word they belong to."""
    start, end = match.span()
    at = (start + end) / 2 / len(text)
    before = _NAME_BEFORE.search(text, max(start - _LONGEST_NAME, 0), start)
    start = before.start() if before else start
    return Mention(start, end, text[start:end], None, frozenset(numbers_in(match[0], decimal)), at)


def _layout(text: str, *, begins: bool) -> bytearray:
    """For each code point 1 where the numbers of headings, items and footnotes stand."""
    spans = [match.span() for match in _FOOTNOTE.finditer(text)]
    spans += [match.span() for match in _ENUMERATOR.finditer(text) if _is_free(text, match)]
    if begins and (marker := _MARKER.match(text)):
        spans.append(marker.span())
    taken = bytearray(len(text))
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    return taken


def _is_free(text: str, bracket: re.Match[str]) -> bool:
    """Whether no bracket was opened that this one may close."""
    since = max(bracket.start() - _LONGEST_NAME, 0)
    return text.rfind("(", since, bracket.start()) <= text.rfind(")", since, bracket.start())


def _is_a_unit(one: Quantity, pack: Pack) -> bool:
    """Whether a unit of time is that long."""
    if one.kind != "duration" or one.low != one.high:
        return False
    times = {low for low, high in one.readings if low == high}
    units = (unit for unit, _ in pack.units if unit.kind == "duration")
    return any(unit.factor in times or unit.other in times for unit in units)


def _numbers(one: Quantity, written: str, decimal: str) -> frozenset[float]:
    found = numbers_in(written, decimal)
    if one.kind in UNITLESS or not found:
        values = [value for reading in one.readings for value in reading]
        found.update(value for value in (*values, one.low, one.high) if value is not None)
    if one.kind == "time":  # "6 p.m." is 18 hours, too
        found.update(end // 3600 for end in (one.low, one.high) if end is not None)
    return frozenset(found)
