"""Numbers that are part of a name, and those that tell one thing of many."""

from __future__ import annotations

import re

from sverka.quantities.dates import after_ordinal_mark
from sverka.quantities.digits import readings
from sverka.quantities.lexicon import NOTHING
from sverka.quantities.reader import Reader

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]+|\w*[a-z][A-Z]\w*")
_ROMAN = re.compile(r"(?=[IVXL])(XL|L?X{0,3})(IX|IV|V?I{0,3})")
_COMPARED = frozenset(">=<≥≤~^")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def is_name(reader: Reader, at: int) -> int:
    """The token after a number that belongs to a name ("k8s", "TLS 1.2", "COVID-19"), else 0."""
    if _grown_together(reader, at):
        return _after_glued(reader, at)
    if not readings(reader.written(at), reader.grammar.pack.decimal):
        return at + 1
    if _after_hyphen(reader, at) or _named(reader, at) or _placeholder(reader, at + 1):
        return _after_glued(reader, at)
    if _is_list_number(reader, at):
        return at + 1
    if _is_score(reader, at):
        return at + 3
    return 0


def _grown_together(reader: Reader, at: int) -> bool:
    """Whether letters follow at once that are no unit: "3rd" and "10mg" are fine."""
    if reader.mark(at - 1) in {"_", "@", "\\"} and reader.glued(at) and reader.mark(at - 1):
        return True
    following = reader.token(at + 1)
    if not reader.glued(at + 1) or following.kind not in {"word", "other", "number"}:
        return False
    meaning = following.meaning
    pack = reader.grammar.pack
    known = (
        meaning.unit or meaning.symbol or meaning.shy or meaning.scale
        or meaning.daypart is not None or meaning.flags & {"turns", "year"}
    )  # fmt: skip
    word = reader.grammar.lexicon.fold(reader.written(at + 1))
    return not (
        known
        or word in pack.marks.get("ordinal", ())
        or word in pack.marks.get("cardinal", ())
        or word in pack.marks.get("decade", ())
    )


def _placeholder(reader: Reader, at: int) -> bool:
    """As in "7.x"."""
    stop = reader.mark(at) == "." and reader.glued(at)
    return stop and reader.glued(at + 1) and reader.written(at + 1).islower()


def _after_glued(reader: Reader, at: int) -> int:
    """The first token that a space, or the end of a sentence, divides from the name."""
    at += 1
    while reader.glued(at) and (reader.token(at).kind != "mark" or _goes_on(reader, at)):
        at += 1
    return at


def _goes_on(reader: Reader, at: int) -> bool:
    return reader.mark(at) in {".", "-", "/", "_"} and reader.glued(at + 1)


def _after_hyphen(reader: Reader, at: int) -> bool:
    """As in "COVID-19", "GPT-4"; SPF-50 counts."""
    if not (reader.is_dash(at - 1) and reader.glued(at) and reader.glued(at - 1)):
        return False
    before = reader.token(at - 2)
    if before.kind not in {"word", "other"} or reader.has(at - 2, "factor"):
        return False
    if reader.has(at - 2, "decade_before") and after_ordinal_mark(reader, at + 1) > at + 1:
        return False  # "mid-19th century"
    meaning = before.meaning
    return not (meaning.unit or meaning.prefix or meaning.month or meaning.cardinal is not None)


def _named(reader: Reader, at: int) -> bool:
    """As in "Python 3", "TLS 1.2", "version 2": a name or such a word directly before."""
    place = at - 1
    while reader.mark(place) and reader.mark(place) in _COMPARED:
        place -= 1
    before = reader.token(place)
    compared = place < at - 1
    if before.kind == "other" and reader.text[before.start : before.end].isalnum():
        return _bare(reader, at)
    if before.kind != "word" or reader.glued(at):
        return False
    if "name" in before.meaning.flags:
        return True
    if after_ordinal_mark(reader, at + 1) > at + 1 or (compared and "." not in reader.written(at)):
        return False
    if before.meaning is not NOTHING or "\n" in reader.text[before.end : reader.token(at).start]:
        return False
    word = reader.written(place)
    if word.endswith(("'s", "’s")) or not _bare(reader, at):
        return False
    if _ACRONYM.fullmatch(word):
        return True
    if not (word[0].isascii() and word[0].isupper()) or word.lower() in reader.grammar.stopwords:
        return False
    return not reader.grammar.latin or not _begins_sentence(reader, place)


def _is_list_number(reader: Reader, at: int) -> bool:
    """Whether it numbers the text that it begins: "2. Press the button"."""
    stop = reader.mark(1)
    return (
        at == 0
        and bool(stop)
        and stop in ".)"
        and reader.glued(1)
        and not reader.glued(2)
        and reader.token(2).kind == "word"
        and reader.written(0).isdigit()
    )


def _begins_sentence(reader: Reader, at: int) -> bool:
    before = reader.token(at - 1)
    if before.kind != "mark":
        return at == 0
    return reader.mark(at - 1) not in {",", "(", "-", "/", "'", "’"}


def _bare(reader: Reader, at: int) -> bool:
    """Whether no unit follows the number."""
    meaning = reader.meaning(at + 1)
    if meaning.unit or meaning.symbol or meaning.scale or meaning.flags & {"turns", "year"}:
        return False
    if reader.meaning(at + 2).unit and reader.is_dash(at + 1):
        return False
    written = reader.written(at)
    return len(written) < 4 or "." in written


def _is_score(reader: Reader, at: int) -> bool:
    """As in "3-1", "2:1": two numbers that are no range."""
    joined = reader.is_dash(at + 1) or reader.mark(at + 1) == ":"
    if not (joined and reader.glued(at + 1) and reader.glued(at + 2)):
        return False
    if reader.token(at + 2).kind != "number" or not reader.written(at).isdigit():
        return False
    if reader.mark(at + 1) == ":":
        return True
    following = reader.meaning(at + 3)
    other = reader.written(at + 2)
    descending = other.isdigit() and int(other) <= int(reader.written(at))
    return descending and not (following.unit or following.symbol or following.scale)


def is_label(reader: Reader, at: int) -> bool:
    """Whether the number tells one of many: "step 2", "fig. 3", "no. 5"."""
    place = at - 1
    if reader.mark(place) == "." and reader.has(place - 1, "label"):
        place -= 1
    if not reader.has(place, "label"):
        return False
    numbers = reader.mark(at + 1) and reader.mark(at + 1) in ".)"
    if numbers and "\n" in reader.text[reader.token(place).end : reader.token(at).start]:
        return False  # a number of a list
    following = reader.meaning(at + 1)
    return not (following.unit or following.symbol or following.scale or "turns" in following.flags)


def roman(written: str) -> float:
    """The value of a Roman numeral up to 89; 0 for anything else."""
    if _ROMAN.fullmatch(written) is None:
        return 0.0
    values = [_ROMAN_VALUES[letter] for letter in written]
    signs = [
        -1 if value < after else 1 for value, after in zip(values, [*values[1:], 0], strict=True)
    ]
    return float(sum(value * sign for value, sign in zip(values, signs, strict=True)))
