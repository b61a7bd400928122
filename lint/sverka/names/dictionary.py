"""Whether a dictionary has a word as an ordinary one and not as a name.

The word lists of the packs are short; before a word with a capital letter counts as a surely
missing name, a whole dictionary is asked. It is loaded when the first such word turns up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sverka.packs import Language

LIKELY = 0.1
"""The share of its uses, 0 to 1, from which on a word is a form of a name."""
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
"""What pymorphy3 calls given names, surnames, patronymics, places, organisations, brands."""


def is_common(word: str, language: Language) -> bool:
    """Whether a lower-case word is in the dictionary of its language, and not as a name; False
    where no dictionary serves the language."""
    return _dictionary(language.code, language.lemmatiser)(word)


@cache
def _dictionary(code: str, lemmatiser: str) -> Callable[[str], bool]:
    if lemmatiser == "pymorphy3":
        return _analysed(code)
    from simplemma.strategies import (  # noqa: PLC0415 - it costs 0.2 s to load
        DefaultDictionaryFactory,
    )

    try:
        return _looked_up(DefaultDictionaryFactory().get_dictionary(code))
    except ValueError:
        return _looked_up({})


def _analysed(code: str) -> Callable[[str], bool]:
    import pymorphy3  # noqa: PLC0415 - so does this

    analyser: Any = pymorphy3.MorphAnalyzer(lang=code)

    def is_common(word: str) -> bool:
        return analyser.word_is_known(word) and not any(
            one.score >= LIKELY and _NAMES & one.tag.grammemes for one in analyser.parse(word)
        )

    return is_common


def _looked_up(words: Mapping[str, str]) -> Callable[[str], bool]:
    """In these dictionaries names have a capital letter."""

    def is_common(word: str) -> bool:
        return word in words and word.capitalize() not in words

    return is_common
