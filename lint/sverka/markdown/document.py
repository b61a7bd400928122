"""Markdown text -> a tree of blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt

from sverka.markdown.blocks import TreeReader
from sverka.markdown.extended_table import EXTENDED_TABLE, extended_table
from sverka.markdown.recorder import SpanRecorder
from sverka.markdown.shortcodes import BUILTIN, Shortcode, mask
from sverka.page import Block, Comment

DEEPEST = 60
"""Blocks nested deeper than this are read as the text of the one that holds them."""


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a Markdown text and its comments."""

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...]


def _as_written(address: str) -> str:
    return address


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    parser.inline = SpanRecorder()
    parser.core.ruler.disable("text_join")  # it would join tokens and lose their places
    # Links are compared as they are written, and a page is read whatever it links to.
    parser.normalizeLink = _as_written  # type: ignore[method-assign,assignment]
    parser.validateLink = bool  # type: ignore[method-assign,assignment]
    parser.block.ruler.before(
        "table", EXTENDED_TABLE, extended_table, {"alt": ["paragraph", "reference", "blockquote"]}
    )
    return parser


def parse(
    text: str, start: int = 0, *, shortcodes: Sequence[Shortcode] = (), suffix: str = ".md"
) -> Document:
    """Parse the Markdown that begins at ``start`` of ``text``.

    ``shortcodes`` are a site's own, tried before the built-in ones. Spans count from the
    beginning of ``text``.
    """
    masked = mask(text, (*shortcodes, *BUILTIN), start=start, suffix=suffix)
    reader = TreeReader(_parser(), masked)
    return Document(reader.read(start, len(text)), masked.comments)
