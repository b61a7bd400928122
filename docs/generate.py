"""Writes what is made from the code: docs/rules, docs/configuration.md, docs/sverka.schema.json.

Run it as ``make docs``; with ``--check`` it only says which pages are out of date. Every bad
example of a rule is run, and the rule's page shows what Sverka says of it.
"""

from __future__ import annotations

import json
import sys
from functools import reduce
from pathlib import Path

from sverka import packs
from sverka.config import KEYS, Key
from sverka.config.schema import config_schema
from sverka.examples import run_rule, said
from sverka.messages import locales
from sverka.registry import all_checks
from sverka.rulepages import INDEX, rule_index, rule_page, rule_path

HOME = Path(__file__).resolve().parent
RULES = "rules"
SETTINGS = "configuration.md"
SCHEMA = "sverka.schema.json"
OWN = ("claims",)
"""Families of which a site may have rules of its own."""
_NAMES = {"xx": "ru", "yy": "en", "family/rule": "structure/image"}
"""What stands in the examples of the settings -> a language or rule that there is."""

_SETTINGS_HEAD = """\
<!-- Made by `make docs` from lint/sverka/config/keys.py; what you change here is lost. -->

# Configuration

None is needed. Settings stand in `sverka.toml`, `.sverka.toml`, or under `[tool.sverka]` in
`pyproject.toml`, in the folder of the pages or one above it, up to the top of the git work tree;
the nearest file counts, and its folder is the root that all paths are relative to. A key that is
not known is an error, with the one you may have meant. `sverka init` writes a file to start from.

[sverka.schema.json](sverka.schema.json) describes the file for editors: with the schema associated
to `sverka.toml`, an editor that knows TOML completes keys and rules, and marks what is wrong.
"""


def wanted() -> dict[str, str]:
    """Path below docs -> text, for all that should be there."""
    checks = all_checks()
    pages = {f"{RULES}/{INDEX}": rule_index(checks.values()), SETTINGS: settings()}
    schema = config_schema(checks, packs.load().languages, locales(), OWN)
    pages[SCHEMA] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    for check in checks.values():
        reports = [list(said(check, run_rule(check, example))) for example in check.bad]
        pages[f"{RULES}/{rule_path(check)}"] = rule_page(check, reports)
    return pages


def settings() -> str:
    """The page of the configuration."""
    parts = [_SETTINGS_HEAD]
    for key in KEYS:
        parts.append(f"## {key.name}\n\n{key.doc}\n")
        parts.append(
            f"A {key.kind}; if not said, `{key.default}`.\n\n```toml\n{example(key)}\n```\n"
        )
        if key.more:
            parts.append(key.more)
    return "\n".join(parts)


def example(key: Key) -> str:
    """The example of a key as it can be copied: with real languages and a real rule."""
    return reduce(lambda text, name: text.replace(name, _NAMES[name]), _NAMES, key.example)


def present() -> dict[str, str]:
    """Path below docs -> text, for all that is there."""
    paths = [*sorted((HOME / RULES).rglob("*.md")), HOME / SETTINGS, HOME / SCHEMA]
    return {
        path.relative_to(HOME).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if path.is_file()
    }


def main(arguments: list[str]) -> int:
    """0, or 1 where ``--check`` found a difference."""
    want, have = wanted(), present()
    stale = sorted(path for path in {*want, *have} if want.get(path) != have.get(path))
    if "--check" in arguments:
        for path in stale:
            print(f"docs/{path} is not what the code says; run: make docs", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        if path in want:
            (HOME / path).parent.mkdir(parents=True, exist_ok=True)
            (HOME / path).write_text(want[path], encoding="utf-8", newline="\n")
        else:
            (HOME / path).unlink()
        print(f"docs/{path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
