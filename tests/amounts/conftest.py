"""What the tests of values share: the grammars of both languages."""

from __future__ import annotations

import pytest

from sverka.packs import load
from sverka.quantities import Grammar, grammar_of


@pytest.fixture(scope="session")
def grammars() -> dict[str, Grammar]:
    """Language -> its grammar."""
    return {code: grammar_of(language) for code, language in load().languages.items()}
