"""What is left in the other version's language, and what stands there on purpose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sverka.finding import Severity
from sverka.packs import load
from sverka.registry import all_checks
from sverka_checks.translation._guests import sentence_level

Report = Callable[[str, Mapping[str, str]], list[Any]]
RULE = "translation/untranslated"

LEFT = [
    (
        "Уборка проходит ежедневно до обеда.",
        "Rooms are cleaned ежедневно before noon.",
        "ежедневно",
    ),
    ("Скидка 5 % и доставка бесплатно.", "A 5% discount и free delivery.", "и"),
    ("Между 0.1 и 0.2 есть числа.", "There are numbers between 0.1 и 0.2 too.", "и"),
    ("Нажмите **Сохранить файл**.", "Click **Сохранить файл** to go on.", "Сохранить файл"),
    ("Нажмите «Отправить» и ждите.", 'Click "Отправить" and wait.', "Отправить"),
    (
        "Пришлите заявку (не позднее пятницы) на почту.",
        "Send the request (не позднее пятницы) by e-mail.",
        "не позднее пятницы",
    ),
    ("Рейс летит из Кольцово утром.", "The flight leaves Кольцово in the morning.", "Кольцово"),
    ("Объём диска — 10 ГБ.", "The disk size is 10 ГБ.", "ГБ"),
    (
        "Читайте [правила дома](/ru/rules) заранее.",
        "Read the [правила дома](/en/rules) in advance.",
        "правила дома",
    ),
    ("Дежурный врач работает по ночам.", "A дежурного врача is here at night.", "дежурного врача"),
    (
        "Мы открыты. По праздникам часы работы меняются. Звоните.",
        "We are open. По праздникам часы работы меняются. Call us.",
        "По праздникам часы работы меняются.",
    ),
    (
        "Мы ждём вас. Breakfast is served in the main hall. До встречи.",
        "We are waiting. Breakfast is served in the main hall. See you.",
        "Breakfast is served in the main hall.",
    ),
    (
        "Наши гости любят breakfast на террасе у реки.",
        "Our guests love breakfast on the terrace by the river.",
        "breakfast",
    ),
    (
        "Если вы опоздали, call the number on your card and wait, мы откроем дверь.",
        "If you are late, call the number on your card and wait, we will open the door.",
        "call the number on your card and wait",
    ),
]


@pytest.mark.parametrize(("russian", "english", "quote"), LEFT, ids=[one[2] for one in LEFT])
def test_words_left_in_the_other_language_are_named(
    report: Report, russian: str, english: str, quote: str
) -> None:
    found = report(RULE, {"ru/a.md": russian + "\n", "en/a.md": english + "\n"})
    assert [one.quote for one in found] == [quote]
    assert found[0].english == f"Left untranslated: “{quote}”"
    assert found[0].russian == f"Осталось без перевода: «{quote}»"


ON_PURPOSE = [
    ("Сверка — это сравнение текстов.", "A collation (сверка) compares texts."),
    ("Сверка сравнивает два текста.", "Our сверка (collation) compares two texts."),
    ("Буква ё обязательна в словарях.", "The letter ё is required in dictionaries."),
    ("Буква и стоит в конце слова.", "The letter и stands at the end."),
    ("Слово «сверка» означает сравнение.", "The word “сверка” means comparison."),
    ("По-русски это «завтрак».", "In Russian: завтрак."),
    ("Введите `Справочники` в поле.", "Type `Справочники` into the field."),
    ("[Русский](/ru/a) | [English](/en/a)", "[Русский](/ru/a) | [English](/en/a)"),
    ("- завтрак — breakfast\n- ужин — dinner", "- завтрак — breakfast\n- ужин — dinner"),
    ("Откройте договор.docx сейчас.", "Open договор.docx now."),
    (
        "Ещё: [Правила услуг](https://law.example.ru/1).",
        "More: [Правила услуг](https://law.example.ru/1).",
    ),
    ("Министерство финансов (Минфин) решило.", "The Ministry of Finance (Минфин) decided."),
    ("Цена с налогом.", "The priсe includes tax."),
    ("Имя области СлужебныеПроцедуры.", "The region's name is СлужебныеПроцедуры."),
    ("Мы продаём телефоны Samsung Galaxy.", "We sell Samsung Galaxy phones."),
    (
        "В блоке Connection and authentication settings нажмите Save.",
        "In the Connection and authentication settings block press Save.",
    ),
    (
        "Группа записала песню The House of the Rising Sun в 1964 году.",
        "The band recorded The House of the Rising Sun in 1964.",
    ),
    (
        "Он сказал: «To be or not to be, that is the question».",
        "He said: “To be or not to be, that is the question”.",
    ),
    ("- Always read the value: `on`.", "- Always read the value: `on`."),
]


@pytest.mark.parametrize(("russian", "english"), ON_PURPOSE, ids=[one[1] for one in ON_PURPOSE])
def test_what_stands_there_on_purpose_is_left_alone(
    report: Report, russian: str, english: str
) -> None:
    found = report(RULE, {"ru/a.md": russian + "\n", "en/a.md": english + "\n"})
    assert [one.quote for one in found] == []


def test_lower_case_words_are_errors_and_names_are_warnings() -> None:
    def level(russian: str, english: str) -> list[Severity]:
        from sverka.examples import run_rule

        pages = {"ru/a.md": russian, "en/a.md": english}
        return [one.severity for one in run_rule(all_checks()[RULE], pages).findings]

    assert level("Гость платит налог.\n", "The guest pays the налог.\n") == [Severity.ERROR]
    assert level("Мы живём в Омске.\n", "We live in Омске now.\n") == [Severity.WARNING]


def test_neighbouring_sentences_are_one_finding(report: Report) -> None:
    left = "Чек приходит на почту.\n\n## Возврат и обмен\n\nВернуть товар можно за месяц.\n"
    found = report(
        RULE,
        {"ru/a.md": f"Мы открыты.\n\n{left}\nДо встречи!\n",
         "en/a.md": f"We are open.\n\n{left}\nSee you!\n"},
    )  # fmt: skip
    assert [(one.line, one.quote, one.english) for one in found] == [
        (3, left.strip(), "Left untranslated (3 sentences): “Чек приходит на почту.”")
    ]
    assert found[0].russian == "Осталось без перевода (3 предложения): «Чек приходит на почту.»"
    assert found[0].related == (("ru/a.md", 3, left.strip()),)


def test_a_page_that_nobody_translated_is_one_finding(report: Report) -> None:
    page = "# Оплата\n\n" + "Оплатить заказ можно картой или наличными при получении. " * 5 + "\n"
    page += "\n![Наш магазин](/a.png)\n"
    found = report(RULE, {"ru/a.md": page, "en/a.md": page})
    assert [(one.path, one.line, one.key) for one in found] == [("en/a.md", 1, "page")]
    assert found[0].english == (
        "This page is not translated: 100% of its text is in the language of the other version"
    )


def test_of_a_page_that_nobody_translated_the_family_says_nothing_else() -> None:
    from sverka.config import Config
    from sverka.runner import check_sources
    from sverka.source import Source

    page = (
        "# Шлифовка\n\nЦена может измениться, обязательно уточняйте её у доктора Ивановой. "
        "Стоимость — 4 500 ₽ за сеанс, а курс состоит из четырёх сеансов и длится два месяца.\n\n"
        "Не рекомендуем загорать за 2 недели до процедуры. Результат виден через две недели.\n"
    )
    sources = [Source.decode(f"{one}/a.md", page.encode()) for one in ("ru", "en")]
    found = check_sources(sources, Config(Path("/"), select=("translation",)), all_checks())
    assert [(one.rule, one.finding.message) for one in found.findings] == [(RULE, "page")]


@pytest.mark.parametrize(
    ("key", "value", "count"),
    [
        ("title", "Правила дома", 1),
        ("seoTitle", "Правила дома", 1),
        ("slug", "правила-дома", 0),
        ("title_ru", "Правила дома", 0),
        ("author", "Иван Петров", 0),
        ("image", "/картинки/дом.png", 0),
        ("lang", "русский", 0),
        ("title", "Berg House", 0),
    ],
)
def test_values_of_front_matter(report: Report, key: str, value: str, count: int) -> None:
    front = f"---\n{key}: {value}\n---\n\n"
    found = report(RULE, {"ru/a.md": front + "Тишина ночью.\n", "en/a.md": front + "Be quiet.\n"})
    assert [(one.key, one.data["key"]) for one in found] == [("value", key)] * count


@pytest.mark.parametrize(
    "picture", ["![Вид на озеро](/a.png)", '<img src="/a.png" alt="Вид на озеро">']
)
def test_descriptions_of_pictures(report: Report, picture: str) -> None:
    pages = {
        "ru/a.md": f"{picture}\n\nОзеро рядом.\n",
        "en/a.md": f"{picture}\n\nA lake is near.\n",
    }
    found = report(RULE, pages)
    assert [(one.path, one.quote) for one in found] == [("en/a.md", "Вид на озеро")]
    assert found[0].related == (("ru/a.md", 1, "Вид на озеро"),)


@pytest.mark.parametrize(
    ("block", "quote"),
    [
        ("<summary>Подробнее о доставке</summary>", "Подробнее о доставке"),
        ('<div class="note">Важно для всех</div>', "Важно для всех"),
        ('<Card title="Наши цены" />', "Наши цены"),
        ('{{< figure src="/a.png" caption="Вход со двора" >}}', "Вход со двора"),
        (":::tip Совет дня\n\nabc\n\n:::", "Совет дня"),
        ('{% note info "Важно знать" %}\n\nabc\n\n{% endnote %}', "Важно знать"),
        ("<script>const a = 'привет мир'</script>", ""),
        ("```\n:::tip Совет дня\n```", ""),
        ("<pre>Код программы</pre>", ""),
        ('<Card slug="наши-цены" />', ""),
    ],
)
def test_html_and_frames_that_both_pages_have(report: Report, block: str, quote: str) -> None:
    pages = {
        "ru/a.md": f"{block}\n\nМы открыты каждый день.\n",
        "en/a.md": f"{block}\n\nWe are open every day.\n",
    }
    found = report(RULE, pages)
    assert [(one.path, one.quote) for one in found] == ([("en/a.md", quote)] if quote else [])


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("## Payment terms", Severity.WARNING),
        ("| Room rates | 100 |\n|---|---|\n| Номер | 200 |", Severity.WARNING),
        ("- Free parking", Severity.WARNING),
        ("---\ntitle: Payment terms\n---", Severity.WARNING),
        ("![Front door](/a.png)", Severity.WARNING),
        ("Запустите `x`.\n\n## Payment terms", Severity.INFO),
        ("## Payment Terms", None),
        ("## Smart Wallet", None),
        ("- Visa, Mastercard", None),
        ("## check-in", None),
        ("> Payment terms", None),
    ],
)
def test_short_texts_of_ordinary_words(text: str, level: Severity | None) -> None:
    from sverka.examples import run_rule

    pages = {
        "ru/a.md": f"{text}\n\nМы открыты каждый день.\n",
        "en/a.md": f"{text.replace('Запустите', 'Run').replace('Номер', 'Room')}\n\n"
        "We are open every day.\n",
    }
    found = run_rule(all_checks()[RULE], pages).findings
    assert [(one.finding.place.path, one.severity) for one in found] == (
        [("ru/a.md", level)] if level else []
    )


def test_jargon_on_a_page_with_code_is_a_hint_only_where_the_page_translates_it() -> None:
    from sverka.examples import run_rule

    russian = "Гость получает ключ `key` от двери.\n\nВерните наш key на стойку у входа.\n"
    english = "The guest gets a key `key` to the door.\n\nReturn our key to the front desk.\n"
    found = run_rule(all_checks()[RULE], {"ru/a.md": russian, "en/a.md": english}).findings
    assert [(one.quote, one.severity) for one in found] == [("key", Severity.INFO)]
    without = russian.replace("ключ", "предмет")
    assert run_rule(all_checks()[RULE], {"ru/a.md": without, "en/a.md": english}).findings == ()


def test_a_label_is_no_sentence() -> None:
    english = load().languages["en"]
    for text in ("User object classes", "Read Value From LDAP", "if else", "API of the store: x"):
        assert sentence_level(text, english, text.split()) in (None, Severity.INFO)
    whole = "Please bring the passport and your booking number when you arrive."
    assert sentence_level(whole, english, whole.rstrip(".").split()) is Severity.ERROR
