"""What `sverka init` makes of a site: its layout as patterns, and settings that can be read."""

from __future__ import annotations

import tomllib

import pytest

from sverka.initialise import Layout, Overview, config_text, found_text, layout_of, overview
from sverka.site import PageFacts, Pair
from sverka.span import Span

LAYOUTS = [
    ("ru/a.md", "en/a.md", ("ru/{path}.md", "en/{path}.md")),
    ("ru/b/c/a.md", "en/b/c/a.md", ("ru/{path}.md", "en/{path}.md")),
    ("content/a.md", "content.en/a.md", ("content/{path}.md", "content.en/{path}.md")),
    ("docs/ru/x/a.md", "docs/x/a.md", ("docs/ru/{path}.md", "docs/{path}.md")),
    ("a.md", "en/a.md", ("{path}.md", "en/{path}.md")),
    ("b/a.ru.md", "b/a.en.md", ("{path}.ru.md", "{path}.en.md")),
    ("b/a.md", "b/a.en.md", ("{path}.md", "{path}.en.md")),
    ("a_ru.md", "a_en.md", ("{path}_ru.md", "{path}_en.md")),
    ("README.md", "README.ru-RU.md", ("{path}.md", "{path}.ru-RU.md")),
    ("ru/a.md", "en/b.md", None),
    ("b/piling.md", "b/peel.md", None),
    ("b/mezo-ru-text.md", "b/mezoterapiya.md", None),
]


@pytest.mark.parametrize(("source", "target", "layout"), LAYOUTS)
def test_two_paths_give_the_pattern_around_what_they_share(
    source: str, target: str, layout: tuple[str, str] | None
) -> None:
    assert layout_of(source, target) == layout


def facts(path: str, language: str) -> PageFacts:
    return PageFacts(path, language, "", Span(0, 0))


PAGES = (
    facts("en/a.md", "en"),
    facts("en/b.md", "en"),
    facts("fr/a.md", ""),
    facts("ru/a.md", "ru"),
    facts("ru/b.md", "ru"),
    facts("ru/c.md", "ru"),
)
PAIRS = (Pair("ru/a.md", "en/a.md", "path", 1.0), Pair("ru/b.md", "en/b.md", "path", 1.0))
SITE = overview(PAGES, PAIRS)


def name_of(code: str) -> str:
    return {"ru": "Russian", "en": "English"}[code]


def test_the_overview_counts_pages_by_language_pairs_and_layouts() -> None:
    assert overview(PAGES, PAIRS) == Overview(
        languages=(("ru", 3), ("en", 2)),
        other=1,
        pairs=2,
        alone=1,
        layouts=(Layout("ru/{path}.md", "en/{path}.md", 2),),
        source_language="ru",
    )


def test_the_commonest_layouts_stand_first() -> None:
    pairs = [
        Pair("b.md", "b.en.md", "path", 1.0),
        Pair("x/ru/a.md", "x/en/a.md", "path", 1.0),
        Pair("x/ru/b.md", "x/en/b.md", "path", 1.0),
        Pair("piling.md", "peel.md", "content", 0.9),
    ]
    pages = [facts(path, "ru") for pair in pairs for path in (pair.source, pair.target)]
    assert overview(pages, pairs).layouts == (
        Layout("x/ru/{path}.md", "x/en/{path}.md", 2),
        Layout("{path}.md", "{path}.en.md", 1),
    )


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        (
            "en",
            (
                "6 pages (Russian 3, English 2, of other languages 1), 2 pairs, "
                "1 page without another version"
            ),
        ),
        (
            "ru",
            (
                "6 страниц (Russian 3, English 2, на других языках 1), 2 пары; "
                "без другой версии: 1 страница"
            ),
        ),
    ],
)
def test_the_counts_are_said_in_words(locale: str, words: str) -> None:
    assert found_text(SITE, name_of, locale) == words


def test_long_counts_are_not_cut() -> None:
    text = config_text(SITE, lambda code: f"the language {code} with a long name", "en")
    assert "without another version." in text


def test_the_file_says_the_source_language_and_shows_the_layout() -> None:
    text = config_text(SITE, name_of, "en")
    assert tomllib.loads(text) == {"source-language": "ru", "fail-on": "warning"}
    assert "#   ru/{path}.md <-> en/{path}.md  (2)\n" in text
    assert len(text.splitlines()) < 30


@pytest.mark.parametrize("locale", ["en", "ru"])
def test_every_line_of_the_file_is_a_comment_a_setting_or_blank(locale: str) -> None:
    for line in config_text(SITE, name_of, locale).splitlines():
        assert not line or line.startswith(("# ", "#   ")) or " = " in line, line


def uncommented(text: str) -> str:
    """The file with its examples switched on."""
    lines = text.splitlines()
    example = ("# [", "# source =", "# target =", "# severity =", "# exclude =")
    return "\n".join(line[2:] if line.startswith(example) else line for line in lines)


@pytest.mark.parametrize("site", [SITE, overview(PAGES, ())], ids=["pairs", "no pairs"])
def test_the_examples_in_the_comments_are_settings_that_can_be_read(
    site: Overview,
) -> None:
    loaded = tomllib.loads(uncommented(config_text(site, name_of, "en")))
    assert sorted(loaded) == ["exclude", "fail-on", "pairs", "rules", "source-language"]
    assert sorted(loaded["pairs"][0]) == ["source", "target"]


def test_a_folder_with_a_strange_name_cannot_break_the_file() -> None:
    pairs = [Pair('r"u\x1b\n/a.md', "en/a.md", "path", 1.0)]
    text = config_text(overview((*PAGES, facts(pairs[0].source, "ru")), pairs), name_of, "en")
    assert tomllib.loads(text)["source-language"] == "ru"
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("languages", "pairs", "source"),
    [
        (["ru", "en", "en"], [Pair("0.md", "1.md", "path", 1.0)], "ru"),
        (["ru", "en", "en"], [], "en"),
        (["ru", "en"], [], "en"),
        (["", ""], [], ""),
        ([], [], ""),
    ],
)
def test_the_source_language_is_that_of_the_pairs_else_the_commonest(
    languages: list[str], pairs: list[Pair], source: str
) -> None:
    pages = [facts(f"{number}.md", language) for number, language in enumerate(languages)]
    site = overview(pages, pairs)
    assert site.source_language == source
    assert tomllib.loads(config_text(site, name_of, "en")).get("source-language", "") == source
