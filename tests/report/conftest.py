"""What the tests of the report share: a small site, its report, and a browser to open it in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import pytest

from sverka.config import Config
from sverka.finding import Place
from sverka.reports import Look, render
from sverka.result import RunResult
from sverka.review import MatrixView, Statement
from sverka.runner import check_sources
from sverka.source import Source
from sverka.span import Span

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent.parent
CLINIC = ROOT / "fixtures" / "clinic"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
HOSTILE = (
    "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
)
ODD = {
    "ru/Уход за кожей.md": f"# Уход {HOSTILE}\n\nПроцедура длится 5 минут. 😀 Крем наносят "
    f"3 раза.\n\n- раз;\n- {HOSTILE}\n- три.\n",
    "en/Уход за кожей.md": f"# Care {HOSTILE}\n\nThe procedure takes 9 minutes. 😀 The cream "
    "is applied 3 times.\n\n- one;\n- three.\n",
}
"""A page that would like to be markup, under a name in another script."""


class Report(NamedTuple):
    """The file of a report, and the run that it shows."""

    path: Path
    result: RunResult

    def address(self, fragment: str = "") -> str:
        """Where the browser finds it."""
        return self.path.as_uri() + fragment


def run(pages: Mapping[str, str], *, review: bool = True) -> RunResult:
    """A run over pages that are held in memory."""
    sources = [Source(path, text) for path, text in pages.items()]
    return check_sources(sources, Config(ROOT, source_language="ru"), review=review)


@pytest.fixture(scope="session")
def result() -> RunResult:
    """The demo site with one odd page more, and claims that contradict each other."""
    pages = {
        path.relative_to(CLINIC).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(CLINIC.rglob("*.md"))
    }
    found = run(pages | ODD)
    assert found.review
    paths = ("ru/chemical-peel.md", "ru/biorevitalization.md")

    def says(value: str, quote: str, column: int, *rivals: int) -> tuple[Statement, ...]:
        return (Statement(value, quote, Place(paths[column], Span(0, 1)), rivals),)

    matrix = MatrixView(
        "пилинг",
        ({"en": "recovery", "ru": "восстановление"}, {"en": "age", "ru": "возраст"}),
        paths,
        (
            (says("3 дня", "Кожа заживает 3 дня.", 0, 1), says("неделя", "Заживает неделю.", 1, 0)),
            (says("с 18 лет", "С 18 лет.", 0), ()),
        ),
    )
    return replace(found, review=replace(found.review, matrices=(matrix,)), baselined=4)


@pytest.fixture(scope="session")
def report(result: RunResult, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report in English."""
    path = tmp_path_factory.mktemp("report") / "Отчёт #1.html"
    path.write_text(render("html", result, Look("en")), encoding="utf-8")
    return Report(path, result)


@pytest.fixture(scope="session")
def russian_report(result: RunResult, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report in Russian."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render("html", result, Look("ru")), encoding="utf-8")
    return Report(path, result)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser without a window; skips where there is none, but fails in CI."""
    named = os.environ.get("SVERKA_CHROMIUM")
    executable = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        _absent(f"no browser ({', '.join(BROWSERS)}); SVERKA_CHROMIUM may name one")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        _absent("playwright is not installed")
    with sync_playwright() as playwright:
        # Without a sandbox it runs as root, too; it opens nothing but our own files.
        one = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield one
        one.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core; skips where there is none, but fails in CI."""
    named = os.environ.get("SVERKA_AXE")
    places = (Path(named),) if named else (
        ROOT / "node_modules" / "axe-core" / "axe.min.js",
        Path("/usr/share/nodejs/axe-core/axe.min.js"),
    )  # fmt: skip
    found = next((path for path in places if path.is_file()), None)
    if found is None:
        _absent("no axe-core: npm install --no-save axe-core, or SVERKA_AXE names axe.min.js")
    return found.read_text(encoding="utf-8")


def _absent(reason: str) -> NoReturn:
    if os.environ.get("CI", "").lower() in {"true", "1"}:
        pytest.fail(reason)
    pytest.skip(reason)


Opened = Callable[..., "Page"]


@pytest.fixture
def opened(browser: Browser, report: Report) -> Iterator[Opened]:
    """Opens the report; whatever the browser complains about fails the test at its end."""
    contexts = []
    complaints: list[str] = []

    def open_at(
        fragment: str = "", *, width: int = 1440, theme: str = "light", of: Report = report
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if theme == "dark" else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5_000)
        page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda one: complaints.append(one.url)
                if not one.url.startswith(("file:", "data:")) else None)  # fmt: skip
        page.goto(of.address(fragment))
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert complaints == []
