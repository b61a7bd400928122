"""``sverka init``: settings for a site, made from what lies in its folder."""

from __future__ import annotations

import os
from pathlib import Path

import click

from sverka.cli.options import locale_of, locale_option, say, troubles
from sverka.cli.output import Trouble, put_file, put_text
from sverka.cli.running import read_site, report_failures

SNIPPETS = ("pre-commit", "github", "gitlab")
"""The names of `sverka.snippets`, which is not read where it is not asked for."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--force", is_flag=True, help="Write the file even where there is one.")
@click.option("--dry-run", is_flag=True, help="Print the file instead of writing it.")
@click.option(
    "--snippet",
    type=click.Choice(SNIPPETS),
    help="Print what makes others run Sverka: a hook, a workflow, a job; nothing is written.",
)
@locale_option
@click.pass_context
def init(
    context: click.Context,
    /,
    folder: Path,
    *,
    force: bool,
    dry_run: bool,
    snippet: str | None,
    locale: str | None,
) -> None:
    """Look at a FOLDER (the current one by default) and write a sverka.toml for it.

    Where pages cannot be read, it is written from the others, and the exit code is 2.
    """
    from sverka.config import Config
    from sverka.initialise import CONFIG_NAME, config_text, found_text, overview
    from sverka.packs import load

    wish = locale_of(locale, "", os.environ)
    if snippet is not None:
        from sverka.snippets import snippet_text

        put_text(snippet_text(snippet))
        return
    if not folder.is_dir():
        raise Trouble(say(wish, "init_no_folder", path=folder))
    with troubles(locale):
        existing = _existing(folder)
        if existing and not (force or dry_run):
            raise Trouble(say(wish, "init_exists", path=existing))
        config = Config(folder.resolve())
        result = read_site(config, (folder,))
        languages = load().languages
    if not result.pages:
        raise Trouble(say(wish, "init_no_pages", path=folder))
    site = overview(result.pages, result.pairs)

    def name_of(code: str) -> str:
        return languages[code].name if code in languages else code

    report_failures(result, config, (folder,), wish, None)
    text = config_text(site, name_of, wish)
    if dry_run:
        put_text(text)
    else:
        path = folder / CONFIG_NAME
        _write(text, path, wish)
        found = found_text(site, name_of, wish)
        put_text(say(wish, "init_written", path=path, found=found) + "\n")
        put_text(say(wish, "init_offer") + "\n")
    context.exit(Trouble.exit_code if result.failures else 0)


def _write(text: str, path: Path, locale: str) -> None:
    try:
        put_file(text, path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Trouble(say(locale, "output_failed", path=path, reason=reason)) from error


def _existing(folder: Path) -> Path | None:
    """The file in that folder that holds settings already."""
    from sverka.config import find_config

    found = find_config(folder)
    return found if found and found.parent == folder.resolve() else None
