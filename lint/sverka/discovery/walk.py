"""The walk through the folders of a site."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from sverka.discovery.globs import Glob, any_matches

PAGE_SUFFIXES = (".md", ".markdown", ".mdx", ".txt")
"""How the names of pages end; upper and lower case are the same."""

SKIPPED_FOLDERS = frozenset(
    "node_modules bower_components site-packages venv __pycache__ _site _build _book".split()
)
"""Folders of tools and of built sites, at any depth. Skipped beside them: every hidden folder,
one whose name ends with .egg-info or .dist-info, one that holds a file of `FOLDER_TAGS`.
``dist``, ``build`` and ``public`` are words that sites use for their content, so they stay."""

FOLDER_TAGS = frozenset({"CACHEDIR.TAG", "pyvenv.cfg"})
"""A folder with such a file in it is a cache or a virtual environment."""

_PACKAGE_METADATA = (".egg-info", ".dist-info")

NO_PAGE = re.compile(
    r"""(?: (?:dev-|test-)?(?:requirements|constraints)(?:[-_.].*)?
          | (?:licen[cs]e|copying|notice|third[-_]party[-_]notices)(?:[-_.].*)?
          | cmakelists | robots | humans | ads | app-ads | security | llms(?:-.*)?
        )\.txt""",
    re.VERBOSE | re.IGNORECASE,
)
"""Text files for tools and lawyers. To check one all the same, ``include`` it by its name."""


class Why(StrEnum):
    """Why something that may hold pages was left out."""

    OUTSIDE = "outside"
    NO_ACCESS = "no-access"
    NAME = "name"


class Skipped(NamedTuple):
    """A path relative to the root that was not followed.

    OUTSIDE: a symbolic link that leads out of the root; NO_ACCESS: a folder that may not be
    listed; NAME: a name that is not UTF-8, which no report could write (shown escaped).
    """

    path: str
    why: Why


@dataclass(frozen=True, slots=True)
class Found:
    """Pages and what was left out; both sorted, paths POSIX and relative to the root."""

    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]


def find_files(
    root: Path, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()
) -> list[str]:
    """Paths of the pages below ``root``: POSIX, relative to it, sorted; see `survey`."""
    return list(survey(root, include, exclude).files)


def survey(root: Path, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> Found:
    """The pages below ``root``, and what may hold pages but was not followed.

    Patterns are those of `sverka.discovery.globs`. With ``include`` only files that match one
    of them are pages; ``exclude`` takes away from that. An ``include`` that spells out a folder
    or a file that is skipped by default (``.github/docs/**``) opens it.

    Symbolic links are followed while they stay inside the root. A file is listed once however
    many links lead to it, under its real path where that is a page of the site. A broken link
    with the name of a page is listed: the reader of it then says that it is broken.

    Raises NotADirectoryError where ``root`` is no folder.
    """
    if not root.is_dir():
        raise NotADirectoryError(f"{root} is not a folder")
    walk = _Walk(root.resolve(), tuple(map(Glob.parse, include)), tuple(map(Glob.parse, exclude)))
    return walk.run()


class _Walk:
    """One pass over the folders; links wait until all real folders are known."""

    def __init__(self, root: Path, include: tuple[Glob, ...], exclude: tuple[Glob, ...]) -> None:
        self.root = root
        self.include = include
        self.exclude = exclude
        self.known: set[str] = set()  # real paths of the folders walked and the pages listed
        self.links: list[str] = []
        self.files: list[str] = []
        self.skipped: list[Skipped] = []

    def run(self) -> Found:
        self._folder("", str(self.root))
        while self.links:
            waiting, self.links = sorted(self.links), []
            for path in waiting:
                self._link(path)
        return Found(tuple(sorted(self.files)), tuple(sorted(self.skipped)))

    def _folder(self, path: str, real: str) -> None:
        stack = [(path, real)]
        while stack:
            folder, real_folder = stack.pop()
            if real_folder in self.known:
                continue
            self.known.add(real_folder)
            for entry in self._entries(folder):
                below = _joined(folder, entry.name)
                if entry.is_symlink():
                    self.links.append(below)
                elif entry.is_dir():
                    if self._opens(below, entry.name):
                        stack.append((below, os.path.join(real_folder, entry.name)))  # noqa: PTH118
                elif entry.is_file() and self._is_page(below, entry.name):
                    self.known.add(os.path.join(real_folder, entry.name))  # noqa: PTH118
                    self.files.append(below)

    def _entries(self, folder: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(self.root / folder) as entries:
                listed = list(entries)
        except OSError:
            self.skipped.append(Skipped(folder, Why.NO_ACCESS))
            return
        if folder and any(entry.name in FOLDER_TAGS for entry in listed):
            return
        for entry in listed:
            try:
                entry.name.encode()
            except UnicodeEncodeError:
                name = entry.name.encode("utf-8", "backslashreplace").decode()
                self.skipped.append(Skipped(_joined(folder, name), Why.NAME))
            else:
                yield entry

    def _link(self, path: str) -> None:
        here = self.root / path
        wanted = self._opens if here.is_dir() else self._is_page
        if not wanted(path, here.name):
            return
        real = _resolved(here)
        if real is None:
            self.files.append(path)
        elif not real.is_relative_to(self.root):
            self.skipped.append(Skipped(path, Why.OUTSIDE))
        elif real.is_dir():
            self._folder(path, str(real))
        elif real.is_file() and str(real) not in self.known:
            self.known.add(str(real))
            self.files.append(path)

    def _opens(self, path: str, name: str) -> bool:
        if any_matches(self.exclude, path):
            return False
        skipped = name.startswith(".") or name in SKIPPED_FOLDERS
        return not (skipped or name.endswith(_PACKAGE_METADATA)) or self._asked_for(path)

    def _is_page(self, path: str, name: str) -> bool:
        if not name.lower().endswith(PAGE_SUFFIXES) or any_matches(self.exclude, path):
            return False
        if (name.startswith(".") or NO_PAGE.fullmatch(name)) and not self._asked_for(path):
            return False
        return not self.include or any_matches(self.include, path)

    def _asked_for(self, path: str) -> bool:
        return any(glob.spells_out(path) for glob in self.include)


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _resolved(path: Path) -> Path | None:
    """The real path, or None where a link is broken or runs in a circle."""
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError):
        return None
