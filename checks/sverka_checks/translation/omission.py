"""The translation leaves out a sentence or a part of one.

What it finds: a sentence of the source without counterpart in the translation, and a clause whose
words are not there. Neighbouring sentences are one finding. Sentences that were merged or split,
and what stands elsewhere on the page, are no omissions.

Why it matters: the sentence left out may be the one that warns, limits or promises.

When it is wrong: where a translator has put a thought into quite other words, or a paragraph was
told anew. Sentences of few words, and pages translated very freely, are left alone. A clause is a
warning only where it fills a pair of brackets, else a hint.

Source: ISO 17100 and the error typology MQM (accuracy: omission).
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka_checks.translation._kind import LABELS
from sverka_checks.translation._unsaid import EXPLAINS, findings


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report where the target says less, at the place where it is missing."""
    del context
    return findings(pair, 0)


MESSAGES = {
    "en": {
        "sentences": "Missing here ({count:sentence|sentences}): “{quote}”",
        "clause": "This sentence lacks a part of the other version: “{quote}”",
        "there": LABELS["en"],
    },
    "ru": {
        "sentences": "Здесь пропущено ({count:предложение|предложения|предложений}): «{quote}»",
        "clause": "В этом предложении не хватает части другой версии: «{quote}»",
        "there": LABELS["ru"],
    },
}

_RU = """Бассейн открыт каждый день с утра до вечера. Детей без взрослых в воду не пускают.
Полотенца и тапочки гости берут с собой (в прокате их нет).
"""

_EN = """The pool is open every day from morning to evening. Children without adults are not
let into the water. Guests bring towels and slippers with them (there is no rental).
"""

CHECK = Check(
    id="translation/omission",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {
            "ru/pool.md": _RU,
            "en/pool.md": _EN.replace("Children without adults are not\nlet into the water. ", ""),
        },
    ),
    good=({"ru/pool.md": _RU, "en/pool.md": _EN},),
    documentation=__doc__,
    explains=EXPLAINS,
)
