"""Lists of a plain text: by their markers, or by the semicolons after a lead-in line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sverka.page import Block, Kind
from sverka.plaintext._lines import LOOSE, ORDERED, SPEECH, Line, Marker
from sverka.plaintext._prose import block
from sverka.plaintext._shape import looks_like_heading, punctuated
from sverka.span import Span

_SAME_LEVEL = 1
"""Columns by which items of one list may differ: scraped pages are not straight."""

_MAX_DEPTH = 20
"""Deeper items stay on this level."""


def marked_list(text: str, lines: Sequence[Line], at: int) -> tuple[Block, int] | None:
    """The list that begins with the marker of line ``at``, and the number of the line after
    it; None where the line only looks like an item."""
    marker = lines[at].marker
    if marker is None or not _begins(text, lines, at, marker):
        return None
    return _Reader(text, lines[at], marker).read(lines, at)


def unmarked_list(text: str, lines: Sequence[Line], at: int) -> tuple[Block, int] | None:
    """The list of at least two lines from ``at`` on, each ended by a semicolon, the last one
    perhaps by a full stop, below a line ended by a colon. Blank lines stand between all of
    them or none."""
    if not _ends(text, lines[at], ";") or not _led_in(text, lines, at):
        return None
    items = [lines[at]]
    apart: bool | None = None
    after = at + 1
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if line.blank:
            continue
        closing = _ends(text, line, ".") and _alike(text, items[0], line)
        fits = not line.marker and (closing or _ends(text, line, ";"))
        if not fits or apart not in (None, number > after):
            break
        apart = number > after
        items.append(line)
        after = number + 1
        if closing:
            break
    if len(items) < 2:
        return None
    children = tuple(
        Block(Kind.ITEM, item.span, children=(block(Kind.PARAGRAPH, text, [item.span]),))
        for item in items
    )
    span = Span(items[0].start, items[-1].end)
    return Block(Kind.LIST, span, children=children), after


def _ends(text: str, line: Line, signs: str) -> bool:
    return not line.blank and text[line.end - 1] in signs


def _alike(text: str, one: Line, other: Line) -> bool:
    return text[one.start].isupper() == text[other.start].isupper()


def _led_in(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the last line with words before ``at`` ends with a colon."""
    before = at - 1
    while before >= 0 and lines[before].blank:
        before -= 1
    return before >= 0 and _ends(text, lines[before], ":")


def _begins(text: str, lines: Sequence[Line], at: int, marker: Marker) -> bool:
    if marker.family in LOOSE:
        return _led_in(text, lines, at) or _followed(lines, at, marker)
    if marker.family not in ORDERED:
        return True
    broken = at > 0 and not lines[at - 1].blank and not lines[at - 1].rule
    if broken and marker.number > 1 and not punctuated(text, lines[at - 1].span):
        # "…at the age of" and "18. Then…" on the next line.
        return False
    alone = not _followed(lines, at, marker) and not _led_in(text, lines, at)
    return not (alone and looks_like_heading(text, lines[at].span))


def _followed(lines: Sequence[Line], at: int, marker: Marker) -> bool:
    """Whether the next line, those that go on with this one aside, is another such item, or an
    item inside this one.

    Speech is set in paragraphs: dashes with blank lines between them are no list.
    """
    number = at + 1
    gap = False
    while number < len(lines):
        line = lines[number]
        if line.blank:
            gap = True
        elif gap or line.rule or line.marker or line.indent <= lines[at].indent:
            break
        number += 1
    if number == len(lines) or (gap and marker.sign in SPEECH):
        return False
    line = lines[number]
    deeper = line.indent - lines[at].indent
    if line.marker is None or deeper < -_SAME_LEVEL:
        return False
    return not gap if deeper > _SAME_LEVEL else line.marker.family == marker.family


@dataclass(slots=True)
class _Item:
    """An item that is still open: its lines that are no paragraph yet, and its blocks."""

    start: int
    end: int
    lines: list[Span]
    children: list[Block] = field(default_factory=list)

    def paragraph(self, text: str) -> None:
        if self.lines:
            self.children.append(block(Kind.PARAGRAPH, text, self.lines))
            self.lines = []

    def block(self, text: str) -> Block:
        self.paragraph(text)
        return Block(Kind.ITEM, Span(self.start, self.end), children=tuple(self.children))


@dataclass(slots=True)
class _List:
    """A list that is still open, with its last item."""

    family: str
    indent: int
    number: int
    item: _Item
    items: list[Block] = field(default_factory=list)

    def takes(self, line: Line, marker: Marker) -> bool:
        """Whether the line is a next item of this list; a number one begins a new list."""
        level = abs(self.indent - line.indent) <= _SAME_LEVEL
        restarts = marker.number == 1 and self.number > 1
        return level and self.family == marker.family and not restarts


class _Reader:
    """Reads one list and those nested in it; the stack holds the open ones, outermost first."""

    def __init__(self, text: str, line: Line, marker: Marker) -> None:
        self._text = text
        self._stack: list[_List] = []
        self._open(line, marker)

    def read(self, lines: Sequence[Line], at: int) -> tuple[Block, int]:
        """The list, and the number of the line after it."""
        after = at + 1
        for number in range(at + 1, len(lines)):
            line = lines[number]
            if line.blank:
                continue
            goes_on = not line.rule and (
                self._item(line, line.marker)
                if line.marker
                else number == after and self._continuation(line)
            )
            if not goes_on:
                break
            after = number + 1
        self._close_below(0)
        return self._close(), after

    def _open(self, line: Line, marker: Marker) -> None:
        self._stack.append(_List(marker.family, line.indent, marker.number, _item(line)))

    def _next(self, depth: int, line: Line, marker: Marker) -> None:
        """The line is the next item of the open list at ``depth``."""
        self._close_below(depth)
        top = self._stack[depth]
        top.items.append(top.item.block(self._text))
        top.item, top.number = _item(line), marker.number

    def _nest(self, depth: int, line: Line, marker: Marker) -> None:
        """The line begins a list in the last item of the open list at ``depth``."""
        if depth + 1 >= _MAX_DEPTH:
            self._next(depth, line, marker)
        else:
            self._close_below(depth)
            self._open(line, marker)

    def _item(self, line: Line, marker: Marker) -> bool:
        """Take a line with a marker where it belongs; False where the list is over."""
        depth = len(self._stack) - 1
        while depth and line.indent < self._stack[depth].indent - _SAME_LEVEL:
            depth -= 1
        level = self._stack[depth]
        if line.indent > level.indent + _SAME_LEVEL:
            self._nest(depth, line, marker)
            return True
        left = line.indent < level.indent - _SAME_LEVEL
        if left:
            # The first item alone was set in.
            level.indent = line.indent
        for same in range(depth, -1, -1):
            if self._stack[same].takes(line, marker):
                self._next(same, line, marker)
                return True
        if self._is_lead_in(level.item) and not left:
            # "1. Before:" and "- this" on the next line, not indented.
            self._nest(depth, line, marker)
            return True
        if depth:
            self._nest(depth - 1, line, marker)
        return depth > 0

    def _is_lead_in(self, item: _Item) -> bool:
        return bool(item.lines) and self._text[item.lines[-1].end - 1] == ":"

    def _continuation(self, line: Line) -> bool:
        """Take a line without a marker that is set in deeper than an open item."""
        depth = len(self._stack) - 1
        while depth >= 0 and line.indent <= self._stack[depth].indent:
            depth -= 1
        if depth < 0:
            return False
        self._close_below(depth)
        item = self._stack[depth].item
        item.lines.append(line.span)
        item.end = line.end
        return True

    def _close_below(self, depth: int) -> None:
        while len(self._stack) > depth + 1:
            nested = self._close()
            item = self._stack[-1].item
            item.paragraph(self._text)
            item.children.append(nested)
            item.end = nested.span.end

    def _close(self) -> Block:
        top = self._stack.pop()
        top.items.append(top.item.block(self._text))
        span = Span(top.items[0].span.start, top.items[-1].span.end)
        ordered = top.family in ORDERED
        return Block(Kind.LIST, span, ordered=ordered, children=tuple(top.items))


def _item(line: Line) -> _Item:
    return _Item(line.start, line.end, [line.words] if line.words.start < line.end else [])
