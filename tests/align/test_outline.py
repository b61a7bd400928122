"""A page as a row of units and what holds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.align.outline import UNIT_KINDS, Outline, outline
from sverka.page import OBJECT, Kind, Page
from sverka.reading import read_page
from sverka.source import Source
from sverka.span import Span


def page(text: str) -> Page:
    return read_page(Source("page.md", text))


def rows(text: str) -> list[tuple[str, str]]:
    """The units of a text: kind and words."""
    return [(str(unit.kind), unit.words) for unit in outline(page(text)).units]


def held(made: Outline, number: int) -> list[str]:
    """The kinds of what a unit stands in, outermost first."""
    return [str(made.holders[one].kind) for one in made.units[number].holders]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("", []),
        ("# One\n\nTwo\nlines.\n", [("heading", "One"), ("paragraph", "Two\nlines.")]),
        ("- a\n- b\n", [("item", "a"), ("item", "b")]),
        ("> a\n>\n> b\n", [("paragraph", "a"), ("paragraph", "b")]),
        ("| a | b |\n|---|---|\n| c | d |\n", [("row", "a\nb"), ("row", "c\nd")]),
        ("```\nx = 1\n```\n", [("code", "")]),
        ("![Picture](/a.png)\n", [("image", OBJECT)]),
        ("<div>Words</div>\n", [("html", "")]),
        ("- a\n\n  b\n", [("item", "a"), ("paragraph", "b")]),
        ("- a\n  - b\n- c\n", [("item", "a"), ("item", "b"), ("item", "c")]),
        ("- ```\n  x\n  ```\n", [("item", ""), ("code", "")]),
        ("- > a\n", [("item", ""), ("paragraph", "a")]),
        ("-\n- b\n", [("item", ""), ("item", "b")]),
        ("> - a\n> - b\n", [("item", "a"), ("item", "b")]),
        ("---\ntitle: T\n---\n\na\n", [("paragraph", "a")]),
    ],
)
def test_the_units_of_a_page(text: str, units: list[tuple[str, str]]) -> None:
    assert rows(text) == units


def test_the_rows_of_an_extended_table_are_units() -> None:
    text = "#|\n|| **Plan** | **Price** ||\n|| Basic | 500 ||\n|#\n"
    made = outline(page(text))
    assert [str(unit.kind) for unit in made.units] == ["row", "row"]
    assert [unit.words.split() for unit in made.units] == [["Plan", "Price"], ["Basic", "500"]]
    assert made.table_of(made.units[0]) == made.table_of(made.units[1]) >= 0


def test_an_item_is_its_leading_paragraph_only() -> None:
    text = "- First.\n\n  Second.\n\n  ```\n  code\n  ```\n- Other.\n"
    made = outline(page(text))
    item = made.units[0]
    assert made.page.source.quote(item.text) == "First."
    assert made.page.source.quote(item.block.span).startswith("- First.\n\n  Second.")
    assert [held(made, number) for number in range(4)] == [["list", "item"]] * 4
    assert made.item_of(made.units[1]) == made.item_of(item)
    assert made.item_of(made.units[3]) != made.item_of(item)


def test_nested_lists_know_their_depth() -> None:
    made = outline(page("- a\n  - b\n    - c\n- d\n"))
    depths = [made.holders[made.list_of(unit)].depth for unit in made.units]
    assert depths == [0, 1, 2, 0]


def test_a_holder_covers_the_units_in_it() -> None:
    made = outline(page("Intro.\n\n- a\n  - b\n- c\n\nEnd.\n"))
    outer = made.holders[made.list_of(made.units[1])]
    inner = made.holders[made.list_of(made.units[2])]
    assert (outer.first, outer.last) == (1, 4)
    assert (inner.first, inner.last) == (2, 3)


def test_sections_end_at_the_next_heading_of_their_level() -> None:
    made = outline(page("# A\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n\nd\n"))
    spans = {
        made.units[made.holders[n].first].words: (made.holders[n].first, made.holders[n].last)
        for n in made.sections
    }
    assert spans == {"A": (0, 7), "B": (1, 5), "C": (3, 5), "D": (5, 7)}


def test_sections_know_the_section_around_them() -> None:
    made = outline(page("# A\n\n## B\n\n### C\n\n## D\n"))
    names = {n: made.units[made.holders[n].first].words for n in made.sections}
    above = {names[n]: names.get(made.holders[n].parent, "") for n in made.sections}
    assert above == {"A": "", "B": "A", "C": "B", "D": "A"}


def test_a_unit_knows_its_innermost_section() -> None:
    made = outline(page("before\n\n# A\n\nin a\n\n## B\n\n- in b\n"))
    assert made.units[0].section == -1
    sections = [made.holders[made.units[n].section] for n in (2, 4)]
    assert [made.units[holder.first].words for holder in sections] == ["A", "B"]


def test_what_stands_in_a_quote_is_quoted() -> None:
    made = outline(page("a\n\n> b\n>\n> - c\n\nd\n"))
    assert [made.quoted(unit) for unit in made.units] == [False, True, True, False]


def test_what_stands_in_nothing_has_no_holders() -> None:
    made = outline(page("# A\n\nb\n"))
    unit = made.units[1]
    assert (made.list_of(unit), made.item_of(unit), made.table_of(unit)) == (-1, -1, -1)
    assert unit.holders == ()


def test_the_inline_things_of_a_row_are_those_of_its_cells() -> None:
    made = outline(page("| [a](x.md) | ![b](y.png) |\n|---|---|\n| c | `d` |\n"))
    assert [[str(one.kind) for one in unit.inlines] for unit in made.units] == [
        ["link", "image"],
        ["code"],
    ]


@pytest.mark.parametrize(
    ("within", "last", "line"),
    [
        ("one\n two\n three", False, "one"),
        ("one\n two\n three", True, "three"),
        (" two\n three", False, "two"),
        ("one\n two", True, "two"),
        ("e", False, "e"),
        (" ", False, ""),
    ],
)
def test_the_first_and_the_last_line_of_a_span(within: str, last: bool, line: str) -> None:
    made = outline(page("one\n two\n three\n"))
    source = made.page.source
    start = source.text.index(within)
    assert source.quote(made.line(Span(start, start + len(within)), last=last)) == line


PARTS = (
    "# Head", "## Head", "### Head", "text", "- a\n- b", "1. a\n   - b\n2. c", "> q",
    "> - a\n>\n> b", "| a |\n|---|\n| b |", "```\ncode\n```", "![x](y.png)",
    "<p>html</p>", "- a\n\n  b\n\n  > c",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_units_stand_in_the_order_of_the_text_and_in_their_holders(parts: list[str]) -> None:
    made = outline(page("\n\n".join(parts) + "\n"))
    starts = [unit.block.span.start for unit in made.units]
    assert starts == sorted(starts)
    assert all(unit.kind in UNIT_KINDS for unit in made.units)
    for number, unit in enumerate(made.units):
        assert unit.block.span.covers(unit.text)
        for one in unit.holders:
            assert made.holders[one].first <= number < made.holders[one].last
        if unit.section >= 0:
            section = made.holders[unit.section]
            assert section.kind is Kind.HEADING
            assert section.first <= number < section.last
    for holder in made.holders:
        assert 0 <= holder.first < holder.last <= len(made.units)
