"""What only one version of a passage says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sverka.align import Lexicon, align
from sverka.align.unsaid import unsaid
from sverka.packs import load
from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source

LEXICON = Lexicon(load())
RUSSIAN = (
    "Врач осматривает кожу и спрашивает об аллергии.",
    "Затем медсестра очищает лицо мягким гелем.",
    "Препарат вводят тонкой иглой за двадцать минут.",
    "После процедуры два дня нельзя посещать бассейн и сауну.",
)
ENGLISH = (
    "The doctor examines the skin and asks about allergies.",
    "Then the nurse cleanses the face with a mild gel.",
    "The drug is injected with a thin needle within twenty minutes.",
    "For two days after the procedure you must not visit the pool and the sauna.",
)


def _page(language: str, text: str) -> Page:
    return replace(read_page(Source(f"{language}/a.md", text)), language=language)


def _unsaid(russian: str, english: str) -> tuple[list[str], list[str]]:
    """What only the Russian and what only the English version says."""
    pair = align(_page("ru", russian), _page("en", english), LEXICON)
    one, other = ([found.text for found in unsaid(pair, side)] for side in (0, 1))
    return one, other


@pytest.mark.parametrize("lost", range(4))
def test_a_lost_sentence_is_unsaid(lost: int) -> None:
    kept = [sentence for number, sentence in enumerate(ENGLISH) if number != lost]
    assert _unsaid(" ".join(RUSSIAN), " ".join(kept)) == ([RUSSIAN[lost]], [])


@pytest.mark.parametrize("lost", range(4))
def test_an_added_sentence_is_unsaid_on_the_other_side(lost: int) -> None:
    kept = [sentence for number, sentence in enumerate(RUSSIAN) if number != lost]
    assert _unsaid(" ".join(kept), " ".join(ENGLISH)) == ([], [ENGLISH[lost]])


def test_neighbouring_sentences_are_one() -> None:
    found = _unsaid(" ".join(RUSSIAN), f"{ENGLISH[0]} {ENGLISH[3]}")
    assert found == ([f"{RUSSIAN[1]} {RUSSIAN[2]}"], [])


def test_pages_that_agree_lack_nothing() -> None:
    assert _unsaid(" ".join(RUSSIAN), " ".join(ENGLISH)) == ([], [])


def test_joined_sentences_lack_nothing() -> None:
    joined = (
        "The doctor examines the skin and asks about allergies, then the nurse cleanses the face "
        "with a mild gel."
    )
    assert _unsaid(" ".join(RUSSIAN), f"{joined} {ENGLISH[2]} {ENGLISH[3]}") == ([], [])


def test_a_sentence_that_stands_in_another_paragraph_is_said() -> None:
    russian = f"{RUSSIAN[0]} {RUSSIAN[1]}\n\n{RUSSIAN[2]} {RUSSIAN[3]}"
    english = f"{ENGLISH[0]}\n\n{ENGLISH[1]} {ENGLISH[2]} {ENGLISH[3]}"
    assert _unsaid(russian, english) == ([], [])


def test_a_sentence_that_became_an_item_is_said() -> None:
    russian = f"{RUSSIAN[0]} {RUSSIAN[2]} {RUSSIAN[1]}"
    english = f"{ENGLISH[0]} {ENGLISH[2]}\n\n- {ENGLISH[1]}\n"
    assert _unsaid(russian, english) == ([], [])


@pytest.mark.parametrize("short", ["Важно!", "Смотрите ниже.", "Спасибо за внимание."])
def test_sentences_of_few_words_are_left_alone(short: str) -> None:
    assert _unsaid(f"{RUSSIAN[0]} {short} {RUSSIAN[2]}", f"{ENGLISH[0]} {ENGLISH[2]}") == ([], [])


def test_a_number_or_code_that_is_there_speaks_for_its_sentence() -> None:
    russian = f"{RUSSIAN[0]} Настройте длительность сеанса ключом `--session-time 45`."
    english = f"{ENGLISH[0]} `--session-time 45` does it."
    assert _unsaid(russian, english) == ([], [])


def test_broken_marks_that_make_prose_code_hide_no_sentence() -> None:
    russian = f"{RUSSIAN[0]} {RUSSIAN[1]} {RUSSIAN[2]}"
    english = f"{ENGLISH[0]} `{ENGLISH[1]}` {ENGLISH[2]}"
    assert _unsaid(russian, english) == ([], [])


def test_a_clause_in_brackets_is_sure() -> None:
    pair = align(
        _page("ru", "Курить разрешено на террасе (пепельницы стоят у входа)."),
        _page("en", "Smoking is allowed on the terrace."),
        LEXICON,
    )
    found = list(unsaid(pair, 0))
    assert [(one.text, one.is_clause, one.sure) for one in found] == [
        ("пепельницы стоят у входа", True, True)
    ]
    assert pair.target.source.quote(found[0].place) == "Smoking is allowed on the terrace."
