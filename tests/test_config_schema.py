"""The JSON Schema of the settings agrees with what reads them."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from sverka import packs
from sverka.config import KEYS, ConfigError, load
from sverka.config.schema import config_schema
from sverka.messages import locales
from sverka.registry import all_checks, checks_of

SCHEMA = config_schema(all_checks(), packs.load().languages, locales())
_REAL = {"xx": "ru", "yy": "en", "family/rule": "structure/image"}

GOOD = [
    "",
    'source-language = "ru"\nlanguages = ["ru", "en"]\n',
    'select = ["structure", "translation/number", "all"]\nignore = ["structure/image"]\n',
    '[rules."structure/image"]\nseverity = "off"\n',
    'termbase = ["a.csv", "b.toml"]\nfail-on = "never"\nlocale = "ru"\n',
    '[[overrides]]\npaths = ["blog/**"]\nignore = ["artifact"]\n',
]
BAD = [
    'exclud = ["drafts"]\n',
    'exclude = "drafts"\n',
    'exclude = [""]\n',
    'source-language = "xx"\n',
    'fail-on = "fatal"\n',
    'locale = "de"\n',
    'select = ["structur"]\n',
    '[rules."structure/imag"]\nseverity = "off"\n',
    '[rules."structure/image"]\nseverity = "fatal"\n',
    '[rules."structure/image"]\nsevrity = "off"\n',
    '[[pairs]]\nsource = "ru/{path}.md"\n',
    '[[overrides]]\npaths = ["a"]\nignore = ["a"]\n',
    "termbase = 3\n",
    '[[shortcodes]]\nname = "a"\npattern = "a"\nrole = "b"\n',
]


def is_valid(text: str) -> bool:
    return bool(Draft7Validator(SCHEMA).is_valid(tomllib.loads(text)))


def test_rules_of_the_sites_own_are_valid_in_their_family_only() -> None:
    schema = config_schema(all_checks(), ["ru"], ["en"], ["claims"])
    validator = Draft7Validator(schema)
    for family, valid in (("claims", True), ("structure", False)):
        text = f'select = ["{family}/our-own"]\n[rules."{family}/our-own"]\nseverity = "off"\n'
        assert validator.is_valid(tomllib.loads(text)) is valid


def is_read(text: str, folder: Path) -> bool:
    (folder / "sverka.toml").write_text(text, encoding="utf-8")
    try:
        load(folder, checks=checks_of)
    except ConfigError:
        return False
    return True


def test_the_schema_is_one() -> None:
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", GOOD)
def test_what_can_be_read_is_valid(text: str, tmp_path: Path) -> None:
    assert is_read(text, tmp_path)
    assert is_valid(text)


@pytest.mark.parametrize("text", BAD)
def test_what_cannot_be_read_is_not_valid(text: str, tmp_path: Path) -> None:
    assert not is_read(text, tmp_path)
    assert not is_valid(text)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_the_default_and_the_example_of_a_key_are_valid(key: object, tmp_path: Path) -> None:
    from sverka.config import Key

    assert isinstance(key, Key)
    example = key.example
    for name, real in _REAL.items():
        example = example.replace(name, real)
    assert is_valid(example)
    assert is_read(example, tmp_path)
    if key.default != '""':
        assert is_valid(f"{key.name} = {key.default}\n")


def test_the_options_of_every_rule_can_be_set_to_their_defaults(tmp_path: Path) -> None:
    from sverka.config.rules import toml

    for rule, check in all_checks().items():
        lines = [f'[rules."{rule}"]', 'severity = "warning"']
        lines += [f"{option.name} = {toml(option.default)}" for option in check.options]
        assert is_valid("\n".join(lines)), rule
        assert is_read("\n".join(lines), tmp_path), rule


def test_a_program_that_knows_schemas_reads_it(tmp_path: Path) -> None:
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps(SCHEMA), encoding="utf-8")
    for text, code in ((GOOD[1], 0), (BAD[0], 1)):
        (tmp_path / "sverka.toml").write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)]
        done = subprocess.run(
            [*command, str(tmp_path / "sverka.toml")], capture_output=True, check=False
        )
        assert done.returncode == code, done.stdout
