"""Possible pairs, and how the best of them are chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sverka.page import Page
from sverka.site import Pair


class Candidate(NamedTuple):
    """Two pages that may be versions of one, in any order. ``confidence`` is 0 to 1;
    ``distance`` tells equal ones apart, the nearer is the better."""

    one: Page
    other: Page
    confidence: float
    distance: int = 0


@dataclass
class Ledger:
    """The pairs chosen so far. A target has one source; a source one target a language."""

    source_language: str
    pairs: list[Pair] = field(default_factory=list)
    _targets: set[str] = field(default_factory=set)
    _sources: set[tuple[str, str]] = field(default_factory=set)

    def take(self, candidates: Iterable[Candidate], how: str) -> None:
        """Choose among candidates, the surest first; the order they come in does not matter.

        A candidate without a page in the source language is no pair, whatever speaks for it.
        """
        usable = [turned for turned in map(self.turned, candidates) if turned]
        usable.sort(key=lambda c: (-c.confidence, c.distance, c.one.path, c.other.path))
        for candidate in usable:
            if self.may_join(candidate):
                source, target, confidence, _ = candidate
                self._targets.add(target.path)
                self._sources.add((source.path, target.language))
                self.pairs.append(Pair(source.path, target.path, how, confidence))

    def turned(self, candidate: Candidate) -> Candidate | None:
        """The candidate with the page in the source language first."""
        one, other = candidate.one, candidate.other
        if one.language == other.language or not (one.language and other.language):
            return None
        if one.language == self.source_language:
            return candidate
        if other.language == self.source_language:
            return candidate._replace(one=other, other=one)
        return None

    def is_free(self, page: Page, language: str = "") -> bool:
        """Whether a target has no source yet, or a source no target in that language."""
        if page.language == self.source_language:
            return (page.path, language) not in self._sources
        return page.path not in self._targets

    def may_join(self, candidate: Candidate) -> bool:
        """Whether both pages of a candidate may still be joined."""
        turned = self.turned(candidate)
        if turned is None:
            return False
        return self.is_free(turned.one, turned.other.language) and self.is_free(turned.other)
