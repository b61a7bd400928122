"""Dates and times of day, years, decades, centuries."""

from __future__ import annotations

from dataclasses import dataclass

from sverka.quantities.digits import date_readings, seconds_of_day
from sverka.quantities.quantity import Reading
from sverka.quantities.reader import Reader

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
        return _dated(at, at + 1, "day", *values) if values else None
    if kind == "clock":
        return _clock(reader, at)
    told = _told(reader, at)
    if told is not None:
        return told
    if kind == "number" or reader.meaning(at).ordinal or reader.meaning(at).cardinal:
        return _by_month(reader, at) or _hours(reader, at) or _years(reader, at)
    return None


def _dated(start: int, stop: int, unit: str, *values: float) -> Moment:
    return Moment(start, stop, "date", unit, tuple((value, value) for value in values))


def _whole(reader: Reader, at: int) -> int:
    """The plain whole number at the token, else -1."""
    written = reader.written(at)
    return (
        int(written)
        if reader.token(at).kind == "number" and written.isdigit() and len(written) < 5
        else -1
    )


def _clock(reader: Reader, at: int) -> Moment | None:
    seconds = seconds_of_day(reader.written(at))
    if seconds is None:
        return None
    return _timed(reader, at, at + 1, seconds)


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


def _hours(reader: Reader, at: int) -> Moment | None:
    """As in "3 PM", «в 5 часов утра», "5 o'clock", «в 5 часов»."""
    meaning = reader.meaning(at)
    hour = _whole(reader, at)
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
        return _timed(reader, at, at + 2, seconds)
    return None


def _told(reader: Reader, at: int) -> Moment | None:
    """As in "half past six", "a quarter to nine", «в половине седьмого», «без десяти пять»."""
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
    minutes = meaning.cardinal or max(0, _whole(reader, at))
    stop = at + 1
    if not 0 < minutes < 60:
        return 0.0, stop
    after = reader.meaning(stop).unit
    if after is not None and (after.kind, after.factor) == ("duration", 60.0):
        stop += 1
    return minutes / 60, stop


def _hour(reader: Reader, at: int) -> float:
    value = reader.meaning(at).cardinal
    return value if value is not None else float(_whole(reader, at))


def _by_month(reader: Reader, at: int) -> Moment | None:
    """As in "31 December 2024", "December 31, 2024", «31-го декабря», "May 2020"."""
    day, stop = _day(reader, at)
    through = _days_of_month(reader, at, day, stop)
    if through is not None:
        return through
    here = reader.meaning(stop)
    if 1 <= day <= 31 and _is_month(reader, stop + (1 if "date_of" in here.flags else 0)):
        stop += 1 if "date_of" in here.flags else 0
        month = reader.meaning(stop).month
        year, stop = _year_after(reader, stop + 1)
        return _dated(at, stop, "day", year * 10_000 + month * 100 + day)
    before = reader.after_stop(at - 1) if reader.mark(at - 1) == "." else at
    place = at - 2 if before == at and reader.mark(at - 1) == "." else at - 1
    if not _is_month(reader, place) or (place > 0 and _whole(reader, place - 1) > 0):
        return None
    month = reader.meaning(place).month
    whole = _whole(reader, at)
    if 1000 <= whole <= 2999:
        year, stop = _year_after(reader, at)
        return _dated(place, stop, "month", year * 100 + month)
    if 1 <= day <= 31 and not reader.meaning(stop).unit:
        year, stop = _year_after(reader, stop)
        return _dated(place, stop, "day", year * 10_000 + month * 100 + day)
    return None


def _days_of_month(reader: Reader, at: int, day: int, stop: int) -> Moment | None:
    """As in «с 5 по 9 мая», "10–20 October 2022"."""
    if not 1 <= day <= 31 or not (reader.is_dash(stop) or reader.has(stop, "joins")):
        return None
    last, month = _day(reader, stop + 1)
    if not day < last <= 31:
        return None
    if _is_month(reader, month):
        year, end = _year_after(reader, month + 1)
        of = year * 10_000 + reader.meaning(month).month * 100
        return Moment(at, end, "date", "day", ((float(of + day), float(of + last)),))
    if _is_month(reader, at - 1):
        year, end = _year_after(reader, month)
        of = year * 10_000 + reader.meaning(at - 1).month * 100
        return Moment(at - 1, end, "date", "day", ((float(of + day), float(of + last)),))
    return None


def _is_month(reader: Reader, at: int) -> bool:
    if not reader.meaning(at).month:
        return False
    return not reader.grammar.pack.capital_months or reader.written(at)[0].isupper()


def _day(reader: Reader, at: int) -> tuple[int, int]:
    """The day of a month and the token after it; -1 where there is none."""
    day = _whole(reader, at)
    if day < 0:
        return int(reader.meaning(at).ordinal) or -1, at + 1
    return day, after_ordinal_mark(reader, at + 1)


def after_ordinal_mark(reader: Reader, at: int) -> int:
    """The token after "nd" or «-й»; ``at`` itself where that is not there."""
    pack = reader.grammar.pack
    place = at + 1 if reader.is_dash(at) and reader.glued(at) else at
    ending = reader.grammar.lexicon.fold(reader.written(place))
    if not reader.glued(place) or ending not in pack.marks.get("ordinal", ()):
        return at
    if reader.glued(place + 1) and reader.token(place + 1).kind == "number":
        return at
    small = 0 <= _whole(reader, at - 1) < pack.both_below
    return at if small and ending in pack.marks.get("cardinal", ()) else place + 1


def _year_after(reader: Reader, at: int) -> tuple[int, int]:
    """The year at the token ``at`` (0 for none) and the token after it."""
    place = at + 1 if reader.mark(at) in {",", "."} and reader.mark(at) else at
    year = _whole(reader, place)
    if not 1000 <= year <= 2999:
        return 0, at
    return year, place + 2 if reader.has(place + 1, "year") else place + 1


def _years(reader: Reader, at: int) -> Moment | None:
    """As in "2020", «в 2020 году», "the 1990s", «90-е годы», "20th century"."""
    year = _whole(reader, at)
    decade = _decade(reader, at, year)
    if decade is not None:
        return decade
    if not 1000 <= year <= 2999:
        return None
    marked = after_ordinal_mark(reader, at + 1)
    if reader.has(marked, "year"):
        return _dated(at, marked + 1, "year", year)
    if marked > at + 1 or not 1900 <= year <= 2099 or not _stands_alone(reader, at):
        return None
    return _dated(at, at + 1, "year", year)


def _stands_alone(reader: Reader, at: int) -> bool:
    """Whether nothing after the year says that it counts things."""
    meaning = reader.meaning(at + 1)
    if (
        meaning.unit
        or meaning.symbol
        or meaning.scale
        or meaning.plus
        or reader.meaning(at - 1).prefix
    ):
        return False
    if (
        reader.has(at - 1, "label")
        or reader.glued(at + 1)
        and reader.token(at + 1).kind in {"word", "other"}
    ):
        return False
    if not reader.is_word(at + 1) or reader.has(at - 1, "at") or reader.has(at - 1, "since"):
        return True
    word = reader.grammar.lexicon.fold(reader.written(at + 1))
    if word in reader.grammar.stopwords or meaning.flags & {"and", "or", "joins"}:
        return True
    plural = reader.grammar.pack.plural_endings
    return bool(plural) and not word.endswith(plural)


def _decade(reader: Reader, at: int, year: int) -> Moment | None:
    if year < 10 or year % 10 or (year > 99 and not 1000 <= year <= 2999):
        return None
    marks = reader.grammar.pack.marks.get("decade", ())
    dash = "-" if reader.is_dash(at + 1) else ""
    place = at + 1 + len(dash)
    ending = dash + reader.grammar.lexicon.fold(reader.written(place))
    if not (reader.glued(at + 1) and reader.glued(place)) or ending not in marks:
        return None
    if year < 100 and not (dash or reader.has(at - 1, "decade_before")):
        return None
    stop = place + 1
    if reader.has(stop, "decade"):
        stop += 1
    if reader.has(at - 1, "age_decade") and year < 100:
        return Moment(at, stop, "age", "year", ((float(year), float(year + 9)),))
    first = year if year > 99 else 1900 + year
    return Moment(at, stop, "date", "year", ((float(first), float(first + 9)),))


def _ranged(reader: Reader, first: Moment) -> Moment:
    """Up to a second moment of the same kind: "10:00–18:00", "2019–2020", «10–15 мая»."""
    at = first.stop
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
