"""One side denies what the other states: what is told, and what is excused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Report = Callable[[str, Mapping[str, str]], list[Any]]

RULE = "translation/negation"

DENIED = [
    ("Размещение с животными разрешено.", "Accommodation with animals is not allowed."),
    ("Бассейн зимой не работает.", "The pool works in winter."),
    ("Мы не храним данные вашей карты.", "We store your card details."),
    ("Программа не запускается на старых телефонах.", "The program starts on old phones."),
    ("Функция изменяет исходный массив.", "The function does not modify the original array."),
    ("Не добавляйте соль в воду.", "Add salt to the water."),
    ("Блюдо не содержит глютена.", "The dish contains gluten."),
    ("Сервер не поддерживает этот протокол.", "The server supports this protocol."),
    ("Пароль не должен содержать пробелы.", "The password must contain spaces."),
    ("Данные не удаляются автоматически.", "Data is deleted automatically."),
    ("Лазер не повреждает кожу.", "The laser damages the skin."),
    ("Соус не должен закипеть.", "The sauce must boil."),
]

ALIKE = [
    # the same denial, in the ways of each language
    ("Файл не найден.", "File not found."),
    (
        "Никогда не передавайте пароль третьим лицам.",
        "Never share your password with third parties.",
    ),
    ("Комиссии нет, платежи без ограничений.", "There is no fee, and payments are without limits."),
    ("Он не пищит и не мигает.", "It does not beep or blink."),
    ("Никто не читает письма.", "No one reads the letters."),
    ("Это не работает", "It doesn’t work"),
    # denied by its sense or by a prefix
    ("Курить в номере нельзя.", "Smoking in the room is prohibited."),
    ("Не стирайте изделие при 90 градусах.", "Avoid washing the garment at 90 degrees."),
    ("Товар не подлежит возврату.", "The item is non-returnable."),
    ("Процедура безболезненна.", "The procedure is not painful."),
    ("Ответчик не явился в суд.", "The defendant failed to appear in court."),
    ("Сервер недоступен.", "The server is not available."),
    ("Не все номера доступны.", "Some rooms are unavailable."),
    ("Открыто ежедневно, кроме понедельника.", "Open daily, but not on Monday."),
    # bounds, contrasts, waiting, questions, two denials that cancel one another
    ("Возьмите не более двух сумок.", "Take up to two bags."),
    ("Заезд не раньше 14 часов.", "Check-in from 14 hours."),
    ("Варите, пока рис не станет мягким.", "Cook until the rice is soft."),
    ("Это не только быстро, но и дёшево.", "It is fast and cheap as well."),
    ("Подавайте не горячим, а холодным.", "Serve cold, rather than hot."),
    ("Почему бы не добавить корицы?", "Maybe add some cinnamon?"),
    ("Этого нельзя не заметить.", "One notices it at once."),
    ("Если поле не заполнено, кнопка не видна.", "If the field is filled in, the button shows."),
    ("Он чуть не опоздал на поезд.", "He was nearly late for the train."),
    ("Функция ничего не возвращает.", "The function returns null."),
    # what only looks like a denial
    ("Недавно мы обновили приложение.", "We recently updated the app."),
    ("Без сомнения, это лучший выбор.", "No doubt it is the best choice."),
    ("См. пункт № 5.", "See item No. 5."),
    # an opposite is no translation of the denied word
    ("Лифт не работает.", "The lift is out of order."),
    ("Не забудьте сдать ключ.", "Remember to return the key."),
]


def _pages(russian: str, english: str) -> dict[str, str]:
    return {"ru/a.md": russian + "\n", "en/a.md": english + "\n"}


@pytest.mark.parametrize(("russian", "english"), DENIED)
def test_a_denial_of_one_side_is_told(report: Report, russian: str, english: str) -> None:
    found = report(RULE, _pages(russian, english))
    assert [one.key for one in found] in (["denied"], ["stated"])
    assert {found[0].path, found[0].related[0][0]} == {"ru/a.md", "en/a.md"}


@pytest.mark.parametrize(("russian", "english"), ALIKE)
def test_what_the_other_side_denies_in_its_own_way_is_silent(
    report: Report, russian: str, english: str
) -> None:
    assert report(RULE, _pages(russian, english)) == []


def test_the_message_quotes_both_sides_around_the_word(report: Report) -> None:
    (found,) = report(
        RULE, _pages("Мы не храним данные вашей карты.", "We store your card details.")
    )
    assert found.key == "stated"
    assert found.quote == "We store your card"
    assert found.english == (
        "“We store your card” states what the other version denies: “Мы не храним данные вашей”"
    )
    assert "здесь отрицания нет" in found.russian
    assert found.labels == (("the other version", "другая версия"),)


def test_a_denial_in_the_translation_is_told_there(report: Report) -> None:
    (found,) = report(
        RULE,
        _pages("Функция изменяет исходный массив.", "The function does not modify the array."),
    )
    assert found.key == "denied"
    assert found.quote == "The function does not modify the array"
    assert found.data == {
        "denied": "The function does not modify the array",
        "stated": "Функция изменяет исходный массив",
    }


def test_a_denial_that_moved_to_the_next_sentence_is_silent(report: Report) -> None:
    assert (
        report(
            RULE,
            _pages(
                "Ключ хранится на устройстве. На сервере ключ не хранится.",
                "The key is not stored on the server. The key is stored on the device.",
            ),
        )
        == []
    )


def test_text_that_is_not_translated_is_silent(report: Report) -> None:
    assert (
        report(
            RULE,
            _pages(
                "Нажмите кнопку **Do not save the file** и откройте файл снова.",
                "Press the **Do not save the file** button and open the file again.",
            ),
        )
        == []
    )
