"""What became of the values of a page in its other version: changed, missing, added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sverka.align import AlignedPair
from sverka.align.passages import Passage, Segment, Stretch
from sverka.amounts.leftovers import Change, Rest, moved
from sverka.amounts.matching import Sides, match
from sverka.amounts.mention import Mention, mentions, numbers_in
from sverka.quantities import Grammar, grammar_of

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The passages of a pair on the way through the comparison."""

    passages: tuple[Passage, ...]
    grammars: tuple[Grammar, Grammar]

    def of_passage(self, number: int) -> Iterator[Change]:
        """The changes of a passage."""
        passage = self.passages[number]
        telling = [self._may_differ(segment) for segment in passage.segments]
        if not any(telling):
            return
        said: list[Sides] = [
            (self._mentions(one.source, passage), self._mentions(one.target, passage))
            if tells
            else ((), ())
            for one, tells in zip(passage.segments, telling, strict=True)
        ]
        left = match(said)
        if not any(ones or others for ones, others in left):
            return
        known = self._known(number, said, 0), self._known(number, said, 1)
        around = self._around(number, known[0], 0), self._around(number, known[1], 1)
        rests = [
            Rest(segment, values, rest, known, around)
            for segment, values, rest in zip(passage.segments, said, left, strict=True)
        ]
        whole = [rest for rest in rests if rest.segment.is_whole and any(rest.left)]
        for rest in whole:
            yield from rest.changed()
        yield from moved(rests)
        for rest in whole:
            yield from rest.missing()

    def _may_differ(self, segment: Segment) -> bool:
        """Whether a side has a value that counts; most segments have none."""
        ones, others = segment.source.text, segment.target.text
        return (
            _DIGIT.search(ones) is not None
            or _DIGIT.search(others) is not None
            or self.grammars[0].lexicon.counts(_words(segment.source))
            or self.grammars[1].lexicon.counts(_words(segment.target))
        )

    def _mentions(self, stretch: Stretch, passage: Passage) -> tuple[Mention, ...]:
        first = passage.whole.sides[stretch.side].sentences[:1]
        begins = stretch.sentences[:1] == first
        return mentions(stretch.text, self.grammars[stretch.side], begins=begins)

    def _known(self, number: int, said: Sequence[Sides], side: int) -> set[float]:
        """The numbers of a side in a passage, in whatever form."""
        found = {one for pair in said for mention in pair[side] for one in mention.numbers}
        return found | self._written(number, side)

    def _around(self, number: int, known: set[float], side: int) -> set[float]:
        """The same with those of the passages before and after it."""
        return known.union(*(self._written(near, side) for near in (number - 1, number + 1)))

    def _written(self, number: int, side: int) -> set[float]:
        if not 0 <= number < len(self.passages):
            return set()
        stretch = self.passages[number].whole.sides[side]
        if not stretch.sentences:
            return set()
        text = stretch.page.source.text[stretch.whole.start : stretch.whole.end]
        return numbers_in(text, self.grammars[side].pack.decimal)


def _words(stretch: Stretch) -> AbstractSet[str]:
    """The words of a stretch, the parts of joined ones too."""
    return set(_WORD.findall(stretch.text)) if "-" in stretch.text else stretch.forms


def changes(pair: AlignedPair) -> Iterator[Change]:
    """What the two versions of a page say differently in values, in the order of the source;
    raises `BadPack`."""
    passages = pair.passages
    if not passages:
        return
    first = passages[0].whole
    grammars = grammar_of(first.source.language), grammar_of(first.target.language)
    comparison = _Comparison(passages, grammars)
    for number in range(len(passages)):
        yield from comparison.of_passage(number)
