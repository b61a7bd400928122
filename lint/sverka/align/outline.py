"""A page as a row of units, the smallest things that are matched, and what holds them.

Lists, tables and quotes are no units: they are what units stand in. So a list that one
version breaks in two, or indents otherwise, costs no unit its match.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sverka.page import Block, Inline, Kind, Page
from sverka.span import Span

UNIT_KINDS = frozenset(
    (
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.ITEM,
        Kind.ROW,
        Kind.CODE,
        Kind.IMAGE,
        Kind.HTML,
        Kind.EMBED,
    )
)

PROSE_KINDS = frozenset((Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.ROW))
"""The units that are read sentence by sentence."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A list, item, table or quote, or a heading's section: units ``first`` to ``last``
    (exclusive). ``depth`` counts the lists around a list (0 for an outer one); a section's
    is its heading's level. ``parent`` is a number among the outline's holders, or -1."""

    kind: Kind
    block: Block
    first: int
    last: int
    depth: int
    parent: int


@dataclass(frozen=True, slots=True)
class Unit:
    """``block`` is a heading, paragraph, item, table row, code block, image, HTML or embed.

    An item's unit is its leading paragraph only (``text`` covers that, ``block`` the whole
    item); what follows inside the item are units of their own. ``holders`` are numbers among
    the outline's holders, outermost first, without sections; ``section`` is the innermost
    section's number, or -1.
    """

    kind: Kind
    block: Block
    text: Span
    leaves: tuple[Block, ...]
    holders: tuple[int, ...]
    section: int

    @property
    def words(self) -> str:
        """All prose of the unit."""
        return "\n".join(leaf.prose.text for leaf in self.leaves if leaf.prose.text)

    @property
    def inlines(self) -> list[Inline]:
        """The inline things of the unit."""
        return [inline for leaf in self.leaves for inline in leaf.inlines]


@dataclass(frozen=True)
class Outline:
    """The units of a page in the order of the text, and their holders."""

    page: Page
    units: tuple[Unit, ...]
    holders: tuple[Holder, ...]

    def list_of(self, unit: Unit) -> int:
        """The number of the innermost list a unit stands in, or -1."""
        return self._innermost(unit, Kind.LIST)

    def item_of(self, unit: Unit) -> int:
        """The number of the innermost item a unit stands in, or -1."""
        return self._innermost(unit, Kind.ITEM)

    def table_of(self, unit: Unit) -> int:
        """The number of the table a row stands in, or -1."""
        return self._innermost(unit, Kind.TABLE)

    def quoted(self, unit: Unit) -> bool:
        """Whether a unit stands in a quote."""
        return self._innermost(unit, Kind.QUOTE) >= 0

    def _innermost(self, unit: Unit, kind: Kind) -> int:
        return next((n for n in reversed(unit.holders) if self.holders[n].kind is kind), -1)

    def line(self, span: Span, *, last: bool = False) -> Span:
        """The first (or last) line of a span, without the white space around it."""
        text = self.page.source.text
        start, end = span
        if last:
            start = max(start, text.rfind("\n", start, end) + 1)
        else:
            stop = text.find("\n", start, end)
            end = stop if stop >= 0 else end
        inside = text[start:end]
        begin = start + len(inside) - len(inside.lstrip())
        return Span(begin, max(begin, begin + len(inside.strip())))

    @cached_property
    def sections(self) -> tuple[int, ...]:
        """The numbers of the holders that are sections."""
        return tuple(n for n, holder in enumerate(self.holders) if holder.kind is Kind.HEADING)


@dataclass(slots=True)
class _Open:
    """A holder that is still being filled."""

    kind: Kind
    block: Block
    first: int
    depth: int
    parent: int
    last: int = 0


class _Walker:
    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.holders: list[_Open] = []
        self._sections: list[int] = []

    def walk(self, blocks: tuple[Block, ...], holders: tuple[int, ...]) -> None:
        for block in blocks:
            if block.kind in (Kind.LIST, Kind.TABLE, Kind.QUOTE):
                self._hold(block, holders)
            elif block.kind is Kind.ITEM:
                self._item(block, holders)
            elif block.kind is Kind.ROW:
                self._add(block, block.span, tuple(block.walk()), holders)
            else:
                if block.kind is Kind.HEADING:
                    self._begin_section(block)
                self._add(block, block.span, (block,), holders)

    def _hold(self, block: Block, holders: tuple[int, ...]) -> None:
        depth = sum(1 for number in holders if self.holders[number].kind is Kind.LIST)
        number = self._open(block.kind, block, depth, holders[-1] if holders else -1)
        self.walk(block.children, (*holders, number))
        self.holders[number].last = len(self.units)

    def _item(self, block: Block, holders: tuple[int, ...]) -> None:
        number = self._open(Kind.ITEM, block, 0, holders[-1])
        inside = (*holders, number)
        leading = block.children[:1] if _leads(block) else ()
        text = leading[0].span if leading else Span(block.span.start, block.span.start)
        self._add(block, text, leading, inside)
        self.walk(block.children[len(leading) :], inside)
        self.holders[number].last = len(self.units)

    def _open(self, kind: Kind, block: Block, depth: int, parent: int) -> int:
        self.holders.append(_Open(kind, block, len(self.units), depth, parent))
        return len(self.holders) - 1

    def _begin_section(self, heading: Block) -> None:
        self.end_sections(heading.level)
        parent = self._sections[-1] if self._sections else -1
        self._sections.append(self._open(Kind.HEADING, heading, heading.level, parent))

    def end_sections(self, level: int) -> None:
        """End the open sections of that level and deeper ones."""
        while self._sections and self.holders[self._sections[-1]].depth >= level:
            self.holders[self._sections.pop()].last = len(self.units)

    def _add(
        self, block: Block, text: Span, leaves: tuple[Block, ...], holders: tuple[int, ...]
    ) -> None:
        section = self._sections[-1] if self._sections else -1
        self.units.append(Unit(block.kind, block, text, leaves, holders, section))


def _leads(item: Block) -> bool:
    return bool(item.children) and item.children[0].kind in (Kind.PARAGRAPH, Kind.IMAGE)


def outline(page: Page) -> Outline:
    """The units and holders of a page."""
    walker = _Walker()
    walker.walk(page.blocks, ())
    walker.end_sections(0)
    holders = tuple(
        Holder(one.kind, one.block, one.first, one.last, one.depth, one.parent)
        for one in walker.holders
    )
    return Outline(page, tuple(walker.units), holders)
