"""Termbases in the settings: which files are read, and what is said of one that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from sverka.cli import cli, main
from sverka.config import ConfigError, load
from sverka.messages import load_messages
from sverka.packs import HOME
from sverka.runner import check

RU = "# Запись на приём\n\nЗапись на приём доступна по телефону.\n"
EN = "# Appointment\n\nA record is available by phone.\n"
TERMS = "ru,en,forbidden-en\nзапись на приём,appointment,record\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose settings name terms.csv, which is not there yet."""
    for path, text in (("ru/a.md", RU), ("en/a.md", EN), ("sverka.toml", 'termbase = "terms.csv"')):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _said(site: Path) -> str:
    with pytest.raises(ConfigError) as caught:
        check(load(site))
    assert caught.value.message("ru") != caught.value.message("en")
    return caught.value.message("en")


def test_a_termbase_is_held_against_the_pages(site: Path) -> None:
    (site / "terms.csv").write_text(TERMS, encoding="utf-8")
    found = CliRunner().invoke(cli, ["check", "--select", "translation/term", "--locale", "en"])
    wanted = "“record” is a forbidden rendering of “Запись на приём”; use “appointment”"
    assert wanted in found.output
    assert found.exit_code == 1


def test_several_files_are_read_together(site: Path) -> None:
    (site / "sverka.toml").write_text('termbase = ["./one.csv", "two.toml"]\n', encoding="utf-8")
    (site / "one.csv").write_text("ru,en\nтелефон,phone\n", encoding="utf-8")
    (site / "two.toml").write_text('[[term]]\nru = "запись"\nforbidden.en = "record"\n')
    result = check(load(site))
    rules = [one for one in result.findings if one.rule == "translation/term"]
    assert [one.finding.message for one in rules] == ["forbidden-only"]


def test_a_file_that_is_not_there_is_named(site: Path) -> None:
    wanted = "sverka.toml: termbase: there is no file terms.csv; correct the path, or remove it"
    assert _said(site) == wanted


def test_a_broken_file_is_named_with_its_line(site: Path) -> None:
    (site / "terms.csv").write_text("ru,en\nа,b\n—,b\n", encoding="utf-8")
    wanted = "terms.csv:3: “—” is no term, since there is no letter in it; correct or remove it"
    assert _said(site) == wanted


def test_a_broken_file_makes_the_job_fail(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "terms.csv").write_text("ru,klingon\nа,b\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "terms.csv:1:" in said
    assert "Traceback" not in said


def test_a_folder_is_no_termbase(site: Path) -> None:
    (site / "terms.csv").mkdir()
    assert _said(site).startswith("terms.csv: the file cannot be read")


@pytest.mark.parametrize("path", ["../terms.csv", "/etc/terms.csv", "~/terms.csv", "C:/terms.csv"])
def test_a_termbase_lies_in_the_site(site: Path, path: str) -> None:
    (site / "sverka.toml").write_text(f'termbase = "{path}"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="must be relative to the site's root"):
        load(site)


@pytest.mark.parametrize("value", ["1", "[1]", "true", "{}"])
def test_a_termbase_is_a_path_or_several(site: Path, value: str) -> None:
    (site / "sverka.toml").write_text(f"termbase = {value}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"sverka\.toml:1: termbase must be a list of texts"):
        load(site)


def test_what_is_wrong_can_be_said_in_every_locale() -> None:
    code = "".join(path.read_text() for path in (HOME.parent / "termbase").glob("*.py"))
    for locale in ("ru", "en"):
        table = load_messages(locale).tables["config"]
        keys = {key for key in table if key.startswith("termbase-")}
        unused = {key for key in keys if f'"{key.removesuffix("-guess")}"' not in code}
        assert unused == {"termbase-missing"}
