"""Values that differ between the versions: what is named, how surely, and what is silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.examples import run_rule
from sverka.finding import Severity
from sverka.messages import message_of
from sverka_checks.translation.number import CHECK


def _said(russian: str, english: str) -> list[tuple[Severity, str]]:
    result = run_rule(CHECK, {"ru/a.md": russian + "\n", "en/a.md": english + "\n"})
    assert result.failures == ()
    return [(one.severity, message_of(CHECK, one.finding)) for one in result.findings]


def _wrong(value: str, there: str, more: str = "") -> str:
    return f"“{value}” here is “{there}” in the other version{more}"


CHANGED = [
    # a number
    ("В отеле 48 номеров.", "The hotel has 46 rooms.", _wrong("46 rooms", "48 номеров")),
    ("Скидка — 15 %.", "The discount is 25%.", _wrong("25%", "15 %")),
    ("Билет стоит 1 500 ₽.", "A ticket costs 1,600 ₽.", _wrong("1,600 ₽", "1 500 ₽")),
    ("Примите 0,5 г порошка.", "Take 5 g of the powder.", _wrong("5 g", "0,5 г")),
    # a unit
    (
        "Доставка занимает 3 дня.",
        "Delivery takes 3 weeks.",
        _wrong("3 weeks", "3 дня", ": another unit"),
    ),
    ("Введите 5 мг раствора.", "Inject 5 ml of the solution.",
     _wrong("5 ml", "5 мг", ": another unit")),
    ("Вход стоит 300 рублей.", "The entrance fee is 300 dollars.",
     _wrong("300 dollars", "300 рублей", ": another unit")),
    # a range
    ("Отёк держится 3–5 дней.", "The swelling lasts 3–7 days.",
     _wrong("3–7 days", "3–5 дней", ": another range")),
    ("Приём длится 40–60 минут.", "An appointment lasts 60 minutes.",
     _wrong("60 minutes", "40–60 минут", ": another range")),
    # a bound
    ("Отправляйте не более 100 сообщений.", "Send at least 100 messages.",
     _wrong("at least 100 messages", "не более 100 сообщений",
            ": a lower limit against an upper one")),
]  # fmt: skip


@pytest.mark.parametrize(("russian", "english", "message"), CHANGED)
def test_a_value_that_differs_is_an_error_with_both_values(
    russian: str, english: str, message: str
) -> None:
    assert _said(russian, english) == [(Severity.ERROR, message)]


WARNED = [
    ("Встреча с тремя врачами.", "A meeting with four doctors.",
     _wrong("four doctors", "тремя врачами")),
    ("Повторяйте процедуру раз в полгода.", "Repeat the procedure every three months.",
     _wrong("every three months", "раз в полгода")),
    ("Парад показал канал «Россия 1».", "The parade was shown by the Rossiya 2 channel.",
     _wrong("Rossiya 2", "1")),
    ("Исправлена ошибка (#1944).", "A bug is fixed (#1966).", _wrong("#1966", "#1944")),
    ("Перед процедурой не ешьте 12 часов.", "Do not eat before the procedure.",
     "A value of the other version is missing here: 12 часов"),
    ("Выставка открылась в музее.", "The exhibition opened in the museum in 2019.",
     "The other version does not have this value: 2019"),
]  # fmt: skip


@pytest.mark.parametrize(("russian", "english", "message"), WARNED)
def test_words_names_and_what_is_missing_are_warnings(
    russian: str, english: str, message: str
) -> None:
    assert _said(russian, english) == [(Severity.WARNING, message)]


SAME = [
    # other spellings
    ("Площадь — 1 500,5 м².", "The area is 1,500.5 m²."),
    ("Население — 1,2 млн человек.", "The population is 1,200,000."),
    ("Курс — восемь занятий по полтора часа.", "The course has 8 classes of 90 minutes."),
    ("Договор действует с 01.02.2024.", "The agreement is valid from 1 February 2024."),
    ("Заезд с 14:00.", "Check-in is from 2 p.m."),
    ("Замок построен в XVI веке.", "The castle was built in the 16th century."),
    ("«Ливерпуль» выиграл 2:0.", "Liverpool won 2-0."),
    # other units
    ("Трасса длиной 16 км.", "The track is 10 miles long."),
    ("Осадки от 5 до 8 см.", "Rainfall of 2 to 3 inches."),
    ("Днём до 27 градусов.", "Up to 80 degrees in the afternoon."),
    ("Волны высотой шесть метров.", "Waves six metres (18 feet) high."),
    ("За сутки пришли 3 тыс. человек.", "3,000 people came in 24 hours."),
    ("Школьникам скидка 50 %.", "Half price for schoolchildren."),
    ("Скидка −30 % на всё.", "30% off everything."),
    ("Ребёнку год и 3 месяца.", "The child is 15 months old."),
    # the same limit, said by its opposite
    ("Файл должен быть не больше 2 ГБ.", "The file cannot be larger than 2 GB."),
    ("Пароль не может быть короче 8 символов.", "The password must have 8 or more characters."),
    ("Не ешьте не позднее чем за 6 часов до операции.", "Do not eat for at least 6 hours."),
    # without a number
    ("Я уверен на 100 %.", "I am completely sure."),
    ("Одна из клиник открылась первой.", "A clinic opened before the others."),
    ("Сторонние компоненты.", "3rd-party components."),
    ("Несколько врачей.", "A couple of doctors."),
    # moved in the block
    ("Приём 500 ₽, осмотр 900 ₽.", "An examination is 900 ₽, an appointment is 500 ₽."),
    # no numbers at all
    ("Смотрите сноску [3].", "See the footnote."),
    ("## 2. Установка", "## Installation"),
    ("Значение `5` подходит.", "The value 5 is fine."),
    ("Адрес [сайта](https://example.org/2024/05).", "The [site's](https://example.org/a) address."),
    # a count that the other version names
    ("Выступили Анна и Иван.", "The 2 speakers were Anna and Ivan."),
]


@pytest.mark.parametrize(("russian", "english"), SAME)
def test_the_same_value_in_another_form_is_silent(russian: str, english: str) -> None:
    assert [one for one in _said(russian, english) if one[0] > Severity.INFO] == []


def test_cells_of_a_row_are_compared_one_by_one() -> None:
    rows = "| Чай | 100 ₽ | 200 ₽ | 300 ₽ |", "| Tea | 100 ₽ | 250 ₽ | 350 ₽ |"
    head = "| А | Б | В | Г |\n|---|---|---|---|\n", "| A | B | C | D |\n|---|---|---|---|\n"
    found = _said(head[0] + rows[0], head[1] + rows[1])
    assert [message for _, message in found] == [
        _wrong("250 ₽", "200 ₽"),
        _wrong("350 ₽", "300 ₽"),
    ]


def test_the_values_that_a_sentence_lacks_are_one_finding() -> None:
    russian = "Храните лекарство при 25 °C не более 28 дней после вскрытия."
    found = _said(russian, "Store the medicine after opening.")
    assert found == [
        (Severity.WARNING,
         "A value of the other version is missing here: 25 °C, не более 28 дней")
    ]  # fmt: skip


def test_a_change_that_crosses_split_sentences_is_found() -> None:
    russian = "В 2011 году фермер погиб. Свиньи обычно не агрессивны, сказал другой фермер."
    english = "After a farmer died in 2012, another farmer said that pigs are not aggressive."
    assert [message for _, message in _said(russian, english)] == [_wrong("2012", "2011 году")]


def test_data_tells_machines_both_values() -> None:
    pages = {"ru/a.md": "Доставка занимает 3–5 дней.\n", "en/a.md": "Delivery takes 3–7 days.\n"}
    (found,) = run_rule(CHECK, pages).findings
    day = 86_400.0
    assert found.finding.data == {
        "value": "3–7 days", "value_there": "3–5 дней",
        "kind": "duration", "low": 3 * day, "high": 7 * day, "unit": "s",
        "kind_there": "duration", "low_there": 3 * day, "high_there": 5 * day, "unit_there": "s",
    }  # fmt: skip
    assert (found.quote, found.related_quotes) == ("3–7 days", ("3–5 дней",))


def test_no_value_is_mended_automatically() -> None:
    result = run_rule(CHECK, CHECK.bad[0])
    assert [one.finding.fix for one in result.findings] == [None]


@settings(max_examples=15)
@given(st.integers(11, 9_999), st.integers(11, 9_999))
def test_two_numbers_differ_or_are_silent(one: int, other: int) -> None:
    found = _said(f"В городе {one} домов.", f"There are {other} houses in the city.")
    assert bool(found) == (one != other)


_WORDS = st.sampled_from(
    "1 2 10 1,5 1.500 2024 12:30 % ₽ $ мг кг km days дней от до at least не more than two три (5) "
    "1) #12 v2 –3 3–5 января May 1/2 ½ . , — \n".split(" ")
)


@settings(max_examples=25)
@given(st.lists(_WORDS, max_size=12), st.lists(_WORDS, max_size=12))
def test_whatever_is_compared_every_finding_stands_on_a_page(
    ones: list[str], others: list[str]
) -> None:
    for severity, message in _said("Слово " + " ".join(ones), "Word " + " ".join(others)):
        assert severity in Severity
        assert message
