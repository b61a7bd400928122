"""What stands in the other version's language beside the text: front matter, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka.finding import Finding, Place, Severity
from sverka.packs import Packs
from sverka.page import Entry, FrontMatter, InlineKind, Page
from sverka.pairing.markers import MarkWords
from sverka.span import Span
from sverka_checks.translation._guests import are_ordinary, sentence_level
from sverka_checks.translation._kind import THERE
from sverka_checks.translation._sides import Side

# Keys whose values are no prose, or a name, or say themselves what language they are in.
_NO_PROSE = re.compile(
    r"(?:^|[-_.])(?:lang|language|locale|slug|url|uri|link|href|permalink|alias(?:es)?|path|file|src"
    r"|image|img|icon|cover|id|uuid|layout|template|type|class|css|date|author|authors|editor"
    r"|translator|reviewer|translation|translations|original|source|anchor|email|phone|address"
    r"|key|ref|sverka|head|redirects?|redirect[-_]from|canonical|i18n|hreflang|alternate"
    r")(?:$|[-_.])",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FILE = re.compile(r"\S+")
_ALT = re.compile(r"""\balt\s*=\s*(?P<mark>["'])(?P<text>.*?)(?P=mark)""", re.IGNORECASE)


def margins(side: Side, packs: Packs) -> Iterator[Finding]:
    """Values of the front matter, and descriptions of pictures, that nobody translated."""
    yield from _values(side, packs)
    yield from _pictures(side)


def _values(side: Side, packs: Packs) -> Iterator[Finding]:
    front, there = side.page.front, side.partner.front
    marks = MarkWords.of(packs) if front else None
    for entry in front.entries if front else ():
        if not isinstance(entry.value, str) or marks is None:
            continue
        if _is_no_prose(entry.key, marks):
            continue
        other = _entry(there, entry.key)
        same = other is not None and _plain(str(other.value)) == _plain(entry.value)
        level = _level(side, entry.value, same=same)
        if level is None:
            continue
        related = (Place(side.partner.path, other.value_span, THERE),) if other else ()
        yield Finding(
            Place(side.page.path, entry.value_span),
            "value",
            {"key": entry.key, "quote": entry.value},
            related,
            confidence=0.9,
            severity=level,
        )


def _entry(front: FrontMatter | None, key: str) -> Entry | None:
    return next((one for one in front.entries if one.key == key), None) if front else None


def _is_no_prose(key: str, marks: MarkWords) -> bool:
    name = _CAMEL.sub("-", key)
    if _NO_PROSE.search(name):
        return True
    return any(marks.code(part) for part in re.split(r"[-_.]", name) if part)


def _pictures(side: Side) -> Iterator[Finding]:
    text = side.page.source.text
    if "![" not in text and "<img" not in text.lower():
        return
    here = list(_descriptions(side.page))
    known = {_plain(said): span for said, span in _descriptions(side.partner)} if here else {}
    for said, span in here:
        if _FILE.fullmatch(said) and re.search(r"[\d_.]", said):
            continue
        there = known.get(_plain(said))
        level = _level(side, said, same=there is not None)
        if level is not None:
            yield Finding(
                Place(side.page.path, span),
                "picture",
                {"quote": said},
                (Place(side.partner.path, there, THERE),) if there else (),
                confidence=0.9,
                severity=level,
            )


def _descriptions(page: Page) -> Iterator[tuple[str, Span]]:
    """What is said of each picture, and where."""
    for block in page.walk():
        for one in block.inlines:
            if one.kind is not InlineKind.IMAGE:
                continue
            span = one.text
            if page.source.text.startswith("<", span.start):
                match = _ALT.search(page.source.text, one.span.start, one.span.end)
                if match is None:
                    continue
                span = Span(*match.span("text"))
            text = page.source.quote(span)
            if text.strip():
                yield text, span


def _level(side: Side, text: str, *, same: bool) -> Severity | None:
    """How surely a text of its own is left untranslated; None where it is not, or is a name.
    ``same``: the other version has the same."""
    words = _WORD.findall(text)
    theirs = [
        word for word in words if all(map(side.other.letter.match, re.sub("['’-]", "", word)))
    ]
    if side.guests.guest:
        if len(theirs) < len(words):
            return None
        level = sentence_level(text, side.other, theirs)
        if level is None and same and len(words) > 1 and are_ordinary(words, side):
            level = Severity.INFO if side.has_code else Severity.WARNING
        return level and min(level if same else Severity.INFO, Severity.WARNING)
    if text.strip().lower() in side.guests.native or 2 * len(theirs) < len(words):
        return None
    if not any(len(word) > 1 for word in theirs):
        return None
    if len(theirs) > 1 or theirs[0].islower():
        return Severity.ERROR if same else Severity.WARNING
    return Severity.WARNING if same else None


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
