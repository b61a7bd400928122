"""Which words a language has: a list of its general words, lists of fields, and how it makes more.

The folder ``lexicon`` of a language's pack holds them: ``*.gz`` and ``*.txt`` are lists of words in
lower case (a line that begins with # is for people), ``forms.toml`` has the parts that words are
made of. Nothing is read before the first word is asked for.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from sverka.packs import BadPack, Language, read_toml

FOLDER = "lexicon"
_FORMS = "forms.toml"
_KEYS = {"prefixes", "suffixes", "heads", "tails", "joints", "names"}
SHORTEST = 4
"""Letters of a listed word that prefixes and suffixes may stand at."""
SHORTEST_NAME = 7
"""Letters of a substance's name that its ending tells."""
SHORTEST_PART = 3
"""Letters of the words that two of make a compound."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_RUN = 4
_USUAL = 3
_DOUBLED = "+"
"""Stands in a suffix for a letter of the word once more: big, bigger."""


@dataclass(frozen=True)
class Lexicon:
    """The words of a language.

    ``words``: those listed; ``prefixes`` and ``suffixes`` (ending -> what stands for it in the
    listed word, `_DOUBLED` for one letter less) make others of them, ``parts`` are the classical
    heads and tails of words of science, one pattern for the whole word.
    """

    home: Path

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that are listed."""
        return frozenset().union(*(_listed(path) for path in sorted(self.home.glob("*"))))

    @cached_property
    def _rules(self) -> _Rules:
        return _rules(self.home / _FORMS)

    def lists(self, word: str) -> bool:
        """Whether the lower-case word is listed, in that very form or as a plural."""
        return word in self.words or (word.endswith("s") and word[:-1] in self.words)

    def knows(self, word: str) -> bool:
        """Whether the lower-case word is listed, or made of a listed one as the language makes
        words, or made of the parts of words of science, or named as substances are."""
        known = self._known
        if word not in known:
            known[word] = self.lists(word) or self._is_made(word)
        return known[word]

    def joins(self, word: str) -> bool:
        """Whether the lower-case word is two listed words in one."""
        return any(
            word[:cut] in self.words and self.lists(word[cut:])
            for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        )

    def strange(self, word: str) -> int:
        """How many of the runs of four letters of a lower-case word, its ends included, fewer
        than `_USUAL` of the words listed have."""
        around = f"\n{word}\n"
        runs = {around[at : at + _RUN] for at in range(len(around) - _RUN + 1)}
        return sum(not self._is_usual(run) for run in runs)

    def _is_usual(self, run: str) -> bool:
        """Whether so many listed words have a run of letters. Looks for one after the other, for
        most runs are found at once; a count would read all words each time."""
        if run not in self._usual:
            at = -1
            for _ in range(_USUAL):
                at = self._text.find(run, at + 1)
                if at < 0:
                    break
            self._usual[run] = at >= 0
        return self._usual[run]

    def near(self, word: str) -> frozenset[str]:
        """The listed words that one letter tells from a lower-case word: it lacks one, has one
        too many, or another one. The first letter is the same."""
        cuts = range(1, len(word) + 1)
        others = {word[:at] + word[at + 1 :] for at in cuts}
        for at in cuts:
            for letter in _LETTERS:
                others |= {word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]}
        return self.words & (others - {word})

    @cached_property
    def _text(self) -> str:
        return "\n".join(("", *self.words, ""))

    @cached_property
    def _usual(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _known(self) -> dict[str, bool]:
        return {}

    def _is_made(self, word: str) -> bool:
        rules = self._rules
        if len(word) >= SHORTEST_NAME and word.endswith(rules.names):
            return True
        if rules.parts is not None and rules.parts.fullmatch(word):
            return True
        if self._has_suffix(word):
            return True
        for cut in range(2, len(word) - SHORTEST + 1):
            if word[:cut] in rules.prefixes:
                rest = word[cut:]
                if self.lists(rest) or self._has_suffix(rest):
                    return True
        return False

    def _has_suffix(self, word: str) -> bool:
        """Whether a listed word with a suffix is that word."""
        for cut in range(SHORTEST - 1, len(word)):
            for instead in self._rules.suffixes.get(word[cut:], ()):
                stem = word[:cut]
                if instead == _DOUBLED:
                    stem = stem[:-1] if stem[-2:-1] == stem[-1] else ""
                else:
                    stem += instead
                if len(stem) >= SHORTEST and stem in self.words:
                    return True
        return False


@dataclass(frozen=True, slots=True)
class _Rules:
    prefixes: frozenset[str]
    suffixes: Mapping[str, tuple[str, ...]]
    parts: re.Pattern[str] | None
    names: tuple[str, ...]


@cache
def lexicon(language: Language) -> Lexicon | None:
    """The words of a language; None for one whose pack has none. Raises `BadPack`, then or when
    the first word is asked for."""
    home = language.home / FOLDER
    return Lexicon(home) if home.is_dir() else None


def _listed(path: Path) -> Iterable[str]:
    try:
        if path.suffix == ".gz":
            return gzip.decompress(path.read_bytes()).decode("utf-8").split()
        if path.suffix == ".txt":
            lines = path.read_text(encoding="utf-8").splitlines()
            return [word for line in lines if not line.startswith("#") for word in line.split()]
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise BadPack(f"{path}: {error}") from error
    return ()


def _rules(path: Path) -> _Rules:
    table = read_toml(path) if path.is_file() else {}
    if unknown := sorted(set(table) - _KEYS):
        raise BadPack(f"{path}: unknown key {unknown[0]}")
    rows = {key: _words(table, key, path) for key in _KEYS}
    suffixes: dict[str, tuple[str, ...]] = {}
    for row in rows["suffixes"]:
        instead, sign, suffix = row.partition("=")
        if not (sign and suffix):
            raise BadPack(f"{path}: suffixes: expected this=that, found {row}")
        suffixes[suffix] = (*suffixes.get(suffix, ()), instead)
    return _Rules(frozenset(rows["prefixes"]), suffixes, _parts(rows), tuple(rows["names"]))


def _parts(rows: Mapping[str, list[str]]) -> re.Pattern[str] | None:
    """Matches a word of one to three heads and a tail."""
    if not (rows["heads"] and rows["tails"]):
        return None
    head, tail, joint = ("|".join(sorted(rows[key], key=lambda one: (-len(one), one)))
                         for key in ("heads", "tails", "joints"))  # fmt: skip
    return re.compile(f"(?:(?:{head})(?:{joint})?){{1,3}}(?:{tail})")


def _words(table: Mapping[str, object], key: str, path: Path) -> list[str]:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise BadPack(f"{path}: {key} must be a text")
    return value.split()
