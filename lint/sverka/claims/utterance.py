"""A text with what was found in it, asked about from the place of one mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sverka.claims.cues import Cues
from sverka.claims.matching import CUE, Hit
from sverka.claims.tokens import Token

_BREAKS = frozenset(",;:—–()…") | {"-"}
_STOPS = frozenset(".!?")
RIGHT_BEFORE = 4
"""Tokens between a "no" and what it denies."""
IN_REACH = 9
"""Tokens between a verb's "not", or what says so afterwards, and what it denies."""
_CITED = re.compile(r"«[^«»]+»|“[^“”]+”|„[^„“]+“|\"[^\"]+\"")
_QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}


@dataclass(frozen=True)
class Utterance:
    """``hits`` by place, cues among them; token numbers count from 0."""

    text: str
    tokens: Sequence[Token]
    hits: Sequence[Hit]
    cues: Cues

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """The number of the clause that each token stands in."""
        found: list[int] = []
        number, broken = 0, True
        openers = self.cues.openers
        for at, token in enumerate(self.tokens):
            breaks = token.lower in _BREAKS or token.lower in _STOPS
            if breaks and not self._is_listing(at):
                number += not broken
                broken = True
            elif token.lemma in openers and not broken and not self._joins(at):
                number += 1
            else:
                broken = broken and breaks
            found.append(number)
        return tuple(found)

    def _is_listing(self, at: int) -> bool:
        """A comma between two words of a row, "redness, swelling and itching", ends no clause."""
        if self.tokens[at].lower != ",":
            return False
        ahead = self.tokens[at + 1 : at + 5]
        joiners = self.cues.joiners
        if ahead and ahead[0].lemma in joiners:
            return len(ahead) < 3 or ahead[2].lower in _BREAKS or ahead[2].lower in _STOPS
        return any(
            token.lower == "," or token.lemma in joiners for token in ahead[1:4]
        ) and not any(self._is_verbal(at + 1 + n) for n in range(len(ahead)))

    def _joins(self, at: int) -> bool:
        """Whether "and" joins two words rather than two clauses."""
        return self.tokens[at].lemma in self.cues.joiners and not any(
            self._is_verbal(at + 1 + n) for n in range(2)
        )

    def _is_verbal(self, at: int) -> bool:
        return any(
            hit.start <= at < hit.end
            and hit.meaning.name in ("not", "absent", "required", "possible")
            for hit in self._cues
        )

    @cached_property
    def _cues(self) -> tuple[Hit, ...]:
        return tuple(hit for hit in self.hits if hit.meaning.sort == CUE)

    def of(self, sort: str) -> Iterator[Hit]:
        """The hits of a sort."""
        return (hit for hit in self.hits if hit.meaning.sort == sort)

    def near(self, hit: Hit, *names: str) -> list[Hit]:
        """Cues of these names in the clause of ``hit``, but for those inside it."""
        clause = self.clauses[hit.start]
        return [
            cue
            for cue in self._cues
            if cue.meaning.name in names
            and self.clauses[cue.start] == clause
            and not (hit.start <= cue.start and cue.end <= hit.end)
        ]

    def before(self, hit: Hit, reach: int, *names: str) -> list[Hit]:
        """Those that end at most ``reach`` tokens before it."""
        return [cue for cue in self.near(hit, *names) if 0 <= hit.start - cue.end <= reach]

    def after(self, hit: Hit, reach: int, *names: str) -> list[Hit]:
        """Those that begin at most ``reach`` tokens after it."""
        return [cue for cue in self.near(hit, *names) if 0 <= cue.start - hit.end <= reach]

    def denials(self, hit: Hit) -> list[Hit]:
        """The words that deny what is mentioned there, each of its own; none where the mention
        holds its denial itself."""
        inside = self.tokens[hit.start : hit.end]
        if any(token.lemma in self.cues.concord for token in inside):
            return []
        found = [
            *self.before(hit, RIGHT_BEFORE, "no"),
            *self.before(hit, IN_REACH, "not"),
            *self.after(hit, IN_REACH, "absent"),
        ]
        apart = _apart(found)
        alone = [one for one in apart if not self._agrees(one)]
        return alone if alone and len(alone) < len(apart) else apart[:1] if not alone else apart

    def _agrees(self, denial: Hit) -> bool:
        """Whether it denies only together with another: in some languages two are one."""
        lemmas = (self.tokens[at].lemma for at in range(denial.start, denial.end))
        return any(lemma in self.cues.concord for lemma in lemmas)

    def has(self, name: str) -> bool:
        """Whether there is such a cue anywhere."""
        return any(cue.meaning.name == name for cue in self._cues)

    def named(self, name: str) -> Iterator[Hit]:
        """All cues of that name."""
        return (cue for cue in self._cues if cue.meaning.name == name)

    @property
    def is_question(self) -> bool:
        """Whether it asks."""
        return self.text.rstrip(" \u00a0»”\"')").endswith("?")

    @property
    def is_quoted(self) -> bool:
        """Whether all of it stands in quotes."""
        text = self.text.strip()
        closing = _QUOTES.get(text[:1])
        return closing is not None and closing in (text[-1:], text.rstrip(".!,")[-1:])

    def is_cited(self, start: int, end: int) -> bool:
        """Whether that part of the text stands in quotes: somebody else's words."""
        return any(
            match.start() < start and end < match.end() for match in _CITED.finditer(self.text)
        )

    def quote(self, *hits: Hit) -> tuple[int, int]:
        """From the first to the last character of these hits."""
        start = min(self.tokens[hit.start].start for hit in hits)
        return start, max(self.tokens[hit.end - 1].end for hit in hits)

    def clause_text(self, at: int) -> str:
        """The clause of a token, from that token on."""
        clause = self.clauses[at]
        last = at
        while last + 1 < len(self.tokens) and self.clauses[last + 1] == clause:
            last += 1
        return self.text[self.tokens[at].start : self.tokens[last].end]


def _apart(hits: list[Hit]) -> list[Hit]:
    """One of those that overlap or touch: "there is no" is one denial."""
    found: list[Hit] = []
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        if not found or hit.start > found[-1].end:
            found.append(hit)
    return found
