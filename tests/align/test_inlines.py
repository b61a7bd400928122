"""Images and links inside matched units: lost, added, wandered, or the same by another name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sverka.align import AlignedPair

Align = Callable[[str, str], AlignedPair]
Tell = Callable[[str, str], list[str]]

RU = """# Лечение

Врач осматривает кожу и назначает [анализ крови](/ru/blood.md).

Нажмите ![значок](/img/plus_ru.svg) и выберите снимок.

- Храните [лекарство](/ru/drug.md#dose) в холодильнике.
- Избегайте солнца.

| Услуга | Цена |
|--------|------|
| [Массаж](/ru/massage.md) | 3000 |
| Маска | 2000 |
"""
EN = """# Treatment

The doctor examines the skin and orders a [blood test](/en/blood.md).

Press ![icon](/img/plus_en.png) and choose a picture.

- Keep the [medicine](/en/drug.md#doza) in the refrigerator.
- Avoid the sun.

| Service | Price |
|---------|-------|
| [Massage](/en/massage.md) | 3000 |
| Mask | 2000 |
"""


def test_addresses_of_the_two_languages_are_the_same_thing(told: Tell) -> None:
    assert told(RU, EN) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "[blood test](/en/blood.md)",
            "blood test",
            "link x1 in «The doctor examines the skin and orders a blood test.»:"
            " «[анализ крови](/ru/blood.md)»",
        ),
        (
            "![icon](/img/plus_en.png) ",
            "",
            "image x1 in «Press and choose a picture.»: «![значок](/img/plus_ru.svg)»",
        ),
        (
            "[medicine](/en/drug.md#doza)",
            "medicine",
            "link x1 in «Keep the medicine in the refrigerator.»: «[лекарство](/ru/drug.md#dose)»",
        ),
        (
            "[Massage](/en/massage.md)",
            "Massage",
            "link x1 in «| Massage | 3000 |»: «[Массаж](/ru/massage.md)»",
        ),
    ],
)
def test_what_is_lost_from_a_unit_is_told_in_it(
    told: Tell, old: str, new: str, expected: str
) -> None:
    assert told(RU, EN.replace(old, new)) == ["en " + expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "[анализ крови](/ru/blood.md)",
            "анализ крови",
            "link x1 in «Врач осматривает кожу и назначает анализ крови.»:"
            " «[blood test](/en/blood.md)»",
        ),
        (
            "![значок](/img/plus_ru.svg) ",
            "",
            "image x1 in «Нажмите и выберите снимок.»: «![icon](/img/plus_en.png)»",
        ),
    ],
)
def test_what_only_the_target_has_is_lacking_in_the_source(
    told: Tell, old: str, new: str, expected: str
) -> None:
    assert told(RU.replace(old, new), EN) == ["ru " + expected]


def test_what_is_lost_is_told_with_its_address_and_how_many_there_are(aligned: Align) -> None:
    lost = EN.replace("[blood test](/en/blood.md)", "blood test")
    (found,) = aligned(RU, lost).differences
    assert dict(found.data) == {
        "target": "/ru/blood.md",
        "here": 0,
        "there": 1,
        "kind": "link",
    }


def test_a_link_in_another_unit_has_wandered(told: Tell) -> None:
    wandered = EN.replace("[blood test](/en/blood.md)", "blood test")
    wandered = wandered.replace("Avoid the sun", "Avoid [the sun](/en/blood.md)")
    assert told(RU, wandered) == [
        "en link x1 moved «[the sun](/en/blood.md)»: «[анализ крови](/ru/blood.md)»"
    ]


def test_another_address_on_the_same_words_is_no_lost_link(told: Tell) -> None:
    assert told(RU, EN.replace("/en/blood.md", "/en/checks/haematology.md")) == []


def test_of_several_links_the_lost_one_is_named(told: Tell) -> None:
    russian = "# А\n\nЕсть [врач](/a.md), [аптека](/b.md) и [больница](/c.md).\n"
    english = "# A\n\nThere is a [doctor](/a.md), a pharmacy and a [hospital](/c.md).\n"
    (only,) = told(russian, english)
    assert only.endswith("«[аптека](/b.md)»")


def test_of_links_with_other_addresses_the_words_tell_which_is_lost(told: Tell) -> None:
    russian = "# А\n\nЕсть [врач](/vrach.md), [аптека](/apteka.md) и [больница](/bolnica.md).\n"
    english = "# A\n\nThere is a [doctor](/d.md), a pharmacy and a [hospital](/h.md).\n"
    (only,) = told(russian, english)
    assert only.endswith("«[аптека](/apteka.md)»")


def test_a_picture_in_html_is_the_same_picture(told: Tell) -> None:
    russian = "# А\n\n![Кожа](/img/after.jpg)\n\nВрач осматривает кожу.\n"
    english = '# A\n\n<img src="/img/after.jpg">\n\nThe doctor examines the skin.\n'
    assert told(russian, english) == []


def test_the_line_of_a_long_paragraph_is_told(told: Tell) -> None:
    russian = (
        "# А\n\nВрач осматривает кожу.\nЗимой птицы ищут корм.\n"
        "Поезд отправляется [утром](/train.md).\n"
    )
    english = (
        "# A\n\nThe doctor examines the skin.\nIn winter birds look for food.\n"
        "The train leaves in the morning.\n"
    )
    assert told(russian, english) == [
        "en link x1 in «The train leaves in the morning.»: «[утром](/train.md)»"
    ]
