"""What the two sides of matched text have of a termbase's concepts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sverka.align.passages import Segment, Stretch, Word
from sverka.termbase import Index, Match
from sverka.termbase.matching import longest

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Use:
    """A place of a text where terms stand: of one concept, or of several that share a word."""

    start: int
    end: int
    concepts: frozenset[int]
    matches: tuple[Match, ...]

    @property
    def is_good(self) -> bool:
        """Whether one of the concepts wants, or puts up with, what stands here."""
        return any(match.is_good for match in self.matches)


@dataclass(frozen=True)
class Side:
    """The terms in a stretch."""

    stretch: Stretch
    matches: tuple[Match, ...]

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """The places where terms stand that are no part of a longer one, and that are hardly
        anything else."""
        places: dict[Range, list[Match]] = {}
        for match in longest(self.matches):
            if match.sure:
                places.setdefault((match.start, match.end), []).append(match)
        return tuple(
            Use(*place, frozenset(one.concept for one in found), tuple(found))
            for place, found in sorted(places.items())
        )

    def of(self, concepts: frozenset[int]) -> list[Use]:
        """The uses of one of the concepts."""
        return [use for use in self.uses if use.concepts & concepts]

    def good(self, concepts: frozenset[int]) -> set[Range]:
        """The places where a wanted term of one of the concepts may stand, also inside of
        another term or word, but of none that is forbidden for them."""
        mine = [one for one in self.matches if one.concept in concepts]
        bad = [one for one in mine if not one.is_good]
        return {
            (one.start, one.end)
            for one in mine
            if one.is_good and not any(one.inside(other) for other in bad)
        }

    def quote(self, use: Use) -> str:
        """What stands there."""
        return self.stretch.text[use.start : use.end]


Sides = tuple[Side, Side]


def sides(segment: Segment, indexes: tuple[Index, Index]) -> Sides:
    """The terms on both sides."""
    source, target = segment.sides
    return (
        Side(source, indexes[0].find(source.text)),
        Side(target, indexes[1].find(target.text)),
    )


def linked(segment: Segment, side: int, place: Range) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The words that stand in a place of one side, and their numbers on the other side: pairs of
    a word's number and the numbers of what may be its translation."""
    words, links = segment.sides[side].words, segment.links[side]
    for number, word in enumerate(words):
        if inside(word, place):
            yield number, links[number]


def inside(word: Word, place: Range) -> bool:
    """Whether a word of a stretch stands in a place of its text."""
    return word.start < place[1] and place[0] < word.end
