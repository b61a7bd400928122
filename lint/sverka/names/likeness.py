"""How alike two names of different languages are, in whatever scripts they are written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from sverka.names.data import Equals, equals, habits
from sverka.names.sounds import FAR, LOST_VOWEL, VOWELS, plain
from sverka.packs import Language

LENGTHS = 2.2
"""How much longer than the other a name may be."""


class Ears:
    """Compares the words of two languages by their sound."""

    def __init__(self, one: Language, other: Language) -> None:
        known: Equals = equals(one, other)
        self._sounds = known.sounds
        self._head = one if one.code == known.head else other
        self._endings = habits(self._head).endings
        self._memo: dict[tuple[str, str], float] = {}
        self._same: dict[tuple[str, str, float], bool] = {}

    def apart(self, one: str, other: str) -> float:
        """How far two lower-case words are apart, as a share of their letters: 0.0 for the
        same name, 1.0 for what has nothing to do with it."""
        key = (one, other)
        if key not in self._memo:
            self._memo[key] = self._apart(one, other)
        return self._memo[key]

    def are_same(self, one: str, other: str, share: float) -> bool:
        """Whether they are apart by that share at most; sooner told than how far they are."""
        key = (one, other, share)
        same = self._same.get(key)
        if same is None:
            same = self._same[key] = self._apart(one, other, share) <= share
        return same

    def _apart(self, one: str, other: str, enough: float = 1.0) -> float:
        """The same; 1.0 also for what is apart by more than ``enough``."""
        scripts = [self._is_native(word) for word in (one, other)]
        if self._sounds is None or scripts[0] == scripts[1]:
            return Levenshtein.normalized_distance(plain(one), plain(other), score_cutoff=enough)
        native, latin = (one, plain(other)) if scripts[0] else (other, plain(one))
        native = "".join(letter for letter in native if letter.isalpha())
        shorter, longer = sorted((len(native), len(latin)))
        if shorter < 2 or longer > LENGTHS * shorter or latin[0] not in self._first(native):
            return 1.0
        letters = min(longer, len(latin) + 2)
        limit = min(FAR, enough * letters + LOST_VOWEL)
        cost = self._sounds.distance(native, latin, self._endings, limit)
        return 1.0 if cost >= limit else min(1.0, cost / letters)

    def _is_native(self, word: str) -> bool:
        return self._head.letter.match(word) is not None

    def _first(self, native: str) -> frozenset[str]:
        return self._beginnings.get(native[:2], frozenset()) | self._beginnings.get(
            native[0], frozenset()
        )

    @cached_property
    def _beginnings(self) -> Mapping[str, frozenset[str]]:
        """For a native letter, or two, the Latin letters that a name with it begins with."""
        assert self._sounds is not None  # noqa: S101 - asked for by names in two scripts only
        silent = frozenset(one[0] for one in self._sounds.silent | self._sounds.faint)
        found = {}
        for letters, row in self._sounds.spellings.items():
            first = frozenset(one[0] for one in row) | silent
            found[letters] = first | VOWELS if letters[0] in self._sounds.vowels else first
        return found
