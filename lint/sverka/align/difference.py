"""One difference between two versions of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sverka.span import Span


class Lack(StrEnum):
    """What one side lacks, or has otherwise."""

    SECTION = "section"
    HEADING = "heading"
    LEVEL = "level"
    PLAIN_HEADING = "plain-heading"
    ITEMS = "items"
    LIST_KIND = "list-kind"
    NESTING = "nesting"
    NO_LIST = "no-list"
    ROWS = "rows"
    COLUMNS = "columns"
    BLOCKS = "blocks"
    UNQUOTED = "unquoted"
    IMAGE = "image"
    LINK = "link"
    ORDER = "order"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Difference:
    """Side ``side`` (0 source, 1 target) lacks something that the other has ``there``.

    ``place`` is where it ought to stand on the lacking side: ``where`` says whether "before"
    or "after" that place, "in" it, or "at" it (for what is there but otherwise); "moved" for a
    link or image that stands there and belongs into another unit. ``count`` is how many units
    are lacking; ``data`` what else there is to say.
    """

    lack: Lack
    side: int
    place: Span
    where: str
    there: Span
    count: int = 1
    data: Mapping[str, object] = field(default_factory=dict)
