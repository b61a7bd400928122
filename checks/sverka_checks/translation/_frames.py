"""Words of the other version's script in HTML blocks, and in the frames that shortcodes make.

There is no prose in them to align: what both pages have to the letter was not translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka.finding import Severity
from sverka.page import InlineKind, Kind, Page
from sverka.span import Span
from sverka_checks.translation._leftovers import Mark
from sverka_checks.translation._sides import Side

_CODE = re.compile(
    r"<(script|style|pre|code|svg|template)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
_BETWEEN = re.compile(r">(?P<text>[^<>{}]+)<")
_ATTRIBUTE = re.compile(
    r"\b(?:title|caption|label|text|description|heading|summary|placeholder|aria-label)\s*="
    r"""\s*(?P<mark>["'])(?P<text>[^"'<>{}]+)(?P=mark)""",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"^[ \t]*(?::{3,}[ \t]*\{?[\w-]+\}?[ \t]+(?P<title>[^\n{]+)"
    r"""|(?:!!!|\?\?\?\+?|\{%[ \t]*(?:note|cut|tab|spoiler))[^"\n]*"(?P<quoted>[^"\n]+)")""",
    re.MULTILINE,
)


def frames(side: Side) -> Iterator[Mark]:
    """What both pages have in their HTML and their frames, in the order of the text."""
    page, there = side.page, side.partner.source.text
    word = re.compile(rf"[{side.other.letters}]{{2,}}")
    for span in sorted(set(_texts(page))):
        text = page.source.quote(span)
        words = word.findall(text)
        if not words or 2 * sum(map(len, words)) < sum(map(str.isalpha, text)):
            continue
        at = there.find(text)
        if at < 0 or text.lower() in side.guests.native:
            continue
        plain = len(words) > 1 or words[0].islower()
        place = Span(at, at + len(text))
        yield Mark(span, text, Severity.ERROR if plain else Severity.WARNING, place)


def _texts(page: Page) -> Iterator[Span]:
    """The texts of a page that are no prose of its blocks and no code."""
    text = page.source.text
    code: list[Span] = []
    for block in page.walk():
        if block.kind is Kind.CODE:
            code.append(block.span)
        elif block.kind is Kind.HTML:
            code += [Span(*found.span()) for found in _CODE.finditer(text, *block.span)]
            yield from _inside(text, block.span, code, _BETWEEN, _ATTRIBUTE)
        elif block.kind is Kind.EMBED:
            yield from _inside(text, block.span, code, _ATTRIBUTE)
        for one in block.inlines:
            if one.kind is InlineKind.SHORTCODE:
                yield from _inside(text, one.span, code, _ATTRIBUTE)
    if "::" in text or "!!!" in text or "???" in text or "{%" in text:
        for match in _FRAME.finditer(text):
            name = "title" if match["title"] else "quoted"
            span = Span(*match.span(name))
            if not any(one.covers(span) for one in code):
                yield _stripped(text, span)


def _inside(
    text: str, extent: Span, code: list[Span], *patterns: re.Pattern[str]
) -> Iterator[Span]:
    for pattern in patterns:
        for match in pattern.finditer(text, *extent):
            span = _stripped(text, Span(*match.span("text")))
            if span.end > span.start and not any(one.covers(span) for one in code):
                yield span


def _stripped(text: str, span: Span) -> Span:
    inside = text[span.start : span.end]
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, start + len(inside.strip()))
