"""Units without a counterpart -> the largest things that are missing, and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest

from sverka.align.difference import Difference, Lack
from sverka.align.matching import Matching
from sverka.align.outline import Outline, Unit
from sverka.page import Kind
from sverka.span import Span, hull

MOSTLY = 0.8
"""A section is missing, too, when this share of its units is: the rest met by chance."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """Units ``first`` to ``last`` (exclusive) of one side, missing together. ``home`` is what
    they stand in; only gaps of one home may be one cause."""

    lack: Lack
    first: int
    last: int
    home: tuple[int, ...]
    count: int = 1


class _Side:
    """One side's units, and which of them lack a counterpart."""

    def __init__(self, outline: Outline, partner: dict[int, int], parts: dict[int, int]) -> None:
        self.outline = outline
        self.partner = partner
        numbers = range(len(outline.units))
        self.missing = [
            number not in partner and number not in parts and not _is_empty(outline.units[number])
            for number in numbers
        ]

    def share(self, first: int, last: int) -> float:
        return sum(self.missing[first:last]) / max(last - first, 1)

    def gaps(self) -> Iterator[_Gap]:
        """The gaps, largest things first, before runs are joined."""
        number = 0
        while number < len(self.missing):
            if not self.missing[number]:
                number += 1
                continue
            gap = self._gap_at(number)
            yield gap
            number = gap.last

    def _gap_at(self, number: int) -> _Gap:
        unit = self.outline.units[number]
        if unit.kind is Kind.HEADING:
            return self._heading_gap(number)
        holders = self.outline.holders
        for depth, holder_number in enumerate(unit.holders):
            holder = holders[holder_number]
            whole = holder.first == number and self.share(number, holder.last) == 1.0
            if not whole:
                continue
            home = (unit.section, *unit.holders[:depth])
            if holder.kind is Kind.ITEM:
                return _Gap(Lack.ITEMS, number, holder.last, home)
            if holder.kind is Kind.LIST and holder.depth:
                items = sum(1 for one in holder.block.children if one.kind is Kind.ITEM)
                return _Gap(Lack.ITEMS, number, holder.last, (*home, holder_number), items)
            return _Gap(Lack.BLOCKS, number, holder.last, home)
        home = (unit.section, *unit.holders)
        if unit.kind is Kind.ITEM:
            return _Gap(Lack.ITEMS, number, number + 1, home[:-1])
        if unit.kind is Kind.ROW:
            return _Gap(Lack.ROWS, number, number + 1, home)
        return _Gap(
            Lack.IMAGE if unit.kind is Kind.IMAGE else Lack.BLOCKS, number, number + 1, home
        )

    def _heading_gap(self, number: int) -> _Gap:
        holders = self.outline.holders
        section = next(n for n in self.outline.sections if holders[n].first == number)
        holder = holders[section]
        home = (holder.parent,)
        size = holder.last - number
        share = self.share(number, holder.last)
        if size > 1 and (share == 1.0 or (size >= 5 and share >= MOSTLY)):
            return _Gap(Lack.SECTION, number, holder.last, home)
        return _Gap(Lack.HEADING, number, number + 1, home)


def _is_empty(unit: Unit) -> bool:
    """Whether a reader sees nothing of the unit, such as a bullet without words."""
    bare = unit.kind in (Kind.ITEM, Kind.PARAGRAPH, Kind.ROW)
    return bare and not unit.words.strip() and not unit.inlines


def _joined(gaps: Iterator[_Gap]) -> list[_Gap]:
    """Runs of neighbours in one home are one cause."""
    joined: list[_Gap] = []
    for gap in gaps:
        last = joined[-1] if joined else None
        if last and last.last == gap.first and last.home == gap.home and _joins(last, gap):
            lack = last.lack if last.lack is gap.lack else Lack.BLOCKS
            count = last.count + gap.count
            joined[-1] = _Gap(lack, last.first, gap.last, gap.home, count)
        else:
            joined.append(gap)
    return joined


def _joins(one: _Gap, other: _Gap) -> bool:
    blocks = {Lack.BLOCKS, Lack.IMAGE}
    if one.lack in blocks:
        return other.lack in blocks
    return one.lack is other.lack and one.lack is not Lack.HEADING


def gap_differences(
    outlines: tuple[Outline, Outline], matching: Matching, untitled: frozenset[str]
) -> list[Difference]:
    """What is missing on either side; ``untitled`` as in `sverka.align.lexicon.Lexicon`."""
    steady = [pair for pair in matching.pairs if pair not in matching.moved]
    both = (dict(matching.pairs), {j: i for i, j in matching.pairs})
    found: list[Difference] = []
    for side in (0, 1):
        here = _Side(outlines[side], both[side], matching.parts[side])
        ladder = sorted((pair[side], pair[1 - side]) for pair in steady)
        found.extend(
            _difference(gap, outlines, side, ladder, both[side])
            for gap in _joined(here.gaps())
            if not _is_title(gap, outlines, side, untitled)
            and not _may_be_embedded(gap, outlines[1 - side], ladder, both[1 - side], here)
        )
    return found


def _is_title(
    gap: _Gap, outlines: tuple[Outline, Outline], side: int, untitled: frozenset[str]
) -> bool:
    """Whether the gap is a page's title, which the other page has in its front matter or, as
    its whole language has, somewhere else."""
    other = outlines[1 - side].page
    if gap.lack is not Lack.HEADING or gap.first or outlines[side].units[0].block.level != 1:
        return False
    if other.front and other.front.get("title"):
        return True
    return other.language in untitled


def _may_be_embedded(
    gap: _Gap,
    there: Outline,
    ladder: list[tuple[int, int]],
    partner_there: dict[int, int],
    here: _Side,
) -> bool:
    """Whether the other page embeds something at that place that the gap may be part of: it
    has no counterpart, or something written out."""
    spot = _spot(gap, ladder)
    for number in (spot - 1, spot):
        if 0 <= number < len(there.units) and there.units[number].kind is Kind.EMBED:
            match = partner_there.get(number)
            if match is None or here.outline.units[match].kind is not Kind.EMBED:
                return True
    return False


def _spot(gap: _Gap, ladder: list[tuple[int, int]]) -> int:
    """The number that the gap's first unit would have on the other side."""
    at = bisect_left(ladder, (gap.first, -1))
    return ladder[at - 1][1] + 1 if at else (ladder[0][1] if ladder else 0)


def _difference(
    gap: _Gap,
    outlines: tuple[Outline, Outline],
    side: int,
    ladder: list[tuple[int, int]],
    partner: dict[int, int],
) -> Difference:
    here, there = outlines[side], outlines[1 - side]
    first, last = here.units[gap.first], here.units[gap.last - 1]
    spot = _spot(gap, ladder)
    inside = _home_there(gap, here, there, partner)
    place, where = _place(there, spot, inside, follows=_follows(here, gap))
    lone = first.kind if gap.last - gap.first == 1 else Kind.PARAGRAPH
    whole = hull((first.text, last.text)) if first.text.end <= last.text.end else first.text
    data = {"kind": _kind(gap, here, lone)}
    return Difference(gap.lack, 1 - side, place, where, whole, gap.count, data)


def _kind(gap: _Gap, here: Outline, lone: Kind) -> str:
    """The word for what is missing: the outermost thing that begins there."""
    unit = here.units[gap.first]
    for number in unit.holders:
        holder = here.holders[number]
        if holder.first == gap.first and holder.last <= gap.last and holder.kind is not Kind.ITEM:
            return str(holder.kind) if gap.count == 1 else "blocks"
    return str(lone) if gap.count == 1 else "blocks"


def _home_there(gap: _Gap, here: Outline, there: Outline, partner: dict[int, int]) -> int:
    """The other side's list or table in which the gap's neighbours have their counterparts."""
    if gap.lack not in (Lack.ITEMS, Lack.ROWS):
        return -1
    home = gap.home[-1]
    if home < 0:
        return -1
    holder = here.holders[home]
    find = there.list_of if gap.lack is Lack.ITEMS else there.table_of
    outward = chain.from_iterable(
        zip_longest(range(gap.first, holder.last), range(gap.first - 1, holder.first - 1, -1))
    )
    for number in outward:
        if number in partner and (found := find(there.units[partner[number]])) >= 0:
            return found
    return -1


def _follows(here: Outline, gap: _Gap) -> bool:
    """Whether the gap stands right below what is before it, but markup parts it from what is
    after it, such as the end of a note."""
    text, units = here.page.source.text, here.units
    if not gap.first or gap.last >= len(units):
        return False
    before = text[units[gap.first - 1].block.span.end : units[gap.first].block.span.start]
    after = text[units[gap.last - 1].block.span.end : units[gap.last].block.span.start]
    return not before.strip() and bool(after.strip())


def _place(there: Outline, spot: int, inside: int, *, follows: bool) -> tuple[Span, str]:
    """Where on the lacking side something belongs that would be its unit ``spot``.

    ``follows``: it belongs rather to what is before it than to what is after it.
    """
    units = there.units
    if not units:
        end = len(there.page.source.text.rstrip())
        return Span(end, end), "after"
    if inside >= 0:
        holder = there.holders[inside]
        spot = min(max(spot, holder.first), holder.last)
        following = _next_member(there, spot, inside)
        if following < 0:
            return there.line(units[spot - 1].text, last=True), "after"
        return there.line(units[following].block.span), "before"
    if spot < len(units) and not (follows and spot):
        return there.line(units[spot].block.span), "before"
    if 0 < spot < len(units):
        return there.line(units[spot - 1].text, last=True), "after"
    return there.line(units[-1].text, last=True), "after"


def _next_member(there: Outline, spot: int, home: int) -> int:
    """The first item or row of that very list or table from ``spot`` on, or -1."""
    for number in range(spot, there.holders[home].last):
        unit = there.units[number]
        # An item's last holder is itself, a row's is its table.
        own = -2 if unit.kind is Kind.ITEM else -1
        if unit.kind in (Kind.ITEM, Kind.ROW) and unit.holders[own:][:1] == (home,):
            return number
    return -1
