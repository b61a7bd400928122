"""The places inside a page that links may lead to: headings and explicit marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz import fuzz

from sverka.packs import Language
from sverka.page import Kind, Page
from sverka.routes import unquoted
from sverka.span import Span

_EXPLICIT = re.compile(
    r"""\{[^{}\n]*?\#(?P<mark>[^\s{}]+)[^{}\n]*\}      # {#name}, {.class #name}
    |\b(?:id|name)\s*=\s*\\?["']?(?P<id>[^\s"'>\]{}\\,)]+)""",
    re.VERBOSE,
)
_MARKUP = re.compile(r"\{[^{}]*\}|!?\[(?P<text>[^\]]*)\]\([^)]*\)|<[^>]*>|[`*]|^\#+\s*|\s\#+\s*$")
_DROP = re.compile(r"[^\w\s-]")
_ALIKE = 80
"""Likeness, of 100, from which on a name is the heading in another alphabet, or shortened."""


class Anchors:
    """The anchors of one page."""

    def __init__(self, page: Page, language: Language) -> None:
        self._language = language
        text = page.source.text
        self._explicit: dict[str, Span] = {}
        for match in _EXPLICIT.finditer(text):
            name = "mark" if match["mark"] else "id"
            self._explicit.setdefault(unquoted(match[name]).lower(), Span(*match.span(name)))
        self._slugs: dict[str, Span] = {}
        self._bare: list[str] = []
        for heading, span in _headings(page):
            for slug in _slugs(heading):
                self._slugs.setdefault(slug, span)
            self._bare.append(self._plain(heading))

    def find(self, fragment: str) -> Span | None:
        """The mark, or else the heading with that usual name, that ``fragment`` certainly is."""
        name = unquoted(fragment).lower()
        return self._explicit.get(name) or self._slugs.get(name)

    def has(self, fragment: str) -> bool:
        """Whether the page may have such an anchor, by any habit of naming headings."""
        name = unquoted(fragment).lower()
        if not name or name == "top" or self.find(fragment) is not None:
            return True
        if re.sub(r"-\d+$", "", name) in self._slugs:
            return True
        plain = self._plain(name)
        fuzzy = bool(self._language.romanisation)
        return any(
            one == plain or (fuzzy and len(plain) > 3 and fuzz.ratio(one, plain) >= _ALIKE)
            for one in self._bare
        )

    def _plain(self, text: str) -> str:
        """Letters and digits only, in Latin letters where the language has them."""
        romanised = "".join(self._language.romanisation.get(one, one) for one in text.lower())
        return "".join(one for one in romanised if one.isalnum())


def _headings(page: Page) -> Iterator[tuple[str, Span]]:
    for block in page.walk():
        if block.kind is Kind.HEADING:
            quote = page.source.quote(block.span).split("\n", maxsplit=1)[0]
            yield _MARKUP.sub(lambda match: match["text"] or "", quote).strip(), block.span


def _slugs(heading: str) -> set[str]:
    """The names that site generators give a heading."""
    text = heading.strip().lower()
    kept = re.sub(r"\s", "-", _DROP.sub("", text))
    folded = unicodedata.normalize("NFKD", text)
    folded = "".join(one for one in folded if not unicodedata.combining(one))
    collapsed = re.sub(r"[^\w]+", "-", folded).strip("-")
    return {
        kept,
        re.sub(r"-{2,}", "-", kept).strip("-"),
        collapsed,
        kept.replace("-", "_"),
        collapsed.replace("-", "_"),
    } - {""}
