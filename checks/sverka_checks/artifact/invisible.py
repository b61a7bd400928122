"""Characters that nobody sees stand in the text.

What it finds: zero-width spaces and joiners, soft hyphens, marks of writing direction, byte order
marks inside a page, control characters, and characters of private use, which only one font shows.
Those of one sort are one finding a page, at the first of them.

Why it matters: search and spell checkers do not find a word with such a character in it, and a
direction mark turns text around. They come along when text is copied from a web page or a PDF.

When it is wrong: soft hyphens and zero-width spaces that were set by hand to break long words;
joiners inside emoji, and the writing of languages that need them, are silent.

Source: the Unicode Standard, chapter 23, on layout controls and byte order marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka.check import Check, Context
from sverka.finding import Edit, Finding, Fix, Place, Severity
from sverka.page import InlineKind, Kind, Page
from sverka.span import Span

_SORTS = {
    "zero-width": "\u200b\u2060\u2061\u2062\u2063\u2064\u180e\ufeff\u034f\u115f\u1160\u3164\uffa0",
    "joiner": "\u200c\u200d",
    "soft-hyphen": "\u00ad",
    "direction": "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
}
_CONTROL = "\0-\x08\x0b\x0e-\x1f\x7f\u2028\u2029"
_PRIVATE = "\ue000-\uf8ff"
_SORT_OF = {mark: sort for sort, marks in _SORTS.items() for mark in marks}
_ANY = re.compile(f"[{''.join(_SORT_OF)}]+|[{_CONTROL}]+|[{_PRIVATE}]+")
_UNSEEN = frozenset((Kind.CODE, Kind.HTML, Kind.EMBED))


def run(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each sort of invisible character."""
    del context
    if not _ANY.search(page.source.text):
        return
    found: dict[str, list[Span]] = {}
    code = _code(page)
    for match in _ANY.finditer(page.source.text):
        span = Span(*match.span())
        sort = _sort(match[0][0])
        if any(one.covers(span) for one in code) or _belongs(page.source.text, span, sort):
            continue
        found.setdefault(sort, []).append(span)
    for sort, spans in found.items():
        private = sort == "private"  # a letter may have been meant
        edits = tuple(Edit(page.path, span, "") for span in spans)
        yield Finding(
            Place(page.path, _shown(page, spans[0])),
            sort,
            {"count": len(spans), "word": _word(page, spans[0])},
            fix=None if private else Fix(edits, safe=True, apart=True),
        )


def _sort(mark: str) -> str:
    if mark in _SORT_OF:
        return _SORT_OF[mark]
    return "private" if mark >= "\ue000" else "control"


def _code(page: Page) -> list[Span]:
    blocks = [block for block in page.walk() if block.kind in _UNSEEN or block.inlines]
    spans = [block.span for block in blocks if block.kind in _UNSEEN]
    return spans + [
        inline.span
        for block in blocks
        for inline in block.inlines
        if inline.kind in (InlineKind.CODE, InlineKind.HTML)
    ]


def _belongs(text: str, span: Span, sort: str) -> bool:
    """Whether a joiner does its work: in an emoji, or in a script that needs it."""
    if sort != "joiner":
        return False
    before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    return any(one > "\u05ff" and not one.isspace() for one in (before, after))


def _shown(page: Page, span: Span) -> Span:
    """The word around a character that has no width of its own."""
    text = page.source.text
    start, end = span
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _word(page: Page, span: Span) -> str:
    return _ANY.sub("", _shown(page, span).of(page.source.text)) or " "


MESSAGES = {
    "en": {
        "zero-width": "{count:character|characters} without width, first at “{word}”",
        "joiner": "{count:invisible joiner|invisible joiners}, first at “{word}”",
        "soft-hyphen": "{count:soft hyphen|soft hyphens}, first in “{word}”",
        "control": "{count:control character|control characters}, first at “{word}”",
        "private": "{count:character|characters} that only one font shows, first at “{word}”",
        "direction": "{count:mark|marks} of writing direction, first at “{word}”",
    },
    "ru": {
        "zero-width": "{count:символ|символа|символов} нулевой ширины, первый — у «{word}»",
        "joiner": "{count:невидимый соединитель|невидимых соединителя|невидимых соединителей}, "
        "первый — у «{word}»",
        "soft-hyphen": "{count:мягкий перенос|мягких переноса|мягких переносов}, "
        "первый — в «{word}»",
        "control": "{count:управляющий символ|управляющих символа|управляющих символов}, "
        "первый — у «{word}»",
        "private": "{count:символ|символа|символов}, которые есть только в одном шрифте, "
        "первый — у «{word}»",
        "direction": "{count:знак|знака|знаков} направления письма, первый — у «{word}»",
    },
}

CHECK = Check(
    id="artifact/invisible",
    unit="page",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {"en/a.md": "# Prices\n\nThe consul\u00adtation is free.\n"},
        {"ru/a.md": "# Цены\n\nКонсультация\u200b бесплатна.\n"},
        {"ru/a.md": "# Цены\n\nЗво\u0002ните: \ue0b0 перезвоним.\n"},
        {"en/a.md": "# Prices\n\nCall \u202a+1 555 010 0000\u202c any time.\n"},
    ),
    good=(
        {"en/a.md": "# Prices\n\nThe consultation is free \U0001f469\u200d\u2695\ufe0f.\n"},
        {"ru/a.md": "# Цены\n\nВ коде мягкий перенос — `\u00ad`.\n"},
    ),
    documentation=__doc__,
)
