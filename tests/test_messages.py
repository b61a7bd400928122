"""Messages: templates and their values, forms of words, locales, and the words of checks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka import messages
from sverka.check import Check
from sverka.finding import Finding, Place, Severity
from sverka.messages import (
    LONGEST,
    BadTemplate,
    failure_message,
    label_of,
    load_messages,
    locales,
    message_of,
    render,
    resolve_locale,
    shown,
)
from sverka.packs import BadPack
from sverka.result import Failure
from sverka.span import Span


def _check(**texts: dict[str, str]) -> Check:
    def run(*_: object) -> Iterable[Finding]:
        return ()

    return Check("a/b", "page", run, Severity.ERROR, texts, (), (), "A rule.")


def _finding(message: str, **data: object) -> Finding:
    return Finding(Place("page.md", Span(0, 1), "there"), message, data)


# Rendering


@pytest.mark.parametrize(
    ("template", "data", "expected"),
    [
        ("no field", {}, "no field"),
        ("«{word}»", {"word": "пункт"}, "«пункт»"),
        ("{a}{b}", {"a": 1, "b": 2.5}, "12.5"),
        ("{a}", {"a": 3.0}, "3"),
        ("{a}", {"a": True}, "True"),
        ("{{{a}}}", {"a": 1}, "{1}"),
        ("{all}", {"all": ["x", "y z"]}, "x, y z"),
        ("{unused}", {"unused": "", "more": 1}, ""),
    ],
)
def test_a_field_is_filled_with_its_value(
    template: str, data: dict[str, object], expected: str
) -> None:
    assert render(template, data) == expected


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [
        (0, "0 items", "0 пунктов"),
        (1, "1 item", "1 пункт"),
        (2, "2 items", "2 пункта"),
        (4, "4 items", "4 пункта"),
        (5, "5 items", "5 пунктов"),
        (11, "11 items", "11 пунктов"),
        (12, "12 items", "12 пунктов"),
        (14, "14 items", "14 пунктов"),
        (21, "21 items", "21 пункт"),
        (22, "22 items", "22 пункта"),
        (111, "111 items", "111 пунктов"),
        (1001, "1001 items", "1001 пункт"),
        (-1, "-1 item", "-1 пункт"),
        (1.0, "1 item", "1 пункт"),
        (1.5, "1.5 items", "1.5 пункта"),
    ],
)
def test_a_number_chooses_the_form_of_its_word(count: float, english: str, russian: str) -> None:
    assert render("{count:item|items}", {"count": count}) == english
    assert render("{count:пункт|пункта|пунктов}", {"count": count}) == russian


def test_an_infinite_number_is_no_error() -> None:
    assert render("{n:item|items}", {"n": math.inf}) == "inf items"


@pytest.mark.parametrize(
    ("template", "data", "reason"),
    [
        ("{missing}", {}, "'{missing}': no value for {missing}"),
        ("{a.b}", {"a": 1}, "'{a.b}': a brace that is no {name}"),
        ("{a[0]}", {"a": [1]}, "'{a[0]}': a brace that is no {name}"),
        ("{a!r}", {"a": 1}, "'{a!r}': a brace that is no {name}"),
        ("{}", {}, "'{}': a brace that is no {name}"),
        ("{0}", {"0": 1}, "'{0}': a brace that is no {name}"),
        ("a } b", {}, "'a } b': a brace that is no {name}"),
        ("{n:>9}", {"n": 1}, "'{n:>9}': a word has 2 or 3 forms, not 1"),
        ("{n:a|b|c|d}", {"n": 1}, "'{n:a|b|c|d}': a word has 2 or 3 forms, not 4"),
        ("{n:a|b}", {"n": "1"}, "'{n:a|b}': {n} chooses a word, so it must be a number"),
        ("{n:a|b}", {"n": True}, "'{n:a|b}': {n} chooses a word, so it must be a number"),
    ],
)
def test_a_template_that_is_wrong_is_refused(
    template: str, data: dict[str, object], reason: str
) -> None:
    with pytest.raises(BadTemplate) as caught:
        render(template, data)
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    "value", ["{", "}", "{a}", "{0}", "{{a}}", "{a.__class__}", "%s", "{a:x|y}"]
)
def test_a_value_is_never_read_as_a_template(value: str) -> None:
    assert render("[{a}]", {"a": value}) == f"[{value}]"


def test_a_value_is_shown_on_one_line() -> None:
    assert shown(" two\n\nlines\tand\r\nmore ") == "two lines and more"


def test_a_long_value_ends_with_an_ellipsis() -> None:
    assert shown("а" * LONGEST) == "а" * LONGEST
    assert shown("а" * (LONGEST + 1)) == "а" * (LONGEST - 1) + "…"
    assert shown("word " * 40).endswith("word…")
    assert len(shown(["word"] * 40)) <= LONGEST


@given(st.text())
def test_any_text_renders_as_it_is_shown(value: str) -> None:
    line = render("{a}", {"a": value})
    assert line == shown(value)
    assert len(line) <= LONGEST
    assert "\n" not in line


@given(st.text(alphabet="{}a:|b ", max_size=12))
def test_any_template_renders_or_is_refused(template: str) -> None:
    with suppress(BadTemplate):
        assert isinstance(render(template, {"a": 1}), str)


# Locales


def test_the_default_locale_comes_first() -> None:
    assert locales() == ("en", "ru")


@pytest.mark.parametrize(
    ("wish", "locale"),
    [
        ("ru", "ru"),
        ("RU", "ru"),
        ("ru_RU.UTF-8", "ru"),
        ("ru-RU", "ru"),
        ("ru@latin", "ru"),
        ("en_GB.UTF-8", "en"),
        ("C", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("de_DE", "en"),
        ("russian", "en"),
        ("", "en"),
    ],
)
def test_a_wish_finds_the_nearest_locale(wish: str, locale: str) -> None:
    assert resolve_locale(wish) == locale
    assert load_messages(wish).locale == locale


def test_all_locales_have_the_same_words_to_say() -> None:
    read = {path.stem: messages._read(path) for path in sorted(messages.MESSAGES.glob("*.toml"))}
    keys = {
        locale: {
            (name, key)
            for name, table in content.items()
            if isinstance(table, dict)
            for key in table
        }
        for locale, content in read.items()
    }
    assert keys["ru"] == keys["en"]


def test_all_locales_ask_for_the_same_values() -> None:
    fields = {
        locale: {
            (table, key): {match["name"] for match in messages._FIELD.finditer(template)} - {None}
            for table, templates in load_messages(locale).tables.items()
            for key, template in templates.items()
        }
        for locale in locales()
    }
    assert fields["ru"] == fields["en"]


def _write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_what_a_locale_does_not_say_is_said_in_the_default_one(tmp_path: Path) -> None:
    folder = _write(
        tmp_path,
        aa='[cli]\none = "A"\n',
        zz='default = true\n[cli]\none = "Z"\ntwo = "ZZ"\n[more]\nkey = "M"\n',
    )
    found = messages._all(folder)
    assert list(found) == ["zz", "aa"]
    assert found["aa"].tables == {"cli": {"one": "A", "two": "ZZ"}, "more": {"key": "M"}}


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"aa": "", "bb": ""}, "{folder}: exactly one file must say default = true, not 0"),
        (
            {"aa": "default = true", "bb": "default = true"},
            "{folder}: exactly one file must say default = true, not 2",
        ),
        ({"aa": "default = true\ncli = 1"}, "{folder}/aa.toml: cli must be a table of texts"),
        ({"aa": "default = true\n[cli]\na = 1"}, "{folder}/aa.toml: cli.a must be a text"),
    ],
)
def test_broken_message_files_are_named(tmp_path: Path, files: dict[str, str], reason: str) -> None:
    with pytest.raises(BadPack) as caught:
        messages._all(_write(tmp_path, **files))
    assert str(caught.value) == reason.format(folder=tmp_path)


def test_a_message_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match=r"aa\.toml: .*line 1"):
        messages._all(_write(tmp_path, aa="= 1"))


# Words of checks and of failures


def test_a_finding_speaks_the_locale_asked_for() -> None:
    check = _check(
        en={"lost": "{n:item|items} lost"}, ru={"lost": "{n:пункт|пункта|пунктов} потеряно"}
    )
    finding = _finding("lost", n=2)
    assert message_of(check, finding) == "2 items lost"
    assert message_of(check, finding, "ru_RU.UTF-8") == "2 пункта потеряно"


def test_a_finding_falls_back_to_the_default_locale() -> None:
    check = _check(en={"lost": "lost"}, ru={})
    assert message_of(check, _finding("lost"), "ru") == "lost"


def test_a_finding_whose_message_is_nowhere_is_an_error() -> None:
    with pytest.raises(KeyError, match="a/b has no message 'lost'"):
        message_of(_check(en={}), _finding("lost"))


def test_a_label_is_rendered_with_the_values_of_the_finding() -> None:
    check = _check(en={"m": "m", "there": "{n:line|lines} there"})
    finding = _finding("m", n=1)
    assert label_of(check, finding, finding.place) == "1 line there"
    assert label_of(check, finding, Place("page.md", Span(0, 1))) == ""


@pytest.mark.parametrize(
    ("locale", "message"),
    [
        ("en", "a/b.md: the file is UTF-16, not UTF-8; save it as UTF-8"),
        ("ru", "a/b.md: the file is UTF-16, not UTF-8; save it as UTF-8"),
    ],
)
def test_a_failure_names_the_page_the_reason_and_the_remedy(locale: str, message: str) -> None:
    data = {"reason": "the file is UTF-16, not UTF-8", "remedy": "save it as UTF-8"}
    assert failure_message(Failure("a/b.md", "unreadable", data), locale) == message


def test_a_failure_shows_a_long_path_whole() -> None:
    path = "folder/" * 20 + "page.md"
    assert failure_message(Failure(path, "no-page", {})).startswith(f"{path} is no page of ")
