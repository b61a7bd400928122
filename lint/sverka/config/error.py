"""What is wrong with a configuration, and on which line of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sverka.messages import LONGEST_IN_FAILURES, load_messages

Trail = tuple[str | int, ...]
"""Where a value stands in the tables of a file: ("pairs", 0, "source")."""

_HEADER = re.compile(r"[ \t]*(\[\[?)([^\[\]]+)\]\]?[ \t]*(?:#.*)?$")
_NAME = r"""(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_ASSIGNMENT = re.compile(rf"[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=")
_KEY_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_BARE_KEY = re.compile(r"[\w-]+", re.ASCII)


class ConfigError(Exception):
    """A configuration that cannot be used.

    ``what`` is a key of the table ``[config]`` in the locale files and ``data`` fills it;
    ``line`` counts from 1, 0 where it is not known. ``str()`` of it is the whole message.
    """

    def __init__(
        self, file: Path | None, line: int, what: str, data: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(file, line, what, data)
        self.file = file
        self.line = line
        self.what = what
        self.data = data or {}

    def message(self, locale: str = "") -> str:
        """File, line, what is wrong, and what to do, in the locale nearest to ``locale``."""
        text = load_messages(locale).text("config", self.what, self.data, LONGEST_IN_FAILURES)
        if self.file is None:
            return text
        name = _from_here(self.file)
        return f"{name}:{self.line}: {text}" if self.line else f"{name}: {text}"

    def __str__(self) -> str:
        return self.message()


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in a configuration file whose text is ``text``; ``top`` is the table that holds
    the configuration, ("tool", "sverka") in a pyproject.toml."""

    file: Path | None = None
    text: str = ""
    top: Trail = ()
    trail: Trail = ()

    def at(self, *names: str | int) -> Spot:
        """The value under that key or number."""
        return Spot(self.file, self.text, self.top, self.trail + names)

    @property
    def key(self) -> str:
        """The key as people name it: ``rules."structure/link".severity``."""
        keys = [one for one in self.trail if isinstance(one, str)]
        return ".".join(one if _BARE_KEY.fullmatch(one) else f'"{one}"' for one in keys)

    def wrong(self, what: str, **data: object) -> ConfigError:
        """The error that says what is wrong here."""
        return ConfigError(self.file, self.line, what, {"key": self.key, **data})

    @property
    def line(self) -> int:
        """The line, counted from 1; 0 where it is not known."""
        return line_of(self.text, self.top + self.trail)


def line_of(text: str, trail: Trail) -> int:
    """The line of a TOML text on which the value of ``trail`` begins, as near as can be told.

    The library gives values without places, so this reads headers and keys line by line; 0
    where even the outermost key is not found.
    """
    best, deepest = 0, 0
    for line, known in _assigned(text):
        depth = len(known)
        if deepest < depth <= len(trail) and known == trail[:depth]:
            best, deepest = line, depth
    return best


def _assigned(text: str) -> Iterator[tuple[int, Trail]]:
    """Each line that opens a table or sets a key, and the trail of what it opens or sets."""
    table: Trail = ()
    counts: dict[Trail, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _parts(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield number, table
        elif assignment := _ASSIGNMENT.match(line):
            yield number, table + _parts(assignment[1])


def _parts(key: str) -> Trail:
    return tuple(match[match.lastindex or 0] for match in _KEY_PART.finditer(key))


def _from_here(file: Path) -> Path:
    """The path as someone who stands in the current folder would write it."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file
