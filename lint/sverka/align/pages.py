"""Two pages -> their units matched, and the differences that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sverka.align.differences import Difference, differences
from sverka.align.evidence import Evidence, clues
from sverka.align.lexicon import Lexicon
from sverka.align.matching import Matching, match
from sverka.align.outline import PROSE_KINDS, Outline, outline
from sverka.align.passages import Passage, passages
from sverka.align.sentences import Bead, align_sentences
from sverka.page import Page

JUDGED = 400
"""Characters of prose that a page must have before its likeness says anything."""
UNLIKE = 0.35
"""Below this likeness two pages are no translations of each other."""


@dataclass(frozen=True)
class AlignedPair:
    """Two versions of one page with their units matched.

    ``likeness`` is the share of the prose, 0 to 1, that stands in units for whose match their
    words speak; None where there is too little prose to say. ``differences`` is empty for a
    pair that is no translation.
    """

    source: Page
    target: Page
    outlines: tuple[Outline, Outline]
    matching: Matching
    likeness: float | None
    differences: tuple[Difference, ...]
    lexicon: Lexicon

    @cached_property
    def beads(self) -> tuple[Bead, ...]:
        """The sentences of matched units, matched; in the order of the source."""
        return align_sentences(self.outlines, self.matching, self.lexicon)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The matched units as text to compare, in the order of the source; none of a pair that
        is no translation."""
        return passages(self.beads, self.outlines, self.lexicon) if self.is_translation else ()

    @cached_property
    def lengths(self) -> tuple[int, int]:
        """How many characters each side has in sentences that both say."""
        both = [one for passage in self.passages for one in passage.segments if one.is_whole]
        return sum([len(one.source.text) for one in both]), sum(
            [len(one.target.text) for one in both]
        )

    @property
    def is_translation(self) -> bool:
        """Whether the pages say the same by and large, as far as can be told."""
        return self.likeness is None or self.likeness >= UNLIKE


def align(source: Page, target: Page, lexicon: Lexicon) -> AlignedPair:
    """Match the units of two pages whose languages the lexicon's packs know."""
    words = lexicon.of(source.language, target.language)
    plain = lexicon.addresses
    outlines = (outline(source), outline(target))
    sides = tuple(
        [clues(one, unit, words, side, plain) for unit in one.units]
        for side, one in enumerate(outlines)
    )
    evidence = Evidence(outlines[0].units, outlines[1].units, (sides[0], sides[1]))
    matching = match(len(outlines[0].units), len(outlines[1].units), evidence)
    likeness = _likeness(outlines, matching, evidence)
    told = likeness is None or likeness >= UNLIKE
    found = differences(outlines, matching, lexicon) if told else ()
    return AlignedPair(source, target, outlines, matching, likeness, found, lexicon)


def _likeness(
    outlines: tuple[Outline, Outline], matching: Matching, evidence: Evidence
) -> float | None:
    lengths = [
        [len(unit.words) if unit.kind in PROSE_KINDS else 0 for unit in one.units]
        for one in outlines
    ]
    total = sum(lengths[0]) + sum(lengths[1])
    if min(sum(lengths[0]), sum(lengths[1])) < JUDGED:
        return None
    like = sum(lengths[0][i] + lengths[1][j] for i, j in matching.pairs if evidence.words(i, j) > 0)
    return like / total
