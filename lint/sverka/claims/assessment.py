"""A statement with its hits -> what it says of which aspects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sverka.claims.amounts import Bound, Measure, bind, derived, limited
from sverka.claims.answers import answered
from sverka.claims.domains import Aspect, Domain
from sverka.claims.matching import ABOUT, NEVER, SUBJECT, TERM, VALUE, Hit
from sverka.claims.model import Range, Value
from sverka.claims.statements import Statement
from sverka.claims.utterance import IN_REACH, RIGHT_BEFORE, Utterance

_FLED = 4
"""Tokens between "avoid", "in case of" and what is not stated thereby."""
_NEAR = 3
_YEAR = 31_536_000.0
_OTHER_SIDE = {"before": "later", "after": "earlier"}
_OWN_SIDE = {"later": "earlier", "earlier": "later"}
_MODALITIES = ("forbidden", "optional", "required", "recommended", "allowed")


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


class Assessor:
    """Judges statements of pages by what the domains know."""

    def __init__(self, domains: Mapping[str, Domain], plain: frozenset[str]) -> None:
        self._domains = domains
        self._plain = plain

    def _aspect(self, hit: Hit) -> Aspect:
        return self._domains[hit.meaning.domain].aspects[hit.meaning.name]

    def assess(
        self,
        utterance: Utterance,
        lead: Utterance | None,
        heads: Sequence[Utterance],
        statement: Statement,
        asked: Utterance | None = None,
    ) -> Iterator[Said]:
        """All that it says; nothing where it asks, quotes, or tells what others say.

        ``asked`` is the question that stands before it."""
        if utterance.is_question or utterance.is_quoted or utterance.has("report"):
            return
        found = [
            *self._labels(utterance, lead),
            *self._amounts(utterance, lead, heads),
            *self._sets(utterance, lead, heads),
            *self._listed(utterance, lead, heads, statement),
            *self._answered(utterance, asked),
        ]
        seen = set()
        measured = {said.aspect for said in found if said.value.text and said.value.range}
        for said in found:
            if said.value.label and said.aspect in measured and said.aspect.kind == "amount":
                continue  # "all ages after 18": the number says it
            key = (said.aspect.domain, said.aspect.id, said.value.label, said.value.range)
            if key not in seen:
                seen.add(key)
                yield self._dressed(said, utterance)

    def resumed(self, joint: Utterance, seam: int) -> Iterator[Said]:
        """What phrases say that go on from one sentence, which ends before the character
        ``seam``, into the next."""
        if joint.is_question or joint.has("report"):
            return
        for hit in joint.of(VALUE):
            start, end = joint.quote(hit)
            if start < seam < end and (said := self._stated(joint, hit)):
                yield replace(self._dressed(said, joint), conditions=())

    # labels

    def _labels(self, utterance: Utterance, lead: Utterance | None) -> Iterator[Said]:
        stated = [hit for hit in utterance.of(VALUE) if self._stands(utterance, hit)]
        spoken = {(utterance.clauses[hit.start], hit.meaning.name) for hit in stated}
        for hit in stated:
            if said := self._stated(utterance, hit):
                yield said
        for hit in utterance.of(ABOUT):
            aspect = self._aspect(hit)
            if not aspect.outcomes or not self._stands(utterance, hit):
                continue
            if (utterance.clauses[hit.start], hit.meaning.name) in spoken:
                continue
            if said := self._outcome(utterance, hit, aspect, lead):
                yield said

    def _stands(self, utterance: Utterance, hit: Hit) -> bool:
        """Whether it is spoken of, not of something else that it is compared with, fought or
        provided for; nor in a phrase that the pack says is none."""
        if utterance.before(hit, _FLED, "against", "proviso"):
            return False
        if utterance.before(hit, IN_REACH, "contrast", "than"):
            return False
        return not any(
            never.meaning.name == hit.meaning.name
            and never.start < hit.end
            and hit.start < never.end
            for never in utterance.of(NEVER)
        )

    def _stated(self, utterance: Utterance, hit: Hit) -> Said | None:
        """What a phrase says that carries its value itself."""
        aspect, label = self._aspect(hit), hit.meaning.label
        denials = utterance.denials(hit)
        if len(denials) > 1:
            return None
        if denials:
            opposite = aspect.opposites.get(label)
            if opposite is None:
                return None
            label = opposite
        weak = utterance.before(hit, _NEAR, "weak")
        limits = [*denials, *weak]
        said = Said(
            aspect,
            Value(label, aspect.amounts.get(label)),
            utterance.quote(hit, *limits),
            hit.start,
            polarity="denied" if denials else "stated",
            hedged=bool(weak),
            absolute=label in aspect.absolute and not weak,
        )
        return said

    def _outcome(
        self, utterance: Utterance, hit: Hit, aspect: Aspect, lead: Utterance | None
    ) -> Said | None:
        """What the words around a mention make of it."""
        outcome, marks = self._judged(utterance, hit, aspect, lead)
        label = aspect.outcomes.get(outcome, "")
        if not label:
            return None
        weak = utterance.before(hit, RIGHT_BEFORE + 1, "weak")
        total = utterance.near(hit, "absolute") if outcome == "denied" else []
        return Said(
            aspect,
            Value(label, aspect.amounts.get(label)),
            utterance.quote(hit, *marks, *weak),
            hit.start,
            polarity="denied" if outcome == "denied" else "stated",
            modality=outcome if outcome in _MODALITIES else "fact",
            hedged=bool(weak),
            absolute=label in aspect.absolute and not weak and bool(total or outcome != "denied"),
        )

    def _judged(
        self, utterance: Utterance, hit: Hit, aspect: Aspect, lead: Utterance | None
    ) -> tuple[str, list[Hit]]:
        wanted = aspect.outcomes
        for name in _MODALITIES:
            if name not in wanted:
                continue
            marks = utterance.near(hit, name)
            if marks and not (name != "forbidden" and utterance.denials(hit)):
                return name, marks[:1]
            if not marks and lead is not None and lead.has(name) and _introduces(lead):
                return name, []
        denials = utterance.denials(hit)
        if len(denials) == 1:
            if "few" in wanted and utterance.before(hit, RIGHT_BEFORE + 1, "weak"):
                return "few", denials
            if utterance.near(hit, "possible") and utterance.before(hit, 2, "some"):
                return "", []
            return "denied", denials
        if denials:
            return "", []
        if few := [*utterance.before(hit, _NEAR, "few"), *utterance.after(hit, _NEAR, "few")]:
            return "few", few[:1]
        if aspect.asserted:
            marks = utterance.near(hit, "asserts", "possible")
            return ("stated", marks[:1]) if marks else ("", [])
        return "stated", []

    # amounts

    def _amounts(
        self, utterance: Utterance, lead: Utterance | None, heads: Sequence[Utterance]
    ) -> Iterator[Said]:
        mentions = [
            (hit, self._aspect(hit))
            for hit in utterance.of(ABOUT)
            if self._aspect(hit).kind == "amount" and self._stands(utterance, hit)
        ]
        quantities = derived(utterance)
        bound = bind(utterance, mentions, quantities)
        context = [one for one in (lead, *heads[:1]) if one is not None]
        mentions = [(hit, one) for hit, one in mentions if not _is_past(one, context)]
        forbidden = any(self._forbids(one) for one in context)
        for one in bound:
            if said := self._measured(utterance, one, forbidden=forbidden):
                yield said
        taken = {one.quantity.at for one in bound}
        free = [one for one in quantities if one.at not in taken]
        if not free or any(aspect.kind == "amount" for _, aspect in mentions):
            return
        for above in (lead, *heads):
            if above is None:
                continue
            named = [self._aspect(hit) for hit in above.of(ABOUT)]
            named = [one for one in named if one.kind == "amount" and one.headed]
            for aspect in dict.fromkeys(named):
                fit = [one for one in free if one.kind in aspect.units]
                if len(fit) != 1:
                    continue
                said = self._measured(utterance, Bound(None, aspect, fit[0]), forbidden=forbidden)
                if said is not None:
                    yield replace(said, by_heading=True)
            if named:
                return

    def _measured(
        self, utterance: Utterance, bound: Bound, *, forbidden: bool = False
    ) -> Said | None:
        quantity = bound.quantity
        if other := _OTHER_SIDE.get(bound.aspect.side):
            here = Hit(quantity.at, quantity.at + 1, quantity.meaning)
            if utterance.near(here, other) and not utterance.near(here, _OWN_SIDE[other]):
                return None
        token = Hit(quantity.at, quantity.at + 1, quantity.meaning)
        hedged = quantity.hedged or bool(utterance.near(token, "hedge"))
        hits = [token] if bound.hit is None else [token, bound.hit]
        place = utterance.quote(*hits)
        text = utterance.text[utterance.tokens[quantity.at].start : quantity.end]
        span: Range | None = quantity.range
        if bound.aspect.bound == "low":
            span = _least(
                limited(utterance, quantity),
                forbidden=forbidden or bool(utterance.near(token, "forbidden")),
            )
        if span is None:
            return None
        unit = quantity.unit
        if quantity.kind != "age" and "age" in bound.aspect.units:
            span, unit = _in_years(span, quantity), "year"
        value = Value("", span, unit, " ".join(text.split()))
        return Said(bound.aspect, value, place, quantity.at, hedged=hedged)

    def _forbids(self, above: Utterance) -> bool:
        """Whether a lead-in or heading forbids what follows."""
        return above.has("forbidden") or any(
            self._aspect(hit).kind == "set" and self._aspect(hit).about == "forbidden"
            for hit in above.of(ABOUT)
        )

    # sets and lists

    def _sets(
        self, utterance: Utterance, lead: Utterance | None, heads: Sequence[Utterance]
    ) -> Iterator[Said]:
        """The terms that a statement, or the list that it stands in, says to belong to a set."""
        own = [
            (hit, self._aspect(hit))
            for hit in utterance.of(ABOUT)
            if self._aspect(hit).kind == "set" and self._stands(utterance, hit)
        ]
        aspects = [aspect for hit, aspect in own if not utterance.denials(hit)]
        by_heading = not own
        if by_heading:
            for above in (lead, *heads):
                named = [self._aspect(hit) for hit in above.of(ABOUT)] if above else []
                aspects = list(dict.fromkeys(one for one in named if one.kind == "set"))
                if aspects:
                    break
            aspects = aspects if len(aspects) == 1 else []
        for aspect in dict.fromkeys(aspects):
            for hit in utterance.of(TERM):
                if hit.meaning.domain != aspect.domain or not self._stands(utterance, hit):
                    continue
                if aspect.labels and hit.meaning.name not in aspect.labels:
                    continue
                value = Value(hit.meaning.name, text=utterance.text[slice(*utterance.quote(hit))])
                place = utterance.quote(hit)
                yield Said(aspect, value, place, hit.start, by_heading=by_heading)

    def _listed(
        self,
        utterance: Utterance,
        lead: Utterance | None,
        heads: Sequence[Utterance],
        statement: Statement,
    ) -> Iterator[Said]:
        """A list below a heading that names an aspect states it: "Possible complications"."""
        if statement.form != "item" or lead is None:
            return
        if lead.text not in statement.headings or any(utterance.of(ABOUT)):
            return
        for hit in lead.of(ABOUT):
            aspect = self._aspect(hit)
            if not aspect.asserted or "stated" not in aspect.outcomes or lead.denials(hit):
                continue
            if not utterance.tokens:
                continue
            place = (utterance.tokens[0].start, utterance.tokens[-1].end)
            yield Said(aspect, Value(aspect.outcomes["stated"]), place, 0, by_heading=True)

    def _answered(self, utterance: Utterance, asked: Utterance | None) -> Iterator[Said]:
        """What a yes or no says to the question."""
        if asked is None or not utterance.tokens:
            return
        place = (utterance.tokens[0].start, utterance.tokens[-1].end)
        for aspect, label, denied in answered(asked, utterance, self._domains):
            yield Said(
                aspect,
                Value(label, aspect.amounts.get(label)),
                place,
                0,
                polarity="denied" if denied else "stated",
                absolute=label in aspect.absolute,
                by_heading=True,
            )

    def _dressed(self, said: Said, utterance: Utterance) -> Said:
        """With its conditions and what the words beside it are."""
        clause = utterance.clauses[said.at]
        words = tuple(
            dict.fromkeys(
                token.lemma
                for at, token in enumerate(utterance.tokens)
                if utterance.clauses[at] == clause
                and token.lemma.isalpha()
                and len(token.lemma) > 2
                and token.lemma not in self._plain
                and not (said.place[0] <= token.start < said.place[1])
            )
        )
        quantifier = next((n for n in ("all", "some", "few") if self._by(utterance, said, n)), "")
        usually = any(cue.start <= 1 for cue in utterance.named("weak"))
        return replace(
            said,
            hedged=said.hedged or (usually and said.value.range is None),
            absolute=said.absolute and not usually,
            words=words,
            conditions=tuple(_conditions(utterance, self._plain)),
            quantifier="none" if said.polarity == "denied" else quantifier,
        )

    def _by(self, utterance: Utterance, said: Said, name: str) -> bool:
        hit = (
            Hit(said.at, said.at + 1, next(iter(utterance.hits)).meaning)
            if utterance.hits
            else None
        )
        return hit is not None and bool(utterance.before(hit, RIGHT_BEFORE, name))


def _in_years(span: Range, measure: Measure) -> Range:
    """A time of life in years: "from six months"; a bare number is one of years."""
    share = _YEAR if measure.kind == "duration" else 1.0
    low, high = span
    return (None if low is None else low / share, None if high is None else high / share)


def _is_past(aspect: Aspect, above: Sequence[Utterance]) -> bool:
    """Whether the heading or lead-in speaks of the other side of the event."""
    other = _OTHER_SIDE.get(aspect.side)
    return other is not None and any(
        one.has(other) and not one.has(_OWN_SIDE[other]) for one in above
    )


def _least(span: Range, *, forbidden: bool) -> Range | None:
    """The least amount that is meant: "from 18"; of what is forbidden "up to 18" as well."""
    low, high = span
    if forbidden:
        least = high if low is None else None
    else:
        least = low if high is None else None
    return None if least is None else (least, least)


def _introduces(lead: Utterance) -> bool:
    return lead.text.rstrip().endswith((":", "—", "–"))


def _conditions(utterance: Utterance, plain: frozenset[str]) -> Iterator[str]:
    """The clauses that limit what is said: "if ...", but not "when mesotherapy ..."."""
    subjects = list(utterance.of(SUBJECT))
    done = -1
    for cue in utterance.named("condition"):
        if cue.start < done:
            continue
        clause = utterance.clauses[cue.start]
        rest = [
            (at, token)
            for at, token in enumerate(utterance.tokens)
            if at >= cue.end and utterance.clauses[at] == clause
        ]
        if any(hit.start - cue.end <= _NEAR and hit.start >= cue.end for hit in subjects):
            continue
        telling = [t for _, t in rest if t.lemma.isalpha() and t.lemma not in plain]
        if telling or len(cue.meaning.name) and not rest:
            done = rest[-1][0] if rest else cue.end
            yield " ".join(utterance.clause_text(cue.start).split())
