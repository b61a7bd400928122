"""Spans: what they cover, share and join."""

from __future__ import annotations

import pytest

from sverka.span import Span, hull


@pytest.mark.parametrize(
    ("one", "other", "covers", "overlaps"),
    [
        (Span(2, 5), Span(2, 5), True, True),
        (Span(2, 5), Span(3, 4), True, True),
        (Span(2, 5), Span(4, 6), False, True),
        (Span(2, 5), Span(5, 6), False, False),
        (Span(2, 5), Span(0, 2), False, False),
        (Span(2, 5), Span(5, 5), True, True),
        (Span(2, 5), Span(3, 3), True, True),
        (Span(2, 5), Span(6, 6), False, False),
        (Span(2, 2), Span(2, 2), True, True),
    ],
)
def test_spans_cover_and_overlap(one: Span, other: Span, covers: bool, overlaps: bool) -> None:
    assert one.covers(other) is covers
    assert one.overlaps(other) is other.overlaps(one) is overlaps


def test_span_slices_and_shifts() -> None:
    assert Span(1, 3).of("слово") == "ло"
    assert Span(1, 3).shifted(4) == Span(5, 7)


def test_hull_covers_all_in_any_order() -> None:
    assert hull([Span(5, 6), Span(1, 2), Span(3, 9)]) == Span(1, 9)


def test_hull_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^no span to cover$"):
        hull([])
