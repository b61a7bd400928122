"""Whether two values of front matter may stand for the same.

Words always may, since they are translated; so may addresses of pages, whose last part is often
a translated word. What is left are files, dates, numbers, amounts with a unit, and codes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

_MEDIA = re.compile(
    r"[\x21-\x7e]+\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp|m4a|mp3|mp4|mov|ogg|ogv|wav|webm)"
    r"(?:\?[\x21-\x7e]*)?",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:[a-z]+:)?//[^/]*|[\w.-]*@[\w.-]*|www\.[^/]*", re.ASCII | re.IGNORECASE)
_CODE = re.compile(r"[\x21-\x7e]*\d[\x21-\x7e]*")
_DAY = re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)(?:[T ]\d.*)?")
_DAY_LAST = re.compile(r"(?P<a>\d\d?)([-/.])(?P<b>\d\d?)\2(?P<y>\d{4})")
_NUMBER = re.compile(r"\d+(?:[.,\s\u00a0\u202f]+\d+)*")
_FAR = 15
"""Characters before or after its number that an amount may have."""

# The same unit in both languages; amounts in two units that differ are not compared.
_UNITS = (
    ("₽", "р", "руб", "рубль", "рубля", "рублей", "rub", "rur", "rouble", "ruble"),
    ("$", "usd", "долл", "доллар", "доллара", "долларов", "dollar"),
    ("€", "eur", "евро", "euro"),
    ("£", "gbp", "фунт", "фунта", "фунтов", "pound"),
    ("с", "сек", "секунда", "секунды", "секунд", "s", "sec", "second"),
    ("мин", "минута", "минуты", "минут", "min", "minute"),
    ("ч", "час", "часа", "часов", "h", "hr", "hour"),
    ("день", "дня", "дней", "d", "day"),
    ("неделя", "недели", "недель", "week"),
    ("месяц", "месяца", "месяцев", "мес", "month"),
    ("год", "года", "лет", "year"),
    ("%", "процент", "процента", "процентов", "percent"),
)
_UNIT_OF = {word: number for number, words in enumerate(_UNITS) for word in words}
_WORD = re.compile(r"[^\W\d_]+|[₽$€£%]")

Key = Callable[[str], str]


def agree(one: object, other: object, key: Key) -> bool:
    """Whether two values, as the parser gives them, may stand for the same.

    ``key`` maps an address to what its versions in all languages have in common.
    """
    if isinstance(one, bool) or isinstance(other, bool):
        return _truth(one) == _truth(other) or None in (_truth(one), _truth(other))
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other
    if not _plain(one) or not _plain(other):
        return True
    texts = (" ".join(str(one).split()), " ".join(str(other).split()))
    return texts[0].casefold() == texts[1].casefold() or not _at_odds(*texts, key)


def _truth(value: object) -> bool | None:
    """A yes or no, also where it is written in quotes; None for anything else."""
    if isinstance(value, bool):
        return value
    return {"true": True, "yes": True, "false": False, "no": False}.get(str(value).casefold())


def _plain(value: object) -> bool:
    return isinstance(value, str | int | float) and bool(str(value).strip())


def _at_odds(one: str, other: str, key: Key) -> bool:
    """Whether two texts that are not equal are of one sort and speak against each other."""
    days = (_days(one), _days(other))
    if days[0] and days[1]:
        return days[0].isdisjoint(days[1])
    if _MEDIA.fullmatch(one) and _MEDIA.fullmatch(other):
        return _without_query(one, key) != _without_query(other, key)
    here, there = _amount(one), _amount(other)
    if here and there:
        return here.unit == there.unit and here.values.isdisjoint(there.values)
    if here or there or any("/" in text or _HOST.match(text) for text in (one, other)):
        return False
    return all(_CODE.fullmatch(text) for text in (one, other)) and key(one) != key(other)


def _without_query(address: str, key: Key) -> str:
    return key(address.partition("?")[0])


def _days(text: str) -> frozenset[date]:
    """The days that a text may mean: where the year is last, day and month are written in either
    order. A time of day is left out."""
    if match := _DAY.fullmatch(text):
        orders = [(match["m"], match["d"])]
    elif match := _DAY_LAST.fullmatch(text):
        orders = [(match["b"], match["a"]), (match["a"], match["b"])]
    else:
        return frozenset()
    found: set[date] = set()
    for month, day in orders:
        try:
            found.add(date(int(match["y"]), int(month), int(day)))
        except ValueError:
            continue
    return frozenset(found)


class _Amount(NamedTuple):
    """What a number may mean; its unit's number among the known ones, -1 for another word, None
    without any."""

    values: frozenset[Decimal]
    unit: int | None


def _amount(text: str) -> _Amount | None:
    """The amount in a text with one number and little else; None for another text."""
    found = list(_NUMBER.finditer(text))
    if len(found) != 1:
        return None
    number = found[0]
    before, after = text[: number.start()], text[number.end() :]
    if max(len(before), len(after)) > _FAR or re.search(r"\w$", before) or "/" in text:
        return None
    words = [word.casefold() for word in _WORD.findall(after) + _WORD.findall(before)]
    units = [_UNIT_OF[word] for form in words if (word := _base(form)) in _UNIT_OF]
    unit = units[0] if units else (-1 if words else None)
    return _Amount(_values(number[0]), unit)


def _base(word: str) -> str:
    return word if word in _UNIT_OF else word.removesuffix("s")


def _values(number: str) -> frozenset[Decimal]:
    """The values that digits with separators may have: "4,500" is 4500 or, in Russian, 4.5."""
    tight = re.sub(r"\s", "", number)
    found = {Decimal(re.sub(r"[.,]", "", tight))} if re.search(r"[.,]\d{3}$", tight) else set()
    whole, mark, part = tight.rpartition("," if tight.rfind(",") > tight.rfind(".") else ".")
    found.add(Decimal(re.sub(r"[.,]", "", whole) + mark.replace(",", ".") + part))
    return frozenset(found)
