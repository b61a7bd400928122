"""Tables of sentences and what they state, written with the engine; and what a value tells."""

from __future__ import annotations

import pytest
from tests.quantities.tables import HERE, Row, rows_of, said

from sverka.packs import load
from sverka.quantities import Grammar, Quantity, find, grammar_of


def grammar(code: str) -> Grammar:
    return grammar_of(load().languages[code])


def only(code: str, text: str) -> Quantity:
    (found,) = find(text, grammar(code))
    return found


@pytest.mark.parametrize("row", rows_of(HERE / "cases_ru.tsv"), ids=lambda row: row.text[:40])
def test_russian_sentences_state_what_the_table_says(row: Row) -> None:
    found = find(row.text, grammar("ru"))
    assert row.allows(found), said(found)


@pytest.mark.parametrize("row", rows_of(HERE / "cases_en.tsv"), ids=lambda row: row.text[:40])
def test_english_sentences_state_what_the_table_says(row: Row) -> None:
    found = find(row.text, grammar("en"))
    assert row.allows(found), said(found)


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("ru", "Курс длится не менее двух недель.", "не менее двух недель"),
        ("ru", "Цена — от 3000 ₽ за сеанс.", "от 3000 ₽"),
        ("ru", "Нужно около 5–7 процедур в год.", "около 5–7 процедур"),
        ("ru", "Повторять 2 раза в год.", "2 раза в год"),
        ("ru", "В возрасте от 20 до 30 лет.", "от 20 до 30 лет"),
        ("ru", "Это 10-дневный курс.", "10-дневный"),
        ("ru", "Это двухнедельный курс.", "двухнедельный"),
        ("en", "It lasts at least two weeks.", "at least two weeks"),
        ("en", "It costs about $5 million now.", "about $5 million"),
        ("en", "A 5 to 7-day course.", "5 to 7-day"),
        ("en", "Come 10 times or more.", "10 times or more"),
    ],
)
def test_the_span_holds_the_bounds_and_the_unit(code: str, text: str, quote: str) -> None:
    found = only(code, text)
    assert text[found.start : found.end] == quote


@pytest.mark.parametrize(
    ("code", "text", "bound"),
    [
        ("ru", "не менее 10 дней", "at least"),
        ("ru", "более 10 дней", "more"),
        ("ru", "до 10 дней", "at most"),
        ("ru", "меньше 10 дней", "less"),
        ("ru", "10 дней и более", "at least"),
        ("ru", "10 дней", ""),
        ("en", "at least 10 days", "at least"),
        ("en", "more than 10 days", "more"),
        ("en", "up to 10 days", "at most"),
        ("en", "less than 10 days", "less"),
        ("en", "10+ days", "at least"),
        ("en", "10 days", ""),
    ],
)
def test_bounds_tell_more_from_at_least(code: str, text: str, bound: str) -> None:
    assert only(code, text).bound == bound


@pytest.mark.parametrize(
    ("code", "text", "written"),
    [
        ("ru", "5 дней", "digits"),
        ("ru", "пять дней", "words"),
        ("ru", "5 тысяч дней", "mixed"),
        ("ru", "еженедельно", "words"),
        ("en", "5 days", "digits"),
        ("en", "five days", "words"),
        ("en", "5 million days", "mixed"),
        ("en", "weekly", "words"),
    ],
)
def test_a_caller_knows_how_a_number_is_written(code: str, text: str, written: str) -> None:
    assert only(code, text).written == written


@pytest.mark.parametrize(
    ("code", "text"),
    [("ru", "за один день"), ("ru", "первый этап"), ("ru", "год назад"), ("en", "in an hour"),
     ("en", "one hour"), ("en", "the first stage"), ("en", "both eyes")],
)  # fmt: skip
def test_what_another_language_says_without_a_number_is_weak(code: str, text: str) -> None:
    assert only(code, text).weak


@pytest.mark.parametrize(
    ("code", "text"),
    [("ru", "1 день"), ("ru", "полчаса"), ("ru", "два этапа"), ("en", "1 hour"),
     ("en", "half an hour"), ("en", "an hour and a half"), ("en", "two stages")],
)  # fmt: skip
def test_a_number_that_must_not_be_lost_is_not_weak(code: str, text: str) -> None:
    assert not only(code, text).weak


@pytest.mark.parametrize(
    ("code", "text"),
    [("ru", "около 5 дней"), ("ru", "примерно 5 дней"), ("en", "about 5 days"),
     ("en", "approx. 5 days"), ("en", "~5 days")],
)  # fmt: skip
def test_about_changes_no_value(code: str, text: str) -> None:
    found = only(code, text)
    assert found.approximate
    assert (found.low, found.high) == (432_000, 432_000)


def test_a_spelling_with_two_readings_keeps_both() -> None:
    values = {code: [low for low, _ in only(code, "1,500").readings] for code in ("ru", "en")}
    assert values == {"ru": [1.5, 1500], "en": [1500, 1.5]}


def test_a_date_in_digits_may_begin_with_the_month() -> None:
    assert [low for low, _ in only("en", "01/02/2024").readings] == [20240102, 20240201]
    assert [low for low, _ in only("ru", "01.02.2024").readings] == [20240201]


def test_the_noun_is_in_lower_case_and_the_last_of_its_adjectives() -> None:
    assert only("ru", "5 лечебных Процедур").noun == "процедур"
    assert only("en", "ten Clinical Cases").noun == "cases"
