"""One cause, one finding: which findings another one makes superfluous."""

from __future__ import annotations

from sverka.check import Check
from sverka.finding import Finding, Place, Reported, Severity
from sverka.runner.causes import unexplained
from sverka.span import Span


def _check(rule: str, *explains: str) -> Check:
    return Check(rule, "pair", lambda *_: (), Severity.ERROR, {}, (), (), "", (), explains)


CHECKS = {
    check.id: check
    for check in (
        _check("t/omission", "t/number", "n"),
        _check("t/page", "t/omission", "t/number"),
        _check("t/number"),
        _check("n/negation"),
        _check("t/other"),
    )
}


def _said(
    rule: str,
    here: tuple[int, int],
    there: tuple[int, int] | None = None,
    severity: Severity = Severity.WARNING,
) -> Reported:
    related = (Place("ru/a.md", Span(*there)),) if there else ()
    finding = Finding(Place("en/a.md", Span(*here)), "m", related=related)
    return Reported(rule, severity, finding, "", (), "")


def _kept(*findings: Reported) -> list[str]:
    return [one.rule for one in unexplained(findings, CHECKS)]


def test_what_lies_inside_a_larger_finding_is_explained_by_it() -> None:
    assert _kept(_said("t/omission", (0, 50)), _said("t/number", (10, 12))) == ["t/omission"]


def test_a_family_is_explained_as_a_whole() -> None:
    assert _kept(_said("t/omission", (0, 50)), _said("n/negation", (10, 12))) == ["t/omission"]


def test_the_other_side_counts_too() -> None:
    whole, part = _said("t/omission", (5, 5), (100, 150)), _said("t/number", (90, 95), (120, 122))
    assert _kept(whole, part) == ["t/omission"]


def test_what_lies_elsewhere_stays() -> None:
    findings = _said("t/omission", (0, 50)), _said("t/number", (60, 62))
    assert _kept(*findings) == ["t/omission", "t/number"]


def test_a_rule_that_is_not_named_stays() -> None:
    findings = _said("t/omission", (0, 50)), _said("t/other", (10, 12))
    assert _kept(*findings) == ["t/omission", "t/other"]


def test_a_hint_does_not_hide_a_warning() -> None:
    hint = _said("t/omission", (0, 50), severity=Severity.INFO)
    assert _kept(hint, _said("t/number", (10, 12))) == ["t/omission", "t/number"]


def test_an_empty_place_covers_nothing() -> None:
    assert _kept(_said("t/omission", (5, 5)), _said("t/number", (5, 5))) == [
        "t/omission",
        "t/number",
    ]


def test_what_is_itself_explained_explains_nothing_more() -> None:
    page = _said("t/page", (0, 400))
    omission = _said("t/omission", (10, 20), (0, 90))
    number = _said("t/number", (600, 601), (50, 51))
    assert _kept(page, omission, number) == ["t/page", "t/number"]


def test_the_order_stays_as_it_was() -> None:
    findings = _said("t/number", (90, 91)), _said("t/omission", (0, 50)), _said("t/other", (1, 2))
    assert _kept(*findings) == ["t/number", "t/omission", "t/other"]
