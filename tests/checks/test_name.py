"""translation/name and translation/name-spelling: what they name and what they leave alone."""

from __future__ import annotations

import pytest

from sverka.examples import run_rule, said
from sverka.registry import all_checks

NAME = all_checks()["translation/name"]
SPELLING = all_checks()["translation/name-spelling"]


def named(russian: str, english: str) -> list[str]:
    """The messages for a pair of one-paragraph pages, without their places."""
    pages = {"ru/a.md": russian + "\n", "en/a.md": english + "\n"}
    return [line.split(": ", 1)[1] for line in said(NAME, run_rule(NAME, pages))]


@pytest.mark.parametrize(
    ("russian", "english", "message"),
    [
        (
            "В Портленде полиция арестовала Джека Друри, сообщает газета.",
            "In Portland, police arrested Gary Anderson, the newspaper reports.",
            "Another name: “Джека Друри” in the other version, “Gary Anderson” here",
        ),
        (
            "Поезд прибывает в Казань вечером, а автобус утром.",
            "The train arrives in the evening, and the bus in the morning, from Brazil.",
            "Another name: “Казань” in the other version, “Brazil” here",
        ),
        (
            "Мы открыли новый магазин в Сочи, рядом с вокзалом.",
            "We opened a new shop in , next to the station.",
            "“Сочи” of the other version is not named here",
        ),
        (
            "Об этом рассказал главный врач клиники Михаил Корб.",
            "The chief doctor of the clinic spoke about this.",
            "“Михаил Корб” of the other version is not named here",
        ),
        (
            "Исследование провела компания Vilmorus по заказу газеты.",
            "The study was conducted by the company on the order of the newspaper.",
            "“Vilmorus” of the other version is not named here",
        ),
    ],
)
def test_a_lost_name_is_named(russian: str, english: str, message: str) -> None:
    assert named(russian, english) == [message]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Гостей ждёт доктор Чехов.", "Guests are awaited by doctor Tschechow."),
        ("Об этом рассказал Генрих Восьмой из Лондона.", "Henry of London spoke about this."),
        ("Доклад представили в ООН.", "The report was presented at the United Nations."),
        ("Закон принят в США.", "The law was passed in America."),
        ("Клиника работает в Китае и Мюнхене.", "The clinic works in China and Munich."),
        ("Московский офис закрыт.", "The office in Moscow is closed."),
        ("Нажмите **Сохранить** и **Готово**.", "Press **Save** and **Done**."),
        ("Вызовите метод ПередЗаписью модуля.", "Call the method OnWrite of the module."),
        ("# Наш врач Корб\n\nТекст.", "# Our Doctor Larson\n\nText."),
        ("Врач Корб принимает. Потом Корб обедает.", "Doctor Korb sees patients. Then he eats."),
    ],
)
def test_a_name_that_is_there_in_another_form_is_not(russian: str, english: str) -> None:
    assert named(russian, english) == []


def spelled(*names: tuple[str, str]) -> list[str]:
    pages = {}
    for number, (russian, english) in enumerate(names, 1):
        pages[f"ru/{number}.md"] = f"Гостей встречает доктор {russian}.\n"
        pages[f"en/{number}.md"] = f"Guests are met by doctor {english}.\n"
    return list(said(SPELLING, run_rule(SPELLING, pages)))


def test_the_rare_spelling_is_named_with_the_usual_one() -> None:
    found = spelled(*[("Шойгу", "Shoigu")] * 4, ("Шойгу", "Shoygu"))
    assert found == [
        "en/5.md:1:26: “Шойгу” is “Shoigu” in 4 of 5 places, as in en/1.md; here it is “Shoygu”"
    ]


def test_a_brand_may_waver_in_the_source_too() -> None:
    found = spelled(*[("Рестилайн", "Restylane")] * 4, ("Ресталайн", "Restylane"))
    assert [line.split(": ", 1)[0] for line in found] == ["ru/5.md:1:25"]


@pytest.mark.parametrize(
    "names",
    [
        [("Путин", "Putin"), ("Путина", "Putin"), ("Путину", "Putin"), ("Путиным", "Putin")],
        [("Ларсон", "Larson")] * 4 + [("Ларсон", "Larson's")],
        [("Шойгу", "Shoigu")] * 2 + [("Шойгу", "Shoygu")] * 2,
        [("Шойгу", "Shoigu")] * 4 + [("Ларсон", "Larson")],
    ],
)
def test_forms_of_a_name_are_no_other_spelling(names: list[tuple[str, str]]) -> None:
    assert spelled(*names) == []
