"""The best order-keeping match of two sequences of units."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from sverka.align.evidence import IMPOSSIBLE, Evidence

GAP = 2.5
"""What a unit without a counterpart costs."""
FULL = 60_000
"""Up to this many cells every pair of units is weighed; above it only those near a line."""
BAND = 40
"""How far from that line, in units."""
SURE = 8.0
"""Evidence from which on two units may fix the line, when they are nobody else's by far."""

Pair = tuple[int, int]


def in_order(ones: Sequence[int], others: Sequence[int], evidence: Evidence) -> list[Pair]:
    """Match some source units with some target units, both given by ascending numbers, so that
    no two pairs cross (Needleman and Wunsch's alignment, banded on long pages)."""
    score = evidence.score
    ranges = _ranges(ones, others, evidence)
    row = {j: -GAP * j for j in range((ranges[0][1] if ranges else 0) + 1)}
    steps: list[tuple[int, bytearray]] = []
    for i, (low, high) in zip(ones, ranges, strict=True):
        above = row
        row = {}
        taken = bytearray(high - low + 1)
        left = IMPOSSIBLE
        for j in range(low, high + 1):
            best, step = above.get(j, IMPOSSIBLE) - GAP, _SKIP_ONE
            if left - GAP > best:
                best, step = left - GAP, _SKIP_OTHER
            if j and (corner := above.get(j - 1, IMPOSSIBLE)) != IMPOSSIBLE:
                together = corner + score(i, others[j - 1])
                # Of equally good ways, the one that pairs.
                if together >= best:
                    best, step = together, _PAIR
            row[j] = left = best
            taken[j - low] = step
        steps.append((low, taken))
    return [(ones[i], others[j]) for i, j in _trace(steps, len(others))]


_PAIR, _SKIP_ONE, _SKIP_OTHER = 1, 2, 3


def _trace(steps: list[tuple[int, bytearray]], others: int) -> list[Pair]:
    """The pairs on the best way, walked back from its end."""
    pairs: list[Pair] = []
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


def _ranges(ones: Sequence[int], others: Sequence[int], evidence: Evidence) -> list[Pair]:
    """For each source unit the range of target units, as positions, that it may match."""
    if len(ones) * len(others) <= FULL:
        return [(0, len(others))] * len(ones)
    anchors = [(0, 0), *_anchors(ones, others, evidence), (len(ones), len(others))]
    ranges: list[Pair] = []
    for (i0, j0), (i1, j1) in pairwise(anchors):
        whole = (i1 - i0) * (j1 - j0) <= FULL
        for i in range(i0, i1):
            middle = j0 + (j1 - j0) * (i - i0) // max(i1 - i0, 1)
            low, high = (j0, j1) if whole else (max(j0, middle - BAND), min(j1, middle + BAND))
            ranges.append((max(0, low - 1), min(len(others), high + 1)))
    return ranges


def _anchors(ones: Sequence[int], others: Sequence[int], evidence: Evidence) -> list[Pair]:
    """Positions of pairs so sure that a line may be drawn through them."""
    position = {j: number for number, j in enumerate(others)}
    best: dict[int, tuple[float, int]] = {}
    for number, i in enumerate(ones):
        rated = sorted(
            ((words, -j) for words, j in evidence.rivals(i, SURE / 2) if j in position),
            reverse=True,
        )[:2]
        if (
            rated
            and rated[0][0] > SURE
            and (len(rated) == 1 or rated[0][0] > rated[1][0] + SURE / 2)
        ):
            weight, j = rated[0][0], -rated[0][1]
            if j not in best or best[j][0] < weight:
                best[j] = (weight, number)
    return rising(sorted((number, position[j]) for j, (_, number) in best.items()))


def rising(pairs: list[Pair]) -> list[Pair]:
    """The longest subsequence in which both numbers grow; the pairs are sorted by the first."""
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
    chain: list[Pair] = []
    number = heads[-1] if heads else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
