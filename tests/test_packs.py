"""Language packs: the real ones are sound, a broken one says where, another pair needs no code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sverka.align import Lexicon, align
from sverka.packs import HOME, BadPack, Language, Packs, load
from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source

PACKS = load()
LISTS = sorted(HOME.glob("pair/*/words/*.tsv"))
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[a-z]", re.IGNORECASE)

MakePacks = Callable[..., Path]


def rows(path: Path) -> list[tuple[int, str, str]]:
    """The rows of a word list: line, head, equivalents as they are written."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    parts = [(number, line.partition("\t")) for number, line in lines if line[:1] not in ("", "#")]
    return [(number, head, rest) for number, (head, _, rest) in parts]


def name(path: Path) -> str:
    return path.name


# The packs that Sverka ships.


def test_the_first_languages_are_there() -> None:
    assert set(PACKS.languages) >= {"ru", "en"}
    assert ("ru", "en") in PACKS.words


def test_packs_are_read_once() -> None:
    assert load() is PACKS


@pytest.mark.parametrize("language", PACKS.languages.values(), ids=lambda one: str(one.code))
def test_a_language_stands_in_the_folder_of_its_code(language: Language) -> None:
    assert (HOME / "lang" / language.code / "lang.toml").is_file()
    assert language.name
    assert language.code in language.markers


@pytest.mark.parametrize("language", PACKS.languages.values(), ids=lambda one: str(one.code))
def test_the_words_of_a_language_are_lower_case_and_in_its_letters(language: Language) -> None:
    for word in language.stopwords | language.signature:
        assert word == word.lower()
        assert language.letter.match(word), word
    assert len(language.stopwords) >= 50


@pytest.mark.parametrize("language", PACKS.languages.values(), ids=lambda one: str(one.code))
def test_romanisation_leads_every_letter_to_latin(language: Language) -> None:
    for letter, roman in language.romanisation.items():
        assert language.letter.fullmatch(letter), letter
        assert re.fullmatch(r"[a-z]*", roman), letter
    if not LATIN.match(language.name.lower()) or language.romanisation:
        alphabet = {chr(code) for code in range(0x430, 0x450)} | {"ё"}
        assert set(language.romanisation) >= alphabet


@pytest.mark.parametrize("language", PACKS.languages.values(), ids=lambda one: str(one.code))
def test_irregular_forms_and_folds_lead_somewhere_else(language: Language) -> None:
    for form, word in (*language.irregular.items(), *language.fold.items()):
        assert form != word
        assert form == form.lower()
    # What a letter is folded to must not be folded itself.
    assert not set(language.fold) & set(language.fold.values())


def test_english_packs_hold_no_cyrillic_letters() -> None:
    english = (HOME / "lang" / "en" / "lang.toml").read_text(encoding="utf-8")
    assert CYRILLIC.findall(english) == []
    for path in LISTS:
        wrong = [(path.name, number) for number, _, rest in rows(path) if CYRILLIC.search(rest)]
        assert wrong == []


def test_the_heads_of_the_word_lists_are_russian() -> None:
    for path in LISTS:
        wrong = [(path.name, number) for number, head, _ in rows(path) if LATIN.search(head)]
        assert wrong == []


def test_the_codes_of_other_languages_are_not_those_of_a_pack() -> None:
    assert not PACKS.other_codes & set(PACKS.languages)
    assert {"de", "fr", "pt-br"} <= PACKS.other_codes


def test_a_marker_names_one_language() -> None:
    counts = Counter(mark for one in PACKS.languages.values() for mark in one.markers)
    assert [mark for mark, count in counts.items() if count > 1] == []
    assert not set(counts) & PACKS.other_codes


def test_the_word_list_is_of_a_useful_size() -> None:
    words = PACKS.words["ru", "en"]
    assert len(words) >= 1500
    assert len({word for equivalents in words.values() for word in equivalents}) >= 1500


@pytest.mark.parametrize("path", LISTS, ids=name)
def test_a_word_list_has_each_head_once(path: Path) -> None:
    counts = Counter(head for _, head, _ in rows(path))
    assert [head for head, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("path", LISTS, ids=name)
def test_a_word_list_has_each_equivalent_of_a_head_once(path: Path) -> None:
    twice = [
        (number, head)
        for number, head, rest in rows(path)
        if len(set(rest.split(", "))) != len(rest.split(", "))
    ]
    assert twice == []


@pytest.mark.parametrize("path", LISTS, ids=name)
def test_a_word_list_is_clean(path: Path) -> None:
    for number, head, rest in rows(path):
        where = f"{path.name}:{number}"
        # In the list of names a capital says that a word is a name.
        cased = path.name == "names.tsv"
        assert cased or head == head.lower(), where
        assert cased or rest == rest.lower(), where
        assert head == head.strip(), where
        assert head, where
        for word in rest.split(", "):
            assert word == word.strip(), where
            assert word, where
            assert not re.search(r"[,;\t]", word), where


@pytest.mark.parametrize("path", LISTS, ids=name)
def test_a_word_list_says_where_it_comes_from(path: Path) -> None:
    assert "Source:" in path.read_text(encoding="utf-8").splitlines()[0]


def test_the_word_list_knows_common_words() -> None:
    words = PACKS.word_list("ru", "en")
    assert "skin" in words["кожа"]
    assert "person" in words["человек"]


def test_the_word_list_turns_round_for_the_other_direction() -> None:
    turned = PACKS.word_list("en", "ru")
    assert "кожа" in turned["skin"]
    assert PACKS.word_list("en", "xx") == {}


# Packs in a folder of their own.

GERMAN = """code = "de"
name = "German"
letters = "A-Za-zÄÖÜäöüß"
stemmer = "german"
markers = ["de", "DEU"]
stopwords = "der die das und ist im den nicht"
signature = "der die das und ist nicht ein eine mit"
fold = "ß=s"
"""
ENGLISH = """code = "en"
name = "English"
letters = "A-Za-z"
stemmer = "english"
markers = ["en"]
stopwords = "the a and is in of not"
signature = "the of and to in is"
irregular = "children=child"
"""
WORDS = """# German head, English equivalents. Source: written for this test.
haut\tskin
arzt\tdoctor, physician
zug\ttrain
morgen\tmorning
vogel\tbird
winter\twinter
kind\tchild
brot\tbread
"""


@pytest.fixture
def make_packs(tmp_path: Path) -> MakePacks:
    """Writes packs of German and English, with changes (path -> text), and gives their folder."""

    def make(**changes: str) -> Path:
        files = {
            "lang/de/lang.toml": GERMAN,
            "lang/en/lang.toml": ENGLISH,
            "lang/codes.toml": 'codes = "fr es"\n',
            "pair/de-en/words/general.tsv": WORDS,
        }
        named = {"german": "lang/de/lang.toml", "codes": "lang/codes.toml"}
        named["words"] = "pair/de-en/words/general.tsv"
        files.update({named[key]: text for key, text in changes.items()})
        for path, text in files.items():
            place = tmp_path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        return tmp_path

    return make


@pytest.mark.parametrize(
    ("german", "reason"),
    [
        pytest.param("code =", "Invalid value", id="no TOML"),
        pytest.param(GERMAN.replace("code", "kode"), "code must be a text", id="no code"),
        pytest.param(
            GERMAN.replace('name = "German"', "name = 3"), "name must be a text", id="name a number"
        ),
        pytest.param(
            GERMAN.replace("letters", "characters"), "letters must be a text", id="no letters"
        ),
        pytest.param(GERMAN.replace("stemmer", "x"), "stemmer must be a text", id="no stemmer"),
        pytest.param(
            GERMAN.replace('["de", "DEU"]', '"de"'), "markers must be a list of texts", id="markers"
        ),
        pytest.param(
            GERMAN.replace('["de", "DEU"]', "[1]"), "markers must be a list of texts", id="a marker"
        ),
        pytest.param(
            GERMAN.replace('"der die das und ist im den nicht"', "[]"),
            "stopwords must be a text",
            id="stopwords",
        ),
        pytest.param(
            GERMAN.replace('"ß=s"', '"ß"'), "fold: expected this=that, found ß", id="half a fold"
        ),
        pytest.param(
            GERMAN + 'irregular = "war="\n',
            "irregular: expected this=that, found war=",
            id="half an irregular form",
        ),
        pytest.param(GERMAN + "romanisation = 1\n", "romanisation must be a table", id="roman"),
    ],
)
def test_a_broken_language_names_its_file_and_what_is_wrong(
    make_packs: MakePacks, german: str, reason: str
) -> None:
    home = make_packs(german=german)
    with pytest.raises(BadPack) as raised:
        load(home)
    message = str(raised.value)
    assert message.startswith(f"{home / 'lang' / 'de' / 'lang.toml'}: ")
    assert reason in message


def test_broken_toml_names_its_line(make_packs: MakePacks) -> None:
    with pytest.raises(BadPack, match=r"lang\.toml: .*line 2"):
        load(make_packs(german='code = "de"\nname = \n'))


@pytest.mark.parametrize(
    ("row", "line"),
    [("haut skin", 1), ("haut\t", 1), ("\tskin", 1), ("# head\n\nhaut\tskin\narzt doctor", 4)],
)
def test_a_broken_row_names_its_file_and_line(make_packs: MakePacks, row: str, line: int) -> None:
    home = make_packs(words=row + "\n")
    with pytest.raises(BadPack) as raised:
        load(home)
    place = home / "pair" / "de-en" / "words" / "general.tsv"
    assert str(raised.value).startswith(f"{place}:{line}: expected a head, a tab, and its equiv")
    assert repr(row.splitlines()[-1]) in str(raised.value)


def test_a_pair_is_named_by_two_codes(make_packs: MakePacks) -> None:
    home = make_packs()
    (home / "pair" / "german").mkdir()
    with pytest.raises(BadPack, match=r"german: a pair's folder is named source-target"):
        load(home)


def test_missing_codes_name_the_file(make_packs: MakePacks) -> None:
    home = make_packs()
    (home / "lang" / "codes.toml").unlink()
    with pytest.raises(BadPack, match=r"codes\.toml: "):
        load(home)


def test_a_language_that_is_not_utf8_names_the_file(make_packs: MakePacks) -> None:
    home = make_packs()
    (home / "lang" / "de" / "lang.toml").write_bytes('name = "Ä"'.encode("latin-1"))
    with pytest.raises(BadPack, match=r"lang\.toml: "):
        load(home)


def test_a_word_list_that_is_not_utf8_names_the_file(make_packs: MakePacks) -> None:
    home = make_packs()
    (home / "pair" / "de-en" / "words" / "general.tsv").write_bytes("tür\tdoor\n".encode("latin-1"))
    with pytest.raises(BadPack, match=r"general\.tsv: "):
        load(home)


@pytest.mark.parametrize("row", ["haut\tskin,hide", "haut\tskin, ", "haut\tskin,  hide"])
def test_equivalents_without_one_blank_after_a_comma_are_told(
    make_packs: MakePacks, row: str
) -> None:
    with pytest.raises(BadPack, match=r"general\.tsv:1: "):
        load(make_packs(words=row + "\n"))


def test_several_lists_of_a_pair_are_one(make_packs: MakePacks) -> None:
    home = make_packs()
    more = home / "pair" / "de-en" / "words" / "travel.tsv"
    more.write_text("zug\tcolumn, train\nbahnhof\tstation\n", encoding="utf-8")
    words = load(home).words["de", "en"]
    assert words["zug"] == ("train", "column")
    assert words["bahnhof"] == ("station",)


def test_heads_and_equivalents_are_lower_case(make_packs: MakePacks) -> None:
    words = load(make_packs(words="Haut\tSkin\n")).words["de", "en"]
    assert dict(words) == {"haut": ("skin",)}


def test_packs_are_frozen(make_packs: MakePacks) -> None:
    packs = load(make_packs())
    for table in (packs.languages, packs.words, packs.words["de", "en"]):
        assert not hasattr(table, "__setitem__")


def test_what_a_language_leaves_out_is_empty(make_packs: MakePacks) -> None:
    german = load(make_packs()).languages["de"]
    assert german.markers == {"de", "deu"}
    assert german.abbreviations == frozenset()
    assert dict(german.romanisation) == {}
    assert dict(german.irregular) == {}


# Another pair is a folder.

PAGE_DE = """# Die Haut

Der Arzt untersucht die Haut.

- Zug am Morgen
- Vogel im Winter
- Brot und Kinder
"""
PAGE_EN = """# The skin

The doctor examines the skin.

- The morning train
- A bird in winter
- Bread and children
"""


def page(language: str, text: str) -> Page:
    return replace(read_page(Source(f"{language}/page.md", text)), language=language)


def told(packs: Packs, german: str, english: str) -> list[tuple[str, int, str]]:
    pair = align(page("de", german), page("en", english), Lexicon(packs))
    return [
        (str(one.lack), one.side, (pair.target, pair.source)[one.side].source.quote(one.there))
        for one in pair.differences
    ]


def test_pages_of_another_pair_are_aligned_without_any_code(make_packs: MakePacks) -> None:
    packs = load(make_packs())
    assert told(packs, PAGE_DE, PAGE_EN) == []
    assert told(packs, PAGE_DE, PAGE_EN.replace("- A bird in winter\n", "")) == [
        ("items", 1, "Vogel im Winter")
    ]
    assert told(packs, PAGE_DE.replace("- Vogel im Winter\n", ""), PAGE_EN) == [
        ("items", 0, "A bird in winter")
    ]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("kinder", "children"),
        ("arztes", "physicians"),
        ("vogels", "birds"),
        ("ärzte", "doctors"),
        ("züge", "trains"),
    ],
)
def test_the_words_of_another_pair_meet(make_packs: MakePacks, german: str, english: str) -> None:
    words = Lexicon(load(make_packs())).of("de", "en")
    one, other = words.term(german, 0), words.term(english, 1)
    assert one is not None
    assert other is not None
    assert one.keys & other.keys
