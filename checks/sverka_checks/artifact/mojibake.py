"""Letters were read in the wrong encoding.

What it finds: text such as “â€™” for an apostrophe or “РїСЂРёРІРµС‚” for «привет», and the
replacement character “�” that stands for a letter already lost.

Why it matters: nobody can read it, and it is indexed as it stands.

When it is wrong: a page about encodings that shows such text as an example. Put it in code.

Source: what UTF-8 looks like when it is read as Windows-1251, Windows-1252 and the like; the
library ftfy tells such text from real words and undoes the damage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sverka.check import Check, Context
from sverka.finding import Edit, Finding, Fix, Place, Severity
from sverka.page import Block, Page

_LOST = "\N{REPLACEMENT CHARACTER}"
_SPACE = re.compile(r"\s")
# Where each of two or more letters became two: the first of each pair is one of very few.
_SUSPECT = re.compile(
    r"(?:[ÐÑÃÂâР][\u0080-\u00bf\u0400-\u040f\u0450-\u045f\u0490\u0491°±µ¶·‘’“”€ќ†‡ˆ‰‹›™š\u00a0„…–—œžŸ]"
    r"|[РС][^\s\w.,;:!?)»\"'(«-]|в[Ђњ]|Р[°-ї]Р|[РС][\u00a0-ї][РС][\u00a0-ї])"
)


@cache
def _mended(text: str) -> str:
    """The text as it was before it was misread; the same text where nothing can be told."""
    import ftfy  # noqa: PLC0415 - only where something looks odd

    return ftfy.fix_encoding(text)


def run(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each stretch of misread text of a block."""
    del context
    if page.source.text.isascii():
        return
    for block in page.walk():
        if block.prose.text and not block.prose.text.isascii():
            yield from _misread(page, block)
            yield from _lost(page, block)


def _misread(page: Page, block: Block) -> Iterator[Finding]:
    text = block.prose.text
    end = 0
    for match in _SUSPECT.finditer(text):
        if match.start() < end:
            continue
        start, end = _word(text, match.start(), match.end())
        while text[end : end + 1] == " ":
            following = _word(text, end + 1, end + 1)
            if not _SUSPECT.search(text, *following):
                break
            end = following[1]
        mended = _mended(text[start:end])
        if mended == text[start:end]:
            continue
        span = block.prose.span(start, end)
        yield Finding(
            Place(page.path, span),
            "misread",
            {"quote": text[start:end], "better": mended},
            fix=Fix((Edit(page.path, span, mended),)),
            confidence=0.97,
        )


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space around a place. Looked for from there and not by the
    pattern, which would begin anew at every letter of a long one."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    found = _SPACE.search(text, end)
    return start, found.start() if found else len(text)


def _lost(page: Page, block: Block) -> Iterator[Finding]:
    text = block.prose.text
    at = text.find(_LOST)
    if at >= 0:
        start, end = _word(text, at, at)
        place = Place(page.path, block.prose.span(start, end))
        yield Finding(place, "lost", {"quote": text[start:end], "count": text.count(_LOST)})


MESSAGES = {
    "en": {
        "misread": "Text read in the wrong encoding: “{quote}” was “{better}”",
        "lost": "{count:letter was|letters were} lost to a wrong encoding here: “{quote}”",
    },
    "ru": {
        "misread": "Текст прочитан не в той кодировке: вместо «{quote}» было «{better}»",
        "lost": "Здесь из-за неверной кодировки {count:пропала буква|пропали буквы|пропало букв}: "
        "«{quote}»",
    },
}

CHECK = Check(
    id="artifact/mojibake",
    unit="page",
    run=run,
    severity=Severity.ERROR,
    messages=MESSAGES,
    bad=(
        {"en/a.md": "# Care\n\nDon’t wash your face: itâ€™s too early.\n"},
        {"ru/a.md": "# Уход\n\nР—Р°РІС‚СЂР° РїСЂРёС…РѕРґРёС‚Рµ РЅР° РїСЂРёС‘Рј.\n"},
        {"ru/a.md": "# Уход\n\nПриходите на при\ufffdм.\n"},
    ),
    good=(
        {"en/a.md": "# Care\n\nThe café’s façade is “très chic”: naïve, 5 °C, 20 €, Ångström.\n"},
        {"ru/a.md": "# Уход\n\nСтоимость — 5 000 ₽, температура ±5 °C, «ёлочки», № 7, Ру́сь.\n"},
    ),
    documentation=__doc__,
)
