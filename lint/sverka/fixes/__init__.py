"""Fixes: which of those that findings offer may be made, and what the pages are after them.

Nothing here reads or writes a file: texts come in, texts go out.
"""

from sverka.fixes.lines import rewritten
from sverka.fixes.makeup import Makeup, makeup
from sverka.fixes.planning import Left, Plan, Terms, Why, plan
from sverka.fixes.rounds import Change, Mended, mend

__all__ = [
    "Change",
    "Left",
    "Makeup",
    "Mended",
    "Plan",
    "Terms",
    "Why",
    "makeup",
    "mend",
    "plan",
    "rewritten",
]
