"""How far a run is, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Watch = Callable[[float], None]
"""Told the share of the work that is done, from 0 to 1, never less than before."""
Tick = Callable[[], None]
"""Called after each step."""

_READING, _ALIGNING, _CHECKING = 0.15, 0.35, 0.5
"""The parts of a run that the stages take, as measured on sites of several hundred pages."""


def unwatched(_share: float) -> None:
    """Nobody waits."""


def no_tick() -> None:
    """Nobody counts."""


class Progress:
    """Turns the steps of the stages into a share of the whole."""

    def __init__(self, watch: Watch = unwatched) -> None:
        self._watch = watch

    def reading(self, pages: int) -> Tick:
        """A tick for each page that is read."""
        return self._stage(0.0, _READING, pages)

    def aligning(self, pairs: int) -> Tick:
        """A tick for each pair that is aligned."""
        return self._stage(_READING, _ALIGNING, pairs)

    def checking(self, checks: int) -> Tick:
        """A tick for each check that has run."""
        return self._stage(_READING + _ALIGNING, _CHECKING, checks)

    def _stage(self, start: float, part: float, steps: int) -> Tick:
        done = 0

        def tick() -> None:
            nonlocal done
            done += 1
            self._watch(start + part * min(1.0, done / max(1, steps)))

        self._watch(start)
        return tick
