"""How much two pages of different languages look like versions of one text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import Stemmer
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from sverka.packs import Packs
from sverka.pairing.features import Features

# Log odds that two pages are a pair, as a logistic regression gives them on 423 real page pairs
# of eight sites and their likeliest wrong partners, left out a site at a time; rounded.
_BIAS = -8.8
_FIXED = 5.5
_WORDS = 2.5
_SOUNDS = 3.5
_GLOSSES = 7.0
_OUTLINE = 2.0
_TITLE = 2.5

_NO_TITLE = 0.3
"""What titles of different pages are alike by chance."""
_PRIOR = 5.0
"""Weight of things unseen: one shared number out of one is no proof."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """What the stems of one language may be in another, by stem."""

    entries: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, packs: Packs, source: str, target: str) -> Glossary:
        """The single words of the pair's word list; empty where the packs have none."""
        here = Stemmer.Stemmer(packs.languages[source].stemmer).stemWord
        there = Stemmer.Stemmer(packs.languages[target].stemmer).stemWord
        entries: dict[str, set[str]] = {}
        for head, equivalents in packs.word_list(source, target).items():
            if " " not in head:
                stems = {there(word) for word in equivalents if " " not in word}
                entries.setdefault(here(head), set()).update(stems)
        return cls({stem: frozenset(some) for stem, some in entries.items()})

    def meanings(self, stems: Iterable[str]) -> frozenset[str]:
        """All stems of the other language that one of ``stems`` may stand for."""
        found: set[str] = set()
        for stem in stems:
            found |= self.entries.get(stem, frozenset())
        return frozenset(found)


class Weights:
    """How telling each feature is, by its rarity among the pages at hand.

    Sums are exact (`math.fsum`), so that they do not hang on the order of a set.
    """

    def __init__(self, sets: Sequence[Collection[str]]) -> None:
        """Count in how many of the ``sets`` each feature is."""
        counts = Counter(feature for some in sets for feature in some)
        self._weights = {
            feature: math.log1p(len(sets) / count) for feature, count in counts.items()
        }
        self._totals: dict[frozenset[str], float] = {}

    def total(self, features: Iterable[str]) -> float:
        """Weight of some features together; all must be in one of the sets."""
        return math.fsum(map(self._weights.__getitem__, features))

    def whole(self, features: frozenset[str]) -> float:
        """The same for all a page has; remembered, for it is asked for again and again."""
        if features not in self._totals:
            self._totals[features] = self.total(features)
        return self._totals[features]

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much of all that two sets hold they share, 0 to 1."""
        both = self.whole(one) + self.whole(other)
        return 2 * self.total(one & other) / (both + _PRIOR)

    def containment(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much of the lighter set is in the other, 0 to 1."""
        return self.total(one & other) / (min(self.whole(one), self.whole(other)) + _PRIOR)


class Likeness:
    """Compares pages of two languages; made for all that are to be told apart."""

    def __init__(
        self, sources: Sequence[Features], targets: Sequence[Features], glossary: Glossary
    ) -> None:
        """Weigh the features of the pages."""
        pages = [*sources, *targets]
        self._entries = glossary.entries
        self._fixed = Weights([page.fixed for page in pages])
        self._words = Weights([page.words for page in pages])
        self._sounds = Weights([page.sounds for page in pages])
        self._source_stems = Weights([page.stems for page in sources])
        self._target_stems = Weights([page.stems for page in targets])
        self._listed = {
            page.stems: frozenset(stem for stem in page.stems if stem in glossary.entries)
            for page in sources
        }
        self._meanings = {page.stems: glossary.meanings(page.stems) for page in sources}

    def log_odds(self, source: Features, target: Features) -> float:
        """Above 0: rather a pair than not; minus infinity for pages on code of two languages,
        which courses write as copies of one another."""
        code = (source.code_languages, target.code_languages)
        if all(code) and code[0].isdisjoint(code[1]):
            return -math.inf
        title = _NO_TITLE
        if source.title and target.title:
            title = fuzz.token_sort_ratio(source.title, target.title) / 100
        return (
            _BIAS
            + _FIXED * self._fixed.overlap(source.fixed, target.fixed)
            + _WORDS * self._words.containment(source.words, target.words)
            + _SOUNDS * self._sounds.containment(source.sounds, target.sounds)
            + _GLOSSES * self._glosses(source, target)
            + _OUTLINE * Indel.normalized_similarity(source.outline, target.outline)
            + _TITLE * title
        )

    def meanings(self, source: Features) -> frozenset[str]:
        """Stems to expect in a translation of the page."""
        return self._meanings[source.stems]

    def _glosses(self, source: Features, target: Features) -> float:
        """How much of each page the word list finds in the other: the mean of both ways."""
        here, there = self._source_stems, self._target_stems
        listed = self._listed[source.stems]
        met = [stem for stem in listed if not self._entries[stem].isdisjoint(target.stems)]
        forth = here.total(met) / (here.whole(listed) + _PRIOR)
        expected = self.meanings(source) & target.stems
        back = there.total(expected) / (there.whole(target.stems) + _PRIOR)
        return math.sqrt(forth * back)
