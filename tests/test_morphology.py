"""Words and their forms: of a dictionary, of endings, of what neither knows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.morphology import fold, lemmas, morphology
from sverka.packs import BadPack, Language, load

LANGUAGES = load().languages
RU, EN = LANGUAGES["ru"], LANGUAGES["en"]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("записи", "запись"), ("приёмы", "прием"), ("людей", "человек"), ("стали", "стать")],
)
def test_the_likeliest_russian_lemma_comes_first(word: str, lemma: str) -> None:
    assert lemmas(word, RU)[0] == lemma


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("policies", "policy"),
        ("caches", "cache"),
        ("boxes", "box"),
        ("webhooks", "webhook"),
        ("planning", "plan"),
        ("indices", "index"),
        ("analyses", "analysis"),
    ],
)
def test_an_english_lemma_is_among_the_possible_ones(word: str, lemma: str) -> None:
    assert lemma in lemmas(word, EN)


@pytest.mark.parametrize(
    ("word", "kind", "forms", "none"),
    [
        ("данные", "noun", {"данных", "данными"}, {"дал", "данной"}),
        ("лечащий", "", {"лечащего"}, {"лечить"}),
        ("бад", "", {"бады", "бадов"}, set()),
        ("активный", "adjective", {"активного"}, {"активнее", "активно"}),
    ],
)
def test_russian_forms_are_those_of_the_word_that_is_meant(
    word: str, kind: str, forms: set[str], none: set[str]
) -> None:
    found = morphology(RU).forms(word, kind)
    assert forms <= found
    assert found.isdisjoint(none)


@pytest.mark.parametrize(
    ("word", "kind", "forms", "none"),
    [
        ("record", "noun", {"records"}, {"recorded", "recording"}),
        ("record", "verb", {"records", "recorded", "recording"}, set()),
        ("plan", "", {"plans", "planned"}, {"plane"}),
        ("lead", "noun", {"leads"}, {"led"}),
        ("child", "noun", {"children"}, set()),
        ("hero", "noun", {"heroes"}, set()),
        ("active", "adjective", {"active"}, {"actives"}),
    ],
)
def test_english_forms_are_those_of_the_kind(
    word: str, kind: str, forms: set[str], none: set[str]
) -> None:
    found = morphology(EN).forms(word, kind)
    assert forms <= found
    assert found.isdisjoint(none)


@pytest.mark.parametrize(("word", "kind"), [("запись", "noun"), ("записаться", "verb"), ("в", "")])
def test_a_russian_word_tells_what_it_is(word: str, kind: str) -> None:
    assert morphology(RU).kind(word) == kind


def test_a_form_that_is_mostly_another_words_is_not_likely() -> None:
    known = morphology(RU)
    assert not known.may_be("стали", known.forms("сталь"))
    assert known.may_be("сталью", known.forms("сталь"))


@given(st.text(max_size=30))
def test_a_folded_text_keeps_its_places(text: str) -> None:
    for language in (RU, EN):
        assert len(fold(text, language)) == len(text)


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя-", min_size=1, max_size=12))
def test_a_word_is_among_its_forms(word: str) -> None:
    folded = fold(word, RU)
    assert folded in morphology(RU).forms(folded)


def _pack(folder: Path, text: str) -> Language:
    (folder / "inflection.toml").write_text(text, encoding="utf-8")
    return replace(EN, home=folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("noun = 1", "noun must be a table of texts"),
        ('[noun]\n"(" = "s"', "noun: '('"),
        ("fixed = 1", "fixed, before-verb, after-verb, before-noun must be texts"),
        ("phrases = 1", "phrases must be a list of texts"),
    ],
)
def test_a_broken_pack_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadPack, match=r"inflection\.toml") as caught:
        morphology(_pack(tmp_path, text))
    assert said in str(caught.value)


def test_a_language_without_endings_has_words_without_forms(tmp_path: Path) -> None:
    bare = replace(EN, home=tmp_path, irregular={}, lemmatiser="")
    assert morphology(bare).forms("word") == {"word"}
    assert lemmas("words", bare) == ("words",)


def test_an_unknown_lemmatiser_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match="lemmatiser must be pymorphy3 or endings, not none"):
        morphology(replace(EN, home=tmp_path, lemmatiser="none"))


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda one: str(one.code))
def test_the_phrases_of_a_pack_are_folded(language: Language) -> None:
    phrases = morphology(language).phrases
    assert phrases is not None
    assert fold(phrases.pattern, language) == phrases.pattern
