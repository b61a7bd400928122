"""The match of two sequences, from scores alone: what is missing, and what moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.align.evidence import IMPOSSIBLE, UNLIKE_UNITS, Evidence
from sverka.align.matching import Matching, match
from sverka.align.sequence import FULL
from sverka.page import Kind

Pairs = list[tuple[int, int]]

SURE = 12.0
FAIR = 2.0


class Given(Evidence):
    """Scores that are given, and the same for all other pairs."""

    def __init__(
        self, scores: Mapping[tuple[int, int], float], otherwise: float = UNLIKE_UNITS
    ) -> None:
        self._scores = scores
        self._otherwise = otherwise
        self._known: dict[int, list[int]] = {}
        for i, j in scores:
            self._known.setdefault(i, []).append(j)

    def words(self, i: int, j: int) -> float:
        return self.score(i, j)

    def score(self, i: int, j: int) -> float:
        return self._scores.get((i, j), self._otherwise)

    def rivals(self, i: int, least: float) -> list[tuple[float, int]]:
        return [(w, j) for j in self._known.get(i, []) if (w := self.words(i, j)) > least]

    def kind(self, side: int, number: int) -> tuple[Kind, int]:
        return Kind.PARAGRAPH, 0

    def fuller(self, side: int, near: int, part: int, whole: int) -> float:
        return 0.0


def matched(ones: int, others: int, pairs: Iterable[tuple[int, int]], score: float) -> Matching:
    return match(ones, others, Given(dict.fromkeys(pairs, score)))


def diagonal(start: int, stop: int, shift: int = 0) -> Pairs:
    """The pairs of units ``start`` to ``stop`` with those ``shift`` further on."""
    return [(i, i + shift) for i in range(start, stop)]


@pytest.mark.parametrize("score", [FAIR, SURE])
@pytest.mark.parametrize(
    ("ones", "others", "pairs"),
    [
        (0, 0, []),
        (3, 0, []),
        (0, 3, []),
        (1, 1, [(0, 0)]),
        (5, 5, diagonal(0, 5)),
        (5, 4, diagonal(1, 5, -1)),
        (5, 4, diagonal(0, 4)),
        (5, 4, [(0, 0), (1, 1), (3, 2), (4, 3)]),
        (4, 5, diagonal(0, 4, 1)),
        (4, 5, diagonal(0, 4)),
        (4, 5, [(0, 0), (1, 1), (2, 3), (3, 4)]),
        (6, 3, [(0, 0), (4, 1), (5, 2)]),
        (6, 6, [(0, 0), (2, 1), (3, 2), (4, 4), (5, 5)]),
    ],
)
def test_what_has_no_counterpart_is_left_out(
    ones: int, others: int, pairs: Pairs, score: float
) -> None:
    made = matched(ones, others, pairs, score)
    assert set(pairs) <= set(made.pairs)
    assert made.moved == frozenset()


def test_strangers_in_different_places_stay_without_a_counterpart() -> None:
    made = matched(5, 5, [(0, 0), (2, 1), (3, 2), (4, 4)], SURE)
    assert made.pairs == ((0, 0), (2, 1), (3, 2), (4, 4))


def test_strangers_at_the_same_place_were_rewritten_there() -> None:
    made = matched(3, 3, [(0, 0), (2, 2)], SURE)
    assert made.pairs == ((0, 0), (1, 1), (2, 2))


def test_kinds_that_never_pair_are_never_paired() -> None:
    made = match(3, 3, Given({(0, 0): SURE, (2, 2): SURE}, otherwise=IMPOSSIBLE))
    assert made.pairs == ((0, 0), (2, 2))


@pytest.mark.parametrize(
    ("name", "pairs", "moved"),
    [
        ("neighbours swapped", [(0, 0), (1, 2), (2, 1), (3, 3)], 1),
        ("first to the end", [(0, 4), *diagonal(1, 5, -1)], 1),
        ("last to the start", [*diagonal(0, 4, 1), (4, 0)], 1),
        ("a run of two", [(0, 0), (1, 4), (2, 5), (3, 1), (4, 2), (5, 3)], 2),
        ("two strays", [(0, 2), (1, 0), (2, 1), (3, 5), (4, 3), (5, 4)], 2),
    ],
)
def test_what_stands_elsewhere_has_moved(name: str, pairs: Pairs, moved: int) -> None:
    made = matched(len(pairs), len(pairs), pairs, SURE)
    assert list(made.pairs) == pairs, name
    assert len(made.moved) == moved
    steady = [pair for pair in pairs if pair not in made.moved]
    assert [j for _, j in steady] == sorted(j for _, j in steady)


def test_little_evidence_moves_nothing() -> None:
    made = match(3, 3, Given({(0, 0): 1.0, (1, 1): 1.0, (2, 2): 1.0, (0, 2): 2.0}))
    assert made.pairs == tuple(diagonal(0, 3))
    assert made.moved == frozenset()


@pytest.mark.parametrize(("ones", "others"), [(5, 4), (4, 5), (1, 6), (6, 1), (3, 3)])
def test_of_units_that_are_all_alike_as_many_as_can_be_are_paired_in_order(
    ones: int, others: int
) -> None:
    cells = {(i, j): FAIR for i in range(ones) for j in range(others)}
    made = match(ones, others, Given(cells))
    assert len(made.pairs) == min(ones, others)
    assert made.moved == frozenset()
    assert [j for _, j in made.pairs] == sorted({j for _, j in made.pairs})


def with_sure_ones(pairs: Pairs, every: int = 10) -> Given:
    """Sure pairs now and then, fair ones between them."""
    return Given({pair: SURE if pair[0] % every == 0 else FAIR for pair in pairs})


LONG_PAGES = [
    ("equal pages", 300, 300, diagonal(0, 300)),
    ("source has a long section at the start", 400, 300, diagonal(100, 400, -100)),
    ("target has a long section at the start", 300, 400, diagonal(0, 300, 100)),
    ("source has a long section at the end", 400, 300, diagonal(0, 300)),
    ("source has more in the middle", 400, 300, diagonal(0, 150) + diagonal(250, 400, -100)),
    ("target has a little more in the middle", 300, 330, diagonal(0, 150) + diagonal(150, 300, 30)),
]


@pytest.mark.parametrize(("name", "ones", "others", "pairs"), LONG_PAGES)
def test_long_pages_are_matched_along_what_is_sure(
    name: str, ones: int, others: int, pairs: Pairs
) -> None:
    assert ones * others > FULL
    made = match(ones, others, with_sure_ones(pairs))
    assert list(made.pairs) == pairs, name
    assert made.moved == frozenset()


@pytest.mark.parametrize(
    "pairs",
    [
        pytest.param(diagonal(0, 150) + diagonal(150, 300, 100), id="in the middle"),
        pytest.param(diagonal(0, 300), id="at the end"),
    ],
)
def test_a_long_section_that_only_the_target_has_leaves_its_neighbours_paired(pairs: Pairs) -> None:
    assert list(match(300, 400, with_sure_ones(pairs)).pairs) == pairs


def test_a_section_that_moved_far_on_a_long_page_is_found() -> None:
    pairs = diagonal(0, 100) + diagonal(100, 120, 180) + diagonal(120, 300, -20)
    made = match(300, 300, Given(dict.fromkeys(pairs, SURE)))
    assert list(made.pairs) == pairs
    assert len(made.moved) == 20


@st.composite
def scores(draw: st.DrawFn) -> tuple[int, int, dict[tuple[int, int], float]]:
    ones, others = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    cells = st.tuples(st.integers(0, max(ones - 1, 0)), st.integers(0, max(others - 1, 0)))
    values = st.one_of(st.floats(-6, 14), st.just(IMPOSSIBLE))
    found = draw(st.dictionaries(cells, values, max_size=30)) if ones and others else {}
    return ones, others, found


@given(scores())
def test_a_matching_pairs_each_unit_once_and_the_steady_ones_in_order(
    case: tuple[int, int, dict[tuple[int, int], float]],
) -> None:
    ones, others, cells = case
    made = match(ones, others, Given(cells))
    left, right = [i for i, _ in made.pairs], [j for _, j in made.pairs]
    assert left == sorted(set(left))
    assert len(set(right)) == len(right)
    assert all(0 <= i < ones and 0 <= j < others for i, j in made.pairs)
    assert all(cells.get(pair, 0.0) != IMPOSSIBLE for pair in made.pairs)
    assert made.moved <= set(made.pairs)
    steady = [j for i, j in made.pairs if (i, j) not in made.moved]
    assert steady == sorted(steady)


@given(st.permutations(range(8)))
def test_any_order_is_found_again(order: list[int]) -> None:
    pairs = list(enumerate(order))
    made = match(8, 8, Given(dict.fromkeys(pairs, SURE)))
    assert list(made.pairs) == pairs


@given(st.integers(2, 9), st.data())
def test_whatever_is_taken_away_the_rest_is_paired(size: int, data: st.DataObject) -> None:
    kept = sorted(data.draw(st.sets(st.integers(0, size - 1), min_size=1)))
    pairs = [(i, j) for j, i in enumerate(kept)]
    made = match(size, len(kept), Given(dict.fromkeys(pairs, SURE)))
    assert list(made.pairs) == pairs
