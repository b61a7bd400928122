"""Whether a sentence speaks of the one before it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sverka.openings.data import Grammar

_STEM = 5
"""Letters at which two words are taken for forms of one."""
_NEAR = 3
"""The words at a sentence's beginning where what refers back stands."""


def refers(
    sentence: Sequence[str], item: Sequence[str], known: Grammar, function: Collection[str]
) -> bool:
    """Whether lower-case words refer to those of an item: by a pronoun at their beginning, or by
    a word of it. "It is important" has a pronoun that stands for nothing."""
    first = sentence[:_NEAR]
    if not known.referring.isdisjoint(first) and known.impersonal.isdisjoint(
        sentence[1 : _NEAR + 2]
    ):
        return True
    stems = {word[:_STEM] for word in item if len(word) >= _STEM - 1 and word not in function}
    return any(word[:_STEM] in stems for word in sentence if word not in function)
