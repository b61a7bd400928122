"""The words of each page of a site, gathered page by page when a check asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sverka.page import Page, Prose
from sverka.span import Span

_KEPT = 16
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Mention(NamedTuple):
    """Where a word stands: page, prose, from and to in its text."""

    path: str
    prose: Prose
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place in the file."""
        return self.prose.span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in lower case, and where each stands first: ``common`` are those that
    stand in lower case somewhere, ``named`` those that never do."""

    common: Mapping[str, Mention]
    named: Mapping[str, Mention]

    def __contains__(self, word: str) -> bool:
        return word in self.common or word in self.named

    def find(self, word: str) -> Mention | None:
        """Where a lower-case word stands first."""
        return self.common.get(word) or self.named.get(word)


NO_WORDS = Words({}, {})


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of pages; compared by identity. The words of few pages are kept at a time;
    ``kept`` is for what is computed of all of them once."""

    pages: Mapping[str, Page] = field(default_factory=dict)
    kept: dict[str, object] = field(default_factory=dict, repr=False)
    _pages: dict[str, Words] = field(default_factory=dict, repr=False)
    _languages: dict[str, Mapping[str, str]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, pages: Iterable[Page]) -> Vocabulary:
        """That of all these pages; nothing is read yet."""
        return cls({page.path: page for page in pages})

    def page(self, path: str) -> Words:
        """The words of one page; none where it is not among the pages."""
        if path not in self.pages:
            return NO_WORDS
        if path not in self._pages:
            while len(self._pages) >= _KEPT:
                self._pages.pop(next(iter(self._pages)))
            self._pages[path] = _words(self.pages[path])
        return self._pages[path]

    def language(self, code: str) -> Mapping[str, str]:
        """The words that stand in lower case on the pages of a language -> the path of the first
        page that has them so."""
        if code not in self._languages:
            found: dict[str, str] = {}
            for path in sorted(self.pages):
                if self.pages[path].language == code:
                    for block in self.pages[path].walk():
                        for word in _WORD.findall(block.prose.text):
                            if word not in found and word.islower():
                                found[word] = path
            self._languages[code] = found
        return self._languages[code]


def _words(page: Page) -> Words:
    common: dict[str, Mention] = {}
    named: dict[str, Mention] = {}
    for block in page.walk():
        prose = block.prose
        for match in _WORD.finditer(prose.text):
            word = match[0]
            mention = Mention(page.path, prose, *match.span())
            if word.islower():
                common.setdefault(word, mention)
            else:
                named.setdefault(word.lower(), mention)
    return Words(common, {word: at for word, at in named.items() if word not in common})


NO_VOCABULARY = Vocabulary()
