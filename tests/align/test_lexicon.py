"""Words made comparable: stems, irregular forms, equivalents, scripts, learned pairs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sverka import packs as pack_data
from sverka.align import Lexicon, learn
from sverka.align.lexicon import PairLexicon
from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source

PACKS = pack_data.load()


@pytest.fixture(scope="module")
def words(lexicon: Lexicon) -> PairLexicon:
    """The real word list, with nothing learned."""
    return lexicon.of("ru", "en")


def bare(*rows: tuple[str, tuple[str, ...]]) -> PairLexicon:
    """A lexicon of the two languages with these rows and no others."""
    return PairLexicon(PACKS.languages["ru"], PACKS.languages["en"], dict(rows))


def meet(words: PairLexicon, russian: str, english: str) -> bool:
    """Whether the two words may be one another's translation."""
    one, other = words.term(russian, 0), words.term(english, 1)
    return bool(one and other and one.keys & other.keys)


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("кожа", "skin"),
        ("кожи", "skin"),
        ("кожей", "skins"),
        ("волосами", "hair"),
        ("врачу", "doctors"),
        ("процедуры", "procedure"),
        ("недели", "weeks"),
        ("книгами", "books"),
        ("городов", "cities"),
        ("рекомендует", "recommended"),
        ("лекарства", "medicines"),
        ("вопросами", "questions"),
        ("требует", "requires"),
        ("используются", "used"),
        ("публикуется", "published"),
        ("содержат", "contain"),
        ("установлена", "installed"),
    ],
)
def test_inflected_forms_meet_the_equivalents_of_their_word(
    words: PairLexicon, russian: str, english: str
) -> None:
    assert meet(words, russian, english)


def test_forms_whose_ending_misleads_the_stemmer_meet_from_either_side(lexicon: Lexicon) -> None:
    backwards = lexicon.of("en", "ru")
    assert meet(backwards, "requires", "требует")
    assert meet(backwards, "installed", "установлена")


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("went", "go"),
        ("made", "make"),
        ("taken", "take"),
        ("gave", "give"),
        ("found", "find"),
        ("wrote", "write"),
        ("children", "child"),
        ("people", "person"),
        ("teeth", "tooth"),
        ("feet", "foot"),
        ("better", "good"),
        ("worst", "bad"),
        ("criteria", "criterion"),
        ("indices", "index"),
        ("understood", "understand"),
        ("lives", "life"),
    ],
)
def test_irregular_english_forms_are_their_word(words: PairLexicon, form: str, word: str) -> None:
    head = ("слово", (word,))
    assert meet(bare(head), "слово", form)


def test_an_irregular_form_in_the_word_list_is_found_by_its_word() -> None:
    assert meet(bare(("зубы", ("teeth",))), "зубы", "tooth")


@pytest.mark.parametrize(
    ("one", "other"),
    [("счёт", "счет"), ("мёд", "мед"), ("берёза", "береза"), ("тёплый", "теплого")],
)
def test_both_spellings_of_a_folded_letter_are_one_word(one: str, other: str) -> None:
    for listed, asked in ((one, other), (other, one)):
        assert meet(bare((listed, ("token",))), asked, "token")


def test_every_head_of_the_word_list_meets_each_of_its_equivalents(words: PairLexicon) -> None:
    missed = [
        (head, equivalent)
        for head, equivalents in PACKS.words["ru", "en"].items()
        for equivalent in equivalents
        if words.term(head, 0)
        and words.term(equivalent, 1)
        and words.words(equivalent) == [equivalent]
        and not meet(words, head, equivalent)
    ]
    assert missed == []


def test_a_word_of_the_list_is_known_and_expected_more_than_a_stranger() -> None:
    words = bare(("кожа", ("skin",)))
    listed, stranger = words.term("кожа", 0), words.term("волк", 0)
    assert listed is not None
    assert stranger is not None
    assert (listed.known, stranger.known) == (True, False)
    assert 0 < stranger.found < listed.found < 1


def test_a_target_word_is_known_when_it_is_the_equivalent_of_some_word() -> None:
    words = bare(("кожа", ("skin",)))
    listed, stranger = words.term("skins", 1), words.term("wolf", 1)
    assert listed is not None
    assert stranger is not None
    assert (listed.known, stranger.known) == (True, False)


@pytest.mark.parametrize("word", ["и", "который", "является", "еще", "ещё"])
def test_stopwords_of_the_source_say_nothing(words: PairLexicon, word: str) -> None:
    assert words.term(word, 0) is None


@pytest.mark.parametrize("word", ["the", "of", "would", "a", "x"])
def test_stopwords_of_the_target_and_single_letters_say_nothing(
    words: PairLexicon, word: str
) -> None:
    assert words.term(word, 1) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Кожа сухая.", ["кожа", "сухая"]),
        ("it's 5 o’clock", ["it's", "o’clock"]),
        ("крем-гель", ["крем-гель", "крем", "гель"]),
        ("anti-age serum", ["anti-age", "anti", "age", "serum"]),
        ("well-known e-mail", ["well-known", "well", "known", "e-mail", "mail"]),
        ("snake_case x2y", ["snake", "case", "x", "y"]),
        ("2024 — 10 %", []),
    ],
)
def test_words_are_lower_case_and_hyphenated_ones_also_in_parts(
    words: PairLexicon, text: str, found: list[str]
) -> None:
    assert words.words(text) == found


def test_the_parts_of_a_hyphenated_word_meet_their_equivalents(words: PairLexicon) -> None:
    parts = words.words("плащ-палатка")
    assert any(meet(words, part, "tent") for part in parts)


@pytest.mark.parametrize("name", ["docker", "kubernetes", "botox", "api"])
def test_a_latin_word_in_a_cyrillic_text_is_itself_in_the_other(
    words: PairLexicon, name: str
) -> None:
    term = words.term(name, 0)
    assert meet(words, name, name)
    assert term is not None
    assert term.known
    assert term.found > 0.5


def test_a_cyrillic_word_in_a_latin_text_is_itself_in_the_other(words: PairLexicon) -> None:
    one, other = words.term("сверка", 0), words.term("сверка", 1)
    assert one is not None
    assert other is not None
    assert one.keys & other.keys
    assert other.known


def test_a_word_in_a_third_script_is_as_it_is_on_both_sides(words: PairLexicon) -> None:
    one, other = words.term("日本", 0), words.term("日本", 1)
    assert one is not None
    assert other is not None
    assert one.known
    assert one.keys == other.keys


def test_latin_and_cyrillic_twins_are_not_the_same_word(words: PairLexicon) -> None:
    assert not meet(words, "сок", "cok")


def test_stems_are_those_of_content_words_in_the_languages_own_script(words: PairLexicon) -> None:
    assert words.stems("Кожа и кожи, а также Docker", 0) == {words.stems("кожа", 0).pop()}
    assert len(words.stems("The skins of the skin", 1)) == 1


# What a site teaches. The invented words are in no word list and are no cognates.
ALIEN_RU = ("брумдель", "клавзор", "щигуба")
ALIEN_EN = ("wexalot", "yonteer", "ximble")


def page(language: str, lines: list[str]) -> Page:
    text = "\n\n".join(lines) + "\n"
    return replace(read_page(Source(f"{language}/p.md", text)), language=language)


def taught(russian: list[str], english: list[str]) -> PairLexicon:
    return learn([(page("ru", russian), page("en", english))], PACKS).of("ru", "en")


@pytest.mark.parametrize(("times", "learned"), [(1, False), (2, False), (3, True), (6, True)])
def test_two_words_are_equivalents_after_three_meetings(times: int, learned: bool) -> None:
    words = taught(
        [f"{ALIEN_RU[0]} {number}" for number in range(times)],
        [f"{ALIEN_EN[0]} {number}" for number in range(times)],
    )
    assert meet(words, ALIEN_RU[0], ALIEN_EN[0]) is learned


def test_words_that_miss_each_other_more_often_than_they_meet_are_none() -> None:
    together = [(ALIEN_RU[0], ALIEN_EN[0])] * 3
    apart = [(ALIEN_RU[0], ALIEN_EN[1]), (ALIEN_RU[1], ALIEN_EN[0])] * 5
    words = taught([one for one, _ in together + apart], [other for _, other in together + apart])
    assert not meet(words, ALIEN_RU[0], ALIEN_EN[0])


def test_a_few_misses_do_not_keep_words_apart() -> None:
    rows = [(ALIEN_RU[0], ALIEN_EN[0])] * 4 + [(ALIEN_RU[0], ALIEN_EN[1])]
    words = taught([one for one, _ in rows], [other for _, other in rows])
    assert meet(words, ALIEN_RU[0], ALIEN_EN[0])
    assert not meet(words, ALIEN_RU[0], ALIEN_EN[1])


def test_a_learned_word_is_known_on_both_sides() -> None:
    words = taught([ALIEN_RU[0]] * 3, [ALIEN_EN[0]] * 3)
    one, other = words.term(ALIEN_RU[0], 0), words.term(ALIEN_EN[0], 1)
    assert one is not None
    assert other is not None
    assert (one.known, other.known) == (True, True)


def test_meetings_on_several_pages_add_up() -> None:
    pairs = [(page("ru", [ALIEN_RU[0]]), page("en", [ALIEN_EN[0]])) for _ in range(3)]
    assert meet(learn(pairs, PACKS).of("ru", "en"), ALIEN_RU[0], ALIEN_EN[0])


def test_pages_of_another_outline_teach_nothing() -> None:
    words = taught([ALIEN_RU[0]] * 4, [ALIEN_EN[0]] * 3 + ["# " + ALIEN_EN[0]])
    assert not meet(words, ALIEN_RU[0], ALIEN_EN[0])


def test_long_blocks_teach_nothing() -> None:
    filler = " ".join(f"щигуб{chr(ord('а') + number)}к" for number in range(25))
    words = taught([f"{ALIEN_RU[0]} {filler}"] * 5, [ALIEN_EN[0]] * 5)
    assert not meet(words, ALIEN_RU[0], ALIEN_EN[0])


def test_a_lexicon_without_pages_has_the_word_list() -> None:
    assert meet(learn([], PACKS).of("ru", "en"), "кожа", "skin")


def test_the_other_direction_uses_the_word_list_turned_round(lexicon: Lexicon) -> None:
    turned = lexicon.of("en", "ru")
    one, other = turned.term("skin", 0), turned.term("кожа", 1)
    assert one is not None
    assert other is not None
    assert one.keys & other.keys


def test_a_language_without_a_pack_is_a_key_error(lexicon: Lexicon) -> None:
    with pytest.raises(KeyError):
        lexicon.of("ru", "xx")
