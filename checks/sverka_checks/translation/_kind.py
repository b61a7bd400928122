"""What the rules of this family share: places in matched text, and their labels."""

from __future__ import annotations

from collections.abc import Mapping

from sverka.align.passages import Stretch
from sverka.finding import Place

THERE = "there"
"""The label of the place in the other version."""

LABELS: Mapping[str, str] = {"en": "the other version", "ru": "другая версия"}


def place(stretch: Stretch, start: int, end: int, label: str = "") -> Place:
    """The place of ``stretch.text[start:end]`` (``start < end``)."""
    return Place(stretch.page.path, stretch.span(start, end), label)


def whole(stretch: Stretch, label: str = "") -> Place:
    """The place of all that a stretch says; raises ValueError for an empty one."""
    return Place(stretch.page.path, stretch.whole, label)
