"""Letters were read in the wrong encoding.

What it finds: text such as “â€™” for an apostrophe, “РїСЂРёРІРµС‚” or “Ïðèâåò” for «привет», the
replacement character “�” that stands for a letter already lost, rows of question marks in place of
words, and entities that were escaped twice (“&amp;nbsp;”).

Why it matters: nobody can read it, and it is indexed as it stands.

When it is wrong: a page about encodings that shows such text as an example. Put it in code.

Source: what UTF-8 looks like when it is read as Windows-1251, Windows-1252 and the like; the
library ftfy tells such text from real words and undoes the damage.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache

from sverka.check import Check, Context
from sverka.finding import Edit, Finding, Fix, Place, Severity
from sverka.page import Block, Page

_MARKS = ("ï»¿", "п»ї")
"""A byte order mark, misread."""
_LOST = "\N{REPLACEMENT CHARACTER}"
_GONE = re.compile(rf"{_LOST}|пїЅ|ï¿½|(?<!\S)\?{{3,}}(?:\s\?{{2,}})+(?!\S)")
_ENTITY = re.compile(r"&(?:nbsp|quot|amp|lt|gt|laquo|raquo|[mn]dash|hellip|[lr][sd]quo|#\d{2,5});")
_SINGLE = re.compile(
    r"(?<![À-ÿ])[À-ÿ]{5,}(?![A-Za-z])|(?:[╨╤][^\s\w]|[╨╤]\w){3,}|(?<![À-ÿ\x80-\x9f])[\x80-\x9f](?![\x80-\x9f])|^(?:ï»¿|п»ї)"
)
"""Text of another misreading: each letter is one, or was read in a code page of DOS."""
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


def _reread(text: str) -> str:
    """The same for text that was read in a code page of one byte a letter."""
    if text in _MARKS:
        return ""
    if len(text) > 1 and [*text] == sorted(text):  # the letters of an alphabet, one after another
        return text
    ways = (
        (("latin-1", "cp1252"),) if len(text) == 1 else (("cp866", "utf-8"), ("latin-1", "cp1251"))
    )
    for read, written in ways:
        try:
            found = text.encode(read).decode(written)
        except UnicodeError:
            continue
        if found != text and not any("\x80" <= one < "\xa0" for one in found):
            return found
    return text


def run(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each stretch of misread text of a block."""
    del context
    for block in page.walk() if _odd(page.source.text) else ():
        if block.prose.text:
            yield from _lost(page, block)
            yield from _entities(page, block)
        if block.prose.text and not block.prose.text.isascii():
            yield from _misread(page, block)
            yield from _single(page, block)


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


def _single(page: Page, block: Block) -> Iterator[Finding]:
    text = block.prose.text
    for match in _SINGLE.finditer(text):
        mended = _reread(match[0])
        if mended == match[0]:
            continue
        span = block.prose.span(*match.span())
        place = Place(page.path, span)
        data = {"quote": match[0], "better": mended}
        fix = Fix((Edit(page.path, span, mended),))
        yield Finding(place, "misread", data, fix=fix, confidence=0.95)


def _odd(text: str) -> bool:
    return not text.isascii() or "???" in text or "&amp;" in text


def _lost(page: Page, block: Block) -> Iterator[Finding]:
    text = block.prose.text
    gone = list(_GONE.finditer(text))
    if gone:
        start, end = _word(text, *gone[0].span())
        place = Place(page.path, block.prose.span(start, end))
        count = sum(len(one[0]) if "?" in one[0] else 1 for one in gone)
        yield Finding(place, "lost", {"quote": text[start:end], "count": count})


def _entities(page: Page, block: Block) -> Iterator[Finding]:
    found = _ENTITY.search(block.prose.text)
    if found:
        place = Place(page.path, block.prose.span(*found.span()))
        data = {"quote": found[0], "better": html.unescape(found[0])}
        yield Finding(place, "entity", data, severity=Severity.WARNING)


MESSAGES = {
    "en": {
        "misread": "Text read in the wrong encoding: “{quote}” was “{better}”",
        "entity": "The entity “{quote}” was escaped twice; readers see it instead of “{better}”",
        "lost": "{count:letter was|letters were} lost to a wrong encoding here: “{quote}”",
    },
    "ru": {
        "misread": "Текст прочитан не в той кодировке: вместо «{quote}» было «{better}»",
        "entity": "Код символа «{quote}» экранирован дважды; читатель видит его вместо «{better}»",
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
        {"ru/a.md": "# Уход\n\nÏðèõîäèòå утром.\n"},
        {"en/a.md": "# Care\n\n????? ??????? in the morning.\n"},
        {"en/a.md": "# Care\n\nWash&amp;nbsp;it.\n"},
    ),
    good=(
        {"en/a.md": "# Care\n\nThe café’s façade is “très chic”: naïve, 5 °C, 20 €, Ångström.\n"},
        {"ru/a.md": "# Уход\n\nСтоимость — 5 000 ₽, температура ±5 °C, «ёлочки», № 7, Ру́сь.\n"},
    ),
    documentation=__doc__,
)
