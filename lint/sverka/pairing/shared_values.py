"""Pairs by front matter: pages that state they are one, or share a value nobody else has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from sverka.page import Entry, Page
from sverka.pairing.candidates import Candidate, Ledger
from sverka.pairing.features import outline
from sverka.pairing.paths import distance

STATED = 0.97
"""A key that exists to join translations. Not 1: such keys get copied with a page."""
STATED_SLUG = 0.95
"""The same slug on pages that both state a language."""
SHARED = 0.9
"""An image, an id, an address that exactly these pages of the site have."""
SHARED_OFTEN = 0.95
"""Two such values and more."""
SHARED_OTHER = 0.85
"""Some other long value that exactly these pages have, on pages of one outline."""

_JOINING = re.compile(
    r"""translation(?:[-_]?(?:key|id|ref|of|group))? | (?:lang|language)[-_]?ref | ref
      | i18n[-_.]?(?:key|id|ref) | (?:page|content|article|doc)[-_]?key""",
    re.VERBOSE | re.IGNORECASE,
)
_LANGUAGE_KEYS = ("lang", "language", "locale")
_DISTINCT_LENGTH = 8
_TELLING = re.compile(
    r"""image | img | picture | photo | cover | banner | hero | thumb | poster | video | audio
      | uuid | guid | (?:^|[._-])ids?$ | slug | url | canonical | permalink | doi | isbn | sku""",
    re.VERBOSE | re.IGNORECASE,
)
"""Keys of values that tell one page from all others."""
_CLASSIFYING = re.compile(
    r"""layout | template | type | kind | theme | class | style | author | editor | translator
      | reviewe[rd] | date | time | updated | modified | created | published | lastmod | expir
      | categor | tag | keyword | section | series | menu | parent | group | topic | licen[cs]e
      | lang | locale | robots | status | version | sidebar | colou?r | component | city
      | country""",
    re.VERBOSE | re.IGNORECASE,
)
"""Keys of values that pages share because they are of one sort, day or hand."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d.*|\d\d?[./]\d\d?[./]\d{4}.*", re.DOTALL)
_UNLIKE = 0.3
"""Outlines less alike than this are of different pages that use one stock picture."""
_ALIKE = 0.7
_NUMBERED = re.compile(r"\.\d+(?=\.|$)")


class _Evidence(NamedTuple):
    key: str
    value: str
    trust: float


def by_front_matter(pages: Sequence[Page], ledger: Ledger) -> list[Candidate]:
    """Candidates among the pages that may still get a partner; all ``pages`` count for what is
    common on the site.

    A value joins pages where one page of each language has it. Keys that exist to join
    translations are heard first; pages that other values tie to several partners stay alone.
    """
    found = [
        candidate
        for candidate in _joined(_holders(pages, _stated), only_these=False)
        if ledger.may_join(candidate)
    ]
    settled = {page.path for candidate in found for page in candidate[:2]}
    shared = (
        candidate
        for candidate in _joined(_holders(pages, _distinct), only_these=True)
        if ledger.may_join(candidate)
        and settled.isdisjoint((candidate.one.path, candidate.other.path))
        and _outlines_allow(candidate)
    )
    return found + list(_undisputed(shared))


def _holders(
    pages: Iterable[Page], evidence: Callable[[Page], Iterable[_Evidence]]
) -> dict[_Evidence, list[Page]]:
    holders: dict[_Evidence, dict[str, Page]] = defaultdict(dict)
    for page in pages:
        for one in evidence(page):
            holders[one][page.path] = page
    return {one: [some[path] for path in sorted(some)] for one, some in sorted(holders.items())}


def _joined(holders: dict[_Evidence, list[Page]], *, only_these: bool) -> Iterator[Candidate]:
    """Pages of different languages with the same evidence, one page a language; with
    ``only_these`` no language may have a second holder of the value."""
    for evidence, pages in holders.items():
        languages = Counter(page.language for page in pages)
        if only_these and len(languages) < len(pages):
            continue
        single = [page for page in pages if languages[page.language] == 1]
        for number, one in enumerate(single):
            for other in single[number + 1 :]:
                yield Candidate(one, other, evidence.trust, distance(one.path, other.path))


def _outlines_allow(candidate: Candidate) -> bool:
    alike = Indel.normalized_similarity(outline(candidate.one), outline(candidate.other))
    return alike >= (_UNLIKE if candidate.confidence >= SHARED else _ALIKE)


def _undisputed(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Candidates whose pages are tied to no other page of the same language."""
    ties: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    partners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for candidate in candidates:
        one, other = candidate.one, candidate.other
        ties[one.path, other.path].append(candidate)
        partners[one.path, other.language].add(other.path)
        partners[other.path, one.language].add(one.path)
    for some in ties.values():
        best = max(some, key=lambda candidate: candidate.confidence)
        one, other = best.one, best.other
        if len(partners[one.path, other.language]) == len(partners[other.path, one.language]) == 1:
            often = len(some) > 1 and best.confidence == SHARED
            yield best._replace(confidence=SHARED_OFTEN) if often else best


def _stated(page: Page) -> Iterator[_Evidence]:
    for entry in _entries(page):
        value = _scalar(entry)
        if value and _JOINING.fullmatch(entry.key):
            yield _Evidence(entry.key.lower(), value, STATED)
    slug = page.front.get("slug") if page.front else None
    if isinstance(slug, str) and slug.strip("/ ") and _states_language(page):
        yield _Evidence("slug", slug.strip("/ ").casefold(), STATED_SLUG)


def _distinct(page: Page) -> Iterator[_Evidence]:
    for entry in _entries(page):
        value = _scalar(entry)
        if len(value) < _DISTINCT_LENGTH or _DATE.fullmatch(value):
            continue
        key = _NUMBERED.sub("", entry.key).lower()
        if _TELLING.search(key):
            yield _Evidence(key, value, SHARED)
        elif not _CLASSIFYING.search(key):
            yield _Evidence(key, value, SHARED_OTHER)


def _entries(page: Page) -> tuple[Entry, ...]:
    return page.front.entries if page.front else ()


def _scalar(entry: Entry) -> str:
    value = entry.value
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).strip()


def _states_language(page: Page) -> bool:
    return any(isinstance(page.front.get(key), str) for key in _LANGUAGE_KEYS if page.front)
