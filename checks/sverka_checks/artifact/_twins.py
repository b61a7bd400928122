"""Words of one sentence that say a thing twice though they do not stand side by side, or in
another form: "the clinic our clinic", "repair and repairs", "service of service"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sverka.repetition import Doublings
from sverka.sentences import split

_WORD = re.compile(r"(?<![\w@#/.-])[^\W\d_]+(?![\w@/-])")
_BETWEEN = re.compile(r",?\s+")
_STEM = 6
"""Words with so many first letters in common are forms of one, where they crowd a sentence."""
_HEAD, _BACK = 4, 3
"""The first letters that words must share to be compared, and how many words are looked back."""
_SHORT = 12
"""A sentence of no more words is short."""
_CROWD = 3


class Twin(NamedTuple):
    """``text[start:end]`` says something twice; ``sure`` where nobody does so on purpose."""

    start: int
    end: int
    sure: bool


class _Words(NamedTuple):
    """The words of a text, in lower case, and where they stand."""

    text: str
    matches: Sequence[re.Match[str]]
    lower: Sequence[str]

    def tight(self, first: int, last: int) -> bool:
        """Whether nothing but spaces stands between the words from ``first`` to ``last``."""
        return all(
            self.text[self.matches[one].end() : self.matches[one + 1].start()].isspace()
            for one in range(first, last)
        )

    def begins(self, number: int) -> bool:
        """Whether a word begins the text or a sentence of it."""
        before = self.text[: self.matches[number].start()].rstrip()
        return not before or before[-1] in ".!?…"

    def twin(self, first: int, last: int, *, sure: bool) -> Twin:
        """What stands from one word to another."""
        return Twin(self.matches[first].start(), self.matches[last].end(), sure)


def twins(text: str, known: Doublings, plain: frozenset[str]) -> Iterator[Twin]:
    """What a text says twice, from left to right; ``plain`` are the language's function words."""
    matches = list(_WORD.finditer(text))
    words = _Words(text, matches, [match[0].lower() for match in matches])
    heads = [one[:_HEAD] for one in words.lower]
    after = 0
    for number, head in enumerate(heads):
        # Whatever is said again begins like one of the three words before.
        if number < after or head not in heads[max(number - _BACK, 0) : number]:
            continue
        found = (
            _restated(words, number, known)
            or _kin(words, number, known, plain)
            or _two_and_two(words, number, known, plain)
        )
        if found is not None:
            yield found
            after = number + 1
    yield from _crowds(text, words, known, plain)


def _restated(words: _Words, number: int, known: Doublings) -> Twin | None:
    """“The clinic our clinic”, “the service of the service”."""
    one, first = words.lower[number], number - 2
    if len(one) < known.least or first < 0 or one in known.amounts or one in known.names:
        return None
    middle = words.lower[number - 1]
    if middle in known.pointing:
        if first and words.lower[first] in known.within and words.lower[first - 1] == one:
            return (
                words.twin(first - 1, number, sure=False)
                if words.tight(first - 1, number)
                else None
            )
        if words.lower[first] != one or not words.tight(first, number):
            return None
        told = (
            first > 0 and words.lower[first - 1] in known.pointing and words.tight(first - 1, first)
        )
        if told or words.begins(first):
            return words.twin(first - told, number, sure=told)
    elif middle in known.within and words.lower[first] == one and words.tight(first, number):
        return words.twin(first, number, sure=False)
    return None


def _kin(words: _Words, number: int, known: Doublings, plain: frozenset[str]) -> Twin | None:
    """Two forms of a word: “repair and repairs”, “work works”."""
    other = words.lower[number]
    if len(other) < known.least or other in plain:
        return None
    first = number - 1
    middle = words.lower[first]
    joined = middle in known.joining or middle in known.either
    if first and (joined or middle in known.pointing):
        first -= 1
    one = words.lower[first]
    if (
        one[:_HEAD] != other[:_HEAD]
        or one == other
        or one in plain
        or not words.tight(first, number)
    ):
        return None
    if one in known.names or (joined and len(other) < len(one)):
        return None  # “networks and network devices”
    if not _forms_of_one(one, other, known.plurals if joined else known.kin, known):
        return None
    if words.matches[first][0][0].isupper() and not words.begins(first):
        return None
    return words.twin(first, number, sure=joined and middle in known.joining)


def _forms_of_one(one: str, other: str, endings: frozenset[str], known: Doublings) -> bool:
    """Whether two words have a stem in common, and no more than an ending of a list each."""
    for size in range(min(len(one), len(other)), known.least - 1, -1):
        if one[:size] == other[:size]:
            tails = one[size:], other[size:]
            return any(not tail for tail in tails) and all(
                not tail or tail in endings for tail in tails
            )
    return False


def _two_and_two(
    words: _Words, number: int, known: Doublings, plain: frozenset[str]
) -> Twin | None:
    """“Facial massage and facial massage”."""
    lower = words.lower
    if number < 3 or lower[number] in plain or len(lower[number]) < known.least:
        return None
    for gap in (0, 1):
        first = number - 3 - gap
        if first < 0 or lower[first] != lower[number - 1] or lower[first + 1] != lower[number]:
            continue
        if lower[first] == lower[first + 1] or lower[number] in known.emphatic | known.amounts:
            return None
        if any(words.matches[one][0][0].isupper() for one in (number - 1, number)):
            return None
        between = words.text[words.matches[first + 1].end() : words.matches[number - 1].start()]
        if gap and lower[first + 2] in known.joining and words.tight(first, number):
            return words.twin(first, number, sure=lower[first] not in plain)
        if not gap and _BETWEEN.fullmatch(between) and lower[first] not in plain:
            return words.twin(first, number, sure="," not in between)
    return None


def _crowds(text: str, words: _Words, known: Doublings, plain: frozenset[str]) -> Iterator[Twin]:
    """Short sentences with three forms of one word."""
    counts = Counter([one[:_STEM] for one in words.lower if len(one) >= _STEM])
    many = {stem for stem, count in counts.items() if count >= _CROWD}
    if not many:
        return
    stems = [one[:_STEM] if one not in plain else "" for one in words.lower]
    for start, end in split(text):
        inside = [n for n, one in enumerate(words.matches) if start <= one.start() < end]
        if len(inside) > _SHORT:
            continue
        for stem in many:
            these = [n for n in inside if stems[n] == stem]
            if len(these) >= _CROWD and not _row(text, words, these):
                yield words.twin(these[0], these[-1], sure=False)


def _row(text: str, words: _Words, these: Sequence[int]) -> bool:
    """Whether they are members of a row, or its comparison: for the sake of sound."""
    inner = text[words.matches[these[0]].start() : words.matches[these[-1]].end()]
    return any(sign in inner for sign in ",;:—–/(|")
