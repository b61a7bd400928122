"""How many planted wrong values `translation/number` names in good translations.

Each row of ``clean/ntrex.en-ru.jsonl`` that has a number in digits gets one defect, planted in the
translation: another number (``changed``), or a number of digits less (``dropped``, with the white
space before it). A finding counts that the good row does not get. ``--half`` as in
`translation`; ``--show KIND`` prints the rows whose defect is not named at the level of a warning.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from sverka.align import Lexicon
from sverka.packs import load
from sverka_checks.translation.number import CHECK
from translation import CLEAN, Judge, page, rows

_NUMBER = re.compile(r"(?<![\w.,:&/-])(?<!\d[ \u00a0])\d+(?![\w]|[.,:&/]\d|[ \u00a0]\d|-\d)")
SEED = 20_240


def changed(text: str, place: re.Match[str], chance: random.Random) -> str:
    """The text with another number of about that size at the place."""
    value = int(place[0])
    other = value
    while other == value:
        other = max(1, value + chance.choice((-10, -3, -2, -1, 1, 2, 3, 10)))
    return text[: place.start()] + str(other) + text[place.end() :]


def dropped(text: str, place: re.Match[str], chance: random.Random) -> str:
    """The text without the number."""
    del chance
    return text[: place.start()].rstrip(" \u00a0") + text[place.end() :]


DEFECTS = {"changed": changed, "dropped": dropped}


def main() -> int:
    """Print how many of each kind are named; exit code 2 without a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--half", choices=("all", "tune", "held"), default="all")
    parser.add_argument("--show", default="")
    options = parser.parse_args()
    if not CLEAN.is_file():
        print(f"{CLEAN}: no such file; SVERKA_CORPUS must name the corpus", file=sys.stderr)
        return 2
    packs = load()
    judge = Judge({CHECK.id: CHECK}, packs, Lexicon(packs))
    totals: Counter[str] = Counter()
    named: Counter[str] = Counter()
    chance = random.Random(SEED)
    for row in rows(CLEAN, options.half):
        places = list(_NUMBER.finditer(row["tgt"]))
        if not places:
            continue
        source = page(row["src_lang"], row["src"])
        good = len(judge.findings(source, page(row["tgt_lang"], row["tgt"])))
        for kind, plant in DEFECTS.items():
            text = plant(row["tgt"], chance.choice(places), chance)
            found = judge.findings(source, page(row["tgt_lang"], text))
            totals[kind] += 1
            named[kind] += len(found) > good
            if kind == options.show and len(found) <= good:
                print(row["id"], row["src"], text, sep="\n  ")
    for kind, total in totals.items():
        print(f"{kind}: {named[kind]} of {total} ({100 * named[kind] / total:.1f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
