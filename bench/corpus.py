"""The development corpus: where it lies, and its page pairs.

``SVERKA_CORPUS`` names its folder, else it is ``shared/corpus`` beside the checkout. Expected are
Markdown pages at ``pairs/<corpus>/ru/`` and ``pairs/<corpus>/en/``, the two versions of a page at
the same path, and, for the seed pair of `sentence_deletions`, ``seeds/000*`` (Russian) and
``seeds/001*`` (English) in the folder that holds the corpus.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source

ROOT = Path(os.environ.get("SVERKA_CORPUS", Path(__file__).parents[2] / "shared" / "corpus"))
LANGUAGES = ("ru", "en")


@dataclass(frozen=True)
class Texts:
    """The texts of a page pair: Russian first, then English."""

    corpus: str
    path: str
    texts: tuple[str, str]

    @property
    def name(self) -> str:
        """Corpus and path."""
        return f"{self.corpus}/{self.path}"

    def page(self, side: int, text: str | None = None) -> Page:
        """The page of a side, with other words where ``text`` is given."""
        language = LANGUAGES[side]
        source = Source(
            f"{self.corpus}/{language}/{self.path}", self.texts[side] if text is None else text
        )
        return replace(read_page(source), language=language)


def absent(*corpora: str) -> bool:
    """Whether the corpus, or one of the corpora named, is not there; says so on stderr."""
    places = [ROOT / "pairs" / corpus for corpus in corpora] or [ROOT / "pairs"]
    missing = next((place for place in places if not place.is_dir()), None)
    if missing:
        print(
            f"{missing}: no such folder; SVERKA_CORPUS must name the development corpus",
            file=sys.stderr,
        )
    return missing is not None


def pairs(*corpora: str) -> Iterator[Texts]:
    """All pairs of the corpora named, or of all, in the order of their paths."""
    home = ROOT / "pairs"
    for corpus in corpora or sorted(folder.name for folder in home.iterdir()):
        for path in sorted((home / corpus / LANGUAGES[0]).rglob("*.md")):
            relative = path.relative_to(home / corpus / LANGUAGES[0])
            other = home / corpus / LANGUAGES[1] / relative
            sources = [Source.decode(str(one), one.read_bytes()).text for one in (path, other)]
            yield Texts(corpus, relative.as_posix(), (sources[0], sources[1]))
