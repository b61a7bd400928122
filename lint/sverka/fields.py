"""What a page is about, as far as its words tell: a field of a language's pack.

``lang/<code>/fields.toml`` holds a table a field, ``[cars]``, with the ``words`` that are said in
it more than elsewhere. A word with several senses is read by them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sverka.packs import BadPack, Language, read_toml

LEAST = 3
"""How many different words of a field a page of it has at least."""
SHARE = 0.025
"""The share of a page's different words that are of the field: a long page mentions much."""
_TELLS = {"words", "note", "source", "example"}


@dataclass(frozen=True)
class Fields:
    """The fields of a language: lower-case words, those with ``*`` begin so, by field."""

    words: Mapping[str, frozenset[str]]
    _memo: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, words: Collection[str]) -> frozenset[str]:
        """The fields of a page with these different words, in lower case."""
        counts = dict.fromkeys(self.words, 0)
        memo = self._memo
        for word in words:
            for name in memo[word] if word in memo else self._of_word(word):
                counts[name] += 1
        enough = max(LEAST, SHARE * len(words))
        return frozenset(name for name, count in counts.items() if count >= enough)

    def _of_word(self, word: str) -> tuple[str, ...]:
        """The fields that a word is a word of."""
        found = tuple(name for name, known in self.words.items() if _is_one(word, known))
        self._memo[word] = found
        return found


def _is_one(word: str, known: frozenset[str]) -> bool:
    return word in known or any(word[:size] + "*" in known for size in range(3, len(word) + 1))


def fields(language: Language) -> Fields:
    """The fields that a language's pack knows, none where it has no such file; raises
    `BadPack`."""
    return _read(language.home / "fields.toml")


@cache
def _read(path: Path) -> Fields:
    if not path.is_file():
        return Fields({})
    words: dict[str, frozenset[str]] = {}
    for name, row in read_toml(path).items():
        if not isinstance(row, dict) or not isinstance(row.get("words"), str):
            raise BadPack(f"{path}: {name}: words must be a text, words with spaces between them")
        if unknown := sorted(set(row) - _TELLS):
            raise BadPack(f"{path}: {name}: unknown key {unknown[0]}")
        words[name] = frozenset(row["words"].lower().split())
    return Fields(words)
