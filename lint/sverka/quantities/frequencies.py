"""How often: "twice a week", "every 10 days", "weekly", as the period in seconds."""

from __future__ import annotations

from dataclasses import dataclass

from sverka.quantities.amounts import Amount, Span
from sverka.quantities.pack import Unit
from sverka.quantities.ranges import Extent, extent
from sverka.quantities.reader import Reader
from sverka.quantities.units import Measure, in_unit

_NEVER = 1e-9


@dataclass(frozen=True, slots=True)
class Period:
    """A frequency up to the token ``stop``: its readings as shortest and longest period."""

    start: int
    stop: int
    spans: tuple[Span, ...]
    words: bool = False
    turned: bool = False
    """Whether a number of times is said, which a bound before it speaks of."""


def period(reader: Reader, at: int) -> Period | None:
    """The frequency that begins at the token ``at``, other than a number of times."""
    meaning = reader.meaning(at)
    if meaning.period:
        return Period(at, at + 1, ((meaning.period, meaning.period),), words=True)
    if meaning.every:
        return _every(reader, at)
    return None


def per(reader: Reader, turns: Extent) -> Period | None:
    """``turns``, a number of times, with the time in which they happen; None for a mere count."""
    at = reader.after_stop(turns.stop)
    meaning = reader.meaning(at)
    if meaning.every:
        found = _every(reader, at)
    elif meaning.flags & {"per", "article"}:
        following = reader.meaning(at + 1)
        skip = 1 if "article" in following.flags or following.every == 1 else 0
        found = _lasting(reader, at + 1 + skip, at)
    elif meaning.period:
        found = Period(at, at + 1, ((meaning.period, meaning.period),))
    else:
        found = None
    if found is None:
        return None
    spans = tuple(
        (low / max(most, _NEVER), high / max(least, _NEVER))
        for low, high in found.spans
        for least, most in turns.spans
    )
    words = turns.first.amount.written == "words" and found.words
    return Period(turns.start, found.stop, spans, words=words, turned=True)


def _every(reader: Reader, at: int) -> Period | None:
    factor = reader.meaning(at).every
    ordinal = reader.meaning(at + 1).ordinal
    if ordinal and (unit := _time(reader, at + 2)):
        return Period(at, at + 3, in_unit(((ordinal, ordinal),), unit), words=True)
    found = _lasting(reader, at + 1, at)
    if found is None or factor == 1:
        return found
    spans = tuple((low * factor, high * factor) for low, high in found.spans)
    return Period(at, found.stop, spans, words=found.words)


def _lasting(reader: Reader, at: int, start: int) -> Period | None:
    """A time at the token ``at``, with or without a number."""
    unit = _time(reader, at)
    if unit is not None:
        stop = at + 1
        return Period(start, stop, in_unit(((1.0, 1.0),), unit), words=True)
    if not _is_number(reader, at):
        return None
    found = extent(reader, at)
    if found is None or found.unit is None or found.unit.kind != "duration":
        return None
    return Period(start, found.stop, found.spans, words=found.first.amount.written == "words")


def _is_number(reader: Reader, at: int) -> bool:
    return reader.token(at).kind == "number" or reader.meaning(at).starts


def _time(reader: Reader, at: int) -> Unit | None:
    unit = reader.meaning(at).unit or reader.meaning(at).one
    return unit if unit and unit.kind == "duration" else None


def bare(reader: Reader, at: int) -> Measure | None:
    """A unit of time without a number that means one of it, as in "in [a] week" of Russian."""
    unit = reader.meaning(at).one
    if unit is None:
        return None
    before = reader.meaning(at - 1)
    led = before.before or before.flags & {"bare_after", "approximate"}
    alone = at + 1 == len(reader.tokens) == 1 and not reader.has(at, "never_alone")
    if not (led or alone or reader.has(at + 1, "bare_before")):
        return None
    return Measure(at, at + 1, Amount(at + 1, ((1.0, 1.0),), "words", weak=True), unit)
