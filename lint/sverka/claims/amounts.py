"""Which quantity of a sentence belongs to which aspect that it mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sverka.claims.aspects import Aspect
from sverka.claims.matching import CUE, PER, Hit, Meaning
from sverka.claims.model import Range
from sverka.claims.utterance import Utterance

_CLAUSE = 6
"""Tokens that the end of a clause counts for."""
_PER_NEAR = 3
_COUNTS = frozenset({"count", "number"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity at the token ``at``; ``end`` is where it ends in the text."""

    at: int
    end: int
    kind: str
    range: Range
    unit: str
    hedged: bool = False

    @property
    def meaning(self) -> Meaning:
        """Stands for it among hits."""
        return Meaning(CUE, "")


@dataclass(frozen=True, slots=True)
class Bound:
    """A quantity with the aspect that it is of, and where that is mentioned."""

    hit: Hit | None
    aspect: Aspect
    quantity: Measure


def derived(utterance: Utterance) -> list[Measure]:
    """The quantities of the text; "two sessions a week" is a period of half a week."""
    found = [_dated(utterance, one) for one in _quantities(utterance)]
    for hit in utterance.of(PER):
        counts = [
            one for one in found if one.kind in _COUNTS and 0 <= hit.start - one.at - 1 <= _PER_NEAR
        ]
        period = float(hit.meaning.name)
        end = utterance.tokens[hit.end - 1].end
        if any(one.kind == "frequency" and one.end >= end for one in found):
            continue
        if counts:
            low, high = counts[-1].range
            bounds = (period / high if high else None, period / low if low else None)
            found.append(Measure(counts[-1].at, end, "frequency", bounds, "s", counts[-1].hedged))
        elif once := _one_before(utterance, hit):
            found.append(Measure(once, end, "frequency", (period, period), "s"))
    return found


def _dated(utterance: Utterance, measure: Measure) -> Measure:
    """Of "the second day", "day 2": between one day and two. Others as they are."""
    if measure.kind not in ("ordinal", "number"):
        return measure
    units, tokens = utterance.cues.units, utterance.tokens
    low, high = measure.range
    after = tokens[measure.at + 1] if measure.at + 1 < len(tokens) else None
    before = tokens[measure.at - 1] if measure.at else None
    for token in (after, before):
        if token is None or token.lemma not in units or low is None or high is None:
            continue
        if token is before and measure.kind == "ordinal":
            continue
        seconds = units[token.lemma]
        end = max(measure.end, token.end)
        bounds = ((low - 1) * seconds, high * seconds)
        return Measure(measure.at, end, "duration", bounds, "s", measure.hedged)
    return measure


def bare(utterance: Utterance, places: Iterable[int]) -> Iterator[Measure]:
    """A unit of time without a number, at one of these tokens: "holds year" in a language without
    articles is one year."""
    units, tokens = utterance.cues.units, utterance.tokens
    for at in dict.fromkeys(places):
        if at >= len(tokens) or tokens[at].quantity is not None or tokens[at].lemma not in units:
            continue
        if at + 1 < len(tokens) and tokens[at + 1].quantity is not None:
            continue  # "minutes twenty" is some twenty minutes
        seconds = units[tokens[at].lemma]
        yield Measure(at, tokens[at].end, "duration", (seconds, seconds), "s")


def single(utterance: Utterance, mentions: Iterable[Hit]) -> Iterator[Measure]:
    """The one of "one visit is enough", at most a word from a mention of what is counted."""
    tokens, ones = utterance.tokens, utterance.cues.ones
    for hit in mentions:
        for at in range(max(hit.start - 2, 0), min(hit.end + 1, len(tokens))):
            token = tokens[at]
            if token.lemma in ones and len(token.lower) > 1 and token.quantity is None:
                yield Measure(at, token.end, "count", (1.0, 1.0), "")
                break


def limited(utterance: Utterance, measure: Measure) -> Range:
    """The range of a bare number: "from sixteen" has no end, "under eighteen" no beginning."""
    low, high = measure.range
    if low != high:
        return measure.range
    token = Hit(measure.at, measure.at + 1, measure.meaning)
    if utterance.before(token, 1, "below"):
        return None, high
    return (low, None) if utterance.before(token, 1, "since") else measure.range


def _quantities(utterance: Utterance) -> Iterator[Measure]:
    for at, token in enumerate(utterance.tokens):
        quantity = token.quantity
        if quantity is None:
            continue
        bounds = (quantity.low, quantity.high)
        if bounds == (None, None):
            continue
        hedged = quantity.approximate or quantity.vague
        yield Measure(at, quantity.end, quantity.kind, bounds, quantity.unit, hedged)


def _one_before(utterance: Utterance, hit: Hit) -> int:
    """The token of "one" or "a" in "one session a week"; 0 where there is none."""
    ones = utterance.cues.ones
    for at in range(hit.start - 1, max(hit.start - _PER_NEAR - 1, -1), -1):
        if utterance.tokens[at].lemma in ones:
            return at
    return 0


def fits(measure: Measure, aspect: Aspect) -> bool:
    """Whether a quantity can be a value of the aspect: of a kind of its, and of a size of its."""
    if measure.kind not in aspect.units:
        return False
    if aspect.between is None:
        return True
    least, most = aspect.between
    return all(one is None or (least <= one and (most < 0 or one <= most)) for one in measure.range)


def bind(
    utterance: Utterance, mentions: Sequence[tuple[Hit, Aspect]], quantities: Sequence[Measure]
) -> list[Bound]:
    """Each quantity goes to the nearest mention, in each domain, of an aspect that it can
    measure."""
    offers = []
    for number, quantity in enumerate(quantities):
        for hit, aspect in mentions:
            if not fits(quantity, aspect):
                continue
            cost = _distance(utterance, hit, quantity.at)
            if cost <= aspect.near:
                offers.append((cost, number, hit.start, aspect.domain, aspect.id, hit, aspect))
    found, taken, served = [], set(), set()
    for offer in sorted(offers, key=lambda one: one[:5]):
        _, number, _, domain, _, hit, aspect = offer
        if (number, domain) in taken or (hit, aspect.id) in served:
            continue
        taken.add((number, domain))
        served.add((hit, aspect.id))
        found.append(Bound(hit, aspect, quantities[number]))
    return found


def _distance(utterance: Utterance, hit: Hit, at: int) -> int:
    between = at - hit.end if at >= hit.end else hit.start - at - 1
    clauses = abs(utterance.clauses[at] - utterance.clauses[hit.start])
    return max(between, 0) + _CLAUSE * clauses
