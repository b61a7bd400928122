"""The words by which a finding is known again, however the lines of its page are broken."""

from __future__ import annotations

import re

from sverka.source import Source
from sverka.span import Span

_OPENS_A_BLOCK = re.compile(r"[ \t]*(?:[-*+>|#<]|\d+[.)]|`{3}|~{3}|:{3}|={3}|\{[%{])")
"""A line with which a paragraph does not go on."""
_CLOSES_ITSELF = re.compile(r"[ \t]*(?:[|#<]|`{3}|~{3}|:{3}|={3}|-{3}|\{[%{])")
"""A line that goes on in no other."""
_TARGET = re.compile(r"(?<=\]\()[^()\s]+")
"""Where a link leads: when a page is renamed, the links to it are changed, and what they say
is not."""
_FARTHEST = 200
"""Lines that are looked at to each side; a paragraph that is longer is a text of another kind."""


def anchor(source: Source, span: Span) -> str:
    """What is under ``span``, without the targets of links; where that are whole lines, all of
    the paragraph they stand in.

    A rule that speaks of a paragraph points at its first or its last line. Which words these
    hold depends on where the lines are broken; the words of the paragraph do not.
    """
    return _TARGET.sub("", _around(source, span))


def _around(source: Source, span: Span) -> str:
    text = source.text
    first = source.position(span.start).line
    last = source.position(max(span.start, span.end - 1)).line
    start, end = source.line_span(first), source.line_span(last)
    whole = not text[start.start : span.start].strip() and not text[span.end : end.end].strip()
    if not whole or not span.of(text).strip():
        return span.of(text)
    top, bottom = _first_of(source, first), _last_of(source, last)
    if (top, bottom) == (first, last):
        return span.of(text)
    return text[source.line_span(top).start : source.line_span(bottom).end]


def _first_of(source: Source, line: int) -> int:
    """The line on which the paragraph begins."""
    for _ in range(_FARTHEST):
        if line == 1 or _OPENS_A_BLOCK.match(source.text, source.line_starts[line - 1]):
            break
        before = source.line_span(line - 1)
        above = before.of(source.text)
        if not above.strip() or _CLOSES_ITSELF.match(above):
            break
        line -= 1
    return line


def _last_of(source: Source, line: int) -> int:
    """The line on which the paragraph ends."""
    if _CLOSES_ITSELF.match(source.text, source.line_starts[line - 1]):
        return line
    for _ in range(_FARTHEST):
        if line == len(source.line_starts):
            break
        below = source.line_span(line + 1).of(source.text)
        if not below.strip() or _OPENS_A_BLOCK.match(below):
            break
        line += 1
    return line
