"""Traces of a name that has been taken out of a sentence."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from sverka.align.passages import Segment
from sverka.names.data import Habits

STOP = "."
"""Stands in a row of the pack for the stop at the end of a sentence or of a part of it."""
_TRACES = re.compile(r"(?<=[^\W_])\s+[,.;!?)](?=[\s\"”»)]|$)|,\s+\([^()]|\(\s*[,)]")
"""A space before a stop, a comma before a bracket or an empty one."""


class Trace(IntEnum):
    """How much a text shows that a word is missing."""

    NONE = 0
    LOOSE = 1
    """It may be: a preposition before a stop."""
    FIRM = 2
    """It is: two prepositions one after the other, a bracket with nothing in it."""


@cache
def _pattern(habits: Habits, trace: Trace) -> re.Pattern[str]:
    """All that leaves such a trace; what matches nowhere, where nothing does."""
    linked = "|".join(sorted(habits.linked)) or "$"
    rows = []
    for left, right in habits.gaps if trace is Trace.FIRM else habits.loose:
        words = "|".join(re.escape(one) for one in sorted(right) if one != STOP)
        ends = [r"[,.;:!?)](?:[\s\"”»)]|$)|$"] if STOP in right else []
        ends += [rf"\s+(?:{words})(?=\s)(?!\s+(?:{linked})\b)"] if words else []
        rows.append(f"(?:{'|'.join(sorted(left))})(?:{'|'.join(ends)})")
    found = [rf"(?i:(?<![\w-])(?:{'|'.join(rows)}))"] if rows else []
    if trace is Trace.FIRM:
        found += habits.traces
    return re.compile("|".join(found) or r"(?!)")


def trace_in(segment: Segment, side: int, habits: Habits) -> Trace:
    """What the text of that side shows of a missing word."""
    text = segment.sides[side].text
    if _TRACES.search(text) and not _TRACES.search(segment.sides[1 - side].text):
        return Trace.FIRM
    for trace in (Trace.FIRM, Trace.LOOSE):
        if _pattern(habits, trace).search(text):
            return trace
    return Trace.NONE
