"""One version denies what the other states.

What it finds: a sentence with a denial («не», «без», “not”, “no”, “without”…) of a word whose
translation stands in the other version without one: “does not require” for «требует».

Why it matters: it is the smallest slip with the largest effect; readers of the two versions are
told the opposite.

When it is wrong: where the other version says the same by means that the packs do not list, such
as a gloss in parentheses or a sentence turned round. A free translation is not judged. Double
denials, bounds (“no more than”), «не только», «пока не», contrasts, conditions, words of lacking,
refusing, excepting, and denying prefixes are no denials here; each of them on the other side keeps
the rule quiet, and so does an opposite («не работает», “out of order”), which is no translation of
the denied word.

Source: what denies in a language is in ``packs/lang/<code>/negation.toml``; what the denied word
corresponds to, in the word list of the pair and in what the site's pages teach.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.align import AlignedPair
from sverka.align.passages import Segment, Stretch
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka.wording import Hit
from sverka_checks.translation._denials import (
    CLAUSE,
    NEAR,
    Links,
    Side,
    excused,
    is_borne,
    pack_of,
    quotes_the_other,
    sides_of,
    unmatched,
)
from sverka_checks.translation._kind import LABELS, THERE, place

LITERAL = 0.55
"""A freer translation than this says too much in other words,"""
SHORT, SHORTER = 12, 0.5
"""or, where there are no more known words than this, one freer than that: in a short sentence a
single word that the lists do not link counts for much."""
SURE = 0.75
"""In one as literal as this the second word after a denial may be the one that tells."""
AROUND = (3, 2)
"""How many words before and after are quoted."""
CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class _Denial:
    """A denial of the one side, the number of the word it denies, and of the other side's word
    that is its translation."""

    hit: Hit
    denied: int
    stated: int


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """At most one finding a segment, where one side denies oftener than the other."""
    del context
    if not pair.passages:
        return
    packs = tuple(pack_of(stretch) for stretch in pair.passages[0].whole.sides)
    for passage in pair.passages:
        sides = [sides_of(packs, segment) for segment in passage.segments]
        counts = [tuple(len(side.of("deny")) for side in both) for both in sides]
        for number, segment in enumerate(passage.segments):
            ours, theirs = counts[number]
            if ours == theirs or not segment.is_whole:
                continue
            side = int(theirs > ours)
            if any(one[1 - side] > one[side] for one in counts):
                continue  # the denial stands in another sentence of the block
            more, less = sides[number][side], sides[number][1 - side]
            if found := _denial(segment, more, less):
                yield _finding(more, less, found)


def _denial(segment: Segment, more: Side, less: Side) -> _Denial | None:
    """A denial of ``more`` whose word ``less`` states, if nothing excuses it."""
    if not _is_literal(segment):
        return None
    links = segment.links[more.stretch.side]
    left = unmatched(more, less, links)
    if not left or excused(more, less, links) or quotes_the_other(more, less):
        return None
    for hit, scope in left:
        denied = _denied(segment, more, scope, links)
        if denied is None or more.turns(hit):
            continue
        found = _Denial(hit, denied, links[denied][0])
        if not is_borne(less, found.stated, _translated(more, found, links)):
            return found
    return None


def _is_literal(segment: Segment) -> bool:
    """Whether the words of one side are by and large those of the other."""
    if segment.literal >= LITERAL:
        return True
    known = sum(word.known for side in segment.sides for word in side.words)
    return known <= SHORT and segment.literal >= SHORTER


def _denied(segment: Segment, more: Side, scope: Sequence[int], links: Links) -> int | None:
    """The word that a denial denies: the first after it, or in a literal translation the second
    where nothing is known of the first. None where it has no counterpart, or more than one, or
    shares it."""
    if not scope:
        return None
    word = scope[0]
    unknown = not links[word] and not more.stretch.words[word].known
    if unknown and len(scope) > 1 and segment.literal >= SURE:
        word = scope[1]
    if len(links[word]) != 1 or sum(links[word][0] in ends for ends in links) > 1:
        return None
    return word


def _translated(more: Side, found: _Denial, links: Links) -> set[int]:
    """The numbers of the other side's words that translate something near the denial."""
    first, last = found.hit.start - NEAR, more.stretch.words[found.denied].end + NEAR
    words = zip(more.stretch.words, links, strict=True)
    return {end for word, ends in words if first <= word.start <= last for end in ends}


def _finding(more: Side, less: Side, found: _Denial) -> Finding:
    word = less.stretch.words[found.stated]
    denied = _quoted(more.stretch, found.hit.start, more.stretch.words[found.denied].end)
    stated = _quoted(less.stretch, word.start, word.end)
    one, other = (more.stretch, *denied), (less.stretch, *stated)
    key, here, there = ("denied", one, other) if more.stretch.side else ("stated", other, one)
    return Finding(
        place(*here),
        key,
        {
            "denied": _line(more.stretch.text[slice(*denied)]),
            "stated": _line(less.stretch.text[slice(*stated)]),
        },
        (place(*there, THERE),),
        confidence=CONFIDENCE,
    )


def _quoted(stretch: Stretch, start: int, end: int) -> tuple[int, int]:
    """The range of some words with a few around them, in their clause."""
    words, text = stretch.words, stretch.text
    before = [word.start for word in words if word.end <= start][-AROUND[0] :]
    after = [word for word in words if word.start >= end][: AROUND[1]]
    ends = [word.end for word in after if word.keys]
    return (
        min((one for one in before if not CLAUSE.search(text, one, start)), default=start),
        max((one for one in ends if not CLAUSE.search(text, end, one)), default=end),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


MESSAGES = {
    "en": {
        "denied": "“{denied}” denies what the other version states: “{stated}”",
        "stated": "“{stated}” states what the other version denies: “{denied}”",
        "there": LABELS["en"],
    },
    "ru": {
        "denied": "«{denied}»: здесь отрицание, а в другой версии его нет: «{stated}»",
        "stated": "«{stated}»: здесь отрицания нет, а в другой версии оно есть: «{denied}»",
        "there": LABELS["ru"],
    },
}

_RU = "# Правила\n\nПосле процедуры не принимайте горячую ванну.\n"
_EN = "# Rules\n\nAfter the procedure do not take a hot bath.\n"
_UNTIL = {
    "ru/rules.md": "# Правила\n\nНе снимайте повязку, пока рана не заживёт.\n",
    "en/rules.md": "# Rules\n\nDo not remove the bandage until the wound heals.\n",
}

CHECK = Check(
    id="translation/negation",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=({"ru/rules.md": _RU, "en/rules.md": _EN.replace("do not take", "take")},),
    good=(
        {"ru/rules.md": _RU, "en/rules.md": _EN},
        {"ru/rules.md": _RU, "en/rules.md": _EN.replace("do not take", "avoid taking")},
        _UNTIL,
    ),
    documentation=__doc__,
    explains=("translation/strength",),
)
