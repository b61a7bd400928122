"""Whether two values of one subject can both be true."""

from __future__ import annotations

from sverka.claims.aspects import LEVELS, Aspect, Domain
from sverka.claims.model import Claim, Range

WIDENED = 0.25
"""The share by which a hedge widens a range, at either end."""


def level_between(a: Claim, b: Claim, aspect: Aspect) -> str:
    """The level at which ``a`` contradicts ``b``, both of one aspect; "" where they agree."""
    if aspect.kind == "amount" and a.value.range and b.value.range:
        return aspect.level if _disjoint(a, b, aspect) else ""
    one, other = a.value.label, b.value.label
    if one == other or not one or not other:
        return ""
    if aspect.scale:
        far = abs(aspect.labels.index(one) - aspect.labels.index(other))
        return aspect.level if far >= aspect.apart else ""
    if {one, other} in [set(pair) for pair in aspect.rivals]:
        return aspect.level
    return ""


def allied(a: Claim, b: Claim, domain: Domain) -> tuple[str, bool]:
    """The level at which claims of two aspects contradict each other, by the domain's clashes,
    and whether ``a`` is the less cautious."""
    for clash in domain.clashes:
        if _fits(a, clash.this) and _fits(b, clash.that) and _meets(a, b, domain):
            return clash.level, True
        if _fits(b, clash.this) and _fits(a, clash.that) and _meets(a, b, domain):
            return clash.level, False
    return "", True


def _fits(claim: Claim, side: tuple[str, str]) -> bool:
    aspect, label = side
    if claim.aspect != aspect:
        return False
    return label in ("*", claim.value.label)


def _meets(a: Claim, b: Claim, domain: Domain) -> bool:
    """Of two amounts, whether they miss each other; of two members of sets, whether one is the
    other or of its kind."""
    one, other = domain.aspects[a.aspect], domain.aspects[b.aspect]
    if one.kind == other.kind == "set":
        return b.value.label in _wider(a.value.label, domain) or (
            a.value.label in _wider(b.value.label, domain)
        )
    if a.value.range and b.value.range and a.value.unit == b.value.unit:
        return _disjoint(a, b, one)
    return True


def _wider(label: str, domain: Domain) -> set[str]:
    found, stack = {label}, [label]
    while stack:
        for wider in domain.within.get(stack.pop(), ()):
            if wider not in found:
                found.add(wider)
                stack.append(wider)
    return found


def _disjoint(a: Claim, b: Claim, aspect: Aspect) -> bool:
    units = {a.value.unit, b.value.unit} - {""}
    if len(units) > 1 and not aspect.mixed:
        return False
    if aspect.ends:
        (low, high), (start, stop) = a.value.range or _OPEN, b.value.range or _OPEN
        return _differ(low, start) or _differ(high, stop)
    one, other = _widened(a), _widened(b)
    return _misses(one, other, aspect.gap) or _misses(other, one, aspect.gap)


_OPEN: Range = (None, None)


def _differ(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one != other


def _widened(claim: Claim) -> Range:
    low, high = claim.value.range or (None, None)
    if not claim.hedged:
        return low, high
    return (
        None if low is None else low * (1 - WIDENED),
        None if high is None else high * (1 + WIDENED),
    )


def _misses(lower: Range, upper: Range, gap: float) -> bool:
    high, low = lower[1], upper[0]
    return high is not None and low is not None and high * gap < low and high < low


def lowered(level: str, steps: int) -> str:
    """The level that many steps below; "" where there is none."""
    at = LEVELS.index(level) - steps
    return LEVELS[at] if at >= 0 else ""


def lessened(a: Claim, b: Claim) -> int:
    """How many steps the level loses by what limits the two claims."""
    steps = 0
    if a.conditions or b.conditions:
        steps += 1
    if (a.hedged or b.hedged) and not (a.value.range and b.value.range):
        steps += 1
    return steps
