"""Links of a page in one language that lead to pages in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sverka.align import AlignedPair
from sverka.check import Context
from sverka.finding import Edit, Finding, Fix, Place, Severity
from sverka.foreign import foreign
from sverka.page import Inline, Page
from sverka.routes import Marks, is_external, routes, split_address
from sverka.span import Span

_ADDRESS = re.compile(r"\]\([^)\s]*|<[^>]*>?|[a-z]+://\S+")
_NEAR = 30
"""Characters after a link in which a text may say its language."""


def siblings(
    pair: AlignedPair,
    side: int,
    found: Mapping[int, Sequence[Inline]],
    context: Context,
    marks: Marks,
) -> Iterator[Finding]:
    """The links of one page that lead to the other language although there is a version in this.

    ``found``: the number of a unit -> its links. Where the address names no language, the site's
    generator may lead to the right version by itself: such a link counts only on a page whose
    other links do name their language.
    """
    finder = _Finder(pair, side, context, marks)
    implied: list[Finding] = []
    has_habit = False
    for group in found.values():
        for link in group:
            if is_external(link.target) or not split_address(link.target).path:
                continue
            named = finder.marks.of(link.target)
            has_habit = has_habit or finder.page.language in named
            finding = finder.finding(link, group, named)
            if finding is None:
                continue
            if finding.message == "sibling" and finder.partner.language in named:
                yield finding
            else:
                implied.append(finding)
    if has_habit:
        yield from implied


class _Finder:
    """Judges the links of one page."""

    def __init__(self, pair: AlignedPair, side: int, context: Context, marks: Marks) -> None:
        self.page: Page = pair.outlines[side].page
        self.partner: Page = pair.outlines[1 - side].page
        self.marks = marks
        self._ways = routes(context.site)
        self._context = context

    def finding(
        self, link: Inline, group: Sequence[Inline], named: frozenset[str]
    ) -> Finding | None:
        """What is wrong with a link; ``group`` are the links of its block."""
        hit = self._ways.find(self.page.path, link.target)
        if hit is None:
            return self._part(link, named)
        if self._ways.language(hit.path) != self.partner.language or hit.path == self.partner.path:
            return None
        sibling = self._ways.sibling(hit.path, self.page.language)
        if sibling is None or self._says_so(link) or self._leads_to(group, sibling):
            return None
        written = self._ways.written(link.target, hit, sibling)
        return Finding(
            Place(self.page.path, link.span),
            "sibling",
            {"target": link.target, "sibling": sibling, "address": written},
            fix=_fix(self.page, link, written),
            confidence=0.95,
        )

    def _part(self, link: Inline, named: frozenset[str]) -> Finding | None:
        """A link into the other language's part of the site, to a page that is not known: whether
        there is one in this language, nobody can say."""
        other = self.partner.language
        if not link.target.startswith("/") or named != {other} or self._says_so(link):
            return None
        if self.marks.of_folders(link.target) != {other}:
            return None
        place = Place(self.page.path, link.span)
        data = {"target": link.target}
        return Finding(place, "part", data, confidence=0.5, severity=Severity.INFO)

    def _says_so(self, link: Inline) -> bool:
        """Whether the text says in what language the linked page is."""
        text = self.page.source.text
        line = text.find("\n\n", link.span.end)
        end = min(link.span.end + _NEAR, line if line >= 0 else len(text))
        return names_tongue(text[link.text.start : end], self.page, self._context)

    def _leads_to(self, group: Sequence[Inline], path: str) -> bool:
        """Whether another link of the block leads to that page."""
        hits = (self._ways.find(self.page.path, one.target) for one in group)
        return any(hit is not None and hit.path == path for hit in hits)


def names_tongue(text: str, page: Page, context: Context) -> bool:
    """Whether a text of a page names a language; addresses in it do not count."""
    habits = foreign(context.packs.languages[page.language])
    words = re.findall(r"[^\W\d_]+", _ADDRESS.sub(" ", text).lower())
    return any(word in habits.tongues for word in words)


def _fix(page: Page, link: Inline, written: str) -> Fix | None:
    """Another address in the place of the link's, where that stands there just once; a fragment
    may be named in another way there."""
    text = page.source.text
    at = text.find(link.target, link.text.end, link.span.end)
    if at < 0 or split_address(link.target).rest:
        return None
    return Fix((Edit(page.path, Span(at, at + len(link.target)), written),))
