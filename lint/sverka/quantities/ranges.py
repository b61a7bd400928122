"""Two measures that are the ends of one: "from 20 to 30 days", "two to three", "$5–10"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sverka.quantities.amounts import Amount, Span, amount
from sverka.quantities.measures import measure
from sverka.quantities.pack import Unit
from sverka.quantities.reader import Reader
from sverka.quantities.units import TIMES, Measure, in_unit, unit_at
from sverka.quantities.words import is_noun


@dataclass(frozen=True, slots=True)
class Extent:
    """A measure or a range of them; ``spans`` are the readings in the base unit."""

    start: int
    stop: int
    first: Measure
    last: Measure
    unit: Unit | None
    spans: tuple[Span, ...]

    @property
    def ranged(self) -> bool:
        """Whether there are two ends."""
        return self.first is not self.last


def extent(reader: Reader, at: int) -> Extent | None:
    """The measure or range that begins at the token ``at``."""
    first = measure(reader, at)
    if first is None:
        return _from_one(reader, at)
    single = Extent(at, first.stop, first, first, first.unit, first.spans)
    if first.article and (guess := _or_two(reader, first)):
        return guess
    join = _join_at(reader, first)
    if not join:
        return single
    last = measure(reader, join)
    if last is None or last.article:
        return single
    joined = _joined(reader, first, last, join)
    return joined or single


def _from_one(reader: Reader, at: int) -> Extent | None:
    """From one of a unit to more of it, as in "year-two" of Russian."""
    unit = reader.meaning(at).one
    if unit is None or not (reader.is_dash(at + 1) and reader.glued(at + 1)):
        return None
    if reader.has(at + 2, "second_one"):
        return _one_to(at, unit, Amount(at + 3, ((2.0, 2.0),), "words", vague=True))
    more = amount(reader, at + 2)
    if more is None or more.value <= 1 or unit_at(reader, more.stop, more)[0] is not None:
        return None
    return _one_to(at, unit, more)


def _or_two(reader: Reader, first: Measure) -> Extent | None:
    """From one of a unit to two or three, as in "a week or two"."""
    more = amount(reader, first.stop + 1) if reader.has(first.stop, "or") else None
    if more is None or first.unit is None or more.value not in {2.0, 3.0}:
        return None
    if unit_at(reader, more.stop, more)[0] is not None or is_noun(reader, more.stop):
        return None
    return _one_to(first.start, first.unit, more)


def _one_to(at: int, unit: Unit, more: Amount) -> Extent | None:
    first = Measure(at, at + 1, Amount(at + 1, ((1.0, 1.0),), "words"), unit)
    last = Measure(at + 2, more.stop, more, unit)
    pairs = _pairs(first.spans, last.spans)
    return Extent(at, more.stop, first, last, unit, pairs) if pairs else None


def _join_at(reader: Reader, first: Measure) -> int:
    """Where the second measure begins; 0 where nothing joins one."""
    at = first.stop
    if reader.is_dash(at) and _hangs(reader, at):
        at += 1
    if reader.is_dash(at):
        return at + 1 if reader.glued(at) == reader.glued(at + 1) else 0
    at = reader.after_stop(at)
    meaning = reader.meaning(at)
    if reader.mark(at) == "…" or "joins" in meaning.flags or "or" in meaning.flags:
        return at + 1
    if "and" in meaning.flags and reader.has(first.start - 1, "between"):
        return at + 1
    return 0


def _hangs(reader: Reader, at: int) -> bool:
    """Whether the hyphen stands for a unit that follows later: "two- to three-week"."""
    meaning = reader.meaning(at + 1)
    return reader.glued(at) and not reader.glued(at + 1) and bool(meaning.flags & {"joins", "or"})


def _joined(reader: Reader, first: Measure, last: Measure, join: int) -> Extent | None:
    unit = last.unit or first.unit
    if (
        first.unit
        and last.unit
        and (first.unit.kind, first.unit.unit) != (last.unit.kind, last.unit.unit)
    ):
        return None
    low, high = _same_scale(reader, first, last, join)
    lows = in_unit(low.amount.spans, first.unit or unit) if unit else low.amount.spans
    highs = in_unit(high.amount.spans, last.unit or unit) if unit else high.amount.spans
    pairs = _pairs(lows, highs)
    if not pairs or pairs[0] != (lows[0][0], highs[0][1]):
        return None
    if reader.has(join - 1, "or") and not _are_neighbours(first, last):
        return None
    return Extent(first.start, last.stop, first, last, unit, pairs)


def _same_scale(
    reader: Reader, first: Measure, last: Measure, join: int
) -> tuple[Measure, Measure]:
    """With the thousand or million of the second said of the first, too."""
    scale = last.amount.scale
    if scale > 1 and first.amount.scale == 1 and first.unit is None and not first.amount.vague:
        plain = last.amount.value / scale
        if first.amount.value < plain or reader.is_dash(join - 1):
            return replace(first, amount=first.amount.times(scale, first.amount.stop)), last
    return first, last


def _pairs(lows: tuple[Span, ...], highs: tuple[Span, ...]) -> tuple[Span, ...]:
    found = [(low, high) for low, _ in lows for _, high in highs if low < high]
    if len(lows) == len(highs):
        together = [(a[0], b[1]) for a, b in zip(lows, highs, strict=True) if a[0] < b[1]]
        found = together + [pair for pair in found if pair not in together]
    return tuple(found)


def _are_neighbours(first: Measure, last: Measure) -> bool:
    """Whether "or" joins two ends of a guess ("two or three") and not two choices."""
    if not (first.unit is None or first.unit is last.unit is TIMES):
        return False
    return 0 < last.amount.value - first.amount.value <= max(1, first.amount.value / 2)
