"""What a segment's leftovers tell: which value became which other one, and which is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.align.passages import Segment, Stretch
from sverka.amounts.matching import (
    MOST,
    OPPOSITE,
    Leftover,
    Sides,
    are_converted,
    ends,
    opposed,
    same_unit,
)
from sverka.amounts.mention import UNITLESS, Mention

_NEAR = 24
"""Code points around a value in which a word may tell what it counts."""
_NAMED = re.compile(r"([^\W\d_][\w.+&-]*)[^\S\n]+\d[\d.]*$")
_ENOUGH = 2.0
"""The score from which on a value is taken for what became of another."""
_LINKED, _SOLE, _PARALLEL, _UNIT, _OTHER_UNIT, _CLOSE = 2.0, 2.0, 1.5, 1.5, 0.5, 1.0

Known = tuple[set[float], set[float]]
"""Numbers that each side has, in whatever form, code and addresses included."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value of a segment that the other side does not say as it is.

    ``sides`` are source and target; one is None where a value is missing there. ``what``:
    ``value``, ``unit``, ``range``, ``bound``, or ``missing``. ``linked``: whether the words
    around them tell that the two count the same.
    """

    segment: Segment
    sides: tuple[Mention | None, Mention | None]
    what: str
    linked: bool = False
    other: Segment | None = None
    """The segment of the target's value, where that is not ``segment``."""

    @property
    def stretches(self) -> tuple[Stretch, Stretch]:
        """The texts in which the values stand."""
        return self.segment.source, (self.other or self.segment).target


@dataclass(frozen=True, slots=True)
class Rest:
    """A segment whose values have not all found their counterpart: ``said`` are all of them,
    ``left`` those without one, ``known`` the numbers that stand there in any form."""

    segment: Segment
    said: Sides
    left: Leftover
    known: Known
    around: Known

    def missing(self) -> Iterator[Change]:
        """Those left on one side only that the other should have."""
        for side in (0, 1):
            places = {id(one): number for number, one in enumerate(self.said[side])}
            for one in self.left[side]:
                if self._is_due(one, side) and not self.is_restated(places[id(one)], side):
                    yield Change(self.segment, (None, one) if side else (one, None), "missing")

    def changed(self) -> Iterator[Change]:
        """Those left on both sides that are one value, the surest first; they are left no more."""
        ones, others = (tuple(side) for side in self.left)
        if len(ones) * len(others) > MOST:
            return
        candidates = sorted(
            (-self._score(one, other), number, position)
            for number, one in enumerate(ones)
            for position, other in enumerate(others)
            if self._may_be(one, other)
        )
        for score, number, position in candidates:
            one, other = ones[number], others[position]
            if -score >= _ENOUGH and one in self.left[0] and other in self.left[1]:
                self.left[0].remove(one)
                self.left[1].remove(other)
                named = one.quantity is None or other.quantity is None
                linked = named or self._are_linked(one, other, reach=(2, 2))
                yield Change(self.segment, (one, other), _what(one, other), linked)

    def _is_due(self, one: Mention, side: int) -> bool:
        """Whether the other side would say it, too: "3rd party" and "both" it often does not."""
        if one.quantity is None or one.is_weak or one.is_a_unit or one.quantity.ordinal:
            return False
        if one.numbers & self.around[1 - side]:
            return False
        return one.in_digits or not one.is_unitless

    def is_restated(self, number: int, side: int) -> bool:
        """Whether the value beside it is the same in another unit: "six metres (18 feet)"."""
        said = self.said[side]
        beside = (*said[max(number - 1, 0) : number], *said[number + 1 : number + 2])
        return any(are_converted(said[number], other) for other in beside)

    def _may_be(self, one: Mention, other: Mention) -> bool:
        """Whether the one may be what became of the other."""
        there = one.numbers <= self.known[1], other.numbers <= self.known[0]
        a, b = one.quantity, other.quantity
        if one.is_year and other.is_year:
            return not all(there)
        if a is None or b is None:
            return one.is_unitless and other.is_unitless and self._are_named(one, other, there)
        if a.vague or b.vague or (one.is_weak and other.is_weak):
            return False
        if (
            # "one string and a variable" may be "two lines": only what is counted tells.
            one.is_unitless
            and not (one.in_digits and other.in_digits)
            and (one.is_weak or other.is_weak or not self._count_alike(one, other))
        ):
            return False
        if one.numbers == other.numbers:
            return opposed(a, b) or not (one.is_unitless or other.is_unitless)
        if a.ordinal != b.ordinal and not self._are_linked(one, other, reach=(1, 0)):
            return False
        return not all(there) and _of_a_kind(one, other)

    def _count_alike(self, one: Mention, other: Mention) -> bool:
        """Whether both count the same, by their nouns; nouns that link to nothing may be it."""
        if self._are_linked(one, other, reach=(0, 0)):
            return True
        if not (one.quantity and one.quantity.noun and other.quantity and other.quantity.noun):
            return False
        return not any(
            links[number]
            for stretch, mention, links in zip(
                self.segment.sides, (one, other), self.segment.links, strict=True
            )
            for number in _words_at(stretch, mention, (0, 0))
        )

    def _are_named(self, one: Mention, other: Mention, there: tuple[bool, bool]) -> bool:
        """Whether both numbers belong to what may be one name: "Channel 2", "#1944"."""
        if one.text[0] == other.text[0] in "#№" or self._are_linked(one, other, reach=(1, 0)):
            return not all(there)
        names = (
            _NAMED.search(stretch.text, max(mention.start - _NEAR, 0), mention.end)
            for stretch, mention in zip(self.segment.sides, (one, other), strict=True)
        )
        return not any(there) and all(name is not None and name[1][0].isupper() for name in names)

    def _score(self, one: Mention, other: Mention) -> float:
        """How much speaks for it that the one stands for the other."""
        score = _CLOSE * (1 - abs(one.at - other.at))
        if _is_sole(one, self.left[0]) and _is_sole(other, self.left[1]):
            score += _SOLE
        elif self._are_parallel(one, other):
            score += _PARALLEL
        a, b = one.quantity, other.quantity
        if a and b and a.kind == b.kind and a.unit == b.unit and a.unit:
            score += _UNIT if same_unit(one, other) else _OTHER_UNIT
        return score + _LINKED * self._are_linked(one, other, reach=(2, 2))

    def _are_parallel(self, one: Mention, other: Mention) -> bool:
        """Whether both sides have as many values, and the two are at the same place of the row."""
        rows = [[each for each in side if not each.is_vague] for side in self.said]
        if len(rows[0]) != len(rows[1]) or one not in rows[0] or other not in rows[1]:
            return False
        return rows[0].index(one) == rows[1].index(other)

    def _are_linked(self, one: Mention, other: Mention, *, reach: tuple[int, int]) -> bool:
        """Whether a word at the one value may be the translation of a word at the other, so many
        words before and after them counting."""
        segment = self.segment
        near = _words_at(segment.source, one, reach), _words_at(segment.target, other, reach)
        if {hit for number in near[0] for hit in segment.links[0][number]} & set(near[1]):
            return True
        names = [
            {stretch.words[number].text.lower() for number in numbers}
            for stretch, numbers in zip(segment.sides, near, strict=True)
        ]
        return bool(names[0] & names[1])


def moved(rests: Sequence[Rest]) -> Iterator[Change]:
    """The values that a whole passage lacks on either side, one of each kind: changes that cross
    the sentences, of which one may have been split. They are left no more."""
    ours, theirs = (_by_kind(rests, side) for side in (0, 1))
    for kind in sorted(ours.keys() & theirs.keys()):
        if not len(ours[kind]) == len(theirs[kind]) == 1:
            continue
        (rest, one), (other_rest, other) = ours[kind][0], theirs[kind][0]
        if one.numbers <= rest.known[1] or other.numbers <= rest.known[0]:
            continue
        rest.left[0].remove(one)
        other_rest.left[1].remove(other)
        yield Change(rest.segment, (one, other), _what(one, other), False, other_rest.segment)


def _by_kind(rests: Sequence[Rest], side: int) -> dict[str, list[tuple[Rest, Mention]]]:
    """The measures and years that are left over on a side, in digits and said once."""
    found: dict[str, list[tuple[Rest, Mention]]] = {}
    for rest in rests:
        places = {id(one): number for number, one in enumerate(rest.said[side])}
        for one in rest.left[side]:
            if one.quantity is None or one.is_vague or not one.in_digits:
                continue
            kind = "year" if one.is_year else one.quantity.kind
            if kind in UNITLESS or rest.is_restated(places[id(one)], side):
                continue
            found.setdefault(kind, []).append((rest, one))
    return found


def _of_a_kind(one: Mention, other: Mention) -> bool:
    a, b = one.quantity, other.quantity
    if a is None or b is None:
        return False
    if one.is_unitless and other.is_unitless:
        return (a.kind == "date") == (b.kind == "date")
    if "number" in {a.kind, b.kind}:
        return one.in_digits and other.in_digits  # "30 days, electronics 14"
    return a.kind == b.kind or {a.kind, b.kind} == {"age", "duration"}


def _is_sole(one: Mention, rest: Sequence[Mention]) -> bool:
    """Whether no other value that could be taken for it is left over."""
    return not any(
        other is not one and not other.is_vague and other.is_unitless == one.is_unitless
        for other in rest
    )


def _words_at(stretch: Stretch, one: Mention, reach: tuple[int, int]) -> list[int]:
    """The words inside a value, and so many before and after it."""
    inside, before, after = [], [], []
    for number, word in enumerate(stretch.words):
        if word.end <= one.start:
            if word.end >= one.start - _NEAR:
                before.append(number)
        elif word.start < one.end:
            inside.append(number)
        elif word.start <= one.end + _NEAR:
            after.append(number)
    back, forth = reach
    return [*(before[-back:] if back else ()), *inside, *after[:forth]]


def _what(one: Mention, other: Mention) -> str:
    a, b = one.quantity, other.quantity
    if a is None or b is None:
        return "value"
    if opposed(a, b) and (one.numbers == other.numbers or ends(a) == ends(b)):
        return "bound"
    if one.numbers == other.numbers:
        return "unit"
    ranged = [each.low != each.high and not OPPOSITE.get(each.bound) for each in (a, b)]
    return "range" if any(ranged) else "value"
