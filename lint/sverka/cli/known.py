"""``check --baseline``, ``sverka baseline``: findings that are known."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sverka.cli.options import (
    config_option,
    document_locale,
    locale_of,
    locale_option,
    paths_argument,
    say,
    troubles,
)
from sverka.cli.output import Trouble, put_error, put_file, put_text, way_to
from sverka.cli.running import asked_about, report_failures, run, settings

if TYPE_CHECKING:
    from sverka.baseline import Known
    from sverka.config import Config
    from sverka.result import RunResult

FILE_NAME = "sverka-baseline.toml"
MOST_GONE = 10
"""Entries without a finding that are named one by one."""


class _Group(click.Group):
    """`write` is what it does where no command is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of the command there where it is left out."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["write", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Group)
def baseline() -> None:
    """Accept the findings that there are, so that a check fails on new ones only.

    `sverka baseline [PATHS]` is short for `sverka baseline write [PATHS]`.
    """


@baseline.command()
@paths_argument
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help=f"The file to write; {FILE_NAME} in the folder of the site, if not said.",
)  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Accept hints (info), too.")
@config_option
@locale_option
@click.pass_context
def write(
    context: click.Context,
    /,
    *,
    paths: tuple[Path, ...],
    output: Path | None,
    everything: bool,
    config_file: Path | None,
    locale: str | None,
) -> None:
    """Write a file with all findings that there are."""
    from sverka.baseline import Known
    from sverka.finding import Severity

    with troubles(locale):
        config = settings(paths, config_file, locale)
        hints = everything or config.fail_on is Severity.INFO
        result = run(replace(config, hints=hints), paths)
    wish = locale_of(locale, config.locale, os.environ)
    _demand_whole(result, config, paths, wish, context)
    entries = [
        Known.of(one, result.sources)
        for one in result.findings
        if hints or one.severity > Severity.INFO
    ]
    place = output or _default_file(config)
    _put(entries, place, wish, document_locale(locale, config.locale))
    put_text(say(wish, "baseline_written", path=place.as_posix(), count=len(entries)) + "\n")


@baseline.command()
@paths_argument
@click.option(
    "--baseline", "file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help=f"The file to prune; {FILE_NAME} in the folder of the site, if not said.",
)  # fmt: skip
@config_option
@locale_option
@click.pass_context
def prune(
    context: click.Context,
    /,
    *,
    paths: tuple[Path, ...],
    file: Path | None,
    config_file: Path | None,
    locale: str | None,
) -> None:
    """Take entries that match no finding any more out of the file.

    Entries of pages that were renamed are given the new names.
    """
    from sverka.baseline import compare

    with troubles(locale):
        # With hints: an entry of a rule that has not run cannot be told to be gone.
        config = replace(settings(paths, config_file, locale), hints=True)
        wish = locale_of(locale, config.locale, os.environ)
        place = file or _default_file(config)
        entries = read_baseline(place, wish)
        result = run(config, paths)
    _demand_whole(result, config, paths, wish, context)
    outcome = compare(result, entries)
    dead = gone_entries(outcome.gone, result, config, paths)
    kept = [*outcome.known, *(one for one in outcome.gone if one not in dead)]
    _put(kept, place, wish, document_locale(locale, config.locale))
    data = {"path": place.as_posix(), "gone": len(dead), "kept": len(kept)}
    put_text(say(wish, "baseline_pruned", **data) + "\n")


def read_baseline(file: Path, locale: str) -> tuple[Known, ...]:
    """The entries of a file; raises `Trouble` where it cannot be read."""
    from sverka.baseline import BadBaseline, parse

    try:
        return parse(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise Trouble(say(locale, "baseline_missing", path=file)) from error
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise Trouble(say(locale, "baseline_unreadable", path=file, reason=reason)) from error
    except BadBaseline as error:
        raise Trouble(f"{file}: {say(locale, error.what, **error.data)}") from error


def without_known(
    result: RunResult, entries: Sequence[Known], config: Config, paths: Sequence[Path]
) -> tuple[RunResult, tuple[Known, ...]]:
    """The result with the new findings only, and the entries that no finding matches."""
    from sverka.baseline import compare

    outcome = compare(result, entries)
    narrowed = replace(result, findings=outcome.new, baselined=len(outcome.known))
    return narrowed, gone_entries(outcome.gone, result, config, paths)


def gone_entries(
    entries: Sequence[Known], result: RunResult, config: Config, paths: Sequence[Path]
) -> tuple[Known, ...]:
    """Those of the entries without a finding of which this run can tell that it is gone: the
    rule was run, the page was asked about, and nothing failed."""
    from sverka.registry import checks_of, select

    if result.failures:
        return ()
    checks = checks_of(config.root)
    active = select(checks, config)
    asked = asked_about(result, config, paths)
    return tuple(
        one
        for one in entries
        if (one.rule in active or one.rule not in checks) and (asked is None or one.page in asked)
    )


def note_gone(entries: Sequence[Known], file: Path, locale: str) -> None:
    """Say on stderr which entries match nothing any more."""
    if not entries:
        return
    lines = [f"sverka: {say(locale, 'baseline_gone', path=file.as_posix(), count=len(entries))}"]
    lines += [
        f"  {say(locale, 'baseline_entry_gone', page=one.page, rule=one.rule, text=one.excerpt)}"
        for one in entries[:MOST_GONE]
    ]
    if len(entries) > MOST_GONE:
        lines.append(f"  {say(locale, 'baseline_more', count=len(entries) - MOST_GONE)}")
    put_error("\n".join(lines) + "\n")


def _paths(result: RunResult) -> Collection[str]:
    return {page.path for page in result.pages}


def _demand_whole(
    result: RunResult, config: Config, paths: Sequence[Path], locale: str, context: click.Context
) -> None:
    """End with exit code 2 where something failed: a baseline of half a site would make the
    other half's findings look new."""
    report_failures(result, config, paths, locale, None)
    if result.failures:
        put_error(f"sverka: {say(locale, 'baseline_incomplete')}\n")
        context.exit(Trouble.exit_code)


def _default_file(config: Config) -> Path:
    """The file beside the settings, as one who stands in the current folder would write it."""
    return Path(way_to(config.root, Path.cwd().resolve())) / FILE_NAME


def _put(entries: Sequence[Known], file: Path, locale: str, written_in: str) -> None:
    """Write the file. Its comments do not depend on who writes it: the environment has no say."""
    from sverka.baseline import dump

    comments = [say(written_in, key) for key in ("baseline_head", "baseline_hint")]
    try:
        put_file(dump(entries, comments), file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Trouble(say(locale, "output_failed", path=file, reason=reason)) from error
