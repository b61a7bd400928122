"""Prose -> sentences. What a full stop may belong to is the language's, and comes from its pack."""

from __future__ import annotations

import re
from dataclasses import dataclass

# The pattern begins with the characters that it needs, so that the search can leap to them.
_END = re.compile(
    r"""(?P<stop>[.!?…](?<![.!?…]{2})[.!?…]*+)
        (?P<after>["'»”’)\]]*+)
        (?=\s+(?P<dash>[—–-]\s+)?(?P<next>\S{1,3})|\s*\Z)""",
    re.VERBOSE,
)
_INNER = re.compile(r"[.!?…][\"'»”’)\]]*+\s+\S")
"""What a sentence may end with inside a text; most have none."""
_OPENING = "\"'«“„‘(["
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{1,2}\.[ \u00a0]?)*[^\W_]+(?:[-.][^\W_]+)*\Z")
_NUMBER = re.compile(r"\d{1,3}\Z")
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Stops:
    """What a full stop may belong to, all lower case and without their last full stop.

    ``abbreviations`` have one inside a sentence; one that is ``closing`` ends it before a capital
    letter; ``numbered`` words are abbreviations before a digit only.
    """

    abbreviations: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()


NO_STOPS = Stops()


def split(text: str, stops: Stops = NO_STOPS) -> tuple[tuple[int, int], ...]:
    """The sentences of ``text`` as half-open ranges in it, without the white space around them.

    Every character that is no white space lies in just one sentence.
    """
    if _INNER.search(text) is None:
        end = len(text.rstrip())
        return ((_skip(text, 0), end),) if end else ()
    found: list[tuple[int, int]] = []
    start = _skip(text, 0)
    for match in _END.finditer(text):
        if match.start() < start or not _ends(text, start, match, stops):
            continue
        found.append((start, match.end()))
        start = _skip(text, match.end())
    end = len(text.rstrip())
    if start < end:
        found.append((start, end))
    return tuple(found)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends(text: str, start: int, match: re.Match[str], stops: Stops) -> bool:
    """Whether the stop that ``match`` found ends the sentence that began at ``start``."""
    following = (match["next"] or "").lstrip(_OPENING)[:1]
    if not match["next"]:
        return True
    if following.islower():
        return False
    if match["stop"] != ".":
        return True
    before = text[max(start, match.start() - _LONGEST_WORD) : match.start()]
    word_match = _WORD_BEFORE.search(before)
    if word_match is None:
        return True
    word = re.sub(r"\s", "", word_match[0].lower())
    last = word.rpartition(".")[2]
    if _NUMBER.match(word) and match.start() - start == len(word):
        return False  # "1. Then": the number of a step
    if following.isdigit() and last in stops.numbered:
        return False
    if word in stops.closing or last in stops.closing:
        return True
    if word in stops.abbreviations or last in stops.abbreviations:
        return False
    # A lone capital letter is an initial.
    return not (len(last) == 1 and last.isalpha() and word_match[0][-1].isupper())
