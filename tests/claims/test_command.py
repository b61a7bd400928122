"""``sverka claims`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sverka.cli import cli

LASER = "# Laser hair removal\n\nThe clinic treats the skin of patients. A course is {} sessions.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(LASER.format("3-4"), encoding="utf-8")
    (tmp_path / "b.md").write_text(LASER.format("6-8"), encoding="utf-8")
    return tmp_path


def _run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["claims", *words, "--locale", "en"])


def test_the_table_marks_what_is_contradicted(site: Path) -> None:
    done = _run(str(site), "--no-color")
    assert done.exit_code == 0, done.output
    assert "! number of sessions" in done.stdout
    assert "! a.md:3" in done.stdout
    assert "! b.md:3" in done.stdout


def test_json_has_each_claim_with_its_place(site: Path) -> None:
    done = _run(str(site), "--format", "json")
    claims = [one for one in json.loads(done.stdout)["claims"] if one["aspect"] == "sessions"]
    assert [(one["path"], one["value"]["low"], one["value"]["high"]) for one in claims] == [
        ("a.md", 3.0, 4.0),
        ("b.md", 6.0, 8.0),
    ]
    assert claims[0]["start"]["line"] == 3


def test_a_page_that_cannot_be_read_is_named(site: Path) -> None:
    (site / "c.md").write_bytes(b"\xff\xfe\xff")
    done = _run(str(site))
    assert done.exit_code == 2
    assert "c.md" in done.stderr
