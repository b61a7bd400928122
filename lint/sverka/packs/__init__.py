"""Language knowledge, read from the data folders beside this file: validated and frozen.

``lang/<code>/lang.toml`` describes a language, ``pair/<source>-<target>/words/*.tsv`` holds the
word list of a pair. Another language or pair is another folder; no Python is needed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

HOME = Path(__file__).parent


class BadPack(Exception):
    """Pack data that breaks its format; names the file and, where it can, the line."""


@dataclass(frozen=True)
class Language:
    """What the engine must know of a language.

    ``home`` is its folder, where data for single families of rules lie beside ``lang.toml``;
    ``letters`` is a regular-expression character class of its script, ``markers`` are the
    words by which paths name the language, ``romanisation`` maps its letters to Latin ones
    (empty for a language in Latin script), ``abbreviations`` end with a full stop inside a
    sentence, those of them that may end one, too, are ``closing``, ``numbered`` ones count before
    a digit only, ``signature`` holds the
    function words without which a text of that script is some other language, ``irregular``
    leads from a form to its word, ``fold`` from a letter to the one that writers put for it,
    ``endings`` from an ending that misleads the stemmer to the dictionary form's;
    ``lemmatiser`` names what knows its words' forms (see `sverka.morphology`).
    """

    home: Path
    code: str
    name: str
    letters: str
    stemmer: str
    markers: frozenset[str]
    stopwords: frozenset[str]
    abbreviations: frozenset[str]
    closing: frozenset[str]
    numbered: frozenset[str]
    signature: frozenset[str]
    romanisation: Mapping[str, str]
    irregular: Mapping[str, str]
    fold: Mapping[str, str]
    endings: Mapping[str, str]
    lemmatiser: str = ""

    def __hash__(self) -> int:
        return hash(self.home)  # it holds tables, and there is one in a folder

    @cached_property
    def folding(self) -> Mapping[int, str]:
        """The table of `fold` as `str.translate` reads it."""
        return str.maketrans(dict(self.fold))

    @cached_property
    def letter(self) -> re.Pattern[str]:
        """Matches one letter of the language's script."""
        return re.compile(f"[{self.letters}]")


WordList = Mapping[str, tuple[str, ...]]
"""Source head -> equivalents in the target language, commonest first, all lower case."""


@dataclass(frozen=True)
class Packs:
    """All packs. ``languages`` by code; ``words`` by (source, target) code."""

    languages: Mapping[str, Language]
    other_codes: frozenset[str]
    words: Mapping[tuple[str, str], WordList]

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        rows = (item for words in self.words.values() for item in words.items())
        return frozenset(word for head, row in rows for word in (head, *row))

    def knows(self, word: str) -> bool:
        """Whether a lower-case word stands in any word list, in that very form."""
        return word in self._vocabulary

    def word_list(self, source: str, target: str) -> WordList:
        """The words of the pair in that direction, turned round where only the other is there."""
        if (source, target) in self.words:
            return self.words[source, target]
        turned: dict[str, list[str]] = {}
        for head, equivalents in self.words.get((target, source), {}).items():
            for word in equivalents:
                turned.setdefault(word, []).append(head)
        return {head: tuple(words) for head, words in turned.items()}


def read_toml(path: Path) -> dict[str, object]:
    """A file of a pack as a table; raises `BadPack`."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadPack(f"{path}: {error}") from error


def _text(table: Mapping[str, object], key: str, path: Path, *, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise BadPack(f"{path}: {key} must be a text")
    return value


def _words(table: Mapping[str, object], key: str, path: Path) -> frozenset[str]:
    return frozenset(_text(table, key, path, default="").split())


def _equations(table: Mapping[str, object], key: str, path: Path) -> Mapping[str, str]:
    """Words of the form ``this=that``."""
    pairs = [word.partition("=") for word in _text(table, key, path, default="").split()]
    for left, sign, right in pairs:
        if not (left and sign and right):
            raise BadPack(f"{path}: {key}: expected this=that, found {left}{sign}{right}")
    return MappingProxyType({left: right for left, _, right in pairs})


def _read_language(path: Path) -> Language:
    table = read_toml(path)
    markers = table.get("markers", [])
    romanisation = table.get("romanisation", {})
    if not isinstance(markers, list) or not all(isinstance(one, str) for one in markers):
        raise BadPack(f"{path}: markers must be a list of texts")
    if not isinstance(romanisation, dict):
        raise BadPack(f"{path}: romanisation must be a table")
    return Language(
        home=path.parent,
        code=_text(table, "code", path),
        name=_text(table, "name", path),
        letters=_text(table, "letters", path),
        stemmer=_text(table, "stemmer", path),
        markers=frozenset(one.lower() for one in markers),
        stopwords=_words(table, "stopwords", path),
        abbreviations=_words(table, "abbreviations", path),
        closing=_words(table, "closing", path),
        numbered=_words(table, "numbered", path),
        signature=_words(table, "signature", path),
        romanisation=MappingProxyType({str(k): str(v) for k, v in romanisation.items()}),
        irregular=_equations(table, "irregular", path),
        fold=_equations(table, "fold", path),
        endings=_equations(table, "endings", path),
        lemmatiser=_text(table, "lemmatiser", path, default=""),
    )


_ROW = re.compile(r"([^\t]+)\t([^\s,]+(?:, [^\s,]+)*)")


def _read_words(path: Path) -> dict[str, tuple[str, ...]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadPack(f"{path}: {error}") from error
    rows: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        row = _ROW.fullmatch(line.lower())
        if row is None:
            raise BadPack(
                f"{path}:{number}: expected a head, a tab, and its equivalents, single words with "
                f"a comma and one space between them: {line!r}"
            )
        head = row[1]
        if head in rows:
            raise BadPack(f"{path}:{number}: {head!r} has a row above; join the two")
        rows[head] = tuple(row[2].split(", "))
    return rows


def _merge(parts: list[dict[str, tuple[str, ...]]]) -> WordList:
    merged: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for head, words in part.items():
            merged[head] = tuple(dict.fromkeys(merged.get(head, ()) + words))
    return MappingProxyType(merged)


@cache
def load(home: Path = HOME) -> Packs:
    """All packs below ``home``; raises `BadPack`."""
    languages = [_read_language(path) for path in sorted(home.glob("lang/*/lang.toml"))]
    codes = read_toml(home / "lang" / "codes.toml")
    words: dict[tuple[str, str], WordList] = {}
    for folder in sorted(path for path in home.glob("pair/*") if path.is_dir()):
        source, dash, target = folder.name.partition("-")
        if not dash:
            raise BadPack(f"{folder}: a pair's folder is named source-target, such as xx-yy")
        words[source, target] = _merge([_read_words(p) for p in sorted(folder.glob("words/*.tsv"))])
    return Packs(
        languages=MappingProxyType({language.code: language for language in languages}),
        other_codes=_words(codes, "codes", home / "lang" / "codes.toml"),
        words=MappingProxyType(words),
    )
