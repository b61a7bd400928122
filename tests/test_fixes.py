"""Fixes without a disk: which are made, which wait, which are refused, and that an end comes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.check import Check, Context
from sverka.config import Config, PathIgnore
from sverka.finding import Edit, Finding, Fix, Place, Reported, Severity
from sverka.fixes import Change, Mended, Plan, Terms, Why, makeup, mend, plan, rewritten
from sverka.page import Page
from sverka.reading import read_page
from sverka.reports.diff import displayed, unified
from sverka.result import RunResult
from sverka.runner import check_sources
from sverka.source import Source
from sverka.span import Span

ROOT = Path(__file__).resolve().parent.parent
NOWHERE = Path("/")
SAFE = Terms(read_page)
ALL = Terms(read_page, unsafe=True)


def offer(
    text: str,
    *edits: tuple[str, str],
    safe: bool = True,
    apart: bool = False,
    path: str = "a.md",
    level: Severity = Severity.ERROR,
    rule: str = "test/rule",
) -> Reported:
    """A finding whose fix replaces the first ``old`` of each (old, new) in ``text``."""
    made = tuple(Edit(path, span_of(text, old), new) for old, new in edits)
    finding = Finding(
        Place(path, made[0].span), "m", {}, fix=Fix(made, safe=safe, apart=apart), severity=level
    )
    return Reported(rule, level, finding, "", (), "f0")


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def planned(text: str, *offers: Reported, terms: Terms = SAFE) -> Plan:
    return plan(offers, {"a.md": Source("a.md", text)}, terms)


def whys(outcome: Plan) -> list[Why]:
    return [one.why for one in outcome.left]


# Which fixes are made


def test_a_safe_fix_is_made_and_an_unsafe_one_only_when_asked_for() -> None:
    text = "One cat, two dogs.\n"
    offers = (offer(text, ("cat", "cow")), offer(text, ("dogs", "pigs"), safe=False))
    safe = planned(text, *offers)
    assert safe.texts == {"a.md": "One cow, two dogs.\n"}
    assert safe.made == offers[:1]
    assert whys(safe) == [Why.UNSAFE]
    both = planned(text, *offers, terms=ALL)
    assert both.texts == {"a.md": "One cow, two pigs.\n"}
    assert (both.made, both.left) == (offers, ())


def test_of_two_fixes_of_the_same_words_the_first_is_made_and_the_other_waits() -> None:
    text = "A red cat sat.\n"
    first, second = offer(text, ("red cat", "fox")), offer(text, ("cat sat", "dog lay"))
    outcome = planned(text, first, second)
    assert outcome.texts == {"a.md": "A fox sat.\n"}
    assert (outcome.made, whys(outcome)) == ((first,), [Why.OVERLAPS])


def test_a_safe_fix_comes_before_an_unsafe_one_of_the_same_words() -> None:
    text = "A red cat sat.\n"
    unsafe = offer(text, ("red cat", "fox"), safe=False)
    outcome = planned(text, unsafe, offer(text, ("cat sat", "dog lay")), terms=ALL)
    assert outcome.texts == {"a.md": "A red dog lay.\n"}
    assert whys(outcome) == [Why.OVERLAPS]


def test_a_refused_fix_does_not_stand_in_the_way_of_another() -> None:
    text = "There are 12 cats.\n"
    outcome = planned(text, offer(text, ("12 cats", "13 cats")), offer(text, ("cats", "dogs")))
    assert outcome.texts == {"a.md": "There are 12 dogs.\n"}
    assert whys(outcome) == [Why.REFUSED]


def test_edits_side_by_side_are_made_together() -> None:
    text = "abcd\n"
    outcome = planned(text, offer(text, ("ab", "x")), offer(text, ("cd", "y")))
    assert outcome.texts == {"a.md": "xy\n"}


def test_the_edits_of_a_fix_are_made_together_or_not_at_all() -> None:
    text = "Cats, dogs, 12 cows.\n"
    edits = (("dogs", "pigs"), ("12 cows", "cows"))
    assert planned(text, offer(text, *edits)).texts == {}
    apart = planned(text, offer(text, *edits, apart=True))
    assert apart.texts == {"a.md": "Cats, pigs, 12 cows.\n"}
    assert (len(apart.made), whys(apart)) == (1, [Why.REFUSED])


def test_hints_are_fixed_where_they_are_shown() -> None:
    text = "A cat.\n"
    hint = offer(text, ("cat", "cow"), level=Severity.INFO)
    assert planned(text, hint) == Plan({}, (), ())
    assert planned(text, hint, terms=replace(SAFE, hints=True)).texts == {"a.md": "A cow.\n"}


def test_a_page_that_nobody_asked_about_stays() -> None:
    text = "A cat.\n"
    outcome = planned(text, offer(text, ("cat", "cow")), terms=replace(SAFE, pages=frozenset("b")))
    assert (outcome.texts, whys(outcome)) == ({}, [Why.ELSEWHERE])


def test_a_fix_of_two_pages_is_made_in_both_or_in_neither() -> None:
    texts = {"a.md": "A cat.\n", "b.md": "# Cat\n"}
    edits = (Edit("a.md", Span(2, 5), "cow"), Edit("b.md", Span(2, 5), "Cow"))
    sources = {path: Source(path, text) for path, text in texts.items()}

    def made(*edits: Edit) -> Mapping[str, str]:
        finding = Finding(Place("a.md", Span(0, 1)), "m", {}, fix=Fix(edits, safe=True))
        return plan([Reported("t/r", Severity.ERROR, finding, "", (), "")], sources, SAFE).texts

    assert made(*edits) == {"a.md": "A cow.\n", "b.md": "# Cow\n"}
    assert made(edits[0], Edit("b.md", Span(0, 2), "")) == {}


def test_an_edit_where_a_directive_silences_the_rule_is_not_made() -> None:
    text = "A cat.\n\n<!-- sverka-disable-next-line test/rule: a name -->\nA dog.\n"
    edits = (("cat", "cow"), ("dog", "pig"))
    apart = planned(text, offer(text, *edits, apart=True))
    assert apart.texts == {"a.md": text.replace("cat", "cow")}
    assert whys(apart) == [Why.SILENCED]
    assert planned(text, offer(text, *edits)).texts == {}
    other = planned(text, offer(text, *edits, rule="test/other"))
    assert other.texts == {"a.md": text.replace("cat", "cow").replace("A dog", "A pig")}


# What no fix may change

CHANGED = [
    ("a heading", "Cats\n\nText.\n", ("Cats", "# Cats")),
    ("the level of a heading", "# Cats\n", ("# Cats", "## Cats")),
    ("the kind of a list", "1. Cats\n2. Dogs\n", ("1. Cats\n2. Dogs", "- Cats\n- Dogs")),
    ("an item of a list", "- Cats\n- Dogs\n", ("\n- Dogs", "")),
    ("the nesting of a list", "- Cats\n- Dogs\n", ("- Dogs", "  - Dogs")),
    ("a paragraph", "Cats.\n\nDogs.\n", ("Cats.\n\nDogs.", "Cats. Dogs.")),
    ("a cell of a table", "| a | b |\n|---|---|\n| c | d |\n", ("| c | d |", "| c d |")),
    ("a link", "See [cats](cats.md).\n", ("[cats](cats.md)", "cats")),
    ("an image", "See ![cats](cats.png).\n", ("![cats](cats.png)", "cats")),
    ("code", "Call `cats`.\n", ("`cats`", "cats")),
    ("the text of code", "Call `cats`.\n", ("cats", "cows")),
    ("a block of code", "```\ncats\n```\n", ("cats", "cows")),
    ("a tag", 'Big <b id="cats">cats</b>.\n', ("cats", "cows")),
    ("bold type", "Big **cats**.\n", ("**cats**", "cats")),
    ("half of bold type", "The **the** cat.\n", (" **the", "")),
    ("a star that was no markup", "Cats * dogs.\n", ("* dogs", "dogs")),
    ("a key of the front matter", "---\ntitle: Cats\n---\n", ("title", "name")),
    ("the kind of a value", "---\ntitle: Cats\n---\n", ("Cats", "no")),
    ("valid front matter", "---\ntitle: Cats\n---\n", ("Cats", "Cats: dogs")),
    ("a directive", "Cats.\n<!-- sverka-disable a/b: cats -->\n", ("a/b: cats", "a/c: cats")),
    ("a number", "Costs 100 roubles.\n", ("100", "200")),
    ("a digit that looked like a letter", "Costs 2О0 roubles.\n", ("2О0", "200")),
    ("the sign of a number", "At −5 degrees.\n", ("−5", "5")),
    ("the comma of a number", "Takes 1,5 hours.\n", ("1,5", "1.5")),
    ("a number that stood twice", "Costs 10 10.\n", (" 10", "")),
    ("the order of numbers", "From 5 to 7.\n", ("5 to 7", "7 to 5")),
    ("a number out of two", "Costs 5\u200b000.\n", ("\u200b", "")),
    ("a number in front matter", "---\nprice: 5 USD\n---\n", ("5 USD", "6 USD")),
    ("the number of an item", "3. Cats\n", ("3.", "4.")),
    ("a control character", "A cat.\n", ("cat", "c\x1bt")),
    ("what UTF-8 cannot write", "A cat.\n", ("cat", "c\ud800t")),
    ("a line end of its own", "A cat.\n", ("cat", "c\rt")),
    ("nothing", "A cat.\n", ("cat", "cat")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edit"), [one[1:] for one in CHANGED], ids=[c[0] for c in CHANGED]
)
def test_a_fix_that_changes_structure_or_a_number_is_refused(
    text: str, edit: tuple[str, str]
) -> None:
    outcome = planned(text, offer(text, edit, safe=False), terms=ALL)
    assert outcome.texts == {}
    assert whys(outcome) == [Why.REFUSED]


KEPT = [
    ("a word", "# Cats\n\nA **cat** sat.\n", ("cat", "cow")),
    ("a word in a table", "| a | b |\n|---|---|\n| c | d |\n", ("c |", "cow |")),
    ("a value of the front matter", "---\ntitle: Cats\n---\n", ("Cats", "Cows")),
    ("the number in an address", "See [cats](/en/2024/cats.md).\n", ("/en/2024", "/ru/2025")),
    ("a line break in a paragraph", "The\nthe cat.\n", ("\nthe", "")),
    ("a repeated word before bold type", "The **the the** cat.\n", (" the**", "**")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edit"), [one[1:] for one in KEPT], ids=[one[0] for one in KEPT])
def test_a_fix_of_words_is_made(text: str, edit: tuple[str, str]) -> None:
    outcome = planned(text, offer(text, edit))
    assert outcome.texts == {"a.md": text.replace(edit[0], edit[1], 1)}


def test_one_bad_fix_among_many_is_found() -> None:
    words = [f"cat{letter}" for letter in "abcdefghijklmnopqrstuvw"]
    text = "# Cats\n\n" + " ".join(words) + "\n"
    offers = [offer(text, (word, word.upper())) for word in words]
    bad = offer(text, ("# ", ""))
    outcome = planned(text, *offers[:7], bad, *offers[7:])
    assert outcome.texts == {"a.md": "# Cats\n\n" + " ".join(words).upper() + "\n"}
    assert [one.reported for one in outcome.left] == [bad]


def test_many_fixes_of_one_page_are_planned_quickly() -> None:
    count = 3000
    text = "".join(f"word\u200b{'x' * (n % 7)} " for n in range(count)) + "\n"
    spans = [Span(at.start(), at.end()) for at in re.finditer("\u200b", text)]
    edits = tuple(Edit("a.md", span, "") for span in spans)
    finding = Finding(Place("a.md", spans[0]), "m", {}, fix=Fix(edits, safe=True, apart=True))
    reads = []

    def read(source: Source) -> Page:
        reads.append(source)
        return read_page(source)

    one = Reported("t/r", Severity.ERROR, finding, "", (), "")
    outcome = plan([one], {"a.md": Source("a.md", text)}, Terms(read))
    assert outcome.texts == {"a.md": text.replace("\u200b", "")}
    assert len(reads) == 2


# Rounds


def rule(run: Callable[[Page, Context], Iterable[Finding]], name: str = "test/rule") -> Check:
    messages = {"en": {"m": "Found."}}
    return Check(name, "page", run, Severity.ERROR, messages, (), (), "A rule.")


def replacing(old: str, new: str, name: str = "test/rule", *, safe: bool = True) -> Check:
    """A rule that wants each ``old`` to be ``new``."""

    def run(page: Page, context: Context) -> Iterator[Finding]:
        for found in re.finditer(re.escape(old), page.source.text):
            span = Span(*found.span())
            fix = Fix((Edit(page.path, span, new),), safe=safe)
            yield Finding(Place(page.path, span), "m", {}, fix=fix)

    return rule(run, name)


def mended(
    pages: Mapping[str, str], *checks: Check, terms: Terms = SAFE, config: Config | None = None
) -> Mended:
    known = {check.id: check for check in checks}

    def again(texts: Mapping[str, str]) -> RunResult:
        sources = [Source(path, text) for path, text in {**pages, **texts}.items()]
        return check_sources(sources, config or Config(NOWHERE), known)

    return mend(again({}), again, terms)


def after(outcome: Mended) -> dict[str, str]:
    return {path: change.after for path, change in outcome.changes.items()}


def test_what_waits_for_a_round_is_made_in_the_next() -> None:
    outcome = mended(
        {"a.md": "A red cat sat.\n"},
        replacing("red cat", "fox", "test/a"),
        replacing("cat sat", "dog lay", "test/b"),
        replacing("fox sat", "hen lay", "test/c"),
    )
    assert after(outcome) == {"a.md": "A hen lay.\n"}
    assert outcome.changes["a.md"] == Change("A red cat sat.\n", "A hen lay.\n")
    assert outcome.result.findings == ()
    assert outcome.result.mending is not None
    assert (outcome.result.mending.findings, outcome.result.mending.files) == (2, 1)


@pytest.mark.parametrize(
    "checks",
    [
        (replacing("cat", "cat cat", "test/grow"),),
        (replacing("cat", "dog", "test/there"), replacing("dog", "cat", "test/back")),
    ],
    ids=["it grows", "it goes back and forth"],
)
def test_a_page_whose_fixes_have_no_end_stays_as_it_was(checks: tuple[Check, ...]) -> None:
    other = replacing("cow", "pig", "test/other")
    outcome = mended({"a.md": "A cat, a cow.\n", "b.md": "A cow.\n"}, *checks, other)
    assert after(outcome) == {"b.md": "A pig.\n"}
    left = outcome.result.findings
    assert {one.finding.place.path for one in left} == {"a.md"}
    assert [one.finding.fix for one in left] == [None] * len(left)
    assert outcome.result.mending is not None
    assert outcome.result.mending.refused == len(left)


def test_changes_stand_in_the_order_of_paths() -> None:
    pages = {"b.md": "A cat.\n", "c.md": "A dog.\n", "a.md": "A dog.\n"}
    unsafe = replacing("dog", "pig", "test/b", safe=False)
    outcome = mended(pages, replacing("cat", "cow"), unsafe, terms=ALL)
    assert list(outcome.changes) == ["a.md", "b.md", "c.md"]


def test_unsafe_fixes_that_were_not_asked_for_are_counted() -> None:
    checks = (
        replacing("cat", "cow", "test/a", safe=False),
        replacing("12", "13", "test/b", safe=False),
        replacing("dog", "pig", "test/c"),
    )
    pages = {"a.md": "A cat, a cat, 12 dogs.\n"}
    counts = mended(pages, *checks).result.mending
    assert counts is not None
    assert (counts.findings, counts.files, counts.unsafe, counts.refused) == (1, 1, 2, 0)
    counts = mended(pages, *checks, terms=ALL).result.mending
    assert counts is not None
    assert (counts.findings, counts.files, counts.unsafe, counts.refused) == (3, 1, 0, 1)


def test_what_is_muted_or_ignored_is_not_fixed() -> None:
    cats = replacing("cat", "cow")
    muted = "<!-- sverka-disable-next-line test/rule: a name -->\nA cat.\n\nA cat.\n"
    assert after(mended({"a.md": muted}, cats)) == {"a.md": "cow".join(muted.rsplit("cat", 1))}
    config = Config(NOWHERE, overrides=(PathIgnore(("b/**",), ("test",)),))
    pages = {"a/a.md": "A cat.\n", "b/a.md": "A cat.\n"}
    assert after(mended(pages, cats, config=config)) == {"a/a.md": "A cow.\n"}


def test_a_refused_fix_is_no_longer_offered() -> None:
    (left,) = mended({"a.md": "There are 12.\n"}, replacing("12", "13")).result.findings
    assert left.finding.fix is None


# The rules that there are

ARTIFACTS = Config(NOWHERE, select=("artifact",))
BASE = (
    "# Уход за кожей\n\nКрем наносят на лицо утром и вечером. Курс — 10 процедур по 30 минут.\n\n"
    "- Умойтесь **тёплой** водой.\n- Нанесите [крем](/ru/cream-2) на лицо.\n\n"
    "| Зона | Цена |\n|---|---|\n| Лицо | 5 000 ₽ |\n",
    "---\ntitle: Skin care\norder: 3\n---\n\n## At home\n\n1. Wash the face with water.\n"
    "2. Apply the `cream` every day, 2 times.\n\n> The doctor says: use the *cream* twice.\n",
)
FIXTURES = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "fixtures" / "rules" / "artifact").rglob("*.md"))
)
DAMAGE = ("\u200b", "\u00ad", "\u2060", "double", "alike", "mojibake")
ALIKE = dict(zip("аеорсухАЕОРСaeopcyx", "aeopcyxAEOPCаеорсух", strict=True))


def damaged(text: str, kind: str, at: int) -> str:
    """The text with something in it as machines and copying leave it."""
    words = list(re.finditer(r"[^\W\d_]{2,}", text))
    word = words[at % len(words)]
    if kind == "double":
        return f"{text[: word.end()]} {word[0]}{text[word.end() :]}"
    if kind == "alike":
        new = next(
            (word[0].replace(one, ALIKE[one], 1) for one in ALIKE if one in word[0]), word[0]
        )
    elif kind == "mojibake":
        new = word[0].encode().decode("cp1251", "ignore")
    else:
        place = at % len(text)
        return text[:place] + kind + text[place:]
    return text[: word.start()] + new + text[word.end() :]


@settings(max_examples=80)
@given(
    st.sampled_from(BASE + FIXTURES),
    st.lists(st.tuples(st.sampled_from(DAMAGE), st.integers(0, 3000)), max_size=5),
    st.booleans(),
)
def test_a_second_run_finds_nothing_to_fix_and_pages_stay_built_as_they_were(
    text: str, damage: list[tuple[str, int]], unsafe: bool
) -> None:
    for kind, at in damage:
        text = damaged(text, kind, at)
    terms = Terms(read_page, unsafe=unsafe, hints=unsafe)

    def run(text: str) -> Mended:
        def again(texts: Mapping[str, str]) -> RunResult:
            return check_sources([Source("a.md", texts.get("a.md", text))], ARTIFACTS)

        return mend(again({}), again, terms)

    first = run(text)
    fixed = first.changes["a.md"].after if first.changes else text
    assert makeup(read_page(Source("a.md", fixed))) == makeup(read_page(Source("a.md", text)))
    second = run(fixed)
    assert second.changes == {}
    assert second.made == ()
    assert second.result.findings == first.result.findings


def test_the_safe_fixes_of_a_damaged_page_give_the_page_back() -> None:
    words = re.compile("лицо|face|Цена|title: S")
    for text in BASE:
        for kind, word in product(("\u200b", "\u00ad"), words.finditer(text)):
            place = word.end() - 1
            bad = text[:place] + kind + text[place:]
            result = check_sources([Source("a.md", bad)], ARTIFACTS)
            outcome = plan(result.findings, result.sources, SAFE)
            assert outcome.texts == {"a.md": text}


# Files and diffs


@pytest.mark.parametrize(
    ("data", "text", "new"),
    [
        (b"a\nb\n", "a\nc\n", b"a\nc\n"),
        (b"a\r\nb\r\n", "a\nc\n", b"a\r\nc\r\n"),
        (b"a\rb\r", "a\nc\n", b"a\rc\r"),
        (b"\xef\xbb\xbfa\r\nb", "a\nc", b"\xef\xbb\xbfa\r\nc"),
        (b"\xef\xbb\xbfa\n", "b\n", b"\xef\xbb\xbfb\n"),
        (b"a\r\nb\nc\rd\r\n", "a\nB\nc\nD\n", b"a\r\nB\nc\rD\r\n"),
        (b"a\r\nb\nc\rd\r\n", "a\nc\nd\n", b"a\r\nc\rd\r\n"),
        (b"a\r\nb\nc\n", "a\nb\nnew\nc\n", b"a\r\nb\nnew\nc\n"),
        (b"a\r\nb\nc", "", b""),
        (b"", "a\n", b"a\n"),
    ],
)
def test_line_ends_and_the_byte_order_mark_stay(data: bytes, text: str, new: bytes) -> None:
    assert rewritten(data, text) == new


@given(st.lists(st.tuples(st.text("ab", max_size=3), st.sampled_from(["\n", "\r\n", "\r"]))))
def test_a_page_rewritten_with_its_own_text_is_the_same_to_the_byte(
    lines: list[tuple[str, str]],
) -> None:
    data = "".join(line + end for line, end in lines).encode()
    text = Source.decode("a.md", data).text
    assert rewritten(data, text) == data
    other = text.replace("a", "cc")
    assert Source.decode("a.md", rewritten(data, other)).text == other


def test_a_diff_has_the_lines_as_they_are() -> None:
    assert unified("en/a.md", "a\nb\u2028c\n", "a\nd\n") == (
        "--- a/en/a.md\n+++ b/en/a.md\n@@ -1,2 +1,2 @@\n a\n-b\u2028c\n+d\n"
    )
    assert unified("a.md", "a", "b").endswith(
        "-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
    )
    assert unified("a.md", "a\r\n", "b\r\n").endswith("-a\r\n+b\r\n")
    assert unified("a.md", "a\n", "a\n") == ""


def test_a_diff_for_people_shows_what_cannot_be_seen() -> None:
    diff = unified("a.md", "a\u00adb\x1b\r\n", "ab\r\n")
    shown = displayed(diff)
    assert shown.endswith("-a<U+00AD>b␛\n+ab\n")
    coloured = displayed(diff, color=True)
    assert "\x1b[31m-a<U+00AD>b␛\x1b[0m\n" in coloured
