"""Pages written back to the disk: whole or not at all, and only over what was checked."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sverka.source import Source, Unreadable

if TYPE_CHECKING:
    from sverka.fixes import Change
    from sverka.result import Failure


class Unwritten(Exception):
    """Why a page cannot be written: a message key of the failures, and a reason or ""."""

    def __init__(self, what: str, reason: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Rewrite:
    """The bytes of a page's file as they are and as they shall be; ``place`` is the file itself,
    no link to it."""

    place: Path
    before: bytes
    after: bytes


def rewrites(
    root: Path, changes: dict[str, Change]
) -> tuple[dict[str, Rewrite], tuple[Failure, ...]]:
    """The new files of ``changes`` (by path below ``root``), and why some cannot be made."""
    ready: dict[str, Rewrite] = {}
    failures: list[Failure] = []
    for path, change in changes.items():
        try:
            ready[path] = _rewrite(root, path, change)
        except (Unwritten, OSError) as error:
            failures.append(failure_of(path, error))
    return ready, tuple(failures)


def failure_of(path: str, error: Unwritten | OSError) -> Failure:
    """The failure of a page that was not written."""
    from sverka.result import Failure

    if isinstance(error, Unwritten):
        return Failure(path, error.what, {"reason": error.reason} if error.reason else {})
    return Failure(path, "fix-unwritable", {"reason": error.strerror or type(error).__name__})


def put_page(rewrite: Rewrite) -> None:
    """Put the new bytes in the place of the old ones at once, with the file's rights kept.

    Raises OSError, and `Unwritten` for a file that may not be written.
    """
    place = rewrite.place
    found = place.stat()
    # To replace a file asks for rights in its folder only, and the superuser may do anything;
    # but who took the rights to write away meant it.
    if not (found.st_mode & 0o222 and os.access(place, os.W_OK)):
        raise Unwritten("fix-unwritable", os.strerror(errno.EACCES))
    handle, name = tempfile.mkstemp(prefix=f".{place.name[:40]}.", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(rewrite.after)
            file.flush()
            os.fsync(file.fileno())
        _like(Path(name), found)
        if place.read_bytes() != rewrite.before:
            raise Unwritten("fix-changed")
        Path(name).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _rewrite(root: Path, path: str, change: Change) -> Rewrite:
    from sverka.fixes import rewritten

    place = (root / path).resolve(strict=True)
    if not place.is_relative_to(root.resolve()):
        raise Unwritten("fix-outside")
    before = place.read_bytes()
    try:
        text = Source.decode(path, before).text
    except Unreadable:
        text = ""
    if text != change.before:
        raise Unwritten("fix-changed")
    return Rewrite(place, before, rewritten(before, change.after))


def _like(new: Path, old: os.stat_result) -> None:
    """Give a file the rights and, where that is allowed, the owner of another."""
    made = new.stat()
    if hasattr(os, "chown") and (made.st_uid, made.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):
            os.chown(new, old.st_uid, old.st_gid)
    new.chmod(stat.S_IMODE(old.st_mode))
