"""How far two names in different scripts are apart by their sound."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sverka.packs import BadPack, read_toml

NOTHING = "-"
"""Stands in the rows of the pack for a letter that is not written at all."""
LONGEST = 7
"""Letters of the longest Latin spelling that a row may have."""
VOWELS = frozenset("aeiouy")
OTHER_VOWEL = 0.3
"""What one vowel for another costs; it and the costs below are in consonants."""
LOST_VOWEL = 0.45
SILENT = 0.3
FAINT = 0.6
DOUBLED = 0.1
FAR = 2.5
"""What costs as much has nothing in common."""
CONSONANT = 1.0

_PLAIN = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "đ": "d"})


@cache
def plain(word: str) -> str:
    """A word in Latin letters as the rows have it: lower case, without marks and apostrophes."""
    lower = word.lower()
    if lower.isalpha() and lower.isascii():
        return lower
    bare = unicodedata.normalize("NFD", lower.translate(_PLAIN))
    return "".join(one for one in bare if one.isalpha())


@dataclass(frozen=True)
class Sounds:
    """The spellings of one script's letters in another's.

    ``spellings``: one or two letters -> the Latin ones they may stand for; ``silent``: Latin
    letters that may be written and not heard, ``faint`` those that seldom are not; ``vowels``:
    letters of the first script.
    """

    spellings: Mapping[str, frozenset[str]]
    silent: frozenset[str]
    faint: frozenset[str]
    vowels: frozenset[str]

    def distance(
        self, word: str, other: str, endings: frozenset[str] = frozenset(), limit: float = FAR
    ) -> float:
        """What of two lower-case words does not sound alike, in consonants; ``limit`` where it
        is as much as that or more.

        ``word`` is in the letters of ``spellings``, ``other`` in plain Latin ones. The word
        may end with one of ``endings`` that the other lacks.
        """
        width = len(other) + 1
        rows = [[limit] * width for _ in range(len(word) + 1)]
        rows[0][0] = 0.0
        for i in range(len(word) + 1):
            self._follow(word, other, i, rows, limit)
            if i < len(word) and min(rows[i]) >= limit and min(rows[i + 1]) >= limit:
                break
        best = rows[-1][-1]
        for cut in range(max(2, len(word) - 6), len(word)):
            if word[cut:] in endings:
                best = min(best, rows[cut][-1])
        return best

    def _follow(self, word: str, other: str, i: int, rows: list[list[float]], limit: float) -> None:
        """Extend all that has led to the ``i``-th letter of the word."""
        here, size = rows[i], len(other)
        letter = word[i : i + 1]
        groups = [
            (row, rows[i + length])
            for length in (1, 2)
            if i + length <= len(word) and (row := self.spellings.get(word[i : i + length]))
        ]
        vowel = letter in self.vowels
        lost = LOST_VOWEL if vowel else CONSONANT
        if letter and i and word[i - 1] == letter:
            lost = DOUBLED
        for j, cost in enumerate(here):
            if cost >= limit:
                continue
            for row, there in groups:
                if NOTHING in row and cost < there[j]:
                    there[j] = cost
                for length in range(1, min(LONGEST, size - j) + 1):
                    if other[j : j + length] in row and cost < there[j + length]:
                        there[j + length] = cost
            if letter and cost + lost < rows[i + 1][j]:
                rows[i + 1][j] = cost + lost
            if j < size:
                latin = other[j]
                is_vowel = latin in VOWELS
                if letter:
                    swap = cost + (OTHER_VOWEL if vowel and is_vowel else CONSONANT)
                    rows[i + 1][j + 1] = min(rows[i + 1][j + 1], swap)
                skip = cost + self._unheard(other, j, is_vowel)
                here[j + 1] = min(here[j + 1], skip)

    def _unheard(self, other: str, j: int, is_vowel: bool) -> float:
        if j and other[j - 1] == other[j]:
            return DOUBLED
        if other[j] in self.silent or other[j : j + 2] in self.silent:
            return SILENT
        if other[j] in self.faint:
            return FAINT
        return LOST_VOWEL if is_vowel else CONSONANT


def read_sounds(path: Path) -> Sounds:
    """The sounds of a pair of languages; raises `BadPack`."""
    table = read_toml(path)
    rows = table.get("spellings")
    sorts = [table.get(key, "") for key in ("silent", "faint", "vowels")]
    if not isinstance(rows, dict) or not all(isinstance(one, str) for one in sorts):
        raise BadPack(f"{path}: spellings must be a table, silent, faint and vowels texts")
    spellings = {}
    for letters, row in rows.items():
        if not isinstance(row, str) or len(letters) > 2:
            raise BadPack(f"{path}: spellings.{letters}: expected one or two letters and a text")
        spellings[letters] = frozenset(_row(row.split()))
    return Sounds(spellings, *(frozenset(str(one).split()) for one in sorts))


def _row(spellings: Iterable[str]) -> Iterable[str]:
    for one in spellings:
        yield one if one == NOTHING else plain(one)
