"""How the pages of a site render their words: one way nearly everywhere, another way here.

Words are compared by the stems under which the lexicon links them, so that no form of a word and
no part of speech needs to be known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sverka.align.lexicon import NO_KEYS, Keys, PairLexicon
from sverka.align.pages import AlignedPair
from sverka.align.passages import Passage, Segment, Stretch, Word
from sverka.site import Rendering

LEAST = 8
"""Renderings of a word from which on there is a usual one."""
PAIRS = 3
"""Pairs of pages that they must stand in: one page's habit is not the site's."""
SHARE = 0.9
"""The share of them, 0 to 1, that the usual one must have."""
OWN = 0.7
"""The share of its uses, 0 to 1, in which a rival must stand for this word and no other."""
LITERAL = 0.5
"""Less literal a translation, and its words are not those of the source."""
ROOT = 4
"""Letters that two words of one root share at the start."""

KEPT = 200
"""Places that are remembered of a rendering."""

_HEAD, _EQUIVALENT = "r", "s"

Seat = tuple[AlignedPair, Passage, Segment]
Couple = tuple[str, str]
"""Two words that stand beside each other, as stems."""


@dataclass(slots=True)
class _Uses:
    """How a word was rendered: equivalent -> how often; in how many pairs; and where, of each
    equivalent the first few places only."""

    counts: dict[str, int] = field(default_factory=dict)
    pairs: int = 0
    seats: dict[str, list[Seat]] = field(default_factory=dict)


class _Heads(dict[str, tuple[str, Keys]]):
    """The stem of a source word and its known equivalents, none for a word without."""

    def __init__(self, lexicon: PairLexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> tuple[str, Keys]:
        term = self._lexicon.terms[0][word]
        keys = term.keys if term and term.known else NO_KEYS
        heads = [key for key in keys if key[0] == _HEAD]
        known = frozenset([key for key in keys if key[0] == _EQUIVALENT]) if heads else NO_KEYS
        found = self[word] = (heads[0], known) if len(heads) == 1 else ("", NO_KEYS)
        return found


class _Equivalents(dict[str, str]):
    """The key of a target word, "" for one that says nothing."""

    def __init__(self, lexicon: PairLexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> str:
        term = self._lexicon.terms[1][word]
        keys = [key for key in term.keys if key[0] == _EQUIVALENT] if term else []
        found = self[word] = keys[0] if keys else ""
        return found


class _Words:
    """The words of a pair of languages as keys, each looked up once."""

    def __init__(self, lexicon: PairLexicon) -> None:
        self.heads = _Heads(lexicon)
        self.equivalents = _Equivalents(lexicon)

    def rendered(self, segment: Segment) -> set[tuple[str, str]]:
        """The words of a sentence that have one equivalent in the other version, with that."""
        there = self._there(segment.target)
        heads = map(self.heads.__getitem__, segment.source.lower)
        found = {head: hits for head, known in heads if known and (hits := known & there)}
        several = [head for head, hits in found.items() if len(hits) > 1]
        if several:
            # What is another word's equivalent, too, is likely that word's here.
            times = Counter(hit for hits in found.values() for hit in hits)
            for head in several:
                found[head] = frozenset(hit for hit in found[head] if times[hit] == 1)
        return {(head, next(iter(hits))) for head, hits in found.items() if len(hits) == 1}

    def has(self, stretch: Stretch, equivalent: str) -> bool:
        """Whether a stretch of the target has the equivalent."""
        return equivalent in self._there(stretch)

    def _there(self, stretch: Stretch) -> set[str]:
        return set(map(self.equivalents.__getitem__, stretch.lower))

    def couples(self, stretch: Stretch, head: str) -> set[Couple]:
        """The couples of words in a stretch of the source of which one is the head."""
        heads = [self.heads[word][0] for word in stretch.lower]
        pairs = ((one, other) for one, other in pairwise(heads) if one and other)
        return {pair for pair in pairs if head in pair}


def renderings(aligned: Sequence[AlignedPair]) -> tuple[Rendering, ...]:
    """The words that are rendered otherwise than the site renders them nearly everywhere."""
    languages: dict[tuple[str, str], list[AlignedPair]] = {}
    for pair in aligned:
        languages.setdefault((pair.source.language, pair.target.language), []).append(pair)
    found = [
        one
        for codes, pairs in languages.items()
        for one in _of(pairs, _Words(pairs[0].lexicon.of(*codes)))
    ]
    return tuple(sorted(found, key=lambda one: (one.target, one.source)))


def _of(pairs: Sequence[AlignedPair], words: _Words) -> Iterator[Rendering]:
    rendered = _rendered(pairs, words)
    counted, served = _counted(rendered)
    steady = {head: uses for head, uses in counted.items() if _is_steady(uses)}
    _seat(steady, rendered)
    for head, uses in steady.items():
        usual = _usual(uses)
        for rival in sorted(uses.counts):
            # What renders other words, too, may render another sense of this one.
            own = uses.counts[rival] >= OWN * served[rival]
            if own and rival != usual and not _one_root(rival, usual):
                yield from _odd(head, usual, rival, uses, words)


Rendered = list[tuple[Seat, set[Couple]]]
"""Sentences, each with its words that have one equivalent there, and that."""


def _rendered(pairs: Sequence[AlignedPair], words: _Words) -> list[Rendered]:
    """The sentences of each pair."""
    return [
        [
            ((pair, passage, segment), found)
            for passage in pair.passages
            for segment in passage.segments
            if segment.is_whole and (found := words.rendered(segment))
        ]
        for pair in pairs
    ]


def _counted(rendered: Sequence[Rendered]) -> tuple[dict[str, _Uses], Counter[str]]:
    """Source stem -> its renderings; how often each equivalent renders any word."""
    couples: Counter[Couple] = Counter()
    pairs: Counter[str] = Counter()
    for sentences in rendered:
        heads: set[str] = set()
        for _, found in sentences:
            couples.update(found)
            heads.update([head for head, _ in found])
        pairs.update(heads)
    counted = {head: _Uses(pairs=number) for head, number in pairs.items()}
    served: Counter[str] = Counter()
    for (head, equivalent), count in couples.items():
        counted[head].counts[equivalent] = count
        served[equivalent] += count
    return counted, served


def _usual(uses: _Uses) -> str:
    return max(uses.counts, key=lambda one: (uses.counts[one], one))


def _is_steady(uses: _Uses) -> bool:
    """Whether a word has a usual rendering, and others too."""
    total = sum(uses.counts.values())
    return (
        len(uses.counts) > 1
        and total >= LEAST
        and uses.pairs >= PAIRS
        and max(uses.counts.values()) >= SHARE * total
    )


def _seat(steady: dict[str, _Uses], rendered: Sequence[Rendered]) -> None:
    """Note where the words stand that matter."""
    for sentences in rendered:
        for seat, found in sentences:
            for head, equivalent in found:
                if head in steady:
                    seats = steady[head].seats.setdefault(equivalent, [])
                    if len(seats) < KEPT:
                        seats.append(seat)


def _one_root(one: str, other: str) -> bool:
    """Whether two stems are likely of one root: an installation is no rival of installing."""
    first, second = one[1:], other[1:]
    shared = min(ROOT, max(2, len(first) - 1), max(2, len(second) - 1))
    return first[:shared] == second[:shared]


def _odd(head: str, usual: str, rival: str, uses: _Uses, words: _Words) -> Iterator[Rendering]:
    """The places where the rival stands for the word, and for nothing else, the usual rendering
    is nowhere near, and the word stands in a phrase in which it has that elsewhere: so it is
    hardly meant in another sense."""
    example = _example(uses.seats[usual], usual)
    wont = {one for *_, segment in uses.seats[usual] for one in words.couples(segment.source, head)}
    for pair, passage, segment in uses.seats[rival]:
        if example is None or segment.literal < LITERAL:
            continue
        if not wont & words.couples(segment.source, head):
            continue
        if words.has(passage.whole.target, usual):
            continue
        if found := _words(segment, head, rival):
            source, target = found
            yield Rendering(
                _place(pair.source.path, segment.source, source),
                _place(pair.target.path, segment.target, target),
                source.text,
                target.text,
                example.text,
                uses.counts[usual],
                sum(uses.counts.values()),
            )


def _place(path: str, stretch: Stretch, word: Word) -> tuple[str, int, int]:
    span = stretch.span(word.start, word.end)
    return path, span.start, span.end


def _example(seats: Sequence[Seat], equivalent: str) -> Word | None:
    words = (word for _, _, segment in seats for word in segment.target.words)
    return next((word for word in words if equivalent in word.keys), None)


def _words(segment: Segment, head: str, rival: str) -> tuple[Word, Word] | None:
    """The word and its rival rendering, where nothing else of the source is that rival's."""
    for number, word in enumerate(segment.target.words):
        if rival not in word.keys or not segment.target.language.letter.match(word.text):
            continue
        partners = [segment.source.words[hit] for hit in segment.links[1][number]]
        if partners and all(head in partner.keys for partner in partners):
            return partners[0], word
    return None
