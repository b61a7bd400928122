"""The names in a text: the words with a capital letter, and how sure it is that they are names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from sverka.align.capitals import TOKEN
from sverka.align.passages import Stretch
from sverka.names.data import Habits

_POSSESSIVE = re.compile(r"['’]s?$")
_JOINED = re.compile(r"[ \u00a0\n]+|-")
_LAST = re.compile(r"-([^\W\d_]{3,})$")
LEAST = 3
"""Letters that a sure name has at least."""
PLURAL = "s"
"""What abbreviations in Latin letters have in the plural."""
LONG = 4
"""Letters of a word that has a capital in a title; shorter ones often have none."""
TITLE = 0.75
"""The share of the longer words of a title that have a capital."""


class Kind(Enum):
    """What the packs know of a word: that it is a name, an ordinary word, or nothing."""

    LISTED = "listed"
    ORDINARY = "ordinary"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A word with a capital letter: ``start`` to ``end`` in its text, without a possessive
    ending.

    ``initial``: it would have the capital anyway; ``plain``: the language capitalises it by
    habit; ``kind``: what the packs know of it; ``short``: an abbreviation in capitals.
    """

    start: int
    end: int
    text: str
    initial: bool
    plain: bool
    kind: Kind
    short: bool

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def coined(self) -> bool:
        """Whether it has capitals within, as the names of code have, or is a compound of a name
        and an ordinary word."""
        if self.text[0].islower() or any(
            a.islower() and b.isupper() for a, b in pairwise(self.text)
        ):
            return True
        if any(part.isupper() for part in self.text.split("-")[:-1]):
            return True
        last = _LAST.search(self.text)
        return last is not None and last[1].islower()

    @property
    def sure(self) -> bool:
        """Whether it can hardly be anything but a name."""
        if self.initial or self.plain or self.coined or len(self.text) < LEAST:
            return False
        return self.kind is Kind.LISTED or (self.kind is Kind.UNKNOWN and not self.short)


def spot(stretch: Stretch, habits: Habits, kind: Callable[[str], Kind]) -> list[Name]:
    """The words with a capital letter in a stretch, in the order of the text."""
    return [_name(one.start, one.text, one.initial, habits, kind) for one in stretch.capitals]


def listed(stretch: Stretch, habits: Habits, kind: Callable[[str], Kind]) -> list[Name]:
    """The words of a stretch that the packs know as names, with a capital letter or without."""
    found = [
        _name(match.start(), match[0], True, habits, kind)
        for match in TOKEN.finditer(stretch.text)
        if len(match[0]) > LONG and match[0].lower() not in stretch.language.stopwords
    ]
    return [name for name in found if name.kind is Kind.LISTED and not name.plain]


def bare(word: str) -> str:
    """A word without a possessive ending, an abbreviation without that of its plural."""
    if word[-1] == PLURAL or not word.isalnum():
        word = _POSSESSIVE.sub("", word)
        if len(word) >= LEAST and word[-1] == PLURAL and word[:-1].isupper():
            return word[:-1]
    return word


def _name(
    start: int, written: str, initial: bool, habits: Habits, kind: Callable[[str], Kind]
) -> Name:
    word = bare(written)
    plain = word.lower() in habits.plain
    return Name(start, start + len(word), word, initial, plain, kind(word), word.isupper())


def is_title(stretch: Stretch, names: Sequence[Name]) -> bool:
    """Whether the text capitalises its words as titles do, so that a capital says nothing."""
    long = sum(1 for word in TOKEN.findall(stretch.text) if len(word) >= LONG)
    told = [name for name in names if len(name.text) >= LONG]
    capitals = sum(1 for name in told if not (name.plain or name.initial))
    long -= len(told) - capitals
    return long >= LONG and capitals >= TITLE * long


def runs(text: str, names: Sequence[Name]) -> Iterator[tuple[Name, ...]]:
    """Names that stand side by side, without what only stands before or between them."""
    run: list[Name] = []
    for name in names:
        if run and not _JOINED.fullmatch(text, run[-1].end, name.start):
            yield tuple(run)
            run = []
        if run and (name.initial or name.plain):
            yield tuple(run)
            run = []
        if not (name.plain or (name.initial and name.kind is Kind.ORDINARY)):
            run.append(name)
    if run:
        yield tuple(run)
