"""The names in a text: the words with a capital letter, and how sure it is that they are names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise

from sverka.align.passages import Stretch
from sverka.names.data import Habits
from sverka.names.sounds import TOKEN

_POSSESSIVE = re.compile(r"['’]s?$")
_BEGINS = re.compile(
    r"[.!?…:;][\"»”’)\]]*\s+$|[«“„\"\[]\s*$|(?:^|\s)[-—–•*]\s+$|[\n|/]\s*$|^\s*$|^[(‘']$"
)
"""What stands before a word that has a capital letter for its place."""
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
    text = stretch.text
    starts = set(_begins(stretch))
    found = []
    for match in TOKEN.finditer(text):
        word = match[0]
        if word.islower() or len(word) < 2 or not any(one.isupper() for one in word):
            continue
        at = match.start()
        initial = at in starts or _BEGINS.search(text[max(0, at - 4) : at]) is not None
        found.append(_name(match, initial, habits, kind))
    return found


def listed(stretch: Stretch, habits: Habits, kind: Callable[[str], Kind]) -> list[Name]:
    """The words of a stretch that the packs know as names, with a capital letter or without."""
    found = [
        _name(match, True, habits, kind)
        for match in TOKEN.finditer(stretch.text)
        if len(match[0]) > LONG and match[0].lower() not in stretch.language.stopwords
    ]
    return [name for name in found if name.kind is Kind.LISTED and not name.plain]


def _name(match: re.Match[str], initial: bool, habits: Habits, kind: Callable[[str], Kind]) -> Name:
    word = _POSSESSIVE.sub("", match[0])
    if len(word) >= LEAST and word[-1] == PLURAL and word[:-1].isupper():
        word = word[:-1]
    plain = word.lower() in habits.plain
    end = match.start() + len(word)
    return Name(match.start(), end, word, initial, plain, kind(word), word.isupper())


def _begins(stretch: Stretch) -> Iterator[int]:
    """Where the sentences of a stretch begin in its text."""
    at = 0
    for _, group in groupby(stretch.sentences, key=lambda one: id(one.block)):
        members = list(group)
        yield from (at + one.start - members[0].start for one in members)
        at += members[-1].end - members[0].start + 1


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
