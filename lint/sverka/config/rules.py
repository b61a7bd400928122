"""Whether the rules that a configuration names, and the options it gives them, are there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sverka.check import Check, Option
from sverka.config.error import ConfigError, Spot
from sverka.config.model import ALL, Config
from sverka.suggest import closest


def validate_rules(config: Config, checks: Mapping[str, Check], spot: Spot | None = None) -> None:
    """Nothing; raises `ConfigError` for a rule or option that is not there.

    ``spot`` is the whole file, for the line; without it no line is known.
    """
    spot = spot or Spot(config.file)
    known = rule_names(checks)
    _names_known(config.select, known, spot.at("select"))
    _names_known(config.ignore, known, spot.at("ignore"))
    for number, override in enumerate(config.overrides):
        _names_known(override.ignore, known, spot.at("overrides", number, "ignore"))
    for rule, settings in config.rules.items():
        here = spot.at("rules", rule)
        if rule not in checks:
            raise _no_such_rule(rule, known, checks, here)
        _options_known(settings.options, checks[rule].options, here)


def rule_names(checks: Iterable[str]) -> tuple[str, ...]:
    """What may stand where rules are named: each rule, each family, "all"; sorted."""
    ids = set(checks)
    return tuple(sorted(ids | {rule.partition("/")[0] for rule in ids} | {ALL}))


def _names_known(names: Iterable[str], known: tuple[str, ...], spot: Spot) -> None:
    for number, name in enumerate(names):
        if name not in known:
            raise _unknown(name, known, spot.at(number))


def _unknown(name: str, known: Iterable[str], spot: Spot) -> ConfigError:
    if guess := closest(name, known):
        return spot.wrong("unknown-rule-guess", name=name, guess=guess)
    return spot.wrong("unknown-rule", name=name)


def _no_such_rule(
    name: str, known: tuple[str, ...], checks: Mapping[str, Check], spot: Spot
) -> ConfigError:
    if name in known:
        guess = min(rule for rule in checks if name in (ALL, rule.partition("/")[0]))
        return spot.wrong("family", name=name, guess=guess)
    return _unknown(name, checks, spot)


def _options_known(given: Mapping[str, object], options: Iterable[Option], spot: Spot) -> None:
    by_name = {option.name: option for option in options}
    known = (*by_name, "severity")
    for name, value in given.items():
        here = spot.at(name)
        if name not in by_name:
            if guess := closest(name, known):
                raise here.wrong("unknown-key-guess", guess=guess)
            raise here.wrong("unknown-key", known=list(known))
        if not _like(value, by_name[name].default):
            raise here.wrong("wrong-option", example=toml(by_name[name].default), value=toml(value))


def _like(value: object, default: object) -> bool:
    """Whether ``value`` is of the kind of ``default``; True is no number, 2 is a float too."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, float):
        return isinstance(value, int | float)
    if isinstance(default, list | tuple | set | frozenset):
        texts = all(isinstance(one, str) for one in default)
        return isinstance(value, list) and (not texts or all(isinstance(one, str) for one in value))
    return default is None or isinstance(value, type(default))


def toml(value: object) -> str:
    """A simple value as it is written in TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple | set | frozenset):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
