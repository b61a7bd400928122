"""Where a span begins and ends, counted as a format counts its columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sverka.source import Source
from sverka.span import Span

Measure = Callable[[str], int]
"""How many columns a text takes."""


class Region(NamedTuple):
    """Lines and columns from 1; the end is the place after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def code_points(text: str) -> int:
    """One a character, as in the JSON report."""
    return len(text)


def utf16(text: str) -> int:
    """One a unit of UTF-16: two for a character beyond the basic plane."""
    return len(text) + sum(1 for char in text if char > "\uffff")


def utf8(text: str) -> int:
    """One a byte of UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


def region(source: Source, span: Span, measure: Measure = code_points) -> Region:
    """The region of ``span``, columns as ``measure`` counts them."""
    return Region(*_place(source, span.start, measure), *_place(source, span.end, measure))


def _place(source: Source, offset: int, measure: Measure) -> tuple[int, int]:
    line, column = source.position(offset)
    if measure is code_points:
        return line, column
    return line, measure(source.text[offset - column + 1 : offset]) + 1
