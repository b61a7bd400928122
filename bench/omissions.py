"""Deletes sentences, and what stands in brackets, and counts how many are named.

    python bench/omissions.py [--each 300] [--seed 1] [--show]

The seed pair, and page pairs of the corpus that agree with each other. A deletion from the target
is an omission, one from the source makes an addition of what the target still says. It is *named*
when there is just one new finding, that quotes the counterpart of what was deleted, and stands
where the cut was made (an omission) or where the counterpart stands (an addition).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).parents[1] / part) for part in ("lint", "checks", "bench")]

from corpus import absent, pairs
from sentence_deletions import AGREEING, deletions, partner, seed_pair
from sverka.align import AlignedPair, Lexicon, align, learn
from sverka.align.outline import PROSE_KINDS, outline
from sverka.check import Context
from sverka.finding import Finding, Severity
from sverka.packs import load
from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source
from sverka.span import Span
from sverka_checks.translation import addition, omission

CHECKS = (omission.CHECK, addition.CHECK)
RULES = tuple(check.id for check in CHECKS)
LEVELS = {"sentence": Severity.WARNING, "brackets": Severity.INFO}
_BRACKETS = re.compile(r" ?\([^()\[\]`<>{}]{12,}\)")


class Cut(NamedTuple):
    """What to delete from one side of a page pair."""

    pages: tuple[Page, Page]
    side: int
    span: Span
    words: tuple[str, ...]


def brackets(page: Page) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """What stands in brackets in running text, brackets included; no addresses."""
    text = page.source.text
    for unit in outline(page).units:
        if unit.kind in PROSE_KINDS:
            for found in _BRACKETS.finditer(text, unit.text.start, unit.text.end):
                if text[found.start()] == " ":
                    yield Span(*found.span()), ()


def named(pair: AlignedPair, least: Severity) -> dict[tuple[str, object], Finding]:
    """The findings of both rules, by rule and quote."""
    context = Context(pair.lexicon.packs)
    return {
        (check.id, finding.data["quote"]): finding
        for check in CHECKS
        for finding in check.run(pair, context)
        if (finding.severity or check.severity) >= least
    }


def judge(cut: Cut, what: str, lexicon: Lexicon, *, show: bool) -> str:
    """What came of a deletion: "named", "silent", "wrong", or "" when it cannot be judged."""
    pair = align(*cut.pages, lexicon)
    wanted = partner(pair, cut.side, cut.words) if what == "sentence" else [""]
    if not wanted:
        return ""
    page = cut.pages[cut.side]
    text = page.source.text
    shorter = Source(page.path, text[: cut.span.start] + text[cut.span.end :])
    both = list(cut.pages)
    both[cut.side] = replace(read_page(shorter), language=page.language)
    before = named(pair, LEVELS[what])
    after = named(align(both[0], both[1], lexicon), LEVELS[what])
    new = {key: finding for key, finding in after.items() if key not in before}
    quote = " ".join(" ".join(wanted).split()).replace("\N{OBJECT REPLACEMENT CHARACTER}", "…")
    right = [
        key[0] == RULES[1 - cut.side]
        and (what == "brackets" or key[1] == quote)
        and (cut.side == 0 or _is_near(finding.place.span, cut.span.start, shorter.text))
        for key, finding in new.items()
    ]
    verdict = "named" if right == [True] else "wrong" if new else "silent"
    if show and verdict != "named":
        print(page.path, verdict, repr(cut.span.of(text)), "|", quote, [key[1] for key in new])
    return verdict


def _is_near(place: Span, cut: int, text: str) -> bool:
    """Whether a finding stands where something was cut, or on the line of the cut."""
    between = text[min(place.start, cut) : max(place.start, cut)]
    return place.covers(Span(cut, cut)) or "\n" not in between.strip()


def cuts(pages: list[tuple[Page, Page]], lexicon: Lexicon, what: str) -> list[Cut]:
    """All deletions of a sort, on both sides; a whole list item is none of a sentence."""
    found = []
    for both in pages:
        for side in (0, 1):
            page = both[side]
            places = deletions(page, lexicon, 1) if what == "sentence" else brackets(page)
            for span, words in places:
                if not span.of(page.source.text).endswith("\n"):
                    found.append(Cut(both, side, span, words))
    return found


def main() -> int:
    """Print how many deletions are named; exit code 2 without a corpus."""
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
    print("| pages | deleted | rule | places | named | other findings |\n|---|---|---|--:|--:|--:|")
    for name, pages in (("seed pair", [seed_pair()]), ("documentation", corpus)):
        lexicon = learn(pages, packs)
        for what in LEVELS:
            for side in (1, 0):
                places = [cut for cut in cuts(pages, lexicon, what) if cut.side == side]
                if len(places) > options.each // 2:
                    places = random.sample(places, options.each // 2)
                told = Counter(judge(one, what, lexicon, show=options.show) for one in places)
                total = told.total() - told[""]
                share = f"{told['named']} ({100 * told['named'] / max(total, 1):.0f} %)"
                print(f"| {name} | {what} | {RULES[1 - side]} | {total} | {share} "
                      f"| {told['wrong']} |")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
