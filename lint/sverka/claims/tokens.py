"""Text -> tokens with their dictionary forms; a quantity is one token."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
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
        self.lemma = lemmatiser(language, cues.lemmatiser)

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
            found += self._word(fold(word, self._language).replace("’", "'"), *match.span())
        return found

    def _word(self, word: str, start: int, end: int) -> list[Token]:
        if word in self._wholes:
            return [Token(start, end, self.lemma(one), one) for one in self._wholes[word]]
        if "'" in word:
            for ending, meaning in self._endings.items():
                if word.endswith(ending) and len(word) > len(ending):
                    base = word[: -len(ending)]
                    cut = start + len(base)
                    tokens = [Token(start, cut, self.lemma(base), base)]
                    return [*tokens, Token(cut, end, meaning, ending)] if meaning else tokens
        lemma = self.lemma(word) if word[0].isalpha() else word
        return [Token(start, end, lemma, word)]


def _is_idle(quantity: Quantity) -> bool:
    """ "One" and "first" are words like others."""
    return quantity.weak and quantity.kind in _COUNTED


def _number_end(text: str, quantity: Quantity) -> int:
    """Where a count ends without the noun that it counts."""
    if quantity.kind == "count" and quantity.noun:
        at = text.lower().rfind(quantity.noun, quantity.start, quantity.end)
        if at > quantity.start:
            return quantity.start + len(text[quantity.start : at].rstrip())
    return quantity.end


def lemmas_of(tokens: Sequence[Token]) -> list[str]:
    """Their dictionary forms."""
    return [token.lemma for token in tokens]


Offsets = Mapping[int, int]
