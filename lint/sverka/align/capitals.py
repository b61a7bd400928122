"""The words of a text that have a capital letter, and which would have it anyway."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

TOKEN = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
"""A word of a text, as names are written: St, U.S, M&S, Nagorno-Karabakh."""
_BEGINS = re.compile(
    r"[.!?…:;][\"»”’)\]]*\s+$|[«“„\"\[]\s*$|(?:^|\s)[-—–•*]\s+$|[\n|/]\s*$|^\s*$|^[(‘']$"
)
"""What stands before a word that has a capital letter for its place."""


class Capital(NamedTuple):
    """A word with a capital letter, and of two letters at least: ``start`` to ``end`` in its
    text, as it is written; ``initial``: it would have the capital anyway."""

    start: int
    end: int
    text: str
    initial: bool


def capitals(text: str, starts: Collection[int]) -> tuple[Capital, ...]:
    """The words of a text that have a capital, in its order; ``starts`` is where its sentences
    begin."""
    rest = text[1:]
    if rest.lower() == rest:
        # Most texts have no capital but the one that they begin with.
        first = None if text.lower() == text else TOKEN.match(text)
        words = [first[0]] if first else []
    else:
        words = TOKEN.findall(text)
    found = []
    end = 0
    for word in words:
        if word.islower() or len(word) < 2 or word.lower() == word:
            continue
        # What is left out has no capital, so that it cannot hold the word.
        start = text.index(word, end)
        end = start + len(word)
        found.append(Capital(start, end, word, start in starts or _is_initial(text, start)))
    return tuple(found)


def _is_initial(text: str, at: int) -> bool:
    """Whether what stands before a word asks for a capital."""
    if at > 1 and text[at - 1] == " " and text[at - 2].isalnum():
        return False
    return _BEGINS.search(text[max(0, at - 4) : at]) is not None
