"""The command line: commands, exit codes, streams, colours, locales, what it says of mistakes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

import sverka
from sverka import registry, runner
from sverka.check import Check, Option
from sverka.cli import cli, main
from sverka.cli.options import document_locale, locale_of, split_names
from sverka.cli.output import table, wants_color, way_to
from sverka.config import Config
from sverka.finding import Finding, Place, Reported, Severity
from sverka.result import Failure, RunResult
from sverka.site import PageFacts, Pair
from sverka.source import Source
from sverka.span import Span

ROOT = Path(__file__).resolve().parent.parent
WriteSite = Callable[[Mapping[str, str]], Path]

RULE = Check(
    id="structure/list-items",
    unit="pair",
    run=lambda pair, context: (),
    severity=Severity.ERROR,
    messages={"en": {"missing": "Missing: “{item}”"}, "ru": {"missing": "Нет: «{item}»"}},
    bad=({"ru/a.md": "- раз\n- два\n", "en/a.md": "- one\u200b\n"},),
    good=({"ru/a.md": "- раз\n", "en/a.md": "- one\n"},),
    documentation="Lists have the same items.\n\nWhat it finds: items without a partner.\n",
    options=(Option("least", 3, "The shortest list to look at."),),
)
OTHER = Check(
    id="structure/heading",
    unit="page",
    run=lambda page, context: (),
    severity=Severity.WARNING,
    messages={},
    bad=(),
    good=(),
    documentation="Headings go down one level at a time.",
)
RULES = {OTHER.id: OTHER, RULE.id: RULE}
EN = Source("en/a.md", "- one\n")
BROKEN = Failure("b.md", "unreadable", {"reason": "it is UTF-16", "remedy": "save it as UTF-8"})


def outcome(*levels: Severity, failures: tuple[Failure, ...] = ()) -> RunResult:
    finding = Finding(Place(EN.path, Span(0, 5)), "missing", {"item": "два"})
    return RunResult(
        findings=tuple(Reported(RULE.id, level, finding, "- one", (), "f0") for level in levels),
        failures=failures,
        pages=(PageFacts(EN.path, "en", "", Span(0, 5)),),
        pairs=(),
        sources={EN.path: EN},
        checks=RULES,
        seconds=0.1,
    )


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES", "LANG", "SVERKA_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules instead of the real ones."""
    monkeypatch.setattr(registry, "all_checks", lambda **more: RULES)


class Asked(NamedTuple):
    """What a command wanted of the runner."""

    config: Config
    paths: tuple[Path, ...]
    checks: Mapping[str, Check] | None


class Engine:
    """Stands in for the runner: gives a result and remembers what was asked."""

    def __init__(self) -> None:
        self.result = outcome()
        self.asked: list[Asked] = []

    def __call__(
        self, config: Config, paths: tuple[Path, ...], checks: Mapping[str, Check] | None = None
    ) -> RunResult:
        self.asked.append(Asked(config, paths, checks))
        return self.result


@pytest.fixture
def engine(
    monkeypatch: pytest.MonkeyPatch, rules: None, tmp_path: Path, request: pytest.FixtureRequest
) -> Engine:
    """The stand-in, and an empty folder to be in."""
    stand_in = Engine()
    monkeypatch.setattr(runner, "check", stand_in)
    monkeypatch.chdir(tmp_path)
    return stand_in


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "sverka", *arguments],
        env={**_clean_environment(), **environment},
        capture_output=True,
        check=False,
    )


def _clean_environment() -> dict[str, str]:
    paths = os.pathsep.join(str(ROOT / folder) for folder in ("lint", "checks"))
    return {**os.environ, "PYTHONPATH": paths}


# The command as a whole


def test_the_version_is_the_packages() -> None:
    assert run("--version").output == f"sverka {sverka.__version__}\n"


@pytest.mark.parametrize("command", ["check", "baseline", "pairs", "rules", "explain", "init"])
def test_every_command_has_help(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Usage: cli {command}" in result.output


def test_starting_up_imports_nothing_heavy() -> None:
    script = "import sys, sverka.cli; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], env=_clean_environment(), capture_output=True, check=True
    )
    heavy = {
        "jinja2", "markdown_it", "pymorphy3", "rapidfuzz", "rich", "spacy", "Stemmer", "yaml",
        "sverka.config", "sverka.markdown", "sverka.packs", "sverka.registry", "sverka.runner",
        "sverka.reports.text", "sverka.reports.jsonreport", "sverka_checks", "tomllib",
    }  # fmt: skip
    assert heavy & set(done.stdout.decode().split()) == set()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--format", "xml"], "'xml' is not one of"),
        (["check", "--fail-on", "fatal"], "'fatal' is not one of"),
        (["check", "--locale", "de"], "there are no messages in 'de'; choose from en, ru"),
        (["check", "--colour"], "No such option"),
        (["chek"], "No such command 'chek'"),
        (["explain"], "Missing argument"),
    ],
)
def test_a_wrong_use_of_the_command_is_exit_code_2(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output


def exit_code_of_main(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_main_exits_with_the_code_of_the_command(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code_of_main("check") == 0
    engine.result = outcome(Severity.ERROR)
    assert exit_code_of_main("check") == 1
    assert exit_code_of_main("check", "nowhere") == 2
    assert exit_code_of_main("check", "--format", "xml") == 2
    assert exit_code_of_main("--version") == 0
    assert "Traceback" not in capsys.readouterr().err


def test_ctrl_c_is_exit_code_130(
    monkeypatch: pytest.MonkeyPatch, engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*given: object) -> RunResult:
        raise KeyboardInterrupt

    monkeypatch.setattr(runner, "check", interrupted)
    assert exit_code_of_main("check") == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_mistake_of_our_own_is_exit_code_2_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*given: object) -> RunResult:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(runner, "check", broken)
    assert exit_code_of_main("check") == 2
    assert capsys.readouterr().err == (
        "sverka: internal error: ZeroDivisionError: by zero\n"
        "Please report it; with SVERKA_TRACEBACK=1 in the environment it says where.\n"
    )


def test_a_reader_that_has_gone_away_is_no_error() -> None:
    for arguments in (["rules"], ["rules", "--format", "json"]):
        read, write = os.pipe()
        os.close(read)
        try:
            done = subprocess.run(
                [sys.executable, "-m", "sverka", *arguments],
                env=_clean_environment(),
                stdout=write,
                stderr=subprocess.PIPE,
                check=False,
            )
        finally:
            os.close(write)
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_exit_code_2() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sverka", "rules"],
            env=_clean_environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"sverka: the output cannot be written (No space left on device)\n"


def test_without_a_stdout_there_is_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert not wants_color(None, {})


# check


@pytest.mark.parametrize(
    ("levels", "options", "code"),
    [
        ([], [], 0),
        ([Severity.ERROR], [], 1),
        ([Severity.WARNING], [], 1),
        ([Severity.INFO], [], 0),
        ([Severity.INFO], ["--all"], 0),
        ([Severity.INFO], ["--fail-on", "info"], 1),
        ([Severity.WARNING], ["--fail-on", "error"], 0),
        ([Severity.ERROR], ["--fail-on", "error"], 1),
        ([Severity.ERROR], ["--fail-on", "never"], 0),
    ],
)
def test_findings_at_the_level_of_fail_on_are_exit_code_1(
    engine: Engine, levels: list[Severity], options: list[str], code: int
) -> None:
    engine.result = outcome(*levels)
    assert run("check", *options).exit_code == code
    assert run("check", "--format", "json", *options).exit_code == code


def test_a_failure_is_exit_code_2_and_stands_on_stderr(engine: Engine) -> None:
    engine.result = outcome(Severity.ERROR, failures=(BROKEN,))
    result = run("check", "--fail-on", "never")
    assert result.exit_code == 2
    assert result.stderr == "failure: b.md: it is UTF-16; save it as UTF-8\n"
    assert result.stdout.endswith("1 failure, so the result is incomplete.\n")


def test_the_text_report_is_the_default(engine: Engine) -> None:
    engine.result = outcome(Severity.ERROR)
    assert run("check").stdout == (
        "en/a.md:1:1: error structure/list-items: Missing: “два”\n"
        "   1 | - one\n"
        "     | ^^^^^\n"
        "\n"
        "Found 1 error. Nothing was compared: no page has a version in another language here. "
        "Checked 1 page and 0 pairs in 0.10 s.\n"
    )


def test_quiet_says_only_what_was_found(engine: Engine) -> None:
    assert run("check", "--quiet").output == ""
    engine.result = outcome(Severity.ERROR)
    assert run("check", "-q").output.endswith("     | ^^^^^\n")


def test_hints_that_fail_a_run_are_shown(engine: Engine) -> None:
    engine.result = outcome(Severity.INFO)
    assert "hint structure/list-items" in run("check", "--fail-on", "info").output
    assert "hint structure/list-items" not in run("check").output
    assert "hint structure/list-items" in run("check", "--all").output


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_report_can_go_to_a_file(engine: Engine, tmp_path: Path, form: str) -> None:
    engine.result = outcome(Severity.ERROR)
    shown = run("check", "--format", form)
    written = run("check", "--format", form, "--output", "report")
    assert written.stdout == ""
    assert written.exit_code == 1
    assert (tmp_path / "report").read_bytes() == shown.stdout_bytes


def test_a_file_that_cannot_be_written_is_exit_code_2(engine: Engine) -> None:
    result = run("check", "--output", "no/such/folder/report.json")
    assert result.exit_code == 2
    assert result.stderr == (
        "sverka: no/such/folder/report.json cannot be written (No such file or directory); "
        "name another file\n"
    )


def test_a_path_that_is_not_there_is_exit_code_2(engine: Engine) -> None:
    result = run("check", "pages", "--locale", "ru")
    assert result.exit_code == 2
    assert result.stderr == "sverka: pages: такого файла или папки нет; проверьте имя\n"
    assert engine.asked == []


def test_without_a_path_the_current_folder_is_checked(engine: Engine, tmp_path: Path) -> None:
    run("check")
    assert engine.asked[0].paths == (Path(),)
    assert engine.asked[0].config.root == tmp_path.resolve()


def test_the_paths_given_are_the_focus(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A\n")
    run("check", "a.md")
    assert engine.asked[0].paths == (Path("a.md"),)


@pytest.mark.parametrize(
    ("arguments", "select", "ignore"),
    [
        ([], ("structure/heading",), ("structure/list-items",)),
        (["--select", "structure"], ("structure",), ("structure/list-items",)),
        (["--select", "structure/list-items"], ("structure/list-items",), ()),
        (
            ["--select", "structure,structure/heading", "--select", "all"],
            ("structure", "structure/heading", "all"),
            ("structure/list-items",),
        ),
        (
            ["--select", "all", "--ignore", "structure/list-items , structure/list-items"],
            ("all",),
            ("structure/list-items",),
        ),
    ],
)
def test_the_command_line_selects_instead_of_and_ignores_beside_the_settings(
    engine: Engine,
    tmp_path: Path,
    arguments: list[str],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> None:
    (tmp_path / "sverka.toml").write_text(
        'select = ["structure/heading"]\nignore = ["structure/list-items"]\n'
    )
    result = run("check", *arguments)
    assert result.exit_code == 0, result.output
    config = engine.asked[0].config
    assert (config.select, config.ignore) == (select, ignore)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--select", "structure/list-item"],
            "--select: there is no rule structure/list-item; did you mean structure/list-items?",
        ),
        (
            ["--ignore", "structure,heading"],
            "--ignore: there is no rule heading; did you mean structure/heading?",
        ),
        (
            ["--ignore", "xyz"],
            "--ignore: there is no rule xyz; `sverka rules` lists them",
        ),
        (
            ["--ignore", "struktura", "--locale", "ru"],
            "--ignore: правила struktura нет; возможно, вы имели в виду structure?",
        ),
    ],
)
def test_an_unknown_rule_is_exit_code_2_with_a_guess(
    engine: Engine, arguments: list[str], message: str
) -> None:
    result = run("check", *arguments)
    assert result.exit_code == 2
    assert result.stderr == f"sverka: {message}\n"
    assert engine.asked == []


@pytest.mark.parametrize(
    ("arguments", "off"),
    [
        ([], True),
        (["--select", "structure/list-items"], False),
        (["--select", "structure"], True),
        (["--ignore", "structure/list-items"], True),
    ],
)
def test_a_rule_that_is_selected_by_its_name_runs_though_the_settings_say_off(
    engine: Engine, tmp_path: Path, arguments: list[str], *, off: bool
) -> None:
    (tmp_path / "sverka.toml").write_text('[rules."structure/list-items"]\nseverity = "off"\n')
    assert run("check", *arguments).exit_code == 0
    assert engine.asked[0].config.settings("structure/list-items").off is off


@pytest.mark.parametrize(
    ("arguments", "locale", "message"),
    [
        (
            ["--select", "all", "--ignore", "all"],
            "en",
            "no rule is left to run; name one in --select, or take some away from --ignore and "
            "the configuration",
        ),
        (
            ["--ignore", "structure"],
            "ru",
            "не осталось ни одного правила; назовите хотя бы одно в --select или уберите лишнее "
            "из --ignore и из настроек",
        ),
    ],
)
def test_a_run_without_any_rule_is_exit_code_2(
    engine: Engine, arguments: list[str], locale: str, message: str
) -> None:
    result = run("check", *arguments, "--locale", locale)
    assert (result.exit_code, result.stderr) == (2, f"sverka: {message}\n")
    assert engine.asked == []


def test_a_broken_configuration_is_exit_code_2(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "sverka.toml").write_text('fail_on = "error"\n')
    result = run("check")
    assert result.exit_code == 2
    assert "sverka.toml:1: " in result.stderr
    assert "fail-on" in result.stderr


def test_a_configuration_can_be_named(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('fail-on = "never"\n')
    engine.result = outcome(Severity.ERROR)
    assert run("check", "--config", "other.toml").exit_code == 0
    assert run("check", "--config", "other.toml", "--fail-on", "error").exit_code == 1
    missing = run("check", "--config", "none.toml")
    assert missing.exit_code == 2
    assert missing.stderr.startswith("sverka: none.toml: ")


def test_the_terminal_and_environment_do_not_change_the_json(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.result = outcome(Severity.ERROR)
    plain = run("check", "--format", "json").stdout
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("check", "--format", "json", "--color").stdout == plain
    russian = json.loads(run("check", "--format", "json", "--locale", "ru").stdout)
    assert russian["findings"][0]["message"] == "Нет: «два»"


# Colours, locales, tables


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("asked", "environment", "stream", "wanted"),
    [
        (None, {}, StringIO(), False),
        (None, {}, Terminal(), True),
        (None, {"NO_COLOR": "1"}, Terminal(), False),
        (None, {"NO_COLOR": ""}, Terminal(), True),
        (None, {"TERM": "dumb"}, Terminal(), False),
        (None, {"FORCE_COLOR": "1"}, StringIO(), True),
        (None, {"FORCE_COLOR": "0"}, StringIO(), False),
        (None, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, Terminal(), False),
        (True, {"NO_COLOR": "1"}, StringIO(), True),
        (False, {"FORCE_COLOR": "1"}, Terminal(), False),
    ],
)
def test_colour_is_for_terminals_unless_said(
    asked: bool | None, environment: dict[str, str], stream: StringIO, wanted: bool
) -> None:
    assert wants_color(asked, environment, stream) is wanted


def test_colour_can_be_forced_and_is_never_in_a_file(engine: Engine, tmp_path: Path) -> None:
    engine.result = outcome(Severity.ERROR)
    assert "\x1b[31m" in run("check", "--color").stdout
    assert "\x1b[" not in run("check", "--no-color").stdout
    run("check", "-o", "report")
    assert "\x1b[" not in (tmp_path / "report").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "configured", "environment", "locale"),
    [
        (None, "", {}, "en"),
        (None, "", {"LANG": "ru_RU.UTF-8"}, "ru"),
        (None, "", {"LC_MESSAGES": "ru_RU", "LANG": "en_US"}, "ru"),
        (None, "", {"LC_ALL": "C", "LANG": "ru_RU"}, "en"),
        (None, "", {"LC_ALL": "", "LANG": "ru_RU"}, "ru"),
        (None, "", {"LANG": "de_DE.UTF-8"}, "en"),
        (None, "en", {"LANG": "ru_RU"}, "en"),
        ("ru", "en", {"LANG": "en_US"}, "ru"),
    ],
)
def test_the_locale_is_asked_for_then_configured_then_the_environments(
    asked: str | None, configured: str, environment: dict[str, str], locale: str
) -> None:
    assert locale_of(asked, configured, environment) == locale


def test_the_locale_of_documents_leaves_out_the_environment() -> None:
    assert [document_locale(*one) for one in ((None, ""), (None, "ru"), ("ru", "en"))] == [
        "en",
        "ru",
        "ru",
    ]


def test_names_are_divided_by_commas_and_not_repeated() -> None:
    assert split_names(("a, b", "c,,a", " ")) == ("a", "b", "c")


def test_a_table_is_as_wide_as_its_words_are_shown() -> None:
    rows = [("ru/день.md", "x"), ("漢字\x1b", "y")]
    assert table(rows, headings=("path", "z")) == ("path        z\nru/день.md  x\n漢字␛       y\n")


# rules and explain


def test_rules_lists_id_level_unit_and_summary(rules: None) -> None:
    assert run("rules").output == (
        "rule                  level    looks at  what it finds\n"
        "structure/heading     warning  page      Headings go down one level at a time.\n"
        "structure/list-items  error    pair      Lists have the same items.\n"
    )


def test_rules_as_json(rules: None) -> None:
    listed = json.loads(run("rules", "--format", "json").stdout)
    assert listed["schema"] == 1
    assert listed["rules"][1] == {
        "id": "structure/list-items",
        "severity": "error",
        "unit": "pair",
        "summary": "Lists have the same items.",
        "options": [
            {"name": "least", "default": 3, "description": "The shortest list to look at."}
        ],
    }


def test_explain_shows_the_documentation_options_and_examples(rules: None) -> None:
    assert run("explain", "structure/list-items").output == (
        "structure/list-items\n"
        "Level: error. Compares: the two versions of a page.\n"
        "\n"
        "Lists have the same items.\n"
        "\n"
        "What it finds\n"
        "items without a partner.\n"
        "\n"
        'Options, under [rules."structure/list-items"] in sverka.toml\n'
        "  least\n"
        "    The shortest list to look at.\n"
        "    if not said: 3\n"
        "\n"
        "Reported\n"
        "  ru/a.md\n"
        "  │ - раз\n"
        "  │ - два\n"
        "  en/a.md\n"
        "  │ - one<U+200B>\n"
        "\n"
        "Not reported\n"
        "  ru/a.md\n"
        "  │ - раз\n"
        "  en/a.md\n"
        "  │ - one\n"
    )


def test_explain_in_colour_says_the_same(rules: None) -> None:
    coloured = run("explain", "structure/list-items", "--color").output
    assert coloured != run("explain", "structure/list-items").output
    assert click.unstyle(coloured) == run("explain", "structure/list-items").output


def test_explain_of_a_family_lists_its_rules(rules: None) -> None:
    assert run("explain", "structure").output == run("rules").output


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("list-items", "there is no rule list-items; did you mean structure/list-items?"),
        ("structur", "there is no rule structur; did you mean structure?"),
        ("zzz", "there is no rule zzz; `sverka rules` lists them"),
    ],
)
def test_explain_guesses_the_rule_that_was_meant(rules: None, name: str, message: str) -> None:
    result = run("explain", name)
    assert (result.exit_code, result.stderr) == (2, f"sverka: {message}\n")


def test_every_real_rule_can_be_explained_in_every_locale() -> None:
    from sverka.messages import locales
    from sverka.registry import all_checks

    for rule in all_checks():
        for locale in locales():
            result = run("explain", rule, "--locale", locale)
            assert result.exit_code == 0, result.output
            assert result.output.startswith(f"{rule}\n")


# pairs


def test_pairs_shows_pairs_and_what_stays_alone(engine: Engine, tmp_path: Path) -> None:
    pages = [("en/a.md", "en"), ("fr/b.md", ""), ("ru/a.md", "ru"), ("ru/b.md", "ru")]
    engine.result = RunResult(
        findings=(),
        failures=(),
        pages=tuple(PageFacts(path, language, "", Span(0, 0)) for path, language in pages),
        pairs=(Pair("ru/a.md", "en/a.md", "path", 1.0),),
        sources={},
        checks={},
    )
    result = run("pairs")
    assert result.exit_code == 0
    assert result.stdout == (
        "source   translation  found by  confidence\n"
        "ru/a.md  en/a.md      path      100%\n"
        "\n"
        "Without another version:\n"
        "fr/b.md  another language\n"
        "ru/b.md  ru\n"
        "\n"
        "1 pair, 2 pages without another version.\n"
    )
    listed = json.loads(run("pairs", "--format", "json").stdout)
    assert listed["pairs"] == [{"ru": "ru/a.md", "en": "en/a.md", "how": "path", "confidence": 1.0}]
    assert listed["alone"] == [
        {"path": "fr/b.md", "language": None},
        {"path": "ru/b.md", "language": "ru"},
    ]
    assert listed["failures"] == []


def test_pairs_runs_no_rule_and_reports_failures(engine: Engine) -> None:
    engine.result = outcome(failures=(BROKEN,))
    result = run("pairs")
    assert result.exit_code == 2
    assert result.stderr == "failure: b.md: it is UTF-16; save it as UTF-8\n"
    assert engine.asked[0].checks == {}


# The whole way, with the real engine

SITE = {
    "ru/a.md": "# Пилинг\n\nЭта процедура длится один час, и её делают в клинике.\n",
    "en/a.md": "# Peel\n\nThe visit takes one hour, and it is done in the clinic.\n",
    "ru/b.md": "# Цены\n\nЭта процедура длится один час.\n\n<!-- sverka-ignore all -->\n",
    "en/b.md": "# Prices\n\nThe visit takes one hour, and it is done in the clinic.\n",
}
REAL = ("--select", "suppression")


@pytest.fixture
def site(write_site: WriteSite) -> Path:
    """Two pairs of pages and a directive that there is not."""
    return write_site(SITE)


def test_a_site_is_checked_from_end_to_end(site: Path) -> None:
    result = run("check", str(site), *REAL)
    assert result.exit_code == 1, result.output
    first, line, mark = result.stdout.splitlines()[:3]
    assert first.startswith(f"{site.as_posix()}/ru/b.md:5:1: warning suppression/unknown-rule: ")
    assert line == "   5 | <!-- sverka-ignore all -->"
    assert mark.strip(" |^") == ""
    assert "Found 1 warning. Checked 4 pages and 2 pairs in " in result.stdout


def test_the_real_json_keeps_to_the_schema(site: Path) -> None:
    (site / "ru" / "broken.md").write_bytes(b"\xff\xfe\x00")
    result = run("check", str(site), "--format", "json", *REAL)
    assert result.exit_code == 2
    document: dict[str, Any] = json.loads(result.stdout)
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(document)
    assert [one["path"] for one in document["failures"]] == ["ru/broken.md"]
    assert [one["quote"] for one in document["findings"]] == ["<!-- sverka-ignore all -->"]
    assert {"ru": "ru/a.md", "en": "en/a.md"}.items() <= document["pairs"][0].items()


def test_paths_in_text_can_be_opened_from_the_current_folder(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "ru" / "broken.md").write_bytes(b"\xff\xfe\x00")
    (site / "sverka.toml").write_text('source-language = "ru"\n')
    for here, there, base in (
        (site.parent, "site", "site/"),
        (site, ".", ""),
        (site / "en", "..", "../"),
    ):
        monkeypatch.chdir(here)
        result = run("check", there, *REAL)
        assert result.stdout.startswith(f"{base}ru/b.md:5:1: ")
        assert result.stderr.startswith(f"failure: {base}ru/broken.md: ")
        listed = json.loads(run("check", there, "--format", "json", *REAL).stdout)
        assert [one["path"] for one in listed["findings"]] == ["ru/b.md"]


@pytest.mark.parametrize(
    ("root", "here", "way"),
    [
        ("/a/b", "/a/b", ""),
        ("/a/b", "/a", "b/"),
        ("/a", "/a/b/c", "../../"),
        ("/a/b", "/c", "/a/b/"),
        ("/", "/a", "../"),
    ],
)
def test_the_way_to_the_site_is_short_where_it_can_be(root: str, here: str, way: str) -> None:
    assert way_to(Path(root), Path(here)) == way


def test_a_focus_on_one_page_hides_findings_on_others(site: Path) -> None:
    assert run("check", str(site / "en" / "a.md"), *REAL).exit_code == 0
    assert run("check", str(site / "ru" / "b.md"), *REAL).exit_code == 1


@pytest.mark.parametrize("name", ["empty", "notes.html"])
def test_a_path_without_a_page_is_exit_code_2(site: Path, name: str) -> None:
    (site / "empty").mkdir()
    (site / "notes.html").write_text("<p>\n")
    result = run("check", str(site / name))
    assert result.exit_code == 2
    assert result.stderr.startswith("failure: ")
    assert ".md, .markdown, .mdx or .txt" in result.stderr


def test_a_named_file_that_is_left_out_is_a_note_and_exit_code_0(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "sverka.toml").write_text('exclude = ["drafts"]\n')
    for folder in ("drafts", ".github"):
        (site / folder).mkdir()
        (site / folder / "x.md").write_text("# x\n")
    monkeypatch.chdir(site)
    note = "is left out of the site by the configuration or by default, and was not checked"
    alone = run("check", "drafts/x.md", ".github/x.md", *REAL)
    assert alone.exit_code == 0
    assert alone.stderr == f"sverka: drafts/x.md {note}\nsverka: .github/x.md {note}\n"
    beside = run("check", "drafts/x.md", "ru/b.md", *REAL)
    assert (beside.exit_code, beside.stderr) == (1, f"sverka: drafts/x.md {note}\n")
    assert run("check", "drafts/x.md", "drafts", *REAL).exit_code == 2
    assert run("pairs", "drafts/x.md").stderr == f"sverka: drafts/x.md {note}\n"


def test_a_broken_page_is_not_said_to_be_left_out(site: Path) -> None:
    (site / "ru" / "broken.md").write_bytes(b"\xff\xfe\x00")
    result = run("check", str(site / "ru" / "broken.md"), str(site / "en"), *REAL)
    assert result.exit_code == 2
    assert "left out" not in result.stderr


def test_a_named_file_finds_its_pair_without_git_or_settings(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site)
    assert " and 2 pairs in " in run("check", "ru/a.md", *REAL).stdout


def test_pairs_of_a_folder_are_those_that_touch_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "sverka.toml").write_text('fail-on = "never"\n')
    monkeypatch.chdir(site)
    assert len(json.loads(run("pairs", "--format", "json").stdout)["pairs"]) == 2
    focused = json.loads(run("pairs", "en/a.md", "--format", "json").stdout)
    assert [one["en"] for one in focused["pairs"]] == ["en/a.md"]
    assert focused["alone"] == []


def test_the_same_bytes_for_every_hash_seed_and_locale(site: Path) -> None:
    outputs = []
    for seed, locale in (("1", "C"), ("2", "ru_RU.UTF-8")):
        done = process(
            "check", str(site), "--format", "json", *REAL, PYTHONHASHSEED=seed, LC_ALL=locale
        )
        document = json.loads(done.stdout.decode())
        document["summary"].pop("seconds")
        outputs.append((done.returncode, json.dumps(document)))
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("koi8-r", "всё ".encode("koi8-r") + b"\\U0001f600"),
        ("latin-1", b"\\u0432\\u0441\\u0451 \\U0001f600"),
    ],
)
def test_a_letter_that_the_terminal_lacks_is_shown_by_its_number(
    site: Path, encoding: str, shown: bytes
) -> None:
    (site / "ru" / "b.md").write_text(SITE["ru/b.md"].replace("all", "всё 😀"), encoding="utf-8")
    done = process("check", str(site), "--locale", "ru", *REAL, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (1, b"")
    assert shown in done.stdout


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}])
def test_json_is_utf8_whatever_the_terminal_is(site: Path, environment: dict[str, str]) -> None:
    (site / "ru" / "b.md").write_text(SITE["ru/b.md"].replace("all", "всё 😀"), encoding="utf-8")
    done = process("check", str(site), "--format", "json", *REAL, **environment)
    assert "всё 😀" in json.loads(done.stdout.decode("utf-8"))["findings"][0]["quote"]
    assert done.stderr == b""


# init


def test_init_writes_settings_that_check_can_read(site: Path) -> None:
    result = run("init", str(site))
    assert result.exit_code == 0, result.output
    assert result.output == (
        f"{site / 'sverka.toml'} is written: 4 pages (English 2, Russian 2), 2 pairs, "
        "0 pages without another version. Next: sverka check\n"
        "For a hook, a workflow or a job that runs it: sverka init --snippet pre-commit, github or "
        "gitlab\n"
    )
    written = (site / "sverka.toml").read_text(encoding="utf-8")
    assert tomllib.loads(written) == {"source-language": "ru", "fail-on": "warning"}
    assert "#   ru/{path}.md <-> en/{path}.md  (2)\n" in written
    assert run("check", str(site), *REAL).exit_code == 1


def test_the_examples_that_init_writes_are_settings_sverka_accepts(site: Path) -> None:
    run("init", str(site))
    file = site / "sverka.toml"
    examples = ("# [", "# source =", "# target =", "# severity =", "# exclude =")
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = [line[2:] if line.startswith(examples) else line for line in lines]
    text = "\n".join(lines).replace("structure/image", "suppression/unused")
    file.write_text(text, encoding="utf-8")
    result = run("check", str(site), *REAL)
    assert result.exit_code == 1, result.output


@pytest.mark.parametrize("name", ["sverka.toml", ".sverka.toml", "pyproject.toml"])
def test_init_does_not_overwrite(site: Path, name: str) -> None:
    own = "[tool.sverka]\n" if name == "pyproject.toml" else 'fail-on = "never"\n'
    (site / name).write_text(own)
    result = run("init", str(site))
    assert result.exit_code == 2
    assert result.stderr == (
        f"sverka: {(site / name).resolve()} is there already; --force writes it anew, "
        "--dry-run shows what would be written\n"
    )
    assert (site / name).read_text() == own


def test_init_overwrites_by_force(site: Path) -> None:
    (site / "sverka.toml").write_text("nonsense")
    assert run("init", str(site), "--force").exit_code == 0
    assert "source-language" in (site / "sverka.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_init_with_a_page_that_cannot_be_read_is_exit_code_2(
    site: Path, options: list[str]
) -> None:
    (site / "ru" / "broken.md").write_bytes(b"\xff\xfe\x00")
    result = run("init", str(site), *options)
    assert result.exit_code == 2
    assert result.stderr.startswith("failure: ")
    assert (site / "sverka.toml").exists() is not bool(options)


def test_init_can_only_show_the_file(site: Path) -> None:
    shown = run("init", str(site), "--dry-run").output
    assert not (site / "sverka.toml").exists()
    run("init", str(site))
    assert shown == (site / "sverka.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "empty",
            "holds no page (.md, .markdown, .mdx, .txt); name the folder where the pages are",
        ),
        ("nowhere", "is no folder; name the one that holds the pages"),
    ],
)
def test_init_wants_a_folder_with_pages(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    result = run("init", str(tmp_path / name))
    assert result.exit_code == 2
    assert result.stderr == f"sverka: {tmp_path / name} {message}\n"


# Several reports


def test_several_reports_are_written_in_one_run(engine: Engine, tmp_path: Path) -> None:
    engine.result = outcome(Severity.ERROR)
    both = run("check", "--format", "text", "--format", "sarif=a.sarif", "--format", "junit=a.xml")
    assert both.stdout == run("check").stdout
    assert len(engine.asked) == 2
    assert json.loads((tmp_path / "a.sarif").read_text())["version"] == "2.1.0"
    assert (tmp_path / "a.xml").read_text().startswith("<?xml")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "text", "--format", "json"],
        ["--format", "json=a", "--output", "b"],
        ["--format", "json=a", "--format", "sarif=a"],
    ],
)
def test_two_reports_cannot_go_to_one_place(engine: Engine, arguments: list[str]) -> None:
    result = run("check", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("sverka: each report needs a place of its own: ")
    assert engine.asked == []


def test_a_format_without_a_file_after_the_sign_is_exit_code_2(engine: Engine) -> None:
    assert run("check", "--format", "sarif=").exit_code == 2


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "junit"])
def test_services_are_given_paths_from_the_top_of_the_work_tree(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    engine.result = outcome(Severity.ERROR)
    assert "site/en/a.md" in run("check", ".", "--format", form).stdout


@pytest.mark.parametrize("form", ["checkstyle", "rdjsonl"])
def test_others_are_given_paths_from_the_current_folder(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    (tmp_path / "site").mkdir()
    engine.result = outcome(Severity.ERROR)
    assert '"site/en/a.md"' in run("check", "site", "--format", form).stdout
    monkeypatch.chdir(tmp_path / "site")
    assert '"en/a.md"' in run("check", ".", "--format", form).stdout


def test_the_summary_of_a_step_is_added_to_what_is_there(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "summary").write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    engine.result = outcome(Severity.ERROR)
    assert run("check", "--format", "github").exit_code == 1
    text = (tmp_path / "summary").read_text(encoding="utf-8")
    assert text.startswith("before\n## Sverka\n\n<table>")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "summary"))
    assert run("check", "--format", "github").exit_code == 2


def test_without_a_summary_it_is_said_how_many_are_not_annotated(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    engine.result = outcome(*[Severity.ERROR] * 12)
    assert run("check", "--format", "github").stderr.startswith(
        "sverka: 2 findings are not annotated, since GitHub shows ten a step"
    )


# A terminal


@pytest.mark.parametrize(
    ("environment", "terminal", "follows"),
    [
        ({"TERM_PROGRAM": "WezTerm", "TERM": "xterm-256color"}, True, True),
        ({"VTE_VERSION": "7600"}, True, True),
        ({"VTE_VERSION": "4900"}, True, False),
        ({"TERM": "xterm-kitty"}, True, True),
        ({"TERM": "xterm-256color"}, True, False),
        ({"TERM": "screen-256color", "VTE_VERSION": "7600"}, True, False),
        ({"TERM": "xterm-kitty", "CI": "true"}, True, False),
        ({"TERM": "xterm-kitty"}, False, False),
        ({"FORCE_HYPERLINK": "1"}, False, True),
        ({"FORCE_HYPERLINK": "0", "TERM": "xterm-kitty"}, True, False),
    ],
)
def test_links_are_for_terminals_that_are_known_to_follow_them(
    environment: Mapping[str, str], terminal: bool, follows: bool
) -> None:
    from sverka.cli.links import follows_links

    assert follows_links(environment, terminal=terminal) is follows


def test_the_id_of_a_rule_links_to_its_page(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.result = outcome(Severity.ERROR)
    plain = run("check").stdout
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    linked = run("check").stdout
    page = (ROOT / "docs" / "rules" / "structure" / "list-items.md").as_uri()
    assert f"\x1b]8;;{page}\x1b\\structure/list-items\x1b]8;;\x1b\\:" in linked
    assert linked.replace(f"\x1b]8;;{page}\x1b\\", "").replace("\x1b]8;;\x1b\\", "") == plain
    assert "\x1b" not in run("check", "--output", "report").stdout


def test_completion_offers_rules_and_families(rules: None) -> None:
    done = CliRunner(env={
        "_SVERKA_COMPLETE": "bash_complete", "COMP_WORDS": "sverka explain stru", "COMP_CWORD": "2",
    }).invoke(cli, prog_name="sverka", complete_var="_SVERKA_COMPLETE")  # fmt: skip
    offered = [line.partition(",")[2] for line in done.output.split()]
    assert offered == ["structure", "structure/heading", "structure/list-items"]


def test_a_bar_is_drawn_on_a_terminal_after_a_second_and_taken_away(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    for number in range(3):
        for language, text in (("ru", "# Уход\n\nТекст.\n"), ("en", "# Care\n\nText.\n")):
            place = tmp_path / language / f"{number}.md"
            place.parent.mkdir(exist_ok=True)
            place.write_text(text, encoding="utf-8")
    script = (
        "import sverka.cli.progress as p; p.PATIENCE = p.PAUSE = {patience}\n"
        "import sverka.cli; sverka.cli.main(['check', '-q', '--locale', 'en'])"
    )

    def drawn(patience: float) -> str:
        ours, theirs = pty.openpty()
        done = subprocess.Popen(
            [sys.executable, "-c", script.format(patience=patience)],
            env={**_clean_environment(), "TERM": "xterm"}, cwd=tmp_path, stderr=theirs,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs)
        text = b""
        try:
            while part := os.read(ours, 4096):
                text += part
        except OSError:  # the other end is closed
            pass
        finally:
            os.close(ours)
        assert done.wait() == 0
        return text.decode()

    eager = drawn(0.0)
    assert "Checking ━" in eager
    assert eager.endswith("\r\x1b[2K")
    assert drawn(1000.0) == ""


def test_junit_passes_no_page_that_was_not_asked_about(
    engine: Engine, tmp_path: Path, write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    site = write_site({f"{language}/{name}.md": "# A\n" for language in ("ru", "en")
                       for name in ("a", "b")})  # fmt: skip
    monkeypatch.chdir(site)
    assert run("check", "--format", "junit").stdout.count("<testsuite ") == 4
    focused = run("check", "ru/a.md", "--format", "junit").stdout
    assert re.findall(r'<testsuite name="([^"]+)"', focused) == ["en/a.md", "ru/a.md"]
