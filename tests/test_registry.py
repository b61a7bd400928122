"""The registry: what makes a module a rule, and which rules a configuration asks for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import sverka_checks
from sverka.check import Check
from sverka.claims.domains import load
from sverka.config import Config, RuleSettings
from sverka.finding import Finding, Severity
from sverka.registry import BadCheck, all_checks, checks_of, select
from sverka.suppress import engine_rules

RULE = """
from sverka.check import Check
from sverka.finding import Severity

CHECK = Check("{id}", "{unit}", lambda unit, context: (), Severity.ERROR, {{}}, (), (), "A rule.")
"""

Build = Callable[..., str]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Build]:
    """Writes a package of checks from path -> text of the module, and gives its name."""
    name = "checks_of_a_test"
    monkeypatch.syspath_prepend(tmp_path)

    def build(modules: dict[str, str]) -> str:
        for path, text in modules.items():
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            for folder in (file.parent, tmp_path / name):
                (folder / "__init__.py").write_text('"""Checks."""\n')
            file.write_text(text)
        return name

    yield build
    for module in [one for one in sys.modules if one.partition(".")[0] == name]:
        del sys.modules[module]
    all_checks.cache_clear()


def _rule(rule: str, unit: str = "page") -> str:
    return RULE.format(id=rule, unit=unit)


def test_every_module_is_a_rule_under_its_path(package: Build) -> None:
    name = package(
        {
            "structure/list_items.py": _rule("structure/list-items"),
            "structure/link.py": _rule("structure/link", "pair"),
            "claims/near_duplicate.py": _rule("claims/near-duplicate", "site"),
            "structure/_kind.py": "raise AssertionError('no rule, not imported')",
            "_shared.py": "raise AssertionError('no rule, not imported')",
        }
    )
    assert list(all_checks(name)) == [
        "claims/near-duplicate",
        "structure/link",
        "structure/list-items",
        "suppression/unknown-rule",
        "suppression/unused",
    ]


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        (
            "structure/link.py",
            _rule("structure/links"),
            "checks_of_a_test.structure.link: the id is 'structure/links', its path asks for "
            "'structure/link'",
        ),
        (
            "structure/link.py",
            "",
            "checks_of_a_test.structure.link: a rule's module holds CHECK, a sverka.check.Check",
        ),
        (
            "structure/link.py",
            "CHECK = 1",
            "checks_of_a_test.structure.link: a rule's module holds CHECK, a sverka.check.Check",
        ),
        (
            "structure/link.py",
            "import no_such_module",
            "checks_of_a_test.structure.link: the module cannot be imported: "
            "ModuleNotFoundError: No module named 'no_such_module'",
        ),
        (
            "structure/link.py",
            _rule("structure/link", "word"),
            "checks_of_a_test.structure.link: the unit 'word' is none of page, pair, site",
        ),
        (
            "structure/Link.py",
            _rule("structure/Link"),
            "checks_of_a_test.structure.Link: 'structure/Link' is no family/rule in lower case "
            "with -",
        ),
        (
            "link.py",
            _rule("link"),
            "checks_of_a_test.link: a rule lies in the folder of its family; move it, or begin "
            "its name with _",
        ),
        (
            "structure/links/link.py",
            _rule("structure/link"),
            "checks_of_a_test.structure.links: a family holds modules, no folders; move it up",
        ),
        (
            "suppression/unused.py",
            _rule("suppression/unused"),
            "checks_of_a_test.suppression.unused: the rule suppression/unused is there already; "
            "rename it",
        ),
    ],
)  # fmt: skip
def test_a_module_that_is_no_rule_is_named(
    package: Build, path: str, text: str, reason: str
) -> None:
    name = package({"structure/_kind.py": "", path: text})
    with pytest.raises(BadCheck) as caught:
        all_checks(name)
    assert str(caught.value) == reason


def test_no_module_of_the_checks_is_passed_over() -> None:
    [home] = sverka_checks.__path__
    modules = {
        path.relative_to(home).with_suffix("").as_posix().replace("_", "-")
        for path in Path(home).rglob("*.py")
        if not any(part.startswith("_") for part in path.relative_to(home).parts)
    }
    modules.remove("claims/aspects")  # makes a rule of each aspect of the domains
    aspects = {f"claims/{aspect.rule}" for domain in load() for aspect in domain.aspects.values()}
    assert set(all_checks()) == modules | aspects | {rule.id for rule in engine_rules()}


def test_a_site_adds_rules_by_packs_of_its_own(tmp_path: Path) -> None:
    assert checks_of(tmp_path) == all_checks()
    folder = tmp_path / "sverka-packs" / "domain" / "pond"
    folder.mkdir(parents=True)
    (folder / "domain.toml").write_text(
        'name = "ponds"\n[[aspect]]\nid = "depth-of-ponds"\nkind = "amount"\n'
        'units = ["length"]\nname = { en = "depth", ru = "глубина" }\n',
        encoding="utf-8",
    )
    assert set(checks_of(tmp_path)) - set(all_checks()) == {"claims/depth-of-ponds"}


# Which rules are asked for


def _check(rule: str) -> Check:
    def run(*_: object) -> Iterable[Finding]:
        return ()

    return Check(rule, "page", run, Severity.ERROR, {}, (), (), "A rule.")


LINK, IMAGE, NUMBER = "structure/link", "structure/image", "translation/number"
CHECKS = {rule: _check(rule) for rule in (NUMBER, LINK, IMAGE)}


@pytest.mark.parametrize(
    ("chosen", "ignored", "active"),
    [
        ((), (), [IMAGE, LINK, NUMBER]),
        (("structure",), (), [IMAGE, LINK]),
        ((LINK,), (), [LINK]),
        (("all",), (), [IMAGE, LINK, NUMBER]),
        ((LINK, "translation"), (), [LINK, NUMBER]),
        ((), ("structure",), [NUMBER]),
        ((), (LINK,), [IMAGE, NUMBER]),
        ((), ("all",), []),
        (("structure",), (LINK,), [IMAGE]),
        ((LINK,), ("structure",), [LINK]),
        ((LINK,), (LINK,), []),
        (("structure",), ("structure",), []),
        (("structure", "all"), ("all",), [IMAGE, LINK]),
        (("struct",), (), []),
    ],
)
def test_of_select_and_ignore_the_nearer_name_counts(
    chosen: tuple[str, ...], ignored: tuple[str, ...], active: list[str]
) -> None:
    assert list(select(CHECKS, Config(Path("/"), select=chosen, ignore=ignored))) == active


def test_a_rule_that_is_off_does_not_run_even_if_selected() -> None:
    config = Config(Path("/"), select=(LINK, IMAGE), rules={LINK: RuleSettings(off=True)})
    assert list(select(CHECKS, config)) == [IMAGE]


def test_a_rule_that_is_asked_for_runs_only_where_its_hints_are_wanted() -> None:
    check = replace(_check("a/costly"), asked=True)
    rules = {check.id: check}
    assert select(rules, Config(Path())) == {}
    assert select(rules, Config(Path(), select=("a",))) == {}
    level = RuleSettings(Severity.WARNING)
    for config in (
        Config(Path(), hints=True),
        Config(Path(), select=("a/costly",)),
        Config(Path(), rules={"a/costly": level}),
    ):
        assert set(select(rules, config)) == {"a/costly"}
