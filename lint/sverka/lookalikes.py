"""Letters that cannot be told from those of another script, from the packs' lookalikes.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sverka.packs import BadPack, Language, read_toml

_KEYS = {"letters", "digits"}
_LATIN = "A-Za-zÀ-ÖØ-öø-ÿ"


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """``to_latin``: the language's letters as the Latin ones of the same shape; ``from_latin``
    the other way round; ``to_digits``: its letters that look like digits (all for
    `str.translate`).

    ``mixed`` matches a word of both scripts, ``numbers`` a number with such a letter in it,
    ``latin`` and ``own`` a run of letters of the one script.
    """

    to_latin: Mapping[int, str]
    from_latin: Mapping[int, str]
    to_digits: Mapping[int, str]
    mixed: re.Pattern[str]
    numbers: re.Pattern[str]
    latin: re.Pattern[str]
    own: re.Pattern[str]


def lookalikes(language: Language) -> Lookalikes | None:
    """The look-alikes of a language's letters, None for one whose pack has none; raises
    `BadPack`."""
    return _read(language.home / "lookalikes.toml", language.letters)


@cache
def _read(path: Path, own: str) -> Lookalikes | None:
    if not path.is_file():
        return None
    table = read_toml(path)
    if unknown := sorted(set(table) - _KEYS):
        raise BadPack(f"{path}: unknown key {unknown[0]}")
    letters, digits = _equations(table, "letters", path), _equations(table, "digits", path)
    both, alike = f"[{_LATIN}{own}]", "".join(digits)
    meet = f"{both}*(?:[{_LATIN}][{own}]|[{own}][{_LATIN}])"
    return Lookalikes(
        to_latin=str.maketrans(letters),
        from_latin=str.maketrans({latin: letter for letter, latin in letters.items()}),
        to_digits=str.maketrans(digits),
        mixed=re.compile(rf"(?<!\w)(?={meet}){both}+(?!\w)"),
        numbers=re.compile(rf"(?<![\w,.])\d+[{alike}][\d{alike}]*(?!\w)"),
        latin=re.compile(f"[{_LATIN}]+"),
        own=re.compile(f"[{own}]+"),
    )


def _equations(table: Mapping[str, object], key: str, path: Path) -> dict[str, str]:
    value = table.get(key, "")
    pairs = [one.split("=") for one in value.split()] if isinstance(value, str) else [[""]]
    if any(len(one) != 2 or len(one[0]) != 1 or len(one[1]) != 1 for one in pairs):
        raise BadPack(f"{path}: {key} must be letters of the form x=y")
    return {one[0]: one[1] for one in pairs}
