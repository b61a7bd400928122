"""What a statement says in numbers: quantities bound to the aspects that they measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.claims.amounts import Bound, Measure, bare, bind, derived, fits, limited, single
from sverka.claims.aspects import Aspect
from sverka.claims.matching import LAST, Hit
from sverka.claims.model import Range, Value
from sverka.claims.reading import Reading, Said, stands
from sverka.claims.utterance import Utterance

_YEAR = 31_536_000.0
_OTHER_SIDE = {"before": "later", "after": "earlier"}
_OWN_SIDE = {"later": "earlier", "earlier": "later"}


def measured(reading: Reading) -> Iterator[Said]:
    """The amounts that the statement gives. A quantity without a mention is of the aspect that
    the lead-in or the heading names."""
    utterance = reading.utterance
    above = list(reading.above)
    mentions = [
        (hit, aspect)
        for hit, aspect in reading.mentions(utterance, "amount")
        if stands(utterance, hit) and not _is_past(aspect, above)
    ]
    ends = (hit.end for hit, aspect in mentions if "duration" in aspect.units)
    counted = [hit for hit, aspect in mentions if "count" in aspect.units]
    quantities = [*derived(utterance), *bare(utterance, ends), *single(utterance, counted)]
    forbidden = any(_forbids(reading, one) for one in above)
    bound = bind(utterance, mentions, quantities)
    for one in sorted(bound, key=lambda one: one.quantity.at):
        if said := _said(utterance, one, forbidden=forbidden):
            yield said
    taken = {one.quantity.at for one in bound}
    free = [one for one in quantities if one.at not in taken]
    if free and not mentions:
        yield from _headed(reading, free, forbidden=forbidden)


def _headed(reading: Reading, free: Sequence[Measure], *, forbidden: bool) -> Iterator[Said]:
    for above in reading.above:
        named = [one for _, one in reading.mentions(above, "amount") if one.headed]
        for aspect in dict.fromkeys(named):
            fit = [one for one in free if fits(one, aspect)]
            if len(fit) != 1:
                continue
            said = _said(reading.utterance, Bound(None, aspect, fit[0]), forbidden=forbidden)
            if said is not None:
                yield replace(said, by_heading=True)
        if named:
            return


def _said(utterance: Utterance, bound: Bound, *, forbidden: bool) -> Said | None:
    """None where it is no value of the aspect: on the other side of the event, no least amount."""
    aspect, quantity = bound.aspect, bound.quantity
    here = Hit(quantity.at, quantity.at + 1, quantity.meaning)
    other = _OTHER_SIDE.get(aspect.side)
    if other and utterance.near(here, other) and not utterance.near(here, _OWN_SIDE[other]):
        return None
    span: Range | None = quantity.range
    if aspect.bound == "low":
        allowed = utterance.near(here, "allowed", "only")
        banned = bool(utterance.near(here, "forbidden")) or (forbidden and not allowed)
        span = _least(limited(utterance, quantity), forbidden=banned)
    if aspect.ends and span is not None and span[0] == span[1]:
        span = (None, span[1]) if _is_last(utterance, bound.hit) else (span[0], None)
    if aspect.bound == "point" and span is not None and None in span:
        end = span[0] if span[0] is not None else span[1]
        span = (end, end)
    if span is None:
        return None
    unit = quantity.unit
    if quantity.kind != "age" and "age" in aspect.units:
        span, unit = _in_years(span, quantity), "year"
    text = utterance.text[utterance.tokens[quantity.at].start : quantity.end]
    return Said(
        aspect,
        Value("", span, unit, " ".join(text.split())),
        utterance.quote(here, *([bound.hit] if bound.hit else [])),
        quantity.at,
        hedged=quantity.hedged or bool(utterance.near(here, "hedge")),
    )


def _is_last(utterance: Utterance, mention: Hit | None) -> bool:
    """Whether the mention speaks of the end: "closes at six"."""
    return mention is not None and any(
        hit.meaning.name == mention.meaning.name and hit.start <= mention.start < hit.end
        for hit in utterance.of(LAST)
    )


def _forbids(reading: Reading, above: Utterance) -> bool:
    """Whether a lead-in or heading forbids what follows."""
    return above.has("forbidden") or any(
        aspect.about == "forbidden" for _, aspect in reading.mentions(above, "set")
    )


def _is_past(aspect: Aspect, above: Sequence[Utterance]) -> bool:
    """Whether the heading or lead-in speaks of the other side of the event."""
    other = _OTHER_SIDE.get(aspect.side)
    return other is not None and any(
        one.has(other) and not one.has(_OWN_SIDE[other]) for one in above
    )


def _least(span: Range, *, forbidden: bool) -> Range | None:
    """The least amount that is meant: "from 18"; of what is forbidden "up to 18" as well."""
    low, high = span
    least, other = (high, low) if forbidden else (low, high)
    return (least, least) if other is None and least is not None else None


def _in_years(span: Range, measure: Measure) -> Range:
    """A time of life in years: "from six months"; a bare number is one of years."""
    share = _YEAR if measure.kind == "duration" else 1.0
    low, high = span
    return (None if low is None else low / share, None if high is None else high / share)
