"""Matched units as text to compare: passages of segments, their words linked across languages.

A `Passage` is a unit of the one page with its counterpart, a `Segment` a sentence of it (or two)
with its counterpart. What one side says is a `Stretch`: plain prose in which every range leads
back to the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sverka.align.capitals import Capital, capitals
from sverka.align.kept import kept
from sverka.align.lexicon import Keys, Lexicon, PairLexicon, words_in
from sverka.align.outline import Outline, Unit
from sverka.align.sentences import Bead, Sentence
from sverka.align.sequence import Pair
from sverka.packs import Language
from sverka.page import Inline, Page
from sverka.span import Span
from sverka.wording import forms_of

_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_new = tuple.__new__  # a page has thousands of words, and `Word(...)` takes twice as long
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Word(NamedTuple):
    """A word of a stretch: ``start`` to ``end`` in its text, as it is written.

    ``keys`` are those under which the other language may have it (see `sverka.align.lexicon`),
    none for a word that says nothing; ``known`` when equivalents are known, so that it means
    something when none of them is there.
    """

    start: int
    end: int
    text: str
    keys: Keys
    known: bool


@dataclass(frozen=True)
class Stretch:
    """What one side says in a row of sentences; ``side`` is 0 (source) or 1 (target).

    ``text`` is their prose, with what stands between them in a block, and a line break between
    blocks. It may hold `sverka.page.OBJECT` for code and the like.
    """

    page: Page
    language: Language
    side: int
    sentences: tuple[Sentence, ...]
    lexicon: PairLexicon

    @kept
    def _runs(self) -> tuple[tuple[int, Sentence, int], ...]:
        """Where each block's part of the text begins, its first sentence, its end in the block."""
        runs, at = [], 0
        for _, group in groupby(self.sentences, key=lambda one: id(one.block)):
            members = list(group)
            runs.append((at, members[0], members[-1].end))
            at += members[-1].end - members[0].start + 1
        return tuple(runs)

    @kept
    def text(self) -> str:
        """The prose, "" where the side lacks it."""
        if len(self.sentences) == 1:
            return self.sentences[0].text
        return "\n".join(
            [first.block.prose.text[first.start : end] for _, first, end in self._runs]
        )

    @kept
    def capitals(self) -> tuple[Capital, ...]:
        """The words with a capital letter."""
        if len(self.sentences) == 1:
            return capitals(self.text, (0,))
        starts = [
            at + one.start - first.start
            for at, first, end in self._runs
            for one in self.sentences
            if one.block is first.block and first.start <= one.start <= end
        ]
        return capitals(self.text, starts)

    def span(self, start: int, end: int) -> Span:
        """The span in the file of ``text[start:end]`` (``start < end``)."""
        return Span(self._place(start).start, self._place(end - 1).end)

    def _place(self, at: int) -> Span:
        number = max(bisect_right(self._runs, at, key=lambda run: run[0]) - 1, 0)
        begin, first, end = self._runs[number]
        # The line break between two blocks stands nowhere: it counts to the block before it.
        offset = min(first.start + at - begin, end - 1)
        return first.block.prose.span(offset, offset + 1)

    @kept
    def whole(self) -> Span:
        """The span of all sentences; raises ValueError for an empty stretch."""
        if not self.sentences:
            raise ValueError("an empty stretch stands nowhere")
        return Span(self.sentences[0].span.start, self.sentences[-1].span.end)

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """The links, images, code that stand in the sentences."""
        blocks = {id(one.block): one.block for one in self.sentences}
        return tuple(
            inline
            for block in blocks.values()
            for inline in block.inlines
            if any(one.block is block and one.span.covers(inline.span) for one in self.sentences)
        )

    @kept
    def lower(self) -> Sequence[str]:
        """The words in lower case, hyphenated ones as a whole, in the order of the text."""
        return words_in(self.text.lower())

    @kept
    def forms(self) -> frozenset[str]:
        """The words as phrases are compared with them, see `sverka.wording`."""
        letters = self.language.fold
        joined = "" if not letters and self.text.isascii() else "\n".join(self.lower)
        if any(letter in joined for letter in (_APOSTROPHE, *letters)):
            return forms_of(self.text, self.language)
        return frozenset(self.lower)

    @kept
    def words(self) -> tuple[Word, ...]:
        """All words, function words too; a hyphenated one has its parts' keys as well."""
        looks = self.lexicon.looks[self.side]
        return tuple(
            [
                _new(Word, (*match.span(), written := match[0], *looks[written]))
                for match in _WORD.finditer(self.text)
            ]
        )


@dataclass(frozen=True)
class Segment:
    """Sentences that say the same. One side is empty where the other's has no counterpart;
    ``place`` is then where it belongs on the lacking side (an empty span)."""

    source: Stretch
    target: Stretch
    place: Span | None = None

    @property
    def sides(self) -> tuple[Stretch, Stretch]:
        """Source and target."""
        return self.source, self.target

    @property
    def is_whole(self) -> bool:
        """Whether both sides say something."""
        return self.place is None

    @kept
    def links(self) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
        """For each word of the source the numbers of the target's words that may be its
        translation, and the other way round."""
        ones, others = self.source.words, self.target.words
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(others):
            for key in word.keys:
                places[key].append(number)
        there = frozenset(places)
        forth = [_hits(word.keys & there, places) for word in ones]
        back: dict[int, list[int]] = {}
        for number, hits in enumerate(forth):
            for hit in hits:
                if hit in back:
                    back[hit].append(number)
                else:
                    back[hit] = [number]
        return tuple(forth), tuple(
            [tuple(back[hit]) if hit in back else () for hit in range(len(others))]
        )

    @kept
    def literal(self) -> float:
        """How literally the one side translates the other: the share, 0 to 1, of the words with
        known equivalents, of both sides, that have one there. 1.0 where there are none."""
        known = [
            bool(hits)
            for stretch, links in zip(self.sides, self.links, strict=True)
            for word, hits in zip(stretch.words, links, strict=True)
            if word.known
        ]
        return sum(known) / len(known) if known else 1.0


def _hits(keys: Keys, places: Mapping[str, list[int]]) -> tuple[int, ...]:
    """Where any of the keys stands."""
    if len(keys) < 2:
        return tuple(places[next(iter(keys))]) if keys else ()
    return tuple(sorted({hit for key in keys for hit in places[key]}))


@dataclass(frozen=True)
class Passage:
    """A unit with its counterpart (more than one unit of a side, where the other side has joined
    them): as a ``whole``, and its ``segments`` in the order of the source. ``units`` are the
    matched units themselves."""

    units: tuple[Unit, Unit]
    whole: Segment
    segments: tuple[Segment, ...]


def passages(
    beads: Iterable[Bead], outlines: tuple[Outline, Outline], lexicon: Lexicon
) -> tuple[Passage, ...]:
    """The passages that the beads of a pair make up."""
    pages = (outlines[0].page, outlines[1].page)
    words = lexicon.of(pages[0].language, pages[1].language)
    languages = [lexicon.packs.languages[page.language] for page in pages]

    def segment(
        source: tuple[Sentence, ...], target: tuple[Sentence, ...], place: Span | None
    ) -> Segment:
        ones = Stretch(pages[0], languages[0], 0, source, words)
        return Segment(ones, Stretch(pages[1], languages[1], 1, target, words), place)

    def passage(units: Pair, members: Sequence[Bead]) -> Passage:
        parts = tuple(segment(one.source, one.target, one.place) for one in members)
        whole = segment(
            tuple(sentence for one in members for sentence in one.source),
            tuple(sentence for one in members for sentence in one.target),
            None,
        )
        ends = (outlines[0].units[units[0]], outlines[1].units[units[1]])
        return Passage(ends, parts[0] if len(parts) == 1 else whole, parts)

    grouped = groupby(beads, key=lambda bead: bead.units)
    return tuple(passage(units, list(members)) for units, members in grouped)
