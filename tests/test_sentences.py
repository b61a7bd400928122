"""Where a sentence ends, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.packs import load
from sverka.page import OBJECT
from sverka.sentences import Stops, split

RUSSIAN = [
    "Курс длится 5 мин.|Потом отдых.",
    "См. рис. 3 и табл. 4.|Дальше проще.",
    "Клиника стоит на ул. Ленина, д. 5.|Вход со двора.",
    "А. С. Пушкин писал и т. д.|Затем ушёл.",
    "В 2020 г. Москва росла.|Это видно.",
    "Цена 3000 руб.|Скидки есть.",
    "«Да!» — сказал он.|Все встали.",
    "«Вы готовы?» – спросил врач.|Пациент кивнул.",
    "1. Потом ждите.",
    "Мы поможем им.|Позвоните.",
    "Приём в кв. 12.|Звоните.",
    "Это 1.5 мл препарата.|Не больше!",
    "Нет… Да.",
    "Больно?|Нет.|Совсем нет!",
    "Вводят гели, кремы, т. е. наружные средства.|Всё.",
    f"Нажмите {OBJECT}.|Откроется {OBJECT}.",
    "Он ушёл (см. выше).|Она осталась.",
    "ООО «Ромашка».|Тел. 123-45-67.",
]
ENGLISH = [
    "Mr. Smith came at 5 p.m.|Then he left.",
    "See fig. 3.|It is clear.",
    "The U.S. market, e.g. New York, grew.|So did we.",
    "Use it for 5 min.|Then stop.",
    "Dr. J. Brown (Ph.D. in law) spoke.|We listened.",
    '"Stop!"|Then he ran.',
    '"Yes!" he said.|We went.',
    "Version 2.5.|Next one.",
    "Creams, gels, etc.|They help.",
    "1. Open the file.",
    "The answer is no.|Call us.",
    "See no. 5.|It is open.",
    "It is a work of art.|Come and see.",
    "He sat.|Then he stood in the sun.|It was hot.",
    "Really?!|Yes.",
    f"Run {OBJECT}.|It prints {OBJECT}.",
]


def _cut(text: str, language: str) -> list[str]:
    pack = load().languages[language]
    return [
        text[a:b] for a, b in split(text, Stops(pack.abbreviations, pack.closing, pack.numbered))
    ]


@pytest.mark.parametrize("marked", [case for case in RUSSIAN if "…" not in case])
def test_russian_sentences_end_where_a_reader_pauses(marked: str) -> None:
    assert _cut(marked.replace("|", " "), "ru") == marked.split("|")


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_sentences_end_where_a_reader_pauses(marked: str) -> None:
    assert _cut(marked.replace("|", " "), "en") == marked.split("|")


def test_an_ellipsis_before_a_capital_letter_ends_a_sentence() -> None:
    assert _cut("Нет… Да. Да… нет.", "ru") == ["Нет…", "Да.", "Да… нет."]


def test_a_text_without_a_stop_is_one_sentence() -> None:
    assert split("  no stop here  ") == ((2, 14),)


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_text_without_words_has_no_sentence(text: str) -> None:
    assert split(text) == ()


@given(st.text(alphabet="Аб.!? \n«»аAb—1…", max_size=60))
def test_every_letter_lies_in_just_one_sentence(text: str) -> None:
    found = split(text, Stops(frozenset({"аб"})))
    covered = [at for start, end in found for at in range(start, end)]
    assert covered == sorted(set(covered))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(covered)
    assert all(not text[start].isspace() and not text[end - 1].isspace() for start, end in found)


def test_a_long_run_of_dots_is_read_once() -> None:
    assert split("." * 50_000 + "a") == ((0, 50_001),)
