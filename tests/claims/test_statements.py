"""Which statements a page is made of, and what each must be read with."""

from __future__ import annotations

from sverka.claims.statements import Statement, statements
from sverka.packs import load
from sverka.reading import read_page
from sverka.source import Source


def _of(text: str) -> list[Statement]:
    return list(statements(read_page(Source("a.md", text), ()), load().languages["en"]))


def test_each_sentence_is_a_statement_below_its_headings() -> None:
    found = _of("# Roses\n\n## Care\n\nThey are red. They need water.\n")
    assert [(one.text, one.headings) for one in found] == [
        ("They are red.", ("Care", "Roses")),
        ("They need water.", ("Care", "Roses")),
    ]
    assert [one.follows for one in found] == ["", "They are red."]


def test_an_item_is_read_with_the_lead_in_of_its_list() -> None:
    found = _of("The rules are:\n\n- no dogs\n- no music\n")
    assert [(one.form, one.lead, one.text) for one in found[1:]] == [
        ("item", "The rules are:", "no dogs"),
        ("item", "The rules are:", "no music"),
    ]


def test_a_list_right_below_a_heading_is_introduced_by_it() -> None:
    assert _of("## Banned plants\n\n- nettle\n")[0].lead == "Banned plants"


def test_a_cell_is_read_with_the_head_of_its_column_and_the_name_of_its_row() -> None:
    found = _of("| Plot | Price |\n|---|---|\n| Small | 100 |\n")
    cell = next(one for one in found if one.text == "100")
    assert (cell.form, cell.lead, cell.headings[0]) == ("cell", "Price", "Small")


def test_a_bold_line_and_a_short_line_without_a_stop_are_headings() -> None:
    found = _of("**Opening hours:**\n\nFrom nine.\n\nPrices of plots\n\nThey are low.\n")
    assert [(one.text, one.headings[:1]) for one in found] == [
        ("Opening hours:", ()),
        ("From nine.", ("Opening hours",)),
        ("They are low.", ("Prices of plots",)),
    ]


def test_prose_of_the_front_matter_is_stated_too_and_slices_back() -> None:
    text = "---\ntitle: Garden\ndescription: Entry is free.\n---\n\nText here.\n"
    first = _of(text)[0]
    span = first.prose.span(first.start, first.end)
    assert text[span.start : span.end] == "Entry is free."
