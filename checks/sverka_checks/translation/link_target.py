"""A link leads elsewhere than in the other version.

What it finds: a link to a page in the other language although that page has a version in this
one; a link that leads to another page or site than its counterpart; an anchor that only the other
version has; an e-mail address or a telephone number that differs.

Why it matters: readers land on a page they cannot read, at the top of a long one, or with nobody.

When it is wrong: sites that choose other sources for each language, and generators that name
headings in their own way. Addresses that name a language, short names that say nothing, mailboxes
and numbers of another country are taken for such choices.

Source: the pages of the site and their versions, the links of aligned blocks, the headings and
marks of both pages. What one side lacks is said by another rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair
from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka.foreign import foreign
from sverka.page import Inline
from sverka.routes import Marks, is_external, routes
from sverka.span import Span
from sverka_checks.translation._anchors import Anchors
from sverka_checks.translation._contacts import differences
from sverka_checks.translation._kind import LABELS, THERE
from sverka_checks.translation._links import Couple, Coupler, host, lead_alike
from sverka_checks.translation._siblings import names_tongue, siblings

_NEAR = 120
"""Characters from a link's start on in which a text may say its language."""


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report links that lead astray, on either page."""
    if not pair.is_translation:
        return
    marks = Marks(context.packs)
    coupler = Coupler(pair)
    spoken: set[Span] = set()
    for side in (1, 0):
        for finding in siblings(pair, side, coupler.links[side], context, marks):
            spoken.add(finding.place.span)
            yield finding
    couples = list(coupler.couples())
    for finding in (
        *_astray(pair, couples, context, marks),
        *_anchors(pair, coupler, couples, context),
    ):
        if finding.place.span not in spoken:
            yield finding
    for difference in differences(pair, marks):
        one, other = difference.ours
        yield Finding(
            Place(pair.target.path, other.span),
            difference.message,
            {"target": other.text, "target_there": one.text},
            (Place(pair.source.path, one.span, THERE),),
            confidence=0.85,
            severity=difference.level,
        )


def _astray(
    pair: AlignedPair, couples: list[Couple], context: Context, marks: Marks
) -> Iterator[Finding]:
    """Couples whose links lead to different pages or sites, or both to the other language."""
    ways = routes(context.site)
    for couple in couples:
        one, other = couple.ours
        if couple.same:
            yield from _foreign(pair, couple, context, marks)
            continue
        hits = [
            ways.find(page.path, link.target)
            for page, link in ((pair.source, one), (pair.target, other))
        ]
        if hits[0] and hits[1]:
            path = ways.sibling(hits[0].path, pair.target.language) or hits[0].path
            if couple.alone and hits[1].path not in (path, hits[0].path):
                yield _differ(pair, couple, "elsewhere", Severity.WARNING)
            continue
        if lead_alike(one.target, other.target, pair.lexicon.addresses, marks):
            continue
        external = is_external(one.target)
        if (couple.alone and host(one.target) == host(other.target)) or _named_alike(pair, couple):
            # The parts of a site for each language may be built in different ways.
            yield _differ(
                pair, couple, "elsewhere", Severity.WARNING if external else Severity.INFO
            )


def _foreign(
    pair: AlignedPair, couple: Couple, context: Context, marks: Marks
) -> Iterator[Finding]:
    """Both versions link to the same page of another site, which is in one of their languages."""
    one, other = couple.ours
    if one.target != other.target or not is_external(one.target):
        return
    named = marks.of_folders(one.target)
    for side, language in enumerate((pair.target.language, pair.source.language)):
        page = pair.outlines[side].page
        if named == {language} and not foreign(context.packs.languages[language]).guest:
            near = page.source.text[couple.ours[side].span.start :][:_NEAR]
            if not names_tongue(near, page, context):
                yield _differ(pair, couple, "foreign", Severity.INFO, side)


def _named_alike(pair: AlignedPair, couple: Couple) -> bool:
    """Whether the texts of both links share a word."""
    words = pair.lexicon.of(pair.source.language, pair.target.language)
    keys: list[set[str]] = []
    for side, (outline, link) in enumerate(zip(pair.outlines, couple.ours, strict=True)):
        text = link.text.of(outline.page.source.text)
        terms = (words.term(word, side) for word in words.words(text))
        keys.append({key for term in terms if term for key in term.keys})
    return not keys[0].isdisjoint(keys[1])


def _differ(
    pair: AlignedPair, couple: Couple, message: str, level: Severity, side: int = 1
) -> Finding:
    pages = [outline.page for outline in pair.outlines]
    here, there = couple.ours[side], couple.ours[1 - side]
    return Finding(
        Place(pages[side].path, here.span),
        message,
        {"target": here.target, "target_there": there.target},
        (Place(pages[1 - side].path, there.span, THERE),),
        confidence=0.85,
        severity=level,
    )


def _anchors(
    pair: AlignedPair, coupler: Coupler, couples: list[Couple], context: Context
) -> Iterator[Finding]:
    """Anchors within a page that only the other version has."""
    pages = [outline.page for outline in pair.outlines]
    if not any("](#" in page.source.text for page in pages):
        return
    known = [Anchors(page, context.packs.languages[page.language]) for page in pages]
    paired = {couple.ours[side].span: couple for couple in couples for side in (0, 1)}
    for side in (1, 0):
        for found in coupler.links[side].values():
            for link in found:
                fragment = link.target[1:] if link.target.startswith("#") else ""
                if not fragment or known[side].has(fragment):
                    continue
                heading = known[1 - side].find(fragment)
                couple = paired.get(link.span)
                other = couple.ours[1 - side] if couple else None
                works = other is not None and _works(other, known[1 - side])
                if heading is None and not works:
                    continue
                there = heading or (other.span if other else None)
                yield Finding(
                    Place(pages[side].path, link.span),
                    "anchor" if heading else "dead",
                    {"target": link.target, "target_there": other.target if other else ""},
                    (Place(pages[1 - side].path, there, THERE),) if there else (),
                    confidence=0.85,
                )


def _works(link: Inline, anchors: Anchors) -> bool:
    target = link.target
    return target.startswith("#") and anchors.find(target[1:]) is not None


MESSAGES = {
    "en": {
        "sibling": "This link leads to the page in the other language: {target}; the version in "
        "the language of this page is {sibling}",
        "part": "This link leads to the part of the site in the other language: {target}",
        "elsewhere": "This link leads elsewhere than in the other version: {target} here, "
        "{target_there} there",
        "foreign": "Both versions link to a page in the language of the other one: {target}",
        "anchor": "Only the other version has a place named {target}; this page has none",
        "dead": "This page has no place named {target}; in the other version the link works: "
        "{target_there}",
        "email": "The e-mail address differs: {target} here, {target_there} in the other version",
        "phone": "The telephone number differs: {target} here, {target_there} in the other version",
        "there": LABELS["en"],
    },
    "ru": {
        "sibling": "Ссылка ведёт на страницу на другом языке: {target}; на языке этой страницы "
        "есть версия {sibling}",
        "part": "Ссылка ведёт в раздел сайта на другом языке: {target}",
        "elsewhere": "Ссылка ведёт не туда, куда в другой версии: здесь {target}, там "
        "{target_there}",
        "foreign": "Обе версии ссылаются на страницу на языке другой версии: {target}",
        "anchor": "Место с именем {target} есть только в другой версии, на этой странице его нет",
        "dead": "На этой странице нет места с именем {target}; в другой версии ссылка работает: "
        "{target_there}",
        "email": "Адреса почты различаются: здесь {target}, в другой версии {target_there}",
        "phone": "Номера телефона различаются: здесь {target}, в другой версии {target_there}",
        "there": LABELS["ru"],
    },
}

_RU = """# Как добраться

Закажите [трансфер](/ru/transfer) заранее или позвоните: +7 495 123-45-67.
"""

_EN = """# How to get here

Book a [transfer](/en/transfer) in advance or call us: +7 495 123-45-67.
"""

_MORE = {"ru/transfer.md": "# Трансфер\n", "en/transfer.md": "# Transfer\n"}

CHECK = Check(
    id="translation/link-target",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {"ru/way.md": _RU, "en/way.md": _EN.replace("/en/", "/ru/"), **_MORE},
        {"ru/way.md": _RU, "en/way.md": _EN.replace("45-67", "45-76"), **_MORE},
    ),
    good=({"ru/way.md": _RU, "en/way.md": _EN, **_MORE},),
    documentation=__doc__,
)
