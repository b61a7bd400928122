"""The directives in a page: which rules they silence, and where.

In a comment (HTML, or MDX) each of its lines may hold one, in the front matter the key
``sverka``::

    <!-- sverka-disable-next-line structure/link, structure/image: why -->
    <!-- sverka-disable structure: why -->  ...  <!-- sverka-enable structure -->
    sverka: {disable: [structure/link]}

A name is a rule, a family, or ``all``, which is also meant where there is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sverka.config import ALL, names
from sverka.page import Page
from sverka.span import Span
from sverka.suggest import closest

_LINE = re.compile(r"^[ \t]*(sverka-[\w-]+)[ \t]*(.*)$", re.MULTILINE | re.IGNORECASE)
_WORD = re.compile(r"[^\s,]+|,")
_NUMBERS = re.compile(r"(?:\.\d+)+$")
"""What a key has at its end where it is an item of a list."""
_VISIBLE = re.compile(r"\S")
_FRONT_KEY = "sverka"
_FRONT_DISABLE = f"{_FRONT_KEY}.disable"


class Verb(StrEnum):
    """What a directive does."""

    NEXT_LINE = "sverka-disable-next-line"
    DISABLE = "sverka-disable"
    ENABLE = "sverka-enable"


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive on a page, at ``span``.

    ``verb`` is a `Verb`, or the word that stands in the place of one, with the ``guess`` at
    what was meant. ``named`` are the names, in lower case. ``area`` is where one that disables
    silences them, both ends included; None where nothing follows it. ``ended`` are names with
    the offset from which they are enabled again. ``idle``: an enabling one that enables nothing.
    """

    span: Span
    verb: str
    named: tuple[str, ...] = ()
    guess: str = ""
    area: Span | None = None
    ended: tuple[tuple[str, int], ...] = ()
    idle: bool = False

    @property
    def disables(self) -> bool:
        """Whether it silences rules."""
        return self.verb in (Verb.DISABLE, Verb.NEXT_LINE)

    def silences(self, rule: str, at: int) -> bool:
        """Whether a finding of ``rule`` that begins at the offset ``at`` is silenced."""
        if self.area is None or not self.area.start <= at <= self.area.end:
            return False
        if any(names(name, rule) and offset <= at for name, offset in self.ended):
            return False
        return any(names(name, rule) for name in self.named)


def directives_of(page: Page) -> tuple[Directive, ...]:
    """The directives of a page, in the order of its text."""
    return tuple(_with_ends([*_in_front_matter(page), *_in_comments(page)]))


def _in_front_matter(page: Page) -> Iterator[Directive]:
    whole = Span(0, len(page.source.text))
    wrong: set[str] = set()
    for entry in page.front.entries if page.front else ():
        top, _, rest = entry.key.partition(".")
        if top != _FRONT_KEY or isinstance(entry.value, list | tuple | dict):
            continue
        if rest.partition(".")[0] != "disable" or rest.count(".") > 1:
            key = _NUMBERS.sub("", entry.key)
            if key not in wrong:
                wrong.add(key)
                yield Directive(entry.key_span, key, guess=_FRONT_DISABLE)
        elif entry.value is True:
            yield Directive(entry.value_span, Verb.DISABLE, (ALL,), area=whole)
        elif entry.value is not False and entry.value is not None:
            named = _named(str(entry.value))
            yield Directive(entry.value_span, Verb.DISABLE, named, area=whole)


def _in_comments(page: Page) -> Iterator[Directive]:
    comments = [one for one in page.comments if _FRONT_KEY in one.text]
    if not comments:
        return
    next_lines = _next_lines(page)
    end = len(page.source.text)
    for comment in sorted(comments, key=lambda one: one.span):
        for line in _LINE.finditer(comment.text):
            verb, named = line[1].lower(), _named(line[2])
            if verb == Verb.DISABLE:
                area = Span(comment.span.start, end)
                yield Directive(comment.span, verb, named, area=area)
            elif verb == Verb.NEXT_LINE:
                below = next_lines[comment.span.start]
                yield Directive(comment.span, verb, named, area=below)
            elif verb == Verb.ENABLE:
                yield Directive(comment.span, verb, named)
            else:
                guess = closest(verb, tuple(Verb)) or Verb.NEXT_LINE
                yield Directive(comment.span, verb, guess=guess)


def _named(text: str) -> tuple[str, ...]:
    """The names before the reason. A reason needs its colon, but who forgets it is understood:
    a word begins it that follows no comma and holds no slash."""
    found: list[str] = []
    wanted = True
    for word in _WORD.findall(text.lower().partition(":")[0]):
        if word == ",":
            wanted = True
        elif wanted or "/" in word:
            found.append(word)
            wanted = False
        else:
            break
    return tuple(dict.fromkeys(found)) or (ALL,)


def _with_ends(found: list[Directive]) -> list[Directive]:
    """The same, where each enabling one ends what is disabled above it."""
    opened: list[int] = []
    for number, directive in enumerate(found):
        if directive.verb == Verb.DISABLE:
            opened.append(number)
        elif directive.verb == Verb.ENABLE:
            at = directive.span.start
            touched = [n for n in opened if _meet(directive.named, found[n].named)]
            for n in touched:
                ended = (*found[n].ended, *((name, at) for name in directive.named))
                found[n] = replace(found[n], ended=ended)
            found[number] = replace(directive, idle=not touched)
            opened = [n for n in opened if not _over(found[n])]
    return found


def _meet(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a rule may be named by both."""
    return any(names(a, b) or names(b, a) for a in some for b in others)


def _over(directive: Directive) -> bool:
    """Whether all that it disabled is enabled again."""
    ended = [name for name, _ in directive.ended]
    return all(any(names(end, name) for end in ended) for name in directive.named)


def _next_lines(page: Page) -> dict[int, Span | None]:
    """Start of each comment -> the line below it and the rest of the blocks that begin there.

    A line that holds nothing but another comment does not count. None: nothing follows.
    """
    text = page.source.text
    leaves = sorted(block.span for block in page.walk() if not block.children)
    ends = {comment.span.start: comment.span.end for comment in page.comments}
    areas: dict[int, Span | None] = {}
    for start in sorted(ends, reverse=True):
        line_end = text.find("\n", ends[start])
        visible = _VISIBLE.search(text, line_end) if line_end >= 0 else None
        if visible is None:
            areas[start] = None
        elif visible.start() in areas and _alone(text, ends[visible.start()]):
            areas[start] = areas[visible.start()]
        else:
            areas[start] = _line_and_blocks(text, visible.start(), leaves)
    return areas


def _alone(text: str, end: int) -> bool:
    """Whether nothing follows on the line in which a comment ends."""
    rest = _VISIBLE.search(text, end)
    return rest is None or "\n" in text[end : rest.start()]


def _line_and_blocks(text: str, at: int, leaves: list[Span]) -> Span:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    first = bisect_left(leaves, Span(start, start))
    after = bisect_left(leaves, Span(end, end))
    return Span(start, max((leaf.end for leaf in leaves[first:after]), default=end))
