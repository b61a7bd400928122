"""Matched units that differ in their form: heading levels, kinds of lists, tables, order."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align.difference import Difference, Lack
from sverka.align.matching import Matching
from sverka.align.outline import Outline, Unit
from sverka.page import Kind
from sverka.span import hull

Outlines = tuple[Outline, Outline]


def shape_differences(outlines: Outlines, matching: Matching) -> list[Difference]:
    """The differences in form, each on the side that lacks something, else on the target side."""
    return [
        *_levels(outlines, matching),
        *_plain_headings(outlines, matching),
        *_lists(outlines, matching),
        *_columns(outlines, matching),
        *_quotes(outlines, matching),
        *_order(outlines, matching),
        *_splits(outlines, matching),
    ]


def _units(outlines: Outlines, matching: Matching) -> Iterator[tuple[Unit, Unit]]:
    for i, j in matching.pairs:
        yield outlines[0].units[i], outlines[1].units[j]


def _levels(outlines: Outlines, matching: Matching) -> Iterator[Difference]:
    """Headings of another level, but those that only follow the shift of another one.

    A heading follows the one above it in the hierarchy, and earlier ones below the same.
    """
    told: dict[int, set[int]] = {}
    shifts: dict[int, int] = {}
    sections = {outlines[0].holders[n].first: n for n in outlines[0].sections}
    for i, j in matching.pairs:
        one, other = outlines[0].units[i], outlines[1].units[j]
        if one.kind is not Kind.HEADING or other.kind is not Kind.HEADING or i not in sections:
            continue
        shift = shifts[sections[i]] = other.block.level - one.block.level
        above = outlines[0].holders[sections[i]].parent
        known = told.setdefault(above, {0, shifts.get(above, 0)})
        if shift not in known:
            yield Difference(
                Lack.LEVEL,
                1,
                outlines[1].line(other.block.span),
                "at",
                outlines[0].line(one.block.span),
                data={"level": other.block.level, "level_there": one.block.level},
            )
        known.add(shift)


def _plain_headings(outlines: Outlines, matching: Matching) -> Iterator[Difference]:
    """Headings that are paragraphs or items on the other side."""
    for one, other in _units(outlines, matching):
        headings = (one.kind is Kind.HEADING, other.kind is Kind.HEADING)
        if headings[0] == headings[1]:
            continue
        side = 1 if headings[0] else 0
        pair = (one, other)
        yield Difference(
            Lack.PLAIN_HEADING,
            side,
            outlines[side].line(pair[side].text),
            "at",
            outlines[1 - side].line(pair[1 - side].text),
        )


def _lists(outlines: Outlines, matching: Matching) -> Iterator[Difference]:
    """Lists of another kind, of another nesting, and lists that are none on the other side."""
    partners: dict[int, list[tuple[int, int]]] = {}
    for i, j in matching.pairs:
        number = outlines[0].list_of(outlines[0].units[i])
        if outlines[0].units[i].kind is Kind.ITEM:
            partners.setdefault(number, []).append((i, j))
    lists_there: dict[int, list[tuple[int, int]]] = {}
    for i, j in matching.pairs:
        if outlines[1].units[j].kind is Kind.ITEM:
            lists_there.setdefault(outlines[1].list_of(outlines[1].units[j]), []).append((j, i))
    for number, pairs in sorted(partners.items()):
        yield from _kind(outlines, number, pairs)
        yield from _no_list(outlines, 0, number, pairs)
    for number, pairs in sorted(lists_there.items()):
        yield from _no_list(outlines, 1, number, pairs)
    yield from _nesting(outlines, matching)


def _kind(outlines: Outlines, number: int, pairs: list[tuple[int, int]]) -> Iterator[Difference]:
    here, there = outlines
    ordered = here.holders[number].block.ordered
    items = [there.units[j] for _, j in pairs if there.units[j].kind is Kind.ITEM]
    others = [there.holders[there.list_of(item)] for item in items]
    unlike = [holder for holder in others if holder.block.ordered is not ordered]
    if len(unlike) * 2 > len(others):
        yield Difference(
            Lack.LIST_KIND,
            1,
            there.line(unlike[0].block.span),
            "at",
            here.line(here.holders[number].block.span),
            data={"ordered": not ordered, "ordered_there": ordered},
        )


def _no_list(
    outlines: Outlines, side: int, number: int, pairs: list[tuple[int, int]]
) -> Iterator[Difference]:
    """A list most of whose items are something else on the other side."""
    here, there = outlines[side], outlines[1 - side]
    plain = [j for _, j in pairs if there.units[j].kind is Kind.PARAGRAPH]
    if plain and len(plain) * 2 > len(pairs) and len(here.holders[number].block.children) > 1:
        yield Difference(
            Lack.NO_LIST,
            1 - side,
            there.line(there.units[plain[0]].text),
            "at",
            here.line(here.holders[number].block.span),
            count=len(plain),
        )


def _nesting(outlines: Outlines, matching: Matching) -> Iterator[Difference]:
    """Items that stand deeper or less deep than their list's first item would have them."""
    here, there = outlines
    base: dict[int, int] = {}
    told: set[int] = set()
    for i, j in matching.pairs:
        one, other = here.units[i], there.units[j]
        if one.kind is not Kind.ITEM or other.kind is not Kind.ITEM or (i, j) in matching.moved:
            continue
        outer = next(n for n in one.holders if here.holders[n].kind is Kind.LIST)
        depths = (here.holders[here.list_of(one)].depth, there.holders[there.list_of(other)].depth)
        delta = depths[1] - depths[0]
        if delta != base.setdefault(outer, delta) and outer not in told:
            told.add(outer)
            yield Difference(
                Lack.NESTING,
                1,
                there.line(other.block.span),
                "at",
                here.line(one.block.span),
                data={"depth": depths[1] + 1, "depth_there": depths[0] + 1},
            )


def _columns(outlines: Outlines, matching: Matching) -> Iterator[Difference]:
    """Tables of another width."""
    seen: set[int] = set()
    for one, other in _units(outlines, matching):
        if one.kind is not Kind.ROW or other.kind is not Kind.ROW:
            continue
        number = outlines[0].table_of(one)
        if number in seen:
            continue
        seen.add(number)
        tables = (outlines[0].holders[number], outlines[1].holders[outlines[1].table_of(other)])
        widths = [max(len(row.children) for row in table.block.children) for table in tables]
        if widths[0] != widths[1]:
            side = 1 if widths[1] < widths[0] else 0
            yield Difference(
                Lack.COLUMNS,
                side,
                outlines[side].line(tables[side].block.span),
                "at",
                outlines[1 - side].line(tables[1 - side].block.span),
                data={"columns": widths[side], "columns_there": widths[1 - side]},
            )


def _quotes(outlines: Outlines, matching: Matching) -> Iterator[Difference]:
    """Quotes that are plain paragraphs on the other side."""
    told: set[tuple[int, int]] = set()
    for one, other in _units(outlines, matching):
        quoted = (outlines[0].quoted(one), outlines[1].quoted(other))
        if quoted[0] == quoted[1]:
            continue
        side = 1 if quoted[0] else 0
        pair = (one, other)
        holders = outlines[1 - side].holders
        number = next(n for n in pair[1 - side].holders if holders[n].kind is Kind.QUOTE)
        if (side, number) not in told:
            told.add((side, number))
            yield Difference(
                Lack.UNQUOTED,
                side,
                outlines[side].line(pair[side].text),
                "at",
                outlines[1 - side].line(holders[number].block.span),
            )


def _order(outlines: Outlines, matching: Matching) -> Iterator[Difference]:
    """Units in another order; neighbours that moved together are one cause."""
    runs: list[list[tuple[int, int]]] = []
    for i, j in sorted(matching.moved):
        if runs and runs[-1][-1] == (i - 1, j - 1):
            runs[-1].append((i, j))
        else:
            runs.append([(i, j)])
    for run in runs:
        ones = [outlines[0].units[i] for i, _ in run]
        others = [outlines[1].units[j] for _, j in run]
        yield Difference(
            Lack.ORDER,
            1,
            outlines[1].line(others[0].block.span),
            "at",
            hull(unit.text for unit in ones),
            len(run),
            {"kind": str(others[0].kind)},
        )


def _splits(outlines: Outlines, matching: Matching) -> Iterator[Difference]:
    """Units that stand in one with their neighbour on the other side."""
    for side in (0, 1):
        for number, whole in sorted(matching.parts[side].items()):
            part, joined = outlines[side].units[number], outlines[1 - side].units[whole]
            yield Difference(
                Lack.SPLIT,
                1 - side,
                outlines[1 - side].line(joined.text),
                "in",
                part.text,
                data={"kind": str(part.kind)},
            )
