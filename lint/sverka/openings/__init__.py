"""How an item of a list opens: with a noun, an infinitive, an imperative, a sentence of its own.

What tells it is a morphological dictionary where the language has one, else the words that the
pack lists (``lang/<code>/list-grammar.toml``). What cannot be told for sure is not told.
"""

from __future__ import annotations

from functools import cache

from sverka.openings.data import CASES, Form, Grammar, Lead, grammar
from sverka.openings.reading import NOTHING, Opening, Reader
from sverka.packs import Language

__all__ = ["CASES", "NOTHING", "Form", "Grammar", "Lead", "Opening", "Reader", "grammar", "reader"]


@cache
def reader(language: Language) -> Reader | None:
    """What reads the items of a language; None where its pack has no such data. Raises
    `sverka.packs.BadPack`."""
    known = grammar(language)
    if known is None:
        return None
    if language.lemmatiser == "pymorphy3":
        from sverka.openings.analysed import Analysed

        return Analysed(known, language)
    from sverka.openings.listed import Listed

    return Listed(known, language)
