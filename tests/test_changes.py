"""What a patch says has changed, and which findings that concerns, with a real git."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from sverka.changes import Changes, may_be_versions, parse_patch
from sverka.cli import cli
from sverka.finding import Place
from sverka.source import Source
from sverka.span import Span

RU = "# Пилинг\n\nКурс занимает 5 дней.\n\n## Уход\n\nНужен крем 2 раза в день.\n"
EN = "# Peel\n\nThe course takes 3 days.\n\n## Care\n\nUse a cream 4 times a day.\n"
NAME = 'ru/ст "ра\tница".md'


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *settings, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def write(folder: Path, pages: Mapping[str, str]) -> None:
    for path, text in pages.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site in a work tree, committed, and a folder to be in."""
    folder = tmp_path / "work"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, {"ru/a.md": RU, "en/a.md": EN})
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    monkeypatch.chdir(folder)
    for name in ("LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    return folder


def check(*arguments: str) -> Result:
    # The pages here are copies of each other; that articles contradict each other is no matter.
    return CliRunner().invoke(cli, ["check", "--ignore", "claims", *arguments])


def places(result: Result) -> list[str]:
    """Where findings stand: path and line."""
    heads = (line.split(": ")[0] for line in result.stdout.splitlines() if not line[:1].isspace())
    return sorted(head.rsplit(":", 1)[0] for head in heads if ".md:" in head)


# The patch


def test_lines_paths_and_what_is_gone_are_read_from_a_patch(repository: Path) -> None:
    write(repository, {NAME: "раз\nдва\nтри\n", "ru/gone.md": "x\n", "ru/old.md": RU})
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "second")
    write(repository, {NAME: "раз\nдва!\n+++ b/ru/fake.md\n@@ -1 +1 @@\nтри", "ru/a.md": "# П\n"})
    (repository / "ru/gone.md").unlink()
    git(repository, "mv", "ru/old.md", "ru/new.md")
    patch = git(
        repository, "-c", "core.quotePath=off", "diff", "-U0", "--find-renames", "HEAD"
    )  # fmt: skip
    changes = parse_patch(patch)
    assert changes.lines[NAME] == ((2, 5),)
    assert changes.lines["ru/new.md"] == ()
    assert set(changes.lines) == {NAME, "ru/a.md", "ru/new.md"}
    assert changes.gone == {"ru/gone.md", "ru/old.md"}


def test_where_lines_were_only_taken_out_those_around_count() -> None:
    changes = parse_patch("--- a/a.md\n+++ b/a.md\n@@ -3,2 +2,0 @@\n-x\n-y\n")
    assert changes.lines == {"a.md": ((2, 3),)}


@pytest.mark.parametrize(("line", "touched"), [(1, False), (2, True), (3, True), (4, False)])
def test_a_place_that_ends_with_its_line_does_not_reach_into_the_next(
    line: int, touched: bool
) -> None:
    source = Source("a.md", "one\ntwo\nthree\nfour\n")
    start = source.line_starts[line - 1]
    end = source.line_starts[line]
    changes = Changes({"a.md": ((2, 3),)})
    assert changes.touch(Place("a.md", Span(start, end)), source) is touched


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader_of_patches(text: str) -> None:
    parse_patch(f"--- a/a\n+++ b/a\n@@ -1 +1 @@\n{text}")
    parse_patch(text)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ru/a.md", "en/a.md", True),
        ("content/ru/x/a.md", "content/en/x/a.md", True),
        ("a.ru.md", "a.en.md", True),
        ("a.ru.md", "a.md", True),
        ("a.md", "b.md", False),
        ("ru/a.md", "en/b.md", False),
        ("ru/a.md", "ru/x/a.md", False),
    ],
)
def test_paths_of_versions_differ_in_one_part(one: str, other: str, expected: bool) -> None:
    assert may_be_versions(one, other) is expected
    assert may_be_versions(other, one) is expected


# The option


def test_only_findings_on_changed_lines_are_shown_when_both_versions_were_changed(
    repository: Path,
) -> None:
    assert places(check()) == ["en/a.md:3", "en/a.md:7"]
    nothing = check("--diff", "HEAD")
    assert (nothing.exit_code, places(nothing)) == (0, [])
    assert nothing.stderr == "sverka: 2 findings elsewhere left out: not changed since HEAD\n"
    write(repository, {"ru/a.md": RU.replace("Уход", "Забота")})
    write(repository, {"en/a.md": EN.replace("a cream", "some cream")})
    result = check("--diff", "HEAD")
    assert (result.exit_code, places(result)) == (1, ["en/a.md:7"])


def test_the_other_side_of_a_finding_counts_as_well(repository: Path) -> None:
    write(repository, {"ru/a.md": RU.replace("Курс занимает", "Весь курс занимает")})
    write(repository, {"en/a.md": EN.replace("## Care", "## Aftercare")})
    assert places(check("--diff", "HEAD")) == ["en/a.md:3"]


def test_an_unchanged_translation_is_stale_when_its_source_was_changed(repository: Path) -> None:
    write(repository, {"ru/a.md": RU.replace("Нужен крем", "Понадобится крем")})
    assert places(check("--diff", "HEAD")) == ["en/a.md:3", "en/a.md:7"]


def test_new_pages_are_changed_from_top_to_bottom(repository: Path) -> None:
    write(repository, {"ru/b.md": RU, "en/b.md": EN})
    assert places(check("--diff", "HEAD")) == ["en/b.md:3", "en/b.md:7"]


def test_a_page_that_lost_its_other_version_is_shown(repository: Path) -> None:
    write(repository, {"ru/c.md": RU, "en/c.md": EN, "en/lone.md": "# Alone\n\nNothing else.\n"})
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "second")
    (repository / "ru/c.md").unlink()
    result = check("--diff", "HEAD", "--all", "--select", "structure/unpaired")
    assert places(result) == ["en/c.md:1"]


def test_a_branch_is_compared_with_where_it_began(repository: Path) -> None:
    git(repository, "checkout", "-qb", "mine")
    write(repository, {"en/a.md": EN.replace("## Care", "## Aftercare")})
    write(repository, {"ru/a.md": RU.replace("## Уход", "## Забота")})
    git(repository, "commit", "-qam", "mine")
    git(repository, "checkout", "-q", "main")
    write(repository, {"en/a.md": EN.replace("3 days", "4 days")})
    git(repository, "commit", "-qam", "theirs")
    git(repository, "checkout", "-q", "mine")
    assert places(check("--diff", "main")) == []


def clone(repository: Path, *options: str) -> Path:
    place = repository.parent / "clone"
    git(repository.parent, "clone", "-q", *options, repository.as_uri(), str(place))
    return place


def test_a_shallow_clone_without_the_revision_is_exit_code_2(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "checkout", "-qb", "mine")
    git(repository, "commit", "-q", "--allow-empty", "-m", "mine")
    monkeypatch.chdir(place := clone(repository, "--depth=1"))
    result = check("--diff", "origin/main")
    assert result.exit_code == 2
    assert result.stderr == (
        "sverka: --diff: git knows no revision origin/main in this shallow clone; fetch it first, "
        "as in: git fetch --depth=1 origin main, then --diff FETCH_HEAD\n"
    )
    git(place, "fetch", "-q", "--depth=1", "origin", "main")
    assert check("--diff", "FETCH_HEAD").exit_code == 0


def test_a_shallow_clone_that_has_the_revision_is_compared_with_it(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "checkout", "-qb", "mine")
    write(repository, {"en/a.md": EN.replace("3 days", "4 days")})
    git(repository, "commit", "-qam", "mine")
    monkeypatch.chdir(place := clone(repository, "--depth=1", "--no-single-branch"))
    assert git(place, "rev-parse", "--is-shallow-repository") == "true"
    result = check("--diff", "origin/main")
    assert (result.exit_code, places(result)) == (1, ["en/a.md:3"])
    assert result.stderr.startswith(
        "sverka: this shallow clone does not reach back to where the history left origin/main"
    )


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_a_revision_that_git_does_not_know_is_exit_code_2(repository: Path, revision: str) -> None:
    result = check("--diff", revision)
    assert result.exit_code == 2
    assert result.stderr == (
        f"sverka: --diff: git knows no revision {revision} here; check the name, or fetch it "
        "first\n"
    )
    assert not (repository / "x").exists()


def test_outside_a_work_tree_it_is_exit_code_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"ru/a.md": RU, "en/a.md": EN})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = check("--diff", "HEAD")
    assert result.exit_code == 2
    assert "is in no git work tree, or git is not installed" in result.stderr


def test_a_site_below_the_top_of_the_work_tree_is_found_in_the_patch(repository: Path) -> None:
    write(repository, {"docs/ru/b.md": RU, "docs/en/b.md": EN, "docs/sverka.toml": ""})
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "docs")
    write(repository, {"docs/en/b.md": EN.replace("3 days", "4 days")})
    write(repository, {"docs/ru/b.md": RU.replace("## Уход", "## Забота")})
    assert places(check("docs", "--diff", "HEAD")) == ["docs/en/b.md:3"]


def test_what_is_fixed_is_not_narrowed_so_the_two_do_not_go_together(repository: Path) -> None:
    result = check("--diff", "HEAD", "--fix")
    assert result.exit_code == 2
    assert "--diff narrows what is shown, not what is fixed" in result.stderr
