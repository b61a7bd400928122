"""Names of more than one word, and abbreviations, that are known to be the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sverka.align.capitals import TOKEN

LONG = 4
"""Letters of a word from which on it may have other endings,"""
BOX = 2
ENDING = 3
"""of so many letters at most."""


def _same(word: str, form: str, vowels: frozenset[str]) -> bool:
    """Whether a word of a text is a form of a word of a phrase."""
    if len(form) < LONG or form.isupper():
        return word == form
    stem = form
    while len(form) - len(stem) < ENDING - 1 and stem[-1] in vowels and len(stem) > ENDING:
        stem = stem[:-1]
    return word.lower().startswith(stem.lower()) and len(word) - len(stem) <= ENDING


class Phrases:
    """The phrases of a pair of languages: rows of names that are the same, by language. Of the
    words, up to two ``vowels`` at the end may change."""

    def __init__(
        self, rows: Sequence[Mapping[str, tuple[str, ...]]], vowels: frozenset[str]
    ) -> None:
        self._vowels = vowels
        self._rows = [
            {code: [TOKEN.findall(form) for form in forms] for code, forms in row.items()}
            for row in rows
        ]
        # Rows by language and the beginning of any of their words: few are looked at closely.
        self._index: dict[tuple[str, str], list[int]] = {}
        for number, row in enumerate(self._rows):
            keys = {
                (code, word[:BOX].lower())
                for code, forms in row.items()
                for form in forms
                for word in form
            }
            for key in keys:
                self._index.setdefault(key, []).append(number)

    def meet(self, text: str, start: int, end: int, code: str, page: Sequence[str]) -> bool:
        """Whether what stands from ``start`` to ``end`` of a text in the language ``code``
        belongs to a phrase of which the other page, given as words, has a counterpart."""
        tokens = [(match[0], match.start(), match.end()) for match in TOKEN.finditer(text)]
        words = [token[0] for token in tokens]
        numbers = {
            number
            for word, at, stop in tokens
            if at < end and stop > start
            for number in self._index.get((code, word[:BOX].lower()), ())
        }
        for row in (self._rows[number] for number in sorted(numbers)):
            here = any(
                tokens[at][1] < end and tokens[at + len(form) - 1][2] > start
                for form in row[code]
                for at in self._places(words, form)
            )
            others = [form for other, forms in row.items() if other != code for form in forms]
            if here and any(True for form in others for _ in self._places(page, form)):
                return True
        return False

    def _places(self, words: Sequence[str], form: Sequence[str]) -> Iterator[int]:
        """Where the words of a form stand one after another."""
        begin = form[0][:BOX].lower()
        for at in range(len(words) - len(form) + 1):
            if words[at][:BOX].lower() == begin and all(
                _same(words[at + more], part, self._vowels) for more, part in enumerate(form)
            ):
                yield at
