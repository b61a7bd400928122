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
    ],
)
def test_what_people_say_is_silent(sentence: str) -> None:
    assert _said(sentence) == []
