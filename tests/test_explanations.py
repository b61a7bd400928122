"""Explanations of rules in the reader's language: they name real rules, and are whole."""

from __future__ import annotations

import pytest

from sverka.explanations import FOLDER, explained, written
from sverka.messages import locales
from sverka.registry import all_checks

LOCALES = sorted(path.stem for path in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("locale", LOCALES)
def test_explanations_are_of_rules_and_families_that_there_are(locale: str) -> None:
    assert locale in locales()
    known = {*all_checks(), *(rule.split("/")[0] for rule in all_checks())}
    assert set(written(locale)) - known == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_explanations_are_sentences(locale: str) -> None:
    for rule, texts in written(locale).items():
        for key, text in texts.items():
            assert text == " ".join(text.split()), (rule, key)
            assert text[0].isupper() or text[0] == "«", (rule, key)
            assert text.endswith("."), (rule, key)


def test_a_rule_is_explained_in_the_readers_language_or_by_its_documentation() -> None:
    check = all_checks()["structure/list-items"]
    russian, english = explained(check, "ru"), explained(check, "en")
    assert russian.summary == "В списке потерян пункт или есть лишний."
    assert (russian.locale, english.locale) == ("ru", "en")
    assert english.why.startswith("a lost bullet is a lost contraindication")
    assert english.finds


def test_a_family_explains_its_rules_that_have_no_explanation_of_their_own() -> None:
    claims = [rule for rule in all_checks() if rule.startswith("claims/")]
    texts = {explained(all_checks()[rule], "ru").summary for rule in claims}
    assert "Два утверждения, которые не могут быть верны одновременно." in texts
