"""What one version of a passage says and the other does not: sentences, and clauses of them.

A sentence is *unsaid* when it has no counterpart and its words are not found in the other version:
neither in the passage, where they would answer nothing else, nor in any sentence of the page. A
clause is when its sentence has a counterpart in which none of its words is found. Enough words
must have known equivalents, the rest must be translated literally enough for their absence to mean
something, and the other version must be shorter by about what it lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sverka.align.answers import Answers, Elsewhere, are_said, copied, copies, literal_share
from sverka.align.clauses import in_brackets, unanswered
from sverka.align.pages import AlignedPair
from sverka.align.passages import Passage, Segment, Stretch
from sverka.page import InlineKind, Kind
from sverka.span import Span


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


SENTENCE = (
    _Signs(3, 0.5, 0.4, 0.1),
    _Signs(2, 0.7, 0.8, 0.2),  # few words, but all else agrees
    _Signs(8, 0.4, 0.6, 0.1),  # a free translation, but many words
)
"""Each of these is enough for a sentence without counterpart."""
SURE = _Signs(4, 0.6, 0.5)
CLAUSE = _Signs(3, 0.6, 0.6)
BRACKETS = _Signs(2, 0.7, 0.7)
LONG_CODE = 6
"""Code within a line that has more words than this is prose."""
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
        lone = [segment for segment in passage.segments if segment.place is not None]
        if not lone:
            for segment in passage.segments:
                yield from view.clauses(passage, segment)
        # Where both sides have a sentence without counterpart, the one was made of the other.
        elif all(one.sides[side].sentences for one in lone) and _comparable(passage, 1 - side):
            yield from view.sentences(passage)


def _comparable(passage: Passage, lacking: int) -> bool:
    """Whether the units of a passage do the same (a heading is no paragraph), and nothing of what
    the lacking side says is taken for code, because its marks are broken."""
    one, other = passage.units
    stretch = passage.whole.sides[lacking]
    text = stretch.page.source.text
    code = (one.text.of(text) for one in stretch.inlines if one.kind is InlineKind.CODE)
    same = (one.kind is Kind.HEADING) == (other.kind is Kind.HEADING)
    return same and not any(len(each.split()) > LONG_CODE for each in code)


class _View:
    """A pair, looked at from the side that may say more."""

    def __init__(self, pair: AlignedPair, side: int) -> None:
        self._pair = pair
        self._side = side
        self._elsewhere = Elsewhere(pair, side)

    @cached_property
    def _ratio(self) -> float:
        """How long the other version of a text is, as a share of this one's length."""
        # As if so much had been seen of languages equally long.
        lengths = [300 + length for length in self._pair.lengths]
        return lengths[1 - self._side] / lengths[self._side]

    def _lack(self, segment: Segment) -> float:
        """By how many characters of this side the other version is too short."""
        here, there = segment.sides if self._side == 0 else segment.sides[::-1]
        return len(here.text) - len(there.text) / self._ratio

    def sentences(self, passage: Passage) -> Iterator[Unsaid]:
        """The unsaid sentences of a passage; those that stand in a row are one."""
        answers = Answers(passage, self._side)
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

    def _signs(self, answers: Answers, number: int, shorter: float) -> _Signs | None:
        """What speaks for a lone sentence being unsaid, if it is enough."""
        words = answers.passage.segments[number].sides[self._side].words
        if len(words) <= FEW:
            return None
        missed, found = answers.count(number)
        signs = _Signs(missed, answers.literal, shorter, found / max(missed + found, 1))
        if not any(signs.reach(least) for least in SENTENCE):
            return None
        return None if self._elsewhere.says(words, answers.passage) else signs

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
        whole = passage.whole.sides[1 - self._side]
        for first, last in unanswered(here, links):
            words = here.words[first:last]
            start, end = words[0].start, words[-1].end
            missed = len({word.text.lower() for word in words if word.known})
            literal = literal_share(sum(known), len(known) - missed, weight=3)
            signs = _Signs(missed, literal, lack / (end - start))
            enough = signs.reach(CLAUSE)
            bracketed = (enough or signs.reach(BRACKETS)) and in_brackets(here, start, end)
            if (
                (enough or bracketed)
                and len(here.text[start:end].split()) > 1
                and not are_said(words, whole)
                and copied(here.text[start:end]).isdisjoint(copies(whole))
                and not self._elsewhere.says(words, passage)
            ):
                yield Unsaid(here, start, end, there.whole, True, missed, bracketed)
