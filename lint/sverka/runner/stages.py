"""The stages between texts and findings.

Each is a function of typed values that reads nothing else, so that its outcome can be kept
between runs. What raises is turned into a failure, and the rest goes on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sverka.align import AlignedPair, align, learn
from sverka.align.renderings import renderings
from sverka.check import Check, Context
from sverka.config import Config
from sverka.finding import Finding
from sverka.markdown.shortcodes import Shortcode
from sverka.names.spellings import spellings
from sverka.packs import Packs
from sverka.page import Kind, Page
from sverka.pairing import name_languages, pair_pages
from sverka.reading import read_page
from sverka.result import Failure
from sverka.runner.contested import Contested
from sverka.runner.progress import Tick, no_tick
from sverka.site import PageFacts, Pair, SiteFacts
from sverka.source import Source
from sverka.span import Span
from sverka.suppress import Raised
from sverka.vocabulary import Vocabulary

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]+")
_Unit = TypeVar("_Unit", Page, AlignedPair, SiteFacts)


@dataclass(frozen=True, slots=True)
class Read:
    """Pages, sorted by path; the paths of those that could not be read; why not."""

    pages: tuple[Page, ...]
    broken: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Pages with their languages, and the pairs of those that could be read.

    ``half`` are pages whose other version could not be read: there is nothing to say of their
    pair. ``partners`` are the paths of all pairs, whether read or not.
    """

    pages: tuple[Page, ...]
    pairs: tuple[Pair, ...]
    source_language: str = ""
    half: frozenset[str] = frozenset()
    partners: tuple[tuple[str, str], ...] = ()
    failures: tuple[Failure, ...] = ()
    paired: bool = True
    """False where pairing itself failed."""


def chosen(packs: Packs, languages: Sequence[str]) -> Packs:
    """The packs of those languages only; the others' codes are those of languages without a
    pack. No language asks for all."""
    if not languages:
        return packs
    kept = {code: pack for code, pack in packs.languages.items() if code in languages}
    dropped = {code for code in packs.languages if code not in languages}
    return replace(packs, languages=kept, other_codes=packs.other_codes | dropped)


def read_pages(
    sources: Iterable[Source], shortcodes: tuple[Shortcode, ...], tick: Tick = no_tick
) -> Read:
    """Read each text as a page."""
    pages: list[Page] = []
    failures: list[Failure] = []
    for source in sorted(sources, key=lambda one: one.path):
        try:
            pages.append(read_page(source, shortcodes))
        except Exception as error:  # noqa: BLE001 - one page must not keep the others unread
            failures.append(Failure(source.path, "crash-reading", {"error": described(error)}))
        tick()
    return Read(tuple(pages), tuple(one.path for one in failures), tuple(failures))


def pair_up(pages: Sequence[Page], broken: Iterable[str], packs: Packs, config: Config) -> Site:
    """Name the pages' languages and find the pairs.

    A page that could not be read takes part by its path, so that its other version does not
    seem to be alone.
    """
    stubs = [Page(Source(path, ""), ()) for path in sorted(broken)]
    unread = {stub.path for stub in stubs}
    try:
        named = name_languages([*pages, *stubs], packs, config.pairs)
        pairing = pair_pages(
            named, packs, source_language=config.source_language, patterns=config.pairs
        )
    except Exception as error:  # noqa: BLE001 - checks of single pages can still run
        failure = Failure("", "crash-pairing", {"error": described(error)})
        return Site(tuple(pages), (), config.source_language, failures=(failure,), paired=False)
    readable = tuple(
        sorted((page for page in named if page.path not in unread), key=lambda one: one.path)
    )
    partners = sorted((pair.source, pair.target) for pair in pairing.pairs)
    return Site(
        readable,
        tuple(
            sorted(
                (one for one in pairing.pairs if unread.isdisjoint((one.source, one.target))),
                key=lambda one: (one.source, one.target),
            )
        ),
        pairing.source_language,
        frozenset(path for pair in partners if not unread.isdisjoint(pair) for path in pair),
        tuple(partners),
    )


def align_pairs(
    site: Site, packs: Packs, tick: Tick = no_tick
) -> tuple[tuple[AlignedPair, ...], tuple[Failure, ...]]:
    """Align the versions of each pair, with what all pairs together teach of the words."""
    at = {page.path: page for page in site.pages}
    pages = [(at[pair.source], at[pair.target]) for pair in site.pairs]
    if not pages:
        return (), ()
    try:
        lexicon = learn(pages, packs)
    except Exception as error:  # noqa: BLE001 - checks of single pages can still run
        return (), (Failure("", "crash-learning", {"error": described(error)}),)
    aligned: list[AlignedPair] = []
    failures: list[Failure] = []
    for source, target in pages:
        try:
            aligned.append(align(source, target, lexicon))
        except Exception as error:  # noqa: BLE001 - nor must one pair keep the others
            data = {"error": described(error), "other": source.path}
            failures.append(Failure(target.path, "crash-aligning", data))
        tick()
    return tuple(aligned), tuple(failures)


def facts_of(page: Page) -> PageFacts:
    """What checks over the whole site may know of a page."""
    headings = (block.span for block in page.walk() if block.kind is Kind.HEADING)
    first = page.blocks[0].span if page.blocks else Span(0, 0)
    return PageFacts(page.path, page.language, page.title, next(headings, first))


def site_facts(site: Site) -> SiteFacts:
    """The facts of all pages but those that could not be compared with their other version."""
    facts = tuple(facts_of(page) for page in site.pages if page.path not in site.half)
    return SiteFacts(facts, site.pairs, site.source_language)


FACTS: Mapping[str, Callable[[Sequence[AlignedPair]], tuple[object, ...]]] = {
    "renderings": renderings,
    "spellings": spellings,
}
"""Field of `SiteFacts` -> what gathers it from all pairs, when a site check needs it."""
CLAIMS = ("contradictions", "repeated")
"""The fields that need all pages, paired or not; they are gathered once for all rules."""
WORDS = "vocabulary"
"""The field that needs no pairs, and that checks of pages and of pairs may need, too."""


def gathered(
    facts: SiteFacts, check: Check, aligned: Sequence[AlignedPair], contested: Contested
) -> SiteFacts | Failure:
    """The facts of the site with those of its pairs and pages that the check needs."""
    try:
        found: dict[str, Any] = {
            need: FACTS[need](aligned) for need in check.needs if need in FACTS
        }
        found |= {need: getattr(contested, need) for need in check.needs if need in CLAIMS}
        return replace(facts, **found)
    except Exception as error:  # noqa: BLE001 - nor must this keep other rules
        return Failure("", "crash-on-site", {"rule": check.id, "error": described(error)})


def run_checks(
    checks: Mapping[str, Check],
    contexts: Mapping[str, Context],
    contested: Contested,
    site: Site,
    aligned: Sequence[AlignedPair],
    tick: Tick = no_tick,
) -> tuple[tuple[Raised, ...], tuple[Failure, ...]]:
    """Run each check over its units; in no promised order."""
    raised: list[Raised] = []
    failures: list[Failure] = []
    vocabulary = Vocabulary.of(site.pages)
    for check in checks.values():
        context = contexts[check.id]
        if WORDS in check.needs:
            context = replace(context, site=replace(context.site, vocabulary=vocabulary))
        if check.unit == "page":
            outcomes = [_run(check, page, context, page.path) for page in site.pages]
        elif check.unit == "pair":
            outcomes = [_run(check, pair, context, pair.target.path) for pair in aligned]
        elif site.paired:
            facts = gathered(context.site, check, aligned, contested)
            outcomes = [facts if isinstance(facts, Failure) else _run(check, facts, context, "")]
        else:
            outcomes = []
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                raised += outcome
        tick()
    return tuple(raised), tuple(failures)


def _run(check: Check, unit: _Unit, context: Context, path: str) -> list[Raised] | Failure:
    raised = []
    try:
        found: Iterable[object] = check.run(unit, context)
        for finding in found:
            if not isinstance(finding, Finding):
                raise TypeError(f"it reported {type(finding).__name__}, no Finding")
            raised.append(Raised(check.id, finding))
    except Exception as error:  # noqa: BLE001 - nor must one rule keep the others
        what = "crash" if path else "crash-on-site"
        return Failure(path, what, {"rule": check.id, "error": described(error)})
    return raised


def described(error: Exception) -> str:
    """The kind and the words of an exception on one line, the same in every run."""
    words = _ADDRESS.sub("0x0", " ".join(str(error).split()))
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
