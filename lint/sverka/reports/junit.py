"""The report as JUnit's XML: a suite a page, a case a finding, one that passes for a clean page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from sverka.finding import Reported, Severity
from sverka.messages import failure_message, label_of, message_of
from sverka.reports import Look
from sverka.reports.excerpt import visible
from sverka.result import Failure, RunResult

CLEAN = "sverka"
"""The case of a page that nothing is wrong with."""


def render(result: RunResult, look: Look) -> str:
    """The whole document. Hints are skipped cases: they are shown and fail nothing."""
    findings: defaultdict[str, list[Reported]] = defaultdict(list)
    for reported in look.shown(result):
        findings[reported.finding.place.path].append(reported)
    failures: defaultdict[str, list[Failure]] = defaultdict(list)
    for failure in result.failures:
        failures[failure.path].append(failure)
    paths = sorted({*(page.path for page in result.pages), *findings, *failures})
    suites = [_suite(path, findings[path], failures[path], result, look) for path in paths]
    top = ET.Element("testsuites", {"name": "sverka", **_sums(suites)})
    top.set("time", f"{result.seconds:.3f}")
    top.extend(suites)
    ET.indent(top)
    text = ET.tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(
    path: str, findings: Sequence[Reported], failures: Sequence[Failure], result: RunResult,
    look: Look,
) -> ET.Element:  # fmt: skip
    name = visible((look.base + path) or ".")
    cases = [_broken(one, name, look) for one in failures]
    cases += [_case(one, name, result, look) for one in findings]
    if not cases:
        cases = [ET.Element("testcase", name=CLEAN, classname=name, file=name)]
    suite = ET.Element("testsuite", {"name": name, **_counts(cases)})
    suite.extend(cases)
    return suite


def _case(reported: Reported, name: str, result: RunResult, look: Look) -> ET.Element:
    finding = reported.finding
    check = result.checks[reported.rule]
    place = finding.place
    line, column = result.sources[place.path].position(place.span.start)
    message = visible(message_of(check, finding, look.locale))
    case = ET.Element(
        "testcase", name=f"{reported.rule} {line}:{column}", classname=name, file=name,
        line=str(line),
    )  # fmt: skip
    if reported.severity is Severity.INFO:
        ET.SubElement(case, "skipped", message=message)
        return case
    kind = {"type": reported.severity.label, "message": message}
    lines = [f"{name}:{line}:{column}: {message}", _quoted(reported.quote)]
    for other, quote in zip(finding.related, reported.related_quotes, strict=True):
        at = result.sources[other.path].position(other.span.start)
        label = visible(label_of(check, finding, other, look.locale))
        where = f"{visible(look.base + other.path)}:{at.line}:{at.column}"
        lines += [f"{where}: {label}".removesuffix(": "), _quoted(quote)]
    ET.SubElement(case, "failure", kind).text = "\n".join(filter(None, lines))
    return case


def _quoted(quote: str) -> str:
    return "\n".join(f"    {visible(line)}" for line in quote.split("\n")) if quote else ""


def _broken(failure: Failure, name: str, look: Look) -> ET.Element:
    case = ET.Element("testcase", name=failure.what, classname=name, file=name)
    message = visible(failure_message(failure, look.locale))
    ET.SubElement(case, "error", type=failure.what, message=message).text = message
    return case


def _counts(cases: Sequence[ET.Element]) -> dict[str, str]:
    kinds = [child.tag for case in cases for child in case]
    counts = {kind: kinds.count(tag) for kind, tag in _TAGS.items()}
    return {name: str(count) for name, count in {"tests": len(cases), **counts}.items()}


_TAGS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def _sums(suites: Sequence[ET.Element]) -> dict[str, str]:
    return {
        name: str(sum(int(suite.get(name, "0")) for suite in suites)) for name in ("tests", *_TAGS)
    }
