"""What stands twice, and two words for the same: how sure each is."""

from __future__ import annotations

import pytest

from sverka.examples import run_rule
from sverka.registry import all_checks


def _said(sentence: str, code: str = "en") -> list[tuple[str, str]]:
    check = all_checks()["artifact/repetition"]
    result = run_rule(check, {f"{code}/a.md": f"# A house by the sea\n\n{sentence}\n"})
    assert result.failures == ()
    return [(str(one.finding.data["quote"]), one.severity.name) for one in result.findings]


@pytest.mark.parametrize(
    ("sentence", "quote", "level"),
    [
        ("- Fatigue, tiredness", "Fatigue, tiredness", "WARNING"),
        ("Guarantee, warranty is given for a year.", "Guarantee, warranty", "WARNING"),
        ("The room is cozy and comfortable.", "cozy and comfortable", "WARNING"),
        ("In its place appears edema and swelling.", "edema and swelling", "INFO"),
        ("Fever, high temperature", "Fever, high temperature", "WARNING"),
        ("Pests and pests are collected by hand.", "Pests and pests", "WARNING"),
        ("Free parking, parking is free.", "parking, parking", "INFO"),
        ("Soil (soil) must be loose.", "Soil (soil)", "WARNING"),
        (
            "In its place appear swelling and swelling, sometimes bubbles.",
            "swelling and swelling",
            "INFO",
        ),
        ("We check payments and payments.", "payments and payments", "WARNING"),
        ("The repair and repairs take a day.", "repair and repairs", "WARNING"),
        ("You may choose the glass / glass.", "glass / glass", "WARNING"),
        ("The clinic our clinic is near.", "The clinic our clinic", "WARNING"),
        ("Company our company is near.", "Company our company", "INFO"),
        ("We have the service of the service.", "service of the service", "INFO"),
        (
            "It is a facial massage and facial massage.",
            "facial massage and facial massage",
            "WARNING",
        ),
        ("We return back the parts.", "return back", "WARNING"),
        ("You get a free gift.", "free gift", "INFO"),
        ("The service of servicing services.", "service of servicing services", "INFO"),
    ],
)
def test_two_words_of_the_original_became_one(sentence: str, quote: str, level: str) -> None:
    assert _said(sentence) == [(quote, level)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They waited for hours and hours.",
        "There were rows and rows of houses.",
        "It went higher and higher, faster and faster.",
        "It was a long, long road, and the guide knew it.",
        "Edema (swelling) comes and goes.",
        "We sell standard installation and installation on walls.",
        "New York, New York is a song.",
        "It is fast, cheap and good.",
        "It connects networks and network devices.",
        "He said that the day that day was lost.",
        "Add a friend of a friend, step by step.",
    ],
)
def test_what_people_say_is_silent(sentence: str) -> None:
    assert _said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "quote", "level"),
    [
        ("Мастерская предлагает ремонт и ремонты.", "ремонт и ремонты", "WARNING"),
        ("Врач оказывает оказание помощи.", "оказывает оказание", "WARNING"),
        ("Стало более лучше.", "более лучше", "WARNING"),
        ("Клиника наша клиника рядом.", "Клиника наша клиника", "INFO"),
    ],
)
def test_russian_says_it_twice(sentence: str, quote: str, level: str) -> None:
    assert _said(sentence, "ru") == [(quote, level)]


def test_a_paragraph_that_says_its_heading_is_named() -> None:
    assert _said("## Batteries\n\nBatteries.\n\n## Straps\n\nStraps are sewn here.") == [
        ("Batteries.", "WARNING")
    ]
