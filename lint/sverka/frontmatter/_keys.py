"""What the lines of YAML front matter look like, without the parser, which loads slowly."""

from __future__ import annotations

import re

from sverka.frontmatter._values import Malformed

KEY = re.compile(
    r"""[ \t]*+(?:-[ \t]+)?(?:"[^"\n]*"|'[^'\n]*'|\w[\w./-]*(?:[ ][\w./-]+){0,2})[ \t]*:(?:\s|$)"""
)
"""A line that gives a key. No more than three words: a longer one is prose with a colon."""

KEY_WITHOUT_SPACE = re.compile(r"[ \t]*[^\W\d_][\w-]*:(?!//)[^\s:]")
"""A line such as ``title:Hello``, which to YAML is a word and no key."""

NO_COLON_SPACE = "the colon after the key needs a space"


def without_space(part: str) -> Malformed | None:
    """Why ``part``, which is YAML but a mere text, was meant as keys and values; or None."""
    lines = [line for line in part.split("\n") if line.strip()]
    if not all(KEY.match(line) or KEY_WITHOUT_SPACE.match(line) for line in lines):
        return None
    return Malformed(part.index(lines[0]), NO_COLON_SPACE) if lines else None
