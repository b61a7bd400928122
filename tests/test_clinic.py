"""The golden run over fixtures/clinic: what was planted there is found, and nothing else.

``planted.toml`` says where each defect is: ``near`` is a line of its page, ``quote`` a line of the
other version. Blank lines do not count when two lines are held to be neighbours.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sverka import packs
from sverka.config import load
from sverka.registry import all_checks
from sverka.reports import Look, jsonreport
from sverka.runner import check, check_sources
from sverka.runner.gather import gather_terms
from sverka.source import Source

CLINIC = Path(__file__).resolve().parent.parent / "fixtures" / "clinic"
FAMILIES = ("structure", "translation", "artifact", "claims")
LOOK = Look(locale="en", infos=True)
CONFIG = replace(load(paths=[CLINIC]), select=FAMILIES)

Json = dict[str, Any]


@cache
def _planted() -> Json:
    return tomllib.loads((CLINIC / "planted.toml").read_text(encoding="utf-8"))


def _defects() -> list[dict[str, str]]:
    """The planted defects whose rule is there."""
    defects: list[dict[str, str]] = _planted()["defect"]
    return [one for one in defects if one["rule"] in all_checks()]


@cache
def _whole_run() -> str:
    return jsonreport.render(check(CONFIG), LOOK)


def _findings(report: str) -> list[Json]:
    document = json.loads(report)
    assert document["failures"] == []
    found: list[Json] = document["findings"]
    return found


@cache
def _lines(path: str) -> tuple[str, ...]:
    return tuple((CLINIC / path).read_text(encoding="utf-8").splitlines())


def _line_of(path: str, text: str) -> int:
    """The one line that is, or has in it, a text."""
    lines = _lines(path)
    found = [n for n, line in enumerate(lines) if line == text] or [
        n for n, line in enumerate(lines) if text in line
    ]
    assert len(found) == 1, f"{path}: {text!r} stands there {len(found)} times"
    return found[0]


def _distance(path: str, near: str, line: int) -> int:
    """How many lines that are not blank lie from ``near`` to the line with that number."""
    low, high = sorted((_line_of(path, near), line - 1))
    return sum(1 for text in _lines(path)[low:high] if text.strip())


def _answers(finding: Json, defect: dict[str, str]) -> bool:
    if (finding["rule"], finding["path"]) != (defect["rule"], defect["path"]):
        return False
    if defect["rule"].startswith("structure/") and "other" not in defect:
        return True  # it concerns the page as a whole
    if _distance(defect["path"], defect["near"], finding["start"]["line"]) > 1:
        return False
    # A rule that looks at one page only has no place on the other.
    return (
        "other" not in defect
        or not finding["related"]
        or any(
            place["path"] == defect["other"]
            and (
                "\n" in defect["quote"]
                or _distance(defect["other"], defect["quote"], place["start"]["line"]) == 0
            )
            for place in finding["related"]
        )
    )


def _ids(defects: list[dict[str, str]]) -> Iterator[str]:
    for defect in defects:
        yield f"{defect['rule']}-{defect['path']}"


def test_every_line_that_was_planted_is_there() -> None:
    for defect in _planted()["defect"]:
        assert defect["near"] in _lines(defect["path"]), defect
        if "other" in defect:
            assert defect["quote"] in "\n".join(_lines(defect["other"])), defect


def test_every_family_has_something_to_find() -> None:
    families = Counter(defect["rule"].partition("/")[0] for defect in _defects())
    assert families["structure"] >= 16
    assert families["translation"] >= 10
    assert families["artifact"] >= 9


@pytest.mark.parametrize("defect", _defects(), ids=_ids(_defects()))
def test_a_planted_defect_is_found_once(defect: dict[str, str]) -> None:
    found = [one for one in _findings(_whole_run()) if _answers(one, defect)]
    assert len(found) == 1, found


def test_nothing_is_found_that_was_not_planted() -> None:
    wrong = [
        f"{one['path']}:{one['start']['line']}: {one['rule']}: {one['message']}"
        for one in _findings(_whole_run())
        if not _is_hint(one) and not any(_answers(one, defect) for defect in _defects())
    ]
    assert wrong == []


def _is_hint(finding: Json) -> bool:
    """Whether it is a hint on what is said: such a one may be arguable anywhere."""
    return finding["severity"] == "info" and not finding["rule"].startswith("structure/")


@pytest.mark.parametrize("name", _planted()["clean"])
def test_a_clean_pair_has_no_finding(name: str) -> None:
    pair = {f"ru/{name}.md", f"en/{name}.md"}
    assert all((CLINIC / path).is_file() for path in pair)
    found = [one for one in _findings(_whole_run()) if one["path"] in pair]
    assert [one for one in found if not _is_hint(one)] == []


@pytest.mark.parametrize("name", sorted(path.stem for path in (CLINIC / "ru").glob("*.md")))
def test_a_run_on_one_pair_shows_that_pair_as_the_whole_run_does(name: str) -> None:
    pair = [f"ru/{name}.md", f"en/{name}.md"]
    result = check(CONFIG, [CLINIC / path for path in pair])
    shown = _findings(jsonreport.render(result, LOOK))
    assert shown == [
        one
        for one in _findings(_whole_run())
        if {one["path"], *(place["path"] for place in one["related"])} & set(pair)
    ]


def test_a_run_on_one_side_shows_the_whole_pair() -> None:
    shown = [
        _findings(jsonreport.render(check(CONFIG, [CLINIC / path]), LOOK))
        for path in ("ru/plasma-therapy.md", "en/plasma-therapy.md")
    ]
    assert shown[0] == shown[1]
    assert {one["path"] for one in shown[0]} == {"ru/plasma-therapy.md", "en/plasma-therapy.md"}


def _without_seconds(report: str) -> str:
    document = json.loads(report)
    document["summary"].pop("seconds")
    return json.dumps(document, ensure_ascii=False, indent=2)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_files_changes_nothing(seed: int) -> None:
    paths = [path for path in CLINIC.rglob("*.md") if path.is_file()]
    sources = [
        Source.decode(path.relative_to(CLINIC).as_posix(), path.read_bytes()) for path in paths
    ]
    terms = gather_terms(CONFIG, packs.load())
    random.Random(seed).shuffle(sources)  # noqa: S311 - an order, no secret
    shuffled = jsonreport.render(check_sources(sources, CONFIG, termbase=terms), LOOK)
    assert _without_seconds(shuffled) == _without_seconds(_whole_run())


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_the_hash_seed_changes_nothing(seed: str, root: Path) -> None:
    command = [sys.executable, "-m", "sverka", "check", ".", "--all", "--format", "json"]
    paths = os.pathsep.join(str(root / folder) for folder in ("lint", "checks"))
    done = subprocess.run(
        [*command, *(word for family in FAMILIES for word in ("--select", family))],
        cwd=CLINIC,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert _findings(done.stdout) == _findings(_whole_run())
    assert json.loads(done.stdout)["pairs"] == json.loads(_whole_run())["pairs"]
