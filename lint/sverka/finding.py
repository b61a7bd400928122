"""What a check reports, and what the engine makes of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType

from sverka.span import Span

NO_DATA: Mapping[str, object] = MappingProxyType({})


class Severity(IntEnum):
    """How sure a finding is. They compare: ``Severity.ERROR > Severity.WARNING``."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word in reports and configuration: info, warning, error."""
        return self.name.lower()

    @classmethod
    def parse(cls, word: str) -> Severity:
        """The severity of that name; raises KeyError for another word."""
        return cls[word.upper()]


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a page. ``label`` names its role with a message key of the check's own
    ("there", "before"); it is rendered in the reader's language."""

    path: str
    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text under ``span`` of the page ``path`` with ``text``."""

    path: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding. ``safe`` ones may be made without a person looking. They are
    made together or not at all, unless they stand ``apart``: then each is of use alone."""

    edits: tuple[Edit, ...]
    safe: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One cause, as a check saw it.

    ``message`` is a key of the check's templates, ``data`` fills them and goes to machines as
    it is (strings, numbers, booleans, lists of those). ``related``: the other side first.
    ``confidence``: 0 to 1.
    """

    place: Place
    message: str
    data: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    fix: Fix | None = None
    confidence: float = 1.0
    severity: Severity | None = None
    """Set where the evidence asks for another level than the rule's own."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding with what the engine adds: the rule, its level, quotes, a fingerprint."""

    rule: str
    severity: Severity
    finding: Finding
    quote: str
    related_quotes: tuple[str, ...]
    fingerprint: str


def fingerprint(
    rule: str, page_key: str, quote: str, related: tuple[str, ...], ordinal: int
) -> str:
    """A name for a finding that outlives edits elsewhere on the page: no line numbers in it.

    Quotes are compared by their words only; ``ordinal`` tells equal findings apart.
    """
    words = [" ".join(text.split()).casefold() for text in (quote, *related)]
    key = "\x1f".join((rule, page_key, *words, str(ordinal)))
    return hashlib.sha256(key.encode()).hexdigest()[:16]
