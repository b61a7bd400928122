"""What the packs know of the words of a pair of languages: which are names, which are not."""

from __future__ import annotations

import re
from typing import NamedTuple

from sverka.align.lexicon import NO_KEYS, Keys, PairLexicon
from sverka.align.wordlist import Stems
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


class Seen(NamedTuple):
    """A word of a text: the keys under which the other language may have it, the lower-case
    ``parts`` of one with a capital, those of one without that no list knows (``unknown``)."""

    keys: Keys
    parts: tuple[str, ...]
    unknown: tuple[str, ...]


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
        self._stems = (Stems(languages[0]), Stems(languages[1]))
        single = equals(*languages).single
        self._words = tuple(single[language.code] for language in languages)
        self._single = tuple(
            frozenset(stems.of(word) for word in single[language.code] if not word.isupper())
            for stems, language in zip(self._stems, languages, strict=True)
        )
        self._endings = tuple(tuple(sorted(habits(one).ordinary)) for one in languages)
        self._seen: dict[tuple[str, int], Seen] = {}
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

    def seen(self, word: str, side: int) -> Seen:
        """What a word says where it is written so."""
        found = self._seen.get((word, side))
        if found is None:
            parts = split(word.lower())
            kinds = [len(one) > PART - 1 and self.kind(one, side) is Kind.UNKNOWN for one in parts]
            found = Seen(
                NO_KEYS.union(*(self.keys(part, side) for part in parts)),
                () if word.islower() else tuple(parts),
                tuple(part for part, unknown in zip(parts, kinds, strict=True) if unknown)
                if word.islower()
                else (),
            )
            self._seen[word, side] = found
        return found

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
