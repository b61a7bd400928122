"""Forms by a morphological dictionary: for languages that inflect much."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sverka.morphology.dictionary import analyser
from sverka.morphology.endings import Endings
from sverka.packs import Language

LIKELY = 0.1
"""The share of its uses, 0 to 1, below which a word of a text is no form of a word."""

_KINDS = {
    "NOUN": "noun", "INFN": "verb", "VERB": "verb", "ADJF": "adjective", "PRTF": "participle",
}  # fmt: skip
"""Short forms and comparatives of adjectives are left out: many of them are adverbs."""
_DICTIONARY_CASE = "nomn"
_NO_ADJECTIVES = frozenset({"Apro", "Supr"})
"""Pronouns that decline as adjectives do, and superlatives."""


class Analysed:
    """The forms of a word by pymorphy3; each word is analysed once."""

    def __init__(self, language: Language) -> None:
        self._analyser = analyser(language.code)
        self._unknown = Endings(language)
        self._folding = language.folding
        self._parsed: dict[str, Sequence[Any]] = {}
        self._forms: dict[tuple[str, str], frozenset[str]] = {}

    def _parses(self, word: str) -> Sequence[Any]:
        if word not in self._parsed:
            self._parsed[word] = self._analyser.parse(word)
        return self._parsed[word]

    def _fold(self, word: str) -> str:
        return str(word).translate(self._folding)

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The normal forms of all analyses, the likeliest first."""
        return tuple(dict.fromkeys(self._fold(one.normal_form) for one in self._parses(word)))

    def kind(self, word: str) -> str:
        """The part of speech of the likeliest analysis in which the word is in its dictionary
        form; nouns before others that look the same."""
        kinds = [
            _kind(one)
            for one in self._parses(word)
            if one.score >= LIKELY and self._is_dictionary_form(one, word)
        ]
        return "noun" if "noun" in kinds else next(iter(kinds), "")

    def forms(self, word: str, kind: str = "") -> frozenset[str]:
        """The forms of the word in the analyses that fit a term: in its dictionary form if
        there is such a one, of that kind if there is such a one."""
        key = (word, kind)
        if key not in self._forms:
            if fitting := self._fitting(word, kind):
                found = {self._fold(form.word) for one in fitting for form in _same_kind(one)}
            else:
                found = set(self._unknown.forms(word, "noun"))
            self._forms[key] = frozenset({word, *found})
        return self._forms[key]

    def _fitting(self, word: str, kind: str) -> list[Any]:
        parses = [one for one in self._parses(word) if _kind(one)]
        parses = [one for one in parses if _kind(one) != "participle"] or parses
        own = [one for one in parses if self._is_dictionary_form(one, word)]
        parses = own or [one for one in parses if one.score >= LIKELY]
        wanted = [one for one in parses if _kind(one) == kind]
        nouns = [one for one in parses if _kind(one) == "noun"]
        return wanted or (parses if kind else nouns) or parses

    def _is_dictionary_form(self, parse: Any, word: str) -> bool:
        """Whether it is the normal form, or the plural that a term is given in."""
        if self._fold(parse.normal_form) == word:
            return True
        return _DICTIONARY_CASE in parse.tag and _kind(parse) not in ("", "verb")

    def may_be(self, word: str, forms: frozenset[str]) -> bool:
        """Whether the analyses by which it is a form of that word are likely enough."""
        if word not in forms:
            return False
        parses = self._parses(word)
        ours = [one for one in parses if self._fold(one.normal_form) in forms]
        return not ours or sum(one.score for one in ours) >= LIKELY

    @property
    def phrases(self) -> re.Pattern[str] | None:
        """Those that the pack lists."""
        return self._unknown.phrases

    def verbal(self, before: str, after: str) -> bool:
        """Endings tell verbs from nouns."""
        del before, after
        return False


def _kind(parse: Any) -> str:
    """The part of speech of an analysis; "" for those that no term consists of."""
    return "" if _NO_ADJECTIVES & parse.tag.grammemes else _KINDS.get(str(parse.tag.POS), "")


def _same_kind(parse: Any) -> list[Any]:
    """The forms of its paradigm that are words of the same kind."""
    kind, tag = _kind(parse), parse.tag
    return [
        form
        for form in parse.lexeme
        if _kind(form) == kind
        and (kind != "participle" or (form.tag.tense, form.tag.voice) == (tag.tense, tag.voice))
    ]
