"""One version promises or demands more than the other.

What it finds: a sentence that says must where the other version says may, «запрещено» where it
says allowed, “must” where it says «рекомендуется»; and, as a hint, a word such as “completely”,
“always”, «гарантированно», «обычно», «может» that the other version has no word for, while the
word it goes with is there.

Why it matters: “safe” is not “completely safe”, “may cause” is not “causes”; a reader follows a
demand and overlooks a recommendation. Promises have legal weight.

When it is wrong: good translators weaken and strengthen freely («может служить примером» is “is an
example”), so a lost word of degree is no more than a hint. Of two modal words, those are compared
that go with one another's translation and mean one thing only: «следует», «нужно», “should” and
“need” are never held against anyone, and neither is a sentence with a denial.

Source: which words say how much is in ``packs/lang/<code>/strength.toml``, after what grammars say
of modal words and adverbs of degree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.align import AlignedPair
from sverka.align.passages import Passage, Segment, Stretch
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka.wording import Hit, Wording, wording
from sverka_checks.translation._denials import denies
from sverka_checks.translation._kind import LABELS, THERE, place

DEGREES = frozenset(("absolute", "hedge"))
RANKS = {"optional": 0, "possible": 0, "recommended": 1, "required": 2, "prohibited": 3}
"""How binding a modal word is; what may be and what need not be bind equally little."""
MODALS = frozenset(RANKS)
SOUGHT = DEGREES | MODALS
OPEN = frozenset(("possible", "hedge"))
"""What leaves it open whether something is so."""
LIKE_DEGREES = DEGREES | {"degree"}
LIKE_MODALS = MODALS | {"modal"}
KINDS = (*sorted(LIKE_DEGREES), *sorted(LIKE_MODALS), "void")
VERBAL = "perhaps"
"""The sense of degree that modal verbs express: what follows them is what they go with."""

LITERAL = 0.65
"""A freer translation than this says too much in other words."""
NEAR = 40
"""Code points between a word and another word of degree that still goes with it."""
SOON = 3
"""Among how many words after a modal one its verb is."""
SURE, HINT = 0.8, 0.5
"""The confidence of a finding about modality, and about a degree."""

_CLAUSE = re.compile(r"[.,;:!?()—–«»\"“”]")
_OPENING = " \u00a0\t\n«“\"'(*_[>#-"

Links = Sequence[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Side:
    """A stretch and its phrases of degree and modality."""

    stretch: Stretch
    hits: tuple[Hit, ...]

    def of(self, kinds: frozenset[str]) -> list[Hit]:
        """The phrases that may be of one of these kinds."""
        return [hit for hit in self.hits if not kinds.isdisjoint(hit.kinds())]

    def after(self, hit: Hit) -> int | None:
        """The number of the first word soon after a phrase that says something, in its clause."""
        following = [
            (n, word) for n, word in enumerate(self.stretch.words) if word.start >= hit.end
        ]
        for number, word in following[:SOON]:
            if word.keys:
                clause = _CLAUSE.search(self.stretch.text, hit.end, word.start)
                return None if clause else number
        return None

    def before(self, hit: Hit) -> int | None:
        """The number of the last word before a phrase that says something, in its clause."""
        words = enumerate(self.stretch.words)
        number = max((n for n, word in words if word.end <= hit.start and word.keys), default=None)
        if number is None or _CLAUSE.search(
            self.stretch.text, self.stretch.words[number].end, hit.start
        ):
            return None
        return number

    def numbers(self, hit: Hit) -> list[int]:
        """The numbers of a phrase's words."""
        words = enumerate(self.stretch.words)
        return [number for number, word in words if hit.start <= word.start < hit.end]


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """At most one finding a segment: modality first, then what only one side qualifies."""
    del context
    if not pair.passages:
        return
    packs = tuple(_pack(stretch) for stretch in pair.passages[0].whole.sides)
    for passage in pair.passages:
        for segment in passage.segments:
            both = tuple(zip(packs, segment.sides, strict=True))
            if not segment.is_whole or not any(
                pack.may_have(stretch.forms, SOUGHT) for pack, stretch in both
            ):
                continue
            source, target = (_read(pack, stretch) for pack, stretch in both)
            found = (
                _modality(segment, source, target)
                or _opposed(segment, source, target)
                or _opposed(segment, target, source)
                or _degree(passage, segment, source, target)
                or _degree(passage, segment, target, source)
            )
            if found and not (_speaks(source, target) or _speaks(target, source)):
                yield found


def _pack(stretch: Stretch) -> Wording:
    return wording(stretch.language, "strength", KINDS)


def _read(pack: Wording, stretch: Stretch) -> _Side:
    """A capital inside a sentence begins a name or a month («Мэй», “May”), no word of strength."""
    text = stretch.text
    return _Side(
        stretch,
        tuple(
            hit
            for hit in pack.find(text)
            if not text[hit.start].isupper()
            or not text[: hit.start].rstrip(_OPENING)[-1:].isalnum()
        ),
    )


def _speaks(one: _Side, other: _Side) -> bool:
    """Whether ``other`` has words of ``one``'s language: it quotes, or is not translated."""
    if one.stretch.language == other.stretch.language:
        return False
    hits = _pack(one.stretch).find(other.stretch.text)
    return any(hit.meanings[0].kind != "void" for hit in hits)


def _only(hit: Hit, kinds: frozenset[str], like: str) -> str:
    """The kind that a phrase is of, "" for one that may be of another or is only ``like`` one."""
    own = hit.kinds() & kinds
    return next(iter(own)) if len(own) == 1 and like not in hit.kinds() else ""


def _modality(segment: Segment, source: _Side, target: _Side) -> Finding | None:
    """Both sides have one modal word, with the same verb, and one binds where the other does
    not."""
    ones, others = source.of(LIKE_MODALS), target.of(LIKE_MODALS)
    if len(ones) != 1 or len(others) != 1 or segment.literal < LITERAL:
        return None
    kinds = _only(ones[0], MODALS, "modal"), _only(others[0], MODALS, "modal")
    if (
        not all(kinds)
        or RANKS[kinds[0]] == RANKS[kinds[1]]
        or denies(source.stretch)
        or denies(target.stretch)
    ):
        return None
    numbers = _verbs(source, ones[0]), _verbs(target, others[0])
    for one in numbers[0]:
        for other in numbers[1]:
            if other in segment.links[0][one]:
                key = "stronger" if RANKS[kinds[1]] > RANKS[kinds[0]] else "weaker"
                parts = _part(source, ones[0], one), _part(target, others[0], other)
                return _finding(key, *parts, Severity.WARNING)
    return None


def _opposed(segment: Segment, sure: _Side, open_: _Side) -> Finding | None:
    """One side promises without reserve what the other says may be, of the same verb: “is
    guaranteed to reduce” and «может сократить»."""
    ones, others = sure.of(frozenset(("absolute",))), open_.of(OPEN)
    mixed = sure.of(OPEN | LIKE_MODALS) or open_.of(frozenset(("absolute",)))
    if len(ones) != 1 or len(others) != 1 or mixed or segment.literal < LITERAL:
        return None
    if denies(sure.stretch) or denies(open_.stretch):
        return None
    for one in _verbs(sure, ones[0]):
        for other in _verbs(open_, others[0]):
            if other in segment.links[sure.stretch.side][one]:
                parts = _part(sure, ones[0], one), _part(open_, others[0], other)
                source, target = parts if sure.stretch.side == 0 else parts[::-1]
                key = "stronger" if sure.stretch.side == 1 else "weaker"
                return _finding(key, source, target, Severity.WARNING)
    return None


def _verbs(side: _Side, hit: Hit) -> list[int]:
    after, before = side.after(hit), side.before(hit)
    return [after] if after is not None else [before] if before is not None else []


def _degree(passage: Passage, segment: Segment, more: _Side, less: _Side) -> Finding | None:
    """A word of degree in ``more`` that ``less`` has nothing for, beside a word that it has."""
    for hit in more.of(DEGREES):
        kind = _only(hit, DEGREES, "degree")
        if not kind or less.of(frozenset((kind,))) or segment.literal < LITERAL:
            continue
        links = segment.links[more.stretch.side]
        verbal = VERBAL in hit.senses()
        places = (more.after(hit), None if verbal else more.before(hit))
        number = next((one for one in places if one is not None and links[one]), None)
        if number is None or any(links[one] for one in more.numbers(hit)):
            continue
        end = links[number][0]
        if _is_near(less, end, verbal=verbal) or _elsewhere(passage, less, kind):
            continue
        word = less.stretch.words[end]
        parts = _part(more, hit, number), (less.stretch, word.start, word.end)
        source, target = parts if more.stretch.side == 0 else parts[::-1]
        key = "stronger" if (kind == "absolute") == (more.stretch.side == 1) else "weaker"
        return _finding(key, source, target, Severity.INFO)
    return None


def _is_near(less: _Side, end: int, *, verbal: bool) -> bool:
    """Whether some word of degree goes with a word; of modality, anywhere in the segment."""
    if verbal:
        return bool(less.of(LIKE_DEGREES | LIKE_MODALS))
    word = less.stretch.words[end]
    return any(
        hit.start - NEAR <= word.end and word.start <= hit.end + NEAR
        for hit in less.of(LIKE_DEGREES)
    )


def _elsewhere(passage: Passage, less: _Side, kind: str) -> bool:
    """Whether another sentence of the block has a word of that kind."""
    text = passage.whole.sides[less.stretch.side].text
    return any(kind in hit.kinds() for hit in _pack(less.stretch).find(text))


_Part = tuple[Stretch, int, int]


def _part(side: _Side, hit: Hit, number: int) -> _Part:
    """From a phrase to the word that it goes with."""
    word = side.stretch.words[number]
    return side.stretch, min(hit.start, word.start), max(hit.end, word.end)


def _finding(key: str, source: _Part, target: _Part, severity: Severity) -> Finding:
    return Finding(
        place(*target),
        key,
        {
            "here": _line(target[0].text[slice(*target[1:])]),
            "there": _line(source[0].text[slice(*source[1:])]),
        },
        (place(*source, THERE),),
        confidence=SURE if severity > Severity.INFO else HINT,
        severity=severity,
    )


def _line(text: str) -> str:
    return " ".join(text.split())


MESSAGES = {
    "en": {
        "stronger": "Stronger here: “{here}”; the other version says “{there}”",
        "weaker": "Weaker here: “{here}”; the other version says “{there}”",
        "there": LABELS["en"],
    },
    "ru": {
        "stronger": "Здесь сказано сильнее: «{here}»; в другой версии — «{there}»",
        "weaker": "Здесь сказано слабее: «{here}»; в другой версии — «{there}»",
        "there": LABELS["ru"],
    },
}

_RU = "# Визит\n\nПациентам рекомендуется прийти за час.\n"
_EN = "# The visit\n\nPatients are advised to come an hour early.\n"
_SAFE = {
    "ru/laser.md": "Процедура полностью безопасна.\n",
    "en/laser.md": "The procedure is safe.\n",
}

CHECK = Check(
    id="translation/strength",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {"ru/visit.md": _RU, "en/visit.md": _EN.replace("are advised to", "must")},
        _SAFE,
    ),
    good=({"ru/visit.md": _RU, "en/visit.md": _EN},),
    documentation=__doc__,
)
