"""The words by which termbase files name languages, statuses, parts of speech, yes and no."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from sverka.packs import Packs
from sverka.termbase.model import Status
from sverka.termbase.problem import BadTermbase

_SUBTAG = re.compile(r"[a-z]{2}|\d{3}|latn|cyrl|hans|hant")
"""What may follow a language in its tag: a country or a script."""


@dataclass(frozen=True)
class Codes:
    """How languages are named: tag -> code of a language with a pack; ``others`` are the codes
    of languages without one, whose terms are kept though no page will ask for them."""

    known: Mapping[str, str]
    others: frozenset[str]

    @classmethod
    def of_packs(cls, packs: Packs) -> Codes:
        """The codes, names and regional forms that the packs list."""
        known = {
            marker: code
            for code, language in packs.languages.items()
            for marker in (*language.markers, language.name.lower(), code)
        }
        return cls(known, packs.other_codes)

    def find(self, tag: str) -> str:
        """The code for a tag such as "xx", "xx-YY", "xx_YY"; "" for no language."""
        whole = tag.strip().lower().replace("_", "-")
        first, *rest = whole.split("-")
        regional = all(map(_SUBTAG.fullmatch, rest))
        for one in (whole, first) if regional else (whole,):
            if one in self.known:
                return self.known[one]
            if one in self.others:
                return first
        return ""

    def language(self, tag: str, line: int) -> str:
        """The same; raises `BadTermbase` for no language."""
        code = self.find(tag)
        if not code:
            known = sorted(set(self.known.values()))
            raise BadTermbase("termbase-language", line, name=tag, known=known)
        return code


_STATUSES = {
    "preferred": Status.PREFERRED, "standardized": Status.PREFERRED, "approved": Status.PREFERRED,
    "admitted": Status.ADMITTED, "legal": Status.ADMITTED, "regulated": Status.ADMITTED,
    "allowed": Status.ADMITTED, "accepted": Status.ADMITTED,
    "forbidden": Status.FORBIDDEN, "deprecated": Status.FORBIDDEN,
    "superseded": Status.FORBIDDEN, "notrecommended": Status.FORBIDDEN,
    "obsolete": Status.FORBIDDEN, "rejected": Status.FORBIDDEN,
}  # fmt: skip
"""The words of ISO 30042 and ISO 12620, without their endings, and those of plain speech."""


def status(word: str, line: int) -> Status | None:
    """The status that ``word`` names, None for an empty one; raises `BadTermbase`."""
    plain = "".join(one for one in word.lower().removesuffix("-admn-sts") if one.isalpha())
    if not plain:
        return None
    found = _STATUSES.get(plain.removesuffix("term"))
    if found is None:
        raise BadTermbase("termbase-status", line, name=word.strip())
    return found


_KINDS = {
    "noun": "noun", "n": "noun", "propernoun": "noun", "commonnoun": "noun", "substantive": "noun",
    "verb": "verb", "v": "verb", "adjective": "adjective", "adj": "adjective",
}  # fmt: skip


def kind(word: str) -> str:
    """The part of speech as the engine names it; "" for one that makes no difference."""
    return _KINDS.get("".join(one for one in word.lower() if one.isalpha()), "")


_FLAGS = {"true": True, "yes": True, "1": True, "x": True, "false": False, "no": False, "0": False}


def flag(word: str, line: int) -> bool | None:
    """Yes or no, None for an empty word; raises `BadTermbase`."""
    plain = word.strip().lower()
    if plain and plain not in _FLAGS:
        raise BadTermbase("termbase-flag", line, value=word.strip())
    return _FLAGS.get(plain)


def term_text(text: str, line: int) -> str:
    """A term on one line, composed; raises `BadTermbase` where no letter or digit is in it."""
    plain = unicodedata.normalize("NFC", " ".join(text.split()))
    if not any(map(str.isalnum, plain)):
        raise BadTermbase("termbase-empty-term", line, value=plain)
    return plain


def unknown(what: str, name: str, known: tuple[str, ...], line: int) -> BadTermbase:
    """The error for a name that is not known, with the one that may be meant."""
    guesses = difflib.get_close_matches(name, known, n=1, cutoff=0.7)
    if guesses:
        return BadTermbase(f"{what}-guess", line, name=name, guess=guesses[0])
    return BadTermbase(what, line, name=name, known=list(known))
