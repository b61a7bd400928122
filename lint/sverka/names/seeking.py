"""Which names of one version of a page the other one lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sverka.align import AlignedPair
from sverka.align.lexicon import NO_KEYS, PairLexicon
from sverka.align.passages import Passage, Segment, Stretch
from sverka.names.data import Habits, equals, habits
from sverka.names.likeness import Ears
from sverka.names.phrases import Phrases
from sverka.names.spotting import Kind, Name, bare, is_title, listed, runs, spot
from sverka.names.vocabulary import Vocabulary, Words, split
from sverka.packs import Language

ALIKE = 0.17
"""Up to this share of a name's letters may sound differently in its counterpart,"""
SAME = 0.1
"""and this much where the counterpart has no capital, or stands elsewhere on the page."""
ENOUGH = 3
"""Letters of a word from which on its sound says anything."""
BESIDE = 3
"""Characters between two words of one name, a possessive ending included."""
TAIL = 6
"""Letters that the name at the end of a compound has at least."""


@dataclass(frozen=True)
class Lost:
    """A name that the other version has in no form: ``names`` of a ``run`` in a stretch.

    ``strong``: it can hardly be anything but a name;
    ``nearest``: how far the likeliest name of the other side's passage is apart from it, as a
    share of their letters; ``guest``: it stands in the other language's letters as it is;
    ``partial``: other words of the run are there.
    """

    stretch: Stretch
    run: tuple[Name, ...]
    names: tuple[Name, ...]
    nearest: float
    strong: bool
    guest: bool
    partial: bool

    @property
    def start(self) -> int:
        """Where it begins in the text of its stretch."""
        return self.run[0].start

    @property
    def end(self) -> int:
        """Where it ends there."""
        return self.run[-1].end

    @property
    def listed(self) -> bool:
        """Whether the packs know it, and what it is in the other language."""
        return any(name.kind is Kind.LISTED for name in self.names)

    @property
    def short(self) -> bool:
        """Whether it is an abbreviation in capitals."""
        return all(name.short and len(name.text) >= ENOUGH for name in self.names)

    @property
    def is_part(self) -> bool:
        """Whether it is one word of a name that is there with its other words."""
        return self.partial and len(self.names) == 1

    @property
    def text(self) -> str:
        """The name as it is written."""
        return " ".join(self.stretch.text[self.start : self.end].split())


class _Tools(NamedTuple):
    """What serves all pairs of pages of a site."""

    habits: tuple[Habits, Habits]
    phrases: Phrases
    vocabulary: Vocabulary
    ears: Ears


@lru_cache(maxsize=4)
def _tools(one: Language, other: Language, lexicon: PairLexicon) -> _Tools:
    vocabulary = Vocabulary((one, other), lexicon)
    return _Tools(
        (habits(one), habits(other)), equals(one, other).phrases, vocabulary, Ears(one, other)
    )


class Seeker:
    """Looks the names of either version of a pair up in the other one. ``habits`` are those of
    the source's and the target's language, ``own_names`` what the languages themselves are
    called: a version often says that something is in the other language only."""

    def __init__(self, pair: AlignedPair) -> None:
        packs = pair.lexicon.packs
        self._pages = (pair.source, pair.target)
        one, other = (packs.languages[page.language] for page in self._pages)
        self._codes = (one.code, other.code)
        tools = _tools(one, other, pair.lexicon.of(one.code, other.code))
        self.habits, self._phrases, self._vocabulary, self._ears = tools
        self.own_names = frozenset((one.name, other.name))
        self._page_words: dict[int, Words] = {}
        self._page_lemmas: dict[int, frozenset[str]] = {}

    def lost(
        self, passage: Passage, segment: Segment, *, weak: bool = False
    ) -> tuple[list[Lost], list[Lost]]:
        """The names of the source that the target lacks, and the other way round; if ``weak``,
        also capitalised words that need not be names."""
        return (
            list(self._lost(passage, segment.source, weak=weak)),
            list(self._lost(passage, segment.target, weak=weak)),
        )

    def may_lack(self, passage: Passage, segment: Segment) -> bool:
        """Whether a side may lack a name of the other one, at a glance: most have them all as
        they are, or have none."""
        whole = passage.whole
        return self._is_open(segment.source, whole.target.text) or self._is_open(
            segment.target, whole.source.text
        )

    def _is_open(self, stretch: Stretch, text: str) -> bool:
        """Whether the text of the other side lacks a word with a capital that is worth a look: a
        word at the beginning is one if it is listed, or another follows."""
        end = -1
        for one in stretch.capitals:
            if not one.initial and (one.start - end <= BESIDE or one.text not in text):
                return True
            if one.initial and one.text not in text:
                if self._vocabulary.kind(bare(one.text), stretch.side) is Kind.LISTED:
                    return True
                end = one.end
        return False

    def apart(self, one: Lost, other: Lost) -> float:
        """How far two names are apart at the least, as a share of their letters."""
        return min(
            self._ears.apart(left.lower, right.lower) for left in one.names for right in other.names
        )

    def is_regular(self, lost: Lost) -> bool:
        """Whether it is one family name that has but few romanisations."""
        name = lost.names[0].lower
        endings = tuple(self.habits[lost.stretch.side].surnames)
        return len(lost.names) == 1 and len(name) >= TAIL and name.endswith(endings)

    def names(self, stretch: Stretch) -> list[Name]:
        """The names of a stretch."""
        side = stretch.side
        return spot(stretch, self.habits[side], self._kind(side))

    def lost_words(self, passage: Passage, stretch: Stretch) -> Iterator[Lost]:
        """The words of a stretch that the packs know as names, and that the other side lacks;
        adjectives too, and those at the start of a sentence."""
        side = stretch.side
        there = self._words_of(passage.whole.sides[1 - side].text, 1 - side)
        for name in listed(stretch, self.habits[side], self._kind(side)):
            near = self._nearest(name, side, there)
            if near <= ALIKE or self._elsewhere(name, stretch):
                continue
            if not self._is_phrase((name,), stretch):
                yield Lost(
                    stretch, (name,), (name,), near, strong=False, guest=False, partial=False
                )

    def _kind(self, side: int) -> Callable[[str], Kind]:
        return lambda word: self._vocabulary.kind(word, side)

    def _lost(self, passage: Passage, stretch: Stretch, *, weak: bool) -> Iterator[Lost]:
        names = self.names(stretch)
        if not names or is_title(stretch, names):
            return
        text = passage.whole.sides[1 - stretch.side].text
        open_runs = [
            run
            for run in runs(stretch.text, names)
            if (weak and (len(run) > 1 or not run[0].initial)) or any(name.sure for name in run)
            if not all(name.text in text for name in run)
        ]
        if not open_runs:
            return
        there = self._words_of(text, 1 - stretch.side)
        for run in open_runs:
            near = {name: self._nearest(name, stretch.side, there) for name in run}
            sure = [name for name in run if name.sure]
            missing = [
                name
                for name in sure or run
                if near[name] > ALIKE and not self._elsewhere(name, stretch)
            ]
            if not missing or not (sure or len(missing) == len(run)):
                continue
            if not self._is_phrase(missing, stretch):
                yield self._made(stretch, run, missing, near)

    def _made(
        self,
        stretch: Stretch,
        run: Sequence[Name],
        missing: Sequence[Name],
        near: Mapping[Name, float],
    ) -> Lost:
        side = stretch.side
        sure = [name for name in run if name.sure]
        return Lost(
            stretch,
            tuple(run),
            tuple(missing),
            max(near[name] for name in missing),
            strong=bool(sure)
            and not any(
                name.kind is not Kind.LISTED and self._vocabulary.is_ordinary(name.lower, side)
                for name in missing
            ),
            guest=self._is_guest(missing, side),
            partial=min(near.values()) <= ALIKE or len(missing) < len(sure),
        )

    def _nearest(self, name: Name, side: int, there: Words) -> float:
        """How far the words of a text are apart from a name, at the least."""
        parts = split(name.lower)
        if any(self._vocabulary.keys(part, side) & there.keys for part in parts):
            return 0.0
        long = [part for part in parts if len(part) >= ENOUGH]
        near = min(
            (self._ears.apart(part, word) for part in long for word in there.capital),
            default=1.0,
        )
        if near > ALIKE and any(
            self._ears.are_same(part, word, SAME) for part in long for word in there.other
        ):
            return 0.0
        return near

    def _words_of(self, text: str, side: int) -> Words:
        return Words(text, side, self._vocabulary)

    def _elsewhere(self, name: Name, stretch: Stretch) -> bool:
        """Whether the other page has the name in some place, or under some other word."""
        side = stretch.side
        if len(name.text) > ENOUGH and name.text in self._pages[1 - side].source.text:
            return True  # the same letters: nothing needs to be heard
        page = self._page(1 - side)
        for part in split(name.lower):
            if len(part) >= ENOUGH and any(
                self._ears.are_same(part, word, SAME) for word in page.capital
            ):
                return True
            for form in (part, *self._vocabulary.lemmas(part, side)):
                keys = {key for key in self._vocabulary.keys(form, side) if key[0] != "k"}
                if keys & page.keys:
                    return True
                if name.kind is Kind.LISTED and keys & self._lemma_keys(1 - side):
                    return True
        return False

    def _page(self, side: int) -> Words:
        if side not in self._page_words:
            self._page_words[side] = self._words_of(self._pages[side].source.text, side)
        return self._page_words[side]

    def _lemma_keys(self, side: int) -> frozenset[str]:
        """The keys of the dictionary forms of a page's names, and of its unknown words."""
        if side not in self._page_lemmas:
            page = self._page(side)
            forms = {
                form
                for word in (*page.capital, *page.other)
                for form in (*self._vocabulary.lemmas(word, side), *self._tails(word, side))
            }
            self._page_lemmas[side] = NO_KEYS.union(
                *(self._vocabulary.keys(form, side) for form in forms)
            )
        return self._page_lemmas[side]

    def _tails(self, word: str, side: int) -> list[str]:
        """The names of the lists that a compound ends with."""
        tails = (word[cut:] for cut in range(ENOUGH, len(word) - TAIL + 1))
        return [tail for tail in tails if self._vocabulary.kind(tail, side) is Kind.LISTED]

    def _is_guest(self, names: Sequence[Name], side: int) -> bool:
        """Whether names stand in the other language's letters, and are none of its words."""
        return all(
            not self._vocabulary.is_native(name.lower, side)
            and self._vocabulary.is_native(name.lower, 1 - side)
            and self._vocabulary.kind(name.lower, 1 - side) is not Kind.ORDINARY
            and not self._vocabulary.is_ordinary(name.lower, 1 - side)
            for name in names
        )

    def _is_phrase(self, run: Sequence[Name], stretch: Stretch) -> bool:
        code = self._codes[stretch.side]
        page = self._page(1 - stretch.side).all
        return self._phrases.meet(stretch.text, run[0].start, run[-1].end, code, page)
