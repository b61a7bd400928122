"""A term is not rendered as the termbase wants it.

What it finds: where one version has a term of a concept and the other a forbidden term for it, or
none of those that are wanted. Terms are recognised in every form, of one word or several; of two
terms that overlap the longer one counts. Nothing is found without a termbase (the key `termbase`
of the settings).

Why it matters: a reader takes two names for two things, and what the law or the industry calls
otherwise looks careless.

When it is wrong: a word of the termbase in another sense, such as a record in sport. Give the
termbase both concepts: then any of their terms is right.

Source: the site's own termbase, TBX (ISO 30042), CSV or TOML.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair
from sverka.align.passages import Passage, Segment, Word
from sverka.check import Check, Context
from sverka.finding import Edit, Finding, Fix, Severity
from sverka.termbase import Concept, Match, index
from sverka_checks.translation._kind import LABELS, THERE, place, whole
from sverka_checks.translation._terms import Range, Side, Sides, Use, linked, sides

LITERAL = 0.6
"""Less literal a translation, and a term may be left out for good reason."""


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """One finding a place: an error for what is forbidden, a warning for what is missing."""
    if not context.termbase:
        return
    languages = [context.packs.languages[page.language] for page in (pair.source, pair.target)]
    ones, others = (index(context.termbase, one, context.packs) for one in languages)
    if not (ones and others):
        return
    concepts = context.termbase.concepts
    known: set[int] = set()
    for passage in pair.passages:
        found = sides(passage.whole, (ones, others))
        if not found[0].uses:
            continue
        for segment in passage.segments:
            if not segment.is_whole:
                continue
            here = found if segment is passage.whole else sides(segment, (ones, others))
            forbidden = [*_forbidden(segment, here, concepts, 1)]
            yield from (finding for _, finding in forbidden)
            yield from (finding for _, finding in _forbidden(segment, here, concepts, 0))
            named = {concept for use, _ in forbidden for concept in use.concepts}
            yield from _missing(passage, segment, (found, here), concepts, known | named, named)
        known.update(one.concept for one in found[1].matches if one.is_good)


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
    that is no term."""
    others = segment.sides[1 - side].words
    hits = {hit for _, links in linked(segment, side, (use.start, use.end)) for hit in links}
    for partner in partners:
        if any(_inside(others[hit], (partner.start, partner.end)) for hit in hits):
            return partner
    return None if hits else partners[0]


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
    passage: Passage,
    segment: Segment,
    found: tuple[Sides, Sides],
    concepts: tuple[Concept, ...],
    known: set[int],
    named: set[int],
) -> Iterator[Finding]:
    """The concepts of the source that have no term in the translation of its sentence. ``found``
    is in the passage and in the segment; ``known`` are the concepts whose term a reader has met,
    ``named`` those that another finding speaks of."""
    around, (source, target) = found
    language = target.stretch.language.code
    done: set[frozenset[int]] = set()
    for use in source.uses:
        mine = frozenset(one for one in use.concepts if concepts[one].preferred(language))
        if not mine or mine in done or mine & named or target.good(mine):
            continue
        done.add(mine)
        elsewhere = len(around[1].good(mine))
        if elsewhere >= len(around[0].of(mine)):
            continue
        rival = _rival(segment, use, target)
        free = _literal(segment, use) < LITERAL
        excused = free or bool(elsewhere) or (rival is None and bool(mine & known))
        first = concepts[min(mine)]
        yield Finding(
            place=place(target.stretch, *rival) if rival else whole(target.stretch),
            message="rival" if rival else "missing",
            data={
                "here": target.stretch.text[slice(*rival)] if rival else "",
                "there": source.quote(use),
                "preferred": first.preferred(language),
                "concept": first.name,
                "note": first.note,
            },
            related=(place(source.stretch, use.start, use.end, THERE),),
            confidence=(0.9 if rival else 0.8) - 0.3 * excused,
            severity=Severity.INFO if excused else Severity.WARNING,
        )


def _literal(segment: Segment, use: Use) -> float:
    """How literally the rest of the sentence is translated, 0 to 1: without the term and as
    many words that may stand for it."""
    rest: list[bool] = []
    spare = 0
    for side, (stretch, links) in enumerate(zip(segment.sides, segment.links, strict=True)):
        for word, hits in zip(stretch.words, links, strict=True):
            if side == 0 and _inside(word, (use.start, use.end)):
                spare += 1
            elif word.known and (hits or side == 0):
                rest.append(bool(hits))
            elif word.known:
                spare -= 1
                rest += [False] * (spare < 0)
    return sum(rest) / len(rest) if rest else 1.0


def _rival(segment: Segment, use: Use, target: Side) -> Range | None:
    """What stands for the term: the words that are linked to it and to nothing else."""
    links = dict(linked(segment, 0, (use.start, use.end)))
    back = segment.links[1]
    words = target.stretch.words
    taken = [(one.start, one.end) for one in target.uses]
    hits = [
        words[hit]
        for hit in sorted({hit for numbers in links.values() for hit in numbers})
        if set(back[hit]) <= set(links) and not any(_inside(words[hit], one) for one in taken)
    ]
    if not hits:
        return None
    first, last = hits[0], hits[-1]
    # Words far apart are not one phrase.
    near = last.start - first.end <= 2 * (use.end - use.start)
    return (first.start, last.end) if near else (first.start, first.end)


def _inside(word: Word, range_: Range) -> bool:
    return word.start < range_[1] and range_[0] < word.end


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
