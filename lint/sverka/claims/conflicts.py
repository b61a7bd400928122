"""The claims of a site, joined: those of one subject and aspect that cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from sverka.claims.aspects import LEVELS, Aspect, Domain
from sverka.claims.clashes import allied, lessened, level_between, lowered
from sverka.claims.model import Claim, PageClaims
from sverka.claims.topics import Topic, Topics
from sverka.site import Pair
from sverka.span import Span


@dataclass(frozen=True, slots=True)
class Conflict:
    """One contradiction: ``here`` is the less cautious statement, ``there`` the one that it
    contradicts most; ``others`` are further places, of either value. ``level`` is info, warning
    or error."""

    rule: str
    topic: str
    level: str
    here: Claim
    there: Claim
    others: tuple[Claim, ...] = ()


LOOKED = 100
"""Claims alike that one is set against, in turn, until one fits."""
_Side = tuple[str, str, object]
"""Aspect, label, range: what is said."""


@dataclass(frozen=True, slots=True)
class _Clashing:
    level: str
    here: Claim
    there: Claim


class _Join:
    def __init__(
        self, pages: Sequence[PageClaims], pairs: Sequence[Pair], domains: Iterable[Domain]
    ) -> None:
        self._domains = {domain.id: domain for domain in domains}
        self._topics = Topics(pages, pairs, self._domains)
        self._partners = {frozenset((pair.source, pair.target)) for pair in pairs}
        self._pages = pages
        self._beside: dict[tuple[str, Span], set[_Side]] = defaultdict(set)
        for page in pages:
            for claim in page.claims:
                self._beside[claim.path, claim.sentence].add(_side(claim))

    def run(self) -> Iterator[Conflict]:
        buckets: dict[tuple[str, Topic], dict[str, list[Claim]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for page in self._pages:
            for claim in page.claims:
                topic = self._topics.of(claim, self._aspect(claim))
                if topic is not None:
                    buckets[claim.domain, topic][claim.aspect].append(claim)
        for (domain, topic), by_aspect in sorted(buckets.items(), key=lambda one: repr(one[0])):
            yield from self._of_topic(self._domains[domain], topic, by_aspect)

    def _aspect(self, claim: Claim) -> Aspect:
        return self._domains[claim.domain].aspects[claim.aspect]

    def _of_topic(
        self, domain: Domain, topic: Topic, by_aspect: Mapping[str, list[Claim]]
    ) -> Iterator[Conflict]:
        found: dict[tuple[_Side, _Side], list[_Clashing]] = defaultdict(list)
        for name in sorted(by_aspect):
            for one, other in combinations(_by_value(by_aspect[name]), 2):
                for clashing in self._within(one, other, domain.aspects[name], domain):
                    found[_side(clashing.here), _side(clashing.there)].append(clashing)
        rivals = {(clash.this[0], clash.that[0]) for clash in domain.clashes}
        for this, that in sorted(rivals):
            if this not in by_aspect or that not in by_aspect:
                continue
            for clashing in self._across(by_aspect[this], by_aspect[that], domain):
                found[_side(clashing.here), _side(clashing.there)].append(clashing)
        for sides in sorted(found, key=repr):
            yield self._joined(found[sides], topic, domain)

    def _within(
        self, ones: list[Claim], others: list[Claim], aspect: Aspect, domain: Domain
    ) -> Iterator[_Clashing]:
        if not level_between(ones[0], others[0], aspect):
            return
        for one, other in product(_alike(ones), _alike(others)):
            level = level_between(one[0], other[0], aspect)
            for a, b, lower in self._clashing(one, other, level, aspect, domain):
                yield _Clashing(lower, *_ordered(a, b, aspect))

    def _across(
        self, ones: list[Claim], others: list[Claim], domain: Domain
    ) -> Iterator[_Clashing]:
        for one, other in product(_alike(ones), _alike(others)):
            level, first = allied(one[0], other[0], domain)
            aspect = self._aspect(one[0])
            for a, b, lower in self._clashing(one, other, level, aspect, domain):
                if a.span != b.span or a.path != b.path:
                    yield _Clashing(lower, a, b) if first else _Clashing(lower, b, a)

    def _clashing(
        self, ones: list[Claim], others: list[Claim], level: str, aspect: Aspect, domain: Domain
    ) -> Iterator[tuple[Claim, Claim, str]]:
        """Of two rows of claims alike, each claim with the first of the other row that may be set
        against it: that names every place without going through all pairs."""
        if not level or not self._may_meet(ones[0], others[0], aspect, domain):
            return
        if not (level := self._level(level, ones[0], others[0])):
            return
        for a in ones:
            b = next((b for b in others[:LOOKED] if self._comparable(a, b, aspect)), None)
            if b is not None:
                yield a, b, level
        for b in others:
            found = next((a for a in ones[:LOOKED] if self._comparable(a, b, aspect)), None)
            if found is not None:
                yield found, b, level

    def _comparable(self, a: Claim, b: Claim, aspect: Aspect) -> bool:
        """Whether what stands around both lets them speak of the same thing."""
        if frozenset((a.path, b.path)) in self._partners:
            return False
        if a.path == b.path and a.sentence == b.sentence:
            return False
        if _side(b) in self._beside[a.path, a.sentence] or (
            _side(a) in self._beside[b.path, b.sentence]
        ):
            return False  # "delivery is 149, from 2,000 on it is free" contrasts the two itself
        return _is_of_row(a, b, aspect) and _is_of_row(b, a, aspect)

    def _may_meet(self, a: Claim, b: Claim, aspect: Aspect, domain: Domain) -> bool:
        """Whether both speak under the same circumstances."""
        ignored = aspect.ignores | self._aspect(b).ignores
        for group in domain.groups.values():
            if group.id in ignored:
                continue
            key = f"{domain.id}:{group.id}"
            one, other = a.variants.get(key, ()), b.variants.get(key, ())
            if one and other and not set(one) & set(other):
                return False
            if bool(one) != bool(other) and group.unmarked == "apart":
                return False
        return True

    def _level(self, level: str, a: Claim, b: Claim) -> str:
        if a.conditions and b.conditions and not (_is_sweeping(a) or _is_sweeping(b)):
            return ""  # what holds if it is wet says nothing of when it is dry
        level = lowered(level, lessened(a, b))
        most = self._domains[a.domain].most
        return level and min(level, most, key=LEVELS.index)

    def _joined(self, found: list[_Clashing], topic: Topic, domain: Domain) -> Conflict:
        best = min(
            found, key=lambda one: (-LEVELS.index(one.level), _place(one.here), _place(one.there))
        )
        places = {_place(one): one for pair in found for one in (pair.here, pair.there)}
        for one in (best.here, best.there):
            places.pop(_place(one), None)
        rule = domain.aspects[best.here.aspect].rule
        others = tuple(places[key] for key in sorted(places))
        return Conflict(rule, topic.name, best.level, best.here, best.there, others)


def _is_of_row(claim: Claim, other: Claim, aspect: Aspect) -> bool:
    """Whether the other speaks of the row that a claim is of. Where the topic has the thing, one
    word in common is enough."""
    if claim.row <= other.spoken:
        return True
    return aspect.of in ("thing", "both") and not claim.row.isdisjoint(other.spoken)


def _is_sweeping(claim: Claim) -> bool:
    """Whether its own word allows no exception: "completely safe" even with a condition."""
    return claim.absolute and claim.polarity == "stated"


def _by_value(claims: Iterable[Claim]) -> list[list[Claim]]:
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        key = (claim.value.label, claim.value.range, claim.value.unit, claim.hedged)
        groups[key].append(claim)
    return [groups[key] for key in sorted(groups, key=repr)]


def _alike(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims that are told apart by their places and rows only, each row of them by place."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        value = (claim.aspect, claim.value.label, claim.value.range, claim.value.unit)
        limits = (claim.hedged, bool(claim.conditions), _is_sweeping(claim))
        groups[(*value, *limits, frozenset(claim.variants.items()))].append(claim)
    return [sorted(group, key=_place) for group in groups.values()]


def _side(claim: Claim) -> _Side:
    return (claim.aspect, claim.value.label, claim.value.range)


def _ordered(a: Claim, b: Claim, aspect: Aspect) -> tuple[Claim, Claim]:
    """The less cautious first."""
    if aspect.kind == "amount" and a.value.range and b.value.range:
        lower = _low(a) <= _low(b)
        return (a, b) if lower == (aspect.cautious == "high") else (b, a)
    one, other = (aspect.labels.index(claim.value.label) for claim in (a, b))
    return (a, b) if one <= other else (b, a)


def _low(claim: Claim) -> float:
    low, high = claim.value.range or (None, None)
    return low if low is not None else (high if high is not None else 0.0)


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return (claim.path, claim.span.start, claim.span.end, claim.aspect)


def conflicts(
    pages: Sequence[PageClaims], pairs: Sequence[Pair], domains: Iterable[Domain]
) -> tuple[Conflict, ...]:
    """The contradictions of a site, by rule and place."""
    found = sorted(
        _Join(pages, pairs, domains).run(),
        key=lambda one: (
            -LEVELS.index(one.level),
            one.here.aspect != one.there.aspect,  # two aspects at odds are the less plain case
            _place(one.here),
            _place(one.there),
        ),
    )
    spoken: set[frozenset[tuple[str, Span]]] = set()
    kept = []
    for one in found:
        # "Completely safe, no complications" contradicts the same list once, not twice.
        sentences = frozenset((c.path, c.sentence) for c in (one.here, one.there))
        if len(sentences) == 1 or sentences not in spoken:
            spoken.add(sentences)
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.rule, _place(one.here), _place(one.there))))
