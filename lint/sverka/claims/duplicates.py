"""The same statement twice, but for a number, a denial or a word for its opposite.

No domain is needed: two sentences of nearly the same words are found by the word triples that
they share, and compared word by word.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from sverka.claims.cues import Cues
from sverka.claims.model import Sentence
from sverka.claims.statements import Statement
from sverka.claims.tokens import QUANTITY, Token
from sverka.packs import Language
from sverka.quantities import Quantity, same
from sverka.span import Span

SHORTEST = 7
"""Words of a sentence that can be told from another by its words."""
SKETCH = 8
"""Triples that are kept of a sentence: those of the least hashes, so that like sentences keep
the same ones."""
SHARED = 3
"""Kept triples that two sentences must share to be compared."""
CROWD = 12
"""Sentences that share a triple beyond which it is a way of writing, not a statement."""
ALIKE = 0.8
"""The share of words, 0 to 1, that must be the same."""
PATTERN = 3
"""Places of one wording with as many values: a form that is filled in, no contradiction."""
_DIGITS = re.compile(r"\d+")
_COMPARED = frozenset(
    {"duration", "money", "percent", "length", "mass", "volume", "temperature", "age", "count",
     "frequency", "time", "area", "speed", "power"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two sentences that differ in just that: ``how`` is number, denial or opposite; ``one`` and
    ``other`` are what stands there."""

    here: Sentence
    there: Sentence
    how: str
    one: str
    other: str


def sentence_of(
    path: str, statement: Statement, tokens: Sequence[Token], language: Language, cues: Cues
) -> Sentence | None:
    """A statement as it is compared with others; None where it is too short to be known again, or
    asks."""
    if statement.form not in ("sentence", "item") or statement.text.rstrip().endswith("?"):
        return None
    kept = [token for token in tokens if token.lower[:1].isalnum()]
    return (
        _sentence(path, statement, kept, language, cues.negators) if len(kept) >= SHORTEST else None
    )


def _sentence(
    path: str,
    statement: Statement,
    tokens: Sequence[Token],
    language: Language,
    negators: frozenset[str],
) -> Sentence:
    words = tuple(token.lemma for token in tokens)
    bare = [word for word in words if word not in negators]
    triples = {zlib.crc32(" ".join(bare[n : n + 3]).encode()) for n in range(len(bare) - 2)}
    return Sentence(
        path,
        language.code,
        statement.prose.span(statement.start, statement.end),
        " ".join(statement.text.split()),
        statement.headings[0] if statement.headings else "",
        statement.lead if statement.form == "item" else "",
        words,
        tuple(token.quantity for token in tokens if token.quantity),
        sum(word in negators for word in words),
        frozenset(w for w in bare if w not in language.stopwords and len(w) > 3),
        tuple(sorted(triples)[:SKETCH]),
    )


def duplicates(
    sentences: Iterable[Sentence],
    topics: Mapping[str, str],
    opposites: Mapping[str, frozenset[frozenset[str]]],
) -> tuple[Duplicate, ...]:
    """The pairs, by place. ``topics`` says what each page is about, ``opposites`` (by language)
    which words are each other's contrary."""
    index: dict[tuple[str, int], list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        for triple in sentence.sketch:
            index[sentence.language, triple].append(sentence)
    met: Counter[tuple[int, int]] = Counter()
    known: dict[int, Sentence] = {}
    for row in index.values():
        if len(row) > CROWD:
            continue
        for number, one in enumerate(row):
            known[id(one)] = one
            for other in row[number + 1 :]:
                met[id(one), id(other)] += 1
    found: list[Duplicate] = []
    for (first, second), count in met.items():
        if count >= SHARED:
            one, other = sorted((known[first], known[second]), key=_place)
            if _may_meet(one, other, topics):
                found += _compared(one, other, opposites.get(one.language, frozenset()))
    return tuple(sorted(_no_forms(found), key=lambda one: (_place(one.here), _place(one.there))))


def _place(sentence: Sentence) -> tuple[str, Span]:
    return sentence.path, sentence.span


def _may_meet(one: Sentence, other: Sentence, topics: Mapping[str, str]) -> bool:
    """Whether both speak of the same thing: pages of one topic, below the same heading or none
    that tells."""
    if topics.get(one.path, one.path) != topics.get(other.path, other.path):
        return False
    if one.path == other.path and one.list and one.list == other.list:
        return False  # items of one list are meant to differ
    if _DIGITS.findall(one.heading) != _DIGITS.findall(other.heading):
        return False  # two versions, two days of a programme
    return one.heading == other.heading or one.path != other.path


def _compared(
    one: Sentence, other: Sentence, opposites: frozenset[frozenset[str]]
) -> Iterator[Duplicate]:
    if one.words == other.words and not _differing(one, other):
        return
    changes = Levenshtein.opcodes(one.words, other.words)
    gone: list[str] = []
    come: list[str] = []
    for change in changes:
        if change.tag != "equal":
            gone += one.words[change.src_start : change.src_end]
            come += other.words[change.dest_start : change.dest_end]
    longest = max(len(one.words), len(other.words))
    if 1 - max(len(gone), len(come)) / longest < ALIKE:
        return
    contrary = {frozenset(pair) for pair in zip(gone, come, strict=False)} & opposites
    odd = {*gone, *come} & (one.content | other.content)
    odd -= {word for pair in contrary for word in pair}
    if any(not word.startswith(QUANTITY) for word in odd):
        return
    if pair := _differing(one, other):
        yield Duplicate(one, other, "number", _written(pair[0], one), _written(pair[1], other))
    elif len(contrary) == 1:
        first, second = next(
            (a, b) for a, b in zip(gone, come, strict=False) if frozenset((a, b)) in contrary
        )
        yield Duplicate(one, other, "opposite", first, second)
    elif not contrary and abs(one.denials - other.denials) == 1:
        yield Duplicate(one, other, "denial", one.quote, other.quote)


def _differing(one: Sentence, other: Sentence) -> tuple[Quantity, Quantity] | None:
    """The one quantity in which the two differ, of the same kind and in the same place."""
    if len(one.quantities) != len(other.quantities):
        return None
    pairs = [
        (a, b) for a, b in zip(one.quantities, other.quantities, strict=True) if not same(a, b)
    ]
    if len(pairs) != 1:
        return None
    a, b = pairs[0]
    if a.kind != b.kind or a.kind not in _COMPARED or (a.unit != b.unit and a.kind != "count"):
        return None
    return (a, b) if _apart(a, b) else None


def _apart(a: Quantity, b: Quantity) -> bool:
    lows, highs = (a.low, b.low), (a.high, b.high)
    if None in lows or None in highs:
        return lows != highs
    return (a.high or 0) < (b.low or 0) or (b.high or 0) < (a.low or 0)


def _written(quantity: Quantity, sentence: Sentence) -> str:
    return sentence.quote[quantity.start : quantity.end] if sentence.quote else ""


def _no_forms(found: Sequence[Duplicate]) -> Iterator[Duplicate]:
    """Without sentences that stand in many places with many values."""
    uses = Counter(place for one in found for place in (_place(one.here), _place(one.there)))
    for one in found:
        if max(uses[_place(one.here)], uses[_place(one.there)]) < PATTERN:
            yield one
