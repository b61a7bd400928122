"""What speaks for two units being a pair, and what against it."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from sverka.align import Lexicon
from sverka.align.evidence import IMPOSSIBLE, UNLIKE_UNITS, Evidence, clues, kind_fit
from sverka.align.outline import outline
from sverka.page import Kind
from sverka.reading import read_page
from sverka.source import Source

# Strangers around the units under test, so that what they share is no commonplace of the page.
AROUND_RU = ("Зимой птицы ищут корм.", "Поезд отправляется утром.", "Кошка спит на окне.")
AROUND_EN = ("In winter birds look for food.", "The train leaves early.", "The cat is asleep.")


def weigh(lexicon: Lexicon, russian: str, english: str) -> Evidence:
    """The evidence of two pages; the blocks under test stand first."""
    sides = []
    outlines = []
    texts = ("\n\n".join((russian, *AROUND_RU)), "\n\n".join((english, *AROUND_EN)))
    words = lexicon.of("ru", "en")
    for side, (language, text) in enumerate(zip(("ru", "en"), texts, strict=True)):
        page = replace(read_page(Source(f"{language}/p.md", text + "\n")), language=language)
        made = outline(page)
        outlines.append(made)
        sides.append([clues(made, u, words, side, lexicon.addresses) for u in made.units])
    return Evidence(outlines[0].units, outlines[1].units, (sides[0], sides[1]))


def score(lexicon: Lexicon, russian: str, english: str) -> float:
    return weigh(lexicon, russian, english).score(0, 0)


def words(lexicon: Lexicon, russian: str, english: str) -> float:
    return weigh(lexicon, russian, english).words(0, 0)


FITTING = [
    (Kind.PARAGRAPH, Kind.ITEM),
    (Kind.PARAGRAPH, Kind.HEADING),
    (Kind.PARAGRAPH, Kind.HTML),
    (Kind.PARAGRAPH, Kind.IMAGE),
    (Kind.PARAGRAPH, Kind.EMBED),
    (Kind.ITEM, Kind.HEADING),
    (Kind.IMAGE, Kind.HTML),
    (Kind.IMAGE, Kind.EMBED),
    (Kind.HTML, Kind.EMBED),
]
UNITS = (
    Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.ROW, Kind.CODE, Kind.IMAGE, Kind.HTML, Kind.EMBED,
)  # fmt: skip


@pytest.mark.parametrize("kind", UNITS)
def test_equal_kinds_speak_for_a_pair(kind: Kind) -> None:
    assert kind_fit(kind, kind) > 0


@pytest.mark.parametrize(("one", "other"), FITTING)
def test_kinds_that_may_fit_speak_against_a_pair_but_allow_it(one: Kind, other: Kind) -> None:
    assert IMPOSSIBLE < kind_fit(one, other) < 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Kind.CODE, Kind.PARAGRAPH),
        (Kind.CODE, Kind.HEADING),
        (Kind.CODE, Kind.ROW),
        (Kind.ROW, Kind.PARAGRAPH),
        (Kind.ROW, Kind.HEADING),
        (Kind.ROW, Kind.ITEM),
        (Kind.IMAGE, Kind.HEADING),
        (Kind.IMAGE, Kind.CODE),
    ],
)
def test_kinds_that_never_fit_are_impossible(one: Kind, other: Kind) -> None:
    assert kind_fit(one, other) == IMPOSSIBLE


def test_the_fit_of_kinds_does_not_depend_on_the_side() -> None:
    for one, other in itertools.product(UNITS, UNITS):
        assert kind_fit(one, other) == kind_fit(other, one)


def test_impossible_kinds_score_impossible_whatever_their_words(lexicon: Lexicon) -> None:
    assert score(lexicon, "# Docker", "```\nDocker\n```") == IMPOSSIBLE


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Врач осматривает кожу.", "The doctor examines the skin."),
        ("# Противопоказания", "# Contraindications"),
        ("- Запишитесь на консультацию.", "- Make an appointment for a consultation."),
        ("| Массаж лица | 3000 |\n|---|---|", "| Facial massage | 3000 |\n|---|---|"),
        ("```\npip install sverka\n```", "```\npip install sverka\n```"),
        ("![Кожа](/img/skin_ru.png)", "![Skin](/img/skin_en.png)"),
        ("Docker и Kubernetes", "Docker and Kubernetes"),
        ("<p>Врач осматривает кожу.</p>", "<p>The doctor examines the skin.</p>"),
    ],
)
def test_a_translation_scores_above_zero(lexicon: Lexicon, russian: str, english: str) -> None:
    assert score(lexicon, russian, english) > 0
    assert words(lexicon, russian, english) > 0


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Врач осматривает кожу.", "The museum is closed on Mondays."),
        ("# Противопоказания", "# Prices"),
        ("- Запишитесь на консультацию.", "- Dissolve honey in warm tea."),
        ("![Кожа](/img/skin.png)", "![Map](/img/map.png)"),
    ],
)
def test_a_stranger_has_its_words_against_it(lexicon: Lexicon, russian: str, english: str) -> None:
    assert words(lexicon, russian, english) < 0


STATEMENT = ("Врач осматривает кожу", "The doctor examines the skin")


@pytest.mark.parametrize(
    ("russian", "english", "stranger"),
    [
        (" за 45 минут", " in 45 minutes", " in 20 minutes"),
        (" до 1200 раз", " up to 1,200 or 1200 times", " up to many times"),
        (" ([цены](/ru/prices.md))", " ([prices](/en/prices.md))", " ([prices](/en/map.md))"),
        (" через `derm scan`", " by `derm scan`", " by `skin look`"),
        (" ![](/img/scan_ru.png)", " ![](/img/scan_en.png)", " ![](/img/map.png)"),
        (" в Sofwave", " in Sofwave", " in Ultherapy"),
    ],
)
def test_what_translation_leaves_as_it_is_raises_the_score(
    lexicon: Lexicon, russian: str, english: str, stranger: str
) -> None:
    one, other = STATEMENT
    same = score(lexicon, one + russian, other + english)
    assert same > score(lexicon, one, other)
    assert same > score(lexicon, one + russian, other + stranger)


def test_leading_zeros_do_not_make_another_number(lexicon: Lexicon) -> None:
    one, other = STATEMENT
    same = score(lexicon, one + " 7 мая", other + " on May 7")
    assert score(lexicon, one + " 07 мая", other + " on May 7") == pytest.approx(same, abs=0.2)


def test_a_length_that_does_not_match_lowers_the_score(lexicon: Lexicon) -> None:
    one, other = STATEMENT
    # Words that say nothing: only the length changes.
    longer = [score(lexicon, one, other + " and so on" * times) for times in (0, 5, 20)]
    assert longer[0] > longer[1] > longer[2]


def test_no_units_of_fitting_kinds_score_below_the_floor(lexicon: Lexicon) -> None:
    long = "The museum is closed on Mondays, and the train leaves from the third platform. " * 9
    assert score(lexicon, "# Да", long) == UNLIKE_UNITS


def test_headings_of_one_level_fit_better(lexicon: Lexicon) -> None:
    same = score(lexicon, "## Цены", "## Prices")
    assert score(lexicon, "## Цены", "### Prices") < same


def test_a_paragraph_fits_a_paragraph_better_than_an_item(lexicon: Lexicon) -> None:
    one, other = STATEMENT
    assert score(lexicon, one, "- " + other) < score(lexicon, one, other)


def test_a_rare_word_says_more_than_one_on_every_line(lexicon: Lexicon) -> None:
    commonplace = "\n\n".join(["Врач."] * 6), "\n\n".join(["The doctor."] * 6)
    rare = words(lexicon, "Врач.", "The doctor.")
    assert words(lexicon, *commonplace) < rare


def test_translated_code_is_not_held_against_a_pair(lexicon: Lexicon) -> None:
    same = "```\nprint('привет')\n```", "```\nprint('hello')\n```"
    assert score(lexicon, *same) > 0


def test_the_rivals_of_a_unit_have_something_in_common_with_it(lexicon: Lexicon) -> None:
    evidence = weigh(lexicon, *STATEMENT)
    assert 0 in [j for _, j in evidence.rivals(0, 0.0)]
    assert [j for _, j in evidence.rivals(1, 0.0)] == [1]


def test_the_kind_of_a_heading_tells_its_level(lexicon: Lexicon) -> None:
    evidence = weigh(lexicon, "### Цены", "- Prices")
    assert evidence.kind(0, 0) == (Kind.HEADING, 3)
    assert evidence.kind(1, 0) == (Kind.ITEM, 0)


def test_empty_pages_have_no_evidence() -> None:
    evidence = Evidence((), (), ((), ()))
    assert isinstance(evidence, Evidence)
