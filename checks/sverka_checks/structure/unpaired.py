"""A page has no version in the other language.

What it finds: pages that stay alone while the site as a whole has more than one language.

Why it matters: readers of the other language do not know that the page exists.

When it is wrong: news and notes that are meant for one language. It is a hint only, shown with
`--all`.

Source: the pairs that were found by configuration, path, front matter and content.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka.site import SiteFacts


def run(site: SiteFacts, context: Context) -> Iterator[Finding]:
    """Report the pages that stay alone."""
    del context
    paired = {path for pair in site.pairs for path in (pair.source, pair.target)}
    if len({page.language for page in site.pages if page.language}) < 2:
        return
    for page in site.pages:
        if page.language and page.path not in paired:
            yield Finding(Place(page.path, page.head), "alone", {"title": page.title or page.path})


CHECK = Check(
    id="structure/unpaired",
    unit="site",
    run=run,
    severity=Severity.INFO,
    messages={
        "en": {"alone": "“{title}” has no version in another language"},
        "ru": {"alone": "У страницы «{title}» нет версии на другом языке"},
    },
    bad=({"ru/a.md": "# Цены\n", "en/a.md": "# Prices\n", "en/b.md": "# News of the clinic\n"},),
    good=({"ru/a.md": "# Цены\n", "en/a.md": "# Prices\n"}, {"en/a.md": "# Prices\n"}),
    documentation=__doc__,
)
