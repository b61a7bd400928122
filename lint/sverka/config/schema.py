"""The settings as JSON Schema, for editors that complete and check TOML files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sverka.check import Check, Option
from sverka.config.keys import KEYS, NEVER, OFF
from sverka.config.rules import rule_names
from sverka.finding import Severity
from sverka.markdown.shortcodes import ROLES

Schema = dict[str, object]

IDENTIFIER = "urn:sverka:config:1"
_LEVELS = [severity.label for severity in reversed(Severity)]
_TEXT: Schema = {"type": "string", "pattern": r"\S"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}


def config_schema(
    checks: Mapping[str, Check],
    languages: Iterable[str],
    locales: Iterable[str],
    own: Iterable[str] = (),
) -> Schema:
    """The schema of ``sverka.toml``, for these rules, languages and locales of messages; to the
    families ``own`` a site may add rules with packs of its own.

    Every file that can be used is valid. A few that cannot are valid, too: that two patterns
    hold the same placeholders, say, cannot be told in a schema.
    """
    added = [f"^{family}/[a-z0-9-]+$" for family in own]
    name: Schema = {"enum": list(rule_names(checks))}
    if added:
        name = {"anyOf": [name, *({"type": "string", "pattern": one} for one in added)]}
    named: Schema = {"type": "array", "items": name}
    language: Schema = {"enum": sorted(languages)}
    shapes: dict[str, Schema] = {
        "source-language": language,
        "languages": {"type": "array", "items": language},
        "include": _TEXTS,
        "exclude": _TEXTS,
        "pairs": _tables({"source": _TEXT, "target": _TEXT}),
        "shortcodes": _tables({"name": _TEXT, "pattern": _TEXT, "role": {"enum": list(ROLES)}}),
        "termbase": {"oneOf": [_TEXT, _TEXTS]},
        "select": named,
        "ignore": named,
        "rules": _rules(checks, added),
        "overrides": _tables({"paths": _TEXTS, "ignore": named}),
        "accept": _tables(
            {"rule": _TEXT, "values": {**_TEXTS, "minItems": 2, "maxItems": 2}, "reason": _TEXT}
        ),
        "fail-on": {"enum": [*_LEVELS, NEVER]},
        "locale": {"enum": sorted(locales)},
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": IDENTIFIER,
        "title": "Settings of Sverka (sverka.toml)",
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: {"description": key.doc, **shapes[key.name]} for key in KEYS},
    }


def _tables(fields: Mapping[str, Schema]) -> Schema:
    """A list of tables that have all these keys and no others."""
    return {
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": list(fields),
            "properties": dict(fields),
        },
    }


def _rules(checks: Mapping[str, Check], added: Iterable[str]) -> Schema:
    severity: Schema = {"enum": [*_LEVELS, OFF]}
    return {
        "type": "object",
        "additionalProperties": False,
        "patternProperties": {
            one: {"type": "object", "properties": {"severity": severity}} for one in added
        },
        "properties": {
            rule: {
                "description": check.summary,
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "severity": severity,
                    **{option.name: _option(option) for option in check.options},
                },
            }
            for rule, check in sorted(checks.items())
        },
    }


def _option(option: Option) -> Schema:
    schema: Schema = {"description": option.description}
    default = option.default
    if isinstance(default, list | tuple | set | frozenset):
        texts = all(isinstance(one, str) for one in default)
        return schema | {"type": "array"} | ({"items": {"type": "string"}} if texts else {})
    kind = next((name for kind, name in _KINDS if isinstance(default, kind)), None)
    return schema | ({"type": kind, "default": default} if kind else {})


_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
)
"""Kinds of an option's default; a truth value is a number to Python, so it stands first."""
