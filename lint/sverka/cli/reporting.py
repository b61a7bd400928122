"""Which reports of a check are wanted, how each shall look, and where it goes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sverka.cli.links import rule_pages
from sverka.cli.options import Command, TextType, document_locale, locale_of, say
from sverka.cli.output import (
    WIDTH_OF_A_FILE,
    Trouble,
    put_document,
    put_error,
    put_file,
    put_text,
    wants_color,
    way_to,
    width,
)
from sverka.reports import FORMATS, REVIEWS, Look, render

if TYPE_CHECKING:
    from sverka.config import Config
    from sverka.result import RunResult

FOR_PEOPLE = "text"
STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""Names the file whose text GitHub shows as the summary of a step."""

_FROM_THE_REPOSITORY = frozenset({"sarif", "github", "gitlab", "junit"})
"""Formats of services, which know paths from the top of the repository."""
_FROM_HERE = frozenset({FOR_PEOPLE, "checkstyle", "rdjsonl"})
"""Formats whose paths are opened from the current folder; those of others begin at the site."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report: its format, and the file it goes to (None: stdout)."""

    form: str
    file: Path | None = None

    @property
    def document(self) -> bool:
        """Whether it is for programs."""
        return self.form != FOR_PEOPLE


class _Report(TextType):
    """``NAME`` or ``NAME=FILE``."""

    name = "report"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """The formats, for the help."""
        del param, ctx
        return f"[{'|'.join(FORMATS)}][=FILE]"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The value, or a usage error that lists the formats."""
        form, divider, file = str(value).partition("=")
        if form not in FORMATS:
            known = ", ".join(FORMATS)
            self.fail(f"{form!r} is not one of {known}.", param, ctx)
        if divider and not file:
            self.fail(f"{value!r} names no file after the =.", param, ctx)
        return str(value)


def report_options(command: Command) -> Command:
    """``--format`` and ``--output``."""
    text = (
        "The form of the report. May be repeated: each but one needs a file, as in "
        "--format text --format sarif=report.sarif."
    )
    file = "Write the report to this file instead of the terminal."
    kind = click.Path(path_type=Path, dir_okay=False)
    command = click.option("--output", "-o", type=kind, metavar="FILE", help=file)(command)
    return click.option(
        "--format", "forms", type=_Report(), multiple=True, default=(FOR_PEOPLE,), help=text
    )(command)


def wanted_reports(forms: Sequence[str], output: Path | None, locale: str) -> tuple[Wanted, ...]:
    """The reports asked for; `Trouble` where two would go to the same place."""
    reports: list[Wanted] = []
    for value in dict.fromkeys(forms):
        form, _, file = value.partition("=")
        reports.append(Wanted(form, Path(file) if file else None))
    homeless = [number for number, one in enumerate(reports) if one.file is None]
    if len(homeless) > 1 or (output is not None and not homeless):
        raise Trouble(say(locale, "reports_clash"))
    if output is not None:
        reports[homeless[0]] = replace(reports[homeless[0]], file=output)
    files = [one.file.absolute() for one in reports if one.file]
    if len(files) > len(set(files)):
        raise Trouble(say(locale, "reports_clash"))
    return tuple(reports)


def look_of(
    report: Wanted,
    config: Config,
    *,
    locale: str | None,
    infos: bool,
    quiet: bool = False,
    color: bool | None = None,
) -> Look:
    """How the report shall look. For programs nothing depends on the terminal or on the
    language of the environment; ``locale`` is the one asked for."""
    if report.document:
        # Only people read a report on the pages, in the language that they read messages in.
        speak = report.form in REVIEWS
        chosen = (
            locale_of(locale, config.locale, os.environ)
            if speak
            else document_locale(locale, config.locale)
        )
        return Look(chosen, infos=infos, base=_base(report.form, config))
    to_file = report.file is not None
    colored = bool(color) if to_file else wants_color(color, os.environ)
    return Look(
        locale_of(locale, config.locale, os.environ),
        infos=infos,
        summary=not quiet,
        color=colored,
        width=WIDTH_OF_A_FILE if to_file else width(),
        base=_base(report.form, config),
        pages="" if to_file else rule_pages(os.environ),
    )


def put_report(report: Wanted, result: RunResult, look: Look) -> None:
    """Write a report to where it goes."""
    put_rendered(report, render(report.form, result, look), look)
    if report.form == "github":
        _put_step_summary(result, look)


def put_rendered(report: Wanted, text: str, look: Look, *, document: bool | None = None) -> None:
    """Write a text to where the report would go; ``document`` says that it is for programs,
    where the report's own form does not tell."""
    if report.file is not None:
        try:
            put_file(text, report.file)
        except OSError as error:
            raise _unwritten(report.file, error, look.locale) from error
    elif report.document if document is None else document:
        put_document(text)
    else:
        put_text(text, color=look.color)


def _base(form: str, config: Config) -> str:
    """What leads to the site's root from where the reader of the paths stands."""
    here = Path.cwd().resolve()
    if form in _FROM_HERE:
        return way_to(config.root, here)
    if form in _FROM_THE_REPOSITORY:
        tops = (one for one in (config.root, *config.root.parents) if (one / ".git").exists())
        return way_to(config.root, next(tops, here))
    return ""


def _put_step_summary(result: RunResult, look: Look) -> None:
    """Add to the summary of the step, which other commands of it write to as well."""
    from sverka.reports.github import chosen, summary

    name = os.environ.get(STEP_SUMMARY)
    if name:
        try:
            with Path(name).open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(summary(result, look))
        except OSError as error:
            raise _unwritten(Path(name), error, look.locale) from error
        return
    hidden = sum(1 for _ in look.shown(result)) - len(chosen(result, look))
    if hidden > 0:
        put_error(f"sverka: {say(look.locale, 'no_step_summary', count=hidden)}\n")


def _unwritten(path: Path, error: OSError, locale: str) -> Trouble:
    reason = error.strerror or type(error).__name__
    return Trouble(say(locale, "output_failed", path=path, reason=reason))
