"""Where links lead, and what may well differ between two versions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.examples import run_rule
from sverka.finding import Severity
from sverka.registry import all_checks
from sverka_checks.translation._anchors import _slugs

Report = Callable[[str, Mapping[str, str]], list[Any]]
RULE = "translation/link-target"

MORE = {
    "ru/b.md": "# Цены\n\nТекст о ценах.\n",
    "en/b.md": "# Prices\n\nA text on prices.\n",
    "ru/c/index.md": "# Меню\n\nСуп.\n",
    "en/c/index.md": "# Menu\n\nSoup.\n",
}


def two(russian: str, english: str) -> dict[str, str]:
    return {"ru/a.md": russian + "\n", "en/a.md": english + "\n", **MORE}


@pytest.mark.parametrize(
    ("russian", "english", "path", "fixed"),
    [
        ("/ru/b", "/ru/b", "en/a.md", "/en/b"),
        ("/ru/b.html", "/ru/b.html", "en/a.md", "/en/b.html"),
        ("/ru/b/", "/ru/b/", "en/a.md", "/en/b/"),
        ("/ru/c/", "/ru/c/", "en/a.md", "/en/c/"),
        ("b.md", "../ru/b.md", "en/a.md", "b.md"),
        ("./b.md", "../ru/b.md", "en/a.md", "b.md"),
        ("../en/b.md", "b.md", "ru/a.md", "b.md"),
    ],
)
def test_a_link_to_the_other_language_names_the_version_in_this_one(
    report: Report, russian: str, english: str, path: str, fixed: str
) -> None:
    pages = two(f"Смотрите [цены]({russian}).", f"See the [prices]({english}).")
    found = report(RULE, pages)
    assert [(one.path, one.key) for one in found] == [(path, "sibling")]
    assert found[0].data["address"] == fixed
    fix = run_rule(all_checks()[RULE], pages).findings[0].finding.fix
    assert fix is not None
    assert not fix.safe
    edit = fix.edits[0]
    assert pages[path][edit.span.start : edit.span.end] == found[0].data["target"]
    assert edit.text == fixed


def test_the_message_names_both_addresses(report: Report) -> None:
    found = report(RULE, two("Смотрите [цены](/ru/b).", "See the [prices](/ru/b#all)."))
    assert [one.english for one in found] == [
        "This link leads to the page in the other language: /ru/b#all; the version in the language "
        "of this page is en/b.md"
    ]
    assert [one.russian for one in found] == [
        "Ссылка ведёт на страницу на другом языке: /ru/b#all; на языке этой страницы есть версия "
        "en/b.md"
    ]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Смотрите [цены](/ru/b).", "See the [prices](/en/b)."),
        ("Смотрите [цены](b.md).", "See the [prices](b.md)."),
        ("Текст. [English](/en/a)", "Text. [Русский](/ru/a)"),
        ("Смотрите [цены](/ru/b).", "See the [prices](/ru/b) (in Russian)."),
        ("Цены: [рус](/ru/b), [англ](/en/b).", "Prices: [ours](/ru/b), [yours](/en/b)."),
    ],
)
def test_links_to_the_right_version_and_to_both_are_left_alone(
    report: Report, russian: str, english: str
) -> None:
    assert report(RULE, two(russian, english)) == []


def test_a_generator_may_lead_to_the_right_version_by_itself(report: Report) -> None:
    folder = "i18n/ru/docusaurus-plugin-content-docs/current"
    pages = {
        "docs/a.md": "See the [prices](/docs/b).\n",
        f"{folder}/a.md": "Смотрите [цены](/docs/b).\n",
        "docs/b.md": "# Prices for all of it\n",
        f"{folder}/b.md": "# Цены на всё\n",
    }
    assert report(RULE, pages) == []


def test_on_a_page_that_names_its_language_a_bare_address_is_the_other_one(
    report: Report,
) -> None:
    pages = {
        "guide/a.md": "See the [prices](/guide/b) and [menu](/guide/c).\n",
        "ru/guide/a.md": "Смотрите [цены](/guide/b) и [меню](/ru/guide/c).\n",
        "guide/b.md": "# Prices for all of it\n",
        "ru/guide/b.md": "# Цены на всё\n",
        "guide/c.md": "# Menu\n\nOur menu is short.\n",
        "ru/guide/c.md": "# Меню\n\nНаше меню короткое.\n",
    }
    found = report(RULE, pages)
    assert [(one.path, one.data["address"]) for one in found] == [("ru/guide/a.md", "/ru/guide/b")]


ELSEWHERE = [
    ("Смотрите [цены](/ru/b).", "See the [prices](/en/c/)."),
    ("[Руководство](https://e.com/guide/install).", "[Guide](https://e.com/guide/upgrade)."),
    ("[Путь](https://en.wikipedia.org/wiki/Load)", "[Way](https://en.wikipedia.org/wiki/Road)"),
]


@pytest.mark.parametrize(("russian", "english"), ELSEWHERE)
def test_a_link_that_leads_elsewhere_is_named(report: Report, russian: str, english: str) -> None:
    found = report(RULE, two(russian, english))
    assert [(one.path, one.key) for one in found] == [("en/a.md", "elsewhere")]
    here, there = found[0].data["target"], found[0].data["target_there"]
    assert found[0].english == (
        f"This link leads elsewhere than in the other version: {here} here, {there} there"
    )
    assert [path for path, _, _ in found[0].related] == ["ru/a.md"]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("[Граф](https://ru.wikipedia.org/wiki/Граф)", "[Graph](https://en.wikipedia.org/wiki/Graph)"),
        ("[Текст](https://e.com/ru/docs/a)", "[Text](https://e.com/en/docs/a)"),
        ("[Версии](https://semver.org/lang/ru/)", "[Versions](https://semver.org/)"),
        ("[ВКонтакте](https://vk.com/clinic)", "[Facebook](https://facebook.com/clinic)"),
        ("[Код](https://play.e.com/Ab12Cd34)", "[Code](https://play.e.com/Zx98Yw76)"),
        ("Пишите в [поддержку](/ru/help).", "Write to [support](mailto:help@e.com)."),
        ("[Стандарт](https://e.com/db#content:78)", "[Standard](https://e.com/db/content/78/_top)"),
        ("[A](https://e.com/aa)\n\n[B](https://e.com/bb)", "[B](https://e.com/bb)\n\n[A](https://e.com/aa)"),
    ],
)  # fmt: skip
def test_choices_for_each_language_are_left_alone(
    report: Report, russian: str, english: str
) -> None:
    assert report(RULE, two(russian, english)) == []


def test_a_page_in_the_other_language_that_both_link_to_is_a_hint() -> None:
    link = "(https://ru.wikipedia.org/wiki/Сеть)"
    result = run_rule(all_checks()[RULE], two(f"Это [сеть]{link}.", f"It is a [network]{link}."))
    assert [(one.finding.message, one.severity) for one in result.findings] == [
        ("foreign", Severity.INFO)
    ]
    said = two(f"Это [сеть]{link}.", f"It is a [network]{link} (in Russian).")
    assert run_rule(all_checks()[RULE], said).findings == ()


RU = "\n\n## Условия оплаты\n\nТекст."
EN = "\n\n## Terms of payment\n\nText."
MARKED = "\n\n## Условия оплаты {#pay}\n\nТекст."
NAMED = '\n\n<a name="pay"></a>'


@pytest.mark.parametrize(
    ("russian", "english", "path", "key"),
    [
        ("#условия-оплаты", "#условия-оплаты", "en/a.md", "anchor"),
        ("#terms-of-payment", "#terms-of-payment", "ru/a.md", "anchor"),
        ("#условия-оплаты", "#payment-rules", "en/a.md", "dead"),
    ],
)
def test_an_anchor_of_the_other_version_is_named(
    report: Report, russian: str, english: str, path: str, key: str
) -> None:
    found = report(RULE, two(f"К [условиям]({russian}).{RU}", f"To the [terms]({english}).{EN}"))
    assert [(one.path, one.key) for one in found] == [(path, key)]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        (f"К [условиям](#условия-оплаты).{RU}", f"To the [terms](#terms-of-payment).{EN}"),
        (f"К [условиям](#usloviya-oplaty).{RU}", f"To the [terms](#terms-of-payment).{EN}"),
        (f"К [условиям](#нет).{RU}", f"To the [terms](#none).{EN}"),
        (f"К [условиям](#pay).{MARKED}", f"To the [terms](#terms-of-payment).{EN}"),
        (f"К [условиям](#pay).{NAMED}{RU}", f"To the [terms](#pay).{NAMED}{EN}"),
    ],
)  # fmt: skip
def test_anchors_by_any_habit_of_naming_are_left_alone(
    report: Report, russian: str, english: str
) -> None:
    assert report(RULE, two(russian, english)) == []


@pytest.mark.parametrize(
    ("russian", "english", "key"),
    [
        ("Звоните: +7 (495) 123-45-67.", "Call +7 (495) 123-45-76.", "phone"),
        ("Наш [телефон](tel:+74951234567)", "Our [phone](tel:+74951234576)", "phone"),
        ("Пишите: info@clinic.com.", "Write to inof@clinic.com.", "email"),
        ("[Почта](mailto:info@clinic.com)", "[Mail](mailto:sales@clinic.com)", "email"),
        ("Звоните: 8 (495) 123-45-67.", "Call +7 495 123 45 67.", ""),
        ("Звоните: +7 495 123-45-67.", "Call +44 20 7946 0958.", ""),
        ("Пишите: info@clinic.ru.", "Write to info@clinic.com.", ""),
        ("Пишите: ru@clinic.com.", "Write to en@clinic.com.", ""),
        ("Код 8 800 1234 5678 9012 3456.", "Code 8 800 1234 5678 9012 4444.", ""),
    ],
)
def test_contacts(report: Report, russian: str, english: str, key: str) -> None:
    found = report(RULE, two(russian, english))
    assert [one.key for one in found] == ([key] if key else [])


def test_a_phone_number_is_quoted_on_both_sides(report: Report) -> None:
    found = report(RULE, two("Звоните: +7 495 123-45-67.", "Call +7 495 123-45-76."))
    assert found[0].english == (
        "The telephone number differs: +7 495 123-45-76 here, +7 495 123-45-67 in the other version"
    )
    assert found[0].related == (("ru/a.md", 1, "+7 495 123-45-67"),)


@given(st.text(max_size=40))
def test_the_names_of_a_heading_hold_no_spaces(heading: str) -> None:
    assert not any(" " in name for name in _slugs(heading))
