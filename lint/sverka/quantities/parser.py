"""The grammar at work: tokens -> quantities, from left to right."""

from __future__ import annotations

from sverka.quantities.frequencies import Period, bare, per, period
from sverka.quantities.lexicon import NOTHING
from sverka.quantities.measures import COUNT, NUMBER, ORDINAL, is_adjective, is_sign
from sverka.quantities.moments import Moment, after_ordinal_mark, moment
from sverka.quantities.names import is_label, is_name, roman
from sverka.quantities.quantity import Quantity, Reading
from sverka.quantities.ranges import Extent, extent
from sverka.quantities.reader import Reader
from sverka.quantities.sharing import Place as _Place
from sverka.quantities.sharing import share_units
from sverka.quantities.surroundings import Around, around, is_age

YEAR = 31_536_000.0
Found = tuple[Quantity | None, int]
"""What is found and the token to go on at."""
_OPPOSITE = {"at least": "at most", "at most": "at least", "more": "less", "less": "more"}


def parse(reader: Reader) -> tuple[Quantity, ...]:
    """All quantities of the text."""
    found: list[_Place] = []
    at = floor = 0
    while at < len(reader.tokens):
        token = reader.tokens[at]
        if token.meaning is NOTHING and token.kind in _PLAIN:
            at += 1
            continue
        if not (token.kind in _DIGITS or token.meaning.starts or _may_begin(reader, at)):
            at += 1
            continue
        quantity, stop = _at(reader, at, floor)
        if quantity is not None:
            found.append((quantity, at, stop))
            floor = stop
        at = max(stop, at + 1)
    return share_units(reader, found)


_PLAIN = frozenset({"word", "other"})
_DIGITS = frozenset({"number", "date", "clock"})


def _may_begin(reader: Reader, at: int) -> bool:
    """Whether a sign or a minus before a number begins it."""
    meaning = reader.meaning(at)
    if meaning.prefix is not None:
        return reader.token(at + 1).kind == "number"
    if reader.token(at).kind == "mark" and (reader.mark(at) == "+" or is_sign(reader, at)):
        return reader.token(at + 1).kind == "number" and reader.glued(at + 1)
    return "minus" in meaning.flags and reader.token(at + 1).kind in {"number", "word"}


def _at(reader: Reader, at: int, floor: int) -> Found:
    meaning = reader.meaning(at)
    if meaning.flags and "idiom" in meaning.flags:
        return None, at + 1
    if reader.token(at).kind == "number" and (stop := is_name(reader, at)):
        return None, stop
    moments = moment(reader, at)
    if moments is not None:
        return _of_moment(reader, moments, floor), moments.stop
    if reader.token(at).kind in {"date", "clock"}:
        return None, at + 1
    periods = period(reader, at)
    if periods is not None:
        return _of_period(reader, periods, floor), periods.stop
    ordinal = _ordinal(reader, at)
    if ordinal is not None:
        return ordinal
    return _measured(reader, at, floor)


def _measured(reader: Reader, at: int, floor: int) -> Found:
    found = extent(reader, at)
    if found is None:
        return _bare(reader, at, floor)
    if found.first.article and at == floor and at > 0 and not _breaks(reader, at):
        return None, at + 1  # "5 mg a day"
    if found.unit is not None and found.unit.kind == "times":
        often = per(reader, found)
        if often is not None:
            return _of_period(reader, often, floor), often.stop
        if reader.has(at, "turns"):
            return None, at + 1
    return _of_extent(reader, found, floor)


def _breaks(reader: Reader, at: int) -> bool:
    return reader.token(at - 1).kind == "mark"


def _bare(reader: Reader, at: int, floor: int) -> Found:
    found = bare(reader, at)
    if found is None or at == floor > 0:
        return None, at + 1
    return _of_extent(reader, Extent(at, found.stop, found, found, found.unit, found.spans), floor)


def _of_moment(reader: Reader, found: Moment, floor: int) -> Quantity:
    ranged = found.readings[0][0] != found.readings[0][1]
    start = found.start
    opened = ranged and start > floor and reader.has(start - 1, "opens")
    low, high = found.readings[0]
    first = reader.token(start - 1 if opened else start)
    return Quantity(
        first.start,
        reader.token(found.stop - 1).end,
        found.kind,
        low,
        high,
        found.unit,
        found.readings,
        written=found.written,
    )


def _of_period(reader: Reader, found: Period, floor: int) -> Quantity:
    ranged = found.spans[0][0] != found.spans[0][1]
    place = around(reader, found.start, found.stop, floor, ranged=ranged)
    bound = _OPPOSITE.get(place.bound, "")
    readings = tuple(opened_by(bound, low, high) for low, high in found.spans)
    low, high = readings[0]
    return Quantity(
        reader.token(place.start).start,
        reader.token(place.stop - 1).end,
        "frequency",
        low,
        high,
        "s",
        readings,
        bound=bound,
        approximate=place.approximate,
        written="words" if found.words else "digits",
    )


def opened_by(bound: str, low: float, high: float) -> Reading:
    """The value with the side open that the bound leaves open."""
    if bound in {"at least", "more"}:
        return low, None
    if bound in {"at most", "less"}:
        return None, high
    return low, high


def _of_extent(reader: Reader, found: Extent, floor: int) -> Found:
    kind, unit, noun, stop = _counted(reader, found)
    vague = found.first.amount.vague or found.last.amount.vague
    ranged = found.ranged or vague
    worded = kind in {"count", "number"} and _written(found) == "words" and not ranged
    place = around(reader, found.start, stop, floor, ranged=ranged, worded=worded)
    if kind == "number" and found.first.amount.weak and found.spans[0] == (1.0, 1.0):
        return None, found.stop  # "this one"
    spans: tuple[Reading, ...] = found.spans
    bound = found.last.bound or place.bound
    age = kind == "duration" and is_age(
        reader,
        place.start,
        stop,
        found.spans[0][1] / YEAR,
        years=_in_years(found),
        single=not found.ranged,
    )
    if vague and kind == "count" and _is_verb(reader, found.stop):
        return None, found.stop
    if kind in {"number", "count"} and _bare_age(reader, found, place):
        kind, unit, noun = "age", "year", ""
        place = around(reader, found.start, found.stop, floor, ranged=ranged)
    elif age:
        kind, unit, spans, stop = "age", "year", _years(found), _after_age(reader, stop)
        place = around(reader, found.start, stop, floor, ranged=ranged)
        bound = found.last.bound or place.bound or _since(reader, place, found)
    start = place.start - (1 if age and bound and bound != place.bound else 0)
    if bound and not found.ranged:
        spans = tuple(opened_by(bound, low or 0.0, high or 0.0) for low, high in spans)
    low, high = spans[0]
    quantity = Quantity(
        reader.token(start).start,
        reader.token(place.stop - 1).end,
        kind,
        low,
        high,
        unit,
        spans,
        bound=bound,
        vague=vague,
        approximate=place.approximate,
        weak=found.first.amount.weak and not found.ranged,
        noun=noun,
        written=_written(found),
    )
    return quantity, place.stop


def _is_verb(reader: Reader, at: int) -> bool:
    """Whether the word shows that the vague one before it counts nothing."""
    word = reader.grammar.lexicon.fold(reader.written(at))
    return bool(word) and word.endswith(reader.grammar.pack.verb_endings or ("\n",))


def _written(found: Extent) -> str:
    ways = {found.first.amount.written, found.last.amount.written}
    return ways.pop() if len(ways) == 1 else "mixed"


def _in_years(found: Extent) -> bool:
    return found.unit is not None and found.unit.factor == YEAR


def _years(found: Extent) -> tuple[Reading, ...]:
    spans = found.spans[-1:] if found.unit and found.unit.other else found.spans[:1]
    return tuple((low / YEAR, high / YEAR) for low, high in spans)


def _after_age(reader: Reader, stop: int) -> int:
    if reader.is_dash(stop) and reader.has(stop + 1, "age_after"):
        return stop + 2
    return stop + 1 if reader.has(stop, "age_after") else stop


def _since(reader: Reader, place: Around, found: Extent) -> str:
    """The bound of «с 18 лет», which is one for ages only."""
    single = not found.ranged and not place.opened
    return "at least" if single and reader.has(place.start - 1, "since") else ""


def _bare_age(reader: Reader, found: Extent, place: Around) -> bool:
    """As in "18+", "under 18", "aged 40": a number of years without the word."""
    low = found.spans[0][0]
    if found.unit is not None or not 0 <= low <= 120 or low != int(low):
        return False
    if found.first.amount.written != "digits" or reader.is_dash(found.stop):
        return False
    since = reader.has(place.start, "age_since") or reader.has(place.start - 1, "age_since")
    if since and reader.has(place.start - (reader.has(place.start - 1, "age_since")) - 1, "person"):
        return True
    if _is_apposition(reader, found):
        return True
    inside = any(reader.has(at, "age_before") for at in range(place.start, found.start))
    if inside or reader.has(place.start - 1, "age_before"):
        return True
    plus = place.bound and place.stop == found.stop + 1 and reader.glued(found.stop)
    return bool(plus) and low in {3, 6, 12, 14, 16, 18, 21} and not reader.is_word(place.stop)


def _is_apposition(reader: Reader, found: Extent) -> bool:
    """As in "Smith, 52, said": a name and the age set off by commas."""
    before, after = reader.mark(found.start - 1), reader.mark(found.stop)
    if before != "," or not after or after not in ",.)" or found.ranged or found.spans[0][0] < 10:
        return False
    name = reader.written(found.start - 2)
    person = name[:1].isupper() or reader.has(found.start - 2, "person")
    return person and reader.token(found.start - 2).kind == "word"


def _counted(reader: Reader, found: Extent) -> tuple[str, str, str, int]:
    """Kind, unit, noun, and the token after it."""
    unit = found.unit
    if unit is not None and unit.kind == "times":
        word = reader.grammar.lexicon.fold(reader.written(found.stop - 1))
        said = "turns" in reader.meaning(found.stop - 1).flags
        return "count", word if said else "", word if said else "", found.stop
    if unit is not None and unit.kind == "thing":
        return "count", unit.unit, unit.unit, found.stop
    if unit is not None:
        return unit.kind, unit.unit, "", found.stop
    at = found.stop
    after = reader.meaning(at).after
    many = found.first.amount.vague and reader.has(at, "of")
    at += 1 if after or many else 0
    if reader.is_dash(at) and reader.glued(at) and reader.glued(at + 1):
        at += 1
    elif reader.glued(at):
        return NUMBER.kind, "", "", found.stop
    steps = 0
    while steps < 2 and is_adjective(reader, at) and _is_noun(reader, at + 1):
        at, steps = at + 1, steps + 1
    if not _is_noun(reader, at, hyphen=reader.is_dash(at - 1)):
        return NUMBER.kind, "", "", found.stop
    noun = reader.written(at).lower()
    return COUNT.kind, noun, noun, found.stop if after else at + 1


_NO_NOUN = frozenset({
    "approximate", "per", "article", "and", "or", "opens", "between", "joins", "uncounted", "at",
    "since", "age_after", "age_before", "bare_before", "decade", "idiom",
})  # fmt: skip


def _is_noun(reader: Reader, at: int, *, hyphen: bool = False) -> bool:
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


def _ordinal(reader: Reader, at: int) -> Found | None:
    """As in "2nd", «2-й», "first", «шаг 2», «XX век»."""
    meaning = reader.meaning(at)
    token = reader.token(at)
    if token.kind == "number" and reader.written(at).isdigit():
        stop = after_ordinal_mark(reader, at + 1)
        if stop == at + 1 and not is_label(reader, at):
            return None
        value = float(reader.written(at))
        return _ordered(reader, at, stop, value)
    if "century" in meaning.flags and (value := roman(reader.written(at - 1))):
        return _ordered(reader, at - 1, at, value)
    if meaning.ordinal and meaning.cardinal is None and not meaning.fraction:
        return _ordered(reader, at, at + 1, meaning.ordinal)
    if meaning.cardinal in _TENS:  # "forty-fifth"
        last = at + 2 if reader.is_dash(at + 1) else at + 1
        ones = reader.meaning(last)
        if 0 < ones.ordinal < 10 and ones.cardinal is None:
            return _ordered(reader, at, last + 1, meaning.cardinal + ones.ordinal)
    return None


_TENS = frozenset({20, 30, 40, 50, 60, 70, 80, 90})


def _ordered(reader: Reader, at: int, stop: int, value: float) -> Found:
    if reader.has(stop, "century"):
        stop += 1
    words = reader.token(at).kind == "word"
    quantity = Quantity(
        reader.token(at).start,
        reader.token(stop - 1).end,
        ORDINAL.kind,
        value,
        value,
        "",
        ((value, value),),
        ordinal=True,
        weak=words and value <= 3,
        written="words" if words else "digits",
    )
    return quantity, stop
