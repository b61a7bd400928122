"""Romanised words: at what level, with what words, and what is no such word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from tests.romanised.schemes import words

from sverka.examples import run_rule
from sverka.finding import Severity
from sverka.registry import all_checks

Report = Callable[[str, Mapping[str, str]], list[Any]]
RULE = "artifact/transliteration"
PLAIN = "We wash the floor in the morning and in the evening."


def levels(english: str, russian: str = "", **more: str) -> list[tuple[str, Severity]]:
    """Quote and level of each finding in an English page, perhaps with its other version."""
    pages = {"en/a.md": f"# Page\n\n{english}\n\n{PLAIN}\n"}
    if russian:
        pages["ru/a.md"] = f"# Страница\n\n{russian}\n\nМоем пол утром и вечером.\n"
    pages |= {f"ru/{name}.md": f"# Ещё\n\n{text}\n" for name, text in more.items()}
    result = run_rule(all_checks()[RULE], pages)
    assert result.failures == ()
    return [(one.quote, one.severity) for one in result.findings]


LEVELS = [
    # the other version has the word
    ("Beside it is a mangal.", "Рядом стоит мангал.", Severity.ERROR),
    ("He needs a repetitor now.", "Ему нужен репетитора совет.", Severity.ERROR),
    ("The shkolota plays.", "Играет школота.", Severity.ERROR),
    ("A nerido plays.", "Играет неридо.", Severity.INFO),
    ("They got melasa.", "Они получили мелассу.", Severity.WARNING),
    ("A virusologist said so.", "Так сказал вирусолог.", Severity.WARNING),
    ("By the Proezd we went.", "Мы шли мимо проезда.", Severity.INFO),
    # it is a word that translations leave
    ("Wet the mezoroller now.", "", Severity.WARNING),
    ("- Mesoscooter: a roller", "", Severity.WARNING),
    ("- MEZOROLLER: a roller", "", Severity.WARNING),
    # it is an ordinary word
    ("A korochka forms.", "", Severity.WARNING),
    ("The kamera is there.", "", Severity.INFO),
    ("The *korochka* forms.", "", Severity.INFO),
    ("Output the analize result.", "Вывод результата анализа.", Severity.INFO),
]


@pytest.mark.parametrize(("english", "russian", "level"), LEVELS)
def test_evidence_sets_the_level(english: str, russian: str, level: Severity) -> None:
    assert [found for _, found in levels(english, russian)] == [level]


def test_a_word_of_another_russian_page_is_an_error() -> None:
    assert levels("A korochka forms.", b="Потом появится корочка.") == [
        ("korochka", Severity.ERROR)
    ]


SILENT = [
    ("On Tverskaya we met Sokolov.", ""),
    ("Korochka came first of all.", ""),
    ("The Lenta shop is open.", "Магазин «Лента» открыт."),
    ("The kartofelina is served.", "Подают kartofelina."),
    ("Call `korochka` with no arguments, a korochka is returned.", ""),
    ("Write to korochka@example.com, see example.com/korochka and #korochka", ""),
    ("The pulmonologist takes piracetam.", "Пульмонолог принимает пирацетам."),
    ("The router and the linter.", "Роутер и линтер."),
    ("Oooh, fuuuu and brrrrr!", "Фуууу!"),
    ("We bought a matryoshka, a samovar and valenki.", "Мы купили матрёшку, самовар и валенки."),
]


@pytest.mark.parametrize(("english", "russian"), SILENT)
def test_names_loans_code_and_terms_are_silent(english: str, russian: str) -> None:
    assert levels(english, russian) == []


def test_names_are_silent() -> None:
    names = words("names")
    text = "\n\n".join(f"We met {name} there. {name} came first of all." for name in names)
    assert levels(text) == []


def test_words_that_english_took_over_are_silent() -> None:
    text = "\n\n".join(f"They like the {word} very much." for word in words("loanwords"))
    assert levels(text) == []


def test_a_page_with_certain_leftovers_raises_those_that_may_be_some() -> None:
    text = "A korochka, a vspyshka and the shelushenie. Also the kamera."
    assert levels(text)[-1] == ("kamera", Severity.WARNING)


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ("Fill in the nakladnaya.", ["nakladnaya"]),
        ("Nakladnaya is printed.", ["Nakladnaya"]),
        ("- Kvitantsiya", ["Kvitantsiya"]),
        ("| Razryhlitel | 5 g |\n|---|---|\n| Milk | 1 l |", ["Razryhlitel"]),
        ("Bake it in the multivarka.", ["multivarka"]),
        ("Kids and a skalka, a kuraga.", ["skalka", "kuraga"]),
        ("The lashmeyker takes a remuver.", ["lashmeyker", "remuver"]),
        # it may be a name, where nothing else was left
        ("Zvezda is near the shop.", []),
        ("Pobeda flies at noon.", []),
        ("Razryhlitel Ivanov sang.", []),
        ("We saw Zvezda there.", []),
        # beside others it is none
        ("Fill in the kvitantsiya. Komnata is clean.", ["kvitantsiya", "Komnata"]),
        (
            "Press spravka and skalka, then choose Kvitantsiya.",
            ["spravka", "skalka", "Kvitantsiya"],
        ),
    ],
)
def test_everyday_words_are_told_by_their_place_and_company(english: str, found: list[str]) -> None:
    assert [quote for quote, level in levels(english) if level >= Severity.WARNING] == found


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ("Bring your SNILS and go to ZAGS.", ["SNILS", "ZAGS"]),
        ("Live in the ZhK.", []),
        ("A flat in the ZhK, pay by kvitantsiya.", ["ZhK", "kvitantsiya"]),
        ("Bring your SNILS (personal insurance number). SNILS is green.", []),
        ("Bring your insurance number (SNILS). SNILS is green.", []),
        ("The DSP runs at 20 MHz.", []),
        ("THE INN AND THE SPA: kvitantsiya", ["kvitantsiya"]),
    ],
)
def test_abbreviations_are_told_unless_explained(english: str, found: list[str]) -> None:
    assert [quote for quote, _ in levels(english)] == found


def test_an_abbreviation_is_told_with_what_it_means(report: Report) -> None:
    (one,) = report(RULE, {"en/a.md": f"# Page\n\nBring the SNILS.\n\n{PLAIN}\n"})
    assert one.english == (
        "“SNILS” is “СНИЛС” in Latin letters; it may be “personal insurance number”"
    )


def test_names_that_are_words_are_silent_at_the_start() -> None:
    found = [
        (word, one) for word in words("names") for one in levels(f"{word} was there, they say.")
    ]
    assert found == []


def test_words_side_by_side_are_one_finding(report: Report) -> None:
    [found] = report(RULE, {"en/a.md": f"# Page\n\nWe smooth gusinye lapki. {PLAIN}\n"})
    assert found.quote == "gusinye lapki"
    assert found.english == "“gusinye lapki” is “гусиные лапки” in Latin letters; translate it"
    assert found.russian == "“gusinye lapki” — это «гусиные лапки» латинскими буквами; переведите"


def test_the_other_version_is_quoted_and_a_fix_offered() -> None:
    pages = {
        "en/a.md": f"# Page\n\nManipula and the manipula. {PLAIN}\n",
        "ru/a.md": "# Страница\n\nВозьмите манипулой. Моем пол утром и вечером.\n",
    }
    result = run_rule(all_checks()[RULE], pages)
    assert [one.related_quotes for one in result.findings] == [("манипулой",), ("манипулой",)]
    fixes = [one.finding.fix for one in result.findings]
    assert [fix.edits[0].text for fix in fixes if fix] == ["Handpiece", "handpiece"]
    assert not any(fix.safe for fix in fixes if fix)


def test_the_termbase_says_what_the_word_should_be() -> None:
    pages = {
        "en/a.md": f"# Page\n\nTake the manipula. {PLAIN}\n",
        "termbase.csv": "ru,en\nманипула,applicator head\n",
    }
    [found] = run_rule(all_checks()[RULE], pages).findings
    assert found.finding.data["better"] == "applicator head"


def test_an_address_with_a_romanised_domain_is_an_error() -> None:
    assert levels("Book at https://klinika.rf/price today.") == [("klinika.rf", Severity.ERROR)]
    assert levels("The model is kept in forest.rf there.") == []


@pytest.mark.corpus
def test_native_english_is_silent(corpus: Any) -> None:
    pages = {
        f"en/{path.name}": path.read_text(encoding="utf-8")
        for path in sorted((corpus / "clean" / "medquad.en").rglob("*.md"))[:40]
    }
    result = run_rule(all_checks()[RULE], pages)
    assert [one.quote for one in result.findings if one.severity > Severity.INFO] == []
