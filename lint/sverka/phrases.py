"""Phrases of words, alternatives, classes and gaps, found in a text from left to right.

`sverka.wording` says how they are written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sverka.wordclasses import WordClasses

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
ANY, GAP, FIRST, FIGURE, COMMA, STOP = "_", "...", "^", "#", "<,>", "."
TELLING, ASKING = "^.", "^?"
"""Like `FIRST`, and the sentence is no question; and it is one."""
DASH = "<->"
FAR = 8
"""How many words a phrase may leave out at ``...``."""
RUN = 6
"""How many words of a class may follow one another at ``<class>+``."""
MEMO = 4096
"""How many words are kept for one place of the phrases."""
_ROOM = re.compile(r"[^.,!?:;()]*")
"""What may stand between words that a phrase lets stand apart: no end of a clause."""
_FIGURE = re.compile(r"\s*\d+(?:[.,–-]\d+)*\s*")
_DIGIT = re.compile(r"\d")
_TELLING_WORD = 4
"""The letters of a word that fewer texts have than figures."""
_DASH = re.compile(r"\s*(?:\s[-–]|—|--)\s+")
_STOP = re.compile(r"[\"'»”’)]*[.;!]")
_SENTENCE_END = re.compile(r"[.!?…](?!\w)")
_ASIDE = " \n\t\u00a0\"'«»“”„’()[]"
_LONGEST_ASIDE = 6
"""How many spaces, quotes and brackets stand between two sentences at most."""


class Meaning(NamedTuple):
    """What a row says of its phrases."""

    kind: str
    sense: str


class Token:
    """A word of a phrase: alternatives, open beginnings and endings, classes. ``run``: up to
    `RUN` of them in a row."""

    __slots__ = ("_beginnings", "_classes", "_endings", "_known", "_memo", "any", "run", "words")

    def __init__(self, written: str, classes: WordClasses) -> None:
        self.any = written == ANY
        self.run = written.endswith("+")
        forms = written.removesuffix("+").split("/")
        self.words = frozenset(forms)
        self._beginnings = tuple(one[:-1] for one in forms if one.endswith("*"))
        self._endings = tuple(one[1:] for one in forms if one.startswith("*"))
        self._classes = frozenset(one[1:-1] for one in forms if one.startswith("<"))
        self._known = classes
        self._memo: dict[str, bool] = {}

    @property
    def plain(self) -> bool:
        """Whether it is one of its ``words`` and nothing else."""
        return not (self.any or self._beginnings or self._endings or self._classes)

    def has(self, word: str) -> bool:
        """Whether it is such a word."""
        found = self._memo.get(word)
        if found is None:
            found = self._memo[word] = (
                self.any
                or word in self.words
                or word.startswith(self._beginnings)
                or word.endswith(self._endings)
                or bool(self._classes and not self._classes.isdisjoint(self._known.of(word)))
            )
        return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens, and how much they say: of two phrases at a place the weightier one counts."""

    tokens: tuple[str, ...]
    weight: tuple[int, int, int]
    meanings: tuple[Meaning, ...]
    first: str
    """`FIRST`, `TELLING` or `ASKING` where it must begin a sentence, else empty."""


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """A phrase in steps: what parts a word from the one before ("" for space), and the word."""

    phrase: Phrase
    steps: tuple[tuple[str, Token], ...]
    stop: bool
    anchor: frozenset[str]
    """Words, or a sign, of which a text with the phrase has one; none if that cannot be said."""


class Text:
    """A text, as it is written and folded, and its words."""

    def __init__(self, written: str, folded: str) -> None:
        self.written, self.folded = written, folded
        self.matches = list(WORD.finditer(folded))
        self.words = [match[0] for match in self.matches]
        self.forms = set(self.words)
        if _DASH.search(folded):
            self.forms.add(DASH)
        if _DIGIT.search(folded):
            self.forms.add(FIGURE)
        self._near: dict[int, bool] = {}

    def _between(self, right: int) -> str:
        return self.folded[self.matches[right - 1].end() : self.matches[right].start()]

    def near(self, right: int) -> bool:
        """Whether nothing but space parts a word from the one before, or a stray apostrophe."""
        found = self._near.get(right)
        if found is None:
            between = self._between(right)
            found = between == " " or not between.strip(" \t\n\u00a0'")
            self._near[right] = found
        return found

    def parts(self, sign: str, right: int) -> bool:
        """Whether a figure, a comma or a dash and no more parts a word from the one before."""
        between = self._between(right)
        if sign == COMMA:
            return between.strip() == ","
        return (_DASH if sign == DASH else _FIGURE).fullmatch(between) is not None

    def together(self, left: int, right: int) -> bool:
        """Whether no end of a clause parts two words."""
        between = self.folded[self.matches[left].end() : self.matches[right].start()]
        return _ROOM.fullmatch(between) is not None

    def begins(self, number: int) -> bool:
        """Whether a word begins the text, or a sentence of it with a capital letter."""
        start = self.matches[number].start()
        if number and self.folded[start - 1] == " " and self.folded[start - 2].isalnum():
            return False
        before = self.written[max(start - _LONGEST_ASIDE, 0) : start].rstrip(_ASIDE)
        if not before:
            return start < _LONGEST_ASIDE
        return before[-1] in ".!?…" and self.written[start].isupper()

    def asks(self, number: int) -> bool:
        """Whether the sentence of a word ends with a question mark."""
        end = _SENTENCE_END.search(self.folded, self.matches[number].end())
        return end is not None and end[0] == "?"

    def stops(self, number: int) -> bool:
        """Whether a full stop or the like follows a word."""
        return _STOP.match(self.folded, self.matches[number].end()) is not None


class Index:
    """Phrases by what one of their tokens may be."""

    def __init__(self, classes: WordClasses) -> None:
        self._by_token: dict[str, list[Steps]] = {}
        self._classes = classes
        # How many letters the open beginnings and endings have: few lengths occur.
        self._beginnings: set[int] = set()
        self._endings: set[int] = set()
        self._memo: dict[str, list[Steps]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_token)

    def add(self, token: str, phrase: Steps) -> None:
        """Keep a phrase that has a token."""
        for one in token.removesuffix("+").split("/"):
            self._by_token.setdefault(one, []).append(phrase)
            if one.endswith("*"):
                self._beginnings.add(len(one) - 1)
            elif one.startswith("*"):
                self._endings.add(len(one) - 1)

    def at(self, word: str) -> list[Steps]:
        """The phrases that a word answers."""
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) == MEMO:
                self._memo.clear()
            found = self._memo[word] = self._at(word)
        return found

    def _at(self, word: str) -> list[Steps]:
        by, size = self._by_token, len(word)
        keys = [word, ANY, *(word[:n] + "*" for n in self._beginnings if n <= size)]
        keys += ["*" + word[-n:] for n in self._endings if n < size]
        keys += [f"<{name}>" for name in self._classes.of(word)]
        return [phrase for key in keys if key in by for phrase in by[key]]


@dataclass(frozen=True, slots=True)
class Branch:
    """The phrases that may begin with a word: those that need no look at the next one, and the
    others by it."""

    open: tuple[Steps, ...]
    more: Index
    kinds: frozenset[str]
    """Those of the word alone."""


@dataclass(frozen=True)
class Finder:
    """Finds phrases, some of which must begin a sentence."""

    phrases: tuple[Phrase, ...]
    classes: WordClasses
    _heads: dict[bool, Index] = field(default_factory=dict)
    _memo: dict[bool, dict[str, Branch | None]] = field(default_factory=dict)
    _tokens: dict[str, Token] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for first in (False, True):
            self._heads[first], self._memo[first] = Index(self.classes), {}
        for phrase in self.phrases:
            self._heads[bool(phrase.first)].add(phrase.tokens[0], self._steps(phrase))

    def _steps(self, phrase: Phrase) -> Steps:
        steps: list[tuple[str, Token]] = []
        parted = ""
        for written in phrase.tokens:
            if written in (GAP, FIGURE, COMMA, DASH):
                parted = written
            elif written != STOP:
                if written not in self._tokens:
                    self._tokens[written] = Token(written, self.classes)
                steps.append((parted, self._tokens[written]))
                parted = ""
        return Steps(phrase, tuple(steps), phrase.tokens[-1] == STOP, _anchor(steps))

    def branch(self, word: str, first: bool) -> Branch | None:
        """The phrases that a word may begin; with ``first`` those that begin a sentence."""
        memo = self._memo[first]
        if word not in memo:
            memo[word] = self._branch(self._heads[first].at(word))
        return memo[word]

    def begins(self, word: str) -> bool:
        """Whether a word may begin any phrase."""
        return any(self.branch(word, first) is not None for first in (False, True))

    def _branch(self, found: Iterable[Steps]) -> Branch | None:
        phrases = tuple(dict.fromkeys(found))
        more, free = Index(self.classes), []
        for one in phrases:
            tokens = one.phrase.tokens
            if len(one.steps) == 1 or one.steps[0][1].run or one.steps[1][0]:
                free.append(one)
            else:
                more.add(tokens[1], one)
        alone = (one.phrase for one in phrases if len(one.phrase.tokens) == 1)
        kinds = frozenset(one.kind for phrase in alone for one in phrase.meanings)
        return Branch(tuple(free), more, kinds) if phrases else None

    def at(
        self, text: Text, number: int, fits: Callable[[Phrase, int], bool]
    ) -> tuple[Phrase, int] | None:
        """The weightiest phrase that begins at a word and fits, and one past its last word."""
        word = text.words[number]
        branches = [self.branch(word, first=False)]
        starting = self.branch(word, first=True)
        if starting is not None and text.begins(number):
            branches.append(starting)
        more = number + 1 < len(text.words) and text.near(number + 1)
        found: tuple[Phrase, int] | None = None
        for branch in branches:
            if branch is None:
                continue
            ones = [*branch.open, *branch.more.at(text.words[number + 1])] if more else branch.open
            for one in ones:
                if found is not None and one.phrase.weight <= found[0].weight:
                    continue
                if one.anchor and one.anchor.isdisjoint(text.forms):
                    continue
                last = _last(one, text, number)
                if not last or (
                    one.phrase.first in (TELLING, ASKING)
                    and text.asks(number) != (one.phrase.first == ASKING)
                ):
                    continue
                if fits(one.phrase, last):
                    found = one.phrase, last
        return found


def _anchor(steps: Sequence[tuple[str, Token]]) -> frozenset[str]:
    """The words of the token that the fewest texts have: the longest ones; or a rare sign."""
    signs = {parted for parted, _ in steps}
    plain = [token.words for _, token in steps if token.plain]
    best = max(plain, key=_shortest, default=frozenset[str]())
    if DASH in signs:
        return frozenset((DASH,))
    if FIGURE in signs and (not best or _shortest(best) < _TELLING_WORD):
        return frozenset((FIGURE,))
    return best


def _shortest(words: frozenset[str]) -> int:
    return min(map(len, words))


def _last(one: Steps, text: Text, number: int) -> int:
    """One past the last word of a phrase whose first word is word ``number``, which it
    answers; 0 if it is none."""
    words = text.words
    at = _run(one.steps[0][1], text, number)
    for parted, token in one.steps[1:]:
        if parted == GAP:
            found = _over(token, text, at)
        else:
            found = at if at < len(words) and token.has(words[at]) else 0
            if found and not (text.parts(parted, at) if parted else text.near(at)):
                return 0
        if not found:
            return 0
        at = _run(token, text, found) if token.run else found + 1
    return 0 if one.stop and not text.stops(at - 1) else at


def _over(token: Token, text: Text, at: int) -> int:
    """The first word of a kind from a place on that a gap may reach; 0 if there is none."""
    for found in range(at, min(at + 1 + FAR, len(text.words))):
        if token.has(text.words[found]):
            return found if text.together(at - 1, found) else 0
    return 0


def _run(token: Token, text: Text, number: int) -> int:
    """One past the last word of those that a token stands for, the first of them given."""
    end = number + 1
    if token.run:
        most = min(number + RUN, len(text.words))
        while end < most and text.near(end) and token.has(text.words[end]):
            end += 1
    return end
