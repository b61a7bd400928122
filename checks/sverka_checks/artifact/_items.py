"""The items of a list as a reader meets them: each one's sentences, and how it opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sverka.openings import NOTHING, Form, Opening, Reader
from sverka.page import Block, InlineKind, Kind
from sverka.sentences import Stops, split

LABEL = re.compile(r".{0,60}?(?:\s(?:[—–-]|--)\s|[^\s\d]:\s|\t)", re.DOTALL)
"""What begins an item of the kind “Price: five roubles”."""
_LETTER = re.compile(r"[\"'«“„(]*[^\W\d_]")
_CHANGE = re.compile(r"#\d+\b")
"""The number of an issue or request: the item is one of a list of changes."""
_LINK = 0.5
"""The share of an item from which a link at its beginning is a title, and no part of the text."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_MARKED = frozenset((InlineKind.STRONG, InlineKind.LINK))


@dataclass(frozen=True, slots=True)
class Item:
    """An item's first paragraph, its sentences as ranges in the prose, whether nothing else is in
    the item (``alone``), and how it opens."""

    block: Block
    sentences: tuple[tuple[int, int], ...]
    alone: bool
    opening: Opening = NOTHING

    @property
    def kind(self) -> Form | None:
        """The form that it opens with; gerunds go with nouns: “skin cleansing”, “applying it”."""
        return Form.NOUN if self.opening.form is Form.GERUND else self.opening.form

    def kinds(self) -> frozenset[Form]:
        """What it opens with, or may open with."""
        return frozenset((self.kind,)) if self.kind else self.opening.perhaps

    def text(self, number: int = 0) -> str:
        """One of its sentences."""
        start, end = self.sentences[number]
        return self.block.prose.text[start:end]


def lists(blocks: Sequence[Block]) -> Iterator[tuple[Block | None, Block]]:
    """All lists, each with the block right before it."""
    before: Block | None = None
    for block in blocks:
        if block.kind is Kind.LIST:
            yield before, block
        yield from lists(block.children)
        before = block


def items_of(block: Block, stops: Stops) -> list[Item]:
    """The items of a list; none where one of them has no text, or there is only one."""
    items: list[Item] = []
    for item in block.children:
        first = next(iter(item.children), None)
        if first is None or first.kind is not Kind.PARAGRAPH or not first.prose.text.strip():
            return []
        items.append(Item(first, split(first.prose.text, stops), len(item.children) == 1))
    return items if len(items) > 1 else []


def opened(items: Sequence[Item], reads: Reader) -> list[Item]:
    """The items with their openings. Where several have sentences after the first one, that is a
    headline of any form, and tells nothing."""
    headlines = sum(len(one.sentences) > 1 for one in items) > 1
    return [
        one
        if len(one.sentences) > 1 and headlines
        else replace(one, opening=opening_of(one, reads))
        for one in items
    ]


def opening_of(item: Item, reads: Reader) -> Opening:
    """How an item opens; nothing of one that begins with a label or code, that asks, or that is
    the title of something or the message of a change."""
    text = item.text()
    if _CHANGE.search(text):
        return NOTHING
    if not _LETTER.match(text) or text.endswith("?") or LABEL.match(text) or _is_title(text):
        return NOTHING
    start = item.block.prose.span(*item.sentences[0]).start
    for inline in item.block.inlines:
        length = inline.text.end - inline.text.start
        if inline.kind is InlineKind.LINK and length > _LINK * len(text):
            return NOTHING
        if inline.kind in _MARKED and inline.span.start <= start:
            return NOTHING
    return reads.opening(text)


def _is_title(text: str) -> bool:
    """Whether all its longer words have capitals: “Disable Activation Lock”."""
    words = _WORD.findall(text)
    return len(words) > 1 and all(word[0].isupper() for word in words)
