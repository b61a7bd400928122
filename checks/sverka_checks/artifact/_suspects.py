"""The words of a page that its language does not have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sverka.page import OBJECT, Block, InlineKind, Kind, Page

SHORTEST = 4
"""Letters of a word that can be told from a foreign one."""
_LONG = re.compile(rf"[A-Za-z]{{{SHORTEST},}}")
_TOKEN = re.compile(
    rf"(?<![\w@/#\\&$~={OBJECT}'’-])(?<!\w\.)[A-Za-z]+(?:['’-][A-Za-z]+)*"
    rf"(?![\w@/\\=({OBJECT}'’-]|\.\w)"
)
_PART = re.compile(r"[A-Za-z]+(?:['’](?!(?:s|t|re|ve|ll|d|m)\b)[A-Za-z]+)*")
_BEGINS = re.compile(r"(?:\A|[.!?:;…•|\n])[\s\W]*\Z")
_BEFORE = 12
"""Characters in front of a word that tell whether a sentence begins with it."""
_TITLED = re.compile(r"['’]s\b|[ \u00a0-]+[A-Z][a-z]|\.? ?[A-Z]\.")
"""What follows a name: another, an initial, what it owns."""
_AFTER_TITLE = re.compile(r"\b[A-Z][a-z]+[ \u00a0-]+\Z")
_LONGEST = 32
"""Characters before a word in which the one before it begins."""
_DRAWN_OUT = re.compile(r"(.)\1\1")
_NEIGHBOUR = re.compile(r"[A-Za-z]{3,}")


class Suspect(NamedTuple):
    """A word that may be none of the page's language.

    ``start`` and ``end`` are places in the prose of ``block``. ``named``: it has a capital that
    no beginning of a sentence explains; ``begins``: it has one that may be explained so;
    ``cited``: it is set in italics; ``guests``: a word beside it is not of the language either, and
    none of the other one; ``titled``: the word beside it has a capital, too, or it owns something.
    """

    word: str
    block: Block
    start: int
    end: int
    named: bool
    begins: bool
    cited: bool
    guests: bool
    titled: bool


def suspects(
    page: Page, knows: Callable[[str], bool], reads: Callable[[str], bool]
) -> Iterator[Suspect]:
    """The words, in the order of the text; ``knows`` is asked whether lower-case ones are of the
    page's language, ``reads`` whether they may be of the other."""

    def guest(word: str) -> bool:
        return not (knows(word) or reads(word))

    for block in page.walk():
        text = block.prose.text
        if not text or all(knows(word.lower()) for word in set(_LONG.findall(text))):
            continue
        for token in _TOKEN.finditer(text):
            parts = list(_PART.finditer(text, *token.span()))
            for part in parts:
                word = part[0]
                if len(word) >= SHORTEST and _is_plain(word) and not knows(word.lower()):
                    yield _suspect(page, block, token, part, guest)


def _is_plain(word: str) -> bool:
    """Whether a word has the capitals of a word and not of an identifier, and is no cry."""
    return (word[1:].islower() or word.isupper()) and not _DRAWN_OUT.search(word)


def _suspect(
    page: Page,
    block: Block,
    token: re.Match[str],
    part: re.Match[str],
    guest: Callable[[str], bool],
) -> Suspect:
    text, (start, end) = block.prose.text, part.span()
    capital = part[0][0].isupper()
    first = start == token.start() and (
        block.kind is Kind.HEADING
        or part[0].isupper()
        or _BEGINS.search(text[max(0, start - _BEFORE) : start]) is not None
    )
    # In "Fu-kien" and "Ust-yug" the parts in lower case are of a name as well.
    named = not first and any(one.isupper() for one in token[0])
    cited = _is_set_off(page, block, start, end)
    guests = _has_guests(text, *token.span(), guest)
    titled = _TITLED.match(text, token.end()) or _AFTER_TITLE.search(
        text, max(0, token.start() - _LONGEST), token.start()
    )
    return Suspect(
        part[0], block, start, end, named, capital and first, cited, guests, bool(titled)
    )


def _is_set_off(page: Page, block: Block, start: int, end: int) -> bool:
    """Whether a word, or a phrase with it, stands in italics inside other text."""
    span = block.prose.span(start, end)
    return any(
        one.kind is InlineKind.EMPHASIS
        and one.span.covers(span)
        and not one.span.covers(block.prose.span(0, len(block.prose.text)))
        for one in block.inlines
    )


def _has_guests(text: str, start: int, end: int, guest: Callable[[str], bool]) -> bool:
    """Whether the word beside is another that neither language has."""
    before, after = text[:start].rsplit(None, 1)[-1:], text[end:].split(None, 1)[:1]
    beside = [one for one in (*before, *after) if _NEIGHBOUR.fullmatch(one) and one.islower()]
    return any(guest(one) for one in beside)
