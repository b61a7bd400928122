"""A statement in its context, with all that is needed to judge it; and what it is judged to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sverka.claims.aspects import Aspect, Domain
from sverka.claims.matching import ABOUT, NEVER, UNLESS, Hit
from sverka.claims.model import Value
from sverka.claims.statements import Statement
from sverka.claims.utterance import IN_REACH, Utterance

MODALITIES = ("forbidden", "optional", "required", "recommended", "allowed")
_FLED = 4
"""Tokens between "avoid", "in case of" and what is not stated thereby."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a statement says of an aspect; ``place`` counts in its text, ``at`` in its tokens."""

    aspect: Aspect
    value: Value
    place: tuple[int, int]
    at: int
    polarity: str = "stated"
    modality: str = "fact"
    quantifier: str = ""
    absolute: bool = False
    hedged: bool = False
    conditions: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    by_heading: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """``utterance`` is the statement's own text, ``lead`` its lead-in, ``head`` the heading above
    it, ``asked`` the question that it answers. ``plain`` words tell nothing, ``fields`` are the
    domains that the page is of."""

    statement: Statement
    utterance: Utterance
    lead: Utterance | None
    head: Utterance | None
    asked: Utterance | None
    domains: Mapping[str, Domain]
    plain: frozenset[str]
    fields: frozenset[str]

    @property
    def above(self) -> Iterator[Utterance]:
        """What introduces the statement, the nearest first."""
        return (one for one in (self.lead, self.head) if one is not None)

    def aspect(self, hit: Hit) -> Aspect:
        """The aspect that a hit mentions."""
        return self.domains[hit.meaning.domain].aspects[hit.meaning.name]

    def mentions(self, utterance: Utterance, kind: str = "") -> list[tuple[Hit, Aspect]]:
        """The mentions of aspects in a text, of that kind only."""
        found = ((hit, self.aspect(hit)) for hit in utterance.of(ABOUT))
        return [(hit, aspect) for hit, aspect in found if not kind or aspect.kind == kind]

    @property
    def whole(self) -> tuple[int, int]:
        """The place of all of it."""
        tokens = self.utterance.tokens
        return (tokens[0].start, tokens[-1].end) if tokens else (0, 1)


def stands(utterance: Utterance, hit: Hit) -> bool:
    """Whether it is spoken of, not of something else that it is compared with, fought or provided
    for; nor in a phrase that the pack says is none."""
    if utterance.before(hit, _FLED, "against", "proviso"):
        return False
    if utterance.before(hit, IN_REACH, "contrast", "than") or _is_aside(utterance, hit):
        return False
    if any(one.meaning.name == hit.meaning.name for one in utterance.of(UNLESS)):
        return False
    return not any(
        never.meaning.name == hit.meaning.name and never.start < hit.end and hit.start < never.end
        for never in utterance.of(NEVER)
    )


def _is_aside(utterance: Utterance, hit: Hit) -> bool:
    """Whether it stands in a clause that says more of what is compared with: "unlike tulips,
    which ..."."""
    clause = utterance.clauses[hit.start]
    first = utterance.clauses.index(clause)
    start = utterance.tokens[first : hit.start]
    if not any(token.lemma in utterance.cues.relatives for token in start[:3]):
        return False
    return any(utterance.clauses[cue.start] == clause - 1 for cue in utterance.named("contrast"))
