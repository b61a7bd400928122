"""Which unit is which: in order first, then what moved, then what was split or joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sverka.align.evidence import Evidence
from sverka.align.sequence import GAP, Pair, in_order, rising
from sverka.page import Kind

MOVED = 3.0
"""How much more must speak for a match out of order than for what stands in order."""
STRAY = 1.0
"""How much must speak for a match out of order of two units that have no other."""
FEW = 6
"""With more units than this left over, two of them meet by chance; then as much must speak for
a match as for any other move."""
PART = 1.0
"""How much of a unit must be found in another for being a part of it."""
FULLER = 0.35
"""How much better the lengths must agree when the part is counted in."""


@dataclass(frozen=True, slots=True)
class Matching:
    """``pairs`` of numbers in the order of the source; ``moved`` are those of them that stand in
    another order on the target side.

    ``parts``: for source units (0) and target units (1) without counterpart that are said in the
    counterpart of their neighbour, that counterpart's number. One paragraph was made two.
    """

    pairs: tuple[Pair, ...]
    moved: frozenset[Pair]
    parts: tuple[dict[int, int], dict[int, int]]


def match(ones: int, others: int, evidence: Evidence) -> Matching:
    """Match ``ones`` source units with ``others`` target units by their evidence."""
    pairs = in_order(range(ones), range(others), evidence)
    moves = dict(_moves(pairs, ones, others, evidence))
    if moves:
        # What a move has set free may fit what another one has.
        gone = set(moves.values())
        rest = in_order(
            [i for i in range(ones) if i not in moves],
            [j for j in range(others) if j not in gone],
            evidence,
        )
        pairs = sorted([*moves.items(), *rest])
    partner = dict(pairs)
    owner = {j: i for i, j in pairs}
    for i in sorted(moves):
        _spread(partner, owner, i, (ones, others), evidence)
    _last_of_a_kind(partner, owner, (ones, others), evidence)
    pairs = sorted(partner.items())
    kept = set(rising(pairs))
    moved = frozenset(pair for pair in pairs if pair not in kept)
    parts = (_parts(partner, ones, evidence, 0), _parts(owner, others, evidence, 1))
    return Matching(tuple(pairs), moved, parts)


def _moves(pairs: list[Pair], ones: int, others: int, evidence: Evidence) -> Iterator[Pair]:
    """Units that fit each other far better than what they are matched with in order."""
    partner = dict(pairs)
    owner = {j: i for i, j in pairs}
    now = {i: evidence.score(i, j) for i, j in pairs}
    stray_needs = STRAY if ones + others - 2 * len(pairs) <= FEW else MOVED
    wanted: list[tuple[float, int, int]] = []
    for i in range(ones):
        held = now.get(i, -GAP)
        least = min(stray_needs, MOVED) if i not in partner else _needed(held, -GAP)
        for words, j in evidence.rivals(i, least):
            there = now[owner[j]] if j in owner else -GAP
            stray = i not in partner and j not in owner
            needed = stray_needs if stray else _needed(held, there)
            if partner.get(i) != j and words > needed:
                value = evidence.score(i, j)
                if value > needed:
                    wanted.append((-value, i, j))
    done: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(wanted):
        if i not in done[0] and j not in done[1]:
            done[0].add(i)
            done[1].add(j)
            yield i, j


def _needed(held: float, there: float) -> float:
    """How much must speak for breaking up what two units are matched with now."""
    better = max(held, there, 0.0)
    return better + MOVED if better < 1.0 else better + 2 * MOVED


def _spread(
    partner: dict[int, int],
    owner: dict[int, int],
    moved: int,
    sizes: tuple[int, int],
    evidence: Evidence,
) -> None:
    """Match what stands beside a moved unit, on both sides without counterpart: it moved, too."""
    for step in (-1, 1):
        i, j = moved + step, partner[moved] + step
        while 0 <= i < sizes[0] and 0 <= j < sizes[1] and i not in partner and j not in owner:
            if evidence.score(i, j) <= 0:
                break
            partner[i], owner[j] = j, i
            i, j = i + step, j + step


def _last_of_a_kind(
    partner: dict[int, int], owner: dict[int, int], sizes: tuple[int, int], evidence: Evidence
) -> None:
    """Match the only unit of a kind that is left on each side, if its words allow it at all."""
    left: dict[object, tuple[list[int], list[int]]] = {}
    for side, matched in enumerate((partner, owner)):
        for number in range(sizes[side]):
            if number not in matched:
                left.setdefault(evidence.kind(side, number), ([], []))[side].append(number)
    for strays in left.values():
        if len(strays[0]) == len(strays[1]) == 1:
            i, j = strays[0][0], strays[1][0]
            if evidence.words(i, j) > 0:
                partner[i], owner[j] = j, i


def _parts(matched: dict[int, int], size: int, evidence: Evidence, side: int) -> dict[int, int]:
    """The units of a side that were joined to a neighbour on the other side."""
    parts: dict[int, int] = {}
    for number in range(size):
        if number in matched or evidence.kind(side, number)[0] not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        for near in (number - 1, number + 1):
            whole = matched.get(near, parts.get(near))
            if (
                whole is None
                or evidence.kind(1 - side, whole)[0] is not evidence.kind(side, near)[0]
            ):
                continue
            pair = (number, whole) if side == 0 else (whole, number)
            fuller = evidence.fuller(side, near, number, whole)
            if fuller > FULLER and evidence.found(*pair, side) > PART:
                parts[number] = whole
                break
    return parts
