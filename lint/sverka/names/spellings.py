"""Names that a site spells in two ways, gathered from all of its pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from sverka.align import AlignedPair
from sverka.align.passages import Stretch
from sverka.align.wordlist import Stems
from sverka.names.likeness import Ears
from sverka.names.sounds import plain
from sverka.names.spotting import bare
from sverka.packs import Language
from sverka.site import Spelling

SAME = 0.12
"""What may sound differently between a name and its spelling, as a share of its letters."""
USUAL = 3
"""How often a spelling stands on the site at least, to be the usual one,"""
RARE = 0.25
"""and what share of all places the others have at most."""
EDITS = 2
"""Letters in which two spellings of a name differ at most."""
LEAST = 4
"""Letters of a name that has more than one spelling."""


class _Name(NamedTuple):
    """A word with a capital letter: where it begins in its text, as it is written, lower case."""

    start: int
    text: str
    lower: str


class _Use(NamedTuple):
    """A name and its counterpart: their words, stems, and places (path, from, to)."""

    words: tuple[str, str]
    stems: tuple[str, str]
    places: tuple[tuple[str, int, int], tuple[str, int, int]]


def spellings(aligned: Sequence[AlignedPair]) -> tuple[Spelling, ...]:
    """The places where a name is spelled otherwise than in most places of the site, on the
    target's side or the source's; by place."""
    uses = [use for gatherer in _gatherers(aligned) for use in gatherer]
    found = {*_rare(uses, 0), *_rare(uses, 1)}
    return tuple(sorted(found, key=lambda one: (one.here, one.there)))


def _gatherers(aligned: Sequence[AlignedPair]) -> Iterator[Iterator[_Use]]:
    known: dict[tuple[str, str], _Gatherer] = {}
    for pair in aligned:
        codes = (pair.source.language, pair.target.language)
        if codes not in known:
            one, other = (pair.lexicon.packs.languages[code] for code in codes)
            known[codes] = _Gatherer((one, other))
        yield known[codes].uses(pair)


class _Gatherer:
    """Finds the names of pairs of two languages."""

    def __init__(self, languages: tuple[Language, Language]) -> None:
        self._ears = Ears(*languages)
        self._stems = tuple(Stems(one) for one in languages)

    def uses(self, pair: AlignedPair) -> Iterator[_Use]:
        """The names of one pair that have one counterpart in their sentence."""
        for passage in pair.passages:
            for segment in passage.segments:
                if not segment.is_whole:
                    continue
                others = _names(segment.target)
                ones = _names(segment.source) if others else ()
                for one in ones:
                    hits = [other for other in others if self._are_same(one, other)]
                    if len({hit.lower for hit in hits}) == 1:
                        yield self._use((one, hits[0]), segment.sides)

    def _are_same(self, one: _Name, other: _Name) -> bool:
        return one.text[0].isascii() != other.text[0].isascii() and self._ears.are_same(
            one.lower, other.lower, SAME
        )

    def _use(self, names: tuple[_Name, _Name], sides: tuple[Stretch, Stretch]) -> _Use:
        words = tuple(name.text for name in names)
        places = []
        for name, stretch in zip(names, sides, strict=True):
            span = stretch.span(name.start, name.start + len(name.text))
            places.append((stretch.page.path, span.start, span.end))
        stems = tuple(stem.of(name.lower) for stem, name in zip(self._stems, names, strict=True))
        return _Use((words[0], words[1]), (stems[0], stems[1]), (places[0], places[1]))


def _names(stretch: Stretch) -> list[_Name]:
    """The words with a capital that may be names; none where only the first letter is one."""
    capitals = stretch.capitals
    if not capitals or (len(capitals) == 1 and stretch.text[1:].lower() == stretch.text[1:]):
        return []
    words = [(one.start, bare(one.text)) for one in capitals if len(one.text) >= LEAST]
    return [
        _Name(start, word, word.lower())
        for start, word in words
        if len(word) >= LEAST and not word.isupper()
    ]


def _rare(uses: Sequence[_Use], side: int) -> Iterator[Spelling]:
    """The rare spellings on one side of what is one name on the other."""
    by_name: dict[str, list[_Use]] = {}
    for use in uses:
        by_name.setdefault(use.stems[1 - side], []).append(use)
    for group in by_name.values():
        counts = Counter(use.stems[side] for use in group)
        usual, count = counts.most_common(1)[0]
        if len(counts) == 1 or count < USUAL or len(group) - count > RARE * len(group):
            continue
        first = min(
            (use for use in group if use.stems[side] == usual), key=lambda use: use.places[side]
        )
        for use in group:
            if _differ(use.stems[side], usual):
                yield Spelling(
                    here=use.places[side],
                    there=use.places[1 - side],
                    first=first.places[side],
                    words=(use.words[side], use.words[1 - side], first.words[side]),
                    count=count,
                    total=len(group),
                )


def _differ(one: str, other: str) -> bool:
    """Whether two stems are two spellings of a name: not the same word with another ending."""
    one, other = plain(one), plain(other)
    if one.startswith(other) or other.startswith(one) or one[0] != other[0]:
        return False
    return one[:-2] != other[:-2] and Levenshtein.distance(one, other) <= EDITS
