"""Known findings: the file, what is new, what is gone, and what edits they outlive."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from sverka.anchors import anchor
from sverka.baseline import BadBaseline, Known, compare, dump, parse
from sverka.cli import cli
from sverka.config import Config
from sverka.result import RunResult
from sverka.runner import check_sources
from sverka.source import Source
from sverka.span import Span

WriteSite = Callable[[Mapping[str, str]], Path]

RU = (
    "# Пилинг\n\nКурс занимает 5 дней, потом нужен отдых.\n\n- первый шаг\n- второй шаг\n"
    "- третий шаг\n\nПосле процедуры кожа восстанавливается.\n"
)
EN = (
    "# Peel\n\nThe course takes 3 days, then you need rest.\n\n- the first step\n"
    "- the second step\n\nAfter the procedure the skin recovers.\n"
)
SITE = {"ru/peel.md": RU, "en/peel.md": EN}


def found(site: Mapping[str, str]) -> RunResult:
    return check_sources([Source(path, text) for path, text in site.items()], Config(Path("/")))


def known(result: RunResult) -> list[Known]:
    return [Known.of(one, result.sources) for one in result.findings]


def rules_of(result: RunResult) -> list[str]:
    return [one.rule for one in result.findings]


@pytest.fixture(scope="module")
def first() -> RunResult:
    result = found(SITE)
    assert {"structure/list-items", "translation/number"} <= set(rules_of(result))
    return result


def renamed(site: Mapping[str, str]) -> dict[str, str]:
    return {path.replace("peel", "care/acid-peel"): text for path, text in site.items()}


EDITS: dict[str, Callable[[Mapping[str, str]], Mapping[str, str]]] = {
    "nothing": dict,
    "lines moved down": lambda site: {
        path: text.replace("\n\n", "\n\n<!-- a note -->\n\n\n", 1) for path, text in site.items()
    },
    "paragraphs reflowed": lambda site: {
        path: text.replace(", then", ",\nthen").replace(", потом", ",\nпотом")
        for path, text in site.items()
    },
    "the page renamed": renamed,
    "a page added": lambda site: {**site, "ru/new.md": "# Уход\n", "en/new.md": "# Care\n"},
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_baseline_outlives_edits_that_mend_nothing(first: RunResult, edit: str) -> None:
    outcome = compare(found(EDITS[edit](SITE)), parse(dump(known(first))))
    assert outcome.new == ()
    assert outcome.gone == ()
    assert len(outcome.known) == len(first.findings)


def test_what_was_mended_is_gone_and_what_is_worse_is_new(first: RunResult) -> None:
    mended = found({**SITE, "en/peel.md": EN.replace("3 days", "5 days")})
    outcome = compare(mended, known(first))
    assert [one.rule for one in outcome.gone] == ["translation/number"]
    assert outcome.new == ()
    worse = found({**SITE, "en/peel.md": EN.replace("3 days", "9 days")})
    outcome = compare(worse, known(first))
    assert [one.rule for one in outcome.new] == ["translation/number"]
    assert [one.excerpt for one in outcome.gone] == ["3 days"]


def test_a_copy_of_a_known_finding_on_another_page_is_new(first: RunResult) -> None:
    both = found({**SITE, "ru/copy.md": RU, "en/copy.md": EN})
    outcome = compare(both, known(first))
    # Articles that contradict each other are found besides; that is another finding.
    copied = [one for one in outcome.new if one.rule in set(rules_of(first))]
    assert [one.rule for one in copied] == rules_of(first)
    assert {Path(one.finding.place.path).name for one in copied} == {"copy.md"}
    assert outcome.gone == ()


def test_after_a_rename_the_entries_have_the_new_path(first: RunResult) -> None:
    outcome = compare(found(renamed(SITE)), known(first))
    assert {one.page for one in outcome.known} <= {"ru/care/acid-peel.md", "en/care/acid-peel.md"}


def test_of_equal_findings_as_many_are_new_as_there_are_more() -> None:
    lines = ("Цена — 2О0 рублей.\n\n", "Скидка — 2О0 рублей.\n\n", "Итого — 2О0 рублей.\n\n")
    twice, thrice = ({"ru/a.md": "# А\n\n" + "".join(lines[:count])} for count in (2, 3))
    before, after = found(twice), found(thrice)
    assert len(before.findings) == len(after.findings) - 1 > 0
    assert len(compare(after, known(before)).new) == 1
    assert len(compare(before, known(after)).gone) == 1


# The file


def test_the_file_is_readable_sorted_and_without_line_numbers(first: RunResult) -> None:
    text = dump(reversed(known(first)), ["Known findings."])
    assert text.startswith("# Known findings.\nversion = 1\n\n[[known]]\n")
    assert text == dump(known(first), ["Known findings."])
    assert 'rule = "translation/number"' in text
    assert 'excerpt = "3 days"' in text
    assert {key for entry in tomllib.loads(text)["known"] for key in entry} == {
        "rule", "page", "excerpt", "fingerprint", "content",
    }  # fmt: skip


_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.builds(Known, _texts, _texts, _texts, _texts, st.tuples(_texts)), max_size=4))
def test_what_is_written_is_read_back(entries: list[Known]) -> None:
    assert sorted(map(repr, parse(dump(entries)))) == sorted(map(repr, entries))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("rule = ", "baseline_syntax"),
        ("", "baseline_version"),
        ("version = 2\n", "baseline_version"),
        ("version = 1\nknown = 3\n", "baseline_syntax"),
        ("version = 1\n[[known]]\nrule = 'a/b'\n", "baseline_entry"),
    ],
)
def test_a_text_that_is_no_baseline_is_refused(text: str, what: str) -> None:
    with pytest.raises(BadBaseline) as refused:
        parse(text)
    assert refused.value.what == what


# Anchors


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("One two\nthree four.\n", "One two", "One two\nthree four."),
        ("One two\nthree four.\n", "three four.", "One two\nthree four."),
        ("One two\nthree four.\n", "two", "two"),
        ("See [one](a.md#b) here.\n", "[one](a.md#b)", "[one]()"),
        ("A\n\nOne two\n\nB\n", "One two", "One two"),
        ("- one\n- two\n", "- one", "- one"),
        ("- one\n  goes on\n- two\n", "- one", "- one\n  goes on"),
        ("# Head\nText\nmore\n", "# Head", "# Head"),
        ("# Head\nText\nmore\n", "more", "Text\nmore"),
        ("| a | b |\n| c | d |\n", "| a | b |", "| a | b |"),
        ("Text\n```\ncode\n```\n", "Text", "Text"),
    ],
)
def test_whole_lines_stand_for_their_paragraph(text: str, quote: str, words: str) -> None:
    start = text.index(quote)
    assert anchor(Source("a.md", text), Span(start, start + len(quote))) == words


# The commands


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--help"] if not arguments else list(arguments))


@pytest.fixture
def site(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_site(SITE)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("LANG", raising=False)
    monkeypatch.delenv("LC_ALL", raising=False)
    return folder


def test_a_baseline_silences_what_is_known_and_nothing_else(site: Path) -> None:
    assert run("check").exit_code == 1
    written = run("baseline")
    assert written.exit_code == 0
    assert written.output.startswith("sverka-baseline.toml is written with ")
    assert (
        (site / "sverka-baseline.toml")
        .read_text(encoding="utf-8")
        .startswith(
            "# Known findings: `sverka check --baseline` with this file shows and counts only "
            "others.\n"
        )
    )
    checked = run("check", "--baseline", "sverka-baseline.toml")
    assert checked.exit_code == 0
    assert "known from the baseline." in checked.stdout
    assert checked.stderr == ""
    (site / "en/peel.md").write_text(EN.replace("- the second step\n", ""), encoding="utf-8")
    assert run("check", "--baseline", "sverka-baseline.toml").exit_code == 1


def test_the_file_is_the_same_whoever_writes_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("baseline")
    first = (site / "sverka-baseline.toml").read_bytes()
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert run("baseline").output.startswith("sverka-baseline.toml записан, в нём ")
    assert (site / "sverka-baseline.toml").read_bytes() == first


def test_entries_that_match_nothing_are_named_and_pruned(site: Path) -> None:
    run("baseline")
    (site / "en/peel.md").write_text(EN.replace("3 days", "5 days"), encoding="utf-8")
    checked = run("check", "--baseline", "sverka-baseline.toml")
    assert checked.exit_code == 0
    assert checked.stderr == (
        "sverka: sverka-baseline.toml: 1 entry without a finding; `sverka baseline prune` takes "
        "such entries out:\n  en/peel.md: translation/number: 3 days\n"
    )
    assert run("check", "--quiet", "--baseline", "sverka-baseline.toml").stderr == ""
    pruned = run("baseline", "prune")
    assert pruned.output.startswith("sverka-baseline.toml: 1 entry taken out, ")
    assert run("check", "--baseline", "sverka-baseline.toml").stderr == ""


def test_a_run_that_did_not_look_says_nothing_of_entries(site: Path) -> None:
    run("baseline")
    (site / "en/peel.md").write_text(EN.replace("3 days", "5 days"), encoding="utf-8")
    baseline = ("--baseline", "sverka-baseline.toml")
    assert run("check", *baseline, "--select", "structure").stderr == ""
    (site / "ru/b.md").write_text("# Б\n", encoding="utf-8")
    assert run("check", *baseline, "ru/b.md").stderr == ""
    assert run("baseline", "prune", "ru/b.md").output.startswith(
        "sverka-baseline.toml: 0 entries taken out, "
    )


def test_without_a_whole_run_no_baseline_is_written(site: Path) -> None:
    (site / "ru/broken.md").write_bytes(b"\xff\xfe\x00")
    result = run("baseline")
    assert result.exit_code == 2
    assert "the baseline is not written, since not everything could be checked" in result.stderr
    assert not (site / "sverka-baseline.toml").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "sverka: b.toml: there is no such baseline; write it with `sverka baseline`\n"),
        (b"\xff", "sverka: b.toml: the baseline cannot be read (UTF-8)\n"),
        (
            b"version = 1\n[[known]]\n",
            "sverka: b.toml: entry 1 has no text rule; correct or remove it\n",
        ),
    ],
)
def test_a_baseline_that_cannot_be_read_is_exit_code_2(
    site: Path, content: bytes | None, message: str
) -> None:
    if content is not None:
        (site / "b.toml").write_bytes(content)
    result = run("check", "--baseline", "b.toml")
    assert (result.exit_code, result.stderr) == (2, message)


@pytest.mark.corpus
def test_a_baseline_outlives_moved_reflowed_and_renamed_pages_of_a_real_site(
    corpus: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib.util
    import sys

    monkeypatch.setenv("SVERKA_CORPUS", str(corpus))
    place = root / "bench" / "baseline_survival.py"
    spec = importlib.util.spec_from_file_location("baseline_survival", place)
    assert spec
    assert spec.loader
    bench = importlib.util.module_from_spec(spec)
    monkeypatch.setattr(sys, "path", [str(root / "bench"), *sys.path])
    spec.loader.exec_module(bench)
    # The first pairs of each collection, as one site each.
    total = alive = fresh = 0
    for name in ("bem", "hexlet", "bslls"):
        before = bench.run(bench.site_of(name, bench.unchanged, renamed=False, seed=1, most=12))
        after = bench.run(bench.site_of(name, bench.everything, renamed=True, seed=1, most=12))
        outcome = compare(after, known(before))
        total += len(before.findings)
        alive += len(outcome.known)
        fresh += len(outcome.new)
    assert total > 50
    assert alive / (alive + fresh) >= 0.99
    assert alive / total >= 0.99


def test_sentences_that_stood_on_lines_of_their_own_are_known_in_a_paragraph() -> None:
    ru = "# Уход\n\nПервый шаг прост.\nКожу очищают мягким гелем.\nПотом наносят крем.\n"
    en = "# Care\n\nThe first step is simple.\nThen a cream is applied.\n"
    before = found({"ru/a.md": ru, "en/a.md": en})
    assert "translation/omission" in rules_of(before)
    flowing = {"ru/a.md": ru.replace(".\n", ". ").replace("Уход. ", "Уход.\n"), "en/a.md": en}
    outcome = compare(found(flowing), known(before))
    assert (outcome.new, outcome.gone) == ((), ())
