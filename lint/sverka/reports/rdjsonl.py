"""The report in reviewdog's diagnostic format, a JSON object a line; columns are bytes of UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sverka.finding import Edit, Place, Reported
from sverka.messages import failure_message, label_of, message_of
from sverka.reports import Look
from sverka.reports.jsonreport import Json
from sverka.reports.regions import region, utf8
from sverka.result import RunResult
from sverka.span import Span

_SOURCE = {"name": "sverka"}


def render(result: RunResult, look: Look) -> str:
    """The lines, each with a newline at its end."""
    return "".join(
        json.dumps(one, ensure_ascii=False).encode("utf-8", "backslashreplace").decode() + "\n"
        for one in _diagnostics(result, look)
    )


def _diagnostics(result: RunResult, look: Look) -> Iterator[Json]:
    for failure in result.failures:
        yield {
            "message": failure_message(failure, look.locale),
            "location": {"path": (look.base + failure.path) or "."},
            "severity": "ERROR",
            "source": _SOURCE,
            "code": {"value": f"failure/{failure.what}"},
        }
    for reported in look.shown(result):
        yield _diagnostic(reported, result, look)


def _diagnostic(reported: Reported, result: RunResult, look: Look) -> Json:
    finding = reported.finding
    check = result.checks[reported.rule]
    diagnostic: Json = {
        "message": message_of(check, finding, look.locale),
        "location": _location(finding.place, result, look),
        "severity": reported.severity.name,
        "source": _SOURCE,
        "code": {"value": reported.rule},
    }
    if finding.related:
        diagnostic["related_locations"] = [
            {
                "message": label_of(check, finding, place, look.locale),
                "location": _location(place, result, look),
            }
            for place in finding.related
        ]
    edits = finding.fix.edits if finding.fix else ()
    # A suggestion has no path: it is about the file of its diagnostic, and each can be taken
    # alone, so only an edit that is the whole fix may be one.
    if len(edits) == 1 and edits[0].path == finding.place.path:
        diagnostic["suggestions"] = [_suggestion(edits[0], result)]
    return diagnostic


def _location(place: Place, result: RunResult, look: Look) -> Json:
    return {"path": look.base + place.path, "range": _range(place.path, place.span, result)}


def _suggestion(edit: Edit, result: RunResult) -> Json:
    return {"range": _range(edit.path, edit.span, result), "text": edit.text}


def _range(path: str, span: Span, result: RunResult) -> Json:
    at = region(result.sources[path], span, utf8)
    return {
        "start": {"line": at.line, "column": at.column},
        "end": {"line": at.end_line, "column": at.end_column},
    }
