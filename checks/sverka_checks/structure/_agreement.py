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
_FAR = 20
"""Characters before or after its number that an amount may have."""
_LONG = 30
"""Characters of a number that may be an amount; a longer one is a code."""

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
_SCALES = (
    (Decimal(10**3), ("тыс", "тысяча", "тысячи", "тысяч", "thousand")),
    (Decimal(10**6), ("млн", "миллион", "миллиона", "миллионов", "million", "mln")),
    (Decimal(10**9), ("млрд", "миллиард", "миллиарда", "миллиардов", "billion", "bn")),
)
_SCALE_OF = {word: size for size, words in _SCALES for word in words}
_SMALL = frozenset("от до около примерно за в на from up to about approx per for a an each".split())
"""Words that may stand before a number, or after its unit, and change neither."""
_WORD = re.compile(r"[^\W\d_]+|[₽$€£%]")

Key = Callable[[str], str]


def agree(one: object, other: object, key: Key) -> bool:
    """Whether two values, as the parser gives them, may stand for the same.

    ``key`` maps an address to what its versions in all languages have in common.
    An amount beside a word that is no known unit speaks against nothing.
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
        return _file(one, key) != _file(other, key)
    here, there = _amount(one), _amount(other)
    if here and there:
        known = here.unit == there.unit != _UNKNOWN
        return known and here.values.isdisjoint(there.values)
    if here or there or any("/" in text or _HOST.match(text) for text in (one, other)):
        return False
    return all(_CODE.fullmatch(text) for text in (one, other)) and key(one) != key(other)


def _file(address: str, key: Key) -> tuple[str, str]:
    """Path and suffix of a file. The path goes without its language, which may be part of its
    name, and with one mark between words, since the language goes with a mark."""
    name, _, suffix = address.partition("?")[0].rpartition(".")
    return re.sub(r"[-_.]+", "-", key(name)), suffix.casefold()


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


_UNKNOWN = -1


class _Amount(NamedTuple):
    """What a number may mean; its unit's number among the known ones, `_UNKNOWN` for another
    word, None without any."""

    values: frozenset[Decimal]
    unit: int | None


def _amount(text: str) -> _Amount | None:
    """The amount in a text with one number and little else; None for another text."""
    found = list(_NUMBER.finditer(text))
    if len(found) != 1:
        return None
    number = found[0]
    before, after = text[: number.start()], text[number.end() :]
    if max(len(before), len(after), len(number[0]) - _LONG + _FAR) > _FAR:
        return None
    if re.search(r"\w$", before) or "/" in text:
        return None
    values = _values(number[0])
    behind = [*_words(after), "", ""]
    first, second = behind[:2]
    if scale := _SCALE_OF.get(first):
        values = frozenset(value * scale for value in values)
        first = second
    if first and first not in _SMALL:
        return _Amount(values, _UNIT_OF.get(first, _UNKNOWN))
    ahead = [word for word in _words(before) if word not in _SMALL]
    if ahead and ahead[-1] not in _UNIT_OF:
        return None  # a name with a number, such as "ABC-12"
    return _Amount(values, _UNIT_OF[ahead[-1]] if ahead else None)


def _words(text: str) -> list[str]:
    """The words of a text, those that are known in the form that is known."""
    words = [word.casefold() for word in _WORD.findall(text)]
    known = _UNIT_OF.keys() | _SCALE_OF.keys() | _SMALL
    return [word if word in known else word.removesuffix("s") for word in words]


def _values(number: str) -> frozenset[Decimal]:
    """The values that digits with separators may have: "4,500" is 4500 or, in Russian, 4.5."""
    tight = re.sub(r"\s", "", number)
    found = {Decimal(re.sub(r"[.,]", "", tight))} if re.search(r"[.,]\d{3}$", tight) else set()
    whole, mark, part = tight.rpartition("," if tight.rfind(",") > tight.rfind(".") else ".")
    found.add(Decimal(re.sub(r"[.,]", "", whole) + mark.replace(",", ".") + part))
    return frozenset(found)
