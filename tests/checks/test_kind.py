"""What a message quotes of the other side: without markup, and without losing a word."""

from __future__ import annotations

import pytest

from sverka.align import Difference, Lack
from sverka.source import Source
from sverka.span import Span
from sverka_checks.structure._kind import _quoted

QUOTED = [
    # a number, a dash or an angle that begins a later line is a word
    ("Детей в возрасте от\n15. Взрослых — тоже.", "Детей в возрасте от 15. Взрослых — тоже."),
    ("- Детей от\n  15. Взрослых", "Детей от 15. Взрослых"),
    ("2. Детей от\n   15. Взрослых", "Детей от 15. Взрослых"),
    ("Пять\n- три", "Пять - три"),
    ("Десять\n> пяти", "Десять > пяти"),
    # marks of the same items and of the same quote go
    ("- раз\n- два", "раз два"),
    ("1. раз\n2. два", "раз два"),
    ("- - раз\n  - два", "раз два"),
    ("> - раз\n> - два", "раз два"),
    ("> не\n> трогайте", "не трогайте"),
    ("- > не\n  > трогайте", "не трогайте"),
    (">> не\n>> трогайте", "не трогайте"),
]


def _difference(text: str, skip: int = 0, **data: str) -> Difference:
    span = Span(skip, len(text))
    return Difference(Lack.BLOCKS, 1, Span(0, 0), "before", span, data=data)


@pytest.mark.parametrize(("text", "quote"), QUOTED)
def test_a_quote_loses_its_marks_and_no_word(text: str, quote: str) -> None:
    assert _quoted(Source("a.md", text), _difference(text, kind="paragraph")) == quote


def test_quote_marks_go_where_the_span_begins_behind_the_first_one() -> None:
    text = "> не\n> трогайте"
    assert _quoted(Source("a.md", text), _difference(text, 2, kind="paragraph")) == "не трогайте"


def test_marks_of_items_go_where_the_span_begins_behind_the_first_one() -> None:
    text = "1. раз\n2. два"
    assert _quoted(Source("a.md", text), _difference(text, 3, kind="list")) == "раз два"


def test_code_is_quoted_as_it_stands() -> None:
    text = "```\n- a\n> b\n```"
    assert _quoted(Source("a.md", text), _difference(text, kind="code")) == "``` - a > b ```"
