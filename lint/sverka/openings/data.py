"""What a pack says of lists: ``lang/<code>/list-grammar.toml``, typed and validated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from sverka.packs import BadPack, Language, read_toml

FILE = "list-grammar.toml"
CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")


class Form(StrEnum):
    """What an item may open with: a verb that is bare or an imperative (`VERB`), one that has a
    person, as in "helps you" (`FINITE`), a subject and its verb (`SENTENCE`)."""

    NOUN = "noun"
    GERUND = "gerund"
    INFINITIVE = "infinitive"
    VERB = "verb"
    FINITE = "finite"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Lead:
    """What may not follow the last words of a lead-in: ``pattern`` finds them at its end,
    ``refuses`` are forms, ``wants`` is the case that a noun must have, or "". With ``beside`` it
    refuses them only where another item has one of those forms."""

    pattern: re.Pattern[str]
    refuses: frozenset[Form]
    wants: str
    beside: frozenset[Form]
    bad: str
    good: str


_LISTS = (
    "verbs", "doubtful", "things", "articles", "objects", "finite", "subordinating", "adverbs",
    "subjects", "prepositions", "referring", "impersonal", "actions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grammar:
    """Lower-case words.

    ``verbs`` are nothing else, ``doubtful`` ones may be verbs, ``things`` look like gerunds and
    are none, ``articles`` open a noun,
    ``objects`` follow a verb, ``finite`` verbs make a sentence, ``subordinating`` words
    open a clause within it, ``subjects`` are pronouns that a verb follows,
    ``adverbs`` stand before a verb,
    ``prepositions`` before an article; a sentence that begins with a
    ``referring`` word speaks of the one before unless an ``impersonal`` word follows the first.
    ``actions`` are nouns that have hardly any plural.
    """

    verbs: frozenset[str]
    doubtful: frozenset[str]
    things: frozenset[str]
    articles: frozenset[str]
    objects: frozenset[str]
    finite: frozenset[str]
    subordinating: frozenset[str]
    subjects: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    referring: frozenset[str]
    impersonal: frozenset[str]
    actions: frozenset[str]
    leads: tuple[Lead, ...]

    def lead(self, text: str) -> Lead | None:
        """The row whose words end a lead-in, the longest where several do."""
        found = [(match.start(), row) for row in self.leads if (match := row.pattern.search(text))]
        return min(found, key=lambda one: one[0])[1] if found else None


@cache
def grammar(language: Language) -> Grammar | None:
    """The data of a language; None where its pack has none. Raises `BadPack`."""
    path = language.home / FILE
    if not path.is_file():
        return None
    table = read_toml(path)
    if unknown := sorted(set(table) - {*_LISTS, "lead"}):
        raise BadPack(f"{path}: unknown key {unknown[0]}")
    rows = table.get("lead", [])
    if not isinstance(rows, list):
        raise BadPack(f"{path}: lead must be a list of tables")
    lists = {key: _words(table.get(key, ""), key, path) for key in _LISTS}
    return Grammar(**lists, leads=tuple(_lead(row, path) for row in rows))


def _words(value: object, key: str, path: Path) -> frozenset[str]:
    if not isinstance(value, str):
        raise BadPack(f"{path}: {key} must be a text")
    return frozenset(value.split())


def _lead(row: object, path: Path) -> Lead:
    known = {"words", "refuses", "wants", "beside", "bad", "good"}
    if not (isinstance(row, dict) and set(row) <= known and {"words", "bad", "good"} <= set(row)):
        raise BadPack(f"{path}: lead: a row has words, bad, good, and refuses or wants")
    if bad := next((key for key, value in row.items() if not isinstance(value, str)), ""):
        raise BadPack(f"{path}: lead: {bad} must be a text")
    wants = row.get("wants", "")
    if wants not in ("", *CASES):
        raise BadPack(f"{path}: lead: wants must be one of {', '.join(CASES)}, not {wants}")
    try:
        refuses = frozenset(Form(one) for one in row.get("refuses", "").split())
        beside = frozenset(Form(one) for one in row.get("beside", "").split())
    except ValueError as error:
        raise BadPack(f"{path}: lead: {error}") from error
    return Lead(_pattern(row["words"]), refuses, wants, beside, row["bad"], row["good"])


def _pattern(words: str) -> re.Pattern[str]:
    """Matches one of the phrases between commas, words with ``/`` between them alike, at the end
    of a text or before its colon there."""
    phrases = [
        r"[ \u00a0\n]+".join(
            "(?:" + "|".join(map(re.escape, word.split("/"))) + ")" for word in phrase.split()
        )
        for phrase in words.split(",")
        if phrase.strip()
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(phrases)})\s*:?\s*\Z", re.IGNORECASE)
