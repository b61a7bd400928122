"""How alike two names of different languages are, in whatever scripts they are written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from sverka.names.data import Equals, equals, habits
from sverka.names.sounds import CONSONANT, FAR, LOST_VOWEL, NOTHING, VOWELS, plain
from sverka.packs import Language

LENGTHS = 2.2
"""How much longer than the other a name may be."""


class Heard(NamedTuple):
    """A word as it is compared: whether it is in the script that the sounds describe, its
    letters, and if so the Latin letters that it may begin with.

    ``needs`` has for each of its consonants the Latin letters one of which stands for it, and
    ``has`` the Latin letters of the other word, as bits."""

    is_native: bool
    letters: str
    first: frozenset[str]
    needs: tuple[int, ...] = ()
    has: int = 0


def _bits(letters: str) -> int:
    """The letters of a Latin text as bits; those that are none of the alphabet share one."""
    found = 0
    for letter in letters:
        found |= 1 << min(max(ord(letter) - 97, 0), 26)
    return found


class _Heard(dict[str, Heard]):
    """Lower-case word -> what it is compared by."""

    def __init__(self, ears: Ears) -> None:
        super().__init__()
        self._ears = ears

    def __missing__(self, word: str) -> Heard:
        heard = self[word] = self._ears.hear(word)
        return heard


class Ears:
    """Compares the words of two languages by their sound."""

    def __init__(self, one: Language, other: Language) -> None:
        known: Equals = equals(one, other)
        self._sounds = known.sounds
        self._head = one if one.code == known.head else other
        self._endings = habits(self._head).endings
        self._memo: dict[tuple[str, str], float] = {}
        self._same: dict[tuple[str, str, float], bool] = {}
        self._heard = _Heard(self)

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
        here, there = self._heard[one], self._heard[other]
        if self._sounds is None or here.is_native == there.is_native:
            return Levenshtein.normalized_distance(plain(one), plain(other), score_cutoff=enough)
        if not here.is_native:
            here, there = there, here
        native, latin = here.letters, there.letters
        if not latin or latin[0] not in here.first:
            return 1.0
        shorter, longer = sorted((len(native), len(latin)))
        if shorter < 2 or longer > LENGTHS * shorter:
            return 1.0
        letters = min(longer, len(latin) + 2)
        limit = min(FAR, enough * letters + LOST_VOWEL)
        has = there.has
        if CONSONANT * sum([not need & has for need in here.needs]) >= limit:
            return 1.0  # at a glance: too many consonants have nothing to answer them
        cost = self._sounds.distance(native, latin, self._endings, limit)
        return 1.0 if cost >= limit else min(1.0, cost / letters)

    def hear(self, word: str) -> Heard:
        """What a lower-case word is compared by."""
        if self._head.letter.match(word) is None:
            latin = plain(word)
            return Heard(False, latin, frozenset(), has=_bits(latin))
        letters = "".join(letter for letter in word if letter.isalpha())
        if self._sounds is None:
            return Heard(True, letters, frozenset())
        first = self._beginnings.get(letters[:2], frozenset())
        first |= self._beginnings.get(letters[:1], frozenset())
        return Heard(True, letters, first, self._needs(letters))

    def _needs(self, letters: str) -> tuple[int, ...]:
        """Of each consonant that cannot be silent, doubled, or part of an ending that the other
        word may lack: the letters that may stand for it, alone or with a neighbour."""
        assert self._sounds is not None  # noqa: S101 - asked for by names in two scripts only
        spellings, vowels = self._sounds.spellings, self._sounds.vowels
        cuts = range(max(2, len(letters) - 6), len(letters))
        end = next((cut for cut in cuts if letters[cut:] in self._endings), len(letters))
        found = []
        for at, letter in enumerate(letters[:end]):
            if letter in vowels or letters[at - 1 : at] == letter:
                continue
            groups = (letter, letters[at : at + 2], letters[max(at - 1, 0) : at + 1])
            rows = [spellings.get(group, frozenset()) for group in groups]
            if not any(NOTHING in row for row in rows):
                found.append(_bits("".join(one for row in rows for one in row)))
        return tuple(found)

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
