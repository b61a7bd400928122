"""The keys of the configuration: what each holds, its default, and how it is read.

`KEYS` is the one place that knows them. Validation, the documentation and the file that
``sverka init`` writes are made from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sverka import packs
from sverka.config import read
from sverka.config.error import Spot
from sverka.config.model import Accepted, PathIgnore, RuleSettings
from sverka.finding import Severity
from sverka.markdown.shortcodes import ROLES, Shortcode
from sverka.messages import locales
from sverka.pairing import PairPattern

OFF = "off"
"""Where a rule's level is asked for: the rule does not run."""
NEVER = "never"
"""Where the level that fails a run is asked for: none does."""

_LEVELS = tuple(severity.label for severity in reversed(Severity))
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PLACEHOLDERS = frozenset({"path", "name"})


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the configuration.

    ``name`` as people write it; ``kind`` of its value; ``default`` and ``example`` written as
    in TOML, the example as whole lines, in which xx and yy stand for languages and family/rule
    for a rule. ``read`` turns the value into the one of `sverka.config.Config`, and raises
    ConfigError. ``more`` is what else there is to say, as Markdown.
    """

    name: str
    kind: str
    default: str
    doc: str
    example: str
    read: Callable[[object, Spot], object]
    more: str = ""

    @property
    def field(self) -> str:
        """The field of `sverka.config.Config` that holds the value."""
        return self.name.replace("-", "_")


def read_keys(table: Mapping[str, object], spot: Spot) -> dict[str, object]:
    """Field -> value, for each key that ``table`` holds; raises ConfigError."""
    by_name = {key.name: key for key in KEYS}
    read.no_unknown(table, tuple(by_name), spot)
    found = {
        by_name[name].field: by_name[name].read(value, spot.at(name))
        for name, value in table.items()
    }
    languages, source = found.get("languages"), found.get("source_language")
    if isinstance(languages, tuple) and languages and source and source not in languages:
        raise spot.at("source-language").wrong("not-a-language-here", name=source)
    return found


def _language(value: object, spot: Spot) -> str:
    code = read.text(value, spot)
    known = sorted(packs.load().languages)
    if code not in known:
        raise spot.wrong("unknown-language", name=code, known=known)
    return code


def _languages(value: object, spot: Spot) -> tuple[str, ...]:
    codes = read.texts(value, spot)
    return tuple(_language(code, spot.at(number)) for number, code in enumerate(codes))


def _pairs(value: object, spot: Spot) -> tuple[PairPattern, ...]:
    return tuple(_pair(table, here) for table, here in read.tables(value, spot))


def _pair(table: Mapping[str, object], spot: Spot) -> PairPattern:
    given = read.fields(table, ("source", "target"), spot)
    source, target = _side(given[0], spot.at("source")), _side(given[1], spot.at("target"))
    if source == target:
        raise spot.wrong("same-pair")
    if set(_PLACEHOLDER.findall(source)) != set(_PLACEHOLDER.findall(target)):
        raise spot.wrong("uneven-pair")
    return PairPattern(source, target)


def _side(value: object, spot: Spot) -> str:
    pattern = read.inside(read.text(value, spot).removeprefix("./"), spot)
    if pattern.startswith("/"):
        raise spot.wrong("outside", value=pattern)
    names = _PLACEHOLDER.findall(pattern)
    bad = set(names) - _PLACEHOLDERS or len(names) > len(set(names))
    if bad or re.search("[*{}]", _PLACEHOLDER.sub("", pattern)):
        raise spot.wrong("bad-placeholder", value=pattern)
    return pattern


def _shortcodes(value: object, spot: Spot) -> tuple[Shortcode, ...]:
    return tuple(_shortcode(table, here) for table, here in read.tables(value, spot))


def _shortcode(table: Mapping[str, object], spot: Spot) -> Shortcode:
    name, pattern, role = read.fields(table, ("name", "pattern", "role"), spot)
    shortcode = Shortcode(
        read.text(name, spot.at("name")),
        read.text(pattern, spot.at("pattern")),
        read.one_of(ROLES, role, spot.at("role")),
    )
    here = spot.at("pattern")
    try:
        matches_nothing = shortcode.compiled.match("") is not None
    except re.error as error:
        raise here.wrong("bad-pattern", value=shortcode.pattern, reason=str(error)) from error
    if matches_nothing:
        raise here.wrong("empty-pattern", value=shortcode.pattern)
    for group in _GROUPS_OF_ROLE.get(shortcode.role, ()):
        if group not in shortcode.compiled.groupindex:
            raise here.wrong("no-group", group=group, role=shortcode.role)
    return shortcode


_GROUPS_OF_ROLE = {"auto": ("name", "close"), "text": ("text",), "link": ("text", "target")}
"""The named groups without which a pattern of that role cannot do its work."""


def _termbase(value: object, spot: Spot) -> tuple[str, ...]:
    """A path, or a list of paths."""
    files = [value] if isinstance(value, str) else value
    paths = tuple(path.removeprefix("./") for path in read.texts(files, spot))
    for path in paths:
        if read.inside(path, spot).startswith("/"):
            raise spot.wrong("outside", value=path)
    return paths


def _rules(value: object, spot: Spot) -> Mapping[str, RuleSettings]:
    rules = {
        rule: _rule(read.table(settings, spot.at(rule)), spot.at(rule))
        for rule, settings in read.table(value, spot).items()
    }
    return dict(sorted(rules.items()))


def _rule(table: Mapping[str, object], spot: Spot) -> RuleSettings:
    options = {name: table[name] for name in table if name != "severity"}
    if "severity" not in table:
        return RuleSettings(options=options)
    word = read.one_of((*_LEVELS, OFF), table["severity"], spot.at("severity"))
    return RuleSettings(None if word == OFF else Severity.parse(word), word == OFF, options)


def _overrides(value: object, spot: Spot) -> tuple[PathIgnore, ...]:
    return tuple(_override(table, here) for table, here in read.tables(value, spot))


def _override(table: Mapping[str, object], spot: Spot) -> PathIgnore:
    paths, ignore = read.fields(table, ("paths", "ignore"), spot)
    return PathIgnore(read.globs(paths, spot.at("paths")), read.texts(ignore, spot.at("ignore")))


def _accept(value: object, spot: Spot) -> tuple[Accepted, ...]:
    return tuple(_accepted(table, here) for table, here in read.tables(value, spot))


def _accepted(table: Mapping[str, object], spot: Spot) -> Accepted:
    rule, values, reason = read.fields(table, ("rule", "values", "reason"), spot)
    two = read.texts(values, spot.at("values"))
    if len(two) != 2:
        raise spot.at("values").wrong("must-be-two", count=len(two))
    return Accepted(read.text(rule, spot.at("rule")), two, read.text(reason, spot.at("reason")))


def _fail_on(value: object, spot: Spot) -> Severity | None:
    word = read.one_of((*_LEVELS, NEVER), value, spot)
    return None if word == NEVER else Severity.parse(word)


def _locale(value: object, spot: Spot) -> str:
    return read.one_of(locales(), value, spot)


_SHORTCODE_ROLES = """\
| role | what the markup does | such as |
|---|---|---|
| `wrap` | stands around blocks or words; is nothing itself | `{% note %}` … `{% endnote %}` |
| `auto` | `wrap` where the page has the closing form too, else `embed` | `{{< tag >}}` |
| `embed` | stands for content of its own: a figure, a price, a variable | `{{ name }}` |
| `text` | shows its group `text`, which is prose | `{heading(Text)[id=x]}` |
| `link` | as `text`, and leads to its group `target` | `{linkto(page.md)[text=Text]}` |
| `mark` | names or dresses what stands beside it | `{#anchor}` |

The pattern is a regular expression of Python; `^` and `$` match at each line. Named groups tell
its parts: `auto` needs `(?P<name>…)` and `(?P<close>…)`, the sign that it closes; `text` needs
`(?P<text>…)`; `link` needs `(?P<text>…)` and `(?P<target>…)`. The usual markup of Hugo, Liquid,
mdBook, MDX and VitePress is known without this.
"""

KEYS: tuple[Key, ...] = (
    Key(
        "source-language",
        "text",
        '""',
        "The language that the other pages are translations of; found where it is not given.",
        'source-language = "xx"',
        _language,
    ),
    Key(
        "languages",
        "list of texts",
        "[]",
        "The languages to look at; without it, all that Sverka has data for.",
        'languages = ["xx", "yy"]',
        _languages,
    ),
    Key(
        "include",
        "list of globs",
        "[]",
        "Only these are pages; without it, every .md, .markdown, .mdx and .txt file.",
        'include = ["content/**"]',
        read.globs,
    ),
    Key(
        "exclude",
        "list of globs",
        "[]",
        "These are no pages. Hidden folders and those of tools are left out anyway.",
        'exclude = ["drafts", "content/archive/**"]',
        read.globs,
    ),
    Key(
        "pairs",
        "list of tables",
        "[]",
        "Which pages are versions of each other, where it cannot be found: {path} is any path, "
        "{name} one part of it.",
        '[[pairs]]\nsource = "content/{path}.md"\ntarget = "content.yy/{path}.md"',
        _pairs,
    ),
    Key(
        "shortcodes",
        "list of tables",
        "[]",
        "Markup of the site's own that is no prose: a name, a regular expression, and its role: "
        "wrap, auto, embed, text, link or mark.",
        '[[shortcodes]]\nname = "price"\npattern = \'\\[price [^\\]\\n]*\\]\'\nrole = "embed"',
        _shortcodes,
        _SHORTCODE_ROLES,
    ),
    Key(
        "termbase",
        "text or list of texts",
        "[]",
        "Files with the terms to use, .csv, .tsv, .toml or .tbx; see [termbase.md](termbase.md).",
        'termbase = "terms.csv"',
        _termbase,
    ),
    Key(
        "select",
        "list of rules and families",
        "[]",
        "The rules to run; without it, all.",
        'select = ["structure"]',
        read.texts,
    ),
    Key(
        "ignore",
        "list of rules and families",
        "[]",
        "The rules not to run. Where select and ignore both name a rule, the nearer name counts.",
        'ignore = ["family/rule"]',
        read.texts,
    ),
    Key(
        "rules",
        "table",
        "{}",
        "By rule: its severity (error, warning, info or off), and its options.",
        '[rules."family/rule"]\nseverity = "error"',
        _rules,
    ),
    Key(
        "overrides",
        "list of tables",
        "[]",
        "By path: globs, and the rules and families that are silent on the pages they match.",
        '[[overrides]]\npaths = ["blog/**"]\nignore = ["family/rule"]',
        _overrides,
    ),
    Key(
        "accept",
        "list of tables",
        "[]",
        "Decisions that two statements may stand beside each other: the rule, the two values as "
        "the report quotes them, and the reason. A decision lapses when a value changes.",
        '[[accept]]\nrule = "claims/recovery-time"\nvalues = ["no downtime", "3–4 days"]\n'
        'reason = "the first is about the device, the second about injections"',
        _accept,
    ),
    Key(
        "fail-on",
        "text",
        '"warning"',
        "The lowest severity that makes the exit code 1: error, warning, info or never.",
        'fail-on = "error"',
        _fail_on,
    ),
    Key(
        "locale",
        "text",
        '""',
        "The language of the messages; without it, that of the environment.",
        'locale = "xx"',
        _locale,
    ),
)
"""All keys, in the order of the documentation."""
