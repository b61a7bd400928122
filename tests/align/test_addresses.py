"""Addresses of links and images, compared across the language versions of a site."""

from __future__ import annotations

import pytest

from sverka import packs as pack_data
from sverka.align.addresses import addresses

ADDRESSES = addresses(pack_data.load())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/ru/services/laser.md", "/en/services/laser.md"),
        ("/ru/services/laser", "/services/laser"),
        ("/ru-RU/a", "/en-US/a"),
        ("/docs/ru/a/", "/docs/en/a"),
        ("laser.ru.md", "laser.en.md"),
        ("laser_ru.md", "laser_en.md"),
        ("laser.md", "laser.html"),
        ("../laser.md", "./laser.md"),
        ("laser/", "laser"),
        ("laser/index.md", "laser/"),
        ("laser/README.md", "laser"),
        ("https://ru.wikipedia.org/wiki/Laser", "https://en.wikipedia.org/wiki/Laser"),
        ("https://example.ru/laser", "https://example.com/laser"),
        ("https://www.example.com/laser", "http://example.com/laser/"),
        ("https://example.com:8080/laser", "https://example.com/laser"),
        ("//example.com/laser", "https://example.com/laser"),
        ("laser.md#подготовка", "laser.md#preparation"),
        ("laser.md#preparation", "laser.md"),
        ("LASER.md", "laser.md"),
        (" laser.md ", "laser.md"),
        ("/%D1%83%D1%85%D0%BE%D0%B4", "/уход"),
        ("/fr/laser", "/laser"),
    ],
)
def test_versions_of_one_address_have_one_key(one: str, other: str) -> None:
    assert ADDRESSES.key(one) == ADDRESSES.key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("laser.md", "peeling.md"),
        ("a/laser.md", "b/laser.md"),
        ("https://example.com/a", "https://example.com/b"),
        ("https://example.com/a", "https://sample.com/a"),
        ("https://ru.wikipedia.org/wiki/A", "https://en.wikinews.org/wiki/A"),
        ("?page=1", "?page=2"),
        ("#one", "#two"),
        ("mailto:a@example.com", "mailto:b@example.com"),
        ("tel:+74950000000", "tel:+74950000001"),
        ("rural.md", "al.md"),
        ("menu.md", "m.md"),
    ],
)
def test_different_addresses_have_different_keys(one: str, other: str) -> None:
    assert ADDRESSES.key(one) != ADDRESSES.key(other)


@pytest.mark.parametrize("address", ["#preparation", "./#preparation", "/#preparation"])
def test_a_fragment_counts_where_nothing_stands_before_it(address: str) -> None:
    assert ADDRESSES.key(address) == "#preparation"


@pytest.mark.parametrize("address", ["/", "/ru/", "/en/", "./", "/ru/index.md", ""])
def test_the_home_page_is_one_address_in_all_languages(address: str) -> None:
    assert ADDRESSES.key(address) == ADDRESSES.key("/")


@pytest.mark.parametrize(
    "address", ["/ru/laser.ru.md", "https://example.ru/laser", "#a", "x/y.html"]
)
def test_a_key_is_its_own_key(address: str) -> None:
    key = ADDRESSES.key(address)
    assert ADDRESSES.key(key) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/img/after.jpg", "/img/after.webp"),
        ("/ru/img/after.jpg", "../images/after.jpg"),
        ("after_ru.png", "after_en.png"),
        ("after-ru.png", "after-en.png"),
        ("ru_after.png", "en_after.png"),
        ("after.ru.png", "after.en.png"),
        ("After.PNG", "after.png"),
        ("after.png?v=2", "after.png?v=3"),
        ("https://cdn.example.com/after.png", "after.png"),
        ("%D1%84%D0%BE%D1%82%D0%BE.png", "фото.png"),
    ],
)
def test_versions_of_one_picture_have_one_name(one: str, other: str) -> None:
    assert ADDRESSES.picture(one) == ADDRESSES.picture(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("before.png", "after.png"), ("step1.png", "step2.png"), ("menu.png", "m.png")],
)
def test_different_pictures_have_different_names(one: str, other: str) -> None:
    assert ADDRESSES.picture(one) != ADDRESSES.picture(other)
