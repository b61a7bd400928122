"""The sentences of matched units, matched with one another.

Sentences are merged and split in translation, so a `Bead` holds one or two of a side, or none:
then the other side's sentence is missing here. Sentences are never matched across units, but
for a paragraph that the other version joins to its neighbour.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sverka.align.evidence import NO_CLUES, Clues, Evidence, prose_clues
from sverka.align.lexicon import Lexicon
from sverka.align.matching import Matching
from sverka.align.outline import PROSE_KINDS, Outline, Unit
from sverka.align.sequence import Pair
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
FEW = 8
"""Fewer sentences than this show too little of what turns up by chance: then those that need no
matching are counted, too."""


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

    units: Pair
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


def align_sentences(
    outlines: tuple[Outline, Outline], matching: Matching, lexicon: Lexicon
) -> tuple[Bead, ...]:
    """The beads of all matched units of prose, in the order of the source."""
    sides = (_Side(outlines[0], lexicon), _Side(outlines[1], lexicon))
    groups = [
        (pair, ranges)
        for pair in matching.pairs
        if any(ranges := _ranges(pair, matching, sides)) and _is_prose(pair, outlines)
    ]
    evidence = _evidence(groups, sides, lexicon)
    beads: list[Bead] = []
    for units, ranges in groups:
        single = len(ranges[0]) == len(ranges[1]) == 1
        steps = (((0, 1), (0, 1)),) if single else _match(ranges[0], ranges[1], evidence)
        beads.extend(_bead(units, sides, ranges, step) for step in steps)
    return tuple(beads)


Step = tuple[tuple[int, int], tuple[int, int]]
"""For each side which of its sentences, as a half-open range."""
_Ranges = tuple[list[int], list[int]]


class _Side:
    """All sentences of one page's prose units, numbered through."""

    def __init__(self, outline: Outline, lexicon: Lexicon) -> None:
        language = lexicon.packs.languages[outline.page.language]
        self.outline = outline
        self.sentences: list[Sentence] = []
        self.units: list[Unit] = []
        self._ranges: dict[int, range] = {}
        for number, unit in enumerate(outline.units):
            if unit.kind not in PROSE_KINDS:
                continue
            found = sentences_of(unit, language)
            self._ranges[number] = range(len(self.sentences), len(self.sentences) + len(found))
            self.sentences += found
            self.units += [unit] * len(found)

    def range_of(self, unit: int, parts: dict[int, int], whole: int) -> list[int]:
        """The numbers of a unit's sentences, and of those joined to it on the other side:
        ``parts`` as in `Matching`, ``whole`` the other side's unit."""
        units = [unit]
        step = unit - 1
        while parts.get(step) == whole:
            units.insert(0, step)
            step -= 1
        step = unit + 1
        while parts.get(step) == whole:
            units.append(step)
            step += 1
        return [number for one in units for number in self._ranges.get(one, ())]

    def clues(self, number: int, lexicon: Lexicon, languages: tuple[str, str], side: int) -> Clues:
        """What a sentence offers as evidence."""
        sentence = self.sentences[number]
        inlines = sentence.block.inlines
        inside = [one for one in inlines if sentence.span.covers(one.span)] if inlines else ()
        text = self.outline.page.source.text
        words = lexicon.of(*languages)
        return prose_clues(sentence.text, inside, text, words, side, lexicon.addresses)


def _is_prose(pair: Pair, outlines: tuple[Outline, Outline]) -> bool:
    return all(outlines[side].units[pair[side]].kind in PROSE_KINDS for side in (0, 1))


def _ranges(pair: Pair, matching: Matching, sides: tuple[_Side, _Side]) -> _Ranges:
    i, j = pair
    return (
        sides[0].range_of(i, matching.parts[0], j),
        sides[1].range_of(j, matching.parts[1], i),
    )


@dataclass(frozen=True)
class _Weights:
    """Evidence, and the logarithm of each sentence's length."""

    evidence: Evidence
    lengths: tuple[Sequence[float], Sequence[float]]


def _evidence(
    groups: Sequence[tuple[Pair, _Ranges]], sides: tuple[_Side, _Side], lexicon: Lexicon
) -> _Weights:
    """The evidence for the sentences that need matching.

    What turns up by chance is counted over all of them: a paragraph is too short. The lone
    sentences of units that have one each only cost time, where there are others enough.
    """
    wanted: tuple[set[int], set[int]] = (set(), set())
    total = sum(len(ranges[0]) for _, ranges in groups if not _lone(ranges))
    for _, ranges in groups:
        if not _lone(ranges) or 0 < total < FEW:
            wanted[0].update(ranges[0])
            wanted[1].update(ranges[1])
    languages = (sides[0].outline.page.language, sides[1].outline.page.language)
    clues = tuple(
        [
            side.clues(number, lexicon, languages, which) if number in wanted[which] else NO_CLUES
            for number in range(len(side.sentences))
        ]
        for which, side in enumerate(sides)
    )
    evidence = Evidence(sides[0].units, sides[1].units, (clues[0], clues[1]), ABSENCE)
    lengths = tuple([math.log(clue.length + 4) for clue in side] for side in clues)
    return _Weights(evidence, (lengths[0], lengths[1]))


def _lone(ranges: _Ranges) -> bool:
    return len(ranges[0]) <= 1 and len(ranges[1]) <= 1


def _match(ones: list[int], others: list[int], weights: _Weights) -> tuple[Step, ...]:
    """The best beads of two rows of sentences, in order (Gale and Church's shapes)."""
    best: dict[Pair, tuple[float, Pair]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(ones) + 1):
        for j in range(len(others) + 1):
            for di, dj in SHAPES:
                before = best.get((i - di, j - dj))
                if before is None:
                    continue
                value = before[0] + _weight(ones[i - di : i], others[j - dj : j], weights)
                if (i, j) not in best or value > best[i, j][0]:
                    best[i, j] = (value, (di, dj))
    steps: list[Step] = []
    i, j = len(ones), len(others)
    while i or j:
        di, dj = best[i, j][1]
        steps.append(((i - di, i), (j - dj, j)))
        i, j = i - di, j - dj
    return tuple(reversed(steps))


def _weight(ones: list[int], others: list[int], weights: _Weights) -> float:
    if not ones or not others:
        return -SKIP
    evidence = weights.evidence
    sizes = [
        math.log(sum(math.exp(weights.lengths[side][number]) for number in numbers))
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


def _bead(units: Pair, sides: tuple[_Side, _Side], ranges: _Ranges, step: Step) -> Bead:
    found = tuple(
        tuple(side.sentences[number] for number in numbers[start:end])
        for side, numbers, (start, end) in zip(sides, ranges, step, strict=True)
    )
    lacking = 0 if not found[0] else 1 if not found[1] else -1
    place = None
    if lacking >= 0:
        before = step[lacking][0] - 1
        unit = sides[lacking].outline.units[units[lacking]]
        sentences = sides[lacking].sentences
        start = sentences[ranges[lacking][before]].span.end if before >= 0 else unit.text.start
        place = Span(start, start)
    return Bead(units, found[0], found[1], place)
