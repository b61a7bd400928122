"""What a block of raw HTML shows: whether anything at all, and which links and images."""

from __future__ import annotations

import re

from sverka.markdown.inline import address_in
from sverka.markdown.shortcodes import SILENT
from sverka.page import Inline, InlineKind
from sverka.span import Span

_TAG = re.compile(
    r"<!--(?:[^<]|<(?!!--))*?-->|</?([A-Za-z][\w.-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
)
_MEDIA = {"img", "iframe", "video", "audio", "svg", "picture", "object", "embed", "input", "source"}
_ENTITY = re.compile(r"&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")


def tag_name(html: str) -> str:
    """The first tag's name, lower case, or ""."""
    match = _TAG.search(html)
    return (match[1] or "").lower() if match else ""


def shows_something(html: str) -> bool:
    """Whether a reader would see anything: words, or a picture. Wrappers alone show nothing."""
    if any((match[1] or "").lower() in _MEDIA for match in _TAG.finditer(html)):
        return True
    words = _ENTITY.sub("", _TAG.sub("", html)).replace(SILENT, "")
    return bool(words.strip())


def html_words(html: str) -> str:
    """The text between the tags."""
    return _TAG.sub(" ", html)


def html_inlines(html: str, base: int) -> tuple[Inline, ...]:
    """The links and images of a block whose first character stands at ``base``."""
    found: list[Inline] = []
    for match in _TAG.finditer(html):
        name = (match[1] or "").lower()
        kind = {"a": InlineKind.LINK, "img": InlineKind.IMAGE}.get(name)
        address = address_in(match[0]) if kind else ""
        if kind and address:
            span = Span(*match.span()).shifted(base)
            found.append(Inline(kind, span, span, address))
    return tuple(found)
