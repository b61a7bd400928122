"""What the pages of a site say of each of its topics: aspects down, pages across."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sverka.claims.aspects import Domain
from sverka.claims.conflicts import Conflict
from sverka.claims.model import Claim, PageClaims
from sverka.claims.topics import Topics
from sverka.site import Pair

_Place = tuple[str, int, int, str]

LEAST = 2
"""Claims of a topic that make a table."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A claim in the matrix; ``rivals`` are the columns of those that it contradicts."""

    claim: Claim
    rivals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """``names`` are those of the aspects by locale, a row each; ``pages`` are paths, a column
    each; ``cells[row][column]`` are the claims there."""

    topic: str
    names: tuple[Mapping[str, str], ...]
    pages: tuple[str, ...]
    cells: tuple[tuple[tuple[Cell, ...], ...], ...]


def named(
    pages: Sequence[PageClaims], pairs: Iterable[Pair], domains: Sequence[Domain]
) -> list[tuple[str, Claim]]:
    """Each claim of a site with the name of its topic, in the order of pages and places."""
    known = {domain.id: domain for domain in domains}
    topics = Topics(pages, pairs, known)
    found = []
    for page in pages:
        for claim in page.claims:
            topic = topics.of(claim, known[claim.domain].aspects[claim.aspect])
            if topic is not None:
                found.append((readable(topic.name), claim))
    return found


def readable(topic: str) -> str:
    """A topic's name without what only the engine needs."""
    return topic.rpartition(":")[2].replace("-", " ")


def matrices(
    pages: Sequence[PageClaims],
    pairs: Sequence[Pair],
    domains: Sequence[Domain],
    conflicts: Iterable[Conflict],
) -> tuple[Matrix, ...]:
    """A matrix for each topic of which several claims are made, those with conflicts first."""
    by_topic: dict[str, list[Claim]] = defaultdict(list)
    for topic, claim in named(pages, pairs, domains):
        by_topic[topic].append(claim)
    rivals: dict[_Place, set[str]] = defaultdict(set)
    for conflict in conflicts:
        for other in (conflict.there, *conflict.others):
            rivals[_key(conflict.here)].add(other.path)
            rivals[_key(other)].add(conflict.here.path)
    known = {domain.id: domain for domain in domains}
    tables = [
        _matrix(topic, claims, rivals, known)
        for topic, claims in by_topic.items()
        if len(claims) >= LEAST
    ]
    return tuple(sorted(tables, key=lambda one: (-_contested(one), one.topic)))


def _key(claim: Claim) -> _Place:
    return (claim.path, claim.span.start, claim.span.end, claim.aspect)


def _contested(matrix: Matrix) -> int:
    return sum(bool(cell.rivals) for row in matrix.cells for cells in row for cell in cells)


def _matrix(
    topic: str,
    claims: Sequence[Claim],
    rivals: Mapping[_Place, set[str]],
    domains: Mapping[str, Domain],
) -> Matrix:
    pages = sorted({claim.path for claim in claims})
    column = {path: number for number, path in enumerate(pages)}
    order = [(domain, aspect) for domain in sorted(domains) for aspect in domains[domain].aspects]
    present = {(claim.domain, claim.aspect) for claim in claims}
    rows = [key for key in order if key in present]
    cells: dict[tuple[str, str], list[list[Cell]]] = {key: [[] for _ in pages] for key in rows}
    for claim in claims:
        columns = sorted(column[p] for p in rivals.get(_key(claim), ()) if p in column)
        cell = Cell(claim, tuple(columns))
        cells[claim.domain, claim.aspect][column[claim.path]].append(cell)
    return Matrix(
        topic,
        tuple(domains[domain].aspects[aspect].names for domain, aspect in rows),
        tuple(pages),
        tuple(tuple(tuple(row) for row in cells[key]) for key in rows),
    )
