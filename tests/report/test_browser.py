"""The report in a browser: it opens, filters, follows links, obeys keys, and can be read by all."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import pytest

from sverka.finding import Reported, Severity
from sverka.result import RunResult

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VIEWS = {
    "overview": "",
    "findings": "#view=findings&level=error,warning,info",
    "pair": "#view=page&of=ru/biorevitalization.md&level=error,warning,info",
    "odd": "#view=page&of=ru/Уход за кожей.md",
    "claims": "#view=claims",
    "terms": "#view=terms",
}
Opened = Callable[..., "Page"]


class Report(Protocol):
    """The file of a report, and the run that it shows."""

    @property
    def result(self) -> RunResult: ...

    def address(self, fragment: str = "") -> str: ...


def _of(report: Report, rule: str, part: str = "") -> Reported:
    """The first finding of a rule whose quotes have ``part``."""
    return next(
        one
        for one in report.result.findings
        if one.rule == rule and part in "\n".join((one.quote, *one.related_quotes))
    )


def _fragment(page: Page) -> str:
    return str(page.evaluate("decodeURIComponent(location.hash)"))


def _matches(page: Page) -> int:
    return int(re.sub(r"\D", "", page.inner_text("#matches")) or 0)


CONTRAST = "{runOnly: ['color-contrast'], resultTypes: ['violations']}"


@pytest.mark.parametrize("width", [1440, 390])
def test_every_view_is_clean_to_axe_and_no_wider_than_the_screen(
    browser: Browser, report: Report, axe: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    problems: list[object] = []
    for name, fragment in VIEWS.items():
        page.emulate_media(color_scheme="light")
        page.goto("about:blank")
        page.goto(report.address(fragment))
        if name == "terms":
            page.click(".term summary >> nth=0")
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        # The other theme has other colours, and nothing else.
        page.emulate_media(color_scheme="dark")
        found += page.evaluate(f"axe.run(document, {CONTRAST})")["violations"]
        problems += [(name, one["id"], one["nodes"][0]["html"][:120]) for one in found]
        room, wide = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
        if wide > room:
            problems.append((name, "wider than the screen", wide))
    context.close()
    assert problems == []


def test_the_overview_says_how_much_where_and_since_when(opened: Opened, report: Report) -> None:
    page = opened()
    errors = report.result.count(Severity.ERROR)
    warnings = report.result.count(Severity.WARNING)
    title = page.inner_text("h1").replace("\u00a0", " ")
    assert title.startswith(f"{errors} errors and {warnings} warnings on ")
    assert f"{errors + warnings} new, 4 known before" in page.inner_text(".trend")
    page.click(".worst a >> nth=0")
    page.wait_for_selector(".card >> nth=1")
    page.go_back()
    page.click(".counts .family a >> nth=0")
    page.wait_for_selector(".entry")
    assert "view=findings&family=" in _fragment(page)


def test_filters_narrow_the_list_and_survive_a_reload(opened: Opened, report: Report) -> None:
    page = opened("#view=findings")
    whole = _matches(page)
    assert whole == sum(1 for one in report.result.findings if one.severity > Severity.INFO)
    page.uncheck("label.box:has-text('Warnings') input")
    assert _matches(page) == report.result.count(Severity.ERROR)
    page.check("label.box:has-text('Structure') input")
    chosen = [
        one
        for one in report.result.findings
        if one.severity is Severity.ERROR and one.rule.startswith("structure/")
    ]
    assert _matches(page) == len(chosen)
    page.fill("#q", "сетка")
    assert _matches(page) == 1
    assert page.locator(".entry").count() == 1
    assert _fragment(page) == "#view=findings&level=error&family=structure&q=сетка"
    page.reload()
    assert _matches(page) == 1
    assert page.input_value("#q") == "сетка"
    page.click(".clear")
    page.wait_for_selector(".clear", state="hidden")
    assert _matches(page) == whole


def test_a_page_and_a_language_can_be_chosen(opened: Opened) -> None:
    page = opened("#view=findings&level=error,warning,info")
    whole = _matches(page)
    page.select_option("#s-lang", "ru")
    russian = _matches(page)
    page.select_option("#s-lang", "")
    page.select_option("#s-page", "ru/Уход за кожей.md")
    assert 0 < russian < whole
    assert 0 < _matches(page) < whole
    assert all("Уход" in path for path in page.locator("h2.page .path").all_inner_texts())


def test_a_link_to_a_finding_leads_to_its_card_beside_its_place(
    opened: Opened, report: Report
) -> None:
    finding = _of(report, "translation/number", "15–40")
    page = opened(f"#f={finding.fingerprint}")
    card = page.locator(f"#f-{finding.fingerprint}")
    assert card.evaluate("card => card === document.activeElement")
    box = card.bounding_box()
    mark = page.locator(f"mark.here[data-f~='{finding.fingerprint}']")
    assert mark.inner_text() == "15–40 minutes"
    assert page.inner_text(f"mark.there[data-f~='{finding.fingerprint}']") == "15–20 минут"
    place = mark.bounding_box()
    assert box
    assert place
    assert 0 < box["y"] < 800
    assert abs(place["y"] - box["y"]) < 150
    assert "translation/number" in card.inner_text()
    card.locator("summary").click()
    assert "Doses, prices" in card.inner_text()


def test_what_is_missing_is_a_gap_in_the_other_column(opened: Opened, report: Report) -> None:
    items = _of(report, "structure/list-items", "сетка")
    page = opened(f"#f={items.fingerprint}")
    row = page.locator(f".row:has(#f-{items.fingerprint})")
    assert row.locator(".source mark").inner_text() == "сетка мелких морщин на щеках;"
    assert row.locator(".target .lack").inner_text() == "Missing here"
    sentence = _of(report, "translation/omission", "бровь")
    page = opened(f"#f={sentence.fingerprint}")
    assert page.locator(f".target .gap[data-f='{sentence.fingerprint}']").count() == 1
    section = _of(report, "structure/section")
    page = opened(f"#f={section.fingerprint}")
    assert page.locator(f".target .lack[data-f~='{section.fingerprint}']").count() > 2


def test_a_fix_is_shown_as_what_goes_and_what_comes(opened: Opened, report: Report) -> None:
    term = _of(report, "artifact/mixed-script")
    page = opened(f"#f={term.fingerprint}")
    fix = page.locator(f"#f-{term.fingerprint} .fix")
    assert (fix.locator("del").inner_text(), fix.locator("ins").inner_text()) == (
        "кислoтами",
        "кислотами",
    )
    hidden = _of(report, "artifact/invisible")
    page = opened(f"#f={hidden.fingerprint}")
    assert "‹U+200B›" in page.inner_text(f"#f-{hidden.fingerprint} del")


def test_keys_move_through_findings_and_on_to_the_next_page(opened: Opened) -> None:
    page = opened("#view=page&of=ru/biorevitalization.md")
    cards = page.locator(".card").count()
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    assert first.startswith("f-")
    assert second != first
    assert f"f={second[2:]}" in _fragment(page)
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == first
    for _ in range(cards):
        page.keyboard.press("j")
    assert "biorevitalization" not in page.inner_text(".heads")
    page.keyboard.press("k")
    assert "ru/biorevitalization.md" in page.inner_text(".heads")
    page.keyboard.press("u")
    page.wait_for_selector(".entry")
    assert "view=findings" in _fragment(page)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".entry >> nth=1").evaluate("e => e.contains(document.activeElement)")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card.active")


def test_keys_work_in_another_layout_and_not_while_typing(opened: Opened) -> None:
    page = opened("#view=findings")
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent("
        "'keydown', {key: 'о', code: 'KeyJ', bubbles: true}))"
    )
    assert page.locator(".entry >> nth=0").evaluate("e => e.contains(document.activeElement)")
    page.keyboard.press("/")
    page.keyboard.type("juk")
    assert page.input_value("#q") == "juk"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")


def test_the_theme_follows_the_system_until_one_is_chosen(opened: Opened) -> None:
    def paper(page: Page) -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert paper(opened()) == "rgb(250, 249, 246)"
    page = opened(theme="dark")
    assert paper(page) == "rgb(20, 23, 26)"
    page.click("button[aria-label='Dark or light']")
    assert paper(page) == "rgb(250, 249, 246)"
    page.reload()
    assert paper(page) == "rgb(250, 249, 246)"


def test_what_a_page_says_is_text_and_never_markup(opened: Opened) -> None:
    page = opened("#view=page&of=ru/Уход за кожей.md")
    assert "<script>document.title='taken'</script>" in page.inner_text(".rows")
    assert page.locator("main script, main img").count() == 0
    assert "taken" not in page.title().split("·")[-1]
    assert page.evaluate("document.scripts.length") == 2
    # Offsets count in the browser's units, also after a letter that takes two of them.
    assert page.inner_text("mark.here.error >> nth=0") in {"9 minutes", "9"}


def test_a_contradiction_opens_with_both_quotes(opened: Opened) -> None:
    page = opened("#view=claims")
    assert page.inner_text(".matrix .lead").replace("\u00a0", " ") == "1 contradiction"
    page.click(".rival >> nth=0")
    said = page.inner_text("dialog")
    assert "Кожа заживает 3 дня." in said
    assert "Заживает неделю." in said
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")
    assert page.locator(".rival >> nth=0").evaluate("e => e === document.activeElement")


def test_terms_show_their_renderings_and_lead_to_the_places(opened: Opened) -> None:
    page = opened("#view=terms")
    page.fill("#tq", "кож")
    assert page.locator(".term").count() >= 1
    page.click(".term summary >> nth=0")
    page.click(".term[open] .uses a >> nth=0")
    page.wait_for_selector(".row.shown .side")


def test_the_skip_link_keeps_the_view(opened: Opened) -> None:
    page = opened("#view=terms")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert _fragment(page) == "#view=terms"


def test_folded_blocks_unfold(opened: Opened) -> None:
    page = opened("#view=page&of=ru/biorevitalization.md")
    before = page.locator(".row").count()
    page.click(".folded button >> nth=0")
    assert page.locator(".row").count() > before


def test_the_report_speaks_russian_with_its_forms(opened: Opened, russian_report: Report) -> None:
    page = opened("#view=findings", of=russian_report)
    assert page.evaluate("document.documentElement.lang") == "ru"
    assert re.fullmatch(r"\d+ замечани[еяй]", page.inner_text("#matches").replace("\u00a0", " "))
    assert "Искать в замечаниях" in page.inner_text(".filters")


def test_paper_has_no_buttons_and_everything_else(opened: Opened) -> None:
    page = opened("#view=page&of=ru/biorevitalization.md")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.is_visible("#top")
    assert not page.is_visible(".tool >> nth=0")
    assert page.locator(".folded button").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
