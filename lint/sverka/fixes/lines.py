"""A page's new text as bytes of its file: the line ends and the byte order mark stay."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from difflib import SequenceMatcher

_LINE_END = re.compile(r"\r\n|\r|\n")


def rewritten(data: bytes, text: str) -> bytes:
    """The file ``data`` (UTF-8) with ``text`` (lines end with ``\\n``) in the place of its own.

    Each line keeps the end that it had; a new one gets that of the line before. Raises
    UnicodeError for what is not UTF-8.
    """
    old = data.decode("utf-8-sig")
    bom = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    return bom + (_with_ends(old, text) if "\r" in old else text).encode("utf-8")


def _with_ends(old: str, text: str) -> str:
    ends = _LINE_END.findall(old)
    if len(set(ends)) == 1:
        return text.replace("\n", ends[0])
    lines = text.split("\n")
    numbers = _matched(_LINE_END.split(old), lines)
    last = len(ends) - 1
    kept = [ends[min(number, last)] for number in numbers[:-1]]
    return "".join(line + end for line, end in zip(lines, [*kept, ""], strict=True))


def _matched(old: list[str], new: list[str]) -> list[int]:
    """For each new line the number of the old one that it was, or that stood before it."""
    numbers = [0] * len(new)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _, first, stop, start, end in matcher.get_opcodes():
        for at in range(start, end):
            numbers[at] = max(0, min(first + at - start, stop - 1))
    return numbers
