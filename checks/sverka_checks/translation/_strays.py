"""A lone word of a language that is a guest in all others, where its translation is known.

Jargon is left as it is by habit. So the word must be an ordinary one that the other version has,
too, and its page must have no code, or else translate the word elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka.align.outline import Unit
from sverka.align.passages import Passage, Stretch
from sverka.finding import Severity
from sverka_checks.translation._leftovers import Mark
from sverka_checks.translation._mentions import Spot
from sverka_checks.translation._sides import Side

_WORD = re.compile(r"[^\W\d_]+")
LEAST = 4
"""Words of the page's own language around it: fewer make a label, no sentence."""


class Strays:
    """Finds single words in a language that is a guest in all others."""

    def __init__(self, side: Side) -> None:
        self._side = side
        own, letters = side.language.letters, side.other.letters
        lower = "".join(re.findall(r"[^\W\d_]-[^\W\d_]", letters.lower())) or letters
        self._stray = re.compile(rf"(?<=[{own}] )[{lower}]{{3,}}(?= [{own}]|[.,;:!?](?:\s|$))")
        self._own = re.compile(f"[{own}]+")
        self._letter = side.other.letter

    def marks(self) -> Iterator[Mark]:
        """The words, each once a page."""
        seen: set[str] = set()
        for unit, text in self._side.texts:
            if self._stray.search(text) is None:
                continue
            for leaf in unit.leaves:
                for match in self._stray.finditer(leaf.prose.text):
                    spot = Spot(leaf, *match.span())
                    mark = self._mark(spot, unit) if match[0] not in seen else None
                    if mark:
                        seen.add(match[0])
                        yield mark

    def _mark(self, spot: Spot, unit: Unit) -> Mark | None:
        there = self._side.there(unit)
        word = spot.text
        if there is None or spot.is_quoted or spot.is_in_brackets:
            return None
        if spot.is_introduced(self._side.habits) or spot.link() is not None:
            return None
        if len(self._own.findall(spot.block.prose.text)) < LEAST or word not in _WORD.findall(
            there.text
        ):
            return None
        if len("".join(self._own.findall(there.text))) > len(self._letter.findall(there.text)):
            return None  # the other version is the one that is not translated
        keys = self._side.equivalents(word)
        if not keys or self._has_equivalent(keys, unit.words):
            return None
        hit = self._side.find(word, there)
        place = there.span(*hit) if hit else None
        if not self._side.has_code:
            return Mark(spot.span, word, Severity.WARNING, place)
        return Mark(spot.span, word, Severity.INFO, place) if self._is_usual(word, keys) else None

    def _has_equivalent(self, keys: frozenset[str], text: str) -> bool:
        return not keys.isdisjoint(self._side.keys(iter(self._own.findall(text))))

    def _is_usual(self, word: str, keys: frozenset[str]) -> bool:
        """Whether the page translates the word where else the other version has it."""
        translated = left = 0
        for passage in self._side.pair.passages:
            here, there = self._sides(passage)
            if word in there.text and word in _words(there.text):
                if word in _words(here.text):
                    left += 1
                else:
                    translated += self._has_equivalent(keys, here.text)
        return translated >= max(left, 1)

    def _sides(self, passage: Passage) -> tuple[Stretch, Stretch]:
        sides = passage.whole.sides
        return sides[self._side.number], sides[1 - self._side.number]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
