"""What a number counts: units, and the words that may be nouns."""

from __future__ import annotations

from dataclasses import dataclass

from sverka.quantities.amounts import Amount, Span
from sverka.quantities.pack import Unit
from sverka.quantities.reader import Reader
from sverka.quantities.words import is_adjective

COUNT = Unit("count", "", 1.0)
NUMBER = Unit("number", "", 1.0)
ORDINAL = Unit("ordinal", "", 1.0)
TIMES = Unit("times", "", 1.0)


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount of a unit from the token ``start`` to ``stop``; ``unit`` None where none is said.

    ``noun`` is what is counted, ``glued`` tells that a hyphen joins the unit to the number.
    """

    start: int
    stop: int
    amount: Amount
    unit: Unit | None
    noun: str = ""
    article: bool = False
    least: float = 0.0
    """The factor of the last part of a sum, which the next must be smaller than."""
    bound: str = ""
    """The bound that stands between the number and its unit, as in "5+ years"."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """All readings in the base unit, the one meant first."""
        return in_unit(self.amount.spans, self.unit) if self.unit else self.amount.spans


def in_unit(spans: tuple[Span, ...], unit: Unit) -> tuple[Span, ...]:
    """Values of ``unit`` in its base unit."""
    found = [
        (neat(low * unit.factor + unit.offset), neat(high * unit.factor + unit.offset))
        for low, high in spans
    ]
    if unit.other:
        found += [(neat(low * unit.other), neat(high * unit.other)) for low, high in spans]
    return tuple(found)


def neat(value: float) -> float:
    """Without the noise of the last binary digits."""
    return value if value.is_integer() else float(f"{value:.12g}")


def unit_at(reader: Reader, at: int, found: Amount) -> tuple[Unit | None, int]:
    """The unit at the token ``at`` and the token after it."""
    hyphen = reader.is_dash(at) and reader.glued(at) and reader.glued(at + 1)
    if hyphen:
        meaning = reader.meaning(at + 1)
        unit = meaning.adjective or meaning.unit
        return (unit, at + 2) if unit else (None, at)
    meaning = reader.meaning(at)
    digits = found.written != "words"
    if "turns" in meaning.flags:
        return TIMES, at + 1
    unit = meaning.unit or (meaning.symbol if digits else None)
    if meaning.prime and digits and not _closes(reader, at):
        unit = meaning.prime
    if meaning.scaled and found.scale >= 1000:
        unit = meaning.scaled
    if unit is None and digits and meaning.shy and _nothing_follows(reader, at):
        unit = meaning.shy
    if unit is None and reader.is_word(at) and meaning.adjective:
        singular = found.written == "digits" and _is_singular(reader, at)
        if singular or (at > 1 and reader.glued(at - 1)):
            unit = meaning.adjective
    if unit is not None:
        return unit, at + 1
    if not reader.is_word(at):
        return None, at
    if not found.value.is_integer() and (after := _of(reader, at, found)):
        return after
    following = reader.meaning(at + 1)
    between = "uncounted" in meaning.flags or is_adjective(reader, at)
    if following.unit and reader.is_word(at + 1) and between:
        return following.unit, at + 2
    return None, at


def _of(reader: Reader, at: int, found: Amount) -> tuple[Unit, int] | None:
    """As in "half an hour", "a quarter of an hour", "two and a quarter of hours"."""
    of = reader.has(at, "of")
    place = at + 1 if of else at
    if reader.has(place, "article") and found.value < 1:
        place += 1
    elif not of or found.weak:
        return None
    unit = reader.meaning(place).unit
    return (unit, place + 1) if unit else None


def _is_singular(reader: Reader, at: int) -> bool:
    """Whether the adjective says of one thing how long it is, with no hyphen: "15 minute"."""
    word = reader.grammar.lexicon.fold(reader.written(at))
    return word.endswith(reader.grammar.pack.singular_endings)


_QUOTES = frozenset("'\"’")


def _closes(reader: Reader, at: int) -> bool:
    """Whether the mark after a number closes a quotation, so that it is no prime."""
    mark = reader.mark(at)
    if not mark or mark not in _QUOTES:
        return False
    if reader.mark(at - 2) and reader.mark(at - 2) in _QUOTES:
        return True
    before = sum(reader.mark(place) == mark for place in range(at))
    return not reader.glued(at) or before % 2 == 1 or reader.has(at - 2, "label")


def _nothing_follows(reader: Reader, at: int) -> bool:
    following = reader.token(at + 1)
    return (
        following.kind not in {"word", "number"}
        or "\n" in reader.text[reader.token(at).end : following.start]
    )
