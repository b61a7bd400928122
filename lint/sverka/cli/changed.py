"""``--diff REV``: what was changed since a revision, asked of git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from sverka.cli.options import say
from sverka.cli.output import Trouble, put_error

if TYPE_CHECKING:
    from sverka.changes import Changes

_PATCH = (
    "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames",
    "--relative", "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules",
)  # fmt: skip


class _GitFailed(Exception):
    """What git said when it could not do what was asked."""


def changes_since(revision: str, root: Path, locale: str) -> Changes:
    """What differs below ``root`` between the files as they are and the commit at which their
    history left that of ``revision``; new files that git does not know yet count, too.

    A shallow clone may not reach back to that commit: then ``revision`` itself is compared
    with, and a note on stderr says so. Raises `Trouble` where git, the repository or the
    revision is not there.
    """
    from sverka.changes import parse_patch

    try:
        if _git(root, "rev-parse", "--is-inside-work-tree").strip() != "true":
            raise _GitFailed
    except _GitFailed as error:
        raise Trouble(say(locale, "diff_no_repository", path=root)) from error
    base = _base_of(revision, root, locale)
    try:
        patch = _git(root, *_PATCH, base, "--", ".")
        added = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    except _GitFailed as error:
        raise Trouble(say(locale, "diff_failed", reason=error)) from error
    return parse_patch(patch).with_new(filter(None, added.split("\0")))


def _base_of(revision: str, root: Path, locale: str) -> str:
    """The commit to compare with."""
    shallow = _is_shallow(root)
    try:
        if revision.startswith("-"):
            raise _GitFailed
        commit = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").strip()
    except _GitFailed as error:
        key = "diff_no_revision_shallow" if shallow else "diff_no_revision"
        branch = revision.removeprefix("origin/")
        raise Trouble(say(locale, key, revision=revision, branch=branch)) from error
    try:
        return _git(root, "merge-base", commit, "HEAD").strip()
    except _GitFailed:
        if shallow:
            put_error(f"sverka: {say(locale, 'diff_shallow', revision=revision)}\n")
        return commit


def _is_shallow(root: Path) -> bool:
    try:
        return _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"
    except _GitFailed:
        return False


def _git(folder: Path, *arguments: str) -> str:
    """What git says, in English and with names as they are; raises `_GitFailed`."""
    command = ["git", "--no-optional-locks", "-c", "core.quotePath=off", *arguments]
    environment = {**os.environ, "LC_ALL": "C", "GIT_PAGER": "cat"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the revision is no option
            command, cwd=folder, env=environment, capture_output=True, check=False
        )
    except OSError as error:
        raise _GitFailed(error.strerror or "git") from error
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _GitFailed(lines[-1] if lines else f"git {arguments[0]}")
    return done.stdout.decode("utf-8", "surrogateescape")
