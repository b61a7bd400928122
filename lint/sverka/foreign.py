"""``foreign.toml`` of a language: what its texts do with words of other languages.

A language without the file says nothing of it: all its fields are empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sverka.packs import BadPack, Language, read_toml

_TEXTS = ("twins", "before", "after", "native", "tongues", "naming")


@dataclass(frozen=True, slots=True)
class Foreign:
    """How a language meets others.

    ``guest``: its words stand in texts of other languages as they are: brands, code, names of
    products. ``twins`` are its letters that look like letters of another script. ``native`` are
    its names for itself, lower case, as menus of languages have them; ``tongues`` the words by
    which its texts say that something is in one language or another.

    ``before`` are the words of this language that introduce a foreign word as such ("the letter
    x"), ``after`` those that follow one ("x means"), ``naming`` those that give a thing its name,
    foreign or not ("is called x"); all lower case, ``_`` for a space.
    """

    guest: bool = False
    twins: frozenset[str] = frozenset()
    native: frozenset[str] = frozenset()
    tongues: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()


NOTHING = Foreign()


def foreign(language: Language) -> Foreign:
    """What the pack of a language says; raises `BadPack`."""
    return _read(f"{language.home}/foreign.toml")


@cache
def _read(name: str) -> Foreign:
    path = Path(name)
    if not path.is_file():
        return NOTHING
    table = read_toml(path)
    unknown = sorted(table.keys() - {"guest", *_TEXTS})
    if unknown:
        raise BadPack(f"{path}: {unknown[0]} is no key of this file")
    guest = table.get("guest", False)
    if not isinstance(guest, bool):
        raise BadPack(f"{path}: guest must be true or false")
    words = {key: _words(table, key, path) for key in _TEXTS}
    return Foreign(
        guest,
        frozenset("".join(words["twins"])),
        words["native"],
        words["tongues"],
        words["before"],
        words["after"],
        words["naming"],
    )


def _words(table: Mapping[str, object], key: str, path: Path) -> frozenset[str]:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise BadPack(f"{path}: {key} must be a text")
    return frozenset(word.replace("_", " ") for word in value.split())
