"""What the three syntaxes share: limits, the error they raise, values that can be kept."""

from __future__ import annotations

import datetime as dt

from sverka.page import Entry
from sverka.span import Span

MAX_VALUES = 10_000
"""No page has so many values; an alias of aliases does (a "billion laughs")."""

MAX_DEPTH = 100


class Malformed(Exception):
    """Front matter that cannot be read. ``offset`` is a place in the file on the line to
    blame, ``reason`` is for people."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(reason)
        self.offset = offset
        self.reason = reason


def too_deep(offset: int) -> Malformed:
    """The error for values nested in values beyond `MAX_DEPTH`."""
    return Malformed(offset, f"the values are nested more than {MAX_DEPTH} levels deep")


def too_many(offset: int) -> Malformed:
    """The error for more than `MAX_VALUES` values."""
    return Malformed(offset, f"the front matter holds more than {MAX_VALUES:,} values")


def twice(offset: int, key: str) -> Malformed:
    """The error for a key that stands a second time in the same table."""
    return Malformed(offset, f'the key "{key}" stands here a second time; keep one of them')


def dotted(parent: str, key: str) -> str:
    """The key of a value inside another one."""
    return f"{parent}.{key}" if parent else key


def plain(value: object) -> object:
    """``value`` as an entry keeps it: a date or time as its ISO text, an empty list or table
    as ``()``, so that entries can be hashed, compared and written as JSON."""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return () if value in ([], {}) else value


def trimmed(text: str, span: Span) -> Span:
    """``span`` without the white space at its ends; empty at its start if it has nothing else."""
    words = span.of(text)
    if not words.strip():
        return Span(span.start, span.start)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, span.start + len(words.rstrip()))


class Collector:
    """Takes the entries in the order of the text and sees to the limits."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._seen = 0

    def visit(self, depth: int, offset: int) -> None:
        """Count a value, empty tables included; raises `Malformed` beyond the limits."""
        self._seen += 1
        if self._seen > MAX_VALUES:
            raise too_many(offset)
        if depth > MAX_DEPTH:
            raise too_deep(offset)

    def add(self, key: str, value: object, key_span: Span, value_span: Span) -> None:
        """Keep an entry."""
        self._entries.append(Entry(key, plain(value), key_span, value_span))

    def entries(self) -> tuple[Entry, ...]:
        """All that were kept."""
        return tuple(self._entries)
