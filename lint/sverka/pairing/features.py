"""What of a page stays in translation: addresses, code, numbers, names, stems, the outline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import Stemmer

from sverka.packs import Packs
from sverka.page import Block, Inline, InlineKind, Kind, Page
from sverka.pairing.markers import MarkWords, SplitPath, marks
from sverka.pairing.sounds import romanised, skeleton

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]{3,}")
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:www\.)?(?P<path>[^?#]*)(?:\?[^#]*)?(?P<anchor>#.*)?",
    re.IGNORECASE | re.DOTALL,
)
_MOST_WORDS = 4000
"""Distinct words of a page that are looked at; a long chapter has 2,000."""
_MOST_CODE_LINES = 300
_TELLING_CODE = 8
"""A line of code as long as this is hardly there by chance."""
_OUTLINE = {
    Kind.PARAGRAPH: "p",
    Kind.TABLE: "t",
    Kind.ROW: "r",
    Kind.QUOTE: "q",
    Kind.CODE: "c",
    Kind.IMAGE: "i",
    Kind.EMBED: "e",
    Kind.LIST: "l",
    Kind.ITEM: "-",
}
"""A letter a block. Cells and HTML are left out: they follow the row, or come with a tool."""


@dataclass(frozen=True, slots=True)
class Features:
    """``fixed``: things no translator changes (addresses, image names, code, numbers), each
    with a prefix that says what it is. ``words``: words in Latin letters. ``sounds``: skeletons
    of all words. ``stems``: of all words that say something. ``title``: in Latin letters.
    ``outline``: a letter a block. ``code_languages``: what its code is written in."""

    page: Page
    fixed: frozenset[str]
    words: frozenset[str]
    sounds: frozenset[str]
    stems: frozenset[str]
    title: str
    outline: str
    code_languages: frozenset[str]


class FeatureReader:
    """Reads features off pages. Made once for a set of packs."""

    def __init__(self, packs: Packs, words: MarkWords) -> None:
        """Make ready a stemmer for each language."""
        self._packs = packs
        self._words = words
        self._stem = {
            code: Stemmer.Stemmer(language.stemmer).stemWords
            for code, language in packs.languages.items()
        }

    def read(self, page: Page) -> Features:
        """The features of a page in one of the packs' languages."""
        language = self._packs.languages[page.language]
        letters = language.romanisation
        vocabulary = _vocabulary(block.prose.text for block in page.walk())
        telling = [word for word in vocabulary if word not in language.stopwords]
        return Features(
            page=page,
            fixed=frozenset(
                thing for block in page.walk() for thing in _fixed(block, page, self._words)
            ),
            words=frozenset(word for word in vocabulary if word[0] not in letters),
            sounds=frozenset(skeleton(romanised(word, letters)) for word in vocabulary) - {""},
            stems=frozenset(self._stem[page.language](telling)),
            title=" ".join(romanised(page.title, letters).split()),
            outline=outline(page),
            code_languages=frozenset(
                block.info.lower()
                for block in page.walk()
                if block.kind is Kind.CODE and block.info
            ),
        )


def outline(page: Page) -> str:
    """The page's blocks, a letter each; headings are their level."""
    return "".join(
        str(block.level) if block.level else _OUTLINE.get(block.kind, "") for block in page.walk()
    )


def _vocabulary(prose: Iterable[str]) -> list[str]:
    """The distinct words, in the order they first stand in the text."""
    found: dict[str, None] = {}
    for text in prose:
        found.update(dict.fromkeys(_WORD.findall(text.lower())))
        if len(found) > _MOST_WORDS:
            break
    return list(found)[:_MOST_WORDS]


def _fixed(block: Block, page: Page, words: MarkWords) -> Iterator[str]:
    if block.kind is Kind.CODE:
        lines = block.span.of(page.source.text).splitlines()[:_MOST_CODE_LINES]
        for line in lines:
            if len(line.strip()) >= _TELLING_CODE and line.isascii():
                yield f"code:{line.strip()}"
        return
    for number in _NUMBER.findall(block.prose.text):
        yield f"number:{number.replace(',', '.')}"
    for inline in block.inlines:
        yield from _fixed_inline(inline, page, words)


def _fixed_inline(inline: Inline, page: Page, words: MarkWords) -> Iterator[str]:
    if inline.kind is InlineKind.CODE:
        yield f"code:{inline.text.of(page.source.text)}"
    elif inline.kind is InlineKind.IMAGE:
        yield f"image:{inline.target.rpartition('/')[2].lower()}"
    elif inline.kind is InlineKind.LINK:
        match = _ADDRESS.fullmatch(inline.target)
        path = match["path"].strip("./") if match else ""
        if path:
            yield f"link:{_without_language(path, words)}"


def _without_language(address: str, words: MarkWords) -> str:
    """An address without what names a language, or a kind of file."""
    split = SplitPath.of(address)
    bare = split.without(*(mark for mark in marks(split, words) if mark.strong))
    return f"{bare.key}{split.suffix if len(split.suffix) > 5 else ''}"
