"""What a rule is about, for people who read of its findings: in their language where it was written
down (``packs/explanations/<locale>.toml``), else as its documentation has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sverka.check import Check
from sverka.messages import locales, resolve_locale
from sverka.packs import HOME, BadPack, read_toml
from sverka.rulepages import SECTIONS, sections

FOLDER = HOME / "explanations"
KEYS = frozenset({"summary", "why", "wrong"})


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule in a few sentences: what it finds (``finds`` in full, "" where only the ``summary``
    is there), why that matters, when it is wrong; and the ``locale`` they are written in."""

    summary: str
    finds: str
    why: str
    wrong: str
    locale: str


def explained(check: Check, locale: str) -> Explanation:
    """The rule's explanation in the locale; raises `BadPack`."""
    texts = written(resolve_locale(locale))
    own = texts.get(check.id) or texts.get(check.id.split("/")[0])
    if own:
        return Explanation(own["summary"], "", own["why"], own["wrong"], resolve_locale(locale))
    parts = sections(check.documentation)
    summary, finds, why, wrong, *_ = (parts.get(title, "") for title in ("", *SECTIONS))
    return Explanation(summary, finds, why, wrong, locales()[0])


@cache
def written(locale: str) -> Mapping[str, Mapping[str, str]]:
    """Rule or family -> its texts in that locale; empty where there are none."""
    path = FOLDER / f"{locale}.toml"
    if not path.is_file():
        return MappingProxyType({})
    found: dict[str, Mapping[str, str]] = {}
    for name, table in read_toml(path).items():
        if not isinstance(table, dict) or set(table) != KEYS:
            raise BadPack(f"{path}: {name} must have {', '.join(sorted(KEYS))}")
        found[name] = MappingProxyType({key: str(text) for key, text in table.items()})
    return MappingProxyType(found)
