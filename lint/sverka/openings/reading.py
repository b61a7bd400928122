"""What is read of an item of a list, and what reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sverka.openings.data import Form, Grammar


@dataclass(frozen=True, slots=True)
class Opening:
    """How an item opens.

    ``form`` is None where nothing can be told; ``sure`` is False where it is told by what the
    words are mostly: enough to count with others, too little to be called wrong. ``perhaps`` are
    forms that an item without a ``form`` may have. ``cases`` are all that the first noun may stand
    in, ``likely`` those that it mostly does; both are empty where the language has none or they
    cannot be told.
    """

    form: Form | None = None
    sure: bool = False
    perhaps: frozenset[Form] = frozenset()
    cases: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()


NOTHING = Opening()


class Reader(Protocol):
    """Reads the items of a language; ``known`` is what its pack says of lists."""

    known: Grammar

    def opening(self, item: str) -> Opening:
        """How an item opens; ``item`` is its first sentence as a reader sees it."""
        ...

    def has_predicate(self, sentence: str) -> bool:
        """Whether a sentence of a text seems a whole one, with a finite verb or an imperative."""
        ...

    def refers(self, sentence: str, item: str) -> bool:
        """Whether a sentence speaks of what the item before it names."""
        ...
