"""How many of the phrases that readers marked in the seed documents are found.

``gold/seed-artifacts.jsonl`` beside the development corpus names file, line and phrase, its
kind, and whether it must be found. A phrase counts as found when a finding of the family
``artifact`` (an error or a warning; with ``--all`` a hint, too) covers a part of it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from corpus import ROOT
from sverka.config import Config
from sverka.finding import Severity
from sverka.messages import message_of
from sverka.runner import check
from sverka.span import Span

GOLD = ROOT.parent / "gold" / "seed-artifacts.jsonl"
SEEDS = ROOT.parent / "seeds"


def main() -> int:
    """Print a row a kind; with --show what is missed, and what else is said."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if not GOLD.is_file():
        print(f"{GOLD}: no such file; SVERKA_CORPUS must name the corpus", file=sys.stderr)
        return 2
    result = check(Config(SEEDS, select=("artifact",)))
    least = Severity.INFO if options.all else Severity.WARNING
    said = [one for one in result.findings if one.severity >= least]
    meant: set[int] = set()
    counts: Counter[tuple[str, str, bool]] = Counter()
    for row in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
        source = result.sources.get(row["file"])
        hits = []
        if source:
            whole = source.line_span(row["line"])
            at = source.text.find(row["quote"], whole.start)
            span = Span(at, at + len(row["quote"])) if whole.start <= at <= whole.end else whole
            hits = [
                number
                for number, one in enumerate(said)
                if one.finding.place.path == row["file"] and one.finding.place.span.overlaps(span)
            ]
        meant.update(hits)
        counts[row["level"], row["kind"], bool(hits)] += 1
        if options.show and not hits:
            print("missed", row["level"], row["kind"], row["file"][:3], row["line"], row["quote"])
    for level, kind in sorted({(level, kind) for level, kind, _ in counts}):
        found, missed = counts[level, kind, True], counts[level, kind, False]
        print(f"{level:5} {kind:16} {found} of {found + missed}")
    if options.show:
        for number, one in enumerate(said):
            if number not in meant:
                place = one.finding.place
                line = result.sources[place.path].position(place.span.start).line
                text = message_of(result.checks[one.rule], one.finding)
                print(f"else {place.path[:3]}:{line} {one.severity.label} {one.rule}: {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
