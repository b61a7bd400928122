"""Numbers in a row and a unit that is said once: "in 1, 3 and 6 months", "10 x 15 cm"."""

from __future__ import annotations

from dataclasses import replace

from sverka.quantities.ages import YEAR
from sverka.quantities.amounts import Span
from sverka.quantities.pack import Unit
from sverka.quantities.quantity import Quantity
from sverka.quantities.ranges import extent
from sverka.quantities.reader import Reader
from sverka.quantities.units import in_unit

Place = tuple[Quantity, int, int]
"""A quantity with the token it was found at and the one after it."""

_OLDEST = 120
_SHARED = frozenset({
    "duration", "percent", "money", "length", "mass", "volume", "temperature", "area", "speed",
    "data", "power", "voltage",
})  # fmt: skip


def share_units(reader: Reader, found: list[Place]) -> tuple[Quantity, ...]:
    """The quantities, plain numbers in a row given the unit of the last one."""
    quantities = [one for one, _, _ in found]
    for here in range(1, len(found)):
        this, before = quantities[here], quantities[here - 1]
        if before.kind == "age" and _in_a_row(reader, found[here - 1][2], found[here][1]):
            quantities[here] = _as_age(this)
    unit: Unit | None = None
    for here in range(len(found) - 2, -1, -1):
        this, following = quantities[here], quantities[here + 1]
        plain = this.kind == "number" and not this.bound and not this.vague
        if not (plain and following.kind in _SHARED):
            unit = None
        elif _in_a_row(reader, found[here][2], found[here + 1][1]):
            unit = unit or _unit(reader, found[here + 1][1])
            if unit is not None:
                quantities[here] = _with_unit(this, unit)
    return tuple(quantities)


def _as_age(this: Quantity) -> Quantity:
    """An age where it can be one: the second of "aged 33 and 34"."""
    years = (this.low or 0.0) / YEAR if this.kind == "duration" else this.low or 0.0
    plain = this.kind in {"number", "duration"} and this.low == this.high and 1 <= years <= _OLDEST
    if not plain:
        return this
    return replace(this, kind="age", unit="year", low=years, high=years, readings=((years, years),))


def _unit(reader: Reader, at: int) -> Unit | None:
    found = extent(reader, at)
    return found.unit if found else None


def _with_unit(this: Quantity, unit: Unit) -> Quantity:
    spans: tuple[Span, ...] = tuple((low or 0.0, high or 0.0) for low, high in this.readings)
    readings = in_unit(spans, unit)
    low, high = readings[0]
    return replace(this, kind=unit.kind, unit=unit.unit, low=low, high=high, readings=readings)


def _in_a_row(reader: Reader, stop: int, start: int) -> bool:
    """Whether only a comma or an "and" stands between the tokens."""
    between = range(stop, start)
    return 1 <= len(between) <= 2 and all(
        reader.mark(at) in {",", "/"} or reader.meaning(at).flags & {"and", "or", "by"}
        for at in between
    )
