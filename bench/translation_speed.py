"""What the family ``translation`` adds to a run, in CPU milliseconds a page pair.

Each site of the development corpus is read, paired and aligned first; then the rules run over all
of its pairs, once to load what is loaded lazily (on the first pairs only) and once for the clock.
The work that rules share, sentence alignment above all, is measured apart. The median of
``--rounds`` rounds is printed.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from corpus import ROOT, absent
from sverka.align import AlignedPair, align
from sverka.check import Check, Context
from sverka.config import Config
from sverka.packs import Packs, load
from sverka.registry import all_checks
from sverka.runner import stages
from sverka.runner.gather import gather

WARM = 5


def timed(work: Callable[[], object]) -> float:
    """CPU seconds."""
    started = time.process_time()
    work()
    return time.process_time() - started


def again(pairs: Sequence[AlignedPair]) -> list[AlignedPair]:
    """The pairs with nothing of what they keep."""
    return [align(one.source, one.target, one.lexicon) for one in pairs]


def run(check: Check, context: Context, pairs: Sequence[AlignedPair]) -> int:
    """Run a check over all pairs; how much it finds."""
    if check.unit == "site":
        facts = stages.gathered(context.site, check, pairs)
        return len(list(check.run(facts, context)))
    if check.unit == "page":
        pages = [page for pair in pairs for page in (pair.source, pair.target)]
        return sum(len(list(check.run(page, context))) for page in pages)
    return sum(len(list(check.run(pair, context))) for pair in pairs)


def measure(folder: Path, packs: Packs, checks: Sequence[Check]) -> tuple[int, dict[str, float]]:
    """The number of pairs of a site, and the seconds of each part of the work."""
    sources = gather(Config(folder)).sources
    site = stages.pair_up(stages.read_pages(sources, ()).pages, (), packs, Config(folder))
    aligned, _ = stages.align_pairs(site, packs)
    facts = stages.site_facts(site)
    contexts = {
        check.id: Context(packs, {one.name: one.default for one in check.options}, facts)
        for check in checks
    }
    for check in checks:
        run(check, contexts[check.id], again(aligned[:WARM]))
    pairs = again(aligned)
    seconds = {
        "sentence alignment": timed(lambda: [pair.beads for pair in pairs]),
        "passages": timed(lambda: [pair.passages for pair in pairs]),
    }
    for check in checks:
        seconds[check.id] = timed(lambda check=check: run(check, contexts[check.id], pairs))  # type: ignore[misc]
    return len(pairs), seconds


def main() -> int:
    """Print a table; exit code 2 without a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--family", default="translation/")
    options = parser.parse_args()
    if absent():
        return 2
    gc.set_threshold(100_000, 20, 20)  # as the command line does
    packs = load()
    checks = [one for rule, one in all_checks().items() if rule.startswith(options.family)]
    rounds: list[dict[str, float]] = []
    for _ in range(options.rounds):
        pairs, total = 0, dict[str, float]()
        for folder in sorted((ROOT / "pairs").iterdir()):
            count, seconds = measure(folder, packs, checks)
            pairs += count
            for name, value in seconds.items():
                total[name] = total.get(name, 0.0) + value
        rounds.append({name: 1000 * value / pairs for name, value in total.items()})
    print(f"{pairs} pairs, CPU ms a pair, median of {options.rounds}\n")
    for name in rounds[0]:
        print(f"| {name} | {statistics.median(one[name] for one in rounds):.2f} |")
    print(f"| **all** | {statistics.median(sum(one.values()) for one in rounds):.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
