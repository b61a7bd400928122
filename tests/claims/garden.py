"""A small field of content, and what pages claim in it: the claims without the shipped packs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sverka.claims.aspects import Domain
from sverka.claims.conflicts import Conflict, conflicts
from sverka.claims.domains import load
from sverka.claims.extraction import claims_of
from sverka.claims.model import Claim, PageClaims
from sverka.config import Config
from sverka.packs import load as load_packs
from sverka.runner import stages
from sverka.source import Source

HOME = Path(__file__).parent


def domains() -> tuple[Domain, ...]:
    return load(HOME)


def read(pages: Mapping[str, str]) -> tuple[list[PageClaims], stages.Site]:
    packs = load_packs()
    sources = [Source(path, text) for path, text in pages.items()]
    site = stages.pair_up(stages.read_pages(sources, ()).pages, (), packs, Config(Path("/")))
    return [claims_of(one, packs.languages[one.language], domains()) for one in site.pages], site


def claims(text: str, path: str = "en/a.md") -> list[Claim]:
    pages, _ = read({path: text})
    return list(pages[0].claims)


def said(text: str, path: str = "en/a.md") -> list[tuple[str, object]]:
    """Aspect with its label or range, of each claim."""
    return [(one.aspect, one.value.label or one.value.range) for one in claims(text, path)]


def clashes(pages: Mapping[str, str]) -> list[tuple[str, str, str, str]]:
    """Rule, level and the two quotes of each conflict."""
    found, site = read(pages)
    return [(one.rule, one.level, one.here.quote, one.there.quote) for one in _all(found, site)]


def _all(found: list[PageClaims], site: stages.Site) -> tuple[Conflict, ...]:
    return conflicts(found, site.pairs, domains())
