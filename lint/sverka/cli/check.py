"""``sverka check``: find what is wrong, and fail if there is something."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

import click

from sverka.cli.options import (
    color_option,
    config_option,
    document_locale,
    fix_options,
    format_option,
    locale_of,
    locale_option,
    paths_argument,
    say,
    split_names,
    troubles,
)
from sverka.cli.output import (
    WIDTH_OF_A_FILE,
    Trouble,
    is_terminal,
    put_document,
    put_error,
    put_file,
    put_text,
    wants_color,
    way_to,
    width,
)
from sverka.cli.running import report_failures, run, settings
from sverka.reports import FORMATS, Look, render

if TYPE_CHECKING:
    from sverka.check import Check
    from sverka.config import Config
    from sverka.result import RunResult

FOR_PEOPLE = "text"
NEVER = "never"
LEVELS = ("error", "warning", "info", NEVER)


class Given(TypedDict):
    """The options of the command, as click hands them over."""

    paths: tuple[Path, ...]
    form: str
    output: Path | None
    fail_on: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    config_file: Path | None
    locale: str | None
    everything: bool
    color: bool | None
    quiet: bool
    fix: bool
    unsafe_fixes: bool
    diff_fixes: bool


@click.command()
@paths_argument
@format_option(*FORMATS)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the report to this file instead of the terminal.",
)
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    help="The level of findings that makes the exit code 1; else that of the settings, or warning.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    help="Run only these rules and families; may be repeated, commas divide.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULES",
    help="Do not run these rules and families; may be repeated, commas divide.",
)
@fix_options
@config_option
@locale_option
@click.option("--all", "everything", is_flag=True, help="Show hints (info), too.")
@color_option
@click.option("--quiet", "-q", is_flag=True, help="No summary: when all is well, nothing is said.")
@click.pass_context
def check(context: click.Context, /, **given: Unpack[Given]) -> None:
    """Compare the language versions of the pages in PATHS (the current folder by default).

    Files may be named, too: the whole site is read, and what touches them is shown.

    The exit code is 0 when nothing is found, 1 when something is, 2 when the job could not be
    done.
    """
    from sverka.reports.text import mending_text
    from sverka.runner import exit_code

    with troubles(given["locale"]):
        config = _config(given)
        look = _look(config, given)
        result, text, document = _outcome(config, look, given)
    _write(text, look, given, document=document)
    wish = locale_of(given["locale"], config.locale, os.environ)
    if given["diff_fixes"] and result.mending and look.summary:
        put_error(mending_text(result.mending, wish, done=False) + "\n")
    report_failures(result, config, given["paths"], wish, given["color"])
    context.exit(exit_code(result, config.fail_on))


class Outcome(NamedTuple):
    """What was found, or remains after fixing; what to write, a report or a diff; whether that
    is for programs."""

    result: RunResult
    text: str
    document: bool


def _outcome(config: Config, look: Look, given: Given) -> Outcome:
    document = given["form"] != FOR_PEOPLE
    if not (given["fix"] or given["unsafe_fixes"] or given["diff_fixes"]):
        result = run(config, given["paths"])
        return Outcome(result, render(given["form"], result, look), document)
    from sverka.cli.fixing import Wish, diff_text, fix, preview

    wish = Wish(config, given["paths"], unsafe=given["unsafe_fixes"], hints=look.infos)
    if not given["diff_fixes"]:
        result = fix(wish)
        return Outcome(result, render(given["form"], result, look), document)
    if document:
        raise Trouble(say(look.locale, "diff_is_no_report"))
    shown = preview(wish)
    for_people = given["output"] is None and (look.color or is_terminal())
    text = diff_text(shown, look, for_people=for_people)
    return Outcome(shown.result, text, not for_people)


def _config(given: Given) -> Config:
    """The settings of the site, with what the command line says instead."""
    from sverka.finding import Severity
    from sverka.registry import all_checks
    from sverka.registry import select as selected

    config = settings(given["paths"], given["config_file"], given["locale"])
    checks = all_checks()
    wish = locale_of(given["locale"], config.locale, os.environ)
    select = _rules(given["select"], "--select", checks, wish)
    ignore = _rules(given["ignore"], "--ignore", checks, wish)
    if select:
        # What is asked for by name on the command line outdoes a name in the file.
        kept = tuple(name for name in config.ignore if name not in select)
        rules = {
            rule: replace(one, off=one.off and rule not in select)
            for rule, one in config.rules.items()
        }
        config = replace(config, select=select, ignore=kept, rules=rules)
    config = replace(config, ignore=tuple(dict.fromkeys((*config.ignore, *ignore))))
    if not selected(checks, config):
        raise Trouble(say(wish, "no_rules"))
    if given["fail_on"] is None:
        return config
    level = None if given["fail_on"] == NEVER else Severity.parse(given["fail_on"])
    return replace(config, fail_on=level)


def _rules(
    values: tuple[str, ...], option: str, checks: Mapping[str, Check], locale: str
) -> tuple[str, ...]:
    """The rules and families of an option; `Trouble` for one that there is not."""
    from sverka.config import rule_names
    from sverka.suggest import closest

    known = rule_names(checks)
    names = split_names(values)
    for name in names:
        if name not in known:
            guess = closest(name, known)
            key = "unknown_rule_in_guess" if guess else "unknown_rule_in"
            raise Trouble(say(locale, key, option=option, name=name, guess=guess))
    return names


def _look(config: Config, given: Given) -> Look:
    """For programs nothing depends on the terminal or the environment."""
    from sverka.finding import Severity

    # A hint that makes the run fail must be seen.
    infos = given["everything"] or config.fail_on is Severity.INFO
    if given["form"] != FOR_PEOPLE:
        return Look(document_locale(given["locale"], config.locale), infos=infos)
    to_file = given["output"] is not None
    return Look(
        locale_of(given["locale"], config.locale, os.environ),
        infos=infos,
        summary=not given["quiet"],
        color=bool(given["color"]) if to_file else wants_color(given["color"], os.environ),
        width=WIDTH_OF_A_FILE if to_file else width(),
        base=way_to(config.root, Path.cwd().resolve()),
    )


def _write(text: str, look: Look, given: Given, *, document: bool) -> None:
    if given["output"] is not None:
        try:
            put_file(text, given["output"])
        except OSError as error:
            reason = error.strerror or type(error).__name__
            path = given["output"]
            raise Trouble(say(look.locale, "output_failed", path=path, reason=reason)) from error
    elif document:
        put_document(text)
    else:
        put_text(text, color=look.color)
