"""E-mail addresses and telephone numbers of matched units that are not the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sverka.align import AlignedPair
from sverka.align.outline import Unit
from sverka.finding import Severity
from sverka.page import Kind
from sverka.routes import Marks
from sverka.span import Span

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOST = re.compile(r"@[\w-]+\.\w")
_PHONE = re.compile(
    r"(?<![\w/.,=#-])(?:\+\d|\(\d|8[ -(\N{NO-BREAK SPACE}])[\d\s().\u00a0\u2011-]{6,18}\d(?![\w/])"
)
_FENCED = (Kind.CODE, Kind.EMBED)
NATIONAL = 10
"""Digits of a number without its country."""
LEAST = 10
"""A number with fewer digits is a price or a code as often as a telephone."""


@dataclass(frozen=True, slots=True)
class Contact:
    """An address or a number: as it is written, what is compared, where it stands."""

    text: str
    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """Two contacts that stand for each other and differ; source first."""

    message: str
    ours: tuple[Contact, Contact]
    level: Severity


def differences(pair: AlignedPair, marks: Marks) -> Iterator[Difference]:
    """The contacts that differ, in the order of the source."""
    texts = [outline.page.source.text for outline in pair.outlines]
    if all(_HOST.search(text) for text in texts):
        yield from _of_sort(
            pair, "email", _emails, lambda one, other: _email_level(one, other, marks)
        )
    if all(_PHONE.search(text) for text in texts):
        yield from _of_sort(pair, "phone", _phones, _phone_level)


def _of_sort(
    pair: AlignedPair,
    message: str,
    find: Callable[[str, Span], list[Contact]],
    level: Callable[[Contact, Contact], Severity | None],
) -> Iterator[Difference]:
    found = [
        [find(outline.page.source.text, _extent(unit)) for unit in outline.units]
        for outline in pair.outlines
    ]
    pages = [{one.key for unit in side for one in unit} for side in found]
    for i, j in pair.matching.pairs:
        here = _once(one for one in found[0][i] if one.key not in pages[1])
        there = _once(one for one in found[1][j] if one.key not in pages[0])
        if len(here) != len(there):
            continue
        for one, other in zip(here, there, strict=True):
            if (how := level(one, other)) is not None:
                yield Difference(message, (one, other), how)


def _once(contacts: Iterator[Contact]) -> list[Contact]:
    return list({one.key: one for one in contacts}.values())


def _extent(unit: Unit) -> Span:
    if unit.kind in _FENCED:
        return Span(unit.text.start, unit.text.start)
    return unit.block.span if unit.kind is Kind.ROW else unit.text


def _emails(text: str, extent: Span) -> list[Contact]:
    return [
        Contact(match[0], match[0].lower(), Span(*match.span()))
        for match in _EMAIL.finditer(text, *extent)
    ]


def _phones(text: str, extent: Span) -> list[Contact]:
    found = []
    for match in _PHONE.finditer(text, *extent):
        digits = re.sub(r"\D", "", match[0])
        if LEAST <= len(digits) <= 15:
            found.append(Contact(match[0], digits[-NATIONAL:], Span(*match.span())))
    return found


def _email_level(one: Contact, other: Contact, marks: Marks) -> Severity | None:
    """Mailboxes for each language, and in another country's domain, are a site's own affair."""
    if marks.of(one.key.replace("@", "/")) or marks.of(other.key.replace("@", "/")):
        return None
    boxes = [contact.key.partition("@") for contact in (one, other)]
    if boxes[0][2] != boxes[1][2]:
        same_name = boxes[0][2].rpartition(".")[0] == boxes[1][2].rpartition(".")[0]
        return None if same_name else Severity.INFO
    return Severity.WARNING


def _phone_level(one: Contact, other: Contact) -> Severity | None:
    """Numbers in two countries are a site's own affair."""
    codes = []
    for contact in (one, other):
        digits = re.sub(r"\D", "", contact.text)
        codes.append(digits[:-NATIONAL] if contact.text.startswith("+") else "")
    if codes[0] and codes[1] and codes[0] != codes[1]:
        return None
    return Severity.WARNING if codes[0] == codes[1] or "" in codes else None
