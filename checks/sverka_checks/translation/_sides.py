"""A page beside its other version: where words of the one stand in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from sverka.align import AlignedPair
from sverka.align.outline import PROSE_KINDS, Outline, Unit
from sverka.align.passages import Passage, Stretch
from sverka.align.sentences import Sentence, sentences_of
from sverka.foreign import foreign
from sverka.packs import Language, Packs
from sverka.page import InlineKind, Kind, Page
from sverka.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Side:
    """One page of a pair: ``number`` 0 for the source, 1 for the target."""

    def __init__(self, pair: AlignedPair, number: int, packs: Packs) -> None:
        self.pair = pair
        self.number = number
        self.outline = pair.outlines[number]
        self.page: Page = self.outline.page
        self.partner: Page = pair.outlines[1 - number].page
        self.language: Language = packs.languages[self.page.language]
        self.other: Language = packs.languages[self.partner.language]
        self.habits = foreign(self.language)
        self.guests = foreign(self.other)
        self._lexicon = pair.lexicon.of(pair.source.language, pair.target.language)
        self._fold = str.maketrans(dict(self.other.fold))

    @cached_property
    def texts(self) -> tuple[tuple[Unit, str], ...]:
        """The units that hold prose, with their words."""
        return tuple(
            (unit, text)
            for unit in self.outline.units
            if unit.kind in PROSE_KINDS and (text := unit.words)
        )

    @cached_property
    def has_code(self) -> bool:
        """Whether the page shows code, so that foreign words may be names of what is in it."""
        return any(
            block.kind is Kind.CODE or any(one.kind is InlineKind.CODE for one in block.inlines)
            for block in self.page.walk()
        )

    def sentences(self, unit: Unit) -> list[Sentence]:
        """The sentences of a unit of this page."""
        return sentences_of(unit, self.language)

    @cached_property
    def _passages(self) -> dict[int, Passage]:
        return {id(one.units[self.number]): one for one in self.pair.passages}

    def there(self, unit: Unit) -> Stretch | None:
        """What the other version says where this unit stands."""
        passage = self._passages.get(id(unit))
        stretch = passage.whole.sides[1 - self.number] if passage else None
        return stretch if stretch and stretch.sentences else None

    @cached_property
    def _partner_words(self) -> frozenset[str]:
        return self.words("\n".join(block.prose.text for block in self.partner.walk()))

    def words(self, text: str) -> frozenset[str]:
        """The words of a text in the other version's language, as they are and as stems."""
        lower = text.lower().translate(self._fold)
        stems = self._lexicon.stems(lower, 1 - self.number)
        return frozenset(_WORD.findall(lower)) | {"=" + stem for stem in stems}

    def share(self, text: str, known: frozenset[str]) -> float:
        """The share of a text's words, 0 to 1, that are ``known`` (see `words`)."""
        words = _WORD.findall(text.lower().translate(self._fold))
        found = sum(1 for word in words if word in known or not known.isdisjoint(self.words(word)))
        return found / len(words) if words else 0.0

    def on_partner(self, text: str) -> float:
        """The share of a text's words that stand anywhere on the other page."""
        return self.share(text, self._partner_words)

    def find(self, text: str, stretch: Stretch) -> tuple[int, int] | None:
        """Where a stretch has these words: all of them in a row, or else the first of them, in
        this form or in another."""
        at = stretch.text.lower().find(text.lower())
        if at >= 0:
            return at, at + len(text)
        words = _WORD.findall(text)
        if not words or self.share(text, self.words(stretch.text)) < 0.75:
            return None
        first = self.words(words[0])
        for match in _WORD.finditer(stretch.text):
            if not first.isdisjoint(self.words(match[0])):
                return match.start(), match.end()
        return None

    def equivalents(self, word: str) -> frozenset[str]:
        """The keys under which this page has a word of the other version (see
        `sverka.align.lexicon`); none for a word whose equivalents are not known."""
        term = self._lexicon.term(word.lower(), 1 - self.number)
        return term.keys if term and term.known else frozenset()

    def keys(self, stretch_words: Iterator[str]) -> frozenset[str]:
        """The keys of words of this page's language."""
        terms = (self._lexicon.term(word.lower(), self.number) for word in stretch_words)
        return frozenset().union(*(term.keys for term in terms if term))


def head(outline: Outline) -> Span:
    """The first line of a page's text."""
    units = outline.units
    return outline.line(units[0].block.span) if units else Span(0, 0)
