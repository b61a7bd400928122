"""The rows of the packs' calques: each finds its bad sentence and leaves its good one alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from sverka.calques import Calque, calques
from sverka.examples import run_rule, said
from sverka.packs import load
from sverka.registry import all_checks
from sverka.wording import Meaning, wording_of

ROWS = [
    pytest.param(code, row, id=f"{code}-{row.id}")
    for code, language in load().languages.items()
    for row in calques(language).rows.values()
]


def _found(code: str, sentence: str, after: Sequence[str] = ()) -> list[str]:
    """What is said of a page with that sentence, each with the id of its row."""
    check = all_checks()["artifact/calque"]
    filler = {"en": "The house stands by the sea.", "ru": "Дом стоит у моря."}[code]
    result = run_rule(check, {f"{code}/a.md": f"# {filler}\n\n{sentence}\n\n{' '.join(after)}\n"})
    assert result.failures == ()
    return [str(one.finding.data["row"]) for one in result.findings]


BESIDE = {
    "en": ("The third semester of pregnancy is hard.", "They consist from wood."),
    "ru": ("Это делает смысл.", "Имейте хороший день."),
}
"""Sentences that show that a page was translated word for word."""


@pytest.mark.parametrize(("code", "row"), ROWS)
def test_a_row_finds_its_bad_sentence(code: str, row: Calque) -> None:
    after = BESIDE[code] if row.level == "beside" else ()
    found = _found(code, row.bad, after)
    if row.id not in found:  # a longer phrase of another row may count before it
        own = wording_of([(row.words, Meaning("calque", row.id))], load().languages[code], Path())
        assert own.find(row.bad)
        assert len(found) > len(after)


@pytest.mark.parametrize(("code", "row"), ROWS)
def test_a_row_leaves_its_good_sentence_alone(code: str, row: Calque) -> None:
    after = BESIDE[code] if row.level == "beside" else ()
    assert len(_found(code, row.good, after)) == len(after)


@pytest.mark.parametrize(("code", "row"), ROWS)
def test_a_row_is_named_in_plain_words(code: str, row: Calque) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.id)
    assert row.bad != row.good
    assert row.bad.strip().endswith((".", "!", "?", ":", ";", "”", "»", '"'))


def test_what_is_found_is_said_with_something_better() -> None:
    check = all_checks()["artifact/calque"]
    result = run_rule(check, check.bad[0])
    assert list(said(check, result, "en")) == [
        "en/care.md:3:29: “third semester of pregnancy” means something else; better: “trimester”"
    ]


def test_a_page_that_was_translated_word_for_word_makes_hints_warnings() -> None:
    check = all_checks()["artifact/calque"]
    hint = "The owners solved this question in May."
    rows = [hint, *BESIDE["en"], "He pays attention on details."]
    for count, level in ((1, "INFO"), (3, "INFO"), (4, "WARNING")):
        text = "\n\n".join(rows[:count])
        result = run_rule(check, {"en/a.md": f"# The house stands by the sea\n\n{text}\n"})
        assert next(one.severity.name for one in result.findings) == level


def test_a_sense_that_is_wrong_in_a_field_is_silent_elsewhere() -> None:
    row = "The salon is clean."
    assert _found("en", row) == []
    assert _found("en", f"Cars, tyres and an engine: the driver knows it all. {row}") != []
