"""Termbases in TBX (ISO 30042): that of 2019 in both of its styles, and TBX-Basic of 2008.

Only what the elements say is read. A file may name its DTD, which is not looked at; one that
declares entities is refused, since they can be made to swell or to fetch other files.
"""

from __future__ import annotations

from typing import NoReturn
from xml.parsers import expat

from sverka.termbase.model import Concept, Draft, Status, Termbase, settle
from sverka.termbase.problem import BadTermbase
from sverka.termbase.words import Codes, kind, status, term_text

_ROOTS = frozenset({"tbx", "martif"})
_CONCEPTS = frozenset({"conceptEntry", "termEntry"})
_LANGUAGES = frozenset({"langSec", "langSet"})
_TERMS = frozenset({"termSec", "tig", "ntig"})
_STATUSES = frozenset({"administrativeStatus", "normativeAuthorization"})
_SILENT = frozenset({"transac", "transacGrp", "ref", "xref", "admin", "adminGrp", "date"})
_LANG = "xml:lang"


def read_tbx(data: bytes, codes: Codes) -> Termbase:
    """The termbase in an XML file; raises `BadTermbase`."""
    reader = _Reader(codes)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.EntityDeclHandler = reader.entity
    parser.SkippedEntityHandler = reader.entity
    reader.parser = parser
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise BadTermbase("termbase-syntax", error.lineno, form="XML", reason=reason) from error
    except (ValueError, LookupError) as error:  # an encoding that is not there
        raise BadTermbase("termbase-syntax", 1, form="XML", reason=str(error)) from error
    return Termbase(tuple(reader.concepts))


class _Reader:
    """What has been read of a file so far."""

    parser: expat.XMLParserType

    def __init__(self, codes: Codes) -> None:
        self.concepts: list[Concept] = []
        self._codes = codes
        self._open: list[str] = []
        self._texts: list[str] = []
        self._entry: list[Draft] = []
        self._about: dict[str, str] = {}
        self._name = ""
        self._language = ""
        self._term: dict[str, str] = {}
        self._line = 0

    def entity(self, *_: object) -> NoReturn:
        raise BadTermbase("termbase-entities", self.parser.CurrentLineNumber)

    def characters(self, text: str) -> None:
        if self._open:
            self._texts[-1] += text

    def start(self, element: str, attributes: dict[str, str]) -> None:
        name = element.rpartition(":")[2]
        if not self._open and name not in _ROOTS:
            raise BadTermbase("termbase-no-tbx", self.parser.CurrentLineNumber, name=element)
        if name in _CONCEPTS:
            self._entry, self._about = [], {}
            self._name = attributes.get("id", "")
        elif name in _LANGUAGES:
            line = self.parser.CurrentLineNumber
            tag = attributes.get(_LANG, "")
            if not tag:
                raise BadTermbase("termbase-no-language", line, element=element)
            self._language = self._codes.language(tag, line)
        elif name in _TERMS:
            self._term = {}
        elif name == "term":
            self._line = self.parser.CurrentLineNumber
        # The style of 2008 and one of those of 2019 name what is said in an attribute.
        self._open.append(attributes.get("type", name) if name in _SAYING else name)
        self._texts.append("")

    def end(self, element: str) -> None:
        name, text = self._open.pop(), self._texts.pop()
        if element.rpartition(":")[2] == "hi" and self._texts:
            self._texts[-1] += text
        if name in _TERMS:
            self._close_term()
        elif name in _CONCEPTS:
            self._close_concept()
        elif not _CONCEPTS.isdisjoint(self._open):
            self._say(name, " ".join(text.split()))

    def _say(self, name: str, text: str) -> None:
        """Note what an element inside an entry says of its concept or term."""
        if name in ("note", "subjectField") and text and _SILENT.isdisjoint(self._open):
            kept = self._about.get(name, "")
            self._about[name] = f"{kept}; {text}" if kept else text
        elif name in _STATUSES and text:
            status(text, self.parser.CurrentLineNumber)  # so that the line of a wrong one is known
            # What the organisation says of a term counts more than what authorities do.
            if name == "administrativeStatus" or "status" not in self._term:
                self._term["status"] = text
        elif name in ("term", "partOfSpeech"):
            self._term[name] = text

    def _close_term(self) -> None:
        if "term" not in self._term:
            raise BadTermbase("termbase-no-term-here", self.parser.CurrentLineNumber)
        self._entry.append(
            Draft(
                term_text(self._term["term"], self._line),
                self._language,
                self._status(),
                kind(self._term.get("partOfSpeech", "")),
                line=self._line,
            )
        )

    def _status(self) -> Status | None:
        return status(self._term.get("status", ""), self._line)

    def _close_concept(self) -> None:
        if self._entry:
            note, domain = (self._about.get(one, "") for one in ("note", "subjectField"))
            self.concepts.append(Concept(settle(self._entry), self._name, note, domain))


_SAYING = frozenset({"termNote", "descrip", "admin"})
