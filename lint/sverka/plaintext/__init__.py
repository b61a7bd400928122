"""Pages of plain text: headings, paragraphs and lists as people type them without Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.page import Block, Kind
from sverka.plaintext._lines import Line, read
from sverka.plaintext._lists import marked_list, unmarked_list
from sverka.plaintext._prose import block
from sverka.plaintext._shape import is_one_line_a_paragraph, looks_like_heading
from sverka.span import Span

__all__ = ["looks_like_markdown", "parse"]

_MARKDOWN_SIGNS = re.compile(
    r"^ {0,3}#{1,6}[ \t]+\S"  # a heading
    r"|^ {0,3}(?:```|~~~)"  # a fence
    r"|^ {0,3}>[ \t]*[^\s>\d]"  # a quote; "> 5" is a comparison
    # The row below a table's head, told by its bars and dashes.
    r"|^[ \t]*+(?:\|[ \t]*+)?:?-{2,}+:?[ \t]*+\|[-:| \t]*+$"
    r"|(?<![*\w])\*\*(?=[^\s*])[^*\n]{1,500}(?<!\s)\*\*(?!\*)"  # strong words
    r"|\[[^\[\]\n]{1,500}\]\([^()\s]{1,1000}[ )]",  # a link or an image
    re.MULTILINE,
)


def looks_like_markdown(text: str) -> bool:
    """Whether a text file is written in Markdown: a heading, strong words, a link, a quote, a
    fence, or a table. A list alone is no sign, plain texts have them too."""
    return _MARKDOWN_SIGNS.search(text) is not None


def parse(text: str, start: int = 0) -> tuple[Block, ...]:
    """The blocks of a plain text from the offset ``start`` on; spans count from its beginning.

    Headings (the first one has level 1, all others 2), paragraphs, and lists whose items hold
    a paragraph and the lists nested in them. Bare addresses are links, and one `OBJECT` each
    in prose. Never raises.
    """
    lines = read(text, start)
    prose = (line.span for line in lines if not (line.blank or line.rule or line.marker))
    by_line = is_one_line_a_paragraph(text, prose)
    blocks: list[Block] = []
    headings = 0
    for chunk in _chunks(text, lines):
        if isinstance(chunk, Block):
            blocks.append(chunk)
            continue
        parts = _by_line(text, chunk) if by_line else _joined(text, chunk)
        for part, heading in parts:
            headings += heading
            level = min(headings, 2) if heading else 0
            kind = Kind.HEADING if heading else Kind.PARAGRAPH
            blocks.append(block(kind, text, part, level))
    return tuple(blocks)


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines of prose with nothing between them; ``first`` ones of the page, or close
    ``below_list``, without a blank line."""

    lines: tuple[Span, ...]
    first: bool
    below_list: bool


_Part = tuple[tuple[Span, ...], bool]
"""The lines of a block, and whether it is a heading."""


def _chunks(text: str, lines: Sequence[Line]) -> Iterator[Block | _Group]:
    """Lists, and groups of lines between lists, blank lines and drawn ones."""
    group: list[Span] = []
    first, below_list = True, False
    at = 0
    while at < len(lines):
        line = lines[at]
        apart = line.blank or line.rule
        found = None if apart else marked_list(text, lines, at) or unmarked_list(text, lines, at)
        if not apart and found is None:
            group.append(line.span)
            at += 1
            continue
        if group:
            yield _Group(tuple(group), first, below_list)
            first, group = False, []
        below_list = found is not None
        if found is None:
            at += 1
        else:
            yield found[0]
            first, at = False, found[1]
    if group:
        yield _Group(tuple(group), first, below_list)


def _joined(text: str, group: _Group) -> Iterator[_Part]:
    """One block: a heading if it is a short line by itself. What stands close below a list
    may be the rest of its last item."""
    alone = len(group.lines) == 1 and not group.below_list
    yield group.lines, alone and looks_like_heading(text, group.lines[0])


def _by_line(text: str, group: _Group) -> Iterator[_Part]:
    """A block for each line: a heading if it is a short one before a longer or a finished one.

    Several short lines together, such as an address or a menu, are none, save that the last
    may head what follows, and the page's very first one is its title.
    """
    short = [looks_like_heading(text, line) for line in group.lines]
    last = len(short) - 1
    for number, line in enumerate(group.lines):
        if number < last:
            heads = not short[number + 1] or (number == 0 and group.first)
        else:
            heads = number == 0 or not short[number - 1]
        yield (line,), short[number] and heads
