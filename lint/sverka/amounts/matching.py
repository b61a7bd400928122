"""The values of a passage, matched across languages: what is left over has no counterpart.

First those that are the same in a segment, then in the whole passage; then what only may be the
same: a number that the other side has in a name or in code, miles that are kilometres there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import partial

from sverka.amounts.mention import UNITLESS, Mention
from sverka.quantities import Quantity, same

ROUNDED = {
    **dict.fromkeys(("length", "mass", "volume", "area", "speed"), 0.07),
    **dict.fromkeys(("energy", "pressure", "power"), 0.07),
    "temperature": 0.025,
    **dict.fromkeys(("duration", "age"), 0.02),
}
"""Kinds that a translation may give in other units, and by how much the value may then differ,
relatively: 2 to 3 inches are "5 to 8 cm"; 15 months are 1 year and 3 months, to some days."""
SPELLED, SPELLED_FROM = 0.1, 0.05
"""The same where one is written in words, and is rounded as freely as this at all."""
SHARE = 0.02
"""How far a fraction may be from the percents: a third from 33 %."""
DEGREES = 1.5
OPPOSITE = {"at least": "below", "more": "below", "at most": "above", "less": "above"}
"""Which side of its number a bound keeps free of values."""

MOST = 2_500
"""Pairs of values that are compared at most; a longer row of values is no prose."""

Sides = tuple[tuple[Mention, ...], tuple[Mention, ...]]
Leftover = tuple[list[Mention], list[Mention]]
Test = Callable[[Mention, Mention], bool]


def match(segments: Iterable[Sides]) -> list[Leftover]:
    """The mentions of a passage by segment -> those that have no counterpart anywhere in it."""
    left: list[Leftover] = [(list(ones), list(others)) for ones, others in segments]
    for rest in left:
        _take_equal(*rest)
    for tests in ((_alike, _same), (_named,)):
        for places in (left, _across(left)):
            for test in tests:
                for ones, others in places:
                    _take(ones, others, test)
    for ones, others in (*left, *_across(left)):
        _take_ranges(ones, others)
        _take_ranges(others, ones)
        _take(ones, others, partial(_stands_for, (ones, others)))
    return left


def _across(left: list[Leftover]) -> list[Leftover]:
    """What any segment has left on the one side, with what any has on the other."""
    ours = [ones for ones, _ in left if ones]
    theirs = [others for _, others in left if others]
    if len(ours) * len(theirs) > MOST:
        return []
    return [(ones, others) for ones in ours for others in theirs]


def _take_equal(ones: list[Mention], others: list[Mention]) -> None:
    """Take away what is alike to the letter of its value, in the order of the text; most is."""
    waiting: dict[object, list[Mention]] = {}
    for other in reversed(others):
        waiting.setdefault(_key(other), []).append(other)
    for one in tuple(ones):
        if found := waiting.get(_key(one)):
            ones.remove(one)
            others.remove(found.pop())


def _key(one: Mention) -> object:
    quantity = one.quantity
    if quantity is None:
        return one.numbers
    unit = "" if one.is_unitless and quantity.kind != "date" else quantity.unit
    return quantity.kind, quantity.low, quantity.high, unit, quantity.bound


def _take(ones: list[Mention], others: list[Mention], test: Test) -> None:
    """Take away those that pass the test together, each with the nearest."""
    if not others or len(ones) * len(others) > MOST:
        return
    for one in tuple(ones):
        hits = [other for other in others if test(one, other)]
        if hits:
            nearest = min(hits, key=lambda other: abs(other.at - one.at))
            ones.remove(one)
            others.remove(nearest)


def _take_ranges(ones: list[Mention], others: list[Mention]) -> None:
    """Take away ranges whose two ends stand on the other side, each as a value of its own."""
    for one in tuple(ones):
        quantity = one.quantity
        if (
            quantity is None
            or quantity.low == quantity.high
            or None in (quantity.low, quantity.high)
        ):
            continue
        low, high = (
            next((other for other in others if _is_at(other, quantity, end)), None)
            for end in (quantity.low, quantity.high)
        )
        if low is not None and high is not None:
            ones.remove(one)
            # Where one value is both ends, it is the same range of another kind.
            others[:] = [other for other in others if other is not low and other is not high]


def _is_at(one: Mention, ranged: Quantity, end: float | None) -> bool:
    quantity = one.quantity
    if quantity is None or end is None:
        return False
    if quantity.unit != ranged.unit and not one.is_unitless:
        return False
    return any(math.isclose(value, end) for value in ends(quantity))


def _alike(one: Mention, other: Mention) -> bool:
    """The same value, kind and bound."""
    a, b = one.quantity, other.quantity
    if a is None or b is None:
        return a is b and one.numbers == other.numbers
    return a.kind == b.kind and same(a, b, strict=True)


def _same(one: Mention, other: Mention) -> bool:
    a, b = one.quantity, other.quantity
    return a is not None and b is not None and same(a, b) and not opposed(a, b)


def opposed(a: Quantity, b: Quantity) -> bool:
    """Whether the one is a lower limit, the other an upper one."""
    ways = {OPPOSITE.get(a.bound), OPPOSITE.get(b.bound)}
    return len(ways) == 2 and None not in ways


def _named(one: Mention, other: Mention) -> bool:
    """The same number, which at least one side has without a unit, or in a name."""
    a, b = one.quantity, other.quantity
    if a is None and b is None:
        return False
    if a is not None and b is not None:
        if a.kind == b.kind == "percent" and ends(a)[1] == -ends(b)[1]:
            return True  # a discount of 30 %, or −30 %
        if _is_share(a, b) or _is_share(b, a):
            return True
        if a.kind not in UNITLESS and b.kind not in UNITLESS:
            # "every 3 months" may be read as a time there
            return a.unit == b.unit and ends(a) == ends(b) and not opposed(a, b)
        if opposed(a, b):
            return False
        # "up to 1.5 million" may be "£1.5 million" there: its reading is one of the other's.
        return bool(one.numbers) and (one.numbers <= other.numbers or one.numbers >= other.numbers)
    return bool(one.numbers & other.numbers)


def _is_share(a: Quantity, b: Quantity) -> bool:
    """Whether ``a`` are the percents of the fraction ``b``: 50 % are "half"."""
    if a.kind != "percent" or b.kind not in UNITLESS:
        return False
    return all(abs(x / 100 - y) <= SHARE * y for x, y in zip(ends(a), ends(b), strict=True))


def _stands_for(rest: Leftover, one: Mention, other: Mention) -> bool:
    """Whether the one is the other in another unit, and nothing there is in the same unit."""
    if not are_converted(one, other):
        return False
    rivals = [(rival, other) for rival in rest[0] if rival is not one]
    rivals += [(one, rival) for rival in rest[1] if rival is not other]
    return not any(_is_rival(*pair) for pair in rivals)


def _is_rival(one: Mention, other: Mention) -> bool:
    a, b = one.quantity, other.quantity
    return a is not None and b is not None and a.kind == b.kind and same_unit(one, other)


def are_converted(one: Mention, other: Mention) -> bool:
    """The same measure in another unit, rounded."""
    a, b = one.quantity, other.quantity
    if a is None or b is None or opposed(a, b):
        return False
    if "temperature" in {a.kind, b.kind} <= {"temperature", "number"} and _are_degrees(a, b):
        return True
    rounded = ROUNDED.get(a.kind)
    if a.kind != b.kind or a.unit != b.unit or rounded is None or same_unit(one, other):
        return False
    slack = 0.0
    if a.kind == "temperature":
        slack = DEGREES  # zero is no natural origin
    elif rounded >= SPELLED_FROM:
        slack = max(_precision(one), _precision(other))
        rounded = rounded if one.in_digits and other.in_digits else SPELLED
    return all(
        abs(x - y) <= max(slack, rounded * abs(x)) for x, y in zip(ends(a), ends(b), strict=True)
    )


def _are_degrees(a: Quantity, b: Quantity) -> bool:
    """Whether the one is in Fahrenheit and the other in Celsius, though neither says so."""
    return any(
        all(abs((f - 32) / 1.8 - c) <= DEGREES for f, c in zip(*way, strict=True))
        for way in ((ends(a), ends(b)), (ends(b), ends(a)))
    )


def _precision(one: Mention) -> float:
    """Half of what the last digit stands for, in the base unit: 2 m may be 1.5 to 2.5."""
    size = factor(one)
    if size is None:
        return 0.0
    number = max(one.numbers)
    if not number.is_integer():
        return 0.0
    step = 1.0
    while number % (step * 10) == 0:
        step *= 10
    return abs(size) * step / 2


def ends(one: Quantity) -> tuple[float, float]:
    """Low and high, whatever the bound."""
    low = one.low if one.low is not None else one.high
    high = one.high if one.high is not None else one.low
    return low or 0.0, high or 0.0


def same_unit(one: Mention, other: Mention) -> bool:
    """Whether both are written in one unit (kilometres, not miles), as far as can be told."""
    factors = factor(one), factor(other)
    if factors[0] and factors[1]:
        return math.isclose(factors[0], factors[1], rel_tol=0.001)
    for size, words in ((factors[0], other), (factors[1], one)):
        if size and words.quantity:
            # Numerals in words are whole, or halves: six metres are no number of feet.
            halves = 2 * ends(words.quantity)[1] / size
            return math.isclose(halves, round(halves), rel_tol=0.001)
    return True


def factor(one: Mention) -> float | None:
    """How many base units the unit that is written has; None where that cannot be told."""
    quantity = one.quantity
    if quantity is None or not one.numbers or quantity.written == "words":
        return None
    value = max((abs(end) for end in ends(quantity)), default=0.0)
    number = max(one.numbers)
    return value / number if value and number else None
