"""Words of another language in Latin letters: what a romanised word may have been.

A `Reader` knows the spellings of one language and the list of one pair. It looks a word up among
words of a page, the list, or all words of the language; nothing of the last is loaded before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from sverka.morphology import dictionary
from sverka.packs import Language
from sverka.romanised.data import Romanisation, everyday, listed, romanisation
from sverka.romanised.lattice import RESPELT, Lattice
from sverka.romanised.stock import Stock, ending_pattern

if TYPE_CHECKING:
    from sverka.morphology.dictionary import Dictionary

__all__ = ["Origin", "Reader", "Stock", "reader"]

SHORTEST_STEM = 3
"""Letters of a word that may have an ending."""
MOST_HEADS = 3
"""Heads of a word of science."""
SHORTEST_PART = 4
"""Latin letters of the second part of a compound."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a word in Latin letters may have been.

    ``word`` is that of the other language, in the form that was found. ``exact``: each letter
    is spelled as romanisations spell it; ``hybrid``: it has an ending of the language it
    stands in. ``cost`` is small where the spellings are the usual ones.
    """

    word: str
    exact: bool = True
    hybrid: bool = False
    cost: int = 0

    @property
    def plain(self) -> bool:
        """Neither respelt nor half translated."""
        return self.exact and not self.hybrid


class Reader:
    """Finds the origin of romanised words."""

    def __init__(self, source: Language, target: Language, rules: Romanisation) -> None:
        self.source = source
        self.rules = rules
        self.meanings: Mapping[str, str] = listed(source, target)
        self.ordinary: Mapping[str, str] = everyday(source, target)
        self._exact = Lattice(rules.spellings, rules.silent)
        self._respelt = Lattice(rules.respelt, rules.silent, self._exact)
        self._ending = ending_pattern(rules.endings)
        self._endings = Stock(rules.endings)
        self._combining = Stock((*rules.combining, *rules.heads))
        self._makes = Stock(rules.makes, self._ending)
        self._heads, self._tails = Stock(rules.heads), Stock(rules.tails, self._ending)
        self._is_ending: dict[str, bool] = {}
        self._found: dict[str, Origin | None] = {}
        self._spelt_out: dict[str, Origin | None] = {}
        self._everyday: dict[str, Origin | None] = {}

    @cached_property
    def _dictionary(self) -> Dictionary | None:
        return dictionary(self.source)

    @cached_property
    def _listed(self) -> Stock:
        return self.stock(self.meanings)

    @cached_property
    def _ordinary(self) -> Stock:
        return self.stock(self.ordinary)

    @cached_property
    def _science(self) -> re.Pattern[str]:
        """Matches words of science without their endings."""
        heads, tails = "|".join(self.rules.heads), "|".join(map(re.escape, self._tails))
        return re.compile(f"(?:{heads}){{1,{MOST_HEADS}}}(?:{tails})")

    def stock(self, words: Iterable[str]) -> Stock:
        """Words of the language to look among, found in any form."""
        return Stock(words, self._ending)

    def listed(self, word: str) -> Origin | None:
        """The word of the pair's list that the lower-case ``word`` comes from."""
        if word not in self._found:
            self._found[word] = self.among(word, self._listed)
        return self._found[word]

    def everyday(self, word: str) -> Origin | None:
        """The ordinary word of the pair's list that the lower-case ``word`` spells out."""
        if word not in self._everyday:
            read = self._among(word, self._ordinary, self._exact)
            plain = (one for one in read if not one.hybrid)
            self._everyday[word] = min(plain, key=attrgetter("cost", "word"), default=None)
        return self._everyday[word]

    def among(self, word: str, stock: Stock) -> Origin | None:
        """The likeliest of those words that the lower-case ``word`` comes from."""
        return min(
            (*self._among(word, stock, self._exact), *self._among(word, stock, self._respelt)),
            key=attrgetter("cost", "word"),
            default=None,
        )

    def _among(self, word: str, stock: Stock, lattice: Lattice) -> Iterable[Origin]:
        for length, stem, cost in lattice.read(word, stock):
            rest = word[length:]
            if rest and len(stem) < SHORTEST_STEM:
                continue
            hybrid = not self._ends_with(rest)
            if hybrid and (rest not in self.rules.hybrid or len(stem) < SHORTEST_PART):
                continue
            for found in stock.words(stem):
                # Of a word without an ending an e at the end makes one of another language.
                half = hybrid or (rest in self.rules.mute and found == stem)
                yield Origin(found, lattice is self._exact, half, cost + half * RESPELT)

    def marked(self, word: str) -> bool:
        """Whether a lower-case word in Latin letters looks like one of the language."""
        marks = self.rules.marks
        return marks is not None and marks.search(word) is not None

    def respells(self, latin: str, word: str) -> bool:
        """Whether a word in Latin letters is that word of the language, as those spell it who
        took it over."""
        readings = self._respelt.read(latin, self.stock((word,)))
        return any({"", *self.rules.mute} & {latin[one.length :]} for one in readings)

    def _ends_with(self, rest: str) -> bool:
        """Whether the rest of a word is nothing, or a romanised ending."""
        if not rest:
            return True
        if rest not in self._is_ending:
            lengths = (one.length for one in self._exact.read(rest, self._endings))
            self._is_ending[rest] = len(rest) in lengths
        return self._is_ending[rest]

    def in_dictionary(self, word: str) -> Origin | None:
        """The likeliest of all words of the language, and of its compounds, that the lower-case
        ``word`` spells out."""
        if word not in self._spelt_out:
            self._spelt_out[word] = self._in_dictionary(word)
        return self._spelt_out[word]

    def _in_dictionary(self, word: str) -> Origin | None:
        found = self._spelt(word, "", 0)
        for length, first, cost in self._exact.read(word, self._combining):
            if len(word) - length >= SHORTEST_PART:
                found += self._spelt(word[length:], first, cost + 1)
        found += self._learned(word, "", 1, MOST_HEADS)
        return min(found, key=attrgetter("cost", "word"), default=None)

    def made(self, word: str) -> Origin | None:
        """The word that the lower-case ``word`` spells out, if it ends as the language makes
        words; no dictionary need have it."""
        for cut in range(SHORTEST_STEM, len(word) - SHORTEST_PART + 1):
            for length, stem, _ in self._exact.read(word[cut:], self._makes):
                rest = word[cut + length :]
                full = self._makes.words(stem)[0]
                whole = full[len(stem) :] in ("", *self.rules.silent)
                if (self._ends_with(rest) if rest else whole) and (
                    first := self._exact.guess(word[:cut])
                ):
                    return Origin(first + full)
        return None

    def guessed(self, word: str) -> Origin | None:
        """What the lower-case ``word`` spells, be it a word or not."""
        letters = self._exact.guess(word)
        return Origin(letters) if letters else None

    def _learned(self, rest: str, first: str, cost: int, more: int) -> list[Origin]:
        """What the rest of a word spells out as heads, up to so many, and a tail."""
        found: list[Origin] = []
        for length, head, price in self._exact.read(rest, self._heads):
            after = rest[length:]
            found += (
                Origin(first + head + tail.word, cost=cost + price + tail.cost)
                for tail in self._among(after, self._tails, self._exact)
                if not tail.hybrid and after
            )
            if more > 1 and after:
                found += self._learned(after, first + head, cost + price + 1, more - 1)
        return found

    def _spelt(self, rest: str, first: str, cost: int) -> list[Origin]:
        words = self._dictionary
        if words is None:
            return []
        return [
            Origin(first + one.letters, cost=cost + one.cost)
            for one in self._exact.read(rest, words)
            if one.length == len(rest) and words.knows(one.letters)
        ]

    def is_word(self, word: str) -> bool:
        """Whether a lower-case word of the language is one of the list or of the dictionary, or
        a compound of such a one."""
        stem = self._ending.sub("", word)
        if word in self.meanings or self._listed.ends(stem) or self._ordinary.ends(stem):
            return True
        if self._science.fullmatch(stem):
            return True
        words = self._dictionary
        if words is None:
            return False
        return words.knows(word) or any(
            word.startswith(first) and words.knows(word[len(first) :])
            for first in self.rules.combining
            if len(word) - len(first) >= SHORTEST_PART
        )

    def stands_alone(self, word: str, *, adjectives: bool = True) -> bool:
        """Whether a lower-case word of the language is in a form that a sentence or a list may
        begin with, and is no name as well."""
        words = self._dictionary
        if words is None:
            return False
        parts = [word]
        if not words.knows(word):
            parts += [word[len(one) :] for one in self.rules.combining if word.startswith(one)]
        return any(
            len(part) >= SHORTEST_PART and words.stands_alone(part, adjectives=adjectives)
            for part in parts
        )

    @cached_property
    def address(self) -> re.Pattern[str]:
        """Matches an address whose domain exists in the language's own letters only: its host
        in ``host``, the domain in ``domain``."""
        return re.compile(
            r"(?:https?://\s?|(?<![\w.-])(?=www\.))(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*\."
            rf"(?P<domain>{'|'.join(self.rules.domains)}))(?![\w-]|\.\w)"
        )

    def meaning(self, word: str) -> str:
        """What the pair's lists have for a word in any form, "" where they have none."""
        stem = self._ending.sub("", word)
        for one in self._listed.words(stem):
            return self.meanings[one]
        for one in self._ordinary.words(stem):
            return self.ordinary[one]
        return ""

    def normal(self, word: str) -> str:
        """The dictionary form of a word of the language, as far as it is known."""
        for one in self._listed.words(self._ending.sub("", word)):
            return one
        if self._dictionary is None:
            return word
        for first in self.rules.combining:
            if word.startswith(first) and self._dictionary.knows(word[len(first) :]):
                return first + self._dictionary.normal(word[len(first) :])
        return self._dictionary.normal(word)


@cache
def reader(source: Language, target: Language) -> Reader | None:
    """That of words of ``source`` in texts of ``target``; None where nothing is known of how
    they are romanised. Raises `sverka.packs.BadPack`."""
    rules = romanisation(source)
    return Reader(source, target, rules) if rules else None
