"""Where the command line's words go: a terminal, a pipe, a file."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

WIDTH_OF_A_FILE = 100
"""Columns of a report that no terminal shows."""


class Trouble(click.ClickException):
    """What keeps the job from being done: shown on stderr, exit code 2."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """Say it in one line, as the name of the command and the message."""
        del file
        click.echo(f"sverka: {self.format_message()}", err=True)


def prepare_streams() -> None:
    """Let no character that the terminal's encoding lacks stop a report."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def wants_color(
    asked: bool | None, environment: Mapping[str, str], stream: TextIO | None = None
) -> bool:
    """Whether to colour: as asked, else NO_COLOR and FORCE_COLOR, else on a terminal only.

    ``stream`` is where the text goes, stdout if not said.
    """
    if asked is not None:
        return asked
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    stream = stream or sys.stdout  # which is None where the command runs without one
    return bool(stream and stream.isatty()) and environment.get("TERM") != "dumb"


def is_terminal() -> bool:
    """Whether stdout is one."""
    return bool(sys.stdout and sys.stdout.isatty())


def width() -> int:
    """The columns of the terminal, or of a page where there is none."""
    return shutil.get_terminal_size((WIDTH_OF_A_FILE, 24)).columns


def way_to(root: Path, here: Path) -> str:
    """What to put before a path relative to ``root`` so that it can be opened from ``here``.

    Both are absolute. Where neither folder holds the other, the way begins at the top.
    """
    if root == here:
        return ""
    related = root.is_relative_to(here) or here.is_relative_to(root)
    way = Path(os.path.relpath(root, here)) if related else root
    return way.as_posix().rstrip("/") + "/"


def put_text(text: str, *, color: bool = False) -> None:
    """Write for a person to stdout. A reader that has gone away, as in ``| head``, is no error."""
    _put(text, color=color)


def put_document(text: str) -> None:
    """Write for a program to stdout: UTF-8 and ``\\n`` whatever the terminal's own are."""
    _put(_bytes(text))


def put_file(text: str, path: Path) -> None:
    """Write a file, UTF-8; raises OSError."""
    path.write_bytes(_bytes(text))


def put_error(text: str, *, color: bool = False) -> None:
    """Write to stderr."""
    click.echo(text, nl=False, err=True, color=color)


def table(
    rows: Sequence[Sequence[str]], *, headings: Sequence[str] = (), color: bool = False
) -> str:
    """Rows under their headings, columns as wide as their widest cell; one line a row."""
    from sverka.reports.excerpt import columns, visible

    cells = [[visible(cell) for cell in row] for row in rows]
    if headings:
        cells.insert(0, list(headings))
    widths = [max(map(columns, column)) for column in zip(*cells, strict=True)]
    padded = [
        [cell + " " * (room - columns(cell)) for cell, room in zip(row, widths, strict=True)]
        for row in cells
    ]
    lines = ["  ".join(row).rstrip() for row in padded]
    if headings and color:
        lines[0] = click.style(lines[0], bold=True)
    return "".join(f"{line}\n" for line in lines)


def _put(content: str | bytes, *, color: bool = False) -> None:
    try:
        click.echo(content, nl=False, color=color)
    except BrokenPipeError:
        _stop_writing()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Trouble(f"the output cannot be written ({reason})") from error


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _stop_writing() -> None:
    """Point stdout at nothing, so that the flush at exit does not fail once more."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
