"""A bar for whoever waits: on a terminal only, and only once a second has passed."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sverka.cli.options import say

if TYPE_CHECKING:
    from sverka.runner.progress import Watch

PATIENCE = 1.0
"""Seconds without a bar."""
PAUSE = 0.1
"""Seconds between two looks of it, at least."""
LONGEST = 30
"""Columns of the bar itself."""

_FULL, _EMPTY = "━", "─"
_CLEAR = "\r\x1b[2K"


def can_show() -> bool:
    """Whether stderr is a terminal on which a line can be drawn anew."""
    return bool(sys.stderr and sys.stderr.isatty()) and os.environ.get("TERM") != "dumb"


@contextmanager
def bar(locale: str) -> Iterator[Watch]:
    """A bar on stderr that is gone when the work is done, or has failed."""
    began = last = time.monotonic()
    drawn = False

    def watch(share: float) -> None:
        nonlocal last, drawn
        now = time.monotonic()
        if now - began < PATIENCE or now - last < PAUSE:
            return
        last, drawn = now, True
        _draw(_CLEAR + line(share, say(locale, "progress")))

    try:
        yield watch
    finally:
        if drawn:
            _draw(_CLEAR)


def line(share: float, words: str) -> str:
    """The bar as it looks at that share of the work."""
    room = shutil.get_terminal_size((80, 24)).columns - len(words) - len("  100 % ")
    length = max(0, min(LONGEST, room))
    full = round(length * share)
    return f"{words} {_FULL * full}{_EMPTY * (length - full)} {share:4.0%}"


def _draw(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
