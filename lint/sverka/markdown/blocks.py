"""Block tokens -> the tree of blocks."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sverka.markdown.extended_table import EXTENDED_TABLE, cells_of
from sverka.markdown.html import html_inlines, shows_something, tag_name
from sverka.markdown.inline import Origin, read
from sverka.markdown.shortcodes import SILENT, SOMETHING, Masked
from sverka.page import OBJECT, Block, Inline, InlineKind, Kind
from sverka.span import Span, hull

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LIST_MARK = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?=[ \t\n]|\Z)")
_CELL_EDGE = re.compile(r"\\\||\|")


class TreeReader:
    """Reads blocks from a masked text; spans count from the beginning of that text."""

    def __init__(self, parser: MarkdownIt, masked: Masked) -> None:
        self._parser = parser
        self.text = masked.text
        self._source = masked.source
        self._links = sorted(masked.links, key=lambda link: link.span.start)
        self._link_starts = [link.span.start for link in self._links]

    def read(self, start: int, end: int) -> tuple[Block, ...]:
        """The blocks of the text from ``start`` to ``end``."""
        text = self.text[start:end]
        tokens = self._parser.parse(text)
        return _Lines(self, text, start, tokens).blocks()

    def leaf(self, token: Token, origin: Origin) -> tuple[Block, ...]:
        """A paragraph (without its span), or what a paragraph of one thing really is."""
        prose, inlines = read(token, origin)
        if not inlines and not prose.text.strip():
            return ()
        span = _extent(origin, token.content)
        inlines = self._with_links(span, tuple(self._as_written(one) for one in inlines))
        kind = Kind.PARAGRAPH
        lone = prose.text.strip(f" \t\n{OBJECT}") == ""
        kinds = {inline.kind for inline in inlines}
        if lone and InlineKind.IMAGE in kinds and kinds <= {InlineKind.IMAGE, InlineKind.LINK}:
            kind = Kind.IMAGE
        elif lone and kinds == {InlineKind.SHORTCODE}:
            kind = Kind.EMBED
        elif not prose.text.strip() and not (kinds - {InlineKind.HTML}):
            return ()
        return (Block(kind, span, prose=prose, inlines=inlines),)

    def _as_written(self, inline: Inline) -> Inline:
        """The same, with what was masked in its address put back."""
        target = inline.target
        if SILENT not in target and SOMETHING not in target:
            return inline
        at = self.text.rfind(target, inline.span.start, inline.span.end)
        written = self._source[at : at + len(target)] if at >= 0 else ""
        return replace(inline, target=written)

    def _with_links(self, span: Span, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Add the links that shortcodes make inside ``span``."""
        first = bisect_right(self._link_starts, span.start - 1)
        last = bisect_right(self._link_starts, span.end - 1)
        if first == last:
            return inlines
        links = self._links[first:last]
        both = [
            inline
            for inline in inlines
            if not (
                inline.kind is InlineKind.SHORTCODE
                and any(link.span == inline.span for link in links)
            )
        ]
        return tuple(sorted([*both, *links], key=lambda one: (one.span.start, -one.span.end)))


def _extent(origin: Origin, content: str) -> Span:
    if not content:
        place = origin.offset(0)
        return Span(place, place)
    return origin.span(0, len(content))


class _Lines:
    """The tokens of one stretch of text, and where its lines stand."""

    def __init__(self, reader: TreeReader, text: str, base: int, tokens: Sequence[Token]) -> None:
        self._reader = reader
        self._text = text
        self._base = base
        self._tokens = tokens
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._at = 0

    def blocks(self) -> tuple[Block, ...]:
        """All blocks at the top."""
        found: list[Block] = []
        while self._at < len(self._tokens):
            found.extend(self._next(0, 0))
        return tuple(found)

    def _next(self, floor: int, quotes: int) -> tuple[Block, ...]:
        """Read one block. It stands at ``floor`` or later, ``quotes`` quotes deep."""
        token = self._tokens[self._at]
        self._at += 1
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            return self._list(token, floor, quotes)
        if kind == "blockquote_open":
            children = self._children("blockquote_close", floor, quotes + 1)
            return (Block(Kind.QUOTE, self._span(token, floor, quotes), children=children),)
        if kind == "heading_open":
            return self._heading(token, floor, quotes)
        if kind == "paragraph_open":
            inline = self._tokens[self._at]
            self._at += 2
            return self._reader.leaf(inline, self._origin(inline))
        if kind in ("fence", "code_block"):
            info = token.info.split()[0] if token.info.split() else ""
            return (Block(Kind.CODE, self._span(token, floor, quotes), info=info),)
        if kind == "html_block":
            return self._html(token, floor, quotes)
        if kind == "table_open":
            return self._table(token, floor, quotes)
        if kind == EXTENDED_TABLE:
            return self._extended(token, floor, quotes)
        return ()  # a rule between sections: it says nothing

    def _children(self, closing: str, floor: int, quotes: int) -> tuple[Block, ...]:
        found: list[Block] = []
        while self._tokens[self._at].type != closing:
            found.extend(self._next(floor, quotes))
        self._at += 1
        return tuple(found)

    def _list(self, token: Token, floor: int, quotes: int) -> tuple[Block, ...]:
        items: list[Block] = []
        while (opening := self._tokens[self._at]).type == "list_item_open":
            self._at += 1
            span = self._span(opening, floor, quotes)
            mark = _LIST_MARK.match(self._text, span.start - self._base)
            inside = self._base + mark.end() if mark else span.start
            children = self._children("list_item_close", inside, quotes)
            items.append(Block(Kind.ITEM, span, children=children))
            floor = span.end
        self._at += 1
        ordered = token.type == "ordered_list_open"
        span = hull(item.span for item in items)
        return (Block(Kind.LIST, span, ordered=ordered, children=tuple(items)),)

    def _heading(self, token: Token, floor: int, quotes: int) -> tuple[Block, ...]:
        inline = self._tokens[self._at]
        self._at += 2
        leaf = self._reader.leaf(inline, self._origin(inline))
        if not leaf:
            return ()
        span = self._span(token, floor, quotes)
        return (replace(leaf[0], kind=Kind.HEADING, span=span, level=int(token.tag[1])),)

    def _html(self, token: Token, floor: int, quotes: int) -> tuple[Block, ...]:
        span = self._span(token, floor, quotes)
        html = self._text[span.start - self._base : span.end - self._base]
        if not shows_something(html):
            return ()
        inlines = html_inlines(html, span.start)
        return (Block(Kind.HTML, span, info=tag_name(html), inlines=inlines),)

    def _table(self, token: Token, floor: int, quotes: int) -> tuple[Block, ...]:
        rows: list[Block] = []
        cells: list[Block] = []
        edges: list[Span] = []
        row = token
        while (part := self._tokens[self._at]).type != "table_close":
            self._at += 1
            if part.type == "tr_open":
                row, cells = part, []
                edges = self._cell_spans(self._span(part, floor, quotes))
            elif part.type == "inline":
                cells.append(self._cell(part, edges, len(cells), self._span(row, floor, quotes)))
            elif part.type == "tr_close":
                span = self._span(row, floor, quotes)
                rows.append(Block(Kind.ROW, span, children=tuple(cells)))
        self._at += 1
        return (Block(Kind.TABLE, self._span(token, floor, quotes), children=tuple(rows)),)

    def _cell(self, inline: Token, edges: list[Span], number: int, row: Span) -> Block:
        if number >= len(edges) or not inline.content:
            place = edges[number].start if number < len(edges) else row.end
            return Block(Kind.CELL, Span(place, place))
        edge = edges[number]
        raw = self._text[edge.start - self._base : edge.end - self._base]
        parts = [(0, edge.start)]
        for count, match in enumerate(re.finditer(r"\\\|", raw)):
            # The parser drops the backslash of an escaped bar, so what follows it shifts.
            parts.append((match.start() - count, edge.start + match.start() + 1))
        leaf = self._reader.leaf(inline, Origin(tuple(parts)))
        if not leaf:
            return Block(Kind.CELL, edge)
        return replace(leaf[0], kind=Kind.CELL, span=edge)

    def _cell_spans(self, row: Span) -> list[Span]:
        """The trimmed spans between the bars of a table row."""
        start, end = row.start - self._base, row.end - self._base
        bars = [m.start() for m in _CELL_EDGE.finditer(self._text, start, end) if m[0] == "|"]
        edges = [start - 1, *bars, end]
        if bars and not self._text[start : bars[0]].strip():
            edges = edges[1:]
        if bars and not self._text[bars[-1] + 1 : end].strip():
            edges = edges[:-1]
        spans: list[Span] = []
        for left, right in itertools.pairwise(edges):
            inside = self._text[left + 1 : right]
            begin = left + 1 + len(inside) - len(inside.lstrip())
            spans.append(Span(begin, begin + len(inside.strip())).shifted(self._base))
        return spans

    def _extended(self, token: Token, floor: int, quotes: int) -> tuple[Block, ...]:
        table = self._span(token, floor, quotes)
        rows: list[Block] = []
        for span, cells in cells_of(self._reader.text, table):
            blocks = [self._extended_cell(cell) for cell in cells]
            rows.append(Block(Kind.ROW, span, children=tuple(blocks)))
        return (Block(Kind.TABLE, table, children=tuple(rows)),)

    def _extended_cell(self, cell: Span) -> Block:
        inside = self._reader.text[cell.start : cell.end]
        begin = cell.start + len(inside) - len(inside.lstrip())
        span = Span(begin, begin + len(inside.strip()))
        blocks = self._reader.read(span.start, span.end)
        if len(blocks) == 1 and blocks[0].kind is Kind.PARAGRAPH:
            return replace(blocks[0], kind=Kind.CELL)
        return Block(Kind.CELL, span, children=blocks)

    def _span(self, token: Token, floor: int, quotes: int) -> Span:
        """The span of a token's lines, from its first letter on, blank lines at its end cut."""
        first, last = token.map or (0, 0)
        start = max(self._starts[first], floor - self._base)
        text = self._text
        line_end = self._starts[first + 1] - 1
        seen = 0
        if start > self._starts[first]:
            quotes = 0  # the marks of the quotes stand before the floor
        while start < line_end and (text[start] in " \t" or (text[start] == ">" and seen < quotes)):
            seen += text[start] == ">"
            start += 1
        end = min(self._starts[last] - 1, len(text))
        blank = " \t>" if quotes else " \t"
        while (line := text.rfind("\n", start, end)) >= 0 and not text[line:end].strip(
            blank + "\n"
        ):
            end = line
        kept = text[start:end].rstrip(" \t")
        return Span(start, start + len(kept)).shifted(self._base)

    def _origin(self, inline: Token) -> Origin:
        """Where the lines of an inline token's content stand."""
        first = inline.map[0] if inline.map else 0
        parts: list[tuple[int, int]] = []
        at = 0
        lines = inline.content.split("\n")
        last = inline.map[1] - len(lines) if inline.map else first
        while first < last and lines[0] not in self._line(first):
            first += 1  # the parser drops lines of white space that is no blank
        for number, line in enumerate(lines):
            row = min(first + number, len(self._starts) - 2)
            start = self._starts[row]
            raw = self._line(row)
            words = line.strip(" \t")
            column = len(raw) - len(words) if raw.endswith(words) else raw.rfind(words)
            lead = len(line) - len(line.lstrip(" \t")) if words else 0
            parts.append((at + lead, self._base + start + max(column, 0)))
            at += len(line) + 1
        return Origin(tuple(parts))

    def _line(self, row: int) -> str:
        return self._text[self._starts[row] : self._starts[row + 1] - 1]
