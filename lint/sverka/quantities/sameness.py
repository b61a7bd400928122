"""Whether two quantities are the same value, whatever the language and the unit."""

from __future__ import annotations

import math
from collections.abc import Iterator

from sverka.quantities.quantity import Quantity, Reading

_NUMBERS = frozenset({"number", "count", "ordinal", "date"})
_YEAR = 31_536_000.0
_TOLERANCE = 1e-6


def same(a: Quantity, b: Quantity, *, strict: bool = False) -> bool:
    """Whether ``a`` and ``b`` have a reading of equal value and unit.

    A bare number equals a count, an ordinal, or a year of that value; an age equals the time; a
    date without a year equals it in any year; vague values need to overlap only. A bound that only
    one side has is overlooked, unless ``strict``, where the bounds must be equal, too.
    """
    return any(_same(one, other, strict=strict) for one in (a, *a.also) for other in (b, *b.also))


def _same(a: Quantity, b: Quantity, *, strict: bool) -> bool:
    if strict and a.bound != b.bound:
        return False
    if not _comparable(a, b):
        return False
    vague = a.vague or b.vague
    return any(
        _overlap(one, other) if vague else _equal(one, other, a, b)
        for one in _readings(a, b)
        for other in _readings(b, a)
    )


def _comparable(a: Quantity, b: Quantity) -> bool:
    if a.kind == b.kind:
        return a.kind in _NUMBERS - {"date"} or a.unit == b.unit
    if {a.kind, b.kind} == {"age", "duration"}:
        return True
    if "age" in {a.kind, b.kind}:
        return "number" in {a.kind, b.kind}
    if {a.kind, b.kind} <= _NUMBERS:
        date = next((one for one in (a, b) if one.kind == "date"), None)
        return date is None or date.unit in {"year", "century"}
    return False


def _readings(one: Quantity, other: Quantity) -> Iterator[Reading]:
    """The readings of ``one``, in the unit of ``other`` where that is a time and this an age."""
    in_seconds = one.kind == "age" and other.kind == "duration"
    for low, high in one.readings or ((one.low, one.high),):
        if in_seconds:
            yield (None if low is None else low * _YEAR, None if high is None else high * _YEAR)
        else:
            yield low, high


def _equal(one: Reading, other: Reading, a: Quantity, b: Quantity) -> bool:
    if a.kind == b.kind == "date" and a.unit == "day":
        return all(_same_day(x, y) for x, y in zip(one, other, strict=True))
    if _close(one[0], other[0]) and _close(one[1], other[1]):
        return True
    if (None in one) != (None in other):
        # One side leaves the bound out: the value that is there must be said on the other, too.
        single, double = (one, other) if None in one else (other, one)
        value = single[0] if single[0] is not None else single[1]
        return double[0] == double[1] and _close(value, double[0])
    return False


def _same_day(x: float | None, y: float | None) -> bool:
    if x is None or y is None:
        return x is y
    return x == y or (min(x, y) < 10_000 and x % 10_000 == y % 10_000)


def _close(x: float | None, y: float | None) -> bool:
    if x is None or y is None:
        return x is y
    return math.isclose(x, y, rel_tol=_TOLERANCE, abs_tol=1e-12)


def _overlap(one: Reading, other: Reading) -> bool:
    low = max(-math.inf if value is None else value for value in (one[0], other[0]))
    high = min(math.inf if value is None else value for value in (one[1], other[1]))
    return low <= high or _close(low, high)
