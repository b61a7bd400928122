"""Terms in texts: in every form, of several words, the longer one, and never in code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka import packs
from sverka.termbase import Codes, Match, index, parse
from sverka.termbase.matching import longest

PACKS = packs.load()


def _find(rows: str, language: str, text: str) -> tuple[Match, ...]:
    termbase = parse("t.csv", rows.encode(), Codes.of_packs(PACKS))
    return index(termbase, PACKS.languages[language], PACKS).find(text)


def _found(term: str, language: str, text: str, *, other: str = "") -> list[tuple[str, bool]]:
    """What of the text is the term, and whether surely; ``other`` is its counterpart."""
    sides = {language: term, ("en" if language == "ru" else "ru"): other}
    rows = ",".join(sides) + "\n" + ",".join(sides.values()) + "\n"
    return [(text[one.start : one.end], one.sure) for one in _find(rows, language, text)]


RUSSIAN = [
    ("запись на приём", "Без записи на прием не ждут.", "записи на прием"),
    ("запись на приём", "ЗАПИСЬ НА\u00a0ПРИЁМ", "ЗАПИСЬ НА\u00a0ПРИЁМ"),
    ("план лечения", "По планам\nлечения", "планам\nлечения"),
    ("медицинская карта", "Нет медицинских карт", "медицинских карт"),
    ("лечащий врач", "Спросите лечащего врача", "лечащего врача"),
    ("человек", "Пришли люди", "люди"),
    ("день", "Через два дня", "дня"),
    ("данные", "Без данных", "данных"),
    ("вебхук", "Ответ вебхуком", "вебхуком"),
    ("БАД", "Состав БАДов", "БАДов"),
    ("веб-сайт", "На вебсайте", "вебсайте"),
    ("веб-сайт", "На веб сайте", "веб сайте"),
    ("имейл", "Два и-мейла", "и-мейла"),
    ("подписаться", "Подпишитесь!", "Подпишитесь"),
    ("врач-косметолог", "С врачом-косметологом", "врачом-косметологом"),
    ("переменная", "Список переменных", "переменных"),
]
ENGLISH = [
    ("webhook", "Two Webhooks", "Webhooks"),
    ("cache", "The caches", "caches"),
    ("index", "All indices", "indices"),
    ("policy", "Our policies", "policies"),
    ("treatment plan", "treatment\nplans", "treatment\nplans"),
    ("follow-up", "A follow up", "follow up"),
    ("follow-up", "A followup", "followup"),
    ("email", "An e-mail", "e-mail"),
    ("C++", "In C++ code", "C++"),
    ("Node.js", "With Node.js 20", "Node.js"),
    ("child", "Children welcome", "Children"),
]


@pytest.mark.parametrize(("term", "text", "quote"), RUSSIAN)
def test_a_russian_term_is_found_in_every_form(term: str, text: str, quote: str) -> None:
    assert (quote, True) in _found(term, "ru", text)


@pytest.mark.parametrize(("term", "text", "quote"), ENGLISH)
def test_an_english_term_is_found_in_every_form(term: str, text: str, quote: str) -> None:
    assert (quote, True) in _found(term, "en", text)


@pytest.mark.parametrize(
    ("term", "language", "text"),
    [
        ("organ", "en", "An organization"),
        ("universe", "en", "The university"),
        ("new", "en", "Anew"),
        ("record", "en", "A recorder"),
        ("IT", "en", "Let it be"),
        ("record", "en", "user_record and record_id"),
        ("record", "en", "https://a.example/record"),
        ("record", "en", "write to record@a.example"),
        ("record", "en", "the file record.txt"),
        ("plan lecheniya", "en", "plan, lecheniya"),
        ("план лечения", "ru", "План. Лечения нет"),
        ("приём", "ru", "Приёмная"),
        ("дело", "ru", "Делать"),
        ("данные", "ru", "Он дал"),
    ],
)
def test_what_only_looks_like_a_term_is_none(term: str, language: str, text: str) -> None:
    assert _found(term, language, text) == []


@pytest.mark.parametrize(
    ("term", "other", "language", "text"),
    [
        ("сталь", "steel", "ru", "Цены стали ниже"),
        ("запись", "booking", "ru", "Онлайн-запись"),
        ("зависимость", "dependency", "ru", "В зависимости от цены"),
        ("record", "запись", "en", "We record calls"),
        ("record", "запись", "en", "Please record the call"),
        ("service", "услуга", "en", "A self-service desk"),
    ],
)
def test_what_may_be_something_else_is_not_sure(
    term: str, other: str, language: str, text: str
) -> None:
    found = _found(term, language, text, other=other)
    assert [sure for _, sure in found] == [False]


def test_after_an_article_a_noun_is_a_noun() -> None:
    assert _found("peeling", "en", "After a peeling the skin flakes", other="пилинг") == [
        ("peeling", True)
    ]


def test_a_noun_is_no_gerund() -> None:
    assert _found("record", "en", "We are recording", other="запись") == []
    assert _found("record", "en", "We are recording") == [("recording", True)]


def test_the_longer_term_counts() -> None:
    rows = "ru,en\nбаза данных,database\nданные,data\n"
    text = "В базе данных лежат данные."
    found = longest(_find(rows, "ru", text))
    assert [text[one.start : one.end] for one in found] == ["базе данных", "данные"]


def test_a_term_of_two_concepts_is_found_for_both() -> None:
    found = _find("ru,en\nзапись,appointment\nзапись,record\n", "ru", "Запись")
    assert [one.concept for one in found] == [0, 1]


def test_exact_case_lets_a_sentence_begin() -> None:
    rows = "en,case-sensitive\ngo,true\n"
    assert len(_find(rows, "en", "Go there. Then Go on and go.")) == 2


@given(st.text(max_size=60), st.sampled_from(["ru", "en"]))
def test_every_match_lies_in_its_text(text: str, language: str) -> None:
    rows = "ru,en\nзапись на приём,e-mail\nа,a\nИ,I\n"
    for match in _find(rows, language, text):
        assert 0 <= match.start < match.end <= len(text)


@given(st.lists(st.sampled_from(["запись", "приём", "на", "и", "—", ",", "\n"]), max_size=12))
def test_more_text_around_takes_no_term_away(words: list[str]) -> None:
    text = " ".join(words)
    inside = {(one.start, one.end) for one in _find("ru\nзапись на приём\nприём\n", "ru", text)}
    around = _find("ru\nзапись на приём\nприём\n", "ru", f"Вот: {text}. Всё")
    assert inside <= {(one.start - 5, one.end - 5) for one in around}
