"""What is counted: the noun after a number."""

from __future__ import annotations

from sverka.quantities.ranges import Extent
from sverka.quantities.reader import Reader
from sverka.quantities.units import COUNT, NUMBER
from sverka.quantities.words import is_adjective, is_noun


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
    while steps < 2 and is_adjective(reader, at) and is_noun(reader, at + 1):
        at, steps = at + 1, steps + 1
    if found.spans[0][0] > 1 and not reader.is_dash(at - 1):
        at = _head(reader, at)
    if not is_noun(reader, at, hyphen=reader.is_dash(at - 1)):
        return NUMBER.kind, "", "", found.stop
    noun = reader.written(at).lower()
    return COUNT.kind, noun, noun, found.stop if after else at + 1


def _head(reader: Reader, at: int) -> int:
    """Past nouns that stand as attributes: "parameters" of "three base parameters"."""
    last = at
    while reader.grammar.pack.plural_endings and last < at + 2 and is_noun(reader, last):
        if _is_plural(reader, last) or reader.meaning(last).unit:
            break
        last += 1
        if is_noun(reader, last) and _is_plural(reader, last) and not reader.meaning(last).unit:
            return last
    return at


def _is_plural(reader: Reader, at: int) -> bool:
    word = reader.grammar.lexicon.fold(reader.written(at))
    pack = reader.grammar.pack
    return word.endswith(pack.plural_endings) and not word.endswith(pack.no_plural_endings)


def is_verb(reader: Reader, at: int) -> bool:
    """Whether the noun's place shows that the vague number before it counts nothing."""
    word = reader.grammar.lexicon.fold(reader.written(at))
    pack = reader.grammar.pack
    if pack.plural_endings and not word.endswith(pack.plural_endings):
        return True
    return bool(pack.verb_endings) and word.endswith(pack.verb_endings)
