"""Values of a configuration file by their kind; each function raises ConfigError."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sverka.config.error import Spot
from sverka.discovery.globs import Glob
from sverka.suggest import closest


def text(value: object, spot: Spot) -> str:
    """A text that is not empty."""
    if not isinstance(value, str):
        raise spot.wrong("must-be-text")
    if not value.strip():
        raise spot.wrong("empty-text")
    return value


def texts(value: object, spot: Spot) -> tuple[str, ...]:
    """A list of such texts, without repetitions."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise spot.wrong("must-be-texts")
    return tuple(dict.fromkeys(text(one, spot.at(number)) for number, one in enumerate(value)))


def table(value: object, spot: Spot) -> Mapping[str, object]:
    """A table."""
    if not isinstance(value, dict):
        raise spot.wrong("must-be-table")
    return value


def tables(value: object, spot: Spot) -> list[tuple[Mapping[str, object], Spot]]:
    """A list of tables, and where each stands."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise spot.wrong("must-be-tables")
    return [(one, spot.at(number)) for number, one in enumerate(value)]


def one_of(choices: Sequence[str], value: object, spot: Spot) -> str:
    """One of the words ``choices``."""
    if not isinstance(value, str) or value not in choices:
        raise spot.wrong("must-be-one-of", choices=list(choices), value=repr(value))
    return value


def fields(given: Mapping[str, object], names: Sequence[str], spot: Spot) -> list[object]:
    """The values of all ``names``, in their order; each must be there, and nothing else."""
    no_unknown(given, names, spot)
    for name in names:
        if name not in given:
            raise spot.at(name).wrong("missing-key")
    return [given[name] for name in names]


def no_unknown(given: Iterable[str], known: Sequence[str], spot: Spot) -> None:
    """Nothing; raises for the first key that is not ``known``."""
    for name in given:
        if name not in known:
            here = spot.at(name)
            if guess := closest(name, known):
                raise here.wrong("unknown-key-guess", guess=guess)
            raise here.wrong("unknown-key", known=list(known))


def inside(value: str, spot: Spot) -> str:
    """A path or pattern that cannot lead out of the site's root."""
    if "\\" in value or ".." in value.split("/") or re.match("[A-Za-z]:|~", value):
        raise spot.wrong("outside", value=value)
    return value


def globs(value: object, spot: Spot) -> tuple[str, ...]:
    """A list of patterns of `sverka.discovery.globs`."""
    patterns = texts(value, spot)
    for number, pattern in enumerate(patterns):
        here = spot.at(number)
        try:
            Glob.parse(inside(pattern, here))
        except re.error as error:
            raise here.wrong("bad-glob", value=pattern, reason=str(error)) from error
    return patterns
