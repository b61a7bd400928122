"""``sverka check --fix``, ``--unsafe-fixes``, ``--diff-fixes``: fixes made or shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sverka.cli.running import HERE, run
from sverka.cli.writing import Rewrite, Unwritten, failure_of, put_page, rewrites
from sverka.source import Source

if TYPE_CHECKING:
    from sverka.config import Config
    from sverka.finding import Reported
    from sverka.fixes import Mended
    from sverka.reports import Look
    from sverka.result import Failure, RunResult


@dataclass(frozen=True, slots=True)
class Wish:
    """What to fix: the pages that ``paths`` name (none: all); ``unsafe`` fixes and those of
    ``hints``, too."""

    config: Config
    paths: Sequence[Path]
    unsafe: bool = False
    hints: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """``result`` is what is found now, with what fixing would come to; ``rewrites`` are the
    files (by path) as they would be."""

    result: RunResult
    rewrites: Mapping[str, Rewrite]


def fix(wish: Wish) -> RunResult:
    """Fix what is found and write the pages; what then remains is the result.

    A page that cannot be written is a failure in it; the others are written.
    """
    mended = _mend(wish, run(wish.config, wish.paths))
    ready, failures = rewrites(wish.config.root, dict(mended.changes))
    failed = list(failures)
    written = []
    for path, rewrite in ready.items():
        try:
            put_page(rewrite)
        except (Unwritten, OSError) as error:
            failed.append(failure_of(path, error))
        else:
            written.append(path)
    if not failed:
        return mended.result
    # What the run has found holds for pages that are not there now.
    result = _counted(run(wish.config, wish.paths), mended, written)
    return _failing(result, failed)


def preview(wish: Wish) -> Preview:
    """What `fix` would do; nothing is written."""
    first = run(wish.config, wish.paths)
    mended = _mend(wish, first)
    ready, failures = rewrites(wish.config.root, dict(mended.changes))
    return Preview(_failing(_counted(first, mended, ready), failures), ready)


def diff_text(shown: Preview, look: Look, *, for_people: bool) -> str:
    """What would change, to be read in a terminal or to be applied where we are."""
    from sverka.reports.diff import displayed, unified

    # A diff has no way up: where the pages lie above, it is one for the site's root.
    base = "" if look.base.startswith(("/", "..")) else look.base
    parts = []
    for path, rewrite in shown.rewrites.items():
        sides = (rewrite.before, rewrite.after)
        if for_people:
            before, after = (Source.decode(path, side).text for side in sides)
            parts.append(displayed(unified(base + path, before, after), color=look.color))
        else:
            before, after = (side.decode("utf-8") for side in sides)
            parts.append(unified(base + path, before, after))
    return "".join(parts)


def _mend(wish: Wish, first: RunResult) -> Mended:
    from sverka.fixes import Terms, mend
    from sverka.reading import read_page
    from sverka.runner import check
    from sverka.runner.focus import focus_on

    config, paths = wish.config, tuple(wish.paths) or HERE
    focus, _ = focus_on(paths, config.root, frozenset(page.path for page in first.pages))
    terms = Terms(
        read=lambda source: read_page(source, config.shortcodes),
        unsafe=wish.unsafe,
        hints=wish.hints,
        pages=focus.pages,
    )
    return mend(first, lambda texts: check(config, paths, texts=texts), terms)


def _counted(result: RunResult, mended: Mended, written: Collection[str]) -> RunResult:
    """The result with the counts of what was mended in the pages that were written."""
    counts = mended.result.mending
    if counts is None:
        return result
    made = sum(1 for one in mended.made if _pages(one) <= set(written))
    return replace(result, mending=replace(counts, findings=made, files=len(written)))


def _pages(reported: Reported) -> set[str]:
    fix_ = reported.finding.fix
    return {edit.path for edit in fix_.edits} if fix_ else set()


def _failing(result: RunResult, failures: Sequence[Failure]) -> RunResult:
    if not failures:
        return result
    both = (*result.failures, *failures)
    return replace(result, failures=tuple(sorted(both, key=lambda one: (one.path, one.what))))
