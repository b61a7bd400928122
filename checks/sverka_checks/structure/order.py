"""Something stands in another order.

What it finds: a section, paragraph, list item, table row or image that has its counterpart, but
not at the same place among its neighbours. What moved together is one finding.

Why it matters: "the following", "above" and the order of steps stop being true.

When it is wrong: lists that are sorted by the alphabet of their language.

Source: the alignment of the two pages; what moved is the smallest set of units whose removal
leaves both sides in one order.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair, Lack
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka_checks.structure._kind import differences, finding


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report what stands in another order."""
    del context
    for difference in differences(pair, Lack.ORDER):
        yield finding(pair, difference, "moved", confidence=0.85)


MESSAGES = {
    "en": {
        "moved": "This stands elsewhere in the other version: “{quote}”",
        "there": "its place in the other version",
    },
    "ru": {
        "moved": "В другой версии это стоит в другом месте: «{quote}»",
        "there": "место в другой версии",
    },
}

_RU = """Что взять с собой:

- паспорт и полис;
- результаты анализов крови;
- список лекарств;
- удобную одежду.
"""

_EN = """What to take with you:

- passport and insurance policy;
- blood test results;
- list of medicines;
- comfortable clothes.
"""

CHECK = Check(
    id="structure/order",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {
            "ru/visit.md": _RU,
            "en/visit.md": _EN.replace("- blood test results;\n", "").replace(
                "- comfortable clothes.\n", "- comfortable clothes.\n- blood test results;\n"
            ),
        },
    ),
    good=({"ru/visit.md": _RU, "en/visit.md": _EN},),
    documentation=__doc__,
)
