"""A number with what it counts: "$5 million", "2.5 hours", "1 h 30 min", "10-day"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sverka.quantities.amounts import Amount, Span, amount
from sverka.quantities.pack import Unit
from sverka.quantities.reader import Reader

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


def measure(reader: Reader, at: int) -> Measure | None:
    """The amount that begins at the token ``at``, with its unit if that is said."""
    meaning = reader.meaning(at)
    if meaning.whole is not None:
        value, unit = meaning.whole
        return Measure(at, at + 1, Amount(at + 1, ((value, value),), "words"), unit)
    if meaning.prefix is not None:
        found = amount(reader, at + 1) if reader.token(at + 1).kind == "number" else None
        return Measure(at, found.stop, found, meaning.prefix) if found else None
    if "turns" in meaning.flags:
        return Measure(at, at + 1, Amount(at + 1, ((1.0, 1.0),), "words", weak=True), TIMES)
    if meaning.times:
        times = Amount(at + 1, ((meaning.times, meaning.times),), "words", weak=meaning.times == 1)
        return Measure(at, at + 1, times, TIMES)
    if meaning.one is not None:
        alone = Measure(at, at + 1, Amount(at + 1, ((1.0, 1.0),), "words"), meaning.one)
        grown = _with_more(reader, alone)
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
    found = _with_more(reader, Measure(at, at + 2, one, unit, article=True))
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
    return _with_more(reader, Measure(at, stop, found, unit))


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
    if meaning.scaled and found.scale >= 1000:
        unit = meaning.scaled
    if unit is None and digits and meaning.shy and _nothing_follows(reader, at):
        unit = meaning.shy
    if unit is None and reader.is_word(at) and at > 1 and reader.glued(at - 1):
        unit = meaning.adjective
    if unit is not None:
        return unit, at + 1
    if not reader.is_word(at):
        return None, at
    if found.value < 1 and (unit := _after_article(reader, at)):  # "half an hour"
        return unit, at + (3 if "of" in meaning.flags else 2)
    following = reader.meaning(at + 1)
    between = "uncounted" in meaning.flags or is_adjective(reader, at)
    if following.unit and reader.is_word(at + 1) and between:
        return following.unit, at + 2
    return None, at


def _after_article(reader: Reader, at: int) -> Unit | None:
    place = at + 1 if reader.has(at, "of") else at
    return reader.meaning(place + 1).unit if reader.has(place, "article") else None


def is_sign(reader: Reader, at: int) -> bool:
    """Whether a dash is the sign of the number after it."""
    if not reader.is_dash(at) or reader.token(at + 1).kind != "number" or not reader.glued(at + 1):
        return False
    return not reader.glued(at) or reader.mark(at - 1) in {"(", "[", "~", "≈", "<", ">"}


def is_adjective(reader: Reader, at: int) -> bool:
    """Whether the word looks like an adjective that stands before what is counted."""
    token = reader.token(at)
    if token.kind != "word" or token.meaning.unit or token.meaning.cardinal is not None:
        return False
    if "uncounted" in token.meaning.flags:
        return False
    word = reader.grammar.lexicon.fold(reader.written(at))
    if word in reader.grammar.stopwords:
        return False
    return len(word) > 3 and word.endswith(reader.grammar.pack.adjective_endings)


_NO_NOUN = frozenset({
    "approximate", "per", "article", "and", "or", "opens", "between", "joins", "uncounted", "at",
    "since", "age_after", "age_before", "bare_before", "decade", "idiom",
})  # fmt: skip


def is_noun(reader: Reader, at: int, *, hyphen: bool = False) -> bool:
    """Whether the word may be what is counted."""
    token = reader.token(at)
    if token.kind != "word" or (reader.glued(at) and not hyphen):
        return False
    if "\n\n" in reader.text[reader.token(at - 1).end : token.start]:
        return False
    meaning = token.meaning
    if meaning.flags & _NO_NOUN or meaning.before or meaning.after or meaning.period:
        return False
    if meaning.cardinal is not None or meaning.every or meaning.scale:
        return False
    word = reader.grammar.lexicon.fold(reader.written(at))
    return len(word) > 1 and word not in reader.grammar.stopwords


def _nothing_follows(reader: Reader, at: int) -> bool:
    following = reader.token(at + 1)
    return (
        following.kind not in {"word", "number"}
        or "\n" in reader.text[reader.token(at).end : following.start]
    )


def _with_more(reader: Reader, found: Measure) -> Measure:
    """With smaller parts that follow: "1 hour 30 minutes", "an hour and a half"."""
    plus = reader.meaning(found.stop).plus
    if plus and found.unit is not None:
        return replace(found, stop=found.stop + 1, amount=found.amount.plus(plus, found.stop + 1))
    at = reader.after_stop(found.stop)
    if reader.has(at, "and") or (reader.mark(at) == "," and reader.token(at + 1).kind == "number"):
        at += 1
    more = amount(reader, at) if reader.token(at).kind in {"number", "word"} else None
    if more is None or found.unit is None or found.amount.vague or more.vague:
        return found
    part = reader.meaning(more.stop).part
    unit, stop = (part, more.stop + 1) if part else unit_at(reader, more.stop, more)
    if unit is None or not _is_part(unit, found.unit, found.least or found.unit.factor):
        return found
    wholes, parts = in_unit(found.amount.spans, found.unit), in_unit(more.spans[:1], unit)
    base = Unit(found.unit.kind, found.unit.unit, 1.0)
    spans = tuple(
        (low + parts[min(number, len(parts) - 1)][0], high + parts[min(number, len(parts) - 1)][1])
        for number, (low, high) in enumerate(wholes)
    )
    joined = replace(found.amount, stop=stop, spans=spans, weak=False)
    return _with_more(
        reader, replace(found, stop=stop, amount=joined, unit=base, least=unit.factor)
    )


def _is_part(unit: Unit, of: Unit, factor: float) -> bool:
    same = unit.kind == of.kind and unit.unit == of.unit
    return same and 0 < unit.factor < factor and not unit.offset
