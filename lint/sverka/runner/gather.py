"""The files of a site as texts: the one place of a run that touches the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sverka.config import Config
from sverka.discovery import survey
from sverka.result import Failure
from sverka.source import Source, Unreadable


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
