"""Texts to copy: what makes pre-commit, GitHub or GitLab run Sverka.

The project's own address stands in them as `HOME`, since nobody but the reader knows from where
they install it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sverka import __version__

HOME = "https://<where sverka is>"
"""To be replaced by who copies."""

_PRE_COMMIT = f"""\
# .pre-commit-config.yaml; then: pre-commit install
repos:
  - repo: {HOME}
    rev: v{__version__}
    hooks:
      - id: sverka
"""

_GITHUB = f"""\
# .github/workflows/sverka.yml
name: sverka
on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

jobs:
  sverka:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # only for --diff, which looks for where the branch began
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install git+{HOME}
      - run: sverka check --format github
      # Only what a pull request has to do with:
      # - run: sverka check --format github --diff "origin/$GITHUB_BASE_REF"
      # Only what is new since `sverka baseline`:
      # - run: sverka check --format github --baseline sverka-baseline.toml
"""

_GITLAB = f"""\
# .gitlab-ci.yml
sverka:
  image: python:3.12-slim
  before_script:
    - apt-get update && apt-get install --yes --no-install-recommends git
    - pip install git+{HOME}
  script:
    - sverka check --format text --format gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
"""

SNIPPETS: Mapping[str, str] = MappingProxyType(
    {"pre-commit": _PRE_COMMIT, "github": _GITHUB, "gitlab": _GITLAB}
)
"""Name -> text."""


def snippet_text(name: str) -> str:
    """The text of that name; raises KeyError."""
    return SNIPPETS[name]
