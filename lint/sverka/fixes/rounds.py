"""Rounds of fixing: what one round has made is checked anew, until there is nothing more to fix."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sverka.finding import Reported
from sverka.fixes.planning import Plan, Terms, Why, plan
from sverka.result import Mending, RunResult

MOST_ROUNDS = 10
"""Fixes that are not done after so many rounds undo each other, or grow without end."""

Again = Callable[[Mapping[str, str]], RunResult]
"""Checks the site once more, with texts (by path) in the place of those of the pages."""

_REFUSALS = frozenset((Why.REFUSED, Why.UNSETTLED))


@dataclass(frozen=True, slots=True)
class Change:
    """The text of a page before and after, lines ended by ``\\n``."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mended:
    """``result`` is what is found once the ``changes`` (by path) are made; ``made`` are the
    findings that they mend. What is left there with a fix that was refused has it no more."""

    result: RunResult
    changes: Mapping[str, Change]
    made: tuple[Reported, ...]


def mend(first: RunResult, again: Again, terms: Terms) -> Mended:
    """Fix what ``first`` has found, as far as ``terms`` allow, and what is found after that.

    A page whose fixes never come to an end stays as it was. A second call finds nothing to fix.
    """
    closed: frozenset[str] = frozenset()
    while True:
        mended, unsettled = _rounds(first, again, terms, closed)
        if mended is not None:
            return mended
        closed |= unsettled


def _rounds(
    first: RunResult, again: Again, terms: Terms, closed: frozenset[str]
) -> tuple[Mended | None, frozenset[str]]:
    """The outcome; or None, and the pages that the last round still changed."""
    result, made = first, list[Reported]()
    changes: dict[str, Change] = {}
    for _ in range(MOST_ROUNDS):
        planned = plan(result.findings, result.sources, terms, closed)
        if not planned.texts:
            unsafe = 0 if terms.unsafe else _count_unsafe(result, terms, closed)
            judged = _judged(result, planned, made, changes, unsafe)
            return Mended(judged, dict(sorted(changes.items())), tuple(made)), closed
        for path, text in planned.texts.items():
            before = changes[path].before if path in changes else result.sources[path].text
            changes[path] = Change(before, text)
        made += planned.made
        result = again({path: change.after for path, change in changes.items()})
    return None, frozenset(planned.texts)


def _judged(
    result: RunResult,
    last: Plan,
    made: Sequence[Reported],
    changes: Mapping[str, Change],
    unsafe: int,
) -> RunResult:
    """The result with what has become of fixes; those that were refused are taken out of it."""
    kept = {
        id(one.reported): replace(one.reported, finding=replace(one.reported.finding, fix=None))
        for one in last.left
        if one.why in _REFUSALS
    }
    return replace(
        result,
        findings=tuple(kept.get(id(one), one) for one in result.findings),
        mending=Mending(len(made), len(changes), unsafe, len(kept)),
    )


def _count_unsafe(result: RunResult, terms: Terms, closed: frozenset[str]) -> int:
    """How many findings unsafe fixes would mend, as far as one round can tell."""
    planned = plan(result.findings, result.sources, replace(terms, unsafe=True), closed)
    waiting = sum(1 for one in planned.left if one.why is Why.OVERLAPS)
    return len(planned.made) + waiting
