"""A name is missing, or is another one.

What it finds: a person, place, brand or drug that one version names and the other does not, or
that has another name there.

Why it matters: readers of one language hear of somebody else, or go to another town.

When it is wrong: where a translator says "the capital" for its name, or "he" for a person; a place
that is known to readers of one language only and was explained.

Source: names are found by the sound of all usual romanisations, by the word lists and the lists of
names of the pair of languages; what is left over on both sides, or shows a gap, is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sverka.align import AlignedPair
from sverka.align.passages import Passage, Segment
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka.names.gaps import Trace, trace_in
from sverka.names.seeking import ALIKE, Lost, Seeker
from sverka.names.spotting import LEAST
from sverka.page import InlineKind, Kind
from sverka_checks.translation._kind import LABELS, THERE, place, whole

FREE = 0.45
"""How literal a translation must be, for names that are left over on both sides to say that
they are different ones,"""
LITERAL = 0.5
"""for a name that is left over on one side to say that the other lacks it,"""
CLOSE = 0.8
KNOWN = 0.7
"""and where nothing else speaks for that, of a name that the lists do not know, or know."""
APART = 0.25
"""How far a name is apart from all others, if it is another one."""
_LABELS = frozenset((InlineKind.STRONG, InlineKind.LINK, InlineKind.CODE, InlineKind.EMPHASIS))


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report the names that one version lacks."""
    del context
    seeker: Seeker | None = None
    for passage in pair.passages:
        if any(unit.kind is Kind.HEADING for unit in passage.units):
            continue
        for segment in passage.segments:
            if not (segment.is_whole and (segment.source.capitals or segment.target.capitals)):
                continue
            seeker = seeker or Seeker(pair)
            if seeker.may_lack(passage, segment) and _have_capitals(segment):
                yield from _findings(passage, segment, seeker)


def _findings(passage: Passage, segment: Segment, seeker: Seeker) -> Iterator[Finding]:
    traces = [trace_in(segment, side, seeker.habits[side]) for side in (0, 1)]
    sides = seeker.lost(passage, segment)
    if any(sides) or Trace.FIRM in traces:
        sides = seeker.lost(passage, segment, weak=True)
    ones, others = ([lost for lost in side if not _is_label(lost)] for side in sides)
    if any(lost.short for lost in ones) and any(lost.short for lost in others):
        # Two abbreviations that no list knows are mostly the same.
        ones, others = ([lost for lost in side if not lost.short] for side in (ones, others))
    for one in list(ones):
        rival = next((other for other in others if _replaced(one, other, segment, seeker)), None)
        if rival is not None:
            ones.remove(one)
            others.remove(rival)
            yield _replacement(one, rival)
    for stretch, left in zip(segment.sides, (ones, others), strict=True):
        trace = traces[1 - stretch.side]
        missing = [lost for lost in left if _is_missing(lost, segment, trace, seeker)]
        if trace is Trace.FIRM and segment.literal >= LITERAL:
            told = [lost for lost in left if lost.strong or len(lost.text) > LEAST]
            words = (
                lost
                for lost in seeker.lost_words(passage, stretch)
                if lost.text[0].isupper() and not _is_label(lost)
            )
            missing = told or [*words][:1]
        if missing:
            yield _absence(missing, segment)


def _have_capitals(segment: Segment) -> bool:
    """Whether a side has more capital letters than the one that it begins with."""
    return any(one.text[1:].lower() != one.text[1:] for one in segment.sides)


def _is_label(lost: Lost) -> bool:
    """Whether a name stands in a link or in bold letters: what a button or a page is called."""
    span = lost.stretch.span(lost.start, lost.end)
    inlines = lost.stretch.inlines
    return any(one.kind in _LABELS and one.span.covers(span) for one in inlines)


def _replaced(one: Lost, other: Lost, segment: Segment, seeker: Seeker) -> bool:
    """Whether two names that are left over, one on each side, stand for one another and are
    different ones."""
    if one.is_part and other.is_part:
        # Igor Sokolov here, Igor Sokolnikov there.
        regular = any(seeker.is_regular(lost) for lost in (one, other))
        return regular and segment.literal >= LITERAL
    # The town for the country, the country for its people: listed names change freely.
    sure = one.strong and other.strong and not (one.listed and other.listed)
    apart = APART if 1 in (len(one.names), len(other.names)) else ALIKE
    likely = segment.literal >= (FREE if sure else LITERAL)
    return (
        likely
        and all(lost.strong or lost.short or len(lost.names) > 1 for lost in (one, other))
        and (one.strong or other.strong)
        and min(one.nearest, other.nearest, seeker.apart(one, other)) >= apart
    )


def _is_missing(lost: Lost, segment: Segment, trace: Trace, seeker: Seeker) -> bool:
    """Whether a name that is left over has been lost rather than said in other words."""
    if lost.is_part or not lost.strong or segment.literal < LITERAL:
        return False
    if trace is not Trace.NONE or len(lost.names) > 1:
        return True
    if lost.text in seeker.own_names:
        return False
    return segment.literal >= (KNOWN if lost.listed or lost.guest else CLOSE)


def _replacement(one: Lost, other: Lost) -> Finding:
    return Finding(
        place=place(other.stretch, other.start, other.end),
        message="replaced",
        data={"there": one.text, "here": other.text},
        related=(place(one.stretch, one.start, one.end, THERE),),
        confidence=0.9,
    )


def _absence(left: Sequence[Lost], segment: Segment) -> Finding:
    """What the translation lacks stands at its sentence, what it adds at the name."""
    names = ", ".join(lost.text for lost in left)
    if left[0].stretch.side == 0:
        return Finding(
            place=whole(segment.target),
            message="missing",
            data={"there": names},
            related=tuple(place(lost.stretch, lost.start, lost.end, THERE) for lost in left),
            confidence=0.85,
        )
    return Finding(
        place=place(left[0].stretch, left[0].start, left[-1].end),
        message="added",
        data={"here": names},
        related=(whole(segment.source, THERE),),
        confidence=0.85,
    )


MESSAGES = {
    "en": {
        "replaced": "Another name: “{there}” in the other version, “{here}” here",
        "missing": "“{there}” of the other version is not named here",
        "added": "“{here}” is not named in the other version",
        "there": LABELS["en"],
    },
    "ru": {
        "replaced": "Другое имя: в другой версии «{there}», здесь «{here}»",
        "missing": "Здесь не названо «{there}» из другой версии",
        "added": "В другой версии «{here}» не названо",
        "there": LABELS["ru"],
    },
}

_RU = """В субботу пациентов принимает доктор Гришко, в понедельник — доктор Ларсон.
"""

_EN = """On Saturday patients are seen by Dr Grishko, on Monday by Dr Larson.
"""

CHECK = Check(
    id="translation/name",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {"ru/visit.md": _RU, "en/visit.md": _EN.replace("Larson", "Abramenko")},
        {
            "ru/visit.md": "Главный врач клиники, Михаил Корб, ответит на вопросы.\n",
            "en/visit.md": "The chief doctor of the clinic will answer questions.\n",
        },
    ),
    good=(
        {"ru/visit.md": _RU, "en/visit.md": _EN},
        {"ru/visit.md": _RU, "en/visit.md": _EN.replace("Grishko", "Hryshko")},
    ),
    documentation=__doc__,
)
