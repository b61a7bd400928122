"""Language marks in paths: where they stand, and what a path is without them.

``docs/ru/a.md``, ``a.ru.md``, ``pages_ru/a.md`` and ``ru_docs/a.md`` say their language; so might
``it/a.md``, or mean information technology. This module only finds what may be a mark; who
trusts it has to ask the text (`sverka.pairing.languages`) or the other pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sverka.packs import Packs

_SEPARATORS = "._-"
_REGION = re.compile(r"([a-z]{2,3})[-_]([A-Z]{2}|[0-9]{3})")
_MOST_MARKS = 4
"""A path with more of them is a strange one; the first are enough to read it by."""


@dataclass(frozen=True, slots=True)
class MarkWords:
    """All words by which paths name languages: word -> code, in lower case and with ``-``."""

    packs: Mapping[str, str]
    others: frozenset[str]

    @classmethod
    def of(cls, packs: Packs) -> MarkWords:
        """The words of the language packs, and the codes of languages without a pack."""
        words = {
            _plain(word): language.code
            for language in packs.languages.values()
            for word in sorted(language.markers | {language.code})
        }
        others = frozenset(_plain(code) for code in packs.other_codes)
        return cls(words, others - words.keys())

    def code(self, text: str) -> str:
        """The language that ``text`` names, "" where it names none; regions may follow."""
        plain = _plain(text)
        if plain in self.packs:
            return self.packs[plain]
        if plain in self.others:
            return plain
        region = _REGION.fullmatch(text)
        return self.code(region[1]) if region else ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What may be a language's name in a path.

    ``part`` counts the path's parts from 0. ``rest`` is what stays of the part without the mark
    (of a file's name without the suffix), "" where the mark is all of it. ``spelled`` means
    a word such as "english", which is a subject as often as a language.
    ``strong`` marks hardly ever mean something else: a folder, or an ending after a dot.
    """

    code: str
    part: int
    rest: str
    strong: bool
    spelled: bool


@dataclass(frozen=True, slots=True)
class SplitPath:
    """A path as its parts; the last one is the file's name without ``suffix`` (".md")."""

    parts: tuple[str, ...]
    suffix: str

    @classmethod
    def of(cls, path: str) -> SplitPath:
        """Split a POSIX path."""
        *folders, name = path.split("/")
        stem, dot, suffix = name.rpartition(".")
        if not stem:
            return cls((*folders, name), "")
        return cls((*folders, stem), (dot + suffix).lower())

    def without(self, *marks: Mark) -> SplitPath:
        """The path without those marks; a folder that was a mark is gone."""
        parts = list(self.parts)
        for mark in sorted(marks, key=lambda mark: -mark.part):
            is_name = mark.part == len(self.parts) - 1
            parts[mark.part : mark.part + 1] = [mark.rest] if mark.rest or is_name else []
        return replace(self, parts=tuple(parts))

    def shape(self, *marks: Mark) -> str:
        """The path with a blank for each mark: pages of one layout share it."""
        parts = list(self.parts)
        for mark in marks:
            parts[mark.part] = f"{mark.rest}{'.' if mark.strong and mark.rest else ''}\0"
        return "/".join(parts).casefold()

    @property
    def key(self) -> str:
        """What pages that differ in language only have in common."""
        return "/".join(self.parts).casefold()


def marks(path: SplitPath, words: MarkWords) -> tuple[Mark, ...]:
    """What may be language marks in the path, outermost first."""
    last = len(path.parts) - 1
    found: list[Mark] = []
    for number, part in enumerate(path.parts):
        found.extend(_marks_of_part(part, number, is_name=number == last, words=words))
    return tuple(found[:_MOST_MARKS])


def _marks_of_part(part: str, number: int, *, is_name: bool, words: MarkWords) -> list[Mark]:
    code = words.code(part)
    if code:
        spelled = _is_spelled(part)
        return [Mark(code, number, "", not (spelled or is_name), spelled)]
    cuts = [at for at, char in enumerate(part) if char in _SEPARATORS and 0 < at < len(part) - 1]
    found = []
    for at in cuts:  # the longest ending first: "a.ru-RU" ends with ".ru-RU", not with "-RU"
        code = words.code(part[at + 1 :])
        if code:
            spelled = _is_spelled(part[at + 1 :])
            strong = part[at] == "." and not spelled
            found.append(Mark(code, number, part[:at], strong, spelled))
            break
    for at in reversed(cuts):
        code = words.code(part[:at])
        if code:
            found.append(Mark(code, number, part[at + 1 :], False, _is_spelled(part[:at])))
            break
    return found


def _is_spelled(word: str) -> bool:
    return len(word) > 3 and not any(char in _SEPARATORS for char in word)


def _plain(word: str) -> str:
    return word.lower().replace("_", "-")
