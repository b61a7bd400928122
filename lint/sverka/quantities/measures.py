"""A number with what it counts: "$5 million", "2.5 hours", "1 h 30 min", "10-day"."""

from __future__ import annotations

from dataclasses import replace

from sverka.quantities.amounts import Amount, amount
from sverka.quantities.reader import Reader
from sverka.quantities.sums import with_more
from sverka.quantities.units import TIMES, Measure, unit_at
from sverka.quantities.words import is_adjective, is_noun


def measure(reader: Reader, at: int) -> Measure | None:
    """The amount that begins at the token ``at``, with its unit if that is said."""
    meaning = reader.meaning(at)
    if meaning.whole is not None:
        value, unit = meaning.whole
        weak = "weak" in meaning.flags
        return Measure(at, at + 1, Amount(at + 1, ((value, value),), "words", weak=weak), unit)
    if meaning.prefix is not None:
        found = amount(reader, at + 1) if reader.token(at + 1).kind == "number" else None
        scale = reader.meaning(found.stop).money_scale if found else 0.0
        if found and scale and reader.glued(found.stop) and found.scale == 1:  # "$5m"
            found = found.times(scale, found.stop + 1, scale=True)
        return Measure(at, found.stop, found, meaning.prefix) if found else None
    if "turns" in meaning.flags:
        return Measure(at, at + 1, Amount(at + 1, ((1.0, 1.0),), "words", weak=True), TIMES)
    if meaning.times:
        times = Amount(at + 1, ((meaning.times, meaning.times),), "words", weak=meaning.times == 1)
        return Measure(at, at + 1, times, TIMES)
    if meaning.one is not None:
        alone = Measure(at, at + 1, Amount(at + 1, ((1.0, 1.0),), "words"), meaning.one)
        grown = with_more(reader, alone)
        return grown if grown.stop > at + 1 else None
    negative = reader.has(at, "minus") or is_sign(reader, at)
    first = at + 1 if negative or reader.mark(at) == "+" else at
    found = amount(reader, first)
    if found is None:
        return _of_article(reader, at)
    if negative:
        found = found.times(-1.0, found.stop)
    return _with_unit(reader, at, found)


def _of_article(reader: Reader, at: int) -> Measure | None:
    """As in "an hour", "half an hour" without the half."""
    meaning = reader.meaning(at)
    if "entire" in meaning.flags:
        return _entire(reader, at)
    unit = reader.meaning(at + 1).unit
    if "article" not in meaning.flags or unit is None or reader.is_dash(at + 2):
        return None
    if reader.meaning(at + 1).ordinal and is_noun(reader, at + 2):
        return None  # "a second call"
    one = Amount(at + 2, ((1.0, 1.0),), "words", weak=True)
    found = with_more(reader, Measure(at, at + 2, one, unit, article=True))
    if found.stop > at + 2:
        return replace(found, article=False, amount=replace(found.amount, weak=False))
    return found if unit.kind == "duration" else None


def _entire(reader: Reader, at: int) -> Measure | None:
    """As in "all day", "the whole year", "another business day"."""
    place = at + 2 if reader.is_dash(at + 1) and reader.glued(at + 1) else at + 1
    if is_adjective(reader, place):
        place += 1
    unit = reader.meaning(place).unit
    if unit is None or unit.kind != "duration":
        return None
    one = Amount(place + 1, ((1.0, 1.0),), "words", weak=True)
    return Measure(at, place + 1, one, unit, article=True)


def _with_unit(reader: Reader, at: int, found: Amount) -> Measure | None:
    unit, stop = unit_at(reader, found.stop, found)
    bound = reader.meaning(found.stop).after
    if unit is None and bound:
        unit, stop = unit_at(reader, found.stop + 1, found)
        if unit is not None:
            return Measure(at, stop, found, unit, bound=bound)
    if unit is None:
        return Measure(at, found.stop, found, None)
    if found.written == "words" and found.value not in {0.0, 1.0}:
        found = replace(found, weak=False)
    return with_more(reader, Measure(at, stop, found, unit))


def is_sign(reader: Reader, at: int) -> bool:
    """Whether a dash is the sign of the number after it."""
    if not reader.is_dash(at) or reader.token(at + 1).kind != "number" or not reader.glued(at + 1):
        return False
    return not reader.glued(at) or reader.mark(at - 1) in {"(", "[", "~", "≈", "<", ">"}
