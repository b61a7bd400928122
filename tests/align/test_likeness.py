"""Whether two pages are translations of one another at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sverka.align import AlignedPair
from sverka.align.pages import JUDGED, UNLIKE

Align = Callable[[str, str], AlignedPair]

SKIN_RU = """# Чистка лица

Чистку делает косметолог в кабинете. Врач осматривает кожу и выбирает аппарат.

## Подготовка

За неделю до визита откажитесь от кислот и скрабов. Приходите без макияжа.

- Не загорайте три дня.
- Не наносите крем утром.

## Как проходит процедура

Косметолог очищает кожу, раскрывает поры паром и удаляет загрязнения. Процедура длится час.

## Уход

Два дня не посещайте бассейн и сауну. Пейте больше воды и пользуйтесь мягким кремом.
"""
SKIN_EN = """# Facial cleansing

A cosmetologist performs the cleansing in the office. The doctor examines the skin and chooses
a device.

## Preparation

A week before the visit give up acids and scrubs. Come without makeup.

- Do not sunbathe for three days.
- Do not apply cream in the morning.

## How the procedure goes

The cosmetologist cleans the skin, opens the pores with steam and removes impurities. The
procedure takes an hour.

## Aftercare

For two days do not visit the pool or the sauna. Drink more water and use a mild cream.
"""
TRAIN_EN = """# Timetable of trains

The express leaves from the third platform. Tickets are sold in the hall of the station.

## Luggage

Every passenger may carry two suitcases. Bicycles travel in the last carriage, skis under the
roof. The porter helps elderly people.

- Buy a ticket for your dog.
- Keep the aisle free.

## Delays

In heavy snow the railway sends buses. Refunds are paid at the window, and the dispatcher
announces new departures every quarter.

## Restaurant

Breakfast is served until ten. Sandwiches and tea are sold all night.
"""


def test_a_translation_is_like_its_source(aligned: Align) -> None:
    pair = aligned(SKIN_RU, SKIN_EN)
    assert pair.likeness is not None
    assert pair.likeness > 0.8
    assert pair.is_translation
    assert pair.differences == ()


def test_another_page_of_the_same_form_is_no_translation(aligned: Align) -> None:
    pair = aligned(SKIN_RU, TRAIN_EN)
    assert pair.likeness is not None
    assert pair.likeness < UNLIKE
    assert not pair.is_translation


def test_pages_that_are_no_translations_have_no_differences(aligned: Align) -> None:
    assert aligned(SKIN_RU, TRAIN_EN + "\n## More\n\n- a\n- b\n").differences == ()


@pytest.mark.parametrize(("russian", "english"), [("", ""), (SKIN_RU, ""), ("", SKIN_EN)])
def test_an_empty_page_is_not_judged(aligned: Align, russian: str, english: str) -> None:
    pair = aligned(russian, english)
    assert pair.likeness is None
    assert pair.is_translation


def test_too_little_prose_is_not_judged(aligned: Align) -> None:
    assert JUDGED > 100
    pair = aligned("# Чистка лица\n\nЧас.\n", "# Timetable\n\nTickets.\n")
    assert pair.likeness is None
    assert pair.is_translation


def test_code_says_nothing_of_likeness(aligned: Align) -> None:
    code = "```\n" + "x = 1\n" * JUDGED + "```\n"
    assert aligned("# Пример\n\n" + code, "# Timetable\n\n" + code).likeness is None


def test_a_lost_section_leaves_a_translation(aligned: Align) -> None:
    pair = aligned(SKIN_RU, SKIN_EN[: SKIN_EN.index("## Aftercare")])
    assert pair.is_translation
    assert [str(one.lack) for one in pair.differences] == ["section"]


def test_likeness_is_a_share(aligned: Align) -> None:
    mixed = SKIN_EN[: SKIN_EN.index("## How")] + TRAIN_EN[TRAIN_EN.index("## Delays") :]
    whole, half, none = (aligned(SKIN_RU, text).likeness for text in (SKIN_EN, mixed, TRAIN_EN))
    assert whole is not None
    assert half is not None
    assert none is not None
    assert 1.0 >= whole > half > none >= 0.0


def test_an_aligned_pair_keeps_its_pages_and_their_outlines(aligned: Align) -> None:
    pair = aligned(SKIN_RU, SKIN_EN)
    assert (pair.source.language, pair.target.language) == ("ru", "en")
    assert (pair.outlines[0].page, pair.outlines[1].page) == (pair.source, pair.target)
    assert len(pair.matching.pairs) == len(pair.outlines[0].units)
