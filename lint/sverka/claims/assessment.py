"""A statement with its hits -> what it says of which aspects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sverka.claims.labels import labels, stated
from sverka.claims.lists import listed, members, replies
from sverka.claims.matching import CUE, SUBJECT, VALUE, Hit, Meaning
from sverka.claims.measures import measured
from sverka.claims.reading import Reading, Said
from sverka.claims.utterance import RIGHT_BEFORE, Utterance
from sverka.page import OBJECT

_NEAR = 3
_QUANTIFIERS = ("all", "some", "few")
_HERE = Meaning(CUE, "")


def assess(reading: Reading) -> Iterator[Said]:
    """All that a statement says; nothing where it asks, quotes, or tells what others say."""
    utterance = reading.utterance
    if not _asserts(utterance):
        return
    found = [
        *labels(reading),
        *measured(reading),
        *members(reading),
        *listed(reading),
        *replies(reading),
    ]
    found = _of_fields(found, reading)
    seen = set()
    counted = {said.aspect for said in found if said.value.text and said.value.range}
    for said in found:
        if utterance.is_cited(*said.place):
            continue
        if said.value.label and said.aspect in counted and said.aspect.kind == "amount":
            continue  # "all ages after 18": the number says it
        key = (said.aspect.domain, said.aspect.id, said.value.label, said.value.range)
        if key not in seen:
            seen.add(key)
            yield _dressed(said, utterance, reading.plain)


def _of_fields(found: list[Said], reading: Reading) -> list[Said]:
    """Those of the page's domains; what a special field says of a place, no general one says."""
    found = [said for said in found if said.aspect.domain in reading.fields]
    special = [said for said in found if reading.domains[said.aspect.domain].least > 0]
    if OBJECT in reading.utterance.text:
        return special  # it speaks of code
    return [
        said
        for said in found
        if said in special
        or not any(one.place[0] < said.place[1] and said.place[0] < one.place[1] for one in special)
    ]


def _asserts(utterance: Utterance) -> bool:
    return not (utterance.is_question or utterance.is_quoted or utterance.has("report"))


def resumed(reading: Reading, joint: Utterance, seam: int) -> Iterator[Said]:
    """What phrases say that go on from one sentence, which ends before the character ``seam``
    of the ``joint`` text, into the next; places count in the joint text."""
    if not _asserts(joint):
        return
    for hit in joint.of(VALUE):
        start, end = joint.quote(hit)
        if start < seam < end and (said := stated(joint, hit, reading.aspect(hit))):
            yield replace(_dressed(said, joint, reading.plain), conditions=())


def _dressed(said: Said, utterance: Utterance, plain: frozenset[str]) -> Said:
    """With its conditions and what the words beside it are."""
    usually = any(cue.start <= 1 for cue in utterance.named("weak"))
    here = Hit(said.at, said.at + 1, _HERE)
    quantifier = next((n for n in _QUANTIFIERS if utterance.before(here, RIGHT_BEFORE, n)), "")
    return replace(
        said,
        hedged=said.hedged or (usually and said.value.range is None),
        absolute=said.absolute and not usually,
        words=_words(said, utterance, plain),
        conditions=tuple(_conditions(utterance, plain)),
        quantifier="none" if said.polarity == "denied" else quantifier,
    )


def _words(said: Said, utterance: Utterance, plain: frozenset[str]) -> tuple[str, ...]:
    """The telling words of its clause beside those that carry it."""
    clause = utterance.clauses[said.at]
    start, end = said.place
    return tuple(
        dict.fromkeys(
            token.lemma
            for at, token in enumerate(utterance.tokens)
            if utterance.clauses[at] == clause
            and token.lemma.isalpha()
            and len(token.lemma) > 2
            and token.lemma not in plain
            and not start <= token.start < end
        )
    )


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
        if any(0 <= hit.start - cue.end <= _NEAR for hit in subjects):
            continue
        if not rest or any(t.lemma.isalpha() and t.lemma not in plain for _, t in rest):
            done = rest[-1][0] if rest else cue.end
            yield " ".join(utterance.clause_text(cue.start).split())
