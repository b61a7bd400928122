"""Dates, years, decades."""

from __future__ import annotations

from sverka.quantities.clock import Moment, whole
from sverka.quantities.reader import Reader


def dated(start: int, stop: int, unit: str, *values: float) -> Moment:
    """The date from the token ``start`` to ``stop`` that may be any of ``values``."""
    return Moment(start, stop, "date", unit, tuple((value, value) for value in values))


def by_month(reader: Reader, at: int) -> Moment | None:
    """As in "31 December 2024", "December 31, 2024", "the 31st of December", "May 2020"."""
    day, stop = _day(reader, at)
    through = _days_of_month(reader, at, day, stop)
    if through is not None:
        return through
    here = reader.meaning(stop)
    if 1 <= day <= 31 and _is_month(reader, stop + (1 if "date_of" in here.flags else 0)):
        stop += 1 if "date_of" in here.flags else 0
        month = reader.meaning(stop).month
        year, stop = _year_after(reader, stop + 1)
        return dated(at, stop, "day", year * 10_000 + month * 100 + day)
    before = reader.after_stop(at - 1) if reader.mark(at - 1) == "." else at
    place = at - 2 if before == at and reader.mark(at - 1) == "." else at - 1
    if not _is_month(reader, place) or (place > 0 and whole(reader, place - 1) > 0):
        return None
    month = reader.meaning(place).month
    if 1000 <= whole(reader, at) <= 2999:
        year, stop = _year_after(reader, at)
        return dated(place, stop, "month", year * 100 + month)
    if 1 <= day <= 31 and not reader.meaning(stop).unit:
        year, stop = _year_after(reader, stop)
        return dated(place, stop, "day", year * 10_000 + month * 100 + day)
    return None


def _days_of_month(reader: Reader, at: int, day: int, stop: int) -> Moment | None:
    """As in "May 5–9", "10–20 October 2022"."""
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
    day = whole(reader, at)
    if day < 0:
        return int(reader.meaning(at).ordinal) or -1, at + 1
    return day, after_ordinal_mark(reader, at + 1)


def after_ordinal_mark(reader: Reader, at: int) -> int:
    """The token after "nd" and the like; ``at`` itself where that is not there."""
    pack = reader.grammar.pack
    place = at + 1 if reader.is_dash(at) and reader.glued(at) else at
    ending = reader.grammar.lexicon.fold(reader.written(place))
    if not reader.glued(place) or ending not in pack.marks.get("ordinal", ()):
        return at
    if reader.glued(place + 1) and reader.token(place + 1).kind == "number":
        return at
    small = 0 <= whole(reader, at - 1) < pack.both_below
    return at if small and ending in pack.marks.get("cardinal", ()) else place + 1


def _year_after(reader: Reader, at: int) -> tuple[int, int]:
    """The year at the token ``at`` (0 for none) and the token after it."""
    place = at + 1 if reader.mark(at) in {",", "."} and reader.mark(at) else at
    year = whole(reader, place)
    if not 1000 <= year <= 2999:
        return 0, at
    return year, place + 2 if reader.has(place + 1, "year") else place + 1


def years(reader: Reader, at: int) -> Moment | None:
    """As in "2020", "the year 2020", "the 1990s", "the 90s"."""
    year = whole(reader, at)
    decade = _decade(reader, at, year)
    if decade is not None:
        return decade
    if not 1000 <= year <= 2999 or reader.has(at + 2, "bare_before"):
        return None
    marked = after_ordinal_mark(reader, at + 1)
    if reader.has(marked, "year"):
        return dated(at, marked + 1, "year", year)
    if marked > at + 1 or not 1900 <= year <= 2099 or not _stands_alone(reader, at):
        return None
    return dated(at, at + 1, "year", year)


def _stands_alone(reader: Reader, at: int) -> bool:
    """Whether nothing after the year says that it counts things."""
    meaning = reader.meaning(at + 1)
    if meaning.unit or meaning.symbol or meaning.scale or meaning.plus:
        return False
    if reader.meaning(at - 1).prefix or reader.has(at - 1, "label"):
        return False
    if reader.glued(at + 1) and reader.token(at + 1).kind in {"word", "other"}:
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
    return _ten_years(reader, at, stop, year)


def _ten_years(reader: Reader, at: int, stop: int, year: int) -> Moment:
    if reader.has(at - 1, "age_decade") and year < 100:
        return Moment(at, stop, "age", "year", ((float(year), float(year + 9)),))
    first = year if year > 99 else 1900 + year
    return Moment(at, stop, "date", "year", ((float(first), float(first + 9)),))


def decade_in_words(reader: Reader, at: int) -> Moment | None:
    """As in "the seventies", "seventieth years" of Russian."""
    meaning = reader.meaning(at)
    if meaning.decade and reader.has(at - 1, "decade_before"):
        return _ten_years(reader, at, at + 1, int(meaning.decade))
    if meaning.ordinal >= 20 and meaning.ordinal % 10 == 0 and reader.has(at + 1, "decade"):
        return _ten_years(reader, at, at + 2, int(meaning.ordinal))
    return None
