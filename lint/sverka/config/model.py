"""The configuration as values, validated: what the engine reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sverka.discovery.globs import Glob, any_matches
from sverka.finding import Severity
from sverka.markdown.shortcodes import Shortcode
from sverka.pairing import PairPattern


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """``[rules."structure/link"]``: a level in place of the rule's own, and its options.

    ``off``: the rule does not run.
    """

    severity: Severity | None = None
    off: bool = False
    options: Mapping[str, object] = field(default_factory=dict)


NO_SETTINGS = RuleSettings()


@dataclass(frozen=True)
class PathIgnore:
    """``[[overrides]]``: of pages that match one of the globs ``paths``, the rules and families
    ``ignore`` say nothing."""

    paths: tuple[str, ...]
    ignore: tuple[str, ...]

    @cached_property
    def globs(self) -> tuple[Glob, ...]:
        """The paths, ready to be matched."""
        return tuple(Glob.parse(path) for path in self.paths)

    def ignores(self, rule: str, path: str) -> bool:
        """Whether the findings of ``rule`` on the page ``path`` are not wanted."""
        return any(names(one, rule) for one in self.ignore) and any_matches(self.globs, path)


@dataclass(frozen=True, slots=True)
class Accepted:
    """``[[accept]]``: findings of ``rule`` between these two values may stand, for a ``reason``.

    The values are those of the finding's data, or the quotes in its message; where one of them
    changes on the pages, the decision no longer holds.
    """

    rule: str
    values: tuple[str, ...]
    reason: str

    def covers(self, rule: str, *pairs: tuple[object, object]) -> bool:
        """Whether a finding of the rule with one of these pairs of values is meant."""
        wanted = sorted(map(_plain, self.values))
        return rule == self.rule and any(
            sorted((_plain(str(one)), _plain(str(other)))) == wanted for one, other in pairs
        )


def _plain(value: str) -> str:
    return " ".join(value.split()).casefold()


@dataclass(frozen=True)
class Config:
    """All settings. ``root`` is the site's root and ``file`` where the settings come from.

    ``termbase`` are paths of files, relative to the root.
    ``fail_on`` is None where no finding fails a run. ``hints``: they are asked for, so that rules
    which run for them only do. Empty ``languages``, ``include`` and
    ``select`` mean all there are; an empty ``source_language`` or ``locale`` is to be found.
    """

    root: Path
    file: Path | None = None
    source_language: str = ""
    languages: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    pairs: tuple[PairPattern, ...] = ()
    shortcodes: tuple[Shortcode, ...] = ()
    termbase: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)
    overrides: tuple[PathIgnore, ...] = ()
    accept: tuple[Accepted, ...] = ()
    fail_on: Severity | None = Severity.WARNING
    locale: str = ""
    hints: bool = False

    def settings(self, rule: str) -> RuleSettings:
        """The settings of a rule; the empty ones where there are none."""
        return self.rules.get(rule, NO_SETTINGS)

    def ignores(self, rule: str, path: str) -> bool:
        """Whether an override says that ``rule`` is not wanted on the page ``path``."""
        return any(override.ignores(rule, path) for override in self.overrides)


ALL = "all"
"""Names every rule."""


def names(name: str, rule: str) -> bool:
    """Whether ``name`` (a rule, a family, "all") names ``rule``."""
    return name in (ALL, rule) or rule.startswith(f"{name}/")
