"""Words recognised across scripts by what their spelling shares, without any word list."""

from __future__ import annotations

import pytest

from sverka import packs as pack_data
from sverka.align.lexicon import PairLexicon, skeleton

LANGUAGES = pack_data.load().languages
WORDS = PairLexicon(LANGUAGES["ru"], LANGUAGES["en"], {})

COGNATES = """
телефон telephone, фотография photography, система system, программа program, процент percent,
документ document, температура temperature, витамин vitamin, процедура procedure,
результат result, контакт contact, механизм mechanism, технология technology,
университет university, директор director, доктор doctor, клиника clinic, компания company,
магазин magazine, кристалл crystal, метод method, структура structures, параметр parameters,
профессор professor, продукт product, сертификат certificate, специалист specialist,
протокол protocol, кератин keratin, пигмент pigment, антибиотик antibiotic, контраст contrast,
дерматолог dermatologist, терапия therapy, центр centre, процесс process, рецепт receipt,
сервер server, компьютер computer, интернет internet, модуль module, элемент element,
кофеин caffeine, медицина medicine, косметика cosmetics, косметолог cosmetologist,
аллергия allergy, бактерия bacteria, аппарат apparatus, каталог catalogue, партнёр partner,
президент president, секретарь secretary, министр minister, парламент parliament,
концерт concert, футбол football, паспорт passport, глицерин glycerin, экстракт extract,
формула formula, массаж massage, маска mask, анализ analysis, анатомия anatomy,
атмосфера atmosphere, вакцина vaccine, генератор generator, диабет diabetes, инсулин insulin,
лаборатория laboratory, лазер laser, микроскоп microscope, молекула molecule, платформа platform,
ретинол retinol, церамид ceramide, цилиндр cylinder, энергия energy, эффект effect,
москва moscow, новосибирск novosibirsk, казань kazan, калининград kaliningrad, пушкин pushkin,
дмитрий dmitry, вашингтон washington, лондон london, берлин berlin, линкольн lincoln
"""

# Neither translations nor cognates, though many begin alike.
STRANGERS = """
кожа skin, рука rock, волосы valley, вода wood, город garden, больница balcony, дерево driver,
окно cane, женщина genuine, красный screen, чёрный corner, белый bell, утро tree, зима zoom,
лето late, правда prince, письмо piece, ответ yacht, бумага bumper, картина garden, солнце salt,
звезда zest, река rocket, море mirror, берег basket, остров astronomer, трава travel,
цветок clover, собака soap, кошка cash, рыба rubber, хлеб club, мясо mess, яблоко blanket,
картофель cartel, капуста capital, морковь mark, лекарство lecture, здоровье drove, боль ball,
сердце surf, живот jive, нога nag, процедура product, контроль contrast, директор detector,
система symptom, программа progress, проблема prism, документ dynamite, пациент parent,
врач wrench, результат resolution, температура temple, препарат preview, протокол product,
контакт contrast, кристалл crust, доктор deck, телефон television
"""

# The stem of such a word ends in the letter that English writes as "t" before "-ion".
IN_TION = """
операция operation, организация organization, информация information, инструкция instruction,
консультация consultation, традиция tradition, комбинация combination, адаптация adaptation
"""


def table(text: str) -> list[tuple[str, str]]:
    """The rows of a table whose cells are parted by blanks and its rows by commas."""
    rows = [tuple(row.split()) for row in text.split(",")]
    return [(one, other) for one, other in rows]


def meet(russian: str, english: str) -> bool:
    one, other = WORDS.term(russian, 0), WORDS.term(english, 1)
    return bool(one and other and one.keys & other.keys)


@pytest.mark.parametrize(("russian", "english"), table(COGNATES))
def test_cognates_meet(russian: str, english: str) -> None:
    assert meet(russian, english)


@pytest.mark.parametrize(("russian", "english"), table(STRANGERS))
def test_unrelated_words_do_not_meet(russian: str, english: str) -> None:
    assert not meet(russian, english)


@pytest.mark.parametrize(("russian", "english"), table(IN_TION))
def test_nouns_in_tion_meet_their_russian_cognates(russian: str, english: str) -> None:
    assert meet(russian, english)


@pytest.mark.parametrize(
    ("nominative", "form", "english"),
    [
        ("витамин", "витаминами", "vitamins"),
        ("формула", "формулой", "formulas"),
        ("аллергия", "аллергией", "allergies"),
        ("процедура", "процедурах", "procedures"),
        ("доктор", "докторов", "doctors"),
        ("лондон", "лондоне", "london"),
    ],
)
def test_inflected_cognates_meet_too(nominative: str, form: str, english: str) -> None:
    assert meet(nominative, english)
    assert meet(form, english)


def test_a_cognate_alone_is_no_known_word() -> None:
    term = WORDS.term("витамин", 0)
    assert term is not None
    assert not term.known


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("graphic", "grafik"),
        ("kharkov", "harkov"),
        ("quantum", "kvantum"),
        ("maximum", "maksimum"),
        ("wolfram", "volfram"),
        ("accent", "acsent"),
        ("cylinder", "silinder"),
        ("gallery", "galery"),
        ("boxer", "bokser"),
        ("theodore", "teodor"),
    ],
)
def test_spellings_of_one_sound_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""


@pytest.mark.parametrize("word", ["", "a", "oil", "data", "rock", "idea", "boat"])
def test_words_of_few_consonants_have_no_skeleton(word: str) -> None:
    assert skeleton(word) == ""


def test_a_vowel_at_the_start_counts() -> None:
    assert skeleton("instrument") != skeleton("nstrument")
    assert skeleton("ritmika") != skeleton("aritmika")


def test_endings_of_long_words_do_not_count() -> None:
    assert skeleton("cosmetologist") == skeleton("kosmetolog")
