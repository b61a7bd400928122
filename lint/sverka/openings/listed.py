"""How items open, by the words that a pack lists: for languages that inflect little."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sverka.openings.data import Form, Grammar
from sverka.openings.reading import NOTHING, Opening
from sverka.openings.references import refers
from sverka.packs import Language

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PARTICLE = "to"
_NOT = frozenset(("don't", "not", "never"))
_NOMINAL = re.compile(r"[a-z]{2,}(?:[ts]ion|ness|age|[^aeiou]ment|ity|ship|ism|[ae]nce)s?")
_QUOTED = re.compile(r"[\"“«][^\"“”«»]*[\"”»]")
"""What is called by its name: “press "Add"”."""
_ASIDE = re.compile(r"\A\s*\([^()]*\)")
"""Words in brackets before an item: “(optional) add a comment”."""
_DOUBTFUL = Opening(perhaps=frozenset((Form.VERB,)))
_EITHER = Opening(perhaps=frozenset((Form.VERB, Form.NOUN)))
_LONGEST = 8
"""The words of an item that is still no sentence for sure."""


class Listed:
    """Reads items by lists of verbs and of what stands around them."""

    def __init__(self, known: Grammar, language: Language) -> None:
        self.known = known
        self._function = language.stopwords | known.subordinating | known.prepositions
        self._may_be_verbs = known.verbs | known.doubtful

    def opening(self, item: str) -> Opening:
        """See `Reader.opening`."""
        words = _words(_QUOTED.sub(" 0 ", _ASIDE.sub("", item)))
        known = self.known
        while len(words) > 1 and words[0] in known.adverbs:
            words = words[1:]
        if not words:
            return NOTHING
        first, second = words[0], _next(item, words)
        if first == _PARTICLE:
            plain = second in self._may_be_verbs and not re.search("[,:]", item)
            return Opening(Form.INFINITIVE, sure=True) if plain else NOTHING
        if first in _NOT or (first == "do" and second == "not") or first in known.verbs:
            return Opening(Form.VERB, second.isalpha())
        if first in known.doubtful:
            if second in known.prepositions:
                return _EITHER
            return Opening(Form.VERB, sure=True) if self._takes(second) else _DOUBTFUL
        if first in known.finite or self._is_third_person(first, second):
            return Opening(Form.FINITE, sure=True)
        if second in known.articles and first.isalpha() and not first.endswith("ing"):
            # "Dereference a pointer": what stands before an article is a verb, known or not.
            return NOTHING if first in self._function else Opening(Form.VERB)
        return self._nominal(words)

    def _nominal(self, words: Sequence[str]) -> Opening:
        """What opens with no verb: a noun, mostly, unless a verb follows."""
        known, first = self.known, words[0]
        if self._predicate(words) or self._has_subject(words):
            return Opening(Form.SENTENCE, sure=True)
        if self._may_be_predicate(words):
            return NOTHING
        short = len(words) <= _LONGEST and not self._may_be_sentence(words)
        if self._is_gerund(first):
            return Opening(Form.GERUND, short)
        if first in known.articles or _NOMINAL.fullmatch(first):
            return Opening(Form.NOUN, short)
        if first in known.things:
            return Opening(Form.NOUN)
        if first in self._function or not first.isalpha() or first.endswith(("ly", "ed", "ing")):
            return NOTHING
        return Opening(Form.NOUN)

    def _has_subject(self, words: Sequence[str]) -> bool:
        """Whether a subject and its verb open it: “we print”, “the page opens the”."""
        first, second, *more = (*words, "", "")
        if first in self.known.subjects:
            return second in self._may_be_verbs or self._may_be_person(second)
        if first not in self.known.articles:
            return False
        verb, after = more[0], more[1] if len(more) > 1 else ""
        return self._is_third_person(verb, after) and after in self.known.articles

    def has_predicate(self, sentence: str) -> bool:
        """See `Reader.has_predicate`."""
        words = _words(sentence)
        if not words:
            return False
        return (
            words[0] in self.known.verbs
            or self._predicate(words)
            or self._may_be_predicate(words)
            or any(one in self._may_be_verbs or self._may_be_person(one) for one in words[1:])
        )

    def refers(self, sentence: str, item: str) -> bool:
        """See `Reader.refers`."""
        return refers(_words(sentence), _words(item), self.known, self._function)

    def _predicate(self, words: Sequence[str]) -> bool:
        """Whether a finite verb stands there before any clause within the sentence."""
        known = self.known
        for word in words[1:]:
            if word in known.subordinating:
                return False
            if word in known.finite:
                return True
        return False

    def _may_be_predicate(self, words: Sequence[str]) -> bool:
        """Whether one of the words after the first may be the verb of a sentence."""
        known = self.known
        for before, word, after in zip(words, words[1:], (*words[2:], ""), strict=False):
            if word in known.subordinating:
                return False
            if self._is_third_person(word, after) or word.endswith("ed"):
                return True
            if before in known.prepositions or before in known.articles:
                continue
            if before != _PARTICLE and (
                word in known.verbs or (word in known.doubtful and self._takes(after))
            ):
                return True
        return False

    def _takes(self, following: str) -> bool:
        """Whether a word may only follow a verb: an article or an object."""
        return following in self.known.articles or following in self.known.objects

    def _is_gerund(self, word: str) -> bool:
        if not word.endswith("ing") or len(word) < 5 or word in self.known.things:
            return False
        stem = word[:-3]
        doubled = stem[:-1] if stem[-1] == stem[-2] else stem
        return not {stem, stem + "e", doubled, stem[:-1] + "ie"}.isdisjoint(self._may_be_verbs)

    def _may_be_sentence(self, words: Sequence[str]) -> bool:
        """Whether there is a word that may be a verb with a person, at least: “a page opens”,
        “questions often make headings”."""
        return any(
            (self._may_be_person(word) and not before.endswith("ing"))
            or (word in self._may_be_verbs and before.endswith(("s", "ly", "often")))
            for before, word in pairwise(words[:-1])
        )

    def _may_be_person(self, word: str) -> bool:
        """Whether a word may be a verb in the third person: “opens”, “shows”."""
        return word.endswith("s") and not _third_person(word).isdisjoint(self._may_be_verbs)

    def _is_third_person(self, word: str, following: str) -> bool:
        """“improves”; of a verb that may be a noun, too, only before an article."""
        if not word.endswith("s"):
            return False
        stems = _third_person(word)
        if not stems.isdisjoint(self.known.verbs):
            return True
        return self._takes(following) and not stems.isdisjoint(self.known.doubtful)


def _third_person(word: str) -> frozenset[str]:
    """The verbs that a word in -s may be a form of."""
    return frozenset((word[:-1], word[:-2], word.removesuffix("ies") + "y"))


def _next(item: str, words: Sequence[str]) -> str:
    """The word after the first one, "" where anything but space stands between."""
    match = re.search(rf"(?<!\w){re.escape(words[0])}\s+([^\W\d_]+)", item.lower())
    return match[1] if match else ""


def _words(text: str) -> list[str]:
    return [match[0].lower().replace("’", "'") for match in _WORD.finditer(text)]
