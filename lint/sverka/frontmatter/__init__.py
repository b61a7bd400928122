"""The front matter of a page: each key and value with its place, whatever the syntax.

YAML between ``---`` rules, TOML between ``+++``, JSON in braces at the very top or between
``;;;``. Made for real pages: what was plainly meant as front matter but is broken comes back
with a `sverka.page.Problem`, and the body of the page is read all the same; what only looks
like it, such as prose between two thematic breaks, is left to the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sverka.frontmatter._keys import KEY, without_space
from sverka.frontmatter._values import Malformed, trimmed
from sverka.page import Entry, FrontMatter, Problem
from sverka.source import Source
from sverka.span import Span

__all__ = ["split"]


@dataclass(frozen=True)
class _Syntax:
    """A syntax between two rules. ``key`` matches a line that gives a key, ``more`` another
    line that may stand among such; ``read`` gives None for what is no front matter."""

    name: str
    rule: str
    closing: re.Pattern[str]
    key: re.Pattern[str]
    more: re.Pattern[str]
    read: Callable[[str, Span], tuple[Entry, ...] | None]


# The parser of a syntax is imported when the first page has that syntax: YAML's alone costs a
# twentieth of what a run on one page takes.
def _read_yaml(text: str, content: Span) -> tuple[Entry, ...] | None:
    from sverka.frontmatter import _yaml

    return _yaml.read(text, content)


def _read_toml(text: str, content: Span) -> tuple[Entry, ...] | None:
    from sverka.frontmatter import _toml

    return _toml.read(text, content)


def _read_json(text: str, content: Span) -> tuple[Entry, ...] | None:
    from sverka.frontmatter import _json

    return _json.read(text, content)


_LONGEST_KEY = 3
"""Words of a key; a longer one is a sentence with a colon, between two thematic breaks."""
_COMMENT = re.compile(r"[ \t]*#")
_SYNTAXES = {
    syntax.rule: syntax
    for syntax in (
        _Syntax(
            name="yaml",
            rule="---",
            closing=re.compile(r"^(?:---|\.\.\.)(?=[ \t]*$)", re.MULTILINE),
            key=KEY,
            more=re.compile(r"[ \t]+\S|-[ \t]|[\]}]"),
            read=_read_yaml,
        ),
        _Syntax(
            name="toml",
            rule="+++",
            closing=re.compile(r"^\+\+\+(?=[ \t]*$)", re.MULTILINE),
            key=re.compile(r"""[ \t]*(?:\[|[\w."'-]+(?:[ ][\w."'-]+)?[ \t]*[=:])"""),
            more=re.compile(r"[ \t]+\S|[\]}]"),
            read=_read_toml,
        ),
        _Syntax(
            name="json",
            rule=";;;",
            closing=re.compile(r"^;;;(?=[ \t]*$)", re.MULTILINE),
            key=re.compile(r"""[ \t]*(?:\{|["']?\w[\w -]*["']?[ \t]*:)"""),
            more=re.compile(r"[ \t]+\S|[\]}]"),
            read=_read_json,
        ),
    )
}
_JSON_START = re.compile(r'\{\s*(?:"(?:[^"\\\n]|\\.)*+"\s*:|\}|\n\s*[\w\']+\s*:)')
_JSON_CLOSE = re.compile(r"^\}(?=[ \t]*$)", re.MULTILINE)
_JSON_RULE = re.compile(r"[ \t]*\n;;;[ \t]*(?=\n|\Z)|[ \t]*(?=\n|\Z)")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n|\Z)")


def split(source: Source) -> tuple[FrontMatter | None, int]:
    """The front matter at the very start of the file, or None, and the offset of the body.

    Values inside others have dotted keys (``seo.title``, ``tags.0``); a list's members share
    the place of its key; an empty list or table is one entry with the value ``()``. Dates are
    ISO texts, other values what the syntax makes of them. A value's span leaves out quotes and
    a block scalar's sign; what an alias brings in has the place where it is written. Never
    raises for the text.
    """
    text = source.text
    if text.startswith("{"):
        return _braces(text)
    syntax = _SYNTAXES.get(text[: _line_end(text, 0)].rstrip(" \t"))
    if syntax is None:
        return None, 0
    first = min(_line_end(text, 0) + 1, len(text))
    closing = syntax.closing.search(text, first)
    found = _closed(text, syntax, Span(first, closing.start()), closing) if closing else None
    found = found or _unclosed(text, syntax, first)
    return found or (None, 0)


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _lines(text: str, content: Span) -> Iterator[Span]:
    """The lines of ``content`` that are not blank, without their ends."""
    at = content.start
    while at < content.end:
        end = min(_line_end(text, at), content.end)
        if text[at:end].strip():
            yield Span(at, end)
        at = end + 1


def _closed(
    text: str, syntax: _Syntax, content: Span, closing: re.Match[str]
) -> tuple[FrontMatter, int] | None:
    span = Span(0, closing.end())
    body = min(_line_end(text, closing.end()) + 1, len(text))
    try:
        entries = syntax.read(text, content)
    except Malformed as error:
        if not _looks_meant(text, content, syntax) or _ends_before(text, content, syntax, error):
            return None
        return _broken(text, span, syntax.name, content, error), body
    if entries and _is_sentence(text, syntax, entries):
        return None
    if entries is not None:
        return FrontMatter(span, syntax.name, entries), body
    slip = without_space(content.of(text))
    if slip is None:
        return None
    slip = Malformed(content.start + slip.offset, slip.reason)
    return _broken(text, span, syntax.name, content, slip), body


def _is_sentence(text: str, syntax: _Syntax, entries: tuple[Entry, ...]) -> bool:
    """Whether what YAML takes for a key and its value is one sentence with a colon."""
    first = entries[0]
    plain = first.key_span.of(text)[:1] not in "\"'" and text[first.key_span.start - 1] not in "\"'"
    long = len(first.key.split()) > _LONGEST_KEY
    return syntax.name == "yaml" and len(entries) == 1 and plain and long


def _looks_meant(text: str, content: Span, syntax: _Syntax) -> bool:
    """Whether broken content was meant as keys and values: the first line is one, and so are
    half of the lines that are indented no deeper; all of them where a blank line comes first,
    as below a thematic break. Prose with a colon in it is not."""
    lines = [line.of(text) for line in _lines(text, content)]
    lines = [line for line in lines if not _COMMENT.match(line)]
    if not lines or not (syntax.key.match(lines[0]) or without_space(lines[0])):
        return False
    depths = [len(line) - len(line.lstrip()) for line in lines]
    least = min(depths)
    outer = [line[least:] for line, depth in zip(lines, depths, strict=True) if depth == least]
    meant = sum(1 for line in outer if syntax.key.match(line) or syntax.more.match(line))
    apart = not text[content.start : _line_end(text, content.start)].strip()
    return meant == len(outer) if apart else 2 * meant >= len(outer)


def _ends_before(text: str, content: Span, syntax: _Syntax, error: Malformed) -> bool:
    """Whether the error stands in prose below a blank line: then the values end there, and
    the rule that seemed to close them is a thematic break of the body."""
    words = trimmed(text, content)
    blank = _BLANK_LINE.search(text, words.start, words.end)
    if blank is None or error.offset <= blank.start():
        return False
    return not _looks_meant(text, Span(blank.end(), content.end), syntax)


def _broken(text: str, span: Span, name: str, content: Span, error: Malformed) -> FrontMatter:
    """Front matter with a problem on the line of the error, the last one at the end of it."""
    end = len(content.of(text).rstrip()) + content.start
    at = max(min(error.offset, end - 1), content.start)
    start = text.rfind("\n", 0, at) + 1
    line = trimmed(text, Span(max(start, content.start), _line_end(text, at)))
    return FrontMatter(span, name, problem=Problem(line, error.reason))


def _unclosed(text: str, syntax: _Syntax, first: int) -> tuple[FrontMatter, int] | None:
    """Keys and values up to a blank line, with no rule after them.

    A single line with a capital letter, such as ``Note: ...``, is a paragraph below a thematic
    break; so are lines of which only some look like keys.
    """
    blank = _BLANK_LINE.search(text, max(first - 1, 0))
    lines: list[Span] = []
    for line in _lines(text, Span(first, blank.start() if blank else len(text))):
        words = line.of(text)
        if lines and words.startswith("#"):
            break
        if not (syntax.key.match(words) or (lines and syntax.more.match(words))):
            return None
        lines.append(line)
    if not lines or (len(lines) == 1 and lines[0].of(text).lstrip()[:1].isupper()):
        return None
    end = lines[-1].end
    reason = f"the front matter is never closed: a line {syntax.rule} is missing after its values"
    problem = Problem(Span(0, len(syntax.rule)), reason)
    return FrontMatter(Span(0, end), syntax.name, problem=problem), min(end + 1, len(text))


def _braces(text: str) -> tuple[FrontMatter | None, int]:
    """JSON at the top of the file; the rest of its last line must be blank."""
    if not _JSON_START.match(text):
        return None, 0
    from sverka.frontmatter import _json

    try:
        entries, end = _json.read_object(text, 0)
    except Malformed as error:
        closing = _JSON_CLOSE.search(text) or _BLANK_LINE.search(text)
        end = closing.start() if closing else len(text)
        end += text.startswith("}", end)
        front = _broken(text, Span(0, end), "json", Span(0, end), error)
    else:
        front = FrontMatter(Span(0, end), "json", entries)
    rule = _JSON_RULE.match(text, end)
    if rule is None:
        return None, 0
    span = Span(0, end + len(rule.group().rstrip()))
    front = FrontMatter(span, "json", front.entries, front.problem)
    return front, min(rule.end() + 1, len(text))
