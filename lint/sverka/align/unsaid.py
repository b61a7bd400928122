"""What one version of a passage says and the other does not: sentences, and clauses of them.

A sentence is *unsaid* when it has no counterpart and its words are not found in the other version:
neither in the passage, where they would answer nothing else, nor in any sentence of the page. A
clause is when its sentence has a counterpart in which none of its words is found. Enough words
must have known equivalents, the rest must be translated literally enough for their absence to mean
something, and the other version must be shorter by about what it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sverka.align.clauses import in_brackets, unanswered
from sverka.align.lexicon import NO_KEYS, Keys
from sverka.align.outline import PROSE_KINDS
from sverka.align.pages import AlignedPair
from sverka.align.passages import Passage, Segment, Stretch, Word
from sverka.align.sentences import sentences_of
from sverka.page import InlineKind, Kind
from sverka.span import Span

ELSEWHERE = 0.5
"""With more of its words than this in one sentence of the page, it is said there."""
USUAL = 0.5
"""How literal a translation is before any of its words has been looked at."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for words being left out: how many ``words`` with known equivalents are missed,
    and the share of them that is ``found`` all the same (others may be the cause); how
    ``literal`` the rest is, and how much ``shorter`` the other version, as a share of what it
    is said to lack."""

    words: int
    literal: float
    shorter: float
    found: float = 0.0

    def reach(self, least: _Signs) -> bool:
        """Whether all signs are as strong as ``least``."""
        return (
            self.words >= least.words
            and self.literal >= least.literal
            and self.shorter >= least.shorter
            and self.found <= least.found
        )


SENTENCE = (_Signs(3, 0.5, 0.4, 0.1), _Signs(2, 0.7, 0.8, 0.2))
SURE = _Signs(4, 0.6, 0.5)
CLAUSE = _Signs(3, 0.6, 0.6)
BRACKETS = _Signs(2, 0.7, 0.7)
FEW = 3
"""Sentences of so few words say little: titles, labels, exclamations."""
LACK = (15, 0.12)
"""What a sentence's counterpart must be shorter by for a clause to be missing there: characters,
and as a share of what it should have."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """``stretch.text[start:end]`` has no counterpart on the other side, where it belongs at
    ``place``: an empty span for sentences, the counterpart of its sentence for a clause.

    ``words`` is how many of its words are missed. ``sure`` is a sentence that nothing speaks for
    being there, and a clause that stands for itself.
    """

    stretch: Stretch
    start: int
    end: int
    place: Span
    is_clause: bool
    words: int
    sure: bool

    @property
    def text(self) -> str:
        """What is said."""
        return self.stretch.text[self.start : self.end]


def unsaid(pair: AlignedPair, side: int) -> Iterator[Unsaid]:
    """What side 0 (source) or 1 (target) of a pair says and the other does not."""
    view = _View(pair, side)
    for passage in pair.passages:
        lone = [segment for segment in passage.segments if not segment.is_whole]
        if not lone:
            for segment in passage.segments:
                yield from view.clauses(passage, segment)
        # Where both sides have a sentence without counterpart, the one was made of the other.
        elif all(one.sides[side].sentences for one in lone) and _alike(passage):
            yield from view.sentences(passage)


def _alike(passage: Passage) -> bool:
    """Whether the units of a passage do the same: a heading is no paragraph."""
    one, other = passage.units
    return (one.kind is Kind.HEADING) == (other.kind is Kind.HEADING)


class _View:
    """A pair, looked at from the side that may say more."""

    def __init__(self, pair: AlignedPair, side: int) -> None:
        self._pair = pair
        self._side = side

    @cached_property
    def _ratio(self) -> float:
        """How long the other version of a text is, as a share of this one's length."""
        lengths = [1000, 1000]  # as if so much had been seen of languages equally long
        for passage in self._pair.passages:
            for segment in passage.segments:
                if segment.is_whole:
                    for side, stretch in enumerate(segment.sides):
                        lengths[side] += len(stretch.text)
        return lengths[1 - self._side] / lengths[self._side]

    def _lack(self, segment: Segment) -> float:
        """By how many characters of this side the other version is too short."""
        here, there = (len(segment.sides[side].text) for side in (self._side, 1 - self._side))
        return here - there / self._ratio

    def sentences(self, passage: Passage) -> Iterator[Unsaid]:
        """The unsaid sentences of a passage; those that stand in a row are one."""
        answers = _Answers(passage, self._side)
        lone = [one.sides[self._side].text for one in passage.segments if not one.is_whole]
        shorter = self._lack(passage.whole) / sum(map(len, lone))
        row: list[tuple[Segment, _Signs]] = []
        for number, segment in enumerate(passage.segments):
            signs = None if segment.is_whole else self._signs(answers, number, shorter)
            if signs is not None:
                row.append((segment, signs))
            elif row:
                yield self._joined(row)
                row = []
        if row:
            yield self._joined(row)

    def _signs(self, answers: _Answers, number: int, shorter: float) -> _Signs | None:
        """What speaks for a lone sentence being unsaid, if it is enough."""
        words = answers.passage.segments[number].sides[self._side].words
        if len(words) <= FEW:
            return None
        missed, found = answers.count(number)
        signs = _Signs(missed, answers.literal, shorter, found / max(missed + found, 1))
        if not any(signs.reach(least) for least in SENTENCE):
            return None
        return None if self._said_elsewhere(words, answers.passage) else signs

    def _joined(self, row: Sequence[tuple[Segment, _Signs]]) -> Unsaid:
        stretches = [segment.sides[self._side] for segment, _ in row]
        sentences = tuple(sentence for one in stretches for sentence in one.sentences)
        first, place = stretches[0], row[0][0].place
        assert place is not None  # noqa: S101 - the segments are not whole
        both = Stretch(first.page, first.language, first.side, sentences, first.lexicon)
        words = sum(signs.words for _, signs in row)
        found = max(signs.found for _, signs in row)
        sure = replace(row[0][1], words=words, found=found).reach(SURE)
        return Unsaid(both, 0, len(both.text), place, False, words, sure)

    def clauses(self, passage: Passage, segment: Segment) -> Iterator[Unsaid]:
        """The unsaid clauses of a sentence that has a counterpart."""
        here, there = segment.sides[self._side], segment.sides[1 - self._side]
        lack = self._lack(segment)
        if lack < max(LACK[0], LACK[1] * len(here.text)):
            return
        links = segment.links[self._side]
        known = [bool(hits) for word, hits in zip(here.words, links, strict=True) if word.known]
        if sum(known) < 2:
            return
        for first, last in unanswered(here, links):
            words = here.words[first:last]
            start, end = words[0].start, words[-1].end
            missed = len({word.text.lower() for word in words if word.known})
            literal = _literal(sum(known), len(known) - missed, weight=3)
            signs = _Signs(missed, literal, lack / (end - start))
            enough = signs.reach(CLAUSE)
            bracketed = (enough or signs.reach(BRACKETS)) and in_brackets(here, start, end)
            if (
                (enough or bracketed)
                and len(here.text[start:end].split()) > 1
                and not _are_said(words, passage.whole.sides[1 - self._side])
                and not self._said_elsewhere(words, passage)
            ):
                yield Unsaid(here, start, end, there.whole, True, missed, bracketed)

    def _said_elsewhere(self, words: Sequence[Word], passage: Passage) -> bool:
        """Whether a sentence outside the passage says most of the words, and not because its
        own counterpart does."""
        wanted = [word.keys for word in words if word.known]
        enough = ELSEWHERE * len(wanted)
        return any(
            sum(not keys.isdisjoint(there) and keys.isdisjoint(counterpart) for keys in wanted)
            > enough
            for own, there, counterpart in self._others
            if own is not passage
        )

    @cached_property
    def _others(self) -> list[tuple[Passage | None, Keys, Keys]]:
        """The keys of each sentence of the other page, and of its counterpart on this one; with
        the passage it stands in, if it stands in one."""
        here, there = self._side, 1 - self._side
        found: list[tuple[Passage | None, Keys, Keys]] = [
            (passage, _keys(segment.sides[there].words), _keys(segment.sides[here].words))
            for passage in self._pair.passages
            for segment in passage.segments
        ]
        units = self._pair.outlines[there].units
        matched = {id(passage.units[there]) for passage in self._pair.passages}
        words = self._pair.lexicon.of(self._pair.source.language, self._pair.target.language)
        language = self._pair.lexicon.packs.languages[
            (self._pair.source, self._pair.target)[there].language
        ]
        for unit in units:
            if unit.kind in PROSE_KINDS and id(unit) not in matched:
                page = self._pair.outlines[there].page
                for sentence in sentences_of(unit, language):
                    stretch = Stretch(page, language, there, (sentence,), words)
                    found.append((None, _keys(stretch.words), NO_KEYS))
        return found


def _keys(words: Iterable[Word]) -> Keys:
    return NO_KEYS.union(*[word.keys for word in words])


def _are_said(words: Sequence[Word], there: Stretch) -> bool:
    """Whether any of the words is found in a stretch of the other side, or in its code."""
    if not {word.text.lower() for word in words}.isdisjoint(_copies(there)):
        return True
    return not _keys(words).isdisjoint(_keys(there.words))


def _copies(there: Stretch) -> frozenset[str]:
    """The words of all that stands in a stretch, code and addresses too."""
    text = there.whole.of(there.page.source.text) if there.sentences else ""
    return frozenset(_WORD.findall(text.lower()))


def _literal(hits: int, of: int, weight: int) -> float:
    """How literal a translation is in which so many words are found, and what is usual."""
    return (hits + USUAL * weight) / (of + weight)


class _Answers:
    """What in a passage answers the words of one side."""

    def __init__(self, passage: Passage, side: int) -> None:
        self.passage = passage
        self._side = side
        self._links = passage.whole.links[side]
        self._copied = _copies(passage.whole.sides[1 - side])
        self._starts = [0]
        # The other side's words that answer their own sentence's are not there for another.
        self._taken: set[int] = set()
        at = 0
        for segment in passage.segments:
            self._starts.append(self._starts[-1] + len(segment.sides[side].words))
            if segment.is_whole:
                back = segment.links[1 - side]
                self._taken.update(at + n for n, hits in enumerate(back) if hits)
            at += len(segment.sides[1 - side].words)

    def count(self, number: int) -> tuple[int, int]:
        """How many of a segment's words, numbers and code are missed, and how many are found
        where nothing else accounts for them. Those that others account for may be said or not:
        they do not count."""
        stretch = self.passage.segments[number].sides[self._side]
        missed: set[str] = set()
        found: set[str] = set()
        links = self._links[self._starts[number] : self._starts[number + 1]]
        for word, hits in zip(stretch.words, links, strict=True):
            lower = word.text.lower()
            if not hits and word.known and lower not in self._copied:
                missed.add(lower)
            elif not self._taken.issuperset(hits):
                found.add(lower)
        if things := _things(stretch):
            there = _things(self.passage.whole.sides[1 - self._side])
            missed |= things - there
            found |= (things & there) - self._things_beside(number)
        return len(missed - found), len(found)

    def _things_beside(self, number: int) -> set[str]:
        beside = [one for n, one in enumerate(self.passage.segments) if n != number]
        return {thing for segment in beside for thing in _things(segment.sides[self._side])}

    @cached_property
    def literal(self) -> float:
        """How literally the passage is translated where both sides say something, 0 to 1."""
        hits = [
            bool(links)
            for segment in self.passage.segments
            if segment.is_whole
            for stretch, rows in zip(segment.sides, segment.links, strict=True)
            for word, links in zip(stretch.words, rows, strict=True)
            if word.known
        ]
        return _literal(sum(hits), len(hits), weight=6)


_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3,}")


def _things(stretch: Stretch) -> set[str]:
    """The numbers and the code of a stretch: they are the same in any language."""
    text = stretch.page.source.text
    code = {one.text.of(text) for one in stretch.inlines if one.kind is InlineKind.CODE}
    return code | set(_NUMBER.findall(stretch.text))
