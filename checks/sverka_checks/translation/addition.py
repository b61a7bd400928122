"""The translation adds a sentence or a part of one.

What it finds: a sentence of the translation without counterpart in the source, and a clause whose
words are not there. Neighbouring sentences are one finding. Sentences that were merged or split,
and what stands elsewhere on the page, are no additions.

Why it matters: readers of one language are told what the author has never said, or the source has
since lost it.

When it is wrong: where a translator has put a thought into quite other words, or explains what
only foreign readers do not know. Sentences of few words, and pages translated very freely, are
left alone. A clause is a warning only where it fills a pair of brackets, else a hint.

Source: ISO 17100 and the error typology MQM (accuracy: addition).
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka_checks.translation._kind import LABELS
from sverka_checks.translation._unsaid import EXPLAINS, findings


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report what only the target says."""
    del context
    return findings(pair, 1)


MESSAGES = {
    "en": {
        "sentences": "The other version does not say this ({count:sentence|sentences}): “{quote}”",
        "clause": "The other version lacks this part of the sentence: “{quote}”",
        "there": LABELS["en"],
    },
    "ru": {
        "sentences": "В другой версии этого нет ({count:предложение|предложения|предложений}): "
        "«{quote}»",
        "clause": "В другой версии нет этой части предложения: «{quote}»",
        "there": LABELS["ru"],
    },
}

_RU = """Библиотека работает каждый день, кроме понедельника. Книги выдают на две недели.
Журналы (свежие номера) читают только в зале.
"""

_EN = """The library is open every day except Monday. Books are lent for two weeks.
Magazines (recent issues) are read in the hall only.
"""

CHECK = Check(
    id="translation/addition",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {
            "ru/library.md": _RU,
            "en/library.md": _EN.replace(
                "two weeks.", "two weeks. Students pay nothing for a lost reader's ticket."
            ),
        },
    ),
    good=({"ru/library.md": _RU, "en/library.md": _EN},),
    documentation=__doc__,
    explains=EXPLAINS,
)
