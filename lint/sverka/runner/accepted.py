"""Findings that the site's owner has decided to let stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sverka.config import Accepted
from sverka.finding import Reported


def settle(
    found: Iterable[Reported], decisions: Sequence[Accepted]
) -> tuple[list[Reported], tuple[str, ...]]:
    """The findings that no decision covers, and the decisions that cover none, in words."""
    kept = []
    used: set[Accepted] = set()
    for reported in found:
        data = reported.finding.data
        pairs = [
            (data[one], data[other])
            for one, other in (("this", "that"), ("here", "there"))
            if one in data and other in data
        ]
        covering = [one for one in decisions if one.covers(reported.rule, *pairs)]
        used.update(covering)
        if not covering:
            kept.append(reported)
    lapsed = tuple(f"{one.rule}: {' / '.join(one.values)}" for one in decisions if one not in used)
    return kept, lapsed
