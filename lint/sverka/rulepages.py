"""The documentation of the rules as Markdown, made from the checks themselves."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Sequence

from sverka.check import Check, Example, Option

SECTIONS = ("What it finds", "Why it matters", "When it is wrong", "Source")
"""What the documentation of every check has, in this order, after its first line."""

INDEX = "README.md"

_HEADING = re.compile(
    rf"^(?:#+[ ]*)?(?P<title>{'|'.join(SECTIONS)})(?:[ ]*[:.·][ ]*|[ ]*$)(?:\n[-=~]{{3,}}[ ]*$)?",
    re.MULTILINE,
)
_RULE = "\n---\n\n"
_UNITS = {
    "page": "each page by itself",
    "pair": "each page with its other version",
    "site": "all pages of the site together",
}

_ASKED = (
    "It costs more than other hints, so it runs only with `--all`, when it is selected by its "
    "name, or when `sverka.toml` gives it a level."
)


def sections(documentation: str) -> dict[str, str]:
    """Title -> text of the sections of a check's docstring, in the order they stand.

    A section begins with its title at the start of a line, as ``Title: text``, or alone on the
    line, underlined or not. The text before the first one is under "".
    """
    text = inspect.cleandoc(documentation)
    found = list(_HEADING.finditer(text))
    bounds = [*(match.start() for match in found), len(text)]
    parts = {"": text[: bounds[0]].strip()}
    for match, end in zip(found, bounds[1:], strict=True):
        parts[match["title"]] = text[match.end() : end].strip()
    return parts


def rule_page(check: Check, reports: Sequence[Sequence[str]]) -> str:
    """The page of a rule. ``reports``: for each bad example, the lines that Sverka says of it."""
    return "\n\n".join(part.rstrip() for part in _parts(check, reports) if part.strip()) + "\n"


def rule_index(checks: Iterable[Check]) -> str:
    """The table of all rules, by family, with links to their pages."""
    lines = [_generated("the checks"), "", "# Rules", ""]
    family = ""
    for check in sorted(checks, key=lambda check: check.id):
        if check.id.split("/")[0] != family:
            family = check.id.split("/")[0]
            lines += ["", f"## {family}", "", "| rule | level | what it finds |", "|---|---|---|"]
        level = check.severity.label
        lines.append(f"| [{check.id}]({check.id}.md) | {level} | {_cell(check.summary)} |")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def rule_path(check: Check) -> str:
    """Where the page of a rule stands, relative to the folder of the rule pages."""
    return f"{check.id}.md"


def _parts(check: Check, reports: Sequence[Sequence[str]]) -> Iterator[str]:
    parts = sections(check.documentation)
    yield _generated(f"the check {check.id}")
    yield f"# {check.id}"
    yield parts.pop("")
    level = f"Level: **{check.severity.label}**. Looks at {_UNITS.get(check.unit, check.unit)}."
    yield f"{level} {_ASKED}" if check.asked else level
    for title, text in parts.items():
        yield f"## {title}"
        yield text
    if check.options:
        yield "## Options"
        yield f'In `sverka.toml`, under `[rules."{check.id}"]`:'
        yield "\n".join(_options(check.options))
    if check.bad:
        yield "## Reported"
        cases = zip(check.bad, reports, strict=True)
        yield _RULE.join(f"{_example(example)}\n{_quoted(lines)}" for example, lines in cases)
    if check.good:
        yield "## Not reported"
        yield _RULE.join(_example(example) for example in check.good)


def _generated(origin: str) -> str:
    return f"<!-- Made by `make docs` from {origin}; what you change here is lost. -->"


def _options(options: Iterable[Option]) -> Iterator[str]:
    yield "| option | if not said | meaning |"
    yield "|---|---|---|"
    for option in options:
        yield f"| `{option.name}` | `{option.default!r}` | {_cell(option.description)} |"


def _example(example: Example) -> str:
    lines: list[str] = []
    for path, text in example.items():
        lines += [f"`{path}`", "", *_fenced("markdown", text), ""]
    return "\n".join(lines)


def _quoted(lines: Sequence[str]) -> str:
    return "\n".join(["Sverka says:", "", *_fenced("text", "\n".join(lines)), ""])


def _fenced(language: str, text: str) -> list[str]:
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return [f"{fence}{language}", *text.rstrip("\n").split("\n"), fence]


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
