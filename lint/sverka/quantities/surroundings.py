"""What stands around a measure: bounds and "about"."""

from __future__ import annotations

from dataclasses import dataclass

from sverka.quantities.reader import Reader


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
        elif not bound and _led_through(reader, start, floor):
            start -= 1
            continue
        elif worded and "opens" in meaning.flags:
            break
        elif meaning.before and not bound and not (ranged and meaning.flags & {"opens", "joins"}):
            bound = meaning.before
        else:
            break
        start -= 1
    if bound in _DENIED and _is_denied(reader, start):
        bound = _DENIED[bound]
    if reader.has(stop, "about_after"):
        stop, approximate = stop + 1, True
    after = reader.meaning(stop).after
    if after and not bound:
        return Around(start, stop + 1, after, approximate, opened)
    return Around(start, stop, bound, approximate, opened)


_DENIED = {"more": "at most", "less": "at least"}
_FARTHEST = 4


def _is_denied(reader: Reader, start: int) -> bool:
    """Whether the bound before the token is turned round: "must not be larger than"."""
    for at in range(start - 1, start - 1 - _FARTHEST, -1):
        if reader.has(at, "negation"):
            return True
        if not reader.has(at, "negated"):
            return False
    return False


def _led_through(reader: Reader, start: int, floor: int) -> bool:
    """Whether a preposition parts the bound from its number: "at least for 8 hours"."""
    if start - 2 < floor or not reader.has(start - 1, "through"):
        return False
    return reader.meaning(start - 2).before in {"at least", "at most"}


def _abbreviated(reader: Reader, start: int, floor: int) -> bool:
    """Whether "max." or "approx." stands before, with its full stop."""
    if start - 2 < floor or reader.mark(start - 1) != "." or not reader.glued(start - 1):
        return False
    meaning = reader.meaning(start - 2)
    return bool(meaning.before or "approximate" in meaning.flags)
