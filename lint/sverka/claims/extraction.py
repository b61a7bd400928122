"""Page -> claims: a pure function of the page and the packs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sverka.claims import cues as cue_data
from sverka.claims.assessment import assess, resumed
from sverka.claims.domains import Domain
from sverka.claims.duplicates import sentence_of
from sverka.claims.matching import (
    ABOUT,
    SUBJECT,
    TERM,
    THING,
    VALUE,
    VARIANT,
    Finder,
    Hit,
)
from sverka.claims.model import Claim, PageClaims, Sentence
from sverka.claims.reading import Reading, Said
from sverka.claims.statements import Statement, statements
from sverka.claims.subjects import Scene, about, telling
from sverka.claims.tokens import Tokeniser
from sverka.claims.utterance import Utterance
from sverka.packs import Language
from sverka.page import Page
from sverka.quantities import grammar_of

TELLING = 4
"""Words that can be understood without those around them."""
LONGEST = 120
"""Characters of a clause that is quoted as a whole."""
NEAR = 8
"""Tokens between a mention and the thing that it is of; the end of a clause counts as many."""
_ITEM_NAME = re.compile(r"([^:.;!?—–\d]{2,45}?)\s*(?::|\s[—–-])\s")
"""The name that an item begins with: "Bikini: half an hour"."""


@dataclass(frozen=True)
class Reader:
    """Reads texts of one language for what some domains know."""

    language: Language
    domains: tuple[Domain, ...]
    cues: cue_data.Cues
    tokeniser: Tokeniser
    finder: Finder

    def read(self, text: str) -> Utterance:
        """The text with all that is found in it."""
        tokens = self.tokeniser.tokens(text)
        hits = self.finder.find(tokens) if self.finder.opens(tokens) else []
        return Utterance(text, tokens, hits, self.cues)

    def fields(self, lemmas: Iterable[str]) -> frozenset[str]:
        """The domains whose vocabulary these words are."""
        words = set(lemmas)
        found = set()
        for domain in self.domains:
            said = domain.wordings.get(self.language.code)
            if said is not None and len(said.signature & words) >= domain.least:
                found.add(domain.id)
        return frozenset(found)

    @property
    def plain(self) -> frozenset[str]:
        """Words that tell nothing of a subject."""
        rows = (domain.wordings.get(self.language.code) for domain in self.domains)
        return frozenset().union(*(row.plain for row in rows if row), self.language.stopwords)


@cache
def reader_of(language: Language, domains: tuple[Domain, ...]) -> Reader | None:
    """What reads pages of a language; None for a language whose pack says nothing of claims."""
    data = cue_data.cues(language)
    if data is None:
        return None
    tokeniser = Tokeniser(language, grammar_of(language), data)
    return Reader(language, domains, data, tokeniser, Finder(language, data, domains, tokeniser))


def claims_of(page: Page, language: Language, domains: tuple[Domain, ...]) -> PageClaims:
    """The claims of a page."""
    reader = reader_of(language, domains)
    if reader is None:
        return PageClaims(page.path, page.language, title=page.title)
    return _Extraction(page, reader).run()


class _Extraction:
    """One page being read."""

    def __init__(self, page: Page, reader: Reader) -> None:
        self._page = page
        self._reader = reader
        self._read: dict[str, Utterance] = {}
        self._plain = reader.plain
        self._domains = {domain.id: domain for domain in reader.domains}

    def run(self) -> PageClaims:
        """Read all statements, then say what each claims."""
        page, reader = self._page, self._reader
        said = list(statements(page, reader.language))
        read = [self._utterance(one.text) for one in said]
        title = self._utterance(page.title) if page.title else None
        heads = [
            self._utterance(head) for head in dict.fromkeys(h for s in said for h in s.headings)
        ]
        lemmas = [token.lemma for one in (*read, *heads) for token in one.tokens]
        fields = reader.fields(lemmas)
        subject, mentioned = about(title, heads, read)
        scene = Scene()
        claims: list[Claim] = []
        sentences: list[Sentence] = []
        for statement, utterance in zip(said, read, strict=True):
            context = self._context(statement)
            scene.enter(statement, utterance, context.heads)
            sentence = sentence_of(
                page.path, statement, utterance.tokens, reader.language, reader.cues
            )
            if sentence is not None:
                sentences.append(sentence)
            claims += self._claims(statement, utterance, context, scene, fields)
        terms = telling(title, heads, read, reader.plain)
        return PageClaims(
            page.path,
            page.language,
            tuple(claims),
            subject,
            terms,
            page.title,
            fields,
            tuple(sentences),
            mentioned,
        )

    def _utterance(self, text: str) -> Utterance:
        if text not in self._read:
            self._read[text] = self._reader.read(text)
        return self._read[text]

    def _context(self, statement: Statement) -> _Context:
        lead = self._utterance(statement.lead) if statement.lead else None
        heads = tuple(self._utterance(one) for one in statement.headings)
        before = self._utterance(statement.follows) if statement.follows else None
        return _Context(lead, heads, before)

    def _claims(
        self,
        statement: Statement,
        utterance: Utterance,
        context: _Context,
        scene: Scene,
        fields: frozenset[str],
    ) -> Iterator[Claim]:
        reading = Reading(
            statement,
            utterance,
            context.lead,
            next(iter(context.heads), None),
            context.asked,
            self._domains,
            self._plain,
            fields,
        )
        said = [*assess(reading), *self._resumed(reading)]
        for one in said:
            yield self._claim(one, statement, utterance, context, scene)

    def _resumed(self, reading: Reading) -> Iterator[Said]:
        """What a sentence says that begins with a pronoun, read together with the one before:
        "There are courses. Without them ..."."""
        before, utterance = reading.statement.follows, reading.utterance
        pronouns = self._reader.cues.pronouns
        if not before or not any(token.lemma in pronouns for token in utterance.tokens[:3]):
            return
        seam = len(before) + 1
        joint = self._reader.read(f"{before} {utterance.text}")
        for said in resumed(reading, joint, seam):
            at = min(max(said.at - _count(joint, seam), 0), len(utterance.tokens) - 1)
            yield replace(said, place=(0, max(said.place[1] - seam, 1)), at=at)

    def _claim(
        self,
        said: Said,
        statement: Statement,
        utterance: Utterance,
        context: _Context,
        scene: Scene,
    ) -> Claim:
        page, prose, reader = self._page, statement.prose, self._reader
        start, end = _telling(utterance, said)
        span = prose.span(statement.start + start, statement.start + end)
        named = scene.named(utterance, said.at)
        return Claim(
            path=page.path,
            language=page.language,
            span=span,
            quote=" ".join(utterance.text[start:end].split()),
            sentence=prose.span(statement.start, statement.end),
            domain=said.aspect.domain,
            aspect=said.aspect.id,
            value=said.value,
            polarity=said.polarity,
            modality=said.modality,
            quantifier=said.quantifier,
            absolute=said.absolute,
            hedged=said.hedged,
            conditions=said.conditions,
            subjects=named,
            section=scene.section,
            running=scene.running,
            things=_things(utterance, said, context),
            named=_named(
                utterance, said, context, self._named_row(statement, context), reader.cues
            ),
            words=said.words,
            variants=self._variants(utterance, context, said, statement.form),
            row=self._row(statement, context, said),
            spoken=self._spoken(utterance, context, statement),
            by_heading=said.by_heading,
        )

    def _named_row(self, statement: Statement, context: _Context) -> Utterance | None:
        """The name of the row that a cell stands in, or that an item begins with."""
        if statement.form == "cell" and context.heads:
            return context.heads[0]
        match = _ITEM_NAME.match(statement.text) if statement.form == "item" else None
        return self._utterance(match[1]) if match else None

    def _row(self, statement: Statement, context: _Context, said: Said) -> frozenset[str]:
        names = [self._named_row(statement, context)]
        if statement.form == "cell":
            names.append(context.lead)
        keys = [self._keys(one) for one in names if one and not _mentions(one, said.aspect.id)]
        return frozenset().union(*keys)

    def _spoken(
        self, utterance: Utterance, context: _Context, statement: Statement
    ) -> frozenset[str]:
        name = self._named_row(statement, context)
        texts = [one for one in (utterance, context.lead, name) if one is not None]
        words = frozenset(
            token.lemma
            for one in texts
            for token in one.tokens
            if token.lemma.isalpha() and token.lemma not in self._plain
        )
        return words.union(*(_ids(one) for one in texts))

    def _keys(self, name: Utterance) -> frozenset[str]:
        """What packs know in a name, else its telling words."""
        return _ids(name) or frozenset(
            token.lemma
            for token in name.tokens
            if token.lemma.isalpha() and token.lemma not in self._plain
        )

    def _variants(
        self, utterance: Utterance, context: _Context, said: Said, form: str
    ) -> dict[str, tuple[str, ...]]:
        """Group, with its domain, -> the variants that the nearest text names which names any."""
        found: dict[str, tuple[str, ...]] = {}
        title = [self._utterance(self._page.title)] if self._page.title else []
        close = 2 if form == "cell" else 1
        nearest = (utterance, context.lead, *context.heads[:close])
        for one in (*nearest, *context.heads[close:], *title):
            if one is None:
                continue
            here: dict[str, list[str]] = {}
            limit = one.clauses[said.at] if one is utterance else None
            for hit in one.of(VARIANT):
                if limit is not None and one.clauses[hit.start] > limit:
                    continue  # "850 roubles, pupils half of it": said of the pupils only
                if _is_name(one, hit):
                    continue
                group = self._domains[hit.meaning.domain].groups[hit.meaning.name]
                if _is_elsewhere(one, hit) or not (group.inherited or one in nearest):
                    continue
                key = f"{hit.meaning.domain}:{group.id}"
                here.setdefault(key, []).append(hit.meaning.label)
            for key, values in here.items():
                found.setdefault(key, tuple(sorted(set(values))))
        return found


def _ids(utterance: Utterance) -> frozenset[str]:
    """The subjects, things, variants and terms that packs know in a text."""
    return frozenset(
        f"#{hit.meaning.name}:{hit.meaning.label}"
        for sort in (SUBJECT, THING, VARIANT, TERM)
        for hit in utterance.of(sort)
    )


def _telling(utterance: Utterance, said: Said) -> tuple[int, int]:
    """The place of what is said; where that is but a few words, with the clause around them, so
    that a reader sees what it is about."""
    start, end = said.place
    if len(utterance.text[start:end].split()) >= TELLING:
        return start, end
    clause = utterance.clauses[said.at]
    own = [
        token
        for at, token in enumerate(utterance.tokens)
        if utterance.clauses[at] == clause and token.lower[:1].isalnum()
    ]
    if not own or own[-1].end - own[0].start > LONGEST:
        return start, end
    return min(start, own[0].start), max(end, own[-1].end)


def _count(utterance: Utterance, before: int) -> int:
    """The tokens before that character."""
    return sum(1 for token in utterance.tokens if token.start < before)


def _is_name(utterance: Utterance, variant: Hit) -> bool:
    """Whether it is part of what a thing or a subject is called: "children's menu"."""
    return any(
        hit.start <= variant.start and variant.end <= hit.end
        for sort in (THING, SUBJECT)
        for hit in utterance.of(sort)
    )


def _is_elsewhere(utterance: Utterance, hit: Hit) -> bool:
    """Whether the mention is compared with, not spoken of."""
    return bool(utterance.before(hit, 6, "contrast", "than"))


def _things(utterance: Utterance, said: Said, context: _Context) -> tuple[str, ...]:
    """The things that the statement names, nearest to the mention first; else the one of the
    question, the sentence before, the lead-in, the row or a heading."""
    domain = said.aspect.domain
    own = [
        hit
        for hit in utterance.of(THING)
        if hit.meaning.domain == domain and not _is_elsewhere(utterance, hit)
    ]
    if own:
        own.sort(key=lambda hit: (_distance(utterance, hit, said.at), hit.start))
        return tuple(dict.fromkeys(hit.meaning.name for hit in own))
    for one in (context.asked, context.before, context.lead, *context.heads):
        hits = one.of(THING) if one else ()
        names = tuple(
            dict.fromkeys(hit.meaning.name for hit in hits if hit.meaning.domain == domain)
        )
        if len(names) == 1:  # "Breakfast, pool and sauna" says of which of them nothing
            return names
    return ()


def _mentions(utterance: Utterance, aspect: str) -> bool:
    """Whether a name is that of the aspect itself."""
    return any(hit.meaning.name == aspect for sort in (ABOUT, VALUE) for hit in utterance.of(sort))


def _named(
    utterance: Utterance,
    said: Said,
    context: _Context,
    row: Utterance | None,
    cues: cue_data.Cues,
) -> str:
    """The thing that is named at the mention: near it in the statement, in the question, the name
    of the row, the lead-in, or the sentence before where a pronoun stands for it; "" if none."""
    domain = said.aspect.domain
    near = [
        (_distance(utterance, hit, said.at), hit.start, hit.meaning.name)
        for hit in utterance.of(THING)
        if hit.meaning.domain == domain and not _is_elsewhere(utterance, hit)
    ]
    if near and min(near)[0] <= NEAR:
        return min(near)[2]
    if meant := _resumed_thing(utterance, said, domain, cues):
        return meant
    resumed = any(token.lemma in cues.pronouns for token in utterance.tokens[:3])
    for one in (context.asked, row, context.lead, context.before if resumed else None):
        hits = one.of(THING) if one else ()
        names = {hit.meaning.name for hit in hits if hit.meaning.domain == domain}
        if len(names) == 1:
            return names.pop()
    return ""


def _resumed_thing(utterance: Utterance, said: Said, domain: str, cues: cue_data.Cues) -> str:
    """The last thing before the mention's clause, where a pronoun in that clause stands for it."""
    clause = utterance.clauses[said.at]
    own = [at for at, number in enumerate(utterance.clauses) if number == clause]
    if not any(utterance.tokens[at].lemma in cues.pronouns for at in own):
        return ""
    before = [
        hit
        for hit in utterance.of(THING)
        if hit.end <= own[0] and hit.meaning.domain == domain and not _is_elsewhere(utterance, hit)
    ]
    return before[-1].meaning.name if before else ""


def _distance(utterance: Utterance, hit: Hit, at: int) -> int:
    other_clause = utterance.clauses[hit.start] != utterance.clauses[at]
    return abs(hit.start - at) + (8 if other_clause else 0)


@dataclass(frozen=True, slots=True)
class _Context:
    """What a statement must be read with: its lead-in, the headings above it (the nearest first),
    and the sentence before."""

    lead: Utterance | None
    heads: Sequence[Utterance]
    before: Utterance | None

    @property
    def asked(self) -> Utterance | None:
        """The question that the statement answers."""
        if self.before is not None:
            return self.before if self.before.is_question else None
        head = next(iter(self.heads), None)
        return head if head is not None and head.is_question else None
