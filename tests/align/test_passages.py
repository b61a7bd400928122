"""Matched units as text: what stands where, and which words are linked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.align import AlignedPair, Lexicon, align
from sverka.align.passages import Segment
from sverka.packs import load
from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source

LEXICON = Lexicon(load())


def _page(language: str, text: str) -> Page:
    return replace(read_page(Source(f"{language}/a.md", text)), language=language)


def _pair(russian: str, english: str) -> AlignedPair:
    return align(_page("ru", russian), _page("en", english), LEXICON)


def _linked(segment: Segment, word: str) -> list[str]:
    """The target's words that are linked with a word of the source."""
    number = next(n for n, one in enumerate(segment.source.words) if one.text == word)
    return [segment.target.words[hit].text for hit in segment.links[0][number]]


def test_a_sentence_with_its_translation_is_a_segment() -> None:
    (passage,) = _pair(
        "Врач осматривает кожу. Затем медсестра очищает лицо.",
        "The doctor examines the skin. Then the nurse cleanses the face.",
    ).passages
    assert [(one.source.text, one.target.text) for one in passage.segments] == [
        ("Врач осматривает кожу.", "The doctor examines the skin."),
        ("Затем медсестра очищает лицо.", "Then the nurse cleanses the face."),
    ]
    assert passage.whole.target.text == (
        "The doctor examines the skin. Then the nurse cleanses the face."
    )


def test_a_lost_sentence_is_a_segment_with_one_side() -> None:
    (passage,) = _pair(
        "Врач осматривает кожу. Затем медсестра очищает лицо мягким гелем.",
        "The doctor examines the skin.",
    ).passages
    lost = passage.segments[1]
    assert not lost.is_whole
    assert lost.target.text == ""
    assert lost.target.words == ()
    assert lost.place is not None
    assert lost.place.start == len("The doctor examines the skin.")


def test_words_are_linked_by_word_list_and_sound() -> None:
    (passage,) = _pair(
        "Врач Соколов осматривает кожу.", "Doctor Sokolov examines the skin."
    ).passages
    segment = passage.segments[0]
    assert _linked(segment, "Врач") == ["Doctor"]
    assert _linked(segment, "Соколов") == ["Sokolov"]
    assert _linked(segment, "кожу") == ["skin"]
    assert segment.literal >= 0.8


def test_links_lead_both_ways() -> None:
    (passage,) = _pair("Врач смотрит на кожу.", "The doctor looks at the skin.").passages
    segment = passage.segments[0]
    forth, back = segment.links
    assert {(i, j) for i, hits in enumerate(forth) for j in hits} == {
        (i, j) for j, hits in enumerate(back) for i in hits
    }


def test_a_hyphenated_word_is_found_by_its_parts() -> None:
    (passage,) = _pair("Нужен врач-дерматолог.", "You need a dermatologist doctor.").passages
    assert _linked(passage.segments[0], "врач-дерматолог") == ["dermatologist", "doctor"]


def test_a_free_translation_is_less_literal() -> None:
    literal = _pair("Кожа становится гладкой.", "The skin becomes smooth.").passages
    free = _pair("Кожа становится гладкой.", "You will look younger.").passages
    assert free[0].whole.literal < literal[0].whole.literal


def test_a_range_of_a_stretch_leads_back_through_markup() -> None:
    pair = _pair("Курс — **десять** процедур.", "A course is **ten** treatments.")
    (passage,) = pair.passages
    target = passage.segments[0].target
    at = target.text.index("ten")
    assert target.span(at, at + 3).of(pair.target.source.text) == "ten"
    assert target.whole.of(pair.target.source.text) == "A course is **ten** treatments."


def test_the_cells_of_a_row_are_one_passage() -> None:
    russian = "| Зона | Цена |\n|---|---|\n| Лицо | 3000 ₽ |\n"
    english = "| Area | Price |\n|---|---|\n| Face | 3000 ₽ |\n"
    pair = _pair(russian, english)
    row = pair.passages[1]
    assert row.whole.source.text == "Лицо\n3000 ₽"
    at = row.whole.target.text.index("3000")
    assert row.whole.target.span(at, at + 4).of(english) == "3000"


def test_a_paragraph_that_was_split_is_one_passage() -> None:
    russian = (
        "# Уход\n\nВрач осматривает кожу и спрашивает об аллергии. "
        "Затем медсестра очищает лицо мягким гелем.\n"
    )
    english = (
        "# Care\n\nThe doctor examines the skin and asks about allergies.\n\n"
        "Then the nurse cleanses the face with a mild gel.\n"
    )
    passages = _pair(russian, english).passages
    assert [len(passage.segments) for passage in passages] == [1, 2]
    assert all(segment.is_whole for passage in passages for segment in passage.segments)


def test_pages_that_are_no_translations_have_no_passages() -> None:
    russian = "Врач осматривает кожу и спрашивает об аллергии. " * 12
    english = "Our hotel stands by the sea and offers breakfast on the terrace. " * 12
    pair = _pair(russian, english)
    assert not pair.is_translation
    assert pair.passages == ()


def test_an_empty_stretch_stands_nowhere() -> None:
    (passage,) = _pair(
        "Врач осматривает кожу. Затем медсестра очищает лицо мягким гелем.",
        "The doctor examines the skin.",
    ).passages
    with pytest.raises(ValueError, match="stands nowhere"):
        _ = passage.segments[1].target.whole


WORDS = st.sampled_from(
    ["врач", "кожа", "**лицо**", "[гель](a.md)", "`код`", "два-три", "doctor", "5&nbsp;%", "."]
)
TEXT = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), max_size=5).map("\n\n".join)


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT)
def test_every_word_slices_back_to_its_letters(russian: str, english: str) -> None:
    pair = _pair(russian, english)
    for passage in pair.passages:
        for segment in (passage.whole, *passage.segments):
            for stretch in segment.sides:
                for word in stretch.words:
                    assert stretch.text[word.start : word.end] == word.text
                    written = stretch.span(word.start, word.end).of(stretch.page.source.text)
                    assert written == word.text
