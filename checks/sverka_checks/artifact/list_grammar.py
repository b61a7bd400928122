"""An item of a list does not go on as its lead-in or the other items do.

What it finds: a sentence of the text after a list that was glued onto its last item; an item that
its lead-in cannot go on with ("used for: eliminate dark circles"); an infinitive or a sentence
among nouns, a noun among infinitives, another case among nouns of one case.

Why it matters: readers lose the thread, and it shows that the list was translated line by line.

When it is wrong: where the items are names, such as those of settings and buttons, and where an
author mixes forms on purpose. Lists of whole sentences, items that are questions or titles or begin
with a label ("Price: …"), lists of changes, and all that cannot be told from the words, are silent.
What may be a name, and a form that is only likely, are hints.

Source: the rule of parallel items in the usual guides to style, and what machine translation does
to lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka.openings import Form, Lead, Reader, reader
from sverka.page import OBJECT, Block, Kind, Page
from sverka.sentences import Stops, split
from sverka_checks.artifact._items import LABEL, Item, items_of, lists, opened, opening_of

_LEAST = 3
"""Items of a list whose forms are compared."""
_LEADING = frozenset((Kind.PARAGRAPH, Kind.HEADING))
_ENDED = (".", "!", "?", "…", ":")
_SHORTEST = 4
"""Words of a sentence that may belong after the list."""
_FEW = 2
"""For one odd item there must be at least as many of the usual form."""
_LEAD = 5
"""The last words of a lead-in that are quoted."""
_LONGEST_QUOTE = 70
_OPENING = "\"'«“„‘(["

_WHOLE = frozenset((Form.SENTENCE, Form.FINITE))
_CLASHES = {
    Form.NOUN: frozenset((Form.VERB, Form.INFINITIVE, *_WHOLE)),
    Form.VERB: frozenset((Form.INFINITIVE, Form.NOUN)),
    Form.INFINITIVE: frozenset((Form.VERB, Form.NOUN)),
}
"""What is odd among items that mostly have a form."""
_STEPS = frozenset((Form.VERB, Form.INFINITIVE))
_NOMINAL = frozenset((Form.NOUN, Form.GERUND))


def run(page: Page, context: Context) -> Iterator[Finding]:
    """For a list at most one sentence that was glued on, and the few items of another form."""
    language = context.packs.languages.get(page.language)
    reads = reader(language) if language else None
    if language is None or reads is None:
        return
    stops = Stops(language.abbreviations, language.closing, language.numbered)
    for before, block in lists(page.blocks):
        items = items_of(block, stops)
        if not items:
            continue
        lead = before if before is not None and before.kind in _LEADING else None
        if found := _glued(page, items, reads):
            yield found
        items = opened(items, reads)
        row = reads.known.lead(lead.prose.text) if lead is not None else None
        found = _refused(page, items, lead, row) if lead is not None and row is not None else None
        if found is not None:
            yield found
        elif len(items) >= _LEAST:
            if unlike := _unlike(page, items):
                yield from unlike
            elif declined := _declined(page, items):
                yield declined


def _glued(page: Page, items: Sequence[Item], reads: Reader) -> Finding | None:
    """The sentences after the last item's own one, where they do not belong to it."""
    *others, last = items
    if len(items) < _LEAST or len(last.sentences) == 1 or not last.alone:
        return None
    if any(len(one.sentences) > 1 or one.text().endswith(_ENDED) for one in others):
        return None
    start, end = last.sentences[1][0], last.sentences[-1][1]
    first, own = last.text(1), last.text()
    if (
        not first[0].isupper()
        or len(first.split()) < _SHORTEST
        or not reads.has_predicate(first)
        or reads.refers(first, own)
        or (_is_labelled(own) and not _is_outside(page, last, start))
    ):
        return None
    openings = [opening_of(one, reads) for one in items]
    if openings[-1].form in _STEPS and reads.opening(first).form is openings[-1].form:
        return None  # one more step of the kind
    lower = not any(one.text().lstrip(_OPENING)[:1].isupper() for one in items)
    if not lower and not all(one.form in _NOMINAL for one in openings):
        return None
    level = None if lower else Severity.INFO
    place = Place(page.path, last.block.prose.span(start, end))
    return Finding(place, "glued", {"quote": _short(first)}, confidence=0.85, severity=level)


def _is_labelled(text: str) -> bool:
    return text.startswith(OBJECT) or LABEL.match(text) is not None


def _is_outside(page: Page, item: Item, at: int) -> bool:
    """Whether the prose of an item from ``at`` on stands at the very beginning of a line, where
    Markdown takes it into the item though its author meant a paragraph."""
    return page.source.position(item.block.prose.span(at, at + 1).start).column == 1


def _refused(page: Page, items: Sequence[Item], lead: Block, row: Lead) -> Finding | None:
    """The first item that the lead-in cannot go on with."""
    if row.beside and all(row.beside.isdisjoint(one.kinds()) for one in items):
        return None
    for item in items:
        opening = item.opening
        declined = opening.form is Form.NOUN and opening.cases and row.wants
        if (opening.sure and opening.form in row.refuses) or (
            declined and row.wants not in opening.cases
        ):
            start, end = split(lead.prose.text)[-1]
            words = lead.prose.text[start:end].split()
            data = {"quote": _short(item.text()), "lead": " ".join(words[-_LEAD:])}
            there = Place(page.path, lead.prose.span(start, end), "before")
            return Finding(_place(page, item), "lead", data, (there,), confidence=0.85)
    return None


def _unlike(page: Page, items: Sequence[Item]) -> list[Finding]:
    """The few items of another form than most."""
    counts = Counter(form for one in items for form in one.kinds())
    if not counts:
        return []
    sure_of = Counter(one.kind for one in items)
    most, count = max(counts.items(), key=lambda one: (one[1], sure_of[one[0]]))
    odd = [one for one in items if _clashes(one, most)]
    like = [one for one in items if one.kind is most]
    of_a_form = Counter(one.kind for one in odd)
    if not odd or len(like) < _FEW or 2 * count < len(items) or len(odd) > count:
        return []
    if _FEW * max(of_a_form.values()) > count:
        return []
    sure = [one for one in like if one.opening.sure]
    certain = bool(sure) and _FEW * len(odd) <= count
    return [_odd(page, one, (sure or like)[0], certain) for one in odd if not _is_name(page, one)]


def _clashes(item: Item, most: Form) -> bool:
    """Whether an item is for sure of a form that does not go with most of the others."""
    if not item.opening.sure or item.kind not in _CLASHES.get(most, ()):
        return False
    if item.kind in _WHOLE:
        # What follows a comma may be a remark: "a deposit, it is paid back".
        plain = len(item.text().split()) > 1 and "," not in item.text()
        return plain and item.alone and len(item.sentences) == 1
    return not item.text().endswith(":")


def _odd(page: Page, item: Item, like: Item, sure: bool) -> Finding:
    whole = item.kind in _WHOLE
    found = _compared(page, "sentence" if whole else str(item.opening.form), item, like)
    labels = item.text()[0].isupper() and (not sure or len(item.text().split()) < _SHORTEST)
    return replace(found, severity=Severity.INFO) if labels or (whole and not sure) else found


def _is_name(page: Page, item: Item) -> bool:
    """Whether the page has the words of an item elsewhere, too: the name of a setting, a title."""
    return page.source.text.count(item.text().rstrip(";,.")) > 1


def _declined(page: Page, items: Sequence[Item]) -> Finding | None:
    """The first of the few nouns that do not stand in the case of most."""
    for likely in (False, True):
        cases = [
            (one, one.opening.likely if likely else one.opening.cases)
            for one in items
            if one.opening.cases
        ]
        counts = Counter(case for _, found in cases for case in found)
        if not counts:
            return None
        (most, count), *more = counts.most_common(2)
        odd = [one for one, found in cases if most not in found]
        tied = (
            bool(more)
            and more[0][1] == count
            and any(most in found and more[0][0] not in found for _, found in cases)
        )
        if odd and not tied and 2 * count > len(items) and _FEW * len(odd) <= count:
            like = next(one for one, found in cases if most in found)
            found = _compared(page, "case", odd[0], like)
            return replace(found, severity=Severity.INFO) if likely else found
    return None


def _compared(page: Page, message: str, odd: Item, like: Item) -> Finding:
    data = {"quote": _short(odd.text()), "other": _short(like.text())}
    there = replace(_place(page, like), label="other")
    return Finding(_place(page, odd), message, data, (there,), confidence=0.85)


def _place(page: Page, item: Item) -> Place:
    return Place(page.path, item.block.prose.span(*item.sentences[0]))


def _short(text: str) -> str:
    """A text on one line, cut at a word where it is long, without what ends an item."""
    line = " ".join(text.split()).rstrip(";,. ")
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE].rpartition(" ")[0] + "…"


MESSAGES = {
    "en": {
        "glued": "The last item goes on with a sentence that belongs after the list: “{quote}”",
        "lead": "“{lead}” cannot go on with “{quote}”",
        "verb": "A verb among items of another form: “{quote}”; compare “{other}”",
        "infinitive": "An infinitive among items of another form: “{quote}”; compare “{other}”",
        "noun": "A noun among items of another form: “{quote}”; compare “{other}”",
        "sentence": "A sentence among items of another form: “{quote}”; compare “{other}”",
        "gerund": "An -ing form among items of another form: “{quote}”; compare “{other}”",
        "case": "Another case than that of the other items: “{quote}”; compare “{other}”",
        "other": "another item",
        "before": "the lead-in",
    },
    "ru": {
        "glued": "К последнему пункту приклеено предложение, которому место после списка: "
        "«{quote}»",
        "lead": "«{lead}» не может продолжаться словами «{quote}»",
        "verb": "Глагол среди пунктов другой формы: «{quote}»; ср. «{other}»",
        "infinitive": "Инфинитив среди пунктов другой формы: «{quote}»; ср. «{other}»",
        "sentence": "Предложение среди пунктов другой формы: «{quote}»; ср. «{other}»",
        "noun": "Существительное среди пунктов другой формы: «{quote}»; ср. «{other}»",
        "gerund": "Форма на -ing среди пунктов другой формы: «{quote}»; ср. «{other}»",
        "case": "Не тот падеж, что в остальных пунктах: «{quote}»; ср. «{other}»",
        "other": "другой пункт",
        "before": "вводная фраза",
    },
}

_EYES = "# Eyes\n\nThe cream can be used for:\n\n"
_STAGES = "# Peeling\n\nThe visit has these stages:\n\n- skin cleansing\n- anaesthesia\n"

CHECK = Check(
    id="artifact/list-grammar",
    unit="page",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {"en/peel.md": _STAGES + "- a soothing mask. It is recommended to come again in May.\n"},
        {"en/eyes.md": _EYES + "- eliminate dark circles\n- wrinkles\n- tired skin\n"},
        {"en/rest.md": "# Rest\n\nFor a week:\n\n- avoid the sun\n- to swim less\n- wear a hat\n"},
        {"ru/eyes.md": "# Глаза\n\nКрем нужен для:\n\n- устранение морщин\n- защиты кожи\n"},
        {"ru/rest.md": "# Отдых\n\nВ отпуске:\n\n- плавание\n- долгий сон\n- кататься верхом\n"},
    ),
    good=(
        {"en/peel.md": _STAGES + "- a soothing mask. The mask is washed off.\n"},
        {"en/eyes.md": _EYES + "- dark circles\n- smoothing wrinkles\n- tired skin\n"},
        {"ru/eyes.md": "# Глаза\n\nКрем нужен для:\n\n- устранения морщин\n- защиты кожи\n"},
    ),
    documentation=__doc__,
)
