"""In what language a page's text is written, by its letters and its function words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from sverka.packs import Language, Packs
from sverka.page import Page

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
"""Characters of prose to look at: some 600 words, where 40 would do."""
_ENOUGH_WORDS = 40
_FEW_WORDS = 12
_SIGNATURE = 0.08
"""In English prose a third of all words are signature words, in lists of terms a tenth, in other
languages of the script below 6 % (accidental likenesses such as "in", "as", "for")."""
_CLEAR_SIGNATURE = 0.15
_STRANGE = 0.10
"""So many words with letters that no pack knows mean a neighbouring alphabet: in Ukrainian,
Belarusian, Kazakh or Serbian a quarter of the words and more have such a letter."""
_SUBSTANTIAL = 0.20
_SAME_SCRIPT = 0.95


class Speech(NamedTuple):
    """What a text seems to be written in: a pack's code, or "" for none of them. ``clear``:
    there is enough text to be held against a path that says something else."""

    language: str
    clear: bool


NO_SPEECH = Speech("", False)


@dataclass(frozen=True, slots=True)
class _Share:
    """The words of a text that are in the letters of one language."""

    language: Language
    words: tuple[str, ...]
    letters: int

    def signature(self) -> float:
        """The share of function words, 0 to 1."""
        known = self.language.signature
        return sum(word.lower() in known for word in self.words) / max(len(self.words), 1)


class Ear:
    """Tells languages by their text. Made once for a set of packs, then asked for each page."""

    def __init__(self, packs: Packs) -> None:
        """Compile what is needed to count words by script."""
        languages = [packs.languages[code] for code in sorted(packs.languages)]
        self._scripts = [(language, _words_in(language.letters)) for language in languages]
        self._any_script = _words_in("".join(language.letters for language in languages))

    def hear(self, text: str) -> Speech:
        """The language of a text: that of the script most letters have, unless its function
        words are missing; then that of the next script a good part of the text is clearly in."""
        strange = len(_WORD.findall(text)) - len(self._any_script.findall(text))
        shares = []
        for language, pattern in self._scripts:
            words = tuple(pattern.findall(text))
            if words:
                shares.append(_Share(language, words, sum(map(len, words))))
        shares.sort(key=lambda share: (-share.letters, share.language.code))
        letters = sum(share.letters for share in shares)
        doubtful = NO_SPEECH
        for share in shares:
            if share.letters < _SUBSTANTIAL * letters:
                break
            best = _best_of_script(share, shares)
            speech = _judged(best, strange) if best else NO_SPEECH
            if speech.clear:
                return speech
            doubtful = doubtful if doubtful.language else speech
        return doubtful


def sample(page: Page) -> str:
    """Some of the page's prose, from all over the page; its title comes first."""
    texts = [block.prose.text for block in page.walk() if block.prose.text]
    length = sum(map(len, texts))
    step = max(1, length // _SAMPLE)
    return "\n".join([page.title, *(text[:_SAMPLE] for text in texts[::step])])[: 2 * _SAMPLE]


def _words_in(letters: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])[{letters}]+(?![^\W\d_])")


def _best_of_script(share: _Share, shares: list[_Share]) -> _Share | None:
    """The language of that script whose function words are there; None if two are equal."""
    rivals = [one for one in shares if one.letters >= _SAME_SCRIPT * share.letters]
    rivals = [one for one in rivals if one.letters <= share.letters / _SAME_SCRIPT]
    if len(rivals) == 1:
        return share
    ranked = sorted(rivals, key=_Share.signature, reverse=True)
    return ranked[0] if ranked[0].signature() > ranked[1].signature() else None


def _judged(share: _Share, strange: int) -> Speech:
    count = len(share.words)
    heard = count + strange
    if share.language.signature and heard >= _ENOUGH_WORDS:
        known = share.signature() * count / heard
        return Speech(share.language.code, True) if known >= _SIGNATURE else NO_SPEECH
    if strange > _STRANGE * heard:
        return NO_SPEECH
    sure = not share.language.signature or share.signature() >= _CLEAR_SIGNATURE
    return Speech(share.language.code, sure and count >= _FEW_WORDS)
