"""Latin and Cyrillic letters stand in one word.

What it finds: words with letters of two scripts, of which those of one look like those of the
other; numbers with a letter for a digit and words with a digit for a letter; two words of
different scripts without a space between.

Why it matters: the word looks right, and yet no search finds it, no spell checker knows it, and
links and code with it do not work.

When it is wrong: words that are meant to be of two scripts. Parts joined by a hyphen («SPF-крем»,
«IT-отдел»), Latin names with a Cyrillic ending, and code are silent.

Source: the letters that have the same shape in both alphabets, in the packs' `lookalikes.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sverka.check import Check, Context
from sverka.finding import Edit, Finding, Fix, Place, Severity
from sverka.lookalikes import Lookalikes, lookalikes
from sverka.packs import Packs
from sverka.page import Page
from sverka.span import Span

_GLUED = 3
"""Letters that each of two words without a space between must have."""


class _Verdict(NamedTuple):
    """What is wrong with a word: a message, how it should be written ("" where that cannot be
    told), whether that is beyond doubt."""

    message: str
    better: str
    safe: bool = False


def run(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each word of two scripts."""
    if page.source.text.isascii():
        return
    for language in context.packs.languages.values():
        script = lookalikes(language)
        if script is None:
            continue
        for block in page.walk():
            text = block.prose.text
            if not text or text.isascii():
                continue
            for match in (*script.mixed.finditer(text), *script.numbers.finditer(text)):
                native = page.language == language.code
                verdict = _judge(match[0], script, page, context.packs, native=native)
                if verdict:
                    yield _finding(page, block.prose.span(*match.span()), match[0], verdict)


def _judge(
    word: str, script: Lookalikes, page: Page, packs: Packs, *, native: bool
) -> _Verdict | None:
    """What is wrong with a word that has letters of two scripts, if anything; ``native``: on a
    page of the language whose letters are not Latin."""
    if word[0].isdigit():
        return _Verdict("number", word.translate(script.to_digits))
    latin, own = script.latin.findall(word), script.own.findall(word)
    readings = [
        reading
        for reading in (word.translate(script.from_latin), word.translate(script.to_latin))
        if not (script.latin.search(reading) and script.own.search(reading))
    ]
    real = [reading for reading in readings if _is_word(reading, page, packs)]
    if len(real) == 1:
        return _Verdict("letters", real[0], safe=True)
    ends = len(own) == 1 and word.endswith(own[0]) and own[0].islower()
    if native and ends and len("".join(latin)) > 1:
        return None  # a Latin name with an ending, or a slang word made of one
    if readings:
        return _Verdict("letters", readings[0 if native else -1])
    if len(latin) == len(own) == 1 and min(len(latin[0]), len(own[0])) >= _GLUED:
        return _Verdict("glued", "")
    return None


def _is_word(word: str, page: Page, packs: Packs) -> bool:
    """Whether a reading is a word: a word list has it, or the page has it elsewhere."""
    if packs.knows(word.lower()):
        return True
    alone = rf"(?<!\w){re.escape(word)}(?!\w)"
    return re.search(alone, page.source.text, re.IGNORECASE) is not None


def _finding(page: Page, span: Span, word: str, verdict: _Verdict) -> Finding:
    fix = None
    if verdict.better and not word[0].isdigit():  # a number is for people to correct
        fix = Fix((Edit(page.path, span, verdict.better),), verdict.safe)
    return Finding(
        Place(page.path, span),
        verdict.message,
        {"word": word, "better": verdict.better},
        fix=fix,
        confidence=0.98 if verdict.better else 0.8,
        # A letter at the end of a number may be that of a flat or of a form at school.
        severity=None
        if verdict.better and not (word[0].isdigit() and word[-1].isalpha())
        else Severity.WARNING,
    )


MESSAGES = {
    "en": {
        "letters": "“{word}” has letters of two scripts; it should be “{better}” throughout",
        "number": "“{word}” has a letter in it that looks like a digit; it should be {better}",
        "glued": "Two words of different scripts without a space: “{word}”",
    },
    "ru": {
        "letters": "В слове «{word}» буквы двух алфавитов; нужно целиком «{better}»",
        "number": "В числе «{word}» стоит буква, похожая на цифру; нужно {better}",
        "glued": "Два слова разных алфавитов без пробела: «{word}»",
    },
}

CHECK = Check(
    id="artifact/mixed-script",
    unit="page",
    run=run,
    severity=Severity.ERROR,
    messages=MESSAGES,
    bad=(
        {"ru/a.md": "# Уход\n\nКрем наносят на \u043bиц\u006f утром.\n"},
        {"en/a.md": "# Care\n\nApply the \u0441ream in the morning.\n"},
        {"ru/a.md": "# Цены\n\nСкидка 2\u041e0 рублей.\n"},
        {"ru/a.md": "# Уход\n\nНанесите кремRetinol на ночь.\n"},
    ),
    good=(
        {"ru/a.md": "# Уход\n\nSPF-крем, IT-отдел, PRP-терапия и COVID-19; код на GitHubе.\n"},
        {"en/a.md": "# Care\n\nThe word *крем* means cream, `\u0441ream` is code.\n"},
    ),
    documentation=__doc__,
)
