"""File patterns, as people write them in configuration.

``*`` and ``?`` stay inside one part of a path, ``**`` crosses parts, ``[a-z]`` is one character.
A pattern without a slash names a file or folder at any depth (``drafts``, ``*.draft.md``); one
with a slash counts from the site's root (``content/drafts``, ``/notes.md``). A pattern that
matches a folder matches everything in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TOKEN = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?[^\]/]+\]|.", re.DOTALL)
_WILD = re.compile(r"[*?\[]")
_WILDCARDS = {"**/": "(?:.*/)?", "/**": "(?:/.*)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern, ready to be matched against POSIX paths relative to the root."""

    regex: re.Pattern[str]
    literal: str
    """The leading parts that are spelled out; all of a pattern with no wildcard."""
    anchored: bool

    @classmethod
    def parse(cls, pattern: str) -> Glob:
        """Read a pattern; every text is one (a range that makes no sense stands for itself)."""
        plain = pattern.strip().removeprefix("./").rstrip("/")
        anchored = "/" in plain
        body = plain.lstrip("/")
        start = "" if anchored else "(?:.*/)?"
        regex = start + "".join(map(_translated, _TOKEN.findall(body))) + "(?:/.*)?"
        spelled: list[str] = []
        for part in body.split("/"):
            if _WILD.search(part):
                break
            spelled.append(part)
        return cls(re.compile(regex, re.DOTALL), "/".join(spelled), anchored)

    def matches(self, path: str) -> bool:
        """Whether the pattern names ``path`` or a folder above it."""
        return self.regex.fullmatch(path) is not None

    def spells_out(self, path: str) -> bool:
        """Whether ``path`` stands in the pattern letter by letter, as its end or on the way."""
        if not self.anchored:
            return bool(self.literal) and path.rpartition("/")[2] == self.literal
        return self.literal == path or self.literal.startswith(f"{path}/")


def any_matches(globs: Iterable[Glob], path: str) -> bool:
    """Whether one of the patterns names ``path`` or a folder above it."""
    return any(glob.matches(path) for glob in globs)


def _translated(token: str) -> str:
    if token in _WILDCARDS:
        return _WILDCARDS[token]
    if len(token) == 1:
        return re.escape(token)
    negated = token.startswith("[!")
    inside = re.sub(r"([\\\[^&~|])", r"\\\1", token[2 if negated else 1 : -1])
    one_of = f"[^{inside}/]" if negated else f"[{inside}]"
    try:
        re.compile(one_of)
    except re.error:
        return re.escape(token)
    return one_of
