"""Text -> tokens, words with their meaning, phrases as one token."""

from __future__ import annotations

import re
from typing import NamedTuple

from sverka.quantities.digits import NUMBER, VULGAR
from sverka.quantities.lexicon import NOTHING, Lexeme, Lexicon
from sverka.quantities.pack import Pack

_LETTER = rf"[^\W\d_{''.join(VULGAR)}]"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_PHONE = (
    r"\+\d(?:[ \u00a0()\-]{0,2}\d){9,13}(?!\d)"
    r"|\d(?:[ \u00a0-]\(?|\()\d{3}(?:\)[ \u00a0]?|[ \u00a0-])"
    r"\d{3}[ \u00a0-]\d{2}[ \u00a0-]?\d{2}(?!\d)"
    r"|\(\d{3,5}\)[ \u00a0]?\d{1,3}[ \u00a0-]\d{2}[ \u00a0-]?\d{2}(?!\d)"
    r"|(?:1-)?\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{2}-\d{2}(?!\d)"
)


class Token(NamedTuple):
    """A word, a phrase, a mark, or a number in digits, with its place in the text."""

    start: int
    end: int
    kind: str
    """``word``, ``number``, ``date``, ``clock``, ``mark``, or ``other``, which is no quantity."""
    meaning: Lexeme


class Scanner:
    """The compiled tokens of a language."""

    def __init__(self, pack: Pack, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        names = "|".join(map(re.escape, pack.names)) or r"(?!)"
        self._pattern = re.compile(
            rf"""(?P<word>{_LETTER}++(?:['’]{_LETTER}++)*+(?![\w]|:\/\/|@\w))
            |(?P<other>(?:{names})(?!\w)|(?<![\w.+-])(?:\w++:\/\/\S+|[\w.+-]++@[\w.-]+)|(?:{_PHONE})
              |\#\w+|\[\d+\]|\d+°\s?\d+\s?['′’](?:\s?[\d.,]+\s?["″”])?|\d+(?:\.\d+){{3,}}(?:[/:]\d+)?)
            |(?P<date>\d{{4}}-\d\d-\d\d(?!\d)
              |(?:\d{{1,2}}(?P<s>[./-])\d{{1,2}}(?P=s)\d{{4}}|\d\d(?P<t>[./-])\d\d(?P=t)\d\d)(?![\d.,/]*\d))
            |(?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?![:\d]))
            |(?P<number>{NUMBER})
            |(?P<unit>(?<=\d){_LETTER}{{1,3}}(?=\d))
            |(?P<mixed>\w+(?:\.\d+)*)
            |(?P<mark>[^\w\s])""",
            re.VERBOSE,
        )

    def tokens(self, text: str) -> list[Token]:
        """The tokens of ``text``, in order, phrases joined; empty where no quantity can be."""
        if not self._lexicon.wakes(set(_PROBE.findall(text))):
            return []
        look_up = self._lexicon.look_up
        found: list[Token] = []
        phrases: list[int] = []
        for match in self._pattern.finditer(text):
            kind = match.lastgroup or "other"
            meaning = NOTHING
            if kind in _WORDS:
                known = look_up(match[0])
                if known is not None:
                    meaning = known
                    kind = "mark" if kind == "mark" else "word"
                    if known.phrases:
                        phrases.append(len(found))
            kind = _OTHER.get(kind, kind)
            found.append(Token(*match.span(), kind, meaning))
        return self._joined(text, found, phrases) if phrases else found

    def _joined(self, text: str, tokens: list[Token], phrases: list[int]) -> list[Token]:
        found: list[Token] = []
        done = 0
        for at in phrases:
            if at < done or at + 1 == len(tokens):
                continue
            first, second = tokens[at], tokens[at + 1]
            seconds = first.meaning.seconds
            if seconds is not None:
                word = self._lexicon.fold(text[second.start : second.end])
                if word not in seconds:
                    continue
            for rest, meaning in first.meaning.phrases:
                stop = at + 1 + len(rest)
                if stop <= len(tokens) and self._is_there(text, tokens[at + 1 : stop], rest):
                    found += tokens[done:at]
                    found.append(Token(first.start, tokens[stop - 1].end, "word", meaning))
                    done = stop
                    break
        return found + tokens[done:]

    def _is_there(self, text: str, tokens: list[Token], patterns: tuple[str, ...]) -> bool:
        return all(
            self._lexicon.matches(pattern, text[token.start : token.end])
            for token, pattern in zip(tokens, patterns, strict=True)
        )


_WORDS = frozenset({"word", "mark", "mixed", "unit"})
_OTHER = {"mixed": "other", "unit": "word", "s": "date", "t": "date"}
_PROBE = re.compile(r"[^\W\d_]+|\d|[%‰°]")
