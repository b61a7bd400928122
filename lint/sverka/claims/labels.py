"""What a statement says in words: phrases with a value, and mentions with what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.claims.aspects import Aspect
from sverka.claims.matching import ABOUT, VALUE, Hit
from sverka.claims.model import Value
from sverka.claims.reading import MODALITIES, Reading, Said, stands
from sverka.claims.utterance import RIGHT_BEFORE, Utterance

_NEAR = 3


def labels(reading: Reading) -> Iterator[Said]:
    """The labels that the statement gives to aspects. A phrase with a value counts before the
    words around a mention of the same aspect."""
    utterance = reading.utterance
    phrases = [hit for hit in utterance.of(VALUE) if stands(utterance, hit)]
    spoken = {(utterance.clauses[hit.start], hit.meaning.name) for hit in phrases}
    for hit in phrases:
        if said := stated(utterance, hit, reading.aspect(hit)):
            yield said
    for hit in utterance.of(ABOUT):
        aspect = reading.aspect(hit)
        if not aspect.outcomes or not stands(utterance, hit):
            continue
        if (utterance.clauses[hit.start], hit.meaning.name) not in spoken and (
            said := _outcome(reading, hit, aspect)
        ):
            yield said


def stated(utterance: Utterance, hit: Hit, aspect: Aspect) -> Said | None:
    """What a phrase says that carries its value itself; denied, the opposite if there is one."""
    label = hit.meaning.label
    denials = utterance.denials(hit)
    if len(denials) > 1:
        return None
    if denials:
        label = aspect.opposites.get(label, "")
        if not label:
            return None
    weak = utterance.before(hit, _NEAR, "weak")
    return Said(
        aspect,
        Value(label, aspect.amounts.get(label)),
        utterance.quote(hit, *denials, *weak),
        hit.start,
        polarity="denied" if denials else "stated",
        hedged=bool(weak),
        absolute=label in aspect.absolute and not weak,
    )


def _outcome(reading: Reading, hit: Hit, aspect: Aspect) -> Said | None:
    """What the words around a mention make of it."""
    utterance = reading.utterance
    outcome, marks = _judged(utterance, hit, aspect, reading.lead)
    label = aspect.outcomes.get(outcome, "")
    if not label:
        return None
    weak = utterance.before(hit, RIGHT_BEFORE + 1, "weak")
    total = outcome != "denied" or utterance.near(hit, "absolute")
    return Said(
        aspect,
        Value(label, aspect.amounts.get(label)),
        utterance.quote(hit, *marks, *weak),
        hit.start,
        polarity="denied" if outcome == "denied" else "stated",
        modality=outcome if outcome in MODALITIES else "fact",
        hedged=bool(weak),
        absolute=label in aspect.absolute and not weak and bool(total),
    )


def _judged(
    utterance: Utterance, hit: Hit, aspect: Aspect, lead: Utterance | None
) -> tuple[str, list[Hit]]:
    """The outcome, and the words that made it; "" where they make none."""
    wanted = aspect.outcomes
    denials = utterance.denials(hit)
    for name in MODALITIES:
        if name not in wanted:
            continue
        marks = utterance.near(hit, name)
        if marks and (name == "forbidden" or not denials):
            return name, marks[:1]
        if not marks and lead is not None and lead.has(name) and _introduces(lead):
            return name, []
    if len(denials) > 1:
        return "", []
    if denials:
        weak = utterance.before(hit, RIGHT_BEFORE + 1, "weak")
        return "few" if weak and "few" in wanted else "denied", denials
    if few := [*utterance.before(hit, _NEAR, "few"), *utterance.after(hit, _NEAR, "few")]:
        return "few", few[:1]
    if aspect.asserted:
        marks = utterance.near(hit, "asserts", "possible")
        return ("stated", marks[:1]) if marks else ("", [])
    return "stated", []


def _introduces(lead: Utterance) -> bool:
    return lead.text.rstrip().endswith((":", "—", "–"))
