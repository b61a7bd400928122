"""What is wrong with broken YAML, in words for people who write pages, not parsers."""

from __future__ import annotations

import re

import yaml

from sverka.frontmatter._keys import KEY, KEY_WITHOUT_SPACE, NO_COLON_SPACE
from sverka.frontmatter._values import Malformed, too_deep
from sverka.span import Span

_UNCLOSED = re.compile(r""":[ \t]+(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$""")
_TAB = "a tab stands here: YAML wants spaces"
_NEVER_CLOSED = "the quote that opens here is never closed"


def reserved(sign: str) -> str:
    """The reason where a plain value begins with a sign that YAML keeps for itself."""
    return f"a value that begins with {sign} needs quotes"


def explain(error: yaml.YAMLError, part: str) -> Malformed:
    """The place in ``part`` to blame, and why. PyYAML's own words where nothing plainer fits."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _bad_character(part)
    problem, context = error.problem or "", error.context or ""
    at = min(index(error.problem_mark), len(part))
    opened = min(index(error.context_mark), len(part))
    if "nesting depth" in problem:
        return too_deep(at)  # newer parsers stop before we do
    if "quoted scalar" in context:
        return Malformed(opened, _NEVER_CLOSED)
    if "mapping values are not allowed" in problem:
        return _colon(part, at)
    if "scanning an alias" in context or "scanning an anchor" in context:
        return Malformed(opened, reserved(part[opened : opened + 1]))
    found = _unclosed_before(part, at) or Malformed(at, problem or context)
    if "cannot start any token" in problem:
        tab = part.startswith("\t", at)
        found = Malformed(at, _TAB if tab else reserved(part[at : at + 1]))
    return found


def index(mark: object) -> int:
    """The offset of a mark: the C parser has a class of its own, and there may be none."""
    offset = getattr(mark, "index", 0)
    return offset if isinstance(offset, int) else 0


def _bad_character(part: str) -> Malformed:
    found = yaml.reader.Reader.NON_PRINTABLE.search(part)
    if found is None:
        return Malformed(0, "the front matter holds a character that YAML does not allow")
    code = f"U+{ord(found.group()):04X}"
    return Malformed(found.start(), f"the character {code} is not allowed in YAML; remove it")


def _line(part: str, at: int) -> Span:
    end = part.find("\n", at)
    return Span(part.rfind("\n", 0, at) + 1, len(part) if end < 0 else end)


def _colon(part: str, at: int) -> Malformed:
    """A second colon in a line, or a line that YAML joined to the one above."""
    line = _line(part, at)
    key = KEY.match(part, line.start, line.end)
    if key is None or key.end() <= at:
        return Malformed(at, "a colon inside the value needs quotes")
    above = _line(part, max(line.start - 1, 0))
    words = above.of(part)
    if not KEY.match(words) and KEY_WITHOUT_SPACE.match(words):
        return Malformed(above.start, NO_COLON_SPACE)
    return Malformed(at, "this line is indented as if it went on with the value above it")


def _unclosed_before(part: str, at: int) -> Malformed | None:
    """A quote that swallowed the next key up to that one's opening quote."""
    offset = 0
    for line in part[:at].split("\n"):
        if _UNCLOSED.search(line) and KEY.match(line):
            return Malformed(offset, _NEVER_CLOSED)
        offset += len(line) + 1
    return None
