"""Writes docs/images: what `sverka check` prints of two pages of the demo site (check.svg), and
what its report for editors shows of one (report.png, which needs Chromium)."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 104
SITE = ROOT / "fixtures" / "clinic"
PAGES = ("en/chemical-peel.md", "en/plasma-therapy.md")
SHOWN = "ru/biorevitalization.md"
THEME = TerminalTheme(
    (24, 26, 31),
    (214, 218, 226),
    [
        (36, 40, 48), (240, 113, 120), (140, 200, 120), (240, 190, 100),
        (110, 170, 240), (200, 150, 230), (100, 200, 210), (214, 218, 226),
    ],
    [
        (120, 128, 140), (255, 140, 140), (170, 225, 150), (255, 210, 130),
        (150, 200, 255), (225, 180, 250), (140, 225, 235), (255, 255, 255),
    ],
)  # fmt: skip
WEB_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def main() -> None:
    """Make both pictures."""
    (ROOT / "docs" / "images").mkdir(exist_ok=True)
    terminal()
    report()


def report() -> None:
    """Photograph a page of the report and its other version, side by side."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only a picture needs it

    browser = os.environ.get("SVERKA_CHROMIUM") or shutil.which("chromium")
    if browser is None:
        sys.exit("There is no chromium for docs/images/report.png; SVERKA_CHROMIUM may name one.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        sverka = str(Path(sys.executable).with_name("sverka"))
        command = [sverka, "check", str(SITE), "--format", f"html={file}", "--locale", "en"]
        done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
        if done.returncode != 1:
            sys.exit(f"sverka check ended with {done.returncode}: {done.stderr}")
        one = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = one.new_page(viewport={"width": 1360, "height": 820})
        page.goto(f"{file.as_uri()}#view=page&of={SHOWN}")
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=ROOT / "docs" / "images" / "report.png")
        one.close()


def terminal() -> None:
    """Run the command and draw what it prints."""
    command = [str(Path(sys.executable).with_name("sverka")), "check", "--color", *PAGES]
    environment = {**os.environ, "COLUMNS": str(WIDTH), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(  # noqa: S603 - the command is our own
        command,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=SITE,
        env=environment,
    )
    if done.returncode != 1:
        sys.exit(f"sverka check ended with {done.returncode}: {done.stderr}")
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text("$ sverka check " + " ".join(PAGES), style="bold"))
    # How long it took is another figure every time.
    output = re.sub(r" in \d+\.\d+ s\.", ".", done.stdout)
    console.print(Text.from_ansi(output.rstrip()))
    picture = console.export_svg(title="sverka check", theme=THEME)
    path = ROOT / "docs" / "images" / "check.svg"
    # The page must not fetch a font when somebody only reads.
    path.write_text(WEB_FONTS.sub("", picture), encoding="utf-8")


if __name__ == "__main__":
    main()
