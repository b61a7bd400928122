"""A claim: who says what of which subject, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sverka.quantities import Quantity
from sverka.span import Span

Range = tuple[float | None, float | None]
"""``low`` and ``high``; None where it is open."""


@dataclass(frozen=True, slots=True)
class Value:
    """What is said of an aspect.

    ``label`` is one of the aspect's labels ("none", "upper"), or a term of a set ("pregnancy").
    An amount has its ``range`` in ``unit`` (seconds, years, an ISO code ...) and may have a label
    besides. ``text`` is what the page has for it.
    """

    label: str = ""
    range: Range | None = None
    unit: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement about one aspect of one subject.

    ``span`` is where it stands in the file, ``quote`` what stands there, ``sentence`` the whole
    statement. ``domain`` and ``aspect`` are ids of packs. ``modality`` is required, recommended,
    optional, possible, forbidden, allowed or fact; ``quantifier`` all, some, few, none or "".
    ``conditions`` are the texts of the clauses that limit it.

    ``subjects`` are the subjects that the statement names itself, nearest first; ``section`` those
    of the headings above it; ``running`` the one that the text was about before, where a sentence
    named another than the page's. ``things`` are the things that a pack knows in the statement or,
    if there are none, in what stands above it, ``named`` the one at the mention itself, ``words``
    the content words beside those that carry the claim. ``row`` are the keys of the row of a
    table, or of the name that an item begins with,
    ``spoken`` those of all the statement: what packs know of it, and its content words.
    ``variants`` maps a group of variants ("setting") to those that the statement or what stands
    above it names.
    """

    path: str
    language: str
    span: Span
    quote: str
    sentence: Span
    domain: str
    aspect: str
    value: Value
    polarity: str = "stated"
    modality: str = "fact"
    quantifier: str = ""
    absolute: bool = False
    hedged: bool = False
    conditions: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    running: str = ""
    things: tuple[str, ...] = ()
    named: str = ""
    words: tuple[str, ...] = ()
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    row: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    by_heading: bool = False
    """The aspect is named by the heading or the lead-in, not by the statement."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a row of ``words`` (dictionary forms, ``#kind`` for a quantity).

    ``heading`` is the one above it, ``list`` what introduces the list that it is an item of.
    ``denials`` is how many of them deny; ``content`` are those that carry it.
    """

    path: str
    language: str
    span: Span
    quote: str
    heading: str
    list: str
    words: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    denials: int
    content: frozenset[str]
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PageClaims:
    """The claims of a page, in its order, and what it is about: ``subject`` is the pack's subject
    that its title names, or "", ``mentioned`` are all that it names, with how often, ``terms`` are
    its most telling words, best first, in dictionary form. ``fields`` are the domains whose
    vocabulary it uses. ``sentences`` are those that are long enough to be known
    again."""

    path: str
    language: str
    claims: tuple[Claim, ...] = ()
    subject: str = ""
    terms: tuple[str, ...] = ()
    title: str = ""
    fields: frozenset[str] = frozenset()
    sentences: tuple[Sentence, ...] = ()
    mentioned: tuple[tuple[str, int], ...] = ()
