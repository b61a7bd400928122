"""Draw findings of real pages at random, to be read and judged by hand.

``python bench/sample_findings.py --rule translation/ --count 100 --seed 1`` checks each site of the
development corpus for itself, and prints the findings drawn, at the level of a warning or above,
with the lines of both sides. ``--counts`` prints how many there are of each rule instead.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from corpus import ROOT, absent
from sverka.config import Config
from sverka.finding import Place, Reported, Severity
from sverka.messages import message_of
from sverka.result import RunResult
from sverka.runner import check

LONGEST = 700
"""Code points of a line that are shown."""


def sites(names: list[str]) -> Iterator[tuple[str, RunResult]]:
    """The outcome of each site of the corpus, by its name."""
    for folder in sorted((ROOT / "pairs").iterdir()):
        if not names or folder.name in names:
            yield folder.name, check(Config(folder))


def shown(result: RunResult, place: Place) -> str:
    """A place with the lines it stands on, what it covers in brackets."""
    source = result.sources[place.path]
    first = source.position(place.span.start).line
    last = source.position(max(place.span.start, place.span.end - 1)).line
    start, end = source.line_span(first).start, source.line_span(last).end
    text = source.text
    marked = f"{text[start : place.span.start]}⟦{place.span.of(text)}⟧{text[place.span.end : end]}"
    if len(marked) > LONGEST:
        begin = max(place.span.start - start - LONGEST // 3, 0)
        marked = "…" + marked[begin : begin + LONGEST] + "…"
    return f"{place.path}:{first}: {marked}"


def main() -> int:
    """Print the sample; exit code 2 without a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rule", action="append", default=[])
    parser.add_argument("--site", action="append", default=[])
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", choices=("error", "warning", "info"), default="warning")
    parser.add_argument("--counts", action="store_true")
    options = parser.parse_args()
    if absent():
        return 2
    wanted = tuple(options.rule) or ("translation/",)
    least = Severity.parse(options.least)
    found: list[tuple[str, RunResult, Reported]] = []
    counts: Counter[tuple[str, str, str]] = Counter()
    for name, result in sites(options.site):
        for one in result.findings:
            if one.severity >= least and one.rule.startswith(wanted):
                found.append((name, result, one))
                counts[one.rule, one.severity.label, name] += 1
    if options.counts:
        for (rule, level, name), count in sorted(counts.items()):
            print(f"{rule:32} {level:8} {name:12} {count}")
        return 0
    drawn = found
    if len(found) > options.count:
        drawn = Random(options.seed).sample(found, options.count)
    print(f"{len(drawn)} of {len(found)} findings")
    for number, (name, result, one) in enumerate(drawn, start=1):
        message = message_of(result.checks[one.rule], one.finding)
        print(f"\n{number}. [{name}] {one.severity.label} {one.rule}: {message}")
        for place in (one.finding.place, *one.finding.related):
            print("   " + shown(result, place))
    return 0


if __name__ == "__main__":
    sys.exit(main())
