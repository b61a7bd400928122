"""What the tests of the formats share: a real run, a hostile one, and what reads them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import which

import pytest

from sverka.check import Check
from sverka.config import load
from sverka.finding import Edit, Finding, Fix, Place, Reported, Severity
from sverka.result import Failure, RunResult
from sverka.runner import check
from sverka.site import PageFacts, Pair
from sverka.source import Source
from sverka.span import Span

ROOT = Path(__file__).resolve().parents[2]
READERS = ("@umbrelladocs/rdformat-validator@1.0.1", "danger-plugin-lint-report@1.8.1")

RULE = Check(
    id="structure/list-items",
    unit="pair",
    run=lambda pair, context: (),
    severity=Severity.ERROR,
    messages={
        "en": {"missing": "Missing: “{item}”", "there": "the item: {item}"},
        "ru": {"missing": "Нет: «{item}»", "there": "пункт: {item}"},
    },
    bad=(),
    good=(),
    documentation="Lists have the same items.\n\nWhat it finds: items without a partner.\n",
)
HOSTILE = '::error::x,y:z%0A <script>alert("1")</script> ]]> &amp; | \x1b[31m\u202e 😀\u2028'
RU = Source("ru/стра ница,1.md", f"😀 эмодзи\n\n- {HOSTILE}\n- три\n")
EN = Source("en/стра ница,1.md", "# A\n\n- 😀 one two\n- three\n")


def reported(level: Severity, ordinal: int = 0, *, pair: int = 0, infos: bool = True) -> Reported:
    """A finding with all that one can have, on pair number ``pair``."""
    here, there = (source_of(pair, side) for side in (EN, RU))
    start = EN.text.index("one")
    item = RU.text.index(HOSTILE)
    return Reported(
        RULE.id,
        level,
        Finding(
            Place(here.path, Span(start, start + 7)),
            "missing",
            {"item": HOSTILE},
            (Place(there.path, Span(item, item + len(HOSTILE)), "there"),),
            Fix((Edit(here.path, Span(start, start + 3), "1"),)),
            confidence=0.875,
        ),
        "one two",
        (HOSTILE,),
        f"{pair:04}{ordinal:04}",
    )


def source_of(pair: int, side: Source) -> Source:
    """The page of a pair: each pair has the same text under another name."""
    return side if not pair else Source(side.path.replace("1.md", f"{pair + 1}.md"), side.text)


def result_of(*findings: Reported, failures: Sequence[Failure] = (), pairs: int = 1) -> RunResult:
    """A run that found these."""
    sources = [source_of(pair, side) for pair in range(pairs) for side in (EN, RU)]
    return RunResult(
        findings=findings,
        failures=tuple(failures),
        pages=tuple(PageFacts(one.path, one.path[:2], "", Span(0, 1)) for one in sources),
        pairs=tuple(
            Pair(source_of(pair, RU).path, source_of(pair, EN).path, "path", 1.0)
            for pair in range(pairs)
        ),
        sources={one.path: one for one in sources},
        checks={RULE.id: RULE},
        seconds=0.25,
    )


UNREADABLE = Failure("b ,.md", "unreadable", {"reason": "it is UTF-16", "remedy": "save as UTF-8"})
NO_PAGES = Failure("", "no-pages", {})
EVERYTHING = result_of(
    reported(Severity.ERROR),
    reported(Severity.WARNING, 1),
    reported(Severity.INFO, 2),
    failures=(NO_PAGES, UNREADABLE),
)
CLEAN = result_of()


@pytest.fixture(scope="session")
def clinic() -> RunResult:
    """The run over the demo site."""
    folder = ROOT / "fixtures" / "clinic"
    return check(load(folder, paths=(folder,)), (folder,))


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Runs a script of node beside programs from the npm registry that read our formats."""
    folder = tmp_path_factory.mktemp("readers")
    npm, node = which("npm"), which("node")
    if not (npm and node):
        pytest.skip("there is no node here")
    (folder / "package.json").write_text(json.dumps({"private": True}))
    done = subprocess.run(
        [npm, "install", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund",
         "--fetch-retries=1", *READERS],
        cwd=folder, capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    if done.returncode:
        return _unavailable(f"npm cannot install the readers: {done.stderr.decode()[-200:]}")

    def run(script: str, *arguments: str) -> str:
        command = [node, "-e", script, *arguments]
        read = subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=60)
        return read.stdout.decode()

    return run


def _unavailable(reason: str) -> Callable[..., str]:
    """Skips, but not in CI: there a reader that is missing is a failure."""
    if os.environ.get("SVERKA_CI"):
        pytest.fail(reason)
    pytest.skip(reason)
