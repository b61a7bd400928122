"""Finds what the packs know in a text: phrases by their dictionary forms, rows of tokens with
spaCy's Matcher.

Phrases are looked up in a table, which costs a start far less than thousands of spaCy documents.
spaCy is loaded when a text first holds a word that some row needs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from sverka.claims.aspects import Domain, Pattern
from sverka.claims.cues import Cues
from sverka.claims.tokens import QUANTITY, Token, Tokeniser
from sverka.packs import BadPack, Language

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

ABOUT, LAST, VALUE, NEVER, UNLESS, SUBJECT, THING, VARIANT, TERM, CUE, PER = (
    "about", "last", "value", "never", "unless", "subject", "thing", "variant", "term", "cue",
    "per",
)  # fmt: skip
_HIDING = ("neutral", "optional", "possible")
_ALL_OF_IT = "= "
"""Begins a phrase that is found only where it is all that a cell, a heading, an item says."""
READINGS = 8
"""Readings of a phrase that are looked for."""
_ANY = "\x00"
"""The anchor of a pattern that needs no certain word."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a pattern stands for: ``sort`` is one of the names above; ``domain`` and ``name`` say
    of what, ``label`` which of its values."""

    sort: str
    name: str
    label: str = ""
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A meaning found at the tokens ``start`` to ``end``."""

    start: int
    end: int
    meaning: Meaning

    def holds(self, other: Hit) -> bool:
        """Whether it covers the other and more."""
        wider = self.end - self.start > other.end - other.start
        return wider and self.start <= other.start and other.end <= self.end


class Finder:
    """All patterns of a language's cues and of the domains, compiled once."""

    def __init__(
        self, language: Language, cues: Cues, domains: Sequence[Domain], tokeniser: Tokeniser
    ) -> None:
        self._stop = language.stopwords
        self._tokeniser = tokeniser
        self._meanings: list[Meaning] = []
        self._phrases: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._lengths: dict[str, set[int]] = defaultdict(set)
        self._rows: dict[str, list[tuple[int, list[dict[str, Any]]]]] = defaultdict(list)
        self._whole: set[int] = set()
        self.gates: set[str] = set()
        for meaning, pattern in _all(language, cues, domains):
            self._add(meaning, pattern)

    def _add(self, meaning: Meaning, pattern: Pattern) -> None:
        number = len(self._meanings)
        self._meanings.append(meaning)
        opens = meaning.sort in (ABOUT, VALUE, SUBJECT, THING, TERM, VARIANT)
        if isinstance(pattern, str):
            if pattern.startswith(_ALL_OF_IT):
                self._whole.add(number)
                pattern = pattern.removeprefix(_ALL_OF_IT)
            tokens = self._tokeniser.phrase(pattern)
            lemmas = [token.lemma for token in tokens]
            if not lemmas:
                raise BadPack(f"{meaning.name}: the phrase {pattern!r} has no words")
            for reading in self._readings(tokens):
                self._phrases[reading].append(number)
                self._lengths[reading[0]].add(len(reading))
            if opens:
                telling = [one for one in lemmas if one not in self._stop and len(one) > 2]
                self.gates.add((telling or lemmas)[0])
            return
        row = [self._token(token) for token in pattern]
        anchors = _anchors(row)
        for anchor in anchors or {_ANY}:
            self._rows[anchor].append((number, row))
        if opens:
            self.gates |= anchors or set()

    def _readings(self, tokens: Sequence[Token]) -> Iterable[tuple[str, ...]]:
        """The dictionary forms of a phrase, and those of its words' other readings: some forms
        belong to two words, and a text has either."""
        choices = [
            self._tokeniser.candidates(token.lower)
            if token.lower.isalpha() and token.lemma == self._tokeniser.lemma(token.lower)
            else (token.lemma,)
            for token in tokens
        ]
        first = tuple(token.lemma for token in tokens)
        return dict.fromkeys((first, *islice(product(*choices), READINGS)))

    def _token(self, token: Mapping[str, Any]) -> dict[str, Any]:
        """A token of a row with its words as texts are read."""
        found = dict(token)
        if "LEMMA" in found:
            found["LEMMA"] = self._words(found["LEMMA"], self._tokeniser.candidates)
        if "LOWER" in found:
            found["LOWER"] = self._words(found["LOWER"], lambda word: (self._tokeniser.fold(word),))
        return found

    @staticmethod
    def _words(given: Any, read: Callable[[str], tuple[str, ...]]) -> Any:
        if isinstance(given, str):
            forms = (given, *read(given)) if given.isalpha() else (given,)
            return {"IN": list(dict.fromkeys(forms))}
        if isinstance(given, dict):
            return {
                key: list(dict.fromkeys(form for one in words for form in (one, *read(one))))
                if key in ("IN", "NOT_IN")
                else words
                for key, words in given.items()
            }
        return given

    @cached_property
    def _vocab(self) -> Vocab:
        from spacy.attrs import IS_PUNCT, LOWER
        from spacy.vocab import Vocab

        getters = {LOWER: str.lower, IS_PUNCT: lambda text: not text[:1].isalnum()}
        return Vocab(lex_attr_getters=getters)

    @cached_property
    def _matchers(self) -> dict[str, Matcher]:
        return {}

    def _matcher(self, anchor: str) -> Matcher:
        if anchor not in self._matchers:
            from spacy.matcher import Matcher

            matcher = Matcher(self._vocab)
            for number, row in self._rows[anchor]:
                try:
                    matcher.add(str(number), [row], greedy="LONGEST")
                except Exception as error:
                    raise BadPack(f"{self._meanings[number].name}: {row}: {error}") from error
            self._matchers[anchor] = matcher
        return self._matchers[anchor]

    def _doc_of(self, words: list[str], lemmas: list[str], kinds: list[str]) -> Doc:
        from spacy.tokens import Doc

        ents = [f"B-{kind}" if kind else "O" for kind in kinds]
        return Doc(self._vocab, words=words, spaces=[True] * len(words), lemmas=lemmas, ents=ents)

    def opens(self, tokens: Iterable[Token]) -> bool:
        """Whether anything in the text can begin a claim or name a subject."""
        gates = self.gates
        return any(token.lemma in gates or token.lemma[:1] == QUANTITY for token in tokens)

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """What is found, by place; of hits of one sort that lie in each other the longest."""
        if not tokens:
            return []
        lemmas = [token.lemma for token in tokens]
        found = {*self._by_phrases(lemmas), *self._by_rows(tokens, lemmas)}
        last = max((at for at, one in enumerate(tokens) if one.lower[:1].isalnum()), default=-1)
        hits = {
            Hit(start, end, self._meanings[number])
            for start, end, number in found
            if number not in self._whole or (start == 0 and end == last + 1)
        }
        return sorted(_longest(hits), key=lambda hit: (hit.start, -hit.end, repr(hit.meaning)))

    def _by_phrases(self, lemmas: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """From, to, and the number of the meaning."""
        phrases, lengths = self._phrases, self._lengths
        for start, lemma in enumerate(lemmas):
            for length in lengths.get(lemma, ()):
                said = tuple(lemmas[start : start + length])
                if len(said) == length:
                    yield from ((start, start + length, one) for one in phrases.get(said, ()))

    def _by_rows(
        self, tokens: Sequence[Token], lemmas: list[str]
    ) -> Iterator[tuple[int, int, int]]:
        anchors = {_ANY, *lemmas} & self._rows.keys()
        if not anchors:
            return
        kinds = [token.quantity.kind if token.quantity else "" for token in tokens]
        doc = self._doc_of([token.lower for token in tokens], lemmas, kinds)
        strings = self._vocab.strings
        for anchor in anchors:
            for key, start, end in self._matcher(anchor)(doc):
                yield start, end, int(strings[key])


_RIVALS = {
    ABOUT: (ABOUT, VALUE, NEVER), VALUE: (VALUE, NEVER), CUE: (CUE,), SUBJECT: (SUBJECT,),
    THING: (THING,), TERM: (TERM,), VARIANT: (VARIANT,), PER: (), NEVER: (), LAST: (), UNLESS: (),
}  # fmt: skip


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Without those that a longer one of their kind holds. A value hides what it is made of only
    in its own domain's aspects."""
    by_sort: Mapping[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_sort[hit.meaning.sort].append(hit)
    return [
        hit
        for hits_of in by_sort.values()
        for hit in hits_of
        if not any(
            other.holds(hit)
            for sort in _RIVALS[hit.meaning.sort]
            for other in by_sort.get(sort, ())
            if _hides(other.meaning, hit.meaning)
        )
    ]


def _hides(longer: Meaning, shorter: Meaning) -> bool:
    """Whether the longer one is what is meant: "not only" is no "not", but "must not" is one."""
    if shorter.sort == CUE:
        return longer.name in {shorter.name, *_HIDING}
    same = longer.name == shorter.name or (
        longer.sort == shorter.sort and shorter.sort != VALUE  # two values are two statements
    )
    return same and longer.domain == shorter.domain


def _anchors(row: Sequence[Mapping[str, Any]]) -> set[str]:
    """Dictionary forms one of which each match of the pattern has; empty where none is certain."""
    best: set[str] = set()
    for token in row:
        operator = token.get("OP", "1")
        if operator in ("*", "?", "!") or operator.startswith(("{0", "{,")):
            continue
        words = token.get("LEMMA", token.get("LOWER"))
        if isinstance(words, dict):
            words = words.get("IN")
        if isinstance(words, str):
            words = [words]
        if words and "LEMMA" in token and (not best or len(words) < len(best)):
            best = set(words)
    return best


def _all(
    language: Language, cues: Cues, domains: Iterable[Domain]
) -> Iterable[tuple[Meaning, Pattern]]:
    for name, rows in cues.patterns.items():
        yield from ((Meaning(CUE, name), row) for row in rows)
    for period, rows in cues.per.items():
        yield from ((Meaning(PER, str(period)), row) for row in rows)
    for domain in domains:
        said = domain.wordings.get(language.code)
        if said is None:
            continue
        tables = (
            (ABOUT, said.about), (ABOUT, said.last), (LAST, said.last), (NEVER, said.never),
            (UNLESS, said.unless),
            (SUBJECT, said.subjects), (THING, said.things), (TERM, said.terms),
        )  # fmt: skip
        for sort, table in tables:
            for name, rows in table.items():
                yield from ((Meaning(sort, name, domain=domain.id), row) for row in rows)
        for (name, label), rows in said.values.items():
            yield from ((Meaning(VALUE, name, label, domain.id), row) for row in rows)
        for (name, label), rows in said.variants.items():
            yield from ((Meaning(VARIANT, name, label, domain.id), row) for row in rows)
