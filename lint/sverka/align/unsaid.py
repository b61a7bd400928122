"""What one version of a passage says and the other does not: sentences, and clauses of them.

A sentence is *unsaid* when it has no counterpart and its words are not found in the other version:
neither in the passage, where they would answer nothing else, nor in any sentence of the page. A
clause is when its sentence has a counterpart in which none of its words is found. Enough words
must have known equivalents, the rest must be translated literally enough for their absence to mean
something, and the other version must be shorter by about what it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sverka.align.clauses import in_brackets, unanswered
from sverka.align.lexicon import NO_KEYS, Keys
from sverka.align.outline import PROSE_KINDS, Unit
from sverka.align.pages import AlignedPair
from sverka.align.passages import Passage, Segment, Stretch, Word
from sverka.align.sentences import Sentence, sentences_of
from sverka.page import InlineKind, Kind
from sverka.span import Span

WORDS = 3
"""Fewer words with known equivalents than this may be missed by chance."""
FOUND = 0.1
"""The share of the words that may be found all the same: others may be their cause."""
ELSEWHERE = 0.6
"""With more of its words than this in one sentence of the page, it is said there."""
USUAL = 0.5
"""How literal a translation is before any of its words has been looked at."""


@dataclass(frozen=True, slots=True)
class _Limits:
    """How ``literal`` the rest must be, how much ``shorter`` the other version, as a share of
    what it is said to lack, and how many ``words`` must be missed."""

    words: int
    literal: float
    shorter: float


SENTENCE = _Limits(WORDS, 0.5, 0.4)
SURE = _Limits(4, 0.6, 0.5)
CLAUSE = _Limits(WORDS, 0.6, 0.6)
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
        row: list[tuple[Segment, _Count]] = []
        for number, segment in enumerate(passage.segments):
            count = None if segment.is_whole else self._missed(answers, number)
            if count is not None:
                row.append((segment, count))
            elif row:
                yield from self._joined(answers, row)
                row = []
        if row:
            yield from self._joined(answers, row)

    def _missed(self, answers: _Answers, number: int) -> _Count | None:
        """The words of a lone sentence, if they make it unsaid."""
        words = answers.passage.segments[number].sides[self._side].words
        if len(words) <= WORDS:
            return None
        count = answers.count(number)
        if count.missed < WORDS or count.found > FOUND * (count.missed + count.found):
            return None
        if answers.literal < SENTENCE.literal or self._said_elsewhere(words, answers.passage):
            return None
        return count

    def _joined(self, answers: _Answers, row: Sequence[tuple[Segment, _Count]]) -> Iterator[Unsaid]:
        stretches = [segment.sides[self._side] for segment, _ in row]
        sentences = tuple(sentence for one in stretches for sentence in one.sentences)
        first, place = stretches[0], row[0][0].place
        both = Stretch(first.page, first.language, first.side, sentences, first.lexicon)
        shorter = self._lack(answers.passage.whole) / len(both.text)
        if shorter < SENTENCE.shorter or place is None:
            return
        missed = sum(count.missed for _, count in row)
        sure = (
            missed >= SURE.words
            and shorter >= SURE.shorter
            and answers.literal >= SURE.literal
            and not any(count.found for _, count in row)
        )
        yield Unsaid(both, 0, len(both.text), place, False, missed, sure)

    def clauses(self, passage: Passage, segment: Segment) -> Iterator[Unsaid]:
        """The unsaid clauses of a sentence that has a counterpart."""
        here, there = segment.sides[self._side], segment.sides[1 - self._side]
        lack = self._lack(segment)
        if lack < max(LACK[0], LACK[1] * len(here.text)):
            return
        links = segment.links[self._side]
        known = [bool(hits) for word, hits in zip(here.words, links, strict=True) if word.known]
        for first, last in unanswered(here, links):
            words = here.words[first:last]
            missed = {word.text.lower() for word in words if word.known}
            rest = len(known) - sum(word.known for word in words)
            start, end = words[0].start, words[-1].end
            if (
                len(missed) >= CLAUSE.words
                and len(here.text[start:end].split()) >= CLAUSE.words
                and lack >= CLAUSE.shorter * (end - start)
                and sum(known) > 1
                and _literal(sum(known), rest, weight=3) >= CLAUSE.literal
                and not _are_said(words, passage.whole.sides[1 - self._side])
                and not self._said_elsewhere(words, passage)
            ):
                sure = in_brackets(here, start, end)
                yield Unsaid(here, start, end, there.whole, True, len(missed), sure)

    def _said_elsewhere(self, words: Sequence[Word], passage: Passage) -> bool:
        """Whether a sentence outside the passage says most of the words."""
        wanted = [word.keys for word in words if word.known]
        enough = ELSEWHERE * len(wanted)
        own = passage.units[1 - self._side]
        return any(
            sum(1 for keys in wanted if not keys.isdisjoint(there)) > enough
            for unit, there in self._others
            if unit is not own
        )

    @cached_property
    def _others(self) -> list[tuple[Unit, Keys]]:
        """The keys of each sentence of the other page, with its unit."""
        side = 1 - self._side
        outline, lexicon = self._pair.outlines[side], self._pair.lexicon
        language = lexicon.packs.languages[outline.page.language]
        words = lexicon.of(self._pair.source.language, self._pair.target.language)

        def keys(sentence: Sentence) -> Keys:
            looks = words.looks[side]
            return NO_KEYS.union(*[looks[word][0] for word in words.words(sentence.text)])

        return [
            (unit, keys(sentence))
            for unit in outline.units
            if unit.kind in PROSE_KINDS
            for sentence in sentences_of(unit, language)
        ]


def _are_said(words: Sequence[Word], there: Stretch) -> bool:
    """Whether any of the words is found in a stretch of the other side."""
    keys = NO_KEYS.union(*[word.keys for word in there.words])
    return not all(word.keys.isdisjoint(keys) for word in words)


def _literal(hits: int, of: int, weight: int) -> float:
    """How literal a translation is in which so many words are found, and what is usual."""
    return (hits + USUAL * weight) / (of + weight)


@dataclass(frozen=True, slots=True)
class _Count:
    """Of the words of a stretch how many are missed, and how many are found where nothing else
    accounts for them. Those that others account for may be said or not: they do not count."""

    missed: int
    found: int


class _Answers:
    """What in a passage answers the words of one side."""

    def __init__(self, passage: Passage, side: int) -> None:
        self.passage = passage
        self._side = side
        self._links = passage.whole.links[side]
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

    def count(self, number: int) -> _Count:
        """How the words, numbers and code of a segment are answered, each counted once."""
        stretch = self.passage.segments[number].sides[self._side]
        missed: set[str] = set()
        found: set[str] = set()
        links = self._links[self._starts[number] : self._starts[number + 1]]
        for word, hits in zip(stretch.words, links, strict=True):
            if word.known and not hits:
                missed.add(word.text.lower())
            elif word.known and not self._taken.issuperset(hits):
                found.add(word.text.lower())
        if things := _things(stretch):
            there = _things(self.passage.whole.sides[1 - self._side])
            missed |= things - there
            found |= (things & there) - self._things_beside(number)
        return _Count(len(missed - found), len(found))

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


def _things(stretch: Stretch) -> set[str]:
    """The numbers and the code of a stretch: they are the same in any language."""
    text = stretch.page.source.text
    code = {one.text.of(text) for one in stretch.inlines if one.kind is InlineKind.CODE}
    return code | set(_NUMBER.findall(stretch.text))
