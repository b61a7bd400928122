"""The report for editors: one HTML file that needs nothing beside itself.

The page is a template with its style and its scripts in it, and what the run found as one island
of JSON, of which the scripts build the views. Nothing that comes from a page of the site is ever
markup here: it is JSON to the browser, and text to the scripts.
"""

from __future__ import annotations

import base64
import hashlib
import json

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sverka.messages import load_messages
from sverka.reports import Look
from sverka.reports.html.data import document
from sverka.result import RunResult

SCRIPTS = (
    "base", "state", "parts", "overview", "findings", "text", "pair", "claims", "terms", "main",
)  # fmt: skip
"""The scripts of the page, in the order in which they build on each other."""

_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def render(result: RunResult, look: Look) -> str:
    """The whole file. It says nothing of time, so that the same run gives the same file."""
    loader = PackageLoader("sverka.reports.html", "assets")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )

    def asset(name: str) -> str:
        return loader.get_source(environment, name)[0]

    code = "\n".join(asset(f"{name}.js") for name in SCRIPTS)
    script = f'(() => {{\n"use strict";\n{code}\n}})();\n'
    return environment.get_template("report.html").render(
        locale=look.locale,
        words=load_messages(look.locale).tables["html"],
        style=Markup(asset("report.css")),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own files
        digest=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        island=Markup(island(document(result, look))),  # noqa: S704 - escaped for its place
    )


def island(value: object) -> str:
    """``value`` as JSON that no HTML parser can take for markup."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    plain = text.translate(_ESCAPES)
    # Half a surrogate pair is no text that a file could hold; JSON has a name for it.
    return plain.encode("utf-8", "backslashreplace").decode("utf-8")
