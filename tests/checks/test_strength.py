"""One side says more than the other: what is a warning, what a hint, what is silent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from sverka.examples import run_rule
from sverka.finding import Severity
from sverka.registry import all_checks

Report = Callable[[str, Mapping[str, str]], list[Any]]

RULE = "translation/strength"

BINDING = [
    ("Арендатор обязан застраховать имущество.", "The tenant may insure the property.", "weaker"),
    ("Пациентам рекомендуется прийти за час.", "Patients must come an hour early.", "stronger"),
    ("Вы можете установить обновление сразу.", "You must install the update now.", "stronger"),
    ("Тесто можно хранить в холодильнике.", "The dough must be stored in the fridge.", "stronger"),
    ("Курить на балконе запрещено.", "Smoking on the balcony is allowed.", "weaker"),
]

DEGREES = [
    ("Процедура полностью безопасна.", "The procedure is safe.", "weaker"),
    ("Процедура безопасна.", "The procedure is completely safe.", "stronger"),
    ("Крем может вызвать покраснение.", "The cream causes redness.", "stronger"),
    ("Метод всегда возвращает строку.", "The method returns a string.", "weaker"),
]

ALIKE = [
    # words that mean more than one thing are held against no one
    ("Пациентам следует прийти натощак.", "Patients must come on an empty stomach."),
    ("Нужно указать номер телефона.", "You should specify a phone number."),
    ("Гости должны предъявить паспорт.", "Guests are required to show a passport."),
    ("Товар можно вернуть только с чеком.", "The item must be returned with a receipt."),
    ("Запрещается парковать машину у входа.", "You must not park the car at the entrance."),
    ("Не может быть двух ключей с одним именем.", "Two keys must not have the same name."),
    # near words do as well
    ("Процедура полностью безопасна.", "The procedure is perfectly safe."),
    ("Крем может вызвать покраснение.", "The cream can cause redness."),
    ("Отёк обычно проходит за неделю.", "The swelling mostly goes away within a week."),
    # names and months are no words of strength
    ("Тереза Мэй объявит решение.", "Theresa May will announce the decision."),
    ("Он играл в клубе до мая 2020 года.", "He played in the club until May 2020."),
]


def _pages(russian: str, english: str) -> dict[str, str]:
    return {"ru/a.md": russian + "\n", "en/a.md": english + "\n"}


@pytest.mark.parametrize(("russian", "english", "key"), BINDING)
def test_what_binds_on_one_side_only_is_a_warning(russian: str, english: str, key: str) -> None:
    (found,) = run_rule(all_checks()[RULE], _pages(russian, english)).findings
    assert (found.finding.message, found.severity) == (key, Severity.WARNING)


@pytest.mark.parametrize(
    ("russian", "english", "key"),
    [
        ("Крем может уменьшить отёк.", "The cream is guaranteed to reduce swelling.", "stronger"),
        ("Крем гарантированно уменьшает отёк.", "The cream may reduce swelling.", "weaker"),
    ],
)
def test_a_promise_against_a_chance_is_a_warning(russian: str, english: str, key: str) -> None:
    (found,) = run_rule(all_checks()[RULE], _pages(russian, english)).findings
    assert (found.finding.message, found.severity) == (key, Severity.WARNING)


def test_a_chance_on_both_sides_is_silent(report: Report) -> None:
    russian = "Крем может полностью убрать отёк."
    english = "The cream may completely remove the swelling."
    assert report(RULE, _pages(russian, english)) == []


@pytest.mark.parametrize(("russian", "english", "key"), DEGREES)
def test_a_lost_word_of_degree_is_a_hint(russian: str, english: str, key: str) -> None:
    (found,) = run_rule(all_checks()[RULE], _pages(russian, english)).findings
    assert (found.finding.message, found.severity) == (key, Severity.INFO)


@pytest.mark.parametrize(("russian", "english"), ALIKE)
def test_the_same_said_otherwise_is_silent(report: Report, russian: str, english: str) -> None:
    assert report(RULE, _pages(russian, english)) == []


def test_the_message_says_both(report: Report) -> None:
    (found,) = report(
        RULE,
        _pages("Пароль рекомендуется менять часто.", "The password must be changed often."),
    )
    assert found.english == (
        "Stronger here: “must be changed”; the other version says “рекомендуется менять”"
    )
    assert found.russian == (
        "Здесь сказано сильнее: «must be changed»; в другой версии — «рекомендуется менять»"
    )
    assert found.related == (("ru/a.md", 1, "рекомендуется менять"),)


def test_untranslated_text_is_silent(report: Report) -> None:
    text = "Canary releases may include breaking changes."
    assert report(RULE, _pages(text + " Осторожно с обновлениями.", text + " Careful.")) == []
