"""Front matter in TOML: values by ``tomllib``, which gives no places, and places by a scan.

The scan runs only over text that ``tomllib`` has accepted, so it may take its form for granted.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from typing import Any

from sverka.frontmatter._values import Collector, Malformed, dotted, too_deep, trimmed
from sverka.page import Entry
from sverka.span import Span

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*+)*+")
_STRING = re.compile(
    r'''"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}'''
    r"""|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"""
    r"""|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+\'""",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_BARE_VALUE = re.compile(r"[^,\]}#\n]++")
_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_PLAIN_REASONS = {
    "Invalid value": "this is no TOML value: a text needs quotes",
    "Cannot overwrite a value": "the key stands here a second time; keep one of them",
    "Cannot declare a table twice": "the table stands here a second time; keep one of them",
}

_Path = tuple[str | int, ...]


def read(text: str, content: Span) -> tuple[Entry, ...]:
    """The entries of the TOML in ``content``. Raises `Malformed`."""
    part = content.of(text)
    try:
        table = tomllib.loads(part)
        return _Scan(text, content, table).entries()
    except RecursionError:
        raise too_deep(content.start) from None
    except ValueError as error:
        raise _explain(error, part, content.start) from None


def _explain(error: ValueError, part: str, base: int) -> Malformed:
    placed = _PLACE.fullmatch(str(error))
    if placed is None:
        return Malformed(base, str(error))
    words, line, column = placed.groups()
    at = len(part.rstrip())
    if line is not None:
        before = part.split("\n", int(line) - 1)[: int(line) - 1]
        at = sum(len(one) + 1 for one in before) + int(column) - 1
    if words.startswith("Cannot declare"):
        words = "Cannot declare a table twice"
    # The parser sees a clash of keys only at the value's end.
    at = max(at - words.startswith("Cannot overwrite"), 0)
    return Malformed(base + at, _PLAIN_REASONS.get(words, words[:1].lower() + words[1:]))


class _Scan:
    def __init__(self, text: str, content: Span, table: dict[str, Any]) -> None:
        self._text = text
        self._at = content.start
        self._end = content.end
        self._table = table
        self._found = Collector()
        self._arrays: defaultdict[_Path, int] = defaultdict(lambda: -1)

    def entries(self) -> tuple[Entry, ...]:
        prefix: _Path = ()
        self._skip()
        while self._at < self._end:
            if self._sees("["):
                prefix = self._header()
            else:
                self._pair(prefix, 0)
            self._skip()
        return self._found.entries()

    def _sees(self, sign: str) -> bool:
        return self._text.startswith(sign, self._at, self._end)

    def _match(self, pattern: re.Pattern[str]) -> Span:
        found = pattern.match(self._text, self._at, self._end)
        if found is None:
            raise Malformed(self._at, "this is no TOML")
        self._at = found.end()
        return Span(*found.span())

    def _skip(self) -> None:
        self._match(_SPACE)

    def _header(self) -> _Path:
        """The path of ``[table]``, or of the newest member of ``[[table]]``."""
        many = self._sees("[[")
        self._at += 1 + many
        names, span = self._key()
        self._at += 1 + many
        path = self._resolve((), names[:-1])
        if many:
            self._arrays[(*path, names[-1])] += 1
        path = self._resolve(path, names[-1:])
        self._found.visit(len(path), span.start)
        if self._value_at(path) in ({}, []):
            self._found.add(".".join(map(str, path)), (), span, Span(span.end, span.end))
        return path

    def _resolve(self, path: _Path, names: tuple[str, ...]) -> _Path:
        for name in names:
            path = (*path, name)
            if path in self._arrays:
                path = (*path, self._arrays[path])
        return path

    def _value_at(self, path: _Path) -> Any:
        value: Any = self._table
        for step in path:
            value = value[step]
        return value

    def _key(self) -> tuple[tuple[str, ...], Span]:
        """A key's names, more than one if it is dotted, and its place."""
        names = []
        self._skip()
        start = self._at
        while True:
            if self._sees('"') or self._sees("'"):
                quoted = self._match(_STRING).of(self._text)
                names.append(next(iter(tomllib.loads(f"{quoted}=0"))))
            else:
                names.append(self._match(_BARE_KEY).of(self._text))
            span = Span(start, self._at)
            self._skip()
            if not self._sees("."):
                return tuple(names), span
            self._at += 1
            self._skip()

    def _pair(self, prefix: _Path, depth: int) -> None:
        names, span = self._key()
        self._at += len("=")
        self._skip()
        path = (*prefix, *names)
        self._value(".".join(map(str, path)), self._value_at(path), span, depth + len(path))

    def _value(self, key: str, value: Any, key_span: Span, depth: int) -> None:
        self._found.visit(depth, key_span.start)
        start = self._at
        if self._sees("["):
            self._array(key, value, key_span, depth)
        elif self._sees("{"):
            self._inline_table(key, value, depth)
        else:
            self._found.add(key, value, key_span, self._scalar())
        if isinstance(value, dict | list) and not value:
            self._found.add(key, value, key_span, Span(start, self._at))

    def _scalar(self) -> Span:
        if not (self._sees('"') or self._sees("'")):
            return trimmed(self._text, self._match(_BARE_VALUE))
        many = self._sees('"""') or self._sees("'''")
        span = self._match(_STRING)
        quotes = 3 if many else 1
        inner = Span(span.start + quotes, span.end - quotes)
        return trimmed(self._text, inner) if many else inner

    def _array(self, key: str, members: list[Any], key_span: Span, depth: int) -> None:
        self._at += len("[")
        self._skip()
        for number, member in enumerate(members):
            self._value(dotted(key, str(number)), member, key_span, depth + 1)
            self._separator()
        self._at += len("]")

    def _inline_table(self, key: str, table: dict[str, Any], depth: int) -> None:
        self._at += len("{")
        self._skip()
        while not self._sees("}"):
            names, span = self._key()
            self._at += len("=")
            self._skip()
            value: Any = table
            for name in names:
                value = value[name]
            self._value(dotted(key, ".".join(names)), value, span, depth + len(names))
            self._separator()
        self._at += len("}")

    def _separator(self) -> None:
        self._skip()
        if self._sees(","):
            self._at += 1
            self._skip()
