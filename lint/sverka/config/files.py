"""Where the configuration lies, and where the site begins."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sverka.check import Check
from sverka.config.error import ConfigError, Spot
from sverka.config.keys import read_keys
from sverka.config.model import Config
from sverka.config.rules import validate_rules

NAMES = ("sverka.toml", ".sverka.toml")
"""Files that hold nothing else; in one folder the first counts."""
PYPROJECT = "pyproject.toml"
_TABLE = ("tool", "sverka")

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def load(
    start: Path | None = None,
    explicit: Path | None = None,
    *,
    paths: Sequence[Path] = (),
    checks: Callable[[Path], Mapping[str, Check]] | None = None,
) -> Config:
    """The configuration that holds for ``start`` (a file or folder; without it, what ``paths``
    have in common, and without those the current folder).

    It is searched there and upward to the top of the git work tree; ``explicit`` names it
    instead. Without any file, the defaults. ``paths`` are those that someone asked to check:
    they say where the site begins if no file does, see `site_root`. With ``checks``, the
    rules that the file names must be among those that it gives for the site's root. Raises
    `ConfigError`.
    """
    asked = tuple(paths) or ((start,) if start else ())
    file = explicit if explicit is not None else find_config(start or common_folder(asked))
    root = site_root(asked, file)
    if file is None:
        return Config(root)
    table, spot = _read(file)
    if table is None:
        raise ConfigError(file, 0, "no-table")
    values = {"root": root, "file": file, **read_keys(table, spot)}
    config = Config(**values)  # type: ignore[arg-type]  # each key's reader gives its field's type
    if checks is not None:
        validate_rules(config, checks(root), spot)
    return config


def find_config(start: Path) -> Path | None:
    """The file that configures ``start``: in its folder or the nearest one above it.

    Ends at the top of the git work tree. A pyproject.toml without ``[tool.sverka]`` is passed
    over. Raises `ConfigError` for one that cannot be read.
    """
    folder = _folder(start)
    for here in (folder, *folder.parents):
        for name in NAMES:
            if (here / name).is_file():
                return here / name
        if (here / PYPROJECT).is_file() and _configures(here / PYPROJECT):
            return here / PYPROJECT
        if (here / ".git").exists():
            return None
    return None


def site_root(paths: Sequence[Path], config_file: Path | None = None) -> Path:
    """The site's root, absolute.

    The folder that holds the configuration; without one, the single folder given (the current
    one if no path is), else the top of the git work tree that holds all paths, else the current
    folder if it holds them, else the folder they have in common.
    """
    if config_file is not None:
        return config_file.resolve().parent
    if not paths:
        return Path.cwd().resolve()
    if len(paths) == 1 and paths[0].is_dir():
        return paths[0].resolve()
    common = common_folder(paths)
    for here in (common, *common.parents):
        if (here / ".git").exists():
            return here
    # A file named from the top of a site must not shrink the site to its own folder, where the
    # other version is not.
    here = Path.cwd().resolve()
    return here if common.is_relative_to(here) else common


def common_folder(paths: Sequence[Path]) -> Path:
    """The innermost folder that holds all ``paths``, absolute; without any, the current one."""
    folders = [_folder(path) for path in paths] or [Path.cwd().resolve()]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # on Windows, paths on two drives
        return folders[0]


def _folder(path: Path) -> Path:
    whole = path.resolve()
    return whole if whole.is_dir() else whole.parent


def _configures(pyproject: Path) -> bool:
    """Whether the file has our table; one that is broken elsewhere is not ours to report."""
    try:
        return _read(pyproject)[0] is not None
    except ConfigError:
        try:
            ours = ".".join(_TABLE) in pyproject.read_text(encoding="utf-8", errors="replace")
        except OSError:
            ours = False
        if ours:
            raise
        return False


def _read(file: Path) -> tuple[Mapping[str, object] | None, Spot]:
    """The table of the settings, None where a pyproject.toml has none, and its place."""
    text = _text(file)
    try:
        content: object = tomllib.loads(text)
    except RecursionError as error:
        raise ConfigError(file, 0, "syntax", {"reason": "it is nested too deeply"}) from error
    except ValueError as error:  # a number of too many digits is no TOMLDecodeError
        place = _PLACE.search(str(error))
        line = int(place[1] or text.count("\n") + 1) if place else 0
        reason = _PLACE.sub("", str(error))
        raise ConfigError(file, line, "syntax", {"reason": reason}) from error
    if file.name != PYPROJECT:
        return (content if isinstance(content, dict) else None), Spot(file, text)
    for name in _TABLE:
        content = content.get(name) if isinstance(content, dict) else None
    spot = Spot(file, text, _TABLE)
    if content is not None and not isinstance(content, dict):
        raise ConfigError(file, spot.line, "must-be-table", {"key": ".".join(_TABLE)})
    return content, spot


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(file, 0, "missing") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(file, 0, "unreadable", {"reason": reason}) from error
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} is not UTF-8"
        raise ConfigError(file, 0, "unreadable", {"reason": reason}) from error
