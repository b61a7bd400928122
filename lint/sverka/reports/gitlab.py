"""The report as GitLab's Code Quality artifact: a list of issues, one a finding."""

from __future__ import annotations

import hashlib
import json

from sverka.finding import Reported, Severity
from sverka.messages import failure_message, message_of
from sverka.reports import Look
from sverka.reports.jsonreport import Json
from sverka.reports.regions import region
from sverka.result import Failure, RunResult

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(result: RunResult, look: Look) -> str:
    """The list; what kept the job from being done stands first in it, as blocking."""
    issues = [_of_failure(one, look) for one in result.failures]
    issues += [_issue(one, result, look) for one in look.shown(result)]
    text = json.dumps(issues, indent=2, ensure_ascii=False) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _issue(reported: Reported, result: RunResult, look: Look) -> Json:
    place = reported.finding.place
    at = region(result.sources[place.path], place.span)
    # A span that ends with its line's end does not reach into the next.
    last = at.end_line - 1 if at.end_column == 1 and at.end_line > at.line else at.end_line
    return {
        "description": message_of(result.checks[reported.rule], reported.finding, look.locale),
        "check_name": reported.rule,
        "fingerprint": reported.fingerprint,
        "severity": _SEVERITIES[reported.severity],
        "location": {"path": look.base + place.path, "lines": {"begin": at.line, "end": last}},
    }


def _of_failure(failure: Failure, look: Look) -> Json:
    key = "\x1f".join((failure.what, failure.path, *map(str, sorted(failure.data.items()))))
    return {
        "description": failure_message(failure, look.locale),
        "check_name": f"failure/{failure.what}",
        "fingerprint": hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:16],
        "severity": "blocker",
        "location": {"path": (look.base + failure.path) or ".", "lines": {"begin": 1}},
    }
