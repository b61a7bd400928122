"""Sums: "1 hour 30 minutes", "an hour and a half", "2 hours ten", "2 days 1 month"."""

from __future__ import annotations

from dataclasses import replace

from sverka.quantities.amounts import Amount, amount
from sverka.quantities.pack import Unit
from sverka.quantities.reader import END, Reader
from sverka.quantities.shares import share
from sverka.quantities.units import Measure, in_unit, neat, unit_at
from sverka.quantities.words import is_noun

_CLAUSE_ENDS = frozenset('.,;:!?)]»”"')
_NO_SUM = frozenset({"clock_at", "between"})
_RANGES = frozenset({"joins", "or", "per", "turns", "by"})
_SINGLE = 4
"""A unit with a number up to that after it, both inflected alike, is a guess in some languages."""


def with_more(reader: Reader, found: Measure) -> Measure:
    """With what else is added to it, which is usually smaller."""
    if found.unit is None:
        return found
    plus, stop = _share(reader, found)
    if plus:
        grown = found.amount.plus(plus, stop)
        return replace(found, stop=stop, amount=grown)
    at = reader.after_stop(found.stop)
    comma = reader.mark(at) == "," and reader.token(at + 1).kind == "number"
    if joined := comma or reader.has(at, "and"):
        at += 1
    more = amount(reader, at) if reader.token(at).kind in {"number", "word"} else None
    if found.amount.vague or (more is not None and more.vague):
        return found
    if more is None:
        return _unsaid(reader, found)
    part = reader.meaning(more.stop).part
    unit, stop = (part, more.stop + 1) if part else unit_at(reader, more.stop, more)
    if unit is None:
        return found if comma else _unsaid(reader, found)
    if _is_rate(reader, stop):
        return found  # "8 hours 5 days a week"
    if _is_part(unit, found) or (not joined and _is_larger(reader, unit, found, at)):
        return with_more(reader, _sum(found, more, unit, stop))
    return found


def _share(reader: Reader, found: Measure) -> tuple[float, int]:
    """A part of the unit ("and a half") and the token after it; 0 for none."""
    plus = reader.meaning(found.stop).plus
    if plus:
        return plus, found.stop + 1
    value, stop = share(reader, found.stop)
    unit, _ = unit_at(reader, stop, Amount(stop, ((value, value),), "words"))
    if not value or unit is not None:
        return 0.0, stop
    # "two days and a third call"
    ordinal = reader.meaning(stop - 1).ordinal
    return (0.0, stop) if ordinal and is_noun(reader, stop) else (value, stop)


def _sum(found: Measure, more: Amount, unit: Unit, stop: int) -> Measure:
    of = found.unit or unit
    wholes, parts = in_unit(found.amount.spans, of), in_unit(more.spans[:1], unit)
    spans = tuple(
        (
            neat(low + parts[min(number, len(parts) - 1)][0]),
            neat(high + parts[min(number, len(parts) - 1)][1]),
        )
        for number, (low, high) in enumerate(wholes)
    )
    joined = replace(found.amount, stop=stop, spans=spans, weak=False)
    base = Unit(of.kind, of.unit, 1.0)
    return replace(found, stop=stop, amount=joined, unit=base, least=unit.factor)


def _is_part(unit: Unit, found: Measure) -> bool:
    of = found.unit
    if of is None or (unit.kind, unit.unit) != (of.kind, of.unit):
        return False
    return 0 < unit.factor < (found.least or of.factor) and not unit.offset


def _is_rate(reader: Reader, at: int) -> bool:
    if not reader.meaning(at).flags & {"per", "article"}:
        return False
    at += 2 if reader.has(at + 1, "article") else 1
    unit = reader.meaning(at).unit
    return unit is not None and unit.kind == "duration"


def _is_larger(reader: Reader, unit: Unit, found: Measure, at: int) -> bool:
    """Whether a larger unit follows at once: "2 days 1 month"."""
    of = found.unit
    if of is None or not of.kind == unit.kind == "duration" or found.least:
        return False
    return unit.factor > of.factor and at == found.stop and _on_one_line(reader, at)


def _on_one_line(reader: Reader, at: int) -> bool:
    return "\n" not in reader.text[reader.token(at - 1).end : reader.token(at).start]


def _unsaid(reader: Reader, found: Measure) -> Measure:
    """With a number whose unit is the next smaller one: "2 hours ten", "6-foot-6"."""
    of, at = found.unit, found.stop
    if of is None or not of.rest or found.least:
        return found
    if reader.meaning(found.start - 1).flags & _NO_SUM:
        return found
    hyphen = reader.is_dash(at) and reader.glued(at) and reader.glued(at + 1)
    if hyphen or reader.has(at, "and"):
        at += 1
    more = amount(reader, at) if _on_one_line(reader, at) else None
    if more is None or more.vague or len(more.spans) > 1 or not more.value.is_integer():
        return found
    alone = reader.grammar.pack.inverts and found.stop == found.start + 1
    if not (_SINGLE if alone else 0) < more.value < of.factor / of.rest:
        return found
    tight = reader.glued(at) and (not hyphen or reader.is_dash(found.stop - 2))
    if not _is_last(reader, more.stop, tight=tight):
        return found
    return _sum(found, more, Unit(of.kind, of.unit, of.rest), more.stop)


def _is_last(reader: Reader, at: int, *, tight: bool) -> bool:
    """Whether nothing at the token says that the number before it counts something else.

    ``tight``: it is written together with what is before it, as in "1h30 talk".
    """
    flags = reader.meaning(at).flags
    if reader.token(at) is END or "bare_before" in flags:
        return True
    if reader.mark(at) in _CLAUSE_ENDS:
        return not (reader.glued(at + 1) and reader.token(at + 1).kind == "number")
    return tight and reader.is_word(at) and not flags & _RANGES
