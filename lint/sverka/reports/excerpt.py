"""A line of a page as a terminal can show it, and where in it a mark belongs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sverka.source import Source
from sverka.span import Span

TAB = 4
"""Columns from one tab stop to the next."""

CUT = "…"
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_COMBINING_CATEGORIES = frozenset({"Mn", "Me"})
_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F


class Cell(NamedTuple):
    """One character as it is shown, and the columns it takes."""

    shown: str
    width: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line where a span begins. ``start`` and ``width`` of the mark are columns of
    ``text``, counted from 0; a mark is at least one column wide."""

    line: int
    text: str
    start: int
    width: int


@lru_cache(maxsize=4096)
def _cell(char: str) -> Cell:
    code = ord(char)
    if code < 0x20:
        return Cell(chr(_CONTROL_PICTURES + code), 1)
    if code == _DELETE:
        return Cell("\N{SYMBOL FOR DELETE}", 1)
    category = unicodedata.category(char)
    if category in _HIDDEN_CATEGORIES:
        name = f"<U+{code:04X}>"
        return Cell(name, len(name))
    if category in _COMBINING_CATEGORIES:
        return Cell(char, 0)
    return Cell(char, 2 if unicodedata.east_asian_width(char) in "WF" else 1)


def visible(text: str) -> str:
    """``text`` with every character that a terminal obeys or hides made plain to see.

    Control characters become their pictures (``␛``), invisible ones their number
    (``<U+202E>``); all else stays. A page can then neither colour nor clear a terminal.
    """
    if text.isprintable():
        return text
    return "".join(_cell(char).shown for char in text)


def columns(text: str) -> int:
    """The width of ``text`` in a terminal, once it is `visible`."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_cell(char).width for char in text)


def excerpt(source: Source, span: Span, room: int) -> Excerpt:
    """The first line of ``span`` in at most ``room`` columns, cut around the mark."""
    line = source.position(span.start).line
    whole = source.line_span(line)
    end = min(span.end, whole.end)
    # What cannot be seen need not be measured: a line may be a megabyte long.
    seen = Span(max(whole.start, span.start - room), min(whole.end, span.start + 2 * room))
    cells = _lay_out(seen.of(source.text))
    first = span.start - seen.start
    last = max(first, min(end, seen.end) - seen.start)
    if span.end > whole.end:
        last = first + len(source.text[span.start : min(end, seen.end)].rstrip())
    left, right = _window(cells, first, last, room)
    head = CUT if left > 0 or seen.start > whole.start else ""
    tail = CUT if right < len(cells) or seen.end < whole.end else ""
    start = len(head) + _width(cells[left:first])
    return Excerpt(
        line=line,
        text=head + "".join(cell.shown for cell in cells[left:right]) + tail,
        start=start,
        width=max(1, _width(cells[first : min(last, right)])),
    )


def _lay_out(text: str) -> list[Cell]:
    cells: list[Cell] = []
    column = 0
    for char in text:
        cell = _cell(char)
        if char == "\t":
            blank = TAB - column % TAB
            cell = Cell(" " * blank, blank)
        cells.append(cell)
        column += cell.width
    return cells


def _width(cells: list[Cell]) -> int:
    return sum(cell.width for cell in cells)


def _window(cells: list[Cell], first: int, last: int, room: int) -> tuple[int, int]:
    """The range of cells to show: all that fit, else the mark with what stands around it."""
    if _width(cells) <= room:
        return 0, len(cells)
    room -= 2 * len(CUT)
    context = max(room // 5, (room - _width(cells[first:last])) // 2)
    left, used = first, 0
    while left > 0 and used + cells[left - 1].width <= context:
        left -= 1
        used += cells[left].width
    right = first
    while right < len(cells) and used + cells[right].width <= room:
        used += cells[right].width
        right += 1
    while left > 0 and used + cells[left - 1].width <= room:
        left -= 1
        used += cells[left].width
    return left, right
