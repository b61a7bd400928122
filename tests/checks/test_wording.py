"""What each structure rule says, word for word: message, place, quotes, label and data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import pytest

from sverka.check import Check
from sverka.messages import render
from sverka.registry import all_checks

Report = Callable[[str, Mapping[str, str]], list[Any]]

RU = """\
# Правила музея

Музей открыт каждый день, кроме понедельника.

## Билеты

Билет стоит 400 рублей, детям до 7 лет вход бесплатный.

- паспорт или студенческий билет;
- распечатанный билет с кодом;
- небольшая сумка.

## Экскурсии

Экскурсия длится час, группа не больше 15 человек.

| Зал | Этаж |
|---|---|
| Египет | 1 |
| Греция | 2 |
| Япония | 3 |

## Вопросы

Пишите нам на почту или звоните в кассу.
"""

EN = """\
# Museum rules

The museum is open every day except Monday.

## Tickets

A ticket costs 400 roubles, children under 7 enter free of charge.

- a passport or a student card;
- a printed ticket with the code;
- a small bag.

## Tours

A tour lasts an hour, a group has no more than 15 people.

| Hall | Floor |
|---|---|
| Egypt | 1 |
| Greece | 2 |
| Japan | 3 |

## Questions

Write to us by e-mail or call the box office.
"""

LINKS = " Купите [билет](/ru/buy) или [абонемент](/ru/pass)."
NEWS = {"en/news.md": "# News of the museum\n"}
"""A page of its own beside the pair."""


def cut(text: str, *parts: str) -> str:
    """The text without the parts, each of which stands there once."""
    for part in parts:
        assert text.count(part) == 1, part
        text = text.replace(part, "")
    return text


def swap(text: str, *pairs: tuple[str, str]) -> str:
    """The text with the first of each pair replaced by the second."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


class Case(NamedTuple):
    """Two versions of a page, and what a rule says of them.

    ``at``: path, line and quote of the finding; ``there``: line and quote in the other version.
    """

    rule: str
    key: str
    ru: str
    en: str
    at: tuple[str, int, str]
    there: tuple[int, str] | None
    english: str
    russian: str
    data: Mapping[str, object]


CASES = (
    Case(
        "structure/heading",
        "missing-before",
        RU,
        cut(EN, "## Tours\n\n"),
        at=(
            "en/museum.md",
            13,
            "A tour lasts an hour, a group has no more than 15 people.",
        ),
        there=(
            13,
            "## Экскурсии",
        ),
        english="A heading is missing before this: “## Экскурсии”",
        russian="Перед этой строкой не хватает заголовка: «## Экскурсии»",
        data={"count": 1, "quote": "## Экскурсии"},
    ),
    Case(
        "structure/heading",
        "missing-after",
        RU + "\n## Отзывы\n",
        EN,
        at=(
            "en/museum.md",
            25,
            "Write to us by e-mail or call the box office.",
        ),
        there=(
            27,
            "## Отзывы",
        ),
        english="A heading is missing after this: “## Отзывы”",
        russian="После этой строки не хватает заголовка: «## Отзывы»",
        data={"count": 1, "quote": "## Отзывы"},
    ),
    Case(
        "structure/heading",
        "level",
        RU,
        swap(EN, ("## Tours", "### Tours")),
        at=(
            "en/museum.md",
            13,
            "### Tours",
        ),
        there=(
            13,
            "## Экскурсии",
        ),
        english="This heading has level 3, the other version's has 2",
        russian="У этого заголовка уровень 3, а в другой версии — 2",
        data={"level": 3, "level_there": 2, "count": 1, "quote": "## Экскурсии"},
    ),
    Case(
        "structure/heading",
        "plain",
        swap(RU, ("## Экскурсии", "Экскурсии")),
        EN,
        at=(
            "ru/museum.md",
            13,
            "Экскурсии",
        ),
        there=(
            13,
            "## Tours",
        ),
        english=("This is not a heading; the other version has the heading “## Tours” here"),
        russian="Это не заголовок, а в другой версии здесь заголовок: «## Tours»",
        data={"count": 1, "quote": "## Tours"},
    ),
    Case(
        "structure/section",
        "before",
        RU,
        EN[: EN.index("## Tours")] + EN[EN.index("## Questions") :],
        at=(
            "en/museum.md",
            13,
            "## Questions",
        ),
        there=(
            13,
            (
                "## Экскурсии\n\nЭкскурсия длится час, группа не больше 15 "
                "человек.\n\n| Зал | Этаж |\n|---|---|\n| Египет | 1 |\n| Греция | 2 "
                "|\n| Япония | 3 |"
            ),
        ),
        english="1 section is missing before this: “## Экскурсии”",
        russian="Перед этой строкой не хватает 1 раздела: «## Экскурсии»",
        data={"count": 1, "quote": "## Экскурсии"},
    ),
    Case(
        "structure/section",
        "after",
        RU[: RU.index("## Экскурсии")],
        EN,
        at=(
            "ru/museum.md",
            11,
            "небольшая сумка.",
        ),
        there=(
            13,
            (
                "## Tours\n\nA tour lasts an hour, a group has no more than 15 "
                "people.\n\n| Hall | Floor |\n|---|---|\n| Egypt | 1 |\n| Greece | 2 "
                "|\n| Japan | 3 |\n\n## Questions\n\nWrite to us by e-mail or call the "
                "box office."
            ),
        ),
        english="2 sections are missing after this: “## Tours …”",
        russian="После этой строки не хватает 2 разделов: «## Tours …»",
        data={"count": 2, "quote": "## Tours …"},
    ),
    Case(
        "structure/list-items",
        "before",
        RU,
        cut(EN, "- a passport or a student card;\n", "- a printed ticket with the code;\n"),
        at=(
            "en/museum.md",
            9,
            "- a small bag.",
        ),
        there=(
            9,
            "паспорт или студенческий билет;\n- распечатанный билет с кодом;",
        ),
        english=(
            "2 list items are missing before this: “паспорт или студенческий "
            "билет; распечатанный билет с кодом;”"
        ),
        russian=(
            "Перед этой строкой не хватает 2 пунктов списка: «паспорт или "
            "студенческий билет; распечатанный билет с кодом;»"
        ),
        data={"count": 2, "quote": "паспорт или студенческий билет; распечатанный билет с кодом;"},
    ),
    Case(
        "structure/list-items",
        "after",
        cut(RU, "- небольшая сумка.\n"),
        EN,
        at=(
            "ru/museum.md",
            10,
            "распечатанный билет с кодом;",
        ),
        there=(
            11,
            "a small bag.",
        ),
        english="1 list item is missing after this: “a small bag.”",
        russian="После этой строки не хватает 1 пункта списка: «a small bag.»",
        data={"count": 1, "quote": "a small bag."},
    ),
    Case(
        "structure/table",
        "before",
        RU,
        cut(EN, "| Egypt | 1 |\n"),
        at=(
            "en/museum.md",
            19,
            "| Greece | 2 |",
        ),
        there=(
            19,
            "| Египет | 1 |",
        ),
        english="1 table row is missing before this: “| Египет | 1 |”",
        russian="Перед этой строкой не хватает 1 строки таблицы: «| Египет | 1 |»",
        data={"count": 1, "quote": "| Египет | 1 |"},
    ),
    Case(
        "structure/table",
        "after",
        cut(RU, "| Греция | 2 |\n", "| Япония | 3 |\n"),
        EN,
        at=(
            "ru/museum.md",
            19,
            "| Египет | 1 |",
        ),
        there=(
            20,
            "| Greece | 2 |\n| Japan | 3 |",
        ),
        english="2 table rows are missing after this: “| Greece | 2 | | Japan | 3 |”",
        russian=("После этой строки не хватает 2 строк таблицы: «| Greece | 2 | | Japan | 3 |»"),
        data={"count": 2, "quote": "| Greece | 2 | | Japan | 3 |"},
    ),
    Case(
        "structure/table",
        "columns",
        swap(
            RU,
            ("| Этаж |", "| Этаж | Окна |"),
            ("|---|---|", "|---|---|---|"),
            ("| 1 |", "| 1 | да |"),
            ("| 2 |", "| 2 | нет |"),
            ("| 3 |", "| 3 | нет |"),
        ),
        EN,
        at=(
            "en/museum.md",
            17,
            "| Hall | Floor |",
        ),
        there=(
            17,
            "| Зал | Этаж | Окна |",
        ),
        english="This table has 2 columns, the other version's has 3",
        russian="В этой таблице 2 столбца, а в другой версии — 3",
        data={"columns": 2, "columns_there": 3, "count": 1, "quote": "| Зал | Этаж | Окна |"},
    ),
    Case(
        "structure/list-kind",
        "numbered",
        RU,
        swap(
            EN,
            ("- a passport", "1. a passport"),
            ("- a printed", "2. a printed"),
            ("- a small", "3. a small"),
        ),
        at=(
            "en/museum.md",
            9,
            "1. a passport or a student card;",
        ),
        there=(
            9,
            "- паспорт или студенческий билет;",
        ),
        english="This list is numbered, the other version's is bulleted",
        russian="Этот список нумерованный, а в другой версии — маркированный",
        data={
            "ordered": True,
            "ordered_there": False,
            "count": 1,
            "quote": "паспорт или студенческий билет;",
        },
    ),
    Case(
        "structure/list-kind",
        "bulleted",
        swap(
            RU,
            ("- паспорт", "1. паспорт"),
            ("- распечатанный", "2. распечатанный"),
            ("- небольшая", "3. небольшая"),
        ),
        EN,
        at=(
            "en/museum.md",
            9,
            "- a passport or a student card;",
        ),
        there=(
            9,
            "1. паспорт или студенческий билет;",
        ),
        english="This list is bulleted, the other version's is numbered",
        russian="Этот список маркированный, а в другой версии — нумерованный",
        data={
            "ordered": False,
            "ordered_there": True,
            "count": 1,
            "quote": "паспорт или студенческий билет;",
        },
    ),
    Case(
        "structure/list-kind",
        "nesting",
        RU,
        swap(EN, ("- a small", "  - a small")),
        at=(
            "en/museum.md",
            11,
            "- a small bag.",
        ),
        there=(
            11,
            "- небольшая сумка.",
        ),
        english="This item is at nesting level 2, the other version's at level 1",
        russian="Этот пункт на уровне вложенности 2, а в другой версии — на уровне 1",
        data={"depth": 2, "depth_there": 1, "count": 1, "quote": "небольшая сумка."},
    ),
    Case(
        "structure/list-kind",
        "no-list",
        RU,
        swap(
            EN,
            ("- a passport", "a passport"),
            ("- a printed", "\na printed"),
            ("- a small", "\na small"),
        ),
        at=(
            "en/museum.md",
            9,
            "a passport or a student card;",
        ),
        there=(
            9,
            "- паспорт или студенческий билет;",
        ),
        english=(
            "This is a list in the other version, beginning with “паспорт или студенческий билет;”"
        ),
        russian=(
            "В другой версии это список, который начинается так: «паспорт или студенческий билет;»"
        ),
        data={"count": 3, "quote": "паспорт или студенческий билет;"},
    ),
    Case(
        "structure/image",
        "before",
        swap(RU, ("## Вопросы", "![План](/img/plan.png)\n\n![Вход](/img/door.png)\n\n## Вопросы")),
        EN,
        at=(
            "en/museum.md",
            23,
            "## Questions",
        ),
        there=(
            23,
            "![План](/img/plan.png)\n\n![Вход](/img/door.png)",
        ),
        english=("2 images are missing before this: ![План](/img/plan.png) ![Вход](/img/door.png)"),
        russian=(
            "Перед этой строкой не хватает 2 изображений: "
            "![План](/img/plan.png) ![Вход](/img/door.png)"
        ),
        data={"count": 2, "quote": "![План](/img/plan.png) ![Вход](/img/door.png)"},
    ),
    Case(
        "structure/image",
        "after",
        RU,
        EN + "\n![The entrance](/img/door.png)\n",
        at=(
            "ru/museum.md",
            25,
            "Пишите нам на почту или звоните в кассу.",
        ),
        there=(
            27,
            "![The entrance](/img/door.png)",
        ),
        english="1 image is missing after this: ![The entrance](/img/door.png)",
        russian=("После этой строки не хватает 1 изображения: ![The entrance](/img/door.png)"),
        data={"count": 1, "quote": "![The entrance](/img/door.png)"},
    ),
    Case(
        "structure/image",
        "in",
        swap(RU, ("15 человек.", "15 человек. ![Группа](/img/group.jpg)")),
        EN,
        at=(
            "en/museum.md",
            15,
            "A tour lasts an hour, a group has no more than 15 people.",
        ),
        there=(
            15,
            "![Группа](/img/group.jpg)",
        ),
        english="An image is missing here: ![Группа](/img/group.jpg)",
        russian="Здесь не хватает изображения: ![Группа](/img/group.jpg)",
        data={
            "target": "/img/group.jpg",
            "here": 0,
            "there": 1,
            "count": 1,
            "quote": "![Группа](/img/group.jpg)",
        },
    ),
    Case(
        "structure/image",
        "moved",
        swap(RU, ("15 человек.", "15 человек. ![Группа](/img/group.jpg)")),
        swap(EN, ("except Monday.", "except Monday. ![A group](/img/group.jpg)")),
        at=(
            "en/museum.md",
            3,
            "![A group](/img/group.jpg)",
        ),
        there=(
            15,
            "![Группа](/img/group.jpg)",
        ),
        english=("This image stands elsewhere in the other version: ![Группа](/img/group.jpg)"),
        russian=("В другой версии это изображение стоит в другом месте: ![Группа](/img/group.jpg)"),
        data={"target": "/img/group.jpg", "count": 1, "quote": "![Группа](/img/group.jpg)"},
    ),
    Case(
        "structure/link",
        "missing",
        swap(RU, ("вход бесплатный.", "вход бесплатный." + LINKS)),
        swap(
            EN, ("free of charge.", "free of charge. Buy a [ticket](/en/buy) or a season ticket.")
        ),
        at=(
            "en/museum.md",
            7,
            (
                "A ticket costs 400 roubles, children under 7 enter free of "
                "charge. Buy a [ticket](/en/buy) or a season ticket."
            ),
        ),
        there=(
            7,
            "[абонемент](/ru/pass)",
        ),
        english="A link is missing here: [абонемент](/ru/pass) (1 link instead of 2)",
        russian="Здесь не хватает ссылки: [абонемент](/ru/pass) (ссылок: 1 вместо 2)",
        data={
            "target": "/ru/pass",
            "here": 1,
            "there": 2,
            "count": 1,
            "quote": "[абонемент](/ru/pass)",
        },
    ),
    Case(
        "structure/link",
        "moved",
        swap(RU, ("или звоните", "или [звоните](/ru/phone)")),
        swap(EN, ("except Monday.", "except Monday, [call us](/en/phone).")),
        at=(
            "en/museum.md",
            3,
            "[call us](/en/phone)",
        ),
        there=(
            25,
            "[звоните](/ru/phone)",
        ),
        english="This link stands elsewhere in the other version: [звоните](/ru/phone)",
        russian="В другой версии эта ссылка стоит в другом месте: [звоните](/ru/phone)",
        data={"target": "/ru/phone", "count": 1, "quote": "[звоните](/ru/phone)"},
    ),
    Case(
        "structure/order",
        "moved",
        RU,
        swap(cut(EN, "| Egypt | 1 |\n"), ("| Japan | 3 |\n", "| Japan | 3 |\n| Egypt | 1 |\n")),
        at=(
            "en/museum.md",
            21,
            "| Egypt | 1 |",
        ),
        there=(
            19,
            "| Египет | 1 |",
        ),
        english="This stands elsewhere in the other version: “| Египет | 1 |”",
        russian="В другой версии это стоит в другом месте: «| Египет | 1 |»",
        data={"kind": "row", "count": 1, "quote": "| Египет | 1 |"},
    ),
    Case(
        "structure/front-matter",
        "keys",
        "---\ntitle: Музей\nweight: 1\nicon: owl.svg\n---\n" + RU,
        "---\ntitle: Museum\n---\n" + EN,
        at=(
            "en/museum.md",
            2,
            "title",
        ),
        there=(
            3,
            "weight: 1",
        ),
        english="The front matter lacks 2 keys of the other version: weight, icon",
        russian="В шапке страницы не хватает 2 ключей другой версии: weight, icon",
        data={"keys": ["weight", "icon"], "count": 2},
    ),
    Case(
        "structure/front-matter",
        "no-front-matter",
        "---\ntitle: Музей\n---\n" + RU,
        EN,
        at=(
            "en/museum.md",
            1,
            "# Museum rules",
        ),
        there=(
            2,
            "title: Музей",
        ),
        english="This page has no front matter; the other version has: title",
        russian="У этой страницы нет шапки, а в шапке другой версии есть: title",
        data={"keys": ["title"], "count": 1},
    ),
    Case(
        "structure/front-matter",
        "value",
        "---\ntitle: Музей\nprice: 400 ₽\n---\n" + RU,
        "---\ntitle: Museum\nprice: '500 RUB'\n---\n" + EN,
        at=(
            "en/museum.md",
            3,
            "500 RUB",
        ),
        there=(
            3,
            "400 ₽",
        ),
        english="price is “500 RUB” here and “400 ₽” in the other version",
        russian="Здесь price — «500 RUB», а в другой версии — «400 ₽»",
        data={"key": "price", "value": "500 RUB", "value_there": "400 ₽"},
    ),
    Case(
        "structure/front-matter-syntax",
        "broken",
        "---\ntitle: Музей: правила\n---\n" + RU,
        EN,
        at=(
            "ru/museum.md",
            2,
            "title: Музей: правила",
        ),
        there=None,
        english=("The front matter is not valid YAML: a colon inside the value needs quotes"),
        russian="Ошибка в шапке страницы (YAML): a colon inside the value needs quotes",
        data={"reason": "a colon inside the value needs quotes", "syntax": "YAML"},
    ),
    Case(
        "structure/unpaired",
        "alone",
        RU,
        EN,
        at=(
            "en/news.md",
            1,
            "# News of the museum",
        ),
        there=None,
        english="“News of the museum” has no version in another language",
        russian="У страницы «News of the museum» нет версии на другом языке",
        data={"title": "News of the museum"},
    ),
    Case(
        "structure/block",
        "unquoted",
        swap(RU, ("Экскурсия длится", "> Экскурсия длится")),
        EN,
        at=(
            "en/museum.md",
            15,
            "A tour lasts an hour, a group has no more than 15 people.",
        ),
        there=(
            15,
            "> Экскурсия длится час, группа не больше 15 человек.",
        ),
        english=(
            "This is a quote in the other version: “Экскурсия длится час, "
            "группа не больше 15 человек.”"
        ),
        russian=(
            "В другой версии это цитата: «Экскурсия длится час, группа не больше 15 человек.»"
        ),
        data={"count": 1, "quote": "Экскурсия длится час, группа не больше 15 человек."},
    ),
    Case(
        "structure/block",
        "joined",
        swap(RU, ("рублей, детям", "рублей.\n\nДетям")),
        EN,
        at=(
            "en/museum.md",
            7,
            "A ticket costs 400 roubles, children under 7 enter free of charge.",
        ),
        there=(7, "Билет стоит 400 рублей."),
        english="This is two blocks in the other version; one of them is “Билет стоит 400 рублей.”",
        russian="В другой версии это два блока; один из них — «Билет стоит 400 рублей.»",
        data={"count": 1, "quote": "Билет стоит 400 рублей."},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.key}")
def test_a_rule_says_exactly_this(case: Case, report: Report) -> None:
    pages = {"ru/museum.md": case.ru, "en/museum.md": case.en}
    [said] = report(case.rule, pages | (NEWS if case.rule == "structure/unpaired" else {}))
    assert (said.path, said.line, said.quote) == case.at
    assert (said.key, said.english, said.russian) == (case.key, case.english, case.russian)
    assert said.data == case.data
    if case.there is None:
        assert said.related == ()
        return
    [(path, *there)] = said.related
    assert {path, said.path} == {"ru/museum.md", "en/museum.md"}
    assert tuple(there) == case.there
    own = {"structure/order": ("its place in the other version", "место в другой версии")}
    assert said.labels == (own.get(case.rule, ("the other version", "другая версия")),)


def test_pages_that_are_no_translations_are_named_with_their_share(report: Report) -> None:
    [pages] = all_checks()["structure/not-a-translation"].bad
    [said] = report("structure/not-a-translation", pages)
    assert (said.path, said.line, said.quote) == ("en/page.md", 1, "# Our garden")
    assert said.related == (("ru/page.md", 1, "# Мезотерапия"),)
    assert said.labels == (("the other version", "другая версия"),)
    percent = said.data["percent"]
    assert said.data == {"percent": percent}
    assert 0 <= percent < 35
    assert said.english == (
        "This page does not look like a translation of its partner: "
        f"{percent}% of the text has a counterpart there"
    )
    assert said.russian == (
        f"Эта страница не похожа на перевод парной страницы: соответствие есть у {percent} % текста"
    )


BLOCKS = {
    # kind: the Russian and the English block, what is quoted of each, its name in both locales
    "paragraph": (
        ("Собак в музей не пускают.", "Dogs are not admitted to the museum."),
        ("Собак в музей не пускают.", "Dogs are not admitted to the museum."),
        ("A paragraph is", "абзаца"),
    ),
    "list": (
        ("- зонты;\n- рюкзаки.", "- umbrellas;\n- rucksacks."),
        ("зонты; рюкзаки.", "umbrellas; rucksacks."),
        ("A list is", "списка"),
    ),
    "table": (
        ("| Час | Гид |\n|---|---|\n| 12 | Анна |", "| Hour | Guide |\n|---|---|\n| 12 | Anna |"),
        ("| Час | Гид | |---|---| | 12 | Анна |", "| Hour | Guide | |---|---| | 12 | Anna |"),
        ("A table is", "таблицы"),
    ),
    "quote": (
        ("> Не трогайте\n> экспонаты.", "> Do not touch\n> the exhibits."),
        ("Не трогайте экспонаты.", "Do not touch the exhibits."),
        ("A quote is", "цитаты"),
    ),
    "code": (
        ("```\nping museum\n```", "```\nping museum\n```"),
        ("``` ping museum ```", "``` ping museum ```"),
        ("A code block is", "блока кода"),
    ),
    "html": (
        ('<iframe src="/map"></iframe>', '<iframe src="/map"></iframe>'),
        ('<iframe src="/map"></iframe>', '<iframe src="/map"></iframe>'),
        ("A block of HTML is", "блока HTML"),
    ),
    "embed": (
        ("{{< video museum >}}", "{{< video museum >}}"),
        ("{{< video museum >}}", "{{< video museum >}}"),
        ("An embedded block is", "встроенного блока"),
    ),
    "blocks": (
        ("Собак не пускают.\n\nЗонты сдают.", "Dogs are not admitted.\n\nUmbrellas are left."),
        ("Собак не пускают. Зонты сдают.", "Dogs are not admitted. Umbrellas are left."),
        ("2 blocks are", "2 блоков"),
    ),
}


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_missing_block_is_called_by_its_kind(kind: str, report: Report) -> None:
    (russian, english), quotes, (name, name_ru) = BLOCKS[kind]
    ru = swap(RU, ("## Вопросы", f"{russian}\n\n## Вопросы"))
    [said] = report("structure/block", {"ru/museum.md": ru, "en/museum.md": EN})
    assert (said.path, said.line, said.quote) == ("en/museum.md", 23, "## Questions")
    assert said.key == f"{kind}-before"
    assert said.english == f"{name} missing before this: “{quotes[0]}”"
    assert said.russian == f"Перед этой строкой не хватает {name_ru}: «{quotes[0]}»"
    count = 2 if kind == "blocks" else 1
    assert said.data == {"kind": kind, "count": count, "quote": quotes[0]}

    pages = {"ru/museum.md": RU, "en/museum.md": f"{EN}\n{english}\n"}
    [said] = report("structure/block", pages)
    assert (said.path, said.line) == ("ru/museum.md", 25)
    assert said.key == f"{kind}-after"
    assert said.english == f"{name} missing after this: “{quotes[1]}”"
    assert said.russian == f"После этой строки не хватает {name_ru}: «{quotes[1]}»"


def _structure() -> list[Check]:
    return [check for rule, check in all_checks().items() if rule.startswith("structure/")]


def test_every_message_is_tested_here() -> None:
    tested = {(case.rule, case.key) for case in CASES}
    tested |= {("structure/not-a-translation", "unlike")}
    tested |= {("structure/block", f"{kind}-{at}") for kind in BLOCKS for at in ("before", "after")}
    there = {(check.id, key) for check in _structure() for key in check.messages["en"]}
    assert there - {(check.id, "there") for check in _structure()} == tested


@pytest.mark.parametrize("check", _structure(), ids=lambda check: check.id)
def test_both_locales_have_the_same_messages(check: Check) -> None:
    assert set(check.messages["en"]) == set(check.messages["ru"])


NUMBERS = (1, 2, 5, 21, 11)
COUNTED = [
    # rule, message, the Russian for each of the numbers, the English for 1 and 2
    (
        "structure/section",
        "before",
        ["1 раздела", "2 разделов", "5 разделов", "21 раздела", "11 разделов"],
        ["1 section is", "2 sections are"],
    ),
    (
        "structure/list-items",
        "before",
        ["1 пункта", "2 пунктов", "5 пунктов", "21 пункта", "11 пунктов"],
        ["1 list item is", "2 list items are"],
    ),
    (
        "structure/table",
        "before",
        ["1 строки", "2 строк", "5 строк", "21 строки", "11 строк"],
        ["1 table row is", "2 table rows are"],
    ),
    (
        "structure/image",
        "before",
        ["1 изображения", "2 изображений", "5 изображений", "21 изображения", "11 изображений"],
        ["1 image is", "2 images are"],
    ),
    (
        "structure/block",
        "blocks-before",
        ["1 блока", "2 блоков", "5 блоков", "21 блока", "11 блоков"],
        ["1 block is", "2 blocks are"],
    ),
]


@pytest.mark.parametrize(("rule", "key", "russian", "english"), COUNTED)
def test_what_is_missing_agrees_with_its_number(
    rule: str, key: str, russian: list[str], english: list[str]
) -> None:
    messages = all_checks()[rule].messages
    for number, words in zip(NUMBERS, russian, strict=True):
        data = {"count": number, "quote": "…"}
        before = render(messages["ru"][key], data)
        after = render(messages["ru"][key.replace("before", "after")], data)
        assert before.startswith(f"Перед этой строкой не хватает {words}")
        assert after.startswith(f"После этой строки не хватает {words}")
    for number, words in zip(NUMBERS, english, strict=False):
        data = {"count": number, "quote": "…"}
        assert render(messages["en"][key], data).startswith(f"{words} missing before this: ")


def test_columns_agree_with_their_number() -> None:
    messages = all_checks()["structure/table"].messages
    columns = ["1 столбец", "2 столбца", "5 столбцов", "21 столбец", "11 столбцов"]
    for number, words in zip(NUMBERS, columns, strict=True):
        said = render(messages["ru"]["columns"], {"columns": number, "columns_there": 3})
        assert said == f"В этой таблице {words}, а в другой версии — 3"
    said = render(messages["en"]["columns"], {"columns": 1, "columns_there": 3})
    assert said == "This table has 1 column, the other version's has 3"


def test_keys_agree_with_their_number() -> None:
    template = all_checks()["structure/front-matter"].messages["ru"]["keys"]
    keys = ["1 ключа", "2 ключей", "5 ключей", "21 ключа", "11 ключей"]
    for number, words in zip(NUMBERS, keys, strict=True):
        said = render(template, {"count": number, "keys": ["icon"]})
        assert said == f"В шапке страницы не хватает {words} другой версии: icon"


def test_sections_are_quoted_by_their_first_heading(report: Report) -> None:
    ru = RU[: RU.index("## Экскурсии")]
    [said] = report("structure/section", {"ru/museum.md": ru, "en/museum.md": EN})
    assert said.english == "2 sections are missing after this: “## Tours …”"
    assert said.related[0][2].startswith("## Tours\n\nA tour lasts")
