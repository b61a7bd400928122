"""Romanisations of Russian, letter by letter, and the words of the lists beside."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

HOME = Path(__file__).parent
_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_ROWS = {
    "BGN": "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya",
    "ISO 9": "a b v g d e yo zh z i j k l m n o p r s t u f x cz ch sh shh - y - e yu ya",
    "ALA-LC": "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia",
    "passport": "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia",
    "passport, 1997": "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya",
    "address": "a b v g d e e zh z i j k l m n o p r s t u f h c ch sh sch - y - e yu ya",
    "address, full": "a b v g d e yo zh z i j k l m n o p r s t u f h c ch sh sch - y - eh yu ya",
    "chat": "a b v g d e yo j z i i k l m n o p r s t u f h c ch sh sh - i - e u ya",
    "apostrophes": "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch ' y ' e yu ya",
}
SCHEMES: Mapping[str, Mapping[int, str]] = {
    name: str.maketrans(dict(zip(_LETTERS, (one.strip("-") for one in row.split()), strict=True)))
    for name, row in _ROWS.items()
}


def romanised(word: str, scheme: str) -> str:
    """A word in Latin letters; an apostrophe at its end is none of it."""
    return word.translate(dict(SCHEMES[scheme])).strip("'")


def words(name: str) -> tuple[str, ...]:
    """The words of a list of this folder, each once."""
    lines = (HOME / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    found = (word for line in lines if not line.startswith("#") for word in line.split())
    return tuple(dict.fromkeys(found))
