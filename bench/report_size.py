"""The report for editors on a large site: how big the file is, how fast it opens and filters.

A made-up site of 1,000 pages of 13 kB with 5,000 findings on them, the size that the report is
held to: under 10 MB, open in under 2 s, a filter in under 100 ms. Needs Chromium and playwright.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sverka.finding import Finding, Place, Reported, Severity
from sverka.registry import all_checks
from sverka.reports import Look, render
from sverka.result import RunResult
from sverka.review import Cell, PairView, RenderingView, Review, Row, TermView, Use
from sverka.site import PageFacts, Pair
from sverka.source import Source
from sverka.span import Span

PAIRS, FINDINGS, BLOCKS = 500, 5_000, 60
WORDS = (
    ("процедура кожа врач сеанс курс лицо укол крем день неделя результат возраст боль уход после "
     "перед обычно можно нельзя нужно").split(),
    ("procedure skin doctor session course face injection cream day week result age pain care "
     "after before usually may never must").split(),
)  # fmt: skip
RULES = ("structure/list-items", "translation/number", "translation/omission", "artifact/calque")
TIMED = """
async (act) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await frame();
  const start = performance.now();
  eval(act);
  await frame();
  return performance.now() - start;
}
"""
ACTS = {
    "filter by severity": "document.querySelector('.box input').click()",
    "filter by family": "document.querySelector('.group .box input').click()",
    "search": "q.value = 'doctor 7'; q.dispatchEvent(new Event('input'))",
    "clear": "document.querySelector('.clear').click()",
}


def main() -> None:
    """Print the figures."""
    result = _site(random.Random(20))
    started = time.process_time()
    text = render("html", result, Look("en"))
    print(f"written in {time.process_time() - started:.2f} s of CPU")
    print(f"size {len(text.encode()) / 1e6:.2f} MB")
    browser = os.environ.get("SVERKA_CHROMIUM") or shutil.which("chromium")
    if browser is None:
        sys.exit("there is no chromium to open it in; SVERKA_CHROMIUM may name one")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(text, encoding="utf-8")
        _open(path, browser)


def _open(path: Path, browser: str) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only here it is needed

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_context(bypass_csp=True).new_page()
        for name, fragment in (
            ("overview", ""),
            ("findings", "#view=findings"),
            ("a page", "#view=page&of=ru/7.md"),
        ):
            page.goto("about:blank")
            started = time.perf_counter()
            page.goto(path.as_uri() + fragment)
            page.wait_for_selector("main h1", state="attached")
            page.evaluate("new Promise(requestAnimationFrame)")
            print(f"opened on {name} in {time.perf_counter() - started:.2f} s")
        page.goto("about:blank")
        page.goto(path.as_uri() + "#view=findings")
        for name, act in ACTS.items():
            print(f"{name}: {page.evaluate(TIMED, act):.0f} ms")
        chromium.close()


def _site(chance: random.Random) -> RunResult:
    pages: list[PageFacts] = []
    sources: dict[str, Source] = {}
    views: list[PairView] = []
    for number in range(PAIRS):
        sides = []
        for code, words in zip(("ru", "en"), WORDS, strict=True):
            path = f"{code}/{number}.md"
            blocks = [
                _block(words, number, chance, 110 if code == "ru" else 190) for _ in range(BLOCKS)
            ]
            sources[path] = Source(path, "\n\n".join(blocks))
            pages.append(PageFacts(path, code, f"{words[number % 20]} {number}", Span(0, 9)))
            sides.append(list(_cells(blocks)))
        rows = tuple(Row((one,), (other,)) for one, other in zip(*sides, strict=True))
        views.append(PairView(f"ru/{number}.md", f"en/{number}.md", rows))
    pairs = tuple(Pair(view.source, view.target, "path", 1.0) for view in views)
    findings = tuple(_finding(number, views, chance) for number in range(FINDINGS))
    terms = tuple(_term(number, views) for number in range(300))
    checks = {rule: check for rule, check in all_checks().items() if rule in RULES}
    return RunResult(
        findings, (), tuple(pages), pairs, sources, checks, review=Review(tuple(views), terms)
    )


def _block(words: list[str], number: int, chance: random.Random, length: int) -> str:
    text = f"{number}"
    while len(text) < length:
        text += f" {chance.choice(words)}"
    return text


def _cells(blocks: list[str]) -> Iterator[Cell]:
    at = 0
    for block in blocks:
        yield Cell(Span(at, at + len(block)), block, "paragraph")
        at += len(block) + 2


def _finding(number: int, views: list[PairView], chance: random.Random) -> Reported:
    view = views[number % PAIRS]
    row = view.rows[chance.randrange(BLOCKS)]
    places = [
        Place(path, Span(cells[0].span.start + 10, cells[0].span.start + 60))
        for path, cells in zip((view.source, view.target), row.sides, strict=True)
    ]
    rule = RULES[number % len(RULES)]
    check = all_checks()[rule]
    key = next(iter(check.messages["en"]))
    data = _Anything(count=3)
    finding = Finding(places[1], key, data, (Place(places[0].path, places[0].span),))
    quotes = [cells[0].text[10:60] for cells in row.sides]
    severity = Severity(1 + number % 3)
    return Reported(rule, severity, finding, quotes[1], (quotes[0],), f"{number:016x}")


class _Anything(dict[str, object]):
    """Data that fills any message."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> object:
        return 3


def _term(number: int, views: list[PairView]) -> TermView:
    view = views[number]
    place, other = Place(view.source, Span(0, 5)), Place(view.target, Span(0, 5))
    around = ("before the word stands this and ", "word", " and after it there is that")
    renderings = tuple(
        RenderingView(f"word {number}.{n}", 9 - n, 2, (Use(place, other, around, around),) * 5)
        for n in range(3)
    )
    return TermView(f"слово {number}", ("ru", "en"), 24, renderings)


if __name__ == "__main__":
    main()
