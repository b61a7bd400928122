"""Abbreviations of the other language in Latin capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka.finding import Finding, Place, Severity
from sverka.page import Block, Page
from sverka.romanised.abbreviations import Abbreviation, Abbreviations
from sverka_checks.artifact._origins import Sides

_OPENED = re.compile(r"[(\[]\s*\Z")
_GLOSS = re.compile(r"[\"'”’»]?\s*[(\[]\s*[a-z]|\s+[–—-]\s+[a-z]|,? (?:is|means|stands for)\b")
"""What explains an abbreviation."""
_LOUD_BEFORE = re.compile(r"\b[A-Z]{3,}[\s,]+\Z")
_LOUD_AFTER = re.compile(r"[\s,]+[A-Z]{3,}\b")
_AROUND = 24
"""Characters before an abbreviation that are looked at."""


def capitals(
    page: Page, sides: Sides, known: Abbreviations | None, *, company: bool
) -> Iterator[Finding]:
    """The first of each abbreviation that a page does not explain; ``company``: the page has left
    words of that language for certain."""
    found: dict[str, tuple[Block, re.Match[str], Abbreviation]] = {}
    explained: set[str] = set()
    for block in page.walk() if known else ():
        text = block.prose.text
        for match, row in known.find(text) if known and text else ():
            before = text[max(0, match.start() - _AROUND) : match.start()]
            if _OPENED.search(before) or _GLOSS.match(text, match.end()):
                explained.add(row.word)
            loud = _LOUD_BEFORE.search(before) or _LOUD_AFTER.match(text, match.end())
            if not (loud and row.doubtful):
                found.setdefault(row.word, (block, match, row))
    sure = company or any(not row.doubtful for _, _, row in found.values())
    for word, (block, match, row) in found.items():
        there = sides.other.find(word.lower())
        if word in explained or sides.has_as_it_is(match[0].lower()):
            continue
        if row.doubtful and not (sure or there):
            continue
        yield Finding(
            Place(page.path, block.prose.span(*match.span())),
            "known",
            {"word": match[0], "origin": word, "better": row.meaning},
            related=(Place(there.path, there.span, "there"),) if there else (),
            confidence=0.8,
            severity=Severity.WARNING,
        )
