"""Reports: what a run found, as text for a person or for a program.

A report is a module with a function ``render(result, look) -> str``. It reads no files and
knows no rule; `render` here picks the module by the name of its format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from sverka.result import RunResult

FORMATS: Mapping[str, str] = MappingProxyType(
    {"text": "sverka.reports.text", "json": "sverka.reports.jsonreport"}
)
"""Format -> the module that writes it, imported only when it is asked for."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a report shall look.

    ``locale`` is that of its messages. ``infos``: whether hints are listed. For people only:
    ``summary``, whether the report ends with its counts; ``color`` and ``width`` (columns) of
    the terminal; ``base``, what leads from the reader's folder to the site's root, "" or with
    a slash at its end.
    """

    locale: str
    infos: bool = False
    summary: bool = True
    color: bool = False
    width: int = 100
    base: str = ""


def render(name: str, result: RunResult, look: Look) -> str:
    """The report of that format; raises KeyError for a format that is not in `FORMATS`."""
    module = import_module(FORMATS[name])
    write = cast("Callable[[RunResult, Look], str]", module.render)
    return write(result, look)
