"""Words of different scripts made comparable: cognates sound alike and are spelled apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_LONGEST = 4
"""Consonants of a skeleton: the stem; endings differ between languages."""
_SHORTEST = 3
_RESPELLED = (
    (re.compile("ph"), "f"),
    (re.compile("th"), "t"),
    (re.compile("sch|tch|ch|sh|zh"), "j"),
    (re.compile("x"), "ks"),
    (re.compile("c(?=[eiy])|z"), "s"),
    (re.compile("[cq]"), "k"),
    (re.compile("w"), "v"),
    (re.compile(r"(?<=.)[aeiouyh]+|[^a-z]"), ""),
    (re.compile(r"^[aeiouyh]"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def romanised(text: str, letters: Mapping[str, str]) -> str:
    """``text`` in lower case, each letter of ``letters`` as the Latin ones it stands for."""
    lower = text.lower()
    return "".join(letters.get(char, char) for char in lower) if letters else lower


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The first consonants of a word in Latin letters, as they sound; "" for a short word.

    Words of one origin mostly share it, whatever the spelling: procedure and (romanised)
    procedura, mesotherapy and mezoterapiia.
    """
    for pattern, sound in _RESPELLED:
        word = pattern.sub(sound, word)
    return word[:_LONGEST] if len(word) >= _SHORTEST else ""
