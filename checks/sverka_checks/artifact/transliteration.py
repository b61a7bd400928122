"""A word of the other language stands in Latin letters instead of being translated.

What it finds: words that no English text has and that spell out a Russian one by any of the usual
romanisations ("mezokokteyl", "antitela"), or half translate it ("mesococtails", "virusologist");
abbreviations that only Russian has ("SNILS") and the page does not explain; addresses whose
Cyrillic domain was spelled in Latin letters (".rf"). It is an error where a Russian page of the
site has the word and it looks like no English one; a warning where only one of the two is so and
the word is an ordinary one or of those that translations are known to leave; a hint otherwise. A
word that stands only where any word has a capital may be a name: it is told if it is of the lists,
or beside others that were left.

Why it matters: readers cannot know what the word means, and no dictionary tells them.

When it is wrong: words that are meant to be Russian, and names of things that English has and its
lists lack: alloys, plants, dishes. Names, capitalised words inside a sentence, words that English
has taken over (sputnik, dacha), code, and words that Russian pages have in Latin letters are
silent; what stands in italics is a hint.

Source: the commonest trace of machine translation where its dictionary lacks a word; SCOWL for
the words of English, the packs' lists for those of the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from functools import partial

from sverka.check import Check, Context
from sverka.finding import Edit, Finding, Fix, Place, Severity
from sverka.foreign import Foreign, foreign
from sverka.lexicon import lexicon
from sverka.packs import Language
from sverka.page import InlineKind, Kind, Page
from sverka.romanised import Reader, reader
from sverka.romanised.abbreviations import abbreviations
from sverka.span import Span
from sverka_checks.artifact._capitals import capitals
from sverka_checks.artifact._origins import Sides, Verdict, in_company, judge
from sverka_checks.artifact._suspects import SHORTEST, Suspect, suspects

THERE, ELSEWHERE = "there", "elsewhere"
_Left = tuple[Suspect, Verdict]
"""A word that was left romanised, and where it comes from."""


_QUOTES = " \u00a0\t\n\"'“”‘’«»„(:"
_GLOSS = re.compile(r"[\"'”’»]?\s+\(\s*(?:an?|the|or|i\.e\.|that is)\s", re.IGNORECASE)
"""What explains a word in brackets."""


def run(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each romanised word, or row of such words."""
    target = context.packs.languages.get(page.language)
    words = lexicon(target) if target else None
    if target is None or words is None:
        return
    for source in context.packs.languages.values():
        if source is target or (reads := reader(source, target)) is None:
            continue

        def knows(word: str, reads: Reader = reads) -> bool:
            if words.lists(word) or context.packs.knows(word):
                return True
            made = words.knows(word)
            return made and reads.listed(word) is None and reads.everyday(word) is None

        def spells(word: str, reads: Reader = reads) -> bool:
            return len(word) >= SHORTEST and reads.in_dictionary(word) is not None

        meanings = context.packs.word_list(source.code, target.code)
        sides = Sides(reads, words, context.site, page.path, meanings)
        lower = partial(_stands_in_lower_case, page)
        yield from _addresses(page, sides)
        strangers = list(suspects(page, knows, spells))
        names = {one.word for one in strangers if one.named}
        judged = ((one, judge(_titled(one, names), sides, lower)) for one in strangers)
        left = [
            (suspect, verdict)
            for suspect, verdict in judged
            if verdict and not _is_code(page, suspect.word)
        ]
        left = in_company(left)
        certain = any(it.severity > Severity.INFO for _, it in left)
        yield from capitals(page, sides, abbreviations(source, target), company=certain)
        for phrase in _phrases(left):
            meaning = _meaning(phrase[0][1], sides, target, context) if len(phrase) == 1 else ""
            found = _finding(page, phrase, meaning)
            yield replace(found, severity=_lowered(found, phrase, foreign(target)))


def _titled(suspect: Suspect, names: Set[str]) -> Suspect:
    """A word with a capital that the page has with one inside a sentence, too, is a name there."""
    titled = suspect.titled or (suspect.begins and suspect.word in names)
    return suspect._replace(titled=titled)


def _lowered(finding: Finding, phrase: list[_Left], known: Foreign) -> Severity:
    """A word that is introduced as a name, or explained in brackets right after it, may be meant:
    “called zapekanka”, “zapekanka (a curd pudding)”."""
    severity = finding.severity or Severity.WARNING
    text = phrase[0][0].block.prose.text
    before = text[: phrase[0][0].start].rstrip(_QUOTES).lower()
    if _GLOSS.match(text, phrase[-1][0].end):
        return Severity.INFO
    if any(re.search(rf"(?<!\w){re.escape(word)}\Z", before) for word in known.before):
        return Severity.INFO
    if any(re.search(rf"(?<!\w){re.escape(word)}\Z", before) for word in known.naming):
        return Severity.WARNING if severity is Severity.ERROR else Severity.INFO
    return severity


def _addresses(page: Page, sides: Sides) -> Iterator[Finding]:
    """Addresses whose domain exists in the other script only."""
    domains = sides.reader.rules.domains
    if not any(f".{domain}" in page.source.text for domain in domains):
        return
    for match in sides.reader.address.finditer(page.source.text):
        domain = domains[match["domain"]]
        data = {"word": match["host"], "origin": f".{domain}", "better": ""}
        place = Place(page.path, Span(*match.span("host")))
        yield Finding(place, "address", data, confidence=0.97, severity=Severity.ERROR)


def _stands_in_lower_case(page: Page, word: str) -> bool:
    pattern = re.compile(rf"(?<![\w/.-]){re.escape(word)}(?![\w/.])")
    return any(pattern.search(block.prose.text) for block in page.walk())


def _is_code(page: Page, word: str) -> bool:
    """Whether the page has the word in code."""
    pattern = re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", re.IGNORECASE)
    text = page.source.text
    for block in page.walk():
        spans = [one.span for one in block.inlines if one.kind is InlineKind.CODE]
        if block.kind is Kind.CODE:
            spans.append(block.span)
        if any(pattern.search(text, span.start, span.end) for span in spans):
            return True
    return False


def _meaning(verdict: Verdict, sides: Sides, target: Language, context: Context) -> str:
    """What the word is in the page's language, "" where nobody says so: the site's termbase
    first, then the lists of the pair."""
    source = sides.reader.source
    word = sides.reader.normal(verdict.origin.word)
    for concept in context.termbase.concepts:
        if any(term.text.lower() == word for term in concept.of(source.code)):
            return concept.preferred(target.code)
    if found := sides.reader.meaning(verdict.origin.word):
        return found
    return next(iter(context.packs.word_list(source.code, target.code).get(word, ())), "")


def _phrases(left: list[_Left]) -> Iterator[list[_Left]]:
    """The words in rows: what stands side by side is one phrase that nobody translated."""
    row: list[_Left] = []
    for one in left:
        if row and not _is_beside(row[-1], one):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _is_beside(one: _Left, other: _Left) -> bool:
    if one[0].block is not other[0].block or bool(one[1].there) != bool(other[1].there):
        return False
    return one[0].block.prose.text[one[0].end : other[0].start].isspace()


def _finding(page: Page, phrase: list[_Left], better: str) -> Finding:
    (first, verdict), (last, _) = phrase[0], phrase[-1]
    prose = first.block.prose
    span = prose.span(first.start, last.end)
    there = verdict.there
    label = THERE if verdict.in_other else ELSEWHERE
    fix = None
    if better:
        text = better[0].upper() + better[1:] if first.word[0].isupper() else better
        fix = Fix((Edit(page.path, span, text),))
    words = prose.text[first.start : last.end].split()
    return Finding(
        Place(page.path, span),
        "known" if better else "word",
        {
            "word": " ".join(words),
            "origin": " ".join(one.origin.word for _, one in phrase),
            "better": better,
        },
        related=(Place(there.path, there.span, label),) if there else (),
        fix=fix,
        confidence=max(one.confidence for _, one in phrase),
        severity=max(one.severity for _, one in phrase),
    )


MESSAGES = {
    "en": {
        "word": "“{word}” is “{origin}” in Latin letters; translate it",
        "known": "“{word}” is “{origin}” in Latin letters; it may be “{better}”",
        "address": "The address “{word}” leads nowhere: the domain is “{origin}”",
        THERE: "in the other version",
        ELSEWHERE: "on another page",
    },
    "ru": {
        "word": "“{word}” — это «{origin}» латинскими буквами; переведите",
        "known": "“{word}” — это «{origin}» латинскими буквами; возможно, “{better}”",
        "address": "Адрес “{word}” никуда не ведёт: настоящий домен — «{origin}»",
        THERE: "в другой версии",
        ELSEWHERE: "на другой странице",
    },
}

CHECK = Check(
    id="artifact/transliteration",
    unit="page",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {"en/a.md": "# Care\n\nApply the mezokokteyl with the mezoroller to the face.\n"},
        {
            "ru/a.md": "# Отдых\n\nРядом беседка с мангалом и детская площадка.\n",
            "en/a.md": "# Rest\n\nThere is a gazebo with a mangal and a playground.\n",
        },
        {"en/a.md": "# Care\n\n- Mesoscooter: a roller on a handle.\n"},
    ),
    good=(
        {"en/a.md": "# Care\n\nApply the mesotherapy cocktail with the dermaroller.\n"},
        {"en/a.md": "# Rest\n\nOn Tverskaya, Sokolov bought a matryoshka and pelmeni.\n"},
    ),
    documentation=__doc__,
    needs=("vocabulary",),
)
