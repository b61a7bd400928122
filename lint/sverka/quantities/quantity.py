"""What is found: a value with its unit, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

Reading = tuple[float | None, float | None]
"""``low`` and ``high`` in one way of reading what is written; None where it is open."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its unit, at the half-open range of code points ``start`` to ``end``.

    ``kind``: duration, age, frequency, count, money, percent, length, mass, volume, temperature,
    area, speed, data, power, voltage, energy, pressure, rate, angle, resolution, date, time,
    ordinal, number.

    ``low`` and ``high`` are counted in ``unit`` and None where the value is open. The unit is ``s``
    for durations, times of day (since midnight) and frequencies (the period), ``year`` for ages, an
    ISO code for money, an SI unit or ``l``, ``°C``, ``byte`` for measures, the counted noun for
    counts, nothing for numbers and ordinals. A date is the number YYYYMMDD with the unit ``day``
    (the year is 0 where none is written), YYYYMM with ``month``, YYYY with ``year``, and a century
    its number with ``century``.

    ``readings`` are all ways to read what is written, that of ``low`` and ``high`` first: ``1,500``
    has two. ``bound`` tells how an open value is closed: ``at least``, ``at most``, ``more``,
    ``less``; of a frequency it speaks of the period. ``vague`` is "a few", ``approximate`` is
    "about five". A ``weak`` one ("one of", "an hour", "first") is often written without a number
    in another language, so that it means nothing when it has no counterpart. ``noun`` is the
    counted noun in lower case, ``ordinal`` tells "2nd" and "step 2", ``written`` is ``digits``,
    ``words`` or ``mixed`` ("5 million"). ``also`` is what it means where its unit is read another
    way: a prime is feet or minutes, a pound is weight or money.
    """

    start: int
    end: int
    kind: str
    low: float | None
    high: float | None
    unit: str
    readings: tuple[Reading, ...] = ()
    bound: str = ""
    vague: bool = False
    approximate: bool = False
    weak: bool = False
    noun: str = ""
    ordinal: bool = False
    written: str = "digits"
    also: tuple[Quantity, ...] = ()
