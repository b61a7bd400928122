"""The report for programs: one JSON document, described by docs/report.schema.json."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping

import sverka
from sverka.finding import Fix, Place, Reported, Severity
from sverka.messages import failure_message, label_of, message_of
from sverka.reports import Look
from sverka.result import Failure, RunResult
from sverka.site import PageFacts, Pair

SCHEMA = 1
"""Grows when a reader of the old shape could no longer read the new one."""

Json = dict[str, object]


def render(result: RunResult, look: Look) -> str:
    """The whole document, with a newline at its end; only ``summary.seconds`` may vary."""
    languages = languages_of(result.pages)
    document: Json = {
        **header(),
        "findings": [finding_of(reported, result, look.locale) for reported in look.shown(result)],
        "failures": [failure(one, look.locale) for one in result.failures],
        "pairs": [pair(one, languages) for one in result.pairs],
        "summary": summary_of(result),
    }
    return dump(document)


def header() -> Json:
    """What every document of Sverka's begins with."""
    return {"schema": SCHEMA, "tool": {"name": "sverka", "version": sverka.__version__}}


def dump(document: Json) -> str:
    """The document as text. Text that is no Unicode (a stray surrogate) is written escaped."""
    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def languages_of(pages: tuple[PageFacts, ...]) -> dict[str, str]:
    """Path -> code of the page's language."""
    return {page.path: page.language for page in pages}


def pair(one: Pair, languages: Mapping[str, str]) -> Json:
    """A pair, its pages under the codes of their languages, which every paired page has."""
    return {
        languages[one.source]: one.source,
        languages[one.target]: one.target,
        "how": one.how,
        "confidence": one.confidence,
    }


def failure(one: Failure, locale: str) -> Json:
    """Something that kept the job from being done."""
    return {
        "path": one.path,
        "what": one.what,
        "message": failure_message(one, locale),
        "data": plain(one.data),
    }


def finding_of(reported: Reported, result: RunResult, locale: str) -> Json:
    """A finding with its places, as it stands in the document."""
    finding = reported.finding
    check = result.checks[reported.rule]
    return {
        "rule": reported.rule,
        "severity": reported.severity.label,
        "message": message_of(check, finding, locale),
        "confidence": finding.confidence,
        **_place(finding.place, reported.quote, result),
        "related": [
            {**_place(place, quote, result), "label": label_of(check, finding, place, locale)}
            for place, quote in zip(finding.related, reported.related_quotes, strict=True)
        ],
        "data": plain(finding.data),
        "fix": _fix(finding.fix, result) if finding.fix else None,
        "fingerprint": reported.fingerprint,
    }


def _place(place: Place, quote: str, result: RunResult) -> Json:
    source = result.sources[place.path]
    return {
        "path": place.path,
        "start": source.position(place.span.start)._asdict(),
        "end": source.position(place.span.end)._asdict(),
        "quote": quote,
    }


def _fix(fix: Fix, result: RunResult) -> Json:
    edits: list[Json] = []
    for edit in fix.edits:
        source = result.sources[edit.path]
        edits.append(
            {
                "path": edit.path,
                "start": source.position(edit.span.start)._asdict(),
                "end": source.position(edit.span.end)._asdict(),
                "text": edit.text,
            }
        )
    return {"safe": fix.safe, "edits": edits}


def summary_of(result: RunResult) -> Json:
    """The counts of a run."""
    summary: Json = {
        "pages": len(result.pages),
        "pairs": len(result.pairs),
        "errors": result.count(Severity.ERROR),
        "warnings": result.count(Severity.WARNING),
        "infos": result.count(Severity.INFO),
        "suppressed": result.suppressed,
        "baselined": result.baselined,
        "seconds": round(result.seconds, 3),
    }
    return summary | {"fixed": result.mending.findings} if result.mending else summary


def plain(value: object) -> object:
    """``value`` in JSON's own kinds; a check's data may hold tuples, sets, and the like."""
    if isinstance(value, Mapping):
        return {str(key): plain(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return [plain(one) for one in sorted(value, key=str)]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)
