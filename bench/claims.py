"""How well claims that contradict each other are found, on pages with a list of what is wrong.

    python bench/claims.py                 # the seeds, then the sample sites
    python bench/claims.py --half tune --missed --false --silent
    python bench/claims.py --seeds --missed --false

A pair of places counts as found where one finding names both, whichever side it stands on; a
place is named where a finding's span touches the line of the quote. A finding is right where it
holds a listed pair; the others are read by hand (``--false`` prints them). Near-misses are pairs
that must not be named together.
"""

from __future__ import annotations

import argparse
import json
import os
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sverka.config import Config
from sverka.finding import Reported, Severity
from sverka.messages import message_of
from sverka.result import RunResult
from sverka.runner import check

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "fixtures" / "claims"
SHARED = Path(os.environ.get("SVERKA_CORPUS") or ROOT.parent / "shared" / "corpus").parent

Place = tuple[str, int, int]
"""Path and the first and last line."""


@dataclass
class Expected:
    """A pair of places, each with its mirrors, and how it is judged."""

    name: str
    level: str
    what: str
    a: list[Place]
    b: list[Place]
    text: str = ""


@dataclass
class Score:
    """Counts of one site or of several."""

    conflicts: int = 0
    found: int = 0
    silent: int = 0
    kept: int = 0
    right: int = 0
    findings: int = 0
    levels: dict[str, list[int]] = field(default_factory=dict)

    def add(self, other: Score) -> None:
        """Count the other's in."""
        for name in ("conflicts", "found", "silent", "kept", "right", "findings"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for level, (found, total) in other.levels.items():
            mine = self.levels.setdefault(level, [0, 0])
            mine[0] += found
            mine[1] += total


def places(result: RunResult, reported: Reported) -> list[Place]:
    finding = reported.finding
    found = []
    for place in (finding.place, *finding.related):
        source = result.sources[place.path]
        first = source.position(place.span.start)[0]
        found.append((place.path, first, source.position(max(place.span.end - 1, 0))[0]))
    return found


def touches(places: Sequence[Place], wanted: Sequence[Place]) -> bool:
    return any(
        path == other and first <= stop and start <= last
        for path, first, last in places
        for other, start, stop in wanted
    )


def names(result: RunResult, reported: Reported, one: Expected) -> bool:
    """Whether the finding holds both places, whichever side they stand on."""
    found = places(result, reported)
    if same_line(one):
        return sum(touches([place], one.a) for place in found) > 1
    return touches(found, one.a) and touches(found, one.b)


def opposes(result: RunResult, reported: Reported, one: Expected) -> bool:
    """Whether the finding stands on one of the places and holds the other."""
    found = places(result, reported)
    first, rest = found[:1], found[1:]
    return (touches(first, one.a) and touches(rest, one.b)) or (
        touches(first, one.b) and touches(rest, one.a)
    )


def same_line(one: Expected) -> bool:
    return set(one.a) == set(one.b)


def line_of(root: Path, path: str, quote: str) -> Place:
    text = (root / path).read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    at = text.find(quote)
    if at < 0:
        words = quote.split()
        squeezed, at = " ".join(words), -1
        flat = " ".join(text.split())
        if squeezed not in flat:
            raise SystemExit(f"{root / path}: no such quote: {quote}")
        at = text.find(words[0])
        while " ".join(text[at:].split())[: len(squeezed)] != squeezed:
            at = text.find(words[0], at + 1)
    first = text.count("\n", 0, at) + 1
    return path, first, first + text.count("\n", at, at + len(quote))


def sample(site: Path) -> tuple[list[Expected], list[Expected]]:
    table = tomllib.loads((site / "gold.toml").read_text(encoding="utf-8"))

    def read(row: dict[str, Any], number: int) -> Expected:
        a, b = (line_of(site, one["path"], one["quote"]) for one in (row["a"], row["b"]))
        mirrors = [line_of(site, one["path"], one["quote"]) for one in row.get("mirrors", ())]
        sides = [[side, *(one for one in mirrors if page(one) == page(side))] for side in (a, b)]
        text = f"{row['a']['quote']!r} | {row['b']['quote']!r}"
        level, what = row.get("level", "silent"), row.get("aspect", row.get("why", ""))
        return Expected(str(row.get("id", number)), level, what, sides[0], sides[1], text)

    def page(place: Place) -> str:
        """The page without its language."""
        return place[0].partition("/")[2]

    return (
        [read(row, n) for n, row in enumerate(table.get("conflict", ()))],
        [read(row, n) for n, row in enumerate(table.get("silent", ()))],
    )


def seeds() -> tuple[list[Expected], list[Expected]]:
    rows = [
        json.loads(line)
        for line in (SHARED / "gold" / "seed-conflicts.jsonl").read_text("utf-8").splitlines()
    ]
    found: list[Expected] = []
    for row in rows:
        sides = [[(one["file"], one["line"], one["line"])] for one in (row["a"], row["b"])]
        if row["mirror"]:
            number, _, line = row["mirror"].partition(":")
            path = next(p.name for p in (SHARED / "seeds").glob(f"{number}*"))
            mirrored = 0 if row["a"]["file"].startswith("000") else 1
            sides[mirrored].append((path, int(line), int(line)))
        text = f"{row['a']['quote']!r} | {row['b']['quote']!r}"
        name, level, what = row["id"], row["level"], row["aspect"]
        found.append(Expected(name, level, what, sides[0], sides[1], text))
    never = [one for one in found if one.level == "never"]
    return [one for one in found if one.level != "never"], never


def run(root: Path, least: Severity) -> tuple[RunResult, list[Reported]]:
    result = check(Config(root.resolve(), select=("claims",)))
    for failure in result.failures:
        raise SystemExit(f"{root}: {failure}")
    return result, [one for one in result.findings if one.severity >= least]


def score(
    root: Path, wanted: list[Expected], near: list[Expected], asked: argparse.Namespace
) -> Score:
    result, findings = run(root, Severity.parse(asked.least))
    total = Score(conflicts=len(wanted), silent=len(near), findings=len(findings))
    hit = {id(f): [one for one in wanted if names(result, f, one)] for f in findings}
    found = {one.name for ones in hit.values() for one in ones}
    total.found, total.right = len(found), sum(1 for ones in hit.values() if ones)
    for one in wanted:
        counts = total.levels.setdefault(one.level, [0, 0])
        counts[0] += one.name in found
        counts[1] += 1
        if asked.missed and one.name not in found and one.level != "ignore":
            print(f"  missed {one.name} [{one.level}] {one.what}: {one.text}")
    for one in near:
        loud = [f for f in findings if opposes(result, f, one)]
        total.kept += not loud
        if asked.silent and loud:
            print(f"  not silent {one.name} {one.what}: {one.text}\n{shown(result, loud[0])}")
    for finding in findings:
        if asked.false and not hit[id(finding)]:
            print(f"  not listed:\n{shown(result, finding)}")
    return total


def shown(result: RunResult, reported: Reported) -> str:
    rule = result.checks[reported.rule]
    lines = [f"    {reported.severity.label} {reported.rule}: {message_of(rule, reported.finding)}"]
    quotes = (reported.quote, *reported.related_quotes)
    for place, quote in zip(places(result, reported), quotes, strict=True):
        lines.append(f"      {place[0]}:{place[1]} {' '.join(quote.split())[:160]!r}")
    return "\n".join(lines[:7])


def sites(half: str) -> Iterator[Path]:
    halves = ("tune", "held") if half == "both" else (half,)
    for name in halves:
        yield from sorted(path.parent for path in (SAMPLES / name).glob("*/gold.toml"))


def say(name: str, one: Score) -> None:
    levels = ", ".join(f"{k} {a}/{b}" for k, (a, b) in sorted(one.levels.items()))
    print(
        f"{name:24} found {one.found}/{one.conflicts} ({levels}); findings that hold a listed "
        f"pair {one.right}/{one.findings}; near-misses kept {one.kept}/{one.silent}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--half", choices=["tune", "held", "both"], default="both")
    parser.add_argument("--seeds", action="store_true", help="the seeds only")
    parser.add_argument("--site", default="", help="one site only")
    parser.add_argument("--least", default="warning", help="the least level that counts")
    for name in ("missed", "false", "silent"):
        parser.add_argument(f"--{name}", action="store_true")
    asked = parser.parse_args()
    if (SHARED / "seeds").is_dir() and not asked.site and (asked.seeds or asked.half == "both"):
        say("seeds", score(SHARED / "seeds", *seeds(), asked))
    if asked.seeds:
        return
    for half in ("tune", "held") if asked.half == "both" else (asked.half,):
        total = Score()
        for site in sites(half):
            if asked.site in site.name:
                one = score(site, *sample(site), asked)
                say(f"{half}/{site.name}", one)
                total.add(one)
        say(f"all of {half}", total)


if __name__ == "__main__":
    main()
