"""``sverka quantities``: the numbers of a text as values with units."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sverka.cli.options import (
    color_option,
    format_option,
    locale_of,
    locale_option,
    say,
    troubles,
)
from sverka.cli.output import Trouble, put_document, put_text, table, wants_color

if TYPE_CHECKING:
    from sverka.packs import Language, Packs
    from sverka.quantities import Quantity
    from sverka.source import Source

STDIN = "-"
_PAGES = frozenset({".md", ".markdown", ".mdx"})
_LONGEST_NAME = 4096


@click.command()
@click.argument("text", metavar="TEXT|FILE|-")
@click.option("--language", help="The language of the text; else it is found by its letters.")
@format_option("text", "json")
@locale_option
@color_option
def quantities(
    text: str, language: str | None, form: str, locale: str | None, color: bool | None
) -> None:
    """Show the numbers of TEXT, of a file, or of what is piped in, with their units.

    Durations are counted in seconds, and so are frequencies, as the time from one to the next.
    """
    from sverka import packs as data

    wish = locale_of(locale, "", os.environ)
    with troubles(locale):
        packs = data.load()
        source, is_page = _source(text)
        chosen = _language(source.text, language, packs, wish)
        found = list(_found(source, chosen, is_page=is_page))
    if form == "json":
        put_document(_document(source.text, found))
        return
    paint = wants_color(color, os.environ)
    put_text(_text(source.text, found, wish, paint=paint), color=paint)


def _source(text: str) -> tuple[Source, bool]:
    """What to read, and whether it is a page with markup."""
    from sverka.source import Source, Unreadable

    try:
        if text == STDIN:
            return Source.decode(STDIN, sys.stdin.buffer.read()), False
        path = _file(text)
        if path is None:
            return Source("", text), False
        return Source.decode(text, path.read_bytes()), path.suffix.lower() in _PAGES
    except Unreadable as error:
        raise Trouble(str(error)) from error
    except OSError as error:
        raise Trouble(f"{text}: {error.strerror or type(error).__name__}") from error


def _file(text: str) -> Path | None:
    """The file that ``text`` names, if it does."""
    if len(text) > _LONGEST_NAME or "\n" in text or "\0" in text:
        return None
    try:
        return Path(text) if Path(text).is_file() else None
    except OSError:
        return None  # longer than a name may be, so it is a text


def _language(text: str, asked: str | None, packs: Packs, locale: str) -> Language:
    """The language asked for, else the one most letters of the text belong to."""
    if asked is not None:
        if asked not in packs.languages:
            known = ", ".join(sorted(packs.languages))
            raise Trouble(say(locale, "language_missing", name=asked, known=known))
        return packs.languages[asked]
    counts = {code: len(one.letter.findall(text)) for code, one in packs.languages.items()}
    return packs.languages[max(counts, key=lambda code: (counts[code], code))]


def _found(source: Source, language: Language, *, is_page: bool) -> Iterator[Quantity]:
    """The quantities, their places in the whole text."""
    from dataclasses import replace

    from sverka.quantities import find, grammar_of
    from sverka.reading import read_page

    grammar = grammar_of(language)
    if not is_page:
        yield from find(source.text, grammar)
        return
    for block in read_page(source).walk():
        for one in find(block.prose.text, grammar):
            place = block.prose.span(one.start, one.end)
            yield replace(one, start=place.start, end=place.end)


def _document(text: str, found: list[Quantity]) -> str:
    from sverka.reports.jsonreport import dump, header

    return dump(
        {
            **header(),
            "quantities": [
                {
                    "quote": text[one.start : one.end],
                    "kind": one.kind,
                    "low": one.low,
                    "high": one.high,
                    "unit": one.unit,
                    "start": one.start,
                    "end": one.end,
                    "bound": one.bound,
                    "vague": one.vague,
                    "approximate": one.approximate,
                    "weak": one.weak,
                }
                for one in found
            ],
        }
    )


def _text(text: str, found: list[Quantity], locale: str, *, paint: bool) -> str:
    if not found:
        return say(locale, "quantities_none") + "\n"
    names = ("quote", "kind", "low", "high", "unit_of")
    headings = [say(locale, f"heading_{name}") for name in names]
    rows = [
        (
            " ".join(text[one.start : one.end].split()),
            one.kind,
            _number(one.low),
            _number(one.high),
            one.unit,
        )
        for one in found
    ]
    return table(rows, headings=headings, color=paint)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
