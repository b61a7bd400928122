"""What is handed to CI services: the action and the snippets, held against schemas and run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from sverka.cli import cli
from sverka.cli.init import SNIPPETS as NAMES
from sverka.snippets import SNIPPETS

ROOT = Path(__file__).resolve().parent.parent
RU = "# Пилинг\n\nКурс занимает 5 дней.\n"
EN = "# Peel\n\nThe course takes 3 days.\n"


def schema_check(schema: str, file: Path) -> str:
    """What check-jsonschema says of a file; "" where it is valid."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    return done.stdout + done.stderr if done.returncode else ""


def test_the_action_is_valid() -> None:
    assert schema_check("vendor.github-actions", ROOT / "action.yml") == ""


@pytest.mark.parametrize(
    ("name", "schema"),
    [("github", "vendor.github-workflows"), ("gitlab", "vendor.gitlab-ci")],
)
def test_the_snippet_for_a_service_is_valid(name: str, schema: str, tmp_path: Path) -> None:
    (tmp_path / "ci.yml").write_text(SNIPPETS[name], encoding="utf-8")
    assert schema_check(schema, tmp_path / "ci.yml") == ""


def test_the_snippet_for_pre_commit_is_valid(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(SNIPPETS["pre-commit"], encoding="utf-8")
    command = [sys.executable, "-m", "pre_commit", "validate-config", "config.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


@pytest.mark.parametrize("name", NAMES)
def test_init_prints_a_snippet_and_writes_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(cli, ["init", "--snippet", name]).output == SNIPPETS[name]
    assert list(tmp_path.iterdir()) == []
    assert set(NAMES) == set(SNIPPETS)


@pytest.mark.parametrize("name", SNIPPETS)
def test_the_commands_in_a_snippet_can_be_run(name: str) -> None:
    lines = SNIPPETS[name].replace('"', "").splitlines()
    commands = [line.partition("sverka check ")[2].split() for line in lines]
    for command in filter(None, commands):
        given = [one for one in command if one.startswith("--")]
        options = {name for one in cli.commands["check"].params for name in one.opts}
        assert set(given) <= options


# The script of the action, run as the runner runs it


def script() -> str:
    steps: list[dict[str, Any]] = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    return str(steps[-1]["run"])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    pages = {
        "ru/a b.md": RU, "en/a b.md": EN,
        "ru/c.md": "# Крем\n\nЕго наносят 2 раза в день.\n",
        "en/c.md": "# Cream\n\nIt is applied 2 times a day.\n",
    }  # fmt: skip
    for path, text in pages.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def act(site: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    names = ("PATHS", "FAIL_ON", "BASELINE", "DIFF", "SARIF")
    values = {f"SVERKA_{name}": inputs.get(name.lower(), "") for name in names}
    (site / "script").mkdir(exist_ok=True)
    tool = site / "script" / "sverka"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sverka "$@"\n')
    tool.chmod(0o755)
    search = os.pathsep.join(str(ROOT / folder) for folder in ("lint", "checks"))
    environment = {
        **os.environ, **values, "PYTHONPATH": search,
        "PATH": f"{tool.parent}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(site / "summary.md"),
    }  # fmt: skip
    return subprocess.run(
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", script()],
        cwd=site, env=environment, capture_output=True, check=False, text=True, encoding="utf-8",
    )  # fmt: skip


def test_the_action_annotates_and_fills_the_summary_and_fails(site: Path) -> None:
    done = act(site, sarif="out.sarif")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=")
    assert "a b.md,line=3," in done.stdout
    assert (site / "summary.md").read_text(encoding="utf-8").startswith("## Sverka\n\n<table>")
    assert (site / "out.sarif").is_file()


def test_the_inputs_of_the_action_are_options_and_paths(site: Path) -> None:
    assert act(site, fail_on="never").returncode == 0
    assert act(site, paths="ru/c.md\nen/c.md\n").returncode == 0
    assert act(site, paths="ru/a b.md\n").returncode == 1
    assert act(site, paths="--fail-on=never").returncode == 2
    assert act(site, paths="$(touch hacked)").returncode == 2
    assert not (site / "hacked").exists()
    assert act(site, baseline="none.toml").returncode == 2
    assert act(site, diff="nowhere").returncode == 2
