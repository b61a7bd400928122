"""What a claim is of: the things, the row, the variants that its statement and its context name."""

from __future__ import annotations

from collections.abc import Mapping

from sverka.claims.aspects import Domain
from sverka.claims.context import Context
from sverka.claims.cues import Cues
from sverka.claims.matching import ABOUT, SUBJECT, TERM, THING, VALUE, VARIANT, Hit
from sverka.claims.reading import Said
from sverka.claims.utterance import Utterance

_COMPARED = 6


def things(utterance: Utterance, said: Said, context: Context) -> tuple[str, ...]:
    """The things that the statement names, nearest to the mention first; else the one of the
    question, the sentence before, the lead-in, the row or a heading."""
    domain = said.aspect.domain
    own = [
        hit
        for hit in utterance.of(THING)
        if hit.meaning.domain == domain and not _is_elsewhere(utterance, hit)
    ]
    if own:
        own.sort(key=lambda hit: (_distance(utterance, hit, said.at), hit.start))
        return tuple(dict.fromkeys(hit.meaning.name for hit in own))
    for one in (context.asked, context.before, context.lead, *context.heads):
        hits = one.of(THING) if one else ()
        names = tuple(
            dict.fromkeys(hit.meaning.name for hit in hits if hit.meaning.domain == domain)
        )
        if len(names) == 1:  # "Breakfast, pool and sauna" says of which of them nothing
            return names
    return ()


def named(
    utterance: Utterance,
    said: Said,
    context: Context,
    cues: Cues,
    generic: frozenset[str],
) -> str:
    """The thing that is named at the mention: near it in the statement, in the question, the name
    of the row, the lead-in, or the sentence before where a pronoun stands for it; "" if none."""
    domain = said.aspect.domain
    near = [
        (_distance(utterance, hit, said.at), hit.start, hit.meaning.name)
        for hit in utterance.of(THING)
        if hit.meaning.domain == domain
        and hit.meaning.name not in generic
        and not _is_elsewhere(utterance, hit)
    ]
    if near and min(near)[0] <= said.aspect.reach:
        return min(near)[2]
    if meant := _resumed_thing(utterance, said, domain, cues):
        return meant
    resumed = any(token.lemma in cues.pronouns for token in utterance.tokens[:3])
    for one in (context.asked, context.row, context.lead, context.before if resumed else None):
        hits = one.of(THING) if one else ()
        names = {hit.meaning.name for hit in hits if hit.meaning.domain == domain}
        if len(names) == 1:
            return names.pop()
    return ""


def _resumed_thing(utterance: Utterance, said: Said, domain: str, cues: Cues) -> str:
    """The last thing before the mention's clause, where a pronoun in that clause stands for it."""
    clause = utterance.clauses[said.at]
    own = [at for at, number in enumerate(utterance.clauses) if number == clause]
    if not any(utterance.tokens[at].lemma in cues.pronouns for at in own):
        return ""
    before = [
        hit
        for hit in utterance.of(THING)
        if hit.end <= own[0] and hit.meaning.domain == domain and not _is_elsewhere(utterance, hit)
    ]
    return before[-1].meaning.name if before else ""


def variants(
    utterance: Utterance, said: Said, context: Context, domains: Mapping[str, Domain]
) -> dict[str, tuple[str, ...]]:
    """Group, with its domain, -> the variants that the nearest text names which names any."""
    found: dict[str, tuple[str, ...]] = {}
    close = 2 if context.form == "cell" else 1
    nearest = (utterance, context.lead, *context.heads[:close])
    for one in (*nearest, *context.heads[close:], context.title):
        if one is None:
            continue
        here: dict[str, set[str]] = {}
        limit = one.clauses[said.at] if one is utterance else None
        for hit in one.of(VARIANT):
            group = domains[hit.meaning.domain].groups[hit.meaning.name]
            if not (group.inherited or one in nearest) or not _limits(one, hit, limit):
                continue
            here.setdefault(f"{hit.meaning.domain}:{group.id}", set()).add(hit.meaning.label)
        for key, values in here.items():
            found.setdefault(key, tuple(sorted(values)))
    return found


def _limits(utterance: Utterance, variant: Hit, clause: int | None) -> bool:
    """Whether a variant limits what is said in a clause (None for any): it is not compared with,
    no part of a name, and not said of a later clause only ("850 roubles, pupils half of it")."""
    if clause is not None and utterance.clauses[variant.start] > clause:
        return False
    return not (_is_name(utterance, variant) or _is_elsewhere(utterance, variant))


def row(context: Context, aspect: str, plain: frozenset[str]) -> frozenset[str]:
    """The keys of the row and the column that a claim is of, but for what names its aspect."""
    names = [context.row, context.lead if context.form == "cell" else None]
    keys = [_keys(one, plain) for one in names if one and not _mentions(one, aspect)]
    return frozenset().union(*keys)


def spoken(utterance: Utterance, context: Context, plain: frozenset[str]) -> frozenset[str]:
    """The keys of all that the statement says, with what stands beside it."""
    texts = [one for one in (utterance, context.lead, context.row) if one is not None]
    return frozenset().union(*(_ids(one) | _words(one, plain) for one in texts))


def _keys(name: Utterance, plain: frozenset[str]) -> frozenset[str]:
    """What packs know in a name, else its telling words."""
    return _ids(name) or _words(name, plain)


def _words(utterance: Utterance, plain: frozenset[str]) -> frozenset[str]:
    return frozenset(
        token.lemma
        for token in utterance.tokens
        if token.lemma.isalpha() and token.lemma not in plain
    )


def _ids(utterance: Utterance) -> frozenset[str]:
    """The subjects, things, variants and terms that packs know in a text."""
    return frozenset(
        f"#{hit.meaning.name}:{hit.meaning.label}"
        for sort in (SUBJECT, THING, VARIANT, TERM)
        for hit in utterance.of(sort)
    )


def _mentions(utterance: Utterance, aspect: str) -> bool:
    """Whether a name is that of the aspect itself."""
    return any(hit.meaning.name == aspect for sort in (ABOUT, VALUE) for hit in utterance.of(sort))


def _is_name(utterance: Utterance, variant: Hit) -> bool:
    """Whether it is part of what a thing or a subject is called: "children's menu"."""
    return any(
        hit.start <= variant.start and variant.end <= hit.end
        for sort in (THING, SUBJECT)
        for hit in utterance.of(sort)
    )


def _is_elsewhere(utterance: Utterance, hit: Hit) -> bool:
    """Whether the mention is compared with, not spoken of."""
    return bool(utterance.before(hit, _COMPARED, "contrast", "than"))


def _distance(utterance: Utterance, hit: Hit, at: int) -> int:
    other_clause = utterance.clauses[hit.start] != utterance.clauses[at]
    return abs(hit.start - at) + (8 if other_clause else 0)
