"""The documentation: links lead somewhere, commands and settings in it exist, decisions agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from sverka import __version__
from sverka.check import Check
from sverka.cli import cli
from sverka.examples import run_rule, said
from sverka.finding import Severity
from sverka.registry import all_checks, checks_of
from sverka.reports import FORMATS
from sverka.snippets import HOME, SNIPPETS

ROOT = Path(__file__).resolve().parent.parent
DECISIONS = ROOT / "docs" / "decisions"
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
PAGES = [*GUIDES, *sorted((ROOT / "docs").rglob("*.md"))]
GUIDES += [ROOT / "docs" / f"{name}.md" for name in (
    "getting-started", "for-writers", "for-ci", "for-editors", "comparison", "limits",
)]  # fmt: skip

_FENCED = re.compile(r"^(`{3,})(?P<info>\w*)\n(?P<text>.*?)^\1$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _blocks(path: Path, info: str) -> list[str]:
    return [match["text"] for match in _FENCED.finditer(_read(path)) if match["info"] == info]


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", _read(ROOT / "Makefile"), re.MULTILINE))


every_page = pytest.mark.parametrize("page", PAGES, ids=_name)
guides = pytest.mark.parametrize("page", GUIDES, ids=_name)


@every_page
def test_links_between_pages_lead_to_a_file(page: Path) -> None:
    prose = _FENCED.sub("", _read(page))
    inner = [t for t in _LINK.findall(prose) if not re.match(r"[a-z]+:|#", t)]
    lost = [t for t in inner if not (page.parent / t.partition("#")[0]).exists()]
    assert lost == []


@guides
def test_make_targets_that_are_named_exist(page: Path) -> None:
    named = set(re.findall(r"(?:^|`|&& )make ([a-z][a-z-]*)", _read(page), re.MULTILINE))
    assert named - _targets() == set()


def test_the_readme_names_the_two_targets_one_starts_with() -> None:
    assert {"make demo", "make test"} <= set(re.findall(r"^make \w+", _blocks(
        ROOT / "README.md", ""
    )[0], re.MULTILINE))  # fmt: skip


@guides
def test_commands_and_options_that_are_named_exist(page: Path) -> None:
    text = re.sub(r"\s+", " ", _read(page))
    for command, rest in re.findall(r"(?:`| )sverka ([a-z]+)((?: --?[a-z-]+)*)", _commandish(text)):
        assert command in cli.commands
        options = {name for param in cli.commands[command].params for name in param.opts}
        assert set(rest.split()) - options == set()


def _commandish(text: str) -> str:
    """Only what is set as code."""
    return " ".join(f" {code}" for code in re.findall(r"`{1,3}([^`]+)`{1,3}", text))


@guides
def test_rules_that_are_named_exist(page: Path) -> None:
    family = "|".join(sorted({rule.split("/")[0] for rule in all_checks()}))
    prose = "\n".join(t for t in (_read(page), *_blocks(page, "toml")))
    named = set(re.findall(rf"(?<![\w/])(?:{family})/[a-z-]+[a-z](?![\w/.-])", prose))
    invented = {"structure/quote-count"}  # the rule that CONTRIBUTING.md writes
    assert named - set(all_checks()) - invented == set()


def test_the_configuration_in_the_readme_is_accepted(tmp_path: Path) -> None:
    from sverka.config import load

    [text] = _blocks(ROOT / "README.md", "toml")
    (tmp_path / "sverka.toml").write_text(text, encoding="utf-8")
    assert load(tmp_path, checks=checks_of).fail_on is Severity.ERROR


@pytest.mark.parametrize("page", ["README.md", "docs/for-writers.md"])
def test_the_hooks_that_are_shown_exist(page: str) -> None:
    [text] = _blocks(ROOT / page, "yaml")[:1]
    hooks = {hook["id"]: hook for hook in yaml.safe_load(_read(ROOT / ".pre-commit-hooks.yaml"))}
    [repo] = yaml.safe_load(text)["repos"]
    assert {hook["id"] for hook in repo["hooks"]} <= set(hooks)
    assert [hook["entry"].split()[:2] for hook in hooks.values()] == [["sverka", "check"]] * 2
    assert repo["rev"] == "<a tag or a commit>"  # the reader puts theirs


def test_the_entry_point_is_the_command_line() -> None:
    project = tomllib.loads(_read(ROOT / "pyproject.toml"))["project"]
    assert project["scripts"] == {"sverka": "sverka.cli:main"}


def test_the_changelog_has_a_heading_for_this_version_or_the_next() -> None:
    headings = re.findall(r"^## \[(.+?)\]", _read(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert headings[0] in {"Unreleased", __version__}


def test_decisions_are_numbered_without_gaps_and_say_their_price() -> None:
    pages = sorted(DECISIONS.glob("[0-9]*.md"))
    assert [page.name[:4] for page in pages] == [f"{n:04}" for n in range(1, len(pages) + 1)]
    for page in pages:
        assert _read(page).startswith(f"# {page.name[:4]}: ")
        assert re.findall(r"^## (.+)$", _read(page), re.MULTILINE) == [
            "Context",
            "Decision",
            "Price",
        ]
        assert f"[{page.name[:4]}]({page.name})" in _read(DECISIONS / "README.md")


def test_the_first_rule_of_the_guide_does_what_the_guide_says() -> None:
    [code] = _blocks(ROOT / "CONTRIBUTING.md", "python")
    module = ModuleType("quote_count", code.partition('"""')[2].partition('"""')[0])
    exec(compile(code, "CONTRIBUTING.md", "exec", dont_inherit=True), vars(module))  # noqa: S102
    check: Check = module.CHECK
    reports = [list(said(check, run_rule(check, example))) for example in check.bad]
    assert reports == [["ru/a.md:3:1: 1 quote in the source, 0 in the translation"]]
    assert [list(said(check, run_rule(check, example))) for example in check.good] == [[]]


def test_a_rule_alone_reports_nothing_of_other_rules() -> None:
    pages = {"ru/a.md": "# А\n\n<!-- sverka-enable structure/link -->\n", "en/a.md": "# A\n"}
    checks = all_checks()
    for rule in ("suppression/unused", "suppression/unknown-rule"):
        found = {one.rule for one in run_rule(checks[rule], pages).findings}
        assert found <= {rule}


def test_every_format_is_in_the_table_of_formats() -> None:
    table = _read(ROOT / "docs" / "for-ci.md").partition("## Formats")[2].partition("##")[0]
    assert sorted(re.findall(r"^\| `([a-z]+)` \|", table, re.MULTILINE)) == sorted(FORMATS)


def test_every_input_of_the_action_is_documented() -> None:
    inputs = yaml.safe_load(_read(ROOT / "action.yml"))["inputs"]
    [text] = re.findall(
        r"^Inputs: (.+?);", _read(ROOT / "docs" / "for-ci.md"), re.MULTILINE | re.DOTALL
    )
    assert set(re.findall("`([a-z-]+)`", text)) == set(inputs)
    for block in _blocks(ROOT / "docs" / "for-ci.md", "yaml"):
        yaml.safe_load(block)


def test_the_job_for_gitlab_is_the_one_that_init_prints() -> None:
    jobs = [yaml.safe_load(block) for block in _blocks(ROOT / "docs" / "for-ci.md", "yaml")]
    printed = yaml.safe_load(SNIPPETS["gitlab"].replace(HOME, "https://<where this repository is>"))
    assert printed in jobs
