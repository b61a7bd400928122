"""The pages that findings touch, block beside block, as a report shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sverka.align import AlignedPair
from sverka.align.outline import Outline, Unit, outline
from sverka.page import FrontMatter, Kind, Page
from sverka.review import Cell, PairView, Row
from sverka.span import Span

FRONT = "front"
_INDENT = re.compile(r"[ \t]*")


def views(
    pages: Sequence[Page], aligned: Iterable[AlignedPair], wanted: frozenset[str]
) -> tuple[PairView, ...]:
    """The views of all pairs of which either page is ``wanted``, and of the wanted pages that
    were compared with nothing; by path of the source."""
    found = [
        _of_pair(pair)
        for pair in aligned
        if not wanted.isdisjoint(_paths(pair.source, pair.target))
    ]
    seen = {path for view in found for path in (view.source, view.target)}
    found += [_of_page(page) for page in pages if page.path in wanted - seen]
    return tuple(sorted(found, key=lambda view: (view.source, view.target)))


def _paths(*pages: Page) -> tuple[str, ...]:
    return tuple(page.path for page in pages)


def _of_page(page: Page) -> PairView:
    cells = [*_front(page).values(), *_cells(outline(page))]
    return PairView(page.path, "", tuple(Row((cell,), ()) for cell in cells))


def _of_pair(pair: AlignedPair) -> PairView:
    rows = (*_front_rows(pair.source, pair.target), *_rows(pair))
    return PairView(pair.source.path, pair.target.path, rows)


def _front_rows(source: Page, target: Page) -> Iterator[Row]:
    """The values of both front matters, key beside key; then those that only one has."""
    ours, theirs = _front(source), _front(target)
    for key, cell in ours.items():
        yield Row((cell,), (theirs.pop(key),) if key in theirs else ())
    for cell in theirs.values():
        yield Row((), (cell,))


def _front(page: Page) -> dict[str, Cell]:
    return _entries(page.source.text, page.front) if page.front else {}


def _entries(text: str, front: FrontMatter) -> dict[str, Cell]:
    """Key -> the lines of its value. A value inside another one's lines has none of its own."""
    cells: dict[str, Cell] = {}
    last = front.span.start
    for entry in front.entries:
        at = min(entry.key_span.start, entry.value_span.start)
        start = max(last, text.rfind("\n", 0, at) + 1)
        span = Span(start, max(entry.key_span.end, entry.value_span.end))
        if at >= last and span.of(text).strip():
            cells[entry.key] = Cell(span, span.of(text), FRONT)
            last = span.end
    return cells


def _rows(pair: AlignedPair) -> Iterator[Row]:
    """The rows of all units: matched ones in the order of the source, what the target alone
    has where it stands there."""
    cells = (_cells(pair.outlines[0]), _cells(pair.outlines[1]))
    partner = dict(pair.matching.pairs)
    joined = tuple(_joined(parts) for parts in pair.matching.parts)
    # A part that was joined to a neighbour stands in that one's row. So the unit that holds
    # it on the other side says which rows they are.
    lone = _lone_targets(pair, len(cells[1]))
    yield from (Row((), (cells[1][number],)) for number in lone.pop(-1, ()))
    for number, cell in enumerate(cells[0]):
        other = partner.get(number, -1)
        if other < 0:
            if number not in pair.matching.parts[0]:
                yield Row((cell,), ())
            continue
        ours = sorted({number, *joined[0].get(other, ())})
        theirs = sorted({other, *joined[1].get(number, ())})
        yield Row(
            tuple(cells[0][one] for one in ours),
            tuple(cells[1][one] for one in theirs),
            (number, other) in pair.matching.moved,
        )
        yield from (Row((), (cells[1][one],)) for one in lone.pop(other, ()))
    yield from (Row((), (cells[1][one],)) for rest in lone.values() for one in rest)


def _joined(parts: Mapping[int, int]) -> dict[int, list[int]]:
    """Unit of the other side -> the units of this side that are parts of it."""
    found: dict[int, list[int]] = {}
    for part, whole in parts.items():
        found.setdefault(whole, []).append(part)
    return found


def _lone_targets(pair: AlignedPair, size: int) -> dict[int, list[int]]:
    """The target's units without counterpart, by the matched unit that they follow (-1: none)."""
    matched = {other for _, other in pair.matching.pairs}
    after, found = -1, {-1: list[int]()}
    for number in range(size):
        if number in matched:
            after = number
        elif number not in pair.matching.parts[1]:
            found.setdefault(after, []).append(number)
    return found


def _cells(one: Outline) -> list[Cell]:
    """A cell for each unit, from the marks at the start of its line on; none overlaps another."""
    text = one.page.source.text
    cells: list[Cell] = []
    last = 0
    for unit in one.units:
        start = max(last, text.rfind("\n", 0, unit.text.start) + 1)
        indent = _INDENT.match(text, start, max(start, unit.text.start))
        start = indent.end() if indent else start
        span = Span(start, max(start, unit.text.end))
        cells.append(Cell(span, span.of(text).rstrip(), unit.kind.value, _level(one, unit),
                          one.quoted(unit)))  # fmt: skip
        last = span.end
    return cells


def _level(one: Outline, unit: Unit) -> int:
    if unit.kind is Kind.HEADING:
        return unit.block.level
    return sum(1 for number in unit.holders if one.holders[number].kind is Kind.LIST)
