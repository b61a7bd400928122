"""The words of pages and of languages, and where they stand."""

from __future__ import annotations

from dataclasses import replace

from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source
from sverka.vocabulary import NO_WORDS, Vocabulary


def _page(path: str, text: str) -> Page:
    return replace(read_page(Source(path, text)), language=path[:2])


SITE = Vocabulary.of(
    [
        _page("ru/b.md", "# Уход\n\nКрем наносят утром, крем-гель вечером. `код` Москва\n"),
        _page("ru/a.md", "# Сон\n\nСпите у моря утром.\n"),
        _page("en/a.md", "# Sleep\n\nSleep in the morning.\n"),
    ]
)


def test_words_in_lower_case_are_told_from_those_that_never_are() -> None:
    found = SITE.page("ru/b.md")
    assert {"крем", "крем-гель", "наносят", "код"} & found.common.keys() == {"крем-гель", "наносят"}
    assert {"крем", "уход", "москва"} <= found.named.keys()
    assert "крем" in found
    assert "сон" not in found


def test_a_word_is_found_where_it_stands_first() -> None:
    mention = SITE.page("ru/b.md").find("вечером")
    assert mention is not None
    assert mention.span.of(SITE.pages["ru/b.md"].source.text) == "вечером"


def test_the_words_of_a_language_lead_to_the_first_page_that_has_them() -> None:
    assert SITE.language("ru")["утром"] == "ru/a.md"
    assert "sleep" not in SITE.language("ru")


def test_a_page_that_is_not_there_has_no_words() -> None:
    assert SITE.page("ru/c.md") is NO_WORDS


def test_words_of_many_pages_are_read_anew_and_alike() -> None:
    pages = [_page(f"ru/{n}.md", f"# Слово\n\nслово{'а' * n}\n") for n in range(40)]
    site = Vocabulary.of(pages)
    both = [[site.page(page.path).common.keys() for page in pages] for _ in range(2)]
    assert both[0] == both[1]
