"""The runner: the order of work over real pages, with checks made for the test."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.align import AlignedPair
from sverka.check import Check, Context, Option
from sverka.config import Config, ConfigError, PathIgnore, RuleSettings
from sverka.finding import Edit, Finding, Fix, Place, Severity
from sverka.messages import failure_message
from sverka.page import Page
from sverka.pairing import PairPattern
from sverka.result import Failure, RunResult
from sverka.runner import check, check_sources, exit_code, stages
from sverka.runner.focus import left_out
from sverka.site import SiteFacts
from sverka.source import Source
from sverka.span import Span

NOWHERE = Path("/")
FROM_RUSSIAN = Config(NOWHERE, source_language="ru")
RU = "# Чистка лица\n\nПроцедура длится час и не болит. НАЙДИ это.\n"
EN = "# Facial cleansing\n\nThe procedure takes an hour and does not hurt. FIND it.\n"
SITE = {"ru/a.md": RU, "en/a.md": EN}

Write = Callable[[Mapping[str, str]], Path]


def _rule(
    rule: str,
    run: Callable[..., Iterable[Finding]],
    unit: str = "page",
    severity: Severity = Severity.ERROR,
    options: tuple[Option, ...] = (),
) -> Check:
    messages = {"en": {"m": "Found {word}.", "here": "here"}}
    return Check(rule, unit, run, severity, messages, (), (), "A rule.", options)


def _word(page: Page, word: str, label: str = "") -> Iterator[Place]:
    at = page.source.text.find(word)
    while at >= 0:
        yield Place(page.path, Span(at, at + len(word)), label)
        at = page.source.text.find(word, at + 1)


def _find(page: Page, context: Context) -> Iterator[Finding]:
    for word in ("НАЙДИ", "FIND"):
        for place in _word(page, word):
            yield Finding(place, "m", {"word": word})


def _compare(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    for place in _word(pair.target, "FIND"):
        yield Finding(place, "m", {"word": "it"}, tuple(_word(pair.source, "НАЙДИ", "here")))


def _alone(site: SiteFacts, context: Context) -> Iterator[Finding]:
    paired = {path for pair in site.pairs for path in (pair.source, pair.target)}
    for page in site.pages:
        if page.path not in paired:
            yield Finding(Place(page.path, page.head), "m", {"word": page.title})


def _boom(*_: object) -> Iterator[Finding]:
    raise ValueError("it went\nwrong")


FIND = _rule("test/find", _find)
COMPARE = _rule("test/compare", _compare, "pair", Severity.WARNING)
ALONE = _rule("test/alone", _alone, "site", Severity.INFO)


def _run(pages: Mapping[str, str], *rules: Check, config: Config | None = None) -> RunResult:
    sources = [Source(path, text) for path, text in pages.items()]
    checks = {rule.id: rule for rule in rules}
    return check_sources(sources, config or FROM_RUSSIAN, checks)


def _seen(result: RunResult) -> list[tuple[str, str, str]]:
    return [(one.finding.place.path, one.rule, one.quote) for one in result.findings]


def _failed(result: RunResult) -> list[str]:
    return [failure_message(one) for one in result.failures]


# The order of work


def test_checks_run_over_pages_pairs_and_the_site() -> None:
    result = _run({**SITE, "en/b.md": EN.replace("FIND", "")}, FIND, COMPARE, ALONE)
    assert _seen(result) == [
        ("en/a.md", "test/compare", "FIND"),
        ("en/a.md", "test/find", "FIND"),
        ("en/b.md", "test/alone", "# Facial cleansing"),
        ("ru/a.md", "test/find", "НАЙДИ"),
    ]
    assert [(one.source, one.target, one.how) for one in result.pairs] == [
        ("ru/a.md", "en/a.md", "path")
    ]
    assert [(one.path, one.language) for one in result.pages] == [
        ("en/a.md", "en"),
        ("en/b.md", "en"),
        ("ru/a.md", "ru"),
    ]
    assert result.failures == ()


def test_the_result_holds_the_quotes_and_sources_of_both_sides() -> None:
    result = _run({**SITE, "en/b.md": "# Other\n"}, COMPARE)
    [reported] = result.findings
    assert reported.related_quotes == ("НАЙДИ",)
    assert {path: source.text for path, source in result.sources.items()} == SITE


def test_a_site_without_pair_rules_is_not_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "align_pairs", None)
    assert len(_run(SITE, FIND, ALONE).findings) == 2


def test_the_packs_of_other_languages_are_left_out() -> None:
    result = _run(SITE, ALONE, config=Config(NOWHERE, languages=("en",)))
    assert [(one.path, one.language) for one in result.pages] == [
        ("en/a.md", "en"),
        ("ru/a.md", ""),
    ]
    assert result.pairs == ()


def test_the_patterns_of_the_configuration_tell_the_languages_too() -> None:
    table = "| 1 | 2 |\n|---|---|\n| 3 | 4 |\n"
    one = {f"one/{name}.md": RU for name in "abc"} | {"one/d.md": table}
    other = {f"other/{name}.md": EN for name in "abc"} | {"other/d.md": table}
    config = Config(NOWHERE, pairs=(PairPattern("one/{path}.md", "other/{path}.md"),))
    result = _run({**one, **other}, FIND, config=config)
    languages = {page.path: page.language for page in result.pages}
    assert (languages["one/d.md"], languages["other/d.md"]) == ("ru", "en")
    assert ("one/d.md", "other/d.md") in {(pair.source, pair.target) for pair in result.pairs}


def test_a_check_sees_its_options() -> None:
    def tell(page: Page, context: Context) -> Iterator[Finding]:
        yield Finding(Place(page.path, Span(0, 1)), "m", {"word": sorted(context.options.items())})

    options = (Option("a", 1, ""), Option("b", 2, ""))
    rules = {"test/tell": RuleSettings(options={"b": 3})}
    rule = _rule("test/tell", tell, options=options)
    result = _run({"a.md": "x\n"}, rule, config=Config(NOWHERE, rules=rules))
    assert [one.finding.data for one in result.findings] == [{"word": [("a", 1), ("b", 3)]}]


# Severity


@pytest.mark.parametrize(
    ("own", "asked", "expected"),
    [
        (None, RuleSettings(), [Severity.ERROR]),
        (Severity.INFO, RuleSettings(), [Severity.INFO]),
        (None, RuleSettings(Severity.WARNING), [Severity.WARNING]),
        (Severity.INFO, RuleSettings(Severity.WARNING), [Severity.INFO]),
        (Severity.WARNING, RuleSettings(Severity.INFO), [Severity.INFO]),
        (Severity.ERROR, RuleSettings(Severity.WARNING), [Severity.WARNING]),
        (Severity.INFO, RuleSettings(off=True), []),
    ],
)
def test_the_settings_have_the_last_word_on_severity_but_lift_no_hint(
    own: Severity | None, asked: RuleSettings, expected: list[Severity]
) -> None:
    def find(page: Page, context: Context) -> Iterator[Finding]:
        yield Finding(Place(page.path, Span(0, 1)), "m", {"word": ""}, severity=own)

    config = Config(NOWHERE, rules={"test/find": asked})
    result = _run({"a.md": "x\n"}, _rule("test/find", find), config=config)
    assert [one.severity for one in result.findings] == expected


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        (None, Severity.INFO, 0),
        (Severity.INFO, Severity.WARNING, 0),
        (Severity.WARNING, Severity.WARNING, 1),
        (Severity.ERROR, Severity.WARNING, 1),
        (Severity.WARNING, Severity.ERROR, 0),
        (Severity.INFO, Severity.INFO, 1),
        (Severity.ERROR, None, 0),
    ],
)
def test_the_exit_code_tells_clean_from_found(
    severity: Severity | None, fail_on: Severity | None, code: int
) -> None:
    rules = () if severity is None else (_rule("test/find", _find, severity=severity),)
    result = _run(SITE, *rules)
    assert exit_code(result, fail_on) == code
    broken = replace(result, failures=(Failure("", "no-pages", {}),))
    assert exit_code(broken, fail_on) == 2


# What goes wrong


@pytest.mark.parametrize(
    ("unit", "path", "message"),
    [
        (
            "page",
            "ru/a.md",
            "en/a.md: the rule test/boom crashed (ValueError: it went wrong); its findings here "
            "are missing. Turn the rule off, and please report this",
        ),
        (
            "pair",
            "en/a.md",
            "en/a.md: the rule test/boom crashed (ValueError: it went wrong); its findings here "
            "are missing. Turn the rule off, and please report this",
        ),
        (
            "site",
            "",
            "the rule test/boom crashed on the site as a whole (ValueError: it went wrong); its "
            "findings are missing. Turn the rule off, and please report this",
        ),
    ],
)  # fmt: skip
def test_a_check_that_crashes_is_named_and_the_rest_goes_on(
    unit: str, path: str, message: str
) -> None:
    result = _run(SITE, FIND, _rule("test/boom", _boom, unit))
    assert path in {one.path for one in result.failures}
    assert _failed(result)[0] == message
    assert len(result.findings) == 2
    assert exit_code(result) == 2


def _misplaced(page: Page) -> dict[str, Finding]:
    end = len(page.source.text)
    here, word = Place(page.path, Span(0, 1)), {"word": ""}
    edit = Fix((Edit(page.path, Span(0, end + 1), ""),))
    return {
        "it reported 0-10 of 9 characters of a.md": Finding(
            Place(page.path, Span(0, end + 1)), "m", word
        ),
        "it reported 2-1 of 9 characters of a.md": Finding(Place(page.path, Span(2, 1)), "m", word),
        "it reported -1-1 of 9 characters of a.md": Finding(
            Place(page.path, Span(-1, 1)), "m", word
        ),
        "it reported 5-99 of 9 characters of a.md": Finding(
            here, "m", word, (Place(page.path, Span(5, 99)),)
        ),
        "it reported 0-10 of 9 characters of a.md ": Finding(here, "m", word, fix=edit),
        "it reported the unknown page 'b.md'": Finding(
            here, "m", word, (Place("b.md", Span(0, 0)),)
        ),
        "its confidence is 1.5, not 0 to 1": Finding(here, "m", word, confidence=1.5),
        "its confidence is nan, not 0 to 1": Finding(here, "m", word, confidence=float("nan")),
        "its message cannot be shown: test/bad has no message 'no'": Finding(here, "no", word),
        "its message cannot be shown: test/bad has no message 'there'": Finding(
            here, "m", word, (Place(page.path, Span(0, 0), "there"),)
        ),
        "its message cannot be shown: 'Found {word}.': no value for {word}": Finding(here, "m"),
    }


MISPLACED = _misplaced(Page(Source("a.md", "One two.\n"), ()))


@pytest.mark.parametrize("reason", MISPLACED)
def test_a_finding_that_does_not_fit_its_page_is_the_rules_failure(reason: str) -> None:
    result = _run({"a.md": "One two.\n"}, _rule("test/bad", lambda *_: [MISPLACED[reason]]))
    assert (result.findings, exit_code(result)) == ((), 2)
    assert result.failures == (
        Failure("a.md", "crash", {"rule": "test/bad", "error": reason.strip()}),
    )


def test_a_finding_on_a_page_that_is_not_there_is_the_rules_failure() -> None:
    stray = Finding(Place("b.md", Span(0, 1)), "m", {"word": ""})
    result = _run({"a.md": "x\n"}, _rule("test/bad", lambda *_: [stray]))
    assert [(one.path, one.what) for one in result.failures] == [("", "crash-on-site")]


def test_what_is_no_finding_is_the_rules_failure() -> None:
    result = _run({"a.md": "x\n"}, _rule("test/bad", lambda *_: ["text"]))
    assert [one.data["error"] for one in result.failures] == [
        "TypeError: it reported str, no Finding"
    ]


def test_an_address_in_an_error_is_the_same_in_every_run() -> None:
    assert stages.described(ValueError("<object at 0x7f12ab>")) == "ValueError: <object at 0x0>"
    assert stages.described(ValueError()) == "ValueError"


@pytest.mark.parametrize(
    ("stage", "failed", "left"),
    [
        ("read_page", {"crash-reading"}, set()),
        ("name_languages", {"crash-pairing"}, {"test/find"}),
        ("pair_pages", {"crash-pairing"}, {"test/find"}),
        ("learn", {"crash-learning"}, {"test/find", "test/alone"}),
        ("align", {"crash-aligning"}, {"test/find", "test/alone"}),
    ],
)
def test_a_stage_that_crashes_leaves_what_does_not_need_it(
    monkeypatch: pytest.MonkeyPatch, stage: str, failed: set[str], left: set[str]
) -> None:
    monkeypatch.setattr(stages, stage, _raise)
    result = _run({**SITE, "en/b.md": "# Another FIND\n"}, FIND, COMPARE, ALONE)
    assert {one.what for one in result.failures} == failed
    assert {one.rule for one in result.findings} == left
    assert all("RuntimeError: no" in line for line in _failed(result))


def _raise(*_: object, **__: object) -> None:
    raise RuntimeError("no")


def test_a_page_that_cannot_be_read_is_a_failure_and_its_pair_is_not_alone(
    write_site: Write,
) -> None:
    site = write_site({**SITE, "ru/b.md": RU, "en/b.md": EN})
    (site / "en" / "a.md").write_bytes("Текст".encode("cp1251"))
    result = check(Config(site), checks={rule.id: rule for rule in (FIND, COMPARE, ALONE)})
    assert _failed(result) == [
        "en/a.md: the file is not UTF-8: byte 0xd2 on line 1; save it as UTF-8"
    ]
    assert _seen(result) == [
        ("en/b.md", "test/compare", "FIND"),
        ("en/b.md", "test/find", "FIND"),
        ("ru/a.md", "test/find", "НАЙДИ"),
        ("ru/b.md", "test/find", "НАЙДИ"),
    ]
    assert [one.path for one in result.pages] == ["en/b.md", "ru/a.md", "ru/b.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_what_is_in_the_way_on_disk_is_a_failure(write_site: Write, tmp_path: Path) -> None:
    site = write_site(SITE)
    (site / "broken.md").symlink_to(site / "nowhere.md")
    (tmp_path / "outside.md").write_text("x\n")
    (site / "out.md").symlink_to(tmp_path / "outside.md")
    result = check(Config(site), checks={})
    assert _failed(result) == [
        "broken.md: the file cannot be opened (No such file or directory); make it readable, or "
        "exclude it",
        "out.md: this link leads out of the site's root; exclude it, or copy what it leads to",
    ]
    excluded = Config(site, exclude=("broken.md", "out.md"))
    assert check(excluded, checks={}).failures == ()


def test_a_rule_that_is_not_there_is_an_error_of_the_configuration() -> None:
    with pytest.raises(ConfigError, match=r"^ignore: there is no rule no/such-rule"):
        check_sources([], Config(NOWHERE, ignore=("no/such-rule",)))


# Suppression and overrides


def test_a_directive_in_the_other_version_silences_a_finding_of_the_pair() -> None:
    directive = "<!-- sverka-disable-next-line test/compare: as agreed -->\n"
    pages = {**SITE, "ru/a.md": RU.replace("Процедура", f"{directive}Процедура")}
    result = _run(pages, FIND, COMPARE)
    assert {one.rule for one in result.findings} == {"test/find"}
    assert (result.suppressed, result.failures) == (1, ())


def _with_engine_rules(text: str, *rules: Check, config: Config | None = None) -> RunResult:
    """A run of one page with all registered rules, which hold the engine's own."""
    from sverka.registry import all_checks

    checks = {**all_checks(), **{rule.id: rule for rule in rules}}
    return check_sources([Source("a.md", text)], config or Config(NOWHERE), checks)


USELESS = "<!-- sverka-disable test/find -->\n\nNothing here.\n"


def test_an_unused_directive_is_a_warning() -> None:
    result = _with_engine_rules(USELESS, FIND)
    assert [(one.rule, one.severity, one.quote) for one in result.findings] == [
        ("suppression/unused", Severity.WARNING, "<!-- sverka-disable test/find -->")
    ]


@pytest.mark.parametrize(
    "config",
    [
        Config(NOWHERE, ignore=("test",)),
        Config(NOWHERE, select=("suppression",)),
        Config(NOWHERE, ignore=("suppression",)),
        Config(NOWHERE, rules={"suppression/unused": RuleSettings(off=True)}),
        Config(NOWHERE, rules={"test/find": RuleSettings(off=True)}),
        Config(NOWHERE, overrides=(PathIgnore(("a.md",), ("test/find",)),)),
        Config(NOWHERE, overrides=(PathIgnore(("a.md",), ("suppression",)),)),
    ],
)
def test_a_directive_is_not_called_unused_where_its_rule_or_that_one_is_off(config: Config) -> None:
    assert _with_engine_rules(USELESS, FIND, config=config).findings == ()


def test_after_a_crash_no_directive_is_called_unused() -> None:
    result = _with_engine_rules(USELESS, FIND, _rule("test/boom", _boom))
    assert (result.findings, len(result.failures)) == ((), 1)


def test_an_override_silences_findings_that_touch_its_pages() -> None:
    config = Config(NOWHERE, overrides=(PathIgnore(("ru/**",), ("test",)),))
    assert _seen(_run(SITE, FIND, COMPARE, config=config)) == [("en/a.md", "test/find", "FIND")]


# Focus


PAIRS = {**SITE, "ru/b.md": RU, "en/b.md": EN, "ru/more/c.md": RU, "en/more/c.md": EN}


@pytest.mark.parametrize(
    ("paths", "seen"),
    [
        ([], {"en/a.md", "en/b.md", "en/more/c.md"}),
        (["."], {"en/a.md", "en/b.md", "en/more/c.md"}),
        ([".."], {"en/a.md", "en/b.md", "en/more/c.md"}),
        (["en/a.md"], {"en/a.md"}),
        (["ru/a.md"], {"en/a.md"}),
        (["ru/a.md", "en/more"], {"en/a.md", "en/more/c.md"}),
        (["ru"], {"en/a.md", "en/b.md", "en/more/c.md"}),
        (["ru/a.md", "."], {"en/a.md", "en/b.md", "en/more/c.md"}),
        (["en/../ru/a.md"], {"en/a.md"}),
    ],
)
def test_what_touches_a_named_file_on_either_side_is_shown(
    write_site: Write, paths: list[str], seen: set[str]
) -> None:
    site = write_site(PAIRS)
    result = check(Config(site), [site / path for path in paths], checks={COMPARE.id: COMPARE})
    assert {path for path, _, _ in _seen(result)} == seen
    assert (len(result.pages), len(result.pairs), result.failures) == (6, 3, ())


def test_paths_count_from_the_current_folder(
    write_site: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write_site(PAIRS)
    monkeypatch.chdir(site / "en")
    result = check(Config(site), [Path("a.md")], checks={FIND.id: FIND})
    assert [path for path, _, _ in _seen(result)] == ["en/a.md"]


def test_a_focus_changes_no_fingerprint(write_site: Write) -> None:
    site = write_site(PAIRS)
    checks = {rule.id: rule for rule in (FIND, COMPARE)}
    whole, part = (
        check(Config(site), checks=checks),
        check(Config(site), [site / "en" / "b.md"], checks=checks),
    )
    on_page = [one for one in whole.findings if one.finding.place.path == "en/b.md"]
    assert list(part.findings) == on_page
    assert len(on_page) == 2


@pytest.mark.parametrize(
    "path", ["no.md", "en/a.txt", "../other.md", "empty", "drafts", "empty/notes.rst"]
)
def test_a_path_that_matches_no_page_is_a_failure(write_site: Write, path: str) -> None:
    site = write_site({**SITE, "drafts/d.md": "x\n", "empty/notes.rst": "x\n"})
    asked = [site / "en" / "a.md", site / path]
    result = check(Config(site, exclude=("drafts",)), asked, checks={FIND.id: FIND})
    [failure] = result.failures
    assert (failure.path, failure.what) == (str(site / path), "no-page")
    assert [one[0] for one in _seen(result)] == ["en/a.md"]
    assert exit_code(result) == 2


def test_a_named_file_that_is_left_out_is_no_failure(write_site: Write) -> None:
    site = write_site({**SITE, "drafts/d.md": "x\n", ".github/PULL_REQUEST_TEMPLATE.md": "x\n"})
    config = Config(site, exclude=("drafts",))
    out = [site / "drafts" / "d.md", site / ".github" / "PULL_REQUEST_TEMPLATE.md"]
    pages = frozenset(SITE)
    assert left_out([*out, site / "en" / "a.md", site / "no.md"], site, pages) == tuple(out)
    for asked, seen in ((out, []), ([*out, site / "en" / "a.md"], ["en/a.md"])):
        result = check(config, asked, checks={FIND.id: FIND})
        assert ([one[0] for one in _seen(result)], result.failures) == (seen, ())


def test_a_file_that_is_left_out_of_a_site_without_pages_is_no_failure(write_site: Write) -> None:
    site = write_site({".github/a.md": "x\n"})
    assert check(Config(site), [site / ".github" / "a.md"], checks={}).failures == ()
    mixed = check(Config(site), [site / ".github" / "a.md", site / "no.md"], checks={})
    assert [one.what for one in mixed.failures] == ["no-pages"]


def test_a_named_link_that_leads_out_of_the_site_is_a_failure(write_site: Write) -> None:
    site = write_site(SITE)
    (site.parent / "outside.md").write_text("x\n")
    (site / "link.md").symlink_to(site.parent / "outside.md")
    asked = [site / "link.md"]
    assert "no-page" in {one.what for one in check(Config(site), asked, checks={}).failures}


def test_a_site_without_pages_is_a_failure(write_site: Write, tmp_path: Path) -> None:
    site = write_site({"notes.rst": "x\n"})
    for root in (site, tmp_path / "nowhere"):
        result = check(Config(root), checks={})
        assert [one.what for one in result.failures] == ["no-pages"]


def test_a_broken_page_fails_only_runs_that_ask_about_it_or_its_pair(write_site: Write) -> None:
    site = write_site(PAIRS)
    (site / "en" / "b.md").write_bytes(b"\xff\xfe")
    for path, failures in (("en/a.md", 0), ("en/b.md", 1), ("ru/b.md", 1), ("en", 1), ("", 1)):
        assert len(check(Config(site), [site / path], checks={}).failures) == failures, path


def test_findings_silenced_elsewhere_are_not_counted(write_site: Write) -> None:
    off = "<!-- sverka-disable test/find -->\n\n"
    site = write_site({path: off + text for path, text in SITE.items()})
    counts = [
        check(Config(site), paths, checks={FIND.id: FIND}).suppressed
        for paths in ([], [site / "en" / "a.md"])
    ]
    assert counts == [2, 1]


# The same bytes out


def test_equal_findings_have_fingerprints_of_their_own_that_no_line_number_changes() -> None:
    twice = {"a.md": "FIND\n\nFIND\n"}
    below = {"a.md": f"A paragraph above.\n\n{twice['a.md']}"}
    first, second = (
        [one.fingerprint for one in _run(pages, FIND).findings] for pages in (twice, below)
    )
    assert len(set(first)) == 2
    assert first == second


@settings(max_examples=8)
@given(st.permutations(sorted(PAIRS)), st.permutations([FIND, COMPARE, ALONE]))
def test_the_order_of_files_and_rules_changes_nothing(paths: list[str], rules: list[Check]) -> None:
    expected = _run(PAIRS, FIND, COMPARE, ALONE)
    result = _run({path: PAIRS[path] for path in paths}, *rules)
    assert replace(result, seconds=0, checks={}) == replace(expected, seconds=0, checks={})


def test_findings_of_a_rule_at_one_place_have_an_order() -> None:
    findings = [Finding(Place("a.md", Span(0, 1)), "m", {"word": word}) for word in ("b", "a", "c")]
    results = []
    for seed in range(3):
        shuffled = random.Random(seed).sample(findings, 3)  # noqa: S311 - an order, no secret
        result = _run({"a.md": "x\n"}, _rule("test/find", lambda *_, all_=shuffled: all_))
        results.append([(one.finding.data["word"], one.fingerprint) for one in result.findings])
    assert [word for word, _ in results[0]] == ["a", "b", "c"]
    assert results[0] == results[1] == results[2]


def test_the_hash_seed_changes_nothing(write_site: Write, root: Path) -> None:
    site = write_site({**PAIRS, "en/b.md": EN + "\n## More\n\n- one\n- two 5\n"})
    script = (
        "import sys; from pathlib import Path; from sverka.config import Config\n"
        "from sverka.runner import check\n"
        "result = check(Config(Path(sys.argv[1])))\n"
        "print(ascii((result.findings, result.failures, result.pairs, list(result.sources))))\n"
    )
    path = os.pathsep.join(str(root / folder) for folder in ("lint", "checks"))
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, str(site)],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
