"""The front matter cannot be read.

What it finds: a block of values at the top of the page that breaks its syntax: a colon without
quotes, a tab, an unclosed quote, a missing rule at its end. The page itself is still checked.

Why it matters: the site builder stops there, or shows the page without title and date.

When it is wrong: a page that begins with a rule and a line that happens to look like a value.

Source: the parsers of YAML, TOML and JSON.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka.page import Page


def run(page: Page, context: Context) -> Iterator[Finding]:
    """Report front matter that could not be read."""
    del context
    if page.front and page.front.problem:
        problem = page.front.problem
        yield Finding(
            Place(page.path, problem.span),
            "broken",
            {"reason": problem.reason, "syntax": page.front.syntax.upper()},
        )


CHECK = Check(
    id="structure/front-matter-syntax",
    unit="page",
    run=run,
    severity=Severity.ERROR,
    messages={
        "en": {"broken": "The front matter is not valid {syntax}: {reason}"},
        "ru": {"broken": "Ошибка в шапке страницы ({syntax}): {reason}"},
    },
    bad=({"en/a.md": "---\ntitle: Prices: all services\n---\n\n# Prices\n"},),
    good=({"en/a.md": "---\ntitle: 'Prices: all services'\n---\n\n# Prices\n"},),
    documentation=__doc__,
)
