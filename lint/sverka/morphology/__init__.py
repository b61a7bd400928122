"""Words and their forms: which words are forms of one word.

What serves a language is named in its pack (``lemmatiser`` in lang.toml): a library, or the
endings in the pack itself. Nothing is loaded before the first word is asked for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Protocol

from sverka.packs import BadPack, Language

if TYPE_CHECKING:
    from sverka.morphology.dictionary import Dictionary


class Morphology(Protocol):
    """What is known of the words of a language. All words, given and returned, are in lower
    case with the letters folded that writers put for one another."""

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The dictionary forms that ``word`` may belong to, likeliest first; the word itself
        where nothing is known of it."""
        ...

    def forms(self, word: str, kind: str = "") -> frozenset[str]:
        """All forms of a word given in its dictionary form (or as a term has it), with itself.
        ``kind`` is what it is, if that is known: "noun", "verb", "adjective"."""
        ...

    def kind(self, word: str) -> str:
        """What the dictionary form ``word`` is: "noun", "verb", "adjective", "other"; "" where
        that cannot be told from the word."""
        ...

    def may_be(self, word: str, forms: frozenset[str]) -> bool:
        """Whether ``word``, found in a text, is likely a form of the word with those ``forms``
        and not of another one that happens to share it."""
        ...

    @property
    def phrases(self) -> re.Pattern[str] | None:
        """Matches phrases in which a noun is none any more, such as "in case of"."""
        ...

    def verbal(self, before: str, after: str) -> bool:
        """Whether what stands between these two words of a text (or "") must be a verb where
        it can be one."""
        ...


@cache
def morphology(language: Language) -> Morphology:
    """The morphology of a language; raises `BadPack` for a pack that names an unknown one."""
    if language.lemmatiser == "pymorphy3":
        from sverka.morphology.analysed import Analysed

        return Analysed(language)
    if language.lemmatiser in ("", "endings"):
        from sverka.morphology.endings import Endings

        return Endings(language)
    raise BadPack(
        f"{language.home / 'lang.toml'}: lemmatiser must be pymorphy3 or endings, "
        f"not {language.lemmatiser}"
    )


@cache
def dictionary(language: Language) -> Dictionary | None:
    """The tree of all words of a language; None where no library has them."""
    if language.lemmatiser != "pymorphy3":
        return None
    from sverka.morphology.dictionary import Dictionary

    return Dictionary(language.code)


def lemmas(word: str, language: Language) -> tuple[str, ...]:
    """The dictionary forms that a word of a text may belong to, likeliest first."""
    return morphology(language).lemmas(fold(word, language))


def fold(text: str, language: Language) -> str:
    """The text in lower case, letters folded that writers put for one another; as long as it
    was, so that its places stay."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(one if len(one.lower()) != 1 else one.lower() for one in text)
    for letter, other in language.fold.items():
        lower = lower.replace(letter, other)
    return lower
