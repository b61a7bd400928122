"""How much of sentences that were written without sight of the engine is read right.

Rules may be improved on half 0 of the rows; ``unseen_wrong.txt`` names those of it that are read
wrong, and a test says when one joins them or leaves them. Half 1 only measures: its rows are
counted, and named nowhere, neither in the list nor by a test that fails. The figures are printed
by ``bench/quantities_unseen.py``.
"""

from __future__ import annotations

from functools import cache

import pytest
from tests.quantities.tables import HERE, Row, rows_of, said

from sverka.packs import load
from sverka.quantities import find, grammar_of

# Rows read right when last counted, and rows there are, by language and half.
RIGHT = {
    ("ru", 0): (144, 144),
    ("ru", 1): (139, 147),
    ("en", 0): (147, 148),
    ("en", 1): (130, 142),
}


@cache
def read(language: str, half: int) -> dict[Row, str | None]:
    """How each row of a half that is read wrong is read; none for those read right."""
    grammar = grammar_of(load().languages[language])
    rows = [row for row in rows_of(HERE / f"unseen_{language}.tsv") if row.half == half]
    found = {row: find(row.text, grammar) for row in rows}
    return {row: None if row.allows(each) else said(each) for row, each in found.items()}


@pytest.mark.parametrize(("language", "half"), RIGHT)
def test_no_fewer_unseen_rows_are_read_right_than_were_counted(language: str, half: int) -> None:
    readings = list(read(language, half).values())
    right, rows = RIGHT[language, half]
    assert len(readings) == rows
    assert readings.count(None) >= right


def test_rows_read_wrong_are_those_that_are_known() -> None:
    lines = (HERE / "unseen_wrong.txt").read_text("utf-8").splitlines()
    known = {line for line in lines if line and not line.startswith("#")}
    readings = [pair for language in ("ru", "en") for pair in read(language, 0).items()]
    wrong = {row.text: reading for row, reading in readings if reading is not None}
    assert {text: wrong[text] for text in wrong.keys() - known} == {}
    assert known - wrong.keys() == set(), "these are read right by now: take them from the list"
