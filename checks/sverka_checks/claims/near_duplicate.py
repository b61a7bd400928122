"""The same statement stands twice on the site, and once it says something else.

What it finds: two sentences of nearly the same words, on one page or on two pages of the same
topic and language, that differ in one number, in a denial, or in a word for its opposite.

Why it matters: text that was copied and mended in one place only. A reader who finds both does not
know which is true.

When it is wrong: two things that are meant to differ (a plan of 10 and a plan of 20 users). Forms
that are filled in three times or more, other subjects, dates, versions and steps are silent.

Source: word triples that both sentences share, then a comparison word by word.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka.site import SiteFacts

THERE = "there"


def run(site: SiteFacts, context: Context) -> Iterator[Finding]:
    """Report the statements that stand twice with a difference."""
    del context
    for one in site.repeated:
        (path, span), (other, place) = one.here, one.there
        yield Finding(
            Place(path, span),
            one.how,
            {"here": one.one, "there": one.other, "page": other},
            (Place(other, place, THERE),),
        )


CHECK = Check(
    id="claims/near-duplicate",
    unit="site",
    run=run,
    severity=Severity.WARNING,
    messages={
        "en": {
            "number": "this stands in {page} as well, with “{there}” in place of “{here}”",
            "opposite": "this stands in {page} as well, with “{there}” in place of “{here}”",
            "denial": "this stands in {page} as well; one of the two denies it",
            THERE: "the same with a difference",
        },
        "ru": {
            "number": "то же стоит в {page}, но вместо «{here}» там «{there}»",
            "opposite": "то же стоит в {page}, но вместо «{here}» там «{there}»",
            "denial": "то же стоит в {page}; в одном из двух мест это отрицается",
            THERE: "то же с отличием",
        },
    },
    bad=(
        {
            "a.md": "# Hotel\n\nThe rooms are cleaned every day, and guests may keep their "
            "luggage at the desk for 12 hours after check-out.\n",
            "b.md": "# Hotel\n\nThe rooms are cleaned every day, and guests may keep their "
            "luggage at the desk for 24 hours after check-out.\n",
        },
        {
            "a.md": "# Музей\n\nВ залах основной экспозиции музея можно снимать без вспышки и "
            "штатива.\n",
            "b.md": "# Музей\n\nВ залах основной экспозиции музея нельзя снимать без вспышки и "
            "штатива.\n",
        },
    ),
    good=(
        {
            "a.md": "# Hotel\n\nThe rooms are cleaned every day, and guests may keep their "
            "luggage at the desk for 12 hours after check-out.\n",
            "b.md": "# Hotel\n\nThe rooms are cleaned every day, and guests may keep their "
            "luggage at the desk for half a day after check-out.\n",
        },
        {
            "a.md": "# Версия 2\n\nФайл настроек читается при запуске программы 1 раз и не "
            "больше.\n",
            "b.md": "# Версия 3\n\nФайл настроек читается при запуске программы 2 раза и не "
            "больше.\n",
        },
    ),
    documentation=__doc__,
    needs=("repeated",),
)
