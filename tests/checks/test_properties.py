"""What holds of the structure rules whatever stands on the pages."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.config import Config
from sverka.finding import Reported
from sverka.result import RunResult
from sverka.runner import check_sources
from sverka.source import Source

FAMILY = Config(Path("/"), source_language="ru", select=("structure",))
FIXTURES = Path(__file__).resolve().parent.parent.parent / "fixtures"
CLINIC = FIXTURES / "clinic"
NAMES = sorted(path.stem for path in (CLINIC / "ru").glob("*.md"))


def _run(pages: Mapping[str, str]) -> RunResult:
    result = check_sources([Source(path, text) for path, text in pages.items()], FAMILY)
    assert result.failures == ()
    return result


def _findings(pages: Mapping[str, str]) -> tuple[Reported, ...]:
    return _run(pages).findings


def _prints(pages: Mapping[str, str]) -> list[str]:
    return sorted(one.fingerprint for one in _findings(pages))


def _pair(name: str) -> dict[str, str]:
    return {
        f"{side}/{name}.md": (CLINIC / side / f"{name}.md").read_text(encoding="utf-8")
        for side in ("ru", "en")
    }


PARAGRAPHS = st.sampled_from(
    [
        "Музей открыт с 10 до 18 часов.",
        "Музей открыт\nкаждый день.",
        "Приём ведёт [врач](/ru/doctor) с 12-летним стажем.",
        "The museum is open from 10 to 18.",
        "## Цены",
        "### Вопросы",
        "> Не трогайте экспонаты.",
        "- сауна;\n- бассейн;\n  - детский;\n- спортзал.",
        "1. Откройте файл.\n2. Нажмите кнопку.",
        "| Номер | Цена |\n|---|---|\n| Люкс | 9 500 ₽ |\n| Стандарт | 4 200 ₽ |",
        "```\nsverka check\n```",
        "![План](/img/plan.png)",
        "{{< video museum >}}",
        "<div>карта</div>",
        "* * *",
    ]
)
PAGES = st.lists(PARAGRAPHS, max_size=12).map(lambda parts: "\n\n".join(parts) + "\n")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("side", ["ru", "en"])
def test_a_page_and_its_copy_do_not_differ(name: str, side: str) -> None:
    text = _pair(name)[f"{side}/{name}.md"]
    assert _findings({f"ru/{name}.md": text, f"en/{name}.md": text}) == ()


@given(PAGES)
@settings(max_examples=40)
def test_any_page_and_its_copy_do_not_differ(text: str) -> None:
    assert _findings({"ru/p.md": text, "en/p.md": text}) == ()


@pytest.mark.parametrize(
    "rule", sorted(path.name for path in (FIXTURES / "rules" / "structure").iterdir())
)
def test_the_pages_of_a_rule_do_not_differ_from_their_copies(rule: str) -> None:
    home = FIXTURES / "rules" / "structure" / rule
    pages: dict[str, str] = {}
    for number, path in enumerate(sorted(home.rglob("*.md"))):
        text = path.read_text(encoding="utf-8").replace("\nlang: ", "\nstyle: ")
        pages |= {f"ru/{number}.md": text, f"en/{number}.md": text}
    findings = _findings(pages)
    assert {one.rule for one in findings} <= {"structure/front-matter-syntax"}


ADDED = (
    "Телефон регистратуры напечатан на обороте каждого чека.",
    "The telephone number of the front desk is printed on the back of every receipt.",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("where", ["first", "last"])
def test_a_paragraph_added_to_both_versions_keeps_every_fingerprint(name: str, where: str) -> None:
    pages = _pair(name)
    longer = {}
    for (path, text), paragraph in zip(pages.items(), ADDED, strict=True):
        if where == "last":
            longer[path] = f"{text.rstrip()}\n\n{paragraph}\n"
            continue
        heading = next(line for line in text.splitlines() if line.startswith("# "))
        longer[path] = text.replace(f"{heading}\n", f"{heading}\n\n{paragraph}\n", 1)
    assert _prints(longer) == _prints(pages)


@given(st.randoms(use_true_random=False))
@settings(max_examples=5)
def test_the_order_of_the_pages_changes_nothing(chance: random.Random) -> None:
    pages: dict[str, str] = {}
    for name in NAMES[:4]:
        pages |= _pair(name)
    paths = list(pages)
    chance.shuffle(paths)
    assert _run({path: pages[path] for path in paths}).findings == _run(pages).findings


@given(PAGES, PAGES)
@settings(max_examples=40)
def test_any_two_pages_are_told_apart_without_a_failure(one: str, other: str) -> None:
    result = _run({"ru/p.md": one, "en/p.md": other})
    for finding in result.findings:
        places = (finding.finding.place, *finding.finding.related)
        quotes = (finding.quote, *finding.related_quotes)
        for place, quote in zip(places, quotes, strict=True):
            assert place.span.of(result.sources[place.path].text) == quote
