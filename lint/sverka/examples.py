"""Runs a rule alone over a tiny site: the examples of a check, a folder of sample pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sverka import packs
from sverka.check import Check, Example
from sverka.config import Config
from sverka.messages import failure_message, message_of
from sverka.registry import all_checks
from sverka.result import RunResult
from sverka.runner import check_sources
from sverka.source import Source
from sverka.suppress.rules import engine_rules
from sverka.termbase import NO_TERMS, Codes, Termbase, parse

NOWHERE = Path("/")
TERMBASE = "termbase.csv"


def run_rule(check: Check, pages: Example) -> RunResult:
    """What ``check``, and no other rule, reports of the site ``pages`` (path -> text).

    ``check`` need not be among the registered ones. The engine's own rules speak of what the
    others do, so for one of these all rules run; only its findings are given.
    A text under the name `TERMBASE` is no page but the site's termbase.
    Raises `sverka.source.Unreadable` for a text that is no page.
    """
    sources = [
        Source.decode(path, text.encode()) for path, text in pages.items() if path != TERMBASE
    ]
    of_engine = check.id in {rule.id for rule in engine_rules()}
    config = Config(NOWHERE, select=() if of_engine else (check.id,))
    checks = {**all_checks(), check.id: check}
    result = check_sources(sources, config, checks, termbase=_termbase(pages.get(TERMBASE, "")))
    own = tuple(reported for reported in result.findings if reported.rule == check.id)
    return replace(result, findings=own)


def _termbase(text: str) -> Termbase:
    return parse(TERMBASE, text.encode(), Codes.of_packs(packs.load())) if text else NO_TERMS


def said(check: Check, result: RunResult, locale: str = "") -> Iterator[str]:
    """A line for each finding, ``path:line:column: message``, after those for failures."""
    yield from (failure_message(failure, locale) for failure in result.failures)
    for reported in result.findings:
        place = reported.finding.place
        line, column = result.sources[place.path].position(place.span.start)
        yield f"{place.path}:{line}:{column}: {message_of(check, reported.finding, locale)}"
