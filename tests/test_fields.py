"""What a page is about, as far as its words tell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sverka.fields import fields
from sverka.packs import BadPack, load

ENGLISH = load().languages["en"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("the driver parks the car and looks at the engine", "cars"),
        ("beat the eggs with sugar add flour and bake the cake", "food"),
        ("the lawyer takes the claim to the court and the judge hears it", "law"),
    ],
)
def test_a_page_is_of_the_field_of_its_words(text: str, field: str) -> None:
    assert field in fields(ENGLISH).of(frozenset(text.split()))


def test_two_words_make_no_field() -> None:
    assert "cars" not in fields(ENGLISH).of({"the", "driver", "car"})


def test_a_long_page_mentions_much() -> None:
    words = {"driver", "car", "engine", *(f"word{number}" for number in range(200))}
    assert fields(ENGLISH).of(words) == frozenset()


def test_a_language_without_fields_knows_none(tmp_path: Path) -> None:
    assert fields(replace(ENGLISH, home=tmp_path)).of({"driver", "car", "engine"}) == frozenset()


def test_a_field_is_words(tmp_path: Path) -> None:
    (tmp_path / "fields.toml").write_text("[cars]\nwords = 3\n", encoding="utf-8")
    with pytest.raises(BadPack, match="words must be a text"):
        fields(replace(ENGLISH, home=tmp_path))
