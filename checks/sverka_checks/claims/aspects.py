"""Claims of one subject that contradict each other: a rule for each aspect that a domain knows.

The rules differ in words only, so they are one kind: the rows of ``packs/domain/<field>`` say
what there is to claim, how languages say it, and which values cannot stand beside each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from sverka.check import Check, Context
from sverka.claims.aspects import Aspect, Domain
from sverka.finding import Finding, Place, Severity
from sverka.site import SiteFacts, Stated

RIVAL, ALSO = "rival", "also"
_DOCUMENTATION = """Statements about {name} that cannot both be true.

What it finds: {what}

Why it matters: {why}

When it is wrong: the two statements speak of different things (another variant, zone, condition)
and nothing in their wording or headings tells. Record a decision with `[[accept]]` in
sverka.toml, or name the difference in the text.

Source: the aspect "{aspect}" of the domain {domain}.
"""
_WHAT = (
    "pages of one site, or places of one page, in any language, that say different things of the "
    "{name} of the same subject."
)
_WHY = "readers who find both do not know which to believe."


def run(rule: str, site: SiteFacts, context: Context) -> Iterator[Finding]:
    """Report the contradictions of one aspect."""
    del context
    for one in site.contradictions:
        if one.rule != rule:
            continue
        here, there = one.here, one.there
        data = {
            "here": here.quote, "there": there.quote, "page": there.path, "topic": one.topic,
            "this": here.value, "that": there.value,
        }  # fmt: skip
        related = (_place(there, RIVAL), *(_place(other, ALSO) for other in one.others))
        message = "itself" if here.path == there.path else "page"
        severity = Severity.parse(one.level)
        yield Finding(Place(here.path, here.span), message, data, related, severity=severity)


def _place(stated: Stated, label: str) -> Place:
    return Place(stated.path, stated.span, label)


def kind(domains: Iterable[Domain]) -> Iterator[Check]:
    """The rules of these domains, one for each rule that aspects name."""
    found: dict[str, list[Aspect]] = {}
    for domain in domains:
        for aspect in domain.aspects.values():
            found.setdefault(aspect.rule, []).append(aspect)
    for rule, aspects in sorted(found.items()):
        yield _check(rule, aspects)


def _check(rule: str, aspects: list[Aspect]) -> Check:
    first = next((one for one in aspects if one.id == rule), aspects[0])
    name, russian = first.names["en"], first.names["ru"]
    why = next((one.why["en"] for one in aspects if "en" in one.why), _WHY)
    return Check(
        id=f"claims/{rule}",
        unit="site",
        run=partial(run, rule),
        severity=Severity.WARNING,
        messages={
            "en": {
                "page": f"{name}: “{{here}}” here, “{{there}}” in {{page}}",
                "itself": f"{name}: “{{here}}” here, “{{there}}” on the same page",
                RIVAL: "says otherwise",
                ALSO: "also says something of it",
            },
            "ru": {
                "page": f"{russian}: здесь «{{here}}», а в {{page}} — «{{there}}»",
                "itself": f"{russian}: здесь «{{here}}», а на той же странице — «{{there}}»",
                RIVAL: "говорит иное",
                ALSO: "тоже об этом",
            },
        },
        bad=tuple(example for one in aspects for example in one.bad),
        good=tuple(example for one in aspects for example in one.good),
        documentation=_DOCUMENTATION.format(
            name=name, what=_WHAT.format(name=name), why=why, aspect=first.id, domain=first.domain
        ),
        needs=("contradictions",),
    )


KIND = kind
