"""Which pages are versions of one another, and in what language each is."""

from sverka.pairing.languages import name_languages
from sverka.pairing.order import Pairing, pair_pages
from sverka.pairing.patterns import PairPattern

__all__ = ["PairPattern", "Pairing", "name_languages", "pair_pages"]
