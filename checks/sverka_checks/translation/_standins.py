"""What stands in a translation in the place of a term that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sverka.align.passages import Segment, Word
from sverka.morphology import fold, morphology
from sverka.packs import Language, Packs
from sverka.termbase import Termbase
from sverka_checks.translation._terms import Range, Side, Use, inside, linked

NOUN = "noun"
ROOT = 4
"""Letters that two words of one root share at the start."""


def rival(segment: Segment, use: Use, target: Side) -> Range | None:
    """What stands for the term: the words that are linked to it and to nothing else."""
    links = dict(linked(segment, 0, (use.start, use.end)))
    back = segment.links[1]
    words = target.stretch.words
    taken = [(one.start, one.end) for one in target.uses]
    hits = [
        words[hit]
        for hit in sorted({hit for numbers in links.values() for hit in numbers})
        if set(back[hit]) <= set(links) and not any(inside(words[hit], one) for one in taken)
    ]
    return _phrase(hits, target.stretch.text) if hits else None


def spare(segment: Segment, use: Use, target: Side, nouns: Nouns) -> Range | None:
    """What must stand for the term, though no list says so: the only words that translate
    nothing, nouns among them, where all the rest of the sentence has its translation on both
    sides."""
    term = (use.start, use.end)
    source_words, target_words = segment.sides[0].words, segment.sides[1].words
    for word, hits in zip(source_words, segment.links[0], strict=True):
        if word.keys and not hits and not inside(word, term):
            return None
    left = [
        word
        for word, hits in zip(target_words, segment.links[1], strict=True)
        if word.keys and not hits
    ]
    if not 1 <= len(left) <= len(segment.sides[0].text[slice(*term)].split()):
        return None
    if not nouns.has(left[-1].text):
        return None
    return _phrase(left, target.stretch.text)


class Nouns:
    """Which words of a language are nouns: by their forms, else by what they are in another
    language, of which that can be told."""

    def __init__(self, language: Language, other: Language, packs: Packs) -> None:
        self._language, self._other = language, other
        self._words = packs.word_list(language.code, other.code)

    def has(self, word: str) -> bool:
        """Whether a word of a text is a noun, as far as is known."""
        lemmas = morphology(self._language).lemmas(fold(word, self._language))
        if kind := morphology(self._language).kind(lemmas[0]):
            return kind == NOUN
        other = morphology(self._other)
        heads = next((self._words[one] for one in reversed(lemmas) if one in self._words), ())
        return bool(heads) and other.kind(fold(heads[0], self._other)) == NOUN


def nouns_of(termbase: Termbase, language: Language, other: Language, packs: Packs) -> Nouns:
    """The nouns of a language, made once a run."""
    key = f"nouns {language.code} {other.code}"
    found = termbase.kept.get(key)
    if not isinstance(found, Nouns):
        found = termbase.kept[key] = Nouns(language, other, packs)
    return found


def _phrase(words: Sequence[Word], text: str) -> Range:
    """The words as one phrase, up to the first gap in which another word stands."""
    start, end = words[0].start, words[0].end
    for word in words[1:]:
        if text[end : word.start].strip():
            break
        end = word.end
    return start, end


def akin(word: str, terms: Iterable[str]) -> bool:
    """Whether a word is of the root of a term's: "configuring" where "configuration" is wanted.
    A sentence may be turned so that the term is a verb there."""
    roots = [part.lower() for part in word.split()]
    return any(
        one[:ROOT] == part.lower()[:ROOT]
        for term in terms
        for part in term.split()
        for one in roots
        if min(len(one), len(part)) >= ROOT
    )


def glued(target: Side, terms: Iterable[str]) -> bool:
    """Whether a word of the translation holds a term: "username" where "user" is wanted."""
    words = [word.text.lower() for word in target.stretch.words]
    return any(
        word.startswith(term) or word.endswith(term)
        for term in (one.lower() for one in terms)
        if len(term) >= ROOT
        for word in words
    )
