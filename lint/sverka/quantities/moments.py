"""Dates and times of day, and ranges of them."""

from __future__ import annotations

from sverka.quantities.clock import Moment, clock, hours, told
from sverka.quantities.dates import by_month, dated, decade_in_words, years
from sverka.quantities.digits import date_readings
from sverka.quantities.reader import Reader


def moment(reader: Reader, at: int) -> Moment | None:
    """The date or time that begins at the token ``at``, or at the one before it."""
    found = _moment(reader, at)
    if found is None:
        return None
    return _ranged(reader, found)


def _moment(reader: Reader, at: int) -> Moment | None:
    kind = reader.token(at).kind
    daytime = reader.meaning(at).daytime
    if daytime is not None:
        return Moment(at, at + 1, "time", "s", ((daytime, daytime),), "words")
    if kind == "date":
        values = date_readings(reader.written(at), day_first=reader.grammar.pack.day_first)
        return dated(at, at + 1, "day", *values) if values else None
    if kind == "clock":
        return clock(reader, at)
    in_words = told(reader, at)
    if in_words is not None:
        return in_words
    said = decade_in_words(reader, at)
    if said is not None:
        return said
    if kind == "number" or reader.meaning(at).ordinal or reader.meaning(at).cardinal:
        return by_month(reader, at) or hours(reader, at) or years(reader, at)
    return None


def _ranged(reader: Reader, first: Moment) -> Moment:
    """Up to a second moment of the same kind: "10:00–18:00", "2019–2020"."""
    at = reader.after_stop(first.stop)
    if reader.is_dash(first.stop + 1) and reader.mark(first.stop) == ".":
        at = first.stop + 1  # "9 a.m.-6 p.m."
    joins = reader.is_dash(at) or reader.has(at, "joins")
    between = reader.has(at, "and") and reader.has(first.start - 1, "between")
    if not (joins or between):
        return first
    last = _moment(reader, at + 1)
    if last is None or last.kind != first.kind or last.unit != first.unit:
        return first
    pairs = [(a[0], b[1]) for a in first.readings for b in last.readings]
    rising = [pair for pair in pairs if (pair[0] or 0) < (pair[1] or 0)]
    if not rising:
        return first
    return Moment(first.start, last.stop, first.kind, first.unit, tuple(rising), first.written)
