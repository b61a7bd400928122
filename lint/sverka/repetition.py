"""What a language repeats on purpose, and which of its words say the same, from its pack's
``repetition.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sverka.packs import BadPack, Language, read_toml
from sverka.wording import Meaning, Wording, wording_of


@dataclass(frozen=True, slots=True, eq=False)
class Doublings:
    """Lower-case words: ``doubled`` may stand twice side by side, ``emphatic`` with a comma
    between; ``names`` are those whose two parts are alike; ``joining`` words stand before the
    last member of a row; words with these ``endings`` are joined with themselves to say how much
    ("faster and faster"), and so are the ``amounts`` ("hours and hours").

    Of the words of a line of ``synonyms`` nobody says two side by side, of a line of ``near`` few
    do. A word of several words has ``_`` for their spaces.

    Of one word twice: ``either`` ("cow or cow"), ``within`` ("service of service") stand between
    as ``joining`` do, ``pointing`` before ("the clinic our clinic"). Words of ``least`` letters
    that differ by an ending of ``plurals`` are one thing in a row ("repair and repairs"), by one of
    ``kin`` one root side by side ("work works"). ``pleonasms`` and ``padding`` are phrases, see
    `pleonasms`.
    """

    doubled: frozenset[str] = frozenset()
    emphatic: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    synonyms: Mapping[str, frozenset[int]] = field(default_factory=dict)
    near: Mapping[str, frozenset[int]] = field(default_factory=dict)
    either: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    least: int = 4
    pleonasms: str = ""
    padding: str = ""

    @property
    def rising(self) -> tuple[str, ...]:
        """The endings, for `str.endswith`."""
        return tuple(self.endings)

    def alike(self, one: str, other: str) -> bool | None:
        """Whether two lower-case words say the same (`True`), or nearly (`False`); else `None`."""
        for groups, sure in ((self.synonyms, True), (self.near, False)):
            if one in groups and not groups[one].isdisjoint(groups.get(other, ())):
                return sure
        return None


_GROUPS = frozenset({"synonyms", "near"})
_PHRASES = frozenset({"pleonasms", "padding"})
_LEAST = "least"
SURE, PERHAPS = "sure", "perhaps"
"""The senses of the phrases of `pleonasms`."""


def _groups(text: str) -> Mapping[str, frozenset[int]]:
    """Each word of the lines -> the numbers of its lines."""
    groups: dict[str, frozenset[int]] = {}
    for number, line in enumerate(text.splitlines()):
        for one in line.split():
            word = one.replace("_", " ")
            groups[word] = groups.get(word, frozenset()) | {number}
    return groups


def _read_one(key: str, value: Any) -> object:
    if key in _PHRASES or key == _LEAST:
        return value
    return _groups(value) if key in _GROUPS else frozenset(value.split())


@cache
def _read(home: Path) -> Doublings:
    path = home / "repetition.toml"
    if not path.is_file():
        return Doublings()
    table = read_toml(path)
    lists: dict[str, Any] = {}
    for key, value in table.items():
        if key not in Doublings.__dataclass_fields__ or (
            not isinstance(value, int if key == _LEAST else str)
        ):
            known = ", ".join(Doublings.__dataclass_fields__)
            raise BadPack(f"{path}: {key}: expected a text under one of {known}")
        lists[key] = _read_one(key, value)
    return Doublings(**lists)


def doublings(language: Language) -> Doublings:
    """The doublings of a language, none where its pack does not say; raises `BadPack`."""
    return _read(language.home)


def pleonasms(language: Language) -> Wording:
    """The phrases of which a word says what another has said ("return back"), written as those of
    `sverka.wording` are: the sense of a hit is `SURE`, or `PERHAPS` where it is a matter of style.
    Raises `BadPack`."""
    if language.home not in _KNOWN:
        known = doublings(language)
        rows = ((known.pleonasms, SURE), (known.padding, PERHAPS))
        _KNOWN[language.home] = wording_of(
            ((words, Meaning("pleonasm", sense)) for words, sense in rows if words),
            language,
            language.home / "repetition.toml",
        )
    return _KNOWN[language.home]


_KNOWN: dict[Path, Wording] = {}
