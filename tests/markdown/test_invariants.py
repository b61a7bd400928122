"""What holds for every text: spans lie in it and in each other, and prose slices back."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.markdown import parse
from sverka.markdown.shortcodes import BUILTIN, SILENT, SOMETHING, mask
from sverka.page import Block, Prose
from sverka.reading import read_page
from sverka.source import Source
from sverka.span import Span

PARTS = """слово|word |. |- |1. |  |    |> |# |## |#|`|``|*|**|_|~~|[|](a.md)|]|![|(|||\\|&nbsp;
|&amp;|<b>|</b>|<a href="x">|</a>|<br>|<img src="a">|<!-- |-->|{% note %}|{% endnote %}|{{ x }}
|{{< a >}}|{{< /a >}}|{#a}|{.b}|<Foo />|{note}|{/note}|{heading(Имя)[id=x]}|{linkto(a)[text=б]}
|https://a.b/c
|www.x.y| =10x20|[a]|<http://a>|{/* |*/}|[TOC]|"|'|=|<|>|{|}|%}|{%|&#10;|||""".replace(
    "\n", ""
).split("|")
LINES = ["\n", "\n\n", "```\n", "~~~\n", "|---|---|\n", "#|\n", "||\n", "|#\n", "<div>\n",
         "</div>\n", ":::tip\n", ":::\n", '<Foo a="b">\n', "[a]: b\n", "===\n", "---\n",
         "<script>\n", "</script>\n", " | ", "|", "\\|", "\t", "import a from 'b'\n"]  # fmt: skip
ODD = ["\U0001f600", "е\u0301", "\u00a0", "\x0b", "\x0c", "\u2028", "\u3000", SILENT, SOMETHING]
TEXTS = st.lists(st.sampled_from([*PARTS, *LINES, *LINES, *ODD]), max_size=16).map("".join)
BEGINNINGS = {"link": "[<{hwf", "image": "!<", "code": "`", "strong": "*_", "emphasis": "*_",
              "strike": "~", "html": "<", "shortcode": "{[<"}  # fmt: skip


def ordinary(text: str) -> str:
    """The text as prose may show it: characters that are none stand for others."""
    return text.replace(SILENT, "\ufffd").replace(SOMETHING, "\ufffd")


def assert_sound(blocks: tuple[Block, ...], text: str, inside: Span) -> None:
    for block, following in itertools.pairwise(blocks):
        assert block.span.end <= following.span.start
    for block in blocks:
        assert inside.covers(block.span)
        assert block.span.start <= block.span.end
        assert_prose(block.prose, text, block.span)
        for inline in block.inlines:
            assert block.span.covers(inline.span)
            assert inline.span.covers(inline.text)
            assert inline.span.of(text)[0] in BEGINNINGS[inline.kind]
        assert_sound(block.children, text, block.span)


def assert_prose(prose: Prose, text: str, inside: Span) -> None:
    """The pieces follow each other, and lead back to their letters."""
    if not prose.text:
        assert prose.pieces == ()
        return
    assert prose.pieces[0].at == 0
    reached = inside.start
    stops = [piece.at for piece in prose.pieces[1:]] + [len(prose.text)]
    for piece, stop in zip(prose.pieces, stops, strict=True):
        words = prose.text[piece.at : stop]
        place = Span(piece.source, piece.source + piece.length)
        assert words
        assert place.start >= reached
        assert inside.covers(place)
        assert prose.span(piece.at, stop) == place
        if len(words) == piece.length > 1:
            assert place.of(ordinary(text)) == words
            for at in {piece.at, (piece.at + stop) // 2, stop - 1}:
                assert prose.span(at, at + 1).of(ordinary(text)) == prose.text[at]
        reached = place.end
    assert not {SILENT, SOMETHING} & set(prose.text)


@settings(max_examples=400)
@given(TEXTS, st.sampled_from([".md", ".mdx"]))
def test_spans_of_any_text_are_sound(text: str, suffix: str) -> None:
    document = parse(text, suffix=suffix)
    assert_sound(document.blocks, text, Span(0, len(text)))
    assert all(comment.span.of(text)[0] in "<{" for comment in document.comments)


@settings(max_examples=200)
@given(TEXTS, st.sampled_from([".md", ".mdx"]))
def test_masking_keeps_length_and_line_ends(text: str, suffix: str) -> None:
    masked = mask(text, BUILTIN, suffix=suffix)
    assert masked.source == text
    assert [len(line) for line in masked.text.split("\n")] == [
        len(line) for line in text.split("\n")
    ]


@settings(max_examples=100)
@given(TEXTS)
def test_line_ends_and_byte_order_mark_make_no_difference(text: str) -> None:
    plain = Source.decode("a.md", text.encode())
    windows = Source.decode("a.md", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read_page(plain).blocks == read_page(windows).blocks


@settings(max_examples=100)
@given(TEXTS, st.integers(0, 20))
def test_what_stands_above_only_shifts_the_spans(text: str, lines: int) -> None:
    here, below = parse(text), parse("\n" * lines + text, lines)
    assert [
        (b.kind, b.span.shifted(lines), b.prose.text) for t in here.blocks for b in t.walk()
    ] == [(b.kind, b.span, b.prose.text) for t in below.blocks for b in t.walk()]


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    document = parse(text)
    assert all(0 <= b.span.start <= b.span.end <= len(text) for b in document.blocks)


@pytest.mark.corpus
def test_spans_of_real_pages_are_sound(corpus: Path) -> None:
    pages = sorted(corpus.rglob("*.md"))
    assert pages
    for path in pages:
        source = Source.decode(path.name, path.read_bytes())
        page = read_page(source)
        assert page.blocks, path
        start = page.front.span.end if page.front else 0
        assert_sound(page.blocks, source.text, Span(start, len(source.text)))
