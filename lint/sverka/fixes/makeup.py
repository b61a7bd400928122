"""What of a page no fix may change: how it is built, and the numbers in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sverka.page import Block, FrontMatter, InlineKind, Kind, Page

_NUMBER = re.compile(r"[-+\u2212\u00b1]?\d+(?:[.,:/]\d+)*[%\u2030\u00b0]?")
_ADDRESSED = frozenset((InlineKind.LINK, InlineKind.IMAGE))
_LITERAL = frozenset((InlineKind.CODE, InlineKind.HTML))
_LITERAL_BLOCKS = frozenset((Kind.CODE, Kind.HTML, Kind.EMBED))
"""What is no text for people stays to the letter."""

_MARKUP = re.compile(r"[*_`\[\]<>|~\\]")
"""Characters that are markup in one place and prose in another."""

Shape = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Makeup:
    """What must be equal before and after a fix.

    ``blocks``: of each block and those inside it, kind, level, order, language, inline things
    by kind, stray markup, whether there are words, and the text of code and tags. ``front``:
    syntax, keys and kinds of value of the front matter. ``comments``: their texts, for
    directives stand in them.
    ``numbers``: all digits of the file in their order, with sign, separators and unit sign, but
    for those in addresses.
    """

    blocks: Shape
    front: Shape
    comments: Shape
    numbers: tuple[str, ...]


def makeup(page: Page) -> Makeup:
    """The makeup of a page as it was read."""
    return Makeup(
        tuple(_block(block, page.source.text) for block in page.blocks),
        _front(page.front),
        tuple(comment.text for comment in page.comments),
        tuple(number for stretch in _unaddressed(page) for number in _NUMBER.findall(stretch)),
    )


def _block(block: Block, text: str) -> Shape:
    """The children of blocks lie in a tuple of their own, so that no two trees look alike."""
    literal = block.kind in _LITERAL_BLOCKS and not block.children
    return (
        block.kind,
        block.level,
        block.ordered,
        block.info,
        tuple(sorted(inline.kind for inline in block.inlines)),
        tuple(one.span.of(text) for one in block.inlines if one.kind in _LITERAL),
        block.span.of(text) if literal else bool(block.prose.text.strip()),
        # A mark that has lost its partner turns into prose.
        tuple(_MARKUP.findall(block.prose.text)),
        tuple(_block(child, text) for child in block.children),
    )


def _front(front: FrontMatter | None) -> Shape:
    if front is None:
        return ()
    entries = tuple((entry.key, type(entry.value).__name__) for entry in front.entries)
    return (front.syntax, front.problem is not None, entries)


def _unaddressed(page: Page) -> Iterator[str]:
    """The text of the file in stretches, without the addresses of links and images."""
    text, at = page.source.text, 0
    addresses = sorted(
        (inline.text.end, inline.span.end)
        for block in page.walk()
        for inline in block.inlines
        if inline.kind in _ADDRESSED
    )
    for start, end in addresses:
        if start > at:
            yield text[at:start]
        at = max(at, end)
    yield text[at:]
