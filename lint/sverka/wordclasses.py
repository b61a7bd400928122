"""Classes of words that phrases of a pack speak of, as "a participle": ``<participle>``.

``lang/<code>/word-classes.toml`` holds a table a class. ``words`` are its words, with ``*`` for an
open ending or beginning, ``except`` those that only look like them, ``classes`` other classes whose
words are in it, too; ``but`` makes it the class of all words that are in none of certain classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sverka.packs import BadPack, Language, read_toml

FILE = "word-classes.toml"
_FIELDS = {"words", "except", "classes", "but"}


@dataclass(frozen=True, slots=True)
class _Forms:
    """Words, and the beginnings and endings of words."""

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    def has(self, word: str) -> bool:
        """Whether a word is one of them; of an ending it must have a letter more."""
        if word in self.words or word.startswith(self.beginnings):
            return True
        return word.endswith(self.endings) and word not in self.endings


@dataclass(frozen=True, slots=True)
class _Class:
    forms: _Forms
    exceptions: _Forms
    classes: tuple[str, ...]
    but: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class WordClasses:
    """The classes of a language by name; each names only classes before it."""

    classes: Mapping[str, _Class]
    _memo: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, word: str) -> frozenset[str]:
        """The names of the classes that a word is in; lower case, letters folded."""
        found = self._memo.get(word)
        if found is None:
            names: set[str] = set()
            for name, one in self.classes.items():
                if one.exceptions.has(word):
                    continue
                if (
                    one.forms.has(word)
                    or not names.isdisjoint(one.classes)
                    or (one.but and names.isdisjoint(one.but))
                ):
                    names.add(name)
            found = self._memo[word] = frozenset(names)
        return found


def word_classes(language: Language) -> WordClasses:
    """The classes of a language, none where its pack has no such file; raises `BadPack`."""
    path = language.home / FILE
    if path not in _KNOWN:
        _KNOWN[path] = _read(path, language) if path.is_file() else WordClasses({})
    return _KNOWN[path]


_KNOWN: dict[Path, WordClasses] = {}


def _read(path: Path, language: Language) -> WordClasses:
    classes: dict[str, _Class] = {}
    for name, row in read_toml(path).items():
        where = f"{path}: {name}"
        if not isinstance(row, dict) or not all(isinstance(one, str) for one in row.values()):
            raise BadPack(f"{where}: must be a table of texts")
        if unknown := sorted(set(row) - _FIELDS):
            raise BadPack(f"{where}: unknown key {unknown[0]}")
        others = {key: tuple(row.get(key, "").split()) for key in ("classes", "but")}
        if missing := [one for key in others for one in others[key] if one not in classes]:
            raise BadPack(f"{where}: there is no class {missing[0]} before it")
        forms, exceptions = (_forms(row.get(key, ""), language) for key in ("words", "except"))
        classes[name] = _Class(forms, exceptions, **others)
    return WordClasses(classes)


def _forms(text: str, language: Language) -> _Forms:
    words = text.lower().translate(language.folding).split()
    return _Forms(
        frozenset(one for one in words if "*" not in one),
        tuple(one[:-1] for one in words if one.endswith("*")),
        tuple(one[1:] for one in words if one.startswith("*")),
    )
