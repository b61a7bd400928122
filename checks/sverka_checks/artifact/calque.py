"""A phrase reads as if it had been translated word for word.

What it finds: phrases, word orders and wrong senses that translators and machines carry over from
the other language ("third semester of pregnancy", "the result is stored"), each a row of the
language's pack with what an editor would write.

Why it matters: readers do not know what is meant, or do not trust a page that sounds so.

When it is wrong: where the words are meant as they stand. Rows whose words may be
right as well are hints, unless the other version has the word that gives rise to the calque, or the
page has several of the surer ones. Some senses are wrong in a field only ("salon" of a car): these
rows look at what the page is about.

Source: each row names its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.calques import Calque, Calques, calques
from sverka.check import Check, Context
from sverka.fields import Fields, fields
from sverka.finding import Finding, Place, Severity
from sverka.page import Block, Page
from sverka.sentences import split
from sverka.site import SiteFacts
from sverka.vocabulary import Mention, Words
from sverka.wording import Hit

_WORD = re.compile(r"\w")
_SURE = 2
"""A sure row of a page weighs so much, a hint one."""
_FEW = 3
"""So much, a sure row among it, and a page was translated word for word: rows count that would
say nothing elsewhere."""
_MANY = 6
"""So much, and hints are warnings."""
_APART = 80
"""One at least for so many different words of the page."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """A phrase of a row in a block, and the word of the other version behind it."""

    block: Block
    hit: Hit
    row: Calque
    cause: Mention | None

    @property
    def sure(self) -> bool:
        """Whether it tells by itself that a text was translated word for word."""
        return self.row.level == "warning" or self.cause is not None


def run(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each phrase."""
    language = context.packs.languages.get(page.language)
    if language is None:
        return
    known = calques(language)
    if not known.rows:
        return
    about = _About(page, fields(language), context.site)
    signs = _signs(page, known, about, beside=False)
    weight = _weight(signs)
    many = False
    if weight >= _FEW and weight * _APART >= len(about.words.common):
        many = weight >= _MANY
        taken = [(sign.block, sign.hit) for sign in signs]
        for sign in _signs(page, known, about, beside=True):
            if not any(block is sign.block and _meet(hit, sign.hit) for block, hit in taken):
                signs.append(sign)
    for sign in signs:
        warned = sign.sure or (many and sign.row.level != "beside")
        yield _finding(page, sign, Severity.WARNING if warned else Severity.INFO)


def _weight(signs: Sequence[_Sign]) -> int:
    """How much the different rows of a page weigh together; nothing without a sure one."""
    sure = {sign.row.id for sign in signs if sign.sure}
    hints = {sign.row.id for sign in signs} - sure
    return _SURE * len(sure) + len(hints) if sure else 0


def _meet(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


class _About:
    """What a page is about, looked up when a row asks for it."""

    def __init__(self, page: Page, known: Fields, site: SiteFacts) -> None:
        self.page, self.site, self._known = page, site, known
        self._fields: frozenset[str] | None = None

    @property
    def words(self) -> Words:
        """The words of the page."""
        return self.site.vocabulary.page(self.page.path)

    @property
    def fields(self) -> frozenset[str]:
        """Its fields."""
        if self._fields is None:
            self._fields = self._known.of((*self.words.common, *self.words.named))
        return self._fields


def _signs(page: Page, known: Calques, about: _About, *, beside: bool) -> list[_Sign]:
    """The phrases of a page and their rows: those that count beside others only, or the rest."""
    signs: list[_Sign] = []
    for block in page.walk():
        if not (text := block.prose.text):
            continue

        def rows(hit: Hit, text: str = text) -> list[Calque]:
            return _rows(text, hit, known, about, beside=beside)

        for hit in known.phrases.find(text, lambda hit: bool(rows(hit))):
            fit = (row for row in rows(hit) if not _excused(row, text, hit.start, known))
            if row := next(fit, None):
                signs.append(_Sign(block, hit, row, _cause(row, page, about.site)))
    return signs


def _rows(text: str, hit: Hit, known: Calques, about: _About, *, beside: bool) -> list[Calque]:
    """The rows of a phrase that speak of it here: of this field, alone where they must be."""
    rows = [known.rows[meaning.sense] for meaning in hit.meanings]
    return [
        row
        for row in rows
        if (row.level == "beside") is beside
        and not (row.field and about.fields.isdisjoint(row.field.split()))
        and not (row.alone and _WORD.search(text[: hit.start] + text[hit.end :]))
    ]


def _finding(page: Page, sign: _Sign, severity: Severity) -> Finding:
    row, cause, hit = sign.row, sign.cause, sign.hit
    quote = sign.block.prose.text[hit.start : hit.end]
    return Finding(
        Place(page.path, sign.block.prose.span(hit.start, hit.end)),
        row.sort,
        {"quote": quote, "better": row.better, "row": row.id},
        (Place(cause.path, cause.span, "cause"),) if cause else (),
        confidence=0.95 if cause else 0.85,
        severity=severity,
    )


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
