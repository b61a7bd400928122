"""What the words around a number may be: adjectives and nouns."""

from __future__ import annotations

from sverka.quantities.reader import Reader


def is_adjective(reader: Reader, at: int) -> bool:
    """Whether the word looks like an adjective that stands before what is counted."""
    token = reader.token(at)
    if token.kind != "word" or token.meaning.unit or token.meaning.cardinal is not None:
        return False
    if "uncounted" in token.meaning.flags:
        return False
    word = reader.grammar.lexicon.fold(reader.written(at))
    if word in reader.grammar.stopwords:
        return False
    return len(word) > 3 and word.endswith(reader.grammar.pack.adjective_endings)


_NO_NOUN = frozenset({
    "approximate", "per", "article", "and", "or", "opens", "between", "joins", "uncounted", "at",
    "since", "age_after", "age_before", "bare_before", "decade", "idiom",
})  # fmt: skip


def is_noun(reader: Reader, at: int, *, hyphen: bool = False) -> bool:
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
