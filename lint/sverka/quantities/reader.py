"""What the parts of the grammar read from: the tokens of a text and their language."""

from __future__ import annotations

from dataclasses import dataclass

from sverka.quantities.lexicon import NOTHING, Lexeme, Lexicon
from sverka.quantities.pack import Pack
from sverka.quantities.tokens import DASHES, Scanner, Token

END = Token(-1, -1, "end", NOTHING)


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language, ready to read quantities: its pack, compiled."""

    pack: Pack
    lexicon: Lexicon
    scanner: Scanner
    stopwords: frozenset[str]
    latin: bool
    """Whether the language has Latin letters, so that a name in them is nothing special."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A text on its way through the grammar."""

    text: str
    tokens: list[Token]
    grammar: Grammar

    def token(self, at: int) -> Token:
        """The token, or `END` outside the text."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else END

    def meaning(self, at: int) -> Lexeme:
        """What the token means."""
        return self.token(at).meaning

    def written(self, at: int) -> str:
        """The token as it is written."""
        token = self.token(at)
        return self.text[token.start : token.end] if token is not END else ""

    def glued(self, at: int) -> bool:
        """Whether the token begins where the one before it ends."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def is_dash(self, at: int) -> bool:
        """Whether the token is a hyphen, a dash or a minus."""
        token = self.token(at)
        return token.kind == "mark" and self.text[token.start] in DASHES

    def has(self, at: int, flag: str) -> bool:
        """Whether the token may be that."""
        return flag in self.token(at).meaning.flags

    def is_word(self, at: int) -> bool:
        """Whether the token is a word (or phrase) after white space or at the beginning."""
        token = self.token(at)
        return token.kind == "word" and not self.glued(at)

    def mark(self, at: int) -> str:
        """The token if it is a mark, else nothing."""
        return self.written(at) if self.token(at).kind == "mark" else ""

    def after_stop(self, at: int) -> int:
        """The place after the full stop of an abbreviation that the sentence goes on behind.

        ``at`` itself where there is none.
        """
        if self.mark(at) != "." or not self.glued(at) or self.token(at + 1) is END:
            return at
        following = self.text[self.token(at + 1).start]
        return at if following.isupper() else at + 1
