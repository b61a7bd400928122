"""Which rules there are, and which of them a configuration asks for."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType

from sverka.check import Check
from sverka.claims.domains import OWN, load, of_site
from sverka.config import ALL, Config, names
from sverka.suppress.rules import engine_rules

HOME = "sverka_checks"
KIND = "KIND"
"""The name under which a module holds what makes its rules, instead of one rule."""
UNITS = frozenset({"page", "pair", "site"})

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class BadCheck(Exception):
    """A module of the checks that is no rule; names the module and what to do."""


def checks_of(root: Path) -> Mapping[str, Check]:
    """Id -> rule, sorted, of the site below ``root``: all that there are, and those that rows of
    its own packs make. Raises `BadCheck`, and `sverka.packs.BadPack` for such a pack."""
    return all_checks(own=root) if (root / OWN).is_dir() else all_checks()


@cache
def all_checks(home: str = HOME, own: Path | None = None) -> Mapping[str, Check]:
    """Id -> rule, sorted: every module of the package ``home``, and the engine's own rules.
    ``own`` is the root of a site with packs of its own.

    Raises `BadCheck` for a module that cannot be imported or breaks the contract.
    """
    package = _imported(home)
    found = {check.id: check for check in engine_rules()}
    for module, name in _modules(package):
        for check in _checks_of(module, name, own):
            if check.id in found:
                raise BadCheck(
                    f"{module.__name__}: the rule {check.id} is there already; rename it"
                )
            found[check.id] = check
    return MappingProxyType(dict(sorted(found.items())))


def select(checks: Mapping[str, Check], config: Config) -> Mapping[str, Check]:
    """The rules that are to run, sorted by id.

    Without ``config.select`` all are, but those that ``config.ignore`` names, that are off, or
    that run only when asked for. Where both name a rule the nearer name counts, and of two equal
    ones ``ignore``.
    """
    return MappingProxyType(
        {
            rule: check
            for rule, check in sorted(checks.items())
            if not config.settings(rule).off
            and (not check.asked or _is_asked(rule, config))
            and _nearness(config.select or (ALL,), rule) > _nearness(config.ignore, rule)
        }
    )


def _is_asked(rule: str, config: Config) -> bool:
    """Whether somebody wants to see the hints of a rule that runs for them only."""
    given = config.settings(rule).severity is not None
    return config.hints or given or rule in config.select


def _nearness(given: tuple[str, ...], rule: str) -> int:
    """How exactly a list names the rule: 0 not at all, 1 by "all", 2 its family, 3 itself."""
    ranks = {ALL: 1, rule: 3}
    return max((ranks.get(name, 2) for name in given if names(name, rule)), default=0)


def _modules(package: ModuleType) -> Iterator[tuple[ModuleType, str]]:
    """Each rule's module with the id that its path asks for."""
    for family in _children(package):
        if not family.ispkg:
            raise BadCheck(
                f"{package.__name__}.{family.name}: a rule lies in the folder of its family; "
                f"move it, or begin its name with _"
            )
        folder = _imported(f"{package.__name__}.{family.name}")
        for rule in _children(folder):
            module = f"{folder.__name__}.{rule.name}"
            if rule.ispkg:
                raise BadCheck(f"{module}: a family holds modules, no folders; move it up")
            yield _imported(module), f"{family.name}/{rule.name}".replace("_", "-")


def _children(package: ModuleType) -> list[pkgutil.ModuleInfo]:
    found = pkgutil.iter_modules(package.__path__)
    return sorted((one for one in found if not one.name.startswith("_")), key=lambda one: one.name)


def _imported(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:
        kind = type(error).__name__
        raise BadCheck(f"{name}: the module cannot be imported: {kind}: {error}") from error


def _checks_of(module: ModuleType, name: str, own: Path | None) -> Iterator[Check]:
    """The rule of a module, or all those of a kind that rows of the packs make up."""
    kind = getattr(module, KIND, None)
    if kind is None:
        yield _check_of(module, name)
        return
    for check in kind(of_site(own) if own else load()):
        if not isinstance(check, Check) or not _ID.fullmatch(check.id):
            raise BadCheck(f"{module.__name__}: {KIND} gives checks, each with an id family/rule")
        if check.id.partition("/")[0] != name.partition("/")[0]:
            raise BadCheck(f"{module.__name__}: {check.id} is of another family than its module")
        yield check


def _check_of(module: ModuleType, name: str) -> Check:
    check = getattr(module, "CHECK", None)
    if not isinstance(check, Check):
        raise BadCheck(f"{module.__name__}: a rule's module holds CHECK, a sverka.check.Check")
    if check.id != name:
        raise BadCheck(f"{module.__name__}: the id is {check.id!r}, its path asks for {name!r}")
    if not _ID.fullmatch(check.id):
        raise BadCheck(f"{module.__name__}: {check.id!r} is no family/rule in lower case with -")
    if check.unit not in UNITS:
        units = ", ".join(sorted(UNITS))
        raise BadCheck(f"{module.__name__}: the unit {check.unit!r} is none of {units}")
    return check
