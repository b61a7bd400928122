"""What a run hands to a report that shows the pages themselves, beside what it found in them.

All of it is gathered only where a report asks for it: the texts side by side, how the site
renders its words, and what its pages claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sverka.finding import Place
from sverka.span import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A block of a page as it stands in the file: ``text`` is what is under ``span``.

    ``kind`` is a `sverka.page.Kind`, or "front" for a value of the front matter. ``level`` is
    that of a heading, 1 to 6, and of a list item how many lists it stands in. ``quoted``:
    whether it stands in a quote.
    """

    span: Span
    text: str
    kind: str
    level: int = 0
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks that say the same. A side without any lacks them here; it has more than one where
    the other version has joined them. ``moved``: they stand in another order in the target."""

    source: tuple[Cell, ...]
    target: tuple[Cell, ...]
    moved: bool = False

    @property
    def sides(self) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
        """Source and target."""
        return self.source, self.target


@dataclass(frozen=True, slots=True)
class PairView:
    """Two versions of a page, block beside block, in the order of the source.

    ``source`` and ``target`` are paths; a page that was compared with nothing has no target
    (""), and rows of one side.
    """

    source: str
    target: str
    rows: tuple[Row, ...]


Around = tuple[str, str, str]
"""A word as it is written, between what stands before and after it in its sentence."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a word was rendered: where both words stand, and what is around them."""

    source: Place
    target: Place
    source_text: Around
    target_text: Around


@dataclass(frozen=True, slots=True)
class RenderingView:
    """One rendering of a term, in dictionary form: how often, in how many pairs of pages, and
    the first few places."""

    word: str
    count: int
    pairs: int
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """How a word of the source language (dictionary form) is rendered across the site: the
    commonest rendering first. ``total`` counts the places where its rendering was recognised.
    ``languages`` are the codes of source and target."""

    word: str
    languages: tuple[str, str]
    total: int
    renderings: tuple[RenderingView, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a page says of an aspect: the ``value`` in the reader's words, the ``quote`` it
    rests on and where that stands. ``rivals`` are the numbers of the pages (columns of the
    matrix) whose statement of the same aspect contradicts it."""

    value: str
    quote: str
    place: Place
    rivals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixView:
    """What the pages say of one ``topic``: a row for each of the ``aspects``
    (their names by locale), a column for each
    of the ``pages`` (paths), and in ``cells[row][column]`` the statements, often none."""

    topic: str
    aspects: tuple[Mapping[str, str], ...]
    pages: tuple[str, ...]
    cells: tuple[tuple[tuple[Statement, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Review:
    """``views`` are those of the pages that findings touch, by path of the source; ``terms``
    those with the most different renderings first; ``matrices`` by topic."""

    views: tuple[PairView, ...] = ()
    terms: tuple[TermView, ...] = ()
    matrices: tuple[MatrixView, ...] = ()
