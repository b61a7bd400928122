"""A name is spelled otherwise than everywhere else on the site.

What it finds: a name that most pages romanise in one way and this one in another: Shoigu in twelve
places, Shoygu here. It looks at both languages: the spelling of a foreign brand may waver, too.

Why it matters: a reader who searches for a name finds half of it, and takes one person for two.

When it is wrong: where two people bear names that are spelled alike in one language only.

Source: the names of matched sentences over all pairs of pages of the site, compared by sound.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka.site import SiteFacts
from sverka.span import Span
from sverka_checks.translation._kind import LABELS, THERE


def run(site: SiteFacts, context: Context) -> Iterator[Finding]:
    """One finding a place where a name has a rare spelling."""
    del context
    for one in site.spellings:
        here, there, usual = one.words
        yield Finding(
            place=_place(one.here),
            message="spelling",
            data={
                "here": here,
                "there": there,
                "usual": usual,
                "path": one.first[0],
                "count": one.count,
                "total": one.total,
            },
            related=(_place(one.there, THERE), _place(one.first, "usual")),
            confidence=0.8,
        )


def _place(where: tuple[str, int, int], label: str = "") -> Place:
    path, start, end = where
    return Place(path, Span(start, end), label)


MESSAGES = {
    "en": {
        "spelling": (
            "“{there}” is “{usual}” in {count} of {total} places, as in {path}; here it is “{here}”"
        ),
        "usual": "the usual spelling",
        "there": LABELS["en"],
    },
    "ru": {
        "spelling": (
            "«{there}» пишется «{usual}» (мест: {count} из {total}, например {path}), "
            "здесь «{here}»"
        ),
        "usual": "обычное написание",
        "there": LABELS["ru"],
    },
}

_RU = "Гостей встречает доктор {name}.\n"
_EN = "Guests are met by doctor {name}.\n"


def _site(*spellings: tuple[str, str]) -> dict[str, str]:
    pages = {}
    for number, (source, target) in enumerate(spellings, start=1):
        pages[f"ru/{number}.md"] = _RU.format(name=source)
        pages[f"en/{number}.md"] = _EN.format(name=target)
    return pages


CHECK = Check(
    id="translation/name-spelling",
    unit="site",
    run=run,
    severity=Severity.INFO,
    asked=True,
    messages=MESSAGES,
    bad=(_site(*[("Щербакова", "Shcherbakova")] * 3, ("Щербакова", "Scherbakova")),),
    good=(
        _site(*[("Щербакова", "Shcherbakova")] * 4),
        _site(*[("Щербакова", "Shcherbakova")] * 3, ("Гришко", "Grishko")),
    ),
    documentation=__doc__,
    needs=("spellings",),
)
