"""All ways to read a word in Latin letters as one of another script, along a tree of its words.

A letter may be spelled in many ways and a spelling may stand for many letters; what no word of the
tree begins with is given up at once, so that few ways are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol, TypeVar

_LATIN_VOWELS = frozenset("aeiouy")
_LETTER = 1
"""What a letter of a reading costs that need not be known: the fewest are the likeliest."""
RESPELT = 3
"""What a spelling of `respelt` costs. The commonest of a letter costs nothing, any other 1."""

_State = TypeVar("_State")


class Tree(Protocol[_State]):
    """Words by their letters."""

    root: _State

    def step(self, state: _State, letters: str) -> _State | None:
        """The state after some more letters, None where no word has them."""
        ...

    def ends(self, state: _State) -> bool:
        """Whether a word ends there."""
        ...


class Reading(NamedTuple):
    """The first ``length`` Latin letters read as ``letters``; ``cost`` is 0 where each of them
    has its commonest spelling."""

    length: int
    letters: str
    cost: int


class Lattice:
    """Spellings, turned round: Latin letters -> what they may stand for, and its cost."""

    def __init__(
        self, rows: Mapping[str, Iterable[str]], silent: Iterable[str], base: Lattice | None = None
    ) -> None:
        """``rows``: letters -> spellings, the commonest first; ``silent``: letters that may be
        left out. Rows upon a ``base`` are respelt, and double consonants may be single."""
        self._silent = tuple(silent)
        self._spelt: dict[str, dict[str, int]] = {}
        if base is not None:
            self._spelt = {spelling: dict(row) for spelling, row in base._spelt.items()}
        for letters, spellings in rows.items():
            for number, spelling in enumerate(spellings):
                self._add(spelling, letters, RESPELT if base is not None else min(number, 1))
        if base is not None:
            self._add_doubles(base)
        self._longest = max(map(len, self._spelt), default=0)

    def _add(self, spelling: str, letters: str, cost: int) -> None:
        row = self._spelt.setdefault(spelling, {})
        row[letters] = min(cost, row.get(letters, cost))

    def _add_doubles(self, base: Lattice) -> None:
        for spelling, row in base._spelt.items():
            if len(spelling) == 1 and spelling not in _LATIN_VOWELS:
                for letter in (one for one in row if len(one) == 1 and one not in self._silent):
                    self._add(spelling * 2, letter, RESPELT)
                    self._add(spelling, letter * 2, RESPELT)

    def read(self, word: str, tree: Tree[_State]) -> Iterator[Reading]:
        """The readings of ``word`` (lower case), and of its first letters, that are whole words
        of the tree; the cheapest of each."""
        pending: list[tuple[int, str, _State, int]] = [(0, "", tree.root, 0)]
        seen: dict[tuple[int, str], int] = {}
        while pending:
            at, letters, state, cost = pending.pop()
            if seen.get((at, letters), cost + 1) <= cost:
                continue
            seen[at, letters] = cost
            if letters and letters[-1] not in self._silent:
                for sign in self._silent:
                    beyond = tree.step(state, sign)
                    if beyond is not None:
                        pending.append((at, letters + sign, beyond, cost))
            for length in range(1, min(self._longest, len(word) - at) + 1):
                for more, price in self._spelt.get(word[at : at + length], {}).items():
                    beyond = tree.step(state, more)
                    if beyond is not None:
                        pending.append((at + length, letters + more, beyond, cost + price))
            if tree.ends(state):
                yield Reading(at, letters, cost)

    def guess(self, word: str) -> str:
        """The likeliest reading of a lower-case word that need not be known; "" where one of its
        letters spells nothing."""
        best: list[tuple[int, str] | None] = [(0, "")] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - self._longest), end):
                before = best[start]
                if before is not None:
                    for letters, cost in self._spelt.get(word[start:end], {}).items():
                        price = before[0] + _LETTER * len(letters) + cost
                        now = best[end]
                        if now is None or price <= now[0]:
                            best[end] = (price, before[1] + letters)
        last = best[-1]
        return last[1] if last is not None else ""
