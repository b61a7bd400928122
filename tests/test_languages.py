"""In which language a page is: path marks, front matter, letters and function words."""

from __future__ import annotations

import random

import pytest

from sverka import packs as pack_data
from sverka.page import Page
from sverka.pairing import PairPattern, name_languages
from sverka.reading import read_page
from sverka.source import Source

PACKS = pack_data.load()

RU = (
    "Эта процедура проходит под местной анестезией и занимает около двадцати минут, после чего "
    "пациент может сразу вернуться домой и не менять своих обычных планов на этот день."
)
EN = (
    "This procedure is performed under local anaesthesia and takes about twenty minutes, after "
    "which the patient can go home at once and does not have to change the plans for that day."
)
FR = (
    "Cette intervention se déroule sous anesthésie locale et dure une vingtaine de minutes, après "
    "quoi le patient rentre chez lui sans changer ses projets pour la journée ni prendre aucune "
    "précaution particulière, car la peau guérit très vite et sans laisser la moindre trace."
)
UK = (
    "Ця процедура проходить під місцевою анестезією і триває близько двадцяти хвилин, після чого "
    "пацієнт може одразу повернутися додому й не змінювати своїх звичайних планів на цей день."
)
CODE = "```\nx = 1\n```"


def page(path: str, text: str) -> Page:
    return read_page(Source(path, text))


def languages(site: dict[str, str]) -> dict[str, str]:
    named = name_languages([page(path, text) for path, text in site.items()], PACKS)
    return {one.path: one.language for one in named}


@pytest.mark.parametrize(
    ("path", "text", "language"),
    [
        ("a.md", RU, "ru"),
        ("a.md", EN, "en"),
        ("a.md", f"# {RU}", "ru"),
        ("a.md", f"---\ntitle: {RU}\n---\n", "ru"),
        ("a.md", "Короткая страница.", "ru"),
        ("a.md", "A short page.", "en"),
        ("a.md", FR, ""),
        ("a.md", UK, ""),
        ("a.md", "今日は良い天気です。", ""),
        ("a.md", "12 345", ""),
        ("a.md", "", ""),
        ("a.md", f"```\n{EN}\n```\n\nПример кода.", "ru"),
        ("a.md", f"{RU}\n\n" + " ".join(["Docker Kubernetes"] * 12), "ru"),
        ("a.md", f"{EN}\n\nMoscow is Москва.", "en"),
    ],
)
def test_text_tells_the_language(path: str, text: str, language: str) -> None:
    assert languages({path: text}) == {path: language}


@pytest.mark.parametrize(
    "path",
    [
        "en/a.md",
        "EN/a.md",
        "docs/en/a.md",
        "docs/en-US/a.md",
        "docs/en_GB/a.md",
        "docs/en-CA/a.md",
        "a.en.md",
        "a.en-US.md",
        "content.en/a.md",
    ],
)
@pytest.mark.parametrize("text", [EN, RU, CODE, ""], ids=["en", "ru", "code", "empty"])
def test_unmistakable_mark_beats_the_text(path: str, text: str) -> None:
    assert languages({path: text}) == {path: "en"}


@pytest.mark.parametrize(
    "path", ["fr/a.md", "docs/fr/a.md", "a.fr.md", "zh-cn/a.md", "uk/a.md", "fr-CH/a.md"]
)
@pytest.mark.parametrize("text", [FR, UK, "", CODE], ids=["fr", "uk", "empty", "code"])
def test_language_without_a_pack_is_left_alone(path: str, text: str) -> None:
    assert languages({path: text}) == {path: ""}


def test_untranslated_page_of_another_language_is_left_alone_by_its_counterpart() -> None:
    site = {"en/a.md": EN, "fr/a.md": EN, "b.md": EN, "b.fr.md": EN}
    assert languages(site) == {"en/a.md": "en", "fr/a.md": "", "b.md": "en", "b.fr.md": ""}


@pytest.mark.parametrize("word", ["no", "it", "is", "be", "id", "hr"])
def test_folder_with_a_codes_name_is_a_folder_where_its_text_says_so(word: str) -> None:
    site = {
        f"{word}/a.md": EN,
        f"docs/{word}/b.md": RU,
        f"{word}-c.md": EN,
        "index.md": EN,
        f"{word}/index.md": EN,
    }
    assert languages(site) == {
        f"{word}/a.md": "en",
        f"docs/{word}/b.md": "ru",
        f"{word}-c.md": "en",
        "index.md": "en",
        f"{word}/index.md": "en",
    }


def test_short_page_below_a_codes_name_follows_its_translation() -> None:
    site = {"docs/it/a.md": "Short.", "docs/ru/it/a.md": "Коротко."}
    assert languages(site) == {"docs/it/a.md": "en", "docs/ru/it/a.md": "ru"}


def test_product_that_is_named_like_a_language() -> None:
    site = {"ru/en/a.md": RU, "en/en/a.md": EN}
    assert languages(site) == {"ru/en/a.md": "ru", "en/en/a.md": "en"}


@pytest.mark.parametrize("path", ["learn-english.md", "lessons/english/a.md", "english.md"])
def test_language_that_is_the_subject_is_no_mark(path: str) -> None:
    assert languages({path: RU, "learn.md": RU}) == {path: "ru", "learn.md": "ru"}


@pytest.mark.parametrize("form", ["a-{}.md", "a_{}.md", "pages_{}/a.md", "{}_docs/a.md"])
def test_weak_mark_is_believed_beside_its_twin(form: str) -> None:
    site = {form.format("en"): RU, form.format("ru"): RU}
    assert languages(site) == {form.format("en"): "en", form.format("ru"): "ru"}


@pytest.mark.parametrize("key", ["lang", "language", "locale"])
def test_front_matter_states_the_language(key: str) -> None:
    site = {"a.md": f"---\n{key}: en\n---\n", "b.md": f"---\n{key}: fr-FR\n---\n{EN}"}
    assert languages(site) == {"a.md": "en", "b.md": ""}


def test_page_without_words_is_in_the_language_of_its_unmarked_neighbours() -> None:
    site = {"a.md": EN, "a.ru.md": RU, "b.md": CODE, "b.ru.md": CODE, "c.md": CODE}
    assert languages(site) == {
        "a.md": "en",
        "a.ru.md": "ru",
        "b.md": "en",
        "b.ru.md": "ru",
        "c.md": "",
    }


def test_pattern_of_the_configuration_says_the_language() -> None:
    pages = [
        page("text/a.md", EN),
        page("text/b.md", EN),
        page("texts/a.md", RU),
        page("texts/b.md", EN),
        page("texts/c.md", RU),
        page("text/c.md", CODE),
    ]
    pattern = PairPattern("text/{path}.md", "texts/{path}.md")
    named = name_languages(pages, PACKS, [pattern])
    assert [one.language for one in named] == ["en", "en", "ru", "ru", "ru", "en"]


def test_pages_stay_in_order_and_order_changes_nothing() -> None:
    site = {"ru/a.md": RU, "en/a.md": EN, "b.md": FR, "it/c.md": EN, "d.ru.md": CODE, "d.md": CODE}
    expected = languages(site)
    shuffler = random.Random(7)  # noqa: S311 - not for secrets
    for _ in range(5):
        items = list(site.items())
        shuffler.shuffle(items)
        named = languages(dict(items))
        assert named == expected
        assert list(named) == [path for path, _ in items]
