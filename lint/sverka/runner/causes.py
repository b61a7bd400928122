"""One cause, one finding: what a larger finding explains is not reported beside it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence

from sverka.check import Check
from sverka.config import names
from sverka.finding import Finding, Place, Reported


def unexplained(findings: Sequence[Reported], checks: Mapping[str, Check]) -> list[Reported]:
    """The findings without those that another one explains (`sverka.check.Check.explains`).

    A finding is explained by one that is at least as severe, stands on the same page or pair,
    and covers one of its places, on either side. Nothing is explained by a finding of its own
    rule, nor by one that is itself explained. One whose data say ``whole`` speaks of all of its
    page, though it stands at the top.
    """
    explaining = [one for one in findings if checks[one.rule].explains]
    if not explaining:
        return list(findings)
    ranks = {id(one): _rank(one, checks) for one in findings}
    # The largest first: what it explains explains nothing in turn.
    explaining.sort(key=lambda one: (-ranks[id(one)], -one.severity))
    silent: set[int] = set()
    by_path: dict[str, list[Reported]] = {}
    for one in findings:
        for path in {place.path for place in _places(one.finding)}:
            by_path.setdefault(path, []).append(one)
    for whole in explaining:
        if id(whole) in silent:
            continue
        near = {
            id(one): one for place in _places(whole.finding) for one in by_path.get(place.path, ())
        }
        silent.update(key for key, one in near.items() if _explains(whole, one, checks))
    return [one for one in findings if id(one) not in silent]


def _rank(reported: Reported, checks: Mapping[str, Check]) -> int:
    """The characters that a finding covers, if it explains anything."""
    if not checks[reported.rule].explains:
        return 0
    if _is_of_page(reported.finding):
        return sys.maxsize
    return max(place.span.end - place.span.start for place in _places(reported.finding))


def _explains(whole: Reported, part: Reported, checks: Mapping[str, Check]) -> bool:
    if part.rule == whole.rule or part.severity > whole.severity:
        return False
    if not any(names(one, part.rule) for one in checks[whole.rule].explains):
        return False
    if _is_of_page(whole.finding):
        paths = {place.path for place in _places(part.finding)}
        return whole.finding.place.path in paths
    return any(
        place.path == other.path
        and place.span.end > place.span.start
        and place.span.covers(other.span)
        for place in _places(whole.finding)
        for other in _places(part.finding)
    )


def _is_of_page(finding: Finding) -> bool:
    return finding.data.get("whole") is True


def _places(finding: Finding) -> Iterable[Place]:
    return (finding.place, *finding.related)
