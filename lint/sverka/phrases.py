"""Phrases of words, alternatives, classes and gaps, found in a text from left to right.

`sverka.wording` says how they are written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sverka.wordclasses import WordClasses

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
ANY, GAP, FIRST, FIGURE, COMMA, STOP = "_", "...", "^", "#", "<,>", "."
TELLING = "^."
"""Like `FIRST`, and the sentence is no question."""
FAR = 8
"""How many words a phrase may leave out at ``...``."""
RUN = 6
"""How many words of a class may follow one another at ``<class>+``."""
_ROOM = re.compile(r"[^.,!?:;()]*")
"""What may stand between words that a phrase lets stand apart: no end of a clause."""
_FIGURE = re.compile(r"\s*\d+(?:[.,–-]\d+)*\s*")
_STOP = re.compile(r"[\"'»”’)]*[.;!]")
_SENTENCE_END = re.compile(r"[.!?…](?!\w)")
_ASIDE = " \n\t\u00a0\"'«»“”„’()[]"
_LONGEST_ASIDE = 6
"""How many spaces, quotes and brackets stand between two sentences at most."""


class Meaning(NamedTuple):
    """What a row says of its phrases."""

    kind: str
    sense: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens, and how much they say: of two phrases at a place the weightier one counts."""

    tokens: tuple[str, ...]
    weight: tuple[int, int, int]
    meanings: tuple[Meaning, ...]
    first: str
    """`FIRST` or `TELLING` where it must begin a sentence, else empty."""


class Text(NamedTuple):
    """A text, as it is written and folded, and its words."""

    written: str
    folded: str
    words: list[re.Match[str]]

    def _between(self, left: int, right: int) -> str:
        return self.folded[self.words[left].end() : self.words[right].start()]

    def near(self, left: int, right: int) -> bool:
        """Whether nothing but space parts two neighbouring words, or a stray apostrophe."""
        return not self._between(left, right).strip(" \t\n\u00a0'")

    def figure(self, left: int, right: int) -> bool:
        """Whether a number and nothing else parts two neighbouring words."""
        return _FIGURE.fullmatch(self._between(left, right)) is not None

    def comma(self, left: int, right: int) -> bool:
        """Whether a comma and nothing else parts two neighbouring words."""
        return self._between(left, right).strip() == ","

    def together(self, left: int, right: int) -> bool:
        """Whether no end of a clause parts two words."""
        return _ROOM.fullmatch(self._between(left, right)) is not None

    def begins(self, number: int) -> bool:
        """Whether a word begins the text, or a sentence of it with a capital letter."""
        start = self.words[number].start()
        before = self.written[max(start - _LONGEST_ASIDE, 0) : start].rstrip(_ASIDE)
        if not before:
            return start < _LONGEST_ASIDE
        return before[-1] in ".!?…" and self.written[start].isupper()

    def asks(self, number: int) -> bool:
        """Whether the sentence of a word ends with a question mark."""
        end = _SENTENCE_END.search(self.folded, self.words[number].end())
        return end is not None and end[0] == "?"

    def stops(self, number: int) -> bool:
        """Whether a full stop or the like follows a word."""
        return _STOP.match(self.folded, self.words[number].end()) is not None


class Index:
    """Phrases by what one of their tokens may be."""

    def __init__(self, classes: WordClasses) -> None:
        self._by_token: dict[str, list[Phrase]] = {}
        self._classes = classes
        # How many letters the open beginnings and endings have: few lengths occur.
        self._beginnings: set[int] = set()
        self._endings: set[int] = set()

    def __bool__(self) -> bool:
        return bool(self._by_token)

    def add(self, token: str, phrase: Phrase) -> None:
        """Keep a phrase that has a token."""
        for one in token.removesuffix("+").split("/"):
            self._by_token.setdefault(one, []).append(phrase)
            if one.endswith("*"):
                self._beginnings.add(len(one) - 1)
            elif one.startswith("*"):
                self._endings.add(len(one) - 1)

    def at(self, word: str) -> list[Phrase]:
        """The phrases that a word answers."""
        by, size = self._by_token, len(word)
        keys = [word, ANY, *(word[:n] + "*" for n in self._beginnings if n <= size)]
        keys += ["*" + word[-n:] for n in self._endings if n < size]
        keys += [f"<{name}>" for name in self._classes.of(word)]
        return [phrase for key in keys if key in by for phrase in by[key]]


@dataclass(frozen=True, slots=True)
class Branch:
    """The phrases that may begin with a word: those that need no look at the next one, and the
    others by it."""

    open: tuple[Phrase, ...]
    more: Index
    kinds: frozenset[str]
    """Those of the word alone."""

    def phrases(self, following: str) -> list[Phrase]:
        """Those that may be there before ``following``, the weightiest first."""
        found = list(self.open)
        if following and self.more:
            found += self.more.at(following)
        if len(found) > 1:
            found.sort(key=lambda phrase: phrase.weight, reverse=True)
        return found


@dataclass(frozen=True)
class Finder:
    """Finds phrases, some of which must begin a sentence."""

    phrases: tuple[Phrase, ...]
    classes: WordClasses
    _heads: dict[bool, Index] = field(default_factory=dict)
    _memo: dict[bool, dict[str, Branch | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for first in (False, True):
            self._heads[first], self._memo[first] = Index(self.classes), {}
        for phrase in self.phrases:
            self._heads[bool(phrase.first)].add(phrase.tokens[0], phrase)

    def branch(self, word: str, first: bool) -> Branch | None:
        """The phrases that a word may begin; with ``first`` those that begin a sentence."""
        memo = self._memo[first]
        if word not in memo:
            memo[word] = self._branch(self._heads[first].at(word))
        return memo[word]

    def _branch(self, found: Iterable[Phrase]) -> Branch | None:
        phrases = tuple(dict.fromkeys(found))
        more, free = Index(self.classes), []
        for phrase in phrases:
            second = phrase.tokens[1] if len(phrase.tokens) > 1 else ""
            run = phrase.tokens[0].endswith("+")
            if run or second in ("", GAP, FIGURE, COMMA, STOP):
                free.append(phrase)
            else:
                more.add(second, phrase)
        alone = (phrase for phrase in phrases if len(phrase.tokens) == 1)
        kinds = frozenset(one.kind for phrase in alone for one in phrase.meanings)
        return Branch(tuple(free), more, kinds) if phrases else None

    def at(
        self, text: Text, number: int, fits: Callable[[Phrase, int], bool]
    ) -> tuple[Phrase, int] | None:
        """The weightiest phrase that begins at a word and fits, and one past its last word."""
        word = text.words[number][0]
        branches = [self.branch(word, first=False)]
        starting = self.branch(word, first=True)
        if starting is not None and text.begins(number):
            branches.append(starting)
        following = text.words[number + 1][0] if number + 1 < len(text.words) else ""
        found = [phrase for one in branches if one for phrase in one.phrases(following)]
        if len(branches) > 1:
            found.sort(key=lambda phrase: phrase.weight, reverse=True)
        for phrase in found:
            last = self._last(phrase.tokens, text, number)
            if last and not (phrase.first == TELLING and text.asks(number)) and fits(phrase, last):
                return phrase, last
        return None

    def _last(self, tokens: tuple[str, ...], text: Text, number: int) -> int:
        """One past the last word of a phrase whose first word is word ``number``, which it
        answers; 0 if it is none."""
        at, gap, parted = self._run(tokens[0], text, number), False, text.near
        words = text.words
        for token in tokens[1:]:
            if token == GAP:
                gap = True
            elif token == FIGURE:
                parted = text.figure
            elif token == COMMA:
                parted = text.comma
            elif token == STOP:
                if not text.stops(at - 1):
                    return 0
            else:
                reach = range(at, min(at + 1 + (FAR if gap else 0), len(words)))
                found = next((one for one in reach if self._is(words[one][0], token)), -1)
                if found < 0:
                    return 0
                if not (text.together(at - 1, found) if gap else parted(at - 1, found)):
                    return 0
                at, gap, parted = self._run(token, text, found), False, text.near
        return at

    def _run(self, token: str, text: Text, number: int) -> int:
        """One past the last word of those that a token stands for, the first of them given."""
        end = number + 1
        if token.endswith("+"):
            most = min(number + RUN, len(text.words))
            while end < most and text.near(end - 1, end) and self._is(text.words[end][0], token):
                end += 1
        return end

    def _is(self, word: str, token: str) -> bool:
        if token == ANY:
            return True
        for one in token.removesuffix("+").split("/"):
            if one.startswith("<"):
                if one[1:-1] in self.classes.of(word):
                    return True
            elif one.endswith("*"):
                if word.startswith(one[:-1]):
                    return True
            elif one.startswith("*"):
                if word.endswith(one[1:]):
                    return True
            elif word == one:
                return True
        return False
