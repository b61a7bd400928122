"""A sentence in its clauses, and which of them nothing in the other version answers.

Punctuation divides clauses in any language; the words that begin one without it are the pack's
(``clauses.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from sverka.align.passages import Stretch
from sverka.packs import BadPack, Language, read_toml

FILE = "clauses.toml"
_MARKS = r"[,;:()\[\]]|\s[\u2013\u2014-]+\s"


def breaks(language: Language) -> re.Pattern[str]:
    """Matches what stands between two clauses; raises `BadPack`."""
    return _breaks(language.home / FILE)


@cache
def _breaks(path: Path) -> re.Pattern[str]:
    # A language without the file has its clauses divided by punctuation alone.
    words = read_toml(path).get("opening", "") if path.is_file() else ""
    if not isinstance(words, str):
        raise BadPack(f"{path}: opening must be a text")
    found = "|".join(re.escape(word) for word in sorted(words.split(), key=len, reverse=True))
    return re.compile(_MARKS + (rf"|\b(?=(?:{found})\b)" if found else ""), re.IGNORECASE)


def clauses(stretch: Stretch) -> list[tuple[int, int]]:
    """The clauses of a stretch, as the numbers of their words: from the one up to the other."""
    words = stretch.words
    starts = [0]
    at = 0
    for match in breaks(stretch.language).finditer(stretch.text):
        while at < len(words) and words[at].start < match.start():
            at += 1
        if starts[-1] < at < len(words):
            starts.append(at)
    return list(pairwise([*starts, len(words)])) if words else []


def unanswered(stretch: Stretch, links: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The longest rows of clauses none of whose words has a link: words from the one number up
    to the other. ``links`` are those of all words of the stretch."""
    begin = -1
    for start, end in clauses(stretch):
        if not any(links[start:end]):
            begin = start if begin < 0 else begin
        elif begin >= 0:
            yield begin, start
            begin = -1
    if begin >= 0:
        yield begin, len(stretch.words)


_BRACKETED = re.compile(r"\(\s*([^()]*?)\s*\)")


def in_brackets(stretch: Stretch, start: int, end: int) -> bool:
    """Whether ``stretch.text[start:end]`` is all that a pair of brackets holds, its marks left
    aside."""
    return any(
        found.start() < start and end < found.end() and len(found[1]) - (end - start) < 3
        for found in _BRACKETED.finditer(stretch.text)
    )
