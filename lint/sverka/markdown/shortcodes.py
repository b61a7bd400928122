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

from sverka.markdown.ground import survey
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
_IN_HUGO = r"(?:\"[^\"\n]*\"|(?!\{\{[<%]|[>%]\}\}|\n[ \t]*\n)[\s\S])*+"
_IN_LIQUID = r"(?:\"[^\"\n]*\"|(?!\{%|%\}|\n[ \t]*\n)[\s\S])*+"
_BRACES = r"\{(?:[^{}]|\{[^{}]*\})*+\}"
_ATTRIBUTES = rf"""(?:\s(?:(?!/>)(?:"[^"\n]*"|'[^'\n]*'|=>|{_BRACES}|[^<>{{}}]))*+)?"""

BUILTIN: tuple[Shortcode, ...] = (
    Shortcode(
        "Hugo",
        rf"\{{\{{[<%]\s*+(?P<close>/(?!\*))?\s*+(?P<name>[\w/.-]*){_IN_HUGO}[>%]\}}\}}",
        "auto",
    ),
    Shortcode("mdBook", r"\{\{#[^{}\n]*\}\}", "embed"),
    Shortcode("variable", r"\{\{[^{}\n]*\}\}", "embed"),
    Shortcode(
        "Liquid branch",
        rf"\{{%-?\s*+(?:else|elsif|elseif|elif|break|continue|when)\b{_IN_LIQUID}%\}}",
        "wrap",
    ),
    Shortcode("Liquid", rf"\{{%-?\s*+(?P<close>end)?(?P<name>[a-z_]\w*){_IN_LIQUID}%\}}", "auto"),
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
    # A declaration ends with its brace, else with its paragraph.
    Shortcode(
        "module",
        r"^export\s[^\n]*\{[ \t]*\n(?:(?!\}|import\s|export\s)[^\n]*\n)*+\}[^\n]*$"
        r"|^(?:import|export)\s[^\n]*$(?:\n(?![ \t]*$)[^\n]*)*+",
        "wrap",
        only_in=".mdx",
    ),
    Shortcode(
        "import",
        r"""^import[ \t]+(?:[\w{},*$ \t]+[ \t]from[ \t]*)?(["'])[^"'\n]+\1;?[ \t]*$""",
        "wrap",
    ),
    Shortcode("expression", r"\{[^{}\n]*\}", "embed", only_in=".mdx"),
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with its shortcodes and comments masked, character for character.

    ``source`` is the text as it was. ``links`` are those that shortcodes make; ``comments``
    those found on the way.
    """

    source: str
    text: str
    links: tuple[Inline, ...]
    comments: tuple[Comment, ...]


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


_INSTEAD = dict.fromkeys((SILENT, SOMETHING), "\N{REPLACEMENT CHARACTER}")
# Beside them, control characters that Python takes for white space, and Markdown does not.
_STRAY = re.compile(f"[{SILENT}{SOMETHING}\x1c-\x1f\x85]")
# The parser would drop such a line of a paragraph, and the places of those below it with it.
_WHITE_LINE = re.compile(r"^(?=[^ \t\n])[^\S\n]+$|^[ \t]+[^\S \t\n][^\S\n]*$", re.MULTILINE)
_LONE_MARKUP = re.compile(rf"^([ \t>]*){SILENT}[ \t{SILENT}]*$", re.MULTILINE)


def mask(text: str, shortcodes: Sequence[Shortcode], *, start: int = 0, suffix: str = "") -> Masked:
    """Mask the shortcodes and comments of ``text`` from ``start`` on.

    ``suffix`` is the file's, such as ``.mdx``. A line that held nothing else becomes a blank
    line, so that what a shortcode wraps is parsed as if it stood alone.
    """
    source = text
    text = _STRAY.sub(lambda match: _INSTEAD.get(match[0], " "), text)
    text = _WHITE_LINE.sub(lambda match: " " * len(match[0]), text)
    ground = survey(text, start)
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
    return Masked(source, result, tuple(links), tuple(ground.comments))


def _cover_all(
    shortcode: Shortcode, text: str, start: int, masked: _Mask, links: list[Inline]
) -> None:
    matches = [
        (match, span)
        for match in shortcode.compiled.finditer(text, start)
        if masked.free(*(span := _trimmed(text, match))) and not _escaped(text, span[0])
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
        elif shortcode.role == "space":
            masked.cover(begin, end, " ")
        else:
            masked.cover(begin, end, SOMETHING)
        if shortcode.role == "link":
            shown = match.span("text") if match["text"] is not None else (begin, end)
            links.append(Inline(InlineKind.LINK, Span(begin, end), Span(*shown), match["target"]))


def _escaped(text: str, at: int) -> bool:
    """Whether a backslash takes its meaning from the character at ``at``."""
    slashes = 0
    while at > slashes and text[at - slashes - 1] == "\\":
        slashes += 1
    return slashes % 2 == 1


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The match without white space at its ends: indentation is the Markdown's."""
    begin, end = match.span()
    while begin < end and text[begin] in " \t":
        begin += 1
    while end > begin and text[end - 1] in " \t":
        end -= 1
    return begin, end
