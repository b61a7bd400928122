"""The shape of a line: does it end as a sentence does, could it be a heading."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from sverka.plaintext._prose import addresses
from sverka.span import Span

_HEADING_LENGTH = 80
_LONG = 120
_ENDS = ".!?;:\N{HORIZONTAL ELLIPSIS}"
_CLOSING = frozenset({"Pe", "Pf"})
_OPENING = frozenset({"Ps", "Pi"})
_QUOTES = "\"'"
_ENOUGH = 0.9


def punctuated(text: str, span: Span) -> bool:
    """Whether the line ends as a sentence or lead-in does, a closing quote or bracket aside."""
    at = span.end
    while at > span.start and _closes(text[at - 1]):
        at -= 1
    return at > span.start and text[at - 1] in _ENDS


def _closes(sign: str) -> bool:
    return sign in _QUOTES or unicodedata.category(sign) in _CLOSING


def looks_like_heading(text: str, span: Span) -> bool:
    """Whether the line is short, has a letter, no address and no punctuation at its end.

    It must begin and end with a letter, a number or a bracket or quote: a line with an
    asterisk or a copyright sign is a note.
    """
    words = span.of(text)
    if len(words) > _HEADING_LENGTH or punctuated(text, span):
        return False
    first, last = words[0], words[-1]
    begins = first.isalnum() or first in _QUOTES or unicodedata.category(first) in _OPENING
    ends = last.isalnum() or last in "%+" or _closes(last)
    has_letter = any(sign.isalpha() for sign in words)
    return begins and ends and has_letter and next(addresses(text, span), None) is None


def is_one_line_a_paragraph(text: str, lines: Iterable[Span]) -> bool:
    """Whether the text is set with each paragraph on one line: long lines end as sentences
    do. ``lines`` are those with prose on them. A text broken at a width has long lines, if
    any, that end anywhere."""
    long_lines = [line for line in lines if line.end - line.start > _HEADING_LENGTH]
    whole = sum(1 for line in long_lines if punctuated(text, line))
    longest = max((line.end - line.start for line in long_lines), default=0)
    return longest >= _LONG and whole >= _ENOUGH * len(long_lines)
