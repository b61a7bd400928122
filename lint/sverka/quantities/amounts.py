"""A bare number, in digits or in words: "2k", "twenty-five", "two thirds", "a few"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sverka.quantities.digits import readings
from sverka.quantities.reader import Reader
from sverka.quantities.shares import is_ordinal, share

Span = tuple[float, float]

_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Amount:
    """A number up to the token ``stop``.

    ``spans`` are its readings as low and high, which differ in vague ones only; ``scale`` is the
    thousand or million that is in them already.
    """

    stop: int
    spans: tuple[Span, ...]
    written: str
    scale: float = 1.0
    vague: bool = False
    weak: bool = False

    @property
    def value(self) -> float:
        """The likeliest value."""
        return self.spans[0][0]

    def times(self, factor: float, stop: int, *, scale: bool = False) -> Amount:
        """This many of ``factor``, up to ``stop``."""
        spans = tuple((low * factor, high * factor) for low, high in self.spans)
        return replace(self, stop=stop, spans=spans, scale=factor if scale else self.scale)

    def plus(self, more: float, stop: int) -> Amount:
        """This and ``more``, up to ``stop``."""
        spans = tuple((low + more, high + more) for low, high in self.spans)
        return replace(self, stop=stop, spans=spans)


def amount(reader: Reader, at: int) -> Amount | None:
    """The number that begins at the token ``at``."""
    token = reader.token(at)
    if token.kind == "number":
        return _in_digits(reader, at)
    if token.kind != "word":
        return None
    meaning = token.meaning
    if meaning.vague is not None:
        return _scaled(reader, Amount(at + 1, (meaning.vague,), "words", vague=True))
    if "article" in meaning.flags:
        return _after_article(reader, at)
    if meaning.many:
        low = meaning.many
        found = Amount(at + 1, ((low, low * 9),), "words", low, vague=True)
        more = reader.meaning(at + 1).many  # "hundreds of thousands"
        return found.times(more, at + 2, scale=True) if more else _scaled(reader, found)
    if meaning.cardinal is not None or meaning.scale:
        return _in_words(reader, at)
    if meaning.fraction:
        return _fraction(reader, at, 1.0, at + 1)
    return None


def _in_digits(reader: Reader, at: int) -> Amount | None:
    values = readings(reader.written(at), reader.grammar.pack.decimal)
    if not values:
        return None
    found = Amount(at + 1, tuple((value, value) for value in values), "digits")
    found = _with_fraction(reader, found)
    stop = _after_case_mark(reader, found.stop, found.value)
    if stop == found.stop:
        found = _with_rest(
            reader, _with_plus(reader, _scaled(reader, _multiplied(reader, found)), at)
        )
    return replace(found, stop=max(stop, found.stop))


def _with_fraction(reader: Reader, found: Amount) -> Amount:
    """``1/2``, ``2 1/2``: a small fraction."""
    at = found.stop
    if reader.mark(at) == "/" and reader.glued(at) and reader.glued(at + 1):
        over = _digit(reader, at + 1)
        if (
            over > found.value > 0
            and len(reader.written(at - 1)) == 1
            and not _slash(reader, at + 2)
        ):
            return replace(found.times(1 / over, at + 2), written="digits")
    at += 1 if reader.has(at, "inside") else 0
    above, below = _digit(reader, at), _digit(reader, at + 2)
    if (
        0 < above < below
        and reader.mark(at + 1) == "/"
        and not reader.glued(at)
        and reader.glued(at + 1)
        and reader.glued(at + 2)
    ):
        return found.plus(above / below, at + 3)
    return found


def _slash(reader: Reader, at: int) -> bool:
    return reader.mark(at) == "/" and reader.glued(at)


def _digit(reader: Reader, at: int) -> float:
    """A number of one digit (or ten), else 0."""
    written = reader.written(at)
    small = reader.token(at).kind == "number" and written.isdigit() and int(written) <= 10
    return float(written) if small else 0.0


def _after_case_mark(reader: Reader, at: int, value: float) -> int:
    """The token after an ending that a number is written with, as in "5-ti" of Russian."""
    marks = reader.grammar.pack.marks
    place = at + 1 if reader.is_dash(at) and reader.glued(at) else at
    ending = reader.grammar.lexicon.fold(reader.written(place))
    if not reader.glued(place) or ending not in marks.get("cardinal", ()):
        return at
    if reader.glued(place + 1) and reader.token(place + 1).kind == "number":
        return at
    both = ending in marks.get("ordinal", ())
    return at if both and value >= reader.grammar.pack.both_below else place + 1


def _scaled(reader: Reader, found: Amount) -> Amount:
    at = found.stop
    while (scale := reader.meaning(at).scale) and not (reader.meaning(at).cardinal is not None):
        found = found.times(scale, at + 1, scale=True)
        if found.written == "digits":
            found = replace(found, written="mixed")
        at = reader.after_stop(at + 1)
        if at > found.stop and reader.token(at).kind == "word":
            found = replace(found, stop=at)
    return found


def _with_rest(reader: Reader, found: Amount) -> Amount:
    """With what is below the thousand or million: "2 million 300 thousand", "5 thousand 300"."""
    at = found.stop
    written = reader.written(at)
    if found.scale < _THOUSAND or reader.token(at).kind != "number" or not written.isdigit():
        return found
    if reader.glued(at) or "\n" in reader.text[reader.token(at - 1).end : reader.token(at).start]:
        return found
    more = _scaled(reader, Amount(at + 1, ((float(written),) * 2,), "digits"))
    plain = found.scale == _THOUSAND and more.scale == 1 and more.value >= 100
    if more.value < found.scale and (plain or 1 < more.scale < found.scale):
        return found.plus(more.value, more.stop)
    return found


def _multiplied(reader: Reader, found: Amount) -> Amount:
    """With the thousand of "25-thousand-strong" where a language says that in an adjective."""
    at = found.stop + 1
    by = reader.meaning(at).multiplied
    if by and reader.is_dash(at - 1) and reader.glued(at - 1) and reader.glued(at):
        return found.times(by, at + 1, scale=True)
    return found


def _with_plus(reader: Reader, found: Amount, at: int) -> Amount:
    """The number from the token ``at`` with a fraction added: "two and a half [million]"."""
    plus, stop = reader.meaning(found.stop).plus, found.stop + 1
    if not plus:
        plus, stop = share(reader, found.stop)
        if reader.has(at - 1, "between") and not reader.has(found.stop + 1, "article"):
            return found  # "between one and two thirds"
    if not plus:
        return found
    if reader.meaning(found.stop - 1).scale > 1:  # "a million and a half"
        return found.plus(plus * found.scale, stop)
    return _scaled(reader, replace(found.plus(plus, stop), weak=False))


def _with_point(reader: Reader, found: Amount) -> Amount:
    """With the digits after the point, in words: "two point five"."""
    at = found.stop + 1
    if not reader.has(at - 1, "point") or not found.value.is_integer():
        return found
    more = _in_words(reader, at)
    tenths = reader.meaning(more.stop).ordinal if more else 0.0
    if more and 0 < more.value < 1:
        return replace(found.plus(more.value, more.stop), weak=False)
    if more and tenths in {10.0, 100.0, 1000.0}:
        return replace(found.plus(more.value / tenths, more.stop + 1), weak=False)
    digits = ""
    while (one := reader.meaning(at).cardinal) is not None and 0 <= one < 10 and one.is_integer():
        digits, at = digits + str(int(one)), at + 1
    return replace(found.plus(float(f"0.{digits}"), at), weak=False) if digits else found


def _after_article(reader: Reader, at: int) -> Amount | None:
    """As in "a hundred", "a third", "a few"."""
    meaning = reader.meaning(at + 1)
    if meaning.vague is not None:
        return amount(reader, at + 1)
    if meaning.scale:
        return _in_words(reader, at)
    if meaning.fraction and not is_ordinal(reader, at + 1):
        return _fraction(reader, at + 1, 1.0, at + 2)
    return None


def _fraction(reader: Reader, at: int, of: float, stop: int) -> Amount:
    value = of * reader.meaning(at).fraction
    place = stop + 1 if reader.has(stop, "of") else stop
    place += 1 if reader.has(place, "article") else 0
    scale = reader.meaning(place).scale
    if scale and reader.is_word(place):  # "a quarter of a million"
        return Amount(place + 1, ((value * scale, value * scale),), "words", scale)
    return Amount(stop, ((value, value),), "words", weak=of == 1)


def _in_words(reader: Reader, at: int) -> Amount | None:
    """Numerals that make one number, such as "two thousand and five"."""
    total = current = 0.0
    room = float("inf")  # the next numeral must be smaller
    weak = reader.has(at, "weak") or reader.has(at, "article")
    largest = 1.0
    stop = at
    while True:
        here = _next_numeral(reader, stop, at)
        meaning = reader.meaning(here)
        if meaning.scale and _may_scale(reader, here):
            if meaning.scale <= 100 and current < 100:
                current = (current or 1.0) * meaning.scale
                room = meaning.scale if meaning.scale == 100 else 0.0
            else:
                total += (current or 1.0) * meaning.scale
                current, room = 0.0, meaning.scale
            largest = max(largest, meaning.scale)
        elif (
            meaning.cardinal is not None
            and meaning.cardinal < room
            and _fits(meaning.cardinal, room)
        ):
            current += meaning.cardinal
            room = _room_after(meaning.cardinal)
        elif "article" in meaning.flags and here == at:
            pass
        else:
            break
        stop = here + 1
        if stop - at > 1:
            weak = False
        elif meaning.scale:
            weak = True
    if stop == at:
        return None
    value = total + current
    over = stop + 1 if reader.is_dash(stop) and reader.glued(stop + 1) else stop
    proper = 0 < reader.meaning(over).fraction * value < 1 and float(value).is_integer()
    if proper and not is_ordinal(reader, over):
        return _fraction(reader, over, value, over + 1)
    found = Amount(stop, ((value, value),), "words", largest, weak=weak)
    return _with_plus(reader, _with_point(reader, found), at)


def _may_scale(reader: Reader, at: int) -> bool:
    return not reader.glued(at) or reader.is_dash(at - 1) or at == 0


def _fits(value: float, room: float) -> bool:
    return room == float("inf") or (value > 0 and value.is_integer())


def _room_after(value: float) -> float:
    if not value.is_integer() or value < 20:
        return 0.0
    return 100.0 if value >= 100 else 10.0


def _next_numeral(reader: Reader, stop: int, first: int) -> int:
    """Where the next numeral stands: after a hyphen inside tens, or after "and"."""
    if stop == first:
        return stop
    after = reader.meaning(stop + 1)
    if (
        reader.is_dash(stop)
        and reader.glued(stop)
        and reader.glued(stop + 1)
        and after.cardinal is not None
        and reader.meaning(stop - 1).cardinal in {20, 30, 40, 50, 60, 70, 80, 90}
        and 0 < after.cardinal < 10
    ):
        return stop + 1
    if reader.has(stop, "inside") and reader.meaning(stop - 1).scale >= 100 and after.cardinal:
        return stop if share(reader, stop)[0] else stop + 1
    return stop
