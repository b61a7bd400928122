"""Prose -> sentences. What a full stop may belong to is the language's, and comes from its pack."""

from __future__ import annotations

import re

from sverka.page import OBJECT

_END = re.compile(
    r"""(?P<stop>[.!?…]+)
        (?P<after>["'»”’)\]]*)
        (?=\s+(?P<dash>[—–-]\s+)?(?P<next>\S{1,3})|\s*\Z)""",
    re.VERBOSE,
)
_OPENING = "\"'«“„‘(["
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{1,2}\.[ \u00a0]?)*[^\W_]+(?:[-.][^\W_]+)*\Z")
_NUMBER = re.compile(r"\d{1,3}\Z")
_LONGEST_WORD = 40


def split(
    text: str, abbreviations: frozenset[str], closing: frozenset[str] = frozenset()
) -> tuple[tuple[int, int], ...]:
    """The sentences of ``text`` as half-open ranges in it, without the white space around them.

    ``abbreviations`` are lower case and without their last full stop; one that is ``closing``
    ends the sentence before a capital letter. Every character that is no white space lies in
    just one sentence.
    """
    found: list[tuple[int, int]] = []
    start = _skip(text, 0)
    for match in _END.finditer(text):
        if match.start() < start or not _ends(text, start, match, abbreviations, closing):
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


def _ends(
    text: str,
    start: int,
    match: re.Match[str],
    abbreviations: frozenset[str],
    closing: frozenset[str],
) -> bool:
    """Whether the stop that ``match`` found ends the sentence that began at ``start``."""
    following = (match["next"] or "").lstrip(_OPENING)[:1]
    if not match["next"]:
        return True
    if following and following.islower():
        return False
    if match["stop"] != ".":
        return True
    before = text[max(start, match.start() - _LONGEST_WORD) : match.start()]
    if before.endswith(OBJECT):
        return True
    word_match = _WORD_BEFORE.search(before)
    if word_match is None:
        return True
    word = re.sub(r"\s", "", word_match[0].lower())
    whole = word_match.start() == 0 and match.start() - start <= len(before)
    if whole and _NUMBER.match(word):
        return False  # "1. Then": the number of a step
    last = word.rpartition(".")[2]
    if word in closing or (last in closing and last not in abbreviations):
        return True
    if word in abbreviations or last in abbreviations:
        return word in closing
    # A lone capital letter is an initial.
    return not (len(last) == 1 and last.isalpha() and word_match[0][-1].isupper())
