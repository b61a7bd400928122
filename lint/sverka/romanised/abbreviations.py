"""Abbreviations of another language in Latin capitals: ``abbreviations.tsv`` of a pair.

A row is the abbreviation in its own letters, a tab, what it is in the other language. A third
column "?" is for those whose Latin letters are also something else: a name, an abbreviation that
the other language has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sverka.packs import BadPack, Language
from sverka.romanised.data import Romanisation, romanisation

FILE = "abbreviations.tsv"
DOUBTFUL = "?"
_RARE = 1
"""Letters of an abbreviation that may have another spelling than the commonest."""
_SHORT = 3
"""Letters of an abbreviation that such a spelling makes doubtful."""
_CAPITALS = re.compile(r"(?<![\w./@#&-])(?=[A-Z][A-Za-z]?[a-z]?[A-Z])[A-Za-z]{2,9}(?![\w/@&]|\.\w)")


class Abbreviation(NamedTuple):
    """One of the list: ``word`` in its own letters, ``meaning`` in the other language;
    ``doubtful`` where the same capitals also stand for something else."""

    word: str
    meaning: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Those of a pair, by their Latin spellings in lower case."""

    spelt: Mapping[str, Abbreviation]

    def find(self, text: str) -> Iterator[tuple[re.Match[str], Abbreviation]]:
        """Where words of a text in capitals are such abbreviations."""
        for match in _CAPITALS.finditer(text):
            found = self.spelt.get(match[0].lower())
            if found and sum(letter.isupper() for letter in match[0]) * 2 > len(match[0]):
                yield match, found


@cache
def abbreviations(source: Language, target: Language) -> Abbreviations | None:
    """Those of ``source`` in texts of ``target``; None for a pair without a list. Raises
    `sverka.packs.BadPack`."""
    rules = romanisation(source)
    path = source.home.parent.parent / "pair" / f"{source.code}-{target.code}" / FILE
    return _read(path, rules) if rules and path.is_file() else None


def _read(path: Path, rules: Romanisation) -> Abbreviations:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadPack(f"{path}: {error}") from error
    spelt: dict[str, Abbreviation] = {}
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        word, *rest = line.split("\t")
        if not rest or not rest[0] or rest[1:] not in ([], [DOUBTFUL]):
            raise BadPack(f"{path}:{number}: expected an abbreviation, a tab, what it means")
        row = Abbreviation(word, rest[0], len(rest) > 1)
        for latin, rare in _spellings(word.lower(), rules):
            doubtful = row.doubtful or (rare > 0 and len(word) <= _SHORT)
            spelt.setdefault(latin, row._replace(doubtful=doubtful))
    return Abbreviations(spelt)


def _spellings(word: str, rules: Romanisation) -> list[tuple[str, int]]:
    """The Latin spellings of a word, the commonest first, and how many letters have another
    than their commonest one; `_RARE` at most."""
    ways: list[tuple[str, int]] = [("", 0)]
    for letter in word:
        usual = rules.spellings.get(letter, (letter,))
        ways = [
            (begun + spelling, rare + (number > 0))
            for begun, rare in ways
            for number, spelling in enumerate(usual)
            if rare + (number > 0) <= _RARE
        ]
    return sorted(ways, key=lambda way: way[1])
