"""How the words of a site are rendered across it, counted over all pairs for a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from sverka.align import AlignedPair
from sverka.align.passages import Segment, Stretch, Word
from sverka.finding import Place
from sverka.morphology import dictionary, fold, lemmas, morphology
from sverka.packs import Language
from sverka.review import Around, RenderingView, TermView, Use

LEAST = 3
"""Places in which the rendering of a term must have been recognised."""
PAIRS = 2
"""Pairs of pages that they must stand in: else it is no term of the site."""
SHORTEST = 3
"""Letters of a term."""
MOST = 300
"""Terms in a report."""
KEPT = 5
"""Places that are kept of a rendering."""
AROUND = 70
"""Characters of the sentence on each side of a word that are kept with a place."""

_CUT = "\N{HORIZONTAL ELLIPSIS}"
_POSSESSIVE = re.compile(r"(?<=\w{2})['’]\w?$")
_SPACES = re.compile(r"\s+")

Seat = tuple[AlignedPair, Segment, Word, Word]


@dataclass(slots=True)
class _Renderings:
    """One rendering of one term."""

    count: int = 0
    pairs: set[str] = field(default_factory=set)
    seats: list[Seat] = field(default_factory=list)
    words: Counter[str] = field(default_factory=Counter)


Table = dict[str, dict[str, _Renderings]]


def terms(aligned: Sequence[AlignedPair]) -> tuple[TermView, ...]:
    """The terms of the site: those with the most renderings beside the usual one first, then
    the most frequent ones."""
    tables: dict[tuple[str, str], Table] = {}
    for pair in aligned:
        table = tables.setdefault((pair.source.language, pair.target.language), {})
        for seat in _seats(pair):
            _count(table, seat)
    found = [
        view
        for languages, table in tables.items()
        for head, uses in table.items()
        if (view := _view(head, languages, uses))
    ]
    found.sort(key=lambda view: (-_strays(view), -view.total, view.word))
    return tuple(found[:MOST])


def _seats(pair: AlignedPair) -> Iterator[Seat]:
    """The words of a pair that have one counterpart, which is no other word's."""
    for passage in pair.passages:
        for segment in passage.segments:
            if not segment.is_whole:
                continue
            forth, back = segment.links
            for number, hits in enumerate(forth):
                if len(hits) == 1 and back[hits[0]] == (number,):
                    yield pair, segment, segment.source.words[number], segment.target.words[hits[0]]


def _count(table: Table, seat: Seat) -> None:
    pair, segment, source, target = seat
    ours, theirs = segment.source.language, segment.target.language
    if not ours.letter.match(source.text) or not theirs.letter.match(target.text):
        return
    if "-" in target.text and "-" not in source.text:
        return  # only a part of it is the counterpart
    head = _headword(source.text.lower(), ours)
    if len(head) < SHORTEST or not _names_a_thing(head, ours):
        return
    uses = table.setdefault(head, {}).setdefault(
        fold(_POSSESSIVE.sub("", target.text), theirs), _Renderings()
    )
    uses.count += 1
    uses.pairs.add(pair.source.path)
    uses.words[source.text.lower()] += 1
    if len(uses.seats) < KEPT:
        uses.seats.append(seat)


@cache
def _headword(word: str, language: Language) -> str:
    return next(iter(lemmas(word, language)), word)


@cache
def _names_a_thing(head: str, language: Language) -> bool:
    """Whether it is a noun, where the language's morphology can tell."""
    return dictionary(language) is None or morphology(language).kind(head) == "noun"


def _strays(view: TermView) -> int:
    """In how many places the term has another than the usual rendering."""
    return view.total - view.renderings[0].count


def _view(head: str, languages: tuple[str, str], uses: dict[str, _Renderings]) -> TermView | None:
    total = sum(one.count for one in uses.values())
    if total < LEAST or len({path for one in uses.values() for path in one.pairs}) < PAIRS:
        return None
    language = next(iter(uses.values())).seats[0][1].target.language
    ranked = sorted(_merged(uses, language).items(), key=lambda item: (-item[1].count, item[0]))
    renderings = tuple(
        RenderingView(word, one.count, len(one.pairs), tuple(map(_use, one.seats)))
        for word, one in ranked
    )
    return TermView(_written(head, uses.values()), languages, total, renderings)


def _merged(uses: dict[str, _Renderings], language: Language) -> dict[str, _Renderings]:
    """The renderings with the forms of one word taken together, under its plainest form."""
    groups: list[tuple[set[str], list[str]]] = []
    for word in sorted(uses, key=lambda one: (len(one), one)):
        own = {word, *lemmas(word, language)}
        group = next((group for group in groups if group[0] & own), None)
        if group:
            group[0].update(own)
            group[1].append(word)
        else:
            groups.append((own, [word]))
    return {words[0]: _sum([uses[word] for word in words]) for _, words in groups}


def _sum(parts: Sequence[_Renderings]) -> _Renderings:
    return _Renderings(
        sum(one.count for one in parts),
        {path for one in parts for path in one.pairs},
        [seat for one in parts for seat in one.seats][:KEPT],
        sum((one.words for one in parts), Counter[str]()),
    )


def _written(head: str, uses: Iterable[_Renderings]) -> str:
    """The term as writers spell it, where its dictionary form stands in a page: with all its
    letters, which are folded when words are compared."""
    language = next(one.seats[0][1].source.language for one in uses)
    words = sum((one.words for one in uses), Counter[str]())
    spelled = [word for word in words if fold(word, language) == head]
    if not spelled and len(words) == 1:
        return next(iter(words))  # it has but one form, or only one is used
    return max(spelled, key=lambda word: (words[word], word), default=head)


def _use(seat: Seat) -> Use:
    pair, segment, source, target = seat
    return Use(
        _place(pair.source.path, segment.source, source),
        _place(pair.target.path, segment.target, target),
        _around(segment.source.text, source),
        _around(segment.target.text, target),
    )


def _place(path: str, stretch: Stretch, word: Word) -> Place:
    return Place(path, stretch.span(word.start, word.end))


def _around(text: str, word: Word) -> Around:
    """The word with what stands around it, cut between words."""
    start, end = max(0, word.start - AROUND), min(len(text), word.end + AROUND)
    if start:
        start = min(text.find(" ", start, word.start) + 1 or start, word.start)
    if end < len(text):
        space = text.rfind(" ", word.end, end)
        end = space if space >= 0 else word.end
    before, after = (
        _SPACES.sub(" ", text[start : word.start]),
        _SPACES.sub(" ", text[word.end : end]),
    )
    return (
        (_CUT if start else "") + before,
        text[word.start : word.end],
        after + (_CUT if end < len(text) else ""),
    )
