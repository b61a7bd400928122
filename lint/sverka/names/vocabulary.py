"""What the packs know of the words of a pair of languages: which are names, which are not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from sverka.align.capitals import TOKEN
from sverka.align.lexicon import NO_KEYS, Keys, PairLexicon
from sverka.morphology import lemmas
from sverka.names.data import equals, habits
from sverka.names.dictionary import is_common
from sverka.names.spotting import LEAST, Kind
from sverka.packs import Language

_JOINTS = re.compile(r"[-'’&]")
PART = 4
"""Letters that each part of a compound has at least."""
LONG = 7
"""Letters that a word has more than, if its ending makes it an ordinary one."""


def split(word: str) -> list[str]:
    """A lower-case word, and its parts where it has any."""
    if word.isalnum():
        return [word]
    parts = [part for part in _JOINTS.split(word) if part]
    return [word, *(part for part in parts if len(part) >= LEAST)] if len(parts) > 1 else [word]


class Vocabulary:
    """The word lists of a pair; sides are 0 (source) and 1 (target)."""

    def __init__(self, languages: tuple[Language, Language], lexicon: PairLexicon) -> None:
        self._languages = languages
        self._lexicon = lexicon
        self._stems = lexicon.stemmers
        single = equals(*languages).single
        self._words = tuple(single[language.code] for language in languages)
        self._single = tuple(
            frozenset(stems.of(word) for word in single[language.code] if not word.isupper())
            for stems, language in zip(self._stems, languages, strict=True)
        )
        self._endings = tuple(tuple(sorted(habits(one).ordinary)) for one in languages)
        self._kinds: dict[tuple[str, int], Kind] = {}

    def kind(self, word: str, side: int) -> Kind:
        """What is known of a word, from its form alone; an abbreviation in capitals is listed
        where a list has it as it is."""
        key = (word, side)
        if key not in self._kinds:
            self._kinds[key] = self._kind(word, side)
        return self._kinds[key]

    def _kind(self, word: str, side: int) -> Kind:
        if word.isupper():
            if word in self._words[side] or word.lower() in self._words[side]:
                return Kind.LISTED
            word = word.lower()
        elif self._stems[side].of(word := word.lower()) in self._single[side]:
            return Kind.LISTED
        if not self._languages[side].letter.match(word):
            return Kind.UNKNOWN
        term = self._lexicon.term(word, side)
        return Kind.ORDINARY if term is None or term.known else Kind.UNKNOWN

    def is_ordinary(self, word: str, side: int) -> bool:
        """Whether a word that has a capital, given in lower case, is an ordinary one by its
        dictionary form, its ending or its parts, or in a dictionary."""
        if not self._languages[side].letter.match(word):
            return False
        if word.endswith(self._endings[side]) and len(word) > LONG:
            return True
        if any(self.kind(lemma, side) is Kind.ORDINARY for lemma in self.lemmas(word, side)):
            return True
        if any(
            self._is_known(word[:cut], side) and self._is_known(word[cut:].lstrip("-"), side)
            for cut in range(PART, len(word) - PART + 1)
        ):
            return True
        return is_common(word, self._languages[side])

    def _is_known(self, part: str, side: int) -> bool:
        term = self._lexicon.term(part, side)
        return len(part) >= PART and term is not None and term.known

    def keys_of(self, words: Iterable[str], side: int) -> Keys:
        """The keys of all of several words, and of their parts, together."""
        terms = self._lexicon.terms[side]
        parts = {part for word in words for part in split(word.lower())}
        return NO_KEYS.union(*[term.keys for part in parts if (term := terms[part])])

    def unknown(self, words: Iterable[str], side: int) -> tuple[str, ...]:
        """Those of lower-case words and their parts that no list knows."""
        parts = dict.fromkeys(part for word in words for part in split(word))
        return tuple(
            part for part in parts if len(part) >= PART and self.kind(part, side) is Kind.UNKNOWN
        )

    def keys(self, word: str, side: int) -> Keys:
        """Under which keys the other language may have a word."""
        term = self._lexicon.term(word, side)
        return term.keys if term else NO_KEYS

    def lemmas(self, word: str, side: int) -> tuple[str, ...]:
        """The dictionary forms of a word of the side's own script."""
        language = self._languages[side]
        if language.lemmatiser in {"", "endings"} or not language.letter.match(word):
            # The stems of such a language lead as far.
            return ()
        return tuple(one for one in lemmas(word, language) if one != word)

    def is_native(self, word: str, side: int) -> bool:
        """Whether a word stands in the letters of its side's language."""
        return self._languages[side].letter.match(word) is not None


class Words:
    """The words of a text on one side, looked at as far as it is asked for."""

    def __init__(self, text: str, side: int, vocabulary: Vocabulary) -> None:
        self._text = text
        self._side = side
        self._vocabulary = vocabulary

    @cached_property
    def all(self) -> tuple[str, ...]:
        """The words as they are written."""
        return tuple(TOKEN.findall(self._text))

    @cached_property
    def capital(self) -> tuple[str, ...]:
        """Those with a capital letter, and their parts, in lower case."""
        told = dict.fromkeys(word for word in self.all if not word.islower())
        return tuple(dict.fromkeys(part for word in told for part in split(word.lower())))

    @cached_property
    def other(self) -> tuple[str, ...]:
        """Those without one that no list knows, and their parts."""
        plain = dict.fromkeys(word for word in self.all if word.islower())
        return self._vocabulary.unknown(plain, self._side)

    @cached_property
    def keys(self) -> Keys:
        """The keys of all."""
        return self._vocabulary.keys_of(set(self.all), self._side)
