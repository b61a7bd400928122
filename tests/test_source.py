"""Bytes as text, and offsets as lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.source import Position, Source, Unreadable
from sverka.span import Span


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\r\r\n\n", "\n\n\n"),
        (b"\xef\xbb\xbfa", "a"),
        ("й\u2028ё\x0b".encode(), "й\u2028ё\x0b"),
    ],
)
def test_bytes_are_read_as_python_reads_text(data: bytes, text: str) -> None:
    assert Source.decode("a.md", data).text == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            "а\nб".encode("cp1251"),
            "a.md: the file is not UTF-8: byte 0xe0 on line 1; save it as UTF-8",
        ),
        (b"a\nb\n\xff", "a.md: the file is not UTF-8: byte 0xff on line 3; save it as UTF-8"),
        (b"a\xd0", "a.md: the file is not UTF-8: byte 0xd0 on line 1; save it as UTF-8"),
        ("а".encode("utf-16"), "a.md: the file is UTF-16, not UTF-8; save it as UTF-8"),
        (b"\xfe\xff\x04\x30", "a.md: the file is UTF-16, not UTF-8; save it as UTF-8"),
        ("а".encode("utf-32"), "a.md: the file is UTF-32, not UTF-8; save it as UTF-8"),
        (
            b"a\n\0b",
            "a.md: the file holds a NUL byte on line 2, so it is no text; "
            "save it as UTF-8 text, or exclude it",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        Source.decode("a.md", data)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (5, (3, 2)), (6, (4, 1))],
)
def test_position_counts_from_one(offset: int, position: tuple[int, int]) -> None:
    assert Source("a.md", "аб\n\n\U0001f600\n").position(offset) == Position(*position)


def test_line_span_is_without_its_end() -> None:
    source = Source("a.md", "аб\n\nв")
    assert [source.quote(source.line_span(line)) for line in (1, 2, 3)] == ["аб", "", "в"]
    with pytest.raises(IndexError):
        source.line_span(4)


@given(st.text(alphabet="аb\n\r\U0001f600", max_size=30))
def test_every_offset_has_a_place_on_its_line(text: str) -> None:
    source = Source.decode("a.md", text.encode())
    assert "\r" not in source.text
    for offset in range(len(source.text) + 1):
        line, column = source.position(offset)
        assert source.line_span(line).start + column - 1 == offset
        assert source.line_span(line).covers(Span(offset, offset))
