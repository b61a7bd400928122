"""One round of fixing: which fixes can be made at once, and the texts of the pages after them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from sverka.finding import Edit, Reported, Severity
from sverka.fixes.makeup import Makeup, makeup
from sverka.page import Page
from sverka.source import Source
from sverka.span import Span
from sverka.suppress import Directive, directives_of

Read = Callable[[Source], Page]

MOST_TRIES = 200
"""How often a page is read in search of the fixes that it would not survive."""

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""What no fix may put into a page: control characters, and what UTF-8 cannot write."""


class Why(StrEnum):
    """Why a fix, or a part of one, was not made.

    UNSAFE: it is not safe, and only safe ones were asked for. ELSEWHERE: it changes a page that
    nobody asked about. SILENCED: a directive there silences its rule. OVERLAPS: another fix
    changes the same words; its turn comes in the next round. REFUSED: the page would have
    another structure or another number, or could not be read; or the fix changes nothing.
    UNSETTLED: the fixes of the page never come to an end.
    """

    UNSAFE = "unsafe"
    ELSEWHERE = "elsewhere"
    SILENCED = "silenced"
    OVERLAPS = "overlaps"
    REFUSED = "refused"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class Left:
    """A finding whose fix was not made, or not wholly."""

    reported: Reported
    why: Why


@dataclass(frozen=True, slots=True)
class Plan:
    """``texts``: path -> new text of each page that changes. ``made`` are the findings whose
    fixes are in them, ``left`` the others that have a fix."""

    texts: Mapping[str, str]
    made: tuple[Reported, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What may be fixed: ``unsafe`` fixes, too; the findings that are ``hints``, too; only
    ``pages`` (paths; None: all). ``read`` reads a text as the run reads it."""

    read: Read
    unsafe: bool = False
    hints: bool = False
    pages: frozenset[str] | None = None


def plan(
    findings: Iterable[Reported],
    sources: Mapping[str, Source],
    terms: Terms,
    closed: frozenset[str] = frozenset(),
) -> Plan:
    """Choose among the fixes of ``findings`` those that can be made together.

    Where two overlap the safe one comes first, else the one that is reported first. A fix is
    made as a whole, but for one whose edits stand for themselves (`sverka.finding.Fix`).
    ``sources`` has the pages that fixes change, ``closed`` are those that must stay.
    """
    offers = [
        one for one in findings if one.finding.fix and (terms.hints or one.severity > Severity.INFO)
    ]
    offers.sort(key=_is_unsafe)
    desk = _Desk(sources, terms, closed)
    pieces = [piece for one in offers for piece in _pieces(one)]
    outcome = desk.settle(pieces)
    made, left = [], []
    for one in offers:
        whys = [outcome[piece] for piece in _pieces(one)]
        if None in whys and Why.OVERLAPS not in whys:
            made.append(one)
        left += [Left(one, why) for why in dict.fromkeys(whys) if why is not None]
    return Plan(desk.texts(), tuple(made), tuple(left))


def _is_unsafe(reported: Reported) -> bool:
    fix = reported.finding.fix
    return fix is not None and not fix.safe


@dataclass(frozen=True, slots=True)
class _Piece:
    """Edits that are made together or not at all."""

    rule: str
    safe: bool
    edits: tuple[Edit, ...]

    @property
    def paths(self) -> frozenset[str]:
        """The pages that they change."""
        return frozenset(edit.path for edit in self.edits)


def _pieces(reported: Reported) -> list[_Piece]:
    fix = reported.finding.fix
    if fix is None:
        return []
    groups = [(edit,) for edit in fix.edits] if fix.apart else [fix.edits]
    return [_Piece(reported.rule, fix.safe, edits) for edits in groups]


@dataclass(frozen=True, slots=True)
class _Places:
    """Spans by path, sorted, none of which overlaps another."""

    spans: dict[str, list[Span]] = field(default_factory=dict)

    def add(self, path: str, edits: Iterable[Edit]) -> None:
        """Keep the spans of edits that meet none of those that are here."""
        for edit in edits:
            insort(self.spans.setdefault(path, []), edit.span)

    def meet(self, piece: _Piece) -> bool:
        """Whether an edit overlaps one of the spans: then it overlaps one of its neighbours."""
        for edit in piece.edits:
            spans = self.spans.get(edit.path, [])
            at = bisect_left(spans, edit.span)
            if any(span.overlaps(edit.span) for span in spans[max(at - 1, 0) : at + 1]):
                return True
        return False


@dataclass(slots=True)
class _Desk:
    """The pages as they are, and the edits that are to be made in each."""

    sources: Mapping[str, Source]
    terms: Terms
    closed: frozenset[str]
    edits: dict[str, list[Edit]] = field(default_factory=dict)
    known: dict[str, tuple[Makeup, tuple[Directive, ...]]] = field(default_factory=dict)
    tries: Counter[str] = field(default_factory=Counter)

    def settle(self, pieces: Sequence[_Piece]) -> dict[_Piece, Why | None]:
        """Make what can be made; None is the answer for that."""
        outcome = {piece: self._barred(piece) for piece in pieces}
        waiting = [piece for piece, why in outcome.items() if why is None]
        while waiting:
            made, batch = _Places(), _Places()
            for path, edits in self.edits.items():
                made.add(path, edits)
            chosen, later = list[_Piece](), list[_Piece]()
            for piece in waiting:
                if made.meet(piece):
                    outcome[piece] = Why.OVERLAPS
                elif batch.meet(piece):
                    later.append(piece)
                else:
                    chosen.append(piece)
                    for edit in piece.edits:
                        batch.add(edit.path, (edit,))
            for group in _by_pages(chosen):
                outcome |= dict.fromkeys(self._try(group), Why.REFUSED)
            waiting = later
        return outcome

    def texts(self) -> dict[str, str]:
        """The new text of each page that changes."""
        new = {path: _edited(self.sources[path].text, self.edits[path]) for path in self.edits}
        return {path: text for path, text in new.items() if text != self.sources[path].text}

    def _barred(self, piece: _Piece) -> Why | None:
        paths = piece.paths
        if not (piece.safe or self.terms.unsafe):
            return Why.UNSAFE
        if self.terms.pages is not None and not paths <= self.terms.pages:
            return Why.ELSEWHERE
        if paths & self.closed:
            return Why.UNSETTLED
        if not self._is_sound(piece):
            return Why.REFUSED
        silenced = any(
            directive.silences(piece.rule, edit.span.start)
            for edit in piece.edits
            for directive in self._known(edit.path)[1]
        )
        return Why.SILENCED if silenced else None

    def _is_sound(self, piece: _Piece) -> bool:
        """Whether its edits change something, do not overlap, and can be written."""
        places = sorted((edit.path, edit.span) for edit in piece.edits)
        apart = not any(
            one[0] == other[0] and one[1].overlaps(other[1]) for one, other in pairwise(places)
        )
        return (
            apart
            and not any(_UNWRITABLE.search(edit.text) for edit in piece.edits)
            and any(edit.text != self.sources[edit.path].quote(edit.span) for edit in piece.edits)
        )

    def _try(self, batch: Sequence[_Piece]) -> list[_Piece]:
        """Make the edits of ``batch``, which are all in the same pages; those that a page would
        not survive are returned.

        All at once first: they are nearly always good, and a page is read but once.
        """
        before = {path: self.edits.get(path) for path in batch[0].paths}
        if any(self.tries[path] > MOST_TRIES for path in before):
            return list(batch)
        for path, edits in _by_path(batch).items():
            self.edits[path] = [*self.edits.get(path, ()), *edits]
        if all(self._stays(path) for path in before):
            return []
        for path, edits_before in before.items():
            if edits_before is None:
                del self.edits[path]
            else:
                self.edits[path] = edits_before
        if len(batch) == 1:
            return list(batch)
        half = len(batch) // 2
        return [*self._try(batch[:half]), *self._try(batch[half:])]

    def _stays(self, path: str) -> bool:
        """Whether the page is made as before when its edits are made."""
        text = _edited(self.sources[path].text, self.edits[path])
        self.tries[path] += 1
        try:
            page = self.terms.read(Source(path, text))
        except Exception:  # noqa: BLE001 - whatever it is, the page must not become so
            return False
        return makeup(page) == self._known(path)[0]

    def _known(self, path: str) -> tuple[Makeup, tuple[Directive, ...]]:
        if path not in self.known:
            page = self.terms.read(self.sources[path])
            self.known[path] = makeup(page), directives_of(page)
        return self.known[path]


def _by_path(pieces: Iterable[_Piece]) -> dict[str, list[Edit]]:
    found: dict[str, list[Edit]] = {}
    for piece in pieces:
        for edit in piece.edits:
            found.setdefault(edit.path, []).append(edit)
    return found


def _by_pages(pieces: Iterable[_Piece]) -> list[list[_Piece]]:
    found: dict[frozenset[str], list[_Piece]] = {}
    for piece in pieces:
        found.setdefault(piece.paths, []).append(piece)
    return list(found.values())


def _edited(text: str, edits: Iterable[Edit]) -> str:
    parts, at = [], 0
    for edit in sorted(edits, key=lambda one: one.span):
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join((*parts, text[at:]))
