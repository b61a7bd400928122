"""A heading has the capitals of another language: «Как Начать Работу».

What it finds: headings whose words of more than three letters all begin with a capital, though the
language writes headings as sentences, and one of the words within is a verb or another that is no
part of a name. Where only the first word is, the rest may be a name, and the finding is a hint.

Why it matters: it tells readers at a glance that the page was made from an English one.

When it is wrong: titles of works and names of products that are written so by their owners.

Source: the rules of spelling of the language: only names and the first word have a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka.page import Block, Kind, Page
from sverka.wordclasses import WordClasses, word_classes

_CLASS = "small-in-headings"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STARTS = re.compile(r"[.!?:—–«\"“()/|]\s*\Z")
_SHORT = 3
"""Words of no more letters may be small in a heading of this kind."""
_LEAST = 3
"""A heading has so many words at least."""


def run(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each heading with capitals that its language has not."""
    language = context.packs.languages.get(page.language)
    if language is None:
        return
    classes = word_classes(language)
    if _CLASS not in classes.classes:
        return
    for block in page.walk():
        if block.kind is Kind.HEADING and block.prose.text:
            severity = _level(block, classes, language.fold)
            if severity is not None:
                place = Place(page.path, block.prose.span(0, len(block.prose.text)))
                found = Finding(place, "title", {"quote": " ".join(block.prose.text.split())})
                yield replace(found, severity=severity, confidence=0.9)


def _level(block: Block, classes: WordClasses, fold: Mapping[str, str]) -> Severity | None:
    """How sure it is that a heading has capitals of another language, `None` where it has not."""
    text = block.prose.text
    words = list(_WORD.finditer(text))
    if len(words) < _LEAST:
        return None
    told = [_known(word[0], classes, fold) for word in words]
    inner = 0
    for word, small in zip(words[1:], told[1:], strict=True):
        if word[0].isupper() or _STARTS.search(text, 0, word.start()):
            continue  # an abbreviation, the start of a part
        if not word[0][0].isupper():
            if len(word[0]) > _SHORT:
                return None
            continue
        inner += 1
        if small and word[0][1:].islower():
            told[0] = told[0] or small
            inner += len(words)
    if inner > len(words):
        return Severity.WARNING
    return Severity.INFO if inner > 1 and told[0] else None


def _known(word: str, classes: WordClasses, fold: Mapping[str, str]) -> bool:
    """Whether a word is one of those that are no part of a name."""
    lower = word.lower()
    folded = "".join(fold.get(letter, letter) for letter in lower)
    return _CLASS in classes.of(folded) or _CLASS in classes.of(lower)


MESSAGES = {
    "en": {"title": "Only the first word of a heading and names have a capital here: “{quote}”"},
    "ru": {"title": "В заголовке с прописной пишут только первое слово и имена: «{quote}»"},
}

CHECK = Check(
    id="artifact/title-case",
    unit="page",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=({"ru/start.md": "# Как Начать Работу\n\nОткройте приложение.\n"},),
    good=(
        {"ru/start.md": "# Как начать работу в Новом Уренгое\n\nОткройте приложение.\n"},
        {"ru/start.md": "# Московский Художественный Театр\n\nОткройте сайт.\n"},
        {"en/start.md": "# How to Get Started\n\nOpen the application.\n"},
    ),
    documentation=__doc__,
)
