"""``sverka check``: find what is wrong, and fail if there is something."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from sverka.cli.known import note_gone, read_baseline, without_known
from sverka.cli.options import (
    color_option,
    complete_rules,
    config_option,
    fix_options,
    locale_of,
    locale_option,
    paths_argument,
    say,
    split_names,
    troubles,
)
from sverka.cli.output import Trouble, is_terminal, put_error
from sverka.cli.reporting import (
    FOR_PEOPLE,
    Wanted,
    look_of,
    put_rendered,
    put_report,
    report_options,
    wanted_reports,
)
from sverka.cli.running import of_asked, report_failures, run, settings
from sverka.reports import REVIEWS

if TYPE_CHECKING:
    from sverka.baseline import Known
    from sverka.changes import Changes
    from sverka.check import Check
    from sverka.cli.fixing import Wish
    from sverka.config import Config
    from sverka.reports import Look
    from sverka.result import RunResult

NEVER = "never"
LEVELS = ("error", "warning", "info", NEVER)


class Given(TypedDict):
    """The options of the command, as click hands them over."""

    paths: tuple[Path, ...]
    forms: tuple[str, ...]
    output: Path | None
    fail_on: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    config_file: Path | None
    locale: str | None
    everything: bool
    color: bool | None
    quiet: bool
    baseline_file: Path | None
    revision: str | None
    fix: bool
    unsafe_fixes: bool
    diff_fixes: bool


@click.command()
@paths_argument
@report_options
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    help="The level of findings that makes the exit code 1; else that of the settings, or warning.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    shell_complete=complete_rules,
    help="Run only these rules and families; may be repeated, commas divide.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULES",
    shell_complete=complete_rules,
    help="Do not run these rules and families; may be repeated, commas divide.",
)
@click.option(
    "--baseline",
    "baseline_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Show and count only findings that are not in this file, see `sverka baseline`.",
)
@click.option(
    "--diff",
    "revision",
    metavar="REV",
    help="Show only findings on lines changed since this revision of git, and on pages whose "
    "other version was changed.",
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
        wish = locale_of(given["locale"], config.locale, os.environ)
        reports = wanted_reports(given["forms"], given["output"], wish)
        fixing = _fixing(given, reports, wish)
        narrowing = _Narrowing(config, given, wish)
        looks = {one: _look(one, config, given) for one in reports}
        if given["diff_fixes"]:
            result = _preview(config, given, reports[0], looks[reports[0]])
        else:
            review = any(one.form in REVIEWS for one in reports)
            result = narrowing.narrow(_found(config, given, fixing=fixing, review=review))
            for report, look in looks.items():
                # There, a page that is listed without a finding says that it has none.
                listed = report.form == "junit"
                shown = of_asked(result, config, given["paths"]) if listed else result
                put_report(report, shown, look)
    if given["diff_fixes"] and result.mending and not given["quiet"]:
        put_error(mending_text(result.mending, wish, done=False) + "\n")
    if not given["quiet"]:
        narrowing.note()
    report_failures(result, config, given["paths"], wish, given["color"])
    context.exit(exit_code(result, config.fail_on))


def _fixing(given: Given, reports: tuple[Wanted, ...], locale: str) -> bool:
    """Whether anything is to be fixed; `Trouble` where that does not go with the rest."""
    fixing = given["fix"] or given["unsafe_fixes"] or given["diff_fixes"]
    if fixing and given["revision"] is not None:
        # What is fixed would not be what is shown.
        raise Trouble(say(locale, "diff_and_fix"))
    if given["diff_fixes"] and (len(reports) > 1 or reports[0].form != FOR_PEOPLE):
        raise Trouble(say(locale, "diff_is_no_report"))
    return fixing


def _found(config: Config, given: Given, *, fixing: bool, review: bool) -> RunResult:
    """What is found, or what remains after fixing; with a ``review`` where a report wants it."""
    if not fixing:
        return run(config, given["paths"], review=review)
    from sverka.cli.fixing import fix

    result = fix(_wish(config, given))
    if not review:
        return result
    # The pages as they are now, which is not what they were before the fixes.
    return replace(result, review=run(config, given["paths"], review=True).review)


def _wish(config: Config, given: Given) -> Wish:
    from sverka.cli.fixing import Wish

    hints = _shows_hints(config, given)
    return Wish(config, given["paths"], unsafe=given["unsafe_fixes"], hints=hints)


def _preview(config: Config, given: Given, report: Wanted, look: Look) -> RunResult:
    """Show what fixing would change; what is found now is the result."""
    from sverka.cli.fixing import diff_text, preview

    shown = preview(_wish(config, given))
    for_people = given["output"] is None and (look.color or is_terminal())
    text = diff_text(shown, look, for_people=for_people)
    put_rendered(report, text, look, document=not for_people)
    return shown.result


class _Narrowing:
    """What ``--diff`` and ``--baseline`` leave of a result, and what there is to say of it."""

    def __init__(self, config: Config, given: Given, locale: str) -> None:
        self.config = config
        self.locale = locale
        self.paths = given["paths"]
        self.file = given["baseline_file"]
        self.revision = given["revision"]
        self.hints = _shows_hints(config, given)
        self.gone: tuple[Known, ...] = ()
        self.elsewhere = 0
        # Both are asked for before the pages are read: what is wrong with them is said at once.
        self.entries = read_baseline(self.file, locale) if self.file else ()
        self.changes = self._changes()

    def narrow(self, result: RunResult) -> RunResult:
        """The findings that are new and lie where something was changed."""
        if self.file:
            result, self.gone = without_known(result, self.entries, self.config, self.paths)
        if self.changes is None:
            return result
        from sverka.changes import concerned
        from sverka.finding import Severity

        findings = concerned(result, self.changes)
        shown = {id(one) for one in findings}
        left_out = [one for one in result.findings if id(one) not in shown]
        self.elsewhere = sum(1 for one in left_out if self.hints or one.severity > Severity.INFO)
        return replace(result, findings=findings)

    def _changes(self) -> Changes | None:
        if self.revision is None:
            return None
        from sverka.cli.changed import changes_since

        return changes_since(self.revision, self.config.root, self.locale)

    def note(self) -> None:
        """Say on stderr what was left out, and which entries match nothing."""
        if self.file:
            note_gone(self.gone, self.file, self.locale)
        if self.elsewhere:
            data = {"count": self.elsewhere, "revision": self.revision}
            put_error(f"sverka: {say(self.locale, 'diff_elsewhere', **data)}\n")


def _config(given: Given) -> Config:
    """The settings of the site, with what the command line says instead."""
    from sverka.finding import Severity
    from sverka.registry import checks_of
    from sverka.registry import select as selected

    config = settings(given["paths"], given["config_file"], given["locale"])
    checks = checks_of(config.root)
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
    if given["fail_on"] is not None:
        level = None if given["fail_on"] == NEVER else Severity.parse(given["fail_on"])
        config = replace(config, fail_on=level)
    return replace(config, hints=_shows_hints(config, given))


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


def _shows_hints(config: Config, given: Given) -> bool:
    from sverka.finding import Severity

    # A hint that makes the run fail must be seen.
    return given["everything"] or config.fail_on is Severity.INFO


def _look(report: Wanted, config: Config, given: Given) -> Look:
    return look_of(
        report,
        config,
        locale=given["locale"],
        infos=_shows_hints(config, given),
        quiet=given["quiet"],
        color=given["color"],
    )
