"""Which page a link leads to, and which languages an address names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.packs import load
from sverka.routes import Marks, Routes, page_address, routes, split_address
from sverka.site import PageFacts, Pair, SiteFacts
from sverka.span import Span


def _site(*paths: str) -> SiteFacts:
    pages = tuple(PageFacts(path, path[:2], "", Span(0, 0)) for path in sorted(paths))
    pairs = tuple(
        Pair(path, "en" + path[2:], "path", 1.0)
        for path in paths
        if path[:2] == "ru" and "en" + path[2:] in paths
    )
    return SiteFacts(pages, pairs, "ru")


def test_what_may_be_two_pages_is_none() -> None:
    ways = Routes(_site("ru/x/a.md", "ru/y/a.md", "en/x/a.md"))
    assert ways.find("ru/x/a.md", "/x/a") is None
    assert ways.find("ru/x/a.md", "/y/a") is not None
    assert ways.find("ru/x/a.md", "https://e.com/ru/x/a") is None
    assert ways.find("ru/x/a.md", "mailto:a@b.c") is None


def test_the_routes_of_a_site_are_made_once() -> None:
    site = _site("ru/a.md", "en/a.md")
    assert routes(site) is routes(site)
    assert routes(_site("ru/a.md")) is not routes(site)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("ru/a.md", "ru/a"),
        ("ru/index.md", "ru"),
        ("ru/_index.md", "ru"),
        ("a/README.md", "a"),
        ("a.b.md", "a.b"),
    ],
)
def test_the_address_of_a_page(path: str, address: str) -> None:
    assert page_address(path) == address


@pytest.mark.parametrize(
    ("address", "anywhere", "folders"),
    [
        ("https://ru.wikipedia.org/wiki/A", {"ru"}, {"ru"}),
        ("https://shop.example.ru/a", {"ru"}, set()),
        ("/en/a", {"en"}, {"en"}),
        ("README.ru.md", {"ru"}, set()),
        ("https://t.me/clinic_en", {"en"}, set()),
        ("/guide/run", set(), set()),
    ],
)
def test_the_languages_that_an_address_names(
    address: str, anywhere: set[str], folders: set[str]
) -> None:
    marks = Marks(load())
    assert marks.of(address) == anywhere
    assert marks.of_folders(address) == folders


@given(st.text())
def test_an_address_is_its_path_and_the_rest(address: str) -> None:
    assert "".join(split_address(address)) == address
