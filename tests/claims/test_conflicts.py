"""Which claims of a site contradict each other, and which only seem to."""

from __future__ import annotations

import pytest
from tests.claims.garden import clashes

NO_REST = "# Rose\n\nThe rose needs no rest.\n"
REST = "# Rose\n\nThe rest period lasts 3-4 days.\n"


def test_amounts_that_miss_each_other_are_an_error_at_the_less_cautious_place() -> None:
    assert clashes({"en/a.md": REST, "en/b.md": NO_REST}) == [
        ("rest", "error", "The rose needs no rest", "rest period lasts 3-4 days")
    ]


def test_languages_meet_in_a_subject_of_the_pack() -> None:
    ru = "# Роза\n\nПериод покоя розы длится две недели.\n"
    assert clashes({"en/a.md": REST, "ru/b.md": ru}) == [
        ("rest", "error", "rest period lasts 3-4 days", "Период покоя розы длится две недели")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("# Rose\n\nThe rest period lasts 3-4 days.\n", "# Rose\n\nRest takes 90 hours.\n"),
        ("# Rose\n\nRest: 3-5 days.\n", "# Rose\n\nRest: a few days.\n"),
        ("# Rose\n\nRest takes about 4 days.\n", "# Rose\n\nRest takes 5 days.\n"),
        ("# Rose\n\nThe rest is 3 days.\n", "# Tulip\n\nThe rest is 9 days.\n"),
        ("# Rose\n\nThe rest is 3 days.\n", "# Rose\n\nA tulip is yellow. Its rest is 9 days.\n"),
        ("# Rose\n\nThe rest is 3 days.\n", "# Rose\n\nWilting takes 9 days.\n"),
        ("# Rose\n\nThe rest is 3 days.\n", "# Rose\n\nFor children the rest is 9 days.\n"),
        ("# Rose\n\nIn the pond the rest is 3 days.\n", "# Rose\n\nOn the lawn rest is 9 days.\n"),
        ("# Rose\n\nNo harm if it is wet.\n", "# Rose\n\nIt can do harm if it is dry.\n"),
        ("# Rose\n\nThe rest is 3 days.\n", "# Rose\n\nIs the rest 9 days?\n"),
        ("# Rose\n\nThe bridge is free.\n", "# Rose\n\nThe gate is for a fee.\n"),
        ("# Rose\n\nThe gate is open from 9:00.\n", "# Rose\n\nThe gate closes at 18:00.\n"),
    ],
    ids=[
        "a unit", "a vague amount", "a hedge", "another page's subject", "another subject named",
        "another measure", "other people", "another zone", "complementary conditions",
        "a question", "another thing", "another end",
    ],
)  # fmt: skip
def test_what_only_seems_to_contradict_is_silent(one: str, other: str) -> None:
    assert clashes({"en/a.md": one, "en/b.md": other}) == []


def test_a_condition_lowers_the_level() -> None:
    there = "# Rose\n\nThere can be harm if it is dry.\n"
    assert [one[1] for one in clashes({"en/a.md": "# Rose\n\nNo harm.\n", "en/b.md": there})] == [
        "warning"
    ]


def test_versions_of_one_page_are_not_compared() -> None:
    ru = "# Роза\n\nПериод покоя розы длится две недели.\n"
    assert clashes({"en/a.md": REST, "ru/a.md": ru}) == []


def test_a_set_and_its_contrary_meet_in_a_kind() -> None:
    one = "# Rose\n\nFlowers that grow here:\n\n- roses\n"
    other = "# Rose\n\nBanned plants:\n\n- flowers\n"
    assert clashes({"en/a.md": one, "en/b.md": other}) == [("grows", "warning", "roses", "flowers")]


def test_rows_of_a_table_are_of_different_things() -> None:
    table = "# Rose\n\n| Kind | Rest |\n|---|---|\n| Early | 3 days |\n| Late | 9 days |\n"
    assert clashes({"en/a.md": table}) == []


def test_one_finding_for_a_pair_of_values_wherever_they_stand() -> None:
    pages = {"en/a.md": NO_REST, "en/b.md": NO_REST, "en/c.md": REST}
    assert len(clashes(pages)) == 1
