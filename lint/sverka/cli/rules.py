"""``sverka rules`` and ``sverka explain``: what can be found, and what is meant by it."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sverka.cli.options import (
    color_option,
    complete_rules,
    format_option,
    locale_of,
    locale_option,
    say,
    troubles,
)
from sverka.cli.output import Trouble, put_document, put_text, table, wants_color

if TYPE_CHECKING:
    from sverka.check import Check, Example, Option

BAR = "│ "
WIDTH = 100


@click.command()
@format_option("text", "json")
@locale_option
@color_option
def rules(form: str, locale: str | None, color: bool | None) -> None:
    """List the rules: id, level, what each looks at, what it finds."""
    from sverka.registry import checks_of
    from sverka.reports.jsonreport import dump, header

    with troubles(locale):
        checks = checks_of(Path.cwd())
    if form == "json":
        put_document(dump({**header(), "rules": [_as_json(checks[rule]) for rule in checks]}))
        return
    wish = locale_of(locale, "", os.environ)
    paint = wants_color(color, os.environ)
    put_text(_table_of(checks, wish, paint=paint), color=paint)


@click.command()
@click.argument("rule", shell_complete=complete_rules)
@locale_option
@color_option
def explain(rule: str, locale: str | None, color: bool | None) -> None:
    """Describe a RULE, with examples; of a family, list the rules."""
    from sverka.registry import checks_of

    with troubles(locale):
        checks = checks_of(Path.cwd())
    wish = locale_of(locale, "", os.environ)
    paint = wants_color(color, os.environ)
    if rule in checks:
        put_text(_description(checks[rule], wish, paint=paint), color=paint)
        return
    family = {name: one for name, one in checks.items() if name.startswith(rule.rstrip("/") + "/")}
    if not family:
        raise Trouble(unknown_rule(rule, checks, wish))
    put_text(_table_of(family, wish, paint=paint), color=paint)


def unknown_rule(name: str, checks: Mapping[str, Check], locale: str) -> str:
    """What to say of a rule or family that there is not."""
    from sverka.suggest import closest

    families = {rule.partition("/")[0] for rule in checks}
    guess = closest(name, (*checks, *families))
    if guess:
        return say(locale, "unknown_rule_guess", name=name, guess=guess)
    return say(locale, "unknown_rule", name=name)


def _table_of(checks: Mapping[str, Check], locale: str, *, paint: bool) -> str:
    headings = [say(locale, f"heading_{name}") for name in ("rule", "level", "unit", "summary")]
    rows = [
        (
            check.id,
            check.severity.label,
            say(locale, f"unit_{check.unit}"),
            check.summary,
        )
        for check in checks.values()
    ]
    return table(rows, headings=headings, color=paint)


def _as_json(check: Check) -> dict[str, object]:
    from sverka.reports.jsonreport import plain

    return {
        "id": check.id,
        "severity": check.severity.label,
        "unit": check.unit,
        "summary": check.summary,
        "options": [
            {"name": one.name, "default": plain(one.default), "description": one.description}
            for one in check.options
        ],
    }


def _description(check: Check, locale: str, *, paint: bool) -> str:
    from sverka.rulepages import sections

    def bold(text: str) -> str:
        return click.style(text, bold=True) if paint else text

    parts = sections(check.documentation)
    level = say(locale, f"explain_level_{check.unit}", level=check.severity.label)
    blocks = [f"{bold(check.id)}\n{level}", parts.pop("")]
    blocks += [f"{bold(title)}\n{text}" for title, text in parts.items()]
    if check.options:
        heading = bold(say(locale, "explain_options", rule=check.id))
        options = (line for option in check.options for line in _option(option, locale))
        blocks.append("\n".join((heading, *options)))
    for key, examples in (("explain_bad", check.bad), ("explain_good", check.good)):
        for number, example in enumerate(examples):
            title = () if number else (bold(say(locale, key)),)
            blocks.append("\n".join((*title, *_example(example, paint=paint))))
    return "\n\n".join(blocks) + "\n"


def _option(option: Option, locale: str) -> Iterator[str]:
    from sverka.config.rules import toml

    yield f"  {option.name}"
    for text in (option.description, f"{say(locale, 'explain_default')} {toml(option.default)}"):
        yield textwrap.fill(text, WIDTH, initial_indent="    ", subsequent_indent="    ")


def _example(example: Example, *, paint: bool) -> Iterator[str]:
    from sverka.reports.excerpt import visible

    bar = click.style(BAR, fg="bright_black") if paint else BAR
    for path, text in example.items():
        yield f"  {path}"
        for line in text.rstrip("\n").split("\n"):
            yield f"  {bar}{visible(line)}".rstrip()
