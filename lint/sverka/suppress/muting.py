"""Which findings are silenced by directives in the pages, and which directives silence nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sverka.config import ALL, names, rule_names
from sverka.finding import Finding, Place, Reported
from sverka.page import Page
from sverka.suggest import closest
from sverka.suppress.directives import Directive, Verb, directives_of
from sverka.suppress.rules import FAMILY, UNKNOWN, UNUSED

Ran = Callable[[str, str], bool]
"""(rule, path of a page) -> whether the rule has looked at that page, wholly."""


class Raised(NamedTuple):
    """A finding and the rule that raised it."""

    rule: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """``kept`` are the findings that nothing silences, in their order; ``muted`` the others.
    ``extra`` is what there is to say of the directives themselves, by path and place."""

    kept: tuple[Reported, ...]
    muted: tuple[Finding, ...]
    extra: tuple[Raised, ...]


def apply(
    findings: Sequence[Reported], pages: Iterable[Page], known: Iterable[str], ran: Ran
) -> Outcome:
    """Silence ``findings`` by the directives of ``pages``.

    A finding is silenced from any page that it touches, by its own place or a related one.
    ``known`` are the ids of all rules; ``ran`` says which directives can be called unused.
    """
    desk = _Desk({page.path: (page, directives_of(page)) for page in pages})
    kept, muted = [], []
    for reported in findings:
        if desk.mutes(reported.rule, reported.finding):
            muted.append(reported.finding)
        else:
            kept.append(reported)
    extra = []
    for said in [*desk.unknown(rule_names(known)), *desk.unused(tuple(known), ran)]:
        if desk.mutes(*said):
            muted.append(said.finding)
        else:
            extra.append(said)
    extra += desk.unused_on_directives(ran)
    extra.sort(
        key=lambda one: (
            one.finding.place.path,
            one.finding.place.span,
            one.rule,
            one.finding.message,
        )
    )
    return Outcome(tuple(kept), tuple(muted), tuple(extra))


@dataclass(slots=True)
class _Desk:
    """The directives of all pages by path, and which of them have silenced something."""

    at: Mapping[str, tuple[Page, tuple[Directive, ...]]]
    used: set[tuple[str, int]] = field(default_factory=set)

    def mutes(self, rule: str, finding: Finding) -> bool:
        """Whether a directive silences the finding; all that do are used."""
        silencing = {
            (place.path, number)
            for place in (finding.place, *finding.related)
            if place.path in self.at
            for number, directive in enumerate(self.at[place.path][1])
            if directive.silences(rule, place.span.start) and _may(directive, rule, place)
        }
        self.used |= silencing
        return bool(silencing)

    def unknown(self, known: Sequence[str]) -> Iterator[Raised]:
        """The words and names that there are not."""
        for path, _, _, directive in self._each():
            place = Place(path, directive.span)
            if directive.guess:
                data = {"name": directive.verb, "guess": directive.guess}
                yield Raised(UNKNOWN, Finding(place, "unknown-directive", data))
            for name in directive.named:
                if name not in known:
                    yield Raised(UNKNOWN, _unknown_name(place, name, known))

    def unused(self, known: tuple[str, ...], ran: Ran) -> Iterator[Raised]:
        """The directives that silence nothing, but those for rules on directives."""
        for path, number, page, directive in self._each():
            if directive.idle:
                yield _unused(page, directive, "nothing-open")
            elif directive.verb == Verb.NEXT_LINE and directive.area is None:
                yield _unused(page, directive, "nothing-follows")
            elif directive.disables and (path, number) not in self.used:
                rules = [rule for rule in known if _means(directive, rule)]
                if rules and not _on_directives(directive) and all(ran(r, path) for r in rules):
                    yield _unused(page, directive, "unused")

    def unused_on_directives(self, ran: Ran) -> Iterator[Raised]:
        """The same for those: asked last, when what they could silence is known."""
        for path, number, page, directive in self._each():
            if directive.disables and directive.area and _on_directives(directive):
                rules = [rule for rule in (UNUSED, UNKNOWN) if _means(directive, rule)]
                judged = rules and all(ran(rule, path) for rule in rules)
                if judged and (path, number) not in self.used:
                    yield _unused(page, directive, "unused")

    def _each(self) -> Iterator[tuple[str, int, Page, Directive]]:
        for path, (page, directives) in sorted(self.at.items(), key=lambda item: item[0]):
            for number, directive in enumerate(directives):
                yield path, number, page, directive


def _may(directive: Directive, rule: str, place: Place) -> bool:
    """What is said of directives is silenced by its own name only, and not by itself."""
    own = rule.startswith(f"{FAMILY}/")
    return not own or (_means(directive, rule) and directive.span != place.span)


def _means(directive: Directive, rule: str) -> bool:
    """Whether the directive names the rule; "all" means the checks only."""
    own = rule.startswith(f"{FAMILY}/")
    return any(names(name, rule) for name in directive.named if not (own and name == ALL))


def _on_directives(directive: Directive) -> bool:
    return _means(directive, UNUSED) or _means(directive, UNKNOWN)


def _unused(page: Page, directive: Directive, message: str) -> Raised:
    data = {"directive": page.source.quote(directive.span)}
    return Raised(UNUSED, Finding(Place(page.path, directive.span), message, data))


def _unknown_name(place: Place, name: str, known: Sequence[str]) -> Finding:
    if guess := closest(name, known):
        return Finding(place, "unknown-guess", {"name": name, "guess": guess})
    return Finding(place, "unknown", {"name": name})
