"""What was changed in the pages, read from a patch, and which findings that concerns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sverka.finding import Place, Reported
from sverka.result import RunResult
from sverka.source import Source

Lines = tuple[int, int]
"""The first and the last of some lines, counted from 1."""

ALL_LINES: Lines = (1, 2**31)

_HUNK = re.compile(r"@@ -\d+(?:,(?P<old>\d+))? \+(?P<start>\d+)(?:,(?P<new>\d+))? @@")
_ESCAPED = re.compile(r"\\([abtnvfr\"\\]|[0-7]{3})")
_LETTERS = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, '"': 34, "\\": 92}
_NOTHING = "/dev/null"


@dataclass(frozen=True, slots=True)
class Changes:
    """``lines`` are the changed ones of each page that is there (none of one that was only
    renamed); ``gone`` are paths that are no more."""

    lines: Mapping[str, tuple[Lines, ...]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()

    def with_new(self, paths: Iterable[str]) -> Changes:
        """The same, with files that are wholly new."""
        added = dict.fromkeys(paths, (ALL_LINES,))
        return Changes({**self.lines, **added}, self.gone - added.keys())

    def touch(self, place: Place, source: Source) -> bool:
        """Whether ``place``, on the page ``source``, has a changed line."""
        ranges = self.lines.get(place.path, ())
        if not ranges:
            return False
        first = source.position(place.span.start).line
        # A place that ends with its line's end does not reach into the next.
        last = source.position(max(place.span.start, place.span.end - 1)).line
        return any(start <= last and first <= end for start, end in ranges)


def parse_patch(patch: str) -> Changes:
    """The changes of a unified diff without context, as ``git diff -U0`` writes it; the paths
    are those after ``a/`` and ``b/``.

    Lines that were only taken out count as a change of the lines around them.
    """
    lines: dict[str, list[Lines]] = {}
    gone: set[str] = set()
    path = ""
    rows = iter(patch.split("\n"))
    for row in rows:
        if hunk := _HUNK.match(row):
            count = int(hunk["new"] or 1)
            start = int(hunk["start"])
            changed = (start, start + count - 1) if count else (max(1, start), start + 1)
            lines.setdefault(path, []).append(changed)
            for _ in range(int(hunk["old"] or 1) + count):
                # What a page holds is not read as the head of a patch.
                if next(rows, "").startswith("\\"):
                    next(rows, "")
        elif row.startswith("--- "):
            gone.add(_path(row[4:]))
        elif row.startswith("+++ "):
            path = _path(row[4:])
        elif row.startswith("rename from "):
            gone.add(_unquoted(row.removeprefix("rename from ")))
        elif row.startswith("rename to "):
            lines.setdefault(_unquoted(row.removeprefix("rename to ")), [])
        elif row.startswith("deleted file"):
            path = ""
    lines.pop("", None)
    there = {name: tuple(ranges) for name, ranges in lines.items()}
    return Changes(there, frozenset(gone - there.keys() - {""}))


def concerned(result: RunResult, changes: Changes) -> tuple[Reported, ...]:
    """The findings that the changes may have to do with.

    One of whose places lies on a changed line; or whose page was left as it is while its other
    version was changed, since it may no longer say the same; or that speaks of a page alone
    whose other version is gone.
    """
    partner = {one.source: one.target for one in result.pairs}
    partner |= {one.target: one.source for one in result.pairs}
    alone = {page.path for page in result.pages} - partner.keys()
    left = {path for path in alone if any(may_be_versions(path, one) for one in changes.gone)}
    return tuple(one for one in result.findings if _concerned(one, result, changes, partner, left))


def _concerned(
    reported: Reported,
    result: RunResult,
    changes: Changes,
    partner: Mapping[str, str],
    left: set[str],
) -> bool:
    finding = reported.finding
    places = (finding.place, *finding.related)
    if any(changes.touch(place, result.sources[place.path]) for place in places):
        return True
    path = finding.place.path
    other = partner.get(path, "")
    if other in changes.lines:
        # Where both were changed, the lines tell, unless there is none to tell by.
        return path not in changes.lines or all(place.path != other for place in finding.related)
    return path in left and result.checks[reported.rule].unit == "site"


def may_be_versions(path: str, other: str) -> bool:
    """Whether two paths look like those of two versions of a page: they differ in one folder,
    or in one part of the name between dots."""
    ones, others = path.split("/"), other.split("/")
    if ones[-1] == others[-1]:
        return len(ones) == len(others) and _differences(ones, others) == 1
    if ones[:-1] != others[:-1]:
        return False
    names, other_names = ones[-1].split("."), others[-1].split(".")
    if len(names) == len(other_names):
        # At least one part beside the suffix must be the same.
        return len(names) > 2 and _differences(names, other_names) == 1
    shorter, longer = sorted((names, other_names), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer))
    )


def _differences(ones: list[str], others: list[str]) -> int:
    return sum(1 for one, other in zip(ones, others, strict=True) if one != other)


def _path(name: str) -> str:
    """The path of a ``---`` or ``+++`` line; "" for no file."""
    path = _unquoted(name.removesuffix("\t"))
    return "" if path == _NOTHING else path[2:]


def _unquoted(name: str) -> str:
    """A name as git writes it; one with quotes or control characters is quoted as in C."""
    if not name.startswith('"'):
        return name
    plain = bytearray()
    at = 0
    text = name[1:-1]
    for match in _ESCAPED.finditer(text):
        plain += text[at : match.start()].encode("utf-8", "surrogateescape")
        code = match[1]
        plain.append(_LETTERS[code] if code in _LETTERS else int(code, 8))
        at = match.end()
    plain += text[at:].encode("utf-8", "surrogateescape")
    return plain.decode("utf-8", "surrogateescape")
