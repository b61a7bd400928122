"""The words of a morphological dictionary as a tree of letters, to be walked a few at a time."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pymorphy3
from dawg_python import BytesDAWG

_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"})
_ALONE = frozenset({"nomn", "INFN", "ADVB", "PRED"})
_OF_ANOTHER = frozenset({"ADJF", "PRTF"})
_END = b"\x01"
"""Stands after each word in the dictionary's tree, before what it says of the word."""


@cache
def analyser(code: str) -> Any:
    """The one analyser of a language; it takes a tenth of a second to load."""
    return pymorphy3.MorphAnalyzer(lang=code)


class Dictionary:
    """The tree of all forms of all words, by pymorphy3. A state of it is a number."""

    root = 0

    def __init__(self, code: str) -> None:
        self._analyser = analyser(code)
        # The analyser's own copy may be one in C, which looks words up fast and shows no states.
        words = BytesDAWG().load(str(Path(self._analyser.dictionary.path) / "words.dawg"))
        self._tree = words.dct

    def step(self, state: int, letters: str) -> int | None:
        """The state after ``letters``, or None where no word goes on with them."""
        following: int | None = self._tree.follow_bytes(letters.encode(), state)
        return following

    def ends(self, state: int) -> bool:
        """Whether a word may end there."""
        return self._tree.follow_bytes(_END, state) is not None

    def knows(self, word: str) -> bool:
        """Whether the lower-case word is a form of one that is no name and no abbreviation."""
        return bool(self._analyser.word_is_known(word)) and any(
            not _NAMES & one.tag.grammemes for one in self._analyser.parse(word)
        )

    def stands_alone(self, word: str, *, adjectives: bool) -> bool:
        """Whether the lower-case word is one in a form that stands alone, in the nominative, the
        infinitive or not inflected, and is no name as well; with or without ``adjectives``."""
        if not self._analyser.word_is_known(word):
            return False
        tags = [one.tag.grammemes for one in self._analyser.parse(word)]
        return not any(_NAMES & tag for tag in tags) and any(
            _ALONE & tag and (adjectives or not _OF_ANOTHER & tag) for tag in tags
        )

    def normal(self, word: str) -> str:
        """The dictionary form of a word; of an unknown one, what it seems to be."""
        parses = self._analyser.parse(word)
        plain = (one for one in parses if not _NAMES & one.tag.grammemes)
        best = next(plain, parses[0] if parses else None)
        return str(best.normal_form) if best else word
