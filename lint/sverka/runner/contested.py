"""The contradictions among the claims of a site, gathered when a rule first asks for them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sverka.claims.model import Claim
from sverka.packs import Packs
from sverka.site import Contradiction, Stated

if TYPE_CHECKING:
    from sverka.claims.model import PageClaims
    from sverka.runner.stages import Site


class Contested:
    """What the pages of a site claim, and what of it cannot stand together."""

    def __init__(self, site: Site, packs: Packs) -> None:
        self._site = site
        self._packs = packs

    @cached_property
    def claims(self) -> tuple[PageClaims, ...]:
        """The claims of each page, by path."""
        from sverka.claims.domains import load
        from sverka.claims.extraction import claims_of

        languages, domains = self._packs.languages, load()
        return tuple(
            claims_of(page, languages[page.language], domains)
            for page in self._site.pages
            if page.language in languages
        )

    @cached_property
    def found(self) -> tuple[Contradiction, ...]:
        """The contradictions, by rule and place."""
        from sverka.claims.conflicts import conflicts
        from sverka.claims.domains import load

        return tuple(
            Contradiction(
                one.rule,
                one.topic,
                one.level,
                _stated(one.here),
                _stated(one.there),
                tuple(_stated(other) for other in one.others),
            )
            for one in conflicts(self.claims, self._site.pairs, load())
        )


def _stated(claim: Claim) -> Stated:
    value = claim.value.label or claim.value.text
    return Stated(claim.path, claim.span, claim.quote, claim.aspect, value, claim.language)
