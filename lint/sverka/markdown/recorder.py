"""markdown-it's inline parser, made to note where in its input each token stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.parser_inline import ParserInline
from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.utils import EnvType

LONGEST = 100_000
"""A longer paragraph, in code points, is no writing: it is read as words without markup, so
that no page can keep the parser busy."""

AT = "at"
"""The key of a token's ``meta`` under which its (start, end) in the inline content stands."""


class SpanRecorder(ParserInline):
    """Tokenizes as its parent does; every token gets ``meta["at"]``.

    Text that no rule claims gathers in ``state.pending`` and becomes a token only when a rule
    pushes one, so the place where it began is remembered here.
    """

    def __init__(self) -> None:
        super().__init__()
        # Joined fragments would lose their places; the reader of the tokens joins them.
        self.ruler2.disable("fragments_join")

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """The tokens of ``src``, as the parent gives them unless it is too long."""
        if len(src) <= LONGEST:
            return super().parse(src, md, env, tokens)
        at = 0
        for line in src.split("\n"):
            if at:
                tokens.append(Token("softbreak", "br", 0, meta={AT: (at - 1, at)}))
            tokens.append(Token("text", "", 0, content=line, meta={AT: (at, at + len(line))}))
            at += len(line) + 1
        return tokens

    def tokenize(self, state: StateInline) -> None:
        """Generate tokens for the input range, as the parent does."""
        rules = self.ruler.getRules("")
        end = state.posMax
        deepest = state.md.options["maxNesting"]
        gathering = -1
        tokens = state.tokens
        while state.pos < end:
            start = state.pos
            before = len(tokens)
            done = False
            if state.level < deepest:
                for rule in rules:
                    done = rule(state, False)
                    if done:
                        break
            if not done:
                state.append_pending(state.src[start])
                state.pos = start + 1
            if len(tokens) == before:
                if gathering < 0:
                    gathering = start
                continue
            _note(tokens, before, gathering, start, state.pos)
            gathering = -1
        if state.pending:
            token = state.pushPending()
            token.meta[AT] = (gathering, gathering + len(token.content))


def _note(tokens: list[Token], first: int, gathering: int, start: int, end: int) -> None:
    """Give places to the tokens from ``first`` on, which a rule made of ``start`` to ``end``."""
    if gathering >= 0 and tokens[first].type == "text" and AT not in tokens[first].meta:
        tokens[first].meta[AT] = (gathering, gathering + len(tokens[first].content))
        first += 1
    own = tokens[first:]
    if all(token.type == "text" for token in own):
        # The markers of an emphasis, a token each.
        for token in own:
            token.meta[AT] = (start, start + len(token.content))
            start += len(token.content)
        return
    for token in own:
        token.meta.setdefault(AT, (start, end))
