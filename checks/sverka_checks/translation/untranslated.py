"""Something is left in the language of the other version.

What it finds: a word, a sentence, a row of paragraphs, a link's text, a table cell, the
description of a picture, or a value of the front matter that nobody translated. Neighbouring
sentences are one finding; a page that is mostly untranslated is one finding for the page.

Why it matters: readers of one language stumble over words that they cannot read.

When it is wrong: words that are shown on purpose and not introduced as such. What stands in
brackets beside its translation, what is called a word or a letter, code, names in a menu of
languages, lists that both versions show in both languages, titles of linked works: they are left
alone. So are brands, labels of programs and file names in a language whose words stand in all
texts as they are: of that one only sentences count, and short texts and lone words whose
translations are known (a hint on pages with code, where they may be names of something in it).

Source: the letters of each language, its function words, the word lists, and whether the other
version has the same words at that place. Lower-case words that it has are errors; capitalised or
quoted ones, which may be names, are warnings.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair
from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka.page import OBJECT
from sverka_checks.translation._frames import frames
from sverka_checks.translation._guests import Guests
from sverka_checks.translation._kind import LABELS, THERE
from sverka_checks.translation._leftovers import Mark, Script, merged
from sverka_checks.translation._margins import margins
from sverka_checks.translation._sides import Side, head
from sverka_checks.translation._strays import Strays

MOSTLY = 0.6
"""From this share of its letters on a page is not translated."""
ENOUGH = 150
"""Letters of the other language that such a page has."""
CONFIDENCE = {Severity.ERROR: 0.97, Severity.WARNING: 0.85, Severity.INFO: 0.5}


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report what stands in the wrong language on either page."""
    for number in (1, 0):
        side = Side(pair, number, context.packs)
        finder = Guests(side) if side.guests.guest else Script(side)
        if isinstance(finder, Script) and not finder.is_there:
            continue
        share, letters = finder.share()
        if share >= MOSTLY and letters >= ENOUGH:
            yield _page(side, share)
            continue
        seen: set[str] = set()
        for mark in merged(finder.marks()):
            name = mark.quote.casefold()
            once = mark.level is Severity.INFO or (not mark.count and mark.level < Severity.ERROR)
            if not once or name not in seen:
                seen.add(name)
                yield _finding(side, mark)
        others = Strays(side).marks() if isinstance(finder, Guests) else frames(side)
        yield from (_finding(side, mark) for mark in others)
        yield from margins(side, context.packs)


def _finding(side: Side, mark: Mark) -> Finding:
    related = (Place(side.partner.path, mark.there, THERE),) if mark.there else ()
    return Finding(
        Place(side.page.path, mark.place),
        "sentences" if mark.count > 1 else "words",
        {"quote": mark.quote.replace(OBJECT, "…"), "count": mark.count},
        related,
        confidence=CONFIDENCE[mark.level],
        severity=mark.level,
    )


def _page(side: Side, share: float) -> Finding:
    there = head(side.pair.outlines[1 - side.number])
    return Finding(
        Place(side.page.path, head(side.outline)),
        "page",
        {"percent": round(share * 100), "whole": True},
        (Place(side.partner.path, there, THERE),),
        confidence=0.97,
    )


MESSAGES = {
    "en": {
        "words": "Left untranslated: “{quote}”",
        "sentences": "Left untranslated ({count:sentence|sentences}): “{quote}”",
        "page": "This page is not translated: {percent}% of its text is in the language of the "
        "other version",
        "value": "The value of “{key}” is left untranslated: “{quote}”",
        "picture": "The description of this picture is left untranslated: “{quote}”",
        "there": LABELS["en"],
    },
    "ru": {
        "words": "Осталось без перевода: «{quote}»",
        "sentences": "Осталось без перевода ({count:предложение|предложения|предложений}): "
        "«{quote}»",
        "page": "Эта страница не переведена: {percent} % текста — на языке другой версии",
        "value": "Значение «{key}» осталось без перевода: «{quote}»",
        "picture": "Описание изображения осталось без перевода: «{quote}»",
        "there": LABELS["ru"],
    },
}

_RU = """---
title: Заселение
---

# Заселение

![План этажа](/img/floor.png)

Номера готовы к 14:00. Раньше можно оставить багаж в камере хранения.

Завтрак подают до 11:00 в зале на первом этаже.
"""

_EN = """---
title: Check-in
---

# Check-in

![Floor plan](/img/floor.png)

Rooms are ready by 2 p.m. Before that you can leave your luggage in the storage room.

Breakfast is served until 11 a.m. in the hall on the ground floor.
"""

CHECK = Check(
    id="translation/untranslated",
    unit="pair",
    run=run,
    severity=Severity.ERROR,
    messages=MESSAGES,
    bad=(
        {"ru/stay.md": _RU, "en/stay.md": _EN.replace("luggage", "багаж")},
        {"ru/stay.md": _RU, "en/stay.md": _EN.replace("Floor plan", "План этажа")},
    ),
    good=(
        {"ru/stay.md": _RU, "en/stay.md": _EN},
        {
            "ru/stay.md": _RU.replace("Завтрак", "Каша"),
            "en/stay.md": _EN.replace("Breakfast", "Porridge (каша)"),
        },
    ),
    documentation=__doc__,
    explains=(
        "translation/number",
        "translation/negation",
        "translation/strength",
        "translation/omission",
        "translation/addition",
        "translation/name",
        "translation/term",
        "translation/term-drift",
    ),
)
