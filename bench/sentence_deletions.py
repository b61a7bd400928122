"""Deletes one or two sentences or items at a time and looks whether just these are found missing.

    python bench/sentence_deletions.py [--each 300] [--seed 1]

The seed pair, every deletion there is; and page pairs of the corpus that agree with each other,
a random sample of deletions. A deletion is *located* when the sentences without counterpart, or
the missing units, are exactly the deleted ones.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parents[1] / part) for part in ("lint", "checks", "bench")]

from corpus import ROOT, absent, pairs
from sverka.align import AlignedPair, Lack, Lexicon, align, learn
from sverka.align.outline import PROSE_KINDS, outline
from sverka.align.sentences import Sentence, sentences_of
from sverka.packs import load
from sverka.page import Kind, Page
from sverka.reading import read_page
from sverka.source import Source
from sverka.span import Span

AGREEING = ("twelvefactor", "diplodoc", "bslls")


def seed_pair() -> tuple[Page, Page]:
    """The two seeds that are versions of one page."""
    found = []
    for start, language in (("000", "ru"), ("001", "en")):
        path = next((ROOT.parent / "seeds").glob(f"{start}*"))
        page = read_page(Source.decode(path.name, path.read_bytes()))
        found.append(replace(page, language=language))
    return found[0], found[1]


def deletions(page: Page, lexicon: Lexicon, size: int) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Runs of ``size`` sentences of one unit, or items of one list: what to cut, and its words."""
    language = lexicon.packs.languages[page.language]
    text = page.source.text
    here = outline(page)
    for unit in here.units:
        if unit.kind not in PROSE_KINDS or unit.kind in (Kind.ROW, Kind.HEADING):
            continue
        sentences = sentences_of(unit, language)
        for at in range(len(sentences) - size + 1 if len(sentences) > size else 0):
            run = sentences[at : at + size]
            whole = Span(run[0].span.start, run[-1].span.end)
            if _balanced(whole.of(text)):
                yield whole, tuple(one.text for one in run)
    for holder in here.holders:
        plain = all(len(item.children) == 1 for item in holder.block.children)
        if holder.kind is not Kind.LIST or not plain:
            continue
        units = here.units[holder.first : holder.last]
        for at in range(len(units) - size):
            run_of_items = units[at : at + size]
            start = text.rfind("\n", 0, run_of_items[0].block.span.start) + 1
            words = [one.text for unit in run_of_items for one in sentences_of(unit, language)]
            yield Span(start, run_of_items[-1].block.span.end + 1), tuple(words)


def _balanced(text: str) -> bool:
    """Whether no markup is cut in two."""
    pairs_of = (("[", "]"), ("(", ")"), ("{", "}"), ("<", ">"))
    even = all(text.count(mark) % 2 == 0 for mark in ("`", "**", "_"))
    return even and all(text.count(one) == text.count(other) for one, other in pairs_of)


def lacking(pair: AlignedPair, lexicon: Lexicon, side: int) -> list[str]:
    """The words of what a side of the pair lacks."""
    other = (pair.source, pair.target)[1 - side]
    language = lexicon.packs.languages[other.language]
    found: list[Sentence] = []
    for difference in pair.differences:
        if difference.side == side and difference.lack in (Lack.ITEMS, Lack.BLOCKS):
            for unit in pair.outlines[1 - side].units:
                if difference.there.covers(unit.text):
                    found.extend(sentences_of(unit, language))
    for bead in pair.beads:
        mine, theirs = (bead.source, bead.target)[side], (bead.source, bead.target)[1 - side]
        if not mine:
            found.extend(theirs)
    return [one.text for one in found]


def try_out(
    pages: tuple[Page, Page], side: int, cut: Span, lexicon: Lexicon, known: Counter[str]
) -> tuple[Counter[str], Counter[str]]:
    """What the side lacks after the cut that it did not lack before, by the other's words."""
    page = pages[side]
    text = page.source.text
    shorter = text[: cut.start] + text[cut.end :]
    both = list(pages)
    both[side] = replace(read_page(Source(page.path, shorter)), language=page.language)
    now = Counter(lacking(align(both[0], both[1], lexicon), lexicon, side))
    return now - known, known - now


def partner(pair: AlignedPair, side: int, words: tuple[str, ...]) -> list[str]:
    """What the deleted sentences were on the other side, as the whole pair is matched."""
    found: list[str] = []
    beads = pair.beads
    said = Counter(one.text for bead in beads for one in (bead.source, bead.target)[side])
    if any(said[one] > 1 for one in words):
        return []  # said elsewhere on the page as well: nobody could tell which is gone
    for bead in beads:
        mine, theirs = (bead.source, bead.target)[side], (bead.source, bead.target)[1 - side]
        if mine and theirs and all(one.text in words for one in mine):
            found.extend(one.text for one in theirs)
        elif any(one.text in words for one in mine):
            return []  # merged with a neighbour that stays
    return found


def main() -> int:
    """Print how many deletions are located; exit code 2 without a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if absent(*AGREEING):
        return 2
    random = Random(options.seed)
    packs = load()
    corpus = [(texts.page(0), texts.page(1)) for texts in pairs(*AGREEING)]
    print("| pages | deleted | places | located exactly |\n|---|---|---:|---:|")
    for name, pages in (("seed pair", [seed_pair()]), ("documentation", corpus)):
        lexicon = learn(pages, packs)
        for size in (1, 2):
            places = [
                (both, side, cut, words)
                for both in pages
                for side in (0, 1)
                for cut, words in deletions(both[side], lexicon, size)
            ]
            if len(places) > options.each:
                places = random.sample(places, options.each)
            good = total = 0
            for both, side, cut, words in places:
                pair = align(both[0], both[1], lexicon)
                wanted = Counter(partner(pair, side, words))
                if not wanted:
                    continue
                known = Counter(lacking(pair, lexicon, side))
                new, gone = try_out(both, side, cut, lexicon, known)
                total += 1
                good += new == wanted and not gone
                if options.show and (new != wanted or gone):
                    print(both[side].path, "DELETED", words, "\n   SAID", new, "WANTED", wanted)
            print(f"| {name} | {size} | {total} | {good} ({100 * good / max(total, 1):.1f} %) |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
