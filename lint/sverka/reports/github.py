"""The report as annotations of GitHub Actions, and as the summary of the step.

GitHub shows ten annotations a step and drops the rest without a word. So there are never more:
what kept the job from being done, then the worst finding of each page pair, errors first, then
second ones. All findings stand in the summary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from sverka.finding import Reported, Severity
from sverka.messages import failure_message, label_of, load_messages, message_of
from sverka.reports import Look
from sverka.reports.excerpt import visible
from sverka.reports.regions import region, utf16
from sverka.result import Failure, RunResult

MOST = 10
"""Annotations that GitHub shows of a step."""
LARGEST_SUMMARY = 900_000
"""Bytes; GitHub refuses a summary of more than 1 MiB."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(result: RunResult, look: Look) -> str:
    """The annotations, a line each, and a line that counts them all."""
    shown = list(look.shown(result))
    lines = [_of_failure(one, look) for one in result.failures[:MOST]]
    lines += [_annotation(one, result, look) for one in chosen(result, look)]
    total = len(shown) + len(result.failures)
    if total > len(lines):
        data = {"shown": len(lines), "total": total}
        lines.append(load_messages(look.locale).text("report", "annotated", data))
    return "".join(f"{line}\n" for line in lines)


def chosen(result: RunResult, look: Look) -> list[Reported]:
    """The findings that are annotated, in the order of their importance."""
    pair_of = {path: one.source for one in result.pairs for path in (one.source, one.target)}
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, int, int, Reported]] = []
    shown = sorted(enumerate(look.shown(result)), key=lambda item: (-item[1].severity, item[0]))
    for number, one in shown:
        page = one.finding.place.path
        pair = pair_of.get(page, page)
        ranked.append((seen[pair], -one.severity, number, one))
        seen[pair] += 1
    ranked.sort(key=lambda item: item[:3])
    return [one for *_, one in ranked[: max(0, MOST - len(result.failures))]]


def summary(result: RunResult, look: Look) -> str:
    """The summary as Markdown: counts, then a table with all findings; "" where there is
    nothing to say.

    The table is HTML: nothing in it is read as Markdown.
    """
    shown = list(look.shown(result))
    if not (shown or result.failures):
        return ""
    words = load_messages(look.locale).tables["report"]
    rows = [_row((words["failure"], "", failure_message(one, look.locale), "")) for one in
            result.failures]  # fmt: skip
    rows += [_row(_cells(one, result, look, words)) for one in shown]
    return "\n".join(["## Sverka", "", *_table(rows, look, words), ""])


def _table(rows: Sequence[str], look: Look, words: Mapping[str, str]) -> Iterator[str]:
    yield "<table>"
    heads = ("level", "place", "message", "other_side")
    yield (
        "<tr>" + "".join(f"<th>{escape(words[f'column_{head}'])}</th>" for head in heads) + "</tr>"
    )
    size = 0
    for number, row in enumerate(rows):
        size += len(row.encode("utf-8", "replace")) + 1
        if size > LARGEST_SUMMARY:
            yield "</table>"
            yield ""
            data = {"count": len(rows) - number}
            yield load_messages(look.locale).text("report", "left_out", data)
            return
        yield row
    yield "</table>"


def _row(cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _cells(
    reported: Reported, result: RunResult, look: Look, words: Mapping[str, str]
) -> tuple[str, str, str, str]:
    finding = reported.finding
    check = result.checks[reported.rule]
    sides = [finding.place, *finding.related[:1]]
    places = []
    for side in sides:
        line, _ = result.sources[side.path].position(side.span.start)
        places.append(f"<code>{escape(visible(f'{look.base}{side.path}:{line}'))}</code>")
    other = ""
    if finding.related:
        label = label_of(check, finding, finding.related[0], look.locale)
        other = f"{places[1]} {escape(visible(label))}".rstrip()
    message = escape(visible(message_of(check, finding, look.locale)))
    return (
        escape(words[reported.severity.label]),
        places[0],
        f"<code>{escape(reported.rule)}</code> {message}",
        other,
    )


def _annotation(reported: Reported, result: RunResult, look: Look) -> str:
    finding = reported.finding
    check = result.checks[reported.rule]
    at = region(result.sources[finding.place.path], finding.place.span, utf16)
    properties = {
        "file": look.base + finding.place.path,
        "line": str(at.line),
        "endLine": str(at.end_line),
        "title": f"sverka: {reported.rule}",
    }
    if at.line == at.end_line:
        # GitHub takes columns only where a place is on one line.
        properties |= {"col": str(at.column), "endColumn": str(at.end_column)}
    message = message_of(check, finding, look.locale)
    for other in finding.related[:1]:
        line, column = result.sources[other.path].position(other.span.start)
        label = label_of(check, finding, other, look.locale)
        where = f"{look.base}{other.path}:{line}:{column}"
        message += f"\n{where}: {label}" if label else f"\n{where}"
    return _command(_COMMANDS[reported.severity], properties, message)


def _of_failure(failure: Failure, look: Look) -> str:
    properties = {"file": look.base + failure.path} if failure.path else {}
    return _command("error", properties, failure_message(failure, look.locale))


def _command(name: str, properties: Mapping[str, str], message: str) -> str:
    values = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {values}::{_data(message)}" if values else f"::{name}::{_data(message)}"


def _data(text: str) -> str:
    """A message as the runner reads it back; what cannot be seen is made visible first."""
    lines = (visible(line) for line in text.split("\n"))
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
