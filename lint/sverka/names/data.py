"""What the packs say of names: of a language's, and of a pair's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sverka.names.phrases import Phrases
from sverka.names.sounds import VOWELS, Sounds, read_sounds
from sverka.packs import BadPack, Language, read_toml

Rows = tuple[tuple[frozenset[str], frozenset[str]], ...]
"""Words, and those that follow them."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a language treats names: the ``endings`` it adds to them, and the words, lower case,
    that have a capital letter and are none (``plain``).

    ``ordinary`` are endings of words that are no names, ``surnames`` those of family names that
    have regular romanisations. ``gaps`` are words and those that cannot
    follow them, unless one of ``linked`` comes next, ``loose`` those that seldom can; ``traces``
    are regular expressions of what a missing name leaves behind.
    """

    endings: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    linked: frozenset[str] = frozenset()
    gaps: Rows = ()
    loose: Rows = ()
    traces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Equals:
    """What is known of the names of two languages.

    ``head`` is the code of the language whose letters ``sounds`` describes. ``single`` holds
    for each of the two the words that the word list knows as names, abbreviations in capitals
    and others in lower case. ``phrases``
    are names that are the same, as they are written in each of the two.
    """

    head: str
    sounds: Sounds | None
    single: Mapping[str, frozenset[str]]
    phrases: Phrases


_WORDS = ("endings", "plain", "ordinary", "surnames", "linked")
NO_PHRASES = Phrases((), frozenset())


def habits(language: Language) -> Habits:
    """The habits of a language, none where its pack says nothing; raises `BadPack`."""
    return _habits(language.home / "names.toml")


@cache
def _habits(path: Path) -> Habits:
    table = read_toml(path) if path.is_file() else {}
    words = {key: _words(table, key, path) for key in _WORDS}
    traces = _list(table, "traces", path)
    for trace in traces:
        try:
            re.compile(trace)
        except re.error as error:
            raise BadPack(f"{path}: traces: {trace!r}: {error}") from error
    return Habits(
        **words,
        gaps=_rows(table, "gaps", path),
        loose=_rows(table, "loose", path),
        traces=tuple(traces),
    )


def _rows(table: Mapping[str, object], key: str, path: Path) -> Rows:
    rows = []
    for row in _list(table, key, path):
        left, bar, right = row.lower().partition("|")
        if not (bar and left.strip() and right.strip()):
            raise BadPack(f"{path}: {key}: expected words, |, words, found {row!r}")
        rows.append((frozenset(left.split()), frozenset(right.split())))
    return tuple(rows)


def _words(table: Mapping[str, object], key: str, path: Path) -> frozenset[str]:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise BadPack(f"{path}: {key} must be a text")
    return frozenset(value.lower().split())


def _list(table: Mapping[str, object], key: str, path: Path) -> list[str]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadPack(f"{path}: {key} must be a list of texts")
    return value


def equals(one: Language, other: Language) -> Equals:
    """What the packs know of the names of two languages, whichever is the source; raises
    `BadPack`."""
    packs = one.home.parent.parent
    for head, tail in ((one, other), (other, one)):
        folder = packs / "pair" / f"{head.code}-{tail.code}"
        if folder.is_dir():
            return _equals(folder, head.code, tail.code)
    return Equals(one.code, None, {one.code: frozenset(), other.code: frozenset()}, NO_PHRASES)


@cache
def _equals(folder: Path, head: str, tail: str) -> Equals:
    sounds = folder / "sounds.toml"
    single = _single(folder / "words" / "names.tsv")
    known = read_sounds(sounds) if sounds.is_file() else None
    vowels = VOWELS | known.vowels if known else VOWELS
    return Equals(
        head,
        known,
        {head: single[0], tail: single[1]},
        Phrases(_phrases(folder / "names.toml", head, tail), vowels),
    )


def _single(path: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a list that are names: those with a capital letter, and adjectives of which
    all equivalents have one. `sverka.packs` has already told what is wrong with a row."""
    if not path.is_file():
        return frozenset(), frozenset()
    heads, others = set(), set()
    for line in path.read_text(encoding="utf-8").splitlines():
        head, _, row = line.partition("\t")
        if head.startswith("#") or not row:
            continue
        names = [_cased(word) for word in row.split(", ") if not word.islower()]
        others.update(names)
        if not head.islower() or len(names) == row.count(",") + 1:
            heads.add(_cased(head))
    return frozenset(heads), frozenset(others)


def _cased(word: str) -> str:
    """An abbreviation as it is, any other word in lower case."""
    return word if word.isupper() else word.lower()


def _phrases(path: Path, head: str, tail: str) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    table = read_toml(path) if path.is_file() else {}
    found = []
    for name, others in table.items():
        if not isinstance(others, str):
            raise BadPack(f"{path}: {name!r} must be a text")
        rows = {code: _forms(text) for code, text in ((head, name), (tail, others))}
        if not all(rows.values()):
            raise BadPack(f"{path}: {name!r}: expected names with | between them on both sides")
        found.append(rows)
    return tuple(found)


def _forms(text: str) -> tuple[str, ...]:
    forms = tuple(form.strip() for form in text.split("|"))
    return forms if all(forms) else ()
