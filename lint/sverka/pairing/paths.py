"""Pairs by path: pages whose paths differ in the language's mark only."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from sverka.page import Page
from sverka.pairing.candidates import Candidate
from sverka.pairing.markers import Mark, MarkWords, SplitPath, marks

ONE_SIDE_UNMARKED = 0.98
"""`a.md` beside `a.xx.md`: a common layout, but the bare path carries no promise."""
OTHER_LAYOUT = 0.95
"""`xx/a.md` beside `a.yy.md`: both say their language, in different ways."""
OTHER_SUFFIX = 0.9
"""`a.md` beside `a.mdx`: mostly the same page, sometimes its replacement."""
CONTAINER = 0.9
"""`i18n/xx/a.md` beside `a.md`: the folder of translations has been looked through."""
INDEX = 0.8
"""`a/index.md` beside `a.md`: the same address on most sites, not on all."""
MARK_IN_MARK = 0.97
"""One of several marks taken away: which of them is the mark is a guess."""

CONTAINERS = frozenset(
    "i18n _i18n l10n lang langs language languages locale locales translated translations".split()
)
INDEX_NAMES = frozenset({"index", "_index", "readme"})
_PLUGIN = re.compile(
    r"(?P<top>(?:.*/)?)i18n/docusaurus-plugin-content-(?P<what>docs|blog|pages)(?:-(?P<id>[^/]+))?/"
    r"(?:(?P<version>current|version-[^/]+)/)?(?P<rest>.*)",
    re.DOTALL,
)
"""Docusaurus keeps translations in the folder of the plugin that shows them."""
_MOST_CLAIMS = 64
"""Pages of one language that claim one key; a site with more has no key there."""


class Reading(NamedTuple):
    """One way to read a path: ``key`` is what is left without the language, ``shape`` the path
    with a blank for it, ``trust`` 0 to 1. ``folded`` is the name that gave way to its folder's."""

    key: str
    shape: str
    marked: bool
    trust: float
    folded: str = ""


@dataclass(frozen=True, slots=True)
class _Claim:
    page: Page
    reading: Reading
    suffix: str


def readings(path: SplitPath, language: str, words: MarkWords) -> list[Reading]:
    """All ways to read the path of a page in that language, the likeliest first.

    Only marks of the page's own language count, so that a product or a folder whose name
    happens to be a code of another language is a name like any other.
    """
    own = [mark for mark in marks(path, words) if mark.code == language]
    found = [Reading(path.key, path.key, False, 1.0)]
    if own:
        found.extend(_marked(path, own, 1.0))
    if len(own) > 1:
        for mark in own:
            found.extend(_marked(path, [mark], MARK_IN_MARK))
    folded = [_folded(reading) for reading in found]
    return sorted(
        found + [reading for reading in folded if reading],
        key=lambda reading: (-reading.trust, reading.key),
    )


def _marked(path: SplitPath, taken: list[Mark], trust: float) -> Iterator[Reading]:
    bare, shape = path.without(*taken), path.shape(*taken)
    plugin = _PLUGIN.fullmatch(bare.key)
    if plugin:
        top = plugin["top"]
        below = _plugin_folder(plugin)
        yield Reading(f"{top}{below}/{plugin['rest']}", shape, True, trust)
        if top:
            above = top[:-1].rpartition("/")[0]
            higher = f"{above}/{below}" if above else below
            yield Reading(f"{higher}/{plugin['rest']}", shape, True, trust * CONTAINER)
        return
    yield Reading(bare.key, shape, True, trust)
    first = taken[0]
    if not first.rest and first.part and path.parts[first.part - 1].lower() in CONTAINERS:
        parts = bare.parts[: first.part - 1] + bare.parts[first.part :]
        yield Reading("/".join(parts).casefold(), shape, True, trust * CONTAINER)


def _plugin_folder(plugin: re.Match[str]) -> str:
    name, version = plugin["id"], plugin["version"]
    if version and version != "current":
        return f"{name}_versioned_docs/{version}" if name else f"versioned_docs/{version}"
    return name or {"pages": "src/pages"}.get(plugin["what"], plugin["what"])


def _folded(reading: Reading) -> Reading | None:
    folder, _, name = reading.key.rpartition("/")
    if name not in INDEX_NAMES:
        return None
    return reading._replace(key=folder, trust=reading.trust * INDEX, folded=name.removeprefix("_"))


def by_path(pages: Sequence[Page], words: MarkWords) -> Iterator[Candidate]:
    """All pairs of pages in different languages that share a key, in no order."""
    for claims in _claims(pages, words):
        languages = sorted(claims)
        for number, one in enumerate(languages):
            for other in languages[number + 1 :]:
                for left, right in product(claims[one], claims[other]):
                    candidate = _candidate(left, right)
                    if candidate:
                        yield candidate


def unmarked_language(pages: Sequence[Page], words: MarkWords) -> str:
    """The language of the pages at bare paths, where most translations have such a counterpart:
    the language that site is written in. "" where both sides have marks."""
    bare: Counter[str] = Counter()
    total = 0
    for claims in _claims(pages, words):
        certain = {
            language: any(claim.reading.marked for claim in some)
            for language, some in claims.items()
            if any(claim.reading.trust == 1 for claim in some)
        }
        if any(certain.values()):
            total += 1
            bare.update(language for language, marked in certain.items() if not marked)
    if not bare:
        return ""
    usual = min(bare, key=lambda language: (-bare[language], language))
    return usual if 2 * bare[usual] > total else ""


def _claims(pages: Iterable[Page], words: MarkWords) -> Iterator[dict[str, list[_Claim]]]:
    """Pages by the key they claim, then by language; keys of one language are left out."""
    keys: dict[str, dict[str, dict[str, _Claim]]] = defaultdict(lambda: defaultdict(dict))
    for page in pages:
        path = SplitPath.of(page.path)
        for reading in readings(path, page.language, words):
            claim = _Claim(page, reading, path.suffix)
            keys[reading.key][page.language].setdefault(page.path, claim)
    for key in sorted(keys):
        claims = {
            language: [some[path] for path in sorted(some)]
            for language, some in keys[key].items()
            if len(some) <= _MOST_CLAIMS
        }
        if len(claims) > 1:
            yield claims


def _candidate(left: _Claim, right: _Claim) -> Candidate | None:
    one, other = left.reading, right.reading
    if not (one.marked or other.marked):
        return None
    if one.folded and other.folded and one.folded != other.folded:
        return None  # a repository's readme and a site's front page
    trust = one.trust * other.trust
    if not (one.marked and other.marked):
        trust *= ONE_SIDE_UNMARKED
    elif one.shape != other.shape:
        trust *= OTHER_LAYOUT
    if left.suffix != right.suffix:
        trust *= OTHER_SUFFIX
    return Candidate(
        left.page, right.page, round(trust, 2), distance(left.page.path, right.page.path)
    )


def distance(one: str, other: str) -> int:
    """How many folders lie between two paths."""
    left, right = one.split("/")[:-1], other.split("/")[:-1]
    shared = 0
    for here, there in zip(left, right, strict=False):
        if here != there:
            break
        shared += 1
    return len(left) + len(right) - 2 * shared
