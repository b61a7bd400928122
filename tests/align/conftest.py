"""What the tests of alignment share: pages of the real packs' languages, read and aligned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sverka import packs as pack_data
from sverka.align import AlignedPair, Difference, Lexicon, align
from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source

Read = Callable[[str, str], Page]
Align = Callable[[str, str], AlignedPair]
Tell = Callable[[str, str], list[str]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon of the real packs; it has learned nothing."""
    return Lexicon(pack_data.load())


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads a page from its language and its text."""

    def reading(language: str, text: str) -> Page:
        return replace(read_page(Source(f"{language}/page.md", text)), language=language)

    return reading


@pytest.fixture(scope="session")
def aligned(lexicon: Lexicon, read: Read) -> Align:
    """Aligns a Russian text with an English one."""

    def aligning(russian: str, english: str) -> AlignedPair:
        return align(read("ru", russian), read("en", english), lexicon)

    return aligning


@pytest.fixture(scope="session")
def told(aligned: Align) -> Tell:
    """The differences of a Russian and an English text, each as one line: who lacks what,
    how many, where, and what the other page has there.

    ``en items x1 before «its line»: «quote»``
    """

    def telling(russian: str, english: str) -> list[str]:
        pair = aligned(russian, english)
        return [_line(pair, difference) for difference in pair.differences]

    return telling


def _line(pair: AlignedPair, difference: Difference) -> str:
    pages = (pair.source, pair.target)
    lacking, other = pages[difference.side], pages[1 - difference.side]
    return (
        f"{lacking.language} {difference.lack} x{difference.count} {difference.where}"
        f" «{lacking.source.quote(difference.place)}»: «{other.source.quote(difference.there)}»"
    )
