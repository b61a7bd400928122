"""The hooks: what pre-commit makes of them, and that its way of handing over files is no matter."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.config import Config
from sverka.runner import check, exit_code

ROOT = Path(__file__).resolve().parent.parent
WHAT_IS_INSTALLED = ("lint", "checks", "docs/rules", "pyproject.toml", "README.md", "LICENSE")
MANIFEST = ".pre-commit-hooks.yaml"

RU = "# Пилинг\n\nКурс занимает 5 дней.\n"
EN = "# Peel\n\nThe course takes 3 days.\n"
GOOD_RU = "# Крем\n\nЕго наносят 2 раза в день.\n"
GOOD_EN = "# Cream\n\nIt is applied 2 times a day.\n"


# How the files are handed over


@pytest.fixture(scope="module")
def four_pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name in ("a", "b", "c", "d"):
        for path, text in ((f"ru/{name}.md", RU), (f"en/{name}.md", EN)):
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(f"{text}\n{name}\n", encoding="utf-8")
    return folder


@settings(max_examples=10)
@given(st.data())
def test_results_do_not_depend_on_how_the_list_is_split(
    four_pairs: Path, data: st.DataObject
) -> None:
    def found(paths: Sequence[Path]) -> tuple[set[str], int]:
        result = check(Config(four_pairs), paths)
        return {one.fingerprint for one in result.findings}, exit_code(result)

    pages = data.draw(st.permutations(sorted(four_pairs.rglob("*.md"))))
    parts = data.draw(st.integers(1, 3))
    taken = pages[: data.draw(st.integers(parts, len(pages)))]
    whole, code = found(taken)
    outcomes = [found(taken[part::parts]) for part in range(parts)]
    assert set().union(*(one for one, _ in outcomes)) == whole
    assert max(one for _, one in outcomes) == code == 1


# pre-commit itself


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *settings, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True, env=_environment())
    return done.stdout.decode()


def _environment(**more: str) -> dict[str, str]:
    own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return {**own, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", **more}


def pre_commit(folder: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder, capture_output=True, check=False, text=True, encoding="utf-8", timeout=540,
        env=_environment(PRE_COMMIT_HOME=str(home)),
    )  # fmt: skip


def test_the_manifest_is_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", MANIFEST],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / MANIFEST).read_text())}
    assert set(hooks) == {"sverka", "sverka-site"}
    assert hooks["sverka"]["require_serial"] is True
    assert hooks["sverka-site"]["pass_filenames"] is False


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """This project as a repository of hooks, and a place for pre-commit's environments."""
    index = tmp_path_factory.mktemp("index")
    reached = subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", index, "hatchling"],
        capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    if reached.returncode:
        reason = "no package index can be reached, so pre-commit cannot install the hooks"
        if os.environ.get("SVERKA_CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("hooks")
    for name in (*WHAT_IS_INSTALLED, MANIFEST):
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, place)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "hooks")
    return folder, tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in a work tree: one pair that agrees, one that does not, committed."""
    git(tmp_path, "init", "-q", "-b", "main")
    pages = {
        "ru/good.md": GOOD_RU, "en/good.md": GOOD_EN, "ru/bad.md": RU, "en/bad.md": EN,
        "readme.txt": "x\n",
    }  # fmt: skip
    for path, text in pages.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "site")
    return tmp_path


def test_a_staged_page_is_checked_with_the_other_version_that_is_not(
    hooks: tuple[Path, Path], site: Path
) -> None:
    repository, home = hooks
    (site / "ru" / "good.md").write_text(GOOD_RU.replace("2", "4"), encoding="utf-8")
    git(site, "add", "-A")
    done = pre_commit(site, home, "try-repo", str(repository), "sverka")
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"(ru|en)/good\.md:3:\d+: error translation/number: ", done.stdout)
    assert "bad.md" not in done.stdout

    # A page that was renamed comes under its new name, one that was deleted not at all.
    git(site, "reset", "-q", "--hard")
    git(site, "mv", "en/good.md", "en/better.md")
    git(site, "mv", "ru/good.md", "ru/better.md")
    git(site, "rm", "-q", "en/bad.md")
    done = pre_commit(site, home, "try-repo", str(repository), "sverka")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout

    # Where only pages are deleted, the hook for the whole site still looks.
    git(site, "reset", "-q", "--hard")
    done = pre_commit(site, home, "try-repo", str(repository), "sverka-site")
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"(ru|en)/bad\.md:3:\d+: error translation/number: ", done.stdout)
