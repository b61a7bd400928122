"""How fast quantities are found: megabytes of plain prose a second, over the development corpus.

``python bench/quantities_speed.py`` reads the prose of all page pairs and times `find` alone, best
of three. The texts are read and their markup removed before.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "lint"))

import corpus
from sverka import packs
from sverka.quantities import find, grammar_of

ROUNDS = 3


def main() -> int:
    if corpus.absent():
        return 2
    languages = packs.load().languages
    for side, code in enumerate(corpus.LANGUAGES):
        prose = [
            block.prose.text
            for texts in corpus.pairs()
            for block in texts.page(side).walk()
            if block.prose.text
        ]
        grammar = grammar_of(languages[code])
        best = float("inf")
        count = 0
        for _ in range(ROUNDS):
            begin = time.process_time()
            count = sum(len(find(text, grammar)) for text in prose)
            best = min(best, time.process_time() - begin)
        size = sum(len(text.encode()) for text in prose) / 1e6
        letters = sum(map(len, prose)) / 1e6
        print(
            f"{code}: {size:.2f} MB ({letters:.2f} M characters) in {best:.2f} s: "
            f"{size / best:.1f} MB/s, {count} quantities"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
