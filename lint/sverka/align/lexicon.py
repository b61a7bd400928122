"""Words of two languages made comparable: stems, equivalents, cognates, learned pairs.

Every word becomes a set of keys; two words of different languages may mean the same when
their sets meet. A key begins with its sort: ``s`` the stem of a target-language word, ``k`` the
consonant skeleton that cognates share, ``r`` the stem of a word in another script.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from sverka.align.addresses import Addresses, addresses
from sverka.align.wordlist import Stems, WordList
from sverka.packs import Language, Packs
from sverka.page import Kind, Page

Keys = frozenset[str]
NO_KEYS: Keys = frozenset()

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Term:
    """A word as evidence: the keys under which the other side may have it, and the chance,
    0 to 1, that the other side has one of them when it is the translation. ``known`` when the
    word list or the site has equivalents, so that their absence means something."""

    keys: Keys
    known: bool
    found: float


# The chances: of a word with known equivalents, of a word that can only be recognised as a
# cognate, of a word in the other language's script, which is mostly a name.
WORD = 0.5
COGNATE = 0.25
NAME = 0.8


_SPELLINGS = (
    ("sch", "sh"), ("tch", "ch"), ("ph", "f"), ("th", "t"), ("kh", "h"), ("ch", "h"), ("ck", "k"),
    ("qu", "kv"), ("gh", "g"), ("zh", "g"), ("sh", "s"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
    ("x", "ks"), ("w", "v"), ("z", "s"), ("j", "g"), ("q", "k"),
)  # fmt: skip
_NOUN_ENDING = re.compile(r"(?:[ts]ion(?:al)?s?|[ts]ions?)$")
_PLURAL = re.compile(r"(?<=[^s]{3})s$")
_VOWELS = str.maketrans("", "", "aeiouy'’-")
SKELETON = 6
"""Consonants that count: what follows them is mostly endings."""


@cache
def skeleton(latin: str) -> str:
    """What a word shares with its cognates in other spellings: "" when it is too short."""
    word = _NOUN_ENDING.sub("s", latin)
    for spelling, sound in _SPELLINGS:
        if spelling in word:
            word = word.replace(spelling, sound)
    word = word.replace("c", "k")
    bones = word.translate(_VOWELS)
    kept = [bone for number, bone in enumerate(bones) if number == 0 or bone != bones[number - 1]]
    if len(kept) < 3:
        return ""
    first = "a" if word[0] in "aeiouy" else ""
    return first + "".join(kept[:SKELETON])


def words_in(text: str) -> Sequence[str]:
    """The words of a text as they are written, hyphenated ones as a whole."""
    found: list[str] = _WORD.findall(text)
    return found


class PairLexicon:
    """The lexicon of one source and one target language.

    ``terms`` are the evidence of the words of the source and of the target side, ``looks`` what a
    word is looked up by, ``stemmers`` the stems of either language.
    """

    def __init__(
        self, source: Language, target: Language, words: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._languages = (source, target)
        self.stemmers = self._stems = (Stems(source), Stems(target))
        self._list = WordList(words, self._stems, target.stopwords)
        self._learned: dict[str, set[str]] = {}
        self._learned_targets: set[str] = set()
        self.terms = (_Terms(self, 0), _Terms(self, 1))
        self.looks = (_Looks(self, 0), _Looks(self, 1))
        self._letter = tuple(re.compile(f"[{language.letters}]") for language in (source, target))

    def learn(self, found: Mapping[str, Iterable[str]]) -> None:
        """Add equivalents: source stem -> target stems."""
        for head, stems in found.items():
            self._learned.setdefault(head, set()).update(stems)
            self._learned_targets.update(stems)
        for memo in (*self.terms, *self.looks):
            memo.clear()

    def words(self, text: str) -> Sequence[str]:
        """The words of a text, lower case, hyphenated ones also in their parts."""
        whole = words_in(text.lower())
        if "-" not in text:
            return whole
        found = []
        for word in whole:
            found.append(word)
            if "-" in word:
                found.extend(part for part in word.split("-") if len(part) > 1)
        return found

    def stems(self, text: str, side: int) -> set[str]:
        """The stems of a text's content words on side 0 (source) or 1 (target)."""
        language, stems = self._languages[side], self._stems[side]
        return {
            stems.of(word)
            for word in self.words(text)
            if len(word) > 2 and word not in language.stopwords and language.letter.match(word)
        }

    def term(self, word: str, side: int) -> Term | None:
        """The evidence of a word on that side; None for one that says nothing."""
        return self.terms[side][word]

    def make(self, word: str, side: int) -> Term | None:
        """The same, worked out anew."""
        # A word counts by its own script: Latin words in a Cyrillic text are as they are.
        native = side if self._letter[side].match(word) else 1 - side
        if not self._letter[native].match(word):
            return Term(frozenset(("r" + word,)), True, NAME) if len(word) > 1 else None
        language = self._languages[native]
        if word in language.stopwords or len(word) < 2:
            return None
        stem = self._stems[native].of(word)
        keys: set[str] = set()
        if native == 1:
            found = self._list.as_equivalent(word)
            keys.update("s" + one for one in (stem, *found))
            known = stem in self._learned_targets or bool(found)
        else:
            equivalents = self._list.equivalents(word) | self._learned.get(stem, set())
            keys.update("s" + one for one in equivalents)
            keys.add("r" + stem)
            known = bool(equivalents)
        for form in self._forms(word, native):
            roman = "".join(language.romanisation.get(letter, letter) for letter in form)
            if bones := skeleton(roman):
                keys.add("k" + bones)
        if native != side:
            return Term(frozenset(keys), True, NAME)
        return Term(frozenset(keys), known, WORD if known else COGNATE)

    def _forms(self, word: str, native: int) -> tuple[str, ...]:
        """What of a word is compared with its cognates: with and without its ending."""
        if self._languages[native].romanisation:
            return (word, self._stems[native].of(word))
        return (word, _PLURAL.sub("", word))


class _Terms(dict[str, Term | None]):
    """Lower-case word -> its evidence."""

    def __init__(self, lexicon: PairLexicon, side: int) -> None:
        self._lexicon = lexicon
        self._side = side

    def __missing__(self, word: str) -> Term | None:
        term = self[word] = self._lexicon.make(word, self._side)
        return term


class _Looks(dict[str, tuple[Keys, bool]]):
    """Word as it is written -> its keys, with those of a hyphenated word's parts, and whether
    equivalents of it are known."""

    def __init__(self, lexicon: PairLexicon, side: int) -> None:
        self._lexicon = lexicon
        self._side = side

    def __missing__(self, written: str) -> tuple[Keys, bool]:
        parts = self._lexicon.words(written) if "-" in written else [written.lower()]
        terms = [term for part in parts if (term := self._lexicon.term(part, self._side))]
        if len(terms) == 1:
            look = (terms[0].keys, terms[0].known)
        else:
            look = (NO_KEYS.union(*(one.keys for one in terms)), any(one.known for one in terms))
        self[written] = look
        return look


@dataclass
class Lexicon:
    """The lexicons of all language pairs of a site, and its habits.

    ``untitled``: the languages whose pages mostly begin without a title, because the site
    keeps titles elsewhere.
    """

    packs: Packs
    addresses: Addresses = field(init=False)
    untitled: frozenset[str] = frozenset()
    _pairs: dict[tuple[str, str], PairLexicon] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.addresses = addresses(self.packs)

    def of(self, source: str, target: str) -> PairLexicon:
        """The lexicon from one language (code) to another; raises KeyError without a pack."""
        if (source, target) not in self._pairs:
            languages = self.packs.languages
            self._pairs[source, target] = PairLexicon(
                languages[source], languages[target], self.packs.word_list(source, target)
            )
        return self._pairs[source, target]


SHORT = 14
"""Units with more content words than this teach too little for what they cost."""
SEEN = 3
"""How often two words must meet before they are believed to be equivalents."""
HABIT = 5
"""Fewer pages than this show no habit of a site."""
RARELY = 0.3
"""What fewer than this share of the pages do is not the habit."""


def learn(pairs: Iterable[tuple[Page, Page]], packs: Packs) -> Lexicon:
    """A lexicon of the packs' word lists and of what the site's own pairs teach.

    Pages that have the same outline are read side by side, block by block: words that keep
    turning up in the same short blocks, and hardly elsewhere, are equivalents.
    """
    lexicon = Lexicon(packs)
    counts: dict[tuple[str, str], _Meetings] = {}
    pages: Counter[str] = Counter()
    titled: Counter[str] = Counter()
    for source, target in pairs:
        for page in (source, target):
            pages[page.language] += 1
            titled[page.language] += _has_title(page)
        blocks = _parallel(source, target)
        if not blocks:
            continue
        key = (source.language, target.language)
        words = lexicon.of(*key)
        meetings = counts.setdefault(key, _Meetings())
        for one, other in blocks:
            meetings.add(words.stems(one, 0), words.stems(other, 1))
    for key, meetings in sorted(counts.items()):
        lexicon.of(*key).learn(meetings.equivalents())
    lexicon.untitled = frozenset(
        language
        for language, count in pages.items()
        if count >= HABIT and titled[language] < RARELY * count
    )
    return lexicon


def _has_title(page: Page) -> bool:
    """Whether the page's text begins with its title."""
    first = page.blocks[0] if page.blocks else None
    return first is not None and first.kind is Kind.HEADING and first.level == 1


def _parallel(source: Page, target: Page) -> list[tuple[str, str]]:
    """The texts of two pages' blocks side by side, when the pages have the same outline."""
    ones = [block for block in source.walk() if block.prose.text]
    others = [block for block in target.walk() if block.prose.text]
    if [block.kind for block in ones] != [block.kind for block in others]:
        return []
    return [
        (one.prose.text, other.prose.text)
        for one, other in zip(ones, others, strict=True)
        if one.kind is not Kind.CODE
    ]


class _Meetings:
    """How often words of two languages stand in the same block."""

    def __init__(self) -> None:
        self._ones: Counter[str] = Counter()
        self._others: Counter[str] = Counter()
        self._both: Counter[tuple[str, str]] = Counter()

    def add(self, ones: set[str], others: set[str]) -> None:
        if len(ones) > SHORT or len(others) > SHORT:
            return
        self._ones.update(ones)
        self._others.update(others)
        self._both.update((one, other) for one in ones for other in others)

    def equivalents(self) -> dict[str, list[str]]:
        """The pairs that meet far more often than they miss each other (Dice >= 0.5)."""
        found: dict[str, list[str]] = {}
        for (one, other), count in self._both.items():
            if count >= SEEN and 2 * count >= 0.5 * (self._ones[one] + self._others[other]):
                found.setdefault(one, []).append(other)
        return found
