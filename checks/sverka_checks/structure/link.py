"""A link is missing.

What it finds: a block with fewer links than its counterpart, and which one is missing. A link that
has wandered to another block of the page is reported once, where it stands.

Why it matters: readers of one language cannot go where the others can.

When it is wrong: a link to something that exists in one language only, such as an encyclopedia
article.

Source: the links of aligned blocks, compared by address without language, suffix and fragment.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair, Lack
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka_checks.structure._kind import LABELS, differences, finding


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report the links that one side lacks."""
    del context
    for difference in differences(pair, Lack.LINK):
        moved = difference.where == "moved"
        yield finding(pair, difference, "moved" if moved else "missing", confidence=0.9)


MESSAGES = {
    "en": {
        "missing": "A link is missing here: {quote} ({here:link|links} instead of {there})",
        "moved": "This link stands elsewhere in the other version: {quote}",
        "there": LABELS["en"],
    },
    "ru": {
        "missing": "Здесь не хватает ссылки: {quote} (ссылок: {here} вместо {there})",
        "moved": "В другой версии эта ссылка стоит в другом месте: {quote}",
        "there": LABELS["ru"],
    },
}

_RU = """Запишитесь на [приём](/ru/booking) или позвоните
по телефону из [раздела контактов](/ru/contacts).
"""

_EN = """Book an [appointment](/en/booking) or call
the number from the [contacts section](/en/contacts).
"""

CHECK = Check(
    id="structure/link",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {
            "ru/visit.md": _RU,
            "en/visit.md": _EN.replace("[contacts section](/en/contacts)", "contacts section"),
        },
    ),
    good=({"ru/visit.md": _RU, "en/visit.md": _EN},),
    documentation=__doc__,
)
