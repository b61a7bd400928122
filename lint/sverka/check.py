"""The contract of a check: one module, one rule, one page of documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sverka.finding import Finding, Severity
from sverka.site import NO_SITE, SiteFacts
from sverka.termbase import NO_TERMS, Termbase

if TYPE_CHECKING:
    from sverka.align import AlignedPair
    from sverka.packs import Packs
    from sverka.page import Page

Messages = Mapping[str, Mapping[str, str]]
"""locale -> message key -> template. Templates are `str.format` ones; a number may choose a
word by count, ``{count:item|items}``, or with three forms in Slavic languages."""

Example = Mapping[str, str]
"""A tiny site: path -> text of the page."""


@dataclass(frozen=True)
class Option:
    """A setting of a rule, ``[rules."structure/link"]`` in sverka.toml."""

    name: str
    default: object
    description: str


@dataclass(frozen=True)
class Context:
    """What a check may know beside its unit: its own options, the language packs, which pages
    and pairs the site has, and the terms it wants."""

    packs: Packs
    options: Mapping[str, object] = field(default_factory=dict)
    site: SiteFacts = NO_SITE
    termbase: Termbase = NO_TERMS


PageRun = Callable[["Page", Context], Iterable[Finding]]
PairRun = Callable[["AlignedPair", Context], Iterable[Finding]]
SiteRun = Callable[[SiteFacts, Context], Iterable[Finding]]


@dataclass(frozen=True)
class Check:
    """A rule as a value.

    ``id`` is "family/rule" and equals the module's path. ``unit`` is what ``run`` looks at:
    "page", "pair" or "site". Each of ``bad`` makes this rule report at least one finding and
    each of ``good`` none; they are tests and documentation at once. ``documentation`` is the
    module's docstring. ``explains`` are the rules and families that have nothing more to say
    where this one has spoken: what an omitted sentence held is not reported once more.
    ``needs`` names the facts that a site check reads (fields of `sverka.site.SiteFacts`); they
    are gathered for no other. Any check may need "vocabulary", the words of the pages.
    ``asked``: its hints cost much, so it runs only where hints are asked for, where it is selected
    by its own name, or where the configuration gives it a level.
    """

    id: str
    unit: str
    run: Callable[..., Iterable[Finding]]
    severity: Severity
    messages: Messages
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    documentation: str
    options: tuple[Option, ...] = ()
    explains: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    asked: bool = False

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.documentation.strip().splitlines()[0]
