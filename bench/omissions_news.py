"""Omissions and additions in paragraphs of free translation: the sentences of NTREX in rows.

    python bench/omissions_news.py [--size 4] [--seed 3] [--show]

Four paragraphs make a page. Whole, a page must get no warning; without one sentence of the
target, which stands neither first nor last in its paragraph, that sentence and nothing else is to
be named.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parents[1] / part) for part in ("lint", "checks", "bench")]

from sverka.align import Lexicon, align
from sverka.align.unsaid import Unsaid, unsaid
from sverka.packs import load
from translation import CLEAN, page, rows

PARAGRAPHS = 4
Texts = list[list[str]]
"""The sentences of each paragraph of a page."""


def pages(size: int) -> Iterator[tuple[Texts, Texts]]:
    """Pages of paragraphs of ``size`` rows, English and Russian."""
    every = [(row["src"].strip(), row["tgt"].strip()) for row in rows(CLEAN, "all")]
    paragraphs = [every[at : at + size] for at in range(0, len(every) - size + 1, size)]
    for at in range(0, len(paragraphs) - PARAGRAPHS + 1, PARAGRAPHS):
        part = paragraphs[at : at + PARAGRAPHS]
        yield (
            [[one for one, _ in rows] for rows in part],
            [[one for _, one in rows] for rows in part],
        )


def told(english: Texts, russian: Texts, lexicon: Lexicon) -> list[Unsaid]:
    """What is named at the level of a warning or above."""
    texts = ["\n\n".join(" ".join(one) for one in side) for side in (english, russian)]
    pair = align(page("en", texts[0]), page("ru", texts[1]), lexicon)
    found = [one for side in (0, 1) for one in unsaid(pair, side)]
    return [one for one in found if one.sure or not one.is_clause]


def main() -> int:
    """Print both counts; exit code 2 without a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=4)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if not CLEAN.is_file():
        print(f"{CLEAN}: no such file; SVERKA_CORPUS must name the corpus", file=sys.stderr)
        return 2
    random, lexicon = Random(options.seed), Lexicon(load())
    whole: Counter[str] = Counter()
    cut: Counter[str] = Counter()
    for english, russian in pages(options.size):
        found = told(english, russian, lexicon)
        whole["flagged" if found else "silent"] += 1
        paragraph, number = random.randrange(PARAGRAPHS), random.randrange(1, options.size - 1)
        gone = english[paragraph][number]
        del russian[paragraph][number]
        after = told(english, russian, lexicon)
        exact = [one.text for one in after] == [gone]
        inside = len(after) == 1 and after[0].text in gone
        verdict = "named" if exact else "a part" if inside else "wrong" if after else "silent"
        cut[verdict] += 1
        cut["as an error"] += exact and after[0].sure
        if options.show and (found or verdict == "wrong"):
            print([one.text for one in (found or after)], "|", gone)
    print("Whole pages:", dict(whole))
    print("One sentence gone:", dict(cut))
    return 0


if __name__ == "__main__":
    sys.exit(main())
