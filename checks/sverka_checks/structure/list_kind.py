"""A list is of another kind, or nested otherwise, or no list at all.

What it finds: a numbered list that is bulleted in the other version; items that stand deeper, or
less deep, than their neighbours do over there; a list that the other version writes as paragraphs.

Why it matters: a numbered list says that order counts; bullets say that it does not. Broken nesting
is mostly a slip of indentation that the page shows.

When it is wrong: seldom; where one version was deliberately laid out otherwise.

Source: the alignment of the two lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair, Lack
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka_checks.structure._kind import LABELS, differences, finding


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report the lists of a pair that differ in kind or nesting."""
    del context
    for difference in differences(pair, Lack.LIST_KIND):
        yield finding(pair, difference, "numbered" if difference.data["ordered"] else "bulleted")
    for difference in differences(pair, Lack.NESTING):
        yield finding(pair, difference, "nesting", confidence=0.9)
    for difference in differences(pair, Lack.NO_LIST):
        yield finding(pair, difference, "no-list", confidence=0.85)


MESSAGES = {
    "en": {
        "numbered": "This list is numbered, the other version's is bulleted",
        "bulleted": "This list is bulleted, the other version's is numbered",
        "nesting": "This item is at nesting level {depth}, "
        "the other version's at level {depth_there}",
        "no-list": "This is a list in the other version, beginning with “{quote}”",
        "there": LABELS["en"],
    },
    "ru": {
        "numbered": "Этот список нумерованный, а в другой версии — маркированный",
        "bulleted": "Этот список маркированный, а в другой версии — нумерованный",
        "nesting": "Этот пункт на уровне вложенности {depth}, "
        "а в другой версии — на уровне {depth_there}",
        "no-list": "В другой версии это список, который начинается так: «{quote}»",
        "there": LABELS["ru"],
    },
}

_RU = """Порядок процедуры:

1. Врач осматривает кожу.
2. Медсестра очищает лицо.
3. Врач вводит препарат.
"""

_EN = """The order of the procedure:

1. The doctor examines the skin.
2. The nurse cleanses the face.
3. The doctor injects the drug.
"""

CHECK = Check(
    id="structure/list-kind",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {
            "ru/steps.md": _RU,
            "en/steps.md": _EN.replace("1.", "-").replace("2.", "-").replace("3.", "-"),
        },
        {"ru/steps.md": _RU, "en/steps.md": _EN.replace("2. ", "   1. ").replace("3. ", "2. ")},
        {
            "ru/steps.md": _RU,
            "en/steps.md": _EN.replace("1. ", "").replace("2. ", "\n").replace("3. ", "\n"),
        },
    ),
    good=({"ru/steps.md": _RU, "en/steps.md": _EN},),
    documentation=__doc__,
)
