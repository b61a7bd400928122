"""What a language repeats on purpose, from its pack's ``repetition.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sverka.packs import BadPack, Language, read_toml


@dataclass(frozen=True, slots=True)
class Doublings:
    """Lower-case words: ``doubled`` may stand twice side by side, ``emphatic`` with a comma
    between; ``names`` are those whose two parts are alike; ``joining`` words stand before the
    last member of a row; words with these ``endings`` are joined with themselves to say how much
    ("faster and faster", "hours and hours")."""

    doubled: frozenset[str] = frozenset()
    emphatic: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()

    @property
    def rising(self) -> tuple[str, ...]:
        """The endings, for `str.endswith`."""
        return tuple(self.endings)


@cache
def _read(home: Path) -> Doublings:
    path = home / "repetition.toml"
    if not path.is_file():
        return Doublings()
    table = read_toml(path)
    lists: dict[str, frozenset[str]] = {}
    for key, value in table.items():
        if key not in Doublings.__dataclass_fields__ or not isinstance(value, str):
            known = ", ".join(Doublings.__dataclass_fields__)
            raise BadPack(f"{path}: {key}: expected a text under one of {known}")
        lists[key] = frozenset(value.split())
    return Doublings(**lists)


def doublings(language: Language) -> Doublings:
    """The doublings of a language, none where its pack does not say; raises `BadPack`."""
    return _read(language.home)
