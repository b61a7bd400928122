"""Front matter in JSON: the standard parser's values and errors, and a walk for the places."""

from __future__ import annotations

import json
import re
from typing import Any

from sverka.frontmatter._values import Collector, Malformed, dotted, too_deep, twice
from sverka.page import Entry
from sverka.span import Span

_SPACE = re.compile(r"[ \t\r\n]*+")
_PLAIN_REASONS = {
    "Expecting ',' delimiter": "a comma is missing after this value",
    "Expecting ':' delimiter": "a colon is missing after the key",
    "Expecting property name enclosed in double quotes": (
        "a key in double quotes is missing here; mind a comma before the closing brace"
    ),
    "Expecting value": "a value is missing here; a text needs double quotes",
    "Invalid control character at": "the quote that opens here is never closed",
    "Unterminated string starting at": "the quote that opens here is never closed",
}
_PLACED_AFTER_THE_VALUE = "Expecting ',' delimiter"


def read_object(text: str, start: int) -> tuple[tuple[Entry, ...], int]:
    """The entries of the JSON object at ``start``, and where it ends. Raises `Malformed`."""
    try:
        value, end = json.JSONDecoder().raw_decode(text, start)
        return _Walk(text, start).entries(value), end
    except RecursionError:
        raise too_deep(start) from None
    except json.JSONDecodeError as error:
        raise _explain(error) from None
    except ValueError as error:
        # A number of more digits than Python converts.
        raise Malformed(start, str(error)) from None


def read(text: str, content: Span) -> tuple[Entry, ...]:
    """The entries of ``content``: an object, or its pairs without the braces, as Hexo and
    Middleman want them between ``;;;``. Raises `Malformed`."""
    part = content.of(text)
    shift = content.start + len(part) - len(part.lstrip())
    part = part.strip()
    if not part.startswith("{"):
        part, shift = "{" + part + "}", shift - 1
    try:
        entries, end = read_object(part, 0)
        if end < len(part):
            raise Malformed(end, "there is more after the closing brace")
    except Malformed as error:
        raise Malformed(max(error.offset + shift, content.start), error.reason) from None
    return tuple(
        Entry(one.key, one.value, one.key_span.shifted(shift), one.value_span.shifted(shift))
        for one in entries
    )


def _explain(error: json.JSONDecodeError) -> Malformed:
    at = error.pos
    if error.msg == _PLACED_AFTER_THE_VALUE:
        at = max(len(error.doc[:at].rstrip()) - 1, 0)
    return Malformed(at, _PLAIN_REASONS.get(error.msg, error.msg[:1].lower() + error.msg[1:]))


class _Walk:
    """Goes through an object that has been parsed already."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._at = start
        self._found = Collector()
        self._decode = json.JSONDecoder().raw_decode

    def entries(self, value: dict[str, Any]) -> tuple[Entry, ...]:
        if value:
            self._value("", Span(self._at, self._at), 0)
        return self._found.entries()

    def _skip(self, sign: str = "") -> str:
        """Pass over white space and, if it comes next, over ``sign``; what comes then."""
        self._space()
        if sign and self._text[self._at] == sign:
            self._at += 1
            self._space()
        return self._text[self._at]

    def _space(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _value(self, key: str, key_span: Span, depth: int) -> None:
        start = self._at
        self._found.visit(depth, start)
        opening = self._text[start]
        if opening not in "{[":
            value, self._at = self._decode(self._text, start)
            quoted = opening == '"'
            self._found.add(key, value, key_span, Span(start + quoted, self._at - quoted))
            return
        closing = "}" if opening == "{" else "]"
        if self._skip(opening) == closing:
            self._at += 1
            self._found.add(key, (), key_span, Span(start, self._at))
            return
        names: set[str] = set()
        number = 0
        while self._skip(",") != closing:
            if opening == "{":
                name, inner = self._key(names)
            else:
                name, inner = str(number), key_span
            self._value(dotted(key, name), inner, depth + 1)
            number += 1
        self._at += 1

    def _key(self, names: set[str]) -> tuple[str, Span]:
        start = self._at
        name, self._at = self._decode(self._text, start)
        if name in names:
            raise twice(start, name)
        names.add(name)
        span = Span(start + 1, self._at - 1)
        self._skip(":")
        return name, span
