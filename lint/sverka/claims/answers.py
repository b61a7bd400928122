"""Questions and their answers: "Does it hurt? - No." says that it does not hurt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sverka.claims.aspects import Aspect, Domain
from sverka.claims.matching import ABOUT, VALUE, Hit
from sverka.claims.utterance import Utterance

_MODALITIES = ("forbidden", "required", "recommended", "optional", "allowed")


def answered(
    question: Utterance, answer: Utterance, domains: Mapping[str, Domain]
) -> Iterator[tuple[Aspect, str, bool]]:
    """The aspect, the label, and whether it is denied, for each that an answer of yes or no gives
    to what the question mentions."""
    yes = answers(answer)
    if yes is None:
        return
    for hit in (*question.of(VALUE), *question.of(ABOUT)):
        aspect = domains[hit.meaning.domain].aspects[hit.meaning.name]
        label = _label(question, hit, aspect, yes=yes)
        if label:
            yield aspect, label, not yes


def answers(utterance: Utterance) -> bool | None:
    """Whether a text begins with yes (True) or with no (False); None where it does with neither."""
    if not utterance.tokens:
        return None
    first = utterance.tokens[0].lemma
    if first in utterance.cues.assent:
        return True
    return False if first in utterance.cues.refusal else None


def _label(question: Utterance, hit: Hit, aspect: Aspect, *, yes: bool) -> str:
    denied = len(question.denials(hit)) == 1
    if hit.meaning.sort == VALUE:
        said = hit.meaning.label
        return said if yes != denied else aspect.opposites.get(said, "")
    outcomes = aspect.outcomes
    asked = next(
        (name for name in _MODALITIES if name in outcomes and question.near(hit, name)), ""
    )
    if asked == "allowed" and yes == denied:
        return outcomes.get("forbidden", outcomes.get("denied", ""))
    if asked and yes != denied:
        return outcomes[asked]
    return outcomes.get("stated" if yes != denied else "denied", "")
