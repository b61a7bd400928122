"""Equal values are the same in whatever words, unit and language."""

from __future__ import annotations

import pytest

from sverka.packs import load
from sverka.quantities import Quantity, find, grammar_of, same


def read(text: str) -> Quantity:
    code = "ru" if any("а" <= letter <= "ё" for letter in text.lower()) else "en"
    (found,) = find(text, grammar_of(load().languages[code]))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,5 часа", "1.5 hours"),
        ("полтора часа", "90 minutes"),
        ("полтора часа", "an hour and a half"),
        ("полчаса", "half an hour"),
        ("1 час 30 минут", "1.5 hours"),
        ("14 дней", "two weeks"),
        ("две недели", "a fortnight"),
        ("двухнедельный", "2-week"),
        ("недельный", "week-long"),
        ("неделю-другую", "a week or two"),
        ("час двадцать", "80 minutes"),
        ("удвоились", "doubled"),
        ("27 градусов", "80.6 degrees"),
        ("15'", "15 minutes"),
        ("15 минут", "15'"),
        ("5 фунтов", "£5"),
        ("5 фунтов", "5 lb"),
        ("10-дневный", "10-day"),
        ("12 месяцев", "one year"),
        ("полтора года", "18 months"),
        ("полгода", "six months"),
        ("30 дней", "a month"),
        ("раз в неделю", "weekly"),
        ("раз в неделю", "every 7 days"),
        ("ежемесячно", "once a month"),
        ("2 раза в год", "twice a year"),
        ("2 раза в год", "every six months"),
        ("через день", "every other day"),
        ("не более двух раз в год", "no more than twice a year"),
        ("50 %", "fifty per cent"),
        ("5–10%", "5 to 10 percent"),
        ("18+", "from 18 years"),
        ("с 18 лет", "from the age of 18"),
        ("до 18 лет", "under 18 years"),
        ("37-летняя", "37-year-old"),
        ("15:30", "3:30 PM"),
        ("в 5 часов вечера", "5 pm"),
        ("31.12.2024", "December 31, 2024"),
        ("31 декабря", "December 31, 2024"),
        ("в 2020 году", "2020"),
        ("5 млн долларов", "$5 million"),
        ("5 тыс. рублей", "5,000 rubles"),
        ("от 3000 ₽", "from 3000 rubles"),
        ("10 000 человек", "10,000 people"),
        ("5–7 процедур", "five to seven procedures"),
        ("5", "five procedures"),
        ("дважды", "two times"),
        ("2-й", "2nd"),
        ("шаг 3", "step 3"),
        ("пятый", "5th"),
        ("XX век", "20th century"),
        ("несколько дней", "a few days"),
        ("несколько процедур", "several procedures"),
        ("пара дней", "a couple of days"),
        ("несколько дней", "three days"),
        ("около 5 дней", "5 days"),
        ("37 °C", "98.6 °F"),
        ("500 мг", "0.5 g"),
        ("512 МБ", "512 megabytes"),
        ("более 10 дней", "at least 10 days"),
        ("более 10 дней", "10 days"),
    ],
)
def test_equal_values_are_the_same(one: str, other: str) -> None:
    assert same(read(one), read(other))
    assert same(read(other), read(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 дней", "6 days"),
        ("5 дней", "5 weeks"),
        ("5 дней", "5 patients"),
        ("3–5 дней", "3–6 days"),
        ("3–5 дней", "3 days"),
        ("не менее 10 дней", "at most 10 days"),
        ("раз в неделю", "once a month"),
        ("раз в неделю", "one week"),
        ("2 раза в год", "three times a year"),
        ("50 %", "50 patients"),
        ("50 %", "half of the patients"),
        ("5 долларов", "5 euros"),
        ("5 млн долларов", "$5 billion"),
        ("31.12.2024", "December 30, 2024"),
        ("31.12.2024", "December 31, 2023"),
        ("15:30", "3:30 AM"),
        ("18+", "21+"),
        ("5 г", "5 mg"),
        ("несколько дней", "twenty days"),
        ("2-й", "3rd"),
    ],
)
def test_other_values_are_not(one: str, other: str) -> None:
    assert not same(read(one), read(other))
    assert not same(read(other), read(one))


def test_strictly_the_bounds_must_be_equal_too() -> None:
    assert same(read("более 10 дней"), read("more than 10 days"), strict=True)
    assert not same(read("более 10 дней"), read("at least 10 days"), strict=True)
    assert not same(read("более 10 дней"), read("10 days"), strict=True)
