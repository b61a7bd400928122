"""All that the page of the report knows, as one value in JSON's kinds.

Pages, rules and findings are named by their numbers, since there are thousands of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import sverka
from sverka.explanations import explained
from sverka.finding import Finding, Fix, Place, Reported
from sverka.messages import failure_message, label_of, load_messages, message_of
from sverka.reports import Look
from sverka.reports.html.places import Locator
from sverka.result import RunResult
from sverka.review import Cell, MatrixView, PairView, Review, Row, TermView, Use

Json = dict[str, object]

KINDS: Mapping[str, str] = {
    "heading": "h", "paragraph": "p", "item": "i", "row": "r", "code": "c",
    "image": "m", "html": "x", "embed": "e", "front": "f",
}  # fmt: skip
"""Kind of a cell -> its letter."""

ROOM = 5_000_000
"""Bytes that the pages' texts may take; where they take more, only what stands around the
findings is kept."""
CONTEXT = (3, 2, 1, 0)
"""Rows on each side of a finding that are then kept: as many as there is room for."""
LONGEST = 400
"""Characters of a quote."""

_CUT = "\N{HORIZONTAL ELLIPSIS}"
_NOTHING = Review()


def document(result: RunResult, look: Look) -> Json:
    """The value of that run; the same for the same run, whenever and wherever it is made."""
    return _Document(result, look).value()


@dataclass(frozen=True)
class _Document:
    result: RunResult
    look: Look

    @cached_property
    def review(self) -> Review:
        return self.result.review or _NOTHING

    @cached_property
    def pages(self) -> dict[str, int]:
        """Path -> number."""
        return {page.path: number for number, page in enumerate(self.result.pages)}

    @cached_property
    def rules(self) -> dict[str, int]:
        """The rules that found something -> their numbers."""
        found = sorted({one.rule for one in self.result.findings})
        return {rule: number for number, rule in enumerate(found)}

    @cached_property
    def shown(self) -> tuple[PairView, ...]:
        """The views that a finding touches, which may have become fewer since they were made."""
        touched = {
            place.path
            for one in self.result.findings
            for place in (one.finding.place, *one.finding.related)
        }
        return tuple(
            view for view in self.review.views if not touched.isdisjoint((view.source, view.target))
        )

    @cached_property
    def locators(self) -> tuple[Locator, ...]:
        return tuple(Locator(view) for view in self.shown)

    @cached_property
    def views_of(self) -> dict[str, list[int]]:
        """Path -> the numbers of the views that show it."""
        found: dict[str, list[int]] = {}
        for number, view in enumerate(self.shown):
            for path in filter(None, (view.source, view.target)):
                found.setdefault(path, []).append(number)
        return found

    def value(self) -> Json:
        findings = [self._finding(one) for one in self.result.findings]
        return {
            "version": sverka.__version__,
            "locale": self.look.locale,
            "strings": dict(load_messages(self.look.locale).tables["html"]),
            "hints": self.look.infos,
            "suppressed": self.result.suppressed,
            "baselined": self.result.baselined,
            "pairs": len(self.result.pairs),
            "failures": [failure_message(one, self.look.locale) for one in self.result.failures],
            "pages": [[page.path, page.language, page.title] for page in self.result.pages],
            "rules": [self._rule(rule) for rule in self.rules],
            "findings": findings,
            "views": self._views(findings),
            "terms": [self._term(one) for one in self.review.terms],
            "matrices": [self._matrix(one) for one in self.review.matrices],
        }

    def _rule(self, rule: str) -> Json:
        found = explained(self.result.checks[rule], self.look.locale)
        texts = [found.summary, found.finds, found.why, found.wrong]
        return {"id": rule, "doc": texts, "locale": found.locale}

    def _finding(self, reported: Reported) -> Json:
        finding = reported.finding
        check = self.result.checks[reported.rule]
        locale = self.look.locale
        value: Json = {
            "id": reported.fingerprint,
            "rule": self.rules[reported.rule],
            "level": int(reported.severity),
            "text": message_of(check, finding, locale),
            **self._place(finding.place, reported.quote),
            "sure": round(finding.confidence, 2),
            "at": list(self._spots(finding)),
        }
        if finding.related:
            value["rel"] = [
                {**self._place(place, quote), "label": label_of(check, finding, place, locale)}
                for place, quote in zip(finding.related, reported.related_quotes, strict=True)
            ]
        if finding.fix:
            value["fix"] = self._fix(finding.fix)
        return value

    def _place(self, place: Place, quote: str) -> Json:
        line = self.result.sources[place.path].position(place.span.start).line
        return {"page": self.pages[place.path], "line": line, "quote": _shortened(quote)}

    def _fix(self, fix: Fix) -> Json:
        edits = []
        for edit in fix.edits:
            source = self.result.sources[edit.path]
            line = source.position(edit.span.start).line
            edits.append([self.pages[edit.path], line, source.quote(edit.span), edit.text])
        return {"safe": fix.safe, "edits": edits}

    def _spots(self, finding: Finding) -> Iterator[list[object]]:
        """View, row, marks: the view that has most of the finding's places first."""
        places = (finding.place, *finding.related)
        numbers = {number for place in places for number in self.views_of.get(place.path, ())}

        def rank(number: int) -> tuple[bool, int, int]:
            locator = self.locators[number]
            met = sum(1 for place in places if locator.has(place.path))
            return (not locator.has(finding.place.path), -met, number)

        for number in sorted(numbers, key=rank):
            spot = self.locators[number].spot(finding)
            if spot:
                yield [number, spot.row, [list(mark) for mark in spot.marks]]

    def _views(self, findings: Sequence[Json]) -> list[Json]:
        sizes = [[_size(row) for row in view.rows] for view in self.shown]
        kept = _kept(sizes, findings)
        return [self._view(view, rows) for view, rows in zip(self.shown, kept, strict=True)]

    def _view(self, view: PairView, kept: set[int]) -> Json:
        rows = [
            [*(_cells(side) for side in row.sides), int(row.moved)] if at in kept else 0
            for at, row in enumerate(view.rows)
        ]
        return {
            "pages": [self.pages.get(view.source, -1), self.pages.get(view.target, -1)],
            "rows": rows,
        }

    def _term(self, term: TermView) -> Json:
        return {
            "word": term.word,
            "codes": list(term.languages),
            "total": term.total,
            "as": [
                [one.word, one.count, one.pairs, [self._use(use) for use in one.uses]]
                for one in term.renderings
            ],
        }

    def _use(self, use: Use) -> list[object]:
        view = next(iter(self.views_of.get(use.source.path, ())), -1)
        row = self.locators[view].row_of(use.source) if view >= 0 else 0
        texts = [list(use.source_text), list(use.target_text)]
        return [self.pages[use.source.path], self.pages[use.target.path], *texts, view, row]

    def _matrix(self, matrix: MatrixView) -> Json:
        return {
            "topic": matrix.topic,
            "aspects": [_in_locale(names, self.look.locale) for names in matrix.aspects],
            "pages": [self.pages[path] for path in matrix.pages],
            "cells": [
                [
                    [[one.value, _shortened(one.quote), list(one.rivals)] for one in statements]
                    for statements in row
                ]
                for row in matrix.cells
            ],
        }


def _cells(side: Sequence[Cell]) -> list[list[object]]:
    return [[KINDS.get(cell.kind, "p"), cell.level, cell.text, int(cell.quoted)] for cell in side]


def _size(row: Row) -> int:
    """The bytes of a row's text."""
    cells = (cell for side in row.sides for cell in side)
    return sum(len(cell.text.encode("utf-8", "surrogatepass")) for cell in cells)


def _kept(sizes: Sequence[Sequence[int]], findings: Sequence[Json]) -> list[set[int]]:
    """For each view the rows that the report has room for: all of them, or those nearest to
    the marks of its findings."""
    kept = [set(range(len(view))) for view in sizes]
    for around in CONTEXT:
        room = sum(view[row] for view, rows in zip(sizes, kept, strict=True) for row in rows)
        if room <= ROOM:
            break
        kept = _near(findings, sizes, around)
    return kept


def _near(findings: Sequence[Json], sizes: Sequence[Sequence[int]], around: int) -> list[set[int]]:
    """The rows of the views that bear marks, and so many on each side of them."""
    kept: list[set[int]] = [set() for _ in sizes]
    for finding in findings:
        spots = finding["at"]
        for view, row, marks in spots if isinstance(spots, list) else ():
            for at in {row, *(mark[0] for mark in marks)}:
                near = range(max(0, at - around), min(len(sizes[view]), at + around + 1))
                kept[view].update(near)
    return kept


def _shortened(quote: str) -> str:
    return quote if len(quote) <= LONGEST else quote[:LONGEST].rstrip() + _CUT


def _in_locale(names: Mapping[str, str], locale: str) -> str:
    """The name in that locale, else in the first that there is."""
    return names.get(locale) or next(iter(names.values()), "")
