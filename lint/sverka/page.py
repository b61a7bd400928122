"""What a page is made of: blocks, the inline things in them, prose, front matter.

All of it is frozen, and every span is one of the page's own `sverka.source.Source.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sverka.source import Source
from sverka.span import Span

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in prose for a thing that is no prose: code, an image, a bare address, a variable."""


class Kind(StrEnum):
    """The kinds of block."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    QUOTE = "quote"
    CODE = "code"
    IMAGE = "image"
    HTML = "html"
    EMBED = "embed"


class InlineKind(StrEnum):
    """The kinds of inline thing."""

    LINK = "link"
    IMAGE = "image"
    CODE = "code"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRIKE = "strike"
    HTML = "html"
    SHORTCODE = "shortcode"


@dataclass(frozen=True, slots=True)
class Inline:
    """A thing inside a line of text.

    ``span`` covers it with its markup, ``text`` only what a reader sees of it (for an image
    its description). ``target`` is the address of a link or image as it is written.
    """

    kind: InlineKind
    span: Span
    text: Span
    target: str = ""


class Piece(NamedTuple):
    """The prose from ``at`` on, up to the next piece, stands in the file's ``length``
    characters from ``source`` on: letter for letter where both are equally long, as a whole
    (an `OBJECT`, an entity such as ``&nbsp;``) where they are not."""

    at: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of a block as a reader sees them, markup removed, and where each stands.

    Line breaks inside a block are single ``\\n``; what is no prose is one `OBJECT`.
    """

    text: str = ""
    pieces: tuple[Piece, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span in the file of the prose from ``start`` to ``end`` (``start < end``).

        It runs from the first character's place to the last one's, so it includes markup
        that stands between them.
        """
        return Span(self._place(start).start, self._place(end - 1).end)

    def _place(self, at: int) -> Span:
        """Where the one character of prose at ``at`` stands."""
        number = max(bisect_right(self.pieces, at, key=lambda piece: piece.at) - 1, 0)
        piece = self.pieces[number]
        following = number + 1
        stop = self.pieces[following].at if following < len(self.pieces) else len(self.text)
        if stop - piece.at != piece.length:
            return Span(piece.source, piece.source + piece.length)
        return Span(piece.source + at - piece.at, piece.source + at - piece.at + 1)


NO_PROSE = Prose()


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the page and the blocks inside it.

    ``span`` covers the block with its markup but without the blank lines around it.
    ``level``: of a heading, 1 to 6. ``ordered``: of a list. ``info``: the language of a code
    block, the name of an embed, the tag of an HTML block.
    ``prose`` and ``inlines`` are those of the block itself, not of its children: a heading, a
    paragraph, a table cell have them; an item has those of its first paragraph in a child.
    """

    kind: Kind
    span: Span
    level: int = 0
    ordered: bool = False
    info: str = ""
    prose: Prose = NO_PROSE
    inlines: tuple[Inline, ...] = ()
    children: tuple[Block, ...] = ()

    def walk(self) -> Iterator[Block]:
        """This block and all inside it, in the order of the text."""
        stack = [self]
        while stack:
            block = stack.pop()
            yield block
            stack.extend(reversed(block.children))


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of the front matter. ``key`` is dotted for nested values (``seo.title``),
    list members have their number (``tags.0``). ``value`` is as the parser gives it."""

    key: str
    value: object
    key_span: Span
    value_span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a page that could not be understood; ``reason`` is for people."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block of values at the top of a page. ``span`` includes the two rules around it;
    ``syntax`` is yaml, toml or json. A broken one has a ``problem`` and no entries."""

    span: Span
    syntax: str
    entries: tuple[Entry, ...] = ()
    problem: Problem | None = None

    def get(self, key: str) -> object:
        """The value under a dotted key, or None."""
        return next((entry.value for entry in self.entries if entry.key == key), None)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the page (HTML or MDX), outside code; ``text`` is without its brackets."""

    span: Span
    text: str


@dataclass(frozen=True)
class Page:
    """A page of the site. ``language`` is a pack's code, or "" where none could be told."""

    source: Source
    blocks: tuple[Block, ...]
    front: FrontMatter | None = None
    comments: tuple[Comment, ...] = ()
    language: str = ""

    @property
    def path(self) -> str:
        """POSIX path relative to the site's root."""
        return self.source.path

    @property
    def title(self) -> str:
        """The front matter's title, else the first heading, else ""."""
        stated = self.front.get("title") if self.front else None
        if isinstance(stated, str) and stated.strip():
            return stated.strip()
        return next((b.prose.text.strip() for b in self.blocks if b.kind is Kind.HEADING), "")

    def walk(self) -> Iterator[Block]:
        """All blocks, in the order of the text."""
        for block in self.blocks:
            yield from block.walk()
