"""Text -> tokens with their dictionary forms; a quantity is one token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from sverka.claims.cues import Cues
from sverka.morphology import fold, morphology
from sverka.packs import BadPack, Language
from sverka.quantities import Grammar, Quantity, find

_TOKEN = re.compile(r"#[^\W\d_]+|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
_JOINS = frozenset("-‐‑")
_COUNTED = frozenset({"count", "number", "ordinal"})
QUANTITY = "#"
"""Begins the dictionary form of a token that is a quantity: ``#duration``."""


@dataclass(frozen=True, slots=True)
class Token:
    """``start`` and ``end`` in the text; ``lemma`` is its dictionary form, or `QUANTITY` with the
    kind of ``quantity``."""

    start: int
    end: int
    lemma: str
    lower: str
    quantity: Quantity | None = None


Lemmatise = Callable[[str], str]


@cache
def lemmatiser(language: Language, name: str) -> Lemmatise:
    """What gives a folded word's dictionary form, the likeliest one; each is looked up once.

    ``name``: "simplemma", or "" for the one that the language's pack names. Raises `BadPack`.
    """
    if name == "simplemma":
        import simplemma

        code = language.code

        @cache
        def of_table(word: str) -> str:
            return str(simplemma.lemmatize(word, lang=code)).lower()

        return of_table
    if name:
        raise BadPack(f"{language.home / 'claims.toml'}: unknown lemmatiser {name}")
    known = morphology(language)

    @cache
    def of_dictionary(word: str) -> str:
        return known.lemmas(word)[0]

    return of_dictionary


class Tokeniser:
    """Reads the texts of one language."""

    def __init__(self, language: Language, grammar: Grammar, cues: Cues) -> None:
        self._language = language
        self._grammar = grammar
        self._endings = {k: v for k, v in cues.contractions.items() if "'" in k}
        self._wholes = {k: v.split() for k, v in cues.contractions.items() if "'" not in k}
        self._known: dict[str, tuple[tuple[int, int, str, str], ...]] = {}
        self.lemma = lemmatiser(language, cues.lemmatiser)
        self._all = None if cues.lemmatiser else morphology(language).lemmas

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text of a page: hyphens inside words are no tokens, quantities are
        one each."""
        quantities = [one for one in find(text, self._grammar) if not _is_idle(one)]
        found: list[Token] = []
        at = 0
        for quantity in quantities:
            end = _number_end(text, quantity)
            found += self._plain(text, at, quantity.start)
            lemma = QUANTITY + quantity.kind
            lower = text[quantity.start : end].lower()
            found.append(Token(quantity.start, end, lemma, lower, quantity))
            at = end
        return found + self._plain(text, at, len(text))

    def phrase(self, text: str) -> list[Token]:
        """The tokens of a phrase of a pack, in which ``#duration`` stands for a quantity."""
        return self._plain(text, 0, len(text))

    def candidates(self, word: str) -> tuple[str, ...]:
        """The dictionary forms that a word of a pattern may have in a text: its own likeliest one
        first, then those of its other readings."""
        folded = fold(word, self._language)
        others = self._all(folded) if self._all is not None else ()
        return tuple(dict.fromkeys((self.lemma(folded), *others)))

    def fold(self, word: str) -> str:
        """A word as texts are read: lower case, letters folded."""
        return fold(word, self._language)

    def _plain(self, text: str, start: int, stop: int) -> list[Token]:
        found: list[Token] = []
        for match in _TOKEN.finditer(text, start, stop):
            word = match[0]
            if word in _JOINS:
                if text[match.start() - 1 : match.start()].isalpha() and (
                    text[match.end() : match.end() + 1].isalpha()
                ):
                    continue
                word = "-"
            if word[0] == QUANTITY and len(word) > 1:
                found.append(Token(*match.span(), word, word))
                continue
            found += self._word(word, *match.span())
        return found

    def _word(self, word: str, start: int, end: int) -> list[Token]:
        """The token of a word, two where it is written as one and read as two."""
        if word not in self._known:
            self._known[word] = tuple(self._read(word))
        return [
            Token(start + offset, min(start + until, end), lemma, lower)
            for offset, until, lemma, lower in self._known[word]
        ]

    def _read(self, word: str) -> Iterator[tuple[int, int, str, str]]:
        """From and to in the word, dictionary form, lower case."""
        folded = fold(word, self._language).replace("’", "'")
        if folded in self._wholes:
            yield from ((0, len(word), self.lemma(one), one) for one in self._wholes[folded])
            return
        if "'" in folded:
            for ending, meaning in self._endings.items():
                if folded.endswith(ending) and len(folded) > len(ending):
                    base = folded[: -len(ending)]
                    yield 0, len(base), self.lemma(base), base
                    if meaning:
                        yield len(base), len(word), meaning, ending
                    return
        yield 0, len(word), self.lemma(folded) if folded[0].isalpha() else folded, folded


def _is_idle(quantity: Quantity) -> bool:
    """Whether it is a word like others: "one", "first"."""
    return quantity.weak and quantity.kind in _COUNTED


def _number_end(text: str, quantity: Quantity) -> int:
    """Where a count ends without the noun that it counts."""
    if quantity.kind == "count" and quantity.noun:
        at = text.lower().rfind(quantity.noun, quantity.start, quantity.end)
        if at > quantity.start:
            return quantity.start + len(text[quantity.start : at].rstrip())
    return quantity.end
