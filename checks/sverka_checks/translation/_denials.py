"""What a side denies: its phrases of denial, what they reach to, and what may stand for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sverka.align.passages import Segment, Stretch, Word
from sverka.wording import Hit, Wording, wording

KINDS = ("deny", "free", "hint", "skip", "stop", "turn", "void")
DENIALS = frozenset(("deny",))

NEAR = 40
"""Code points between a word and one of denying sense that still bears on it."""
FAR = 60
"""Code points after a denial within which it may be turned to a contrast."""

CLAUSE = re.compile(r"[.,;:!?()—–«»\"“”]")
SENTENCE = re.compile(r"[.;!?]")
_NUMBER = re.compile(r"\.?\s*\d")

Links = Sequence[tuple[int, ...]]
"""For each word of a side the numbers of the other's words that may be its translation."""


@dataclass(frozen=True, slots=True)
class Side:
    """A stretch and its phrases, from left to right, by the kinds of the pack."""

    stretch: Stretch
    hits: tuple[Hit, ...]

    def of(self, *kinds: str) -> list[Hit]:
        """The phrases of these kinds."""
        return [hit for hit in self.hits if _is(hit, *kinds)]

    def numbers(self, hit: Hit) -> set[int]:
        """The numbers of a phrase's words."""
        words = enumerate(self.stretch.words)
        return {number for number, word in words if hit.start <= word.start < hit.end}

    def scope(self, denial: Hit) -> list[int]:
        """The numbers of the first two words that say something after a denial, in its clause."""
        text = self.stretch.text
        clause = CLAUSE.search(text, denial.end)
        ends = [clause.start() if clause else len(text)]
        ends += [hit.start for hit in self.of("stop", "turn") if hit.start >= denial.end]
        passed = {number for hit in self.of("skip") for number in self.numbers(hit)}
        words = [
            number
            for number, word in enumerate(self.stretch.words)
            if denial.end <= word.start < min(ends) and word.keys
        ]
        return ([number for number in words if number not in passed] or words)[:2]

    def turns(self, denial: Hit) -> bool:
        """Whether what is denied is only set against something, «не сейчас, а потом», or waited
        for, «пока не»."""
        text = self.stretch.text
        for hit in self.of("turn"):
            first, last = sorted((hit, denial))
            before = hit is first
            if before != ("before" in hit.senses()) or hit.start > denial.end + FAR:
                continue
            breaks = CLAUSE if "clause" in hit.senses() else SENTENCE
            if not breaks.search(text, first.end, last.start):
                return True
        return False


def _is(hit: Hit, *kinds: str) -> bool:
    return hit.meanings[0].kind in kinds


def pack_of(stretch: Stretch) -> Wording:
    """How a stretch's language denies."""
    return wording(stretch.language, "negation", KINDS)


def sides_of(packs: Sequence[Wording], segment: Segment) -> tuple[Side, ...]:
    """What both sides of a segment say; no phrases where neither denies anything."""
    both = tuple(zip(packs, segment.sides, strict=True))
    if any(pack.may_have(stretch.forms, DENIALS) for pack, stretch in both):
        return tuple(_read(pack, stretch) for pack, stretch in both)
    return tuple(Side(stretch, ()) for stretch in segment.sides)


def _read(pack: Wording, stretch: Stretch) -> Side:
    """What the stretch's language makes of it; a number's sign (“No. 5”) is no denial."""
    text, numbered = stretch.text, stretch.language.numbered
    return Side(
        stretch,
        tuple(
            hit
            for hit in pack.find(text)
            if text[hit.start : hit.end].lower() not in numbered or not _NUMBER.match(text, hit.end)
        ),
    )


def denies(stretch: Stretch) -> bool:
    """Whether a stretch denies anything, if only in form."""
    return any(_is(hit, "deny", "free") for hit in pack_of(stretch).find(stretch.text))


def quotes_the_other(more: Side, less: Side) -> bool:
    """Whether ``less`` denies in the words of the other language: it quotes a button."""
    if more.stretch.language == less.stretch.language:
        return False
    hits = pack_of(more.stretch).find(less.stretch.text)
    return any(not _is(hit, "skip", "stop", "turn") for hit in hits)


def unmatched(more: Side, less: Side, links: Links) -> list[tuple[Hit, list[int]]]:
    """The denials of ``more`` that ``less`` has not, each with its scope; none where ``less``
    has others, which may be their paraphrase."""
    free = {number: set(less.scope(hit)) for number, hit in enumerate(less.of("deny"))}
    left = []
    for hit in more.of("deny"):
        scope = more.scope(hit)
        ends = {end for number in scope for end in links[number]}
        match = next((number for number, other in free.items() if ends & other), None)
        if match is None:
            left.append((hit, scope))
        else:
            del free[match]
    return [] if free else left


def excused(more: Side, less: Side, links: Links) -> bool:
    """Whether ``less`` has what may stand for a denial, and nothing in ``more`` is its like."""
    likes = more.of("free")
    linked = {end for ends in links for end in ends}
    waiting = [hit for hit in less.of("turn") if "before" in hit.senses()]
    for hit in less.of("free"):
        like = _like(hit, likes, more, links, less.numbers(hit))
        if like is None:
            return True
        likes.remove(like)
    likes += more.of("hint", "turn")
    for hit in [*waiting, *less.of("hint")]:
        like = _like(hit, likes, more, links, less.numbers(hit))
        if like is not None:
            likes.remove(like)
        elif not less.numbers(hit) & linked:
            return True
    return False


def _like(hit: Hit, likes: Sequence[Hit], more: Side, links: Links, own: set[int]) -> Hit | None:
    """The phrase among ``likes`` that ``hit`` translates, or one of the same sense."""
    for one in likes:
        if any(own.intersection(links[number]) for number in more.numbers(one)):
            return one
    return next((one for one in likes if one.senses() & hit.senses()), None)


def is_borne(less: Side, number: int, translated: set[int]) -> bool:
    """Whether a word has, or may have, a denying sense where it stands.

    A word of such a sense nearby gives it one, unless it is ``translated``: the counterpart of
    something that stands near the denial.
    """
    word = less.stretch.words[number]
    for hit in less.of("free", "hint", "void"):
        alone = (hit.start, hit.end) == (word.start, word.end)
        if number in less.numbers(hit) and (_is(hit, "free") or "-" in word.text or not alone):
            return True
    return any(
        _bears(less.stretch.text, hit, word)
        and (not _is(hit, "hint") or not less.numbers(hit) & translated)
        for hit in less.of("deny", "free", "hint")
    )


def _bears(text: str, hit: Hit, word: Word) -> bool:
    """Whether a phrase stands before a word, or close after it, in its sentence."""
    if hit.end <= word.start <= hit.end + NEAR:
        return not SENTENCE.search(text, hit.end, word.start)
    if word.end <= hit.start <= word.end + NEAR // 2:
        return not SENTENCE.search(text, word.end, hit.start)
    return False
