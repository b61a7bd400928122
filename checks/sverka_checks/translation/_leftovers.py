"""Words and sentences of the other version's script that were left in a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sverka.align.outline import Unit
from sverka.align.sentences import Sentence
from sverka.finding import Severity
from sverka.page import Kind
from sverka.span import Span
from sverka_checks.translation._mentions import Spot
from sverka_checks.translation._sides import Side

MOSTLY = 0.6
"""The share of a sentence's letters from which on all of it counts as left."""
LONG = 4
"""Words in a row that nobody mentions for their own sake."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that were left: their place, the words, how sure that is, and where the other version
    has them. ``count``: the sentences, 0 for words inside one."""

    place: Span
    quote: str
    level: Severity
    there: Span | None
    count: int = 0


class Script:
    """Finds what is written in the letters of the other version's language."""

    def __init__(self, side: Side) -> None:
        self._side = side
        letters, own = side.other.letters, side.language.letters
        word = rf"(?<![^\W])[{letters}]+(?:[-'’][{letters}]+)*(?!\w)"
        self._run = re.compile(rf"{word}(?:[^\w\n\ufffc]{{1,4}}{word})*")
        self._word = re.compile(word)
        self._letter = side.other.letter
        self._own_word = re.compile(rf"[{own}]{{2,}}")
        self._own = re.compile(f"[{own}]")

    @property
    def is_there(self) -> bool:
        """Whether the page holds any such letter."""
        return self._letter.search(self._side.page.source.text) is not None

    def share(self) -> tuple[float, int]:
        """The share, 0 to 1, of the page's letters that are the other language's; their number."""
        text = "\n".join(text for _, text in self._side.texts)
        there = sum(map(len, re.findall(f"[{self._side.other.letters}]+", text)))
        here = sum(map(len, re.findall(f"[{self._side.language.letters}]+", text)))
        return there / max(there + here, 1), there

    def marks(self) -> Iterator[Mark | None]:
        """All that was left, in the order of the text; None where something else stands."""
        for unit, text in self._side.texts:
            if self._letter.search(text):
                yield from self._unit_marks(unit)
            elif self._own_word.search(text):
                yield None

    def _unit_marks(self, unit: Unit) -> Iterator[Mark | None]:
        """The marks of a unit; None for a sentence in the page's own language, and for one that
        is foreign for a reason."""
        if self._is_bilingual(unit):
            yield None
            return
        for sentence in self._side.sentences(unit):
            text = sentence.text
            theirs = len(self._letter.findall(text))
            ours = len(self._own.findall(text))
            if theirs and theirs >= MOSTLY * (theirs + ours) and self._word.search(text):
                yield self._sentence(sentence, unit)
            elif theirs:
                yield from self._runs(sentence, unit)
                if self._own_word.search(text):
                    yield None
            elif self._own_word.search(text):
                yield None

    def _is_bilingual(self, unit: Unit) -> bool:
        """Whether both versions show both languages there: a list of words and what they mean."""
        if unit.kind is not Kind.ROW and not re.search(r"\s[–—=-]\s", unit.words):
            return False
        own = set(self._own_word.findall(unit.words.lower()))
        there = self._side.there(unit)
        if not own or there is None or self._letter.search(there.text) is None:
            return False
        return own <= set(self._own_word.findall(there.text.lower()))

    def _sentence(self, sentence: Sentence, unit: Unit) -> Mark | None:
        runs = list(self._word.finditer(sentence.text))
        first, last = runs[0].start(), runs[-1].end()
        spot = Spot(sentence.block, sentence.start + first, sentence.start + last)
        if len(runs) < LONG:
            mark = self._judged(spot, unit)
            return replace(mark, count=1, place=sentence.span) if mark else None
        if spot.is_introduced(self._side.habits) or spot.is_cited:
            return None
        there = self._side.there(unit)
        quoted = spot.is_quoted or self._side.outline.quoted(unit)
        found = (
            there is not None and self._side.share(spot.text, self._side.words(there.text)) > 0.6
        )
        level = Severity.ERROR if found and not quoted else Severity.WARNING
        all_of_it = Spot(sentence.block, sentence.start, sentence.end)
        place = self._place_there(all_of_it, unit, whole=True)
        return Mark(sentence.span, sentence.text, level, place, 1)

    def _runs(self, sentence: Sentence, unit: Unit) -> Iterator[Mark]:
        for match in self._run.finditer(sentence.text):
            at = sentence.start
            mark = self._judged(Spot(sentence.block, at + match.start(), at + match.end()), unit)
            if mark:
                yield mark

    def _judged(self, spot: Spot, unit: Unit) -> Mark | None:
        """The mark of a few words; None where they stand on purpose."""
        level = self._level(spot, unit)
        if level is None:
            return None
        return Mark(spot.span, spot.text, level, self._place_there(spot, unit, whole=False))

    def _level(self, spot: Spot, unit: Unit) -> Severity | None:
        side, text = self._side, spot.text
        if spot.is_name or (len(text) == 1 and text in side.guests.twins):
            return None
        if text.lower() in side.guests.native or spot.is_cited:
            return None
        if spot.is_introduced(side.habits):
            return None
        plain = text[0].islower() and not spot.is_quoted
        there = side.there(unit)
        hit = side.find(text, there) if there else None
        if there is None or hit is None:
            return self._without_partner(spot, plain=plain and not spot.is_in_brackets)
        source = self._source_spot(unit, hit)
        if source is not None:
            if spot.is_bracketed and not source.is_in_brackets:
                return None  # an explanation beside the word
            if self._own.search(spot.gloss) and not source.gloss:
                return None
            if len(text) == 1 and spot.is_quoted:
                return None
            if spot.is_in_brackets and not plain:
                return None
        sure = plain and not spot.is_term and not spot.speaks_of_tongues(side.habits)
        return Severity.ERROR if sure else Severity.WARNING

    def _without_partner(self, spot: Spot, *, plain: bool) -> Severity | None:
        """The level of words that the other version does not have there: who wrote them into this
        text had a reason, unless they are many, or mean nothing by themselves."""
        words = self._word.findall(spot.text)
        if len(words) >= LONG:
            return Severity.WARNING
        if plain and all(word.lower() in self._side.other.stopwords for word in words):
            return Severity.WARNING
        if plain and len(spot.text) > 2 and self._side.on_partner(spot.text) == 1:
            return Severity.WARNING
        return None

    def _source_spot(self, unit: Unit, hit: tuple[int, int]) -> Spot | None:
        """The words as they stand in the other version's block."""
        there = self._side.there(unit)
        assert there is not None  # noqa: S101
        span = there.span(*hit)
        for sentence in there.sentences:
            if sentence.span.covers(span):
                at = sentence.text.find(there.text[hit[0] : hit[1]])
                if at >= 0:
                    start = sentence.start + at
                    return Spot(sentence.block, start, start + hit[1] - hit[0])
        return None

    def _place_there(self, spot: Spot, unit: Unit, *, whole: bool) -> Span | None:
        there = self._side.there(unit)
        if there is None:
            return None
        hit = self._side.find(spot.text, there)
        if hit is None or (whole and hit[1] - hit[0] < len(spot.text)):
            return there.whole
        return there.span(*hit)


def merged(marks: Iterable[Mark | None]) -> Iterator[Mark]:
    """The marks, neighbouring sentences as one; None stands for a text between them."""
    held: Mark | None = None
    for mark in marks:
        if held is not None and mark is not None and mark.count:
            held = _joined(held, mark)
            continue
        if held is not None:
            yield held
        held = mark if mark is not None and mark.count else None
        if mark is not None and not mark.count:
            yield mark
    if held is not None:
        yield held


def _joined(one: Mark, other: Mark) -> Mark:
    """Two neighbouring marks as one."""
    there = one.there
    if one.there and other.there:
        both = (one.there, other.there)
        there = Span(min(span.start for span in both), max(span.end for span in both))
    return Mark(
        Span(one.place.start, other.place.end),
        one.quote,
        max(one.level, other.level),
        there,
        one.count + other.count,
    )
