"""What alignment costs grows with the page, not with its square: counted, not clocked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType

import pytest

from sverka.align import Lexicon, align
from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source

ALLOWED = 6.0
"""How much more four times the text may cost."""


def _page(language: str, text: str) -> Page:
    return replace(read_page(Source(f"{language}/a.md", text)), language=language)


def _calls(work: Callable[[], object]) -> int:
    """How many Python functions are called."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def _items(size: int) -> tuple[str, str]:
    russian = "".join(f"- {('Да, конечно', 'Нет, спасибо')[n % 2]}\n" for n in range(size))
    english = "".join(f"- {('Yes, of course', 'No, thank you')[n % 2]}\n" for n in range(size))
    return russian, english


def _rows(size: int) -> tuple[str, str]:
    russian = "| Час | Зал |\n|---|---|\n" + "| Утро | Большой |\n| Вечер | Малый |\n" * (size // 2)
    english = "| Hour | Hall |\n|---|---|\n" + "| Morning | Big |\n| Evening | Small |\n" * (
        size // 2
    )
    return russian, english


def _links(size: int) -> tuple[str, str]:
    russian = " ".join(f"[сад {n}](https://example.org/{n})" for n in range(size))
    english = " ".join(f"[garden {n}](https://example.org/{n})" for n in range(size - 1))
    return russian, english


def _every_other_item_missing(size: int) -> tuple[str, str]:
    russian = "".join(f"- Комната {n}\n" for n in range(size))
    english = "".join(f"- Room {n}\n" for n in range(0, size, 2))
    return russian, english


@pytest.mark.parametrize("texts", [_items, _rows, _links, _every_other_item_missing])
def test_four_times_the_page_costs_about_four_times_as_much(
    texts: Callable[[int], tuple[str, str]], lexicon: Lexicon
) -> None:
    costs = []
    # Both sizes lie above the size up to which every pair of units is weighed.
    for size in (300, 1200):
        russian, english = texts(size)
        pages = _page("ru", russian), _page("en", english)
        costs.append(_calls(lambda pages=pages: align(pages[0], pages[1], lexicon)))  # type: ignore[misc]
    assert costs[1] < ALLOWED * costs[0]
