"""What the family ``translation`` adds to a run, in CPU milliseconds a page pair.

Each site of the development corpus is read, paired and aligned block by block before the clock
starts, and dictionaries, word lists and patterns are loaded by a run over all sites. A round then
does for each site what a run does, rule by rule; the sentences and passages, which the rules share,
are timed before them. A round knows of a pair nothing that an earlier one found, and of a site's
words only what learning and block alignment looked up; what other memos keep, they keep by word.
Of each site and row the least of all rounds counts, since whatever else runs on a machine only
ever adds. **all** is the sum of the rows, and the figure to go by.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from corpus import ROOT, absent
from sverka.align import AlignedPair
from sverka.check import Check, Context
from sverka.config import Config
from sverka.packs import Packs, load
from sverka.registry import all_checks
from sverka.runner import stages
from sverka.runner.gather import gather

ALIGNMENT, PASSAGES = "sentence alignment", "passages"


@dataclass(frozen=True)
class Place:
    """A site of the corpus, read and paired."""

    site: stages.Site
    facts: Mapping[str, Context]

    @classmethod
    def of(cls, folder: Path, packs: Packs, checks: Sequence[Check]) -> Place:
        """Read the site in a folder."""
        sources = gather(Config(folder)).sources
        pages = stages.read_pages(sources, ()).pages
        site = stages.pair_up(pages, (), packs, Config(folder))
        facts = stages.site_facts(site)
        options = {check.id: {one.name: one.default for one in check.options} for check in checks}
        return cls(site, {rule: Context(packs, options[rule], facts) for rule in options})


class Clock:
    """CPU seconds by row."""

    def __init__(self) -> None:
        self.rows: defaultdict[str, float] = defaultdict(float)

    def time(self, row: str, work: Callable[..., object], *given: object) -> None:
        """Do the work with what is given, and add what it costs to the row."""
        started = time.process_time()
        work(*given)
        self.rows[row] += time.process_time() - started


def listed(check: Check, unit: object, context: Context) -> list[object]:
    """What a check finds."""
    return list(check.run(unit, context))


def measure(place: Place, packs: Packs, checks: Sequence[Check], clock: Clock) -> int:
    """Run the checks over a site that nothing is known of yet; the number of its pairs."""
    pairs, _ = stages.align_pairs(place.site, packs)
    gc.collect()
    for pair in pairs:
        clock.time(ALIGNMENT, getattr, pair, "beads")
    for pair in pairs:
        clock.time(PASSAGES, getattr, pair, "passages")
    for check in checks:
        context = place.facts[check.id]
        if check.unit == "site":
            clock.time(check.id, on_site, check, pairs, context)
            continue
        for unit in pairs if check.unit == "pair" else place.site.pages:
            clock.time(check.id, listed, check, unit, context)
    return len(pairs)


def on_site(check: Check, pairs: Sequence[AlignedPair], context: Context) -> list[object]:
    """Gather what a check of the whole site needs, and run it."""
    gathered: dict[str, Any] = {
        need: stages.FACTS[need](pairs) for need in check.needs if need in stages.FACTS
    }
    facts = replace(context.site, **gathered)
    return listed(check, facts, replace(context, site=facts))


def main() -> int:
    """Print a table; exit code 2 without a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--family", default="translation/")
    parser.add_argument("--asked", action="store_true", help="rules that --all adds, too")
    options = parser.parse_args()
    if absent():
        return 2
    gc.set_threshold(100_000, 20, 20)  # as the command line does
    packs = load()
    every = [one for rule, one in all_checks().items() if rule.startswith(options.family)]
    checks = [one for one in every if options.asked or not one.asked]
    places = [Place.of(folder, packs, checks) for folder in sorted((ROOT / "pairs").iterdir())]
    least: dict[tuple[int, str], float] = {}
    for number in range(options.rounds + 1):
        counts = []
        for place, one in enumerate(places):
            clock = Clock()
            counts.append(measure(one, packs, checks, clock))
            for row, cost in clock.rows.items() if number else ():
                least[place, row] = min(cost, least.get((place, row), cost))
    rows: defaultdict[str, float] = defaultdict(float)
    for (_, row), cost in least.items():
        rows[row] += 1000 * cost / sum(counts)
    print(f"{sum(counts)} pairs, CPU ms a pair, the least of {options.rounds} rounds\n")
    for row, cost in rows.items():
        print(f"| {row} | {cost:.2f} |")
    print(f"| **all** | {sum(rows.values()):.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
