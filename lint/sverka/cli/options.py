"""Options that commands share, and how a wrong one is answered."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from sverka.cli.output import Trouble

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    TextType = click.ParamType[str]
else:
    TextType = click.ParamType  # generic for type checkers only, in older versions of click

Command = TypeVar("Command", bound=Callable[..., object])

LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first of them that is set names the language of the messages."""


class Locale(TextType):
    """A locale there are messages in; the files are looked at only when one is asked for."""

    name = "locale"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """The locales, for the help."""
        from sverka.messages import locales

        del param, ctx
        return f"[{'|'.join(sorted(locales()))}]"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The value, or a usage error that lists the locales."""
        from sverka.messages import locales

        if value not in locales():
            known = ", ".join(sorted(locales()))
            self.fail(f"there are no messages in {value!r}; choose from {known}", param, ctx)
        return str(value)


def paths_argument(command: Command) -> Command:
    """The files and folders a command is about."""
    kind = click.Path(path_type=Path)
    return click.argument("paths", nargs=-1, type=kind, metavar="[PATHS]...")(command)


def config_option(command: Command) -> Command:
    """``--config``."""
    kind = click.Path(path_type=Path)
    text = "Read the settings from this file, and not from the one that is found."
    return click.option("--config", "config_file", type=kind, metavar="FILE", help=text)(command)


def locale_option(command: Command) -> Command:
    """``--locale``."""
    text = "The language of the messages; else that of the settings, else of the environment."
    return click.option("--locale", type=Locale(), help=text)(command)


def color_option(command: Command) -> Command:
    """``--color`` and ``--no-color``."""
    text = "Colour the text, or do not; else as the terminal, NO_COLOR and FORCE_COLOR have it."
    return click.option("--color/--no-color", default=None, help=text)(command)


def fix_options(command: Command) -> Command:
    """``--fix``, ``--unsafe-fixes``, ``--diff-fixes``."""
    flags = (
        ("--diff-fixes", "Show what would be changed as a diff, and change nothing."),
        ("--unsafe-fixes", "Make the fixes that need a look afterwards, too."),
        ("--fix", "Make the safe fixes, then report what remains."),
    )
    for flag, text in flags:
        command = click.option(flag, is_flag=True, help=text)(command)
    return command


def format_option(*formats: str) -> Callable[[Command], Command]:
    """``--format``, the first one by default."""
    kind = click.Choice(formats)
    text = "The form of the output."
    return click.option("--format", "form", type=kind, default=formats[0], help=text)


def locale_of(asked: str | None, configured: str, environment: Mapping[str, str]) -> str:
    """The locale for people: asked for, else configured, else the environment's."""
    from sverka.messages import resolve_locale

    variables = (environment.get(name, "") for name in LOCALE_VARIABLES)
    return resolve_locale(asked or configured or next(filter(None, variables), ""))


def document_locale(asked: str | None, configured: str) -> str:
    """The locale for programs: as for people, but the environment has no say."""
    from sverka.messages import resolve_locale

    return resolve_locale(asked or configured)


def say(locale: str, key: str, **data: object) -> str:
    """A sentence of the command line's own, paths in it whole."""
    from sverka.messages import LONGEST_IN_FAILURES, load_messages
    from sverka.reports.excerpt import visible

    return visible(load_messages(locale).text("cli", key, data, LONGEST_IN_FAILURES))


def complete_rules(
    context: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The rules and families that a shell can offer for the last of the names typed so far."""
    from click.shell_completion import CompletionItem

    from sverka.config import rule_names
    from sverka.registry import checks_of

    del context, param
    before, comma, last = incomplete.rpartition(",")
    checks = checks_of(Path.cwd())
    return [
        CompletionItem(before + comma + name, help=checks[name].summary if name in checks else None)
        for name in rule_names(checks)
        if name.startswith(last)
    ]


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """Names given one by one or with commas between them."""
    parts = (part.strip() for value in values for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


@contextmanager
def troubles(asked: str | None) -> Iterator[None]:
    """Turn what a user can mend into a message and exit code 2."""
    from sverka.config import ConfigError
    from sverka.packs import BadPack
    from sverka.registry import BadCheck

    try:
        yield
    except ConfigError as error:
        raise Trouble(error.message(locale_of(asked, "", os.environ))) from error
    except (BadPack, BadCheck) as error:
        raise Trouble(str(error)) from error
