"""What claims cost: CPU milliseconds a page, the start, and how the join grows with a site.

    python bench/claims_speed.py                # the development corpus, then synthetic sites
    python bench/claims_speed.py --no-growth    # the corpus only
    python bench/claims_speed.py --no-corpus    # the synthetic sites only

*start*: what the first page of a language pays: spaCy, packs, patterns. *page*: reading the claims
of a page and its share of the joins, once all is loaded; of each site the least of all rounds
counts. *growth*: the joins over a site of 1,000 and one of 10,000 pages. Their claims are those of
the sample sites, given to other pages and topics, with values that differ now and then; their
sentences are sentences of those sites, of which each page has some of its own. A quotient of 10 is
linear.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from corpus import ROOT, absent
from sverka.claims.conflicts import conflicts
from sverka.claims.cues import cues
from sverka.claims.domains import load as load_domains
from sverka.claims.duplicates import duplicates
from sverka.claims.model import Claim, PageClaims, Sentence, Value
from sverka.claims.reader import reader_of
from sverka.claims.topics import page_keys
from sverka.config import Config
from sverka.packs import Language, Packs, load
from sverka.runner import stages
from sverka.runner.contested import Contested
from sverka.runner.gather import gather

SAMPLES = Path(__file__).parents[1] / "fixtures" / "claims" / "tune"
PAGES_A_TOPIC = 8
SEED = 5


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of some work."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def site_at(folder: Path, packs: Packs) -> stages.Site:
    """The site in a folder, read and paired."""
    sources = gather(Config(folder)).sources
    return stages.pair_up(stages.read_pages(sources, ()).pages, (), packs, Config(folder))


def contested(site: stages.Site, packs: Packs) -> Contested:
    """Its claims, none of them gathered yet."""
    return Contested(site, packs, load_domains())


def start(packs: Packs) -> None:
    """What the first page of each language pays."""
    print(f"start: packs of all fields {seconds(load_domains):.2f} s", end="")
    print(f", spaCy {seconds(_spacy):.2f} s", end="")
    for code, language in sorted(packs.languages.items()):
        print(f", {code} {seconds(partial(_first, language)):.2f} s", end="")
    print()


def _first(language: Language) -> None:
    reader = reader_of(language, load_domains())
    if reader is not None:
        reader.finder.find(reader.tokeniser.tokens("2 words of a page"))


def _spacy() -> None:
    importlib.import_module("spacy.matcher")


def pages(packs: Packs, rounds: int) -> None:
    """The development corpus, and the sample sites."""
    groups = {"corpus": sorted((ROOT / "pairs").iterdir()), "samples": sorted(SAMPLES.iterdir())}
    print("| | pages | claims | reading | contradictions | near-duplicates | all, ms a page |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name, folders in groups.items():
        sites = [site_at(folder, packs) for folder in folders if folder.is_dir()]
        for site in sites:
            _ = contested(site, packs).claims  # words are looked up once
        spent = [0.0, 0.0, 0.0]
        count = claims = 0
        for site in sites:
            best = [9e9, 9e9, 9e9]
            for _ in range(rounds):
                one = contested(site, packs)
                parts = ("claims", "conflicts", "repeated")
                times = [seconds(partial(getattr, one, part)) for part in parts]
                best = [min(pair) for pair in zip(best, times, strict=True)]
            count += len(site.pages)
            claims += sum(len(page.claims) for page in one.claims)
            spent = [sum(pair) for pair in zip(spent, best, strict=True)]
        row = " | ".join(f"{1000 * part / count:.2f}" for part in spent)
        print(f"| {name} | {count} | {claims} | {row} | **{1000 * sum(spent) / count:.2f}** |")


def seeds_of(packs: Packs) -> tuple[list[PageClaims], list[PageClaims]]:
    """The pages of the sample sites with claims: those of a special field, and the others."""
    found = [
        page
        for folder in sorted(SAMPLES.iterdir())
        if folder.is_dir()
        for page in contested(site_at(folder, packs), packs).claims
        if page.claims
    ]
    return [one for one in found if one.subject], [one for one in found if not one.subject]


def grown(size: int, packs: Packs) -> list[PageClaims]:
    """A site of that many pages: topics grow with it, pages on one topic do not."""
    chance = random.Random(SEED)
    special, general = seeds_of(packs)
    subjects = sorted({page.subject for page in special})
    made = []
    for number in range(size):
        if number % 2 == 0:  # two pages of one text follow each other
            base = chance.choice(special if number % 4 else general)
            topic = f"{chance.choice(subjects)}-{chance.randrange(max(size // PAGES_A_TOPIC, 1))}"
        made.append(_page(base, f"page{number}.md", topic, number, chance))
    return made


def _page(
    base: PageClaims, path: str, topic: str, number: int, chance: random.Random
) -> PageClaims:
    """The page with other values, of another topic."""

    def moved(claim: Claim) -> Claim:
        things = tuple(f"{thing}-{topic}" for thing in claim.things)
        return replace(
            claim, path=path, value=_varied(claim.value, chance), things=things,
            subjects=(), section=(), running="", named=f"{claim.named}-{topic}",
        )  # fmt: skip

    return replace(
        base, path=path, subject=topic, terms=(topic, *base.terms[1:]), mentioned=((topic, 9),),
        claims=tuple(moved(claim) for claim in base.claims),
        sentences=tuple(_sentences(base.sentences, path, number)),
    )  # fmt: skip


def _varied(value: Value, chance: random.Random) -> Value:
    if value.range is None or chance.random() < 0.7:
        return value
    factor = chance.choice((0.5, 0.75, 1.5, 2.0))
    low, high = value.range
    return replace(
        value,
        range=(None if low is None else low * factor, None if high is None else high * factor),
    )


def _sentences(given: Sequence[Sentence], path: str, number: int) -> Iterator[Sentence]:
    """One in three as other pages have it, the others with words, and so triples, of their own,
    which one more page has, some of them with another quantity."""
    family = number // 2
    for place, one in enumerate(given):
        if place % 3 == 0:
            yield replace(one, path=path)
            continue
        sketch = tuple(triple ^ (family * 2654435761 % 2**32) for triple in one.sketch)
        quantities = one.quantities
        if number % 2 and quantities:
            first = quantities[0]
            low, high = first.low or 0.0, first.high or 0.0
            doubled = replace(first, low=2.5 * low, high=2.5 * high)
            quantities = (doubled, *quantities[1:])
        words = (f"w{family}", *one.words[1:])
        yield replace(one, path=path, sketch=sketch, words=words, quantities=quantities)


def growth(packs: Packs, sizes: Sequence[int]) -> None:
    """The joins over synthetic sites."""
    domains = load_domains()
    opposites = {}
    for code, language in packs.languages.items():
        known = cues(language)
        if known is not None:
            opposites[code] = known.opposites
    spent: list[tuple[float, float]] = []
    for size in sizes:
        site = grown(size, packs)
        sentences = [one for page in site for one in page.sentences]
        keys = page_keys(site, ())
        joined: list[int] = []

        def count(work: Callable[..., Sequence[object]], *given: object) -> None:
            joined.append(len(work(*given)))  # noqa: B023 - it is called at once

        times = (
            seconds(partial(count, conflicts, site, (), domains)),
            seconds(partial(count, duplicates, sentences, keys, opposites)),
        )
        spent.append(times)
        claims = sum(len(page.claims) for page in site)
        print(f"{size} pages: {claims} claims joined in {times[0]:.2f} s", end="")
        print(f" ({joined[0]} contradictions), {len(sentences)} sentences", end="")
        print(f" in {times[1]:.2f} s ({joined[1]} near-duplicates)")
    if len(spent) > 1:
        first, last = spent[0], spent[-1]
        print(f"quotients {last[0] / first[0]:.1f} and {last[1] / first[1]:.1f}")


def main() -> int:
    """Print the figures; exit code 2 without a corpus."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--no-corpus", action="store_true")
    parser.add_argument("--no-growth", action="store_true")
    options = parser.parse_args()
    gc.set_threshold(100_000, 20, 20)  # as the command line does
    packs = load()
    start(packs)
    if not options.no_corpus:
        if absent():
            return 2
        pages(packs, options.rounds)
    if not options.no_growth:
        growth(packs, options.sizes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
