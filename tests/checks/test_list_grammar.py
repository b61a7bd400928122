"""Items that do not go on as their list does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.checks.conftest import Report

from sverka.openings import Form, Lead, grammar, reader
from sverka.packs import BadPack, Language, load

RULE = "artifact/list-grammar"
FILLER = {"en": "The house stands by the sea.", "ru": "Дом стоит у моря."}


def _page(language: str, text: str) -> dict[str, str]:
    return {f"{language}/a.md": f"# {FILLER[language]}\n\n{FILLER[language]}\n\n{text}\n"}


def _list(lead: str, items: str) -> str:
    return lead + "\n\n" + "\n".join(f"- {one.strip()}" for one in items.split("|"))


@pytest.mark.parametrize(
    ("language", "lead", "items", "quote", "key"),
    [
        ("en", "It is used for:", "eliminate stains|dust|polish", "eliminate stains", "lead"),
        ("en", "There is room for:", "games|restore a picture", "restore a picture", "lead"),
        ("en", "You must:", "pay the rent|keeping it clean", "keeping it clean", "lead"),
        ("en", "They come here to:", "climb the rocks|swimming", "swimming", "lead"),
        ("en", "Stages:", "cleansing|apply a mask|removal", "apply a mask", "verb"),
        ("en", "Rules:", "wear a hat|to swim less|avoid the sun", "to swim less", "infinitive"),
        ("en", "Rules:", "wear a hat|swimming|avoid the sun", "swimming", "gerund"),
        ("en", "Rules:", "wear a hat|the swimming suit|avoid sun", "the swimming suit", "noun"),
        (
            "en",
            "We do:",
            "registration of cars|removal of rust|we wash boats",
            "we wash boats",
            "sentence",
        ),
        (
            "en",
            "Uses:",
            "protection of skin|prevention of colds|improves sleep",
            "improves sleep",
            "sentence",
        ),
        ("en", "Rules:", "hats|games|it is forbidden to run", "it is forbidden to run", "sentence"),
        ("en", "It is not allowed:", "to swim|visiting a sauna", "visiting a sauna", "lead"),
        (
            "ru",
            "Услуги:",
            "ремонт машин|покраска|мы печатаем книги",
            "мы печатаем книги",
            "sentence",
        ),
        ("ru", "Нужен для:", "устранение пятен|защиты", "устранение пятен", "lead"),
        ("ru", "Помогает при:", "насморке|бороться с кашлем", "бороться с кашлем", "lead"),
        ("ru", "Поможет:", "увлажнять кожу|смягчает её", "смягчает её", "lead"),
        ("ru", "Этапы:", "чистка|нанесите маску|уход", "нанесите маску", "verb"),
        ("ru", "Отдых:", "сон|плавание|кататься верхом", "кататься верхом", "infinitive"),
        ("ru", "Нельзя:", "париться|курение|загорать", "курение", "noun"),
        ("ru", "Включаем:", "воду|лодку|прогулка", "прогулка", "case"),
    ],
)
def test_an_item_of_another_form_is_named(
    report: Report, language: str, lead: str, items: str, quote: str, key: str
) -> None:
    found = report(RULE, _page(language, _list(lead, items)))
    assert [(one.quote, one.key) for one in found] == [(quote, key)]


def test_of_three_forms_in_a_list_both_rare_ones_are_named(report: Report) -> None:
    items = "division of property|we write claims|payment of fines|to end a contract|registration"
    found = report(RULE, _page("en", _list("Services:", items)))
    assert [(one.quote, one.key) for one in found] == [
        ("we write claims", "sentence"),
        ("to end a contract", "infinitive"),
    ]


def test_a_remark_after_a_comma_makes_no_sentence(report: Report) -> None:
    for language, items in (
        ("en", "passport|age of the driver|deposit of 100, it is paid back"),
        ("ru", "паспорт|стаж водителя|залог 100 рублей, мы его вернём"),
    ):
        assert report(RULE, _page(language, _list("?", items))) == []


@pytest.mark.parametrize(
    ("language", "lead", "items"),
    [
        ("en", "It is used for:", "stains|smoothing wood|removal of dust"),
        ("en", "The solutions that we thought of:", "Use one tool|Refine the other"),
        ("en", "You have access to:", "reading|writing|printing"),
        ("en", "Steps:", "Open the box|To see the lamp, press the button|Close the box"),
        ("en", "Parts:", "Console|Imagine (an extension)|Markdown"),
        ("en", "Signs:", "conduct that harms others|noise|form that is empty"),
        ("en", "Ask:", "Do I need a permit?|Applying for a permit|Paying the fee"),
        ("en", "Settings:", "Disable Activation Lock|Content filter|Game sessions"),
        ("en", "Changes:", "add a panel (#12)|typos in the help (#13)|update the parser (#14)"),
        ("en", "Price:", "Rooms: pay at the desk|the garden|a boat"),
        ("ru", "Нужен для:", "устранения пятен|защиты|нежной кожи"),
        ("ru", "Сервер указывает на:", "мастер|синхронную реплику|агент"),
        ("ru", "Есть:", "группы безопасности|балансировщики|маршрутизаторы"),
        ("ru", "С целью:", "улучшить вид|добавить смысл"),
        ("ru", "Условия:", "Вернуть деньги можно в мае|Заявка подписана|Возврат возможен"),
        ("ru", "Связь:", "Любым способом ответить|сон|покой"),
    ],
)
def test_items_that_go_together_are_silent(
    report: Report, language: str, lead: str, items: str
) -> None:
    assert report(RULE, _page(language, _list(lead, items))) == []


def test_a_sentence_glued_onto_the_last_item_is_named_alone(report: Report) -> None:
    items = "skin cleansing|anaesthesia|applying a mask. It is recommended to come again in May."
    (found,) = report(RULE, _page("en", _list("The stages:", items)))
    assert found.quote == "It is recommended to come again in May."
    assert found.english == (
        "The last item goes on with a sentence that belongs after the list: "
        "“It is recommended to come again in May”"
    )
    assert found.russian == (
        "К последнему пункту приклеено предложение, которому место после списка: "
        "«It is recommended to come again in May»"
    )


@pytest.mark.parametrize(
    "items",
    [
        "cleansing|rest|a mask. It stays on the face for ten minutes.",
        "cleansing|rest|a mask. The mask stays on the face for an hour.",
        "cleansing|rest. You lie still for a while.|a mask. You close both eyes.",
        "cleansing.|rest.|masks. You pay at the desk when you leave.",
        "cleansing|rest|a mask. For example, clay is used by many.",
        "time: an hour|price: ten pounds|place: the spa. You pay at the desk.",
        "open the door|press the button|wait. Remove the key from the lock.",
    ],
)
def test_a_sentence_that_belongs_to_the_item_is_silent(report: Report, items: str) -> None:
    assert [one.key for one in report(RULE, _page("en", _list("Stages:", items)))] == []


def test_a_line_right_under_a_list_is_part_of_its_last_item(report: Report) -> None:
    text = "Size:\n\n- disk: 50 GB;\n- type: SSD;\n- zone: one.\nCreate a file with these values."
    (found,) = report(RULE, _page("en", text))
    assert (found.key, found.quote) == ("glued", "Create a file with these values.")


def test_the_lead_in_is_shown_beside_what_it_cannot_go_on_with(report: Report) -> None:
    (found,) = report(RULE, _page("en", _list("The gel is meant and used for:", "protect it|dust")))
    assert found.english == "“is meant and used for:” cannot go on with “protect it”"
    assert found.related == (("en/a.md", 5, "The gel is meant and used for:"),)
    assert found.labels == (("the lead-in", "вводная фраза"),)


def test_a_case_told_by_what_is_likely_is_a_hint(report: Report) -> None:
    page = _page("ru", _list("Этапы:", "очистки кожи|обработку|введение|защиту"))
    (found,) = report(RULE, page)
    assert found.english == (
        "Another case than that of the other items: “очистки кожи”; compare “обработку”"
    )


def _leads(language: Language) -> tuple[Lead, ...]:
    known = grammar(language)
    return known.leads if known else ()


LEADS = [
    pytest.param(code, number, id=f"{code}-{number}")
    for code, language in load().languages.items()
    for number in range(len(_leads(language)))
]


@pytest.mark.parametrize(("code", "number"), LEADS)
def test_a_lead_in_refuses_its_bad_line_and_takes_its_good_one(
    report: Report, code: str, number: int
) -> None:
    known = grammar(load().languages[code])
    assert known is not None
    row = known.leads[number]
    for line, keys in ((row.bad, ["lead"]), (row.good, [])):
        lead, _, items = line.partition(": ")
        rows = items.split("; ") if "; " in items else [items, "`x`"]
        assert known.lead(f"{lead}:") == row
        page = _page(code, _list(f"{lead}:", "|".join(rows)))
        assert [one.key for one in report(RULE, page)] == keys


@pytest.mark.parametrize(
    ("code", "item", "form"),
    [
        ("en", "(optional) add a comment", Form.VERB),
        ("en", "Dereference a pointer", Form.VERB),
        ("en", "never apply ice", Form.VERB),
        ("en", "whether the door is shut", None),
        ("en", "throughout the year", None),
        ("en", "to restore", Form.INFINITIVE),
        ("en", "to London", None),
        ("en", "use of masks", None),
        ("en", "use the mask", Form.VERB),
        ("en", "helps the skin", Form.FINITE),
        ("en", "improves the skin", Form.FINITE),
        ("en", "the result is stored", Form.SENTENCE),
        ("en", "morning tea", Form.NOUN),
        ("en", "planning a trip", Form.GERUND),
        ("ru", "не посещать бани", Form.INFINITIVE),
        ("ru", "курить можно", Form.SENTENCE),
        ("ru", "нажмите кнопку", Form.VERB),
        ("ru", "мелкие морщины", Form.NOUN),
        ("ru", "кожа становится мягкой", Form.SENTENCE),
        ("ru", "становится мягкой", Form.FINITE),
        ("ru", "печь", None),
    ],
)
def test_the_form_of_an_item_is_told_or_left_open(code: str, item: str, form: Form | None) -> None:
    reads = reader(load().languages[code])
    assert reads is not None
    assert reads.opening(item).form is form


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("words = 'a'", "unknown key words"),
        ("verbs = 1", "verbs must be a text"),
        ("lead = 1", "lead must be a list of tables"),
        ("[[lead]]\nwords = 'for'", "a row has words, bad, good"),
        ("[[lead]]\nwords = 'for'\nbad = 'a'\ngood = 1", "good must be a text"),
        ("[[lead]]\nwords = 'x'\nbad = 'a'\ngood = 'b'\nwants = 'ablative'", "not ablative"),
        ("[[lead]]\nwords = 'x'\nbad = 'a'\ngood = 'b'\nrefuses = 'verbs'", "'verbs'"),
    ],
)
def test_broken_data_is_named(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "list-grammar.toml").write_text(text, encoding="utf-8")
    language: Language = replace(load().languages["en"], home=tmp_path)
    with pytest.raises(BadPack, match=problem) as raised:
        grammar(language)
    assert "list-grammar.toml" in str(raised.value)


def test_a_language_without_data_has_no_reader(tmp_path: Path) -> None:
    assert reader(replace(load().languages["en"], home=tmp_path)) is None
