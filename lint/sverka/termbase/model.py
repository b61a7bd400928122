"""A termbase as values: concepts, and the terms that each language has for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from sverka.termbase.problem import BadTermbase


class Status(Enum):
    """What a termbase says of a term."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase. ``kind`` is its part of speech, "noun", "verb" or "adjective", or ""
    where the termbase does not say; ``exact_case`` when its capitals tell it from other words.
    """

    text: str
    language: str
    status: Status = Status.PREFERRED
    kind: str = ""
    exact_case: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """What the terms of all languages stand for. ``name`` is how the file numbers or calls it;
    ``note`` and ``domain`` are for people."""

    terms: tuple[Term, ...]
    name: str = ""
    note: str = ""
    domain: str = ""

    def of(self, language: str) -> Iterator[Term]:
        """Its terms in a language."""
        return (term for term in self.terms if term.language == language)

    def preferred(self, language: str) -> str:
        """The term to use in a language, "" where none is given."""
        for wanted in (Status.PREFERRED, Status.ADMITTED):
            for term in self.of(language):
                if term.status is wanted:
                    return term.text
        return ""


@dataclass(frozen=True, slots=True, eq=False)
class Termbase:
    """Concepts. It is compared by identity; ``kept`` is for what is computed from it once."""

    concepts: tuple[Concept, ...] = ()
    kept: dict[str, object] = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        return bool(self.concepts)

    @classmethod
    def joined(cls, parts: Iterable[Termbase]) -> Termbase:
        """All concepts of several termbases."""
        return cls(tuple(concept for part in parts for concept in part.concepts))


NO_TERMS = Termbase()


@dataclass(frozen=True, slots=True)
class Draft:
    """A term as a file gives it, its status and case perhaps not said; ``line`` counts from 1,
    0 where it is not known."""

    text: str
    language: str
    status: Status | None = None
    kind: str = ""
    exact_case: bool | None = None
    line: int = 0


LONGEST_ABBREVIATION = 5
"""Letters of a term in capitals that is taken for an abbreviation: "IT" is not "it"."""


def settle(drafts: Iterable[Draft]) -> tuple[Term, ...]:
    """The terms of a concept. Of those in a language whose status is not said, the first is
    preferred if no other is, and the rest are admitted. Raises `BadTermbase` for one that is
    both wanted and forbidden."""
    drafts = list(drafts)
    led = {one.language for one in drafts if one.status is Status.PREFERRED}
    terms = []
    for one in drafts:
        status = one.status
        if status is None:
            status = Status.ADMITTED if one.language in led else Status.PREFERRED
            led.add(one.language)
        exact = one.exact_case
        if exact is None:
            exact = one.text.isupper() and sum(map(str.isalpha, one.text)) <= LONGEST_ABBREVIATION
        term = Term(one.text, one.language, status, one.kind, exact)
        if term not in terms:
            terms.append(term)
            _hold_against(term, terms, one.line)
    return tuple(terms)


def _hold_against(term: Term, terms: Iterable[Term], line: int) -> None:
    for other in terms:
        same = (term.text, term.language) == (other.text, other.language)
        if same and Status.FORBIDDEN in (term.status, other.status) and term.status != other.status:
            said = {"one": other.status.value, "other": term.status.value}
            raise BadTermbase("termbase-both", line, term=term.text, **said)


def same_kind(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, those without a part of speech with that of the others of their language."""
    drafts = list(drafts)
    kinds = {one.language: one.kind for one in drafts if one.kind}
    return [replace(one, kind=one.kind or kinds.get(one.language, "")) for one in drafts]
