"""Tables of sentences and the quantities they state.

A table is TSV: a text, then ``kind low high unit; ...`` in the order of the text, or ``-`` where it
states none. Lines that begin with ``#`` are comments. ``null`` is an open bound, ``~`` is any
bound or unit, ``*`` any unit (whatever noun is counted), ``a|b`` either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose
from pathlib import Path
from typing import Protocol
from zlib import crc32

HERE = Path(__file__).parent


class Stated(Protocol):
    """A quantity, as an engine returns it."""

    @property
    def kind(self) -> str: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def unit(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Expected:
    """What a text states: each field is what the table has there."""

    kind: str
    low: str
    high: str
    unit: str

    def allows(self, quantity: Stated) -> bool:
        """Whether the quantity is this one."""
        return (
            quantity.kind in self.kind.split("|")
            and _bound(self.low, quantity.low)
            and _bound(self.high, quantity.high)
            and self.unit in ("*", "~", quantity.unit)
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A text and what it states."""

    text: str
    expected: tuple[Expected, ...]

    @property
    def half(self) -> int:
        """0: a half that rules may be improved on; 1: the half that only measures them."""
        return crc32(self.text.encode()) % 2

    def allows(self, quantities: Sequence[Stated]) -> bool:
        """Whether the quantities are the ones stated: no other, and in this order."""
        return len(quantities) == len(self.expected) and all(
            one.allows(other) for one, other in zip(self.expected, quantities, strict=True)
        )


def rows_of(path: Path) -> list[Row]:
    """The rows of a table."""
    lines = path.read_text("utf-8").splitlines()
    return [_row(line) for line in lines if line and not line.startswith("#")]


def said(quantities: Sequence[Stated]) -> str:
    """Quantities in the notation of the tables."""
    return "; ".join(
        " ".join((found.kind, _number(found.low), _number(found.high), found.unit))
        for found in quantities
    ) or "-"  # fmt: skip


def _row(line: str) -> Row:
    text, stated = line.split("\t")
    parts = [] if stated == "-" else stated.split("; ")
    return Row(text, tuple(Expected(*part.split(" ")) for part in parts))


def _bound(expected: str, value: float | None) -> bool:
    if expected == "~":
        return True
    return any(
        value is None
        if one == "null"
        else value is not None and isclose(value, float(one), rel_tol=1e-7)
        for one in expected.split("|")
    )


def _number(value: float | None) -> str:
    return "null" if value is None else f"{value:.10g}"
