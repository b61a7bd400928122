"""A whole section is missing.

What it finds: a heading with everything below it that has no counterpart in the other version.
Neighbouring sections that are missing together are one finding.

Why it matters: readers of one language are not told what the others are; most often the section
was written after the page had been translated.

When it is wrong: a section that is meant for readers of one language only, such as local
contacts. Disable the rule for that section.

Source: the alignment of the two pages; a section counts as missing when at least four fifths of
its blocks are.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair, Lack
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka_checks.structure._kind import LABELS, differences, finding


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report the missing sections of a pair."""
    del context
    for difference in differences(pair, Lack.SECTION):
        yield finding(pair, difference, difference.where)


MESSAGES = {
    "en": {
        "before": "{count:section is|sections are} missing before this: “{quote}”",
        "after": "{count:section is|sections are} missing after this: “{quote}”",
        "there": LABELS["en"],
    },
    "ru": {
        "before": "Перед этой строкой не хватает {count:раздела|разделов|разделов}: «{quote}»",
        "after": "После этой строки не хватает {count:раздела|разделов|разделов}: «{quote}»",
        "there": LABELS["ru"],
    },
}

_RU = """# Чистка лица

Чистку делает косметолог в кабинете.

## Подготовка

За неделю до визита откажитесь от кислот и скрабов.

Приходите без макияжа.

## Цены

Чистка стоит 3000 рублей.
"""

_EN = """# Facial cleansing

A cosmetologist cleanses the face in the office.

## Preparation

Give up acids and scrubs a week before the visit.

Come without makeup.

## Prices

Cleansing costs 3000 roubles.
"""

CHECK = Check(
    id="structure/section",
    unit="pair",
    run=run,
    severity=Severity.ERROR,
    messages=MESSAGES,
    bad=(
        {
            "ru/cleansing.md": _RU,
            "en/cleansing.md": _EN[: _EN.index("## Preparation")] + _EN[_EN.index("## Prices") :],
        },
    ),
    good=({"ru/cleansing.md": _RU, "en/cleansing.md": _EN},),
    documentation=__doc__,
)
