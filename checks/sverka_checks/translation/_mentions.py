"""Whether words of another language stand in a text on purpose: as words, names, explanations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sverka.foreign import Foreign
from sverka.page import Block, Inline, InlineKind
from sverka.span import Span

_OPENING = "\"'«“„‘‹"
_CLOSING = "\"'»”’“‹›"
_BEFORE = re.compile(r"[\s\"'«“„‘:*(,\N{NO-BREAK SPACE}–—-]+\Z")
_AFTER = re.compile(r"^[\s\"'»”’“*),\N{NO-BREAK SPACE}–—-]+")
_FAR = 60
"""Characters around a word that are looked at."""
_GLOSS = re.compile(r"^[\"'»”’“*]*\s*\((?P<inside>[^()]{1,60})\)")
_EQUALS = re.compile(r"^[\"'»”’“*]*\s*(?:[=:]|[–—-](?=\s))")
_IN_NAME_BEFORE = re.compile(r"[\w/\\@#=&_]\Z|\w\.\Z")
_IN_NAME_AFTER = re.compile(r"^(?:[\w/\\@=_]|\.\w)")


@dataclass(frozen=True, slots=True)
class Spot:
    """Words in a block's prose, ``start`` to ``end``."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.block.prose.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where they stand in the file."""
        return self.block.prose.span(self.start, self.end)

    @property
    def before(self) -> str:
        """What stands before them."""
        return self.block.prose.text[max(self.start - _FAR, 0) : self.start]

    @property
    def after(self) -> str:
        """What stands after them."""
        return self.block.prose.text[self.end : self.end + _FAR]

    @property
    def is_name(self) -> bool:
        """Whether they are part of a file's name, an address, an identifier."""
        if _IN_NAME_BEFORE.search(self.before) or _IN_NAME_AFTER.match(self.after):
            return True
        return " " not in self.text and any(map(str.isupper, self.text[1:])) and not self.is_loud

    @property
    def is_loud(self) -> bool:
        """Whether they are all in capitals."""
        return self.text.isupper()

    @property
    def is_quoted(self) -> bool:
        """Whether quotes stand right around them, or italics."""
        if self.before[-1:] and self.before[-1:] in _OPENING and self.after[:1] in _CLOSING:
            return self.after[:1] != ""
        return any(
            one.kind is InlineKind.EMPHASIS and one.text.covers(self.span)
            for one in self.block.inlines
        )

    @property
    def is_bracketed(self) -> bool:
        """Whether they stand in brackets that hold nothing before them."""
        return bool(re.search(r"\([\"'«“„‘*]*\Z", self.before))

    @property
    def is_in_brackets(self) -> bool:
        """Whether they stand in brackets."""
        return self.before.rfind("(") > self.before.rfind(")") and ")" in self.after

    @property
    def is_term(self) -> bool:
        """Whether the block begins with them and goes on to say what they are."""
        return not self.block.prose.text[: self.start].strip() and bool(_EQUALS.match(self.after))

    @property
    def gloss(self) -> str:
        """What brackets right after them hold, "" without any."""
        match = _GLOSS.match(self.after)
        return match["inside"] if match else ""

    def link(self) -> Inline | None:
        """The link whose whole text they are."""
        return next(
            (
                one
                for one in self.block.inlines
                if one.kind is InlineKind.LINK and _same(one.text, self.span)
            ),
            None,
        )

    @property
    def is_cited(self) -> bool:
        """Whether they are the text of a link to another site: what is there has that title."""
        return any(
            one.kind is InlineKind.LINK and "://" in one.target and one.text.covers(self.span)
            for one in self.block.inlines
        )

    def speaks_of_tongues(self, habits: Foreign) -> bool:
        """Whether the text around them names a language: it may be about its words."""
        around = re.findall(r"[^\W\d_]+", f"{self.before} {self.after}".lower())
        return not habits.tongues.isdisjoint(around)

    def is_introduced(self, habits: Foreign) -> bool:
        """Whether the text says that a foreign word is meant."""
        before = " " + _BEFORE.sub("", self.before).lower().lstrip("(")
        if any(before.endswith((" " + word, "(" + word)) for word in habits.before):
            return True
        after = _AFTER.sub("", self.after).lower()
        return any(re.match(re.escape(word) + r"\b", after) for word in habits.after)


def _same(one: Span, other: Span) -> bool:
    return one.covers(other) and (one.end - one.start) - (other.end - other.start) <= 4
