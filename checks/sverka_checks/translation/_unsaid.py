"""The kind of check that says what only one of two versions says."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair
from sverka.align.unsaid import Unsaid, unsaid
from sverka.finding import Finding, Place, Severity
from sverka.page import OBJECT
from sverka_checks.translation._kind import THERE, place

EXPLAINS = (
    "translation/name",
    "translation/negation",
    "translation/number",
    "translation/strength",
    "translation/term",
)
"""What a missing sentence holds is not reported once more."""

CONFIDENCE = {Severity.ERROR: 0.97, Severity.WARNING: 0.85, Severity.INFO: 0.5}


def findings(pair: AlignedPair, side: int) -> Iterator[Finding]:
    """One finding for each thing that only the source (0) or the target (1) says, on the
    target."""
    for one in unsaid(pair, side):
        level = _level(one)
        lacking = (pair.source, pair.target)[1 - side]
        said = place(one.stretch, one.start, one.end, "" if side else THERE)
        lack = Place(lacking.path, one.place, THERE if side else "")
        yield Finding(
            place=said if side else lack,
            message="clause" if one.is_clause else "sentences",
            data={
                "quote": " ".join(one.text.split()).replace(OBJECT, "…"),
                "count": len(one.stretch.sentences),
            },
            related=(lack if side else said,),
            confidence=CONFIDENCE[level],
            severity=level,
        )


def _level(one: Unsaid) -> Severity:
    """A sentence that is surely missing is an error; most clauses may be there in other words."""
    if one.is_clause:
        return Severity.WARNING if one.sure else Severity.INFO
    return Severity.ERROR if one.sure else Severity.WARNING
