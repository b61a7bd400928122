"""How many of the unseen sentences of tests/quantities are read right, by language and half.

    python bench/quantities_unseen.py [--show]

``--show`` names the rows of half 0 that are read wrong. Those of half 1, which no rule may be
improved on, are counted only.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), *(str(ROOT / part) for part in ("lint", "checks"))]

from tests.quantities.tables import HERE, rows_of, said

from sverka.packs import load
from sverka.quantities import find, grammar_of


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--show", action="store_true", help="name the rows of half 0 read wrong")
    options = parser.parse_args()
    packs = load()
    for language in ("ru", "en"):
        grammar = grammar_of(packs.languages[language])
        right: Counter[int] = Counter()
        rows = rows_of(HERE / f"unseen_{language}.tsv")
        for row in rows:
            found = find(row.text, grammar)
            right[row.half] += row.allows(found)
            if options.show and row.half == 0 and not row.allows(found):
                print(f"{row.text}\t{said(found)}")
        for half in (0, 1):
            of = sum(row.half == half for row in rows)
            print(f"{language}, half {half}: {right[half]} of {of} = {right[half] / of:.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
