"""The order of work of a run: texts -> pages -> pairs -> findings -> what is reported."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from sverka import packs as language_packs
from sverka.align import AlignedPair
from sverka.check import Check, Context
from sverka.claims.domains import of_site
from sverka.claims.matrix import Matrix
from sverka.claims.model import Claim
from sverka.config import Config, validate_rules
from sverka.finding import Finding, Reported, Severity
from sverka.packs import Packs
from sverka.registry import checks_of, select
from sverka.result import Failure, RunResult
from sverka.review import Review
from sverka.runner import stages
from sverka.runner.accepted import settle
from sverka.runner.causes import unexplained
from sverka.runner.contested import Contested, matrix_views
from sverka.runner.focus import EVERYTHING, Focus, focus_on
from sverka.runner.gather import Gathered, gather, gather_terms
from sverka.runner.progress import Progress, Watch, unwatched
from sverka.runner.sidebyside import views
from sverka.runner.stamp import Stamper
from sverka.runner.terms import terms
from sverka.source import Source
from sverka.suppress import Raised, apply
from sverka.termbase import NO_TERMS, Termbase

NO_TEXTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Order:
    """What to run, and with what."""

    config: Config
    checks: Mapping[str, Check]
    packs: Packs
    termbase: Termbase = NO_TERMS
    review: bool = False
    watch: Watch = unwatched

    @classmethod
    def of(cls, config: Config, checks: Mapping[str, Check] | None, packs: Packs | None) -> _Order:
        if checks is None:
            checks = checks_of(config.root)
            validate_rules(config, checks)
        return cls(config, checks, packs or language_packs.load())


@dataclass(frozen=True, slots=True)
class _Examined:
    """What the checks raised over a site, and what kept them from it."""

    site: stages.Site
    aligned: tuple[AlignedPair, ...]
    raised: tuple[Raised, ...]
    failures: tuple[Failure, ...]
    contested: Contested


@dataclass(frozen=True, slots=True)
class Claimed:
    """Each claim with the name of its topic; the matrices of the topics; the pages' texts by
    path; what kept the job from being done."""

    claims: tuple[tuple[str, Claim], ...]
    matrices: tuple[Matrix, ...]
    sources: Mapping[str, Source]
    failures: tuple[Failure, ...]


def check(
    config: Config,
    paths: Sequence[Path] = (),
    *,
    checks: Mapping[str, Check] | None = None,
    packs: Packs | None = None,
    texts: Mapping[str, str] = NO_TEXTS,
    review: bool = False,
    watch: Watch = unwatched,
) -> RunResult:
    """Check the site below ``config.root``; ``paths`` are the files and folders asked about,
    none for the whole site.

    ``checks`` and ``packs`` stand in for those that there are, and ``texts`` (by path) for what
    is in the files. ``review`` asks for what a report on the pages themselves shows (see
    `sverka.review`). ``watch`` is told how far the run is. Raises
    `sverka.config.ConfigError` where the configuration names a rule that is not there, or a
    termbase that cannot be read; all else that goes wrong is in the result.
    """
    started = time.perf_counter()
    order = _Order.of(config, checks, packs)
    termbase = gather_terms(config, order.packs)
    order = replace(order, termbase=termbase, review=review, watch=watch)
    gathered = gather(config).with_texts(texts)
    focus, failures = focus_on(paths, config.root, gathered.paths)
    result = _judge(gathered, order, focus)
    return replace(
        result,
        failures=_in_order((*result.failures, *failures)),
        seconds=time.perf_counter() - started,
    )


def check_sources(
    sources: Iterable[Source],
    config: Config,
    checks: Mapping[str, Check] | None = None,
    packs: Packs | None = None,
    termbase: Termbase = NO_TERMS,
    *,
    review: bool = False,
) -> RunResult:
    """Check a site that is held in memory: `check` without the disk."""
    started = time.perf_counter()
    order = replace(_Order.of(config, checks, packs), termbase=termbase, review=review)
    result = _judge(Gathered(tuple(sources)), order, EVERYTHING)
    return replace(result, seconds=time.perf_counter() - started)


def claims(config: Config, paths: Sequence[Path] = ()) -> Claimed:
    """What the pages of the site claim; those below ``paths`` are the focus."""
    order = _Order.of(config, {}, None)
    gathered = gather(config)
    focus, failures = focus_on(paths, config.root, gathered.paths)
    examined = _examine(gathered, order, {})
    sources = {page.path: page.source for page in examined.site.pages}
    kept = sources.keys() if focus.pages is None else focus.pages
    return Claimed(
        tuple(one for one in examined.contested.named if one[1].path in kept),
        tuple(one for one in examined.contested.matrices if kept & set(one.pages)),
        sources,
        _in_order((*gathered.failures, *examined.failures, *failures)),
    )


def exit_code(result: RunResult, fail_on: Severity | None = Severity.WARNING) -> int:
    """0 clean; 1 findings at ``fail_on`` or above (None: never); 2 the job was not done."""
    if result.failures:
        return 2
    found = fail_on is not None and any(one.severity >= fail_on for one in result.findings)
    return 1 if found else 0


def _judge(gathered: Gathered, order: _Order, focus: Focus) -> RunResult:
    config, checks = order.config, order.checks
    active = select(checks, config)
    examined = _examine(gathered, order, active)
    sources = {page.path: page.source for page in examined.site.pages}
    stamper = Stamper(checks, config, sources)
    reported, faults = stamper.stamp(examined.raised)
    failures = (*gathered.failures, *examined.failures, *faults)

    def ran(rule: str, path: str) -> bool:
        return not failures and rule in active and not config.ignores(rule, path)

    outcome = apply(unexplained(reported, checks), examined.site.pages, checks, ran)
    wanted = tuple(one for one in outcome.extra if one.rule in active)
    extra, more_faults = stamper.stamp(wanted)
    standing, lapsed = settle((*outcome.kept, *extra), config.accept)
    findings = tuple(
        sorted(
            (one for one in standing if focus.touches(one.finding) and not _ignored(config, one)),
            key=_place,
        )
    )
    partners = examined.site.partners
    concerned = [one for one in (*failures, *more_faults) if focus.concerns(one, partners)]
    return RunResult(
        findings=findings,
        failures=_in_order(concerned),
        pages=tuple(stages.facts_of(page) for page in examined.site.pages),
        pairs=examined.site.pairs,
        sources=_sources_of(findings, sources),
        checks=checks,
        suppressed=sum(1 for finding in outcome.muted if focus.touches(finding))
        + len(outcome.kept)
        + len(extra)
        - len(standing),
        lapsed=() if failures else lapsed,
        review=_review(examined, findings) if order.review else None,
    )


def _examine(gathered: Gathered, order: _Order, active: Mapping[str, Check]) -> _Examined:
    """All stages up to the raw findings."""
    config, progress = order.config, Progress(order.watch)
    packs = stages.chosen(order.packs, config.languages)
    tick = progress.reading(len(gathered.sources))
    read = stages.read_pages(gathered.sources, config.shortcodes, tick)
    site = stages.pair_up(read.pages, (*gathered.broken, *read.broken), packs, config)
    aligned: tuple[AlignedPair, ...] = ()
    unaligned: tuple[Failure, ...] = ()
    if order.review or any(
        check.unit == "pair" or stages.FACTS.keys() & check.needs for check in active.values()
    ):
        tick = progress.aligning(len(site.pairs))
        aligned, unaligned = stages.align_pairs(site, packs, tick)
    facts = stages.site_facts(site)
    contexts = {
        rule: Context(packs, _options(check, config), facts, order.termbase)
        for rule, check in active.items()
    }
    contested = Contested(site, packs, of_site(config.root))
    tick = progress.checking(len(active))
    raised, crashes = stages.run_checks(active, contexts, contested, site, aligned, tick)
    failures = (*read.failures, *site.failures, *unaligned, *crashes)
    return _Examined(site, aligned, raised, failures, contested)


def _review(examined: _Examined, findings: Iterable[Reported]) -> Review:
    """What a report on the pages shows beside the findings."""
    touched = frozenset(path for one in findings for path in _paths(one.finding))
    return Review(
        views(examined.site.pages, examined.aligned, touched),
        terms(examined.aligned),
        matrix_views(examined.contested.matrices),
    )


def _options(check: Check, config: Config) -> dict[str, object]:
    options = {option.name: option.default for option in check.options}
    return options | dict(config.settings(check.id).options)


def _ignored(config: Config, reported: Reported) -> bool:
    """Whether an override silences the rule on a page that the finding touches."""
    return any(config.ignores(reported.rule, path) for path in _paths(reported.finding))


def _paths(finding: Finding) -> set[str]:
    edits = finding.fix.edits if finding.fix else ()
    return {
        finding.place.path,
        *(place.path for place in finding.related),
        *(e.path for e in edits),
    }


def _sources_of(
    findings: Iterable[Reported], sources: Mapping[str, Source]
) -> Mapping[str, Source]:
    touched = sorted({path for one in findings for path in _paths(one.finding)})
    return {path: sources[path] for path in touched}


def _place(reported: Reported) -> tuple[object, ...]:
    place = reported.finding.place
    return (place.path, place.span, reported.rule)


def _in_order(failures: Iterable[Failure]) -> tuple[Failure, ...]:
    return tuple(sorted(failures, key=lambda one: (one.path, one.what, sorted(one.data.items()))))
