"""How much speaks for two units being each other's translation.

What their words say is counted in `sverka.align.tally`; their kinds and lengths speak, too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sverka.align.addresses import Addresses
from sverka.align.lexicon import PairLexicon, Term
from sverka.align.outline import Outline, Unit
from sverka.align.tally import Clues, Tally
from sverka.markdown.html import html_words
from sverka.page import Inline, InlineKind, Kind

_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"[^\W\d]\w{2,}")
CODE_NAMES = 80
"""Names of a code block that are looked at; more of them change nothing."""


def clues(
    outline: Outline, unit: Unit, lexicon: PairLexicon, side: int, addresses: Addresses
) -> Clues:
    """The evidence in one unit, which stands on side 0 (source) or 1 (target)."""
    text = outline.page.source.text
    if unit.kind is Kind.CODE:
        code = unit.block.span.of(text)
        names = list(dict.fromkeys(_NAME.findall(code)))[:CODE_NAMES]
        return Clues((), frozenset("c" + name for name in names) | {"=" + code}, len(code))
    words = html_words(unit.block.span.of(text)) if unit.kind is Kind.HTML else unit.words
    found = prose_clues(words, unit.inlines, text, lexicon, side, addresses)
    if unit.kind is not Kind.EMBED:
        return found
    names = _NAME.findall(unit.block.span.of(text))
    return replace(found, things=found.things | {"e" + name for name in names})


def prose_clues(
    words: str,
    inlines: Iterable[Inline],
    text: str,
    lexicon: PairLexicon,
    side: int,
    addresses: Addresses,
) -> Clues:
    """The evidence in a stretch of prose and the inline things that stand in it; ``text`` is
    the whole file's."""
    things: set[str] = set()
    for inline in inlines:
        if inline.kind is InlineKind.LINK:
            things.add("@" + addresses.key(inline.target))
            things.add("~" + inline.target)
        elif inline.kind is InlineKind.IMAGE:
            things.add("!" + addresses.picture(inline.target))
            words += " " + inline.text.of(text)
        elif inline.kind is InlineKind.CODE:
            things.add("`" + inline.text.of(text).strip())
    return worded(words, lexicon.words(words), lexicon.terms[side], things)


def worded(
    text: str, words: Iterable[str], known: Mapping[str, Term | None], things: Iterable[str] = ()
) -> Clues:
    """The evidence in a text, its lower-case words and its things; ``known`` are the terms of the
    words, None for one that says nothing."""
    numbers = ["#" + number.lstrip("0") for number in _NUMBER.findall(text)]
    terms = [term for word in dict.fromkeys(words) if (term := known[word])]
    return Clues(tuple(terms), frozenset((*things, *numbers)), len(text))


class Evidence(Tally):
    """The scores of all pairs of units of two pages.

    ``score(i, j)`` is positive when more speaks for source unit i and target unit j being a
    pair than against it, -inf when their kinds cannot be one.
    """

    def __init__(
        self,
        ones: Sequence[Unit],
        others: Sequence[Unit],
        clues: tuple[Sequence[Clues], Sequence[Clues]],
    ) -> None:
        super().__init__(clues)
        self._kinds = ([unit.kind for unit in ones], [unit.kind for unit in others])
        self._levels = ([unit.block.level for unit in ones], [unit.block.level for unit in others])
        self._lengths = tuple([math.log(clue.length + 4) for clue in side] for side in clues)

    def kind(self, side: int, number: int) -> tuple[Kind, int]:
        """The kind of a unit, and of a heading also its level."""
        return self._kinds[side][number], self._levels[side][number]

    def fuller(self, side: int, near: int, part: int, whole: int) -> float:
        """How much better a unit of the other side agrees in length with two of this side
        than with the first of them."""
        one, two = self._lengths[side][near], self._lengths[side][part]
        other = self._lengths[1 - side][whole]
        both = math.log(math.exp(one) + math.exp(two))
        return size_fit(both, other) - size_fit(one, other)

    def score(self, i: int, j: int) -> float:
        """All evidence for i and j being a pair."""
        fit = kind_fit(self._kinds[0][i], self._kinds[1][j])
        if fit == IMPOSSIBLE:
            return IMPOSSIBLE
        if self._kinds[0][i] is Kind.HEADING and self._levels[0][i] != self._levels[1][j]:
            fit -= 0.5
        size = size_fit(self._lengths[0][i], self._lengths[1][j])
        return max(fit + size + self.words(i, j), UNLIKE_UNITS)


IMPOSSIBLE = -math.inf
UNLIKE_UNITS = -4.5
"""The least that units of kinds that fit may score: a little more than two gaps cost. What
stands at the same place on both sides was rewritten there; it is neither lost nor added."""
_UNLIKE = {
    frozenset((Kind.PARAGRAPH, Kind.ITEM)): -1.5,
    frozenset((Kind.PARAGRAPH, Kind.HEADING)): -2.5,
    frozenset((Kind.PARAGRAPH, Kind.HTML)): -2.0,
    frozenset((Kind.PARAGRAPH, Kind.IMAGE)): -2.5,
    frozenset((Kind.ITEM, Kind.HEADING)): -3.5,
    frozenset((Kind.PARAGRAPH, Kind.EMBED)): -2.5,
    frozenset((Kind.IMAGE, Kind.HTML)): -1.0,
    frozenset((Kind.IMAGE, Kind.EMBED)): -1.5,
    frozenset((Kind.HTML, Kind.EMBED)): -1.0,
    frozenset((Kind.HTML, Kind.CODE)): -2.5,
}


def size_fit(one: float, other: float) -> float:
    """What two lengths add to a score; both are natural logarithms of characters."""
    spread = 0.35 + 2.0 / math.sqrt(math.exp(min(one, other)))
    return float(max(0.6 - 0.5 * ((one - other) / spread) ** 2, -3.0))


def kind_fit(one: Kind, other: Kind) -> float:
    """What the kinds of two units add to their score; `IMPOSSIBLE` for kinds that never pair."""
    if one is other:
        return 0.5
    return _UNLIKE.get(frozenset((one, other)), IMPOSSIBLE)
