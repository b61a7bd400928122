"""Romanised words lead back to the Russian ones, by any scheme; what is English leads nowhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.romanised.schemes import SCHEMES, romanised, words

from sverka.lexicon import Lexicon, lexicon
from sverka.packs import BadPack, load
from sverka.romanised import Origin, Reader, reader
from sverka.romanised.abbreviations import abbreviations
from sverka.romanised.lattice import Lattice
from sverka.romanised.stock import Stock

PACKS = load()
RUSSIAN, ENGLISH = PACKS.languages["ru"], PACKS.languages["en"]


def _reader() -> Reader:
    found = reader(RUSSIAN, ENGLISH)
    assert found is not None
    return found


def _lexicon() -> Lexicon:
    found = lexicon(ENGLISH)
    assert found is not None
    return found


LEAST = {"dictionary": 0.97, "field": 0.9, "field_unseen": 0.9, "field_fresh": 0.87}
"""The share of the words of each list that must be found in their romanised form alone."""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", LEAST)
def test_words_are_found_in_any_scheme(name: str, scheme: str) -> None:
    known, reads = _lexicon(), _reader()
    latin = [romanised(word, scheme) for word in words(name)]
    latin = [word for word in latin if not (known.lists(word) or PACKS.knows(word))]
    found = [
        word
        for word in latin
        if reads.listed(word)
        or reads.everyday(word)
        or (not known.knows(word) and (reads.in_dictionary(word) or reads.made(word)))
    ]
    assert len(found) >= LEAST[name] * len(latin), sorted({*latin} - {*found})


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_of_the_other_version_are_found_in_any_scheme(scheme: str) -> None:
    reads = _reader()
    russian = [word for name in LEAST for word in words(name)]
    missed = [
        word
        for word in russian
        if not reads.among(romanised(word, scheme), reads.stock((word, "вода", "земля")))
    ]
    assert len(missed) <= 0.01 * len(russian), missed


@given(st.sampled_from(words("dictionary")), st.sampled_from(sorted(SCHEMES)))
def test_the_reading_of_a_romanised_word_is_among_its_readings(word: str, scheme: str) -> None:
    rules = _reader().rules
    lattice = Lattice(rules.spellings, rules.silent)
    latin = romanised(word, scheme)
    assert (len(latin), word) in {one[:2] for one in lattice.read(latin, Stock((word,)))}


@pytest.mark.parametrize(
    ("latin", "origin"),
    [
        ("mezokokteyl", Origin("мезококтейль")),
        ("mezokokteyli", Origin("мезококтейль")),
        ("mezoroller", Origin("мезороллер")),
        ("manipula", Origin("манипула")),
        ("plazmolifting", Origin("плазмолифтинг")),
        ("mesoscooter", Origin("мезоскутер", exact=False, cost=9)),
        ("mesococtails", Origin("мезококтейль", exact=False, hybrid=True, cost=15)),
        ("couperosis", Origin("купероз", exact=False, hybrid=True, cost=9)),
        ("pastosity", Origin("пастоз", exact=False, hybrid=True, cost=6)),
    ],
)
def test_words_of_the_field_are_found_respelt_and_half_translated(
    latin: str, origin: Origin
) -> None:
    found = _reader().listed(latin)
    assert found is not None
    assert (found.word, found.exact, found.hybrid) == (origin.word, origin.exact, origin.hybrid)


def test_abbreviations_are_read_in_their_spellings() -> None:
    known = abbreviations(RUSSIAN, ENGLISH)
    assert known is not None
    found = [(one[0], row.word, row.doubtful) for one, row in known.find("MFTs MFC ZAGS zags")]
    assert found == [("MFTs", "МФЦ", False), ("MFC", "МФЦ", True), ("ZAGS", "ЗАГС", False)]
    assert abbreviations(ENGLISH, RUSSIAN) is None


def test_a_broken_list_of_abbreviations_is_named(tmp_path: Path) -> None:
    home = tmp_path / "pair" / "ru-en"
    home.mkdir(parents=True)
    (home / "abbreviations.tsv").write_text("ЗАГС\n", encoding="utf-8")
    rules = tmp_path / "lang" / "ru"
    rules.mkdir(parents=True)
    text = (RUSSIAN.home / "romanisation.toml").read_text(encoding="utf-8")
    (rules / "romanisation.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadPack, match="1: expected an abbreviation"):
        abbreviations(replace(RUSSIAN, home=rules), ENGLISH)


@pytest.mark.parametrize(
    ("latin", "russian", "found"),
    [
        ("virusology", "вирусологии", True),
        ("virusologist", "вирусолог", True),
        ("techpassport", "техпаспорта", True),
        ("livne", "ливней", True),
        ("melasa", "мелассой", True),
        ("zootaxi", "зоотакси", True),
        ("kimi", "к", False),
        ("zaev", "за", False),
        ("callback", "обратный", False),
    ],
)
def test_inflected_words_of_the_other_version_are_found(
    latin: str, russian: str, found: bool
) -> None:
    reads = _reader()
    assert bool(reads.among(latin, reads.stock((russian,)))) is found


@pytest.mark.parametrize(
    ("latin", "russian"),
    [("zomboyashchik", "зомбоящик"), ("kriomassazh", "криомассаж"), ("gingivit", "гингивит")],
)
def test_compounds_that_no_dictionary_has_are_found(latin: str, russian: str) -> None:
    found = _reader().in_dictionary(latin)
    assert found is not None
    assert found.word == russian


@pytest.mark.parametrize(
    ("latin", "russian"),
    [
        ("skrabirovanie", "скрабирование"),
        ("antioksidantnyy", "антиоксидантный"),
        ("seboregulyatsiya", "себорегуляция"),
        ("sinyushnost", "синюшность"),
        ("ghrelin", None),
        ("sphingomyelin", None),
        ("callback", None),
    ],
)
def test_words_that_no_dictionary_has_are_told_by_their_ends(
    latin: str, russian: str | None
) -> None:
    found = _reader().made(latin)
    assert (found and found.word) == russian


def test_words_are_told_in_their_dictionary_form_and_with_what_they_mean() -> None:
    reads = _reader()
    assert reads.normal("корочками") == "корочка"
    assert reads.meaning("мезококтейлями") == "mesotherapy cocktail"
    assert reads.meaning("корочка") == ""


def test_names_are_no_words_of_the_dictionary() -> None:
    assert not _reader().is_word("соколова")
    assert _reader().is_word("мангалом")


def test_english_is_read_as_no_romanisation_of_itself() -> None:
    assert reader(ENGLISH, RUSSIAN) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("spelling = 1", "unknown key spelling"),
        ("[words]\nending = ''", "unknown key ending"),
        ("[words]\ndomains = 'rf'", "domains must be of the form this=that"),
        ("[spellings]\n'a' = 1", "a must be a text"),
        ("words = 1", "words must be a table"),
    ],
)
def test_a_broken_pack_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "romanisation.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadPack, match=message):
        reader(replace(RUSSIAN, home=tmp_path), ENGLISH)
