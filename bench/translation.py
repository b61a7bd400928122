"""How right the rules of the family ``translation`` are on single sentences.

Good translations (``clean/ntrex.en-ru.jsonl`` of the development corpus), each as a page of one
paragraph, must get no error and no warning. Spoilt ones (``errors/perturbations.ru-en.jsonl``)
must get a finding that their good version does not get.

``--half tune`` and ``--half held`` take the rows whose id hashes to an even or an odd number:
rules are tuned on the first and judged by the second. ``--show`` prints what was found,
``--rule`` keeps to some rules, ``--missed CATEGORY`` prints spoilt rows without a new finding.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from corpus import ROOT
from sverka.align import Lexicon, align
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka.messages import message_of
from sverka.packs import Packs, load
from sverka.page import Page
from sverka.reading import read_page
from sverka.registry import all_checks
from sverka.source import Source

CLEAN = ROOT / "clean" / "ntrex.en-ru.jsonl"
SPOILT = ROOT / "errors" / "perturbations.ru-en.jsonl"
CONTROL = "base_id35_reference"
LEAST = Severity.WARNING


@dataclass(frozen=True)
class Judge:
    """Runs rules over pairs of one-paragraph pages."""

    checks: Mapping[str, Check]
    packs: Packs
    lexicon: Lexicon

    def findings(self, source: Page, target: Page) -> list[tuple[Check, Finding]]:
        """All that is found of the pair, and of the target alone, at the level of a warning or
        above."""
        pair = align(source, target, self.lexicon)
        found = []
        for check in self.checks.values():
            context = Context(self.packs, {one.name: one.default for one in check.options})
            by_unit: Mapping[str, Sequence[object]] = {"pair": [pair], "page": [target]}
            units = by_unit.get(check.unit, ())
            found += [
                (check, finding)
                for unit in units
                for finding in check.run(unit, context)
                if (finding.severity or check.severity) >= LEAST
            ]
        return found


def page(language: str, text: str) -> Page:
    """A page of one paragraph."""
    return replace(read_page(Source(f"{language}/a.md", text.strip() + "\n")), language=language)


def rows(path: Path, half: str) -> Iterator[dict[str, str]]:
    """The rows of a file of JSON lines, or a half of them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if half == "all" or zlib.crc32(row["id"].encode()) % 2 == (half == "held"):
            yield row


def _said(check: Check, finding: Finding) -> str:
    return f"  {check.id}: {message_of(check, finding)}"


def clean(judge: Judge, half: str, *, show: bool) -> None:
    """Print how many good translations get a finding, by rule."""
    counts: Counter[str] = Counter()
    flagged = total = 0
    for row in rows(CLEAN, half):
        total += 1
        pages = page(row["src_lang"], row["src"]), page(row["tgt_lang"], row["tgt"])
        found = judge.findings(*pages)
        flagged += bool(found)
        counts.update({check.id for check, _ in found})
        if show and found:
            print(row["id"], row["src"].strip(), "|", row["tgt"].strip(), sep="\n  ")
            print(*(_said(*one) for one in found), sep="\n")
    print(f"\nGood translations: {flagged} of {total} flagged ({100 * flagged / total:.2f} %)")
    for rule, count in counts.most_common():
        print(f"  {rule}: {count} ({100 * count / total:.2f} %)")


def spoilt(judge: Judge, half: str, *, show: bool, missed: str) -> None:
    """Print how many spoilt translations get a finding that the good ones do not."""
    totals: Counter[str] = Counter()
    named: Counter[str] = Counter()
    by: dict[str, Counter[str]] = {}
    quiet = wrong = 0
    for row in rows(SPOILT, half):
        category = row["category"].split("_", 1)[1]
        source = page(row["src_lang"], row["src"])
        good = judge.findings(source, page(row["tgt_lang"], row["good"]))
        bad = judge.findings(source, page(row["tgt_lang"], row["bad"]))
        quiet += 1
        wrong += bool(good)
        if row["category"] == CONTROL:
            quiet += 1
            wrong += bool(bad)
            false = [*good, *bad]
        else:
            false = good
            totals[category] += 1
            new = {check.id for check, _ in bad} - {check.id for check, _ in good}
            new |= {check.id for check, _ in bad if len(bad) > len(good)}
            named[category] += bool(new)
            by.setdefault(category, Counter()).update(new)
            if not new and missed in category and missed:
                print(row["id"], row["src"], row["bad"], sep="\n  ")
        if show and false:
            print(row["id"], row["src"], row["good"], row["bad"], sep="\n  ")
            print(*(_said(*one) for one in false), sep="\n")
    print(f"\nGood sides and controls: {wrong} of {quiet} flagged ({100 * wrong / quiet:.2f} %)")
    for category, total in sorted(totals.items()):
        rules = ", ".join(f"{rule} {n}" for rule, n in by[category].most_common())
        print(f"  {category}: {named[category]} of {total} "
              f"({100 * named[category] / total:.1f} %)  {rules}")  # fmt: skip


def main() -> int:
    """Print both tables; exit code 2 without a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--half", choices=("all", "tune", "held"), default="all")
    parser.add_argument("--rule", action="append", default=[])
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--missed", default="")
    parser.add_argument("--only", choices=("clean", "spoilt"), default="")
    options = parser.parse_args()
    if not CLEAN.is_file():
        print(f"{CLEAN}: no such file; SVERKA_CORPUS must name the corpus", file=sys.stderr)
        return 2
    wanted = options.rule or ["translation/", "artifact/"]
    checks = {rule: check for rule, check in all_checks().items() if rule.startswith(tuple(wanted))}
    packs = load()
    judge = Judge(checks, packs, Lexicon(packs))
    if options.only != "spoilt":
        clean(judge, options.half, show=options.show)
    if options.only != "clean":
        spoilt(judge, options.half, show=options.show, missed=options.missed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
