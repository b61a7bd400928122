"""Text in a wrong encoding, and characters that nobody sees: what is told and what is not."""

from __future__ import annotations

import pytest

from sverka.examples import run_rule
from sverka.registry import all_checks


def told(rule: str, text: str) -> list[tuple[str, object]]:
    """Quote and mended text of each finding on a page."""
    result = run_rule(all_checks()[rule], {"ru/a.md": f"# Дом\n\n{text}\n"})
    assert result.failures == ()
    return [(one.quote, one.finding.data.get("better")) for one in result.findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ïðèâåò всем", [("Ïðèâåò", "Привет")]),
        ("╨Я╤А╨╕╨▓╨╡╤В", [("╨Я╤А╨╕╨▓╨╡╤В", "Привет")]),
        ("It\x92s late", [("\x92", "’")]),
        ("Itâ\x80\x99s late", [("Itâ\x80\x99s", "It’s")]),
        ("пїЅпїЅ дом", [("пїЅпїЅ", None)]),
        ("Дом ????? ???? стоит", [("????? ????", None)]),
        ("5&amp;nbsp;кг", [("&amp;nbsp;", "\u00a0")]),
        ("Правда????? Да?? Нет???", []),
        ("àáâãäå и ÷÷÷", []),
        ("Tom &amp; Jerry", []),
        ("Crème brûlée, ÉCOLE, Łódź, ╨──╤", []),
    ],
)
def test_misread_text_is_told(text: str, found: list[tuple[str, object]]) -> None:
    assert told("artifact/mojibake", text) == found


@pytest.mark.parametrize("mark", ["\u2063", "\u3164", "\u2028", "\x07", "\u061c", "\ue000"])
def test_characters_that_nobody_sees_are_told(mark: str) -> None:
    assert len(told("artifact/invisible", f"У{mark}хо болит.")) == 1


@pytest.mark.parametrize(("text", "level"), [("Кв. 123О", "warning"), ("Цена 1О0 р.", "error")])
def test_a_letter_at_the_end_of_a_number_is_less_sure(text: str, level: str) -> None:
    rule = all_checks()["artifact/mixed-script"]
    result = run_rule(rule, {"ru/a.md": f"# Дом\n\n{text}\n"})
    assert [one.severity.label for one in result.findings] == [level]
