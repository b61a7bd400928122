"""Seeds one structural defect at a time into real page pairs and looks whether it is named.

    python bench/structure_defects.py [--each 40] [--seed 1] [--half dev|held|all] [--show]

A defect is *named* when a finding that was not there before stands within a line of it, on the
edited page or as the other side's place, with the right rule; it is *one* when exactly one
finding is new and none has gone.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parents[1] / part) for part in ("lint", "checks", "bench")]

from corpus import Texts, absent, pairs
from defects import MAKERS, Edited, Ground
from sverka.align import AlignedPair, Lexicon, align, learn
from sverka.align.outline import outline
from sverka.check import Check, Context
from sverka.finding import Finding
from sverka.packs import load
from sverka.page import Kind
from sverka.registry import all_checks

SPREAD = 1


@dataclass(frozen=True)
class Case:
    """A pair as it is: its alignment and what is said of it."""

    texts: Texts
    pair: AlignedPair
    findings: Counter[str]
    lines: tuple[frozenset[int], frozenset[int]]


def structure_checks() -> list[Check]:
    """The checks of the family that look at a pair."""
    return [
        check
        for rule, check in all_checks().items()
        if rule.startswith("structure/") and check.unit == "pair"
    ]


def found(
    pair: AlignedPair, checks: Sequence[Check], lexicon: Lexicon
) -> list[tuple[str, Finding]]:
    """What the checks report of a pair."""
    context = Context(lexicon.packs, {})
    return [(check.id, finding) for check in checks for finding in check.run(pair, context)]


def name_of(rule: str, finding: Finding, pair: AlignedPair) -> str:
    """A finding's name that outlives a shift of lines."""
    sources = {page.path: page.source for page in (pair.source, pair.target)}
    places = (finding.place, *finding.related)
    return "|".join(
        (rule, finding.message, *(f"{p.path}~{sources[p.path].quote(p.span)}" for p in places))
    )


def lines_of(finding: Finding, pair: AlignedPair, path: str) -> list[int]:
    """The lines of a page that a finding names."""
    source = {page.path: page.source for page in (pair.source, pair.target)}[path]
    spans = [place.span for place in (finding.place, *finding.related) if place.path == path]
    return [source.position(span.start).line for span in spans]


def held_back(texts: Texts) -> bool:
    """Whether a pair belongs to the half that is not looked at while tuning."""
    return hashlib.sha256(texts.name.encode()).digest()[0] % 2 == 1


def cases(every: Sequence[Texts], checks: Sequence[Check], lexicon: Lexicon) -> list[Case]:
    """The pairs that are translations, aligned as they are."""
    made: list[Case] = []
    for texts in every:
        pair = align(texts.page(0), texts.page(1), lexicon)
        if not pair.is_translation:
            continue
        said = found(pair, checks, lexicon)
        names = Counter(name_of(rule, finding, pair) for rule, finding in said)
        paths = (pair.source.path, pair.target.path)
        lines = [
            frozenset(line for _, finding in said for line in lines_of(finding, pair, path))
            for path in paths
        ]
        made.append(Case(texts, pair, names, (lines[0], lines[1])))
    return made


def sentences(every: Sequence[Texts], side: int) -> dict[str, list[str]]:
    """Plain sentences of each corpus, to insert elsewhere."""
    kept: dict[str, list[str]] = defaultdict(list)
    for texts in every:
        for block in texts.page(side).walk():
            words = block.prose.text
            plain = block.kind is Kind.PARAGRAPH and not block.inlines and 30 < len(words) < 160
            if plain and re.fullmatch(r"[\w «»“”'\",.:;()—–-]+", words):
                kept[texts.corpus].append(words)
    return kept


def spoil(
    case: Case, side: int, maker: str, strangers: Sequence[str], random: Random
) -> Edited | None:
    """One defect of that sort in that page, or None where it has no clean place for it."""
    page = (case.pair.source, case.pair.target)[side]
    here = outline(page)
    fresh = [words for words in strangers if words not in page.source.text]
    if not here.units or not fresh:
        return None
    edited = MAKERS[maker](Ground(here, fresh, case.lines[side]), random)
    if edited is None:
        return None
    after = outline(case.texts.page(side, edited.text))
    return edited if len(after.units) - len(here.units) == edited.units else None


def judge(
    case: Case, side: int, edited: Edited, checks: Sequence[Check], lexicon: Lexicon
) -> tuple[bool, bool, list[str]]:
    """Whether the defect is named, whether by exactly one finding, and what was said."""
    pages = [case.pair.source, case.pair.target]
    pages[side] = case.texts.page(side, edited.text)
    pair = align(pages[0], pages[1], lexicon)
    said = found(pair, checks, lexicon)
    names = Counter(name_of(rule, finding, pair) for rule, finding in said)
    new = names - case.findings
    gone = case.findings - names
    named = any(
        rule in edited.rules
        and name_of(rule, finding, pair) in new
        and any(
            abs(line - wanted) <= SPREAD
            for line in lines_of(finding, pair, pages[side].path)
            for wanted in edited.lines
        )
        for rule, finding in said
    )
    single = sum(new.values()) - sum(gone.values()) == 1 and sum(new.values()) == 1
    return named, single, [*new, *(f"GONE {name}" for name in gone)]


def main() -> int:
    """Run the bench; exit code 1 when a figure is below 95 %, 2 without a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", type=int, default=40, help="defects of each sort")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", choices=("dev", "held", "all"), default="all")
    parser.add_argument("--show", action="store_true", help="print what failed")
    options = parser.parse_args()
    if absent():
        return 2
    every = list(pairs())
    lexicon = learn(((texts.page(0), texts.page(1)) for texts in every), load())
    checks = structure_checks()
    strangers = (sentences(every, 0), sentences(every, 1))
    if options.half != "all":
        every = [texts for texts in every if held_back(texts) == (options.half == "held")]
    ground = cases(every, checks, lexicon)
    random = Random(options.seed)
    table: dict[str, Counter[str]] = {}
    for maker in MAKERS:
        counts = table[maker] = Counter()
        for _ in range(options.each * 60):
            if counts["all"] >= options.each:
                break
            case, side = random.choice(ground), random.randrange(2)
            edited = spoil(case, side, maker, strangers[side][case.texts.corpus], random)
            if edited is None:
                continue
            named, single, said = judge(case, side, edited, checks, lexicon)
            counts.update(all=1, named=named, one=single)
            if options.show and not (named and single):
                place = (case.pair.source, case.pair.target)[side].path
                print(f"{edited.what}: {place}:{edited.lines} named={named} one={single}")
                for line in said:
                    print("     ", line.replace("\n", "⏎")[:260])
    return report(table)


def report(table: dict[str, Counter[str]]) -> int:
    """Print the table."""
    total: Counter[str] = Counter()
    print("| defect | seeded | named on its line | exactly one finding |\n|---|---:|---:|---:|")
    for what, counts in table.items():
        total.update(counts)
        print(_row(what, counts))
    print(_row("**all**", total))
    return 0 if min(total["named"], total["one"]) >= 0.95 * total["all"] else 1


def _row(what: str, counts: Counter[str]) -> str:
    size = max(counts["all"], 1)
    shares = (f"{counts[key]} ({100 * counts[key] / size:.1f} %)" for key in ("named", "one"))
    return f"| {what} | {counts['all']} | {' | '.join(shares)} |"


if __name__ == "__main__":
    sys.exit(main())
