"""The files of a site as texts: the one place of a run that touches the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sverka.config import Config, ConfigError
from sverka.discovery import survey
from sverka.packs import Packs
from sverka.result import Failure
from sverka.source import Source, Unreadable
from sverka.termbase import NO_TERMS, BadTermbase, Codes, Termbase, parse


@dataclass(frozen=True, slots=True)
class Gathered:
    """The pages' texts by path, sorted; the pages that could not be read, with their failures;
    and what else was in the way."""

    sources: tuple[Source, ...]
    broken: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def paths(self) -> frozenset[str]:
        """The paths of all pages, read or not."""
        return frozenset({*(source.path for source in self.sources), *self.broken})

    def with_texts(self, texts: Mapping[str, str]) -> Gathered:
        """The same pages, some with other texts, by path."""
        if not texts:
            return self
        sources = (
            Source(one.path, texts[one.path]) if one.path in texts else one for one in self.sources
        )
        return replace(self, sources=tuple(sources))


def gather(config: Config) -> Gathered:
    """Find and read the pages below the site's root; nothing is raised for what is found."""
    try:
        found = survey(config.root, config.include, config.exclude)
    except OSError:
        return Gathered(())
    read = [read_source(config.root, path) for path in found.files]
    failed = [one for one in read if isinstance(one, Failure)]
    skipped = [Failure(one.path, f"skipped-{one.why}", {}) for one in found.skipped]
    return Gathered(
        tuple(one for one in read if isinstance(one, Source)),
        tuple(one.path for one in failed),
        (*failed, *skipped),
    )


def gather_terms(config: Config, packs: Packs) -> Termbase:
    """The terms of all files that the settings name; raises `ConfigError`."""
    if not config.termbase:
        return NO_TERMS
    codes = Codes.of_packs(packs)
    return Termbase.joined(
        _read_terms(config.root / path, config, codes) for path in config.termbase
    )


def _read_terms(path: Path, config: Config, codes: Codes) -> Termbase:
    try:
        return parse(path.name, path.read_bytes(), codes)
    except BadTermbase as error:
        raise ConfigError(path, error.line, error.what, error.data) from error
    except FileNotFoundError:
        name = path.relative_to(config.root).as_posix()
        raise ConfigError(config.file, 0, "termbase-missing", {"name": name}) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(path, 0, "unreadable", {"reason": reason}) from error


def read_source(root: Path, path: str) -> Source | Failure:
    """The text of one page, or why there is none."""
    try:
        return Source.decode(path, (root / path).read_bytes())
    except Unreadable as error:
        return Failure(path, "unreadable", {"reason": error.reason, "remedy": error.remedy})
    except OSError as error:
        reason = f"the file cannot be opened ({error.strerror or type(error).__name__})"
        remedy = "make it readable, or exclude it"
        return Failure(path, "unreadable", {"reason": reason, "remedy": remedy})
