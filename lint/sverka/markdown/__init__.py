"""Markdown and its site-builder dialects -> blocks, inline things and comments, with spans."""

from sverka.markdown.document import Document, parse

__all__ = ["Document", "parse"]
