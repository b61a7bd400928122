"""Wordings of a language that a family of rules looks for, as data of its pack.

``lang/<code>/<family>.toml`` holds rows of phrases, ``[kind.sense]`` each: the kind is what the
rules make of them, the sense what two languages have in common. `Wording.find` tells which of
them a text has, and where.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise, product
from pathlib import Path
from typing import NamedTuple

from sverka.packs import BadPack, Language, read_toml
from sverka.phrases import (
    ANY,
    ASKING,
    COMMA,
    DASH,
    FIGURE,
    FIRST,
    GAP,
    STOP,
    TELLING,
    WORD,
    Finder,
    Meaning,
    Phrase,
    Text,
)
from sverka.wordclasses import WordClasses, word_classes

__all__ = ["Hit", "Meaning", "Wording", "forms_of", "wording", "wording_of"]

_APOSTROPHE = ("\N{RIGHT SINGLE QUOTATION MARK}", "'")
_CLASS = re.compile(r"<([a-z]+(?:-[a-z]+)*)>")
_FORM = r"\*?[^\W\d_](?:[^\W\d_]|[-'])*\*?|\*[-'](?:[^\W\d_]|[-'])+|<[a-z-]+>"
_TOKEN = re.compile(rf"(?:{_FORM})(?:/(?:{_FORM}))*\+?\??|_|\.\.\.|\^[.?]?|#|<,>\??|<->|\.")
_SIGNS = (GAP, FIGURE, COMMA, DASH)
_STARTS = (FIRST, TELLING, ASKING)
_FIELDS = {"words", "note", "source", "example"}


class Hit(NamedTuple):
    """A phrase in a text, ``text[start:end]``, with all that it may mean, in the pack's order."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]

    def kinds(self) -> frozenset[str]:
        """The kinds that the phrase may be of."""
        return frozenset(one.kind for one in self.meanings)

    def senses(self) -> frozenset[str]:
        """The senses that it may have."""
        return frozenset(one.sense for one in self.meanings)


@dataclass(frozen=True)
class Wording:
    """The phrases of one family and language. ``fold`` are letters that stand for others."""

    phrases: tuple[Phrase, ...]
    fold: tuple[tuple[str, str], ...]
    classes: WordClasses = field(default=WordClasses({}), compare=False)
    # The words that begin no phrase of certain kinds.
    _mute: dict[frozenset[str], set[str]] = field(default_factory=dict, compare=False)
    # The words that begin no phrase at all: nearly all of a text.
    _idle: set[str] = field(default_factory=set, compare=False)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.phrases, self.classes)

    def may_have(self, forms: frozenset[str], kinds: frozenset[str]) -> bool:
        """Whether a word alone is a phrase of one of these kinds: a quick look before `find`.
        ``forms`` are the words of a text, see `forms_of`."""
        mute = self._mute.setdefault(kinds, set())
        for word in forms - mute:
            branch = self._finder.branch(word, first=False)
            if branch and not kinds.isdisjoint(branch.kinds):
                return True
            mute.add(word)
        return False

    def find(self, text: str, fits: Callable[[Hit], bool] | None = None) -> list[Hit]:
        """The phrases of a text from left to right, none within another. One that does not fit
        makes room for a lighter one."""
        folded = _folded(text, self.fold)
        read = Text(text, folded)
        hits: list[Hit] = []
        after = 0
        idle, finder = self._idle, self._finder
        for number, word in enumerate(read.words):
            if number < after or word in idle:
                continue
            if not finder.begins(word):
                idle.add(word)
                continue
            if found := finder.at(read, number, _fits(read, number, fits)):
                phrase, after = found
                hits.append(_hit(read, number, phrase, after))
        return hits


def _hit(read: Text, number: int, phrase: Phrase, after: int) -> Hit:
    matches = read.matches
    return Hit(matches[number].start(), matches[after - 1].end(), phrase.meanings)


def _fits(
    read: Text, number: int, fits: Callable[[Hit], bool] | None
) -> Callable[[Phrase, int], bool]:
    if fits is None:
        return _any
    return lambda phrase, after: fits(_hit(read, number, phrase, after))


def _any(_phrase: Phrase, _after: int) -> bool:
    return True


def wording(language: Language, family: str, kinds: Iterable[str]) -> Wording:
    """What a language's pack has for a family, empty where it has nothing; raises `BadPack`.

    A row's ``words`` are phrases with a comma between them, their words with a space. A word may
    be alternatives (``can/could``), may leave its ending or beginning open (``compl*``,
    ``*n't``), may be any word of a class (``<participle>``, see `sverka.wordclasses`; with ``+``
    up to six of them in a row, as many as there are), and with ``?`` it may be lacking, as may a
    comma. ``_`` is any one word, ``...`` up to eight words of the clause; between words ``#`` is
    a number, ``<,>`` a comma, ``<->`` a dash. ``^`` before the first word says that it begins a
    sentence, ``^.`` one that is no question, ``^?`` one that is; ``.`` after the last word that a
    full stop follows. Of two phrases that begin at a word, the longer counts, then the one with
    more letters: so an exception is simply a row of its own. A phrase of more than one row has
    several meanings.
    """
    path = language.home / f"{family}.toml"
    return _read(path, _fold(language), frozenset(kinds), word_classes(language))


@cache
def _read(
    path: Path, fold: tuple[tuple[str, str], ...], kinds: frozenset[str], classes: WordClasses
) -> Wording:
    if not path.is_file():
        return Wording((), fold, classes)
    rows: list[tuple[str, Meaning]] = []
    for kind, senses in read_toml(path).items():
        if kind not in kinds:
            raise BadPack(f"{path}: {kind} is none of {', '.join(sorted(kinds))}")
        if not isinstance(senses, dict):
            raise BadPack(f"{path}: {kind} must be a table of rows")
        for sense, row in senses.items():
            where = f"{path}: {kind}.{sense}"
            if not isinstance(row, dict) or not isinstance(row.get("words"), str):
                raise BadPack(f"{where}: words must be a text, phrases with commas between them")
            if unknown := sorted(set(row) - _FIELDS):
                raise BadPack(f"{where}: unknown key {unknown[0]}")
            rows.append((row["words"], Meaning(kind, sense)))
    return _built(rows, fold, classes, path)


def wording_of(rows: Iterable[tuple[str, Meaning]], language: Language, found_in: Path) -> Wording:
    """A wording of rows that lie elsewhere: phrases (written as for `wording`) with what they
    mean; ``found_in`` is named in a complaint. Raises `BadPack`."""
    return _built(rows, _fold(language), word_classes(language), found_in)


def forms_of(text: str, language: Language) -> frozenset[str]:
    """The words of a text as phrases are compared with them: lower case, letters folded."""
    return frozenset(WORD.findall(_folded(text, language.fold.items()).replace(*_APOSTROPHE)))


def _folded(text: str, fold: Iterable[tuple[str, str]]) -> str:
    """The text in lower case, letter for letter."""
    lower = text.lower()
    if len(lower) != len(text):  # some letters become two
        lower = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    for letter, other in fold:
        if letter in lower:
            lower = lower.replace(letter, other)
    return lower


def _fold(language: Language) -> tuple[tuple[str, str], ...]:
    """The letters that are read as others, the apostrophe among them."""
    return (*sorted(language.fold.items()), _APOSTROPHE)


def _built(
    rows: Iterable[tuple[str, Meaning]],
    fold: tuple[tuple[str, str], ...],
    classes: WordClasses,
    found_in: Path,
) -> Wording:
    letters = str.maketrans(dict(fold))
    meanings: dict[tuple[str, ...], list[Meaning]] = {}
    for words, meaning in rows:
        for tokens in _phrases(words, classes, f"{found_in}: {meaning.kind}.{meaning.sense}"):
            folded = tuple(token.translate(letters) for token in tokens)
            meanings.setdefault(folded, []).append(meaning)
    phrases = (
        Phrase(
            tokens[1:] if tokens[0] in _STARTS else tokens,
            _weight(tokens),
            tuple(dict.fromkeys(all_of_them)),
            tokens[0] if tokens[0] in _STARTS else "",
        )
        for tokens, all_of_them in meanings.items()
    )
    return Wording(tuple(phrases), fold, classes)


def _phrases(words: str, classes: WordClasses, where: str) -> list[tuple[str, ...]]:
    """The phrases of a row: one that may lack a word is two of them."""
    phrases: list[tuple[str, ...]] = []
    for phrase in words.lower().replace(COMMA, "\0").split(","):
        tokens = phrase.replace("\0", COMMA).split()
        for token in tokens:
            if not _TOKEN.fullmatch(token):
                raise BadPack(f"{where}: {token!r} is no word, with or without * and /")
            if unknown := set(_CLASS.findall(token)) - set(classes.classes):
                raise BadPack(f"{where}: there is no class {unknown.pop()} of words")
        choices = [
            (one[:-1], "") if one.endswith("?") and one != ASKING else (one,) for one in tokens
        ]
        said = (tuple(filter(None, choice)) for choice in product(*choices))
        phrases.extend(_checked(one, where) for one in said if tokens)
    return phrases


def _checked(tokens: tuple[str, ...], where: str) -> tuple[str, ...]:
    words = tokens[tokens[0] in _STARTS : len(tokens) - (tokens[-1:] == (STOP,))]
    if not words or words[0] in (ANY, *_SIGNS) or words[-1] in _SIGNS:
        raise BadPack(f"{where}: {' '.join(tokens)!r} must begin and end with a word")
    doubled = any(left in _SIGNS and right in _SIGNS for left, right in pairwise(words))
    if doubled or not {STOP, *_STARTS}.isdisjoint(words):
        raise BadPack(
            f"{where}: {' '.join(tokens)!r}: ^ stands first, a full stop last, signs between words"
        )
    return tokens


def _weight(tokens: tuple[str, ...]) -> tuple[int, int, int]:
    said = [token for token in tokens if token not in (ANY, GAP)]
    letters = sum(max(map(_letters, token.split("/"))) for token in said)
    return len(said), len(tokens), letters - 2 * sum("*" in token for token in said)


def _letters(form: str) -> int:
    return 1 if form.startswith("<") else len(form)
