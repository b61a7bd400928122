"""Plain text: what is a heading, a list or a paragraph where nobody typed Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.page import OBJECT, Block, Kind
from sverka.plaintext import looks_like_markdown, parse
from sverka.span import Span

LONG = "Процедура длится около часа, и пациент в тот же день возвращается к обычным делам; " * 2
SENTENCE = LONG.strip().removesuffix(";") + "."


def outline(text: str) -> list[object]:
    """The blocks as words: "h1 ...", "p ..."; a list is ("ul" or "ol", its items), an item the
    words of its paragraph, or a list of its blocks if there are others."""
    return [_outlined(block) for block in parse(text)]


def _outlined(block: Block) -> object:
    if block.kind is Kind.LIST:
        items = [[_outlined(child) for child in item.children] for item in block.children]
        named = [item[0] if len(item) == 1 else item for item in items]
        return ("ol" if block.ordered else "ul", named)
    name = f"h{block.level}" if block.kind is Kind.HEADING else "p"
    return f"{name} {block.prose.text}"


def blocks(text: str) -> list[Block]:
    return [block for top in parse(text) for block in top.walk()]


# Headings and paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("Words go on\nover two lines.\n\nMore.", ["p Words go on\nover two lines.", "p More."]),
        ("  set in  \n   by hand.", ["p set in\nby hand."]),
        ("Title\n\nWords.\n\nNext\n\nMore.", ["h1 Title", "p Words.", "h2 Next", "p More."]),
        ("Title\n=====\nWords.", ["h1 Title", "p Words."]),
        ("One.\n* * *\nTwo.", ["p One.", "p Two."]),
        ("«Название» (часть 2)", ["h1 «Название» (часть 2)"]),
        ("1. Общие положения\n\nТекст.", ["h1 1. Общие положения", "p Текст."]),
    ],
)
def test_short_line_alone_is_a_heading_and_the_rest_paragraphs(
    text: str, expected: list[object]
) -> None:
    assert outline(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "It ends.",
        "Does it end?",
        "It leads in:",
        "«Конец.»",
        "Required fields are marked *",
        "* A note",
        "© 2024 Clinic",
        "18 +",
        "www.example.com",
        "Feedback: info@example.com",
        "long " * 20 + "line",
    ],
)
def test_line_with_punctuation_or_no_words_of_a_title_is_a_paragraph(line: str) -> None:
    assert [block.kind for block in parse(f"Words.\n\n{line}\n\nWords.")] == [Kind.PARAGRAPH] * 3


def test_each_long_finished_line_is_a_paragraph_and_short_ones_before_them_headings() -> None:
    text = f"{SENTENCE}\nЦели\n{SENTENCE}\n{SENTENCE}\nПлюсы\nКоротко:\n- а;\n- б."
    assert outline(text) == [
        f"p {SENTENCE}",
        "h1 Цели",
        f"p {SENTENCE}",
        f"p {SENTENCE}",
        "h2 Плюсы",
        "p Коротко:",
        ("ul", ["p а;", "p б."]),
    ]


def test_short_lines_together_are_no_headings_save_the_title_and_the_last_one() -> None:
    text = f"Заголовок\nРаздел\n{SENTENCE}\n\nМосква\nул. Ленина\nдом 5"
    assert outline(text) == [
        "h1 Заголовок",
        "h2 Раздел",
        f"p {SENTENCE}",
        "p Москва",
        "p ул. Ленина",
        "p дом 5",
    ]


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    line = "word " * 25
    text = f"{line}\n{line}\nand the end."
    assert len(parse(text)) == 1


def test_start_leaves_out_the_front_matter_and_spans_count_from_the_file() -> None:
    text = "---\ntitle: A\n---\nTitle\n\nWords."
    found = parse(text, 17)
    assert [block.span.of(text) for block in found] == ["Title", "Words."]


# Lists


@pytest.mark.parametrize("marker", ["•", "·", "▪", "-", "–", "—", "*", "−"])
@pytest.mark.parametrize("indent", ["", "  ", "\t"])
def test_each_sign_begins_bullet_items(marker: str, indent: str) -> None:
    text = f"{indent}{marker} one\n{indent}{marker} two\n"
    assert outline(text) == [("ul", ["p one", "p two"])]
    assert [item.span.of(text) for item in parse(text)[0].children] == [
        f"{marker} one",
        f"{marker} two",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. one\n2. two",
        "1) one\n2) two",
        "a) one\nb) two",
        "а) one\nб) two",
        "  7. one\n  8. two",
        "1)one\n2)two",
        "1.One\n2.Two",
    ],
)
def test_numbers_and_letters_begin_ordered_items(text: str) -> None:
    assert [block.ordered for block in parse(text)] == [True]
    words = [block.prose.text.lower() for block in blocks(text) if block.kind is Kind.PARAGRAPH]
    assert words == ["one", "two"]


@pytest.mark.parametrize(
    "text",
    [
        "— Здравствуйте, — сказал он.",
        "Москва\n– столица России.",
        "— Болит?\n\n— Нет, не болит.",
        "at the age of\n18. Then it goes on.",
        "3.5 mg a day.",
        "12.05.2024 was a Sunday.",
        "2020. It was a year.",
        "-5 degrees.\n-7 degrees.",
        "*bold* words.\n*bold* words.",
    ],
)
def test_speech_and_numbers_in_prose_are_no_items(text: str) -> None:
    assert {block.kind for block in parse(text)} == {Kind.PARAGRAPH}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_one_dash_after_a_lead_in_is_a_list(gap: str) -> None:
    assert outline(f"Итог:{gap}— один") == ["p Итог:", ("ul", ["p один"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• one\n\n• two\n\n\n• three", [("ul", ["p one", "p two", "p three"])]),
        ("- one\n\n- two\n\nMore.", [("ul", ["p one", "p two"]), "p More."]),
        ("• one\n  goes on\n• two\nMore.", [("ul", ["p one\ngoes on", "p two"]), "p More."]),
        ("• one\n– two\n– three", [("ul", ["p one"]), ("ul", ["p two", "p three"])]),
        ("1. a\n2. b\n1. c\n2. d", [("ol", ["p a", "p b"]), ("ol", ["p c", "p d"])]),
        ("1. a\n1. b\n1. c", [("ol", ["p a", "p b", "p c"])]),
        ("  • one\n• two\n• three", [("ul", ["p one", "p two", "p three"])]),
        ("    • one\n• two\n• three", [("ul", ["p one", "p two", "p three"])]),
        ("• one\n------\n• two", [("ul", ["p one"]), ("ul", ["p two"])]),
        ("•\n• two", [("ul", [[], "p two"])]),
        ("1. One item that is a sentence.", [("ol", ["p One item that is a sentence."])]),
    ],
)
def test_list_goes_on_over_blank_lines_and_ends_with_its_kind(
    text: str, expected: list[object]
) -> None:
    assert outline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "• a\n    • b\n      • c\n• d",
            [("ul", [["p a", ("ul", [["p b", ("ul", ["p c"])]])], "p d"])],
        ),
        (
            "1. До:\n- а;\n- б;\n2. После:\n- в.\n\n3. Всё",
            [
                (
                    "ol",
                    [["p До:", ("ul", ["p а;", "p б;"])], ["p После:", ("ul", ["p в."])], "p Всё"],
                )
            ],
        ),
        (
            "- a\n    1) b\n    2) c\n- d",
            [("ul", [["p a", ("ol", ["p b", "p c"])], "p d"])],
        ),
    ],
)
def test_lists_are_nested_by_indentation_or_below_a_lead_in(
    text: str, expected: list[object]
) -> None:
    assert outline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Показания:\nакне;\nшрамы;\nпигментация.\nТакже важно.",
            ["p Показания:", ("ul", ["p акне;", "p шрамы;", "p пигментация."]), "p Также важно."],
        ),
        (
            "Показания:\n\nакне;\n\nшрамы;\n\nпигментация.\n\nТакже важно.",
            ["p Показания:", ("ul", ["p акне;", "p шрамы;", "p пигментация."]), "p Также важно."],
        ),
        ("Uses:\nacne;\nscars;", ["p Uses:", ("ul", ["p acne;", "p scars;"])]),
        (
            "Uses:\nacne;\nscars;\nIt helps.",
            ["p Uses:", ("ul", ["p acne;", "p scars;"]), "p It helps."],
        ),
        (
            "Uses:\nacne;\nscars;\n\nand it helps.",
            ["p Uses:", ("ul", ["p acne;", "p scars;"]), "p and it helps."],
        ),
        ("Uses:\nacne;", ["p Uses:\nacne;"]),
        ("Uses.\nacne;\nscars.", ["p Uses.\nacne;\nscars."]),
    ],
)
def test_lines_with_semicolons_after_a_lead_in_are_a_list(
    text: str, expected: list[object]
) -> None:
    assert outline(text) == expected


# Prose and places


@pytest.mark.parametrize(
    ("text", "addresses", "prose"),
    [
        ("See https://a.example/b?c=d.", ["https://a.example/b?c=d"], f"See {OBJECT}."),
        ("(www.example.com), and", ["www.example.com"], f"({OBJECT}), and"),
        ("https://a.example/b_(c)!", ["https://a.example/b_(c)"], f"{OBJECT}!"),
        ("«https://пример.рф»", ["https://пример.рф"], f"«{OBJECT}»"),
        ("Mail a.b@c.example.", ["a.b@c.example"], f"Mail {OBJECT}."),
        ("A @ b, a@b, http:// and www.", [], "A @ b, a@b, http:// and www."),
    ],
)
def test_bare_address_is_a_link_and_one_object_in_prose(
    text: str, addresses: list[str], prose: str
) -> None:
    (paragraph,) = parse(text)
    assert paragraph.prose.text == prose
    assert [link.target for link in paragraph.inlines] == addresses
    assert [link.span.of(text) for link in paragraph.inlines] == addresses
    assert [link.text for link in paragraph.inlines] == [link.span for link in paragraph.inlines]


def test_spans_leave_out_the_white_space_around() -> None:
    text = "\n  Title  \n\n   one   \n   two   \n\n  • item  \n"
    assert [block.span.of(text) for block in blocks(text)] == [
        "Title",
        "one   \n   two",
        "• item",
        "• item",
        "item",
    ]


def test_prose_finds_its_words_across_broken_lines() -> None:
    text = "  one  \n  two https://a.example three"
    (paragraph,) = parse(text)
    at = paragraph.prose.text.index("three")
    assert paragraph.prose.span(at, at + 5).of(text) == "three"
    assert paragraph.prose.span(0, 7).of(text) == "one  \n  two"
    at = paragraph.prose.text.index(OBJECT)
    assert paragraph.prose.span(at, at + 1).of(text) == "https://a.example"


# Markdown or not


@pytest.mark.parametrize(
    "text",
    [
        "# Title",
        "words\n### Title ###",
        "some **strong words** here",
        "a [link](https://a.example) and",
        'a [link](a.md "title")',
        "![](a.png)\n\n[x](y)",
        "> a quote",
        "```python\ncode\n```",
        "~~~\ncode\n~~~",
        "| a | b |\n|---|:-:|\n| c | d |",
        "a | b\n--- | ---\nc | d",
    ],
)
def test_clear_signs_of_markdown(text: str) -> None:
    assert looks_like_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Words.\n\n- one\n- two\n\n1. one",
        "#hashtag and C# code",
        "2 ** 3 ** 4",
        "a footnote** and another**",
        "> 5 mg",
        "[1] and (2)",
        "Title\n-----\n=====",
        "a | b",
        "|\n|",
    ],
)
def test_plain_text_has_none(text: str) -> None:
    assert not looks_like_markdown(text)


# Any text at all

MARKERS = ["- ", "— ", "• ", "* ", "1. ", "2) ", "а) ", "---\n"]
WORDS = ["слово", "Title\n", "https://a.example/b", "a@b.example", "😀", SENTENCE]
SPACES = ["\n", "\n\n", "    ", "\t", " ", ":\n", ";\n", ".\n"]
PIECES = st.sampled_from([*MARKERS, *WORDS, *SPACES])


@given(st.lists(PIECES | st.text(max_size=4), max_size=40), st.integers(0, 3))
def test_any_text_has_blocks_in_order_whose_prose_slices_back(
    pieces: list[str], start: int
) -> None:
    text = "".join(pieces)
    found = parse(text, start)
    _assert_inside(text, found, Span(start, max(start, len(text))))
    for block in (inner for top in found for inner in top.walk()):
        assert block.prose.text or block.kind in {Kind.LIST, Kind.ITEM}
        for piece in block.prose.pieces:
            source = text[piece.source : piece.source + piece.length]
            if source in {link.target for link in block.inlines}:
                assert block.prose.text[piece.at] == OBJECT
            else:
                assert block.prose.text[piece.at : piece.at + piece.length] == source


def _assert_inside(text: str, found: tuple[Block, ...], outer: Span) -> None:
    at = outer.start
    for block in found:
        assert at <= block.span.start < block.span.end <= outer.end
        assert block.span.of(text) == block.span.of(text).strip()
        _assert_inside(text, block.children, block.span)
        at = block.span.end


@given(st.lists(PIECES, max_size=40))
def test_every_word_is_in_a_block(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = [block.span for block in parse(text)]
    left = "".join(
        " " if any(s.start <= n < s.end for s in spans) else text[n] for n in range(len(text))
    )
    assert not any(sign.isalnum() for sign in left)


@given(st.lists(PIECES, max_size=30))
def test_a_paragraph_above_moves_the_blocks_and_changes_none(pieces: list[str]) -> None:
    text = "".join(pieces)
    above = "Above.\n\n"
    moved = parse(above + text)[1:]
    assert [b.span.shifted(-len(above)) for b in moved] == [b.span for b in parse(text)]


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "word " * 200_000,
        "• item\n" * 30_000,
        "- item\n\n" * 15_000,
        " " * 1_000_000,
        "\n" * 100_000,
        "http://a" + ")" * 500_000,
        "a." * 300_000,
        "[" * 500_000,
        "a:\nb;\n" * 10_000,
        "".join(f"{' ' * depth}- item\n" for depth in range(1_000)),
    ],
    ids=lambda text: f"{text[:8]!r}",
)
def test_huge_text_is_read(text: str) -> None:
    looks_like_markdown(text)
    assert bool(parse(text)) == bool(text.strip())
