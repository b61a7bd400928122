"""What a page, and each of its statements, is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sverka.claims.matching import SUBJECT, Hit
from sverka.claims.statements import Statement
from sverka.claims.utterance import Utterance
from sverka.page import NO_PROSE

IN_TITLE = 6
IN_HEADING = 2
"""What a mention there weighs, against 1 in the text."""
OPENING = 7
"""Tokens at the start of a sentence in which its own subject stands."""
TERMS = 6
OFTEN = 3
"""Times that a word stands in a page that it is about."""


def about(
    title: Utterance | None, heads: Sequence[Utterance], read: Sequence[Utterance]
) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The pack's subject that a page's title names, or "", and all that the page names, with what
    their mentions weigh, the weightiest first."""
    weights: Counter[str] = Counter(name for one in read for name in _names(one))
    for head in heads:
        for name in _names(head):
            weights[name] += IN_HEADING
    named = dict.fromkeys(_names(title)) if title else {}
    for name in named:
        weights[name] += IN_TITLE
    ranked = sorted(weights.items(), key=lambda one: (-one[1], one[0]))
    return next((name for name, _ in ranked if name in named), ""), tuple(ranked)


def _names(utterance: Utterance) -> list[str]:
    return [hit.meaning.name for hit in utterance.of(SUBJECT)]


def telling(
    title: Utterance | None,
    heads: Sequence[Utterance],
    read: Sequence[Utterance],
    plain: frozenset[str],
) -> tuple[str, ...]:
    """The dictionary forms that tell best what a page is about: those of its title by how often
    the page has them; without a title those of its text."""
    counts = Counter(
        token.lemma
        for one in read
        for token in one.tokens
        if token.lemma.isalpha() and len(token.lemma) > 2 and token.lemma not in plain
    )
    source = title or (heads[0] if heads else None)
    words = (
        [t.lemma for t in source.tokens if t.lemma.isalpha() and t.lemma not in plain]
        if source
        else []
    )
    ranked = sorted(dict.fromkeys(words), key=lambda word: -counts[word])
    if not ranked:
        ranked = [word for word, count in counts.most_common(TERMS) if count >= OFTEN]
    return tuple(ranked[:TERMS])


class Scene:
    """What the text is about at the statement that was entered last."""

    def __init__(self) -> None:
        self._place: tuple[str, ...] | None = None
        self._prose = NO_PROSE
        self.section: tuple[str, ...] = ()
        self.running = ""

    def enter(self, statement: Statement, utterance: Utterance, heads: Sequence[Utterance]) -> None:
        """Go on to a statement; a new heading begins anew."""
        if statement.prose is not self._prose and not self._is_choice():
            self.running = ""  # a paragraph of its own
        self._prose = statement.prose
        if statement.headings != self._place:
            self._place = statement.headings
            self.running = ""
            names = (tuple(dict.fromkeys(_names(head))) for head in heads)
            self.section = next((found for found in names if found), ())
        for hit in _own(utterance):
            if hit.start < OPENING or self._is_choice():
                self.running = hit.meaning.name

    def _is_choice(self) -> bool:
        """Whether the heading names two subjects: then whichever was named last is meant."""
        return len(self.section) > 1

    def named(self, utterance: Utterance, at: int) -> tuple[str, ...]:
        """The subjects that a statement names itself, the nearest to a token first."""
        own = sorted(_own(utterance), key=lambda hit: (abs(hit.start - at), hit.start))
        return tuple(dict.fromkeys(hit.meaning.name for hit in own))


def _own(utterance: Utterance) -> list[Hit]:
    """The subjects that a text speaks of, not those that it compares them with."""
    return [
        hit
        for hit in utterance.of(SUBJECT)
        if not utterance.before(hit, 6, "contrast", "than", "against")
    ]
