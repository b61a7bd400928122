"""A language's words for quantities, compiled from its pack for quick look-up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any

from sverka.quantities.pack import Pack, Unit

Phrase = tuple[tuple[str, ...], "Lexeme"]
"""The patterns after a phrase's first word, and what the whole means."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """All that a word or phrase may mean; most words mean one thing."""

    cardinal: float | None = None
    scale: float = 0.0
    many: float = 0.0
    fraction: float = 0.0
    plus: float = 0.0
    ordinal: float = 0.0
    vague: tuple[float, float] | None = None
    unit: Unit | None = None
    symbol: Unit | None = None
    shy: Unit | None = None
    prime: Unit | None = None
    """The unit of a mark right after digits, unless it closes a quotation."""
    part: Unit | None = None
    """The unit it may be as a smaller part, as in 2h40m."""
    adjective: Unit | None = None
    prefix: Unit | None = None
    scaled: Unit | None = None
    """The unit after a thousand or million: "5 million pounds" are no mass."""
    one: Unit | None = None
    whole: tuple[float, Unit] | None = None
    """A number and its unit in one word."""
    times: float = 0.0
    multiplied: float = 0.0
    """By how much an adjective multiplies the number that a hyphen joins to it."""
    money_scale: float = 0.0
    """The million of "$5m"."""
    period: float = 0.0
    every: float = 0.0
    month: int = 0
    daypart: float | None = None
    daytime: float | None = None
    """Seconds since midnight of "noon"."""
    decade: float = 0.0
    """The first year in the century of "the twenties"."""
    before: str = ""
    after: str = ""
    flags: frozenset[str] = frozenset()
    phrases: tuple[Phrase, ...] = ()
    seconds: frozenset[str] | None = None
    """The second words of the phrases; None where one of them may be inflected."""
    starts: bool = False
    """Whether a quantity may begin with it."""


NOTHING = Lexeme()
_FIELDS = {
    "cardinals": "cardinal", "scales": "scale", "many": "many", "fractions": "fraction",
    "plus": "plus", "ordinals": "ordinal", "times": "times", "multiplied": "multiplied",
    "money_scales": "money_scale",
    "periods": "period", "every": "every", "months": "month", "dayparts": "daypart",
    "daytimes": "daytime", "decades": "decade",
}  # fmt: skip
_UNIT_FIELDS = {
    "words": "unit", "adjectives": "adjective", "symbols": "symbol", "shy": "shy", "part": "part",
    "primes": "prime",
    "prefix": "prefix", "one": "one", "scaled": "scaled",
}  # fmt: skip
_WHOLES = (("half", 0.5), ("alone", 1.0), ("single", 1.0))
_BY_CASE = {"symbol", "shy", "part", "prime"}
_STARTS = frozenset({
    "cardinal", "scale", "many", "fraction", "vague", "ordinal", "whole", "times", "period",
    "every", "one", "daytime", "decade",
})  # fmt: skip
_STARTING_FLAGS = frozenset({"article", "entire", "turns", "without", "century"})
_COMMON = frozenset({"article", "entire"})
"""Too common to look closely for; the unit that follows them tells."""
_MOST_KNOWN = 60_000
_LONGEST_WORD = 40
Entry = dict[str, Any]


@dataclass(slots=True)
class _Tables:
    """Entries by word; ``exact`` also by case, ``stems`` are those that an ending follows."""

    words: dict[str, Entry] = field(default_factory=dict)
    stems: dict[str, Entry] = field(default_factory=dict)
    exact: dict[str, Entry] = field(default_factory=dict)

    def put(self, patterns: tuple[str, ...], name: str, value: object) -> None:
        first, rest = patterns[0], patterns[1:]
        if name in _BY_CASE:
            table = self.exact
        else:
            table = self.stems if first.endswith("*") and first != "*" else self.words
        entry = table.setdefault(first.removesuffix("*"), {})
        if rest:
            phrases = entry.setdefault("phrases", {})
            entry = phrases.setdefault(rest, {})
        if name == "flags":
            entry["flags"] = entry.get("flags", frozenset()) | {value}
        elif isinstance(value, Unit) and isinstance(known := entry.get(name), Unit):
            if value != known:
                entry[name] = replace(known, rival=value)
        else:
            entry.setdefault(name, value)


class Lexicon:
    """Looks words up, whatever their case, inflection and spelling; remembers what it has seen."""

    def __init__(self, pack: Pack, fold: Mapping[str, str]) -> None:
        self._fold = str.maketrans({**fold, "’": "'"})
        self._endings = frozenset(self.fold(ending) for ending in pack.endings)
        self._tables = _Tables()
        self._known: dict[str, Lexeme | None] = {}
        self._names = frozenset(pack.names)
        self._rest = pack.compound_rest
        self._agreeing = pack.adjective_endings
        self._asleep: set[str] = set()
        self._mute: set[str] = set()
        self._hints: set[str] = set()
        self._fill(pack)
        self._compound = self._compounds(pack)

    def fold(self, text: str) -> str:
        """As words are compared."""
        return text.lower().translate(self._fold)

    def look_up(self, word: str) -> Lexeme | None:
        """What ``word`` means; None for most."""
        try:
            return self._known[word]
        except KeyError:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            lexeme = self._known[word] = self._find(word)
            return lexeme

    def counts(self, words: AbstractSet[str]) -> bool:
        """Whether one of the words says a number that a text hardly says by the way."""
        if words <= self._mute:
            return False
        if len(self._mute) > _MOST_KNOWN:
            self._mute.clear()
        self._mute |= {word for word in words - self._mute if not self._counts(word)}
        return not words <= self._mute

    def _counts(self, word: str) -> bool:
        known = self.look_up(word)
        if known is None:
            return False
        if known.cardinal is not None and "weak" not in known.flags:
            return True
        return bool(known.scale or known.whole or known.times or known.period)

    def wakes(self, words: set[str]) -> bool:
        """Whether one of the words tells that there may be a quantity."""
        if words <= self._asleep:
            return False
        if len(self._asleep) > _MOST_KNOWN:
            self._asleep.clear()
        fresh = {word for word in words - self._asleep if not self._wakes(word)}
        self._asleep |= fresh
        return not words <= self._asleep

    def _wakes(self, word: str) -> bool:
        if word[-1].isnumeric() or self.fold(word) in self._hints:
            return True
        lexeme = self.look_up(word)
        if lexeme is None:
            return False
        return bool((lexeme.starts and not lexeme.flags & _COMMON) or lexeme.unit or lexeme.plus)

    def matches(self, pattern: str, word: str) -> bool:
        """Whether the word of a phrase is there."""
        folded = self.fold(word)
        if not pattern.endswith("*"):
            return folded == pattern
        stem = pattern[:-1]
        return folded.startswith(stem) and folded[len(stem) :] in self._endings

    def _find(self, word: str) -> Lexeme | None:
        if word in self._names or len(word) > _LONGEST_WORD:
            return None
        folded = self.fold(word).removesuffix("'s")
        entries = [self._tables.exact.get(word), self._tables.words.get(folded)]
        for size in range(len(folded), 0, -1):
            stem = folded[:size]
            if stem in self._tables.stems and folded[size:] in self._endings:
                entries.append(self._tables.stems[stem])
        merged: Entry = {}
        for entry in entries:
            for name, value in (entry or {}).items():
                if name == "flags":
                    merged[name] = merged.get(name, frozenset()) | value
                elif name == "phrases":
                    merged[name] = {**merged.get(name, {}), **value}
                else:
                    merged.setdefault(name, value)
        if not merged:
            return self._split(folded)
        return _lexeme(merged)

    def _split(self, folded: str) -> Lexeme | None:
        """A numeral and an adjective of a unit grown together."""
        match = self._compound.match(folded) if self._compound else None
        if match is None:
            return None
        value = sum(self._numbers[part] for part in re.findall(self._part, match["number"]))
        if match["stem"] and match["ending"] in self._endings:
            return Lexeme(
                starts=True, whole=(value, self._tables.stems[match["stem"]]["adjective"])
            )
        rest = folded[match.end("number") :]
        if value < 2 or len(rest) < 6 or not rest.endswith(self._rest):
            return None
        return Lexeme(starts=True, whole=(value, Unit("thing", rest, 1.0)))

    def _compounds(self, pack: Pack) -> re.Pattern[str] | None:
        self._numbers = {self.fold(word): value for value, word in pack.values["compounds"]}
        stems = [stem for stem, entry in self._tables.stems.items() if "adjective" in entry]
        self._part = _any_of(self._numbers)
        if not self._numbers or not stems:
            return None
        return re.compile(
            f"(?P<number>(?:{self._part}){{1,2}})(?:(?P<stem>{_any_of(stems)})(?P<ending>.*))?"
        )

    def _fill(self, pack: Pack) -> None:
        put = self._put
        for table, name in _FIELDS.items():
            for value, word in pack.values[table]:
                put(word, name, int(value) if name == "month" else value)
        for flag, words in pack.flags.items():
            for word in words:
                put(word, "flags", flag)
        for place, bound, word in pack.bounds:
            put(word, place, bound)
        for low, high, word in pack.vague:
            put(word, "vague", (low, high))
        self._fill_units(pack)

    def _fill_units(self, pack: Pack) -> None:
        put = self._put
        for unit, lists in pack.units:
            for key, name in _UNIT_FIELDS.items():
                for word in lists[key]:
                    put(word, name, unit)
            for key, value in _WHOLES:
                for word in lists[key]:
                    put(word, "whole", (value, unit))
            for word in lists["single"]:
                put(word, "flags", "weak")

    def _put(self, word: str, name: str, value: object) -> None:
        if word.endswith("~") and word[-2:-1].isalpha():
            for ending in self._agreeing:
                self._put(word[:-1] + ending, name, value)
            return
        patterns = word.split("_")
        if name in _BY_CASE:
            first, *rest = patterns
            self._tables.put((first, *map(self.fold, rest)), name, value)
        else:
            self._tables.put(tuple(map(self.fold, patterns)), name, value)
        if len(patterns) > 1 and (name in _STARTS or value == "turns"):
            self._hints.add(self.fold(max(patterns, key=len)).removesuffix("*"))


def _any_of(words: Mapping[str, object] | list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _lexeme(entry: Entry) -> Lexeme:
    known = dict(entry)
    ordered = sorted(known.pop("phrases", {}).items(), key=lambda item: -len(item[0]))
    seconds = frozenset(rest[0] for rest, _ in ordered)
    inflected = any(word.endswith("*") and word != "*" for word in seconds)
    return Lexeme(
        **known,
        phrases=tuple((rest, _lexeme(inner)) for rest, inner in ordered),
        seconds=None if inflected else seconds,
        starts=_may_start(known),
    )


def _may_start(entry: Entry) -> bool:
    return not _STARTS.isdisjoint(entry) or bool(entry.get("flags", frozenset()) & _STARTING_FLAGS)
