"""The facts of a whole site that checks over all pages may see: never raw pages."""

from __future__ import annotations

from dataclasses import dataclass

from sverka.span import Span
from sverka.vocabulary import NO_VOCABULARY, Vocabulary


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of one page. ``head`` is the span of its first heading, else of its
    first block, else empty at the start: where a finding about the whole page stands."""

    path: str
    language: str
    title: str
    head: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of one page: paths, how they were found ("config", "path",
    "front-matter", "content"), and 0 to 1."""

    source: str
    target: str
    how: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Rendering:
    """A word that is not rendered as the site renders it nearly everywhere.

    ``source`` and ``target`` are where it and its rendering stand: path, and span in the file.
    ``there`` and ``here`` are these words, ``usual`` is a form of the usual rendering, which
    stands in ``count`` of ``total`` places.
    """

    source: tuple[str, int, int]
    target: tuple[str, int, int]
    there: str
    here: str
    usual: str
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name that is spelled otherwise than in most places of the site.

    ``here`` is where it stands, ``there`` its counterpart in the other version, ``first`` a
    place of the usual spelling: path, and span in the file. ``words`` are what stands in these
    three. The usual spelling has ``count`` of ``total`` places.
    """

    here: tuple[str, int, int]
    there: tuple[str, int, int]
    first: tuple[str, int, int]
    words: tuple[str, str, str]
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim of a page: where it stands, and in which words. ``aspect`` is a domain's, ``value``
    is a label or an amount as it is written."""

    path: str
    span: Span
    quote: str
    aspect: str
    value: str
    language: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims of one subject that cannot both be true.

    ``here`` is the less cautious, ``there`` the one that it contradicts most, ``others`` are all
    further places, of either value. ``rule`` names the aspect, ``level`` is info, warning or error.
    """

    rule: str
    topic: str
    level: str
    here: Stated
    there: Stated
    others: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeated:
    """A statement that stands twice and differs in one point.

    ``here`` and ``there`` are path and span, ``how`` is number, denial or opposite, ``one`` and
    ``other`` what stands there.
    """

    here: tuple[str, Span]
    there: tuple[str, Span]
    how: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """All pages (by path) and all pairs (by source path) of a site. ``source_language`` is
    the one the others are translations of. What follows is gathered from all pairs where a
    check needs it: ``renderings`` and ``spellings`` (of names) are those that differ from the
    usual ones, by place, ``contradictions`` those among the claims of all pages,
    ``repeated`` their statements that stand twice with a difference, and ``vocabulary`` the words
    of the pages."""

    pages: tuple[PageFacts, ...]
    pairs: tuple[Pair, ...]
    source_language: str
    renderings: tuple[Rendering, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    vocabulary: Vocabulary = NO_VOCABULARY


NO_SITE = SiteFacts((), (), "")
