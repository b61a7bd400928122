"""What of a Markdown text is code, comments or scripts, found before it is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sverka.page import Comment
from sverka.span import Span

_OPENERS = re.compile(
    r"^(?P<fence>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<mark>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*$)"
    r"|(?P<escape>\\[\\`<{])|(?P<ticks>`+)|(?P<comment><!--|\{/\*)"
    r"|(?P<raw>^[ \t]*<(?P<tag>script|style)\b[^>\n]*>)",
    re.MULTILINE,
)
_CLOSERS = {"<!--": "-->", "{/*": "*/}"}
_BLANK_LINE = re.compile(r"\n[ \t]*\n|\Z")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)[ \t]*[^ \t\n]")
# A list's paragraphs are indented, too: only what follows a paragraph at the margin is code.
_AT_THE_MARGIN = re.compile(r"(?![-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))[^ \t>\n]")


@dataclass(frozen=True, slots=True)
class Ground:
    """``code`` is left as it is, ``blank`` shows nothing; each in the order of the text."""

    code: tuple[Span, ...]
    blank: tuple[Span, ...]
    comments: tuple[Comment, ...]


def survey(text: str, start: int) -> Ground:
    """Find code, comments and scripts from ``start`` on, in one pass from the left."""
    indented = list(_indented(text, start))
    found = _Survey(text, start)
    at = start
    passed = 0
    while (match := _OPENERS.search(text, at)) is not None:
        begin = match.start()
        while passed < len(indented) and indented[passed].end <= begin:
            passed += 1
        if passed < len(indented) and indented[passed].start <= begin:
            at = indented[passed].end
        else:
            at = found.step(match)
    code = sorted([*found.code, *indented])
    return Ground(tuple(code), tuple(found.blank), tuple(found.comments))


def _indented(text: str, start: int) -> Iterator[Span]:
    """Code that is told by its indentation alone. Where a list may be open there is none."""
    at = start
    after_blank = True
    margin = True
    code = False
    for line in text[start:].split("\n"):
        end = at + len(line)
        if not line.strip(" \t"):
            after_blank = True
        elif _INDENTED.match(line):
            code = margin and (after_blank or code)
            if code:
                yield Span(at, end)
            after_blank = False
        else:
            if after_blank or code:
                margin = _AT_THE_MARGIN.match(line) is not None
            else:
                # A list or a quote may begin right below a paragraph.
                margin = margin and _AT_THE_MARGIN.match(line) is not None
            after_blank = code = False
        at = end + 1


class _Survey:
    """What has been found so far."""

    def __init__(self, text: str, start: int) -> None:
        self.code: list[Span] = []
        self.blank: list[Span] = []
        self.comments: list[Comment] = []
        self._text = text
        self._ticks = _TickRuns(text, start)
        self._paragraph_end = start
        self._absent: set[str] = set()

    def step(self, match: re.Match[str]) -> int:
        """Take in what ``match`` opens; gives where to go on."""
        if match["fence"] is not None:
            return self._fence(match)
        if match["ticks"] is not None:
            return self._code_span(match)
        if match["comment"] is not None:
            return self._comment(match)
        if match["raw"] is not None:
            closing = f"</{match['tag']}>"
            end = self._find(closing, match.end())
            if end >= 0:
                self.blank.append(Span(match.start(), end + len(closing)))
                return end + len(closing)
        return match.end()

    def _fence(self, match: re.Match[str]) -> int:
        mark = match["mark"]
        closing = re.compile(rf"^[ \t>]*{mark[0]}{{{len(mark)},}}[ \t]*$", re.MULTILINE)
        found = closing.search(self._text, match.end())
        end = found.end() if found else len(self._text)
        self.code.append(Span(match.start(), end))
        return end

    def _code_span(self, match: re.Match[str]) -> int:
        at, width = match.end(), len(match["ticks"])
        if self._paragraph_end < at:
            blank = _BLANK_LINE.search(self._text, at)
            self._paragraph_end = blank.start() if blank else len(self._text)
        closing = self._ticks.closing(at, width, self._paragraph_end)
        if closing < 0:
            return at
        self.code.append(Span(match.start(), closing + width))
        return closing + width

    def _comment(self, match: re.Match[str]) -> int:
        closing = _CLOSERS[match["comment"]]
        end = self._find(closing, match.end())
        if end < 0:
            return match.end()
        inside = self._text[match.end() : end].strip()
        whole = Span(match.start(), end + len(closing))
        self.comments.append(Comment(whole, inside))
        self.blank.append(whole)
        return whole.end

    def _find(self, closing: str, after: int) -> int:
        """As str.find; what is not there once is not looked for again."""
        if closing in self._absent:
            return -1
        at = self._text.find(closing, after)
        if at < 0:
            self._absent.add(closing)
        return at


class _TickRuns:
    """The runs of backticks in a text by length, so that an unclosed one costs no rescan."""

    def __init__(self, text: str, start: int) -> None:
        self._runs: dict[int, list[int]] = {}
        for match in re.compile("`+").finditer(text, start):
            self._runs.setdefault(len(match[0]), []).append(match.start())
        self._next: dict[int, int] = {}

    def closing(self, after: int, length: int, limit: int) -> int:
        """The first run of that length from ``after`` on and before ``limit``, or -1."""
        runs = self._runs.get(length, [])
        number = self._next.get(length, 0)
        while number < len(runs) and runs[number] < after:
            number += 1
        self._next[length] = number
        return runs[number] if number < len(runs) and runs[number] < limit else -1
