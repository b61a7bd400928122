"""Page -> claims: a pure function of the page and the packs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.claims import scope
from sverka.claims.aspects import Domain
from sverka.claims.assessment import assess, resumed
from sverka.claims.context import ITEM_NAME, Context
from sverka.claims.duplicates import sentence_of
from sverka.claims.model import Claim, PageClaims, Sentence
from sverka.claims.reader import Reader, reader_of
from sverka.claims.reading import Reading, Said
from sverka.claims.statements import Statement, statements
from sverka.claims.subjects import Scene, about, telling
from sverka.claims.utterance import Utterance
from sverka.packs import Language
from sverka.page import Kind, Page

TELLING = 4
"""Words that can be understood without those around them."""
TECHNICAL = 3
"""Blocks of code that make a page one on functions and options, which "require" and "allow" and
"take" in ways that no general domain knows."""
LONGEST = 120
"""Characters of a clause that is quoted as a whole."""


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
        if sum(block.kind is Kind.CODE for block in page.walk()) >= TECHNICAL:
            fields = frozenset(one for one in fields if self._domains[one].least)
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

    def _context(self, statement: Statement) -> Context:
        page, read = self._page, self._utterance
        heads = tuple(read(one) for one in statement.headings)
        return Context(
            lead=read(statement.lead) if statement.lead else None,
            heads=heads,
            before=read(statement.follows) if statement.follows else None,
            title=read(page.title) if page.title else None,
            row=self._named_row(statement, heads),
            form=statement.form,
        )

    def _named_row(self, statement: Statement, heads: Sequence[Utterance]) -> Utterance | None:
        """The name of the row that a cell stands in, or that an item begins with."""
        if statement.form == "cell" and heads:
            return heads[0]
        match = ITEM_NAME.match(statement.text) if statement.form == "item" else None
        return self._utterance(match[1]) if match else None

    def _claims(
        self,
        statement: Statement,
        utterance: Utterance,
        context: Context,
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
        context: Context,
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
            things=scope.things(utterance, said, context),
            named=scope.named(
                utterance, said, context, reader.cues, self._domains[said.aspect.domain].generic
            ),
            words=said.words,
            variants=scope.variants(utterance, said, context, self._domains),
            row=scope.row(context, said.aspect.id, self._plain),
            spoken=scope.spoken(utterance, context, self._plain),
            by_heading=said.by_heading,
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
