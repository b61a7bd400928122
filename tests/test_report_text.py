"""The text report: its exact look, the marks under lines, what a page may not do to a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.check import Check
from sverka.finding import Finding, Place, Reported, Severity
from sverka.reports import Look, render
from sverka.reports.excerpt import columns, excerpt, visible
from sverka.reports.text import render_failures
from sverka.result import Failure, RunResult
from sverka.site import PageFacts, Pair
from sverka.source import Source
from sverka.span import Span

RULE = Check(
    id="structure/list-items",
    unit="pair",
    run=lambda pair, context: (),
    severity=Severity.ERROR,
    messages={
        "en": {"missing": "Missing after this item: “{item}”", "there": "the missing item"},
        "ru": {"missing": "После этого пункта нет: «{item}»", "there": "пропавший пункт"},
    },
    bad=(),
    good=(),
    documentation="Lists have the same items.",
)
RU = Source("ru/peel.md", "# Пилинг\n\n- раз\n- потерянный пункт\n- три\n")
EN = Source("en/peel.md", "# Peel\n\nText.\n\n" + "Filler.\n" * 6 + "- one\n- three\n")


def place(source: Source, words: str, label: str = "") -> Place:
    start = source.text.index(words)
    return Place(source.path, Span(start, start + len(words)), label)


def reported(here: Place, *related: Place, level: Severity = Severity.ERROR) -> Reported:
    finding = Finding(here, "missing", {"item": "потерянный пункт"}, related)
    return Reported(RULE.id, level, finding, "", ("",) * len(related), "f0")


def result(*findings: Reported, sources: tuple[Source, ...] = (RU, EN)) -> RunResult:
    return RunResult(
        findings=findings,
        failures=(),
        pages=(
            PageFacts(EN.path, "en", "Peel", Span(0, 6)),
            PageFacts(RU.path, "ru", "П", Span(0, 8)),
        ),
        pairs=(Pair(RU.path, EN.path, "path", 1.0),),
        sources={source.path: source for source in sources},
        checks={RULE.id: RULE},
        seconds=0.4242,
    )


MISSING = reported(place(EN, "- one"), place(RU, "потерянный пункт", "there"))
ENGLISH = Look("en")
RUSSIAN = Look("ru")


def test_a_finding_shows_its_line_and_that_of_the_other_side() -> None:
    assert render("text", result(MISSING), ENGLISH) == (
        "en/peel.md:11:1: error structure/list-items: Missing after this item: “потерянный пункт”\n"
        "   11 | - one\n"
        "      | ^^^^^\n"
        "   ru/peel.md:4:3: the missing item\n"
        "    4 | - потерянный пункт\n"
        "      |   ~~~~~~~~~~~~~~~~\n"
        "\n"
        "Found 1 error. Checked 2 pages and 1 pair in 0.42 s.\n"
    )


def test_the_report_speaks_russian() -> None:
    assert render("text", result(MISSING), RUSSIAN) == (
        "en/peel.md:11:1: ошибка structure/list-items: После этого пункта нет: «потерянный пункт»\n"
        "   11 | - one\n"
        "      | ^^^^^\n"
        "   ru/peel.md:4:3: пропавший пункт\n"
        "    4 | - потерянный пункт\n"
        "      |   ~~~~~~~~~~~~~~~~\n"
        "\n"
        "Найдено: 1 ошибка. Проверено: 2 страницы, 1 пара за 0,42 с.\n"
    )


def test_a_related_place_without_a_label_shows_only_where_it_is() -> None:
    text = render("text", result(reported(place(EN, "- one"), place(RU, "- раз"))), ENGLISH)
    assert "   ru/peel.md:3:1\n" in text


def test_findings_stand_a_blank_line_apart() -> None:
    text = render("text", result(MISSING, MISSING), Look("en", summary=False))
    first, second = text.split("\n\n")
    assert first == second.rstrip("\n")


def test_many_related_places_are_counted_after_the_fourth() -> None:
    many = reported(place(EN, "- one"), *[place(RU, "- раз")] * 9)
    text = render("text", result(many), ENGLISH)
    assert text.count("ru/peel.md:3:1") == 4
    assert "   and 5 other places\n" in text


SUMMARIES = [
    ([], {}, ENGLISH, "All clear, nothing to report. Checked 2 pages and 1 pair in 0.42 s.\n"),
    ([], {}, RUSSIAN, "Всё сходится, замечаний нет. Проверено: 2 страницы, 1 пара за 0,42 с.\n"),
    (
        [Severity.ERROR] * 2 + [Severity.WARNING],
        {"suppressed": 1},
        ENGLISH,
        (
            "Found 2 errors, 1 warning. Checked 2 pages and 1 pair in 0.42 s.\n"
            "1 finding is muted in the pages.\n"
        ),
    ),
    (
        [Severity.ERROR] * 5 + [Severity.WARNING] * 2 + [Severity.INFO] * 3,
        {"suppressed": 21, "baselined": 3},
        RUSSIAN,
        (
            "Найдено: 5 ошибок, 2 предупреждения. Проверено: 2 страницы, 1 пара за 0,42 с.\n"
            "Отключено в самих страницах: 21 замечание. Известно из базового списка: 3 замечания. "
            "Скрыто: 3 подсказки; их покажет --all.\n"
        ),
    ),
    (
        [Severity.INFO] * 3,
        {},
        ENGLISH,
        (
            "All clear, nothing to report. Checked 2 pages and 1 pair in 0.42 s.\n"
            "3 hints hidden, shown with --all.\n"
        ),
    ),
    (
        [],
        {"failures": (Failure("a.md", "unreadable", {}),)},
        ENGLISH,
        (
            "Nothing found. Checked 2 pages and 1 pair in 0.42 s.\n"
            "1 failure, so the result is incomplete.\n"
        ),
    ),
]


@pytest.mark.parametrize(("levels", "changes", "look", "summary"), SUMMARIES)
def test_the_summary_counts_in_good_grammar(
    levels: list[Severity], changes: dict[str, object], look: Look, summary: str
) -> None:
    run = result(*(replace(MISSING, severity=level) for level in levels))
    text = render("text", replace(run, **changes), look)  # type: ignore[arg-type]
    assert text.endswith(summary)
    assert text.removesuffix(summary).endswith("\n\n") or text == summary


UNCOMPARED = "Nothing was compared: no page has a version in another language here."


@pytest.mark.parametrize(
    ("levels", "failures", "look", "summary"),
    [
        ([], (), ENGLISH, f"{UNCOMPARED} Checked 2 pages and 0 pairs in 0.42 s.\n"),
        (
            [Severity.ERROR],
            (),
            ENGLISH,
            f"Found 1 error. {UNCOMPARED} Checked 2 pages and 0 pairs in 0.42 s.\n",
        ),
        (
            [],
            (),
            RUSSIAN,
            "Сравнивать было нечего: ни у одной страницы здесь нет версии на другом языке. "
            "Проверено: 2 страницы, 0 пар за 0,42 с.\n",
        ),
        (
            [],
            (Failure("", "crash-pairing", {}),),
            ENGLISH,
            "Nothing found. Checked 2 pages and 0 pairs in 0.42 s.\n"
            "1 failure, so the result is incomplete.\n",
        ),
    ],
)
def test_a_run_without_pairs_says_that_nothing_was_compared(
    levels: list[Severity], failures: tuple[Failure, ...], look: Look, summary: str
) -> None:
    run = result(*(replace(MISSING, severity=level) for level in levels))
    text = render("text", replace(run, pairs=(), failures=failures), look)
    assert text.endswith(summary)
    assert "All clear" not in text


def test_hints_are_listed_when_asked_for() -> None:
    run = result(replace(MISSING, severity=Severity.INFO))
    text = render("text", run, Look("en", infos=True))
    assert text.startswith("en/peel.md:11:1: hint structure/list-items: ")
    assert "Found 1 hint. " in text
    assert "hidden" not in text


def test_without_a_summary_a_clean_run_says_nothing() -> None:
    assert render("text", result(), Look("en", summary=False)) == ""


def test_colour_changes_nothing_but_colour() -> None:
    import click

    plain = render("text", result(MISSING), ENGLISH)
    coloured = render("text", result(MISSING), Look("en", color=True))
    assert "\x1b[" not in plain
    assert "\x1b[31m" in coloured
    assert click.unstyle(coloured) == plain


MARKS = [
    ("the whole line", "ab", Span(0, 2), "ab", "^^"),
    ("Cyrillic is one column a letter", "да нет", Span(3, 6), "да нет", "   ^^^"),
    ("a wide letter is two columns", "漢字 x", Span(1, 4), "漢字 x", "  ^^^^"),
    ("a combining mark takes none", "и\u0306 x", Span(3, 4), "и\u0306 x", "  ^"),
    ("a tab runs to the next stop", "a\tb\tc", Span(2, 3), "a   b   c", "    ^"),
    ("an empty span is one mark", "ab", Span(1, 1), "ab", " ^"),
    ("the end of the line can be marked", "ab\ncd", Span(2, 2), "ab", "  ^"),
    ("of many lines the first is marked", "ab  \ncd", Span(1, 6), "ab  ", " ^"),
    ("an empty file has a place", "", Span(0, 0), "", "^"),
    ("a control character is a picture", "a\x1b[2Jb", Span(0, 6), "a␛[2Jb", "^^^^^^"),
    ("an override is a number", "a\u202eb", Span(2, 3), "a<U+202E>b", "         ^"),
]


@pytest.mark.parametrize(
    ("text", "span", "shown", "mark"), [row[1:] for row in MARKS], ids=[row[0] for row in MARKS]
)
def test_the_mark_stands_under_its_words(text: str, span: Span, shown: str, mark: str) -> None:
    cut = excerpt(Source("a.md", text), span, 80)
    assert cut.text == shown
    assert " " * cut.start + "^" * cut.width == mark


CUTS = [
    ("cut on both sides", "a" * 50 + "MARK" + "b" * 50, Span(50, 54), "…aaaaaaaMARKbbbbbbb…", 8, 4),
    ("at the start", "MARK" + "b" * 50, Span(0, 4), "MARKbbbbbbbbbbbbbb…", 0, 4),
    ("at the end", "a" * 50 + "MARK", Span(50, 54), "…aaaaaaaaaaaaaaMARK", 15, 4),
    ("a mark too long", "a" * 50 + "M" * 50, Span(50, 100), "…aaaMMMMMMMMMMMMMMM…", 4, 15),
    ("all fits", "a" * 20, Span(19, 20), "a" * 20, 19, 1),
]


@pytest.mark.parametrize(
    ("text", "span", "shown", "start", "width"),
    [row[1:] for row in CUTS],
    ids=[row[0] for row in CUTS],
)
def test_a_long_line_is_cut_around_the_mark(
    text: str, span: Span, shown: str, start: int, width: int
) -> None:
    cut = excerpt(Source("a.md", text), span, 20)
    assert (cut.text, cut.start, cut.width) == (shown, start, width)


@given(
    st.text(st.sampled_from("ab \tж漢\u0301\x1b\u202e\n😀"), max_size=200),
    st.integers(0, 200),
    st.integers(0, 30),
    st.integers(20, 60),
)
def test_an_excerpt_fits_and_its_mark_lies_inside(
    text: str, start: int, length: int, room: int
) -> None:
    source = Source("a.md", text)
    begin = min(start, len(text))
    cut = excerpt(source, Span(begin, min(begin + length, len(text))), room)
    assert columns(cut.text) <= room
    assert visible(cut.text) == cut.text
    assert cut.width >= 1
    assert cut.start + cut.width <= columns(cut.text) + 1


@given(st.text())
def test_visible_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = visible(text)
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in shown)
    assert visible(shown) == shown
    assert visible("Ёлки — «палки» 漢字 😀") == "Ёлки — «палки» 漢字 😀"


def test_a_page_cannot_write_escape_sequences_through_any_part_of_the_report() -> None:
    evil = "\x1b]0;owned\x07\x9b2J\u202e"
    source = Source(f"ru/{evil}.md", f"- {evil} one\n")
    here = place(source, evil)
    one = Reported(
        RULE.id,
        Severity.ERROR,
        Finding(here, "missing", {"item": evil}, (replace(here, label="there"),)),
        evil,
        (evil,),
        "f0",
    )
    run = replace(
        result(one, sources=(source,)),
        failures=(Failure(source.path, "unreadable", {"reason": evil, "remedy": evil}),),
    )
    text = render("text", run, ENGLISH) + render_failures(run, ENGLISH)
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
