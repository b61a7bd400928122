"""What a language pack says of words of other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from sverka.foreign import NOTHING, _read, foreign
from sverka.packs import BadPack, load


def test_a_language_without_the_file_says_nothing(tmp_path: Path) -> None:
    assert _read(str(tmp_path / "foreign.toml")) is NOTHING
    assert foreign(load().languages["en"]).guest


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("guest = 1", "guest must be true or false"),
        ("before = ['word']", "before must be a text"),
        ("befor = 'word'", "befor is no key of this file"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "foreign.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadPack) as error:
        _read(str(path))
    assert str(error.value) == f"{path}: {reason}"
