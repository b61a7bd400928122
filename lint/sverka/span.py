"""Places in a file's text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points, ``start <= end``, in a file's text.

    Offsets count from the first character of the file, front matter included (see
    `sverka.source.Source.text`). A tuple and not a dataclass: a site holds millions.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; an empty span inside the other counts."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same length, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of ``spans``; raises ValueError when there is none."""
    known = list(spans)
    if not known:
        raise ValueError("no span to cover")
    return Span(min(span.start for span in known), max(span.end for span in known))
