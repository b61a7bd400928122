"""The word that someone meant, for "did you mean"."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str:
    """The one of ``known`` most like ``word``, or "" where none is like it.

    The last part of a rule's id is as good as the whole: "link" means "structure/link".
    """
    names = sorted(set(known))
    wanted = word.strip().lower().replace("_", "-")
    for name in names:
        if wanted in (name.lower(), name.rpartition("/")[2].lower()):
            return name
    by_shape = {name.lower().replace("_", "-"): name for name in reversed(names)}
    by_shape |= {shape.rpartition("/")[2]: name for shape, name in by_shape.items()} | by_shape
    found = difflib.get_close_matches(wanted, sorted(by_shape), n=1, cutoff=0.7)
    return by_shape[found[0]] if found else ""
