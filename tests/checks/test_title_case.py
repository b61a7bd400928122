"""Headings with the capitals of another language."""

from __future__ import annotations

import pytest

from sverka.examples import run_rule
from sverka.registry import all_checks


def _said(heading: str, code: str = "ru") -> list[tuple[str, str]]:
    check = all_checks()["artifact/title-case"]
    result = run_rule(check, {f"{code}/a.md": f"# {heading}\n\nДом стоит у моря.\n"})
    assert result.failures == ()
    return [(str(one.finding.data["quote"]), one.severity.name) for one in result.findings]


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ("Как Начать Работу", "WARNING"),
        ("Почему Выбрать Нас", "WARNING"),
        ("Пять Способов Уснуть за Минуту", "WARNING"),
        ("Открыть Новый Счёт", "INFO"),
    ],
)
def test_capitals_of_english_headings_are_named(heading: str, level: str) -> None:
    assert _said(heading) == [(heading, level)]


@pytest.mark.parametrize(
    "heading",
    [
        "Как начать работу",
        "Московский Художественный Театр",
        "5. (Опционально) Создайте Floating IP-адрес",
        "КАК НАЧАТЬ РАБОТУ",
        "Как доехать до Нижнего Новгорода",
        "Подарите Маргарите",
    ],
)
def test_names_and_sentences_are_silent(heading: str) -> None:
    assert _said(heading) == []


def test_english_headings_may_have_them() -> None:
    assert _said("How to Get Started Now", "en") == []
