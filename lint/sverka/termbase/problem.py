"""What is wrong with a termbase file."""

from __future__ import annotations

from collections.abc import Mapping


class BadTermbase(Exception):
    """A file that is no termbase.

    ``what`` is the key of a message for people, ``data`` fills it; ``line`` counts from 1, 0
    where it is not known.
    """

    def __init__(self, what: str, line: int = 0, **data: object) -> None:
        super().__init__(what, line, data)
        self.what = what
        self.line = line
        self.data: Mapping[str, object] = data
