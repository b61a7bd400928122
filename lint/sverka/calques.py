"""Phrases that give a word-for-word translation away, rows of a language's pack.

``lang/<code>/calques/*.toml`` holds tables ``[[calque]]``; another file is another field. The
phrases of a row are written as those of `sverka.wording` are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sverka.fields import fields
from sverka.packs import BadPack, Language, read_toml
from sverka.wording import Meaning, Wording, wording_of

SORTS = frozenset({"calque", "wrong-sense", "order", "verbless", "quotes"})
LEVELS = frozenset({"warning", "info", "beside"})
_NEEDED = ("id", "words", "better", "source", "bad", "good")
_OPTIONAL = ("sort", "level", "trigger", "unless", "note", "field")


@dataclass(frozen=True, slots=True)
class Calque:
    """A row. ``better`` is what an editor would write; ``sort`` what went wrong: a phrase taken
    word for word, a word in a wrong sense, the other language's order of words, a verb that the
    other language does without, quotes around plain words.

    ``trigger`` names words of the other language (with ``*`` for an open ending), one of which
    the other version has where this is a calque: there a hint becomes a warning. ``unless`` are
    phrases that excuse a sentence. ``bad`` and ``good`` are sentences with the calque and with
    the same words rightly used, or the thing well said. ``alone``: only where the phrase is all
    that an item, a cell or a heading says. ``field``: only on a page of one of these fields (see
    `sverka.fields`).

    A row of level ``beside`` says nothing alone, since the words are right often enough; it counts
    on a page where other rows show that it was translated word for word.
    """

    id: str
    words: str
    better: str
    source: str
    bad: str
    good: str
    sort: str = "calque"
    level: str = "warning"
    trigger: str = ""
    unless: str = ""
    note: str = ""
    field: str = ""
    alone: bool = False


@dataclass(frozen=True)
class Calques:
    """The rows of a language by id; ``phrases`` finds theirs (the sense of a hit is the row's
    id), ``excuses`` those of their ``unless``."""

    rows: Mapping[str, Calque]
    phrases: Wording
    excuses: Wording


def calques(language: Language) -> Calques:
    """The calques that a language's pack knows, none where it has no such folder; raises
    `BadPack`."""
    folder = language.home / "calques"
    if folder not in _KNOWN:
        _KNOWN[folder] = _read(folder, language)
    return _KNOWN[folder]


_KNOWN: dict[Path, Calques] = {}


def _read(folder: Path, language: Language) -> Calques:
    rows: dict[str, Calque] = {}
    for path in sorted(folder.glob("*.toml")):
        tables = read_toml(path)
        members = tables.get("calque", [])
        if set(tables) - {"calque"} or not isinstance(members, list):
            raise BadPack(f"{path}: expected tables [[calque]] and nothing else")
        for number, member in enumerate(members, start=1):
            row = _row(member, f"{path}: calque {number}")
            if row.id in rows:
                raise BadPack(f"{path}: calque {number}: there is a row {row.id!r} already")
            if unknown := sorted({*row.field.split()} - {*fields(language).words}):
                raise BadPack(f"{path}: calque {number} ({row.id}): no field {unknown[0]!r}")
            rows[row.id] = row
    phrases = [(row.words, Meaning("calque", row.id)) for row in rows.values()]
    excuses = [(row.unless, Meaning("unless", row.id)) for row in rows.values() if row.unless]
    return Calques(
        rows, wording_of(phrases, language, folder), wording_of(excuses, language, folder)
    )


def _row(member: object, where: str) -> Calque:
    if not isinstance(member, dict):
        raise BadPack(f"{where}: must be a table")
    where = f"{where} ({member.get('id', 'without an id')})"
    if unknown := sorted(set(member) - {*_NEEDED, *_OPTIONAL, "alone"}):
        raise BadPack(f"{where}: unknown key {unknown[0]}")
    if not isinstance(member.get("alone", False), bool):
        raise BadPack(f"{where}: alone must be true or false")
    if wrong := [key for key in member if key != "alone" and not isinstance(member[key], str)]:
        raise BadPack(f"{where}: {wrong[0]} must be a text")
    if missing := [key for key in _NEEDED if not member.get(key)]:
        raise BadPack(f"{where}: {missing[0]} is missing")
    if member.get("sort", "calque") not in SORTS:
        raise BadPack(f"{where}: sort must be one of {', '.join(sorted(SORTS))}")
    if member.get("level", "warning") not in LEVELS:
        raise BadPack(f"{where}: level must be one of {', '.join(sorted(LEVELS))}")
    return Calque(**member)
