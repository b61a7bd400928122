"""A phrase reads as if it had been translated word for word.

What it finds: phrases, word orders and wrong senses that translators and machines carry over from
the other language ("third semester of pregnancy", "the result is stored"), each a row of the
language's pack with what an editor would write.

Why it matters: readers do not know what is meant, or do not trust a page that sounds so.

When it is wrong: where the words are meant as they stand. Rows whose words may be
right as well are hints, unless the other version has the word that gives rise to the calque.

Source: each row names its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka.calques import Calque, Calques, calques
from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka.page import Block, Page
from sverka.sentences import split
from sverka.site import SiteFacts
from sverka.vocabulary import Mention, Words
from sverka.wording import Hit

_WORD = re.compile(r"\w")


def run(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each phrase."""
    language = context.packs.languages.get(page.language)
    if language is None:
        return
    known = calques(language)
    if not known.rows:
        return
    for block in page.walk():
        if block.prose.text:
            yield from _in_block(page, block, known, context.site)


def _in_block(page: Page, block: Block, known: Calques, site: SiteFacts) -> Iterator[Finding]:
    text = block.prose.text
    for hit in known.phrases.find(text):
        rows = [known.rows[meaning.sense] for meaning in hit.meanings]
        row = next((one for one in rows if _holds(one, text, hit, known)), None)
        if row is not None:
            span = block.prose.span(hit.start, hit.end)
            cause = _cause(row, page, site)
            yield Finding(
                Place(page.path, span),
                row.sort,
                {"quote": text[hit.start : hit.end], "better": row.better, "row": row.id},
                (Place(cause.path, cause.span, "cause"),) if cause else (),
                confidence=0.95 if cause else 0.85,
                severity=Severity.WARNING if cause else Severity.parse(row.level),
            )


def _holds(row: Calque, text: str, hit: Hit, known: Calques) -> bool:
    """Whether a row speaks of what its phrase found."""
    if row.alone and _WORD.search(text[: hit.start] + text[hit.end :]):
        return False
    return not _excused(row, text, hit.start, known)


def _cause(row: Calque, page: Page, site: SiteFacts) -> Mention | None:
    """The word of the other version that gave rise to the calque, where the row names one."""
    if not row.trigger:
        return None
    for pair in site.pairs:
        if page.path in (pair.source, pair.target):
            words = site.vocabulary.page(pair.target if page.path == pair.source else pair.source)
            for trigger in re.split(r"[,\s]+", row.trigger):
                if found := _find(words, trigger):
                    return found
    return None


def _find(words: Words, trigger: str) -> Mention | None:
    if not trigger.endswith("*"):
        return words.find(trigger)
    stem = trigger[:-1]
    return next((mention for word, mention in words.common.items() if word.startswith(stem)), None)


def _excused(row: Calque, text: str, at: int, known: Calques) -> bool:
    """Whether the sentence around holds a phrase in which the words are right."""
    if not row.unless:
        return False
    start, end = next((one for one in split(text) if one[0] <= at < one[1]), (0, len(text)))
    return any(
        meaning.sense == row.id
        for hit in known.excuses.find(text[start:end])
        for meaning in hit.meanings
    )


MESSAGES = {
    "en": {
        "calque": "“{quote}” reads as if translated word for word; better: “{better}”",
        "wrong-sense": "“{quote}” means something else; better: “{better}”",
        "order": "“{quote}” keeps the word order of another language; better: “{better}”",
        "verbless": "“{quote}” lacks what a sentence needs; better: “{better}”",
        "quotes": "“{quote}”: quotes where none are needed; better: “{better}”",
        "cause": "the word behind it",
    },
    "ru": {
        "calque": "«{quote}» звучит как дословный перевод; лучше: «{better}»",
        "wrong-sense": "«{quote}» значит другое; лучше: «{better}»",
        "order": "«{quote}» сохраняет порядок слов другого языка; лучше: «{better}»",
        "verbless": "В «{quote}» не хватает слова; лучше: «{better}»",
        "quotes": "«{quote}»: кавычки здесь не нужны; лучше: «{better}»",
        "cause": "слово, от которого это",
    },
}

CHECK = Check(
    id="artifact/calque",
    unit="page",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=({"en/care.md": "# Care\n\nMassage is forbidden in the third semester of pregnancy.\n"},),
    good=({"en/care.md": "# Care\n\nThe third semester of medical school begins in May.\n"},),
    documentation=__doc__,
    needs=("vocabulary",),
)
