"""Which values of two front matters agree, and which keys are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sverka.align.addresses import addresses
from sverka.config import Config, RuleSettings
from sverka.messages import message_of
from sverka.packs import load
from sverka.registry import all_checks
from sverka.runner import check_sources
from sverka.source import Source
from sverka_checks.structure._agreement import agree

Report = Callable[[str, Mapping[str, str]], list[Any]]
RULE = "structure/front-matter"
KEY = addresses(load()).key

BY_NATURE = [
    "reading_time", "readingTime", "word_count", "duration-of-reading", "lastUpdated",
    "last_modified_at", "sidebar_label", "toc", "toc_max_heading_level",
]  # fmt: skip

SAME = [
    # amounts: separators, the currency's sign or name, a word before them
    ("4 500 ₽", "4,500 RUB"),
    ("4\u00a0500\u202f₽", "₽4,500"),
    ("от 4 500 руб.", "from 4500 roubles"),
    ("4500.00", "4 500"),
    ("1 250,5", 1250.5),
    ("4,5", 4.5),
    ("1,5 часа", "1.5 hours"),
    ("30 %", "30%"),
    ("45 минут", "45 min"),
    # amounts: words for thousands and millions
    ("1,5 млн ₽", "1500000 RUB"),
    ("1,5 млн ₽", "1.5 million RUB"),
    ("1 500 000 ₽", "₽1.5 million"),
    ("1,5 млн руб.", "1,500 thousand roubles"),
    ("от 12 тыс. рублей", "from 12,000 roubles"),
    ("2 млрд", 2000000000),
    # amounts beside words that are not known
    ("5 штук", "50 pieces"),
    ("1,5 ляма ₽", "15 RUB"),
    ("5pcs", "5items"),
    ("$5m", "$500"),
    ("глава 3", "chapter 4"),
    # amounts in other units are another matter
    ("1,5 часа", "90 minutes"),
    ("4 500 ₽", "$50"),
    ("2 500 ₽ за зону", "from 2,000 to 2,500 RUB"),
    # numbers as text
    (4500, "4500"),
    ("4500", "4,500"),
    (3.0, 3),
    # days, however they are written
    ("2024-05-01", "01.05.2024"),
    ("2024-05-01", "5/1/2024"),
    ("2024-05-01", "2024-05-01T10:00:00+03:00"),
    ("1 мая 2024", "2024-05-02"),
    # pictures: folders and suffixes of a language, the query
    ("/ru/img/a.jpg", "/en/img/a.jpg"),
    ("cover-ru.png", "cover-en.png"),
    ("img/a.jpg?v=1", "img/a.jpg?v=2"),
    ("peeling.jpg", "peeling-en.jpg"),
    ("peeling.jpg", "peeling.en.jpg"),
    ("peeling-en.jpg", "peeling.en.jpg"),
    ("peeling_ru.jpg", "peeling.JPG"),
    ("img/deep_peeling.jpg", "img/deep_peeling_en.jpg"),
    ("tour.mp4", "en/tour-en.mp4"),
    # addresses of pages and people are translated
    ("/ru/ceny/", "/en/prices/"),
    ("https://example.ru/o-nas", "https://example.com/about"),
    ("info@example.ru", "hello@example.com"),
    # so are words
    ("Тёмная", "dark"),
    ("Часы 2", "Clock two"),
    ("draft", "published"),
    # yes and no
    (True, "true"),
    (False, "no"),
    (True, "да"),
    # nothing agrees with anything
    (None, 4500),
    ("", "a.jpg"),
    ((), "a.jpg"),
]

OTHER = [
    ("4 500 ₽", "5,400 RUB"),
    ("4 500 ₽", "45 RUB"),
    ("от 300 руб.", "from 400 roubles"),
    (1800, 2100),
    (1800, "2100"),
    ("4,5", "45"),
    ("45 минут", "54 minutes"),
    ("30 %", "40%"),
    ("2024-05-01", "2024-05-02"),
    ("18.05.2025", "2025-05-19"),
    ("/ru/img/a.jpg", "/en/img/b.jpg"),
    ("a.jpg", "a.png"),
    ("peeling.jpg", "laser-en.jpg"),
    ("1,5 млн ₽", "1.6 million RUB"),
    ("1,5 млн ₽", "1.5 thousand RUB"),
    ("12 тыс. рублей", "120,000 roubles"),
    ("$5 за сеанс", "$6 per session"),
    ("от 300", "from 400"),
    ("v1.2", "v1.3"),
    ("ABC-12", "ABC-21"),
    ("10:00", "22:00"),
    (True, False),
    (True, "false"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_values_that_may_stand_for_the_same_agree(one: object, other: object) -> None:
    assert agree(one, other, KEY)
    assert agree(other, one, KEY)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_values_that_speak_against_each_other_do_not_agree(one: object, other: object) -> None:
    assert not agree(one, other, KEY)
    assert not agree(other, one, KEY)


@pytest.mark.parametrize("value", [*(one for one, _ in SAME), *(one for _, one in OTHER)])
def test_a_value_agrees_with_itself(value: object) -> None:
    assert agree(value, value, KEY)


def _pages(ru: str, en: str) -> dict[str, str]:
    body = "# Цены\n\nПриём стоит 400 рублей.\n", "# Prices\n\nA visit costs 400 roubles.\n"
    return {
        "ru/p.md": f"---\n{ru}---\n{body[0]}" if ru else body[0],
        "en/p.md": f"---\n{en}---\n{body[1]}" if en else body[1],
    }


def _said(report: Report, ru: str, en: str) -> list[str]:
    return [f"{one.path}:{one.line}: {one.english}" for one in report(RULE, _pages(ru, en))]


def test_nested_values_are_compared_under_their_dotted_key(report: Report) -> None:
    ru = "title: Цены\nseo:\n  card:\n    image: a.jpg\n"
    en = "title: Prices\nseo:\n  card:\n    image: b.jpg\n"
    assert _said(report, ru, en) == [
        "en/p.md:5: seo.card.image is “b.jpg” here and “a.jpg” in the other version"
    ]


def test_keys_that_are_missing_are_one_finding_where_the_first_belongs(report: Report) -> None:
    ru = "title: Цены\ndate: 2024-05-01\nicon: a.svg\nmenu:\n  weight: 3\n  group: main\n"
    en = "title: Prices\ndate: 2024-05-01\nlayout: wide\n"
    assert _said(report, ru, en) == [
        "en/p.md:3: The front matter lacks 3 keys of the other version: "
        "icon, menu.weight, menu.group",
        "ru/p.md:3: The front matter lacks 1 key of the other version: layout",
    ]


def test_a_list_is_one_key_and_its_members_are_not_compared(report: Report) -> None:
    ru = "title: Цены\nphotos: [a.jpg, b.jpg]\nfaq:\n  - q: Что?\n"
    assert _said(report, ru, "title: Prices\nphotos:\n  - c.jpg\nfaq:\n  - q: What?\n") == []
    assert _said(report, ru, "title: Prices\nphotos: []\nfaq: []\n") == []
    assert _said(report, ru, "title: Prices\n") == [
        "en/p.md:2: The front matter lacks 2 keys of the other version: photos, faq"
    ]


def test_values_are_quoted_as_they_are_written(report: Report) -> None:
    ru = "title: Цены\nopen: yes\nat: 10:00\nprice: '400'\n"
    en = 'title: Prices\nopen: no\nat: 11:00\nprice: "500"\n'
    assert _said(report, ru, en) == [
        "en/p.md:3: open is “no” here and “yes” in the other version",
        "en/p.md:4: at is “11:00” here and “10:00” in the other version",
        "en/p.md:5: price is “500” here and “400” in the other version",
    ]


@pytest.mark.parametrize(
    "key", ["slug", "lang", "lastmod", "lastMod", "Tags", "translator", *BY_NATURE]
)
def test_what_is_each_versions_own_affair_is_not_asked_for(report: Report, key: str) -> None:
    assert _said(report, f"title: Цены\n{key}: a1\n", "title: Prices\n") == []
    assert _said(report, f"title: Цены\n{key}: a1\n", f"title: Prices\n{key}: b2\n") == []


def test_a_page_without_front_matter_is_told_so_where_it_begins(report: Report) -> None:
    assert _said(report, "", "title: Prices\nweight: 2\n") == [
        "ru/p.md:1: This page has no front matter; the other version has: title, weight"
    ]
    assert _said(report, "", "") == []
    assert _said(report, "", "slug: prices\n") == []


def test_front_matter_that_cannot_be_read_is_not_compared(report: Report) -> None:
    assert _said(report, "title: Цены: все\n", "title: Prices\nicon: a.svg\n") == []


def test_pages_that_are_no_translations_are_not_compared(report: Report) -> None:
    [unlike] = all_checks()["structure/not-a-translation"].bad
    fronts = {"ru/page.md": "---\nicon: a.svg\n---\n", "en/page.md": "---\nweight: 3\n---\n"}
    assert report(RULE, {path: fronts[path] + text for path, text in unlike.items()}) == []


def test_the_option_adds_to_the_keys_that_are_ignored() -> None:
    pages = _pages(
        "title: Цены\nicon: a.svg\nslug: ceny-1\nweight: 1\n",
        "title: Prices\nslug: prices-2\nweight: 2\n",
    )
    sources = [Source(path, text) for path, text in pages.items()]
    settings = {RULE: RuleSettings(options={"ignore": ["Icon"]})}
    result = check_sources(sources, Config(Path("/"), select=(RULE,), rules=settings))
    assert [message_of(all_checks()[RULE], one.finding, "en") for one in result.findings] == [
        "weight is “2” here and “1” in the other version"
    ]
