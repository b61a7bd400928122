"""What stands around a page's text: phrases anywhere, and furniture at its end."""

from __future__ import annotations

import pytest

from sverka.examples import run_rule
from sverka.registry import all_checks

TEXT = {
    "en": "The peel takes half an hour, and the skin is smooth after a week, as our guests say, "
    "who have come to us for years.",
    "ru": "Пилинг длится полчаса, и через неделю кожа гладкая: так говорят наши гости, которые "
    "ходят к нам много лет подряд.",
}


def _said(end: str, code: str = "en") -> list[tuple[str, str]]:
    check = all_checks()["artifact/boilerplate"]
    result = run_rule(check, {f"{code}/a.md": f"# A house\n\n{TEXT[code]}\n\n{end}\n"})
    assert result.failures == ()
    return [(str(one.finding.data["quote"]), one.severity.name) for one in result.findings]


@pytest.mark.parametrize(
    ("end", "level"),
    [
        ("Tags: massage, lymph, oedema", "INFO"),
        ("Rating: 4.5/5 (28 votes)", "INFO"),
        ("Download the file for free", "INFO"),
        ("Was the article useful? Yes No", "INFO"),
        ("Guest book: add an entry", "WARNING"),
        ("The information on the site is not a public offer", "WARNING"),
        ("Did you like the article? Share it with your friends on social networks!", "WARNING"),
        ("By clicking the button, you agree to the processing of personal data", "WARNING"),
    ],
)
def test_furniture_stands_at_the_end_of_a_page(end: str, level: str) -> None:
    assert _said(end) == [(end, level)]


def test_two_buttons_are_surer_than_one() -> None:
    assert _said("Print\n\nPrevious post Next post") == [("Print", "WARNING")]


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ("Ваш электронный адрес не будет опубликован. Требуемые поля отмечены", "ru"),
        ("Пропустить к контенту", "ru"),
        ("Поделиться этой записью", "ru"),
    ],
)
def test_furniture_is_known_as_translation_makes_it(end: str, code: str) -> None:
    assert len(_said(end, code)) == 1


@pytest.mark.parametrize(
    "end",
    [
        "Bring the print of the article to the desk, and we read it.",
        "## Articles\n\n- [On peels](peels.md)",
        "1. Download the file.\n2. Open it.",
        "Print the page.\n\nThe peel takes half an hour, and the skin is smooth after a week, as "
        "our guests say, who have come to us for years.",
        "- Source: [Peels](peels.md)",
    ],
)
def test_what_a_page_says_itself_is_silent(end: str) -> None:
    assert _said(end) == []
