"""The report as a file: it needs nothing beside itself, nothing escapes, it is always the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.messages import load_messages, locales
from sverka.reports import Look, render
from sverka.reports.html import SCRIPTS, data, island
from sverka.reports.html.data import document
from sverka.result import Failure, RunResult

ISLAND = re.compile(r'<script type="application/json" id="island">(.*?)</script>', re.DOTALL)


def _data(text: str) -> dict[str, Any]:
    found = ISLAND.search(text)
    assert found
    value: dict[str, Any] = json.loads(found[1])
    return value


def test_the_file_needs_nothing_beside_itself(result: RunResult) -> None:
    text = render("html", result, Look("en"))
    outside = ISLAND.sub("", text)
    assert re.findall(r"""(?:src|href)=["'](?!#|data:)[^"']*""", outside) == []
    assert re.findall(r"@import|url\(", outside) == []
    # The one address in it is the name of SVG's namespace.
    assert set(re.findall(r"https?://[\w./]+", outside)) == {"http://www.w3.org/2000/svg"}


def test_the_same_run_gives_the_same_file(result: RunResult) -> None:
    later = replace(result, seconds=result.seconds + 9)
    assert render("html", result, Look("ru")) == render("html", later, Look("ru"))


def test_nothing_of_a_page_is_markup(result: RunResult) -> None:
    text = render("html", result, Look("en"))
    assert text.count("<script") == 2
    assert "onerror" not in ISLAND.sub("", text)
    assert "title='taken'" in json.dumps(_data(text))


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists))
def test_an_island_reads_back_and_holds_nothing_an_html_parser_obeys(value: object) -> None:
    text = island(value)
    assert json.loads(text) == value
    assert not re.search("[<>&\u2028\u2029]", text)


def test_half_a_surrogate_pair_can_be_written() -> None:
    text = island(["a\udc80b", "😀"])
    assert text.encode("utf-8")
    assert json.loads(text) == ["a\udc80b", "😀"]


@pytest.mark.parametrize("locale", locales())
def test_every_word_that_the_scripts_ask_for_is_there(locale: str) -> None:
    table = load_messages(locale).tables["html"]
    text = render("html", RunResult((), (), (), (), {}, {}), Look(locale))
    script = text.rpartition("<script>")[2]
    asked = set(re.findall(r'\bsay\("([a-z_]+)"', script))
    asked |= set(re.findall(r'"(key_[a-z]+|fix_[a-z]+|theme_[a-z]+)"', script))
    asked |= {
        f"{level}{end}" for level in ("error", "warning", "info") for end in ("", "s", "_many")
    }
    assert asked - set(table) == set()
    used = asked | set(re.findall(r'"([a-z_]+)"', script)) | {"title", "skip", "noscript"}
    unused = {key for key in table if key not in used}
    assert {key for key in unused if not key.startswith(("family_", "order_"))} == set()


def test_all_locales_have_the_same_words() -> None:
    keys = [set(load_messages(locale).tables["html"]) for locale in locales()]
    assert all(one == keys[0] for one in keys)


def test_a_run_without_a_review_is_a_list_of_findings(result: RunResult) -> None:
    value = document(replace(result, review=None), Look("en"))
    assert value["views"] == value["terms"] == value["matrices"] == []
    findings = value["findings"]
    assert isinstance(findings, list)
    assert len(findings) == len(result.findings)


def test_failures_stand_in_it(result: RunResult) -> None:
    failed = replace(
        result, failures=(Failure("ru/a.md", "unreadable", {"reason": "a", "remedy": "b"}),)
    )
    assert document(failed, Look("en"))["failures"] == ["ru/a.md: a; b"]


def test_every_finding_has_its_place_in_a_view(result: RunResult) -> None:
    value: Any = document(result, Look("en"))
    for finding in value["findings"]:
        assert finding["at"], finding["text"]
        for view, row, marks in finding["at"]:
            rows = value["views"][view]["rows"]
            assert 0 <= row < len(rows)
            for at, side, cell, start, end, _role in marks:
                if cell < 0:
                    assert rows[at][side] == []
                    continue
                units = rows[at][side][cell][2].encode("utf-16-le")
                assert 0 <= start <= end <= len(units) // 2


def test_marks_slice_the_words_out_of_the_text(result: RunResult) -> None:
    value: Any = document(result, Look("en"))
    found = [one for one in value["findings"] if "9 minutes" in one["quote"]]
    (view, _row, marks), *_ = found[0]["at"]
    texts = [
        value["views"][view]["rows"][at][side][cell][2].encode("utf-16-le")[2 * start : 2 * end]
        for at, side, cell, start, end, _ in marks
    ]
    assert [text.decode("utf-16-le") for text in texts] == ["9 minutes", "5 минут"]


def test_a_large_site_keeps_what_stands_around_its_findings(
    result: RunResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole: Any = document(result, Look("en"))
    monkeypatch.setattr(data, "ROOM", 1000)
    cut: Any = document(result, Look("en"))
    assert cut["findings"] == whole["findings"]
    assert any(row == 0 for view in cut["views"] for row in view["rows"])
    for finding in cut["findings"]:
        for view, row, _ in finding["at"]:
            assert cut["views"][view]["rows"][row] == whole["views"][view]["rows"][row]


def test_all_scripts_are_in_the_page() -> None:
    text = render("html", RunResult((), (), (), (), {}, {}), Look("en"))
    assert len(SCRIPTS) == len(set(SCRIPTS))
    assert '"use strict"' in text
