"""What may be claimed in a field of content, as values: aspects, clashes, variants, wordings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Pattern = str | tuple[Mapping[str, Any], ...]
"""A phrase, matched by dictionary forms, or a row of tokens as spaCy's Matcher has them."""

KINDS = frozenset({"amount", "label", "set"})
LEVELS = ("info", "warning", "error")
OUTCOMES = frozenset(
    {"denied", "few", "stated", "possible", "required", "recommended", "optional",
     "forbidden", "allowed", "all"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Aspect:
    """Something that can be claimed.

    ``kind``: "amount" compares quantities of the kinds ``units``, "label" compares ``labels``,
    "set" says which terms belong to it. ``of`` is what it is said of: the "topic" of the page, the
    "thing" that the sentence names, "both", or such a thing and else the "site" as a whole, or
    always that, as one "house";
    ``named``: the thing must be named at the mention, at most ``reach`` tokens from it; no heading
    is enough.
    ``ignores`` are groups of variants that make no difference. ``rule`` reports it.

    Labels: ``outcomes`` leads from what the words around a mention amount to (one of `OUTCOMES`)
    to a label; ``asserted``: a bare mention is no claim. ``opposites`` leads from a label that is
    denied to the one that is thereby said, ``absolute`` are those that allow no exception.
    ``rivals`` are pairs that contradict each other; of a ``scale`` those this far ``apart`` do.

    Amounts: ``amounts`` gives labels a range. ``near``: how many tokens a quantity may stand from
    the mention; ``headed``: a heading that names the aspect speaks for a quantity below it.
    ``bound``: "low" where only the least amount counts ("from 18"); what is forbidden below one
    has it as its least; "point" where an open range is its one end ("within 14 days"). ``side``:
    "before" or "after", where a time on the other side of the event is no value. ``ends``: ranges
    contradict each other where they begin or end at different
    points. ``gap``: by which factor they must miss each other; ``between``: what is
    less or more, in the unit of the quantity, is no value. ``mixed``: counted nouns need not
    be the same. ``cautious`` tells whether the "high" or the "low" amount is the cautious one.
    """

    domain: str
    id: str
    names: Mapping[str, str]
    kind: str
    units: frozenset[str] = frozenset()
    labels: tuple[str, ...] = ()
    outcomes: Mapping[str, str] = field(default_factory=dict)
    asserted: bool = False
    of: str = "topic"
    ignores: frozenset[str] = frozenset()
    amounts: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)
    scale: bool = False
    apart: int = 2
    gap: float = 1.0
    between: tuple[float, float] | None = None
    rivals: tuple[tuple[str, str], ...] = ()
    level: str = "error"
    rule: str = ""
    absolute: frozenset[str] = frozenset()
    opposites: Mapping[str, str] = field(default_factory=dict)
    cautious: str = "high"
    headed: bool = True
    near: int = 14
    bound: str = ""
    mixed: bool = False
    side: str = ""
    ends: bool = False
    named: bool = False
    reach: int = 8
    about: str = ""
    why: Mapping[str, str] = field(default_factory=dict)
    bad: tuple[Mapping[str, str], ...] = ()
    good: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """A label of one aspect that cannot stand beside one of another: ``this`` is the less
    cautious. Both are (aspect, label); the label ``*`` is any."""

    this: tuple[str, str]
    that: tuple[str, str]
    level: str = "warning"


@dataclass(frozen=True, slots=True)
class Group:
    """Variants of a subject that are told apart. ``unmarked``: what is said without naming one is
    "apart" from what names one, or holds for the "same". ``inherited``: a title or a heading
    further up names it for all below."""

    id: str
    values: tuple[str, ...]
    unmarked: str = "apart"
    inherited: bool = True


@dataclass(frozen=True, slots=True)
class Wordings:
    """How a language says what the domain knows: patterns of a mention of each aspect, of each
    (aspect, label), of what is none, of a mention that speaks of the end,
    of what makes the whole sentence none, of subjects, things,
    variants and terms; the vocabulary that tells that a page is of this field; plain words, which
    tell nothing."""

    about: Mapping[str, tuple[Pattern, ...]]
    values: Mapping[tuple[str, str], tuple[Pattern, ...]]
    never: Mapping[str, tuple[Pattern, ...]]
    last: Mapping[str, tuple[Pattern, ...]]
    unless: Mapping[str, tuple[Pattern, ...]]
    subjects: Mapping[str, tuple[Pattern, ...]]
    things: Mapping[str, tuple[Pattern, ...]]
    variants: Mapping[tuple[str, str], tuple[Pattern, ...]]
    terms: Mapping[str, tuple[Pattern, ...]]
    signature: frozenset[str]
    plain: frozenset[str]


@dataclass(frozen=True)
class Domain:
    """A field of content; compared by its folder. ``least`` words of its signature make a page
    one of it; 0 for all pages. ``within`` leads from a term to wider ones;
    ``generic`` things are none of their own: a room is this page's room. ``most`` is the highest
    level of its findings, as long as its measured precision asks for one."""

    home: Path
    id: str
    least: int
    aspects: Mapping[str, Aspect]
    clashes: tuple[Clash, ...]
    groups: Mapping[str, Group]
    within: Mapping[str, tuple[str, ...]]
    generic: frozenset[str]
    most: str
    wordings: Mapping[str, Wordings]

    def __hash__(self) -> int:
        return hash(self.home)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Domain) and other.home == self.home
