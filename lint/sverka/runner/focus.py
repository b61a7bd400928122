"""What of a site someone asked about: the whole site is known, findings elsewhere are not shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sverka.discovery import PAGE_SUFFIXES
from sverka.finding import Finding
from sverka.result import Failure


@dataclass(frozen=True, slots=True)
class Focus:
    """``pages`` are the paths of the pages asked about; None asks about all of them."""

    pages: frozenset[str] | None = None

    def touches(self, finding: Finding) -> bool:
        """Whether a finding stands on one of the pages, or is related to one."""
        return self.pages is None or any(
            place.path in self.pages for place in (finding.place, *finding.related)
        )

    def concerns(self, failure: Failure, partners: Iterable[tuple[str, str]]) -> bool:
        """Whether a failure keeps something from being said of the pages: it is on one of them
        or on its other version (``partners`` are pairs of paths), or on no page."""
        if self.pages is None or not failure.path or failure.path in self.pages:
            return True
        return any(failure.path in pair and not self.pages.isdisjoint(pair) for pair in partners)


EVERYTHING = Focus()


def focus_on(
    paths: Sequence[Path], root: Path, pages: frozenset[str]
) -> tuple[Focus, tuple[Failure, ...]]:
    """The focus on ``paths``, files or folders; of the ``pages``, POSIX paths below ``root``.

    No path, the root itself, or a folder above it ask about everything. A path that leads to
    no page is a failure, but for files that the settings leave out (`left_out`).
    """
    unasked = left_out(paths, root, pages)
    if not pages and not (paths and len(unasked) == len(paths)):
        return EVERYTHING, (Failure("", "no-pages", {}),)
    wanted: set[str] = set()
    everything = not paths
    failures: list[Failure] = []
    for path in paths:
        found = _pages_at(path, root, pages)
        everything = everything or (bool(pages) and found == pages)
        wanted |= found
        if not found and path not in unasked:
            failures.append(Failure(path.as_posix(), "no-page", {}))
    return EVERYTHING if everything else Focus(frozenset(wanted)), tuple(failures)


def left_out(paths: Sequence[Path], root: Path, pages: frozenset[str]) -> tuple[Path, ...]:
    """Those of ``paths`` that are files named like pages, below ``root``, and none of ``pages``:
    the configuration or the default leaves them out. Who hands over the files of a commit
    cannot know that, so it is no mistake to name them."""
    return tuple(
        path
        for path in paths
        if path.name.lower().endswith(PAGE_SUFFIXES)
        and path.is_file()
        and path.resolve().is_relative_to(root.resolve())
        and not _pages_at(path, root, pages)
    )


def _pages_at(path: Path, root: Path, pages: frozenset[str]) -> frozenset[str]:
    """The pages that a path names: itself, or all that are in it. Links count under their own
    name and under that of what they lead to."""
    found: set[str] = set()
    for real in {path.parent.resolve() / path.name, path.resolve()}:
        if root.resolve().is_relative_to(real):
            return pages
        if real.is_relative_to(root.resolve()):
            name = real.relative_to(root.resolve()).as_posix()
            found |= {page for page in pages if page == name or page.startswith(f"{name}/")}
    return frozenset(found)
