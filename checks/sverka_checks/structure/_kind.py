"""The kind of check that puts a pair's differences into words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sverka.align import AlignedPair, Difference, Lack
from sverka.finding import Finding, Place

THERE = "there"
"""The label of the place in the other version."""

LABELS: Mapping[str, str] = {"en": "the other version", "ru": "другая версия"}


_MARKS = re.compile(r"(?:\A|\n)[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d+[.)])[ \t]+)?")
"""The markup of a quote or a list that begins a line."""


def differences(pair: AlignedPair, *lacks: Lack) -> Iterator[Difference]:
    """The differences of a pair that are of those sorts."""
    return (difference for difference in pair.differences if difference.lack in lacks)


def finding(
    pair: AlignedPair, difference: Difference, message: str, confidence: float = 0.97
) -> Finding:
    """A finding on the side that lacks something, with the other side beside it.

    Its data are those of the difference, ``count``, and ``quote``: what the other side has, on
    one line and without the markup of lists and quotes.
    """
    pages = (pair.source, pair.target)
    here, there = pages[difference.side], pages[1 - difference.side]
    quote = _quoted(there.source.quote(difference.there), difference)
    data = dict(difference.data)
    if difference.lack not in (Lack.BLOCKS, Lack.ORDER):
        data.pop("kind", None)  # the rule says it
    return Finding(
        Place(here.path, difference.place),
        message,
        {**data, "count": difference.count, "quote": quote},
        (Place(there.path, difference.there, THERE),),
        confidence=confidence,
    )


def _quoted(text: str, difference: Difference) -> str:
    """What a message quotes: all, or of sections the first heading."""
    if difference.lack is not Lack.SECTION:
        return " ".join(_MARKS.sub(" ", text).split())
    heading = text.split("\n", maxsplit=1)[0].strip()
    return heading if difference.count == 1 else f"{heading} \N{HORIZONTAL ELLIPSIS}"


def before_and_after(
    nouns: Mapping[str, Mapping[str, str]], templates: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    """Messages "<kind>-before" and "<kind>-after" for each kind of block.

    ``nouns``: locale -> kind -> what is missing; ``templates``: locale -> "before"/"after" ->
    a template with ``{noun}`` where that goes.
    """
    return {
        locale: {
            THERE: LABELS[locale],
            **{
                f"{kind}-{where}": template.replace("{noun}", noun)
                for kind, noun in words.items()
                for where, template in templates[locale].items()
            },
        }
        for locale, words in nouns.items()
    }
