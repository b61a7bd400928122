"""Rule pages: the sections of a docstring, and the Markdown that is made of a check."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from sverka.check import Check, Context, Option
from sverka.finding import Finding, Severity
from sverka.page import Page
from sverka.rulepages import rule_index, rule_page, rule_path, sections

DOCUMENTATION = """Two versions differ.

What it finds: a difference.

    Also an indented line.

Why it matters: readers.

When it is wrong: never | ever.

Source: a book.
"""


def _nothing(page: Page, context: Context) -> Iterable[Finding]:
    return ()


def _check(rule: str = "structure/thing", *, text: str = DOCUMENTATION, page: str = "a\n") -> Check:
    return Check(
        id=rule,
        unit="pair",
        run=_nothing,
        severity=Severity.WARNING,
        messages={},
        bad=({"ru/a.md": page, "en/a.md": "b\n"},),
        good=({"ru/a.md": "c\n"},),
        documentation=text,
        options=(Option("least", 3, "How many | at least."),),
    )


@pytest.mark.parametrize(
    "heading",
    ["{}:", "{}.", "{}\n", "{}\n----\n", "## {}\n", "{}:\n"],
    ids=["colon", "full stop", "alone", "underlined", "hashes", "colon alone"],
)
def test_a_section_begins_with_its_title_however_it_is_set(heading: str) -> None:
    text = f"First.\n\n{heading.format('What it finds')} one\n\n{heading.format('Source')} two\n"
    assert sections(text) == {"": "First.", "What it finds": "one", "Source": "two"}


def test_a_title_within_a_sentence_begins_no_section() -> None:
    text = "First.\n\nWhat it finds: the\nSource of this.\n"
    assert sections(text) == {"": "First.", "What it finds": "the\nSource of this."}


def test_documentation_without_sections_is_all_introduction() -> None:
    assert sections("Only this.\n\nAnd this.") == {"": "Only this.\n\nAnd this."}


def test_a_rule_page_has_all_that_the_check_says() -> None:
    assert rule_page(_check(), [["en/a.md:1:1: No."]]) == (
        "<!-- Made by `make docs` from the check structure/thing; what you change here is lost. "
        "-->\n\n# structure/thing\n\nTwo versions differ.\n\n"
        "Level: **warning**. Looks at each page with its other version.\n\n"
        "## What it finds\n\na difference.\n\n    Also an indented line.\n\n"
        "## Why it matters\n\nreaders.\n\n## When it is wrong\n\nnever | ever.\n\n"
        "## Source\n\na book.\n\n"
        '## Options\n\nIn `sverka.toml`, under `[rules."structure/thing"]`:\n\n'
        "| option | if not said | meaning |\n|---|---|---|\n"
        "| `least` | `3` | How many \\| at least. |\n\n"
        "## Reported\n\n`ru/a.md`\n\n```markdown\na\n```\n\n`en/a.md`\n\n```markdown\nb\n```\n\n"
        "Sverka says:\n\n```text\nen/a.md:1:1: No.\n```\n\n"
        "## Not reported\n\n`ru/a.md`\n\n```markdown\nc\n```\n"
    )


def test_an_example_with_a_fence_is_set_in_a_longer_one() -> None:
    page = rule_page(_check(page="````sh\nls\n````\n"), [[]])
    assert "`````markdown\n````sh\nls\n````\n`````\n" in page


def test_the_index_lists_rules_by_family_in_order() -> None:
    listed = rule_index([_check("structure/b"), _check("claims/z"), _check("structure/a")])
    assert listed.endswith(
        "# Rules\n\n"
        "## claims\n\n| rule | level | what it finds |\n|---|---|---|\n"
        "| [claims/z](claims/z.md) | warning | Two versions differ. |\n\n"
        "## structure\n\n| rule | level | what it finds |\n|---|---|---|\n"
        "| [structure/a](structure/a.md) | warning | Two versions differ. |\n"
        "| [structure/b](structure/b.md) | warning | Two versions differ. |\n"
    )


def test_the_path_of_a_rule_page_is_the_rule_s_id() -> None:
    assert rule_path(_check()) == "structure/thing.md"
