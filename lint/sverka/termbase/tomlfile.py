"""Termbases in TOML: a table ``[[term]]`` a concept, with a key a language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

from sverka.termbase.model import Concept, Draft, Status, Termbase, settle
from sverka.termbase.problem import BadTermbase
from sverka.termbase.words import Codes, kind, term_text, unknown

_HEADER = re.compile(r"[ \t]*\[\[[ \t]*[\"']?term[\"']?[ \t]*\]\]")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_TEXTS = ("concept", "note", "domain", "part-of-speech")
_FLAG = "case-sensitive"


def read_toml_terms(text: str, codes: Codes) -> Termbase:
    """The termbase in a TOML text; raises `BadTermbase`."""
    try:
        content = tomllib.loads(text)
    except RecursionError as error:
        reason = "it is nested too deeply"
        raise BadTermbase("termbase-syntax", form="TOML", reason=reason) from error
    except ValueError as error:
        place = _PLACE.search(str(error))
        line = int(place[1] or text.count("\n") + 1) if place else 0
        reason = _PLACE.sub("", str(error))
        raise BadTermbase("termbase-syntax", line, form="TOML", reason=reason) from error
    for name in content:
        if name != "term":
            raise unknown("termbase-key", name, ("term",), 0)
    tables = content.get("term", [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise BadTermbase("termbase-tables")
    lines = [n for n, line in enumerate(text.split("\n"), start=1) if _HEADER.match(line)]
    return Termbase(
        tuple(
            concept
            for number, table in enumerate(tables)
            if (concept := _concept(table, lines[number] if number < len(lines) else 0, codes))
        )
    )


def _concept(table: Mapping[str, object], line: int, codes: Codes) -> Concept | None:
    about = {name: _one(table[name], name, line) for name in _TEXTS if name in table}
    exact = table.get(_FLAG)
    if exact is not None and not isinstance(exact, bool):
        raise BadTermbase("termbase-flag", line, value=exact)
    shared = kind(about.get("part-of-speech", "")), exact
    drafts = [
        Draft(term_text(term, line), language, status, *shared, line)
        for language, status, value, key in _given(table, line, codes)
        for term in _many(value, key, line)
    ]
    if not drafts:
        raise BadTermbase("termbase-no-term-here", line)
    names = (about.get(name, "") for name in ("concept", "note", "domain"))
    return Concept(settle(drafts), *names)


def _given(
    table: Mapping[str, object], line: int, codes: Codes
) -> Iterator[tuple[str, Status | None, object, str]]:
    """Language, status, value and key of all that is given for a language."""
    statuses = {one.value: one for one in Status}
    for name, value in table.items():
        if name in (*_TEXTS, _FLAG):
            continue
        if name in statuses:
            if not isinstance(value, dict):
                raise BadTermbase("termbase-table", line, key=name)
            for tag, terms in value.items():
                yield codes.language(tag, line), statuses[name], terms, f"{name}.{tag}"
        elif code := codes.find(name):
            yield code, None, value, name
        else:
            known = (*sorted(set(codes.known.values())), *statuses, *_TEXTS, _FLAG)
            raise unknown("termbase-key", name, known, line)


def _one(value: object, key: str, line: int) -> str:
    if not isinstance(value, str):
        raise BadTermbase("termbase-value", line, key=key)
    return value


def _many(value: object, key: str, line: int) -> list[str]:
    many = value if isinstance(value, list) else [value]
    return [_one(one, key, line) for one in many]
