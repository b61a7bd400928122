"""Images and links that only one of two matched units has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from sverka.align.addresses import Addresses
from sverka.align.difference import Difference, Lack
from sverka.align.lexicon import PairLexicon
from sverka.align.matching import Matching
from sverka.align.outline import Outline, Unit
from sverka.page import Inline, InlineKind, Kind
from sverka.span import Span

Outlines = tuple[Outline, Outline]

SAME = 0.6
"""From this share of common words on two addresses are taken for versions of one."""
MANY = 2_500
"""With more pairs of links than this left in a unit, or on a page, only their order and their
addresses count."""
_NUMBER = re.compile(r"\d+")
_SCHEME = re.compile(r"^[a-z]+://(?:www\.)?")


@dataclass(frozen=True, slots=True)
class _Extra:
    """An inline thing that unit ``unit`` of side ``side`` has and its match has not."""

    side: int
    unit: int
    match: int
    inline: Inline
    key: str


def inline_differences(
    outlines: Outlines, matching: Matching, addresses: Addresses, lexicon: PairLexicon
) -> list[Difference]:
    """The images and links that are missing from matched units, or stand in another one.

    What one unit lacks and another of the same page has too much has wandered there, which is
    one difference; what stands in a unit that is itself missing is none.
    """
    found: list[Difference] = []
    for kind, lack, key in (
        (InlineKind.LINK, Lack.LINK, addresses.key),
        (InlineKind.IMAGE, Lack.IMAGE, addresses.picture),
    ):
        extras: list[_Extra] = []
        for i, j in matching.pairs:
            extras.extend(_extras(outlines, i, j, kind, key, lexicon))
        wandered, left = _wandered(extras, lexicon)
        found.extend(_moved(one, other, outlines, lack, kind) for one, other in wandered)
        lost = _without_gaps(left, outlines, matching, kind, key)
        found.extend(_missing(extra, outlines, lack, kind) for extra in lost)
    return found


def _extras(
    outlines: Outlines,
    i: int,
    j: int,
    kind: InlineKind,
    key: Callable[[str], str],
    lexicon: PairLexicon,
) -> list[_Extra]:
    """What is left on the side that has more, after what the two units share is taken away."""
    units = (outlines[0].units[i], outlines[1].units[j])
    if Kind.EMBED in (units[0].kind, units[1].kind):
        return []  # what is embedded has links of its own that nobody sees here
    lists = [[one for one in unit.inlines if one.kind is kind] for unit in units]
    surplus = len(lists[0]) - len(lists[1])
    if not surplus:
        return []
    side = 0 if surplus > 0 else 1
    here, there = lists[side], lists[1 - side]
    taken = _same_addresses(here, there, key)
    left = [x for x in range(len(here)) if x not in taken]
    met = set(taken.values())
    rest = [y for y in range(len(there)) if y not in met]
    if rest and len(left) * len(rest) <= MANY:
        taken.update(_same_words(here, there, left, rest, outlines, side, lexicon))
    else:
        taken.update(zip(left, rest, strict=False))
    numbers = (i, j)
    return [
        _Extra(side, numbers[side], numbers[1 - side], one, key(one.target))
        for x, one in enumerate(here)
        if x not in taken
    ]


def _same_addresses(
    here: list[Inline], there: list[Inline], key: Callable[[str], str]
) -> dict[int, int]:
    """Which of ``here`` is which of ``there`` by its address: to the letter first, then but for
    the language."""
    taken: dict[int, int] = {}
    for name in (str, key):
        waiting: dict[str, list[int]] = {}
        met = set(taken.values())
        for y, other in enumerate(there):
            if y not in met:
                waiting.setdefault(name(other.target), []).append(y)
        for x, one in enumerate(here):
            if x not in taken and (numbers := waiting.get(name(one.target))):
                taken[x] = numbers.pop(0)
    return taken


def _same_words(
    here: list[Inline],
    there: list[Inline],
    left: list[int],
    rest: list[int],
    outlines: Outlines,
    side: int,
    lexicon: PairLexicon,
) -> dict[int, int]:
    """Which of the ``left`` is which of the ``rest`` by its words, else by its place."""
    words = {x: _keys(here[x], outlines[side], side, lexicon) for x in left}
    words_there = {y: _keys(there[y], outlines[1 - side], 1 - side, lexicon) for y in rest}
    taken: dict[int, int] = {}
    met: set[int] = set()
    for _, _, x, y in sorted(
        (-len(words[x] & words_there[y]), abs(x - y), x, y) for x in left for y in rest
    ):
        if x not in taken and y not in met:
            taken[x] = y
            met.add(y)
    return taken


def _keys(inline: Inline, outline: Outline, side: int, lexicon: PairLexicon) -> set[str]:
    words = lexicon.words(inline.text.of(outline.page.source.text))
    return {key for word in words if (term := lexicon.term(word, side)) for key in term.keys}


def _wandered(
    extras: list[_Extra], lexicon: PairLexicon
) -> tuple[list[tuple[_Extra, _Extra]], list[_Extra]]:
    """Extras of the two sides that are one thing in another place, source first; and the rest."""
    sides = tuple([extra for extra in extras if extra.side == side] for side in (0, 1))
    few = len(sides[0]) * len(sides[1]) <= MANY
    names = tuple([_names(extra, lexicon) if few else [] for extra in side] for side in sides)
    degrees = sorted(
        (-degree, x, y)
        for x, one in enumerate(sides[0])
        for y, other in enumerate(sides[1])
        if (degree := _sameness(one, other, names[0][x], names[1][y])) >= SAME
    )
    met: tuple[set[int], set[int]] = (set(), set())
    pairs: list[tuple[_Extra, _Extra]] = []
    for _, x, y in degrees:
        if x not in met[0] and y not in met[1]:
            met[0].add(x)
            met[1].add(y)
            pairs.append((sides[0][x], sides[1][y]))
    rest = [extra for s in (0, 1) for n, extra in enumerate(sides[s]) if n not in met[s]]
    return pairs, rest


def _sameness(
    one: _Extra, other: _Extra, names: list[frozenset[str]], names_there: list[frozenset[str]]
) -> float:
    """How surely two addresses lead to the same, 0 to 1: by their words where they differ."""
    if one.key == other.key:
        return 1.0
    numbers = _NUMBER.findall(one.inline.target), _NUMBER.findall(other.inline.target)
    if not names or not names_there or sorted(numbers[0]) != sorted(numbers[1]):
        return 0.0
    shares = []
    for here, there in ((names, names_there), (names_there, names)):
        known = frozenset().union(*there)
        shared = sum(1 for keys in here if keys & known)
        shares.append(shared / len(here) if shared > 1 else 0.0)
    return min(shares)


def _names(extra: _Extra, lexicon: PairLexicon) -> list[frozenset[str]]:
    """The words of an address, each as what it may be called on the other side."""
    address = _SCHEME.sub("", unquote(extra.inline.target))
    terms = [lexicon.term(word, extra.side) for word in dict.fromkeys(lexicon.words(address))]
    return [term.keys for term in terms if term]


def _without_gaps(
    extras: list[_Extra],
    outlines: Outlines,
    matching: Matching,
    kind: InlineKind,
    key: Callable[[str], str],
) -> list[_Extra]:
    """Without those that the other page has in a unit which is itself without counterpart."""
    matched = ({i for i, _ in matching.pairs}, {j for _, j in matching.pairs})
    spare: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for side in (0, 1):
        for number, unit in enumerate(outlines[side].units):
            if number not in matched[side]:
                spare[side].update(key(one.target) for one in unit.inlines if one.kind is kind)
    kept: list[_Extra] = []
    for extra in extras:
        if spare[1 - extra.side][extra.key] > 0:
            spare[1 - extra.side][extra.key] -= 1
        else:
            kept.append(extra)
    return kept


def _moved(
    one: _Extra, other: _Extra, outlines: Outlines, lack: Lack, kind: InlineKind
) -> Difference:
    data = {"target": one.inline.target, "kind": str(kind)}
    there = outlines[1]
    return Difference(lack, 1, there.line(other.inline.span), "moved", one.inline.span, data=data)


def _missing(extra: _Extra, outlines: Outlines, lack: Lack, kind: InlineKind) -> Difference:
    here, there = outlines[extra.side], outlines[1 - extra.side]
    one, other = here.units[extra.unit], there.units[extra.match]
    counts = [sum(1 for inline in unit.inlines if inline.kind is kind) for unit in (one, other)]
    return Difference(
        lack,
        1 - extra.side,
        _spot(extra.inline, one, other, there),
        "in",
        extra.inline.span,
        data={
            "target": extra.inline.target,
            "here": counts[1],
            "there": counts[0],
            "kind": str(kind),
        },
    )


def _spot(inline: Inline, one: Unit, other: Unit, there: Outline) -> Span:
    """The line of the other unit at about the same place in it."""
    extent = other.block.span if other.kind is Kind.ROW else other.text
    size = max(one.text.end - one.text.start, 1)
    share = min(max(inline.span.start - one.text.start, 0) / size, 1.0)
    at = min(
        extent.start + int(share * (extent.end - extent.start)), max(extent.end - 1, extent.start)
    )
    text = there.page.source.text
    start = max(text.rfind("\n", extent.start, at) + 1, extent.start)
    stop = text.find("\n", at, extent.end)
    return there.line(Span(start, stop if stop >= 0 else extent.end))
