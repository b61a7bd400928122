"""A word, a sentence or a heading stands twice.

What it finds: a word twice in a row ("the the"); a word and the same again after a comma, after
"and" or in brackets, where two synonyms of the original became one ("Acne, acne", "manual
(manual)", "Exercise hard, exercise"); two words for the same ("quick, fast"), mostly a hint; two
of which one is enough ("return back"); a thing said again in another form or with another
pointer ("repair and repairs", "the clinic our clinic"); a
sentence, a paragraph or a heading that is repeated at
once. A capitalised word twice in the middle of a sentence may be a name, and is a hint.

Why it matters: readers stumble over it, and see that nobody has read the page.

When it is wrong: repetition for its own sake, such as in a poem or a slogan. What a language
repeats by habit ("had had", "a long, long time", «чуть-чуть»), names such as Duran Duran, and
words in columns or in code are silent.

Source: the commonest slips of typing and of machine translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sverka.check import Check, Context
from sverka.finding import Edit, Finding, Fix, Place, Severity
from sverka.page import Block, Kind, Page
from sverka.repetition import SURE, Doublings, doublings, pleonasms
from sverka.sentences import split
from sverka.span import Span
from sverka_checks.artifact._twins import twins

_TWICE = re.compile(
    r"""(?<![^\W_])(?<![-'’./\\@#&+])(?P<one>[^\W_]+)
        (?P<more>(?:[ \n\u00a0]+(?P=one)(?![\w-])(?!['’./@]\w))+)""",
    re.IGNORECASE | re.VERBOSE,
)
_APART = re.compile(
    r"""(?<![\w-])(?P<one>[^\W\d_]{4,})
        (?P<gap>,\s+(?P<and>\w{1,3}\s+)?|\s+\(|\s+/\s+)
        (?P<two>(?P=one))(?![\w-])
        (?P<after>\)|\s*[.;:!?]|\s*\Z|\s+(?=\w))""",
    re.IGNORECASE | re.VERBOSE,
)
_JOINED = re.compile(
    r"(?<![\w-])(?P<one>[^\W\d_]{4,})\s+(?P<and>\w{1,4})\s+(?P<two>(?P=one))(?![\w-])",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"""\A(?P<one>[^\W\d_]{4,})\s+[^\W\d_]+,\s+(?P<two>(?P=one))\s*[.;:!?]?\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_LAST_WORDS = re.compile(r"(?<![\w-])(?:[^\W\d_]{3,}\s)?[^\W\d_]{3,}\Z")
_LETTER = re.compile(r"[^\W_]")
_LEADING = frozenset((Kind.PARAGRAPH, Kind.HEADING))
_LEAST_WORDS = 4
"""A paragraph of fewer words may be a refrain or a label."""


def run(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each thing that stands twice."""
    language = context.packs.languages.get(page.language)
    if language is None:
        return
    known, surplus = doublings(language), pleonasms(language)
    before: Block | None = None
    for block in page.walk():
        if not block.prose.text:
            before = before if block.children else None
            continue
        yield from _side_by_side(page, block, known)
        yield from _apart(page, block, known, language.stopwords)
        yield from _alike(page, block, known)
        for twin in twins(block.prose.text, known, language.stopwords):
            if _marked(page, block, twin.start, twin.end):
                continue  # a link beside the words it leads to
            found = _finding(page, block, twin.start, twin.end, "synonyms")
            yield found if twin.sure else replace(found, severity=Severity.INFO, confidence=0.7)
        for hit in surplus.find(block.prose.text):
            found = _finding(page, block, hit.start, hit.end, "pleonasm")
            yield found if SURE in hit.senses() else replace(found, severity=Severity.INFO)
        yield from _sentences(page, block)
        if before is not None and _same(page, before, block):
            yield _finding(page, block, 0, len(block.prose.text), "block")
        before = block if block.kind in _LEADING else None


def _side_by_side(page: Page, block: Block, known: Doublings) -> Iterator[Finding]:
    text = block.prose.text
    for match in _TWICE.finditer(text):
        word = match["one"]
        lower = word.lower()
        if lower in known.names or not _is_slip(match, lower, known):
            continue
        start, end = match.start() + len(word), match.end()
        edit = Edit(page.path, block.prose.span(start, end), "")
        found = _finding(page, block, match.start(), end, "word", Fix((edit,)))
        yield replace(found, severity=Severity.INFO) if _may_be_name(match) else found


def _is_slip(match: re.Match[str], lower: str, known: Doublings) -> bool:
    """Whether a word that stands twice (or more) does so by mistake."""
    times = 1 + len(match["more"].split())
    if lower.isdigit():
        # Digits side by side are mostly a column; not after a word and at a sentence's end.
        before = match.string[: match.start()].rstrip()[-1:]
        return len(lower) > 1 and before.isalpha() and _ends(match)
    if not lower.isalpha():
        return False
    if len(lower) == 1 and match["one"].isupper():
        return False  # "A A": letters that stand for something
    return lower not in known.doubled and not (times > 2 and len(lower) < 3)


def _ends_with(match: re.Match[str]) -> bool:
    """Whether a sentence ends with what was found."""
    return match.string[match.end() :].lstrip()[:1] in ("", ".", ";", "!", "?")


def _ends(match: re.Match[str]) -> bool:
    """Whether a part of a sentence ends with what was found."""
    return match.string[match.end() :].lstrip()[:1] in ("", ".", ",", ";", ":", "!", "?", ")")


def _may_be_name(match: re.Match[str]) -> bool:
    """Whether what stands twice may be a name of two equal parts, or a heading and the first
    word of the text it was glued to."""
    word, twin = match["one"], match["more"].split()[0]
    return word[0].isupper() and twin[0].isupper() and not word.isupper() and not _ends(match)


def _apart(page: Page, block: Block, known: Doublings, plain: frozenset[str]) -> Iterator[Finding]:
    text = block.prose.text
    found = (*_APART.finditer(text), *_JOINED.finditer(text), *_HEAD.finditer(text))
    for match in found:
        lower = match["one"].lower()
        if lower in known.emphatic or lower in known.names:
            continue
        if match["two"][0].isupper():
            continue  # "New York, New York", "Bond (Bond)"
        sure = (
            _collapsed(match, known)
            if match.re is _APART
            else match.re is _HEAD or _is_pair(match, page, block, known, plain)
        )
        if not sure and not _perhaps(match, known, plain):
            continue
        end = match.end("two") + ("(" in match.groupdict().get("gap", ""))
        found_one = _finding(page, block, match.start(), end, "synonyms")
        yield found_one if sure else replace(found_one, severity=Severity.INFO, confidence=0.7)


def _perhaps(match: re.Match[str], known: Doublings, plain: frozenset[str]) -> bool:
    """Whether a word that stands twice within a sentence may have been two: at the end of what is
    said, or of a subject of two words (“Free parking, parking is free”)."""
    text, word = match.string, match["one"]
    if match.re is _HEAD or not word.islower() or word.lower().endswith(known.rising):
        return False
    joined = (match["and"] or "").lower()
    before = text[: match.start()].split()
    if (joined and joined not in known.joining) or word in known.amounts or not before:
        return False
    if before[-1].lower() == word + "," or not before[-1][-1].isalpha():
        return False
    if match.re is _APART and "(" in match["gap"]:
        return False
    rest = text[match.end("two") :]
    if rest.lstrip()[:1] in ("", ".", ",", ";", ":", "!") or rest.startswith((" is ", " are ")):
        return len(word) > 5 and before[-1].lower() not in plain
    return False


def _is_pair(
    match: re.Match[str], page: Page, block: Block, known: Doublings, plain: frozenset[str]
) -> bool:
    """Whether “X and X” was two synonyms: not “hours and hours” or “faster and faster”, no word of
    which the first is told apart (“standard installation and installation on …”), no label."""
    lower = match["one"].lower()
    if match["and"].lower() not in known.joining | known.either or lower.endswith(known.rising):
        return False
    if lower in known.amounts or match.string[match.end() :].split(maxsplit=1)[:1] == ["of"]:
        return False
    before = match.string[: match.start()].split()[-1:]
    if _ends_with(match) and match["one"].islower():
        return True
    if before and before[0].lower() not in plain and before[0][-1] not in ".,;:!?(—–":
        return False
    return page.source.quote(block.prose.span(match.start(), match.end())) == match[0]


def _collapsed(match: re.Match[str], known: Doublings) -> bool:
    """Whether the two words were two synonyms: the second in brackets, or each a member of its
    own in a row of no third (“location, location, location”)."""
    if "(" in match["gap"]:
        return match["after"] == ")"
    if "/" in match["gap"]:
        return True
    before = match.string[: match.start()].rstrip()
    joined = (match["and"] or "").strip().lower()
    begins = not before or before[-1] in ".!?…"
    if (
        match["after"] == ")"
        or not (begins or before[-1] in ",;:")
        or (joined and joined not in known.joining)
    ):
        return False
    if before.lower().endswith(match["one"].lower() + ","):
        return False
    # Where the sentence goes on, only after “and”, or where its subject was two words.
    on = match["after"].isspace() and match.end() != len(match.string)
    return not on or bool(joined) or (begins and match["one"][0].isupper())


@cache
def _links(joining: frozenset[str]) -> re.Pattern[str]:
    """What stands between the members of a row, and the two words after it."""
    words = "|".join(map(re.escape, sorted(joining)))
    return re.compile(
        rf"(?:,\s+(?:(?:{words})\s+)?|\s+(?:{words})\s+)(?=(?P<two>[^\W\d_]{{3,}}(?:\s[^\W\d_]{{3,}})?))",
        re.IGNORECASE,
    )


def _alike(page: Page, block: Block, known: Doublings) -> Iterator[Finding]:
    """Two words for the same side by side."""
    text = block.prose.text
    if not (known.near or known.synonyms) or not known.joining:
        return
    for link in _links(known.joining).finditer(text):
        before = _LAST_WORDS.search(text, max(link.start() - 40, 0), link.start())
        if before is None:
            continue
        pair = _pair(before[0], link["two"], known)
        if pair is None:
            continue
        one, two, sure = pair
        start, end = link.start() - len(one), link.end() + len(two)
        alone = not _LETTER.search(text[:start] + text[end:]) or _is_subject(text, start, end, link)
        found = _finding(page, block, start, end, "alike")
        level = Severity.WARNING if sure or alone else Severity.INFO
        yield replace(found, severity=level, confidence=0.85)


def _is_subject(text: str, start: int, end: int, link: re.Match[str]) -> bool:
    """Whether a sentence begins with two words and no “and” between them, and goes on at once."""
    begins = not text[:start].strip() or text[:start].rstrip()[-1] in ".!?…"
    return begins and link[0].strip() == "," and text[end : end + 1] == " "


def _pair(before: str, after: str, known: Doublings) -> tuple[str, str, bool] | None:
    """The last one or two words before a link and the first after it that say the same."""
    lefts = (before, before.rsplit(maxsplit=1)[-1])
    rights = (after, after.split(maxsplit=1)[0])
    for left in lefts:
        for right in rights:
            sure = known.alike(left.lower(), right.lower())
            if sure is not None and left.lower() != right.lower():
                return left, right, sure
    return None


def _sentences(page: Page, block: Block) -> Iterator[Finding]:
    """Sentences that say the same word for word as the one before."""
    text = block.prose.text
    if block.kind is Kind.HEADING or not re.search(r"[.!?…]\s", text):
        return
    before = ""
    for start, end in split(text):
        now = _written(page, block.prose.span(start, end))
        if now == before and len(now.split()) >= _LEAST_WORDS:
            yield _finding(page, block, start, end, "sentence")
        before = now


def _same(page: Page, one: Block, other: Block) -> bool:
    """Whether a heading or a paragraph says the same as the one right before it."""
    if other.kind not in _LEADING or (one.kind, other.kind) == (Kind.PARAGRAPH, Kind.HEADING):
        return False
    sides = [_written(page, block.span).casefold() for block in (one, other)]
    if (one.kind, other.kind) == (Kind.HEADING, Kind.PARAGRAPH):
        sides = [side.strip("#*_ .!") for side in sides]
    long = one.kind is Kind.HEADING or len(sides[0].split()) >= _LEAST_WORDS
    return sides[0] == sides[1] and long


def _marked(page: Page, block: Block, start: int, end: int) -> bool:
    """Whether there is a link or code among the words."""
    quote = page.source.quote(block.prose.span(start, end))
    return any(sign in quote for sign in "`[]")


def _written(page: Page, span: Span) -> str:
    """What stands there, code and addresses too: prose alone may hide a difference."""
    return " ".join(page.source.quote(span).split())


def _finding(
    page: Page, block: Block, start: int, end: int, message: str, fix: Fix | None = None
) -> Finding:
    quote = " ".join(block.prose.text[start:end].split())
    place = Place(page.path, block.prose.span(start, end))
    return Finding(place, message, {"quote": quote}, fix=fix, confidence=0.95)


MESSAGES = {
    "en": {
        "word": "A word stands twice: “{quote}”",
        "synonyms": "The same word twice, perhaps two words of the original: “{quote}”",
        "alike": "Two words for the same thing, perhaps synonyms of the original: “{quote}”",
        "pleonasm": "Two words of which one is enough: “{quote}”",
        "sentence": "The sentence before says the same: “{quote}”",
        "block": "This stands twice in a row: “{quote}”",
    },
    "ru": {
        "word": "Слово повторено: «{quote}»",
        "synonyms": "Одно и то же слово дважды — возможно, в оригинале два разных: «{quote}»",
        "alike": "Два слова об одном и том же — возможно, синонимы оригинала: «{quote}»",
        "pleonasm": "Два слова там, где хватит одного: «{quote}»",
        "sentence": "Предыдущее предложение такое же: «{quote}»",
        "block": "Это стоит два раза подряд: «{quote}»",
    },
}

CHECK = Check(
    id="artifact/repetition",
    unit="page",
    run=run,
    severity=Severity.WARNING,
    messages=MESSAGES,
    bad=(
        {"en/peel.md": "# Peeling\n\nWhat it helps with:\n\n- Fatigue, tiredness;\n- spots.\n"},
        {"en/peel.md": "# Peeling\n\nThe peel smooths the the skin.\n"},
        {"en/peel.md": "# Peeling\n\nThe clinic our clinic is open.\n"},
        {"en/peel.md": "# Peeling\n\nAfter a week return back to us.\n"},
        {"en/peel.md": "# Peeling\n\nWhat it helps with:\n\n- Rash, rash;\n- deep wrinkles.\n"},
        {"en/peel.md": "# Peeling\n\nThere is a manual (manual) and a device method.\n"},
        {"en/peel.md": "# Peeling\n\nFor a week do not:\n\n- Exercise hard, exercise;\n- swim.\n"},
        {"ru/peel.md": "# Пилинг\n\nПилинг делает кожу кожу гладкой.\n"},
    ),
    good=(
        {"en/peel.md": "# Peeling\n\nShe had had a peel a long, long time ago in Bora Bora.\n"},
        {"ru/peel.md": "# Пилинг\n\nКожа чуть-чуть розовеет, но очень, очень ненадолго.\n"},
    ),
    documentation=__doc__,
)
