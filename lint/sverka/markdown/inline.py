"""Inline tokens -> prose and inline things, each with its span in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sverka.markdown.recorder import AT
from sverka.markdown.shortcodes import SILENT, SOMETHING
from sverka.page import OBJECT, Inline, InlineKind, Piece, Prose
from sverka.span import Span

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the parts of an inline content stand in the file: ``parts`` are (offset in the
    content, offset in the file), each valid up to the next."""

    parts: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> Span:
        """The file's span of content ``start`` to ``end`` (``start < end``)."""
        return Span(self.offset(start), self.offset(end - 1) + 1)

    def offset(self, at: int) -> int:
        """The file's offset of the content's character ``at``."""
        number = max(bisect_right(self.parts, at, key=lambda part: part[0]) - 1, 0)
        content, source = self.parts[number]
        return source + at - content


_BARE_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"'`«»“”()\[\]]*(?:\([^\s()]*\)[^\s<>\"'`«»“”()\[\]]*)*"
)
_ADDRESS_TAIL = ".,;:!?*_~'\""
_NO_LETTERS = re.compile(f"{SILENT}+|{SOMETHING}+")

_PAIRED = {
    "link_open": InlineKind.LINK,
    "em_open": InlineKind.EMPHASIS,
    "strong_open": InlineKind.STRONG,
    "s_open": InlineKind.STRIKE,
}
_CLOSING = {"em_close", "strong_close", "s_close"}

_TAG = re.compile(r"<(?P<close>/)?(?P<name>[A-Za-z][\w.-]*)")
_ADDRESS = re.compile(
    r"""\b(?P<name>href|src)\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'>]+))"""
)


def address_in(tag: str) -> str:
    """The href or src of an HTML tag, or ""."""
    match = _ADDRESS.search(tag)
    return (match["a"] or match["b"] or match["c"] or "") if match else ""


@dataclass(slots=True)
class _Builder:
    origin: Origin
    text: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)
    # What is open: (its kind, content start, place of its text's start, target)
    open: list[tuple[InlineKind, int, int, str]] = field(default_factory=list)
    anchors: list[tuple[int, int, str]] = field(default_factory=list)
    # The end of what has been read, so that a link knows where its text stops.
    reached: int = 0

    def add(self, words: str, start: int, end: int) -> None:
        """Add prose that stands in the content from ``start`` to ``end``."""
        if not words:
            return
        span = self.origin.span(start, end)
        self.text.append(words)
        self.pieces.append(Piece(self.length, span.start, span.end - span.start))
        self.length += len(words)

    def words(self, content: str, start: int) -> None:
        """Add text that stands letter for letter from ``start`` on: masked parts and bare
        addresses are taken out of it."""
        at = 0
        for match in _NO_LETTERS.finditer(content):
            self._plain(content, at, match.start(), start)
            if match[0][0] == SOMETHING:
                self.add(OBJECT, start + match.start(), start + match.end())
                span = self.origin.span(start + match.start(), start + match.end())
                self.inlines.append(Inline(InlineKind.SHORTCODE, span, span))
            at = match.end()
        self._plain(content, at, len(content), start)

    def _plain(self, content: str, at: int, end: int, start: int) -> None:
        if content.find("://", at, end) >= 0 or content.find("www.", at, end) >= 0:
            for match in _BARE_ADDRESS.finditer(content, at, end):
                address = match[0].rstrip(_ADDRESS_TAIL)
                stop = match.start() + len(address)
                self.add(content[at : match.start()], start + at, start + match.start())
                self.add(OBJECT, start + match.start(), start + stop)
                if not any(kind is InlineKind.LINK for kind, *_ in self.open):
                    span = self.origin.span(start + match.start(), start + stop)
                    self.inlines.append(Inline(InlineKind.LINK, span, span, address))
                at = stop
        self.add(content[at:end], start + at, start + end)

    def thing(
        self, kind: InlineKind, whole: tuple[int, int], shown: tuple[int, int], target: str = ""
    ) -> None:
        """Add something that is no prose but has a text of its own."""
        self.add(OBJECT, *whole)
        self.inlines.append(Inline(kind, self._span(*whole), self._span(*shown), target))

    def address(self, start: int, end: int, target: str) -> None:
        """An address in angle brackets."""
        self.add(OBJECT, start, end)
        self.inlines.append(
            Inline(InlineKind.LINK, self._span(start, end), self._span(start + 1, end - 1), target)
        )

    def begin(self, kind: InlineKind, start: int, text_start: int, target: str) -> None:
        self.open.append((kind, start, text_start, target))

    def finish(self, text_end: int, end: int) -> None:
        kind, start, text_start, target = self.open.pop()
        self.inlines.append(
            Inline(kind, self._span(start, end), self._span(text_start, text_end), target)
        )

    def _span(self, start: int, end: int) -> Span:
        if start >= end:
            place = self.origin.offset(start)
            return Span(place, place)
        return self.origin.span(start, end)

    def tag(self, content: str, start: int, end: int) -> None:
        """An inline HTML tag: anchors become links, pictures images, breaks line breaks."""
        match = _TAG.match(content)
        name = match["name"].lower() if match else ""
        span = self.origin.span(start, end)
        if name == "br":
            self.add("\n", start, end)
        elif name == "a" and match and match["close"]:
            if self.anchors:
                opened, text_start, target = self.anchors.pop()
                self.inlines.append(
                    Inline(
                        InlineKind.LINK,
                        self._span(opened, end),
                        self._span(text_start, start),
                        target,
                    )
                )
        elif name == "a":
            if target := address_in(content):
                self.anchors.append((start, end, target))
        elif name == "img":
            self.add(OBJECT, start, end)
            self.inlines.append(Inline(InlineKind.IMAGE, span, span, address_in(content)))
        else:
            self.inlines.append(Inline(InlineKind.HTML, span, span))


def read(token: Token, origin: Origin) -> tuple[Prose, tuple[Inline, ...]]:
    """The prose and the inline things of a markdown-it ``inline`` token."""
    builder = _Builder(origin)
    children = iter(token.children or ())
    for child in children:
        start, end = child.meta.get(AT, (0, 0))
        if child.type == "link_open" and child.markup == "autolink":
            builder.address(start, end, str(child.attrs.get("href", "")))
            next(children)
            next(children)
        else:
            _read_one(builder, child, start, end, token.content)
    builder.inlines.sort(key=lambda inline: (inline.span.start, -inline.span.end))
    return Prose("".join(builder.text), tuple(builder.pieces)), tuple(builder.inlines)


def _read_one(builder: _Builder, token: Token, start: int, end: int, content: str) -> None:
    kind = token.type
    width = len(token.markup)
    if kind == "text":
        builder.words(token.content, start)
        end = start + len(token.content)
    elif kind == "text_special":
        builder.add(token.content, start, end)
    elif kind in ("softbreak", "hardbreak"):
        at = content.index("\n", start)
        builder.add("\n", at, at + 1)
    elif kind == "code_inline":
        builder.thing(InlineKind.CODE, (start, end), (start + width, end - width))
    elif kind == "image":
        shown = (start + 2, start + 2 + len(token.content))
        builder.thing(InlineKind.IMAGE, (start, end), shown, str(token.attrs.get("src", "")))
    elif kind == "html_inline":
        builder.tag(token.content, start, end)
    elif kind == "link_open":
        builder.begin(InlineKind.LINK, start, start + 1, str(token.attrs.get("href", "")))
        end = start + 1
    elif kind == "link_close":
        builder.finish(builder.reached, end)
    elif kind in _PAIRED:
        # A strong's opening token stands on the inner one of its two characters.
        outer = start - 1 if kind == "strong_open" else start
        builder.begin(_PAIRED[kind], outer, outer + width, "")
        end = outer + width
    elif kind in _CLOSING:
        builder.finish(start, start + width)
        end = start + width
    builder.reached = max(builder.reached, end)
