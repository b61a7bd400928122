"""Where a text has the terms of a termbase, in whatever form they stand.

The terms are inflected once and looked up word by word, so that a text costs what its length
asks for, however many terms there are, and none of its own words needs to be analysed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from sverka.morphology import Morphology, fold, morphology
from sverka.packs import Language, Packs
from sverka.termbase.model import Concept, Status, Term, Termbase

_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_GAP = re.compile(r"\s+|\s?[-\u2010\u2011]\s?|[.'\u2019/]|\s?&\s?")
_HYPHENS = frozenset("-\u2010\u2011")
_NO_PROSE = frozenset("_@\\$=")
"""Beside these a word is part of a name of programs, an address, a formula."""
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")


@dataclass(frozen=True, slots=True)
class Match:
    """A term in a text, at ``start`` to ``end``. ``concept`` is its number in the termbase.

    ``sure`` is False where it may be something else: a part of a hyphenated word or of a phrase
    that joins sentences, a form that is mostly another word's, a noun that looks to be a verb
    here. That is enough to excuse a text, and too little to accuse it.
    """

    start: int
    end: int
    concept: int
    term: Term
    sure: bool

    @property
    def is_good(self) -> bool:
        """Whether the termbase wants the term, or puts up with it."""
        return self.term.status is not Status.FORBIDDEN

    def inside(self, other: Match) -> bool:
        """Whether it is a part of what ``other`` covers."""
        covered = other.start <= self.start and self.end <= other.end
        return covered and (self.start, self.end) != (other.start, other.end)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term: the forms that its first word may have, and the other words, each with its part
    of speech, which are inflected when the first one is met."""

    first: frozenset[str]
    rest: tuple[tuple[str, str], ...]
    concept: int
    term: Term
    kind: str


class _Read(NamedTuple):
    """A text, as it is and folded, and where its words stand."""

    text: str
    folded: str
    places: tuple[tuple[int, int], ...]
    words: Sequence[str]


class Index:
    """The terms that a termbase has for one language."""

    def __init__(self, termbase: Termbase, language: Language, packs: Packs) -> None:
        self._language = language
        self._morphology = morphology(language)
        self._first: dict[str, list[_Entry]] = {}
        for number, concept in enumerate(termbase.concepts):
            kind = ""
            for term in concept.of(language.code):
                kind = kind or _kind(concept, term, packs)
                for first, rest in self._forms(term, term.kind or kind):
                    entry = _Entry(first, rest, number, term, term.kind or kind)
                    for form in first:
                        self._first.setdefault(form, []).append(entry)

    def __bool__(self) -> bool:
        return bool(self._first)

    def _forms(
        self, term: Term, kind: str
    ) -> Iterator[tuple[frozenset[str], tuple[tuple[str, str], ...]]]:
        text = fold(term.text, self._language)
        found = list(_WORD.finditer(text))
        words = [match[0] for match in found]
        if not words:
            return
        parts = [(word, _kind_of_part(kind, n, len(words))) for n, word in enumerate(words)]
        yield self._morphology.forms(*parts[0]), tuple(parts[1:])
        gaps = {text[a.end() : b.start()] for a, b in pairwise(found)}
        if gaps and gaps <= _HYPHENS:
            stem = "".join(words[:-1])
            yield frozenset(stem + one for one in self._morphology.forms(*parts[-1])), ()

    def find(self, text: str) -> tuple[Match, ...]:
        """All terms in a text, also those inside of others, by their start."""
        first = self._first
        folded = fold(text, self._language)
        words = _WORD.findall(folded)
        heads = [at for at, word in enumerate(words) if word in first]
        hyphens = any(one in text for one in _HYPHENS)
        if not heads and not hyphens:
            return ()
        read = _Read(text, folded, tuple(one.span() for one in _WORD.finditer(folded)), words)
        if hyphens:
            # A term of one word may stand in two.
            cut = (at for at, (_, end) in enumerate(read.places) if text[end : end + 1] in _HYPHENS)
            heads = sorted({*heads, *cut})
        found = {
            match: None
            for at in heads
            for entry, last in self._starting(read, at)
            if (match := self._match(entry, read, at, last))
        }
        return tuple(found)

    def _starting(self, read: _Read, at: int) -> Iterator[tuple[_Entry, int]]:
        """The entries whose words stand from a word on, and the number of the last one."""
        words = read.words
        for entry in self._first.get(words[at], ()):
            last = at
            for part in entry.rest:
                last += 1
                if last >= len(words) or words[last] not in self._morphology.forms(*part):
                    break
                if not _GAP.fullmatch(read.text, read.places[last - 1][1], read.places[last][0]):
                    break
            else:
                yield entry, last
        if at + 1 < len(words):
            gap = read.text[read.places[at][1] : read.places[at + 1][0]]
            if gap in _HYPHENS:
                for entry in self._first.get(words[at] + words[at + 1], ()):
                    if not entry.rest:
                        yield entry, at + 1

    def _match(self, entry: _Entry, read: _Read, first: int, last: int) -> Match | None:
        start, end = read.places[first][0], read.places[last][1]
        if not _is_prose(read.text, start, end):
            return None
        if entry.term.exact_case and not _same_case(entry.term.text, read.text, start, end):
            return None
        sure = not _compound(read.text, start, end) and not self._is_lost(read, start, end)
        if not entry.rest:
            word = "".join(read.words[first : last + 1])
            sure = sure and self._morphology.may_be(word, entry.first)
        if entry.kind == "noun":
            before = read.words[first - 1] if first else ""
            after = read.words[last + 1] if last + 1 < len(read.words) else ""
            sure = sure and not self._morphology.verbal(before, after)
        return Match(start, end, entry.concept, entry.term, sure)

    def _is_lost(self, read: _Read, start: int, end: int) -> bool:
        """Whether it is a part of a phrase that means something else than its words."""
        phrases = self._morphology.phrases
        if phrases is None:
            return False
        spans = (one.span() for one in phrases.finditer(read.folded))
        return any(one[0] <= start and end <= one[1] and one != (start, end) for one in spans)


def longest(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The matches that are no part of a longer one."""
    matches = tuple(matches)
    return tuple(one for one in matches if not any(one.inside(other) for other in matches))


def index(termbase: Termbase, language: Language, packs: Packs) -> Index:
    """The terms for a language, inflected when they are first asked for."""
    found = termbase.kept.get(language.code)
    if not isinstance(found, Index):
        found = termbase.kept[language.code] = Index(termbase, language, packs)
    return found


def _kind(concept: Concept, term: Term, packs: Packs) -> str:
    """The part of speech of a term: what the termbase says of it or of the concept's others,
    else what one of them shows in a language in which that can be seen."""
    if said := term.kind or next((one.kind for one in concept.terms if one.kind), ""):
        return said
    for one in (term, *concept.terms):
        language = packs.languages.get(one.language)
        if language and (seen := _seen(one.text, language, morphology(language))):
            # Many nouns look like adjectives, and adjectives do no harm as nouns.
            return "noun" if seen in ("adjective", "participle") else seen
    return ""


def _seen(text: str, language: Language, known: Morphology) -> str:
    kinds = [known.kind(word) for word in _WORD.findall(fold(text, language))]
    if kinds[:1] == ["verb"]:
        return "verb"
    return "noun" if "noun" in kinds else next(iter(kinds), "")


def _kind_of_part(kind: str, number: int, count: int) -> str:
    """The part of speech of a word in a phrase, as far as that of the phrase tells: of a verb
    with its object, the first word is the verb."""
    if count == 1 or kind == "verb":
        return kind if number == 0 else "noun"
    return ""


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether what stands there is a word of a sentence, not part of a name or an address."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before in _NO_PROSE or after[:1] in _NO_PROSE:
        return False
    if before == "." and text[start - 2 : start - 1].isalnum():
        return False
    if after[:1] == "." and after[1:].isalnum():
        return False
    if "://" not in text and "@" not in text and "www." not in text:
        return True
    return not any(one.start() <= start and end <= one.end() for one in _ADDRESS.finditer(text))


def _compound(text: str, start: int, end: int) -> bool:
    """Whether it is a part of a hyphenated word."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    left = before[-1:] in _HYPHENS and before[:1].isalnum() if len(before) == 2 else False
    right = after[:1] in _HYPHENS and after[1:].isalnum() if len(after) == 2 else False
    return left or right


def _same_case(term: str, text: str, start: int, end: int) -> bool:
    """Whether the letters that a term and its form share are capital in both or in neither. At
    the start of a sentence a small letter may be capital."""
    form = text[start:end]
    if text[:start].rstrip()[-1:] in ("", ".", "!", "?", "\n", ":") and form[:1].isupper():
        form = term[:1] + form[1:] if term[:1].islower() else form
    for one, other in zip(term, form, strict=False):
        if one.lower() != other.lower():
            break
        if one != other:
            return False
    return True
