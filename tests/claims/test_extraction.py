"""What a statement claims: the value, and what limits it."""

from __future__ import annotations

import pytest
from tests.claims.garden import claims, said

DAY = 86_400.0
NOTHING: list[tuple[str, object]] = []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rest period lasts 3-4 days.", [("rest", (3 * DAY, 4 * DAY))]),
        ("There is no rest period.", [("rest", "none")]),
        ("The rose needs no rest.", [("rest", "none")]),
        ("The rest of the garden is 3 days away.", NOTHING),
        ("Wilting takes 2 days, the rest period 5 days.",
         [("wilting", (2 * DAY, 2 * DAY)), ("rest", (5 * DAY, 5 * DAY))]),
        ("It causes no harm.", [("harm", "none")]),
        ("It can cause harm.", [("harm", "present")]),
        ("It does not cause harm.", [("harm", "none")]),
        ("Not only can it cause harm, it is ugly.", [("harm", "present")]),
        ("There is little harm.", [("harm", "few")]),
        ("Use gloves to avoid harm.", NOTHING),
        ("Harm.", NOTHING),
        ("Watering is required.", [("watering", "required")]),
        ("Watering is not required.", [("watering", "none")]),
        ("Watering is optional.", [("watering", "optional")]),
        ("Suitable for visitors of all ages.", [("age", "any")]),
        ("We admit guests from the age of 18.", [("age", (18.0, 18.0))]),
        ("We admit guests from sixteen.", [("age", (16.0, 16.0))]),
        ("Suitable for all ages after 18 years.", [("age", (18.0, 18.0))]),
        ("The gate is open from 9:00 to 18:00.", [("hours", (32_400.0, 64_800.0))]),
        ("The gate closes at 18:00.", [("hours", (None, 64_800.0))]),
        ("The bridge is free of charge.", [("entry", "free")]),
    ],
)  # fmt: skip
def test_a_sentence_says(text: str, expected: list[tuple[str, object]]) -> None:
    assert said(f"# Garden\n\n{text}\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Никакого вреда быть не может.", [("harm", "none")]),
        ("Вреда нет.", [("harm", "none")]),
        ("Это может причинить вред.", [("harm", "present")]),
        ("Полив не требуется.", [("watering", "none")]),
        ("Полив обязателен.", [("watering", "required")]),
        ("Период покоя длится 3–4 дня.", [("rest", (3 * DAY, 4 * DAY))]),
        ("Глубина — 2 м.", [("depth", (2.0, 2.0))]),
    ],
)
def test_a_russian_sentence_says(text: str, expected: list[tuple[str, object]]) -> None:
    assert said(f"# Сад\n\n{text}\n", "ru/a.md") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Is there no harm at all?",
        "“It causes no harm.”",
        "Many believe that it causes no harm.",
        "Unlike tulips, which cause no harm, it is red.",
        "In the absence of harm, go on.",
    ],
)
def test_a_question_a_quotation_a_rumour_and_a_comparison_claim_nothing(text: str) -> None:
    assert said(f"# Garden\n\n{text}\n") == NOTHING


def test_a_heading_names_the_aspect_of_a_quantity_below_it() -> None:
    assert said("# Rose\n\n## Rest period\n\nIt takes 3 days.\n") == [("rest", (3 * DAY,) * 2)]


def test_the_items_of_a_list_are_members_of_what_introduces_it() -> None:
    assert said("# Garden\n\nBanned plants:\n\n- nettles\n- roses\n") == [
        ("banned", "nettle"),
        ("banned", "rose"),
    ]


@pytest.mark.parametrize(("answer", "label"), [("No.", "none"), ("Yes, a lot.", "present")])
def test_an_answer_says_what_the_question_asks(answer: str, label: str) -> None:
    assert said(f"# Garden\n\n## Does it cause harm?\n\n{answer}\n") == [("harm", label)]


def test_conditions_hedges_and_absolutes_are_told() -> None:
    (one,) = claims("# Rose\n\nThere is absolutely no harm if it is watered.\n")
    assert (one.absolute, one.hedged, one.conditions) == (True, False, ("if it is watered",))
    (other,) = claims("# Rose\n\nThe rest period is about 3 days.\n")
    assert other.hedged
    (weak,) = claims("# Rose\n\nThere is practically no rest.\n")
    assert weak.hedged
    assert weak.quote == "There is practically no rest"


def test_every_claim_slices_back_to_its_quote() -> None:
    text = "# Rose\n\n- There is **no** rest\n  period at all.\n- It is free of charge.\n"
    for one in claims(text):
        assert " ".join(text[one.span.start : one.span.end].replace("**", "").split()) == one.quote


def test_a_subject_that_a_sentence_is_about_keeps_what_follows() -> None:
    text = (
        "# Rose\n\nThe rose is red.\n\n## Or something else\n\nA tulip is yellow. Rest: 3 days.\n"
    )
    (one,) = claims(text)
    assert one.running == "tulip"
