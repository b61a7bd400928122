"""What two matched pages do not have in common, each cause once.

A `Difference` is no finding yet: it says what is where, and the checks put it into words.
"""

from __future__ import annotations

from sverka.align.difference import Difference, Lack
from sverka.align.gaps import gap_differences
from sverka.align.inlines import inline_differences
from sverka.align.lexicon import Lexicon
from sverka.align.matching import Matching
from sverka.align.outline import Outline
from sverka.align.shapes import shape_differences

__all__ = ["Difference", "Lack", "differences"]


def differences(
    outlines: tuple[Outline, Outline],
    matching: Matching,
    lexicon: Lexicon,
) -> tuple[Difference, ...]:
    """All differences of two outlines, in the order of the lacking side's text."""
    source, target = (one.page.language for one in outlines)
    gaps = gap_differences(outlines, matching, lexicon.untitled)
    shapes = shape_differences(outlines, matching)
    inlines = inline_differences(outlines, matching, lexicon.addresses, lexicon.of(source, target))
    found = [*gaps, *shapes, *inlines]
    return tuple(sorted(found, key=lambda one: (one.side, one.place, one.lack, one.there)))
