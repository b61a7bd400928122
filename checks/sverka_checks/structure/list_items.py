"""A list has lost an item, or has one too many.

What it finds: list items that only one version has, neighbours together. The finding stands in
the version that lacks them, at the item before or after which they belong.

Why it matters: a lost bullet is a lost contraindication, a lost step, a lost service; nobody sees
it by reading one language.

When it is wrong: an item that was deliberately written into another one, or into the text.

Source: the alignment of the two lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair, Lack
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka_checks.structure._kind import LABELS, differences, finding


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report the list items that one side lacks."""
    del context
    for difference in differences(pair, Lack.ITEMS):
        yield finding(pair, difference, difference.where)


MESSAGES = {
    "en": {
        "before": "{count:list item is|list items are} missing before this: “{quote}”",
        "after": "{count:list item is|list items are} missing after this: “{quote}”",
        "there": LABELS["en"],
    },
    "ru": {
        "before": "Перед этой строкой не хватает {count:пункта|пунктов|пунктов} списка: «{quote}»",
        "after": "После этой строки не хватает {count:пункта|пунктов|пунктов} списка: «{quote}»",
        "there": LABELS["ru"],
    },
}

_RU = """**После процедуры нельзя:**

- посещать сауну и бассейн;
- загорать в течение двух недель;
- принимать алкоголь;
- пользоваться скрабом.
"""

_EN = """**After the procedure you must not:**

- visit the sauna and the pool;
- sunbathe for two weeks;
- drink alcohol;
- use a scrub.
"""

CHECK = Check(
    id="structure/list-items",
    unit="pair",
    run=run,
    severity=Severity.ERROR,
    messages=MESSAGES,
    bad=(
        {"ru/care.md": _RU, "en/care.md": _EN.replace("- drink alcohol;\n", "")},
        {"ru/care.md": _RU.replace("- пользоваться скрабом.\n", ""), "en/care.md": _EN},
    ),
    good=({"ru/care.md": _RU, "en/care.md": _EN},),
    documentation=__doc__,
)
