"""Fractions that are added to a number, and words that may be fractions: "third"."""

from __future__ import annotations

from sverka.quantities.reader import Reader
from sverka.quantities.words import is_noun


def share(reader: Reader, at: int) -> tuple[float, int]:
    """The fraction that is added at the token ``at`` and the token after it; 0 for none.

    As in "and a half", "and three quarters", "and quarter".
    """
    place, count = _after_hyphen(reader, at), 1.0
    if not reader.has(place, "and"):
        return 0.0, at
    place = _after_hyphen(reader, place + 1)
    said = reader.meaning(place).cardinal
    bare = not reader.has(place, "article") and not said
    if said and said.is_integer():
        count = said
    place = place if bare else _after_hyphen(reader, place + 1)
    value = reader.meaning(place).fraction * count
    if not 0 < value < 1 or (bare and _is_other(reader, place + 1)):
        return 0.0, at
    return value, place + 1


def _is_other(reader: Reader, at: int) -> bool:
    """Whether what stands after a mere "and half" says that it is half of something else."""
    if not reader.grammar.pack.flags.get("article") or reader.has(at, "article"):
        return True
    return reader.has(at, "of") and reader.meaning(at + 1).unit is None


def _after_hyphen(reader: Reader, at: int) -> int:
    hyphen = reader.is_dash(at) and reader.glued(at) and reader.glued(at + 1)
    return at + 1 if hyphen else at


def is_ordinal(reader: Reader, at: int) -> bool:
    """Whether "third" tells no share but which one: "a third call", "a third-year student"."""
    if not reader.meaning(at).ordinal:
        return False
    if not reader.grammar.pack.flags.get("of"):
        return reader.has(at + 1, "label")  # the noun follows the share at once
    if reader.is_dash(at + 1) and reader.glued(at + 1) and reader.glued(at + 2):
        return True
    return is_noun(reader, at + 1) and reader.meaning(at + 1).unit is None
