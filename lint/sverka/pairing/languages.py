"""The language of each page: what its path and front matter say, what its text says, and
which of them to believe."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sverka.packs import Packs
from sverka.page import Page
from sverka.pairing.markers import Mark, MarkWords, SplitPath, marks
from sverka.pairing.patterns import PairPattern, by_pattern
from sverka.pairing.speech import Ear, Speech, sample

_STATED = ("lang", "language", "locale")
"""Front-matter keys by which pages state their language."""
_INDEX_NAMES = ("index", "_index", "readme")
"""Every folder has one, so that two folders both do says nothing of them."""
_NOBODY: Counter[str] = Counter()


def name_languages(
    pages: Sequence[Page], packs: Packs, patterns: Sequence[PairPattern] = ()
) -> tuple[Page, ...]:
    """The pages with their languages, in the same order.

    ``language`` becomes the code of a pack; "" where the page is in a language without a pack
    (by its text, or by a mark such as ``fr/``) or where nothing can be told.

    A mark in the path is believed when the text agrees, when the page has a counterpart in
    another language, or when most pages below that mark agree. An unmistakable mark (a folder,
    ``a.xx.md``) of a language with a pack is believed even where the text disagrees: that is
    a page nobody translated. Without a believed mark the text decides.

    ``patterns`` are those of the configuration: where most pages of a pattern's side are in one
    language, and those of the other side in another, all its pages are. Raises ValueError for
    a pattern with uneven sides.
    """
    words = MarkWords.of(packs)
    ear = Ear(packs)
    known = [_Known.of(page, words, ear) for page in pages]
    site = _Site.of(known)
    named = [_language(one, site) for one in known]
    inherited = _inherited(known, named, site)
    return _by_sides(
        tuple(
            page if page.language == language else replace(page, language=language)
            for page, language in zip(pages, inherited, strict=True)
        ),
        patterns,
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one page before its language is decided."""

    path: SplitPath
    marks: tuple[Mark, ...]
    stated: str
    speech: Speech
    packs: frozenset[str]

    @classmethod
    def of(cls, page: Page, words: MarkWords, ear: Ear) -> _Known:
        path = SplitPath.of(page.path)
        return cls(
            path,
            marks(path, words),
            _stated(page, words),
            ear.hear(sample(page)),
            frozenset(words.packs.values()),
        )

    def agrees(self, mark: Mark) -> bool:
        """Whether the text may well be in the language of the mark."""
        if mark.code in self.packs:
            return self.speech.language == mark.code
        return not self.speech.language

    def contradicts(self, mark: Mark) -> bool:
        """Whether the text is clearly in another language than the mark's."""
        return self.speech.clear and self.speech.language != mark.code


Slot = tuple[str, str, str]


def _slot(path: SplitPath, mark: Mark) -> Slot:
    """The place of a mark: a folder, or one way of ending (or starting) the names of files."""
    if mark.part == len(path.parts) - 1:
        return ("", "strong" if mark.strong else "weak", mark.code)
    return ("/".join(path.parts[: mark.part]), mark.rest, mark.code)


@dataclass(frozen=True, slots=True)
class _Site:
    """What the pages say of one another's marks."""

    by_key: dict[str, Counter[str]]
    """Path without a mark (or without any having been taken away) -> codes that claim it."""
    by_shape: dict[str, Counter[str]]
    agree: Counter[Slot]
    contradict: Counter[Slot]

    @classmethod
    def of(cls, known: Iterable[_Known]) -> _Site:
        by_key: dict[str, Counter[str]] = defaultdict(Counter)
        by_shape: dict[str, Counter[str]] = defaultdict(Counter)
        agree: Counter[Slot] = Counter()
        contradict: Counter[Slot] = Counter()
        for one in known:
            by_key[one.path.key][""] += 1
            for mark in one.marks:
                by_key[one.path.without(mark).key][mark.code] += 1
                by_shape[one.path.shape(mark)][mark.code] += 1
                slot = _slot(one.path, mark)
                agree[slot] += one.agrees(mark)
                contradict[slot] += one.contradicts(mark)
        return cls(by_key, by_shape, agree, contradict)

    def has_twin(self, path: SplitPath, mark: Mark) -> bool:
        """Whether a page of the same layout is there in another language."""
        return any(code != mark.code for code in self.by_shape.get(path.shape(mark), _NOBODY))

    def has_counterpart(self, path: SplitPath, mark: Mark) -> bool:
        """Whether the path without the mark is a page, too, or one in another language."""
        bare = path.without(mark)
        if bare.parts[-1].casefold() in _INDEX_NAMES:
            return self.has_twin(path, mark)
        return any(code != mark.code for code in self.by_key.get(bare.key, _NOBODY))

    def is_counterpart(self, path: SplitPath) -> bool:
        """Whether the path as it stands is what a marked page is without its mark."""
        return any(self.by_key.get(path.key, _NOBODY))

    def speaks(self, path: SplitPath, mark: Mark) -> bool:
        """Whether most pages with that mark are in its language."""
        slot = _slot(path, mark)
        return self.agree[slot] > self.contradict[slot]


def _language(page: _Known, site: _Site) -> str:
    believed = [mark for mark in page.marks if _is_believed(mark, page, site)]
    agreeing = [mark for mark in believed if mark.code == page.speech.language]
    if agreeing:
        return agreeing[0].code
    if page.stated:
        code = page.stated
    elif believed:
        code = max(believed, key=lambda mark: (mark.strong, -mark.part)).code
    else:
        code = page.speech.language
    return code if code in page.packs else ""


def _is_believed(mark: Mark, page: _Known, site: _Site) -> bool:
    path = page.path
    if mark.code in page.packs:
        if page.agrees(mark) or mark.strong:
            return True
        if not page.contradicts(mark):
            return site.speaks(path, mark) or site.has_counterpart(path, mark)
        return not mark.spelled and site.has_twin(path, mark)
    if page.contradicts(mark):
        return mark.strong and (site.speaks(path, mark) or site.has_counterpart(path, mark))
    if site.is_counterpart(path) and not site.has_counterpart(path, mark):
        return False
    return mark.strong or site.has_counterpart(path, mark)


def _stated(page: Page, words: MarkWords) -> str:
    for key in _STATED:
        value = page.front.get(key) if page.front else None
        if isinstance(value, str) and words.code(value.strip()):
            return words.code(value.strip())
    return ""


def _inherited(known: list[_Known], named: list[str], site: _Site) -> list[str]:
    """Pages of hardly any text (code, a table of names) take the language of the unmarked pages
    around them, where a page in another language has their path and a mark."""
    unmarked = Counter(
        language for one, language in zip(known, named, strict=True) if language and not one.marks
    )
    if not unmarked:
        return named
    usual = max(sorted(unmarked), key=lambda code: unmarked[code])
    return [
        usual
        if not language and not one.marks and not one.stated and _is_translated(one, usual, site)
        else language
        for one, language in zip(known, named, strict=True)
    ]


def _is_translated(page: _Known, language: str, site: _Site) -> bool:
    codes = site.by_key.get(page.path.key, _NOBODY)
    return any(code in page.packs and code != language for code in codes)


def _by_sides(pages: tuple[Page, ...], patterns: Sequence[PairPattern]) -> tuple[Page, ...]:
    """The pages with the languages of the sides of the patterns that pair them."""
    languages: dict[str, str] = {}
    for pattern in patterns:
        pairs = list(by_pattern(pages, [pattern]))
        source = _usual(pair.one.language for pair in pairs)
        target = _usual(pair.other.language for pair in pairs)
        if source and target and source != target:
            for pair in pairs:
                languages.setdefault(pair.one.path, source)
                languages.setdefault(pair.other.path, target)
    return tuple(
        replace(page, language=languages[page.path])
        if languages.get(page.path, page.language) != page.language
        else page
        for page in pages
    )


def _usual(languages: Iterable[str]) -> str:
    """The language of more than half of those that are known, else ""."""
    counts = Counter(language for language in languages if language)
    return next((code for code, count in counts.items() if 2 * count > counts.total()), "")
