"""The best order-keeping match of two sequences, and what moved."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sverka.align.evidence import IMPOSSIBLE, Evidence

GAP = 2.5
"""What a unit without a counterpart costs."""
MOVED = 3.0
"""How much more must speak for a match out of order than for what stands in order."""
STRAY = 1.0
"""How much must speak for a match out of order of two units that have no other."""
FEW = 6
"""With more units than this left over, two of them meet by chance; then as much must speak for
a match as for any other move."""
FULL = 60_000
"""Up to this many cells every pair of units is weighed; above it only those near a line."""
BAND = 40
"""How far from that line, in units."""


@dataclass(frozen=True, slots=True)
class Matching:
    """``pairs`` of numbers in the order of the source; ``moved`` are those of them that
    stand in another order on the target side."""

    pairs: tuple[tuple[int, int], ...]
    moved: frozenset[tuple[int, int]]


def match(ones: int, others: int, evidence: Evidence) -> Matching:
    """Match ``ones`` source units with ``others`` target units by their evidence."""
    ranges = _ranges(ones, others, evidence)
    pairs = _in_order(ranges, others, evidence)
    pairs = _out_of_order(pairs, ones, others, evidence)
    kept = set(_rise(pairs))
    return Matching(tuple(pairs), frozenset(pair for pair in pairs if pair not in kept))


def _ranges(ones: int, others: int, evidence: Evidence) -> list[tuple[int, int]]:
    """For each source unit the range of target units that it may match."""
    if ones * others <= FULL:
        return [(0, others)] * ones
    anchors = [(0, 0), *_anchors(ones, evidence), (ones, others)]
    ranges: list[tuple[int, int]] = []
    for (i0, j0), (i1, j1) in itertools.pairwise(anchors):
        for i in range(i0, i1):
            middle = j0 + (j1 - j0) * (i - i0) // max(i1 - i0, 1)
            ranges.append((max(0, middle - BAND), min(others, middle + BAND + 1)))
    return ranges


def _anchors(ones: int, evidence: Evidence) -> list[tuple[int, int]]:
    """Pairs so sure that a line may be drawn through them."""
    best: dict[int, tuple[float, int]] = {}
    chosen: list[tuple[int, int]] = []
    for i in range(ones):
        rated = sorted(((evidence.words(i, j), -j) for j in evidence.candidates(i)), reverse=True)[
            :2
        ]
        if rated and rated[0][0] > 8 and (len(rated) == 1 or rated[0][0] > rated[1][0] + 4):
            score, j = rated[0][0], -rated[0][1]
            if j not in best or best[j][0] < score:
                best[j] = (score, i)
    for j, (_, i) in best.items():
        chosen.append((i, j))
    return _rise(sorted(chosen))


def _rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence in which both numbers grow."""
    tails: list[int] = []
    heads: list[int] = []
    before: list[int] = [-1] * len(pairs)
    for number, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before[number] = heads[at - 1] if at else -1
        if at == len(tails):
            tails.append(j)
            heads.append(number)
        else:
            tails[at], heads[at] = j, number
    chain: list[tuple[int, int]] = []
    number = heads[-1] if heads else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


_PAIR, _SKIP_ONE, _SKIP_OTHER = 1, 2, 3


def _in_order(
    ranges: Sequence[tuple[int, int]], others: int, evidence: Evidence
) -> list[tuple[int, int]]:
    """Needleman and Wunsch's alignment within the ranges."""
    score = evidence.score
    first_end = ranges[0][1] if ranges else others
    row = {j: -GAP * j for j in range(first_end + 1)}
    steps: list[tuple[int, bytearray]] = []
    for i, (low, high) in enumerate(ranges):
        above = row
        row = {}
        taken = bytearray(high - low + 1)
        left = IMPOSSIBLE
        for j in range(low, high + 1):
            best, step = above.get(j, IMPOSSIBLE) - GAP, _SKIP_ONE
            if left - GAP > best:
                best, step = left - GAP, _SKIP_OTHER
            if j and (corner := above.get(j - 1, IMPOSSIBLE)) != IMPOSSIBLE:
                together = corner + score(i, j - 1)
                # Of equally good ways, the one that pairs.
                if together >= best:
                    best, step = together, _PAIR
            row[j] = left = best
            taken[j - low] = step
        steps.append((low, taken))
    return _trace(steps, others)


def _trace(steps: list[tuple[int, bytearray]], others: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    i, j = len(steps), others
    while i and j >= 0:
        low, taken = steps[i - 1]
        step = taken[j - low] if 0 <= j - low < len(taken) else _SKIP_OTHER
        if step == _SKIP_ONE:
            i -= 1
        elif step == _PAIR:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        else:
            j -= 1
    return pairs[::-1]


def _out_of_order(
    pairs: list[tuple[int, int]], ones: int, others: int, evidence: Evidence
) -> list[tuple[int, int]]:
    """Match what moved: units that fit each other far better than what stands in order."""
    score = evidence.score
    partner = dict(pairs)
    owner = {j: i for i, j in pairs}
    now = {i: score(i, j) for i, j in pairs}
    wanted: list[tuple[float, int, int]] = []
    stray_needs = STRAY if ones + others - 2 * len(pairs) <= FEW else MOVED
    for i in range(ones):
        held = now.get(i, -GAP)
        for j in evidence.candidates(i):
            if partner.get(i) == j:
                continue
            there = now[owner[j]] if j in owner else -GAP
            stray = i not in partner and j not in owner
            needed = stray_needs if stray else _needed(held, there)
            words = evidence.words(i, j)
            if words > needed and (value := score(i, j)) > needed:
                wanted.append((-value, i, j))
    done_ones: set[int] = set()
    done_others: set[int] = set()
    for _, i, j in sorted(wanted):
        if i in done_ones or j in done_others:
            continue
        done_ones.add(i)
        done_others.add(j)
        if i in partner:
            owner.pop(partner.pop(i))
        if j in owner:
            partner.pop(owner.pop(j))
        partner[i], owner[j] = j, i
    if done_ones:
        _reunite(partner, owner, ones, others, evidence)
    _last_of_a_kind(partner, owner, ones, others, evidence)
    return sorted(partner.items())


def _needed(held: float, there: float) -> float:
    """How much must speak for breaking up what two units are matched with now."""
    better = max(held, there, 0.0)
    return better + MOVED if better < 1.0 else better + 2 * MOVED


def _last_of_a_kind(
    partner: dict[int, int], owner: dict[int, int], ones: int, others: int, evidence: Evidence
) -> None:
    """Match the only unit of a kind that is left on each side, if its words allow it at all."""
    left: dict[object, tuple[list[int], list[int]]] = {}
    for i in range(ones):
        if i not in partner:
            left.setdefault(evidence.kind(0, i), ([], []))[0].append(i)
    for j in range(others):
        if j not in owner:
            left.setdefault(evidence.kind(1, j), ([], []))[1].append(j)
    for strays in left.values():
        if len(strays[0]) == len(strays[1]) == 1:
            i, j = strays[0][0], strays[1][0]
            if evidence.words(i, j) > 0:
                partner[i], owner[j] = j, i


def _reunite(
    partner: dict[int, int], owner: dict[int, int], ones: int, others: int, evidence: Evidence
) -> None:
    """Pair units that a move has freed with what now stands across from them."""
    for i in range(ones):
        if i in partner:
            continue
        before = max((partner[k] for k in (i - 1,) if k in partner), default=None)
        spots = [before + 1] if before is not None else []
        if i + 1 in partner:
            spots.append(partner[i + 1] - 1)
        for j in spots:
            if 0 <= j < others and j not in owner and evidence.score(i, j) > -GAP:
                partner[i], owner[j] = j, i
                break
