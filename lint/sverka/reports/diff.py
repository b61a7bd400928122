"""What fixes would change, as a unified diff that ``git apply`` and ``patch -p1`` understand."""

from __future__ import annotations

from difflib import unified_diff

import click

from sverka.reports.excerpt import visible

_NO_END = "\\ No newline at end of file\n"
_STYLES = (("--- ", None), ("+++ ", None), ("@@", "cyan"), ("-", "red"), ("+", "green"))


def unified(path: str, before: str, after: str) -> str:
    """The difference between two texts of the file ``path``, character for character."""
    lines = unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_END}" for line in lines)


def displayed(diff: str, *, color: bool = False) -> str:
    """A diff for a person: what cannot be seen is made visible, and nothing obeyed."""
    lines = (_painted(line, color=color) for line in diff.split("\n"))
    return "\n".join(lines)


def _lines(text: str) -> list[str]:
    """The lines with their ends; `str.splitlines` would also split at other characters."""
    parts = [f"{line}\n" for line in text.split("\n")]
    parts[-1] = parts[-1][:-1]
    return parts if parts[-1] else parts[:-1]


def _painted(line: str, *, color: bool) -> str:
    shown = visible(line.removesuffix("\r"))
    if not color:
        return shown
    for start, fg in _STYLES:
        if line.startswith(start):
            return click.style(shown, fg=fg, bold=True if fg is None else None)
    return shown
