"""The rules of the house, held by tests: what the code of the engine and of the checks may do."""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard

import pytest
from hatchling.builders.wheel import WheelBuilder

from sverka import messages, rulepages
from sverka.check import Check
from sverka.registry import KIND, all_checks
from sverka.suppress.rules import engine_rules

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "lint" / "sverka"
CHECKS = ROOT / "checks" / "sverka_checks"

UNITS = {"page": "Page", "pair": "AlignedPair", "site": "SiteFacts"}
DISTRIBUTIONS = {
    "Stemmer": "PyStemmer",
    "dawg_python": "dawg2-python",
    "markdown_it": "markdown-it-py",
    "yaml": "PyYAML",
}
DOORS = {"io", "os", "pathlib", "shutil", "socket", "subprocess", "sys", "tempfile", "urllib"}
FAMILIES = ("structure", "translation", "artifact", "claims")
ABOVE_THE_CHECKS = {
    "__main__", "cli", "initialise", "reports", "rulepages", "examples",
    "runner", "registry", "suppress", "config", "messages", "explanations", "suggest", "result",
}  # fmt: skip
LONGEST_MODULE = 350
LONGEST_FUNCTION = 60


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _modules(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def _in_cli(path: Path) -> bool:
    return path.relative_to(ENGINE).parts[0] in {"cli", "cli.py", "__main__.py"}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _texts(tree: ast.Module) -> Iterator[ast.Constant]:
    """The string constants that are no docstrings."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node


def _imports(tree: ast.Module) -> Iterator[str]:
    """The modules that are imported, dotted, at any depth of the code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_public(node: ast.stmt) -> TypeGuard[ast.FunctionDef | ast.ClassDef]:
    return isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")


def _rule_modules() -> list[Path]:
    """The modules of one rule each; those that make a kind of rule from rows are no such."""
    files = sorted(path for path in CHECKS.glob("*/*.py") if not path.name.startswith("_"))
    return [path for path in files if not hasattr(_module_of(path), KIND)]


def _of_kinds() -> list[Check]:
    """The rules that are rows of a pack."""
    own = {_check_of(path).id for path in _rule_modules()}
    engines = {check.id for check in engine_rules()}
    return [check for rule, check in all_checks().items() if rule not in own | engines]


def _module_of(path: Path) -> ModuleType:
    return import_module(".".join(path.relative_to(CHECKS.parent).with_suffix("").parts))


def _check_of(path: Path) -> Check:
    check = _module_of(path).CHECK
    assert isinstance(check, Check)
    return check


engine = pytest.mark.parametrize("path", _modules(ENGINE), ids=_name)
code = pytest.mark.parametrize("path", _modules(ENGINE, CHECKS), ids=_name)
check_files = pytest.mark.parametrize("path", _modules(CHECKS), ids=_name)
rules = pytest.mark.parametrize("path", _rule_modules(), ids=_name)
rows = pytest.mark.parametrize("check", _of_kinds(), ids=lambda check: check.id)


# What the engine may say and know


@engine
def test_engine_code_has_no_cyrillic_letters(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [n for n, line in enumerate(lines, 1) if re.search("[\u0400-\u052f]", line)] == []


@engine
def test_engine_code_names_no_language(path: Path) -> None:
    assert [node.lineno for node in _texts(_tree(path)) if node.value in {"ru", "en"}] == []


@engine
def test_engine_code_below_the_checks_names_no_rule(path: Path) -> None:
    if path.relative_to(ENGINE).parts[0].removesuffix(".py") in ABOVE_THE_CHECKS:
        return
    rule = re.compile(rf"\b(?:{'|'.join(FAMILIES)})/[a-z]")
    assert [n.lineno for n in _texts(_tree(path)) if rule.search(str(n.value))] == []


@code
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    if ENGINE in path.parents and _in_cli(path):
        return
    speech = {
        "print", "input", "exit", "quit", "breakpoint", "SystemExit",
        "sys.exit", "os._exit", "sys.stdout", "sys.stderr", "click.echo", "click.secho",
    }  # fmt: skip
    said = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node) in speech
    ]
    assert said == []


@code
def test_modules_and_functions_are_short(path: Path) -> None:
    tree = _tree(path)
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    lengths = {
        node.name: (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}


@code
def test_what_is_public_has_a_docstring(path: Path) -> None:
    tree = _tree(path)
    assert ast.get_docstring(tree), "the module has none"
    if path.name.startswith("_") and path.name != "__init__.py":
        return
    public = [node for node in tree.body if _is_public(node)]
    public += [
        inner
        for node in public
        if isinstance(node, ast.ClassDef)
        for inner in node.body
        if _is_public(inner)
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_every_module_of_the_engine_has_its_floor() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "floors")
    placed = {name for layer in layers for name in re.findall(r"[\w.]+", layer)}
    there = {
        f"sverka.{path.stem}"
        for path in ENGINE.iterdir()
        if path.stem != "__init__" and (path.suffix == ".py" or (path / "__init__.py").is_file())
    }
    assert there - placed == set()


# What the checks may do


@check_files
def test_a_check_opens_nothing_and_imports_no_other_check(path: Path) -> None:
    tree = _tree(path)
    found = set(_imports(tree))
    assert {name for name in found if name.split(".")[0] in DOORS} == set()
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert [call for call in calls if re.search(r"(^|\.)(open|read_text|read_bytes)$", call)] == []
    # sverka_checks.<family>._<kind> may be shared; a rule may not.
    rules = {".".join(one.relative_to(CHECKS.parent).with_suffix("").parts)
             for one in _rule_modules()}  # fmt: skip
    assert found & rules == set()


@pytest.mark.parametrize("path", _modules(ENGINE / "reports"), ids=_name)
def test_a_report_opens_nothing(path: Path) -> None:
    tree = _tree(path)
    assert {name for name in _imports(tree) if name.split(".")[0] in DOORS - {"io"}} == set()
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert "open" not in calls


# What a rule consists of


def test_the_registry_has_every_rule_once() -> None:
    ids = [_check_of(path).id for path in _rule_modules()]
    assert len(ids) == len(set(ids))
    assert set(ids) <= set(all_checks())


def test_the_keys_of_the_registry_are_the_ids() -> None:
    assert [key for key, check in all_checks().items() if key != check.id] == []


@rules
def test_the_id_of_a_rule_is_its_path(path: Path) -> None:
    family, rule = path.relative_to(CHECKS).with_suffix("").parts
    assert _check_of(path).id == f"{family}/{rule.replace('_', '-')}"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*", _check_of(path).id)


@rules
def test_a_rule_is_documented_section_by_section(path: Path) -> None:
    check = _check_of(path)
    assert check.documentation == _module_of(path).__doc__
    parts = rulepages.sections(check.documentation)
    assert tuple(parts) == ("", *rulepages.SECTIONS)
    assert [title for title, text in parts.items() if not text] == []
    assert check.summary.endswith("."), "the first line is a sentence"
    assert len(check.summary) <= 100


@rows
def test_a_row_makes_a_rule_that_is_documented(check: Check) -> None:
    parts = rulepages.sections(check.documentation)
    assert tuple(parts) == ("", *rulepages.SECTIONS)
    assert [title for title, text in parts.items() if not text] == []
    assert check.summary.endswith("."), "the first line is a sentence"
    assert len(check.summary) <= 100
    assert check.bad
    assert check.good


@rules
def test_a_rule_looks_at_the_unit_it_names(path: Path) -> None:
    check = _check_of(path)
    first = next(iter(inspect.signature(check.run).parameters.values()))
    assert str(first.annotation).rpartition(".")[2] == UNITS[check.unit]


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.id)
def test_the_messages_of_a_rule_agree_in_all_locales_and_render(check: Check) -> None:
    assert set(check.messages) == set(messages.locales())
    keys = {locale: set(templates) for locale, templates in check.messages.items()}
    assert len({frozenset(names) for names in keys.values()}) == 1, keys
    for key in next(iter(keys.values())):
        values = _values(templates[key] for templates in check.messages.values())
        for templates in check.messages.values():
            said = messages.render(templates[key], values)
            assert said, key
            assert not re.search(r"[{}|]", said), said


def _values(templates: Iterable[str]) -> dict[str, object]:
    """A value for each name in the templates: a number where one of them chooses a word by it."""
    fields = [one for each in templates for one in re.findall(r"(?<!\{)\{(\w+)(:[^{}]*)?\}", each)]
    numbers = {name for name, forms in fields if forms}
    return {name: 5 if name in numbers else "word" for name, _ in fields}


@rules
def test_a_rule_has_examples_of_both_kinds(path: Path) -> None:
    check = _check_of(path)
    assert check.bad
    assert check.good
    for example in (*check.bad, *check.good):
        assert example
        assert [name for name in example if name.startswith("/") or "\\" in name] == []


@rules
def test_the_options_of_a_rule_are_described(path: Path) -> None:
    options = _check_of(path).options
    names = [option.name for option in options]
    assert len(names) == len(set(names))
    for option in options:
        assert re.fullmatch(r"[a-z]+([_-][a-z]+)*", option.name)
        assert len(option.description.split()) >= 3
        assert isinstance(option.default, bool | int | float | str | tuple)


# What is handed out


def test_the_dependencies_are_what_is_imported() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {re.split(r"[<>=!~\[; ]", text)[0] for text in settings["project"]["dependencies"]}
    tops = {
        name.split(".")[0] for path in _modules(ENGINE, CHECKS) for name in _imports(_tree(path))
    }
    outside = tops - _standard_library() - {"sverka", "sverka_checks"}
    assert {DISTRIBUTIONS.get(name, name) for name in outside} == declared


def _standard_library() -> set[str]:
    import sys

    return set(sys.stdlib_module_names)


def _is_leftover(path: Path) -> bool:
    """Whether a tool has left the file there."""
    return any(part.startswith(".") or part == "__pycache__" for part in path.parts)


def test_the_wheel_holds_all_code_and_all_packs(tmp_path: Path) -> None:
    builder: Any = WheelBuilder(str(ROOT))
    wheel = next(builder.build(directory=str(tmp_path), versions=["standard"]))
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    packed = {name for name in names if ".data/" not in name}
    pages = {name.partition("/share/doc/sverka/rules/")[2] for name in names - packed}
    rules = ROOT / "docs" / "rules"
    assert pages == {path.relative_to(rules).as_posix() for path in rules.rglob("*.md")}
    expected = {
        path.relative_to(source).as_posix()
        for source in (ENGINE.parent, CHECKS.parent)
        for path in source.rglob("*")
        if path.is_file() and not _is_leftover(path.relative_to(source))
    }
    assert packed == expected
    assert "sverka/packs/lang/codes.toml" in packed
