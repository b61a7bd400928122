"""Which reader reads which file, and that how a page was saved changes no finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from sverka.config import Config
from sverka.markdown.shortcodes import Shortcode
from sverka.page import OBJECT, Kind
from sverka.reading import read_page
from sverka.result import RunResult
from sverka.runner import check_sources
from sverka.source import Source


@pytest.mark.parametrize(
    ("path", "text", "kinds"),
    [
        ("a.md", "Имя\n\n- а\n- б", [Kind.PARAGRAPH, Kind.LIST]),
        ("a.txt", "Имя\n\n- а\n- б", [Kind.HEADING, Kind.LIST]),
        ("a.TXT", "Имя\n\n• а\n• б", [Kind.HEADING, Kind.LIST]),
        ("a.txt", "# Имя\n\nа **б** в", [Kind.HEADING, Kind.PARAGRAPH]),
        ("a.md", "Слова\n\nexport const a = 1", [Kind.PARAGRAPH, Kind.PARAGRAPH]),
        ("a.MDX", "Слова\n\nexport const a = 1", [Kind.PARAGRAPH]),
        ("a.md", "---\ntitle: a\n---\n", []),
        ("a.md", "", []),
    ],
)
def test_file_is_read_as_what_it_is(path: str, text: str, kinds: list[Kind]) -> None:
    assert [block.kind for block in read_page(Source(path, text)).blocks] == kinds


def test_spans_count_the_front_matter() -> None:
    text = "---\ntitle: Имя\n---\n\n# Имя\n<!-- а -->\n"
    page = read_page(Source("a.md", text))
    assert page.front is not None
    assert page.front.span.of(text).startswith("---\ntitle")
    assert page.blocks[0].span.of(text) == "# Имя"
    assert page.comments[0].span.of(text) == "<!-- а -->"
    assert page.language == ""


def test_shortcodes_of_the_site_are_heard() -> None:
    own = (Shortcode("own", r"%\w+%", "embed"),)
    (block,) = read_page(Source("a.md", "Слово %имя%."), own).blocks
    assert block.prose.text == f"Слово {OBJECT}."


def _checked(files: dict[str, bytes]) -> RunResult:
    sources = [Source.decode(path, data) for path, data in files.items()]
    return check_sources(sources, Config(Path("/"), source_language="ru"))


@pytest.mark.corpus
@pytest.mark.parametrize("project", ["diplodoc", "hexlet", "vkcloud"])
def test_windows_files_give_the_same_findings(corpus: Path, project: str) -> None:
    site = corpus / "pairs" / project
    originals = sorted((site / "ru").rglob("*.md"))[:20]
    files = {
        f"{language}/{path.relative_to(site / 'ru').as_posix()}": (
            site / language / path.relative_to(site / "ru")
        ).read_bytes()
        for path in originals
        for language in ("ru", "en")
        if (site / language / path.relative_to(site / "ru")).is_file()
    }
    windows = {
        path: b"\xef\xbb\xbf" + data.removeprefix(b"\xef\xbb\xbf").replace(b"\n", b"\r\n")
        for path, data in files.items()
    }
    here, there = _checked(files), _checked(windows)
    assert len(here.pairs) > 5
    assert here.failures == there.failures == ()
    assert here.findings == there.findings
