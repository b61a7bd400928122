"""Something that stood around the text of a web page was copied with it.

What it finds: comment forms ("Leave a Reply", "Required fields are marked *"), share buttons,
cookie notices, copyright lines, age badges, links to other posts, and at the end of a
page what else a site prints there ("Print version", "Tags: …"). Neighbouring ones are one finding.

Why it matters: the site prints such things itself; in the text they are dead, and they show that
it was copied.

When it is wrong: a page that is about these things. What stands in code, in a longer paragraph or
in a numbered step is silent, and so are cookie notices on pages about cookies or privacy.
A single link to other posts or button is a hint, since some sites write them by hand.

Source: what common site builders print around a text, in the language packs.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka.packs import Language
from sverka.page import Block, Kind, Page
from sverka.span import Span
from sverka.wording import Wording, wording

KINDS = (
    "comments",
    "share",
    "cookies",
    "footer",
    "navigation",
)
_HINTS = frozenset({"navigation", "furniture"})
"""What a site may say of its own as well."""
_PROSE = frozenset((Kind.HEADING, Kind.PARAGRAPH))
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST = 16
"""A block of more words is a text of the page's own."""
_MOST = 0.6
"""The share of a block's words that must be boilerplate."""
_NETWORKS = "networks"
"""The sense of names that count beside others only."""
_BADGE = re.compile(r"\d{1,2}\+|\+\d{1,2}")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\W*(?:\d{4})?\b.{0,60}", re.IGNORECASE)
_LAST = 4
"""Badges and copyright signs count among a page's last blocks."""
_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}:(?=\s)|(?=[^:]*\Z)")
"""A label before its value, of a block of furniture: "Tags: massage, oedema"."""
_VALUE = 8
"""So many words may follow a label."""
_VERY_END = 8
"""Furniture stands among so many last blocks of prose,"""
_OTHERS = 2
"""so many short ones of which may be no furniture."""


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """A block of boilerplate: its number among the page's blocks of prose, its kind."""

    number: int
    block: Block
    kind: str


def run(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each run of boilerplate."""
    language = context.packs.languages.get(page.language)
    if language is None:
        return
    phrases = wording(language, "boilerplate", KINDS)
    steps = {id(inner) for one in page.walk() if one.ordered for inner in one.walk()}
    blocks = [block for block in page.walk() if block.kind in _PROSE and block.prose.text.strip()]
    pieces = [
        _Piece(number, block, kind)
        for number, block in enumerate(blocks)
        if id(block) not in steps and (kind := _kind(block, number, len(blocks), phrases))
    ]
    listed = {id(inner) for one in page.walk() if one.kind is Kind.LIST for inner in one.walk()}
    known = {piece.number for piece in pieces}
    tail = [one for one in _tail(blocks, known, language) if id(one.block) not in listed]
    pieces = sorted([*pieces, *tail], key=lambda one: one.number)
    if _is_about(page, phrases):
        pieces = [piece for piece in pieces if piece.kind != "cookies"]
    for run_of_them in _runs(pieces):
        yield _finding(page, run_of_them)


def _tail(blocks: Sequence[Block], known: Container[int], language: Language) -> Iterator[_Piece]:
    """The furniture at the end of a page, up to the text; the blocks of ``known`` numbers are
    boilerplate already."""
    words = wording(language, "furniture", ("anchor", "filler"))
    others = 0
    for number in range(len(blocks) - 1, max(len(blocks) - 1 - _VERY_END, 0), -1):
        block = blocks[number]
        text = block.prose.text.strip()
        if number in known:
            continue
        if block.kind is not Kind.HEADING and _furniture(text, words, language.stopwords):
            yield _Piece(number, block, "furniture")
            continue
        others += 1
        if others > _OTHERS or len(_WORD.findall(text)) > _LONGEST:
            return


def _kind(block: Block, number: int, total: int, phrases: Wording) -> str:
    """What kind of boilerplate a block is; "" for none."""
    text = block.prose.text.strip()
    near_the_end = number >= total - _LAST
    if near_the_end and (_BADGE.fullmatch(text) or _RIGHTS.fullmatch(text)):
        return "footer"
    words = len(_WORD.findall(text))
    if not 0 < words <= _LONGEST:
        return ""
    hits = phrases.find(text)
    covered = sum(len(_WORD.findall(text[hit.start : hit.end])) for hit in hits)
    telling = [hit for hit in hits if _NETWORKS not in hit.senses()]
    if not telling or covered < (words if text.endswith(":") else _MOST * words):
        return ""
    return telling[0].meanings[0].kind


def _furniture(text: str, words: Wording, plain: frozenset[str]) -> bool:
    """Whether a short text has no other words than those of a site's furniture."""
    if text.endswith("."):
        return False  # a sentence
    label = _LABEL.match(text)
    value = _WORD.findall(text[label.end() :]) if label and label.end() else []
    said = label[0] if label and label.end() and len(value) <= _VALUE else text
    forms = [word.lower() for word in _WORD.findall(said)]
    if not 0 < len(forms) <= _LONGEST:
        return False
    hits = words.find(said)
    known = {form for hit in hits for form in _WORD.findall(said[hit.start : hit.end].lower())}
    return any("anchor" in hit.kinds() for hit in hits) and known.union(plain).issuperset(forms)


def _is_about(page: Page, phrases: Wording) -> bool:
    """Whether the page is about what cookie notices are about."""
    title = page.title.lower()
    return any(word in title for word in ("cookie", "privacy", "gdpr")) or any(
        hit.meanings[0].kind == "cookies" for hit in phrases.find(title)
    )


def _runs(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Neighbours, with at most one block between them, are one cause."""
    run_of_them: list[_Piece] = []
    for piece in pieces:
        if run_of_them and piece.number - run_of_them[-1].number > 2:
            yield run_of_them
            run_of_them = []
        run_of_them.append(piece)
    if run_of_them:
        yield run_of_them


def _finding(page: Page, pieces: Sequence[_Piece]) -> Finding:
    kinds = {piece.kind for piece in pieces}
    first, last = pieces[0].block, pieces[-1].block
    quote = " ".join(first.prose.text.split())
    message = pieces[0].kind if len(kinds) == 1 else "several"
    hint = kinds <= _HINTS and len(pieces) == 1
    found = Finding(
        Place(page.path, Span(first.span.start, last.span.end)),
        message,
        {"quote": quote, "count": len(pieces)},
        confidence=0.9,
    )
    return replace(found, severity=Severity.INFO) if hint else found


MESSAGES = {
    "en": {
        "comments": "Part of a comment form: “{quote}”",
        "share": "A button to share or subscribe: “{quote}”",
        "cookies": "A cookie notice: “{quote}”",
        "footer": "Part of a page’s footer: “{quote}”",
        "navigation": "A link or label that the site prints around a text: “{quote}”",
        "furniture": "What a site prints below a text: “{quote}”",
        "several": "{count:block|blocks} of what stands around a web page’s text: “{quote}”",
    },
    "ru": {
        "comments": "Часть формы комментариев: «{quote}»",
        "share": "Кнопка «поделиться» или «подписаться»: «{quote}»",
        "cookies": "Уведомление о cookie: «{quote}»",
        "footer": "Часть подвала страницы: «{quote}»",
        "navigation": "Ссылка или подпись, которую сайт печатает вокруг текста: «{quote}»",
        "furniture": "То, что сайт печатает под текстом: «{quote}»",
        "several": "{count:блок|блока|блоков} того, что стоит вокруг текста веб-страницы: "
        "«{quote}»",
    },
}

_TEXT = "# Peeling\n\nThe peel takes half an hour, and the skin is smooth after a week.\n\n"

CHECK = Check(
    id="artifact/boilerplate",
    unit="page",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {"en/peel.md": _TEXT + "Leave a Reply\n\nRequired fields are marked \\*\n"},
        {"en/peel.md": _TEXT + "© 2020 Peel Ltd. All rights reserved.\n"},
        {"ru/peel.md": "# Пилинг\n\nПроцедура длится полчаса.\n\n## Добавить комментарий\n"},
    ),
    good=(
        {"en/peel.md": _TEXT + "Leave a reply to our letter at the desk, and we will call you.\n"},
        {"ru/peel.md": "# Пилинг\n\nЧтобы поделиться впечатлением, позвоните в клинику.\n"},
    ),
    documentation=__doc__,
)
