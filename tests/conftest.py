"""What all tests share: the development data, and small sites written to a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# The same examples in every run: a test that fails here fails everywhere.
settings.register_profile("sverka", derandomize=True, deadline=None, database=None)
settings.load_profile("sverka")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The development data, which is no part of the repository; skips where it is absent.

    It is the folder that ``SVERKA_CORPUS`` names, else ``../shared/corpus``.
    """
    named = os.environ.get("SVERKA_CORPUS")
    folder = Path(named) if named else ROOT.parent / "shared" / "corpus"
    if not (folder / "pairs").is_dir():
        pytest.skip(f"no development data in {folder}; SVERKA_CORPUS may name another folder")
    return folder


@pytest.fixture
def write_site(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Writes a mapping of path to text below a new folder and gives that folder."""

    def write(pages: Mapping[str, str]) -> Path:
        site = tmp_path / "site"
        for path, text in pages.items():
            place = site / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="")
        return site

    return write
