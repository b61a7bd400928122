"""The constructs that site builders add to Markdown, told apart from prose.

Each is a row: a name, a pattern, a role. Before the Markdown is parsed, `mask` replaces their
markup by characters of the same length that mean nothing, so that every offset holds:

========  ====================================================================
wrap      surrounds blocks or words; itself nothing (``{% note %}``, ``:::tip``)
auto      wrap where the page has its closing form, embed where it has not
embed     stands for content of its own (``{{ name }}``, ``{{< figure >}}``)
text      shows its group ``text`` (``{heading(Text)[id=x]}``)
link      as text, and leads to its group ``target``
mark      names or dresses what stands beside it (``{#anchor}``)
space     is read as white space (`` =100x200``); not for a site's own
========  ====================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sverka.page import Comment, Inline, InlineKind
from sverka.span import Span

# Two noncharacters, which no text may contain: they can not clash with a page's own letters.
SILENT = "\ufdd0"
"""Markup that leaves nothing behind."""
SOMETHING = "\ufdd1"
"""A run of it is one thing that is no prose."""

ROLES = ("wrap", "auto", "embed", "text", "link", "mark")


@dataclass(frozen=True)
class Shortcode:
    """One construct. ``pattern`` is a multi-line regular expression; the groups ``text``,
    ``target``, ``name`` and ``close`` mean what the table above says."""

    name: str
    pattern: str
    role: str
    only_in: str = ""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, ready; raises re.error."""
        return re.compile(self.pattern, re.MULTILINE)


_ROUND = r"(?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*"
_SQUARE = r"(?:[^\[\]\n]|\[[^\[\]\n]*\])*"
# What stands between a tag's brackets. It ends where the next tag begins or a paragraph ends, so
# that a page of tags that nobody closed is read in one pass.
_IN_HUGO = r"(?:(?!\{\{[<%]|[>%]\}\}|\n[ \t]*\n)[\s\S])*+"
_IN_LIQUID = r"(?:(?!\{%|%\}|\n[ \t]*\n)[\s\S])*+"
_BRACES = r"\{(?:[^{}]|\{[^{}]*\})*+\}"
_ATTRIBUTES = rf"""(?:\s(?:(?!/>)(?:"[^"\n]*"|'[^'\n]*'|=>|{_BRACES}|[^<>{{}}]))*+)?"""

BUILTIN: tuple[Shortcode, ...] = (
    Shortcode(
        "Hugo",
        rf"\{{\{{[<%]\s*+(?P<close>/)?\s*+(?P<name>[\w/.-]*){_IN_HUGO}[>%]\}}\}}",
        "auto",
    ),
    Shortcode("mdBook", r"\{\{#[^{}\n]*\}\}", "embed"),
    Shortcode("variable", r"\{\{[^{}\n]*\}\}", "embed"),
    Shortcode(
        "Liquid branch",
        rf"\{{%-?\s*+(?:else|elsif|elseif|elif|break|continue|when)\b{_IN_LIQUID}%\}}",
        "wrap",
    ),
    Shortcode(
        "Liquid", rf"\{{%-?\s*+(?P<close>end)?(?P<name>[a-z_]\w*){_IN_LIQUID}%\}}", "auto"
    ),
    Shortcode("VK heading", rf"\{{heading\((?P<text>{_ROUND})\)(?:\[{_SQUARE}\])*\}}", "text"),
    Shortcode(
        "VK link",
        rf"\{{linkto\((?P<target>[^()\n]*)\)(?:\[text=(?P<text>{_SQUARE})\])?(?:\[{_SQUARE}\])*\}}",
        "link",
    ),
    Shortcode(
        "VK",
        rf"\{{(?P<close>/)?(?P<name>[a-z][a-z_-]*)(?::[a-z]+)?(?:\({_ROUND}\))?(?:\[{_SQUARE}\])*\}}",
        "auto",
    ),
    Shortcode("attributes", r"\{[:#.][^{}\n]*\}|\{[\w-]+=[^{}\n]*\}", "mark"),
    Shortcode("heading anchor", r"(?<=[ \t])\(#[\w-]+\)[ \t]*$", "mark"),
    Shortcode("container", r"^[ \t>]*:{3,}[^\n]*$", "wrap"),
    Shortcode("contents", r"^[ \t]*\[\[?_?(?:toc|TOC)_?\]\]?[ \t]*$", "wrap"),
    Shortcode("image size", r"(?<=\S)[ \t]+=\d*%?x\d*%?(?=\))", "space"),
    Shortcode("component", rf"^[ \t]*<(?P<name>[A-Z][\w.]*){_ATTRIBUTES}/>[ \t]*$", "embed"),
    Shortcode("component", rf"^[ \t]*</?[A-Z][\w.]*{_ATTRIBUTES}>[ \t]*$", "wrap"),
    Shortcode(
        "import", r"""^import[ \t]+(?:[\w{},*$ \t]+[ \t]from[ \t]*)?(["'])[^"'\n]+\1;?[ \t]*$""", "wrap"
    ),
    # A declaration ends with its brace, else with its paragraph.
    Shortcode(
        "module",
        r"^export\s[^\n]*\{[ \t]*\n(?:(?!\}|import\s|export\s)[^\n]*\n)*+\}[^\n]*$"
        r"|^(?:import|export)\s[^\n]*$(?:\n(?![ \t]*$)[^\n]*)*+",
        "wrap",
        only_in=".mdx",
    ),
    Shortcode("expression", r"\{[^{}\n]*\}", "embed", only_in=".mdx"),
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with its shortcodes and comments masked, character for character.

    ``links`` are those that shortcodes make; ``comments`` those found on the way.
    """

    text: str
    links: tuple[Inline, ...]
    comments: tuple[Comment, ...]


_OPENERS = re.compile(
    r"^(?P<fence>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<mark>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*$)"
    r"|(?P<escape>\\[`<{])|(?P<ticks>`+)|(?P<comment><!--|\{/\*)"
    r"|(?P<raw>^[ \t]*<(?P<tag>script|style)\b[^>\n]*>)",
    re.MULTILINE,
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n|\Z")


@dataclass(slots=True)
class _Ground:
    """What of a text is code (left as it is), and what is to be blanked."""

    code: list[Span]
    blank: list[Span]
    comments: list[Comment]


class _TickRuns:
    """The runs of backticks in a text by length, so that an unclosed one costs no rescan."""

    def __init__(self, text: str) -> None:
        self._runs: dict[int, list[int]] = {}
        for match in re.finditer("`+", text):
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


def _survey(text: str, start: int) -> _Ground:
    """Find code, comments and raw HTML from ``start`` on, in one pass from the left."""
    ground = _Ground([], [], [])
    ticks = _TickRuns(text)
    paragraph_end = start
    at = start
    while (match := _OPENERS.search(text, at)) is not None:
        at = match.end()
        if match["fence"] is not None:
            mark = match["mark"]
            closing = re.compile(rf"^[ \t>]*{re.escape(mark)}+[ \t]*$", re.MULTILINE)
            found = closing.search(text, match.end())
            at = found.end() if found else len(text)
            ground.code.append(Span(match.start(), at))
        elif match["ticks"] is not None:
            if paragraph_end < at:
                blank = _BLANK_LINE.search(text, at)
                paragraph_end = blank.start() if blank else len(text)
            found_at = ticks.closing(at, len(match["ticks"]), paragraph_end)
            if found_at >= 0:
                at = found_at + len(match["ticks"])
                ground.code.append(Span(match.start(), at))
        elif match["comment"] is not None:
            opening = match["comment"]
            closing_text = "-->" if opening == "<!--" else "*/}"
            end = text.find(closing_text, at)
            if end < 0:
                continue
            inside = text[at:end].strip()
            at = end + len(closing_text)
            ground.comments.append(Comment(Span(match.start(), at), inside))
            ground.blank.append(Span(match.start(), at))
        elif match["raw"] is not None:
            end = text.find(f"</{match['tag']}>", at)
            if end >= 0:
                at = end + len(match["tag"]) + 3
                ground.blank.append(Span(match.start(), at))
        elif match["verbatim"] is not None:
            end = text.find("endraw", at)
            at = end if end >= 0 else at
    return ground


class _Mask:
    """The characters of a text being masked."""

    def __init__(self, text: str, taken: Iterable[Span]) -> None:
        self.chars = list(text)
        self._taken = bytearray(len(text))
        for span in taken:
            self._taken[span.start : span.end] = b"\1" * (span.end - span.start)

    def free(self, start: int, end: int) -> bool:
        """Whether neither end of the range lies in code or in something masked before."""
        return end > start and not self._taken[start] and not self._taken[end - 1]

    def cover(self, start: int, end: int, char: str) -> None:
        """Mask the range. Line ends stay, and one thing on many lines is one thing still."""
        self._taken[start:end] = b"\1" * (end - start)
        chars = self.chars
        for at in range(start, end):
            if chars[at] == "\n":
                char = SILENT
            else:
                chars[at] = char


_LONE_MARKUP = re.compile(rf"^([ \t>]*){SILENT}[ \t{SILENT}]*$", re.MULTILINE)


def mask(text: str, shortcodes: Sequence[Shortcode], *, start: int = 0, suffix: str = "") -> Masked:
    """Mask the shortcodes and comments of ``text`` from ``start`` on.

    ``suffix`` is the file's, such as ``.mdx``. A line that held nothing else becomes a blank
    line, so that what a shortcode wraps is parsed as if it stood alone.
    """
    for char in (SILENT, SOMETHING):
        text = text.replace(char, "\N{REPLACEMENT CHARACTER}")
    ground = _survey(text, start)
    masked = _Mask(text, ground.code)
    for span in ground.blank:
        masked.cover(span.start, span.end, SILENT)
    links: list[Inline] = []
    for shortcode in shortcodes:
        if not shortcode.only_in or shortcode.only_in == suffix:
            _cover_all(shortcode, text, start, masked, links)
    result = "".join(masked.chars)
    if SILENT in result:
        result = _LONE_MARKUP.sub(lambda m: m[1] + " " * (m.end() - m.end(1)), result)
    return Masked(result, tuple(links), tuple(ground.comments))


def _cover_all(
    shortcode: Shortcode, text: str, start: int, masked: _Mask, links: list[Inline]
) -> None:
    matches = [
        (match, span)
        for match in shortcode.compiled.finditer(text, start)
        if masked.free(*(span := _trimmed(text, match)))
    ]
    paired = {m["name"] for m, _ in matches if m["close"]} if shortcode.role == "auto" else set()
    for match, (begin, end) in matches:
        if shortcode.role in ("text", "link") and match["text"] is not None:
            masked.cover(begin, match.start("text"), SILENT)
            masked.cover(match.end("text"), end, SILENT)
        elif shortcode.role in ("wrap", "mark") or (
            shortcode.role == "auto" and match["name"] in paired
        ):
            masked.cover(begin, end, SILENT)
        else:
            masked.cover(begin, end, SOMETHING)
        if shortcode.role == "link":
            shown = match.span("text") if match["text"] is not None else (begin, end)
            links.append(Inline(InlineKind.LINK, Span(begin, end), Span(*shown), match["target"]))


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The match without white space at its ends: indentation is the Markdown's."""
    begin, end = match.span()
    while begin < end and text[begin] in " \t":
        begin += 1
    while end > begin and text[end - 1] in " \t":
        end -= 1
    return begin, end
