"""``sverka quantities``: what it prints, from where it reads, and in which language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sverka.cli import cli


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["quantities", *arguments], input=given)


def listed(*arguments: str, given: bytes | None = None) -> list[dict[str, Any]]:
    result = run(*arguments, "--format", "json", given=given)
    assert result.exit_code == 0, result.output
    quantities: list[dict[str, Any]] = json.loads(result.stdout)["quantities"]
    return quantities


def test_a_text_is_listed_with_values_units_and_places() -> None:
    assert listed("Курс длится до двух недель.") == [
        {
            "quote": "до двух недель",
            "kind": "duration",
            "low": None,
            "high": 1_209_600,
            "unit": "s",
            "start": 12,
            "end": 26,
            "bound": "at most",
            "vague": False,
            "approximate": False,
            "weak": False,
        }
    ]


def test_people_get_a_table() -> None:
    assert run("Twice a day, from $5", "--locale", "en").stdout == (
        "text         kind       from   to     unit\n"
        "Twice a day  frequency  43200  43200  s\n"
        "from $5      money      5             USD\n"
    )


def test_a_text_without_numbers_says_so() -> None:
    assert run("No number", "--locale", "en").stdout == "There is no number in it.\n"
    assert listed("No number") == []


@pytest.mark.parametrize(
    ("text", "unit"), [("3 дня", "s"), ("3 days", "s"), ("3 patients", "patients")]
)
def test_the_language_is_found_by_the_letters(text: str, unit: str) -> None:
    assert listed(text)[0]["unit"] == unit


def test_the_language_may_be_named() -> None:
    assert [one["low"] for one in listed("1,500", "--language", "ru")] == [1.5]
    assert [one["low"] for one in listed("1,500", "--language", "en")] == [1500]


def test_an_unknown_language_is_an_error() -> None:
    result = run("5", "--language", "xx", "--locale", "en")
    assert result.exit_code == 2
    assert result.stderr == ("sverka: there is no data for the language xx; there is for en, ru\n")


def test_a_dash_reads_what_is_piped_in() -> None:
    assert [one["quote"] for one in listed("-", given="5 кг".encode())] == ["5 кг"]


def test_a_page_is_read_without_its_markup(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    text = "---\nweight: 7\n---\n\nTake **5** days, `10 days` and [2](b.md) weeks.\n"
    page.write_text(text, encoding="utf-8")
    found = listed(str(page))
    assert [one["quote"] for one in found] == ["5** days", "2](b.md) weeks"]
    assert [text[one["start"] : one["end"]] for one in found] == [one["quote"] for one in found]


def test_a_plain_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("5 days,6 days\n", encoding="utf-8")
    assert [one["quote"] for one in listed(str(tmp_path / "a.csv"))] == ["5 days", "6 days"]


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\xfe5\x00")
    result = run(str(tmp_path / "a.md"))
    assert result.exit_code == 2
    assert "not UTF-8" in result.stderr
