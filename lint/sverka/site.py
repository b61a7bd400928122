"""The facts of a whole site that checks over all pages may see: never raw pages."""

from __future__ import annotations

from dataclasses import dataclass

from sverka.span import Span


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
class SiteFacts:
    """All pages (by path) and all pairs (by source path) of a site. ``source_language`` is
    the one the others are translations of. What follows is gathered from all pairs where a
    check needs it: ``renderings`` are those that differ from the usual ones, by place."""

    pages: tuple[PageFacts, ...]
    pairs: tuple[Pair, ...]
    source_language: str
    renderings: tuple[Rendering, ...] = ()


NO_SITE = SiteFacts((), (), "")
