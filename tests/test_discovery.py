"""Which files below a root are pages: suffixes, globs, tools' folders, symbolic links."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.discovery import Skipped, Why, find_files, survey
from sverka.discovery.globs import Glob


def plant(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("text", encoding="utf-8")


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.mdx", "a.txt", "A.MD", "б.Txt"])
def test_page_is_known_by_its_suffix_in_any_case(tmp_path: Path, name: str) -> None:
    plant(tmp_path, name, "a.html", "a.md.bak", "md")
    assert find_files(tmp_path) == [name]


def test_paths_are_sorted_posix_and_relative(tmp_path: Path) -> None:
    plant(tmp_path, "ru/b.md", "ru/a/c.md", "en/b.md", "z.md")
    assert find_files(tmp_path) == ["en/b.md", "ru/a/c.md", "ru/b.md", "z.md"]


@pytest.mark.parametrize(
    "folder",
    [".git", ".github", ".venv", "venv", "node_modules", "__pycache__", "_site", "x.egg-info"],
)
def test_folders_of_tools_are_skipped_at_any_depth(tmp_path: Path, folder: str) -> None:
    plant(tmp_path, f"{folder}/a.md", f"docs/{folder}/b/a.md", "docs/a.md")
    assert find_files(tmp_path) == ["docs/a.md"]


@pytest.mark.parametrize("folder", ["public", "build", "dist", "env", "vendor"])
def test_words_that_sites_use_for_content_are_not_skipped(tmp_path: Path, folder: str) -> None:
    plant(tmp_path, f"{folder}/a.md")
    assert find_files(tmp_path) == [f"{folder}/a.md"]


@pytest.mark.parametrize("tag", ["CACHEDIR.TAG", "pyvenv.cfg"])
def test_folder_that_says_it_is_a_tools_is_skipped(tmp_path: Path, tag: str) -> None:
    plant(tmp_path, f"env/{tag}", "env/lib/a.md", "a.md")
    assert find_files(tmp_path) == ["a.md"]


@pytest.mark.parametrize(
    "name",
    [
        "requirements.txt",
        "requirements-dev.txt",
        "dev-requirements.txt",
        "robots.txt",
        "LICENSE.txt",
        "CMakeLists.txt",
        "llms.txt",
        "llms-full.txt",
        ".hidden.md",
    ],
)
def test_texts_for_tools_are_no_pages_unless_asked_for_by_name(tmp_path: Path, name: str) -> None:
    plant(tmp_path, name, f"docs/{name}", "docs/requirements.md")
    assert find_files(tmp_path) == ["docs/requirements.md"]
    assert find_files(tmp_path, include=(f"docs/{name}",)) == [f"docs/{name}"]
    assert find_files(tmp_path, include=(name,)) == sorted([name, f"docs/{name}"])


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("docs/*.md", "docs/a.md", True),
        ("docs/*.md", "docs/b/a.md", False),
        ("docs/**/*.md", "docs/a.md", True),
        ("docs/**/*.md", "docs/b/c/a.md", True),
        ("docs/**", "docs/b/a.md", True),
        ("docs", "docs/b/a.md", True),
        ("docs/", "site/docs/a.md", True),
        ("/docs", "site/docs/a.md", False),
        ("./docs/a.md", "docs/a.md", True),
        ("docs/b", "docs/bc/a.md", False),
        ("*.draft.md", "a/b/c.draft.md", True),
        ("**/old/**", "a/old/b.md", True),
        ("**/old/**", "old/b.md", True),
        ("a?.md", "ab.md", True),
        ("a?.md", "a/.md", False),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "b.md", False),
        ("[!ab].md", "c.md", True),
        ("[z-a].md", "[z-a].md", True),
        ("a+(b).md", "a+(b).md", True),
        ("", "a.md", False),
    ],
)
def test_glob(pattern: str, path: str, matches: bool) -> None:
    assert Glob.parse(pattern).matches(path) is matches


@given(st.text(alphabet="ab/*?[]!^-\\.{", max_size=12), st.text(alphabet="ab/.", max_size=12))
def test_every_text_is_a_glob(pattern: str, path: str) -> None:
    assert Glob.parse(pattern).matches(path) in (True, False)


def test_include_takes_only_what_it_names_and_exclude_takes_from_that(tmp_path: Path) -> None:
    plant(tmp_path, "docs/a.md", "docs/drafts/b.md", "blog/c.md", "README.md")
    assert find_files(tmp_path, include=("docs",)) == ["docs/a.md", "docs/drafts/b.md"]
    assert find_files(tmp_path, ("docs",), ("drafts",)) == ["docs/a.md"]
    assert find_files(tmp_path, exclude=("docs/**", "README.md")) == ["blog/c.md"]


def test_include_opens_a_hidden_folder_that_it_spells_out(tmp_path: Path) -> None:
    plant(tmp_path, ".vitepress/docs/a.md", ".vitepress/.cache/b.md", ".git/c.md")
    assert find_files(tmp_path, include=(".vitepress/docs/**",)) == [".vitepress/docs/a.md"]
    assert find_files(tmp_path, include=("**/*.md",)) == []


def test_link_inside_the_root_is_followed_and_a_file_is_listed_once(tmp_path: Path) -> None:
    plant(tmp_path, "ru/a.md", ".store/b.md")
    (tmp_path / "again").symlink_to(tmp_path / "ru")
    (tmp_path / "copy.md").symlink_to(tmp_path / "ru" / "a.md")
    (tmp_path / "shown").symlink_to(tmp_path / ".store")
    (tmp_path / "shown-too").symlink_to(tmp_path / ".store")
    assert find_files(tmp_path) == ["ru/a.md", "shown/b.md"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    plant(tmp_path, "a/b/c.md")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path / "a")
    (tmp_path / "self").symlink_to(tmp_path)
    assert find_files(tmp_path) == ["a/b/c.md"]


def test_link_out_of_the_root_is_not_followed_and_said(tmp_path: Path) -> None:
    plant(tmp_path, "site/a.md", "secret/b.md")
    (tmp_path / "site" / "out").symlink_to(tmp_path / "secret")
    (tmp_path / "site" / "out.md").symlink_to(tmp_path / "secret" / "b.md")
    found = survey(tmp_path / "site")
    assert found.files == ("a.md",)
    assert found.skipped == (Skipped("out", Why.OUTSIDE), Skipped("out.md", Why.OUTSIDE))


def test_broken_link_with_a_pages_name_is_listed_for_its_reader_to_report(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    (tmp_path / "round.md").symlink_to(tmp_path / "round.md")
    (tmp_path / "gone.png").symlink_to(tmp_path / "nowhere.png")
    assert find_files(tmp_path) == ["gone.md", "round.md"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs names of raw bytes")
def test_name_that_no_report_could_write_is_said(tmp_path: Path) -> None:
    plant(tmp_path, "a.md")
    with open(os.fsencode(tmp_path) + b"/\xff.md", "wb"):  # noqa: PTH123 - no Path of raw bytes
        pass
    assert survey(tmp_path) == survey(tmp_path)
    assert survey(tmp_path).files == ("a.md",)
    assert survey(tmp_path).skipped == (Skipped(r"\udcff.md", Why.NAME),)


def test_root_that_is_no_folder_is_an_error(tmp_path: Path) -> None:
    plant(tmp_path, "a.md")
    with pytest.raises(NotADirectoryError, match=r"a\.md is not a folder"):
        find_files(tmp_path / "a.md")
