"""A term is not rendered as the termbase wants it.

What it finds: where one version has a term of a concept and the other a forbidden term for it
(an error), or another word in the place of those that are wanted (a warning). A sentence that does
without the term altogether is a hint: it may have a pronoun, or be turned. Terms are recognised in
every form, of one word or several; of two terms that overlap the longer one counts. Nothing is
found without a termbase, the key `termbase` of the settings.

Why it matters: a reader takes two names for two things, and what the law or the industry calls
otherwise looks careless.

When it is wrong: a word of the termbase in another sense, such as a record in sport. Give the
termbase both concepts: then any of their terms is right.

Source: the site's own termbase, TBX (ISO 30042), CSV or TOML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sverka.align import AlignedPair
from sverka.align.passages import Segment
from sverka.check import Check, Context
from sverka.finding import Edit, Finding, Fix, Severity
from sverka.termbase import Concept, Match, Status, index
from sverka_checks.translation._kind import LABELS, THERE, place, whole
from sverka_checks.translation._standins import akin, glued, nouns_of, rival, spare
from sverka_checks.translation._terms import Side, Sides, Use, linked, sides

SOUND = "k"
"""The sort of the keys by which cognates are linked."""


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """One finding a place: an error for what is forbidden, a warning for what is missing."""
    if not context.termbase:
        return
    languages = [context.packs.languages[page.language] for page in (pair.source, pair.target)]
    ones, others = (index(context.termbase, one, context.packs) for one in languages)
    if not (ones and others):
        return
    concepts = context.termbase.concepts
    for passage in pair.passages:
        found = [(one, sides(one, (ones, others))) for one in passage.segments if one.is_whole]
        around = tuple(here for _, here in found)
        for segment, here in found:
            if not any(side.matches for side in here):
                continue
            forbidden = [*_forbidden(segment, here, concepts, 1)]
            yield from (finding for _, finding in forbidden)
            yield from (finding for _, finding in _forbidden(segment, here, concepts, 0))
            named = {concept for use, _ in forbidden for concept in use.concepts}
            yield from _missing(segment, here, around, context, named)


def _forbidden(
    segment: Segment, found: Sides, concepts: tuple[Concept, ...], side: int
) -> Iterator[tuple[Use, Finding]]:
    """The forbidden terms of one side, where the other side speaks of the same concept more
    often than this one has a wanted term for it."""
    here, there = found[side], found[1 - side]
    for use in here.uses:
        partners = there.of(use.concepts) if not use.is_good else []
        if len(partners) > len(here.good(use.concepts)):
            partner = _partner(segment, side, use, partners)
            match = next(
                one for one in use.matches if one.concept in (partner or partners[0]).concepts
            )
            yield use, _accuse(here, there, match, partner or partners[0], concepts[match.concept],
                               sure=partner is not None)  # fmt: skip


def _partner(segment: Segment, side: int, use: Use, partners: list[Use]) -> Use | None:
    """The use on the other side that this one renders; None where it seems to render a word
    that is no term, while the term has another rendering."""
    mine = dict(linked(segment, side, (use.start, use.end)))
    # That two words sound alike is no reason to take the one for the other's rendering.
    words, others = segment.sides[side].words, segment.sides[1 - side].words
    hits = {
        hit
        for number, links in mine.items()
        for hit in links
        if any(key[0] != SOUND for key in words[number].keys & others[hit].keys)
    }
    if not hits:
        return partners[0]
    for partner in partners:
        there = dict(linked(segment, 1 - side, (partner.start, partner.end)))
        if hits.isdisjoint(there):
            continue
        elsewhere = {hit for links in there.values() for hit in links} - mine.keys()
        if hits <= there.keys() or not elsewhere:
            return partner
    return None


def _accuse(
    here: Side, there: Side, match: Match, partner: Use, concept: Concept, *, sure: bool
) -> Finding:
    preferred = concept.preferred(here.stretch.language.code)
    quote = here.stretch.text[match.start : match.end]
    data = {
        "here": quote,
        "there": there.quote(partner),
        "preferred": preferred,
        "concept": concept.name,
        "note": concept.note,
    }
    return Finding(
        place=place(here.stretch, match.start, match.end),
        message="forbidden" if preferred else "forbidden-only",
        data=data,
        related=(place(there.stretch, partner.start, partner.end, THERE),),
        fix=_fix(here, match, preferred),
        confidence=0.97 if sure else 0.6,
        severity=None if sure else Severity.INFO,
    )


def _fix(here: Side, match: Match, preferred: str) -> Fix | None:
    """The wanted term in place of the forbidden one, where that stands in its dictionary form
    with no markup inside."""
    page, quote = here.stretch.page, here.stretch.text[match.start : match.end]
    span = here.stretch.span(match.start, match.end)
    if not preferred or quote.lower() != match.term.text.lower():
        return None
    if page.source.quote(span) != quote:
        return None
    begins = quote[0].isupper() and not match.term.text[0].isupper()
    text = preferred[0].upper() + preferred[1:] if begins else preferred
    return Fix((Edit(page.path, span, text),))


def _missing(
    segment: Segment,
    found: Sides,
    around: Sequence[Sides],
    context: Context,
    named: set[int],
) -> Iterator[Finding]:
    """The concepts of the source that have no term in the translation of its sentence.
    ``around`` are all sentences of the passage, ``named`` the concepts that another finding
    speaks of."""
    source, target = found
    concepts = context.termbase.concepts
    language = target.stretch.language.code
    done: set[frozenset[int]] = set()
    for use in source.uses:
        mine = frozenset(one for one in use.concepts if concepts[one].preferred(language))
        if not mine or mine in done or mine & named or target.good(mine):
            continue
        done.add(mine)
        elsewhere = sum(len(there.good(mine)) for _, there in around)
        if elsewhere >= sum(len(there.of(mine)) for there, _ in around):
            continue
        terms = [
            term.text
            for one in mine
            for term in concepts[one].of(language)
            if term.status is not Status.FORBIDDEN
        ]
        stand_in = rival(segment, use, target)
        if stand_in is None:
            nouns = nouns_of(
                context.termbase, target.stretch.language, source.stretch.language, context.packs
            )
            stand_in = spare(segment, use, target, nouns)
        word = target.stretch.text[slice(*stand_in)] if stand_in else ""
        if glued(target, terms) or (word and not target.stretch.language.letter.search(word)):
            continue
        # A sentence that does without the term may well be right.
        excused = stand_in is None or bool(elsewhere) or akin(word, terms)
        first = concepts[min(mine)]
        yield Finding(
            place=place(target.stretch, *stand_in) if stand_in else whole(target.stretch),
            message="rival" if stand_in else "missing",
            data={
                "here": word,
                "there": source.quote(use),
                "preferred": first.preferred(language),
                "concept": first.name,
                "note": first.note,
            },
            related=(place(source.stretch, use.start, use.end, THERE),),
            confidence=0.6 if excused else 0.85,
            severity=Severity.INFO if excused else Severity.WARNING,
        )


MESSAGES = {
    "en": {
        "forbidden": "“{here}” is a forbidden rendering of “{there}”; use “{preferred}”",
        "forbidden-only": "“{here}” is a forbidden rendering of “{there}”; use another word",
        "rival": "“{there}” of the other version is “{here}” here; the termbase has “{preferred}”",
        "missing": "“{there}” of the other version is missing here; the termbase has “{preferred}”",
        THERE: LABELS["en"],
    },
    "ru": {
        "forbidden": "«{there}» нельзя передавать как «{here}»; нужно «{preferred}»",
        "forbidden-only": "«{there}» нельзя передавать как «{here}»; подберите другое слово",
        "rival": "«{there}» другой версии здесь — «{here}»; в терминологической базе «{preferred}»",
        "missing": "Здесь нет термина для «{there}» из другой версии; в базе — «{preferred}»",
        THERE: LABELS["ru"],
    },
}

_TERMS = "ru,en,forbidden-en\nзапись на приём,appointment,record|recording\nпилинг,peel,peeling\n"
_RU = "# Пилинг\n\nДо пилинга нужна запись на приём. Врач осмотрит кожу и расскажет о пилинге.\n"
_EN = (
    "# Peel\n\nA peel needs an appointment. The doctor looks at your skin and explains the peel.\n"
)

CHECK = Check(
    id="translation/term",
    unit="pair",
    run=run,
    severity=Severity.ERROR,
    messages=MESSAGES,
    bad=(
        {
            "termbase.csv": _TERMS,
            "ru/peel.md": _RU,
            "en/peel.md": _EN.replace("explains the peel", "explains the peeling"),
        },
        {
            "termbase.csv": _TERMS,
            "ru/peel.md": _RU,
            "en/peel.md": _EN.replace("an appointment", "a reservation"),
        },
    ),
    good=(
        {"termbase.csv": _TERMS, "ru/peel.md": _RU, "en/peel.md": _EN},
        {"ru/peel.md": _RU, "en/peel.md": _EN.replace("peel", "peeling")},
    ),
    documentation=__doc__,
)
