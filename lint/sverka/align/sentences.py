"""The sentences of matched units, matched with one another.

Sentences are merged and split in translation, so a `Bead` holds one or two of a side, or none:
then the other side's sentence is missing here. Sentences are never matched across units, but
for a paragraph that the other version joins to its neighbour.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sverka.align.evidence import prose_clues, worded
from sverka.align.lexicon import Lexicon, PairLexicon
from sverka.align.matching import Matching
from sverka.align.outline import PROSE_KINDS, Outline, Unit
from sverka.align.sequence import Pair
from sverka.align.tally import NO_CLUES, Clues, Tally
from sverka.packs import Language
from sverka.page import Block, Inline
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
FEW = 8
"""Fewer sentences than this show too little of what turns up by chance: then those that need no
matching are counted, too."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: ``start`` to ``end`` in its prose."""

    block: Block
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands in the file."""
        return self.block.prose.span(self.start, self.end)

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
    return _sentences(unit, _stops(language))


def _stops(language: Language) -> Stops:
    return Stops(language.abbreviations, language.closing, language.numbered)


def _sentences(unit: Unit, stops: Stops) -> list[Sentence]:
    return [
        Sentence(leaf, start, end)
        for leaf in unit.leaves
        if (prose := leaf.prose.text)
        for start, end in split(prose, stops)
    ]


def align_sentences(
    outlines: tuple[Outline, Outline], matching: Matching, lexicon: Lexicon
) -> tuple[Bead, ...]:
    """The beads of all matched units of prose, in the order of the source."""
    sides = (_Side(outlines[0], lexicon), _Side(outlines[1], lexicon))
    groups = [
        (pair, ranges)
        for pair in matching.pairs
        if _is_prose(pair, outlines) and any(ranges := _ranges(pair, matching, sides))
    ]
    evidence = _evidence(groups, sides, lexicon)
    beads: list[Bead] = []
    for units, ranges in groups:
        if len(ranges[0]) == len(ranges[1]) == 1:
            one, other = (side.sentences[n] for side, (n,) in zip(sides, ranges, strict=True))
            beads.append(Bead(units, (one,), (other,)))
            continue
        steps = _match(ranges[0], ranges[1], evidence)
        beads += [_bead(units, sides, ranges, step) for step in steps]
    return tuple(beads)


Step = tuple[tuple[int, int], tuple[int, int]]
"""For each side which of its sentences, as a half-open range."""
_Ranges = tuple[list[int], list[int]]


class _Side:
    """All sentences of one page's prose units, numbered through."""

    def __init__(self, outline: Outline, lexicon: Lexicon) -> None:
        stops = _stops(lexicon.packs.languages[outline.page.language])
        self.outline = outline
        self.sentences: list[Sentence] = []
        self._ranges: dict[int, range] = {}
        for number, unit in enumerate(outline.units):
            if unit.kind not in PROSE_KINDS:
                continue
            found = _sentences(unit, stops)
            self._ranges[number] = range(len(self.sentences), len(self.sentences) + len(found))
            self.sentences += found

    def range_of(self, unit: int, parts: dict[int, int], whole: int) -> list[int]:
        """The numbers of a unit's sentences, and of those joined to it on the other side:
        ``parts`` as in `Matching`, ``whole`` the other side's unit."""
        if not parts:
            return list(self._ranges.get(unit, ()))
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

    def clues(self, number: int, lexicon: Lexicon, words: PairLexicon, side: int) -> Clues:
        """What a sentence offers as evidence."""
        sentence = self.sentences[number]
        inside: Sequence[Inline] = sentence.block.inlines
        if inside:
            span = sentence.span
            inside = [one for one in inside if span.covers(one.span)]
        if not inside:
            prose = sentence.text
            return worded(prose, words.words(prose), words.terms[side])
        text = self.outline.page.source.text
        return prose_clues(sentence.text, inside, text, words, side, lexicon.addresses)


def _is_prose(pair: Pair, outlines: tuple[Outline, Outline]) -> bool:
    one, other = outlines
    return one.units[pair[0]].kind in PROSE_KINDS and other.units[pair[1]].kind in PROSE_KINDS


def _ranges(pair: Pair, matching: Matching, sides: tuple[_Side, _Side]) -> _Ranges:
    i, j = pair
    return (
        sides[0].range_of(i, matching.parts[0], j),
        sides[1].range_of(j, matching.parts[1], i),
    )


@dataclass(frozen=True)
class _Weights:
    """Evidence, and the length of each sentence in characters, a little added."""

    evidence: Tally
    lengths: tuple[Sequence[int], Sequence[int]]


def _evidence(
    groups: Sequence[tuple[Pair, _Ranges]], sides: tuple[_Side, _Side], lexicon: Lexicon
) -> _Weights:
    """The evidence for the sentences that need matching.

    What turns up by chance is counted over all of them: a paragraph is too short. The lone
    sentences of units that have one each only cost time, where there are others enough.
    """
    wanted: tuple[dict[int, int], dict[int, int]] = ({}, {})
    total = sum(len(ranges[0]) for _, ranges in groups if not _lone(ranges))
    for group, (_, ranges) in enumerate(groups):
        if not _lone(ranges) or 0 < total < FEW:
            wanted[0].update(dict.fromkeys(ranges[0], group))
            wanted[1].update(dict.fromkeys(ranges[1], group))
    words = lexicon.of(sides[0].outline.page.language, sides[1].outline.page.language)
    clues = tuple(
        [
            side.clues(number, lexicon, words, which) if number in wanted[which] else NO_CLUES
            for number in range(len(side.sentences))
        ]
        for which, side in enumerate(sides)
    )
    ones, others = (
        [into.get(n, -1) for n in range(len(side.sentences))]
        for into, side in zip(wanted, sides, strict=True)
    )
    evidence = Tally((clues[0], clues[1]), ABSENCE, (ones, others))
    lengths = tuple([clue.length + 4 for clue in side] for side in clues)
    return _Weights(evidence, (lengths[0], lengths[1]))


def _lone(ranges: _Ranges) -> bool:
    return len(ranges[0]) <= 1 and len(ranges[1]) <= 1


def _match(ones: list[int], others: list[int], weights: _Weights) -> tuple[Step, ...]:
    """The best beads of two rows of sentences, in order (Gale and Church's shapes)."""
    best = [[(0.0, (0, 0))] * (len(others) + 1) for _ in range(len(ones) + 1)]
    for i in range(len(ones) + 1):
        for j in range(len(others) + 1):
            if i or j:
                best[i][j] = _way(i, j, best, (ones, others), weights)
    steps: list[Step] = []
    i, j = len(ones), len(others)
    while i or j:
        di, dj = best[i][j][1]
        steps.append(((i - di, i), (j - dj, j)))
        i, j = i - di, j - dj
    return tuple(reversed(steps))


_Way = tuple[float, Pair]


def _way(
    i: int, j: int, best: list[list[_Way]], rows: tuple[list[int], list[int]], weights: _Weights
) -> _Way:
    """The best way to end at the first i sentences of the one row and the first j of the other:
    what the whole scores, and the last step. Of equally good ways the first counts."""
    most, last = -math.inf, (0, 0)
    ones, others = rows
    if i and j:
        most, last = best[i - 1][j - 1][0] + _weight(ones[i - 1], others[j - 1], weights), (1, 1)
    if i and (value := best[i - 1][j][0] - SKIP) > most:
        most, last = value, (1, 0)
    if j and (value := best[i][j - 1][0] - SKIP) > most:
        most, last = value, (0, 1)
    if i > 1 and j:
        joined = _joined(ones[i - 2 : i], others[j - 1], 0, weights)
        if (value := best[i - 2][j - 1][0] + joined) > most:
            most, last = value, (2, 1)
    if i and j > 1:
        joined = _joined(others[j - 2 : j], ones[i - 1], 1, weights)
        if (value := best[i - 1][j - 2][0] + joined) > most:
            most, last = value, (1, 2)
    return most, last


def _weight(one: int, other: int, weights: _Weights) -> float:
    """What speaks for two sentences being each other's translation."""
    fit = _size_fit(weights.lengths[0][one], weights.lengths[1][other])
    return max(weights.evidence.words(one, other) + fit, UNLIKE)


def _joined(parts: list[int], whole: int, side: int, weights: _Weights) -> float:
    """What speaks for two sentences of a side being one of the other side."""
    evidence = weights.evidence
    # Both must be found in it: else one of them is missing there.
    for part in parts:
        pair = (part, whole) if side == 0 else (whole, part)
        if evidence.found(*pair, side) <= PART:
            return -math.inf
    length = sum(weights.lengths[side][part] for part in parts)
    met = evidence.together(*((parts, [whole]) if side == 0 else ([whole], parts)))
    return met + _size_fit(length, weights.lengths[1 - side][whole]) - JOIN


def _size_fit(one: int, other: int) -> float:
    """What the lengths of two stretches add to their score."""
    spread = 0.22 + 1.3 / math.sqrt(min(one, other))
    return 0.6 - 0.5 * (math.log(one / other) / spread) ** 2


def _bead(units: Pair, sides: tuple[_Side, _Side], ranges: _Ranges, step: Step) -> Bead:
    found = [
        tuple([side.sentences[number] for number in numbers[start:end]])
        for side, numbers, (start, end) in zip(sides, ranges, step, strict=True)
    ]
    lacking = 0 if not found[0] else 1 if not found[1] else -1
    place = None
    if lacking >= 0:
        before = step[lacking][0] - 1
        unit = sides[lacking].outline.units[units[lacking]]
        sentences = sides[lacking].sentences
        start = sentences[ranges[lacking][before]].span.end if before >= 0 else unit.text.start
        place = Span(start, start)
    return Bead(units, found[0], found[1], place)
