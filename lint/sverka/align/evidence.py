"""How much speaks for two units being each other's translation.

The score is a sum of log likelihood ratios: for each word, number, address, piece of code of
the one unit, how much likelier is it to find its counterpart in the other unit if they are a
pair than if they are not? How often counterparts turn up by chance is counted on the page
itself, so that a word on every line says nothing and a rare one much.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sverka.align.addresses import Addresses
from sverka.align.lexicon import Keys, PairLexicon, Term
from sverka.align.outline import Outline, Unit
from sverka.markdown.html import html_words
from sverka.page import Inline, InlineKind, Kind

_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"[^\W\d]\w{2,}")
CODE_NAMES = 80
"""Names of a code block that are looked at; more of them change nothing."""

FOUND_THING = 0.9
"""The chance that a thing which translation leaves as it is turns up in the counterpart."""
# Free translation makes absences say less than presences.
ABSENCE = 0.5
# Both directions are counted and say nearly the same.
ONE_WAY = 0.6
OPTIONAL = "c=~"
"""Things whose presence speaks but not their absence: code, which some translate, and the whole
of an address, which may lead to a page in the other language."""
RAREST = 0.02
COMMON = 0.6
"""A term found in more than this share of the units says nothing of any."""
MOST = 120
"""Nor does one found in more units than this; on long pages it would only cost."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What a unit offers as evidence: words, and things that stay as they are."""

    terms: tuple[Term, ...]
    things: frozenset[str]
    length: int


NO_CLUES = Clues((), frozenset(), 0)


def clues(
    outline: Outline, unit: Unit, lexicon: PairLexicon, side: int, addresses: Addresses
) -> Clues:
    """The evidence in one unit, which stands on side 0 (source) or 1 (target)."""
    text = outline.page.source.text
    if unit.kind is Kind.CODE:
        code = unit.block.span.of(text)
        names = list(dict.fromkeys(_NAME.findall(code)))[:CODE_NAMES]
        return Clues((), frozenset("c" + name for name in names) | {"=" + code}, len(code))
    words = html_words(unit.block.span.of(text)) if unit.kind is Kind.HTML else unit.words
    found = prose_clues(words, unit.inlines, text, lexicon, side, addresses)
    if unit.kind is not Kind.EMBED:
        return found
    names = _NAME.findall(unit.block.span.of(text))
    return replace(found, things=found.things | {"e" + name for name in names})


def prose_clues(
    words: str,
    inlines: Iterable[Inline],
    text: str,
    lexicon: PairLexicon,
    side: int,
    addresses: Addresses,
) -> Clues:
    """The evidence in a stretch of prose and the inline things that stand in it; ``text`` is
    the whole file's."""
    things: set[str] = set()
    for inline in inlines:
        if inline.kind is InlineKind.LINK:
            things.add("@" + addresses.key(inline.target))
            things.add("~" + inline.target)
        elif inline.kind is InlineKind.IMAGE:
            things.add("!" + addresses.picture(inline.target))
            words += " " + inline.text.of(text)
        elif inline.kind is InlineKind.CODE:
            things.add("`" + inline.text.of(text).strip())
    things.update(["#" + number.lstrip("0") for number in _NUMBER.findall(words)])
    known = lexicon.terms[side]
    terms = [term for word in dict.fromkeys(lexicon.words(words)) if (term := known[word])]
    return Clues(tuple(terms), frozenset(things), len(words))


class Evidence:
    """The scores of all pairs of units of two sequences.

    ``score(i, j)`` is positive when more speaks for source unit i and target unit j being a
    pair than against it, -inf when their kinds cannot be one. Where the units' ``groups`` are
    given, only pairs of one group will be asked for: what the others have in common is not noted.
    """

    def __init__(
        self,
        ones: Sequence[Unit],
        others: Sequence[Unit],
        clues: tuple[Sequence[Clues], Sequence[Clues]],
        absence: float = ABSENCE,
        groups: tuple[Sequence[int], Sequence[int]] | None = None,
    ) -> None:
        self._absence = absence
        self._groups = groups
        self._kinds = ([unit.kind for unit in ones], [unit.kind for unit in others])
        self._levels = ([unit.block.level for unit in ones], [unit.block.level for unit in others])
        self._lengths = tuple([math.log(clue.length + 4) for clue in side] for side in clues)
        self._base = [0.0] * len(ones), [0.0] * len(others)
        # What each pair of units has in common, as source row -> target number -> gain: found
        # from the source's side, and from both.
        self._found: list[dict[int, float]] = [{} for _ in ones]
        self._both: list[dict[int, float]] = [{} for _ in ones]
        index = _places(clues[1])
        meeting = _Meeting(index)
        self._count(clues[0], len(clues[1]), index, meeting, 0)
        self._count(clues[1], len(clues[0]), _places(clues[0], meeting), meeting, 1)

    def _count(
        self,
        here: Sequence[Clues],
        others: int,
        places: Mapping[str, list[int]],
        meeting: _Meeting,
        side: int,
    ) -> None:
        """Add the evidence that the units of one side find in the ``others`` of the other one,
        where each key has its ``places``."""
        known: dict[int | str, tuple[Collection[int], float, float]] = {}
        weights: dict[tuple[int, float], tuple[float, float]] = {}
        base = self._base[side]
        for number, clue in enumerate(here):
            if clue is NO_CLUES:
                continue
            looked_for: list[Term | str] = [*clue.terms, *sorted(clue.things)]
            for one in looked_for:
                # The lexicon has each word's term once, so that it is known by its identity.
                label = one if isinstance(one, str) else id(one)
                weighed = known.get(label)
                if weighed is None:
                    keys, found, counts = _looked_for(one)
                    hits = _hits(meeting[keys] if side == 0 else keys, places)
                    weight = weights.get((len(hits), found))
                    if weight is None:
                        weight = self._weigh(len(hits), found, others)
                        weights[len(hits), found] = weight
                    presence, absence = weight if keys else (0.0, 0.0)
                    if presence != 0.0:
                        absence = absence if counts else 0.0
                        presence -= absence
                    weighed = known[label] = (hits, presence, absence)
                hits, presence, absence = weighed
                base[number] += absence
                if hits and presence != 0.0:
                    self._add(hits, number, side, presence)

    def _weigh(self, hits: int, found: float, total: int) -> tuple[float, float]:
        """How much it says that a clue is found which ``hits`` of ``total`` units have, and how
        much that it is not; nothing of what turns up by chance everywhere."""
        chance = _chance(hits, total)
        if hits > MOST or chance > COMMON or chance >= found:
            return 0.0, 0.0
        absence = self._absence * ONE_WAY * math.log((1 - found) / (1 - chance))
        return math.log(found / chance) * ONE_WAY, absence

    def _add(self, hits: Collection[int], number: int, side: int, gain: float) -> None:
        if self._groups:
            group, there = self._groups[side][number], self._groups[1 - side]
            hits = [hit for hit in hits if there[hit] == group]
        if side == 0:
            found, both = self._found[number], self._both[number]
            for hit in hits:
                found[hit] = found.get(hit, 0.0) + gain
                both[hit] = both.get(hit, 0.0) + gain
        else:
            for hit in hits:
                row = self._both[hit]
                row[number] = row.get(number, 0.0) + gain

    def kind(self, side: int, number: int) -> tuple[Kind, int]:
        """The kind of a unit, and of a heading also its level."""
        return self._kinds[side][number], self._levels[side][number]

    def words(self, i: int, j: int) -> float:
        """The evidence of what the two units say, without their kind and length."""
        return self._base[0][i] + self._base[1][j] + self._both[i].get(j, 0.0)

    def together(self, ones: Sequence[int], others: Sequence[int]) -> float:
        """The evidence for several source units being, together, several target units."""
        met = sum(self._both[i].get(j, 0.0) for i in ones for j in others)
        return sum(self._base[0][i] for i in ones) + sum(self._base[1][j] for j in others) + met

    def found(self, i: int, j: int, side: int) -> float:
        """How much of what one of the two says the other says, too: of source unit i for side
        0, of target unit j for side 1."""
        from_source = self._found[i].get(j, 0.0)
        if side == 0:
            return self._base[0][i] + from_source
        return self._base[1][j] + self._both[i].get(j, 0.0) - from_source

    def rivals(self, i: int, least: float) -> list[tuple[float, int]]:
        """The target units for whose match with source unit i more than ``least`` speaks, with
        how much does."""
        own, base = self._base[0][i], self._base[1]
        return [
            (words, j)
            for j, gain in self._both[i].items()
            if (words := own + base[j] + gain) > least
        ]

    def fuller(self, side: int, near: int, part: int, whole: int) -> float:
        """How much better a unit of the other side agrees in length with two of this side
        than with the first of them."""
        one, two = self._lengths[side][near], self._lengths[side][part]
        other = self._lengths[1 - side][whole]
        both = math.log(math.exp(one) + math.exp(two))
        return size_fit(both, other) - size_fit(one, other)

    def score(self, i: int, j: int) -> float:
        """All evidence for i and j being a pair."""
        fit = kind_fit(self._kinds[0][i], self._kinds[1][j])
        if fit == IMPOSSIBLE:
            return IMPOSSIBLE
        if self._kinds[0][i] is Kind.HEADING and self._levels[0][i] != self._levels[1][j]:
            fit -= 0.5
        size = size_fit(self._lengths[0][i], self._lengths[1][j])
        return max(fit + size + self.words(i, j), UNLIKE_UNITS)


IMPOSSIBLE = -math.inf
UNLIKE_UNITS = -4.5
"""The least that units of kinds that fit may score: a little more than two gaps cost. What
stands at the same place on both sides was rewritten there; it is neither lost nor added."""
_UNLIKE = {
    frozenset((Kind.PARAGRAPH, Kind.ITEM)): -1.5,
    frozenset((Kind.PARAGRAPH, Kind.HEADING)): -2.5,
    frozenset((Kind.PARAGRAPH, Kind.HTML)): -2.0,
    frozenset((Kind.PARAGRAPH, Kind.IMAGE)): -2.5,
    frozenset((Kind.ITEM, Kind.HEADING)): -3.5,
    frozenset((Kind.PARAGRAPH, Kind.EMBED)): -2.5,
    frozenset((Kind.IMAGE, Kind.HTML)): -1.0,
    frozenset((Kind.IMAGE, Kind.EMBED)): -1.5,
    frozenset((Kind.HTML, Kind.EMBED)): -1.0,
    frozenset((Kind.HTML, Kind.CODE)): -2.5,
}


def size_fit(one: float, other: float) -> float:
    """What two lengths add to a score; both are natural logarithms of characters."""
    spread = 0.35 + 2.0 / math.sqrt(math.exp(min(one, other)))
    return float(max(0.6 - 0.5 * ((one - other) / spread) ** 2, -3.0))


def kind_fit(one: Kind, other: Kind) -> float:
    """What the kinds of two units add to their score; `IMPOSSIBLE` for kinds that never pair."""
    if one is other:
        return 0.5
    return _UNLIKE.get(frozenset((one, other)), IMPOSSIBLE)


def _looked_for(clue: Term | str) -> tuple[Keys, float, bool]:
    """The keys of a word or a thing, its chance to be found, and whether its absence counts."""
    if isinstance(clue, str):
        return frozenset((clue,)), FOUND_THING, clue[0] not in OPTIONAL
    return clue.keys, clue.found, clue.known


def _chance(hits: int, total: int) -> float:
    """How likely a unit is to hold by chance what ``hits`` of ``total`` units hold: one of
    them is the true counterpart and does not count. Never so rare as to prove all alone."""
    return max((max(hits - 1, 0) + 0.5) / (total + 3), RAREST)


class _Meeting(dict[Keys, Keys]):
    """Those of a source word's keys that the target side has: few of its many equivalents."""

    def __init__(self, index: Mapping[str, object]) -> None:
        self._there = frozenset(index)

    def __missing__(self, keys: Keys) -> Keys:
        met = self[keys] = keys & self._there
        return met


def _places(side: Sequence[Clues], meeting: _Meeting | None = None) -> dict[str, list[int]]:
    """Where each key stands; of the source side only those keys that meet any."""
    places: dict[str, list[int]] = {}
    for number, clue in enumerate(side):
        if meeting is None:
            keys = clue.things.union(*[term.keys for term in clue.terms])
        else:
            keys = meeting[clue.things].union(*[meeting[term.keys] for term in clue.terms])
        for key in keys:
            if key in places:
                places[key].append(number)
            else:
                places[key] = [number]
    return places


def _hits(keys: Keys, places: Mapping[str, list[int]]) -> Collection[int]:
    """Where any of the keys stands, in no order; looking stops where it is too often to say
    anything."""
    known = [places[key] for key in keys if key in places]
    if len(known) == 1:
        return known[0]
    hits: set[int] = set()
    for numbers in known:
        hits.update(numbers)
        if len(hits) > MOST:
            break
    return hits
