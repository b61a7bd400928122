"""Pairs by the patterns of a site's configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sverka.page import Page
from sverka.pairing.candidates import Candidate

_PLACEHOLDER = re.compile(r"\{(path|name)\}")
_ANYTHING = {"path": ".+", "name": "[^/]+"}


@dataclass(frozen=True, slots=True)
class PairPattern:
    """Where the versions of a page stand: ``content/{path}.md`` and ``content.xx/{path}.md``.

    ``{path}`` is any text, folders included, ``{name}`` any text inside one part of a path; the
    same placeholders on both sides (the configuration sees to that).
    """

    source: str
    target: str

    @property
    def is_even(self) -> bool:
        """Whether both sides have the same placeholders."""
        return set(_PLACEHOLDER.findall(self.source)) == set(_PLACEHOLDER.findall(self.target))

    def target_of(self, path: str) -> str | None:
        """The path of the target whose source is ``path``; None where the pattern says nothing."""
        match = _regex(self.source).fullmatch(path)
        if match is None:
            return None
        return _PLACEHOLDER.sub(lambda found: match[found[1]], self.target)


def by_pattern(pages: Sequence[Page], patterns: Sequence[PairPattern]) -> Iterator[Candidate]:
    """The pairs that the patterns name; an earlier pattern has the first say, by its distance.

    Their confidence is 1: a person wrote them down. Raises ValueError for an uneven pattern.
    """
    at = {page.path: page for page in pages}
    for number, pattern in enumerate(patterns):
        if not pattern.is_even:
            raise ValueError(f"{pattern.source} and {pattern.target} need the same placeholders")
        for page in pages:
            target = pattern.target_of(page.path)
            if target is not None and target != page.path and target in at:
                yield Candidate(page, at[target], 1.0, number)


@cache
def _regex(side: str) -> re.Pattern[str]:
    pieces: list[str] = []
    seen: set[str] = set()
    for piece in re.split(r"(\{(?:path|name)\})", side):
        name = piece[1:-1]
        if not _PLACEHOLDER.fullmatch(piece):
            pieces.append(re.escape(piece))
        elif name in seen:
            pieces.append(f"(?P={name})")
        else:
            pieces.append(f"(?P<{name}>{_ANYTHING[name]})")
            seen.add(name)
    return re.compile("".join(pieces), re.DOTALL)
