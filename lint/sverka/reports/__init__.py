"""Reports: what a run found, as text for a person or for a program.

A report is a module with a function ``render(result, look) -> str``. It reads no files and
knows no rule; `render` here picks the module by the name of its format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from sverka.finding import Reported, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from sverka.result import RunResult

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "sverka.reports.text",
        "html": "sverka.reports.html",
        "json": "sverka.reports.jsonreport",
        "jsonl": "sverka.reports.jsonlines",
        "sarif": "sverka.reports.sarif",
        "github": "sverka.reports.github",
        "gitlab": "sverka.reports.gitlab",
        "junit": "sverka.reports.junit",
        "checkstyle": "sverka.reports.checkstyle",
        "rdjsonl": "sverka.reports.rdjsonl",
    }
)
"""Format -> the module that writes it, imported only when it is asked for."""

REVIEWS = frozenset({"html"})
"""The formats that show the pages themselves: they want `RunResult.review`."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a report shall look.

    ``locale`` is that of its messages. ``infos``: whether hints are listed. ``base`` is what
    leads from where the reader of the paths stands to the site's root, "" or with a slash at
    its end. For people only: ``summary``, whether the report ends with its counts; ``color``
    and ``width`` (columns) of the terminal; ``pages``, the address below which the terminal can
    open the pages of the rules, "" where it cannot.
    """

    locale: str
    infos: bool = False
    summary: bool = True
    color: bool = False
    width: int = 100
    base: str = ""
    pages: str = ""

    def shown(self, result: RunResult) -> Iterator[Reported]:
        """The findings that the report lists."""
        return (one for one in result.findings if self.infos or one.severity > Severity.INFO)


def render(name: str, result: RunResult, look: Look) -> str:
    """The report of that format; raises KeyError for a format that is not in `FORMATS`."""
    module = import_module(FORMATS[name])
    write = cast("Callable[[RunResult, Look], str]", module.render)
    return write(result, look)
