"""A page's own questions: its title, its blocks in order, and where its prose stands."""

from __future__ import annotations

import pytest

from sverka.page import NO_PROSE, OBJECT, Block, Kind, Piece, Prose
from sverka.reading import read_page
from sverka.source import Source
from sverka.span import Span

# In the file: "*ab* &amp; `code`"
PROSE = Prose(f"ab & {OBJECT}", (Piece(0, 1, 2), Piece(2, 4, 1), Piece(3, 5, 5), Piece(4, 10, 1),
                                 Piece(5, 11, 6)))  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (0, 1, (1, 2)),
        (1, 2, (2, 3)),
        (0, 3, (1, 5)),
        (3, 4, (5, 10)),
        (5, 6, (11, 17)),
        (0, 6, (1, 17)),
    ],
)
def test_prose_span_includes_the_markup_between(
    start: int, end: int, span: tuple[int, int]
) -> None:
    assert PROSE.span(start, end) == Span(*span)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Имя\n---\n# Другое", "Имя"),
        ("---\ntitle: '  '\n---\n# Другое", "Другое"),
        ("---\ntitle: [a]\n---\n# Другое", "Другое"),
        ("Слова.\n\n## Имя {#a}\n", "Имя"),
        ("Слова.", ""),
        ("", ""),
    ],
)
def test_title_is_the_stated_one_else_the_first_heading(text: str, title: str) -> None:
    assert read_page(Source("a.md", text)).title == title


def test_blocks_are_walked_in_the_order_of_the_text() -> None:
    page = read_page(Source("a.md", "# А\n\n- б\n  - в\n- г\n\nд"))
    assert [b.prose.text for b in page.walk() if b.prose is not NO_PROSE] == list("Абвгд")
    assert page.path == "a.md"


def test_walk_needs_no_stack_of_calls() -> None:
    block = Block(Kind.PARAGRAPH, Span(0, 0))
    for _ in range(5000):
        block = Block(Kind.QUOTE, Span(0, 0), children=(block,))
    assert sum(1 for _ in block.walk()) == 5001
