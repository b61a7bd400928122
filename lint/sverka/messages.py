"""What Sverka says to people: templates by locale, and the rendering of one with its values.

The engine's own words lie in ``packs/messages/<locale>.toml``, one table a speaker; those of a
check lie in its `sverka.check.Check.messages`. Another locale is another file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType

from sverka.check import Check
from sverka.finding import Finding, Place
from sverka.packs import HOME, BadPack
from sverka.result import Failure

MESSAGES = HOME / "messages"
LONGEST = 80
"""Code points of a value that a message shows; what is longer ends with an ellipsis."""

LONGEST_IN_FAILURES = 300
"""The same where a path or an error's own words must be seen whole."""

_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_FIELD = re.compile(
    r"\{\{|\}\}|\{(?P<name>[A-Za-z_][A-Za-z0-9_]*)(?::(?P<forms>[^{}]*))?\}|[{}]", re.ASCII
)


class BadTemplate(ValueError):
    """A template that breaks its format, or asks for a value that is not there."""


@dataclass(frozen=True)
class Catalogue:
    """The engine's words in one locale: table -> key -> template, no gaps (see `load_messages`)."""

    locale: str
    tables: Mapping[str, Mapping[str, str]]

    def text(
        self,
        table: str,
        key: str,
        data: Mapping[str, object] | None = None,
        longest: int = LONGEST,
    ) -> str:
        """The message ``key`` of ``table``, rendered; raises KeyError for an unknown one."""
        return render(self.tables[table][key], data or {}, longest)


def render(template: str, data: Mapping[str, object], longest: int = LONGEST) -> str:
    """Fill ``template`` from ``data``; raises `BadTemplate`.

    ``{name}`` is a value on one line, shortened to ``longest`` code points;
    ``{count:item|items}`` a number and its word: two forms are chosen as in English, three as in
    Russian. ``{{`` and ``}}`` are braces. Nothing in a value is ever read as a template.
    """
    return _FIELD.sub(partial(_fill, template, data, longest), template)


def _fill(template: str, data: Mapping[str, object], longest: int, field: re.Match[str]) -> str:
    if field[0] in ("{{", "}}"):
        return field[0][0]
    name = field["name"]
    if name is None:
        raise BadTemplate(f"{template!r}: a brace that is no {{name}}")
    if name not in data:
        raise BadTemplate(f"{template!r}: no value for {{{name}}}")
    value = data[name]
    forms = field["forms"]
    if forms is None:
        return shown(value, longest)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadTemplate(f"{template!r}: {{{name}}} chooses a word, so it must be a number")
    return f"{shown(value, longest)} {_form(template, forms.split('|'), value)}"


def _form(template: str, forms: list[str], number: float) -> str:
    """The word that stands beside ``number``."""
    count = abs(number)
    whole = float(count).is_integer()
    if len(forms) == 2:
        return forms[0] if count == 1 else forms[1]
    if len(forms) != 3:
        raise BadTemplate(f"{template!r}: a word has 2 or 3 forms, not {len(forms)}")
    if whole and count % 10 == 1 and count % 100 != 11:
        return forms[0]
    if not whole or (count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)):
        return forms[1]
    return forms[2]


def shown(value: object, longest: int = LONGEST) -> str:
    """``value`` as a message shows it: on one line, at most ``longest`` code points."""
    if isinstance(value, list | tuple):
        text = ", ".join(shown(one, longest) for one in value)
    elif isinstance(value, float) and value.is_integer():
        text = str(int(value))
    else:
        text = str(value)
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + _ELLIPSIS


def locales() -> tuple[str, ...]:
    """The locales there are words in, the default first."""
    return tuple(_all())


def resolve_locale(wish: str) -> str:
    """The locale nearest to ``wish``, which may be as in the environment ("xx_YY.UTF-8").

    Without one in that language, the default.
    """
    language = re.split(r"[_.@-]", wish.strip().lower(), maxsplit=1)[0]
    return language if language in _all() else locales()[0]


def load_messages(locale: str = "") -> Catalogue:
    """The words of the locale nearest to ``locale``; raises `BadPack` for a broken file.

    What a locale does not say is said in the default one.
    """
    return _all()[resolve_locale(locale)]


def message_of(check: Check, finding: Finding, locale: str = "") -> str:
    """What ``finding`` says; raises `BadTemplate`, KeyError for a message the check lacks."""
    return render(_template(check, finding.message, locale), finding.data)


def label_of(check: Check, finding: Finding, place: Place, locale: str = "") -> str:
    """What a related place of ``finding`` is called; "" for one without a label."""
    return render(_template(check, place.label, locale), finding.data) if place.label else ""


def failure_message(failure: Failure, locale: str = "") -> str:
    """What kept the job from being done, and what to do; names the page where there is one."""
    data = {**failure.data, "path": failure.path}
    return load_messages(locale).text("failure", failure.what, data, LONGEST_IN_FAILURES)


def _template(check: Check, key: str, locale: str) -> str:
    for one in (resolve_locale(locale), *locales()):
        template = check.messages.get(one, {}).get(key)
        if template is not None:
            return template
    raise KeyError(f"{check.id} has no message {key!r}")


@cache
def _all(folder: Path = MESSAGES) -> Mapping[str, Catalogue]:
    """Locale -> its words; the default first, then by name."""
    read = {path.stem: _read(path) for path in sorted(folder.glob("*.toml"))}
    defaults = [locale for locale, table in read.items() if table.get("default") is True]
    if len(defaults) != 1:
        raise BadPack(f"{folder}: exactly one file must say default = true, not {len(defaults)}")
    fallback = _tables(read[defaults[0]], folder / f"{defaults[0]}.toml")
    catalogues = {}
    for locale in (defaults[0], *(one for one in read if one != defaults[0])):
        own = _tables(read[locale], folder / f"{locale}.toml")
        merged = {
            table: MappingProxyType({**fallback.get(table, {}), **own.get(table, {})})
            for table in {**fallback, **own}
        }
        catalogues[locale] = Catalogue(locale, MappingProxyType(merged))
    return MappingProxyType(catalogues)


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadPack(f"{path}: {error}") from error


def _tables(content: Mapping[str, object], path: Path) -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    for name, table in content.items():
        if name == "default":
            continue
        if not isinstance(table, dict):
            raise BadPack(f"{path}: {name} must be a table of texts")
        for key, template in table.items():
            if not isinstance(template, str):
                raise BadPack(f"{path}: {name}.{key} must be a text")
        tables[name] = dict(table)
    return tables
