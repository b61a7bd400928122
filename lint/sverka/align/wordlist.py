"""A pair's word list, looked up by stem without stemming more of it than a page asks for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

import Stemmer

from sverka.packs import Language


class Stems:
    """The stems of one language's words, each computed once."""

    def __init__(self, language: Language) -> None:
        self._stem = Stemmer.Stemmer(language.stemmer).stemWord
        self._irregular = language.irregular
        self._fold = str.maketrans(dict(language.fold))
        self.endings = language.endings
        self._known: dict[str, str] = {}

    def restored(self, word: str) -> list[str]:
        """What a word may be a form of whose ending misleads the stemmer."""
        return [
            word.removesuffix(ending) + other
            for ending, other in self.endings.items()
            if word.endswith(ending)
        ]

    def of(self, word: str) -> str:
        """The stem of a lower-case word."""
        stem = self._known.get(word)
        if stem is None:
            stem = self._known[word] = self._stem(self.base(word))
        return stem

    def base(self, word: str) -> str:
        """The word with its letters folded, or the one it is an irregular form of."""
        folded = word.translate(self._fold) if self._fold else word
        return self._irregular.get(folded, folded)


_LATIN = "\u024f"
"""The last letter of the Latin blocks, whose marks stemmers take off."""


def _bare(word: str) -> str:
    """The word with its first letters bare of marks, which some stemmers take off."""
    if word.isascii() or word[:1] > _LATIN:
        return word
    letters = unicodedata.normalize("NFD", word[:4])
    return "".join(one for one in letters if not unicodedata.combining(one)) + word[4:]


class _Shelf:
    """Rows under words, found by the stem of any form of the word.

    Stemming thousands of rows costs more than all else that a run on one page does, so rows lie
    by their first letters, which stemming leaves alone, and only those asked for are stemmed.
    """

    LONG = 4
    """Words longer than this keep at least three letters when they are stemmed."""

    def __init__(self, rows: Iterable[tuple[str, tuple[str, ...]]], stems: Stems) -> None:
        self._stems = stems
        self._boxes: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._open: dict[str, dict[str, list[str]]] = {}
        for word, row in rows:
            base = _bare(stems.base(word))
            box = base[:3] if len(base) > self.LONG else base[:2]
            self._boxes.setdefault(box, []).append((word, row))

    def find(self, word: str) -> list[str] | None:
        """All that lies under words with the stem of ``word``; None where nothing does."""
        base, stem = _bare(self._stems.base(word)), self._stems.of(word)
        found: list[str] | None = None
        for box in {base[:3], base[:2]} if len(base) > 2 else {base[:2]}:
            if (rows := self._opened(box).get(stem)) is not None:
                found = [*(found or ()), *rows]
        return found

    def _opened(self, box: str) -> dict[str, list[str]]:
        rows = self._open.get(box)
        if rows is None:
            rows = self._open[box] = {}
            for word, row in self._boxes.get(box, ()):
                rows.setdefault(self._stems.of(word), []).extend(row)
        return rows


class WordList:
    """The equivalents of a source language's words in a target language.

    ``ignored`` are the target words that no unit is searched for.
    """

    def __init__(
        self,
        words: Mapping[str, tuple[str, ...]],
        stems: tuple[Stems, Stems],
        ignored: frozenset[str],
    ) -> None:
        self._stems = stems
        # A word that is never looked for must not be missed either.
        if ignored:
            words = {
                head: row
                for head, all_of_them in words.items()
                if (row := tuple(word for word in all_of_them if word not in ignored))
            }
        self._heads = _Shelf(words.items(), stems[0])
        equivalents = dict.fromkeys(word for row in words.values() for word in row)
        self._targets = _Shelf(((word, ()) for word in equivalents), stems[1])

    def equivalents(self, word: str) -> set[str]:
        """The stems of the target words that a source word may be."""
        rows = self._heads.find(word)
        if rows is None:
            restored = self._stems[0].restored(word)
            rows = [row for one in restored for row in self._heads.find(one) or ()]
        return {self._stems[1].of(found) for found in rows or ()}

    def as_equivalent(self, word: str) -> set[str]:
        """The stems under which a target word is an equivalent, none where it is none."""
        if self._targets.find(word) is not None:
            return {self._stems[1].of(word)}
        restored = self._stems[1].restored(word)
        return {self._stems[1].of(one) for one in restored if self._targets.find(one) is not None}
