"""Times of day: "15:30", "3 PM", "half past six"."""

from __future__ import annotations

from dataclasses import dataclass

from sverka.quantities.digits import seconds_of_day
from sverka.quantities.quantity import Reading
from sverka.quantities.reader import END, Reader

_HALF = 12 * 3600.0
_DAY = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time from the token ``start`` to ``stop``."""

    start: int
    stop: int
    kind: str
    unit: str
    readings: tuple[Reading, ...]
    written: str = "digits"


def whole(reader: Reader, at: int) -> int:
    """The plain whole number at the token, else -1."""
    written = reader.written(at)
    return (
        int(written)
        if reader.token(at).kind == "number" and written.isdigit() and len(written) < 5
        else -1
    )


def clock(reader: Reader, at: int) -> Moment | None:
    """As in "15:30"."""
    seconds = seconds_of_day(reader.written(at))
    if seconds is None:
        return None
    return _lasting(reader, at, seconds) or _timed(reader, at, at + 1, seconds)


def _lasting(reader: Reader, at: int, seconds: float) -> Moment | None:
    """As in "1:30 h", which is no time of day unless something before it says so."""
    unit = reader.meaning(at + 1).unit or reader.meaning(at + 1).symbol
    if unit is None or (unit.kind, unit.factor) != ("duration", 3600.0):
        return None
    if reader.has(at + 1, "clock") or reader.is_dash(at - 1):
        return None
    if reader.meaning(at - 1).flags & {"at", "since", "opens", "joins", "clock_at", "clock_from"}:
        return None
    return Moment(at, at + 2, "duration", "s", ((seconds, seconds),))


def _timed(reader: Reader, start: int, stop: int, seconds: float) -> Moment:
    half = reader.meaning(stop).daypart
    if half is None and reader.has(stop, "clock"):
        stop += 1
        half = reader.meaning(stop).daypart
    hours_12 = seconds < _HALF + 3600
    if half is not None and hours_12:
        return Moment(start, stop + 1, "time", "s", ((_of_half(seconds, half),) * 2,))
    readings: tuple[Reading, ...] = ((seconds, seconds),)
    if reader.grammar.pack.twelve_hours and 0 < seconds < _HALF + 3600:
        other = (seconds + _HALF) % _DAY
        readings += ((other, other),)
    return Moment(start, stop, "time", "s", readings)


def _of_half(seconds: float, half: float) -> float:
    """The time after midnight of a time after midnight or noon (``half`` 0 or 12)."""
    return seconds % _HALF + half * 3600


def hours(reader: Reader, at: int) -> Moment | None:
    """As in "3 PM", "5 o'clock", "at 5 hours"."""
    meaning = reader.meaning(at)
    hour = whole(reader, at)
    if hour < 0:
        value = meaning.cardinal
        hour = int(value) if value is not None and value == int(value) else -1
    if "." in reader.written(at) and reader.meaning(at + 1).daypart is not None:
        told = seconds_of_day(reader.written(at).replace(".", ":"))  # "7.55 am"
        return None if told is None else _at_hour(reader, at, told)
    if not 0 <= hour <= 24:
        return None
    return _at_hour(reader, at, hour * 3600.0)


def _at_hour(reader: Reader, at: int, seconds: float) -> Moment | None:
    after = reader.meaning(at + 1)
    if after.daypart is not None and after.unit is None and seconds < _HALF + 3600:
        return Moment(at, at + 2, "time", "s", ((_of_half(seconds, after.daypart),) * 2,))
    if "clock" not in after.flags or reader.is_dash(at + 1):
        return None
    if reader.meaning(at + 2).daypart is not None or not (after.unit or after.symbol):
        return _timed(reader, at, at + 1, seconds)
    turns = reader.has(at - 2, "turns") or reader.meaning(at - 2).times
    if reader.has(at - 1, "clock_at") and not turns:
        minutes, stop = _minutes(reader, at + 2)
        return _timed(reader, at, stop, seconds + minutes)
    return None


def _minutes(reader: Reader, at: int) -> tuple[float, int]:
    """The minutes after the hour, in seconds, and the token after them: "at 2 hours 15"."""
    share, stop = _share_of_hour(reader, at)
    said = stop > at + 1 and not reader.meaning(at).fraction
    ended = reader.token(stop) is END or (reader.mark(stop) and reader.mark(stop) in ".,;!?)")
    return (share * 3600, stop) if share and (said or ended) else (0.0, at)


def told(reader: Reader, at: int) -> Moment | None:
    """As in "half past six", "a quarter to nine", "half of the seventh", "without ten five"."""
    start, without = at, reader.has(at, "without")
    if without or reader.has(at, "article"):
        at += 1
    share, stop = _share_of_hour(reader, at)
    if not share:
        return None
    here = reader.meaning(stop)
    if without:
        hour, back = _hour(reader, stop), True
    elif here.flags & {"past", "to_hour"}:
        if "to_hour" in here.flags and not reader.meaning(at).fraction:
            return None
        hour, back = _hour(reader, stop + 1), "to_hour" in here.flags
        stop += 1
    else:
        hour = here.ordinal - 1 if here.ordinal and reader.meaning(at).fraction else -1.0
        back = False
    if not 0 <= hour <= 12:
        return None
    seconds = (hour - share if back else hour + share) * 3600
    found = _timed(reader, start, stop + 1, seconds % _DAY)
    return Moment(found.start, found.stop, "time", "s", found.readings, "words")


def _share_of_hour(reader: Reader, at: int) -> tuple[float, int]:
    """A part of an hour ("a quarter", "ten minutes") and the token after it; 0 for none."""
    meaning = reader.meaning(at)
    if meaning.fraction in {0.25, 0.5}:
        return meaning.fraction, at + 1
    minutes = meaning.cardinal or max(0, whole(reader, at))
    stop = at + 1
    if not 0 < minutes < 60:
        return 0.0, stop
    after = reader.meaning(stop).unit
    if after is not None and (after.kind, after.factor) == ("duration", 60.0):
        stop += 1
    return minutes / 60, stop


def _hour(reader: Reader, at: int) -> float:
    value = reader.meaning(at).cardinal
    return value if value is not None else float(whole(reader, at))
