"""Termbases that are tables (.csv, .tsv): a column a language, or a row a term.

Wide: a row a concept, a column a language (``xx``), perhaps others for what is admitted or
forbidden (``forbidden-xx``). Long: a row a term, with the columns concept, language, term.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from sverka.termbase.model import Concept, Draft, Status, Termbase, same_kind, settle
from sverka.termbase.problem import BadTermbase
from sverka.termbase.words import Codes, flag, kind, status, term_text, unknown

DELIMITERS = ",;\t"
BETWEEN = "|"
"""What stands between several terms in a cell."""

_LONG = ("concept", "language", "term")
_ABOUT = ("note", "domain", "part-of-speech", "case-sensitive")
_IGNORED = (
    "definition", "comment", "comments", "example", "context", "source", "author", "date", "url",
)  # fmt: skip
_ALSO = {
    "id": "concept", "lang": "language", "pos": "part-of-speech", "subject": "domain",
    "case": "case-sensitive", "notes": "note",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its line, and the cells by the name of their column, empty ones left out."""

    line: int
    cells: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        return next((cell for column, cell in self.cells if column == name), "")


def read_table(text: str, codes: Codes) -> Termbase:
    """The termbase in a text with a header and delimiters; raises `BadTermbase`."""
    rows = _rows(text)
    line, header = next(rows, (1, []))
    names = [_name(cell) for cell in header]
    if not any(names):
        raise BadTermbase("termbase-no-header", line)
    is_long = all(name in names for name in _LONG)
    known = (*_LONG, "status", *_ABOUT, *_IGNORED) if is_long else ("concept", *_ABOUT, *_IGNORED)
    columns = {name: None if name in known else _column(name, codes) for name in names if name}
    strange = next((name for name in columns if name not in known and not columns[name]), None)
    if strange is not None:
        languages = tuple(sorted(set(codes.known.values())))
        offered = known if is_long else (*languages, *_forbidding(languages), *known)
        raise unknown("termbase-column", strange, offered, line)
    body = [_row(number, cells, names) for number, cells in rows]
    concepts = _long(body, codes) if is_long else _wide(body, columns)
    return Termbase(tuple(concepts))


def _forbidding(languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{Status.FORBIDDEN.value}-{one}" for one in languages)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The line on which each row begins, and its cells, without empty rows."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadTermbase("termbase-syntax", line, form="CSV", reason=str(error)) from error


def _name(cell: str) -> str:
    plain = "-".join(cell.lower().replace("_", " ").replace("-", " ").split())
    return _ALSO.get(plain, plain)


def _column(name: str, codes: Codes) -> tuple[str, Status | None] | None:
    """The language and status of the terms in a column, None for one of no language."""
    for one in Status:
        for tag in (name.removeprefix(f"{one.value}-"), name.removesuffix(f"-{one.value}")):
            if tag != name and (code := codes.find(tag)):
                return code, one
    return (code, None) if (code := codes.find(name)) else None


def _row(line: int, cells: list[str], names: list[str]) -> _Row:
    if any(cells[len(names) :]):
        raise BadTermbase("termbase-row", line, count=len(cells), expected=len(names))
    if extra := next((c for c, name in zip(cells, names, strict=False) if c and not name), ""):
        raise BadTermbase("termbase-nameless", line, value=extra)
    return _Row(line, tuple((n, c) for n, c in zip(names, cells, strict=False) if c))


def _wide(
    rows: list[_Row], columns: dict[str, tuple[str, Status | None] | None]
) -> Iterator[Concept]:
    for row in rows:
        shared = kind(row.get("part-of-speech")), flag(row.get("case-sensitive"), row.line)
        drafts = [
            Draft(term_text(part, row.line), *place, *shared, row.line)
            for name, cell in row.cells
            if (place := columns[name])
            for part in cell.split(BETWEEN)
            if part.strip()
        ]
        if drafts:
            about = row.get("concept"), row.get("note"), row.get("domain")
            yield Concept(settle(drafts), *about)


def _long(rows: list[_Row], codes: Codes) -> Iterator[Concept]:
    groups: dict[str, list[_Row]] = {}
    for row in rows:
        for name in _LONG:
            if not row.get(name):
                raise BadTermbase("termbase-empty-cell", row.line, name=name)
        groups.setdefault(row.get("concept"), []).append(row)
    for name, group in groups.items():
        note, domain = ("; ".join(_distinct(group, one)) for one in ("note", "domain"))
        drafts = [
            Draft(
                term_text(row.get("term"), row.line),
                codes.language(row.get("language"), row.line),
                status(row.get("status"), row.line),
                kind(row.get("part-of-speech")),
                flag(row.get("case-sensitive"), row.line),
                row.line,
            )
            for row in group
        ]
        yield Concept(settle(same_kind(drafts)), name, note, domain)


def _distinct(rows: list[_Row], column: str) -> list[str]:
    return list(dict.fromkeys(filter(None, (row.get(column) for row in rows))))
