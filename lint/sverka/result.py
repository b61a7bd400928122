"""What a run hands to a report: everything, with the sources, so that reports read no files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sverka.check import Check
from sverka.finding import Reported, Severity
from sverka.review import Review
from sverka.site import PageFacts, Pair
from sverka.source import Source


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that kept the job from being done (exit code 2): a page that cannot be read,
    a check that crashed. ``what`` is a message key of the locale files, ``data`` fills it."""

    path: str
    what: str
    data: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mending:
    """What fixing came to: the ``findings`` that were mended in ``files``; how many more
    ``unsafe`` fixes would mend (0 where they were asked for); how many fixes were ``refused``,
    because a page would have had another structure or another number."""

    findings: int
    files: int
    unsafe: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class RunResult:
    """The outcome of a run, in a fixed order (path, place, rule).

    ``findings`` are all that were not muted, every severity; ``suppressed`` counts those muted
    in the pages, ``baselined`` those known before. ``sources`` has each page that a finding
    touches; ``checks`` each rule by id, for messages and documentation. ``seconds`` is wall
    time. ``mending`` is there where fixes were asked for; the findings are those that remain.
    ``review`` is there where it was asked for. ``lapsed`` are the decisions of the configuration
    that no finding answers to any more.
    """

    findings: tuple[Reported, ...]
    failures: tuple[Failure, ...]
    pages: tuple[PageFacts, ...]
    pairs: tuple[Pair, ...]
    sources: Mapping[str, Source]
    checks: Mapping[str, Check]
    suppressed: int = 0
    baselined: int = 0
    seconds: float = 0.0
    mending: Mending | None = None
    review: Review | None = None
    lapsed: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings have that level."""
        return sum(1 for reported in self.findings if reported.severity is severity)
