"""Addresses made comparable across the language versions of a site."""

from __future__ import annotations

import re
from urllib.parse import unquote

from sverka.packs import Packs

_PARTS = re.compile(r"[/._?&=-]+")
_HOST = re.compile(r"^(?:[a-z]+:)?//(?:www\.)?([^/:]*)\.[a-z]+(?::\d+)?(?=/|$)")
_SUFFIX = re.compile(r"\.(?:mdx?|markdown|html?|txt|php|aspx?)$")
_PICTURE_SUFFIX = re.compile(r"\.[a-z0-9]{2,4}$")


class Addresses:
    """Strips from addresses what differs between languages by nature."""

    def __init__(self, markers: frozenset[str], codes: frozenset[str] = frozenset()) -> None:
        self._markers = markers
        # Codes of other languages are words as well ("is", "id"): they count as marks only at
        # the beginning of a path and as the last part of a name.
        self._codes = codes

    def key(self, address: str) -> str:
        """What two versions of one link have in common.

        Language folders and hosts, a host's last label, file suffixes, leading dots and a
        trailing slash go; so does a fragment, which is often a translated heading, where
        anything stands before it.
        """
        plain = unquote(address).strip().lower()
        plain, _, fragment = plain.partition("#")
        plain = _HOST.sub(r"\1", plain)
        plain = _SUFFIX.sub("", plain.rstrip("/"))
        parts = [part for part in plain.split("/") if part not in ("", ".", "..")]
        if len(parts) > 1 and parts[0] in self._codes:
            del parts[0]
        kept = [self._unmarked(part) for part in parts if part not in self._markers]
        if kept and kept[-1] in ("index", "readme"):
            kept.pop()
        return "/".join(part for part in kept if part) or "#" + fragment

    def picture(self, address: str) -> str:
        """The name of an image file without its folders, its suffix and its language."""
        name = unquote(address).strip().lower().rstrip("/").rpartition("/")[2]
        return self._unmarked(_PICTURE_SUFFIX.sub("", name.partition("?")[0]))

    def _unmarked(self, part: str) -> str:
        pieces = [piece for piece in _PARTS.split(part) if piece]
        if len(pieces) > 1 and pieces[-1] in self._codes:
            del pieces[-1]
        return "-".join(piece for piece in pieces if piece not in self._markers)


def addresses(packs: Packs) -> Addresses:
    """The comparer for all languages of the packs."""
    known = (language.markers for language in packs.languages.values())
    return Addresses(frozenset().union(*known), packs.other_codes)
