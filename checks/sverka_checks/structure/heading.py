"""A heading is missing, or has another level, or is no heading.

What it finds: a heading without a counterpart, while the text below it is there; a heading of
another level; a heading that the other version writes as a plain paragraph. Headings that only
follow the shift of the one above them are not repeated, nor is a title that the other page has
in its front matter.

Why it matters: tables of contents, anchors and search results are made of headings.

When it is wrong: a version that was deliberately divided otherwise.

Source: the alignment of the two pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair, Lack
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka_checks.structure._kind import LABELS, differences, finding


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report the headings of a pair that differ."""
    del context
    for difference in differences(pair, Lack.HEADING):
        yield finding(pair, difference, f"missing-{difference.where}")
    for difference in differences(pair, Lack.LEVEL):
        yield finding(pair, difference, "level")
    for difference in differences(pair, Lack.PLAIN_HEADING):
        yield finding(pair, difference, "plain", confidence=0.9)


MESSAGES = {
    "en": {
        "missing-before": "A heading is missing before this: “{quote}”",
        "missing-after": "A heading is missing after this: “{quote}”",
        "level": "This heading has level {level}, the other version's has {level_there}",
        "plain": "This is not a heading; the other version has the heading “{quote}” here",
        "there": LABELS["en"],
    },
    "ru": {
        "missing-before": "Перед этой строкой не хватает заголовка: «{quote}»",
        "missing-after": "После этой строки не хватает заголовка: «{quote}»",
        "level": "У этого заголовка уровень {level}, а в другой версии — {level_there}",
        "plain": "Это не заголовок, а в другой версии здесь заголовок: «{quote}»",
        "there": LABELS["ru"],
    },
}

_RU = """# Пилинг

Пилинг обновляет верхний слой кожи.

## Противопоказания

Процедуру не проводят при беременности и герпесе.
"""

_EN = """# Peeling

Peeling renews the upper layer of the skin.

## Contraindications

The procedure is not performed during pregnancy or with herpes.
"""

CHECK = Check(
    id="structure/heading",
    unit="pair",
    run=run,
    severity=Severity.ERROR,
    messages=MESSAGES,
    bad=(
        {"ru/peeling.md": _RU, "en/peeling.md": _EN.replace("## Contraindications\n\n", "")},
        {"ru/peeling.md": _RU, "en/peeling.md": _EN.replace("## Contra", "### Contra")},
        {
            "ru/peeling.md": _RU.replace("## Противопоказания", "Противопоказания"),
            "en/peeling.md": _EN,
        },
    ),
    good=(
        {"ru/peeling.md": _RU, "en/peeling.md": _EN},
        {
            "ru/peeling.md": _RU,
            "en/peeling.md": _EN.replace("# Peeling\n", "---\ntitle: Peeling\n---\n", 1),
        },
    ),
    documentation=__doc__,
)
