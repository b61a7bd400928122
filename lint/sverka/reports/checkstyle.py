"""The report as Checkstyle's XML, which Jenkins, reviewdog and many others read."""

from __future__ import annotations

from collections import defaultdict
from xml.sax.saxutils import quoteattr

from sverka.messages import failure_message, label_of, message_of
from sverka.reports import Look
from sverka.reports.excerpt import visible
from sverka.result import RunResult

_ESCAPES = {"\t": "&#9;"}


def render(result: RunResult, look: Look) -> str:
    """The whole document: a file each, in the order of their paths, its errors in it."""
    errors: defaultdict[str, list[str]] = defaultdict(list)
    for failure in result.failures:
        message = failure_message(failure, look.locale)
        errors[(look.base + failure.path) or "."].append(
            _error(line="1", severity="error", message=message, source=f"failure.{failure.what}")
        )
    for reported in look.shown(result):
        finding = reported.finding
        check = result.checks[reported.rule]
        place = finding.place
        line, column = result.sources[place.path].position(place.span.start)
        parts = [message_of(check, finding, look.locale)]
        for other in finding.related[:1]:
            # There is no room for a second place but in the message.
            at = result.sources[other.path].position(other.span.start)
            label = label_of(check, finding, other, look.locale)
            where = f"{look.base}{other.path}:{at.line}:{at.column}"
            parts.append(f"({where}: {label})" if label else f"({where})")
        errors[look.base + place.path].append(
            _error(
                line=str(line),
                column=str(column),
                severity=reported.severity.label,
                message=" ".join(parts),
                source=reported.rule.replace("/", "."),
            )
        )
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">']
    for path in sorted(errors):
        lines += [f"  <file name={_quoted(path)}>", *errors[path], "  </file>"]
    return "\n".join([*lines, "</checkstyle>", ""])


def _error(**attributes: str) -> str:
    pairs = " ".join(
        f"{name}={_quoted(value if name != 'source' else f'sverka.{value}')}"
        for name, value in attributes.items()
    )
    return f"    <error {pairs}/>"


def _quoted(text: str) -> str:
    """An attribute's value: what XML cannot hold is made visible."""
    return quoteattr(visible(text), _ESCAPES)
