"""Where a word that no text of its language has may come from, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from operator import eq
from typing import NamedTuple

from sverka.finding import Severity
from sverka.lexicon import Lexicon
from sverka.packs import WordList
from sverka.romanised import Origin, Reader, Stock
from sverka.site import SiteFacts
from sverka.vocabulary import NO_WORDS, Mention, Words
from sverka_checks.artifact._suspects import Suspect

_SURE = 5
"""Letters of a word for which an inexact match counts."""
_LONG = 7
"""Letters of a word of the list that may be respelt or half translated."""
_STRANGE = 1
"""Runs of letters that words of the language hardly have, from which on a word looks foreign."""
_OUTLANDISH = 3
"""The same for a word that no dictionary has."""
_CERTAIN = 2
"""Different words that make it likely that a page has left others romanised, too."""


_FULL = 6
"""Letters of a word that has a capital, so that it may be a name."""
_WHOLE = 8
"""The same for one that the dictionary of its language lacks."""
_LIKELY = 1
"""Spellings of a word with a capital that are not the commonest ones."""
_ALIKE = 3
"""Letters at the beginning that words of the same origin share."""
_SILENT = 0.4
"""Confidence in a word that is told only where it is raised."""
_ROUGH = str.maketrans("ckqyjzw", "kkkiisv")


class Verdict(NamedTuple):
    """A word of the other language, as it was found; how sure that is; where that word stands,
    and whether that is the other version of the page. ``weak``: only its looks speak against
    it; a page that has left another word romanised may have left this one, too, one that has left
    several even a ``doubtful`` one."""

    origin: Origin
    severity: Severity
    confidence: float
    there: Mention | None = None
    in_other: bool = True
    weak: bool = False
    doubtful: bool = True


@dataclass(frozen=True)
class Sides:
    """What is known around a page: the words of its language, its other version in the language
    of ``reader``, and the site."""

    reader: Reader
    lexicon: Lexicon
    site: SiteFacts
    path: str
    meanings: WordList = field(default_factory=dict)
    judged: dict[tuple[object, ...], Verdict | None] = field(default_factory=dict)

    @cached_property
    def other(self) -> Words:
        """The words of the page's other version."""
        code = self.reader.source.code
        languages = {page.path: page.language for page in self.site.pages}
        for pair in self.site.pairs:
            if self.path in (pair.source, pair.target):
                path = pair.source if self.path == pair.target else pair.target
                if languages.get(path) == code:
                    return self.site.vocabulary.page(path)
        return NO_WORDS

    @cached_property
    def there(self) -> Stock:
        """The words of the other version, to look among."""
        return self.reader.stock((*self.other.common, *self.other.named))

    @property
    def everywhere(self) -> Stock:
        """The words of all pages in that language, to look among."""
        code = self.reader.source.code
        kept = self.site.vocabulary.kept
        stock = kept.get(code)
        if not isinstance(stock, Stock):
            stock = kept[code] = self.reader.stock(self.site.vocabulary.language(code))
        return stock

    def has_as_it_is(self, word: str) -> bool:
        """Whether a page in the other language has the word itself: a brand, a term."""
        code = self.reader.source.code
        return word in self.other or word in self.site.vocabulary.language(code)

    def is_everyday(self, word: str, origin: Origin) -> bool:
        """Whether the origin is an ordinary word, and what it means looks otherwise: "sistema"
        may be of any language."""
        listed = self.reader.meaning(origin.word)
        meanings = (listed,) if listed else self.meanings.get(self.reader.normal(origin.word), ())
        rough = _rough(word)
        shared = [_shared(rough, _rough(one.lower())) for one in meanings]
        return bool(meanings) and not (max(shared) >= _ALIKE and 2 * max(shared) > len(word))

    def is_slip(self, word: str, origin: Origin) -> bool:
        """Whether the word is rather one of the page's own language, one letter of it wrong:
        "adress" need not come from another language."""
        return len(word) > _SURE and any(
            self.reader.respells(one, origin.word) for one in self.lexicon.near(word)
        )


def judge(suspect: Suspect, sides: Sides, lower: Callable[[str], bool]) -> Verdict | None:
    """What a word comes from; ``lower`` says whether the page has a word in lower case, too."""
    word = suspect.word.lower().replace("’", "'")
    key = (word, *suspect[4:])
    if key not in sides.judged:
        sides.judged[key] = _judge(word, suspect, sides, lower)
    return sides.judged[key]


def _judge(
    word: str, suspect: Suspect, sides: Sides, lower: Callable[[str], bool]
) -> Verdict | None:
    verdict = next((one for one in _verdicts(word, suspect, sides, lower) if one), None)
    if verdict is None or sides.has_as_it_is(word):
        return None
    hint = suspect.named or suspect.cited or sides.is_slip(word, verdict.origin)
    if verdict.weak and (suspect.named or (hint and suspect.begins)):
        return verdict if suspect.named and not suspect.cited else None
    return verdict._replace(severity=Severity.INFO, confidence=0.5, weak=False) if hint else verdict


def _verdicts(
    word: str, suspect: Suspect, sides: Sides, lower: Callable[[str], bool]
) -> Iterable[Verdict | None]:
    listed = sides.reader.listed(word)
    yield _of_other(word, suspect, sides, listed)
    if suspect.named:
        if listed or sides.reader.everyday(word):
            yield _of_beginning(word, suspect, sides)
        return
    common = not suspect.begins or lower(word)
    yield _of_site(word, sides) if common else None
    if listed is not None and _is_like(word, listed):
        yield Verdict(listed, Severity.WARNING, 0.9 if listed.plain else 0.85)
    if common or not suspect.titled:
        yield _of_everyday(word, suspect, sides, common=common)
    yield _of_dictionary(word, suspect, sides) if common else _of_beginning(word, suspect, sides)


def _of_other(word: str, suspect: Suspect, sides: Sides, listed: Origin | None) -> Verdict | None:
    """What the other version of the page says."""
    origin = sides.reader.among(word, sides.there)
    if origin is None or not _is_near(word, origin):
        return None
    common = origin.word in sides.other.common
    if (suspect.named or suspect.begins) and not (common or listed):
        return None
    real = sides.reader.is_word(origin.word)
    at = sides.other.find(origin.word)
    own = origin.hybrid and word.endswith(tuple(sides.reader.rules.mute))
    if own or not (real or (origin.plain and sides.reader.marked(word))):
        # A trade name, a substance, a plant: as new to the one language as to the other.
        return Verdict(origin, Severity.INFO, 0.5, at)
    foreign = sides.reader.marked(word) or sides.lexicon.strange(word) >= _STRANGE
    if origin.plain and (foreign or listed):
        return Verdict(origin, Severity.ERROR, 0.97, at)
    return Verdict(origin, Severity.WARNING, 0.9 if origin.plain else 0.85, at)


def _of_site(word: str, sides: Sides) -> Verdict | None:
    """What other pages of the site say."""
    origin = sides.reader.among(word, sides.everywhere)
    if origin is None or not origin.plain or len(word) < _SURE:
        return None
    if not sides.reader.is_word(origin.word) or sides.lexicon.strange(word) < _STRANGE:
        return None
    path = sides.site.vocabulary.language(sides.reader.source.code)[origin.word]
    there = sides.site.vocabulary.page(path).find(origin.word)
    return Verdict(origin, Severity.ERROR, 0.95, there, in_other=False)


def _of_everyday(word: str, suspect: Suspect, sides: Sides, *, common: bool) -> Verdict | None:
    """What the pair's list of ordinary words says. ``common``: the word is no name, for the page
    has it in lower case."""
    origin = sides.reader.everyday(word)
    if origin is None or len(word) < _SURE:
        return None
    form = sides.reader.in_dictionary(word)
    strange = sides.lexicon.strange(word) >= _STRANGE
    if not (sides.is_everyday(word, origin) or (strange and form is None)):
        return None
    if len(word) < _FULL and (origin.cost or not strange):
        return None
    if form is None:
        sure = common or len(word) >= _WHOLE
    else:
        alone = common or sides.reader.stands_alone(form.word, adjectives=False)
        sure = alone and bool(sides.reader.meaning(form.word))
    if not sure:
        return None
    hint = suspect.guests and form is None
    return Verdict(origin, Severity.INFO if hint else Severity.WARNING, 0.85)


def _of_dictionary(word: str, suspect: Suspect, sides: Sides) -> Verdict | None:
    """What the language has."""
    origin = sides.reader.in_dictionary(word)
    if origin is None:
        return _of_making(word, suspect, sides)
    if suspect.guests:
        return Verdict(origin, Severity.INFO, 0.5)
    foreign = sides.lexicon.strange(word) >= _STRANGE or (
        (len(word) >= _FULL or not origin.cost) and sides.is_everyday(word, origin)
    )
    if len(word) >= _SURE and foreign:
        return Verdict(origin, Severity.WARNING, 0.85)
    return Verdict(origin, Severity.INFO, 0.5, weak=True)


def _of_beginning(word: str, suspect: Suspect, sides: Sides) -> Verdict | None:
    """What the language has, for a word that only stands where any word has a capital: it may
    as well be a name."""
    origin = None if suspect.titled else sides.reader.in_dictionary(word)
    if origin is None or (len(word) < _FULL and not sides.reader.everyday(word)):
        return None
    if origin.cost > _LIKELY or not sides.reader.stands_alone(origin.word):
        return None
    foreign = sides.lexicon.strange(word) >= _STRANGE and sides.reader.marked(word)
    doubtful = not (foreign or sides.is_everyday(word, origin))
    doubtful = doubtful or suspect.named or len(word) < _FULL
    return Verdict(origin, Severity.INFO, 0.5, weak=True, doubtful=doubtful)


def _of_making(word: str, suspect: Suspect, sides: Sides) -> Verdict | None:
    """What the language may have made."""
    origin = None if sides.lexicon.joins(word) else sides.reader.made(word)
    if origin is None:
        looks = len(word) >= _FULL and not suspect.guests and sides.reader.marked(word)
        strange = sides.lexicon.strange(word) if looks else 0
        origin = sides.reader.guessed(word) if strange >= _OUTLANDISH else None
        return Verdict(origin, Severity.INFO, _SILENT, weak=True) if origin else None
    strange = sides.lexicon.strange(word)
    if strange < _STRANGE:
        return None
    if suspect.guests or strange < _OUTLANDISH:
        return Verdict(origin, Severity.INFO, 0.5)
    return Verdict(origin, Severity.WARNING, 0.8)


def in_company(left: list[tuple[Suspect, Verdict]]) -> list[tuple[Suspect, Verdict]]:
    """The verdicts on a page, the weak ones raised where it has left other words for certain."""
    sure = [one for one, it in left if it.severity > Severity.INFO]
    certain = len({one.word.lower() for one in sure})
    single = certain if all(one.begins for one in sure) else _CERTAIN  # names come together, too
    raised = [
        (one, it._replace(severity=Severity.WARNING, confidence=0.8, weak=False))
        if it.weak and (certain if it.doubtful else single) >= _CERTAIN
        else (one, it)
        for one, it in left
    ]
    return [
        (one, it)
        for one, it in raised
        if not (it.weak and (one.begins or one.named or it.confidence <= _SILENT))
    ]


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    return sum(takewhile(bool, map(eq, one, other)))


def _rough(word: str) -> str:
    """A Latin word without the letters that languages spell each in its own way."""
    return word.translate(_ROUGH).replace("ph", "f")


def _is_like(word: str, listed: Origin) -> bool:
    """Whether a word is near enough to one of the list of the pair."""
    return listed.plain or min(len(word), len(listed.word)) >= _LONG


def _is_near(word: str, origin: Origin) -> bool:
    """Whether a match is as close as the length of the word asks for."""
    if len(word) < _SURE:
        return origin.plain and not origin.cost
    return origin.plain or origin.cost <= 0.75 * len(word)
