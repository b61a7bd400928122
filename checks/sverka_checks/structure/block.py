"""A paragraph, quote, code block or other block is missing.

What it finds: blocks that only one version has, neighbours together; and a quote that the other
version writes as plain text. Where two blocks of one version are one in the other, that is a
hint. Sections, headings, list items, rows and images have rules of their own.

Why it matters: what stands in a block is not said in the other language at all.

When it is wrong: text that is meant for one language only.

Source: the alignment of the two pages. Text that was rewritten at its place is not reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sverka.align import AlignedPair, Lack
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka_checks.structure._kind import before_and_after, differences, finding

_NOUNS = {
    "en": {
        "paragraph": "A paragraph is",
        "list": "A list is",
        "table": "A table is",
        "quote": "A quote is",
        "code": "A code block is",
        "html": "A block of HTML is",
        "embed": "An embedded block is",
        "blocks": "{count:block is|blocks are}",
    },
    "ru": {
        "paragraph": "абзаца",
        "list": "списка",
        "table": "таблицы",
        "quote": "цитаты",
        "code": "блока кода",
        "html": "блока HTML",
        "embed": "встроенного блока",
        "blocks": "{count:блока|блоков|блоков}",
    },
}
_TEMPLATES = {
    "en": {
        "before": "{noun} missing before this: “{quote}”",
        "after": "{noun} missing after this: “{quote}”",
    },
    "ru": {
        "before": "Перед этой строкой не хватает {noun}: «{quote}»",
        "after": "После этой строки не хватает {noun}: «{quote}»",
    },
}


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report the blocks that one side lacks."""
    del context
    for difference in differences(pair, Lack.BLOCKS):
        message = f"{difference.data['kind']}-{difference.where}"
        yield finding(pair, difference, message, confidence=0.9)
    for difference in differences(pair, Lack.UNQUOTED):
        yield finding(pair, difference, "unquoted", confidence=0.9)
    for difference in differences(pair, Lack.SPLIT):
        # Said all the same, in another block: a translator's freedom and no more than a hint.
        yield replace(finding(pair, difference, "joined", confidence=0.7), severity=Severity.INFO)


MESSAGES = before_and_after(_NOUNS, _TEMPLATES)
MESSAGES["en"]["unquoted"] = "This is a quote in the other version: “{quote}”"
MESSAGES["ru"]["unquoted"] = "В другой версии это цитата: «{quote}»"
MESSAGES["en"]["joined"] = "This is two blocks in the other version; one of them is “{quote}”"
MESSAGES["ru"]["joined"] = "В другой версии это два блока; один из них — «{quote}»"

_RU = """# Уход

Первые сутки не трогайте место укола.

> Сильный отёк — повод позвонить врачу.

Через неделю можно вернуться к тренировкам.
"""

_EN = """# Care

Do not touch the place of the injection for the first day.

> Severe swelling is a reason to call the doctor.

After a week you can return to training.
"""

CHECK = Check(
    id="structure/block",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {
            "ru/care.md": _RU,
            "en/care.md": _EN.replace("> Severe swelling is a reason to call the doctor.\n\n", ""),
        },
        {
            "ru/care.md": _RU,
            "en/care.md": _EN.replace("\nAfter a week you can return to training.\n", ""),
        },
        {"ru/care.md": _RU, "en/care.md": _EN.replace("> ", "")},
    ),
    good=({"ru/care.md": _RU, "en/care.md": _EN},),
    documentation=__doc__,
)
