"""The values at the top of the two pages do not agree.

What it finds: keys that only one version has, together; and values that are the same in every
language, such as a picture, a date, a price or a number, and yet differ.

Why it matters: the two versions show another picture, another price, or sort differently.

When it is wrong: keys that are meant for one language. Name them in the option `ignore`.

Source: the front matter of both pages. Values in words are translations and are not compared
here; addresses and file names are compared without their language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sverka.align import AlignedPair
from sverka.align.addresses import addresses
from sverka.check import Check, Context, Option
from sverka.finding import Finding, Place, Severity
from sverka.page import Entry, FrontMatter, Page
from sverka.span import Span
from sverka_checks.structure._kind import LABELS, THERE

IGNORED = (
    "lang", "language", "locale", "slug", "url", "permalink", "aliases", "canonical", "translator",
    "translators", "translated", "translated_by", "translation", "translations", "original",
    "source", "editor", "lastmod", "updated", "modified", "last_modified", "date_modified",
    "alternate", "hreflang", "i18n", "keywords", "tags", "categories", "sverka",
)  # fmt: skip
"""Keys whose presence or value is each version's own affair."""

_NEUTRAL = re.compile(r"[\x21-\x7e]*[\d./][\x21-\x7e]*")
_PRICE = re.compile(r"\D{0,15}\d[\d\s.,\u00a0\u202f]*\D{0,15}")


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report what the front matter of one side lacks, and values that differ."""
    pages = (pair.source, pair.target)
    fronts = [page.front for page in pages]
    if any(front and front.problem for front in fronts) or not any(fronts):
        return
    ignored = context.options.get("ignore", IGNORED)
    skip = frozenset(ignored if isinstance(ignored, list | tuple) else ())
    sides = [_entries(front, skip) for front in fronts]
    for side in (0, 1):
        extra = [entry for key, entry in sides[1 - side].items() if key not in sides[side]]
        if extra:
            yield _missing(pages, side, extra)
    plain = addresses(context.packs)
    for key, entry in sides[1].items():
        other = sides[0].get(key)
        if other and not _agree(other.value, entry.value, plain.key):
            yield Finding(
                Place(pair.target.path, entry.value_span),
                "value",
                {"key": key, "value": str(entry.value), "value_there": str(other.value)},
                (Place(pair.source.path, other.value_span, THERE),),
                confidence=0.9,
            )


def _entries(front: FrontMatter | None, skip: frozenset[str]) -> dict[str, Entry]:
    """The entries that are compared, by key; members of lists are not."""
    return {
        entry.key: entry
        for entry in (front.entries if front else ())
        if not skip.intersection(entry.key.split("."))
        and not any(part.isdigit() for part in entry.key.split("."))
    }


def _missing(pages: Sequence[Page], side: int, extra: Sequence[Entry]) -> Finding:
    here, there = pages[side], pages[1 - side]
    message = "keys" if here.front else "no-front-matter"
    place = _head(here)
    keys = [entry.key for entry in extra]
    related = tuple(
        Place(there.path, Span(entry.key_span.start, entry.value_span.end), THERE)
        for entry in extra[:1]
    )
    return Finding(Place(here.path, place), message, {"keys": keys, "count": len(keys)}, related)


def _head(page: Page) -> Span:
    """The first key of the page's front matter, else its first block, else its start."""
    if page.front and page.front.entries:
        return page.front.entries[0].key_span
    if page.front:
        return page.front.span
    return page.blocks[0].span if page.blocks else Span(0, 0)


def _agree(one: object, other: object, key: object) -> bool:
    """Whether two values may stand for the same; words always may."""
    if isinstance(one, bool | int | float) and isinstance(other, bool | int | float):
        return one == other
    texts = (str(one).strip(), str(other).strip())
    if texts[0] == texts[1] or not all(texts):
        return True
    if all(_NEUTRAL.fullmatch(text) for text in texts):
        return callable(key) and key(texts[0]) == key(texts[1])
    if all(_PRICE.fullmatch(text) for text in texts):
        return _digits(texts[0]) == _digits(texts[1])
    return True


def _digits(text: str) -> str:
    return re.sub(r"\D", "", re.sub(r"[.,]0+(?=\D|$)", "", text))


MESSAGES = {
    "en": {
        "keys": "The front matter lacks {count:key|keys} of the other version: {keys}",
        "no-front-matter": "This page has no front matter; the other version has: {keys}",
        "value": "{key} is “{value}” here and “{value_there}” in the other version",
        "there": LABELS["en"],
    },
    "ru": {
        "keys": "В служебном блоке не хватает {count:ключа|ключей|ключей} другой версии: {keys}",
        "no-front-matter": "У этой страницы нет служебного блока, а в другой версии есть: {keys}",
        "value": "Здесь {key} — «{value}», а в другой версии — «{value_there}»",
        "there": LABELS["ru"],
    },
}

_RU = "---\ntitle: Пилинг\nhero_image: peeling.jpg\nprice_from: 4 500 ₽\n---\n\n# Пилинг\n"
_EN = "---\ntitle: Peeling\nhero_image: peeling.jpg\nprice_from: 4,500 RUB\n---\n\n# Peeling\n"

CHECK = Check(
    id="structure/front-matter",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {"ru/peeling.md": _RU, "en/peeling.md": _EN.replace("peeling.jpg", "laser.jpg")},
        {"ru/peeling.md": _RU, "en/peeling.md": _EN.replace("hero_image: peeling.jpg\n", "")},
        {"ru/peeling.md": _RU, "en/peeling.md": _EN.replace("4,500", "5,400")},
        {"ru/peeling.md": _RU, "en/peeling.md": "# Peeling\n"},
    ),
    good=({"ru/peeling.md": _RU, "en/peeling.md": _EN},),
    documentation=__doc__,
    options=(Option("ignore", IGNORED, "keys that are not compared, at any depth"),),
)
