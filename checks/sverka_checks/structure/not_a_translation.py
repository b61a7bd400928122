"""Two pages are paired but share too little to be translations of each other.

What it finds: a pair whose texts have hardly anything in common: an empty shell, a page that was
rewritten, a wrong partner. It is said once, instead of a finding for each block.

Why it matters: everything else that could be said of such a pair would be noise.

When it is wrong: a very free translation on a subject that the word lists do not know.

Source: the share of the prose, in characters, that stands in blocks for whose match their words,
numbers and addresses speak; below about a third of it the pages are not
compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair
from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka_checks.structure._kind import LABELS


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report a pair that is none."""
    del context
    if pair.is_translation or pair.likeness is None:
        return
    heads = [outline.line(outline.units[0].block.span) for outline in pair.outlines]
    yield Finding(
        Place(pair.target.path, heads[1]),
        "unlike",
        {"percent": round(pair.likeness * 100)},
        (Place(pair.source.path, heads[0], "there"),),
        confidence=0.8,
    )


MESSAGES = {
    "en": {
        "unlike": "This page does not look like a translation of its partner: "
        "{percent}% of the text has a counterpart there",
        "there": LABELS["en"],
    },
    "ru": {
        "unlike": "Эта страница не похожа на перевод парной страницы: "
        "соответствие есть у {percent} % текста",
        "there": LABELS["ru"],
    },
}

_RU = """# Мезотерапия

Мезотерапия — это уколы витаминов и кислот в средние слои кожи. Врач вводит препарат тонкой
иглой, процедура длится полчаса, курс состоит из шести сеансов с перерывом в неделю.

Перед первым сеансом врач спрашивает об аллергии, хронических болезнях и лекарствах. Беременным
и кормящим женщинам процедуру не делают.

После сеанса на коже остаются следы уколов, они проходят за два дня. В эти дни нельзя посещать
сауну, загорать и пользоваться косметикой. Результат заметен через две недели и держится около
полугода, потом курс повторяют.
"""

_EN = """# Mesotherapy

Mesotherapy means injections of vitamins and acids into the middle layers of the skin. The doctor
injects the drug with a thin needle, the procedure lasts half an hour, a course consists of six
sessions with a break of a week.

Before the first session the doctor asks about allergies, chronic diseases and medicines. Pregnant
and nursing women do not undergo the procedure.

After the session traces of the injections remain on the skin, they pass within two days. On these
days you must not visit the sauna, sunbathe or use cosmetics. The result is noticeable after two
weeks and lasts about half a year, then the course is repeated.
"""

_OTHER = """# Our garden

Last spring we planted roses, tulips and an old sort of apple tree behind the building. Volunteers
water the beds every morning, and children from the school nearby draw the birds that come here.

In autumn the gardener gathers leaves, mends the fence and paints the benches green. Musicians play
under the lime trees on Sundays, and the bakery across the street sells warm bread and honey.

Winter is the quiet season: snow covers the paths, foxes cross the lawn, and only the caretaker
walks here with a lantern. We love this place and hope that visitors will respect its silence, keep
their dogs on the lead and carry their litter home with them.
"""

CHECK = Check(
    id="structure/not-a-translation",
    unit="pair",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=({"ru/page.md": _RU, "en/page.md": _OTHER},),
    good=({"ru/page.md": _RU, "en/page.md": _EN},),
    documentation=__doc__,
)
