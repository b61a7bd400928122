"""`sverka check` with --fix, --unsafe-fixes and --diff-fixes, on files of every sort."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from sverka.cli import cli, writing
from sverka.cli.writing import Rewrite

SCHEMA = Path(__file__).parent.parent / "docs" / "report.schema.json"
WriteSite = Callable[[Mapping[str, str]], Path]

RU = "# Уход\n\nКрем наносят на лиц\u006f утром.\n\nПриходите на на приём.\n"
EN = "# Care\n\nApply the \u0441ream to the face in the morning.\n\nCome to the the appointment.\n"
RU_SAFE = RU.replace("лиц\u006f", "лицо")
EN_SAFE = EN.replace("\u0441ream", "cream")
RU_DONE = RU_SAFE.replace("на на", "на")
EN_DONE = EN_SAFE.replace("the the", "the")
PAGES = {"ru/a.md": RU, "en/a.md": EN}


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def site(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two pages, each with a safe fix and an unsafe one; we are in their folder."""
    folder = write_site(PAGES)
    monkeypatch.chdir(folder)
    return folder


def check(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments])


def read(site: Path) -> tuple[str, str]:
    pages = (site / "ru/a.md", site / "en/a.md")
    ru, en = (page.read_bytes().decode() for page in pages)
    return ru, en


# What is made and what is said


def test_without_an_option_nothing_is_changed_and_fixes_are_named(site: Path) -> None:
    result = check()
    assert read(site) == (RU, EN)
    assert "it should be “cream” throughout [--fix]\n" in result.stdout
    assert "A word stands twice: “the the” [--unsafe-fixes]\n" in result.stdout
    assert result.stdout.endswith(
        "\n2 findings can be fixed with --fix, 2 more with --unsafe-fixes.\n"
    )


def test_fix_makes_the_safe_fixes_and_reports_what_remains(site: Path) -> None:
    result = check("--fix")
    assert read(site) == (RU_SAFE, EN_SAFE)
    assert result.exit_code == 1
    assert "mixed-script" not in result.stdout
    assert "Found 2 warnings. " in result.stdout
    assert result.stdout.endswith(
        "\nFixed 2 findings in 2 files; 2 more can be fixed with --unsafe-fixes.\n"
    )


def test_unsafe_fixes_makes_the_others_too(site: Path) -> None:
    result = check("--unsafe-fixes")
    assert read(site) == (RU_DONE, EN_DONE)
    assert result.exit_code == 0
    assert result.stdout.startswith("All clear")
    assert result.stdout.endswith("\nFixed 4 findings in 2 files.\n")


@pytest.mark.parametrize("option", ["--fix", "--unsafe-fixes"])
def test_a_second_run_finds_nothing_to_fix(site: Path, option: str) -> None:
    check(option)
    before = read(site)
    times = [(site / path).stat().st_mtime_ns for path in PAGES]
    result = check(option)
    assert "Nothing was fixed" in result.stdout
    assert read(site) == before
    assert [(site / path).stat().st_mtime_ns for path in PAGES] == times


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (
            ["--fix"],
            "Исправлено: 2 замечания в 2 файлах; с --unsafe-fixes можно исправить ещё 2.",
        ),
        (["--unsafe-fixes"], "Исправлено: 4 замечания в 2 файлах."),
        (["--fix", "--select", "structure"], "Ничего не исправлено."),
        (
            ["--fix", "--ignore", "artifact/mixed-script"],
            "Ничего не исправлено; с --unsafe-fixes можно исправить 2 замечания.",
        ),
        ([], "С --fix можно исправить 2 замечания, с --unsafe-fixes — ещё 2."),
    ],
)
def test_it_speaks_russian(site: Path, options: list[str], line: str) -> None:
    assert check(*options, "--locale", "ru").stdout.splitlines()[-1] == line


def test_quiet_says_nothing_of_fixes(site: Path) -> None:
    assert check("--unsafe-fixes", "--quiet").output == ""
    assert read(site) == (RU_DONE, EN_DONE)


def test_the_json_report_counts_what_was_fixed(site: Path) -> None:
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    plain = json.loads(check("--format", "json").stdout)
    fixed = json.loads(check("--format", "json", "--fix").stdout)
    validator.validate(plain)
    validator.validate(fixed)
    assert "fixed" not in plain["summary"]
    assert fixed["summary"]["fixed"] == 2
    assert [one["fix"]["safe"] for one in plain["findings"]] == [True, False] * 2
    assert {one["rule"] for one in fixed["findings"]} == {"artifact/repetition"}


def test_a_fix_that_would_change_the_structure_is_left_out(site: Path) -> None:
    page = site / "en/a.md"
    text = "# Care\n\n\u200b# Cream\n\nThe cr\u00adeam.\n"
    page.write_text(text, encoding="utf-8")
    result = check("en/a.md", "--fix", "--select", "artifact/invisible")
    assert page.read_text(encoding="utf-8") == text.replace("\u00ad", "")
    assert result.exit_code == 1
    assert "[--fix]" not in result.stdout
    assert result.stdout.endswith(
        "\nFixed 1 finding in 1 file. "
        "1 fix was left out: the structure of a page or a number would change.\n"
    )


def test_a_letter_in_a_number_is_left_to_people(site: Path) -> None:
    text = "# Цены\n\nСкидка 2\u041e0 рублей.\n"
    (site / "ru/a.md").write_text(text, encoding="utf-8")
    result = check("ru/a.md", "--unsafe-fixes", "--select", "artifact/mixed-script")
    assert (site / "ru/a.md").read_text(encoding="utf-8") == text
    assert "it should be 200\n" in result.stdout
    assert result.stdout.endswith("Nothing was fixed.\n")


def test_hints_are_fixed_with_all_only(site: Path) -> None:
    (site / "sverka.toml").write_text('[rules."artifact/mixed-script"]\nseverity = "info"\n')
    check("--fix")
    assert read(site) == (RU, EN)
    check("--fix", "--all")
    assert read(site) == (RU_SAFE, EN_SAFE)


def test_only_the_pages_asked_about_are_fixed(site: Path) -> None:
    result = check("--unsafe-fixes", "en/a.md")
    assert read(site) == (RU, EN_DONE)
    assert result.stdout.endswith("Fixed 2 findings in 1 file.\n")


def test_what_is_muted_or_ignored_is_not_fixed(site: Path) -> None:
    comment = "<!-- sverka-disable-next-line artifact: an example -->\n"
    text = EN.replace("Apply", f"{comment}Apply")
    (site / "en/a.md").write_text(text, encoding="utf-8")
    (site / "sverka.toml").write_text('[[overrides]]\npaths = ["ru/**"]\nignore = ["artifact"]\n')
    check("--unsafe-fixes")
    assert read(site) == (RU, text.replace("the the", "the"))


# Showing first


def test_diff_fixes_shows_what_would_change_and_changes_nothing(site: Path) -> None:
    result = check("--diff-fixes", "--fix")
    assert read(site) == (RU, EN)
    assert result.exit_code == 1
    assert result.stdout == (
        "--- a/en/a.md\n"
        "+++ b/en/a.md\n"
        "@@ -1,5 +1,5 @@\n"
        " # Care\n"
        " \n"
        "-Apply the \u0441ream to the face in the morning.\n"
        "+Apply the cream to the face in the morning.\n"
        " \n"
        " Come to the the appointment.\n"
        "--- a/ru/a.md\n"
        "+++ b/ru/a.md\n"
        "@@ -1,5 +1,5 @@\n"
        " # Уход\n"
        " \n"
        "-Крем наносят на лиц\u006f утром.\n"
        "+Крем наносят на лицо утром.\n"
        " \n"
        " Приходите на на приём.\n"
    )
    assert result.stderr == (
        "Would fix 2 findings in 2 files; 2 more can be fixed with --unsafe-fixes.\n"
    )


def test_the_diff_of_unsafe_fixes_has_them_all(site: Path) -> None:
    result = check("--diff-fixes", "--unsafe-fixes", "--locale", "ru", "--fail-on", "never")
    assert "+Come to the appointment.\n" in result.stdout
    assert (result.exit_code, result.stderr) == (0, "Будет исправлено: 4 замечания в 2 файлах.\n")
    assert read(site) == (RU, EN)


def test_a_clean_site_has_no_diff(site: Path) -> None:
    check("--unsafe-fixes")
    result = check("--diff-fixes", "--unsafe-fixes")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing to fix.\n")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False], ids=["last line ended", "last line open"])
def test_git_can_apply_the_diff(site: Path, end: str, last: bool) -> None:
    text = EN if last else EN.rstrip("\n")
    (site / "en/a.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", end).encode())
    check("--diff-fixes", "--unsafe-fixes", "--output", "fixes.diff")
    subprocess.run(["git", "apply", "--whitespace=nowarn", "fixes.diff"], check=True)
    applied = read(site)
    assert check("--diff-fixes", "--unsafe-fixes").stdout == ""
    (site / "en/a.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", end).encode())
    check("--unsafe-fixes")
    assert read(site) == applied


def test_the_diff_leads_to_the_pages_from_where_we_are(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.parent)
    assert check("site", "--diff-fixes").stdout.startswith("--- a/site/en/a.md\n")
    monkeypatch.chdir(site / "en")
    assert check("..", "--diff-fixes").stdout.startswith("--- a/en/a.md\n")


def test_a_diff_for_people_shows_what_cannot_be_seen(site: Path) -> None:
    (site / "en/a.md").write_text("# Care\n\nThe cr\u00adeam.\n", encoding="utf-8")
    assert "-The cr\u00adeam.\n" in check("--diff-fixes").stdout
    assert "-The cr<U+00AD>eam.\x1b[0m\n" in check("--diff-fixes", "--color").stdout


def test_a_diff_is_no_report(site: Path) -> None:
    result = check("--diff-fixes", "--format", "json")
    assert (result.exit_code, result.stderr) == (
        2,
        "sverka: --diff-fixes shows what would change, and no report; leave out --format\n",
    )


# Files


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["no mark", "mark"])
def test_line_ends_and_the_byte_order_mark_are_kept(site: Path, end: str, bom: bytes) -> None:
    page = site / "en/a.md"
    page.write_bytes(bom + EN.replace("\n", end).encode())
    check("--unsafe-fixes")
    assert page.read_bytes() == bom + EN_DONE.replace("\n", end).encode()


def test_the_rights_of_a_file_are_kept_and_nothing_is_left_beside_it(site: Path) -> None:
    page = site / "en/a.md"
    page.chmod(0o640)
    check("--fix")
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert sorted(path.name for path in page.parent.iterdir()) == ["a.md"]


def test_a_page_that_cannot_be_written_is_a_failure_and_the_others_are_fixed(site: Path) -> None:
    page = site / "en/a.md"
    page.chmod(0o444)
    result = check("--unsafe-fixes")
    assert read(site) == (RU_DONE, EN)
    assert result.exit_code == 2
    assert result.stderr == (
        "failure: en/a.md: the fixed page cannot be written (Permission denied) and is as it was; "
        "make the file writable, or correct it by hand\n"
    )
    assert "en/a.md:3:11: error artifact/mixed-script: " in result.stdout
    assert "Fixed 2 findings in 1 file.\n" in result.stdout


def test_a_write_that_fails_leaves_the_page_whole(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = check("--fix", "--locale", "ru")
    assert read(site) == (RU, EN)
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        f"сбой: {path}: не удалось записать исправленную страницу (No space left on device), она "
        "осталась прежней; разрешите запись в файл или исправьте его вручную"
        for path in ("en/a.md", "ru/a.md")
    ]
    assert [path.name for path in (site / "en").iterdir()] == ["a.md"]


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = site / "en/a.md"
    prepare = writing.rewrites

    def slow(*given: object) -> object:
        page.write_text("# Mine\n", encoding="utf-8")
        return prepare(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("sverka.cli.fixing.rewrites", slow)
    result = check("--fix")
    assert read(site) == (RU_SAFE, "# Mine\n")
    assert result.exit_code == 2
    assert result.stderr == (
        "failure: en/a.md: the file was changed while it was being checked, so it was not fixed; "
        "run the command again\n"
    )


def test_a_change_at_the_last_moment_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_bytes(b"mine")
    with pytest.raises(writing.Unwritten, match="fix-changed"):
        writing.put_page(Rewrite(page, b"old", b"new"))
    assert page.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [page]


@pytest.fixture
def linked(site: Path) -> Path:
    """The English page is a link to a file elsewhere in the site, which is no page itself."""
    real = site / "_texts.d" / "a.page"
    real.parent.mkdir()
    (site / "en/a.md").rename(real)
    (site / "en/a.md").symlink_to("../_texts.d/a.page")
    return real


def test_a_link_stays_a_link_and_its_file_is_fixed(site: Path, linked: Path) -> None:
    check("--fix")
    assert (site / "en/a.md").is_symlink()
    assert linked.read_text(encoding="utf-8") == EN_SAFE


def test_nothing_outside_of_the_site_is_written(
    site: Path, linked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = site.parent / "outside.md"
    prepare = writing.rewrites

    def moved(*given: object) -> object:
        outside.write_text(EN, encoding="utf-8")
        (site / "en/a.md").unlink()
        (site / "en/a.md").symlink_to(outside)
        return prepare(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("sverka.cli.fixing.rewrites", moved)
    result = check("--fix")
    assert outside.read_text(encoding="utf-8") == EN
    assert result.exit_code == 2
    assert "en/a.md: this link leads out of the site's root, so what it leads to was not" in (
        result.stderr
    )


def test_a_page_that_cannot_be_read_does_not_keep_the_others_from_being_fixed(site: Path) -> None:
    (site / "en/b.md").write_bytes(b"\xff\xfea\x00")
    result = check("--unsafe-fixes")
    assert result.exit_code == 2
    assert read(site) == (RU_DONE, EN_DONE)


def test_terms_and_links_are_fixed_on_request(site: Path) -> None:
    (site / "sverka.toml").write_text('termbase = "terms.csv"\n')
    (site / "terms.csv").write_text("ru,en,forbidden-en\nпилинг,peel,peeling\n", encoding="utf-8")
    (site / "ru/a.md").write_text(
        "# Пилинг\n\nВрач расскажет о пилинге. Прочтите [об уходе](/ru/care).\n", encoding="utf-8"
    )
    (site / "en/a.md").write_text(
        "# Peel\n\nThe doctor explains the peeling. Read [about care](/ru/care).\n",
        encoding="utf-8",
    )
    for code, title in (("ru", "Уход"), ("en", "Care")):
        (site / code / "care.md").write_text(f"# {title}\n", encoding="utf-8")
    check("--unsafe-fixes")
    assert (site / "en/a.md").read_text(encoding="utf-8") == (
        "# Peel\n\nThe doctor explains the peel. Read [about care](/en/care).\n"
    )
