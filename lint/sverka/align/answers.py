"""What answers the words of one version of a page in the other: in the passage, or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from sverka.align.lexicon import NO_KEYS, Keys
from sverka.align.outline import PROSE_KINDS
from sverka.align.pages import AlignedPair
from sverka.align.passages import Passage, Stretch, Word
from sverka.page import InlineKind

SHARE = 0.5
"""With more of its words than this close together on the page, a sentence is said there."""
CLOSE = 4
"""Sentences, or units without counterpart, that are close together."""
USUAL = 0.5
"""How literal a translation is before any of its words has been looked at."""


class _Said(NamedTuple):
    """What the other version says at ``at`` and what its counterpart says here; the ``passage``
    is none for a unit without counterpart."""

    at: int
    keys: Keys
    counterpart: Keys
    passage: Passage | None


class Elsewhere:
    """All that the other version of a page says, to find there what side 0 (source) or 1
    (target) says."""

    def __init__(self, pair: AlignedPair, side: int) -> None:
        self._pair = pair
        self._side = side

    def says(self, words: Sequence[Word], passage: Passage) -> bool:
        """Whether most of the words stand close together outside their passage, and not because
        the counterpart of what stands there has them, too."""
        wanted = list(dict.fromkeys(word.keys for word in words if word.known))
        hits = [
            set[int]()
            if said.passage is passage
            else {
                number
                for number, keys in enumerate(wanted)
                if not keys.isdisjoint(said.keys) and keys.isdisjoint(said.counterpart)
            }
            for said in self._said
        ]
        return any(
            len(set[int]().union(*hits[first : first + CLOSE])) > SHARE * len(wanted)
            for first in range(len(hits))
        )

    @cached_property
    def _said(self) -> list[_Said]:
        here, there = self._side, 1 - self._side
        found = [
            _Said(
                stretch.sentences[0].span.start,
                _keys(stretch.words),
                _keys(segment.sides[here].words),
                passage,
            )
            for passage in self._pair.passages
            for segment in passage.segments
            if (stretch := segment.sides[there]).sentences
        ]
        matching = self._pair.matching
        matched = {pair[there] for pair in matching.pairs} | matching.parts[there].keys()
        words = self._pair.lexicon.of(self._pair.source.language, self._pair.target.language)
        looks = words.looks[there]
        for number, unit in enumerate(self._pair.outlines[there].units):
            if number not in matched and unit.kind in PROSE_KINDS:
                keys = [looks[word][0] for word in words.words(unit.words)]
                found.append(_Said(unit.text.start, NO_KEYS.union(*keys), NO_KEYS, None))
        return sorted(found, key=lambda said: said.at)


def _keys(words: Iterable[Word]) -> Keys:
    return NO_KEYS.union(*[word.keys for word in words])


def are_said(words: Sequence[Word], there: Stretch) -> bool:
    """Whether any of the words is found in a stretch of the other side."""
    return not _keys(words).isdisjoint(_keys(there.words))


def copied(text: str) -> frozenset[str]:
    """The words and numbers that both versions may write alike."""
    return frozenset(_AS_IT_IS.findall(text.lower()))


def copies(there: Stretch) -> frozenset[str]:
    """Those of all that stands in a stretch, code and addresses too."""
    return copied(there.whole.of(there.page.source.text) if there.sentences else "")


def literal_share(hits: int, of: int, weight: int) -> float:
    """How literal a translation is in which so many words are found, and what is usual."""
    return (hits + USUAL * weight) / (of + weight)


class Answers:
    """What in a passage answers the words of one side."""

    def __init__(self, passage: Passage, side: int) -> None:
        self.passage = passage
        self._side = side
        self._links = passage.whole.links[side]
        self._copied = copies(passage.whole.sides[1 - side])
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
        return literal_share(sum(hits), len(hits), weight=6)


_NUMBER = re.compile(r"\d+")
_AS_IT_IS = re.compile(r"[^\W\d_]{3,}|\d+")


def _things(stretch: Stretch) -> set[str]:
    """The numbers and the code of a stretch: they are the same in any language."""
    text = stretch.page.source.text
    code = {one.text.of(text) for one in stretch.inlines if one.kind is InlineKind.CODE}
    return code | set(_NUMBER.findall(stretch.text))
