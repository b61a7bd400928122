"""Prose of plain lines: addresses become links, everything else is words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sverka.page import OBJECT, Block, Inline, InlineKind, Kind, Piece, Prose
from sverka.span import Span

_ADDRESS = re.compile(
    r"""(?:https?://|\bwww\.)[^\s<>"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"""
    r"""\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"""
    r"""\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}]+"""
    # A run of letters is tried once, from its start: a page of them must stay linear.
    r"""|(?<![\w.+-])[\w.+-]++@\w[\w-]*+(?:\.\w[\w-]*+)+""",
    re.IGNORECASE,
)
_NOT_AT_THE_END = ".,;:!?'*_\N{HORIZONTAL ELLIPSIS}"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def addresses(text: str, span: Span) -> Iterator[Span]:
    """The bare addresses in ``span``, web and mail, without the punctuation behind them."""
    for found in _ADDRESS.finditer(text, *span):
        yield Span(found.start(), found.start() + _trimmed(found.group()))


def _trimmed(address: str) -> int:
    """How much of ``address`` is left without punctuation and brackets that close no own one."""
    spare = {end: address.count(end) - address.count(start) for end, start in _BRACKETS.items()}
    left = len(address)
    while left:
        sign = address[left - 1]
        if spare.get(sign, 0) > 0:
            spare[sign] -= 1
        elif sign not in _NOT_AT_THE_END:
            break
        left -= 1
    return left


def block(kind: Kind, text: str, lines: Sequence[Span], level: int = 0) -> Block:
    """A heading or paragraph of ``lines``, none of them blank, in the order of the text."""
    writer = _Writer(text)
    for number, line in enumerate(lines):
        if number:
            line_end = text.index("\n", lines[number - 1].end)
            writer.words(line_end, line_end + 1)
        writer.line(line)
    span = Span(lines[0].start, lines[-1].end)
    return Block(kind, span, level=level, prose=writer.prose(), inlines=tuple(writer.links))


class _Writer:
    """Writes prose and remembers the place of each piece; neighbours become one."""

    def __init__(self, text: str) -> None:
        self.links: list[Inline] = []
        self._text = text
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    def prose(self) -> Prose:
        return Prose("".join(self._parts), tuple(self._pieces))

    def line(self, line: Span) -> None:
        at = line.start
        for address in addresses(self._text, line):
            self.words(at, address.start)
            self._link(address)
            at = address.end
        self.words(at, line.end)

    def words(self, start: int, end: int) -> None:
        if start == end:
            return
        piece = Piece(self._length, start, end - start)
        if self._pieces:
            last = self._pieces[-1]
            # After an OBJECT the prose is shorter than the source, so nothing joins it.
            if last.at + last.length == piece.at and last.source + last.length == start:
                piece = Piece(last.at, last.source, last.length + piece.length)
                self._pieces.pop()
        self._pieces.append(piece)
        self._parts.append(self._text[start:end])
        self._length += end - start

    def _link(self, address: Span) -> None:
        target = address.of(self._text)
        self.links.append(Inline(InlineKind.LINK, address, address, target))
        self._pieces.append(Piece(self._length, address.start, len(target)))
        self._parts.append(OBJECT)
        self._length += 1
