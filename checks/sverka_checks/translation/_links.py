"""Which link of the one version is which of the other, and whether both lead to the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sverka.align import AlignedPair
from sverka.align.addresses import Addresses
from sverka.align.outline import Unit
from sverka.page import Inline, InlineKind
from sverka.routes import Marks, is_external, split_address, unquoted

_WORDS = re.compile(r"[^\W_]+")
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//(?:www\.)?([^/?#:]+)", re.IGNORECASE)
_OPAQUE = re.compile(r"(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9_-]{5,}|[0-9a-f]{12,}")


@dataclass(frozen=True, slots=True)
class Couple:
    """A link of the source and that of the target that stands for it. ``same``: their addresses
    are the same but for the language; ``alone``: no other link of the block may be meant."""

    ours: tuple[Inline, Inline]
    same: bool
    alone: bool


def links(unit: Unit) -> list[Inline]:
    """The links of a unit."""
    return [one for leaf in unit.leaves for one in leaf.inlines if one.kind is InlineKind.LINK]


class Coupler:
    """Couples the links of matched units.

    Where the units have equally many links, those that are left when the ones with the same
    address are taken away are couples as well, in their order. Others are not judged here: what
    one side lacks is another rule's matter.
    """

    def __init__(self, pair: AlignedPair) -> None:
        self._pair = pair
        self.links = tuple(
            {number: found for number, unit in enumerate(one.units) if (found := links(unit))}
            for one in pair.outlines
        )
        """For each side the number of a unit -> its links, for those that have any."""
        self._known: dict[str, str] = {}

    def _key(self, address: str) -> str:
        key = self._known.get(address)
        if key is None:
            key = self._known[address] = self._pair.lexicon.addresses.key(address)
        return key

    @cached_property
    def _all(self) -> tuple[frozenset[str], ...]:
        """The keys of all links of each page."""
        return tuple(
            frozenset(self._key(one.target) for found in side.values() for one in found)
            for side in self.links
        )

    def couples(self) -> Iterator[Couple]:
        """The couples, in the order of the source."""
        for i, j in self._pair.matching.pairs:
            if i in self.links[0] and j in self.links[1]:
                yield from self._couples(self.links[0][i], self.links[1][j])

    def _couples(self, here: list[Inline], there: list[Inline]) -> Iterator[Couple]:
        waiting: dict[str, list[Inline]] = {}
        for other in there:
            waiting.setdefault(self._key(other.target), []).append(other)
        left = []
        for one in here:
            if same := waiting.get(self._key(one.target)):
                yield Couple((one, same.pop(0)), same=True, alone=True)
            else:
                left.append(one)
        if not left or len(here) != len(there):
            return
        taken = {id(other) for others in waiting.values() for other in others}
        rest = [other for other in there if id(other) in taken]
        for one, other in zip(left, rest, strict=True):
            if not self._have_moved(one, other):
                yield Couple((one, other), same=False, alone=len(left) == 1)

    def _have_moved(self, one: Inline, other: Inline) -> bool:
        """Whether both addresses stand elsewhere on the other page: links have changed places."""
        return self._key(one.target) in self._all[1] and self._key(other.target) in self._all[0]


def lead_alike(one: str, other: str, addresses: Addresses, marks: Marks) -> bool:
    """Whether two addresses may well be versions of one: of another site or of other parts for
    each language, short names that say nothing, a page and its part."""
    if is_external(one) != is_external(other) or "mailto:" in one + other or "tel:" in one + other:
        return True
    if is_external(one) and marks.of(one) != marks.of(other):
        return True
    paths = [split_address(address).path for address in (one, other)]
    if any(_OPAQUE.fullmatch(path.rstrip("/").rpartition("/")[2]) for path in paths):
        return True
    if any(not path for path in paths) and not all(path.strip("/.") == "" for path in paths):
        return False
    keys = [addresses.key(path).strip("/") for path in paths]
    keys = ["" if key == "#" else key for key in keys]
    if not all(keys):
        return True
    short, long = sorted(keys, key=len)
    if f"/{long}/".find(f"/{short}/") >= 0:
        return True
    words = [set(_WORDS.findall(unquoted(address).lower())) for address in (one, other)]
    return words[0] <= words[1] or words[1] <= words[0]


def host(address: str) -> str:
    """The host that an address names, "" for one inside the site."""
    match = _HOST.match(address)
    return match[1].lower() if match else ""
