"""The kind of check that puts a pair's differences into words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sverka.align import AlignedPair, Difference, Lack
from sverka.finding import Finding, Place
from sverka.source import Source

THERE = "there"
"""The label of the place in the other version."""

LABELS: Mapping[str, str] = {"en": "the other version", "ru": "другая версия"}


_MARKS = re.compile(r"(?:[ \t>]|(?:[-*+]|\d+[.)])[ \t])*")
"""All the markup of quotes and lists that a line begins with."""
_QUOTE_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*+])|\d+(?P<mark>[.)]))[ \t]+")


def differences(pair: AlignedPair, *lacks: Lack) -> Iterator[Difference]:
    """The differences of a pair that are of those sorts."""
    return (difference for difference in pair.differences if difference.lack in lacks)


def finding(
    pair: AlignedPair, difference: Difference, message: str, confidence: float = 0.97
) -> Finding:
    """A finding on the side that lacks something, with the other side beside it.

    Its data are those of the difference, ``count``, and ``quote``: what the other side has, on
    one line and without the marks of its items and quotes.
    """
    pages = (pair.source, pair.target)
    here, there = pages[difference.side], pages[1 - difference.side]
    quote = _quoted(there.source, difference)
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


def _quoted(source: Source, difference: Difference) -> str:
    """What a message quotes: all, or of sections the first heading."""
    text = source.quote(difference.there)
    if difference.lack is not Lack.SECTION:
        code = difference.lack is Lack.BLOCKS and difference.data.get("kind") == "code"
        start = difference.there.start
        before = source.text[source.text.rfind("\n", 0, start) + 1 : start]
        return " ".join((text if code else _unmarked(before, text)).split())
    heading = text.split("\n", maxsplit=1)[0].strip()
    return heading if difference.count == 1 else f"{heading} \N{HORIZONTAL ELLIPSIS}"


def _unmarked(before: str, text: str) -> str:
    """The text without its markup of quotes and lists; ``before`` stands on its line before it.

    A number or a dash that begins a later line may be a word of the sentence, and so may a ``>``:
    only what is marked as the first line is loses its marks.
    """
    whole = (before if _MARKS.fullmatch(before) else "") + text
    marks = _MARKS.match(before + text)
    if marks and ">" in marks[0]:
        whole = _QUOTE_MARKS.sub("", whole)
        whole = _MARKS.sub(lambda found: found[0].replace(">", " "), whole, count=1)
    while (first := _ITEM.match(whole)) and _ITEM.match(whole, first.end()):
        whole = " " * first.end() + whole[first.end() :]  # an item that begins with an item
    if first is None:
        return whole
    lines = ((line, _ITEM.match(line)) for line in whole.split("\n"))
    return "\n".join(
        line[item.end() :] if item and item.groups() == first.groups() else line
        for line, item in lines
    )


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
