"""What the rules of omission and addition say, where, and at which level."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sverka.config import Config
from sverka.finding import Severity
from sverka.registry import all_checks
from sverka.runner import check_sources
from sverka.source import Source

Report = Callable[[str, Mapping[str, str]], list[Any]]

RU = """\
# Гостиница

Завтрак подают с семи до десяти утра. Гостям с аллергией повар приготовит отдельное блюдо.
Ключ от номера сдайте администратору.
"""

EN = """\
# The hotel

Breakfast is served from seven to ten in the morning. The cook will prepare a separate dish for
guests with allergies. Hand in the room key to the receptionist.
"""
DISH = "The cook will prepare a separate dish for\nguests with allergies. "
DISH_RU = " Гостям с аллергией повар приготовит отдельное блюдо."


def test_an_omitted_sentence_is_named_where_it_belongs(report: Report) -> None:
    found = report("translation/omission", {"ru/a.md": RU, "en/a.md": EN.replace(DISH, "")})
    assert [(one.path, one.line, one.quote) for one in found] == [("en/a.md", 3, "")]
    assert found[0].english == (
        "Missing here (1 sentence): “Гостям с аллергией повар приготовит отдельное блюдо.”"
    )
    assert found[0].russian == (
        "Здесь пропущено (1 предложение): «Гостям с аллергией повар приготовит отдельное блюдо.»"
    )
    assert found[0].related == (("ru/a.md", 3, DISH_RU.strip()),)
    assert found[0].labels == (("the other version", "другая версия"),)


def test_an_added_sentence_is_named_where_it_stands(report: Report) -> None:
    found = report("translation/addition", {"ru/a.md": RU.replace(DISH_RU, ""), "en/a.md": EN})
    assert [(one.path, one.line, one.quote) for one in found] == [("en/a.md", 3, DISH.strip())]
    assert found[0].english == (
        "The other version does not say this (1 sentence): “The cook will prepare a separate dish "
        "for guests with allergies.”"
    )
    assert found[0].russian == (
        "В другой версии этого нет (1 предложение): «The cook will prepare a separate dish "
        "for guests with allergies.»"
    )
    assert found[0].related == (("ru/a.md", 3, ""),)


def test_the_rules_work_from_either_language(report: Report) -> None:
    pages = {"en/a.md": EN, "ru/a.md": RU.replace(DISH_RU, "")}
    [found] = report("translation/addition", pages)
    assert found.data == {
        "quote": "The cook will prepare a separate dish for guests with allergies.",
        "count": 1,
    }


@pytest.mark.parametrize("rule", ["translation/omission", "translation/addition"])
def test_pages_that_agree_are_left_alone(report: Report, rule: str) -> None:
    assert report(rule, {"ru/a.md": RU, "en/a.md": EN}) == []


def test_a_clause_is_a_hint_and_in_brackets_a_warning() -> None:
    russian = "Бассейн открыт для гостей отеля{}. Полотенце входит в стоимость билета.\n"
    english = "The pool is open to hotel guests. A towel is included in the ticket price.\n"
    levels = {
        " (дети плавают с родителями)": [Severity.WARNING],
        ", но дети плавают вместе с родителями": [Severity.INFO],
    }
    for clause, expected in levels.items():
        assert _levels({"ru/a.md": russian.format(clause), "en/a.md": english}) == expected


def test_what_the_lost_sentence_holds_is_not_reported_once_more() -> None:
    russian = RU.replace("отдельное блюдо", "отдельное блюдо за 450 рублей")
    pages = {"ru/a.md": russian, "en/a.md": EN.replace(DISH, "")}
    assert _rules(pages, "translation/number", "translation/omission") == ["translation/omission"]


def _run(pages: Mapping[str, str], *select: str) -> Any:
    sources = [Source.decode(path, text.encode()) for path, text in pages.items()]
    return check_sources(sources, Config(Path("/"), select=select), all_checks())


def _levels(pages: Mapping[str, str]) -> list[Severity]:
    return [one.severity for one in _run(pages, "translation/omission").findings]


def _rules(pages: Mapping[str, str], *select: str) -> list[str]:
    return [one.rule for one in _run(pages, *select).findings]
