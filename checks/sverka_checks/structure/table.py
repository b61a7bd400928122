"""A table has other rows or columns.

What it finds: rows that only one version of a table has, and tables with another number of
columns.

Why it matters: tables hold prices, doses and schedules.

When it is wrong: a column that only one language needs, such as the price in its currency.

Source: the alignment of the rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair, Lack
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka_checks.structure._kind import LABELS, differences, finding


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report the tables of a pair that differ."""
    del context
    for difference in differences(pair, Lack.ROWS):
        yield finding(pair, difference, difference.where)
    for difference in differences(pair, Lack.COLUMNS):
        yield finding(pair, difference, "columns")


MESSAGES = {
    "en": {
        "before": "{count:table row is|table rows are} missing before this: “{quote}”",
        "after": "{count:table row is|table rows are} missing after this: “{quote}”",
        "columns": "This table has {columns:column|columns}, "
        "the other version's has {columns_there}",
        "there": LABELS["en"],
    },
    "ru": {
        "before": "Перед этой строкой не хватает {count:строки|строк|строк} таблицы: «{quote}»",
        "after": "После этой строки не хватает {count:строки|строк|строк} таблицы: «{quote}»",
        "columns": "В этой таблице {columns:столбец|столбца|столбцов}, "
        "а в другой версии — {columns_there}",
        "there": LABELS["ru"],
    },
}

_RU = """| Процедура | Цена |
|---|---|
| Чистка лица | 3000 |
| Массаж спины | 2500 |
| Пилинг | 4000 |
"""

_EN = """| Procedure | Price |
|---|---|
| Facial cleansing | 3000 |
| Back massage | 2500 |
| Peeling | 4000 |
"""

CHECK = Check(
    id="structure/table",
    unit="pair",
    run=run,
    severity=Severity.ERROR,
    messages=MESSAGES,
    bad=(
        {"ru/prices.md": _RU, "en/prices.md": _EN.replace("| Back massage | 2500 |\n", "")},
        {
            "ru/prices.md": _RU,
            "en/prices.md": "\n".join(
                f"{line} — |" if "-" not in line else f"{line}---|" for line in _EN.splitlines()
            )
            + "\n",
        },
    ),
    good=({"ru/prices.md": _RU, "en/prices.md": _EN},),
    documentation=__doc__,
)
