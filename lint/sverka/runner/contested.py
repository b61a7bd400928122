"""What the pages of a site claim, gathered when a rule first asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from sverka.claims.aspects import Domain
from sverka.finding import Place
from sverka.packs import Packs
from sverka.review import MatrixView, Statement
from sverka.site import Contradiction, Repeated, Stated

if TYPE_CHECKING:
    from sverka.claims.conflicts import Conflict
    from sverka.claims.matrix import Cell, Matrix
    from sverka.claims.model import Claim, PageClaims
    from sverka.runner.stages import Site


class Contested:
    """The claims of the pages of a site, and what of them cannot stand together."""

    def __init__(self, site: Site, packs: Packs, domains: tuple[Domain, ...]) -> None:
        self._site = site
        self._domains = domains
        self._languages = packs.languages

    @cached_property
    def claims(self) -> tuple[PageClaims, ...]:
        """The claims of each page, by path."""
        from sverka.claims.extraction import claims_of

        return tuple(
            claims_of(page, self._languages[page.language], self._domains)
            for page in self._site.pages
            if page.language in self._languages
        )

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The claims that cannot stand together, by rule and place."""
        from sverka.claims.conflicts import conflicts

        return conflicts(self.claims, self._site.pairs, self._domains)

    @cached_property
    def matrices(self) -> tuple[Matrix, ...]:
        """What the pages say of each topic."""
        from sverka.claims.matrix import matrices

        return matrices(self.claims, self._site.pairs, self._domains, self.conflicts)

    @cached_property
    def named(self) -> tuple[tuple[str, Claim], ...]:
        """Each claim with the name of its topic."""
        from sverka.claims.matrix import named

        return tuple(named(self.claims, self._site.pairs, self._domains))

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """The conflicts as rules see them."""
        return tuple(
            Contradiction(
                one.rule,
                one.topic,
                one.level,
                _stated(one.here),
                _stated(one.there),
                tuple(_stated(other) for other in one.others),
            )
            for one in self.conflicts
        )

    @cached_property
    def repeated(self) -> tuple[Repeated, ...]:
        """The statements that stand twice and differ in one point, by place."""
        from sverka.claims.cues import cues
        from sverka.claims.duplicates import duplicates
        from sverka.claims.topics import page_keys

        known = {code: cues(language) for code, language in self._languages.items()}
        sentences = (one for page in self.claims for one in page.sentences)
        found = duplicates(
            sentences,
            page_keys(self.claims, self._site.pairs),
            {code: data.opposites for code, data in known.items() if data},
        )
        return tuple(
            Repeated(
                (one.here.path, one.here.span),
                (one.there.path, one.there.span),
                one.how,
                one.one,
                one.other,
            )
            for one in found
        )


def matrix_views(found: Iterable[Matrix]) -> tuple[MatrixView, ...]:
    """The matrices as reports show them."""
    return tuple(
        MatrixView(
            one.topic,
            one.names,
            one.pages,
            tuple(tuple(tuple(map(_statement, cells)) for cells in row) for row in one.cells),
        )
        for one in found
    )


def _statement(cell: Cell) -> Statement:
    claim = cell.claim
    text = claim.value.text or claim.quote
    return Statement(text, claim.quote, Place(claim.path, claim.span), cell.rivals)


def _stated(claim: Claim) -> Stated:
    value = claim.value.label or claim.value.text
    return Stated(claim.path, claim.span, claim.quote, claim.aspect, value, claim.language)
