"""What stands around a measure: bounds, "about", and the signs that it is an age."""

from __future__ import annotations

from dataclasses import dataclass

from sverka.quantities.reader import Reader

_WINDOW = 7
_SENTENCE_ENDS = frozenset(".!?;:…")


@dataclass(frozen=True, slots=True)
class Around:
    """Where the quantity begins and ends with its bounds, and what they are."""

    start: int
    stop: int
    bound: str = ""
    approximate: bool = False
    opened: bool = False
    """Whether a word that opens ranges ("from") stands before."""


def around(
    reader: Reader, start: int, stop: int, floor: int, *, ranged: bool, worded: bool = False
) -> Around:
    """What stands before the token ``start``, not before ``floor``, and from ``stop`` on.

    ``worded``: it is a number of things in words, for which "from" tells no bound: "a letter from
    three friends".
    """
    bound, approximate, opened = "", False, False
    while start > floor:
        if _abbreviated(reader, start, floor):
            start -= 1
        meaning = reader.meaning(start - 1)
        if "approximate" in meaning.flags:
            approximate = True
        elif ranged and not opened and "opens" in meaning.flags:
            opened = True
        elif worded and "opens" in meaning.flags:
            break
        elif meaning.before and not bound and not ranged:
            bound = meaning.before
        elif (
            meaning.before
            and not bound
            and "opens" not in meaning.flags
            and "joins" not in meaning.flags
        ):
            bound = meaning.before
        else:
            break
        start -= 1
    after = reader.meaning(stop).after
    if after and not bound:
        return Around(start, stop + 1, after, approximate, opened)
    return Around(start, stop, bound, approximate, opened)


def _abbreviated(reader: Reader, start: int, floor: int) -> bool:
    """Whether "max." or "approx." stands before, with its full stop."""
    if start - 2 < floor or reader.mark(start - 1) != "." or not reader.glued(start - 1):
        return False
    meaning = reader.meaning(start - 2)
    return bool(meaning.before or "approximate" in meaning.flags)


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
        reader.has(stop, "person")
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


_FULL_AGES = frozenset({14, 16, 18, 21})
_LATE = 12
"""Nobody speaks of what happens after the age of two, but of what happens after two years."""


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
