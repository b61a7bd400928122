"""The command line: ``sverka check`` and what goes with it.

Only this package writes to the terminal and decides on an exit code: 0 clean, 1 findings, 2 the
job could not be done. A module a command; what a command needs it imports when it runs, so that
``sverka --version`` stays quick.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from sverka import __version__
from sverka.cli.check import check
from sverka.cli.claims import claims
from sverka.cli.init import init
from sverka.cli.known import baseline
from sverka.cli.output import Trouble, prepare_streams, put_error
from sverka.cli.pairs import pairs
from sverka.cli.quantities import quantities
from sverka.cli.rules import explain, rules

INTERRUPTED = 130
"""The exit code of a command that Ctrl-C ended, as shells have it."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sverka", message="%(prog)s %(version)s")
def cli() -> None:
    """Find where the language versions of a site disagree.

    Begin with `sverka check` in the folder that holds the pages.
    """


for _command in (check, baseline, pairs, claims, quantities, rules, explain, init):
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line (``sys.argv`` where no arguments are given) and exit."""
    prepare_streams()
    # A run makes many small lasting values and hardly any cycles: looking for those after every
    # few hundred values costs a tenth of the time and finds nothing.
    gc.set_threshold(100_000, 20, 20)
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = cli.main(arguments, prog_name="sverka", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("SVERKA_TRACEBACK"):
            raise
        put_error(
            f"sverka: internal error: {type(error).__name__}: {error}\n"
            "Please report it; with SVERKA_TRACEBACK=1 in the environment it says where.\n"
        )
        return Trouble.exit_code
    return code if isinstance(code, int) else 0
