"""A number, a unit, a range or a limit differs between the versions, or is missing.

What it finds: a value that the other version states otherwise ("5 days" and «3 дня», "mg" and
«мл», "at most" and «не менее»), and a value in digits that only one version has.

Why it matters: doses, prices, dates and limits are what readers act on.

When it is wrong: where a translator has changed a value for the readers on purpose: rounded it
further than a conversion does, given a price in another currency or a time in another zone, or
said in words what the other version counts ("he is also 31", «его ровесник»). Values that are
spelled out, moved inside a block or converted to other units of measure are no difference;
numbers of headings, items and footnotes, code and addresses are not looked at. What one version
only names (two speakers, and who they are) is an info.

Source: ISO 17100 and the error typology MQM (accuracy: number).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka.align import AlignedPair
from sverka.align.passages import Segment, Stretch
from sverka.amounts import Change, Mention, changes
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka.quantities import Quantity
from sverka.wording import Hit, wording
from sverka_checks.translation._kind import LABELS, THERE, place, whole

FREE = 0.35
"""Below this share of known words that were translated, a sentence is told anew."""


KINDS = ("turn", "again")
"""What the packs say in ``number.toml``: words that turn a limit round, and those before a value
that repeats an earlier one."""
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
ROUNDED = 1.25
"""How far apart two converted limits may lie."""
COUNTED_OUT = 10
"""Up to here the other version may name what one counts: "two speakers", and who they are."""


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """One finding a changed value; the values that a sentence lacks are one finding, and so is
    whatever became of those of a sentence that was told anew."""
    del context
    lacking: dict[tuple[int, int], list[Change]] = {}
    retold: set[int] = set()
    for change in changes(pair):
        key = id(change.segment)
        if key in retold:
            continue
        if change.segment.literal < FREE:
            retold.add(key)
        source, target = change.sides
        if not (source and target):
            lacking.setdefault((key, 0 if source is None else 1), []).append(change)
        elif change.what != "bound" or not _is_turned(change):
            yield _changed(change, source, target)
    for (_, side), found in lacking.items():
        yield _missing(found, side)


def _is_turned(change: Change) -> bool:
    """Whether one side may say its limit by the opposite one: "cannot be larger than 2 GB",
    "no later than 2 days before"."""
    turns = [
        sorted(
            min(hit.senses())
            for hit in wording(stretch.language, "number", KINDS).find(stretch.text)
            if "turn" in hit.kinds() and _turns(hit, stretch, value)
        )
        for stretch, value in zip(change.stretches, change.sides, strict=True)
        if value
    ]
    return turns[0] != turns[1]


def _turns(hit: Hit, stretch: Stretch, value: Mention) -> bool:
    if "time" in hit.senses():
        return hit.start < value.end and hit.end > value.start
    apart = _SENTENCE_END.search(stretch.text, hit.end, value.start)
    return hit.end <= value.start and apart is None


def _changed(change: Change, source: Mention, target: Mention) -> Finding:
    there, here = change.stretches
    return Finding(
        place=place(here, target.start, target.end),
        message=change.what,
        data={
            "value": target.text,
            "value_there": source.text,
            **_told(target, ""),
            **_told(source, "_there"),
        },
        related=(place(there, source.start, source.end, THERE),),
        confidence=0.9 if change.linked else 0.8,
        severity=_severity(change, source, target),
    )


def _severity(change: Change, source: Mention, target: Mention) -> Severity:
    if source.quantity is None or target.quantity is None:
        return Severity.WARNING if change.linked else Severity.INFO
    if _is_rounded_over(source.quantity, target.quantity):
        return Severity.INFO
    if change.other is not None:
        return Severity.WARNING
    words = change.segment.literal >= FREE and _are_told_apart(change.segment)
    kinds = {source.quantity.kind, target.quantity.kind}
    told = change.linked or words or (len(kinds) == 1 and not source.is_unitless)
    if not (source.in_digits and target.in_digits) or source.is_weak or target.is_weak:
        return Severity.WARNING if told else Severity.INFO
    return Severity.ERROR if told else Severity.WARNING


def _is_rounded_over(one: Quantity, other: Quantity) -> bool:
    """Whether a conversion may have moved a limit to the other side of the value: "over half an
    inch" is «до 1,5 см» when it is rounded up."""
    lower, upper = (one, other) if one.high is None else (other, one)
    if lower.low is None or upper.high is None or (lower.high, upper.low) != (None, None):
        return False
    low, high = sorted((lower.low, upper.high))
    return low != high and high <= ROUNDED * low


def _missing(lacking: list[Change], side: int) -> Finding:
    segment = lacking[0].segment
    values = [one for change in lacking if (one := change.sides[1 - side])]
    there = segment.sides[1 - side]
    main = max(values, key=_weight)
    sure = (
        _weight(main)
        and not _is_again(main, there)
        and segment.literal >= FREE
        and _are_told_apart(segment)
    )
    places = [place(there, one.start, one.end, "" if side == 0 else THERE) for one in values]
    lack = whole(segment.sides[side], THERE if side == 0 else "")
    return Finding(
        place=lack if side else places[0],
        message="missing" if side else "added",
        data={"values": [one.text for one in values], **_told(main, "_there" if side else "")},
        related=tuple(places) if side else (lack,),
        confidence=0.8,
        severity=Severity.WARNING if sure else Severity.INFO,
    )


def _is_again(one: Mention, stretch: Stretch) -> bool:
    """Whether a value is said to be the same as an earlier one: "she is also 31"."""
    return any(
        "again" in hit.kinds() and not stretch.text[hit.end : one.start].strip()
        for hit in wording(stretch.language, "number", KINDS).find(stretch.text[: one.start])
    )


def _weight(one: Mention) -> int:
    """1 for a value that a translation must have, 0 for one that it may leave out."""
    quantity = one.quantity
    if quantity is None or not one.in_digits or quantity.ordinal:
        return 0
    if quantity.kind == "percent" and quantity.low in {0.0, 100.0}:
        return 0  # "completely"
    if quantity.kind == "date" or quantity.bound or not one.is_unitless:
        return 1
    return int(max(one.numbers) > COUNTED_OUT)


def _are_told_apart(segment: Segment) -> bool:
    """Whether any word speaks for it that the two sides are each other's translation."""
    return any(segment.links[0])


def _told(one: Mention, suffix: str) -> dict[str, object]:
    """The value for machines."""
    quantity = one.quantity
    if quantity is None:
        return {f"kind{suffix}": "name"}
    told = {
        f"kind{suffix}": quantity.kind,
        f"low{suffix}": quantity.low,
        f"high{suffix}": quantity.high,
        f"unit{suffix}": quantity.unit,
    }
    return {key: value for key, value in told.items() if value is not None}


MESSAGES = {
    "en": {
        "value": "“{value}” here is “{value_there}” in the other version",
        "unit": "“{value}” here is “{value_there}” in the other version: another unit",
        "range": "“{value}” here is “{value_there}” in the other version: another range",
        "bound": "“{value}” here is “{value_there}” in the other version: "
        "a lower limit against an upper one",
        "missing": "A value of the other version is missing here: {values}",
        "added": "The other version does not have this value: {values}",
        "there": LABELS["en"],
    },
    "ru": {
        "value": "Здесь «{value}», а в другой версии «{value_there}»",
        "unit": "Здесь «{value}», а в другой версии «{value_there}»: другая единица",
        "range": "Здесь «{value}», а в другой версии «{value_there}»: другой диапазон",
        "bound": "Здесь «{value}», а в другой версии «{value_there}»: "
        "нижняя граница против верхней",
        "missing": "Здесь нет значения из другой версии: {values}",
        "added": "В другой версии этого значения нет: {values}",
        "there": LABELS["ru"],
    },
}

_RU = "Отёк держится от 3 до 5 дней. Принимайте по 20 мг два раза в день, не более 10 дней.\n"
_EN = "The swelling lasts 3 to 5 days. Take 20 mg twice a day, for at most 10 days.\n"

CHECK = Check(
    id="translation/number",
    unit="pair",
    run=run,
    severity=Severity.ERROR,
    messages=MESSAGES,
    bad=(
        {"ru/a.md": _RU, "en/a.md": _EN.replace("3 to 5 days", "3 to 7 days")},
        {"ru/a.md": _RU, "en/a.md": _EN.replace("20 mg", "20 ml")},
        {"ru/a.md": _RU, "en/a.md": _EN.replace("at most", "at least")},
        {"ru/a.md": _RU, "en/a.md": _EN.replace(", for at most 10 days", "")},
    ),
    good=(
        {"ru/a.md": _RU, "en/a.md": _EN},
        {
            "ru/a.md": "Длина трассы 16 км, сбор 1 500 ₽, старт в 15:00.\n",
            "en/a.md": "The track is 10 miles long, the fee is 1,500 roubles, "
            "it starts at three p.m.\n",
        },
    ),
    documentation=__doc__,
    explains=("translation/strength",),
)
