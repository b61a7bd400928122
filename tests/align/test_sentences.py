"""Sentences inside matched units: what is one, what was joined, what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sverka.align import Lexicon, align
from sverka.align.sentences import Bead
from sverka.packs import load
from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source

RUSSIAN = (
    "Врач осматривает кожу и спрашивает об аллергии.",
    "Затем медсестра очищает лицо мягким гелем.",
    "Препарат вводят тонкой иглой за 20 минут.",
    "После процедуры два дня нельзя посещать бассейн и сауну.",
)
ENGLISH = (
    "The doctor examines the skin and asks about allergies.",
    "Then the nurse cleanses the face with a mild gel.",
    "The drug is injected with a thin needle within 20 minutes.",
    "For two days after the procedure you must not visit the pool and the sauna.",
)


def _page(language: str, text: str) -> Page:
    return replace(read_page(Source(f"{language}/a.md", text)), language=language)


def _beads(russian: str, english: str) -> list[tuple[list[str], list[str]]]:
    return [
        ([one.text for one in bead.source], [one.text for one in bead.target])
        for bead in _aligned(russian, english)
    ]


def _aligned(russian: str, english: str) -> tuple[Bead, ...]:
    return align(_page("ru", russian), _page("en", english), Lexicon(load())).beads


def test_each_sentence_meets_its_translation() -> None:
    found = _beads(" ".join(RUSSIAN), " ".join(ENGLISH))
    assert found == [([one], [other]) for one, other in zip(RUSSIAN, ENGLISH, strict=True)]


@pytest.mark.parametrize("lost", range(4))
def test_a_lost_sentence_is_the_one_without_counterpart(lost: int) -> None:
    kept = [sentence for number, sentence in enumerate(ENGLISH) if number != lost]
    alone = [source for source, target in _beads(" ".join(RUSSIAN), " ".join(kept)) if not target]
    assert alone == [[RUSSIAN[lost]]]


@pytest.mark.parametrize("lost", range(4))
def test_an_added_sentence_is_the_one_without_counterpart(lost: int) -> None:
    kept = [sentence for number, sentence in enumerate(RUSSIAN) if number != lost]
    alone = [target for source, target in _beads(" ".join(kept), " ".join(ENGLISH)) if not source]
    assert alone == [[ENGLISH[lost]]]


def test_two_sentences_joined_into_one_lack_nothing() -> None:
    joined = (
        "The doctor examines the skin and asks about allergies, then the nurse cleanses the face "
        "with a mild gel."
    )
    found = _beads(" ".join(RUSSIAN[:3]), f"{joined} {ENGLISH[2]}")
    assert found == [([*RUSSIAN[:2]], [joined]), ([RUSSIAN[2]], [ENGLISH[2]])]


def test_a_missing_sentence_belongs_after_the_one_before_it() -> None:
    english = f"{ENGLISH[0]} {ENGLISH[2]}"
    beads = _aligned(" ".join(RUSSIAN[:3]), english)
    place = next(bead.place for bead in beads if not bead.target)
    assert place is not None
    assert english[: place.start] == ENGLISH[0]


def test_a_missing_first_sentence_belongs_at_the_start_of_its_block() -> None:
    english = f"# Care\n\n{ENGLISH[1]} {ENGLISH[2]}"
    beads = _aligned("# Уход\n\n" + " ".join(RUSSIAN[:3]), english)
    place = next(bead.place for bead in beads if not bead.target)
    assert place is not None
    assert place.start == english.index(ENGLISH[1])


def test_sentences_are_never_matched_across_blocks() -> None:
    russian = f"{RUSSIAN[0]} {RUSSIAN[1]}\n\n{RUSSIAN[2]} {RUSSIAN[3]}"
    english = f"{ENGLISH[0]}\n\n{ENGLISH[2]} {ENGLISH[1]} {ENGLISH[3]}"
    for bead in _aligned(russian, english):
        for sentence in bead.source:
            assert sentence.block.span.covers(sentence.span)
    assert [RUSSIAN[1]] in [source for source, target in _beads(russian, english) if not target]
