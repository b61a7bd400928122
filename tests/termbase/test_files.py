"""Termbases as files: tables and TOML, what each may say, and what is wrong with the others."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka import packs
from sverka.termbase import Codes, Concept, Status, Termbase, parse

Parse = Callable[[str, str | bytes], Termbase]
Wrong = Callable[[str, str | bytes], tuple[str, int]]

PREFERRED, ADMITTED, FORBIDDEN = Status
WIDE = "ru,en,forbidden-en,note\nзапись,appointment|booking,record,for visits\n"
LONG = """concept,language,term,status,note
visit,ru,запись,,
visit,en,appointment,,for visits
visit,en,booking,,
visit,en,record,Deprecated,
"""
TOML = """[[term]]
ru = "запись"
en = ["appointment", "booking"]
forbidden.en = "record"
note = "for visits"
"""


def _terms(concept: Concept) -> list[tuple[str, str, Status]]:
    return [(term.language, term.text, term.status) for term in concept.terms]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", WIDE),
        ("t.csv", LONG),
        ("t.toml", TOML),
        ("T.CSV", WIDE),
        ("t.csv", "\ufeff" + WIDE.replace("\n", "\r\n")),
        ("t.csv", WIDE.replace(",", ";")),
        ("t.tsv", WIDE.replace(",", "\t")),
        ("t.csv", WIDE.replace("ru,en,forbidden-en", "Russian,en-US,EN forbidden")),
        ("t.csv", WIDE.replace("запись", " запись ")),
        ("t.csv", WIDE.replace("note\n", "note,comment\n").replace("visits\n", "visits,draft\n")),
        ("t.toml", TOML.replace("forbidden.en", "forbidden.en-GB")),
        ("t.csv", "\n\n" + WIDE),
    ],
)
def test_all_forms_say_the_same(read: Parse, name: str, text: str) -> None:
    [concept] = read(name, text).concepts
    assert _terms(concept) == [
        ("ru", "запись", PREFERRED),
        ("en", "appointment", PREFERRED),
        ("en", "booking", ADMITTED),
        ("en", "record", FORBIDDEN),
    ]
    assert concept.note == "for visits"
    assert concept.preferred("en") == "appointment"


def test_a_stated_preference_outdoes_the_order(read: Parse) -> None:
    rows = "concept,language,term,status\n1,en,booking,\n1,en,appointment,preferred\n"
    [concept] = read("t.csv", rows).concepts
    assert concept.preferred("en") == "appointment"


def test_terms_of_a_language_without_a_pack_are_kept(read: Parse) -> None:
    [concept] = read("t.csv", "de,ru\nTermin,запись\n").concepts
    assert [term.language for term in concept.terms] == ["de", "ru"]


def test_a_decomposed_letter_is_composed(read: Parse) -> None:
    [concept] = read("t.csv", "ru,en\nприе\u0308м,visit\n").concepts
    assert concept.preferred("ru") == "приём"


@pytest.mark.parametrize(
    ("term", "exact"),
    [("IT", True), ("МРТ", True), ("API", True), ("KUBERNETES", False), ("Go", False)],
)
def test_a_short_term_in_capitals_keeps_them(read: Parse, term: str, exact: bool) -> None:
    [concept] = read("t.csv", f"en\n{term}\n").concepts
    assert concept.terms[0].exact_case is exact


@pytest.mark.parametrize(
    ("word", "exact"), [("true", True), ("no", False), ("x", True), ("", False)]
)
def test_case_counts_where_the_file_says_so(read: Parse, word: str, exact: bool) -> None:
    [concept] = read("t.csv", f"en,case-sensitive\nGo,{word}\n").concepts
    assert concept.terms[0].exact_case is exact


BROKEN = [
    ("t.xls", "x", "termbase-kind", 0),
    ("terms", "x", "termbase-kind", 0),
    ("t.csv", "", "termbase-no-header", 1),
    ("t.csv", "ru,en\n", "termbase-empty", 0),
    ("t.csv", "ru,forbiden-en\nа,b\n", "termbase-column-guess", 1),
    ("t.csv", "ru,klingon\nа,b\n", "termbase-column", 1),
    ("t.csv", "ru,en-remark\nа,b\n", "termbase-column", 1),
    ("t.csv", "ru,en\n\nа,b\nа,b,c\n", "termbase-row", 4),
    ("t.csv", "ru,en,\nа,b,c\n", "termbase-nameless", 2),
    ("t.csv", 'ru,en\nа,b\n"а,b\n', "termbase-syntax", 3),
    ("t.csv", "ru,en\n—,b\n", "termbase-empty-term", 2),
    ("t.csv", "ru,en,forbidden-en\nа,b,b\n", "termbase-both", 2),
    ("t.csv", "en,case-sensitive\nGo,maybe\n", "termbase-flag", 2),
    ("t.csv", "concept,language,term,status\n1,ru,а,maybe\n", "termbase-status", 2),
    ("t.csv", "concept,language,term\n1,ru,а\n1,xx,b\n", "termbase-language", 3),
    ("t.csv", "concept,language,term\n1,ru,а\n1,,b\n", "termbase-empty-cell", 3),
    ("t.csv", b"ru,en\n\xcf\xf0\xe8,b\n", "termbase-encoding", 2),
    ("t.csv", "ru,en\nа,b\0\n", "termbase-encoding", 2),
    ("t.toml", "[[term]\n", "termbase-syntax", 1),
    ("t.toml", "[[terms]]\n", "termbase-key-guess", 0),
    ("t.toml", "term = 1\n", "termbase-tables", 0),
    ("t.toml", '[[term]]\nru = "а"\n\n[[term]]\nru = 3\n', "termbase-value", 4),
    ("t.toml", '[[term]]\nru = "а"\n\n[[term]]\nklingon = "b"\n', "termbase-key", 4),
    ("t.toml", '[[term]]\nru = "а"\nforbiden.en = "b"\n', "termbase-key-guess", 1),
    ("t.toml", '[[term]]\nforbidden = "b"\n', "termbase-table", 1),
    ("t.toml", '[[term]]\nforbidden.klingon = "b"\n', "termbase-language", 1),
    ("t.toml", '[[term]]\nnote = "b"\n', "termbase-no-term-here", 1),
    ("t.toml", '[[term]]\nen = "b"\ncase-sensitive = "yes"\n', "termbase-flag", 1),
    ("t.toml", "a = " + "[" * 2000, "termbase-syntax", 0),
]


@pytest.mark.parametrize(("name", "data", "what", "line"), BROKEN)
def test_what_is_wrong_is_said_with_its_line(
    wrong: Wrong, name: str, data: str | bytes, what: str, line: int
) -> None:
    assert wrong(name, data) == (what, line)


# A term may hold anything that a table does not read as several terms.
TERMS = st.text(
    st.characters(exclude_characters="|\0", exclude_categories=("Cs", "Cc")),
    min_size=1,
    max_size=12,
).filter(lambda text: any(map(str.isalnum, text)))


@given(st.lists(st.tuples(TERMS, TERMS), min_size=1, max_size=6))
def test_what_a_table_is_written_from_is_read_from_it(rows: list[tuple[str, str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([("ru", "en"), *rows])
    codes = Codes.of_packs(packs.load())
    found = parse("t.csv", written.getvalue().encode(), codes).concepts
    again = io.StringIO(newline="")
    pairs = [(one.preferred("ru"), one.preferred("en")) for one in found]
    csv.writer(again).writerows([("ru", "en"), *pairs])
    assert len(found) == len(rows)
    same = parse("t.csv", again.getvalue().encode(), codes).concepts
    assert [_terms(one) for one in same] == [_terms(one) for one in found]
