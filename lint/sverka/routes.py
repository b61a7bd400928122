"""Where the links of a site lead: to which page, and to which language."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from sverka.packs import Packs
from sverka.pairing.markers import MarkWords
from sverka.site import SiteFacts

_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_SUFFIX = re.compile(r"\.(?:mdx?|markdown|html?|txt)$", re.IGNORECASE)
_REST = re.compile(r"[?#].*", re.DOTALL)
_INDEX = ("index", "_index", "readme")
_PARTS = re.compile(r"[/._?&=:-]+")
_TAILS = 4
"""Folders above the pages' own addresses that a site may have."""


class Hit(NamedTuple):
    """The page that a link leads to. ``cut``: how many of its first folders the link leaves out,
    -1 for a relative link, whose ``base`` is the folder it counts from."""

    path: str
    cut: int
    base: str


def unquoted(address: str) -> str:
    """An address with its ``%..`` read as letters."""
    return unquote(address)


class Split(NamedTuple):
    """An address as it is written: its path, and all from the query or the fragment on."""

    path: str
    rest: str


def split_address(address: str) -> Split:
    """The path of an address, and the rest."""
    match = _REST.search(address)
    return Split(address[: match.start()], match[0]) if match else Split(address, "")


def is_external(address: str) -> bool:
    """Whether an address names another host, or is none of a page."""
    return _SCHEME.match(address) is not None


def page_address(path: str) -> str:
    """A page's path as links have it: no suffix, a folder for its index."""
    bare = _SUFFIX.sub("", path)
    folder, _, name = bare.rpartition("/")
    stem = name.partition(".")[0].lower()
    return folder if stem in _INDEX and name.lower() in _INDEX else bare


class Routes:
    """The pages of a site by their addresses, and the versions of each."""

    def __init__(self, site: SiteFacts) -> None:
        self._languages = {page.path: page.language for page in site.pages}
        self._versions: dict[str, list[str]] = defaultdict(list)
        for pair in site.pairs:
            self._versions[pair.source].append(pair.target)
            self._versions[pair.target].append(pair.source)
        self._tails: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._full: dict[str, str] = {}
        for path in self._languages:
            address = page_address(path).lower()
            self._full.setdefault(address, path)
            parts = address.split("/")
            for cut in range(min(_TAILS, len(parts))):
                self._tails["/".join(parts[cut:])].append((cut, path))

    def language(self, path: str) -> str:
        """The language of a page."""
        return self._languages[path]

    def sibling(self, path: str, language: str) -> str | None:
        """The version of a page in that language, None without one."""
        versions = (one for one in self._versions[path] if self._languages.get(one) == language)
        return next(versions, None)

    def find(self, page: str, address: str) -> Hit | None:
        """The page that a link of the page ``page`` leads to; None where that is not certain."""
        target = unquote(split_address(address).path).strip()
        if not target or is_external(target):
            return None
        if target.startswith("/"):
            found = self._tails.get(page_address(target.strip("/")).lower(), [])
            least = [one for one in found if one[0] == min(found)[0]]
            return Hit(least[0][1], least[0][0], "") if len(least) == 1 else None
        for base in (posixpath.dirname(page), page_address(page)):
            joined = posixpath.normpath(posixpath.join(base, target))
            if joined in self._languages:
                return Hit(joined, -1, base)
            if path := self._full.get(page_address(joined).lower()):
                return Hit(path, -1, base)
        return None

    def written(self, address: str, hit: Hit, other: str) -> str:
        """The address of the page ``other``, written as ``address`` is, which leads to ``hit``."""
        path, rest = split_address(address)
        bare = path.rstrip("/")
        suffix = _SUFFIX.search(bare)
        new = page_address(other)
        if suffix:
            own = hit.path.endswith(suffix[0])
            new = other if own else _SUFFIX.sub("", other) + suffix[0]
        if hit.cut >= 0:
            new = "/" + "/".join(new.split("/")[hit.cut :])
        else:
            new = posixpath.relpath(new, hit.base or ".")
            new = "./" + new if path.startswith("./") and not new.startswith(".") else new
        return new + ("/" if path.endswith("/") else "") + rest


@dataclass(frozen=True, eq=False)
class _Key:
    """A site as a key: the same object is the same site."""

    site: SiteFacts

    def __hash__(self) -> int:
        return id(self.site)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.site is self.site


@lru_cache(maxsize=1)
def _routes(key: _Key) -> Routes:
    return Routes(key.site)


def routes(site: SiteFacts) -> Routes:
    """The routes of a site, made once for all its pairs."""
    return _routes(_Key(site))


class Marks:
    """What languages an address names: a host's label, a folder, a part of a name."""

    def __init__(self, packs: Packs) -> None:
        self._words = MarkWords.of(packs).packs

    def of(self, address: str) -> frozenset[str]:
        """The codes of the languages that have packs and are named anywhere in the address."""
        plain = unquote(split_address(address).path).lower()
        return frozenset(self._words[one] for one in _PARTS.split(plain) if one in self._words)

    def of_folders(self, address: str) -> frozenset[str]:
        """The codes of those that a folder names, or the first label of the host."""
        plain = unquote(split_address(address).path).lower()
        host, _, path = _SCHEME.sub("", plain).lstrip("/").partition("/")
        pieces = path.split("/") if is_external(address) else plain.split("/")
        label = host.partition(".")[0] if is_external(address) else ""
        return frozenset(self._words[one] for one in (label, *pieces) if one in self._words)
