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


def around(reader: Reader, start: int, stop: int, floor: int, *, ranged: bool) -> Around:
    """What stands before the token ``start``, not before ``floor``, and from ``stop`` on."""
    bound, approximate, opened = "", False, False
    while start > floor:
        meaning = reader.meaning(start - 1)
        if "approximate" in meaning.flags:
            approximate = True
        elif ranged and not opened and "opens" in meaning.flags:
            opened = True
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


def is_age(reader: Reader, start: int, stop: int, low: float, years: bool) -> bool:
    """Whether the time from the token ``start`` to ``stop`` is somebody's age, ``low`` in years."""
    if reader.has(stop, "age_after") or reader.has(start - 1, "age_before"):
        return True
    if _inner(reader, start, stop, "age_before"):
        return True
    if reader.is_dash(stop) and reader.has(stop + 1, "age_after"):
        return True
    if not years or low > 120:
        return False
    if reader.has(stop, "person"):
        return True
    since = reader.has(start, "age_since") or reader.has(start - 1, "age_since")
    if since and _person_near(reader, start, stop):
        return True
    return False


def _inner(reader: Reader, start: int, stop: int, flag: str) -> bool:
    return any(reader.has(at, flag) for at in range(start, stop))


def _person_near(reader: Reader, start: int, stop: int) -> bool:
    for way, first in ((-1, start - 1), (1, stop)):
        for step in range(_WINDOW):
            at = first + way * step
            if reader.mark(at) in _SENTENCE_ENDS and reader.mark(at):
                break
            if reader.has(at, "person"):
                return True
    return False
