"""Numbers in digits: what ``1,500`` may mean, and what a date or a time of day in digits is."""

from __future__ import annotations

import re

SPACES = " \u00a0\u2009\u202f"
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8,
}  # fmt: skip

NUMBER = (
    rf"\d{{1,3}}(?:[{SPACES}]\d{{3}}(?![\d]))+(?:[.,]\d+)?(?![.,]?\d)"
    rf"|\d++(?:[.,]\d++|['’]\d{{3}}(?!\d))*+(?:[{SPACES}]?[{''.join(VULGAR)}])?|[{''.join(VULGAR)}]"
)
"""A number in digits, however it is grouped."""

_GROUPS = re.compile(
    rf"\d{{1,3}}(?:[{SPACES}'’]\d{{3}})+|\d{{1,3}}(?:\.\d{{3}})+|\d{{1,3}}(?:,\d{{3}})+"
)
_TAIL = re.compile(r"(.*)([.,])(\d+)")
_NOT_DIGIT = re.compile(r"\D")
_LONGEST = 18


def readings(text: str, decimal: str) -> tuple[float, ...]:
    """All values that ``text`` may have where ``decimal`` is the mark, the likeliest first.

    Nothing for what is no number, such as ``1.2.3``.
    """
    if text[-1] in VULGAR:
        whole = text[:-1].rstrip(SPACES)
        return tuple(value + VULGAR[text[-1]] for value in readings(whole or "0", decimal))
    if len(text) > _LONGEST + 6:
        return ()
    if text.isdigit():
        return (float(text),)
    grouped = _grouped(text)
    tail = _TAIL.fullmatch(text)
    if tail is None:
        return (grouped,) if grouped is not None else ()
    whole, mark, rest = tail.groups()
    value = float(whole) if whole.isdigit() else _grouped(whole, other=mark)
    if value is None:
        return (grouped,) if grouped is not None else ()
    fraction = value + float(f"0.{rest}")
    # "0,500" and "1234,567" have no groups; "1.234,5" has one only
    if grouped is None or text.startswith("0"):
        return (fraction,)
    return (fraction, grouped) if mark == decimal else (grouped, fraction)


def _grouped(text: str, other: str = "") -> float | None:
    if _GROUPS.fullmatch(text) is None or (other and other in text):
        return None
    return float(_NOT_DIGIT.sub("", text))


def date_readings(text: str, *, day_first: bool) -> tuple[float, ...]:
    """YYYYMMDD in all ways that ``text`` (``31.12.2024``, ``2024-12-31``) may be meant."""
    parts = [int(part) for part in re.split(r"\D", text)]
    if len(parts) != 3:
        return ()
    if parts[0] > 999:
        candidates = [(parts[0], parts[1], parts[2])]
    else:
        year = parts[2] if parts[2] > 99 else parts[2] + (2000 if parts[2] < 50 else 1900)
        candidates = [(year, parts[1], parts[0]), (year, parts[0], parts[1])]
        if "." in text:
            candidates.pop()
        elif not day_first:
            candidates.reverse()
    found = [y * 10_000 + m * 100 + d for y, m, d in candidates if 1 <= m <= 12 and 1 <= d <= 31]
    return tuple(float(one) for one in dict.fromkeys(found))


def seconds_of_day(text: str) -> float | None:
    """Seconds since midnight of ``15:30`` or ``15:30:10``."""
    parts = text.split(":")
    if len(parts) < 2 or len(parts[1]) != 2:
        return None
    hours, minutes, *rest = map(int, parts)
    seconds = rest[0] if rest else 0
    if hours > 24 or minutes > 59 or seconds > 59:
        return None
    return float(hours * 3600 + minutes * 60 + seconds)
