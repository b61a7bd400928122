"""The rules of the family ``artifact`` on texts without an end: each must come through.

No time is taken: a rule whose work grows with the square of the text would take hours here.
"""

from __future__ import annotations

import pytest

from sverka.check import Check
from sverka.examples import run_rule
from sverka.registry import all_checks

SIZE = 300_000
RULES = [check for rule, check in all_checks().items() if rule.startswith("artifact/")]
TEXTS = {
    "one word": "а" * SIZE,
    "two scripts": "аx" * (SIZE // 2),
    "dots": "а." * (SIZE // 2),
    "hyphens": "а-" * (SIZE // 2),
    "a lost letter": "\N{REPLACEMENT CHARACTER}" + "а" * SIZE,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("check", RULES, ids=lambda check: check.id)
def test_a_word_without_end_is_looked_at_once(check: Check, text: str) -> None:
    assert run_rule(check, {"ru/a.md": f"# Дом стоит у моря\n\n{text}\n"}).failures == ()
