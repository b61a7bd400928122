"""The report for people, after the manner of compilers: the place, what is wrong, the line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from types import MappingProxyType

import click

from sverka.finding import Finding, Place, Reported, Severity
from sverka.messages import failure_message, label_of, load_messages, message_of
from sverka.reports import Look
from sverka.reports.excerpt import Excerpt, excerpt, visible
from sverka.result import Mending, RunResult

MOST_RELATED = 4
"""Other places shown with a finding; the rest is counted."""

LEAST_ROOM = 20
INDENT = "   "
_COLORS = MappingProxyType(
    {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
)
_SAFE, _UNSAFE = "--fix", "--unsafe-fixes"
_RELATED_COLOR = "blue"


def render(result: RunResult, look: Look) -> str:
    """The findings, each with its lines and those of the other side, then the summary."""
    shown = [one for one in result.findings if look.infos or one.severity > Severity.INFO]
    parts = [_finding(one, result, look) for one in shown]
    if look.summary:
        parts.append(_summary(result, look))
    return "\n".join(parts)


def render_failures(result: RunResult, look: Look) -> str:
    """What kept the job from being done, a line each; empty when nothing did."""
    paint = _painter(look)
    word = paint(_say(look.locale, "failure"), fg="red", bold=True)
    messages = [visible(failure_message(failure, look.locale)) for failure in result.failures]
    return "".join(f"{word}: {message}\n" for message in messages)


def _say(locale: str, key: str, **data: object) -> str:
    return load_messages(locale).text("report", key, data)


def _painter(look: Look) -> partial[str]:
    if look.color:
        return partial(click.style)
    return partial(_plain)


def _plain(text: str, **_style: object) -> str:
    return text


def _finding(reported: Reported, result: RunResult, look: Look) -> str:
    paint = _painter(look)
    finding = reported.finding
    check = result.checks[reported.rule]
    related = finding.related[:MOST_RELATED]
    room = max(LEAST_ROOM, look.width - len(INDENT) - len(" | ") - 5)
    cuts = [
        excerpt(result.sources[place.path], place.span, room) for place in (finding.place, *related)
    ]
    gutter = max(len(str(cut.line)) for cut in cuts)
    frame = partial(_frame, gutter=gutter, look=look)
    color = _COLORS[reported.severity]
    lines = [
        " ".join(
            (
                paint(_where(finding.place, result, look) + ":", bold=True),
                paint(_say(look.locale, reported.severity.label), fg=color, bold=True),
                paint(_linked(reported.rule, look) + ":", dim=True),
                visible(message_of(check, finding, look.locale)),
                *_offer(finding, look),
            )
        ),
        *frame(cuts[0], mark="^", color=color),
    ]
    for place, cut in zip(related, cuts[1:], strict=True):
        label = visible(label_of(check, finding, place, look.locale))
        where = paint(_where(place, result, look), bold=True)
        lines.append(INDENT + (f"{where}: {label}" if label else where))
        lines.extend(frame(cut, mark="~", color=_RELATED_COLOR))
    more = len(finding.related) - len(related)
    if more:
        lines.append(INDENT + paint(_say(look.locale, "more_places", count=more), dim=True))
    return "\n".join(lines) + "\n"


def _linked(rule: str, look: Look) -> str:
    """The id of a rule, as a link to its page where the terminal can follow it (OSC 8)."""
    if not look.pages:
        return rule
    return f"\x1b]8;;{look.pages}{rule}.md\x1b\\{rule}\x1b]8;;\x1b\\"


def _offer(finding: Finding, look: Look) -> Iterable[str]:
    """The option that would mend a finding, if there is one."""
    if finding.fix:
        yield _painter(look)(f"[{_SAFE if finding.fix.safe else _UNSAFE}]", dim=True)


def _where(place: Place, result: RunResult, look: Look) -> str:
    line, column = result.sources[place.path].position(place.span.start)
    return f"{visible(look.base + place.path)}:{line}:{column}"


def _frame(cut: Excerpt, *, gutter: int, look: Look, mark: str, color: str) -> Iterable[str]:
    paint = _painter(look)
    number = paint(f"{INDENT}{cut.line:>{gutter}} |", fg="bright_black")
    margin = paint(f"{INDENT}{'':>{gutter}} |", fg="bright_black")
    yield f"{number} {cut.text}".rstrip()
    yield f"{margin} {' ' * cut.start}{paint(mark * cut.width, fg=color, bold=True)}"


def mending_text(mending: Mending, locale: str, *, done: bool = True) -> str:
    """What fixing came to, or would come to, in one line."""
    made = ("fixed" if done else "would_fix") + ("" if mending.findings else "_nothing")
    counts = {"findings": mending.findings, "files": mending.files, "more": mending.unsafe}
    parts = [_say(locale, f"{made}_more" if mending.unsafe else made, **counts)]
    if mending.refused:
        parts.append(_say(locale, "refused", count=mending.refused))
    return " ".join(parts)


def _offers(result: RunResult, look: Look) -> list[str]:
    """How many of the findings that are shown can be fixed, and how."""
    fixes = [
        one.finding.fix
        for one in result.findings
        if one.finding.fix and (look.infos or one.severity > Severity.INFO)
    ]
    safe = sum(1 for fix in fixes if fix.safe)
    more = len(fixes) - safe
    if not fixes:
        return []
    key = "fixable_both" if safe and more else "fixable" if safe else "fixable_unsafe"
    return [_say(look.locale, key, count=safe or more, more=more)]


def _uncompared(result: RunResult) -> bool:
    """Whether there was nothing to compare; where something failed, nobody can tell."""
    return bool(result.pages) and not result.pairs and not result.failures


def _summary(result: RunResult, look: Look) -> str:
    paint = _painter(look)
    speak = partial(_say, look.locale)
    counts = [
        speak(key, count=count)
        for key, severity in (
            ("errors", Severity.ERROR),
            ("warnings", Severity.WARNING),
            ("infos", Severity.INFO),
        )
        if (count := result.count(severity)) and (look.infos or severity > Severity.INFO)
    ]
    if counts:
        verdict = paint(speak("found", findings=", ".join(counts)), bold=True)
    elif result.failures:
        verdict = paint(speak("nothing"), bold=True)
    elif _uncompared(result):
        verdict = ""
    else:
        verdict = paint(speak("clean"), fg="green", bold=True)
    seconds = f"{result.seconds:.2f}".replace(".", speak("decimal_point"))
    checked = speak("checked", pages=len(result.pages), pairs=len(result.pairs), seconds=seconds)
    hidden = 0 if look.infos else result.count(Severity.INFO)
    asides = [
        speak(key, count=count)
        for key, count in (
            ("suppressed", result.suppressed),
            ("baselined", result.baselined),
            ("hidden", hidden),
            ("incomplete", len(result.failures)),
        )
        if count
    ]
    warned = paint(speak("uncompared"), fg="yellow", bold=True) if _uncompared(result) else ""
    lines = [" ".join(filter(None, (verdict, warned, checked)))]
    if result.mending:
        lines.append(mending_text(result.mending, look.locale))
    else:
        asides += _offers(result, look)
    if asides:
        lines.append(paint(" ".join(asides), dim=True))
    return "\n".join(lines) + "\n"
