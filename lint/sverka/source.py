"""One file of the site: its bytes as text, and what is needed to find a line in it again."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sverka.span import Span

_BOMS_OF_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_LINE_END = re.compile(r"\r\n?")


class Unreadable(Exception):
    """A file that cannot be read as a page; ``reason`` says why, ``remedy`` what to do."""

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy


class Position(NamedTuple):
    """A place as people count it: both numbers start at 1, columns count code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A decoded file.

    ``path`` is POSIX and relative to the site's root. ``text`` is what Python's text mode
    would give: the byte order mark is dropped and every line ends with one ``\\n``, so that
    the same page saved on Windows and on Unix has the same spans.
    """

    path: str
    text: str

    @classmethod
    def decode(cls, path: str, data: bytes) -> Source:
        """Read ``data`` as UTF-8; raises `Unreadable` for anything else."""
        for bom, name in _BOMS_OF_OTHER_ENCODINGS:
            if data.startswith(bom):
                raise Unreadable(path, f"the file is {name}, not UTF-8", "save it as UTF-8")
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise Unreadable(
                path,
                f"the file is not UTF-8: byte 0x{data[error.start]:02x} on line {line}",
                "save it as UTF-8",
            ) from None
        if "\0" in text:
            line = text.count("\n", 0, text.index("\0")) + 1
            raise Unreadable(
                path,
                f"the file holds a NUL byte on line {line}, so it is no text",
                "save it as UTF-8 text, or exclude it",
            )
        return cls(path, _LINE_END.sub("\n", text) if "\r" in text else text)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of each line's first character."""
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return tuple(starts)

    def position(self, offset: int) -> Position:
        """Line and column of ``offset``; the end of the text is a place, too."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The span of a line (counted from 1), without its end; raises IndexError beyond it."""
        start = self.line_starts[line - 1]
        if line < len(self.line_starts):
            return Span(start, self.line_starts[line] - 1)
        return Span(start, len(self.text))

    def quote(self, span: Span) -> str:
        """The text under ``span``."""
        return span.of(self.text)
