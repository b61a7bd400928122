"""Configuration: where it is found, where a site begins, what each key takes, and what is said
of one that is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.check import Check, Option
from sverka.config import (
    KEYS,
    Config,
    ConfigError,
    Key,
    PathIgnore,
    RuleSettings,
    find_config,
    load,
    rule_names,
    site_root,
    validate_rules,
)
from sverka.config.error import line_of
from sverka.finding import Finding, Severity
from sverka.markdown.shortcodes import Shortcode
from sverka.pairing import PairPattern


def _check(rule: str, *options: Option) -> Check:
    def run(*_: object) -> Iterable[Finding]:
        return ()

    return Check(rule, "page", run, Severity.ERROR, {}, (), (), "A rule.", options)


CHECKS = {
    check.id: check
    for check in (
        _check("structure/image"),
        _check(
            "structure/link",
            Option("strict", default=False, description=""),
            Option("least", default=3, description=""),
            Option("share", default=0.5, description=""),
            Option("word", default="a", description=""),
            Option("hosts", default=("a.example",), description=""),
        ),
        _check("translation/number"),
    )
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the current one and the top of a git work tree."""
    folder = tmp_path.resolve() / "site"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def _load(site: Path, text: str) -> Config:
    (site / "sverka.toml").write_text(text, encoding="utf-8")
    return load(site, checks=lambda root: CHECKS)


def _message(site: Path, text: str, locale: str = "") -> str:
    with pytest.raises(ConfigError) as caught:
        _load(site, text)
    return caught.value.message(locale)


# Where it is found


def test_without_a_file_the_defaults_hold(site: Path) -> None:
    assert load(site) == Config(site)
    assert load() == Config(site)


@pytest.mark.parametrize("name", ["sverka.toml", ".sverka.toml"])
def test_a_file_is_found_from_a_folder_below(site: Path, name: str) -> None:
    (site / name).write_text('fail-on = "error"\n')
    below = site / "content" / "blog"
    below.mkdir(parents=True)
    (below / "page.md").touch()
    for start in (below, below / "page.md"):
        config = load(start)
        assert (config.root, config.file) == (site, site / name)
        assert config.fail_on is Severity.ERROR


def test_the_nearest_file_counts_and_in_one_folder_the_first(site: Path) -> None:
    (site / "docs").mkdir()
    (site / "sverka.toml").touch()
    (site / ".sverka.toml").touch()
    (site / "pyproject.toml").write_text("[tool.sverka]\n")
    assert find_config(site / "docs") == site / "sverka.toml"
    (site / "docs" / "pyproject.toml").write_text("[tool.sverka]\n")
    assert find_config(site / "docs") == site / "docs" / "pyproject.toml"


def test_a_pyproject_without_our_table_is_passed_over(site: Path) -> None:
    (site / "docs").mkdir()
    (site / "docs" / "pyproject.toml").write_text("[tool.other]\n")
    (site / "sverka.toml").touch()
    assert find_config(site / "docs") == site / "sverka.toml"


def test_a_broken_pyproject_matters_only_where_it_names_our_table(site: Path) -> None:
    (site / "pyproject.toml").write_text("[tool.other\n")
    assert find_config(site) is None
    (site / "pyproject.toml").write_text("[tool.sverka]\nselect = [\n")
    with pytest.raises(ConfigError) as caught:
        find_config(site)
    assert str(caught.value) == "pyproject.toml:3: this is no valid TOML: Invalid value"


def test_the_table_of_a_pyproject_is_read(site: Path) -> None:
    text = '[project]\nname = "x"\n\n[tool.sverka]\nlocale = "ru"\n\n[[tool.sverka.pairs]]\n'
    (site / "pyproject.toml").write_text(
        f'{text}source = "{{path}}.md"\ntarget = "ru/{{path}}.md"\n'
    )
    config = load(site)
    assert config.locale == "ru"
    assert config.pairs == (PairPattern("{path}.md", "ru/{path}.md"),)
    (site / "pyproject.toml").write_text(f"{text}source = 1\n")
    with pytest.raises(ConfigError) as caught:
        load(site)
    assert str(caught.value) == "pyproject.toml:7: pairs.target is missing; add it"


def test_the_search_ends_at_the_top_of_the_git_work_tree(site: Path) -> None:
    (site / "sverka.toml").touch()
    inner = site / "inner"
    (inner / "docs").mkdir(parents=True)
    (inner / ".git").write_text("gitdir: elsewhere\n")
    assert find_config(inner / "docs") is None
    assert load(inner / "docs").root == inner / "docs"


def test_a_named_file_is_taken_instead_of_a_search(site: Path) -> None:
    (site / "sverka.toml").write_text('locale = "ru"\n')
    other = site / "conf" / "other.toml"
    other.parent.mkdir()
    other.write_text('locale = "en"\n')
    config = load(site, other)
    assert (config.locale, config.file, config.root) == ("en", other, site / "conf")


def test_a_named_file_must_be_there(site: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(site, site / "no.toml")
    expected = "no.toml: there is no such file; check the path given with --config"
    assert str(caught.value) == expected


def test_a_named_pyproject_must_hold_our_table(site: Path) -> None:
    (site / "pyproject.toml").write_text("[tool]\n")
    with pytest.raises(ConfigError) as caught:
        load(site, site / "pyproject.toml")
    expected = "pyproject.toml: there is no [tool.sverka] table; add one, or name another file"
    assert str(caught.value) == expected


def test_a_file_with_a_byte_order_mark_is_read(site: Path) -> None:
    (site / "sverka.toml").write_bytes(b'\xef\xbb\xbflocale = "ru"\r\n')
    assert load(site).locale == "ru"


# Where the site begins


def test_the_site_begins_where_the_configuration_lies(site: Path) -> None:
    (site / "docs" / "a").mkdir(parents=True)
    (site / "docs" / "sverka.toml").touch()
    assert site_root([site / "docs" / "a"], site / "docs" / "sverka.toml") == site / "docs"
    assert load(paths=[site / "docs" / "a"]).root == site / "docs"


def test_without_one_it_begins_at_the_single_folder_given(site: Path) -> None:
    (site / "docs").mkdir()
    assert site_root([site / "docs"]) == site / "docs"
    assert site_root([Path("docs")]) == site / "docs"
    assert site_root([]) == site


def test_without_one_several_paths_begin_at_the_git_top(site: Path) -> None:
    for name in ("docs/ru", "docs/en"):
        (site / name).mkdir(parents=True)
    (site / "docs" / "a.md").touch()
    assert site_root([site / "docs" / "ru", site / "docs" / "en"]) == site
    assert site_root([site / "docs" / "a.md"]) == site


def test_outside_git_several_paths_begin_at_their_common_folder(tmp_path: Path) -> None:
    common = tmp_path.resolve() / "common"
    for name in ("ru", "en"):
        (common / name).mkdir(parents=True)
        (common / name / "a.md").touch()
    assert site_root([common / "ru" / "a.md", common / "en"]) == common
    assert site_root([common / "ru" / "a.md"]) == common / "ru"


def test_outside_git_a_named_file_does_not_shrink_the_site_to_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, other = tmp_path.resolve() / "here", tmp_path.resolve() / "other"
    for folder in (here / "ru", here / "en", other):
        folder.mkdir(parents=True)
        (folder / "a.md").touch()
    monkeypatch.chdir(here)
    assert site_root([Path("ru/a.md")]) == here
    assert site_root([Path("ru/a.md"), Path("ru")]) == here
    assert site_root([Path("ru")]) == here / "ru"
    assert site_root([other / "a.md"]) == other
    assert site_root([Path("ru/a.md"), other / "a.md"]) == tmp_path.resolve()
    assert load(paths=[Path("ru/a.md")]).root == here


# What each key takes


def test_every_key_has_its_field_and_every_field_its_key() -> None:
    of_the_run = {"root", "file", "hints"}
    assert {key.field for key in KEYS} == {one.name for one in fields(Config)} - of_the_run


def test_all_keys_are_read(site: Path) -> None:
    config = _load(
        site,
        """
source-language = "ru"
languages = ["ru", "en"]
include = ["content/**", "./notes"]
exclude = ["drafts"]
select = ["structure", "translation/number", "structure"]
ignore = ["structure/image"]
fail-on = "error"
locale = "ru"

[[pairs]]
source = "content/{path}.md"
target = "content.en/{path}.md"

[[pairs]]
source = "./{name}/a.md"
target = "b.{name}.md"

[[shortcodes]]
name = "price"
pattern = '\\[price [^\\]]*\\]'
role = "embed"

[rules."structure/link"]
severity = "warning"
strict = true

[rules]
"structure/image".severity = "off"

[[overrides]]
paths = ["blog/**"]
ignore = ["structure"]
""".replace('[rules]\n"structure/image".severity', '[rules."structure/image"]\nseverity'),
    )
    assert config == Config(
        root=site,
        file=site / "sverka.toml",
        source_language="ru",
        languages=("ru", "en"),
        include=("content/**", "./notes"),
        exclude=("drafts",),
        pairs=(
            PairPattern("content/{path}.md", "content.en/{path}.md"),
            PairPattern("{name}/a.md", "b.{name}.md"),
        ),
        shortcodes=(Shortcode("price", r"\[price [^\]]*\]", "embed"),),
        select=("structure", "translation/number"),
        ignore=("structure/image",),
        rules={
            "structure/image": RuleSettings(off=True),
            "structure/link": RuleSettings(Severity.WARNING, options={"strict": True}),
        },
        overrides=(PathIgnore(("blog/**",), ("structure",)),),
        fail_on=Severity.ERROR,
        locale="ru",
    )


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_the_default_of_a_key_is_what_holds_without_it(site: Path, key: Key) -> None:
    if key.default == '""':  # to be found out, which no text says
        assert vars(Config(site))[key.field] == ""
    else:
        read = _load(site, f"{key.name} = {key.default}\n")
        assert vars(read)[key.field] == vars(Config(site))[key.field]


def test_the_examples_of_the_keys_are_read(site: Path) -> None:
    (site / "sverka.toml").write_text(
        "\n".join(key.example.replace("xx", "ru").replace("yy", "en") for key in _tables_last())
    )
    config = load(site)
    defaults = vars(Config(site))
    assert [key.name for key in KEYS if vars(config)[key.field] == defaults[key.field]] == []


def _tables_last() -> list[Key]:
    return sorted(KEYS, key=lambda key: key.example.startswith("["))


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("error", Severity.ERROR),
        ("warning", Severity.WARNING),
        ("info", Severity.INFO),
        ("never", None),
    ],
)
def test_the_level_that_fails_a_run(site: Path, word: str, level: Severity | None) -> None:
    assert _load(site, f'fail-on = "{word}"').fail_on is level


@pytest.mark.parametrize(
    ("rule", "path", "ignored"),
    [
        ("structure/image", "blog/a.md", True),
        ("structure/image", "blog/2024/a.md", True),
        ("structure/image", "docs/a.md", False),
        ("structure/link", "blog/a.md", False),
        ("translation/number", "en/changelog.md", True),
        ("translation/name", "changelog.md", True),
        ("claims/safety", "any/old/page.md", True),
    ],
)
def test_an_override_silences_rules_and_families_by_path(
    rule: str, path: str, ignored: bool
) -> None:
    overrides = (
        PathIgnore(("blog/**",), ("structure/image",)),
        PathIgnore(("changelog.md",), ("translation",)),
        PathIgnore(("any/old",), ("all",)),
    )
    assert Config(Path("/"), overrides=overrides).ignores(rule, path) is ignored


# What is said of one that is wrong


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fail_on = 1", "1: there is no key fail_on; did you mean fail-on?"),
        ("\nselekt = []", "2: there is no key selekt; did you mean select?"),
        (
            "zzz = 1",
            "1: there is no key zzz; the keys here are source-language, languages, include, "
            "exclude, pairs, shortcodes, termbase, select, ignore, rules, overrides, accept, "
            "fail-on, locale",
        ),
        ("locale = 1", "1: locale must be one of en, ru, not 1"),
        ('locale = "de"', "1: locale must be one of en, ru, not 'de'"),
        ('fail-on = "warn"', "1: fail-on must be one of error, warning, info, never, not 'warn'"),
        ('select = "structure"', '1: select must be a list of texts, such as ["a", "b"]'),
        ("select = [1]", '1: select must be a list of texts, such as ["a", "b"]'),
        ('include = [""]', "1: include is empty; give it a value or remove it"),
        ("source-language = true", "1: source-language must be a text in quotes"),
        (
            'source-language = "zz"',
            "1: source-language: there is no pack for the language zz; there are en, ru",
        ),
        (
            'source-language = "ru"\nlanguages = ["en"]',
            "1: source-language: ru is not among languages",
        ),
        (
            'exclude = ["a", "../b"]',
            "1: exclude: ../b must be relative to the site's root, with / between folders and "
            "without ..",
        ),
        (
            'include = ["C:/docs"]',
            "1: include: C:/docs must be relative to the site's root, with / between folders and "
            "without ..",
        ),
        (
            r"include = ['docs\ru']",
            r"1: include: docs\ru must be relative to the site's root, with / between folders "
            "and without ..",
        ),
        ("pairs = 1", "1: pairs must be a list of tables, each under its own [[pairs]]"),
        ("[pairs]", "1: pairs must be a list of tables, each under its own [[pairs]]"),
        ("rules = []", "1: rules must be a table"),
        ('[rules]\n"structure/link" = 1', '2: rules."structure/link" must be a table'),
        (
            '[[pairs]]\nsource = "a"\ntarget = "b"\n\n[[pairs]]\nsource = "a"\n',
            "5: pairs.target is missing; add it",
        ),
        ('[[pairs]]\nsurce = "a"', "2: there is no key pairs.surce; did you mean source?"),
        (
            '[[pairs]]\nsource = "/{path}"\ntarget = "b/{path}"',
            "2: pairs.source: /{path} must be relative to the site's root, with / between "
            "folders and without ..",
        ),
        (
            '[[pairs]]\nsource = "a/{path}"\ntarget = "b/{name}"',
            "1: pairs: source and target must hold the same placeholders, such as {path}",
        ),
        (
            '[[pairs]]\nsource = "a/{path}"\ntarget = "a/{path}"',
            "1: pairs: source and target are the same pattern; name the other version's",
        ),
        *(
            (
                f'[[pairs]]\nsource = "a/{{path}}"\ntarget = "{pattern}"',
                f"3: pairs.target: {pattern} may hold {{path}} (any path) and {{name}} (one part "
                "of it), each once, and no *",
            )
            for pattern in ("b/**/*.md", "b/{slug}", "{path}/{path}", "b/{path", "b}/{path}")
        ),
        (
            '[[shortcodes]]\nname = "x"\npattern = "("\nrole = "embed"',
            "3: shortcodes.pattern: ( is no regular expression: missing ), unterminated "
            "subpattern at position 0",
        ),
        (
            '[[shortcodes]]\nname = "x"\npattern = "a*"\nrole = "embed"',
            "3: shortcodes.pattern: a* also matches nothing at all; make it match at least one "
            "character",
        ),
        (
            '[[shortcodes]]\nname = "x"\npattern = "a"\nrole = "link"',
            "3: shortcodes.pattern: a shortcode with the role link needs the group (?P<text>...)",
        ),
        (
            '[[shortcodes]]\nname = "x"\npattern = "a"\nrole = "prose"',
            "4: shortcodes.role must be one of wrap, auto, embed, text, link, mark, not 'prose'",
        ),
        (
            '[rules."structure/link"]\nseverity = "fatal"',
            '2: rules."structure/link".severity must be one of error, warning, info, off, not '
            "'fatal'",
        ),
        (
            'select = [\n  "structure/lnk",\n]',
            "1: select: there is no rule structure/lnk; did you mean structure/link?",
        ),
        ('ignore = ["number"]', "1: ignore: there is no rule number; did you mean "
         "translation/number?"),
        ('ignore = ["qqqqq"]', "1: ignore: there is no rule qqqqq; `sverka rules` lists them"),
        (
            '[[overrides]]\npaths = ["a"]\nignore = ["structur"]',
            "3: overrides.ignore: there is no rule structur; did you mean structure?",
        ),
        (
            '[rules."structure/links"]',
            '1: rules."structure/links": there is no rule structure/links; did you mean '
            "structure/link?",
        ),
        (
            '[rules.structure]\nseverity = "off"',
            "1: rules.structure: structure is a family; name one of its rules, such as "
            "structure/image",
        ),
        (
            '[rules."structure/link"]\nstrikt = true',
            '2: there is no key rules."structure/link".strikt; did you mean strict?',
        ),
        (
            '[rules."structure/image"]\nsize = 1',
            '2: there is no key rules."structure/image".size; the keys here are severity',
        ),
        *(
            (
                f'[rules."structure/link"]\n{name} = {value}',
                f'2: rules."structure/link".{name} must be a value such as {example}, not {shown}',
            )
            for name, value, example, shown in (
                ("strict", "1", "false", "1"),
                ("least", "true", "3", "true"),
                ("least", "2.5", "3", "2.5"),
                ("share", '"half"', "0.5", '"half"'),
                ("word", "[]", '"a"', "[]"),
                ("hosts", '"b"', '["a.example"]', '"b"'),
                ("hosts", "[1]", '["a.example"]', "[1]"),
            )
        ),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_its_line(site: Path, text: str, message: str) -> None:
    assert _message(site, text) == f"sverka.toml:{message}"


@pytest.mark.parametrize(
    "option", ["strict = true", "least = 5", "share = 1", 'word = "b"', 'hosts = ["b", "c"]']
)
def test_an_option_of_the_right_kind_is_taken(site: Path, option: str) -> None:
    [settings] = _load(site, f'[rules."structure/link"]\n{option}').rules.values()
    assert list(settings.options) == [option.partition(" ")[0]]


def test_errors_speak_the_locale_asked_for(site: Path) -> None:
    message = _message(site, "selekt = []", "ru_RU.UTF-8")
    assert message == "sverka.toml:1: ключа selekt нет; возможно, вы имели в виду select?"


def test_bad_toml_is_named_with_its_line(site: Path) -> None:
    message = _message(site, "select = []\nignore [")
    assert message.startswith("sverka.toml:2: this is no valid TOML: Expected '='")


@pytest.mark.parametrize(
    "text",
    ["select = [", "x = " + "[" * 100_000, "x = " + "9" * 5_000, '"""', "x = 1\nx = 2", "\0"],
)
def test_no_text_raises_anything_else(site: Path, text: str) -> None:
    assert _message(site, text).startswith("sverka.toml")


@given(st.text(max_size=40))
def test_no_value_raises_anything_else(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    (folder / ".git").mkdir(parents=True, exist_ok=True)
    quoted = "".join(f"\\U{ord(char):08x}" for char in text if not 0xD800 <= ord(char) < 0xE000)
    for line in (
        f'include = ["{quoted}"]',
        f'select = ["{quoted}"]',
        f'source-language = "{quoted}"',
        f'[["{quoted}"]]',
        f'[rules."{quoted}"]',
        f'[[pairs]]\nsource = "{quoted}{{path}}"\ntarget = "b{{path}}"',
        f'[[shortcodes]]\nname = "x"\nrole = "embed"\npattern = "{quoted}"',
    ):
        (folder / "sverka.toml").write_text(line, encoding="utf-8")
        try:
            load(folder, checks=lambda root: CHECKS)
        except ConfigError as error:
            assert f"{folder}/sverka.toml" in error.message("ru")  # noqa: PT017 - or none is raised


def test_a_file_that_is_not_utf_8_is_named(site: Path) -> None:
    (site / "sverka.toml").write_bytes(b"locale = '\xff'")
    with pytest.raises(ConfigError) as caught:
        load(site)
    assert str(caught.value) == (
        "sverka.toml: the file cannot be read (byte 10 is not UTF-8); make it a readable UTF-8 text"
    )


def test_a_folder_in_the_place_of_a_file_is_named(site: Path) -> None:
    with pytest.raises(ConfigError, match=r"^\.: the file cannot be read \(Is a directory\)"):
        load(site, site)


def test_rules_are_validated_without_a_file_too(site: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        validate_rules(Config(site, select=("structure/lnk",)), CHECKS)
    expected = "select: there is no rule structure/lnk; did you mean structure/link?"
    assert str(caught.value) == expected


def test_the_names_of_rules_are_rules_families_and_all() -> None:
    assert rule_names(CHECKS) == (
        "all",
        "structure",
        "structure/image",
        "structure/link",
        "translation",
        "translation/number",
    )


@pytest.mark.parametrize(
    ("trail", "line"),
    [
        (("a",), 1),
        (("a", 3), 1),
        (("t", "b"), 4),
        (("t", "c", "d"), 5),
        (("t", 'e "f', "g"), 7),
        (("list", 0, "x"), 9),
        (("list", 1, "x"), 11),
        (("list", 1, "y"), 10),
        (("no",), 0),
    ],
)
def test_a_line_is_found_by_the_keys_that_lead_to_it(
    trail: tuple[str | int, ...], line: int
) -> None:
    text = (
        "a = [\n]\n[t] # note\nb = 1\nc.d = 2\n[t.'e \"f']\ng=3\n[[list]]\nx = 1\n[[list]]\nx = 2"
    )
    assert line_of(text, trail) == line
