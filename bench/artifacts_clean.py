"""False alarms of the family ``artifact`` on clean text, and what it costs.

The texts are native English health pages, both sides of professional news translations, and the
pages of documentation sites of the development corpus. Errors and warnings are counted in 1,000
words; ``--show`` prints them, to be read: many are true slips of the sites. The cost is CPU time in
milliseconds for a kilobyte of text, once all that is loaded lazily has been loaded.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from corpus import ROOT
from sverka.check import Context
from sverka.config import Config
from sverka.finding import Severity
from sverka.messages import message_of
from sverka.packs import load
from sverka.registry import all_checks
from sverka.runner import check_sources, stages
from sverka.runner.contested import Contested
from sverka.source import Source

_WORD = re.compile(r"[^\W\d_]+")
SITES = ("twelvefactor", "effector", "vue", "vkcloud", "bem", "hexlet", "diplodoc", "bslls")
CONFIG = Config(Path("/"), select=("artifact",))


def texts() -> Iterator[tuple[str, list[Source]]]:
    """Each body of text: its name and its pages."""
    health = sorted((ROOT / "clean" / "medquad.en").rglob("*.md"))
    yield "medquad en", [Source.decode(f"en/{n}.md", p.read_bytes()) for n, p in enumerate(health)]
    rows = (ROOT / "clean" / "ntrex.en-ru.jsonl").read_text(encoding="utf-8").splitlines()
    for key, language in (("src", "en"), ("tgt", "ru")):
        lines = [json.loads(row)[key].strip() for row in rows]
        yield (
            f"ntrex {language}",
            [Source(f"{language}/{n}.md", f"{line}\n") for n, line in enumerate(lines)],
        )
    for site in SITES:
        for language in ("en", "ru"):
            home = ROOT / "pairs" / site / language
            yield (
                f"{site} {language}",
                [
                    Source.decode(f"{language}/{path.relative_to(home).as_posix()}", data)
                    for path in sorted(home.rglob("*.md"))
                    if (data := path.read_bytes())
                ],
            )


def words(sources: list[Source]) -> int:
    """How many words of prose the pages have."""
    pages = stages.read_pages(sources, ()).pages
    return sum(len(_WORD.findall(block.prose.text)) for page in pages for block in page.walk())


def cost() -> float:
    """Milliseconds of CPU for a kilobyte (1,024 bytes) of the files, reading not counted."""
    checks = {rule: one for rule, one in all_checks().items() if rule.startswith("artifact/")}
    packs = load()
    total, size = 0.0, 0
    for _ in range(2):  # the first round loads and fills what is kept
        total, size = 0.0, 0
        for _, sources in texts():
            site = stages.pair_up(stages.read_pages(sources, ()).pages, (), packs, CONFIG)
            facts = stages.site_facts(site)
            contexts = {
                rule: Context(packs, {one.name: one.default for one in check.options}, facts)
                for rule, check in checks.items()
            }
            started = time.process_time()
            stages.run_checks(checks, contexts, Contested(site, packs, ()), site, ())
            total += time.process_time() - started
            size += sum(len(source.text.encode()) for source in sources)
    return 1000 * total / (size / 1024)


def main() -> int:
    """Print a row a text, then the cost; exit code 2 without a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if not (ROOT / "clean").is_dir():
        print(f"{ROOT}: SVERKA_CORPUS must name the development corpus", file=sys.stderr)
        return 2
    gc.set_threshold(100_000, 20, 20)
    for name, sources in texts():
        result = check_sources(sources, CONFIG)
        said = [one for one in result.findings if one.severity >= Severity.WARNING]
        count = words(sources)
        rules = Counter(one.rule.partition("/")[2] for one in said)
        print(
            f"{name:16} {len(said):4} in {count:7} words: {1000 * len(said) / count:.3f} in 1,000  "
            + ", ".join(f"{rule} {number}" for rule, number in rules.most_common())
        )
        for one in said if options.show else ():
            place = one.finding.place
            line = result.sources[place.path].position(place.span.start).line
            message = message_of(result.checks[one.rule], one.finding)
            print(f"    {place.path}:{line} {one.rule}: {message}")
    print(f"cost: {cost():.2f} ms a KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
