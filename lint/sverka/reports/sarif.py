"""The report as SARIF 2.1.0, the format of code scanning services and editors.

Paths are relative to ``%SRCROOT%``, the top of the work tree where there is one; columns are
units of UTF-16. The other side of a finding is a related location with its quote, and the
fingerprint lets a service know a finding again after the page has changed elsewhere.
"""

from __future__ import annotations

import string
from collections import defaultdict
from collections.abc import Iterable

import sverka
from sverka.check import Check
from sverka.finding import Edit, Fix, Place, Reported, Severity
from sverka.messages import failure_message, label_of, message_of
from sverka.reports import Look
from sverka.reports.jsonreport import Json, dump
from sverka.reports.regions import region, utf16
from sverka.result import Failure, RunResult
from sverka.rulepages import sections
from sverka.span import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
LONGEST_SNIPPET = 500
"""Code points of a quote that stands in the file; a longer one is looked up in the page."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_UNRESERVED = frozenset((string.ascii_letters + string.digits + "-._~/").encode())


def render(result: RunResult, look: Look) -> str:
    """The whole file, one run in it."""
    shown = list(look.shown(result))
    rules = sorted({one.rule for one in shown})
    numbers = {rule: number for number, rule in enumerate(rules)}
    run: Json = {
        "tool": {
            "driver": {
                "name": "sverka",
                "version": sverka.__version__,
                "semanticVersion": sverka.__version__,
                "rules": [_rule(result.checks[rule]) for rule in rules],
            }
        },
        "language": look.locale,
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {
            ROOT: {"description": {"text": "The top of the work tree, or the current folder."}}
        },
        "invocations": [
            {
                "executionSuccessful": not result.failures,
                "toolExecutionNotifications": [_notification(one, look) for one in result.failures],
            }
        ],
        "results": [_result(one, numbers[one.rule], result, look) for one in shown],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(check: Check) -> Json:
    parts = sections(check.documentation)
    opening = parts.pop("")
    text = "\n\n".join((opening, *(f"{title}: {words}" for title, words in parts.items())))
    marked = "\n\n".join((opening, *(f"## {title}\n\n{words}" for title, words in parts.items())))
    return {
        "id": check.id,
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": parts.get("What it finds", check.summary)},
        "help": {"text": text, "markdown": marked},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": {"tags": [check.id.partition("/")[0]]},
    }


def _result(reported: Reported, number: int, result: RunResult, look: Look) -> Json:
    finding = reported.finding
    check = result.checks[reported.rule]
    found: Json = {
        "ruleId": reported.rule,
        "ruleIndex": number,
        "level": _LEVELS[reported.severity],
        "message": {"text": message_of(check, finding, look.locale)},
        "locations": [{"physicalLocation": _place(finding.place, reported.quote, result, look)}],
        # The first name is the one that GitHub compares.
        "partialFingerprints": {
            "primaryLocationLineHash": reported.fingerprint,
            "sverka/v1": reported.fingerprint,
        },
        "rank": round(100 * finding.confidence, 1),
    }
    if finding.related:
        quoted = zip(finding.related, reported.related_quotes, strict=True)
        found["relatedLocations"] = [
            _related(at, place, quote, label_of(check, finding, place, look.locale), result, look)
            for at, (place, quote) in enumerate(quoted)
        ]
    if finding.fix:
        found["fixes"] = [_fix(finding.fix, result, look)]
    return found


def _related(
    number: int, place: Place, quote: str, label: str, result: RunResult, look: Look
) -> Json:
    location: Json = {
        "id": number,
        "physicalLocation": _place(place, quote, result, look),
    }
    return location | ({"message": {"text": label}} if label else {})


def _place(place: Place, quote: str, result: RunResult, look: Look) -> Json:
    where = _region(place.path, place.span, result)
    if quote and len(quote) <= LONGEST_SNIPPET:
        where["snippet"] = {"text": quote}
    return {"artifactLocation": _artifact(place.path, look), "region": where}


def _region(path: str, span: Span, result: RunResult) -> Json:
    at = region(result.sources[path], span, utf16)
    return {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }


def _artifact(path: str, look: Look) -> Json:
    whole = look.base + path
    if whole.startswith("/"):
        return {"uri": f"file://{_escaped(whole)}"}
    return {"uri": _escaped(whole), "uriBaseId": ROOT}


def _escaped(path: str) -> str:
    """A path as a URI has it; a colon would make a scheme of a folder's name."""
    return "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}"
        for byte in path.encode("utf-8", "surrogateescape")
    )


def _fix(fix: Fix, result: RunResult, look: Look) -> Json:
    by_path: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in fix.edits:
        by_path[edit.path].append(edit)
    return {
        "artifactChanges": [
            {
                "artifactLocation": _artifact(path, look),
                "replacements": _replacements(edits, result),
            }
            for path, edits in sorted(by_path.items())
        ]
    }


def _replacements(edits: Iterable[Edit], result: RunResult) -> list[Json]:
    return [
        {
            "deletedRegion": _region(edit.path, edit.span, result),
            "insertedContent": {"text": edit.text},
        }
        for edit in edits
    ]


def _notification(failure: Failure, look: Look) -> Json:
    note: Json = {
        "level": "error",
        "message": {"text": failure_message(failure, look.locale)},
        "descriptor": {"id": failure.what},
    }
    if failure.path:
        place = {"artifactLocation": _artifact(failure.path, look)}
        note["locations"] = [{"physicalLocation": place}]
    return note
