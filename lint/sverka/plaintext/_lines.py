"""The lines of a plain text: where each stands, how deep, and the list marker it begins with."""

from __future__ import annotations

import re
from typing import NamedTuple

from sverka.span import Span

BULLET, DASH, STAR, DIGIT_DOT, DIGIT_BRACKET, LETTER = (
    "bullet",
    "dash",
    "star",
    "digit-dot",
    "digit-bracket",
    "letter",
)
"""The families of markers; items of one list share one."""

LOOSE = frozenset({DASH, STAR})
"""Families that also begin speech, footnotes, or a line that happens to be broken there."""

ORDERED = frozenset({DIGIT_DOT, DIGIT_BRACKET, LETTER})

SPEECH = "\N{EN DASH}\N{EM DASH}"
"""The signs that begin a line of dialogue."""

_HYPHENS = "-\N{MINUS SIGN}"
_BULLETS = (
    "\N{BULLET}\N{WHITE BULLET}\N{TRIANGULAR BULLET}\N{HYPHEN BULLET}\N{BULLET OPERATOR}"
    "\N{BLACK SMALL SQUARE}\N{WHITE SMALL SQUARE}\N{BLACK CIRCLE}\N{WHITE CIRCLE}"
    "\N{BLACK SQUARE}\N{WHITE SQUARE}\N{MIDDLE DOT}"
)
_MARKER = re.compile(
    rf"(?P<{BULLET}>[{_BULLETS}])\s*"
    rf"|(?P<{DASH}>[{_HYPHENS}{SPEECH}])\s+"
    rf"|(?P<{STAR}>\*)\s+"
    r"|(?P<digit>\d{1,3})(?P<after>[.)])(?P<space>\s*)"
    rf"|(?P<{LETTER}>[^\W\d_])\)\s*"
)
_RULE = re.compile(rf"(?:[-{SPEECH}_*=~#]\s*+){{3,}}$")
_TAB_WIDTH = 4


class Marker(NamedTuple):
    """What a list item begins with. ``number`` is 0 where it has none; ``text`` is the offset
    of the words after it."""

    family: str
    sign: str
    number: int
    text: int


class Line(NamedTuple):
    """A line without the white space around its words. ``indent`` counts columns, a tab goes
    to the next fourth one. ``rule``: only signs that draw a line."""

    start: int
    end: int
    indent: int
    marker: Marker | None
    rule: bool

    @property
    def blank(self) -> bool:
        return self.start == self.end

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def words(self) -> Span:
        """The line without its marker."""
        return Span(self.marker.text if self.marker else self.start, self.end)


def read(text: str, start: int) -> list[Line]:
    """The lines of ``text`` from the offset ``start`` on."""
    lines = []
    at = start
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        lines.append(_line(text, at, end))
        at = end + 1
    return lines


def _line(text: str, at: int, end: int) -> Line:
    raw = text[at:end]
    bare = raw.lstrip()
    start = end - len(bare)
    stop = start + len(bare.rstrip())
    if start == stop:
        return Line(at, at, 0, None, rule=False)
    indent = len(text[at:start].expandtabs(_TAB_WIDTH))
    rule = _RULE.match(text, start, stop) is not None
    return Line(start, stop, indent, None if rule else _marker(text, start, stop), rule)


def _marker(text: str, start: int, end: int) -> Marker | None:
    found = _MARKER.match(text, start, end)
    if found is None:
        return None
    digit = found["digit"]
    if digit is None:
        return Marker(str(found.lastgroup), text[start], 0, found.end())
    rest = text[found.end() : found.end() + 1] if found.end() < end else ""
    # "1.Text" is an item, "3.5" and "2.x" are not; nor is a bare "12.".
    glued = rest.isalnum() if found["after"] == ")" else rest.isupper()
    if not rest or not (found["space"] or glued):
        return None
    family = DIGIT_DOT if found["after"] == "." else DIGIT_BRACKET
    return Marker(family, found["after"], int(digit), found.end())
