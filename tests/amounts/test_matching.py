"""Which values have a counterpart: the same, in a name, as a range's ends, converted."""

from __future__ import annotations

import pytest

from sverka.amounts.matching import match, opposed, same_unit
from sverka.amounts.mention import Mention, mentions
from sverka.quantities import Grammar

LEFT = [
    # the same
    ("5 дней", "five days", [], []),
    ("2 часа", "120 minutes", [], []),
    ("5 дней", "6 days", ["5 дней"], ["6 days"]),
    ("5 дней", "5 weeks", ["5 дней"], ["5 weeks"]),
    ("5 мг", "5", [], []),
    # the ends of a range
    ("от 5 до 7 дней", "5 days, 7 days", [], []),
    ("от 5 до 7 дней", "5 days, 8 days", ["от 5 до 7 дней"], ["5 days", "8 days"]),
    ("раз в 4–6 недель", "for 4–6 weeks", [], []),
    ("раз в 3 месяца", "for 3 months", [], []),
    # limits
    ("не менее 5 дней", "5 days", [], []),
    ("не менее 5 дней", "at most 5 days", ["не менее 5 дней"], ["at most 5 days"]),
    # converted
    ("16 км", "10 miles", [], []),
    ("16 км", "12 miles", ["16 км"], ["12 miles"]),
    ("16 км", "15.9 km", ["16 км"], ["15.9 km"]),
    ("302 км", "300 km (190 miles)", ["302 км"], ["300 km", "190 miles"]),
    ("2 м", "6 feet", [], []),
    ("180 °C", "350°F", [], []),
    ("27 градусов", "80 degrees", [], []),
    ("37 °C", "39°C", ["37 °C"], ["39°C"]),
]


def _of(
    grammars: dict[str, Grammar], russian: str, english: str
) -> tuple[tuple[Mention, ...], ...]:
    return (
        mentions(russian, grammars["ru"], begins=False),
        mentions(english, grammars["en"], begins=False),
    )


@pytest.mark.parametrize(("russian", "english", "ours", "theirs"), LEFT)
def test_what_is_left_over(
    grammars: dict[str, Grammar], russian: str, english: str, ours: list[str], theirs: list[str]
) -> None:
    ones, others = _of(grammars, russian, english)
    ((left, right),) = match([(ones, others)])
    assert ([one.text for one in left], [one.text for one in right]) == (ours, theirs)


def test_values_that_moved_to_another_sentence_have_their_counterpart(
    grammars: dict[str, Grammar],
) -> None:
    first, second = _of(grammars, "5 дней", "3 kg"), _of(grammars, "3 кг", "5 days")
    assert match([(first[0], first[1]), (second[0], second[1])]) == [([], []), ([], [])]


OPPOSED = [
    ("не менее 5", "at most 5", True), ("больше 5", "less than 5", True),
    ("не менее 5", "more than 5", False), ("не менее 5", "5", False), ("5", "5", False),
]  # fmt: skip


@pytest.mark.parametrize(("russian", "english", "are"), OPPOSED)
def test_limits_are_opposed_where_one_is_lower_and_one_upper(
    grammars: dict[str, Grammar], russian: str, english: str, are: bool
) -> None:
    (one,), (other,) = _of(grammars, russian, english)
    assert one.quantity is not None
    assert other.quantity is not None
    assert opposed(one.quantity, other.quantity) is are


UNITS = [
    ("5 км", "7 km", True), ("5 км", "7 miles", False), ("шесть метров", "18 feet", False),
    ("шесть метров", "7 m", True),
]  # fmt: skip


@pytest.mark.parametrize(("russian", "english", "are"), UNITS)
def test_units_are_told_apart_by_what_is_written(
    grammars: dict[str, Grammar], russian: str, english: str, are: bool
) -> None:
    (one,), (other,) = _of(grammars, russian, english)
    assert same_unit(one, other) is are
