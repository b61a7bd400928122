"""Ages: what tells them from durations, and from bare numbers."""

from __future__ import annotations

from sverka.quantities.quantity import Reading
from sverka.quantities.ranges import Extent
from sverka.quantities.reader import Reader
from sverka.quantities.surroundings import Around

YEAR = 31_536_000.0
_WINDOW = 7
_SENTENCE_ENDS = frozenset(".!?;:…")
_FULL_AGES = frozenset({14, 16, 18, 21})
_LATE = 12
"""Nobody speaks of what happens after the age of two, but of what happens after two years."""


def is_age(reader: Reader, start: int, stop: int, low: float, *, years: bool, single: bool) -> bool:
    """Whether the time from the token ``start`` to ``stop`` is somebody's age, ``low`` in years.

    ``years``: it is counted in years. ``single``: it is no range.
    """
    if reader.has(stop, "age_after") or reader.has(start - 1, "age_before"):
        return True
    if any(reader.has(at, "age_before") for at in range(start, stop)):
        return True
    if reader.is_dash(stop) and reader.has(stop + 1, "age_after"):
        return True
    if not years or low > 120:
        return False
    if (
        reader.has(stop, "age_bound")
        or reader.has(stop, "person")
        or reader.has(start - 1, "person")
        or _set_off(reader, start, stop)
    ):
        return True
    at = start if reader.has(start, "age_since") else start - 1
    if not reader.has(at, "age_since"):
        return False
    if person_near(reader, start, stop):
        return True
    if not single or (reader.is_word(stop) and not _is_small(reader, stop)):
        return False
    if reader.has(at, "age_always") or low in _FULL_AGES:
        return True
    return reader.has(at, "age_late") and low >= _LATE


def _is_small(reader: Reader, at: int) -> bool:
    """Whether the word cannot be what lasts so many years."""
    return reader.grammar.lexicon.fold(reader.written(at)) in reader.grammar.stopwords


def _set_off(reader: Reader, start: int, stop: int) -> bool:
    """As in "a man, 45 years, ..."."""
    return (
        reader.mark(start - 1) == ","
        and reader.has(start - 2, "person")
        and (not reader.mark(stop) or reader.mark(stop) in {",", ")", "."})
    )


def person_near(reader: Reader, start: int, stop: int) -> bool:
    """Whether people are spoken of in the words around."""
    for way, first in ((-1, start - 1), (1, stop)):
        for step in range(_WINDOW):
            at = first + way * step
            if reader.mark(at) and reader.mark(at) in _SENTENCE_ENDS:
                break
            if reader.has(at, "person"):
                return True
    return False


def in_years(found: Extent) -> bool:
    """Whether the time is counted in years."""
    return found.unit is not None and found.unit.factor == YEAR


def years_of(found: Extent) -> tuple[Reading, ...]:
    """The readings in years."""
    spans = found.spans[-1:] if found.unit and found.unit.other else found.spans[:1]
    return tuple((low / YEAR, high / YEAR) for low, high in spans)


def after_age(reader: Reader, stop: int) -> int:
    """The token after "old" or "of age", if that stands there."""
    if reader.is_dash(stop) and reader.has(stop + 1, "age_after"):
        return stop + 2
    return stop + 1 if reader.has(stop, "age_after") else stop


def since(reader: Reader, place: Around, found: Extent) -> str:
    """The bound of "since 18 years", which is one for ages only."""
    single = not found.ranged and not place.opened
    return "at least" if single and reader.has(place.start - 1, "since") else ""


def is_bare_age(reader: Reader, found: Extent, place: Around, *, counts: bool) -> bool:
    """As in "18+", "under 18", "aged 40": a number of years without the word.

    ``counts``: a word follows that may be what is counted.
    """
    low = found.spans[0][0]
    if found.unit is not None or not 0 <= low <= 120 or low != int(low):
        return False
    if found.first.amount.written != "digits" or reader.is_dash(found.stop):
        return False
    before = reader.meaning(place.start).flags
    if reader.has(found.stop, "age_bound") or {"age_before", "between"} <= before:
        return True
    if counts and reader.has(found.start - 1, "opens"):
        return False  # "people from 5 countries"
    since = reader.has(place.start, "age_since") or reader.has(place.start - 1, "age_since")
    if since and reader.has(place.start - (reader.has(place.start - 1, "age_since")) - 1, "person"):
        return True
    if _is_apposition(reader, found):
        return True
    if counts:
        return False
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
    if reader.token(found.start - 2).kind != "word":
        return False
    if reader.written(found.start - 2)[0].isupper() or reader.has(found.start - 2, "person"):
        return True
    return after == "," and reader.is_word(found.stop + 1) and found.spans[0][0] >= _LATE
