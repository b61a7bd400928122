"""Input that was made to break a reader: it is read or refused, and in time that grows with it.

Time is counted in lines of Python and calls that a run makes, not in seconds. What one call of
a pattern costs is not seen so; hence texts of some size that a quadratic search would not finish.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from sverka.config import Config
from sverka.markdown import parse
from sverka.markdown.recorder import LONGEST
from sverka.messages import failure_message
from sverka.page import Kind
from sverka.reading import read_page
from sverka.runner import check, exit_code
from sverka.source import Source

WORDS = "# Имя\n\nСлова идут по строке.\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("Слова".encode("cp1251"), "the file is not UTF-8: byte 0xd1 on line 1"),
        ("Слова".encode("utf-16"), "the file is UTF-16, not UTF-8"),
        (b"a\0b", "the file holds a NUL byte on line 1, so it is no text"),
    ],
)
def test_undecodable_file_is_a_failure_and_the_rest_is_read(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    for language in ("ru", "en"):
        (tmp_path / language).mkdir()
    (tmp_path / "ru" / "a.md").write_bytes(data)
    (tmp_path / "en" / "a.md").write_text("# Name\n\nWords go on a line.\n", encoding="utf-8")
    result = check(Config(tmp_path, source_language="ru"))
    (failure,) = result.failures
    assert failure.path == "ru/a.md"
    assert failure.data["reason"] == reason
    assert reason in failure_message(failure)
    assert exit_code(result) == 2
    assert [page.path for page in result.pages] == ["en/a.md"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\ufeff",
        "---\ntitle: Имя\n---\n",
        "---\n",
        "---\n---\n",
        "+++\n",
        "{",
        "---\ntitle: [\n---\n# Имя",
        "\u2028\x85\x0b",
        "<!--",
        "```",
    ],
)
def test_page_of_next_to_nothing_is_checked(tmp_path: Path, text: str) -> None:
    for language in ("ru", "en"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "a.md").write_text(text, encoding="utf-8", newline="")
    assert check(Config(tmp_path, source_language="ru")).failures == ()


DEEP = 5000
NESTED = {
    "quotes": "> " * DEEP + "а",
    "lists": "- " * DEEP + "а",
    "lines of lists": "".join("  " * depth + "- а\n" for depth in range(300)),
    "brackets": "[" * DEEP + "а" + "]" * DEEP,
    "links": "[" * DEEP + "а" + "](b)" * DEEP,
    "images": "![" * DEEP + "а" + "](b)" * DEEP,
    "emphasis": "*" * DEEP + "а" + "*" * DEEP,
    "words in emphasis": "*а " * DEEP + "а*" * DEEP,
    "tags": "<b>" * DEEP + "а" + "</b>" * DEEP,
    "blocks of tags": "<div>\n\n" * DEEP + "а",
    "containers": ":::tip\n" * DEEP + "а",
    "tables": "#|\n||\n" * DEEP + "а" + "||\n|#\n" * DEEP,
    "round brackets": "{heading(" + "(" * DEEP + ")" * DEEP + ")}",
    "braces": "<Foo a={" + "{" * DEEP + "}" * DEEP + "} />",
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED.keys())
def test_deep_nesting_is_read(text: str) -> None:
    page = read_page(Source("a.mdx", text + "\n\n" + WORDS))
    assert sum(1 for _ in page.walk()) >= 1
    assert all(0 <= b.span.start <= b.span.end <= len(page.source.text) for b in page.walk())


UNCLOSED = [
    "`", "` `` ", "`a\n", "[", "[a\n", "![", "[a](", "[a](<", "[[a]\n\n", "*a ", "**a_b ", "~~a ",
    "{% a ", "{% raw %} ", '{% "a ', "{{< ", "{{< a\n", "{{", "{{a} ", "{a(", "{a[", "{heading((",
    "<!-- ", "{/* ", "<", "<a ", '<a b="', "<? ", "<!A ", "<script>\n", "<div>\n\n", "<div ",
    "<Foo a\n", '<Foo "a ', "<Foo a={\n", "```\n", "~~~~\n```\n", "- ```\n", ":::a\n", "|a|b\n",
    "#|\n", "#| a\n\n", "|", "&", "\\", "> a\n", "- a\n", "[a]: b '\n", "http://", "https://a(",
    "export const a = {\n", "import {\n", "# a\n", "a\n=\n", "a (#a) ", "a =1x",
]  # fmt: skip


def _steps(run: Callable[[], object]) -> int:
    """How many calls of Python functions and built-in ones a run makes."""
    count = 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("part", UNCLOSED)
def test_steps_grow_with_the_text_and_no_faster(part: str) -> None:
    few, many = (part * count for count in (300, 1200))
    parse("", suffix=".mdx")
    fewer = _steps(lambda: parse(few, suffix=".mdx"))
    more = _steps(lambda: parse(many, suffix=".mdx"))
    assert more < 6 * fewer + 5000


@pytest.mark.parametrize("part", [
    "`", "` `` ", "{% a ", "{{< ", "{{", "{{a} ", "{a(", "<!-- ", "{/* ", "<", "<a ", "<Foo a ",
    "<Foo a={ ", "[", "a", "слово ", "\\", "|", " =1x",
])  # fmt: skip
def test_line_of_a_quarter_of_a_million_characters_is_read(part: str) -> None:
    text = part * (250_000 // len(part))
    page = read_page(Source("a.mdx", f"{text}\n\n{WORDS}"))
    assert page.blocks[0].span.start <= 1


@pytest.mark.parametrize("part", ["#|\n", "```a\n~~~\n", "{% a\n", "<script>\n\n", "|\n", "\n"])
def test_page_of_twenty_thousand_odd_lines_is_read(part: str) -> None:
    read_page(Source("a.md", part * 20_000))


def test_paragraph_too_long_to_be_writing_is_words_without_markup() -> None:
    text = "*а* {{ b }}\nhttps://c.d " * (LONGEST // 20)
    (block,) = parse(text).blocks
    assert block.kind is Kind.PARAGRAPH
    assert block.prose.text.startswith("*а* \ufffc\n\ufffc *а* ")
    assert {inline.kind.value for inline in block.inlines} == {"shortcode", "link"}
    end = len(block.prose.text)
    assert block.prose.span(end - 1, end).of(text) == "https://c.d"


def test_paragraph_as_long_as_allowed_has_its_markup() -> None:
    text = "*а* слово " * (LONGEST // 10)
    (block,) = parse(text).blocks
    assert len(block.inlines) == LONGEST // 10
