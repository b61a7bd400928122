"""Inline markup, blocks and their spans: what a reader sees, and where it stands."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from sverka.markdown import parse
from sverka.page import OBJECT, Block
from sverka.source import Source

THING = OBJECT


def blocks(text: str) -> list[Block]:
    return [block for top in parse(text).blocks for block in top.walk()]


def things(text: str) -> list[tuple[str, str, str, str]]:
    """The inline things: kind, the text under the span, what is seen of it, address."""
    return [
        (i.kind.value, i.span.of(text), i.text.of(text), i.target)
        for block in blocks(text)
        for i in block.inlines
    ]


def tree(block: Block, text: str) -> object:
    """The block as (kind, the text under the span or its children)."""
    inside = [tree(child, text) for child in block.children]
    return (block.kind.value, inside or block.span.of(text))


INLINE = [
    ("[имя](a.md)", "имя", ("link", "[имя](a.md)", "имя", "a.md")),
    ('[имя](<a b.md> "т")', "имя", ("link", '[имя](<a b.md> "т")', "имя", "a b.md")),
    ("[имя](a_(b).md)", "имя", ("link", "[имя](a_(b).md)", "имя", "a_(b).md")),
    ("[](a.md)", "", ("link", "[](a.md)", "", "a.md")),
    ("<https://a.b/>", THING, ("link", "<https://a.b/>", "https://a.b/", "https://a.b/")),
    ("<a@b.ru>", THING, ("link", "<a@b.ru>", "a@b.ru", "mailto:a@b.ru")),
    ("https://a.b/c.", f"{THING}.", ("link", "https://a.b/c", "https://a.b/c", "https://a.b/c")),
    ("(www.a.b)", f"({THING})", ("link", "www.a.b", "www.a.b", "www.a.b")),
    ("![имя](a.png)", THING, ("image", "![имя](a.png)", "имя", "a.png")),
    ("![](a.png)", THING, ("image", "![](a.png)", "", "a.png")),
    ("`код`", THING, ("code", "`код`", "код", "")),
    ("``ко`д``", THING, ("code", "``ко`д``", "ко`д", "")),
    ("*имя*", "имя", ("emphasis", "*имя*", "имя", "")),
    ("_имя_", "имя", ("emphasis", "_имя_", "имя", "")),
    ("**имя**", "имя", ("strong", "**имя**", "имя", "")),
    ("~~имя~~", "имя", ("strike", "~~имя~~", "имя", "")),
    ('<a href="b">имя</a>', "имя", ("link", '<a href="b">имя</a>', "имя", "b")),
    ('<img src="b">', THING, ("image", '<img src="b">', '<img src="b">', "b")),
    ("<kbd>", "", ("html", "<kbd>", "<kbd>", "")),
]
FRAMES = ["Слово {} слово", "# Слово {}", "## {} слово ##", "- Слово {}", "> Слово\n> слово {}",
          "Слово\n  слово {}", "> - Слово {}", "- > Слово {}", "Слово {}\n---"]  # fmt: skip


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("markup", "prose", "thing"), INLINE)
def test_inline_thing_has_its_span_wherever_it_stands(
    frame: str, markup: str, prose: str, thing: tuple[str, str, str, str]
) -> None:
    text = frame.format(markup)
    assert things(text) == [thing]
    (words,) = [block.prose.text for block in blocks(text) if block.prose.text]
    assert prose in words
    assert markup.strip("*_~`") == prose or markup not in words


@pytest.mark.parametrize(("markup", "prose", "thing"), INLINE[:-1])
def test_inline_thing_has_its_span_in_a_table(
    markup: str, prose: str, thing: tuple[str, str, str, str]
) -> None:
    text = f"| а \\| б | в |\n|---|---|\n| к \\| {markup} \\| | {markup} |\n"
    assert things(text) == [thing, thing]
    assert [b.prose.text.strip() for b in blocks(text) if b.kind.value == "cell"] == [
        "а | б", "в", f"к | {prose} |", prose,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[**имя** `к`](a)",
            [("link", "[**имя** `к`](a)", "**имя** `к`", "a"), ("strong", "**имя**", "имя", ""),
             ("code", "`к`", "к", "")],
        ),
        (
            "[![к](a.png)](b)",
            [("link", "[![к](a.png)](b)", "![к](a.png)", "b"),
             ("image", "![к](a.png)", "к", "a.png")],
        ),
        (
            "***имя***",
            [("emphasis", "***имя***", "**имя**", ""), ("strong", "**имя**", "имя", "")],
        ),
        (
            "**а *б ~~в~~***",
            [("strong", "**а *б ~~в~~***", "а *б ~~в~~*", ""),
             ("emphasis", "*б ~~в~~*", "б ~~в~~", ""), ("strike", "~~в~~", "в", "")],
        ),
        (
            "[а][b] [b] [b][]\n\n[b]: /c",
            [("link", "[а][b]", "а", "/c"), ("link", "[b]", "b", "/c"),
             ("link", "[b][]", "b", "/c")],
        ),
        ("[а] [б](", []),
        ("[https://a.b](c)", [("link", "[https://a.b](c)", "https://a.b", "c")]),
    ],
)  # fmt: skip
def test_nested_things_lie_inside_each_other(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert things(text) == expected


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (r"а \* б \_в\_", "а * б _в_"),
        (r"а\б", r"а\б"),
        ("a&nbsp;&amp;&#10;&mdash;", "a\u00a0&\n—"),
        ("a &nosuch; b & c", "a &nosuch; b & c"),
        ("а\nб", "а\nб"),
        ("а  \nб", "а\nб"),
        ("а\\\nб", "а\nб"),
        ("а<br>б", "а\nб"),
        ("а\u00a0б", "а\u00a0б"),
        ("2 * 3 * 4, snake_case_name", "2 * 3 * 4, snake_case_name"),
        ("а\ufdd0б\ufdd1", "а\ufffdб\ufffd"),
        ("\U0001f600 **\U0001f469\u200d\U0001f52c** \U0001f600",
         "\U0001f600 \U0001f469\u200d\U0001f52c \U0001f600"),
    ],
)  # fmt: skip
def test_prose_is_what_a_reader_sees(text: str, prose: str) -> None:
    assert [block.prose.text for block in blocks(text)] == [prose]


@pytest.mark.parametrize(
    ("text", "word", "under"),
    [
        (r"а \* б", "*", r"\*"),
        ("a&nbsp;b", "\u00a0", "&nbsp;"),
        ("а **б** в", "б", "б"),
        ("а **б** в", "а б", "а **б"),
        ("а\n> б", "б", "б"),
        ("> а\n>   б", "а\nб", "а\n>   б"),
        (unicodedata.normalize("NFD", "й **ё** ж"), "ж", "ж"),
        ("\U0001f600 **ж**", "ж", "ж"),
    ],
)
def test_prose_leads_back_to_its_place(text: str, word: str, under: str) -> None:
    (block,) = [block for block in blocks(text) if word in block.prose.text]
    at = block.prose.text.index(word)
    assert block.prose.span(at, at + len(word)).of(text) == under


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# А #", [("heading", "# А #")]),
        ("  ## А  ", [("heading", "## А")]),
        ("А\nб\n===", [("heading", "А\nб\n===")]),
        ("#А", [("paragraph", "#А")]),
        ("#", []),
        ("- а\n- б", [("list", [("item", [("paragraph", "а")]), ("item", [("paragraph", "б")])])]),
        ("-\tа\n\n\tб", [("list", [("item", [("paragraph", "а"), ("paragraph", "б")])])]),
        ("1. а\n   - б",
         [("list", [("item", [("paragraph", "а"), ("list", [("item", [("paragraph", "б")])])])])]),
        ("- - а", [("list", [("item", [("list", [("item", [("paragraph", "а")])])])])]),
        ("> а\n> б\n>", [("quote", [("paragraph", "а\n> б")])]),
        ("> а\nб", [("quote", [("paragraph", "а\nб")])]),
        ("> > а", [("quote", [("quote", [("paragraph", "а")])])]),
        ("> - <b>а</b>\n>", [("quote", [("list", [("item", [("paragraph", "<b>а</b>")])])])]),
        ("> # а <b>", [("quote", [("heading", "# а <b>")])]),
        ("- > а\n  > б", [("list", [("item", [("quote", [("paragraph", "а\n  > б")])])])]),
        ("```py x\na\n```", [("code", "```py x\na\n```")]),
        ("а\n\n    b\n\n    c\n\n\nг",
         [("paragraph", "а"), ("code", "b\n\n    c"), ("paragraph", "г")]),
        ("```\na", [("code", "```\na")]),
        ("|а|б|\n|-|-|\n|в||",
         [("table", [("row", [("cell", "а"), ("cell", "б")]),
                     ("row", [("cell", "в"), ("cell", "")])])]),
        ("а\n***\nб", [("paragraph", "а"), ("paragraph", "б")]),
        ("[a]: /b 'c'\n\nа", [("paragraph", "а")]),
        ("<p>а</p>", [("html", "<p>а</p>")]),
        ("", []),
        ("\n \n\t\n", []),
    ],
)  # fmt: skip
def test_blocks_and_their_spans(text: str, expected: list[object]) -> None:
    assert [tree(block, text) for block in parse(text).blocks] == expected


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("### А", "heading", (3, False, "")),
        ("1) а", "list", (0, True, "")),
        ("* а", "list", (0, False, "")),
        ("```Py {a}\n```", "code", (0, False, "Py")),
        ("<table>\n<tr>а", "html", (0, False, "table")),
    ],
)
def test_block_says_what_it_is(text: str, kind: str, wanted: tuple[int, bool, str]) -> None:
    block = next(block for block in blocks(text) if block.kind.value == kind)
    assert (block.level, block.ordered, block.info) == wanted


def test_spans_count_from_the_beginning_of_the_file() -> None:
    text = "---\nt: *a*\n---\n- **б**\n"
    (block,) = parse(text, 15).blocks
    assert (block.span.of(text), block.children[0].children[0].inlines[0].span.of(text)) == (
        "- **б**", "**б**",
    )  # fmt: skip


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_change_nothing(
    form: Literal["NFC", "NFD"], ends: str, mark: bytes
) -> None:
    text = unicodedata.normalize("NFC", "# Йод\n\n- Ёж *йод*\n  ёж\n\n> а  \n> б\n")
    data = unicodedata.normalize(form, text).replace("\n", ends).encode()
    read = Source.decode("a.md", mark + data)
    assert read.text == unicodedata.normalize(form, text)
    found = [unicodedata.normalize("NFC", block.prose.text) for block in blocks(read.text)]
    assert [words for words in found if words] == ["Йод", "Ёж йод\nёж", "а\nб"]
