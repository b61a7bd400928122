"""Forms by the endings that a pack lists: for languages that inflect little.

A dictionary of forms would not know the words that termbases are made for: webhook, peeling,
microcurrent. Their endings are regular.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from sverka.packs import BadPack, Language, read_toml

Rules = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
"""Patterns of an ending, and what may take its place; the first that fits holds."""

FILE = "inflection.toml"
KINDS = ("noun", "verb")


class Endings:
    """The forms of a word by its ending, and the irregular ones of the pack."""

    def __init__(self, language: Language) -> None:
        self._irregular = language.irregular
        data = _read(language)
        self._rules, self._fixed = data.rules, data.fixed
        self.phrases = data.phrases
        self._before, self._after = data.before_verb, data.after_verb
        self._nominal = data.before_noun
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    @cached_property
    def _irregular_forms(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for form, word in self._irregular.items():
            found.setdefault(word, []).append(form)
        return {word: tuple(forms) for word, forms in found.items()}

    def forms(self, word: str, kind: str = "") -> frozenset[str]:
        """The word and all that its endings may become; of an unknown kind, those of all."""
        key = (word, kind)
        if key not in self._known:
            self._known[key] = frozenset(self._make(word, kind))
        return self._known[key]

    def _make(self, word: str, kind: str) -> set[str]:
        found = {word}
        if not (kind == "noun" and word in self._fixed):
            found.update(self._irregular_forms.get(word, ()))
        for one in (kind,) if kind in self._rules else KINDS if not kind else ():
            for pattern, endings in self._rules.get(one, ()):
                if match := pattern.search(word):
                    found.update(word[: match.start()] + match.expand(end) for end in endings)
                    break
        return found

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The irregular word's own form, else the word and those that it may be a form of."""
        if word in self._irregular:
            return (self._irregular[word], word)
        shorter = (word[:cut] + more for cut in (-1, -2, -3, -4) for more in ("", "e", "y", "is"))
        found = (one for one in shorter if len(one) > 2 and word in self.forms(one))
        return tuple(dict.fromkeys((word, *found)))

    def kind(self, word: str) -> str:
        """Endings do not tell."""
        del word
        return ""

    def may_be(self, word: str, forms: frozenset[str]) -> bool:
        """As far as endings tell."""
        return word in forms

    def verbal(self, before: str, after: str) -> bool:
        """Whether a word that makes a verb of the next one stands before, or one that cannot
        follow a noun stands after, unless one of these, which open nouns, or a preposition stands
        before."""
        nominal = before in self._after or before in self._nominal
        return before in self._before or (after in self._after and not nominal)


@dataclass(frozen=True, slots=True)
class _Data:
    """``rules`` of each kind of word; the ``phrases`` that nouns are lost in; the nouns
    (``fixed``) whose irregular forms are those of verbs; the words that stand before and after
    a verb, and hardly ever there with a noun; those after which stands a noun."""

    rules: Mapping[str, Rules]
    phrases: re.Pattern[str] | None
    fixed: frozenset[str]
    before_verb: frozenset[str]
    after_verb: frozenset[str]
    before_noun: frozenset[str]


_LISTS = ("fixed", "before-verb", "after-verb", "before-noun")


@cache
def _read(language: Language) -> _Data:
    """What the pack's file says; nothing where there is none."""
    path = language.home / FILE
    if not path.is_file():
        return _Data({}, None, *(frozenset[str]() for _ in _LISTS))
    table = read_toml(path)
    rules: dict[str, Rules] = {}
    for kind in KINDS:
        rows = table.get(kind, {})
        if not isinstance(rows, dict) or not all(isinstance(one, str) for one in rows.values()):
            raise BadPack(f"{path}: {kind} must be a table of texts")
        try:
            rules[kind] = tuple((re.compile(one), tuple(rows[one].split())) for one in rows)
        except re.error as error:
            raise BadPack(f"{path}: {kind}: {error.pattern!r}: {error}") from error
    lists = (table.get(name, "") for name in _LISTS)
    return _Data(
        rules, _phrases(table.get("phrases", []), path), *(_words(one, path) for one in lists)
    )


def _phrases(value: object, path: Path) -> re.Pattern[str] | None:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadPack(f"{path}: phrases must be a list of texts")
    longest_first = sorted(value, key=len, reverse=True)
    choices = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest_first)
    return re.compile(rf"\b(?:{choices})\b") if choices else None


def _words(value: object, path: Path) -> frozenset[str]:
    if not isinstance(value, str):
        raise BadPack(f"{path}: {', '.join(_LISTS)} must be texts")
    return frozenset(value.split())
