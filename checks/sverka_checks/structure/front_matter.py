"""The values at the top of the two pages do not agree.

What it finds: keys that only one version has, together; and values that are the same in every
language, such as a picture, a date, a price or a number, and yet differ.

Why it matters: the two versions show another picture, another price, or sort differently.

When it is wrong: keys that are meant for one language. Name them in the option `ignore`; they
are added to those that are never compared: addresses and languages of the page, translators, days
of the last change, tags and categories, reading times, counts of words, labels in menus, and
settings of the table of contents.

Source: the front matter of both pages. Values in words are translations and are not compared
here, nor are addresses of pages and members of lists; names of pictures, films and sounds are
compared without their language, dates by their day, and amounts where their units are the same.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.align import AlignedPair
from sverka.align.addresses import addresses
from sverka.check import Check, Context, Option
from sverka.finding import Finding, Place, Severity
from sverka.page import Entry, FrontMatter, Page
from sverka.span import Span
from sverka_checks.structure._agreement import agree
from sverka_checks.structure._kind import LABELS, THERE

IGNORED = (
    "lang", "language", "locale", "slug", "url", "permalink", "aliases", "canonical", "redirect",
    "redirects", "redirect-from", "translator", "translators", "translated", "translated-by",
    "translation", "translations", "original", "source", "editor", "lastmod", "updated",
    "modified", "last-modified", "date-modified", "alternate", "hreflang", "i18n", "keywords",
    "last-modified-at", "last-mod", "last-update", "last-updated", "last-updated-at", "updated-at",
    "update-date", "date-updated", "modified-at", "git-last-updated", "tags", "categories",
    "reading-time", "read-time", "time-to-read", "minutes-to-read", "reading-minutes",
    "reading-duration", "duration-of-reading", "word-count", "words-count", "words", "char-count",
    "sidebar-label", "sidebar-title", "nav-label", "nav-title", "menu-label", "menu-title",
    "link-title", "short-title", "pagination-label", "toc", "toc-title", "toc-label", "toc-depth",
    "toc-min-heading-level", "toc-max-heading-level", "show-toc", "hide-toc",
    "table-of-contents", "hide-table-of-contents", "sverka",
)  # fmt: skip
"""Keys whose presence or value is each version's own affair."""


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report what the front matter of one side lacks, and values that differ."""
    if not pair.is_translation:
        return
    pages = (pair.source, pair.target)
    fronts = [page.front for page in pages]
    if any(front and front.problem for front in fronts) or not any(fronts):
        return
    more = context.options.get("ignore", ())
    words = more if isinstance(more, list | tuple) else (more,)
    skip = frozenset(_plain(str(word)) for word in (*IGNORED, *words))
    sides = [_entries(front, skip) for front in fronts]
    for side in (0, 1):
        extra = [entry for key, entry in sides[1 - side].items() if key not in sides[side]]
        if extra:
            yield _missing(pages, side, extra)
    plain = addresses(context.packs)
    for key, entry in sides[1].items():
        other = sides[0].get(key)
        if other and not agree(other.value, entry.value, plain.key):
            values = (_written(pair.target, entry), _written(pair.source, other))
            yield Finding(
                Place(pair.target.path, entry.value_span),
                "value",
                {"key": key, "value": values[0], "value_there": values[1]},
                (Place(pair.source.path, other.value_span, THERE),),
                confidence=0.9,
            )


def _entries(front: FrontMatter | None, skip: frozenset[str]) -> dict[str, Entry]:
    """The entries that are compared, by key. A list is one entry, whose value is not compared:
    its members are mostly translated, and sorted in each language for itself."""
    found: dict[str, Entry] = {}
    for entry in front.entries if front else ():
        parts = entry.key.split(".")
        if not skip.isdisjoint(map(_plain, parts)):
            continue
        names = list(itertools.takewhile(lambda part: not part.isdigit(), parts))
        if len(names) < len(parts):
            entry = replace(entry, key=".".join(names), value=())  # noqa: PLW2901
        if entry.key:
            found.setdefault(entry.key, entry)
    return found


def _plain(key: str) -> str:
    """A key without what differs between habits: ``redirectFrom`` is ``redirect_from``."""
    return re.sub(r"[-_ ]", "", key).casefold()


def _written(page: Page, entry: Entry) -> str:
    """The value as it stands in the page, without quotes around it."""
    text = page.source.quote(entry.value_span).strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def _missing(pages: Sequence[Page], side: int, extra: Sequence[Entry]) -> Finding:
    here, there = pages[side], pages[1 - side]
    message = "keys" if here.front else "no-front-matter"
    keys = [entry.key for entry in extra]
    first = extra[0]
    related = Place(there.path, Span(first.key_span.start, first.value_span.end), THERE)
    place = Place(here.path, _spot(here, there, first))
    return Finding(place, message, {"keys": keys, "count": len(keys)}, (related,))


def _spot(here: Page, there: Page, missing: Entry) -> Span:
    """The key after which a missing one belongs; without one the first key, else the first block,
    else the page's start."""
    if not here.front:
        return here.blocks[0].span if here.blocks else Span(0, 0)
    if not here.front.entries:
        return here.front.span
    known = {entry.key: entry.key_span for entry in here.front.entries}
    above = [
        known[entry.key]
        for entry in (there.front.entries if there.front else ())
        if entry.key in known and entry.key_span < missing.key_span
    ]
    return above[-1] if above else here.front.entries[0].key_span


MESSAGES = {
    "en": {
        "keys": "The front matter lacks {count:key|keys} of the other version: {keys}",
        "no-front-matter": "This page has no front matter; the other version has: {keys}",
        "value": "{key} is “{value}” here and “{value_there}” in the other version",
        "there": LABELS["en"],
    },
    "ru": {
        "keys": "В шапке страницы не хватает {count:ключа|ключей|ключей} другой версии: {keys}",
        "no-front-matter": "У этой страницы нет шапки, а в шапке другой версии есть: {keys}",
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
    options=(Option("ignore", (), "more keys that are not compared, at any depth"),),
)
