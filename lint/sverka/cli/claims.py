"""``sverka claims``: what the pages state, and the table of who says what of each topic."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
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
from sverka.cli.output import Trouble, put_document, put_error, put_text, wants_color
from sverka.cli.running import settings

if TYPE_CHECKING:
    from sverka.claims.matrix import Cell, Matrix
    from sverka.claims.model import Claim
    from sverka.runner import Claimed
    from sverka.source import Source

_LONGEST = 90


@click.command()
@paths_argument
@click.option("--topic", help="Only topics whose name holds this.")
@format_option("text", "json")
@config_option
@locale_option
@color_option
@click.pass_context
def claims(
    context: click.Context,
    /,
    paths: tuple[Path, ...],
    topic: str | None,
    form: str,
    config_file: Path | None,
    locale: str | None,
    color: bool | None,
) -> None:
    """Show what the pages state of each topic: aspects, pages, and where they contradict.

    All pages of the site are read; PATHS say which are shown.
    """
    from sverka.messages import failure_message
    from sverka.runner import claims as read

    with troubles(locale):
        config = settings(paths, config_file, locale)
        claimed = read(config, tuple(paths) or (Path(),))
    wish = locale_of(locale, config.locale, os.environ)
    wanted = (topic or "").casefold()
    if form == "json":
        put_document(_document(claimed, wanted, document_locale(locale, config.locale)))
    else:
        paint = wants_color(color, os.environ)
        put_text(_text(claimed, wanted, wish, paint=paint), color=paint)
    for failure in claimed.failures:
        put_error(f"sverka: {failure_message(failure, wish)}\n")
    context.exit(Trouble.exit_code if claimed.failures else 0)


def _document(claimed: Claimed, wanted: str, locale: str) -> str:
    from sverka.reports.jsonreport import dump, failure, header

    return dump(
        {
            **header(),
            "claims": [
                _claim(topic, claim, claimed.sources[claim.path])
                for topic, claim in claimed.claims
                if wanted in topic.casefold()
            ],
            "failures": [failure(one, locale) for one in claimed.failures],
        }
    )


def _claim(topic: str, claim: Claim, source: Source) -> dict[str, object]:
    low, high = claim.value.range or (None, None)
    kind = _kind(claim)
    return {
        "path": claim.path,
        "start": _position(source, claim.span.start),
        "end": _position(source, claim.span.end),
        "quote": claim.quote,
        "language": claim.language,
        "topic": topic,
        "aspect": claim.aspect,
        "value": {
            "kind": kind,
            "low": low,
            "high": high,
            "unit": claim.value.unit or None,
            "items": [claim.value.label] if claim.value.label else [],
        },
        "polarity": claim.polarity,
        "modality": claim.modality,
        "quantifier": claim.quantifier or None,
        "conditions": list(claim.conditions),
        "variant": sorted(value for values in claim.variants.values() for value in values),
        "hedged": claim.hedged,
        "absolute": claim.absolute,
    }


def _kind(claim: Claim) -> str:
    if claim.value.range is None:
        return "flag"
    return "bound" if None in claim.value.range else "range"


def _position(source: Source, at: int) -> dict[str, int]:
    line, column = source.position(at)
    return {"line": line, "column": column}


def _text(claimed: Claimed, wanted: str, locale: str, *, paint: bool) -> str:
    shown = [one for one in claimed.matrices if wanted in one.topic.casefold()]
    blocks = ["\n".join(_matrix(one, claimed, locale, paint=paint)) + "\n" for one in shown]
    count = sum(wanted in topic.casefold() for topic, _ in claimed.claims)
    blocks.append(say(locale, "claims_found", claims=count, topics=len(shown)) + "\n")
    return "\n".join(blocks)


def _matrix(matrix: Matrix, claimed: Claimed, locale: str, *, paint: bool) -> Iterator[str]:
    yield click.style(matrix.topic, bold=True) if paint else matrix.topic
    for names, row in zip(matrix.names, matrix.cells, strict=True):
        name = names.get(locale) or next(iter(names.values()), "")
        contested = any(cell.rivals for cells in row for cell in cells)
        mark = "!" if contested else " "
        line = f"{mark} {name}"
        yield click.style(line, fg="red") if paint and contested else line
        yield from _row(matrix.pages, row, claimed)


def _row(pages: Sequence[str], row: Sequence[Sequence[Cell]], claimed: Claimed) -> Iterator[str]:
    for path, cells in zip(pages, row, strict=True):
        for cell in cells:
            line, _ = claimed.sources[path].position(cell.claim.span.start)
            quote = cell.claim.quote
            quote = quote if len(quote) <= _LONGEST else quote[: _LONGEST - 1] + "…"
            yield f"  {'!' if cell.rivals else ' '} {path}:{line}  {quote}"
