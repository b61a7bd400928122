"""The sentences of matched units, matched with one another.

Sentences are merged and split in translation, so a `Bead` holds one or two of a side, or none:
then the other side's sentence is missing here. Sentences are never matched across units.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.align.evidence import Clues, Evidence, prose_clues
from sverka.align.lexicon import Lexicon
from sverka.align.outline import Outline, Unit
from sverka.align.pages import PROSE_KINDS, AlignedPair
from sverka.packs import Language
from sverka.page import Block
from sverka.sentences import Stops, split
from sverka.span import Span

ABSENCE = 1.0
"""Within matched units what is absent says as much as what is there."""
SKIP = 2.2
"""What a sentence without counterpart costs."""
JOIN = 3.0
"""What it costs that two sentences are one on the other side."""
UNLIKE = -3.5
"""The least that one sentence for one sentence may score: it was rewritten."""
PART = 3.0
"""How much of a part of a joined sentence must be found in the whole."""
SHAPES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: its span in the file and ``start`` to ``end`` in the block's
    prose."""

    span: Span
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence's prose."""
        return self.block.prose.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same; ``units`` are the numbers of the units they stand in.

    One side is empty where the other's sentence has no counterpart. ``place`` is then where it
    belongs: the end of the sentence before it on the lacking side, or the unit's start.
    """

    units: tuple[int, int]
    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    place: Span | None = None


def sentences_of(unit: Unit, language: Language) -> list[Sentence]:
    """The sentences of a unit, in the order of the text."""
    stops = Stops(language.abbreviations, language.closing, language.numbered)
    return [
        Sentence(leaf.prose.span(start, end), leaf, start, end)
        for leaf in unit.leaves
        for start, end in split(leaf.prose.text, stops)
    ]


def align_sentences(pair: AlignedPair, lexicon: Lexicon) -> tuple[Bead, ...]:
    """The beads of all matched units of prose, in the order of the source."""
    sides = (_Side(pair.outlines[0], lexicon, pair, 0), _Side(pair.outlines[1], lexicon, pair, 1))
    # What turns up by chance is counted over all sentences of the page: a paragraph is too short.
    evidence = Evidence(sides[0].units, sides[1].units, (sides[0].clues, sides[1].clues), ABSENCE)
    lengths = tuple([math.log(clue.length + 4) for clue in side.clues] for side in sides)
    beads: list[Bead] = []
    for i, j in pair.matching.pairs:
        ranges = (sides[0].range_of(i), sides[1].range_of(j))
        if not ranges[0] and not ranges[1]:
            continue
        for ones, others in _match(ranges[0], ranges[1], evidence, (lengths[0], lengths[1])):
            beads.append(_bead((i, j), sides, ones, others, ranges))
    return tuple(beads)


class _Side:
    """All sentences of one page's prose units, numbered through."""

    def __init__(self, outline: Outline, lexicon: Lexicon, pair: AlignedPair, side: int) -> None:
        language = lexicon.packs.languages[outline.page.language]
        words = lexicon.of(pair.source.language, pair.target.language)
        text = outline.page.source.text
        self.outline = outline
        self.sentences: list[Sentence] = []
        self.units: list[Unit] = []
        self.clues: list[Clues] = []
        self._ranges: dict[int, range] = {}
        for number, unit in enumerate(outline.units):
            if unit.kind not in PROSE_KINDS:
                continue
            found = sentences_of(unit, language)
            self._ranges[number] = range(len(self.sentences), len(self.sentences) + len(found))
            for sentence in found:
                inside = [one for one in sentence.block.inlines if sentence.span.covers(one.span)]
                self.sentences.append(sentence)
                self.units.append(unit)
                self.clues.append(
                    prose_clues(sentence.text, inside, text, words, side, lexicon.addresses)
                )

    def range_of(self, unit: int) -> range:
        """The numbers of a unit's sentences."""
        return self._ranges.get(unit, range(0))


def _match(
    ones: range, others: range, evidence: Evidence, lengths: tuple[Sequence[float], Sequence[float]]
) -> Iterator[tuple[range, range]]:
    """The best beads of two rows of sentences, in order (Gale and Church's shapes)."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(ones) + 1):
        for j in range(len(others) + 1):
            for di, dj in SHAPES:
                before = best.get((i - di, j - dj))
                if before is None:
                    continue
                part = ones[i - di : i], others[j - dj : j]
                value = before[0] + _weight(part[0], part[1], evidence, lengths)
                if (i, j) not in best or value > best[i, j][0]:
                    best[i, j] = (value, (di, dj))
    steps: list[tuple[range, range]] = []
    i, j = len(ones), len(others)
    while i or j:
        di, dj = best[i, j][1]
        steps.append((ones[i - di : i], others[j - dj : j]))
        i, j = i - di, j - dj
    yield from reversed(steps)


def _weight(
    ones: range, others: range, evidence: Evidence, lengths: tuple[Sequence[float], Sequence[float]]
) -> float:
    if not ones or not others:
        return -SKIP
    sizes = [
        math.log(sum(math.exp(lengths[side][number]) for number in numbers))
        for side, numbers in enumerate((ones, others))
    ]
    value = evidence.together(ones, others) + _size_fit(sizes[0], sizes[1])
    if len(ones) + len(others) == 2:
        return max(value, UNLIKE)
    # Both parts of a joined sentence must be found in it: else one of them is missing there.
    parts = [evidence.found(i, j, 0 if len(ones) > 1 else 1) for i in ones for j in others]
    return value - JOIN if min(parts) > PART else -math.inf


def _size_fit(one: float, other: float) -> float:
    """What the lengths of two stretches, as logarithms, add to their score."""
    spread = 0.22 + 1.3 / math.sqrt(math.exp(min(one, other)))
    return 0.6 - 0.5 * ((one - other) / spread) ** 2


def _bead(
    units: tuple[int, int],
    sides: tuple[_Side, _Side],
    ones: range,
    others: range,
    ranges: tuple[range, range],
) -> Bead:
    found = tuple(
        tuple(side.sentences[number] for number in numbers)
        for side, numbers in zip(sides, (ones, others), strict=True)
    )
    lacking = 0 if not ones else 1 if not others else -1
    place = None
    if lacking >= 0:
        numbers, whole = (ones, others)[lacking], ranges[lacking]
        unit = sides[lacking].outline.units[units[lacking]]
        before = numbers.start - 1
        start = sides[lacking].sentences[before].span.end if before in whole else unit.text.start
        place = Span(start, start)
    return Bead(units, found[0], found[1], place)
