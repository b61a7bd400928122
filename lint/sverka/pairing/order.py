"""The order of work: what speaks surest for a pair comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sverka.packs import Packs
from sverka.page import Page
from sverka.pairing.candidates import Ledger
from sverka.pairing.markers import MarkWords
from sverka.pairing.paths import by_path, unmarked_language
from sverka.pairing.patterns import PairPattern, by_pattern
from sverka.site import Pair

CLEAR_MAJORITY = 1.5
"""How many times the pages of each other language a language must have for its number to tell
that the site is written in it."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs of a site (sorted by source, then target), the language their sources are in
    ("" for a site without pages in a known language), and the paths of the pages that are in
    no pair (sorted; pages in an unknown language among them)."""

    pairs: tuple[Pair, ...]
    source_language: str
    alone: tuple[str, ...]


def pair_pages(
    pages: Sequence[Page],
    packs: Packs,
    *,
    source_language: str = "",
    patterns: Sequence[PairPattern] = (),
) -> Pairing:
    """Find out which pages are versions of one another.

    The pages have their languages already (`sverka.pairing.name_languages`). Every pair has a
    page in the source language; with three languages a page may be the source of two pairs.
    Their order does not matter. Raises ValueError for a pattern with uneven sides.

    What a pair is known by, the first that applies, with its confidence:

    * config 1.0: a pattern names it.
    * path 1.0 to 0.6: the paths differ in the language's mark only (`sverka.pairing.paths`).
    * front-matter 0.97 to 0.85: a key or a distinctive value (`sverka.pairing.shared_values`).
    * content 0.9 to 0.7: the texts have the same bones (`sverka.pairing.content`).
    """
    known = sorted((page for page in pages if page.language), key=lambda page: page.path)
    words = MarkWords.of(packs)
    source = source_language or _source_language(known, packs, words, patterns)
    languages = {page.language for page in known}
    ledger = Ledger(source)
    ledger.take(by_pattern(known, patterns), "config")
    ledger.take(by_path(known, words), "path")
    if any(ledger.is_free(page, other) for page in known for other in languages - {page.language}):
        # Imported only for sites with pages left over: fuzzy matching loads slowly.
        from sverka.pairing.content import by_content
        from sverka.pairing.shared_values import by_front_matter

        ledger.take(by_front_matter(known, ledger), "front-matter")
        ledger.take(by_content(known, ledger, packs, words), "content")
    pairs = sorted(ledger.pairs, key=lambda pair: (pair.source, pair.target))
    paired = {path for pair in pairs for path in (pair.source, pair.target)}
    alone = sorted(page.path for page in pages if page.path not in paired)
    return Pairing(tuple(pairs), source, tuple(alone))


def _source_language(
    pages: Sequence[Page], packs: Packs, words: MarkWords, patterns: Sequence[PairPattern]
) -> str:
    """Which language a site is written in: what its patterns say, else the one without marks,
    else the one with clearly the most pages, else the first of a pair of packs."""
    by_config = Counter(candidate.one.language for candidate in by_pattern(pages, patterns))
    counts = by_config or Counter(page.language for page in pages)
    if not counts:
        return ""
    if not by_config:
        unmarked = unmarked_language(pages, words)
        if unmarked:
            return unmarked
    order = [code for pair in sorted(packs.words) for code in pair]
    if by_config:
        return min(counts, key=lambda code: (-counts[code], _rank(code, order), code))
    # One page more, which nobody has translated yet, must not turn all pairs around.
    most = max(counts.values())
    near = [code for code, count in counts.items() if most < CLEAR_MAJORITY * count]
    return min(near, key=lambda code: (_rank(code, order), code))


def _rank(code: str, order: list[str]) -> int:
    return order.index(code) if code in order else len(order)
