"""The rows of the packs' calques: each finds its bad sentence and leaves its good one alone."""

from __future__ import annotations

import re

import pytest

from sverka.calques import Calque, calques
from sverka.examples import run_rule, said
from sverka.packs import load
from sverka.registry import all_checks

ROWS = [
    pytest.param(code, row, id=f"{code}-{row.id}")
    for code, language in load().languages.items()
    for row in calques(language).rows.values()
]


def _found(code: str, sentence: str) -> list[str]:
    """What is said of a page with that sentence, each with the id of its row."""
    check = all_checks()["artifact/calque"]
    filler = {"en": "The house stands by the sea.", "ru": "Дом стоит у моря."}[code]
    result = run_rule(check, {f"{code}/a.md": f"# {filler}\n\n{sentence}\n"})
    assert result.failures == ()
    return [str(one.finding.data["row"]) for one in result.findings]


@pytest.mark.parametrize(("code", "row"), ROWS)
def test_a_row_finds_its_bad_sentence(code: str, row: Calque) -> None:
    assert row.id in _found(code, row.bad)


@pytest.mark.parametrize(("code", "row"), ROWS)
def test_a_row_leaves_its_good_sentence_alone(code: str, row: Calque) -> None:
    assert _found(code, row.good) == []


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
