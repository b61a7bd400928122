"""What commands do with a site before they report on it: find its settings, read it, run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sverka.cli.options import locale_of, say
from sverka.cli.output import Trouble, put_error, wants_color, way_to
from sverka.cli.progress import bar, can_show
from sverka.reports import Look

if TYPE_CHECKING:
    from sverka.config import Config
    from sverka.result import RunResult

HERE = (Path(),)
"""What a command is about when no path is given."""


def settings(paths: Sequence[Path], config_file: Path | None, locale: str | None) -> Config:
    """The settings that hold for ``paths``; raises `Trouble` for a path that is not there."""
    from sverka.config import load
    from sverka.registry import checks_of

    for path in paths:
        if not path.exists():
            wish = locale_of(locale, "", os.environ)
            raise Trouble(say(wish, "path_missing", path=path))
    return load(explicit=config_file, paths=paths or HERE, checks=checks_of)


def run(config: Config, paths: Sequence[Path], *, review: bool = False) -> RunResult:
    """All that the settings ask for, of the whole site; ``paths`` are its focus. ``review``: with
    what a report on the pages shows."""
    from sverka.runner import check

    asked = tuple(paths) or HERE
    if can_show():
        with bar(locale_of(None, config.locale, os.environ)) as watch:
            return check(config, asked, review=review, watch=watch)
    return check(config, asked, review=True) if review else check(config, asked)


def read_site(config: Config, paths: Sequence[Path]) -> RunResult:
    """The pages and pairs that touch ``paths``; no rule is run."""
    from sverka.runner import check

    return of_asked(check(config, tuple(paths) or HERE, checks={}), config, paths)


def of_asked(result: RunResult, config: Config, paths: Sequence[Path]) -> RunResult:
    """The result with those pages and pairs only that touch ``paths``."""
    asked = asked_about(result, config, paths)
    if asked is None:
        return result
    pairs = tuple(one for one in result.pairs if {one.source, one.target} & asked)
    kept = asked.union(*((one.source, one.target) for one in pairs))
    pages = tuple(page for page in result.pages if page.path in kept)
    return replace(result, pages=pages, pairs=pairs)


def asked_about(result: RunResult, config: Config, paths: Sequence[Path]) -> frozenset[str] | None:
    """The pages that the paths name; None for all."""
    from sverka.runner.focus import focus_on

    known = frozenset(page.path for page in result.pages)
    focus, _ = focus_on(tuple(paths) or HERE, config.root, known)
    return focus.pages


def report_failures(
    result: RunResult, config: Config, paths: Sequence[Path], locale: str, color: bool | None
) -> None:
    """Say on stderr which named files were left out and what kept the job from being done, in
    ``locale``.

    A path that was asked for is named as it was; another so that it can be opened from here.
    """
    _note_left_out(result, config, paths, locale)
    for decision in result.lapsed:
        put_error(f"sverka: {say(locale, 'lapsed', decision=decision)}\n")
    if not result.failures:
        return
    from sverka.reports.text import render_failures

    base = way_to(config.root, Path.cwd().resolve())
    given = {"", *(path.as_posix() for path in paths)}
    failures = (
        one if one.path in given else replace(one, path=base + one.path) for one in result.failures
    )
    paint = wants_color(color, os.environ, sys.stderr)
    result = replace(result, failures=tuple(failures))
    put_error(render_failures(result, Look(locale, color=paint)), color=paint)


def _note_left_out(result: RunResult, config: Config, paths: Sequence[Path], locale: str) -> None:
    from sverka.runner.focus import left_out

    seen = {page.path for page in result.pages} | {one.path for one in result.failures}
    for path in left_out(paths, config.root, frozenset(seen)):
        put_error(f"sverka: {say(locale, 'left_out', path=path.as_posix())}\n")
