"""What the words of two rows of texts say for any two of them being a pair.

The evidence is a sum of log likelihood ratios: for each word, number, address, piece of code of
the one text, how much likelier is it to find its counterpart in the other text if they are a
pair than if they are not? How often counterparts turn up by chance is counted over the rows
themselves, so that a word in every text says nothing and a rare one much.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sverka.align.lexicon import Keys, Term

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
"""A term found in more than this share of the texts says nothing of any."""
MOST = 120
"""Nor does one found in more texts than this; on long pages it would only cost."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What a text offers as evidence: words, each once, and things that stay as they are."""

    terms: tuple[Term, ...]
    things: frozenset[str]
    length: int


NO_CLUES = Clues((), frozenset(), 0)

_Label = int | str
"""A thing, or the identity of a word's term: the lexicon has each word's term once."""
_Numbers = Sequence[int]


class _Row:
    """The texts of one side: which words and things they have, and where each stands."""

    def __init__(self, texts: Sequence[Clues]) -> None:
        self.texts = texts
        self.terms: dict[_Label, Term] = {}
        self.things: list[str] = []
        self.places: dict[_Label, list[int]] = {}
        terms, places = self.terms, self.places
        for number, clue in enumerate(texts):
            for term in clue.terms:
                label = id(term)
                if label in places:
                    places[label].append(number)
                else:
                    terms[label], places[label] = term, [number]
            for thing in clue.things:
                if thing in places:
                    places[thing].append(number)
                else:
                    self.things.append(thing)
                    places[thing] = [number]


_Hits = dict[_Label, Collection[int]]
"""A label of one side -> the texts of the other side that have it, in no order."""


def _met(ones: _Row, others: _Row) -> tuple[_Hits, _Hits]:
    """What of each side is found on the other one, and where."""
    index: defaultdict[str, list[_Label]] = defaultdict(list)
    for label, term in others.terms.items():
        for key in term.keys:
            index[key].append(label)
    there = frozenset(index)
    forth: _Hits = {one: others.places[one] for one in ones.things if one in others.places}
    back: _Hits = {one: ones.places[one] for one in forth}
    partners: dict[_Label, dict[_Label, list[int]]] = {}
    meeting: dict[Keys, list[_Label]] = {}
    for label, term in ones.terms.items():
        met = meeting.get(term.keys)
        if met is None:
            labels = [one for key in term.keys & there for one in index[key]]
            met = meeting[term.keys] = labels if len(labels) < 2 else list(set(labels))
        if met:
            forth[label] = _joined([others.places[one] for one in met])
            places = ones.places[label]
            for one in met:
                if one in partners:
                    partners[one][label] = places
                else:
                    partners[one] = {label: places}
    back.update([(label, _joined(list(rows.values()))) for label, rows in partners.items()])
    return forth, back


def _joined(rows: Sequence[list[int]]) -> Collection[int]:
    """All numbers of the rows; looking stops where it is too often to say anything."""
    if len(rows) == 1:
        return rows[0]
    hits: set[int] = set()
    for numbers in rows:
        hits.update(numbers)
        if len(hits) > MOST:
            break
    return hits


_Weighed = dict[_Label, tuple[Mapping[int, _Numbers], float, float]]
"""A label of one side -> the texts of the other side that have it, by their group; how much it
says to find it there, and how much that it is missing."""
_NOWHERE: Mapping[int, _Numbers] = {}


class Tally:
    """The evidence for all pairs of texts of two rows.

    Where the texts' ``groups`` are given, only pairs of one group will be asked for: what the
    others have in common is not noted.
    """

    def __init__(
        self,
        clues: tuple[Sequence[Clues], Sequence[Clues]],
        absence: float = ABSENCE,
        groups: tuple[Sequence[int], Sequence[int]] | None = None,
    ) -> None:
        self._absence = absence
        sides = (_Row(clues[0]), _Row(clues[1]))
        hits = _met(*sides)
        ones, others = groups or ([0] * len(clues[0]), [0] * len(clues[1]))
        self._base = [0.0] * len(ones), [0.0] * len(others)
        # What each pair of texts has in common, as source row -> target number -> gain: found
        # from the source's side, and from both.
        self._found: list[dict[int, float]] = [{} for _ in ones]
        self._count_forth(sides[0], self._weighed(sides[0], hits[0], others), ones)
        self._both = [dict(row) if row else {} for row in self._found]
        self._count_back(sides[1], self._weighed(sides[1], hits[1], ones), others)

    def _weighed(self, row: _Row, hits: _Hits, groups: _Numbers) -> _Weighed:
        """What each word and thing of a side says; ``groups`` are those of the other side."""
        total = len(groups)
        weights: dict[tuple[int, float, bool], tuple[float, float]] = {}
        weighed: _Weighed = {}
        chances = {label: (term.found, term.known) for label, term in row.terms.items()}
        chances.update({thing: (FOUND_THING, thing[0] not in OPTIONAL) for thing in row.things})
        for label, (found, counts) in chances.items():
            there = hits.get(label, ())
            at = (len(there), found, counts)
            weight = weights.get(at)
            if weight is None:
                weight = weights[at] = self._weigh(len(there), found, total, counts=counts)
            gain, absence = weight
            if not there or gain == 0.0:
                weighed[label] = (_NOWHERE, gain, absence)
                continue
            places: dict[int, list[int]] = {}
            for number in there:
                group = groups[number]
                if group in places:
                    places[group].append(number)
                else:
                    places[group] = [number]
            weighed[label] = (places, gain, absence)
        return weighed

    def _weigh(self, hits: int, found: float, total: int, *, counts: bool) -> tuple[float, float]:
        """How much more it says that a clue is found which ``hits`` of ``total`` texts have than
        that it is not, and how much that says, if it ``counts``; nothing of what turns up by
        chance everywhere."""
        chance = _chance(hits, total)
        if hits > MOST or chance > COMMON or chance >= found:
            return 0.0, 0.0
        presence = math.log(found / chance) * ONE_WAY
        if not counts:
            return presence, 0.0
        absence = self._absence * ONE_WAY * math.log((1 - found) / (1 - chance))
        return presence - absence, absence

    def _count_forth(self, row: _Row, weighed: _Weighed, groups: _Numbers) -> None:
        """Add the evidence that the source's texts find in the target's."""
        base = self._base[0]
        for number, clue in enumerate(row.texts):
            if clue is NO_CLUES:
                continue
            group, found, sum_ = groups[number], self._found[number], 0.0
            for label in _labels(clue):
                places, gain, absence = weighed[label]
                sum_ += absence
                for hit in places.get(group, ()):
                    found[hit] = found.get(hit, 0.0) + gain
            base[number] = sum_

    def _count_back(self, row: _Row, weighed: _Weighed, groups: _Numbers) -> None:
        """Add the evidence that the target's texts find in the source's."""
        base, both = self._base[1], self._both
        for number, clue in enumerate(row.texts):
            if clue is NO_CLUES:
                continue
            group, sum_ = groups[number], 0.0
            for label in _labels(clue):
                places, gain, absence = weighed[label]
                sum_ += absence
                for hit in places.get(group, ()):
                    found = both[hit]
                    found[number] = found.get(number, 0.0) + gain
            base[number] = sum_

    def words(self, i: int, j: int) -> float:
        """The evidence of what source text i and target text j say."""
        return self._base[0][i] + self._base[1][j] + self._both[i].get(j, 0.0)

    def together(self, ones: Sequence[int], others: Sequence[int]) -> float:
        """The evidence for several source texts being, together, several target texts."""
        met = sum(self._both[i].get(j, 0.0) for i in ones for j in others)
        return sum(self._base[0][i] for i in ones) + sum(self._base[1][j] for j in others) + met

    def found(self, i: int, j: int, side: int) -> float:
        """How much of what one of the two says the other says, too: of source text i for side
        0, of target text j for side 1."""
        from_source = self._found[i].get(j, 0.0)
        if side == 0:
            return self._base[0][i] + from_source
        return self._base[1][j] + self._both[i].get(j, 0.0) - from_source

    def rivals(self, i: int, least: float) -> list[tuple[float, int]]:
        """The target texts for whose match with source text i more than ``least`` speaks, with
        how much does."""
        own, base = self._base[0][i], self._base[1]
        return [
            (words, j)
            for j, gain in self._both[i].items()
            if (words := own + base[j] + gain) > least
        ]


def _labels(clue: Clues) -> Iterable[_Label]:
    """The words and things of a text, in the same order in every run: sums depend on it."""
    if not clue.things:
        return map(id, clue.terms)
    return [*map(id, clue.terms), *sorted(clue.things)]


def _chance(hits: int, total: int) -> float:
    """How likely a text is to hold by chance what ``hits`` of ``total`` texts hold: one of
    them is the true counterpart and does not count. Never so rare as to prove all alone."""
    return max((max(hits - 1, 0) + 0.5) / (total + 3), RAREST)
