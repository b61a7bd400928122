"""What the tests of the checks share: one rule over one pair, everything it says in a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from sverka.check import Check
from sverka.examples import run_rule
from sverka.finding import Reported
from sverka.messages import label_of, message_of
from sverka.registry import all_checks
from sverka.result import RunResult


@dataclass(frozen=True)
class Said:
    """A finding with its words: ``line`` is 1-based, ``related`` are (path, line, quote)."""

    path: str
    line: int
    quote: str
    key: str
    english: str
    russian: str
    labels: tuple[tuple[str, str], ...]
    related: tuple[tuple[str, int, str], ...]
    data: Mapping[str, object]


def _said(check: Check, result: RunResult, reported: Reported) -> Said:
    finding = reported.finding
    lines = [
        result.sources[place.path].position(place.span.start).line
        for place in (finding.place, *finding.related)
    ]
    related = zip(finding.related, lines[1:], reported.related_quotes, strict=True)
    return Said(
        finding.place.path,
        lines[0],
        reported.quote,
        finding.message,
        message_of(check, finding, "en"),
        message_of(check, finding, "ru"),
        tuple(
            (label_of(check, finding, place, "en"), label_of(check, finding, place, "ru"))
            for place in finding.related
        ),
        tuple((place.path, line, quote) for place, line, quote in related),
        finding.data,
    )


Report = Callable[[str, Mapping[str, str]], list[Said]]


@pytest.fixture
def report() -> Report:
    """Runs one rule over a site (path -> text) and gives what it says, in the report's order."""

    def run(rule: str, pages: Mapping[str, str]) -> list[Said]:
        check = all_checks()[rule]
        result = run_rule(check, pages)
        assert result.failures == ()
        return [_said(check, result, reported) for reported in result.findings]

    return run
