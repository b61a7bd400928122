"""Ordinals: "2nd", "first", "step 2", "20th century"."""

from __future__ import annotations

from dataclasses import replace

from sverka.quantities.dates import after_ordinal_mark
from sverka.quantities.names import is_label, roman
from sverka.quantities.quantity import Quantity
from sverka.quantities.reader import Reader

_TENS = frozenset({20, 30, 40, 50, 60, 70, 80, 90})


def ordinal(reader: Reader, at: int) -> tuple[Quantity, int] | None:
    """As in "2nd", "first", "step 2", "XX century"."""
    meaning = reader.meaning(at)
    token = reader.token(at)
    if token.kind == "number" and reader.written(at).isdigit():
        stop = after_ordinal_mark(reader, at + 1)
        if stop == at + 1 and not is_label(reader, at):
            return None
        value = float(reader.written(at))
        return _to_second(reader, at, stop, value) or _ordered(reader, at, stop, value)
    if "century" in meaning.flags and (value := roman(reader.written(at - 1))):
        return _ordered(reader, at - 1, at, value)
    if meaning.ordinal and meaning.cardinal is None:
        return _ordered(reader, at, at + 1, meaning.ordinal)
    if meaning.cardinal in _TENS:  # "forty-fifth"
        last = at + 2 if reader.is_dash(at + 1) else at + 1
        ones = reader.meaning(last)
        if 0 < ones.ordinal < 10 and ones.cardinal is None:
            return _ordered(reader, at, last + 1, meaning.cardinal + ones.ordinal)
    return None


def _to_second(reader: Reader, at: int, stop: int, value: float) -> tuple[Quantity, int] | None:
    """As in "lines 10 to 30", "from the 10th to the 20th"."""
    glued = reader.is_dash(stop) and reader.glued(stop) and reader.glued(stop + 1)
    if not (glued or reader.has(stop, "joins")):
        return None
    last = reader.written(stop + 1)
    if reader.token(stop + 1).kind != "number" or not last.isdigit() or float(last) <= value:
        return None
    end = after_ordinal_mark(reader, stop + 2)
    if (end > stop + 2) != (stop > at + 1) or reader.meaning(end).unit:
        return None
    first, end = _ordered(reader, at, end, value)
    high = float(last)
    return replace(first, high=high, readings=((value, high),)), end


def _ordered(reader: Reader, at: int, stop: int, value: float) -> tuple[Quantity, int]:
    if reader.has(stop, "century"):
        stop += 1
    words = reader.token(at).kind == "word"
    quantity = Quantity(
        reader.token(at).start,
        reader.token(stop - 1).end,
        "ordinal",
        value,
        value,
        "",
        ((value, value),),
        ordinal=True,
        weak=words and value <= 3,
        written="words" if words else "digits",
    )
    return quantity, stop
