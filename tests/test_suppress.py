"""Suppression: what directives mean, what they silence from either page, what is said of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.finding import Finding, Place, Reported, Severity
from sverka.messages import message_of
from sverka.page import Page
from sverka.reading import read_page
from sverka.source import Source
from sverka.span import Span
from sverka.suppress import Outcome, Verb, apply, directives_of, engine_rules

LINK, IMAGE, NUMBER = "structure/link", "structure/image", "translation/number"
UNUSED, UNKNOWN = "suppression/unused", "suppression/unknown-rule"
KNOWN = (LINK, IMAGE, NUMBER, UNUSED, UNKNOWN)
RULES = {check.id: check for check in engine_rules()}


def _page(text: str, path: str = "a.md") -> Page:
    return read_page(Source(path, text))


def _at(
    page: Page, quote: str, rule: str = LINK, related: tuple[Page, str] | None = None
) -> Reported:
    """A finding of ``rule`` on the first ``quote`` of the page."""
    others = (_place(*related),) if related else ()
    finding = Finding(_place(page, quote), "m", related=others)
    return Reported(rule, Severity.ERROR, finding, quote, (), "f")


def _place(page: Page, quote: str) -> Place:
    start = page.source.text.index(quote)
    return Place(page.path, Span(start, start + len(quote)))


def _apply(
    *pages: Page,
    findings: tuple[Reported, ...] = (),
    ran: Callable[[str, str], bool] = lambda rule, path: True,
) -> Outcome:
    return apply(findings, pages, KNOWN, ran)


def _said(outcome: Outcome) -> list[str]:
    return [f"{one.rule}: {message_of(RULES[one.rule], one.finding)}" for one in outcome.extra]


# What directives mean


@pytest.mark.parametrize(
    ("rest", "named"),
    [
        ("structure/link", ("structure/link",)),
        ("structure/link: why", ("structure/link",)),
        ("structure/link, structure/image: why", ("structure/link", "structure/image")),
        ("structure/link,structure : why: because", ("structure/link", "structure")),
        ("structure/link structure/image", ("structure/link", "structure/image")),
        ("structure/link because it is old", ("structure/link",)),
        ("structure because it is old", ("structure",)),
        ("Structure/Link", ("structure/link",)),
        ("all: why", ("all",)),
        (": why", ("all",)),
        ("", ("all",)),
    ],
)
def test_names_stand_before_the_reason(rest: str, named: tuple[str, ...]) -> None:
    [directive] = directives_of(_page(f"<!-- sverka-disable {rest} -->\n\nText.\n"))
    assert (directive.verb, directive.named) == (Verb.DISABLE, named)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- sverka -->",
        "<!-- see sverka-disable structure/link -->",
        "<!-- not-sverka-disable -->",
        "`<!-- sverka-disable structure/link -->`",
        "```\n<!-- sverka-disable structure/link -->\n```",
        "sverka-disable structure/link",
        "<!-- expect: structure/link -->",
    ],
)
def test_what_is_no_directive_is_left_alone(text: str) -> None:
    assert directives_of(_page(f"{text}\n\nText.\n")) == ()


def test_each_line_of_a_comment_may_hold_one() -> None:
    lines = ("sverka-disable structure/link: why", "and more of it", "sverka-disable all")
    text = "<!--\n  " + "\n  ".join(lines) + "\n-->\n\nText.\n"
    assert [one.named for one in directives_of(_page(text))] == [("structure/link",), ("all",)]


def test_mdx_comments_hold_directives() -> None:
    page = _page("{/* sverka-disable-next-line structure/link: why */}\n\nText.\n", "a.mdx")
    assert [one.verb for one in directives_of(page)] == [Verb.NEXT_LINE]
    assert _apply(page, findings=(_at(page, "Text"),)).kept == ()


# What they silence


@pytest.mark.parametrize(
    ("text", "silenced"),
    [
        ("<!-- D -->\none\n\ntwo\n", {"one"}),
        ("<!-- D -->\n\n\none\n\ntwo\n", {"one"}),
        ("<!-- D -->\none\ntwo\n\nthree\n", {"one", "two"}),
        ("<!-- D -->\n- one\n- two\n", {"one"}),
        ("- one\n<!-- D -->\n- two\n- three\n", {"two"}),
        ("<!-- D -->\n- one\n  two\n  - three\n", {"one", "two"}),
        ("<!-- D -->\n# one\n\ntwo\n", {"one"}),
        ("<!-- D -->\none\n===\n\ntwo\n", {"one"}),
        ("<!-- D -->\n> one\n> two\n\nthree\n", {"one", "two"}),
        ("<!-- D -->\n| one | two |\n|---|---|\n| three | four |\n", {"one", "two"}),
        ("<!-- D -->\n```\none\ntwo\n```\n\nthree\n", {"one", "two"}),
        ("<!-- D --> one\n\ntwo\n", {"two"}),
        ("<!-- D -->\n<!-- other -->\n\none\n\ntwo\n", {"one"}),
        ("<!-- D -->\n\n<!--\nother\n-->\none\n\ntwo\n", {"one"}),
        ("one <!-- D --> two\n\nthree\n", {"three"}),
    ],
)
def test_the_next_line_is_the_block_that_begins_on_it(text: str, silenced: set[str]) -> None:
    page = _page(text.replace("<!-- D -->", f"<!-- sverka-disable-next-line {LINK} -->"))
    words = [word for word in ("one", "two", "three", "four") if word in text]
    kept = _apply(page, findings=tuple(_at(page, word) for word in words)).kept
    assert set(words) - {one.quote for one in kept} == silenced


def test_two_directives_above_a_line_both_count() -> None:
    lines = [f"<!-- sverka-disable-next-line {rule} -->\n" for rule in (LINK, IMAGE)]
    page = _page("".join(lines) + "one\n")
    outcome = _apply(page, findings=(_at(page, "one"), _at(page, "one", IMAGE)))
    assert (outcome.kept, len(outcome.muted), outcome.extra) == ((), 2, ())


@pytest.mark.parametrize(
    ("name", "silenced"),
    [
        (LINK, {LINK}),
        ("structure", {LINK, IMAGE}),
        ("all", {LINK, IMAGE, NUMBER}),
        ("", {LINK, IMAGE, NUMBER}),
        ("struct", set()),
    ],
)
def test_a_family_means_its_rules_and_no_name_means_all(name: str, silenced: set[str]) -> None:
    page = _page(f"<!-- sverka-disable {name} -->\n\none\n")
    outcome = _apply(page, findings=tuple(_at(page, "one", rule) for rule in (LINK, IMAGE, NUMBER)))
    assert {LINK, IMAGE, NUMBER} - {one.rule for one in outcome.kept} == silenced


@pytest.mark.parametrize(
    ("disable", "enable", "silenced"),
    [
        (LINK, LINK, {"one link"}),
        ("structure", "structure", {"one link", "one image"}),
        ("structure", "all", {"one link", "one image"}),
        ("structure", "", {"one link", "one image"}),
        ("structure", LINK, {"one link", "one image", "two image"}),
        (f"{LINK}, {IMAGE}", LINK, {"one link", "one image", "two image"}),
        ("all", IMAGE, {"one link", "one image", "two link"}),
    ],
)
def test_a_stretch_ends_where_its_rule_is_enabled(
    disable: str, enable: str, silenced: set[str]
) -> None:
    page = _page(
        f"<!-- sverka-disable {disable} -->\n\none\n\n<!-- sverka-enable {enable} -->\n\ntwo\n"
    )
    found = {
        f"{word} {rule.partition('/')[2]}": _at(page, word, rule)
        for word in ("one", "two")
        for rule in (LINK, IMAGE)
    }
    kept = _apply(page, findings=tuple(found.values())).kept
    assert {name for name, one in found.items() if one not in kept} == silenced


@pytest.mark.parametrize(
    "front",
    [
        f"sverka:\n  disable: {LINK}\n",
        f"sverka:\n  disable: [{IMAGE}, {LINK}]\n",
        f"sverka: {{disable: [{LINK}]}}\n",
        f"sverka:\n  disable: {LINK}, {IMAGE}\n",
        "sverka:\n  disable: structure\n",
        "sverka:\n  disable: true\n",
        "sverka:\n  disable: all\n",
    ],
)
def test_front_matter_silences_the_whole_page(front: str) -> None:
    page = _page(f"---\ntitle: one\n{front}---\n\ntwo\n")
    outcome = _apply(page, findings=(_at(page, "one"), _at(page, "two"), _at(page, "two", NUMBER)))
    expected = set() if "all" in front or "true" in front else {NUMBER}
    assert {one.rule for one in outcome.kept} == expected


def test_a_directive_works_from_either_page_of_a_pair() -> None:
    marked = _page(f"<!-- sverka-disable-next-line {LINK} -->\n\nодин\n\nдва\n", "ru.md")
    other = _page("one\n\ntwo\n", "en.md")
    here = _at(other, "one", related=(marked, "один"))
    there = _at(marked, "один", related=(other, "one"))
    elsewhere = _at(other, "two", related=(marked, "два"))
    outcome = _apply(marked, other, findings=(here, there, elsewhere))
    assert outcome.kept == (elsewhere,)
    assert outcome.muted == (here.finding, there.finding)
    assert outcome.extra == ()


# What is said of them


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"<!-- sverka-disable-next-line {LINK}: why -->\n\none\n",
            f"{UNUSED}: “<!-- sverka-disable-next-line {LINK}: why -->” silences nothing: "
            "remove it",
        ),
        (
            "<!-- sverka-disable -->\n\none\n",
            f"{UNUSED}: “<!-- sverka-disable -->” silences nothing: remove it",
        ),
        (
            f"---\nsverka:\n  disable: [{LINK}]\n---\n\none\n",
            f"{UNUSED}: “{LINK}” silences nothing: remove it",
        ),
        (
            "one\n\n<!-- sverka-disable-next-line -->\n",
            f"{UNUSED}: “<!-- sverka-disable-next-line -->” has nothing after it: move it to the "
            "line before the one it is about, or remove it",
        ),
        (
            "<!-- sverka-enable structure -->\n\none\n",
            f"{UNUSED}: “<!-- sverka-enable structure -->” ends nothing that was disabled above: "
            "remove it, or correct its rule",
        ),
        (
            "<!-- sverka-disable structure/lnk -->\n\none\n",
            f"{UNKNOWN}: There is no rule structure/lnk: did you mean {LINK}?",
        ),
        (
            "<!-- sverka-disable xyz/abc -->\n\none\n",
            f"{UNKNOWN}: There is no rule xyz/abc: correct it, or remove it from the directive",
        ),
        (
            "---\nsverka:\n  disable: lnik\n---\n\none\n",
            f"{UNKNOWN}: There is no rule lnik: did you mean {LINK}?",
        ),
        (
            "<!-- sverka-disable-nextline structure -->\n\none\n",
            f"{UNKNOWN}: There is no directive sverka-disable-nextline: did you mean "
            "sverka-disable-next-line?",
        ),
        (
            "<!-- sverka-off -->\n\none\n",
            f"{UNKNOWN}: There is no directive sverka-off: did you mean sverka-disable-next-line?",
        ),
        (
            "---\nsverka:\n  disabled: structure\n---\n\none\n",
            f"{UNKNOWN}: There is no directive sverka.disabled: did you mean sverka.disable?",
        ),
        (
            "---\nsverka: {ignore: [structure, all]}\n---\n\none\n",
            f"{UNKNOWN}: There is no directive sverka.ignore: did you mean sverka.disable?",
        ),
        (
            "---\nsverka:\n  ignore:\n    - structure\n    - all\n---\n\none\n",
            f"{UNKNOWN}: There is no directive sverka.ignore: did you mean sverka.disable?",
        ),
    ],
)  # fmt: skip
def test_a_directive_that_does_nothing_is_reported(text: str, said: str) -> None:
    assert _said(_apply(_page(text))) == [said]


def test_what_is_said_stands_on_the_directive() -> None:
    page = _page("one\n\n<!-- sverka-enable -->\n")
    [raised] = _apply(page).extra
    assert page.source.quote(raised.finding.place.span) == "<!-- sverka-enable -->"


def test_a_name_that_is_known_works_beside_one_that_is_not() -> None:
    page = _page(f"<!-- sverka-disable {LINK}, structure/no -->\n\none\n")
    outcome = _apply(page, findings=(_at(page, "one"),))
    assert outcome.kept == ()
    assert [one.rule for one in outcome.extra] == [UNKNOWN]


@pytest.mark.parametrize("name", [LINK, "structure", "all"])
def test_a_directive_whose_rules_did_not_all_run_is_not_called_unused(name: str) -> None:
    page = _page(f"<!-- sverka-disable {name} -->\n\none\n")
    assert _apply(page, ran=lambda rule, path: rule != LINK).extra == ()


def test_a_rule_enabled_again_twice_is_reported_once() -> None:
    page = _page(f"<!-- sverka-disable -->\n\none\n\n{'<!-- sverka-enable -->' * 2}\n")
    outcome = _apply(page, findings=(_at(page, "one"),))
    assert [one.finding.message for one in outcome.extra] == ["nothing-open"]


def test_what_is_said_of_directives_can_be_silenced_by_its_own_name() -> None:
    useless = f"<!-- sverka-disable-next-line {LINK} -->\n\none\n"
    page = _page(f"<!-- sverka-disable {UNUSED} -->\n\n{useless}")
    outcome = _apply(page)
    assert (outcome.extra, len(outcome.muted)) == ((), 1)
    page = _page(f"<!-- sverka-disable all -->\n\n{useless}")
    assert len(_apply(page, findings=(_at(page, "one", NUMBER),)).extra) == 1


def test_a_directive_on_directives_that_silences_nothing_is_reported() -> None:
    outcome = _apply(_page(f"<!-- sverka-disable {UNUSED} -->\n\none\n"))
    assert _said(outcome) == [
        f"{UNUSED}: “<!-- sverka-disable {UNUSED} -->” silences nothing: remove it"
    ]


def test_the_order_of_pages_changes_nothing() -> None:
    pages = [_page("<!-- sverka-enable -->\n\none\n", f"{name}.md") for name in "abc"]
    assert _apply(*pages) == _apply(*reversed(pages))


_PIECES = st.sampled_from(
    [
        "<!-- sverka-disable structure -->",
        "<!-- sverka-disable-next-line structure/link: x -->",
        "<!-- sverka-enable structure/image -->",
        "<!-- sverka-enable -->",
        "<!-- sverka-",
        "-->",
        "\n",
        "\n\n",
        "- one",
        "> ",
        "text ",
        "`",
        "```\n",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_any_page_has_directives_with_sound_places(text: str) -> None:
    page = _page(text)
    for directive in directives_of(page):
        assert page.source.quote(directive.span).startswith("<!--")
        assert directive.area is None or 0 <= directive.area.start <= directive.area.end <= len(
            text
        )
    outcome = _apply(page)
    assert (outcome.kept, outcome.muted) == ((), ())
