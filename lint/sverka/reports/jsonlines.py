"""The report for programs that read line by line: one JSON object a line.

Each has a ``type``: first one ``start``, then a ``finding`` each and a ``failure`` each, shaped
as in the JSON report, at last one ``summary``. A reader that sees no summary knows that the run
was cut off.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sverka.reports import Look
from sverka.reports.jsonreport import Json, failure, finding_of, header, summary_of
from sverka.result import RunResult


def render(result: RunResult, look: Look) -> str:
    """The lines, each with a newline at its end."""
    return "".join(f"{_line(one)}\n" for one in _objects(result, look))


def _objects(result: RunResult, look: Look) -> Iterator[Json]:
    yield {"type": "start", **header()}
    for reported in look.shown(result):
        yield {"type": "finding", **finding_of(reported, result, look.locale)}
    for one in result.failures:
        yield {"type": "failure", **failure(one, look.locale)}
    yield {"type": "summary", **summary_of(result)}


def _line(document: Json) -> str:
    text = json.dumps(document, ensure_ascii=False, allow_nan=False)
    # Characters that some readers take for the end of a line are escaped, as are those that are
    # no Unicode.
    for char in "\x85\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
