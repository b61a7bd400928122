"""What the words around a mention make of it: the ``claims.toml`` of a language's pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sverka.claims.aspects import Pattern
from sverka.claims.domains import patterns
from sverka.morphology import fold
from sverka.packs import BadPack, Language, read_toml

FILE = "claims.toml"
CUES = (
    "no", "not", "absent", "neutral", "against", "proviso", "few", "much", "weak", "hedge",
    "absolute", "possible", "asserts", "required", "recommended", "optional", "forbidden",
    "allowed", "all", "some", "only", "condition", "contrast", "than", "report",
    "earlier", "later", "since", "below",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cues:
    """``patterns`` of each of `CUES`; ``contractions`` are endings and words written as one and
    read as two; ``per`` leads from a period in seconds to how "in each of them" is said, ``units``
    from a unit of time to its seconds.

    ``openers`` begin another clause, ``relatives`` one about the word before, ``pronouns`` stand
    for what was named before, ``joiners`` join words as well as clauses, ``ones`` are the words
    for one, ``concord`` those that deny together with another denial, ``assent`` and ``refusal``
    begin an answer, ``negators`` make a sentence its contrary, ``opposites`` are pairs of words
    that do.
    """

    lemmatiser: str
    contractions: Mapping[str, str]
    patterns: Mapping[str, tuple[Pattern, ...]]
    per: Mapping[float, tuple[Pattern, ...]]
    units: Mapping[str, float]
    openers: frozenset[str]
    pronouns: frozenset[str]
    joiners: frozenset[str]
    ones: frozenset[str]
    relatives: frozenset[str]
    concord: frozenset[str]
    negators: frozenset[str]
    assent: frozenset[str]
    refusal: frozenset[str]
    opposites: frozenset[frozenset[str]]


@cache
def cues(language: Language) -> Cues | None:
    """Those of a language, None for one whose pack has none; raises `BadPack`."""
    path = language.home / FILE
    if not path.is_file():
        return None
    table = read_toml(path)
    rows, clauses = _table(table, "cues", path), _table(table, "clauses", path)
    if unknown := sorted(set(rows) - set(CUES)):
        raise BadPack(f"{path}: cues: unknown key {unknown[0]}")

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(str(clauses.get(key, "")), language).split())

    return Cues(
        str(table.get("lemmatiser", "")),
        {str(k): str(v) for k, v in _table(table, "contractions", path).items()},
        {name: patterns(rows.get(name, ()), f"{path}: cues.{name}") for name in CUES},
        {
            float(period): patterns(row, f"{path}: per.{period}")
            for period, row in _table(table, "per", path).items()
        },
        {str(word): float(str(n)) for word, n in _table(table, "units", path).items()},
        openers=words("openers"),
        pronouns=words("pronouns"),
        joiners=words("joiners"),
        ones=words("ones"),
        relatives=words("relatives"),
        concord=words("concord"),
        negators=words("negators"),
        assent=words("assent"),
        refusal=words("refusal"),
        opposites=frozenset(
            frozenset(fold(str(row), language).split()) for row in _list(clauses, "opposites", path)
        ),
    )


def _table(table: Mapping[str, object], key: str, path: object) -> Mapping[str, object]:
    row = table.get(key, {})
    if not isinstance(row, dict):
        raise BadPack(f"{path}: {key} must be a table")
    return row


def _list(table: Mapping[str, object], key: str, path: object) -> list[object]:
    row = table.get(key, [])
    if not isinstance(row, list):
        raise BadPack(f"{path}: {key} must be a list")
    return row
