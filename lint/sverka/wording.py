"""Wordings of a language that a family of rules looks for, as data of its pack.

``lang/<code>/<family>.toml`` holds rows of phrases, ``[kind.sense]`` each: the kind is what the
rules make of them, the sense what two languages have in common. `Wording.find` tells which of
them a text has, and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from sverka.packs import BadPack, Language, read_toml

_APOSTROPHE = ("\N{RIGHT SINGLE QUOTATION MARK}", "'")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ROOM = re.compile(r"[^.,!?:;()]*")
"""What may stand between words that a phrase lets stand apart: no end of a clause."""
_FORM = r"\*?[^\W\d_](?:[^\W\d_]|[-'])*\*?|\*[-'](?:[^\W\d_]|[-'])+"
_TOKEN = re.compile(rf"(?:{_FORM})(?:/(?:{_FORM}))*|_|\.\.\.|\^|#")
ANY, GAP, FIRST, FIGURE = "_", "...", "^", "#"
_FIGURE = re.compile(r"\s*\d+(?:[.,–-]\d+)*\s*")
_ASIDE = " \n\t\u00a0\"'«»“”„’()[]"
_LONGEST_ASIDE = 6
"""How many spaces, quotes and brackets stand between two sentences at most."""
FAR = 8
"""How many words a phrase may leave out at ``...``."""
_FIELDS = {"words", "note", "source", "example"}


class Meaning(NamedTuple):
    """What a row says of its phrases."""

    kind: str
    sense: str


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


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Tokens, and how much they say: of two phrases at a place the weightier one counts."""

    tokens: tuple[str, ...]
    weight: tuple[int, int, int]
    meanings: tuple[Meaning, ...]
    first: bool
    """Whether it must begin a sentence."""


class _Text(NamedTuple):
    """A text, as it is written and folded, and its words."""

    written: str
    text: str
    words: list[re.Match[str]]

    def near(self, left: int, right: int) -> bool:
        """Whether nothing but space parts two neighbouring words, or a stray apostrophe."""
        between = self.text[self.words[left].end() : self.words[right].start()]
        return not between.strip(" \t\n\u00a0'")

    def figure(self, left: int, right: int) -> bool:
        """Whether a number and nothing else parts two neighbouring words."""
        between = self.text[self.words[left].end() : self.words[right].start()]
        return _FIGURE.fullmatch(between) is not None

    def begins(self, number: int) -> bool:
        """Whether a word begins the text, or a sentence of it with a capital letter."""
        start = self.words[number].start()
        before = self.written[max(start - _LONGEST_ASIDE, 0) : start].rstrip(_ASIDE)
        if not before:
            return start < _LONGEST_ASIDE
        return before[-1] in ".!?…" and self.written[start].isupper()

    def together(self, left: int, right: int) -> bool:
        """Whether no end of a clause parts two words."""
        between = self.text[self.words[left].end() : self.words[right].start()]
        return _ROOM.fullmatch(between) is not None


@dataclass(frozen=True, slots=True)
class _Branch:
    """The phrases that may begin with a word: those of it alone, those that go on with any
    word, and those that go on with a certain one, by it."""

    alone: tuple[_Phrase, ...]
    open: tuple[_Phrase, ...]
    more: Mapping[str, list[_Phrase]]
    kinds: frozenset[str]
    """Those of the word alone."""

    def phrases(self, following: str) -> list[_Phrase]:
        """Those that may be there before ``following``, the weightiest first."""
        found = [*self.alone, *self.open]
        if following and self.more:
            found += [phrase for key in _keys(following) for phrase in self.more.get(key, ())]
        if len(found) > 1:
            found.sort(key=lambda phrase: phrase.weight, reverse=True)
        return found


@dataclass(frozen=True)
class Wording:
    """The phrases of one family and language. ``fold`` are letters that stand for others."""

    phrases: tuple[_Phrase, ...]
    fold: tuple[tuple[str, str], ...]
    _heads: dict[str, list[_Phrase]] = field(default_factory=dict)
    _memo: dict[str, _Branch | None] = field(default_factory=dict)
    # The words that begin no phrase of certain kinds.
    _mute: dict[frozenset[str], set[str]] = field(default_factory=dict)
    # How many letters the open beginnings and endings of first words have: few lengths occur.
    _prefixes: set[int] = field(default_factory=set)
    _suffixes: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for phrase in self.phrases:
            for head in phrase.tokens[0].split("/"):
                self._heads.setdefault(head, []).append(phrase)
                if head.endswith("*"):
                    self._prefixes.add(len(head) - 1)
                elif head.startswith("*"):
                    self._suffixes.add(len(head) - 1)

    def may_have(self, forms: frozenset[str], kinds: frozenset[str]) -> bool:
        """Whether a word alone is a phrase of one of these kinds: a quick look before `find`.
        ``forms`` are the words of a text, see `forms_of`."""
        mute = self._mute.setdefault(kinds, set())
        memo = self._memo
        for word in forms - mute:
            branch = memo[word] if word in memo else self._branch(word)
            if branch and not kinds.isdisjoint(branch.kinds):
                return True
            mute.add(word)
        return False

    def find(self, text: str) -> list[Hit]:
        """The phrases of a text from left to right, none within another."""
        folded = _folded(text, self.fold)
        words = list(_WORD.finditer(folded))
        read = _Text(text, folded, words)
        memo = self._memo
        hits: list[Hit] = []
        after = 0
        for number, match in enumerate(words):
            word = match[0]
            branch = memo[word] if word in memo else self._branch(word)
            if branch is None or number < after:
                continue
            following = words[number + 1][0] if number + 1 < len(words) else ""
            for phrase in branch.phrases(following):
                if phrase.first and not read.begins(number):
                    continue
                if last := _last(phrase.tokens, read, number):
                    hits.append(Hit(match.start(), words[last - 1].end(), phrase.meanings))
                    after = last
                    break
        return hits

    def _branch(self, word: str) -> _Branch | None:
        """The phrases that a word may begin."""
        heads = self._heads
        size = len(word)
        keys = [word, *(word[:n] + "*" for n in self._prefixes if n <= size)]
        keys += ["*" + word[-n:] for n in self._suffixes if n < size]
        found = [phrase for key in keys if key in heads for phrase in heads[key]]
        more: dict[str, list[_Phrase]] = {}
        for phrase in found:
            for key in phrase.tokens[1].split("/") if len(phrase.tokens) > 1 else ():
                more.setdefault(key, []).append(phrase)
        alone = tuple(phrase for phrase in found if len(phrase.tokens) == 1)
        kinds = frozenset(one.kind for phrase in alone for one in phrase.meanings)
        after = (*more.pop(ANY, ()), *more.pop(GAP, ()), *more.pop(FIGURE, ()))
        self._memo[word] = _Branch(alone, after, more, kinds) if found else None
        return self._memo[word]


def _keys(word: str) -> list[str]:
    """The tokens that a word answers."""
    keys = [word, *(word[:n] + "*" for n in range(1, len(word) + 1))]
    return keys + ["*" + word[n:] for n in range(1, len(word))]


def _last(tokens: tuple[str, ...], read: _Text, number: int) -> int:
    """One past the last word of a phrase whose first word is word ``number``; 0 if it is none."""
    at, gap, parted = number + 1, False, read.near
    for token in tokens[1:]:
        if token == GAP:
            gap = True
            continue
        if token == FIGURE:
            parted = read.figure
            continue
        reach = range(at, min(at + 1 + (FAR if gap else 0), len(read.words)))
        found = next((one for one in reach if _is(read.words[one][0], token)), -1)
        if found < 0:
            return 0
        if not (read.together(at - 1, found) if gap else parted(at - 1, found)):
            return 0
        at, gap, parted = found + 1, False, read.near
    return at


def _is(word: str, token: str) -> bool:
    if token == ANY:
        return True
    for one in token.split("/"):
        if one.endswith("*"):
            if word.startswith(one[:-1]):
                return True
        elif one.startswith("*"):
            if word.endswith(one[1:]):
                return True
        elif word == one:
            return True
    return False


def wording(language: Language, family: str, kinds: Iterable[str]) -> Wording:
    """What a language's pack has for a family, empty where it has nothing; raises `BadPack`.

    A row's ``words`` are phrases with a comma between them, their words with a space. A word may
    be alternatives (``can/could``), may leave its ending or beginning open (``compl*``,
    ``*n't``), ``_`` is any one word, ``#`` between words a number, ``...`` up to eight words of
    the clause, and ``^`` before the first word says that it begins a sentence. Of two phrases that
    begin at a word, the longer counts, then the one with more letters: so an exception is
    simply a row of its own. A phrase of more than one row has several meanings.
    """
    path = language.home / f"{family}.toml"
    return _read(path, _fold(language), frozenset(kinds))


@cache
def _read(path: Path, fold: tuple[tuple[str, str], ...], kinds: frozenset[str]) -> Wording:
    letters = str.maketrans(dict(fold))
    if not path.is_file():
        return Wording((), fold)
    meanings: dict[tuple[str, ...], list[Meaning]] = {}
    for kind, rows in read_toml(path).items():
        if kind not in kinds:
            raise BadPack(f"{path}: {kind} is none of {', '.join(sorted(kinds))}")
        if not isinstance(rows, dict):
            raise BadPack(f"{path}: {kind} must be a table of rows")
        for sense, row in rows.items():
            for tokens in _phrases(row, f"{path}: {kind}.{sense}"):
                folded = tuple(token.translate(letters) for token in tokens)
                meanings.setdefault(folded, []).append(Meaning(kind, sense))
    return _built(meanings, fold)


def wording_of(rows: Iterable[tuple[str, Meaning]], language: Language, found_in: Path) -> Wording:
    """A wording of rows that lie elsewhere: phrases (written as for `wording`) with what they
    mean; ``found_in`` is named in a complaint. Raises `BadPack`."""
    fold = _fold(language)
    letters = str.maketrans(dict(fold))
    meanings: dict[tuple[str, ...], list[Meaning]] = {}
    for words, meaning in rows:
        for tokens in _phrases({"words": words}, f"{found_in}: {meaning.sense}"):
            folded = tuple(token.translate(letters) for token in tokens)
            meanings.setdefault(folded, []).append(meaning)
    return _built(meanings, fold)


def forms_of(text: str, language: Language) -> frozenset[str]:
    """The words of a text as phrases are compared with them: lower case, letters folded."""
    return frozenset(_WORD.findall(_folded(text, language.fold.items()).replace(*_APOSTROPHE)))


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
    meanings: Mapping[tuple[str, ...], list[Meaning]], fold: tuple[tuple[str, str], ...]
) -> Wording:
    return Wording(
        tuple(
            _Phrase(
                tokens[1:] if tokens[0] == FIRST else tokens,
                _weight(tokens),
                tuple(dict.fromkeys(all_of_them)),
                tokens[0] == FIRST,
            )
            for tokens, all_of_them in meanings.items()
        ),
        fold,
    )


def _phrases(row: object, where: str) -> list[tuple[str, ...]]:
    if not isinstance(row, dict) or not isinstance(row.get("words"), str):
        raise BadPack(f"{where}: words must be a text, phrases with commas between them")
    if unknown := sorted(set(row) - _FIELDS):
        raise BadPack(f"{where}: unknown key {unknown[0]}")
    phrases = [tuple(one.lower().split()) for one in row["words"].split(",") if one.strip()]
    for tokens in phrases:
        for token in tokens:
            if not _TOKEN.fullmatch(token):
                raise BadPack(f"{where}: {token!r} is no word, with or without * and /")
        words = tokens[1:] if tokens[:1] == (FIRST,) else tokens
        if not words or words[0] in (ANY, GAP, FIGURE) or words[-1] in (GAP, FIGURE):
            raise BadPack(f"{where}: {' '.join(tokens)!r} must begin and end with a word")
        if FIRST in words or {GAP, FIGURE} in map(set, pairwise(words)):
            raise BadPack(f"{where}: {' '.join(tokens)!r}: ^ stands first, # between words")
    return phrases


def _weight(tokens: tuple[str, ...]) -> tuple[int, int, int]:
    said = [token for token in tokens if token not in (ANY, GAP)]
    letters = sum(max(map(len, token.split("/"))) for token in said)
    return len(said), len(tokens), letters - 2 * sum("*" in token for token in said)
