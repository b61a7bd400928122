"""Terms against a termbase: what is forbidden, what is missing, what is excused, and the fix."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.examples import run_rule
from sverka.finding import Reported, Severity
from sverka.messages import message_of
from sverka_checks.translation.term import CHECK

TERMS = """concept;ru;admitted-ru;en;admitted-en;forbidden-en
appointment;запись на приём;запись;appointment;booking;record|recording
plan;план лечения;;treatment plan;;cure plan|plan of cure
account;личный кабинет;;account;;personal cabinet|private office
cart;корзина;;cart;;basket
database;база данных;;database;;data base
data;данные;;data;;
contractor;исполнитель;;contractor;;performer|executor
client;заказчик;;client;;customer
webhook;вебхук;;webhook;;web hook
build;сборка;;build;;assembly
serum;сыворотка;;serum;;whey
setting;настройка;;setting;configuration;
error;ошибка;;error;;
dose;доза;;;;portion
"""
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def _reported(russian: str, english: str, terms: str = TERMS) -> tuple[Reported, ...]:
    pages = {"ru/a.md": russian + "\n", "en/a.md": english + "\n", "termbase.csv": terms}
    result = run_rule(CHECK, pages)
    assert result.failures == ()
    return result.findings


def _said(russian: str, english: str, terms: str = TERMS) -> list[tuple[Severity, str]]:
    found = _reported(russian, english, terms)
    return [(one.severity, message_of(CHECK, one.finding)) for one in found]


def _forbidden(here: str, there: str, preferred: str) -> tuple[Severity, str]:
    return ERROR, f"“{here}” is a forbidden rendering of “{there}”; use “{preferred}”"


def _rival(here: str, there: str, preferred: str) -> tuple[Severity, str]:
    said = f"“{there}” of the other version is “{here}” here; the termbase has “{preferred}”"
    return WARNING, said


FORBIDDEN = [
    (
        "Записи на приём можно отменить за сутки.",
        "Records can be cancelled a day ahead.",
        _forbidden("Records", "Записи на приём", "appointment"),
    ),
    (
        "Врач составит план лечения.",
        "The doctor will draw up a plan of cure.",
        _forbidden("plan of cure", "план лечения", "treatment plan"),
    ),
    (
        "Войдите в личный кабинет.",
        "Enter your personal cabinet.",
        _forbidden("personal cabinet", "личный кабинет", "account"),
    ),
    (
        "Базы данных обновляются ночью.",
        "Data bases are updated at night.",
        _forbidden("Data bases", "Базы данных", "database"),
    ),
    (
        "Исполнитель обязан сообщить заказчику о задержке.",
        "The contractor shall inform the customer of a delay.",
        _forbidden("customer", "заказчику", "client"),
    ),
]


@pytest.mark.parametrize(("russian", "english", "said"), FORBIDDEN)
def test_a_forbidden_term_is_an_error(
    russian: str, english: str, said: tuple[Severity, str]
) -> None:
    assert _said(russian, english) == [said]


def test_two_forbidden_terms_are_two_findings() -> None:
    found = _said(
        "Исполнитель обязан сообщить заказчику о задержке.",
        "The executor shall inform the customer of a delay.",
    )
    assert found == [
        _forbidden("executor", "Исполнитель", "contractor"),
        _forbidden("customer", "заказчику", "client"),
    ]


RIVALS = [
    (
        "План лечения хранится в личном кабинете.",
        "The treatment plan is kept in your profile.",
        _rival("profile", "личном кабинете", "account"),
    ),
    (
        "Отмените запись заранее.",
        "Cancel your visit in advance.",
        _rival("visit", "запись", "appointment"),
    ),
    (
        "После вебхука ответ приходит быстро.",
        "After a callback the answer comes quickly.",
        _rival("callback", "вебхука", "webhook"),
    ),
]


@pytest.mark.parametrize(("russian", "english", "said"), RIVALS)
def test_another_word_for_a_term_is_a_warning(
    russian: str, english: str, said: tuple[Severity, str]
) -> None:
    assert _said(russian, english) == [said]


EXCUSED = [
    # a pronoun, further down or in the same sentence
    "Исполнитель отвечает за сроки. Исполнитель платит штраф. | "
    "The contractor answers for the dates. They pay a fine.",
    # left out, as English does
    "Выполните команду из личного кабинета. | Run the command.",
]


@pytest.mark.parametrize("pair", EXCUSED)
def test_a_sentence_without_a_term_is_a_hint(pair: str) -> None:
    russian, _, english = pair.partition(" | ")
    assert [severity for severity, _ in _said(russian, english)] == [INFO]


SILENT = [
    "Записи на приём можно отменить за сутки. | Appointments can be cancelled a day ahead.",
    "Запись доступна по телефону. | Booking is available by phone.",
    # the longer term is meant
    "В базе данных лежат отчёты. | The database holds reports.",
    # a term of the next sentence of the paragraph
    "Запись открыта. Отменить её можно. | It is open. You can cancel an appointment.",
    # once for twice
    "Сыворотка за сывороткой. | One serum after another.",
    # a word that holds the term
    "Настройка базы данных закрыта. | Database settings are closed.",
    # the sentence is turned so that the term is a verb
    "Сборка проекта идёт ночью. | Building the project runs at night.",
    # no noun
    "В зависимости от ошибки ответ разный. | Depending on the error the answer differs.",
    # code and addresses
    "Команда `запись` не переводится. | The command `record` is not translated.",
    # a forbidden word where nothing of the concept is meant
    "Рекорд побит. | The record is broken.",
    # a concept without a term to use
    "Доза мала. | The dose is small.",
    # the form of another word
    "Он дал ответ. | He gave an answer.",
    # "ё" or not
    "Запись на прием закрыта. | The appointment is closed.",
]


@pytest.mark.parametrize("pair", SILENT)
def test_what_is_right_is_silent(pair: str) -> None:
    russian, _, english = pair.partition(" | ")
    assert _said(russian, english) == []


def test_a_forbidden_term_without_another_says_so() -> None:
    found = _said("Доза мала.", "The portion is small.")
    said = "“portion” is a forbidden rendering of “Доза”; use another word"
    assert found == [(ERROR, said)]


def test_a_word_with_two_meanings_has_two_terms() -> None:
    terms = TERMS + "sound;запись;;recording;;\n"
    assert _said("Запись хранится год.", "The recording is kept for a year.", terms) == []
    assert len(_said("Запись хранится год.", "The record is kept for a year.", terms)) == 1


def test_a_forbidden_word_that_translates_something_else_is_a_hint() -> None:
    terms = "ru;en;forbidden-en\nкаталог;directory;folder\n"
    found = _said("В папке лежит каталог.", "The catalogue is in the folder.", terms)
    assert [severity for severity, _ in found] in ([], [INFO])


def test_without_a_termbase_nothing_is_said() -> None:
    pages = {"ru/a.md": "Запись.\n", "en/a.md": "Record.\n"}
    assert run_rule(CHECK, pages).findings == ()


def test_a_forbidden_source_term_stands_in_the_source() -> None:
    terms = "ru;en;forbidden-ru\nличный кабинет;account;аккаунт\n"
    [found] = _reported("Войдите в аккаунт.", "Sign in to your account.", terms)
    assert found.finding.place.path == "ru/a.md"
    assert found.quote == "аккаунт"
    assert found.related_quotes == ("account",)


def test_the_other_side_is_a_related_place() -> None:
    [found] = _reported("Войдите в личный кабинет.", "Enter the private office.")
    assert (found.quote, found.related_quotes) == ("private office", ("личный кабинет",))
    assert found.finding.data["concept"] == "account"


@pytest.mark.parametrize(
    ("english", "text"),
    [
        ("Enter your personal cabinet.", "account"),
        ("Personal cabinet: how to enter it.", "Account"),
        ("Enter your personal cabinets.", None),
        ("Enter your personal *cabinet*.", None),
    ],
)
def test_the_dictionary_form_is_replaced_when_asked(english: str, text: str | None) -> None:
    russian = "Войдите в личный кабинет."
    [found] = _reported(russian, english)
    fix = found.finding.fix
    assert (fix.edits[0].text if fix else None) == text
    assert fix is None or not fix.safe


@pytest.mark.parametrize("russian_first", [True, False])
def test_either_language_may_be_the_source(russian_first: bool) -> None:
    russian, english = "Отмените запись на приём.", "Cancel the recording."
    names = ("ru/a.md", "en/a.md") if russian_first else ("en/a.md", "ru/a.md")
    pages = dict(zip(names, (russian, english), strict=True)) if russian_first else {
        "en/a.md": english + "\n", "ru/a.md": russian + "\n",
    }  # fmt: skip
    found = run_rule(CHECK, {**pages, "termbase.csv": TERMS}).findings
    assert [message_of(CHECK, one.finding) for one in found] == [
        "“recording” is a forbidden rendering of “запись на приём”; use “appointment”"
    ]


@given(st.lists(st.sampled_from([row for row, _, _ in FORBIDDEN]), max_size=4))
def test_a_page_against_itself_is_silent(rows: list[str]) -> None:
    text = "\n\n".join(rows)
    terms = "ru;en\nзапись на приём;appointment\n"
    assert [one for one in _said(text, text, terms) if one[0] is ERROR] == []
