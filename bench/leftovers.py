"""Counts romanised words that are found, and words that are none and are taken for such ones.

    python bench/leftovers.py [leftovers] [seeds] [clean] [schemes] [speed] [--show]

``leftovers``: errors/leftovers.ru-en.jsonl of the corpus, each sentence as a page, once beside its
source and once alone; spans are ``real``, ``arguable``, or ``english``. ``seeds``: the documents
and what gold/seed-artifacts.jsonl says of them. ``clean``: texts without romanised words, with
every finding. ``schemes``: the lists of tests/romanised, romanised in nine ways. ``speed``: what a
kilobyte costs, and what must be loaded. All of them where none is named.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

TOP = Path(__file__).parents[1]
sys.path[:0] = [str(TOP / part) for part in ("lint", "checks", "bench", ".")]

from tests.romanised.schemes import SCHEMES, romanised, words

from corpus import ROOT, absent, pairs
from sverka.check import Context
from sverka.config import Config
from sverka.finding import Reported, Severity
from sverka.lexicon import lexicon
from sverka.packs import load
from sverka.registry import all_checks
from sverka.result import RunResult
from sverka.romanised import reader
from sverka.runner import check_sources
from sverka.site import Pair, SiteFacts
from sverka.source import Source
from sverka.vocabulary import Vocabulary
from sverka_checks.artifact import transliteration

RULE = "artifact/transliteration"
PADDING = (
    "\n\nЗдесь о том, что было на этой неделе в городе, и о людях.\n",
    "\n\nThis is about what happened in the town this week, and about the people.\n",
)
CLEAN = ("twelvefactor", "effector", "vue", "vkcloud", "bem", "hexlet", "diplodoc", "bslls")


def run(pages: Mapping[str, str]) -> RunResult:
    """The rule alone over a site."""
    sources = [Source(path, text) for path, text in pages.items()]
    result = check_sources(sources, Config(Path("/"), select=(RULE,)), all_checks())
    if result.failures:
        raise RuntimeError(str(result.failures))
    return result


def said(result: RunResult, one: Reported) -> str:
    """A finding on a line, with the words around."""
    place = one.finding.place
    text = result.sources[place.path].text
    around = text[max(0, place.span.start - 30) : place.span.end + 30].replace("\n", " ")
    line = result.sources[place.path].position(place.span.start).line
    return f"  {one.severity.label} {place.path}:{line} {dict(one.finding.data)} | {around}"


def leftovers(*, show: bool) -> None:
    """Recall on marked words."""
    path = ROOT / "errors" / "leftovers.ru-en.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    print("| beside the source | words | any finding | error or warning |\n|---|--:|--:|--:|")
    for beside in (True, False):
        told: Counter[tuple[str, str]] = Counter()
        for row in rows:
            spans = [span for span in row["spans"] if span[2] == "transliterated"]
            pages = {"en/a.md": row["bad"] + PADDING[1]} if spans else {}
            if spans and beside:
                pages["ru/a.md"] = row["src"] + PADDING[0]
            found = run(pages).findings if spans else ()
            for start, end, _, origin, kind in spans:
                here = [
                    one.severity
                    for one in found
                    if one.finding.place.span.start < end and start < one.finding.place.span.end
                ]
                told.update({(kind, "all"), *((kind, "any") for _ in here[:1])})
                told[kind, "sure"] += max(here, default=Severity.INFO) > Severity.INFO
                if show and bool(here) != (kind == "real"):
                    print(f"  {kind} {row['bad'][start:end]} {origin} {here}")
        for kind in ("real", "arguable", "english"):
            counts = " | ".join(str(told[kind, what]) for what in ("all", "any", "sure"))
            print(f"| {'yes' if beside else 'no'}, {kind} | {counts} |")


def seeds() -> None:
    """The five documents: what must be found, and all that is."""
    home = ROOT.parent
    pages = {path.name: path.read_text(encoding="utf-8") for path in home.glob("seeds/*.txt")}
    result = run(pages)
    places = {
        (one.finding.place.path, result.sources[one.finding.place.path].position(
            one.finding.place.span.start).line): one
        for one in result.findings
    }  # fmt: skip
    gold = (home / "gold" / "seed-artifacts.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, gold) if row["kind"] == "transliteration"]
    for row in rows:
        place = (row["file"], row["line"])
        print(f"{row['level']} {row['quote']}: {'found' if place in places else 'NOT FOUND'}")
        places.pop(place, None)
    print(f"others: {len(places)}")
    for one in places.values():
        print(said(result, one))


def clean(*, show: bool) -> None:
    """False alarms."""
    print("| text | words | error | warning | info | errors and warnings in 1,000 |")
    print("|---|--:|--:|--:|--:|--:|")
    folder = ROOT / "clean"
    medquad = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.md")
    }
    _row("medquad", medquad, show=show)
    text = (folder / "ntrex.en-ru.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    ntrex: dict[str, str] = {}
    for start in range(0, len(rows), 20):
        for name, key in (("en", "src"), ("ru", "tgt")):
            parts = (row[key].strip() for row in rows[start : start + 20])
            ntrex[f"{name}/{start}.md"] = "\n\n".join(parts)
    _both("NTREX", ntrex, show=show)
    for corpus in CLEAN:
        site: dict[str, str] = {}
        for one in pairs(corpus):
            site |= {f"ru/{one.path}": one.texts[0], f"en/{one.path}": one.texts[1]}
        _both(corpus, site, show=show)


def _both(name: str, pages: Mapping[str, str], *, show: bool) -> None:
    alone = {path: text for path, text in pages.items() if path.startswith("en/")}
    _row(name, pages, show=show)
    _row(f"{name}, English alone", alone, show=show)


def _row(name: str, pages: Mapping[str, str], *, show: bool) -> None:
    result = run(pages)
    told = Counter(one.severity for one in result.findings)
    size = sum(len(text.split()) for path, text in pages.items() if not path.startswith("ru/"))
    levels = (told[Severity.ERROR], told[Severity.WARNING], told[Severity.INFO])
    counts = " | ".join(map(str, levels))
    print(f"| {name} | {size} | {counts} | {1000 * sum(levels[:2]) / size:.3f} |")
    for one in result.findings if show else ():
        print(said(result, one))


def schemes(*, show: bool) -> None:
    """Recall by list and scheme; what the lexicon has in that very spelling is no leftover."""
    packs = load()
    known = lexicon(packs.languages["en"])
    reads = reader(packs.languages["ru"], packs.languages["en"])
    if known is None or reads is None:
        raise RuntimeError("the packs lack a lexicon or romanisations")
    print("| list | scheme | words | alone | beside its source |\n|---|---|--:|--:|--:|")
    for name in ("dictionary", "field", "field_unseen", "field_fresh"):
        for scheme in SCHEMES:
            latin = {romanised(word, scheme): word for word in words(name)}
            latin = {one: word for one, word in latin.items()
                     if not (known.lists(one) or packs.knows(one))}  # fmt: skip
            new = {
                one
                for one in latin
                if reads.listed(one) or reads.everyday(one) or not known.knows(one)
            }
            alone = {
                one
                for one in new
                if reads.listed(one)
                or reads.everyday(one)
                or reads.in_dictionary(one)
                or (reads.made(one) and known.strange(one))
            }
            beside = {one for one in new if reads.among(one, reads.stock((latin[one],)))}
            shares = (f"{len(found) / len(latin):.3f}" for found in (alone, beside))
            print(f"| {name} | {scheme} | {len(latin)} | {' | '.join(shares)} |")
            if show:
                print("  ", *sorted(latin.keys() - alone))


def speed() -> None:
    """Milliseconds a kilobyte of English, and seconds to load what is loaded once."""
    packs = load()
    known = lexicon(packs.languages["en"])
    reads = reader(packs.languages["ru"], packs.languages["en"])
    if known is None or reads is None:
        raise RuntimeError("the packs lack a lexicon or romanisations")
    steps = (
        ("lexicon", lambda: known.knows("the")),
        ("forms", lambda: known.knows("thexyz")),
        ("list of the pair", lambda: reads.listed("thexyz")),
        ("dictionary", lambda: reads.in_dictionary("mezoskuter")),
    )
    for name, step in steps:
        started = time.perf_counter()
        step()
        print(f"{name}: {time.perf_counter() - started:.3f} s")
    for corpus in ("effector", "vkcloud", "vue"):
        both = [(one.page(0), one.page(1)) for one in pairs(corpus)]
        site = SiteFacts(
            (),
            tuple(Pair(ours.path, theirs.path, "path", 1.0) for ours, theirs in both),
            "ru",
            vocabulary=Vocabulary.of(page for pair in both for page in pair),
        )
        context = Context(packs, site=site)
        size = sum(len(page.source.text.encode()) for _, page in both) / 1024
        started = time.perf_counter()
        for _, page in both:
            list(transliteration.run(page, context))
        took = 1000 * (time.perf_counter() - started)
        print(f"{corpus}: {took / size:.3f} ms a kilobyte ({size:.0f} kB)")


def main() -> int:
    """Print what is asked for; exit code 2 without a corpus."""
    parser = argparse.ArgumentParser()
    parts = ("leftovers", "seeds", "clean", "schemes", "speed")
    parser.add_argument("parts", nargs="*", choices=(*parts, []))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if absent():
        return 2
    wanted: Iterable[str] = options.parts or parts
    for part in wanted:
        print(f"\n{part}")
        if part == "leftovers":
            leftovers(show=options.show)
        elif part == "seeds":
            seeds()
        elif part == "clean":
            clean(show=options.show)
        elif part == "schemes":
            schemes(show=options.show)
        else:
            speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
