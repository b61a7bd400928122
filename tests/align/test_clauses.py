"""A sentence in its clauses, and those that nothing answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.align import Lexicon, align
from sverka.align.clauses import breaks, clauses, in_brackets, unanswered
from sverka.align.passages import Stretch
from sverka.packs import BadPack, load
from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source

LEXICON = Lexicon(load())


def _page(language: str, text: str) -> Page:
    return replace(read_page(Source(f"{language}/a.md", text)), language=language)


def _stretch(english: str) -> Stretch:
    """The English text as the target of a pair."""
    pair = align(_page("ru", "Слово."), _page("en", english), LEXICON)
    return pair.passages[0].whole.target


def _parts(stretch: Stretch) -> list[str]:
    words = stretch.words
    return [
        stretch.text[words[first].start : words[last - 1].end] for first, last in clauses(stretch)
    ]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Call us.", ["Call us"]),
        ("Call us, and we will come.", ["Call us", "and we will come"]),
        ("Call us if the swelling lasts.", ["Call us", "if the swelling lasts"]),
        ("The pool (it is warm) is open.", ["The pool", "it is warm", "is open"]),
        ("One rule: no phones.", ["One rule", "no phones"]),
        ("It is safe — for most people.", ["It is safe", "for most people"]),
        ("A well-known x-ray room.", ["A well-known x-ray room"]),
        ("Ours is a brand-new band.", ["Ours is a brand-new band"]),
    ],
)
def test_marks_and_opening_words_divide_clauses(sentence: str, parts: list[str]) -> None:
    assert _parts(_stretch(sentence)) == parts


@given(st.text(alphabet="ab ,;:()—-.", min_size=1, max_size=60))
def test_every_word_is_in_just_one_clause(text: str) -> None:
    stretch = _stretch("Word " + text)
    numbers = [n for first, last in clauses(stretch) for n in range(first, last)]
    assert numbers == list(range(len(stretch.words)))


def test_clauses_without_links_that_stand_together_are_one_row() -> None:
    stretch = _stretch("We come, if you call, or write, at once.")
    linked = {"We", "come", "at", "once"}
    links = [(0,) if word.text in linked else () for word in stretch.words]
    rows = list(unanswered(stretch, links))
    assert [
        stretch.text[stretch.words[first].start : stretch.words[last - 1].end]
        for first, last in rows
    ] == ["if you call, or write"]


@pytest.mark.parametrize(
    ("sentence", "part", "expected"),
    [
        ("The pool (it is warm) is open.", "it is warm", True),
        ("The pool (it is warm!) is open.", "it is warm", True),
        ("The pool (it is warm) is open.", "warm", False),
        ("The pool, it is warm, is open.", "it is warm", False),
        ("The pool (it (the water) is warm) is open.", "the water", True),
    ],
)
def test_brackets_hold_a_clause_alone(sentence: str, part: str, expected: bool) -> None:
    stretch = _stretch(sentence)
    start = stretch.text.index(part)
    assert in_brackets(stretch, start, start + len(part)) is expected


def test_a_language_without_data_has_clauses_by_punctuation(tmp_path: Path) -> None:
    language = replace(LEXICON.packs.languages["en"], home=tmp_path)
    assert breaks(language).split("come if you can, or not") == ["come if you can", " or not"]


def test_bad_data_are_named(tmp_path: Path) -> None:
    (tmp_path / "clauses.toml").write_text("opening = 3\n", encoding="utf-8")
    language = replace(LEXICON.packs.languages["en"], home=tmp_path)
    with pytest.raises(BadPack, match=r"clauses\.toml: opening must be a text"):
        breaks(language)
