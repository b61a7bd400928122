"""`sverka check --format html`: the file, its language, and what fixing leaves."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sverka.cli import cli

SITE = {
    "sverka.toml": 'select = ["translation", "artifact/repetition"]\n',
    "ru/a.md": "# Уход за кожей\n\nКрем наносят утром утром.\n\nПроцедура длится 5 минут.\n",
    "en/a.md": "# Skin care\n\nApply the cream in the morning.\n\nThe procedure takes 9 minutes.\n",
}
Write = Callable[[Mapping[str, str]], Path]


def _check(site: Path, *arguments: str, **environment: str) -> Result:
    clean = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""} | environment
    return CliRunner(env=clean).invoke(cli, ["check", str(site), *arguments])


def _data(path: Path) -> dict[str, Any]:
    found = re.search(r'id="island">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    value: dict[str, Any] = json.loads(found[1])
    return value


def test_the_report_goes_to_a_file_beside_the_usual_output(
    write_site: Write, tmp_path: Path
) -> None:
    file = tmp_path / "отчёт.html"
    done = _check(write_site(SITE), "--format", "text", "--format", f"html={file}")
    assert done.exit_code == 1
    assert "translation/number" in done.output
    value = _data(file)
    assert [one["text"] for one in value["findings"] if "minutes" in one["text"]]
    assert value["views"][0]["rows"][0][0][0][2] == "# Уход за кожей"


@pytest.mark.parametrize(
    ("arguments", "environment", "locale"),
    [
        ((), {}, "en"),
        ((), {"LC_ALL": "ru_RU.UTF-8"}, "ru"),
        (("--locale", "en"), {"LC_ALL": "ru_RU.UTF-8"}, "en"),
    ],
)
def test_the_report_speaks_the_language_of_its_reader(
    write_site: Write,
    tmp_path: Path,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    locale: str,
) -> None:
    file = tmp_path / "report.html"
    _check(write_site(SITE), "--format", "html", "-o", str(file), *arguments, **environment)
    assert _data(file)["locale"] == locale


def test_after_fixing_the_report_shows_the_pages_as_they_are(
    write_site: Write, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    _check(write_site(SITE), "--unsafe-fixes", "--format", "html", "-o", str(file))
    value = _data(file)
    texts = [cell[2] for row in value["views"][0]["rows"] for cell in row[0]]
    assert "Крем наносят утром." in texts
    assert all("утром утром" not in one["quote"] for one in value["findings"])


def test_what_is_known_from_a_baseline_is_a_number_and_no_finding(
    write_site: Write, tmp_path: Path
) -> None:
    site, file, known = write_site(SITE), tmp_path / "report.html", tmp_path / "known.json"
    runner = CliRunner()
    made = runner.invoke(cli, ["baseline", str(site), "--output", str(known)])
    assert made.exit_code == 0, made.output
    _check(site, "--baseline", str(known), "--format", "html", "-o", str(file))
    value = _data(file)
    assert value["baselined"] > 0
    assert value["views"] == []
    assert [one for one in value["findings"] if one["level"] > 1] == []
