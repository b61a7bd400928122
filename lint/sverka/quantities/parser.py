"""The grammar at work: tokens -> quantities, from left to right."""

from __future__ import annotations

from dataclasses import replace

from sverka.quantities.ages import YEAR, after_age, in_years, is_age, is_bare_age, since, years_of
from sverka.quantities.clock import Moment
from sverka.quantities.frequencies import Period, bare, per, period
from sverka.quantities.lexicon import NOTHING
from sverka.quantities.measures import is_sign
from sverka.quantities.moments import moment
from sverka.quantities.names import is_name
from sverka.quantities.nouns import counted, is_verb
from sverka.quantities.ordinals import ordinal
from sverka.quantities.pack import Unit
from sverka.quantities.quantity import Quantity, Reading
from sverka.quantities.ranges import Extent, extent
from sverka.quantities.reader import Reader
from sverka.quantities.sharing import Place, share_units
from sverka.quantities.surroundings import around
from sverka.quantities.units import in_unit, neat
from sverka.quantities.words import is_noun

Found = tuple[Quantity | None, int]
"""What is found and the token to go on at."""
_OPPOSITE = {"at least": "at most", "at most": "at least", "more": "less", "less": "more"}


def parse(reader: Reader) -> tuple[Quantity, ...]:
    """All quantities of the text."""
    found: list[Place] = []
    at = floor = 0
    while at < len(reader.tokens):
        token = reader.tokens[at]
        if token.meaning is NOTHING and token.kind in _PLAIN:
            at += 1
            continue
        if not (token.kind in _DIGITS or token.meaning.starts or _may_begin(reader, at)):
            at += 1
            continue
        quantity, stop = _at(reader, at, floor)
        if quantity is not None:
            found.append((quantity, at, stop))
            floor = stop
        at = max(stop, at + 1)
    return share_units(reader, found)


_PLAIN = frozenset({"word", "other"})
_DIGITS = frozenset({"number", "date", "clock"})


def _may_begin(reader: Reader, at: int) -> bool:
    """Whether a sign or a minus before a number begins it."""
    meaning = reader.meaning(at)
    if meaning.prefix is not None:
        return reader.token(at + 1).kind == "number"
    if reader.token(at).kind == "mark" and (reader.mark(at) == "+" or is_sign(reader, at)):
        return reader.token(at + 1).kind == "number" and reader.glued(at + 1)
    return "minus" in meaning.flags and reader.token(at + 1).kind in {"number", "word"}


def _at(reader: Reader, at: int, floor: int) -> Found:
    meaning = reader.meaning(at)
    if meaning.flags and "idiom" in meaning.flags:
        return None, at + 1
    if reader.token(at).kind == "number" and (stop := is_name(reader, at)):
        return None, stop
    moments = moment(reader, at)
    if moments is not None:
        return _of_moment(reader, moments, floor), moments.stop
    if reader.token(at).kind in {"date", "clock"}:
        return None, at + 1
    periods = period(reader, at)
    if periods is not None:
        return _of_period(reader, periods, floor), periods.stop
    ordered = ordinal(reader, at)
    if ordered is not None:
        return ordered
    return _measured(reader, at, floor)


def _measured(reader: Reader, at: int, floor: int) -> Found:
    found = extent(reader, at)
    if found is None:
        return _bare(reader, at, floor)
    if found.first.article and at == floor and at > 0 and not _breaks(reader, at):
        return None, at + 1  # "5 mg a day"
    if found.unit is not None and found.unit.kind == "times":
        often = per(reader, found)
        if often is not None:
            return _of_period(reader, often, floor), often.stop
        if reader.has(at, "turns"):
            return None, at + 1
    return _of_extent(reader, _inverted(reader, found, floor) or found, floor)


def _inverted(reader: Reader, found: Extent, floor: int) -> Extent | None:
    """A guess with the unit before the number, as in "hours two" of Russian."""
    if not reader.grammar.pack.inverts or found.unit is not None or is_noun(reader, found.stop):
        return None
    # A unit of one before five or more is no guess: "hour twenty" of Russian.
    place = found.start - (2 if reader.has(found.start - 1, "bare_after") else 1)
    unit = reader.meaning(place).unit
    if reader.meaning(place).one and found.spans[0][0] >= _FIVE:
        return None
    if place < floor or unit is None or unit.kind != "duration" or not reader.is_word(place):
        return None
    spans = in_unit(found.spans, unit)
    return replace(found, start=place, unit=unit, spans=spans)


_FIVE = 5


def _breaks(reader: Reader, at: int) -> bool:
    return reader.token(at - 1).kind == "mark"


def _bare(reader: Reader, at: int, floor: int) -> Found:
    found = bare(reader, at)
    if found is None or at == floor > 0:
        return None, at + 1
    return _of_extent(reader, Extent(at, found.stop, found, found, found.unit, found.spans), floor)


def _of_moment(reader: Reader, found: Moment, floor: int) -> Quantity:
    ranged = found.readings[0][0] != found.readings[0][1]
    start = found.start
    opened = ranged and start > floor and reader.has(start - 1, "opens")
    low, high = found.readings[0]
    first = reader.token(start - 1 if opened else start)
    return Quantity(
        first.start,
        reader.token(found.stop - 1).end,
        found.kind,
        low,
        high,
        found.unit,
        found.readings,
        written=found.written,
    )


def _of_period(reader: Reader, found: Period, floor: int) -> Quantity:
    ranged = found.spans[0][0] != found.spans[0][1]
    place = around(reader, found.start, found.stop, floor, ranged=ranged)
    bound = _OPPOSITE.get(place.bound, "")
    readings = tuple(opened_by(bound, low, high) for low, high in found.spans)
    low, high = readings[0]
    return Quantity(
        reader.token(place.start).start,
        reader.token(place.stop - 1).end,
        "frequency",
        low,
        high,
        "s",
        readings,
        bound=bound,
        approximate=place.approximate,
        written="words" if found.words else "digits",
    )


def opened_by(bound: str, low: float, high: float) -> Reading:
    """The value with the side open that the bound leaves open."""
    if bound in {"at least", "more"}:
        return low, None
    if bound in {"at most", "less"}:
        return None, high
    return low, high


def _of_extent(reader: Reader, found: Extent, floor: int) -> Found:
    kind, unit, noun, stop = counted(reader, found)
    if _are_hours(reader, found):
        kind = "time"
    if kind == "temperature" and reader.has(stop, "frost"):
        found = replace(found, spans=tuple((-high, -low) for low, high in found.spans))
        stop += 1
    vague = found.first.amount.vague or found.last.amount.vague
    ranged = found.ranged or vague
    worded = kind in {"count", "number"} and _written(found) == "words" and not ranged
    place = around(reader, found.start, stop, floor, ranged=ranged, worded=worded)
    if vague and kind in {"count", "number"} and reader.has(found.start, "scant"):
        return None, found.stop
    if kind == "number" and found.first.amount.weak and found.spans[0] == (1.0, 1.0):
        return None, found.stop  # "this one"
    spans: tuple[Reading, ...] = found.spans
    bound = found.last.bound or place.bound
    age = kind == "duration" and is_age(
        reader,
        place.start,
        stop,
        found.spans[0][1] / YEAR,
        years=in_years(found),
        single=not found.ranged,
    )
    if vague and kind == "count" and is_verb(reader, stop - 1):
        return None, found.stop
    if kind in {"number", "count"} and is_bare_age(reader, found, place, counts=kind == "count"):
        kind, unit, noun = "age", "year", ""
        place = around(reader, found.start, found.stop, floor, ranged=ranged)
    elif age:
        kind, unit, spans, stop = "age", "year", years_of(found), after_age(reader, stop)
        place = around(reader, found.start, stop, floor, ranged=ranged)
        bound = found.last.bound or place.bound or since(reader, place, found)
    start = place.start - (1 if age and bound and bound != place.bound else 0)
    if bound and not found.ranged:
        spans = tuple(opened_by(bound, low or 0.0, high or 0.0) for low, high in spans)
    low, high = spans[0]
    quantity = Quantity(
        reader.token(start).start,
        reader.token(place.stop - 1).end,
        kind,
        low,
        high,
        unit,
        spans,
        bound=bound,
        vague=vague,
        approximate=place.approximate or found.start < found.first.start,
        weak=found.first.amount.weak and not found.ranged and not (bound and found.unit),
        noun=noun,
        written=_written(found),
    )
    rival = found.unit.rival if found.unit and kind == found.unit.kind else None
    if rival is not None and found.unit is not None:
        quantity = replace(quantity, also=(_read_as(quantity, found.unit, rival),))
    return quantity, place.stop


def _read_as(quantity: Quantity, unit: Unit, other: Unit) -> Quantity:
    """The quantity of ``unit`` as one of the other unit of the same word."""

    def converted(value: float | None) -> float | None:
        if value is None:
            return None
        return neat((value - unit.offset) / unit.factor * other.factor + other.offset)

    readings = tuple((converted(low), converted(high)) for low, high in quantity.readings)
    (low, high), kind = readings[0], other.kind
    return replace(quantity, kind=kind, unit=other.unit, low=low, high=high, readings=readings)


def _are_hours(reader: Reader, found: Extent) -> bool:
    """Whether the hours of a range are times of day, as in "from 9 to 18 hours"."""
    hours = found.unit is not None and (found.unit.kind, found.unit.factor) == ("duration", 3600.0)
    opened = found.ranged and reader.has(found.start - 1, "clock_from")
    return hours and opened and found.first.unit is None and found.spans[0][1] <= 24 * 3600


def _written(found: Extent) -> str:
    ways = {found.first.amount.written, found.last.amount.written}
    return ways.pop() if len(ways) == 1 else "mixed"
