"""Which claims of a site speak of the same subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sverka.claims.aspects import Aspect, Domain
from sverka.claims.model import Claim, PageClaims
from sverka.site import Pair


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject: ``name`` is a pack's or, where no pack knows it, a word of the site; of a thing
    that is none of its own, ``of`` is the page's."""

    name: str
    of: str = ""


class Topics:
    """The topics of the claims of a site."""

    def __init__(
        self, pages: Sequence[PageClaims], pairs: Iterable[Pair], domains: Mapping[str, Domain]
    ) -> None:
        self._domains = domains
        self._subjects = _subjects(pages)
        self._keys = page_keys(pages, pairs)

    def of(self, claim: Claim, aspect: Aspect) -> Topic | None:
        """The topic of a claim; None where the text leaves it open."""
        if aspect.named:
            generic = self._domains[claim.domain].generic
            return Topic(claim.named) if claim.named and claim.named not in generic else None
        if aspect.of == "thing":
            return self._thing(claim)
        if aspect.of == "house":
            return Topic("site")
        if aspect.of == "site":
            generic = self._domains[claim.domain].generic
            own = [thing for thing in claim.things if thing not in generic]
            return Topic(own[0] if own else "site")
        subject = self._subject(claim)
        if aspect.of == "both":
            if not claim.things or subject is None:
                return None
            return Topic(claim.things[0], subject.name)
        return subject

    def _subject(self, claim: Claim) -> Topic | None:
        page = self._subjects[claim.path]
        for names in (claim.subjects, (claim.running,) if claim.running else (), claim.section):
            if not names:
                continue
            if page and page in names and len(names) == 1:
                return Topic(page)
            if len(set(names)) > 1:
                return Topic(names[0]) if names is claim.subjects else None
            return Topic(names[0])
        return Topic(self._keys[claim.path])

    def _thing(self, claim: Claim) -> Topic | None:
        generic = self._domains[claim.domain].generic
        own = [thing for thing in claim.things if thing not in generic]
        if own:
            named = (*claim.subjects, *claim.section)
            return Topic(own[0], named[0] if named else "")
        if claim.things:
            return Topic(claim.things[0], self._keys[claim.path])
        if claim.words and not claim.by_heading:
            return Topic(" ".join(sorted(claim.words)[:4]), claim.language)
        return Topic(self._keys[claim.path])


LEAST = 3
"""What the mentions of a subject must weigh that is no page's title on the site."""


def _subjects(pages: Sequence[PageClaims]) -> dict[str, str]:
    """Path -> the pack's subject that a page is about, or "". A title that names none leaves it to
    the text: the subject that is named most of those of other pages, else that is named often."""
    titled = {page.subject for page in pages if page.subject}
    found = {}
    for page in pages:
        known = (name for name, _ in page.mentioned if name in titled)
        often = (name for name, weight in page.mentioned if weight >= LEAST)
        found[page.path] = page.subject or next(known, "") or next(often, "")
    return found


def page_keys(pages: Sequence[PageClaims], pairs: Iterable[Pair]) -> dict[str, str]:
    """Path -> what the page is about. Pages that name no subject of a pack are about the same
    thing where their most telling word is the same, and so are the two of a pair."""
    keys: dict[str, str] = {}
    subjects = _subjects(pages)
    for page in pages:
        first = page.terms[0] if page.terms else page.path
        keys[page.path] = subjects[page.path] or f"{page.language}:{first}"
    for pair in pairs:
        source, target = keys.get(pair.source), keys.get(pair.target)
        if source is None or target is None or source == target:
            continue
        kept, gone = (source, target) if ":" not in source or ":" in target else (target, source)
        if ":" in gone:
            keys.update({path: kept for path, key in keys.items() if key == gone})
    return keys
