"""The values that a text states, and the digits that are part of a name or of the layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.amounts.mention import Mention, mentions, numbers_in
from sverka.packs import load
from sverka.quantities import Grammar, grammar_of

MENTIONS = [
    ("en", "Take 5 mg twice a day.", ["5 mg", "twice a day"]),
    ("ru", "Примите 5 мг два раза в день.", ["5 мг", "два раза в день"]),
    # names
    ("en", "It needs Python 3.11.4 (#1944).", ["Python 3.11.4", "#1944"]),
    # the layout
    ("en", "2. Install 3 packages", ["3 packages"]),
    ("en", "2.1. Installation", []),
    ("en", "It works [3].", []),
]


def _of(grammar: Grammar, text: str) -> tuple[Mention, ...]:
    return mentions(text, grammar, begins=True)


@pytest.mark.parametrize(("language", "text", "values"), MENTIONS)
def test_values_are_quoted_whole(
    grammars: dict[str, Grammar], language: str, text: str, values: list[str]
) -> None:
    found = _of(grammars[language], text)
    assert [one.text for one in found] == values
    assert [text[one.start : one.end] for one in found] == values


def test_the_number_of_a_heading_is_one_at_its_beginning_only(
    grammars: dict[str, Grammar],
) -> None:
    text = "2. Install"
    assert [one.text for one in mentions(text, grammars["en"], begins=False)] != []


def test_numbers_have_all_their_readings() -> None:
    assert numbers_in("1,500 and 2.4.1", ".") >= {1500.0, 1.5, 2.0, 4.0, 1.0}


UNITS = [
    ("24 hours", True), ("7 days", True), ("12 months", True), ("60 minutes", True),
    ("23 hours", False), ("7 kg", False), ("7 to 8 days", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "is_a_unit"), UNITS)
def test_a_time_that_is_one_of_another_unit(
    grammars: dict[str, Grammar], text: str, is_a_unit: bool
) -> None:
    (found,) = _of(grammars["en"], text)
    assert found.is_a_unit is is_a_unit


@given(st.text(st.sampled_from("0123456789 .,:-/#%°№vxкгmдня\n½"), max_size=40))
def test_any_text_has_its_values_in_order_within_it(text: str) -> None:
    found = _of(grammar_of(load().languages["ru"]), text)
    assert [one.text for one in found] == [text[one.start : one.end] for one in found]
    assert all(0 <= one.at <= 1 for one in found)
