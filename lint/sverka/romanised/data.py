"""``romanisation.toml`` of a language; ``romanised.tsv`` and ``everyday.tsv`` of a pair."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sverka.packs import BadPack, Language, read_toml

FILE = "romanisation.toml"
LIST = "romanised.tsv"
EVERYDAY = "everyday.tsv"
NO_EQUIVALENT = "-"
_TABLES = {"spellings", "respelt", "words"}
_WORDS = {
    "endings",
    "hybrid",
    "mute",
    "combining",
    "heads",
    "tails",
    "joint",
    "makes",
    "marks",
    "domains",
}


@dataclass(frozen=True, slots=True)
class Romanisation:
    """How a language is written in Latin letters.

    ``spellings`` and ``respelt``: letters -> Latin ones, the commonest first; ``silent`` letters
    may be left out. ``endings`` are those of its inflection, ``hybrid`` Latin ones of words half
    translated, ``mute`` those that are not heard. ``combining`` are first parts of compounds,
    ``heads`` and ``tails`` the parts of words of science, ``makes`` the ends of words that it
    makes every day, ``marks`` matches
    what its romanised words alone have. ``domains`` leads from the last part
    of an address in Latin letters, that does not exist, to the real one.
    """

    spellings: Mapping[str, tuple[str, ...]]
    respelt: Mapping[str, tuple[str, ...]]
    silent: tuple[str, ...]
    endings: tuple[str, ...]
    hybrid: frozenset[str]
    mute: frozenset[str]
    combining: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    makes: tuple[str, ...]
    marks: re.Pattern[str] | None
    domains: Mapping[str, str]


def romanisation(language: Language) -> Romanisation | None:
    """That of a language, None for one whose pack has none; raises `BadPack`."""
    return _read(language.home / FILE)


def listed(source: Language, target: Language) -> Mapping[str, str]:
    """Words of ``source`` that translations into ``target`` leave romanised -> what they mean,
    "" where that is another sentence; raises `BadPack`."""
    return _read_list(_pair(source, target) / LIST)


def everyday(source: Language, target: Language) -> Mapping[str, str]:
    """The same for ordinary words; raises `BadPack`."""
    return _read_list(_pair(source, target) / EVERYDAY)


def _pair(source: Language, target: Language) -> Path:
    return source.home.parent.parent / "pair" / f"{source.code}-{target.code}"


@cache
def _read(path: Path) -> Romanisation | None:
    if not path.is_file():
        return None
    table = read_toml(path)
    words = _table(table, "words", path)
    if unknown := sorted({*(table.keys() - _TABLES - {"silent"}), *(words.keys() - _WORDS)}):
        raise BadPack(f"{path}: unknown key {unknown[0]}")
    return Romanisation(
        spellings=_rows(table, "spellings", path),
        respelt=_rows(table, "respelt", path),
        silent=_words(table, "silent", path),
        endings=_words(words, "endings", path),
        hybrid=frozenset(_words(words, "hybrid", path)),
        mute=frozenset(_words(words, "mute", path)),
        combining=_words(words, "combining", path),
        heads=_heads(words, path),
        tails=_words(words, "tails", path),
        makes=_words(words, "makes", path),
        marks=_pattern(words, "marks", path),
        domains=_equations(words, "domains", path),
    )


def _table(table: Mapping[str, object], key: str, path: Path) -> Mapping[str, object]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise BadPack(f"{path}: {key} must be a table")
    return value


def _rows(table: Mapping[str, object], key: str, path: Path) -> Mapping[str, tuple[str, ...]]:
    rows = _table(table, key, path)
    return {letters: _words(rows, letters, path) for letters in rows}


def _words(table: Mapping[str, object], key: str, path: Path) -> tuple[str, ...]:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise BadPack(f"{path}: {key} must be a text")
    return tuple(value.split())


def _pattern(table: Mapping[str, object], key: str, path: Path) -> re.Pattern[str] | None:
    texts = _words(table, key, path)
    try:
        return re.compile("|".join(texts)) if texts else None
    except re.error as error:
        raise BadPack(f"{path}: {key}: {error}") from error


def _heads(words: Mapping[str, object], path: Path) -> tuple[str, ...]:
    """The heads with and without the vowel that joins them to what follows."""
    joint = "".join(_words(words, "joint", path))
    return tuple(one for head in _words(words, "heads", path) for one in (head, head + joint))


def _equations(table: Mapping[str, object], key: str, path: Path) -> Mapping[str, str]:
    rows = [row.partition("=") for row in _words(table, key, path)]
    if not all(left and right for left, _, right in rows):
        raise BadPack(f"{path}: {key} must be of the form this=that")
    return {left: right for left, _, right in rows}


@cache
def _read_list(path: Path) -> Mapping[str, str]:
    if not path.is_file():
        return {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadPack(f"{path}: {error}") from error
    rows: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        word, tab, meaning = line.partition("\t")
        if not (word and tab and meaning) or word in rows:
            raise BadPack(f"{path}:{number}: expected a word not above, a tab, and its equivalent")
        rows[word] = "" if meaning == NO_EQUIVALENT else meaning
    return rows
