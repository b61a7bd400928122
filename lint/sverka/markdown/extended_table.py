"""Tables whose cells hold blocks: ``#|`` rows of ``|| cell | cell ||`` and ``|#`` (YFM)."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from sverka.span import Span

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

EXTENDED_TABLE = "extended_table"


def extended_table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A markdown-it block rule: one token for the whole table."""
    begin = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("#|", begin) or state.is_code_block(start_line):
        return False
    closings = state.env.get(EXTENDED_TABLE)
    if closings is None:
        # Found once, so that a page of tables that nobody closed is read in one pass.
        closings = state.env[EXTENDED_TABLE] = _closings(state.src)
    number = bisect_left(closings, start_line)
    if number == len(closings) or closings[number] >= end_line:
        return False
    if not silent:
        token = state.push(EXTENDED_TABLE, "table", 0)
        token.map = [start_line, closings[number] + 1]
        state.line = closings[number] + 1
    return True


def _closings(text: str) -> list[int]:
    """The numbers of the lines that end with the table's closing mark."""
    return [n for n, line in enumerate(text.split("\n")) if line.rstrip().endswith("|#")]


_MARKS = re.compile(
    r"^[ \t]*(`{3,})[^\n]*\n(?s:.*?)\n[ \t]*\1|`[^`\n]+`|\\.|\|\||\|#|#\||\|", re.MULTILINE
)


def cells_of(text: str, table: Span) -> list[tuple[Span, list[Span]]]:
    """The rows of the table under ``table``: each with its span and its cells' spans."""
    rows: list[tuple[Span, list[Span]]] = []
    row_start = cell_start = -1
    cells: list[Span] = []
    for match in _MARKS.finditer(text, table.start, table.end):
        mark = match[0]
        if mark == "||" and row_start < 0:
            row_start, cell_start, cells = match.start(), match.end(), []
        elif mark == "|" and row_start >= 0:
            cells.append(Span(cell_start, match.start()))
            cell_start = match.end()
        elif mark == "||":
            cells.append(Span(cell_start, match.start()))
            rows.append((Span(row_start, match.end()), cells))
            row_start = -1
    return rows
