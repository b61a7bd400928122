"""Two versions of a page -> which unit of the one is which of the other, and what has none."""

from sverka.align.differences import Difference, Lack
from sverka.align.lexicon import Lexicon, learn
from sverka.align.pages import AlignedPair, align

__all__ = ["AlignedPair", "Difference", "Lack", "Lexicon", "align", "learn"]
