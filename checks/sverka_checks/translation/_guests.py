"""Sentences of the other version's language whose script every language uses for names.

Brands, code, labels of programs stand in all texts as they are. So only what has the function
words of a sentence counts, and mostly only where the other version says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka.align.outline import Unit
from sverka.align.passages import Stretch
from sverka.align.sentences import Sentence
from sverka.finding import Severity
from sverka.packs import Language
from sverka.page import Block
from sverka_checks.translation._leftovers import Mark
from sverka_checks.translation._mentions import Spot
from sverka_checks.translation._sides import Side

_CODE = re.compile(r"[{}<>|=$]|\(\)|::|//|:\s*[\ufffc\"']")
_END = re.compile(r"[.!?…:][\"'»”’)]*\s*\Z")
FEW = 4
"""Fewer words than this are a name, a label, a title."""
SAME = 0.8
"""From this share of common words on the other version says the same."""
LABEL = 60
"""Characters of the longest heading or cell that is no sentence."""
_LABEL = re.compile(r"[^\W\d_]+(?:(?:[ \n]|['’-]|, )[^\W\d_]+)+[.:?!]?")
PAGE = 60
"""Words that a page must have before its language says anything."""


class Guests:
    """Finds sentences in a language that is a guest in all others."""

    def __init__(self, side: Side) -> None:
        self._side = side
        letters = side.other.letters
        word = rf"(?<![\w/@.-])[{letters}]+(?:['’-][{letters}]+)*(?![\w@/]|\.\w)"
        self._word = re.compile(word)
        self._run = re.compile(rf"{word}(?:[ \n,;:\"“”()'’-]{{1,3}}{word}){{{FEW - 1},}}")
        self._own = side.language.letter

    def share(self) -> tuple[float, int]:
        """The share, 0 to 1, of the page's letters that are the other language's, and their
        number; nothing where the function words of that language are missing."""
        text = "\n".join(text for _, text in self._side.texts)
        words = self._word.findall(text)
        known = sum(1 for word in words if word.lower() in self._side.other.signature)
        if len(words) < PAGE or known < 0.12 * len(words):
            return 0.0, 0
        there = sum(map(len, words))
        here = len(self._own.findall(text))
        return there / max(there + here, 1), there

    def marks(self) -> Iterator[Mark | None]:
        """All that was left, in the order of the text; None where something else stands."""
        for unit, text in self._side.texts:
            if self._run.search(text):
                there = self._side.there(unit)
                for sentence in self._side.sentences(unit):
                    yield self._mark(sentence, unit, there)
            elif text.strip():
                leaves = [leaf for leaf in unit.leaves if self._is_label(leaf.prose.text)]
                marks = [mark for leaf in leaves if (mark := self._label(leaf, unit))]
                if marks:
                    yield from marks
                else:
                    yield None

    def _mark(self, sentence: Sentence, unit: Unit, there: Stretch | None) -> Mark | None:
        text = sentence.text
        if self._own.search(text):
            return self._run_mark(sentence, there)
        level = sentence_level(text, self._side.other, self._word.findall(text))
        if level is None:
            return None
        same = there is not None and self._is_there(text, there)
        spot = Spot(sentence.block, sentence.start, sentence.end)
        quoted = self._side.outline.quoted(unit) or spot.is_quoted or text[:1] in '"«“'
        if quoted or (not same and level < Severity.ERROR):
            level = Severity.INFO
        elif not same:
            level = Severity.WARNING
        return Mark(sentence.span, text, level, there.whole if same and there else None, 1)

    def _is_label(self, text: str) -> bool:
        """Whether a text is a few words of the other language and nothing else."""
        return (
            bool(text.strip())
            and len(text) <= LABEL
            and self._own.search(text) is None
            and _CODE.search(text) is None
            and _LABEL.fullmatch(text.strip()) is not None
        )

    def _label(self, block: Block, unit: Unit) -> Mark | None:
        """A heading, a cell, an item of ordinary words that the other version has as well."""
        text = block.prose.text.strip()
        words = self._word.findall(text)
        there = self._side.there(unit)
        if there is None or len(words) < 2 or text not in there.text.split("\n"):
            return None
        if not are_ordinary(words, self._side) or self._side.outline.quoted(unit):
            return None
        start = block.prose.text.find(text)
        spot = Spot(block, start, start + len(text))
        if spot.is_cited or spot.is_quoted:
            return None
        at = there.text.find(text)
        level = Severity.INFO if self._side.has_code else Severity.WARNING
        return Mark(spot.span, text, level, there.span(at, at + len(text)), 1)

    def _run_mark(self, sentence: Sentence, there: Stretch | None) -> Mark | None:
        """A part of a sentence whose rest is translated."""
        if there is None:
            return None
        for match in self._run.finditer(sentence.text):
            words = self._word.findall(match[0])
            spot = Spot(
                sentence.block, sentence.start + match.start(), sentence.start + match.end()
            )
            starts = match.start() == 0 or words[0].islower()
            known = _function_words(words, self._side.other)
            if not starts or len(words) <= FEW or len(known) < 2 or _CODE.search(match[0]):
                continue
            if spot.is_quoted or spot.is_in_brackets or spot.is_introduced(self._side.habits):
                continue
            hit = there.text.lower().find(match[0].lower())
            if hit >= 0:
                place = there.span(hit, hit + len(match[0]))
                return Mark(spot.span, match[0], Severity.WARNING, place)
        return None

    def _is_there(self, text: str, there: Stretch) -> bool:
        known = {word.lower() for word in self._word.findall(there.text)}
        words = [word.lower() for word in self._word.findall(text)]
        return sum(word in known for word in words) >= SAME * len(words)


def are_ordinary(words: list[str], side: Side) -> bool:
    """Whether words are no name: the translations of all are known, and one is in lower case."""
    content = [word for word in words if word.lower() not in side.other.stopwords]
    return any(map(str.islower, content)) and all(map(side.equivalents, content))


def sentence_level(text: str, language: Language, words: list[str]) -> Severity | None:
    """How surely a text is a sentence of that language and no name or label; None for no."""
    known = _function_words(words, language)
    low = sum(1 for word in words if word.islower())
    if len(words) < FEW or not known or 2 * low < len(words) or _CODE.search(text):
        return None
    if not _END.search(text):
        return Severity.WARNING if len(words) >= 8 and len(known) >= 2 else Severity.INFO
    if len(words) >= 8 and len(known) >= 3:
        return Severity.ERROR
    return Severity.WARNING


def _function_words(words: list[str], language: Language) -> set[str]:
    return {word for word in words if word in language.stopwords} | {
        word.lower() for word in words[:1] if word.lower() in language.stopwords
    }
