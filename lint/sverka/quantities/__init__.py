"""Numbers as values with units, found in prose; what a language says of them is its pack's.

`find` reads a text by the grammar of its language, `same` compares across languages: 90 minutes
are 1.5 hours, "weekly" is "every 7 days".
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from sverka.packs import Language
from sverka.quantities.lexicon import Lexicon
from sverka.quantities.pack import BOUNDS, read
from sverka.quantities.parser import parse
from sverka.quantities.quantity import Quantity, Reading
from sverka.quantities.reader import Grammar, Reader
from sverka.quantities.sameness import same
from sverka.quantities.tokens import Scanner

__all__ = ["BOUNDS", "Grammar", "Quantity", "Reading", "find", "grammar_of", "same"]

FILE = "quantities.toml"


def find(text: str, grammar: Grammar) -> tuple[Quantity, ...]:
    """The quantities of ``text`` in order; their spans are code points and do not overlap."""
    tokens = grammar.scanner.tokens(text)
    if not tokens:
        return ()
    return parse(Reader(text, tokens, grammar))


def grammar_of(language: Language) -> Grammar:
    """The grammar of a language, compiled once from its pack; raises `BadPack`."""
    fold = tuple(sorted(language.fold.items()))
    return _compiled(language.home / FILE, fold, language.stopwords, language.letters)


@lru_cache(maxsize=16)
def _compiled(
    path: Path, fold: tuple[tuple[str, str], ...], stopwords: frozenset[str], letters: str
) -> Grammar:
    pack = read(path)
    lexicon = Lexicon(pack, dict(fold))
    return Grammar(
        pack=pack,
        lexicon=lexicon,
        scanner=Scanner(pack, lexicon),
        stopwords=frozenset(map(lexicon.fold, stopwords)),
        latin="A-Z" in letters,
    )
