"""How often the duration that public test sets give is the one found.

    SVERKA_PUBLIC=FOLDER python bench/quantities_public.py [--half 0|1] [--show]

The folder holds check-outs, or the files named here, of

- ``Recognizers-Text/Specs/DateTime/English/DurationParser.json`` (Microsoft, MIT);
- ``duckling/Duckling/Duration/{EN,RU}/Corpus.hs`` (Facebook, BSD);
- ``dateparser/tests/test_languages.py`` and ``dateparser/tests/test_freshness_date_parser.py``
  (Scrapinghub, BSD), of which the Russian cases that name an amount of a unit count: «два дня
  назад», «через полгода», but neither «вчера» nor «в прошлом году».

A case is right when exactly one duration is found in its text and its value is the set's own; a
case of text that states none is right when none is found. Other kinds found beside do not count.
What is a matter of convention is taken as follows.

- A month has 30 days and a year 365, in the sets too; but half a year and more, told in months or
  quarters, may be counted by either: 6 months are 180 days or half of 365.
- A couple («пара часов») is right as a range that holds the set's two; any other vague amount
  («несколько секунд», which one set makes 44) as any range of two bounds.
- An approximation («около 23 часов») may be a range that holds the value.
- A bound ("more than an hour") is right when the bound that is there is the set's value: the
  sets have no bounds.

Without the last three, in brackets, is what is exact to the second, low and high.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose
from pathlib import Path
from zlib import crc32

sys.path[:0] = [str(Path(__file__).parents[1] / part) for part in ("lint", "checks")]

from sverka.packs import load
from sverka.quantities import Quantity, find, grammar_of

YEAR, MONTH = 31536000.0, 2592000.0
SECONDS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "year": YEAR,
}
VAGUE = re.compile(r"\b(?:few|several|some|несколько)\b", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?:couple|пар[уы]|about|around|около|примерно|приблизительно|где-то)\b", re.IGNORECASE
)
# Days and years named by their place, not by an amount of time.
BY_PLACE = re.compile(r"вчера|завтра|сегодня|сейчас|прошлом", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a public set and the seconds that it states, in all conventions; or none."""

    set_name: str
    language: str
    text: str
    seconds: tuple[float, ...]

    @property
    def half(self) -> int:
        """Which half of the set it falls into."""
        return crc32(self.text.encode()) % 2

    def exact(self, found: list[Quantity]) -> bool:
        """Whether one duration is found, with both bounds at the value; none where none is."""
        if not self.seconds or len(found) != 1:
            return not self.seconds and not found
        low, high = found[0].low, found[0].high
        return low is not None and low == high and self._is(low)

    def right(self, found: list[Quantity]) -> bool:
        """The same, with vague amounts, approximations and bounds taken as told above."""
        if self.exact(found) or not self.seconds or len(found) != 1:
            return self.exact(found)
        low, high = found[0].low, found[0].high
        if VAGUE.search(self.text):
            return low is not None and high is not None and low < high
        if ABOUT.search(self.text):
            floor, ceiling = low or 0.0, float("inf") if high is None else high
            return any(floor <= one <= ceiling for one in self.seconds)
        bounds = [bound for bound in (low, high) if bound is not None]
        return len(bounds) == 1 and self._is(bounds[0])

    def _is(self, value: float) -> bool:
        return any(isclose(value, one) for one in self.seconds)


def conventions(amounts: dict[str, float]) -> tuple[float, ...]:
    """The seconds of amounts of units, in each way to count half a year and more of months."""
    rest = sum(number * SECONDS[unit] for unit, number in amounts.items() if unit in SECONDS)
    months = amounts.get("month", 0.0) + 3 * amounts.get("quarter", 0.0)
    plain = rest + months * MONTH
    if months < 6:
        return (plain,)
    return plain, rest + months // 12 * YEAR + months % 12 * MONTH, rest + months / 12 * YEAR


def recognizers(folder: Path) -> Iterator[Case]:
    """The English cases of Recognizers-Text."""
    path = folder / "Recognizers-Text/Specs/DateTime/English/DurationParser.json"
    for case in json.loads(path.read_text("utf-8-sig")):
        (result,) = case["Results"]
        seconds = float(result["Value"]["FutureResolution"]["duration"])
        both = conventions({"month": 6}) if seconds == YEAR / 2 else (seconds,)
        yield Case("recognizers-text", "en", case["Input"], both)


def duckling(folder: Path, language: str) -> Iterator[Case]:
    """Duckling's corpus of a language; its examples against come first, with no seconds."""
    path = folder / f"duckling/Duckling/Duration/{language.upper()}/Corpus.hs"
    source = re.sub(r"(?m)^\s*--.*$", "", path.read_text("utf-8"))
    against, _, examples = source.partition("allExamples ::")
    for text in _haskell_strings(against.partition("negativeCorpus ::")[2]):
        yield Case(f"duckling {language}", language, text, ())
    group = re.compile(r"DurationData\s+(\d+)\s+(\w+)\)\s*\[(.*?)\n?\s*\]", re.DOTALL)
    for number, grain, texts in group.findall(examples):
        for text in _haskell_strings(texts):
            seconds = conventions({grain.lower(): float(number)})
            yield Case(f"duckling {language}", language, text, seconds)


def _haskell_strings(source: str) -> list[str]:
    return [re.sub(r"\\(.)", r"\1", text) for text in re.findall(r'"((?:[^"\\]|\\.)*)"', source)]


def dateparser(folder: Path) -> Iterator[Case]:
    """The Russian cases of dateparser that state an amount of time, each text once."""
    tests = folder / "dateparser/tests"
    seen: dict[str, Case] = {}
    for text, amounts in (
        *_translated((tests / "test_languages.py").read_text("utf-8")),
        *_fresh((tests / "test_freshness_date_parser.py").read_text("utf-8")),
    ):
        if not BY_PLACE.search(text):
            seen.setdefault(text, Case("dateparser ru", "ru", text, conventions(amounts)))
    yield from seen.values()


def _translated(source: str) -> Iterator[tuple[str, dict[str, float]]]:
    """``param("ru", text, "in 2 day")``."""
    for call in _params(ast.parse(source)):
        match [getattr(argument, "value", None) for argument in call.args]:
            case ["ru", str(text), str(english)]:
                stated = re.fullmatch(r"(?:in )?(\d+) (\w+?)(?: ago)?", english)
                if stated and stated[2] in (*SECONDS, "month"):
                    yield text, {stated[2]: float(stated[1])}


def _fresh(source: str) -> Iterator[tuple[str, dict[str, float]]]:
    """``param(text, ago={"hours": 2}, ...)`` below a comment that says "Russian dates"."""
    heads = [line.strip() for line in source.splitlines()]
    for call in _params(ast.parse(source)):
        above = [line for line in heads[: call.lineno] if re.fullmatch(r"# \w+ dates", line)]
        amounts = [word.value for word in call.keywords if word.arg in ("ago", "in_future")]
        if above and above[-1] == "# Russian dates" and amounts:
            stated = ast.literal_eval(amounts[0])
            yield (
                ast.literal_eval(call.args[0]),
                {unit.removesuffix("s"): float(number) for unit, number in stated.items()},
            )


def _params(tree: ast.AST) -> Iterator[ast.Call]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return (call for call in calls if getattr(call.func, "id", "") == "param")


def cases(folder: Path) -> list[Case]:
    """All cases of all sets."""
    return [
        *recognizers(folder),
        *duckling(folder, "en"),
        *duckling(folder, "ru"),
        *dateparser(folder),
    ]


def shown(found: list[Quantity]) -> str:
    """Durations as low..high in seconds."""
    return ", ".join(f"{one.low}..{one.high}" for one in found) or "none"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--half", type=int, choices=(0, 1), help="one half of the cases")
    parser.add_argument("--show", action="store_true", help="name the cases that are wrong")
    options = parser.parse_args()
    folder = os.environ.get("SVERKA_PUBLIC")
    if not folder or not Path(folder).is_dir():
        print("SVERKA_PUBLIC must name the folder of the public sets", file=sys.stderr)
        return 2
    chosen = [case for case in cases(Path(folder)) if options.half in (None, case.half)]
    packs = load()
    totals: dict[str, list[tuple[bool, bool]]] = {}
    for case in chosen:
        grammar = grammar_of(packs.languages[case.language])
        found = [one for one in find(case.text, grammar) if one.kind == "duration"]
        for name in (case.set_name, f"all {case.language}"):
            totals.setdefault(name, []).append((case.right(found), case.exact(found)))
        if options.show and not case.right(found):
            print(f"{case.set_name}\t{case.text}\t{case.seconds}\t{shown(found)}")
    for name, marks in sorted(totals.items()):
        right, exact = (sum(column) for column in zip(*marks, strict=True))
        share = right / len(marks)
        print(f"{name:18} {right:3} of {len(marks):3} = {share:.1%} (to the second {exact})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
