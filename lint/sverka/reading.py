"""A source -> a page: the one place that knows which reader reads which file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from sverka import frontmatter
from sverka.markdown import parse
from sverka.markdown.shortcodes import Shortcode
from sverka.page import Page
from sverka.source import Source


def read_page(source: Source, shortcodes: Sequence[Shortcode] = ()) -> Page:
    """Read a page; its language is not known yet. ``shortcodes`` are the site's own.

    A text file whose body is written in Markdown is read as Markdown.
    """
    front, start = frontmatter.split(source)
    suffix = PurePosixPath(source.path).suffix.lower()
    if suffix == ".txt":
        from sverka import plaintext  # most sites have no such page

        if not plaintext.looks_like_markdown(source.text[start:]):
            return Page(source, plaintext.parse(source.text, start), front)
    document = parse(source.text, start, shortcodes=shortcodes, suffix=suffix)
    return Page(source, document.blocks, front, document.comments)
