"""Which pages are versions of one another: configuration, paths, front matter, content."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka import packs as pack_data
from sverka.page import Page
from sverka.pairing import Pairing, PairPattern, name_languages, pair_pages
from sverka.reading import read_page
from sverka.site import Pair
from sverka.source import Source

PACKS = pack_data.load()


def site(*pages: str, source: str = "ru") -> Pairing:
    """The pairing of empty pages, each given as "language:path"."""
    made = [
        replace(read_page(Source(path, "")), language=language)
        for language, _, path in (page.partition(":") for page in pages)
    ]
    return pair_pages(made, PACKS, source_language=source)


def page(path: str, language: str, text: str) -> Page:
    return replace(read_page(Source(path, text)), language=language)


@pytest.mark.parametrize(
    ("russian", "english", "confidence"),
    [
        ("ru/x.md", "en/x.md", 1.0),
        ("content/ru/a/x.md", "content/en/a/x.md", 1.0),
        ("ru-RU/x.md", "en-US/x.md", 1.0),
        ("pages_ru/x.md", "pages_en/x.md", 1.0),
        ("ru_docs/x.md", "en_docs/x.md", 1.0),
        ("x.ru.md", "x.en.md", 1.0),
        ("x-ru.md", "x-en.md", 1.0),
        ("x_ru.md", "x_en.md", 1.0),
        ("a/ru.md", "a/en.md", 1.0),
        ("content/russian/x.md", "content/english/x.md", 1.0),
        ("_posts/ru/2020-01-01-x.md", "_posts/en/2020-01-01-x.md", 1.0),
        ("ru/x.ru.md", "en/x.en.md", 1.0),
        ("RU/X.md", "en/x.md", 1.0),
        ("x.ru.md", "x.md", 0.98),
        ("x-ru.md", "x.md", 0.98),
        ("x_ru.md", "x.md", 0.98),
        ("ru/x.md", "x.md", 0.98),
        ("docs/ru/x.md", "docs/x.md", 0.98),
        ("content.ru/x.md", "content/x.md", 0.98),
        ("README.ru-RU.md", "README.md", 0.98),
        ("x.md", "x.en.md", 0.98),
        ("i18n/ru/docusaurus-plugin-content-docs/current/a/x.md", "docs/a/x.md", 0.98),
        ("i18n/ru/docusaurus-plugin-content-blog/x.md", "blog/x.md", 0.98),
        ("i18n/ru/docusaurus-plugin-content-pages/x.md", "src/pages/x.md", 0.98),
        (
            "i18n/ru/docusaurus-plugin-content-docs/version-1.2/x.md",
            "versioned_docs/version-1.2/x.md",
            0.98,
        ),
        ("site/i18n/ru/docusaurus-plugin-content-docs/current/x.md", "site/docs/x.md", 0.98),
        ("site/i18n/ru/docusaurus-plugin-content-docs/current/x.md", "docs/x.md", 0.88),
        ("i18n/ru/docusaurus-plugin-content-docs-api/current/x.md", "api/x.md", 0.98),
        ("ru/x.md", "x.en.md", 0.95),
        ("ru/docs/x.md", "docs/en/x.md", 0.95),
        ("ru/x.md", "en/x.mdx", 0.9),
        ("i18n/ru/x.md", "x.md", 0.88),
        ("ru/x/index.md", "en/x.md", 0.76),
        ("ru/x/README.md", "x.md", 0.78),
    ],
)
def test_paths_that_differ_in_the_mark_are_a_pair(
    russian: str, english: str, confidence: float
) -> None:
    pair = Pair(russian, english, "path", confidence)
    assert site(f"ru:{russian}", f"en:{english}") == Pairing((pair,), "ru", ())


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("ru/x.md", "en/y.md"),
        ("ru/a/x.md", "en/b/x.md"),
        ("x.md", "x.mdx"),
        ("a/x.md", "b/x.md"),
        ("ru/index.md", "README.md"),
        ("run/x.md", "x.md"),
        ("guru-x.md", "gu-x.md"),
    ],
)
def test_other_paths_are_no_pair(russian: str, english: str) -> None:
    assert site(f"ru:{russian}", f"en:{english}").pairs == ()


@pytest.mark.parametrize(
    ("pages", "pairs"),
    [
        # three ways to write one page: marked ones are the surest
        (["ru:x.ru.md", "en:x.en.md", "en:x.md"], [("x.ru.md", "x.en.md")]),
        (["ru:ru/x.md", "en:en/x.md", "en:x.md"], [("ru/x.md", "en/x.md")]),
        # the same layout before another, the same suffix before another
        (
            ["ru:docs/ru/x.md", "en:docs/x.en.md", "en:docs/en/x.md"],
            [("docs/ru/x.md", "docs/en/x.md")],
        ),
        (["ru:ru/x.md", "en:en/x.md", "en:en/x.mdx"], [("ru/x.md", "en/x.md")]),
        # index pages only where there is nothing better
        (["ru:ru/x.md", "en:en/x/index.md", "en:en/x.md"], [("ru/x.md", "en/x.md")]),
        (
            ["ru:ru/x/index.md", "ru:ru/x.md", "en:en/x/index.md", "en:en/x.md"],
            [("ru/x.md", "en/x.md"), ("ru/x/index.md", "en/x/index.md")],
        ),
        # a product, a folder, a method named like a language
        (["ru:ru/en/x.md", "en:en/en/x.md"], [("ru/en/x.md", "en/en/x.md")]),
        (["ru:ru/it/x.md", "en:en/it/x.md"], [("ru/it/x.md", "en/it/x.md")]),
        (["ru:docs/ru/it/x.md", "en:docs/it/x.md"], [("docs/ru/it/x.md", "docs/it/x.md")]),
        (["ru:ru/is.md", "en:en/is.md"], [("ru/is.md", "en/is.md")]),
        (["ru:no/x.ru.md", "en:no/x.md"], [("no/x.ru.md", "no/x.md")]),
    ],
)
def test_nearest_path_wins(pages: list[str], pairs: list[tuple[str, str]]) -> None:
    assert [(one.source, one.target) for one in site(*pages).pairs] == pairs
    assert site(*reversed(pages)) == site(*pages)


def test_pages_in_an_unknown_language_stay_alone() -> None:
    pairing = site("ru:ru/x.md", "en:en/x.md", ":fr/x.md", "ru:ru/y.md")
    assert pairing.pairs == (Pair("ru/x.md", "en/x.md", "path", 1.0),)
    assert pairing.alone == ("fr/x.md", "ru/y.md")


@pytest.mark.parametrize(
    ("pages", "source"),
    [
        (["ru:ru/x.md", "en:en/x.md"], "ru"),  # as the pair of packs says
        (["ru:ru/x.md", "en:en/x.md", "en:en/y.md"], "en"),  # most pages
        (["ru:ru/x.md", "ru:ru/y.md", "en:en/x.md", "en:en/y.md", "en:en/z.md"], "en"),
        (  # no clear majority: one page more does not turn the pairs around
            [f"ru:ru/{name}.md" for name in "abc"] + [f"en:en/{name}.md" for name in "abcd"],
            "ru",
        ),
        (["ru:ru/x.md", "ru:ru/y.md", "ru:ru/z.md", "en:x.md", "en:y.md"], "en"),  # no mark
        (["ru:x.md", "en:x.en.md", "en:y.en.md"], "ru"),
        (["ru:ru/x.md", "ru:ru/y.md", "en:en/x.md", "en:README.md", "ru:ru/README.md"], "ru"),
        ([":fr/x.md"], ""),
        ([], ""),
    ],
)
def test_source_language_is_found(pages: list[str], source: str) -> None:
    assert site(*pages, source="").source_language == source


def test_given_source_language_turns_the_pairs() -> None:
    assert site("ru:ru/x.md", "en:en/x.md", source="en").pairs == (
        Pair("en/x.md", "ru/x.md", "path", 1.0),
    )


def test_third_language_is_paired_with_the_source_only() -> None:
    english = PACKS.languages["en"]
    german = replace(english, code="de", name="German", markers=frozenset({"de"}))
    packs = replace(PACKS, languages={**PACKS.languages, "de": german})
    pages = [page(f"{code}/{name}.md", code, "") for code in ("ru", "en", "de") for name in "xy"]
    without = [one for one in pages if one.path != "en/y.md"]
    pairs = pair_pages(without, packs, source_language="en").pairs
    assert [(one.source, one.target) for one in pairs] == [
        ("en/x.md", "de/x.md"),
        ("en/x.md", "ru/x.md"),
    ]


def test_configured_pattern_comes_first() -> None:
    pages = [page(path, path[:2], "") for path in ("ru/a/x.md", "en/a/x.md", "en/b/x-2.md")]
    pairing = pair_pages(pages, PACKS, patterns=[PairPattern("ru/a/{name}.md", "en/b/{name}-2.md")])
    assert pairing == Pairing(
        (Pair("ru/a/x.md", "en/b/x-2.md", "config", 1.0),), "ru", ("en/a/x.md",)
    )


@pytest.mark.parametrize(
    ("source", "target", "path", "expected"),
    [
        ("a/{path}.md", "b/{path}.md", "a/c/d.md", "b/c/d.md"),
        ("a/{name}.md", "b/{name}.md", "a/c/d.md", None),
        ("{path}/a/{name}.md", "{name}/{path}.md", "x/y/a/z.md", "z/x/y.md"),
        ("{path}.md", "t/{path}.md", "a.txt", None),
        ("a+{name}.md", "{name}.md", "a+b.md", "b.md"),
        ("a.md", "b.md", "a.md", "b.md"),
        ("{name}/{name}.md", "{name}.md", "a/a.md", "a.md"),
        ("{name}/{name}.md", "{name}.md", "a/b.md", None),
    ],
)
def test_pattern_gives_the_path_of_the_target(
    source: str, target: str, path: str, expected: str | None
) -> None:
    assert PairPattern(source, target).target_of(path) == expected


def test_uneven_pattern_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"a/\{path\} and b/\{name\} need the same placeholders"):
        pair_pages([], PACKS, patterns=[PairPattern("a/{path}", "b/{name}")])


PARAGRAPHS = "# {}\n\nText.\n\n- one\n- two\n"


def front(**values: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in values.items())
    return f"---\n{lines}---\n\n" + PARAGRAPHS.format("Title")


@pytest.mark.parametrize(
    ("values", "confidence"),
    [
        ({"translationKey": "peel"}, 0.97),
        ({"translation_key": "peel"}, 0.97),
        ({"ref": "peel"}, 0.97),
        ({"lang-ref": "peel"}, 0.97),
        ({"i18n_key": "peel"}, 0.97),
        ({"hero_image": "mezoterapiya-litsa.JPG"}, 0.9),
        ({"cover": "/img/peel-02.png", "uuid": "0f3a-77c1-9912"}, 0.95),
        ({"price_list": "winter-offer-7"}, 0.85),
    ],
)
def test_shared_front_matter_makes_a_pair(values: dict[str, str], confidence: float) -> None:
    pages = [page("a.md", "ru", front(**values)), page("b.md", "en", front(**values))]
    assert pair_pages(pages, PACKS).pairs == (Pair("a.md", "b.md", "front-matter", confidence),)


def test_same_slug_makes_a_pair_where_both_pages_state_their_language() -> None:
    pages = [page(f"{n}.md", n, front(slug="peel", lang=n)) for n in ("ru", "en")]
    pages = [
        replace(one, source=replace(one.source, path=f"{i}.md")) for i, one in enumerate(pages)
    ]
    assert pair_pages(pages, PACKS).pairs == (Pair("0.md", "1.md", "front-matter", 0.95),)


@pytest.mark.parametrize(
    "values",
    [
        {"date": "2024-05-17"},
        {"layout": "article-with-sidebar"},
        {"author": "Ivan Petrov"},
        {"tags": "[dermatology]"},
        {"image": "a.jpg"},
    ],
)
def test_values_of_one_sort_or_day_make_no_pair(values: dict[str, str]) -> None:
    pages = [page("a.md", "ru", front(**values)), page("b.md", "en", front(**values))]
    assert pair_pages(pages, PACKS).pairs == ()


def test_value_that_a_third_page_has_is_common() -> None:
    text = front(image="clinic-entrance.jpg")
    pages = [page("a.md", "ru", text), page("b.md", "en", text), page("c.md", "en", text)]
    assert pair_pages(pages, PACKS, source_language="ru").alone == ("a.md", "b.md", "c.md")


def test_page_tied_to_two_others_stays_alone() -> None:
    pages = [
        page("a.md", "ru", front(image="clinic-entrance.jpg", video="clinic-entrance.mp4")),
        page("b.md", "en", front(image="clinic-entrance.jpg")),
        page("c.md", "en", front(video="clinic-entrance.mp4")),
    ]
    assert pair_pages(pages, PACKS, source_language="ru").pairs == ()


RU_PAGE = """# Химический пилинг

Химический пилинг обновляет верхний слой кожи. Процедура занимает 20 минут, курс состоит из
6 процедур с перерывом в 14 дней.

## Показания

- пигментация
- мелкие морщины
- следы акне

## Подготовка

За 3 дня до процедуры не ходите в сауну. Возьмите с собой крем SPF 50 и список лекарств.
Пациент не должен загорать. Врач осмотрит кожу лица и выберет состав.
"""
EN_PAGE = """# Chemical peel

A chemical peel renews the upper layer of the skin. The procedure takes 20 minutes, a course is
made of 6 procedures with a break of 14 days.

## Indications

- pigmentation
- fine wrinkles
- traces of acne

## Preparation

Do not go to the sauna for 3 days before the procedure. Take an SPF 50 cream and a list of your
medicines with you. The patient must not sunbathe. The doctor examines the skin of the face and
chooses the composition.
"""
EN_OTHER = """# Working hours

We are open from 9 to 21 on weekdays and from 10 to 18 at the weekend.

The entrance is from the yard. Parking costs 200 roubles an hour. Phone the reception to book
a visit, or write to us. You can pay by card. We answer letters within a working day, and on
Sundays there is only one doctor on duty who sees children.
"""


def test_same_text_in_two_languages_is_a_pair_by_content() -> None:
    pages = [page("1.md", "ru", RU_PAGE), page("2.md", "en", EN_PAGE), page("3.md", "en", EN_OTHER)]
    pairing = pair_pages(pages, PACKS, source_language="ru")
    assert [(one.source, one.target, one.how) for one in pairing.pairs] == [
        ("1.md", "2.md", "content")
    ]
    assert 0.73 <= pairing.pairs[0].confidence <= 0.95
    assert pairing.alone == ("3.md",)


def test_unlike_pages_are_no_pair_however_few_there_are() -> None:
    pages = [page("1.md", "ru", RU_PAGE), page("3.md", "en", EN_OTHER)]
    assert pair_pages(pages, PACKS).pairs == ()


def test_two_copies_of_a_translation_are_too_alike_to_choose() -> None:
    pages = [page("1.md", "ru", RU_PAGE), page("2.md", "en", EN_PAGE), page("3.md", "en", EN_PAGE)]
    assert pair_pages(pages, PACKS, source_language="ru").pairs == ()


def test_code_of_two_languages_is_of_two_pages() -> None:
    pages = [
        page("1.md", "ru", RU_PAGE + "\n```python\nprint(1)\n```\n"),
        page("2.md", "en", EN_PAGE + "\n```php\nprint(1)\n```\n"),
    ]
    assert pair_pages(pages, PACKS).pairs == ()


def test_untold_pages_have_no_pairs() -> None:
    pages = [page("1.md", "", RU_PAGE), page("2.md", "", EN_PAGE)]
    assert pair_pages(pages, PACKS) == Pairing((), "", ("1.md", "2.md"))


PART = st.sampled_from(
    ["ru", "en", "fr", "it", "a", "x.ru", "x-en", "en_a", "i18n", "index", "README"]
)
PATH = st.lists(PART, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md")


@given(st.lists(st.tuples(PATH, st.sampled_from(["ru", "en", ""])), max_size=12), st.randoms())
def test_every_page_is_in_a_pair_or_alone_in_any_order(
    drawn: list[tuple[str, str]], shuffler: random.Random
) -> None:
    pages = [page(path, language, "") for path, language in dict(drawn).items()]
    pairing = pair_pages(pages, PACKS)
    targets = Counter(one.target for one in pairing.pairs)
    sources = Counter(one.source for one in pairing.pairs)
    assert set(targets.values()) | set(sources.values()) <= {1}
    assert sorted([*targets, *sources, *pairing.alone]) == sorted(one.path for one in pages)
    languages = {one.path: one.language for one in pages}
    assert all(languages[one.source] == pairing.source_language for one in pairing.pairs)
    shuffler.shuffle(pages)
    assert pair_pages(pages, PACKS) == pairing


def read_corpus(folder: Path, *, hidden: bool) -> tuple[list[Page], dict[str, str]]:
    """Pages of a corpus, and for each path what it shares with its counterpart's."""
    pages, same = [], {}
    for file in sorted(folder.rglob("*.md")):
        path = file.relative_to(folder).as_posix()
        name = f"{hashlib.sha256(path.encode()).hexdigest()[:12]}.md" if hidden else path
        same[name] = path.partition("/")[2]
        pages.append(read_page(Source.decode(name, file.read_bytes())))
    return pages, same


CORPORA = ["bem", "bslls", "diplodoc", "effector", "hexlet", "twelvefactor", "vkcloud", "vue"]


@pytest.mark.corpus
@pytest.mark.parametrize("name", CORPORA)
def test_real_sites_are_paired_by_path(corpus: Path, name: str) -> None:
    pages, same = read_corpus(corpus / "pairs" / name, hidden=False)
    pairing = pair_pages(name_languages(pages, PACKS), PACKS)
    assert pairing.alone == ()
    assert {pair.how for pair in pairing.pairs} == {"path"}
    assert all(same[pair.source] == same[pair.target] for pair in pairing.pairs)


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "found"), [("bslls", 0.7), ("twelvefactor", 0.8), ("vue", 0.9)])
def test_real_sites_with_hidden_paths_are_paired_by_content(
    corpus: Path, name: str, found: float
) -> None:
    pages, same = read_corpus(corpus / "pairs" / name, hidden=True)
    pairing = pair_pages(name_languages(pages, PACKS), PACKS)
    assert [pair for pair in pairing.pairs if same[pair.source] != same[pair.target]] == []
    assert len(pairing.pairs) >= found * len(pages) / 2


@pytest.mark.corpus
def test_the_first_documents_of_the_project_hold_one_pair(corpus: Path) -> None:
    files = sorted((corpus.parent / "seeds").glob("*.txt"))
    if not files:
        pytest.skip("no seeds beside the development data")
    pages = [read_page(Source.decode(file.name[:3], file.read_bytes())) for file in files]
    named = name_languages(pages, PACKS)
    assert [one.language for one in named] == ["ru", "en", "ru", "en", "en"]
    pairing = pair_pages(named, PACKS, source_language="ru")
    assert pairing.pairs == (Pair("000", "001", "front-matter", 0.9),)
    assert pairing.alone == ("002", "003", "004")
