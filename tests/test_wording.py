"""Phrases of a pack, found in text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.packs import BadPack, Language, load
from sverka.wording import Meaning, Wording, wording, wording_of

ROWS = """
[deny.not]
words = "не, *n't, без"
example = "Не трогайте."
[free.only]
words = "не только, пока ... не, не _ ли"
[void.words]
words = "недел*"
[hint.affix]
words = "не*"
[hint.may]
words = "можно/может быть, ёж"
[deny.may]
words = "ёж"
"""
KINDS = ("deny", "free", "hint", "void")


@pytest.fixture
def language(tmp_path: Path) -> Language:
    (tmp_path / "sample.toml").write_text(ROWS, encoding="utf-8")
    return replace(load().languages["ru"], home=tmp_path)


def found(language: Language, text: str) -> list[tuple[str, str]]:
    hits = wording(language, "sample", KINDS).find(text)
    return [(text[hit.start : hit.end], ".".join(hit.meanings[0])) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Это не работает", [("не", "deny.not")]),
        ("It doesn’t work", [("doesn’t", "deny.not")]),
        ("НЕ\u00a0ТОЛЬКО", [("НЕ\u00a0ТОЛЬКО", "free.only")]),
        ("не, только", [("не", "deny.not")]),  # a comma parts them
        ("пока рис ещё не готов", [("пока рис ещё не", "free.only")]),
        ("пока рис варится, не трогайте", [("не", "deny.not")]),
        ("не болит ли", [("не болит ли", "free.only")]),
        ("неделями", [("неделями", "void.words")]),  # the longer exception counts
        ("недоступно", [("недоступно", "hint.affix")]),
        ("может быть", [("может быть", "hint.may")]),
        ("ежи и ёж", [("ёж", "deny.may")]),
        ("еж", [("еж", "deny.may")]),  # letters are folded
        ("", []),
    ],
)
def test_phrases_are_found(language: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(language, text) == expected


def test_a_phrase_of_two_rows_has_both_meanings(language: Language) -> None:
    (hit,) = wording(language, "sample", KINDS).find("ёж")
    assert hit.meanings == (Meaning("deny", "may"), Meaning("hint", "may"))
    assert hit.kinds() == {"hint", "deny"}
    assert hit.senses() == {"may"}


def test_a_quick_look_tells_whether_a_kind_may_be_there(language: Language) -> None:
    phrases = wording(language, "sample", KINDS)
    assert phrases.may_have(frozenset(("это", "не", "так")), frozenset(("deny",)))
    assert not phrases.may_have(frozenset(("это", "недоступно")), frozenset(("deny",)))


def test_a_language_without_the_file_has_no_phrases(language: Language) -> None:
    assert wording(language, "other", KINDS) == Wording((), wording(language, "other", ()).fold)
    assert wording(language, "other", KINDS).find("не") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[other.row]\nwords = "a"', "other is none of deny, free, hint, void"),
        ("deny = 1", "deny must be a table"),
        ("[deny.row]\nwords = 1", "deny.row: words must be a text"),
        ('[deny.row]\nwords = "a"\nword = "b"', "deny.row: unknown key word"),
        ('[deny.row]\nwords = "a*b"', "'a*b' is no word"),
        ('[deny.row]\nwords = "... a"', "must begin and end with a word"),
        ('[deny.row]\nwords = "a ..."', "must begin and end with a word"),
    ],
)
def test_a_file_that_breaks_the_form_is_told(language: Language, text: str, message: str) -> None:
    (language.home / "broken.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadPack, match=r"broken\.toml") as caught:
        wording(language, "broken", KINDS)
    assert message in str(caught.value)


@pytest.mark.parametrize("code", ["ru", "en"])
@pytest.mark.parametrize("family", ["negation", "strength"])
def test_rows_of_the_packs_say_what_they_mean_by_an_example_or_a_note(
    code: str, family: str
) -> None:
    from sverka.packs import read_toml

    for kind, rows in read_toml(load().languages[code].home / f"{family}.toml").items():
        assert isinstance(rows, dict)
        for sense, row in rows.items():
            told = {"example", "note"} & set(row) or kind in ("stop", "void")
            assert told, f"{kind}.{sense}"


@given(st.text(max_size=60))
def test_hits_are_in_order_and_within_the_text(text: str) -> None:
    from sverka_checks.translation._denials import KINDS as ALL

    hits = wording(load().languages["ru"], "negation", ALL).find(text)
    ends = [0, *(end for hit in hits for end in (hit.start, hit.end)), len(text)]
    assert ends == sorted(ends)


def test_a_phrase_may_have_to_begin_a_sentence(language: Language) -> None:
    rows = [("^ is carried out, ^ in the _ is", Meaning("hint", "order"))]
    phrases = wording_of(rows, language, Path("sample"))
    at = ["Is carried out", "in the box is", "1. Is carried out", "Well. “Is carried out"]
    assert [len(phrases.find(text)) for text in at] == [1, 1, 1, 1]
    not_at = [
        "It is carried out",
        "e.g. is carried out",
        "What, is carried out",
        "All in the box is",
    ]
    assert [len(phrases.find(text)) for text in not_at] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("through 3 days", 1),
        ("through 2.5\u00a0days", 1),
        ("through 2–3 days", 1),
        ("through days", 0),
        ("through the 3 days", 0),
        ("through (3) days", 0),
    ],
)
def test_a_phrase_may_have_a_number_within(language: Language, text: str, count: int) -> None:
    phrases = wording_of([("through # days", Meaning("hint", "time"))], language, Path("sample"))
    assert len(phrases.find(text)) == count


CLASSES = """
[be]
words = "is are"
[participle]
words = "*ed built"
except = "bed need"
[verbal]
classes = "be participle"
[other]
but = "verbal"
"""


@pytest.mark.parametrize(
    ("words", "text", "quotes"),
    [
        ("<be> <participle> the", "is built the house", ["is built the"]),
        ("<be> <participle> the", "is bed the, is need the", []),
        ("<verbal> by", "are by, opened by, house by", ["are by", "opened by"]),
        ("in <other>+ is", "in a big old house is, in is", ["in a big old house is"]),
        ("in <other>+ is", "in a big, old house is", []),
        ("in <other>+ is", "in one two three four five six seven is", []),  # six at most
        ("<other>+ built", "no one built it", ["no one built"]),
        ("know <,> that", "know, that; know that", ["know, that"]),
        ("in the/a? house", "in house, in the house, in my house", ["in house", "in the house"]),
        ("we sell .", "we sell. “we sell”; we sell", ["we sell", "we sell"]),
        (
            "^ <other> built",
            "House built. I have a car built. Sea built",
            ["House built", "Sea built"],
        ),
        ("^? <be> built", "Is built? Are built. Is built", ["Is built"]),
        ("a house <-> is", "A house - is. A house-is, a house. Is", ["A house - is"]),
        ("^. <be> built", "Is built of 2.0 stone? Is built. Are built", ["Is built", "Are built"]),
    ],
)
def test_a_phrase_may_speak_of_classes_of_words(
    language: Language, words: str, text: str, quotes: list[str]
) -> None:
    (language.home / "word-classes.toml").write_text(CLASSES, encoding="utf-8")
    phrases = wording_of([(words, Meaning("hint", "order"))], language, Path("sample"))
    assert [text[hit.start : hit.end] for hit in phrases.find(text)] == quotes


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("be = 1", "be: must be a table of texts"),
        ('[be]\nword = "is"', "be: unknown key word"),
        ('[be]\nclasses = "verb"', "be: there is no class verb before it"),
    ],
)
def test_classes_that_break_the_form_are_told(language: Language, text: str, message: str) -> None:
    (language.home / "word-classes.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadPack, match=r"word-classes\.toml") as caught:
        wording_of([], language, Path("sample"))
    assert message in str(caught.value)


def test_a_phrase_of_an_unknown_class_is_refused(language: Language) -> None:
    with pytest.raises(BadPack, match="there is no class verb of words"):
        wording_of([("is <verb>", Meaning("hint", "order"))], language, Path("sample"))


@pytest.mark.parametrize(
    "words", ["# days", "through #", "in ^ the", "^", "in ... # days", ".", "we . sell"]
)
def test_signs_out_of_place_are_refused(language: Language, words: str) -> None:
    with pytest.raises(BadPack, match=r"must begin and end|stands first"):
        wording_of([(words, Meaning("hint", "time"))], language, Path("sample"))
