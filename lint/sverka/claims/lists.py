"""What a statement says as a member of a list, or as the answer to a question."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.claims.answers import answered
from sverka.claims.aspects import Aspect
from sverka.claims.matching import ABOUT, TERM
from sverka.claims.model import Value
from sverka.claims.reading import Reading, Said, stands


def members(reading: Reading) -> Iterator[Said]:
    """The terms that the statement, or the list that it stands in, says to belong to a set."""
    utterance = reading.utterance
    own = [
        (hit, aspect)
        for hit, aspect in reading.mentions(utterance, "set")
        if stands(utterance, hit)
    ]
    aspects = [aspect for hit, aspect in own if not utterance.denials(hit)]
    if not own:
        aspects = _introduced(reading)
    for aspect in dict.fromkeys(aspects):
        for hit in utterance.of(TERM):
            if hit.meaning.domain != aspect.domain or not stands(utterance, hit):
                continue
            if any(mention.start <= hit.start < mention.end for mention, _ in own):
                continue
            if aspect.labels and hit.meaning.name not in aspect.labels:
                continue
            place = utterance.quote(hit)
            value = Value(hit.meaning.name, text=utterance.text[slice(*place)])
            yield Said(aspect, value, place, hit.start, by_heading=not own)


def _introduced(reading: Reading) -> list[Aspect]:
    """The one set that the lead-in names, else the heading; none where it names two."""
    for above in reading.above:
        named = list(dict.fromkeys(aspect for _, aspect in reading.mentions(above, "set")))
        if named:
            return named if len(named) == 1 else []
    return []


def listed(reading: Reading) -> Iterator[Said]:
    """A list states the aspect that its heading or its lead-in names: "Possible complications",
    "the price includes:"."""
    lead = reading.lead
    if reading.statement.form != "item" or lead is None or not reading.utterance.tokens:
        return
    introduced = lead.text in reading.statement.headings or lead.text.rstrip().endswith(":")
    if not introduced or any(reading.utterance.of(ABOUT)):
        return
    for hit, aspect in reading.mentions(lead):
        if aspect.asserted and "stated" in aspect.outcomes and not lead.denials(hit):
            value = Value(aspect.outcomes["stated"])
            yield Said(aspect, value, reading.whole, 0, by_heading=True)


def replies(reading: Reading) -> Iterator[Said]:
    """What a yes or no says to the question before it."""
    if reading.asked is None or not reading.utterance.tokens:
        return
    for aspect, label, denied in answered(reading.asked, reading.utterance, reading.domains):
        yield Said(
            aspect,
            Value(label, aspect.amounts.get(label)),
            reading.whole,
            0,
            polarity="denied" if denied else "stated",
            absolute=label in aspect.absolute,
            by_heading=True,
        )
