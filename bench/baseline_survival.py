"""Edits pages in ways that mend nothing, and counts how many entries of a baseline still match.

    python bench/baseline_survival.py [CORPUS ...] [--seed 1] [--show]

A baseline of all findings (hints, too) is made of each corpus as a site of its own. Then both
versions of each page are edited alike: *lines* are put in near the top, so that all others move;
*sections* change places; paragraphs are *reflowed* to another width; pages are *renamed*, half of
them into another folder, and the links to them are kept right; at last all of it. An entry
survives when a finding matches it. Findings that are taken for new are counted, too.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from random import Random

sys.path[:0] = [str(Path(__file__).parents[1] / part) for part in ("lint", "checks", "bench")]

from corpus import LANGUAGES, Texts, absent, pairs
from sverka.baseline import Known, compare, parse
from sverka.baseline import dump as dump_baseline
from sverka.config import Config
from sverka.finding import Reported
from sverka.page import Kind, Page
from sverka.result import RunResult
from sverka.runner import check_sources
from sverka.source import Source

Site = Mapping[str, str]
"""Path -> text."""
Edit = Callable[[Texts, Random], tuple[str, str]]
"""The two texts of a pair as they are afterwards."""

NOT_TO_REFLOW = re.compile(r"[`<>{}|\\]|  $|\]\(|:::", re.MULTILINE)
_LINK = re.compile(r"(?<=\]\()(?P<target>[^()\s#:?]+?)(?P<suffix>(?:\.md)?/?(?=[#?)\s]))")
_WORD = re.compile(r"[^\W\d_]")


def put_lines_in(texts: Texts, random: Random) -> tuple[str, str]:
    """A comment and blank lines before the first block below the front matter."""
    lines = "<!-- a note to ourselves -->\n" + "\n" * random.randint(1, 4)
    ones = [_cut(texts.page(side), 0) for side in (0, 1)]
    return _pair(f"{head}{lines}{rest}" for head, rest in ones)


def move_sections(texts: Texts, random: Random) -> tuple[str, str]:
    """The second section behind the third, in both versions, where both have as many."""
    starts = [
        [block.span.start for block in texts.page(side).blocks
         if block.kind is Kind.HEADING and block.level == 2]
        for side in (0, 1)
    ]  # fmt: skip
    del random
    if len(starts[0]) != len(starts[1]) or len(starts[0]) < 3:
        return texts.texts
    swapped = []
    for text, places in zip(texts.texts, starts, strict=True):
        first, second = places[0], places[1]
        third = places[2]
        swapped.append(text[:first] + text[second:third] + text[first:second] + text[third:])
    return _pair(swapped)


def reflow(texts: Texts, random: Random) -> tuple[str, str]:
    """Paragraphs to lines of another length."""
    width = random.choice((50, 64, 72, 1000))
    return _pair(_reflowed(texts.page(side), width) for side in (0, 1))


def _reflowed(page: Page, width: int) -> str:
    text = page.source.text
    for block in reversed(page.blocks):
        old = block.span.of(text)
        if block.kind is Kind.PARAGRAPH and not NOT_TO_REFLOW.search(old):
            text = text[: block.span.start] + _filled(old, width) + text[block.span.end :]
    return text


def _filled(text: str, width: int) -> str:
    end = "\n" if text.endswith("\n") else ""
    lines: list[str] = []
    for word in text.split(" ") if "\n" not in text else re.split(r"[ \n]+", text.strip("\n")):
        # A line that begins with a sign or a number could become a list or a heading.
        if lines and (len(lines[-1]) + len(word) < width or not _WORD.match(word)):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines) + end


def unchanged(texts: Texts, random: Random) -> tuple[str, str]:
    """As they are."""
    del random
    return texts.texts


def everything(texts: Texts, random: Random) -> tuple[str, str]:
    """All of it."""
    for edit in (move_sections, reflow, put_lines_in):
        texts = Texts(texts.corpus, texts.path, edit(texts, random))
    return texts.texts


EDITS: Mapping[str, tuple[Edit, bool]] = {
    "lines": (put_lines_in, False),
    "sections": (move_sections, False),
    "reflowed": (reflow, False),
    "renamed": (unchanged, True),
    "all": (everything, True),
}
"""Name -> the edit, and whether pages are renamed."""


def site_of(corpus: str, edit: Edit, *, renamed: bool, seed: int, most: int | None = None) -> Site:
    """The pages of a corpus (its first ``most`` pairs) after an edit."""
    site: dict[str, str] = {}
    names: dict[str, str] = {}
    for texts in islice(pairs(corpus), most):
        random = Random(f"{seed}{texts.name}")
        place = Path(texts.path)
        folder = place.parent / "moved" if random.random() < 0.5 else place.parent
        new = (folder / f"new-{place.name}").as_posix() if renamed else texts.path
        for language, text in zip(LANGUAGES, edit(texts, random), strict=True):
            names[f"{language}/{texts.path}"] = f"{language}/{new}"
            site[f"{language}/{texts.path}"] = text
    if not renamed:
        return site
    return {names[path]: _with_links(path, text, names) for path, text in site.items()}


def _with_links(path: str, text: str, names: Mapping[str, str]) -> str:
    """A page with links that lead to where the others are now, as who renames them leaves it."""
    stems = {old.removesuffix(".md"): new.removesuffix(".md") for old, new in names.items()}

    def moved(link: re.Match[str]) -> str:
        target, suffix = link["target"], link["suffix"]
        if target.startswith("/"):
            new = stems.get(target[1:])
            return f"/{new}{suffix}" if new else link[0]
        new = stems.get(normpath(join(dirname(path), target)))
        return relpath(new, dirname(names[path])) + suffix if new else link[0]

    return _LINK.sub(moved, text)


def run(site: Site) -> RunResult:
    """Check a site that is held in memory."""
    sources = [Source(path, text) for path, text in site.items()]
    return check_sources(sources, Config(Path("/"), hints=True))


def _cut(page: Page, number: int) -> tuple[str, str]:
    at = page.blocks[number].span.start if page.blocks else len(page.source.text)
    return page.source.text[:at], page.source.text[at:]


def _pair(texts: Iterable[str]) -> tuple[str, str]:
    one, other = texts
    return one, other


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="name the entries that are lost")
    given = parser.parse_args()
    if absent(*given.corpora):
        return 2
    corpora = given.corpora or list(dict.fromkeys(one.corpus for one in pairs()))
    totals: Counter[str] = Counter()
    alive: Counter[str] = Counter()
    new: Counter[str] = Counter()
    for corpus in corpora:
        before = run(site_of(corpus, unchanged, renamed=False, seed=given.seed))
        # By way of the file, as in use.
        entries = parse(dump_baseline(Known.of(one, before.sources) for one in before.findings))
        for name, (edit, renamed) in EDITS.items():
            after = run(site_of(corpus, edit, renamed=renamed, seed=given.seed))
            outcome = compare(after, entries)
            totals[name] += len(entries)
            alive[name] += len(outcome.known)
            new[name] += len(outcome.new)
            print(f"{corpus:14} {name:10} {len(entries) - len(outcome.gone):5} of {len(entries)}, "
                  f"{len(outcome.new)} new", flush=True)  # fmt: skip
            if given.show:
                _show(outcome.gone, outcome.new)
    for name in EDITS:
        share = alive[name] / totals[name] if totals[name] else 1.0
        known = alive[name] / (alive[name] + new[name]) if alive[name] else 1.0
        print(
            f"| {name} | {totals[name]} | {alive[name]} ({share:.1%}) | {new[name]} | {known:.1%} |"
        )
    return 0


def _show(gone: tuple[Known, ...], new: tuple[Reported, ...]) -> None:
    for entry in gone:
        print(f"   gone {entry.page}: {entry.rule}: {entry.excerpt}")
    for one in new:
        print(f"   new  {one.finding.place.path}: {one.rule}: {one.quote[:70]!r}")


if __name__ == "__main__":
    sys.exit(main())
