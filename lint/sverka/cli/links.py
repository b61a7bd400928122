"""Whether a terminal follows links, and where the pages of the rules lie for it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

_PROGRAMS = frozenset(
    {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal"}
)
"""Values of TERM_PROGRAM; each shows OSC 8 links."""
_VARIABLES = ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID", "TERMINAL_EMULATOR")
_TERMS = ("xterm-kitty", "alacritty", "foot", "contour", "xterm-ghostty")
_FIRST_VTE = 5000
"""Earlier versions of the widget of GNOME's terminals lose text at a link."""

_PLACES = (
    Path(__file__).resolve().parents[3] / "docs" / "rules",
    Path(sys.prefix) / "share" / "doc" / "sverka" / "rules",
)
"""Where the pages are: in a checkout, beside an installed package."""


def rule_pages(environment: Mapping[str, str]) -> str:
    """The address below which the pages of the rules can be opened, with a slash at its end;
    "" where the terminal follows no links or the pages are not there."""
    if not follows_links(environment, terminal=bool(sys.stdout and sys.stdout.isatty())):
        return ""
    place = next((one for one in _PLACES if (one / "README.md").is_file()), None)
    return f"{place.as_uri()}/" if place else ""


def follows_links(environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether the terminal is known to show links as such: FORCE_HYPERLINK says so, else only
    terminals that are known do, and none behind a multiplexer or in CI."""
    forced = environment.get("FORCE_HYPERLINK", "")
    if forced:
        return forced != "0"
    if not terminal or environment.get("CI") or environment.get("TMUX"):
        return False
    term = environment.get("TERM", "")
    if term == "dumb" or term.startswith(("screen", "tmux")):
        return False
    version = environment.get("VTE_VERSION", "")
    return (
        environment.get("TERM_PROGRAM") in _PROGRAMS
        or any(environment.get(name) for name in _VARIABLES)
        or term.startswith(_TERMS)
        or (version.isdigit() and int(version) >= _FIRST_VTE)
    )
