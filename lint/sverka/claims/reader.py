"""Reads texts of one language for what some domains know of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sverka.claims import cues as cue_data
from sverka.claims.aspects import Domain
from sverka.claims.matching import Finder
from sverka.claims.tokens import Tokeniser
from sverka.claims.utterance import Utterance
from sverka.packs import Language
from sverka.quantities import grammar_of


@dataclass(frozen=True)
class Reader:
    """Reads texts of one language for what some domains know."""

    language: Language
    domains: tuple[Domain, ...]
    cues: cue_data.Cues
    tokeniser: Tokeniser
    finder: Finder

    def read(self, text: str) -> Utterance:
        """The text with all that is found in it."""
        tokens = self.tokeniser.tokens(text)
        hits = self.finder.find(tokens) if self.finder.opens(tokens) else []
        return Utterance(text, tokens, hits, self.cues)

    def fields(self, lemmas: Iterable[str]) -> frozenset[str]:
        """The domains whose vocabulary these words are."""
        words = set(lemmas)
        found = set()
        for domain in self.domains:
            said = domain.wordings.get(self.language.code)
            if said is not None and len(said.signature & words) >= domain.least:
                found.add(domain.id)
        return frozenset(found)

    @property
    def plain(self) -> frozenset[str]:
        """Words that tell nothing of a subject."""
        rows = (domain.wordings.get(self.language.code) for domain in self.domains)
        return frozenset().union(*(row.plain for row in rows if row), self.language.stopwords)


@cache
def reader_of(language: Language, domains: tuple[Domain, ...]) -> Reader | None:
    """What reads pages of a language; None for a language whose pack says nothing of claims."""
    data = cue_data.cues(language)
    if data is None:
        return None
    tokeniser = Tokeniser(language, grammar_of(language), data)
    return Reader(language, domains, data, tokeniser, Finder(language, data, domains, tokeniser))
