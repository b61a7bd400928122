"""``quantities.toml``: a third language needs no code, a broken pack says where it is broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sverka.packs import HOME, BadPack, load
from sverka.quantities import find, grammar_of
from sverka.quantities.pack import read

GERMAN = """
endings = "e n en er es s"
decimal = ","
twelve_hours = false
[cardinals]
1 = "ein eine einen"
2 = "zwei"
[scales]
1000 = "tausend"
[words]
per = "pro"
or = "oder"
opens = "von"
joins = "bis"
turns = "mal"
[bounds.before]
at_least = "mindestens"
at_most = "bis_zu"
[[units]]
kind = "duration"
unit = "s"
factor = 86400
words = "Tag*"
[[units]]
kind = "duration"
unit = "s"
factor = 604800
words = "Woche*"
"""


def test_another_language_needs_a_file_only(tmp_path: Path) -> None:
    (tmp_path / "quantities.toml").write_text(GERMAN, encoding="utf-8")
    german = replace(load().languages["en"], home=tmp_path, stopwords=frozenset(), fold={})
    grammar = grammar_of(german)
    text = "Es dauert mindestens zwei Wochen, 3 bis 5 Tage, 1,5 Tage, 2 mal pro Woche."
    assert [(one.kind, one.low, one.high) for one in find(text, grammar)] == [
        ("duration", 1_209_600, None),
        ("duration", 259_200, 432_000),
        ("duration", 129_600, 129_600),
        ("frequency", 302_400, 302_400),
    ]


@pytest.mark.parametrize("path", sorted(HOME.glob("lang/*/quantities.toml")), ids=str)
def test_the_packs_are_sound(path: Path) -> None:
    pack = read(path)
    assert pack.units
    assert all(unit.factor > 0 for unit, _ in pack.units)
    assert sorted({month for month, _ in pack.values["months"]}) == list(range(1, 13))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("decimal = 1", "decimal must be a text"),
        ("decimal = ';'", "decimal must be a full stop or a comma"),
        ("decimal = ','\nodd = 1", "odd is not known here"),
        ("decimal = ','\n[cardinals]\none = 'ein'", "cardinals.one must be a number"),
        ("decimal = ','\n[cardinals]\n1 = 1", "cardinals.1 must be a text"),
        ("decimal = ','\n[words]\nodd = ''", "words.odd is not known here"),
        ("decimal = ','\n[bounds.before]\nodd = ''", "bounds.before.odd is not known here"),
        ("decimal = ','\n[[units]]\nkind = 'mass'", "units[1].unit must be a text"),
        ("decimal = ','\nunits = 1", "units must be a list of tables"),
        ("decimal = ','\nday_first = 1", "day_first must be true or false"),
        ("decimal = ','\n[[vague]]\nwords = 'a'", "vague[1].low must be a number"),
        ("decimal = ','\nwords = 1", "words must be a table"),
        ("decimal = ", "Invalid value"),
    ],
)
def test_a_broken_pack_names_the_file_and_the_key(
    tmp_path: Path, text: str, complaint: str
) -> None:
    path = tmp_path / "quantities.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadPack) as error:
        read(path)
    assert str(path) in str(error.value)
    assert complaint in str(error.value)
