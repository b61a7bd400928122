"""Words that the site renders otherwise here than everywhere else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sverka.examples import run_rule
from sverka.finding import Severity
from sverka.messages import message_of
from sverka_checks.translation.term_drift import CHECK

USUAL = CHECK.good[0]
DRIFT = CHECK.bad[0]


def _said(pages: Mapping[str, str]) -> list[str]:
    result = run_rule(CHECK, pages)
    assert result.failures == ()
    assert {one.severity for one in result.findings} <= {Severity.INFO}
    return [message_of(CHECK, one.finding) for one in result.findings]


def _with(**changes: tuple[str, str]) -> dict[str, str]:
    """The usual site with something replaced on a page, by name of the English page."""
    pages = dict(USUAL)
    for name, (old, new) in changes.items():
        text = pages[f"en/{name}.md"]
        assert old in text
        pages[f"en/{name}.md"] = text.replace(old, new)
    return pages


def test_the_odd_rendering_is_named_with_the_usual_one() -> None:
    result = run_rule(CHECK, DRIFT)
    [found] = result.findings
    assert found.finding.place.path == "en/rights.md"
    assert (found.quote, found.related_quotes) == ("assembly", ("сборки",))
    data = found.finding.data
    places = f"{data['count']} of {data['total']} places"
    assert _said(DRIFT) == [f"“сборки” is “assembly” here, and a form of “build” in {places}"]


def test_two_odd_places_in_few_are_a_habit_of_their_own() -> None:
    pages = _with(
        rights=("build settings", "assembly settings"),
        start=("build settings", "assembly settings"),
    )
    assert _said(pages) == []


def test_the_usual_word_nearby_excuses_another() -> None:
    pages = _with(rights=("the build settings", "the assembly settings of the build"))
    assert _said(pages) == []


@pytest.mark.parametrize("missing", ["start", "errors", "cache"])
def test_a_habit_needs_many_places(missing: str) -> None:
    pages = {path: text for path, text in DRIFT.items() if missing not in path}
    assert _said(pages) == []


def test_another_phrase_may_have_another_word() -> None:
    pages = _with(
        rights=("Any developer can start the build", "Any developer can start the assembly")
    )
    assert _said(pages) == []


def test_a_verb_may_be_rendered_in_many_ways() -> None:
    pages = {
        path: text.replace("сборки", "собирать").replace("build", "gather")
        for path, text in DRIFT.items()
    }
    assert _said(pages) == []
