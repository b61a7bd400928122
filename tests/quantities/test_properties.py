"""What holds for any text, and for any value spelt in both languages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.packs import load
from sverka.quantities import Quantity, find, grammar_of, same

GRAMMARS = {code: grammar_of(language) for code, language in load().languages.items()}
SPACES = st.sampled_from(["", " ", "\u00a0", "\u2009", "\u202f"])
UNITS = {  # Russian for 1, 2 and 5 of them; English for one and more
    "second": ("секунда", "секунды", "секунд"),
    "minute": ("минута", "минуты", "минут"),
    "hour": ("час", "часа", "часов"),
    "day": ("день", "дня", "дней"),
    "week": ("неделя", "недели", "недель"),
    "month": ("месяц", "месяца", "месяцев"),
    "year": ("год", "года", "лет"),
    "kilogram": ("килограмм", "килограмма", "килограммов"),
    "meter": ("метр", "метра", "метров"),
    "liter": ("литр", "литра", "литров"),
    "ruble": ("рубль", "рубля", "рублей"),
    "dollar": ("доллар", "доллара", "долларов"),
}
PIECES = st.sampled_from(
    (
        "1 2 5 10 18 20 31 99 100 1990 2024 1,5 1.5 ½ - – — − : / . , + % ° $ ₽ № ( ) ' ’ h x "
        "и или до от не более раз в неделю каждые два полтора сорок пять несколько час лет года "
        "мая тыс. век без с половиной двухнедельный 10-дневный the a an and or to from at least "
        "half hour of once twice every week two forty-five third May PM million years old few "
        "under between 's st th \n"
    ).split(" ")
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join))


def grouped(value: int, mark: str) -> str:
    return f"{value:,}".replace(",", mark) if value > 9_999 else str(value)


def russian(value: int, tenths: int, unit: str, space: str) -> str:
    one, two, five = UNITS[unit]
    last = value % 100
    if tenths:
        word = two
    elif last % 10 == 1 and last != 11:
        word = one
    elif last % 10 in {2, 3, 4} and last not in {12, 13, 14}:
        word = two
    else:
        word = five
    number = grouped(value, space) + (f",{tenths}" if tenths else "")
    return f"{number}\u00a0{word}"


def english(value: int, tenths: int, unit: str) -> str:
    number = grouped(value, ",") + (f".{tenths}" if tenths else "")
    return f"{number} {unit}{'' if (value, tenths) == (1, 0) else 's'}"


def only(code: str, text: str) -> Quantity:
    (found,) = find(text, GRAMMARS[code])
    return found


@given(text=TEXTS, code=st.sampled_from(sorted(GRAMMARS)))
def test_spans_slice_back_in_order_and_do_not_overlap(text: str, code: str) -> None:
    end = 0
    for found in find(text, GRAMMARS[code]):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        assert found.low is not None or found.high is not None
        assert found.readings[0] == (found.low, found.high)
        end = found.end


@given(text=TEXTS, code=st.sampled_from(sorted(GRAMMARS)))
def test_a_quantity_is_the_same_as_itself(text: str, code: str) -> None:
    assert all(same(one, one, strict=True) for one in find(text, GRAMMARS[code]))


@given(
    value=st.integers(0, 3_000_000),
    tenths=st.integers(0, 9),
    unit=st.sampled_from(sorted(UNITS)),
    space=SPACES,
)
def test_a_value_spelt_in_both_languages_is_the_same(
    value: int, tenths: int, unit: str, space: str
) -> None:
    here, there = russian(value, tenths, unit, space), english(value, tenths, unit)
    assert same(only("ru", here), only("en", there)), (here, there)


@given(low=st.integers(1, 50), more=st.integers(1, 50), unit=st.sampled_from(sorted(UNITS)))
def test_a_range_is_the_same_in_any_form(low: int, more: int, unit: str) -> None:
    high = low + more
    here, there = russian(high, 0, unit, ""), english(high, 0, unit)
    forms = [
        only("ru", f"{low}–{here}"),
        only("ru", f"от {low} до {here}"),
        only("en", f"{low}-{there}"),
        only("en", f"from {low} to {there}"),
        only("en", f"between {low} and {there}"),
    ]
    assert all(same(forms[0], form) for form in forms)


@pytest.mark.parametrize("code", sorted(GRAMMARS))
@pytest.mark.parametrize(
    "piece",
    [
        "1 ", "1,", "1.", "1-", "1/", "1:", "$", "от 1 до ", "two ", "forty-", "и ", "1 and ",
        "a ", "'", "1 000 ", "half a ", "раз в ", "every ", "1h", "one hundred and ", "8-800-",
        "((((", "not more ", "1990-", "not ", "x1", "@", "http://", "no more than ",
        "1 hour 1 minute ", "2 недели, ",
    ],
)  # fmt: skip
def test_no_text_keeps_it_busy(piece: str, code: str) -> None:
    grammar = GRAMMARS[code]
    begin = time.process_time()
    find(piece * (10_000 // len(piece)), grammar)
    assert time.process_time() - begin < 3
