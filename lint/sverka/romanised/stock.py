"""Words in any form as a tree: the words of a page, of a site, of a list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

SHORTEST = 4
"""Letters that are left of a word when its ending is taken off."""


def ending_pattern(endings: Iterable[str]) -> re.Pattern[str]:
    """Matches the longest of the endings at the end of a word that is long enough."""
    longest_first = sorted(endings, key=lambda one: (-len(one), one))
    return re.compile(rf"(?<=\w{{{SHORTEST}}})(?:{'|'.join(longest_first)})\Z")


class Stock:
    """Words by what stands before their ending. A state is what has been read of one."""

    root = ""

    def __init__(self, words: Iterable[str], ending: re.Pattern[str] | None = None) -> None:
        """``words`` in lower case; with no ``ending`` they have only this form."""
        self._words: dict[str, list[str]] = {}
        for word in words:
            stem = ending.sub("", word) if ending else word
            self._words.setdefault(stem, []).append(word)
        self._sorted = sorted(self._words)

    def __iter__(self) -> Iterator[str]:
        """What stands before the endings."""
        return iter(self._sorted)

    def step(self, state: str, letters: str) -> str | None:
        """The longer beginning, None where no word has it."""
        begun = state + letters
        at = bisect_left(self._sorted, begun)
        fits = at < len(self._sorted) and self._sorted[at].startswith(begun)
        return begun if fits else None

    def ends(self, state: str) -> bool:
        """Whether a word ends there, its ending aside."""
        return state in self._words

    def words(self, stem: str) -> list[str]:
        """The words of which that is what stands before the ending."""
        return self._words.get(stem, [])
