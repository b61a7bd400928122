"""The JSON report: its shape by the published schema, its places, that it is always the same."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sverka.check import Check
from sverka.finding import Edit, Finding, Fix, Place, Reported, Severity
from sverka.reports import FORMATS, Look, render
from sverka.result import Failure, RunResult
from sverka.site import PageFacts, Pair
from sverka.source import Source
from sverka.span import Span

SCHEMA = Path(__file__).parent.parent / "docs" / "report.schema.json"
RULE = Check(
    id="structure/list-items",
    unit="pair",
    run=lambda pair, context: (),
    severity=Severity.ERROR,
    messages={
        "en": {"missing": "Missing after this item: “{item}”", "there": "the missing item"},
        "ru": {"missing": "После этого пункта нет: «{item}»", "there": "пропавший пункт"},
    },
    bad=(),
    good=(),
    documentation="Lists have the same items.",
)
RU = Source("ru/peel.md", "# Пилинг\n\n- 😀 раз\n- два\n")
EN = Source("en/peel.md", "# Peel\n\n- one\n- two\n")


class Shape(StrEnum):
    """A kind of thing as a check may put it into its data."""

    LIST = "list"


def result() -> RunResult:
    finding = Finding(
        place=Place(EN.path, Span(8, 13)),
        message="missing",
        data={"item": "раз", "count": 2, "kinds": (Shape.LIST,), "ratio": float("nan")},
        related=(Place(RU.path, Span(14, 17), "there"),),
        fix=Fix((Edit(EN.path, Span(13, 14), "\n- once\n"),)),
        confidence=0.97,
    )
    hint = replace(finding, related=(), fix=None)
    return RunResult(
        findings=(
            Reported(RULE.id, Severity.ERROR, finding, "- one", ("раз",), "f0"),
            Reported(RULE.id, Severity.INFO, hint, "- one", (), "f1"),
        ),
        failures=(),
        pages=(
            PageFacts(EN.path, "en", "Peel", Span(0, 6)),
            PageFacts(RU.path, "ru", "П", Span(0, 8)),
        ),
        pairs=(Pair(RU.path, EN.path, "path", 1.0),),
        sources={RU.path: RU, EN.path: EN},
        checks={RULE.id: RULE},
        suppressed=1,
        seconds=0.123456,
    )


def document(run: RunResult, look: Look | None = None) -> dict[str, Any]:
    loaded = json.loads(render("json", run, look or Look("en", infos=True)))
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_a_finding_has_every_field_of_the_format() -> None:
    assert document(result())["findings"][0] == {
        "rule": "structure/list-items",
        "severity": "error",
        "message": "Missing after this item: “раз”",
        "confidence": 0.97,
        "path": "en/peel.md",
        "start": {"line": 3, "column": 1},
        "end": {"line": 3, "column": 6},
        "quote": "- one",
        "related": [
            {
                "path": "ru/peel.md",
                "start": {"line": 3, "column": 5},
                "end": {"line": 3, "column": 8},
                "quote": "раз",
                "label": "the missing item",
            }
        ],
        "data": {"count": 2, "item": "раз", "kinds": ["list"], "ratio": None},
        "fix": {
            "safe": False,
            "edits": [
                {
                    "path": "en/peel.md",
                    "start": {"line": 3, "column": 6},
                    "end": {"line": 4, "column": 1},
                    "text": "\n- once\n",
                }
            ],
        },
        "fingerprint": "f0",
    }


def test_pairs_stand_under_the_codes_of_their_languages() -> None:
    assert document(result())["pairs"] == [
        {"ru": "ru/peel.md", "en": "en/peel.md", "how": "path", "confidence": 1.0}
    ]


def test_the_summary_counts_what_is_not_listed() -> None:
    listed = document(result(), Look("en"))
    assert [one["severity"] for one in listed["findings"]] == ["error"]
    assert listed["summary"] == {
        "pages": 2,
        "pairs": 1,
        "errors": 1,
        "warnings": 0,
        "infos": 1,
        "suppressed": 1,
        "baselined": 0,
        "seconds": 0.123,
    }


def test_messages_and_labels_are_in_the_locale() -> None:
    found = document(result(), Look("ru"))["findings"][0]
    assert found["message"] == "После этого пункта нет: «раз»"
    assert found["related"][0]["label"] == "пропавший пункт"


def test_the_keys_stand_in_the_order_of_the_format() -> None:
    found = document(result())
    assert list(found) == ["schema", "tool", "findings", "failures", "pairs", "summary"]
    assert list(found["findings"][0])[:4] == ["rule", "severity", "message", "confidence"]


def test_the_text_is_readable_and_ends_with_a_newline() -> None:
    text = render("json", result(), Look("en"))
    assert text.startswith('{\n  "schema": 1,\n')
    assert text.endswith("}\n")
    assert "раз" in text


def test_only_the_seconds_may_vary() -> None:
    one, other = (document(replace(result(), seconds=s)) for s in (0.1, 2.5))
    assert one.pop("summary") != other.pop("summary")
    assert one == other


def test_width_and_colour_of_a_terminal_do_not_matter() -> None:
    plain = render("json", result(), Look("en"))
    assert render("json", result(), Look("en", color=True, width=20, summary=False)) == plain


def test_text_that_is_no_unicode_is_still_json() -> None:
    run = result()
    broken = replace(run.findings[0].finding, data={"item": "a\ud800b"})
    run = replace(run, findings=(replace(run.findings[0], finding=broken),))
    text = render("json", run, Look("en"))
    assert text.encode("utf-8")
    assert json.loads(text)["findings"][0]["data"] == {"item": "a\ud800b"}


def test_real_output_keeps_to_the_schema(validator: Draft202012Validator) -> None:
    run = replace(
        result(),
        failures=(Failure("a.md", "unreadable", {"reason": "it is UTF-16", "remedy": "save it"}),),
    )
    validator.validate(document(run))
    validator.validate(document(replace(run, findings=(), pairs=(), pages=())))


@pytest.mark.parametrize(
    ("place", "value"),
    [("schema", 2), ("extra", 1), ("summary", {}), ("pairs", [{"how": "path", "confidence": 1}])],
)
def test_the_schema_refuses_what_is_no_report(
    validator: Draft202012Validator, place: str, value: object
) -> None:
    assert not validator.is_valid({**document(result()), place: value})


def test_the_schema_describes_every_object_and_allows_no_stray_key() -> None:
    def objects(node: object) -> list[dict[str, Any]]:
        if isinstance(node, list):
            return [one for member in node for one in objects(member)]
        if not isinstance(node, dict):
            return []
        own = [node] if node.get("type") == "object" else []
        return own + [one for member in node.values() for one in objects(member)]

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for one in objects(schema):
        assert one.get("description"), one
        assert "additionalProperties" in one or "its keys are the rule's own" in one["description"]


def test_every_format_has_its_module() -> None:
    for name in FORMATS:
        assert render(name, result(), Look("en"))
