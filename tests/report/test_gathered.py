"""What a run gathers for a report on the pages: blocks side by side, and renderings of terms."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from sverka.config import Config
from sverka.registry import all_checks
from sverka.result import RunResult
from sverka.review import PairView
from sverka.runner import check_sources
from sverka.source import Source

RULES = {"structure/front-matter", "structure/list-items", "artifact/repetition"}
RU = (
    "---\ntitle: Пилинг\nprice: 10\nonly: здесь\n---\n# Пилинг\n\nПилинг обновляет кожу лица.\n\n"
    "- сухость кожи;\n- тусклый цвет лица;\n- мелкие морщины.\n\n| Кислота | Глубина |\n|---|---|\n"
    "| молочная | малая |\n\n> Врач осматривает кожу.\n"
)
EN = (
    "---\ntitle: Peel\nprice: 12\n---\n# Peel\n\nA peel renews the skin of the face.\n\n"
    "- dry skin;\n- fine wrinkles.\n\n| Acid | Depth |\n|---|---|\n"
    "| lactic | small |\n\n> The doctor examines the skin.\n"
)


def _run(pages: Mapping[str, str], *, review: bool = True) -> RunResult:
    sources = [Source(path, text) for path, text in pages.items()]
    checks = {rule: check for rule, check in all_checks().items() if rule in RULES}
    config = Config(Path("/"), source_language="ru")
    return check_sources(sources, config, checks, review=review)


def _rows(view: PairView) -> list[tuple[str, str]]:
    return [
        (" + ".join(cell.text for cell in row.source), " + ".join(cell.text for cell in row.target))
        for row in view.rows
    ]


def _view(pages: Mapping[str, str]) -> PairView:
    review = _run(pages).review
    assert review
    return review.views[0]


def test_nothing_is_gathered_unless_it_is_asked_for() -> None:
    assert _run({"ru/a.md": RU, "en/a.md": EN}, review=False).review is None


def test_blocks_stand_beside_their_counterparts_and_gaps_where_there_is_none() -> None:
    assert _rows(_view({"ru/a.md": RU, "en/a.md": EN})) == [
        ("title: Пилинг", "title: Peel"),
        ("price: 10", "price: 12"),
        ("only: здесь", ""),
        ("# Пилинг", "# Peel"),
        ("Пилинг обновляет кожу лица.", "A peel renews the skin of the face."),
        ("- сухость кожи;", "- dry skin;"),
        ("- тусклый цвет лица;", ""),
        ("- мелкие морщины.", "- fine wrinkles."),
        ("| Кислота | Глубина |", "| Acid | Depth |"),
        ("| молочная | малая |", "| lactic | small |"),
        ("> Врач осматривает кожу.", "> The doctor examines the skin."),
    ]


def test_every_cell_slices_back_to_the_file_and_stands_once() -> None:
    view = _view({"ru/a.md": RU, "en/a.md": EN})
    for side, text in enumerate((RU, EN)):
        cells = [cell for row in view.rows for cell in row.sides[side]]
        assert all(cell.span.of(text).rstrip() == cell.text for cell in cells)
        spans = sorted(cell.span for cell in cells)
        assert all(one.end <= other.start for one, other in pairwise(spans))


def test_the_kind_and_the_level_of_a_block_are_told() -> None:
    view = _view({"ru/a.md": RU, "en/a.md": EN})
    kinds = [(row.source[0].kind, row.source[0].level, row.source[0].quoted) for row in view.rows]
    assert kinds[0] == ("front", 0, False)
    assert kinds[3] == ("heading", 1, False)
    assert kinds[5] == ("item", 1, False)
    assert kinds[-1] == ("paragraph", 0, True)


def test_pages_without_findings_carry_no_text() -> None:
    review = _run({"ru/a.md": "# Пилинг\n", "en/a.md": "# Peel\n"}).review
    assert review
    assert review.views == ()


def test_a_page_without_another_version_has_one_side() -> None:
    review = _run({"ru/a.md": RU, "en/a.md": EN, "ru/b.md": "# Уход\n\nКожа кожа сохнет.\n"}).review
    assert review
    alone = review.views[-1]
    assert (alone.source, alone.target) == ("ru/b.md", "")
    assert all(row.target == () for row in alone.rows)


def test_terms_count_their_renderings_by_the_dictionary_form() -> None:
    pages = {}
    for n, (ru, en) in enumerate(
        (
            ("Врач осматривает кожу.", "The doctor examines the skin."),
            ("Врача зовут утром.", "The doctor is called in the morning."),
            ("К врачу идут днём.", "People see the physician in the afternoon."),
            ("Врачи работают летом.", "The doctors work in summer."),
        )
    ):
        pages[f"ru/{n}.md"] = f"# Приём\n\n{ru}\n"
        pages[f"en/{n}.md"] = f"# Visit\n\n{en}\n"
    review = _run(pages).review
    assert review
    term = next(one for one in review.terms if one.word == "врач")
    assert term.languages == ("ru", "en")
    counts = {one.word: (one.count, one.pairs) for one in term.renderings}
    assert counts["doctor"] == (3, 3)
    assert term.total == sum(count for count, _ in counts.values())
    use = term.renderings[0].uses[0]
    assert use.source.path == "ru/0.md"
    assert "".join(use.source_text) == "Врач осматривает кожу."
    assert use.source_text[1] == "Врач"
    assert use.target_text[1] == "doctor"
