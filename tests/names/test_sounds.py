"""Names of two scripts compared by sound: every usual romanisation is the same name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.names.likeness import Ears
from sverka.names.seeking import ALIKE
from sverka.names.sounds import read_sounds
from sverka.packs import BadPack, load

LANGUAGES = load().languages
EARS = Ears(LANGUAGES["ru"], LANGUAGES["en"])


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("чехов", "chekhov tschechow čechov tchekhov"),
        ("шойгу", "shoigu shoygu schoigu šojgu"),
        ("хабиб", "khabib habib"),
        ("емельяненко", "emelianenko yemelyanenko"),
        ("ельцин", "yeltsin eltsin jelzin"),
        ("щербаков", "shcherbakov scherbakov schtscherbakow ščerbakov"),
        ("юрий", "yuri yury iurii jurij"),
        ("жуков", "zhukov schukow joukov žukov"),
    ],
)
def test_all_usual_romanisations_are_the_same_name(name: str, spellings: str) -> None:
    assert {one: EARS.apart(name, one) for one in spellings.split()} == pytest.approx(
        dict.fromkeys(spellings.split(), 0.0), abs=ALIKE
    )


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("миллер", "miller"),
        ("помпео", "pompeo"),
        ("хью", "hugh"),
        ("райт", "wright"),
        ("джексон", "jackson"),
        ("шекспир", "shakespeare"),
        ("джойс", "joyce"),
        ("гийом", "guillaume"),
        ("пежо", "peugeot"),
        ("ювидерм", "juvederm"),
        ("рестилайн", "restylane"),
    ],
)
def test_a_foreign_name_is_known_by_its_sound(name: str, latin: str) -> None:
    assert EARS.apart(name, latin) <= ALIKE
    assert EARS.apart(latin, name) == EARS.apart(name, latin)


@pytest.mark.parametrize(
    ("form", "latin"),
    [
        ("ивановой", "ivanova"),
        ("путина", "putin"),
        ("сокольского", "sokolsky"),
        ("чеховым", "chekhov"),
        ("галапагосские", "galapagos"),
    ],
)
def test_an_inflected_name_is_still_the_name(form: str, latin: str) -> None:
    assert EARS.apart(form, latin) <= ALIKE


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("корб", "abramenko"),
        ("москва", "peninsula"),
        ("сочи", "brazil"),
        ("ларсон", "bautista"),
        ("гришко", "anderson"),
    ],
)
def test_another_name_is_another_name(name: str, other: str) -> None:
    assert EARS.apart(name, other) > ALIKE


@given(
    st.text("абвгдежзиклмнопрстуфхцчшыэюя", min_size=1, max_size=12),
    st.text("abcdehkz", min_size=1, max_size=12),
)
def test_distance_is_a_share(name: str, latin: str) -> None:
    assert 0.0 <= EARS.apart(name, latin) <= 1.0


def test_a_broken_file_of_sounds_says_where(tmp_path: Path) -> None:
    path = tmp_path / "sounds.toml"
    path.write_text('[spellings]\n"абв" = "abv"\n', encoding="utf-8")
    with pytest.raises(BadPack, match=r"sounds.toml: spellings.абв: expected one or two letters"):
        read_sounds(path)
