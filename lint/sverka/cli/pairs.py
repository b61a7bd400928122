"""``sverka pairs``: which pages are taken for versions of each other, and which stay alone."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sverka.cli.options import (
    color_option,
    config_option,
    document_locale,
    format_option,
    locale_of,
    locale_option,
    paths_argument,
    say,
    troubles,
)
from sverka.cli.output import Trouble, put_document, put_text, table, wants_color
from sverka.cli.running import read_site, report_failures, settings

if TYPE_CHECKING:
    from sverka.result import RunResult
    from sverka.site import PageFacts, Pair


@click.command()
@paths_argument
@format_option("text", "json")
@config_option
@locale_option
@color_option
@click.pass_context
def pairs(
    context: click.Context,
    /,
    paths: tuple[Path, ...],
    form: str,
    config_file: Path | None,
    locale: str | None,
    color: bool | None,
) -> None:
    """Show which pages are versions of each other, how that was found, and which stay alone."""
    with troubles(locale):
        config = settings(paths, config_file, locale)
        result = read_site(config, paths)
    wish = locale_of(locale, config.locale, os.environ)
    if form == "json":
        put_document(_document(result, document_locale(locale, config.locale)))
    else:
        paint = wants_color(color, os.environ)
        put_text(_text(result, wish, paint=paint), color=paint)
    report_failures(result, config, paths, wish, color)
    context.exit(Trouble.exit_code if result.failures else 0)


def alone(result: RunResult) -> tuple[PageFacts, ...]:
    """The pages that are in no pair."""
    paired = {path for pair in result.pairs for path in (pair.source, pair.target)}
    return tuple(page for page in result.pages if page.path not in paired)


def _document(result: RunResult, locale: str) -> str:
    from sverka.reports.jsonreport import dump, failure, header, languages_of, pair

    languages = languages_of(result.pages)
    return dump(
        {
            **header(),
            "pairs": [pair(one, languages) for one in result.pairs],
            "alone": [
                {"path": page.path, "language": page.language or None} for page in alone(result)
            ],
            "failures": [failure(one, locale) for one in result.failures],
        }
    )


def _text(result: RunResult, locale: str, *, paint: bool) -> str:
    rest = alone(result)
    blocks = [_table_of(result.pairs, locale, paint=paint)] if result.pairs else []
    if rest:
        heading = say(locale, "pairs_alone")
        title = click.style(heading, bold=True) if paint else heading
        rows = [(page.path, page.language or say(locale, "language_unknown")) for page in rest]
        blocks.append(f"{title}\n{table(rows)}")
    if result.pairs:
        counts = {"pairs": len(result.pairs), "alone": len(rest)}
        blocks.append(say(locale, "pairs_found", **counts) + "\n")
    else:
        blocks.append(say(locale, "pairs_none") + "\n")
    return "\n".join(blocks)


def _table_of(found: Sequence[Pair], locale: str, *, paint: bool) -> str:
    headings = [
        say(locale, f"heading_{name}") for name in ("source", "target", "how", "confidence")
    ]
    rows = [(one.source, one.target, one.how, f"{one.confidence:.0%}") for one in found]
    return table(rows, headings=headings, color=paint)
