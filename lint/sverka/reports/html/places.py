"""Where a finding stands in a view of two pages: which stretches of which cells it marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sverka.finding import Finding, Place
from sverka.review import Cell, PairView
from sverka.span import Span

HERE, THERE, LACKING = 0, 1, 2
"""What a mark says: this is it; this is what it is compared with; here something is missing."""


class Mark(NamedTuple):
    """A stretch of a cell, in UTF-16 units as browsers count: ``start`` = ``end`` is a place
    between two letters. ``cell`` is -1 where the side has no cell in the row at all."""

    row: int
    side: int
    cell: int
    start: int
    end: int
    role: int


class Spot(NamedTuple):
    """A finding in a view: the ``row`` beside which it is shown, and its marks."""

    row: int
    marks: tuple[Mark, ...]


class _Seat(NamedTuple):
    row: int
    number: int
    cell: Cell


class Locator:
    """Finds places in one view."""

    def __init__(self, view: PairView) -> None:
        self._view = view
        self._seats: tuple[list[_Seat], list[_Seat]] = ([], [])
        for row, one in enumerate(view.rows):
            for side, cells in enumerate(one.sides):
                self._seats[side].extend(_Seat(row, n, cell) for n, cell in enumerate(cells))
        for seats in self._seats:
            seats.sort(key=lambda seat: seat.cell.span)
        self._starts = tuple([seat.cell.span.start for seat in seats] for seats in self._seats)

    def side(self, path: str) -> int:
        """0 for the source, 1 for the target, -1 for another page."""
        return (self._view.source, self._view.target).index(path) if self.has(path) else -1

    def has(self, path: str) -> bool:
        """Whether the page is one of the two."""
        return bool(path) and path in {self._view.source, self._view.target}

    def row_of(self, place: Place) -> int:
        """The row in which a place begins."""
        return min((mark.row for mark in self._marks(place, HERE)), default=0)

    def spot(self, finding: Finding) -> Spot | None:
        """Where a finding stands; None for one of other pages.

        What one side lacks altogether is shown as the gap that it is, beside what the other
        side has there, and not at the block that happens to follow the gap.
        """
        here = self._marks(finding.place, HERE)
        there = [mark for one in finding.related for mark in self._marks(one, THERE)]
        gaps = [
            Mark(mark.row, 1 - mark.side, -1, 0, 0, LACKING)
            for mark in there
            if not self._view.rows[mark.row].sides[1 - mark.side]
        ]
        side = self.side(finding.place.path)
        gaps = [gap for gap in gaps if gap.side == side]
        if gaps:
            return Spot(min(gap.row for gap in gaps), (*gaps, *there))
        marks = (*here, *there)
        return Spot(min(mark.row for mark in (here or there)), marks) if marks else None

    def _marks(self, place: Place, role: int) -> list[Mark]:
        side = self.side(place.path)
        if side < 0 or not self._seats[side]:
            return []
        seats = self._seats[side]
        first = max(0, bisect_right(self._starts[side], place.span.start) - 1)
        if place.span.end > place.span.start:
            found = list(_covered(seats[first:], place.span, side, role))
            if found:
                return found
        row, number, cell = seats[first]
        at = min(max(place.span.start, cell.span.start), cell.span.start + len(cell.text))
        unit = units(cell.text, at - cell.span.start)
        return [Mark(row, side, number, unit, unit, LACKING if role == HERE else role)]


def _covered(seats: Iterable[_Seat], span: Span, side: int, role: int) -> Iterator[Mark]:
    for row, number, cell in seats:
        if cell.span.start >= span.end:
            return
        start = max(span.start, cell.span.start) - cell.span.start
        end = min(span.end - cell.span.start, len(cell.text))
        if start < end:
            yield Mark(row, side, number, units(cell.text, start), units(cell.text, end), role)


def units(text: str, at: int) -> int:
    """How many UTF-16 units the first ``at`` characters take."""
    head = text[:at]
    return at if head.isascii() else at + sum(1 for char in head if char > "\uffff")
