"""Findings as checks raise them -> findings as they are reported.

Each is held against the pages first: a place that is not there is the rule's fault, not the
writer's, and becomes a failure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sverka.anchors import anchor
from sverka.check import Check
from sverka.config import Config
from sverka.finding import Finding, Place, Reported, Severity, fingerprint
from sverka.messages import BadTemplate, label_of, message_of
from sverka.result import Failure
from sverka.source import Source
from sverka.span import Span
from sverka.suppress import Raised


@dataclass(frozen=True, slots=True)
class Stamper:
    """Turns findings into reported ones: the rules, the settings and all texts of the site."""

    checks: Mapping[str, Check]
    config: Config
    sources: Mapping[str, Source]

    def stamp(self, raised: Iterable[Raised]) -> tuple[tuple[Reported, ...], tuple[Failure, ...]]:
        """The findings in the order of a report, and a failure for each that cannot be one."""
        sound: list[Raised] = []
        failures: list[Failure] = []
        for one in raised:
            fault = self._fault(one)
            if fault is None:
                sound.append(one)
            else:
                failures.append(fault)
        seen: Counter[str] = Counter()
        return tuple(self._reported(one, seen) for one in sorted(sound, key=_order)), tuple(
            failures
        )

    def _reported(self, raised: Raised, seen: Counter[str]) -> Reported:
        rule, finding = raised
        path = finding.place.path
        quote = self._quote(finding.place)
        related = tuple(self._quote(place) for place in finding.related)
        words, *others = (self._anchor(place) for place in (finding.place, *finding.related))
        twins = fingerprint(rule, path, words, tuple(others), 0)
        ordinal = seen[twins]
        seen[twins] += 1
        name = fingerprint(rule, path, words, tuple(others), ordinal)
        return Reported(rule, self._severity(raised), finding, quote, related, name)

    def _severity(self, raised: Raised) -> Severity:
        """The settings have the last word, then the evidence, then the rule. But a finding that
        is less sure than its rule is not lifted by what is said of the rule."""
        asked = self.config.settings(raised.rule).severity
        usual = self.checks[raised.rule].severity
        stated = raised.finding.severity
        if asked is None:
            return usual if stated is None else stated
        return min(asked, stated) if stated is not None and stated < usual else asked

    def _quote(self, place: Place) -> str:
        return self.sources[place.path].quote(place.span)

    def _anchor(self, place: Place) -> str:
        return anchor(self.sources[place.path], place.span)

    def _fault(self, raised: Raised) -> Failure | None:
        finding = raised.finding
        path = finding.place.path if finding.place.path in self.sources else ""
        for where, span in _places(finding):
            source = self.sources.get(where)
            if source is None:
                return _crash(path, raised.rule, f"it reported the unknown page {where!r}")
            if not 0 <= span.start <= span.end <= len(source.text):
                wrong = f"it reported {span.start}-{span.end} of {len(source.text)} characters"
                return _crash(path, raised.rule, f"{wrong} of {where}")
        if not 0 <= finding.confidence <= 1:
            return _crash(path, raised.rule, f"its confidence is {finding.confidence}, not 0 to 1")
        try:
            self._render(raised)
        except (BadTemplate, KeyError) as error:
            return _crash(path, raised.rule, f"its message cannot be shown: {error.args[0]}")
        return None

    def _render(self, raised: Raised) -> None:
        check = self.checks[raised.rule]
        message_of(check, raised.finding)
        for place in raised.finding.related:
            label_of(check, raised.finding, place)


def _places(finding: Finding) -> Iterator[tuple[str, Span]]:
    for place in (finding.place, *finding.related):
        yield place.path, place.span
    for edit in finding.fix.edits if finding.fix else ():
        yield edit.path, edit.span


def _crash(path: str, rule: str, error: str) -> Failure:
    return Failure(path, "crash" if path else "crash-on-site", {"rule": rule, "error": error})


def _order(raised: Raised) -> tuple[object, ...]:
    """Path, place, rule; then whatever tells two findings of a rule at one place apart."""
    finding = raised.finding
    related = [(place.path, place.span, place.label) for place in finding.related]
    data = sorted((name, repr(value)) for name, value in finding.data.items())
    return (finding.place.path, finding.place.span, raised.rule, finding.message, related, data)
