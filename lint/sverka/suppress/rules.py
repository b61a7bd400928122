"""The rules of the engine itself: what it says of directives in the pages.

They are found while findings are muted, when all checks have run, so their ``run`` finds
nothing; all else of them is as of any rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import MappingProxyType

from sverka.check import Check, Context, Messages
from sverka.finding import Finding, Severity
from sverka.messages import load_messages, locales
from sverka.page import Page

FAMILY = "suppression"
UNUSED = f"{FAMILY}/unused"
UNKNOWN = f"{FAMILY}/unknown-rule"


def _nothing(page: Page, context: Context) -> Iterable[Finding]:  # noqa: ARG001 - the contract
    return ()


@cache
def engine_rules() -> tuple[Check, ...]:
    """Both rules; raises `sverka.packs.BadPack` where their messages cannot be read."""
    return (
        Check(
            id=UNUSED,
            unit="page",
            run=_nothing,
            severity=Severity.WARNING,
            messages=_messages("unused", "nothing-follows", "nothing-open"),
            bad=(
                {"page.md": "Text.\n\n<!-- sverka-enable -->\n"},
                {"page.md": "Text.\n\n<!-- sverka-disable-next-line: an old one -->\n"},
            ),
            good=({"page.md": "<!-- a comment on sverka -->\n\nText.\n"},),
            documentation=_UNUSED,
        ),
        Check(
            id=UNKNOWN,
            unit="page",
            run=_nothing,
            severity=Severity.WARNING,
            messages=_messages("unknown", "unknown-guess", "unknown-directive"),
            bad=(
                {"page.md": "<!-- sverka-disable-next-line no-such/rule -->\n\nText.\n"},
                {"page.md": "<!-- sverka-ignore: not ours -->\n\nText.\n"},
                {"page.md": "---\nsverka:\n  disable: [no-such/rule]\n---\n\nText.\n"},
            ),
            good=({"page.md": "<!-- sverka-disable suppression: in use -->\n\nText.\n"},),
            documentation=_UNKNOWN,
        ),
    )


def _messages(*keys: str) -> Messages:
    return MappingProxyType(
        {
            locale: MappingProxyType(
                {key: load_messages(locale).tables[FAMILY][key] for key in keys}
            )
            for locale in locales()
        }
    )


_UNUSED = """A directive that silences nothing.

What it finds: ``sverka-disable`` and ``sverka-disable-next-line``, in a comment or in the front
matter, under which no finding lies; one with nothing after it; and ``sverka-enable`` where
nothing is disabled. A directive is used if it silences a finding of either page of a pair.

Why it matters: What it once silenced is mended, or it stands in the wrong place. Left there, it
hides the next mistake of that kind from everybody.

When it is wrong: It says nothing of a directive whose rules did not all run, because they were
not selected or crashed. A directive for pages that are only sometimes there can be silenced
itself: ``sverka-disable suppression/unused``.

Source: The practice of linters that report unused suppressions.
"""

_UNKNOWN = """A directive that Sverka does not understand.

What it finds: A directive in a comment or in the front matter that names a rule or a family
that does not exist, and a comment that begins like a directive and is none (``sverka-ignore``).

Why it matters: Such a directive silences nothing, and whoever wrote it believes that it does.

When it is wrong: The rule belongs to a newer version, or to checks that are not installed here.

Source: The practice of linters that report unknown suppressions.
"""
