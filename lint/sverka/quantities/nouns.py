"""What is counted: the noun after a number."""

from __future__ import annotations

from sverka.quantities.measures import COUNT, NUMBER, is_adjective
from sverka.quantities.ranges import Extent
from sverka.quantities.reader import Reader

_NO_NOUN = frozenset({
    "approximate", "per", "article", "and", "or", "opens", "between", "joins", "uncounted", "at",
    "since", "age_after", "age_before", "bare_before", "decade", "idiom",
})  # fmt: skip


def counted(reader: Reader, found: Extent) -> tuple[str, str, str, int]:
    """Kind, unit, noun, and the token after it."""
    unit = found.unit
    if unit is not None and unit.kind == "times":
        word = reader.grammar.lexicon.fold(reader.written(found.stop - 1))
        said = "turns" in reader.meaning(found.stop - 1).flags
        return "count", word if said else "", word if said else "", found.stop
    if unit is not None and unit.kind == "thing":
        return "count", unit.unit, unit.unit, found.stop
    if unit is not None:
        return unit.kind, unit.unit, "", found.stop
    at = found.stop
    after = reader.meaning(at).after
    many = found.first.amount.vague and reader.has(at, "of")
    at += 1 if after or many else 0
    if reader.is_dash(at) and reader.glued(at) and reader.glued(at + 1):
        at += 1
    elif reader.glued(at):
        return NUMBER.kind, "", "", found.stop
    steps = 0
    while steps < 2 and is_adjective(reader, at) and _is_noun(reader, at + 1):
        at, steps = at + 1, steps + 1
    if not _is_noun(reader, at, hyphen=reader.is_dash(at - 1)):
        return NUMBER.kind, "", "", found.stop
    noun = reader.written(at).lower()
    return COUNT.kind, noun, noun, found.stop if after else at + 1


def _is_noun(reader: Reader, at: int, *, hyphen: bool = False) -> bool:
    """Whether the word may be what is counted."""
    token = reader.token(at)
    if token.kind != "word" or (reader.glued(at) and not hyphen):
        return False
    if "\n\n" in reader.text[reader.token(at - 1).end : token.start]:
        return False
    meaning = token.meaning
    if meaning.flags & _NO_NOUN or meaning.before or meaning.after or meaning.period:
        return False
    if meaning.cardinal is not None or meaning.every or meaning.scale:
        return False
    word = reader.grammar.lexicon.fold(reader.written(at))
    return len(word) > 1 and word not in reader.grammar.stopwords


def is_verb(reader: Reader, at: int) -> bool:
    """Whether the word shows that the vague one before it counts nothing."""
    word = reader.grammar.lexicon.fold(reader.written(at))
    return bool(word) and word.endswith(reader.grammar.pack.verb_endings or ("\n",))
