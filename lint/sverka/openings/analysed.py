"""How items open, by a morphological dictionary: for languages that inflect much."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from sverka.morphology.dictionary import analyser
from sverka.openings.data import Form, Grammar
from sverka.openings.reading import NOTHING, Opening
from sverka.openings.references import refers
from sverka.packs import Language

LIKELY = 0.15
"""The share of a word's uses, 0 to 1, below which a part of speech or a case is none that it
mostly has."""
POSSIBLE = 0.01
_LONGEST = 15
"""The words of an item that is still no sentence for sure."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]|\w+")
_CASES = {
    "nomn": "nominative", "gent": "genitive", "gen1": "genitive", "gen2": "genitive",
    "datv": "dative", "accs": "accusative", "acc2": "accusative", "ablt": "instrumental",
    "loct": "locative", "loc1": "locative", "loc2": "locative",
}  # fmt: skip
_DIRECT = frozenset(("nominative", "genitive", "accusative"))
_ADJECTIVES = frozenset(("ADJF", "PRTF"))
_NOMINAL = frozenset(("NOUN", *_ADJECTIVES))
_FINITE = frozenset(("VERB", "PRTS", "ADJS"))
_SUBJECTLESS = frozenset(("NPRO", "PRED"))
"""What opens a sentence though it is no noun: "we wash", "one can wash"."""
_IMPERATIVE = "IMPR"
_WHOLE = frozenset((*_FINITE, "PRED", _IMPERATIVE))
_PERHAPS = Opening(perhaps=frozenset((Form.NOUN,)))
Readings = Sequence[Any]


class Analysed:
    """Reads items by pymorphy3, loaded at the first of them; each word is analysed once."""

    def __init__(self, known: Grammar, language: Language) -> None:
        self.known = known
        self._language = language
        self._parsed: dict[str, tuple[Readings, frozenset[str]]] = {}

    @cached_property
    def _analyser(self) -> Any:
        return analyser(self._language.code)

    def opening(self, item: str) -> Opening:
        """See `Reader.opening`."""
        words = _words(item)
        while len(words) > 1 and words[0] in self.known.adverbs:
            words = words[1:]
        if not words:
            return NOTHING
        kinds = self._kinds(words[0])
        if kinds == {"INFN"}:
            whole = self._predicate(words[1:])
            return Opening(Form.SENTENCE if whole else Form.INFINITIVE, sure=True)
        if kinds == {_IMPERATIVE}:
            return Opening(Form.VERB, sure=True)
        if kinds and kinds <= _FINITE:
            return Opening(Form.FINITE, sure=True)
        if kinds and kinds <= _SUBJECTLESS and self._predicate(words):
            return Opening(Form.SENTENCE, sure=True)
        if kinds and kinds <= _NOMINAL:
            return self._nominal(words)
        return _PERHAPS if kinds & _NOMINAL else NOTHING

    def _nominal(self, words: Sequence[str]) -> Opening:
        if self._predicate(words):
            return Opening(Form.SENTENCE, sure=True)
        cases, likely = self._cases(words, POSSIBLE), self._cases(words, LIKELY)
        verbless = len(words) <= _LONGEST and all(
            "INFN" not in self._kinds(word) and word not in self.known.subordinating
            for word in words
        )
        direct = not cases.isdisjoint(_DIRECT)
        if self._head(words) not in self.known.actions:
            likely = cases
        return Opening(Form.NOUN, verbless and direct, cases=cases, likely=likely or cases)

    def has_predicate(self, sentence: str) -> bool:
        """See `Reader.has_predicate`."""
        return self._predicate(_words(sentence))

    def refers(self, sentence: str, item: str) -> bool:
        """See `Reader.refers`."""
        return refers(_words(sentence), _words(item), self.known, self._language.stopwords)

    def _predicate(self, words: Sequence[str]) -> bool:
        """Whether a predicate stands there before any clause within the sentence."""
        for word in words:
            if word in self.known.subordinating:
                return False
            kinds = self._kinds(word)
            if kinds and kinds <= _WHOLE:
                return True
        return False

    def _readings(self, word: str) -> tuple[Readings, frozenset[str]]:
        """All readings of a word and the parts of speech that it mostly is; none of a word that
        the dictionary lacks."""
        if word not in self._parsed:
            parses: Readings = ()
            if self._analyser.word_is_known(word):
                parses = self._analyser.parse(word)
            shares: dict[str, float] = {}
            for one in parses:
                kind = _IMPERATIVE if "impr" in one.tag else str(one.tag.POS)
                shares[kind] = shares.get(kind, 0) + one.score
            kinds = frozenset(kind for kind, share in shares.items() if share >= LIKELY)
            self._parsed[word] = parses, kinds
        return self._parsed[word]

    def _kinds(self, word: str) -> frozenset[str]:
        return self._readings(word)[1]

    def _head(self, words: Sequence[str]) -> str:
        """The dictionary form of the first noun, after its adjectives."""
        for word in words:
            nouns = [one for one in self._readings(word)[0] if one.tag.POS == "NOUN"]
            if nouns:
                return str(nouns[0].normal_form)
        return ""

    def _cases(self, words: Sequence[str], least: float) -> frozenset[str]:
        """The cases in which the first noun and the adjectives before it agree, by readings that
        a word has at least in that share of its uses."""
        agreeing: frozenset[tuple[str, str]] | None = None
        for word in words:
            readings, kinds = self._readings(word)
            if not kinds or not kinds <= _NOMINAL:
                break
            found = _cases_of(readings, least)
            if found is None:
                return frozenset()
            agreeing = found if agreeing is None else agreeing & found
            if "NOUN" in kinds:
                break
        return frozenset(case for case, _ in agreeing or ())


def _cases_of(readings: Readings, least: float) -> frozenset[tuple[str, str]] | None:
    """The cases and numbers of a word; None for one that does not decline."""
    shares: dict[tuple[str, str], float] = {}
    for one in readings:
        tag = one.tag
        if "Fixd" in tag:
            return None
        if tag.POS in _NOMINAL and tag.case in _CASES:
            key = (_CASES[tag.case], str(tag.number))
            shares[key] = shares.get(key, 0) + one.score
            for other in _unlisted(tag, key):
                shares[other] = max(shares.get(other, 0), POSSIBLE)
    return frozenset(key for key, share in shares.items() if share >= least)


def _unlisted(tag: Any, key: tuple[str, str]) -> Sequence[tuple[str, str]]:
    """Cases that a form may be in where the dictionary does not say so: what is alive there may
    be a thing (a server, an agent), what has no plural there may have one in a field."""
    case, number = key
    if case == "nominative" and "masc" in tag and "anim" in tag:
        return (("accusative", number),)
    if case == "genitive" and number == "sing" and tag.POS == "NOUN" and "masc" not in tag:
        return (("nominative", "plur"), ("accusative", "plur"))
    return ()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
