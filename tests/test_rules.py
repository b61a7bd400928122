"""Every rule over its own examples, and over the pages of fixtures/rules.

A page there says what it expects on the line where a finding begins, as
``<!-- expect: structure/list-items "part of the message" -->``. These comments are taken out
before the rule sees the page; no line is added or lost by that.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from sverka.check import Check, Example
from sverka.examples import TERMBASE, run_rule, said
from sverka.messages import locales, message_of
from sverka.registry import all_checks
from sverka.result import RunResult

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "rules"
PAGES = {".md", ".markdown", ".mdx", ".txt"}

_MARKER = re.compile(r'[ \t]*<!-- expect: (?P<rule>\S+) "(?P<part>[^\n]*?)" -->')


class Expected(NamedTuple):
    """A finding that a page asks for."""

    path: str
    line: int
    rule: str
    part: str

    def __str__(self) -> str:
        return f'{self.path}:{self.line}: {self.rule} "{self.part}"'


class Found(NamedTuple):
    """A finding as it was reported."""

    path: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule} {self.message}"

    def answers(self, expected: Expected) -> bool:
        """Whether this is the finding that was asked for."""
        return self[:3] == expected[:3] and expected.part in self.message


def _strip(path: str, text: str) -> tuple[str, list[Expected]]:
    """The page without its markers, and what they ask for."""
    expected = [
        Expected(path, number, match["rule"], match["part"])
        for number, line in enumerate(text.split("\n"), start=1)
        for match in _MARKER.finditer(line)
    ]
    return _MARKER.sub("", text), expected


def _differences(expected: list[Expected], found: list[Found]) -> list[str]:
    """What is missing and what is too much, a line each; nothing where all agree."""
    left, missing = list(found), []
    for one in expected:
        answer = next((other for other in left if other.answers(one)), None)
        if answer is None:
            missing.append(f"missing: {one}")
        else:
            left.remove(answer)
    return [*missing, *(f"unexpected: {one}" for one in left)]


def _found(check: Check, result: RunResult) -> list[Found]:
    found = []
    for reported in result.findings:
        place = reported.finding.place
        line = result.sources[place.path].position(place.span.start).line
        found.append(Found(place.path, line, reported.rule, message_of(check, reported.finding)))
    return found


def _examples(kind: str) -> list[object]:
    return [
        pytest.param(check, example, id=f"{check.id}-{number}")
        for check in all_checks().values()
        for number, example in enumerate(getattr(check, kind))
    ]


def _cases() -> list[object]:
    """Each folder that holds language folders, below fixtures/rules, is a site of its own."""
    parents = {path.parent for path in FIXTURES.rglob("*") if path.is_dir() and _is_side(path)}
    return [pytest.param(one, id=one.relative_to(FIXTURES).as_posix()) for one in sorted(parents)]


def _is_side(folder: Path) -> bool:
    return folder.name in {"ru", "en"} and folder.parent.name not in {"ru", "en"}


@pytest.mark.parametrize(("check", "example"), _examples("bad"))
def test_a_bad_example_is_reported(check: Check, example: Example) -> None:
    result = run_rule(check, example)
    assert result.failures == ()
    assert {reported.rule for reported in result.findings} == {check.id}


@pytest.mark.parametrize(("check", "example"), _examples("good"))
def test_a_good_example_is_not_reported(check: Check, example: Example) -> None:
    assert list(said(check, run_rule(check, example))) == []


@pytest.mark.parametrize(("check", "example"), _examples("bad"))
def test_what_is_said_of_a_bad_example_renders_in_all_locales(
    check: Check, example: Example
) -> None:
    result = run_rule(check, example)
    for locale in locales():
        for line in said(check, result, locale):
            assert not re.search(r"[{}]\w|\w[{}]", line), line


@pytest.mark.parametrize("case", _cases())
def test_the_pages_of_a_rule_are_reported_as_they_expect(case: Path) -> None:
    family, rule, *_ = case.relative_to(FIXTURES).parts
    pages: dict[str, str] = {}
    expected: list[Expected] = []
    for path in sorted(path for path in case.rglob("*") if path.suffix in PAGES):
        name = path.relative_to(case).as_posix()
        pages[name], asked = _strip(name, path.read_bytes().decode())
        expected += asked
    if (case / TERMBASE).is_file():
        pages[TERMBASE] = (case / TERMBASE).read_text(encoding="utf-8")
    assert {one.rule for one in expected} <= {f"{family}/{rule}"}
    check = all_checks()[f"{family}/{rule}"]
    result = run_rule(check, pages)
    assert result.failures == ()
    assert _differences(expected, _found(check, result)) == []


# The harness itself


def test_markers_are_taken_out_and_lines_stay() -> None:
    text = 'a <!-- expect: f/r "x" --> <!-- expect: f/r "y "z"" -->\n<!-- expect: f/s "" -->\n'
    assert _strip("p.md", text + "<!-- n -->") == (
        "a\n\n<!-- n -->",
        [
            Expected("p.md", 1, "f/r", "x"),
            Expected("p.md", 1, "f/r", 'y "z"'),
            Expected("p.md", 2, "f/s", ""),
        ],
    )


def test_differences_name_what_is_missing_and_what_is_too_much() -> None:
    expected = [Expected("p.md", 1, "f/r", "one"), Expected("p.md", 2, "f/r", "two")]
    found = [Found("p.md", 1, "f/r", "it is one"), Found("p.md", 3, "f/r", "it is two")]
    assert _differences(expected, found) == [
        'missing: p.md:2: f/r "two"',
        "unexpected: p.md:3: f/r it is two",
    ]


def test_a_finding_answers_one_marker_only() -> None:
    one = Expected("p.md", 1, "f/r", "one")
    assert _differences([one, one], [Found("p.md", 1, "f/r", "one")]) == [f"missing: {one}"]
