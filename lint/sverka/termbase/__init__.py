"""Termbases: which terms a site wants for its concepts, and where a text has them."""

from __future__ import annotations

from sverka.termbase.matching import Index, Match, index
from sverka.termbase.model import NO_TERMS, Concept, Status, Term, Termbase
from sverka.termbase.problem import BadTermbase
from sverka.termbase.words import Codes

__all__ = [
    "NO_TERMS",
    "SUFFIXES",
    "BadTermbase",
    "Codes",
    "Concept",
    "Index",
    "Match",
    "Status",
    "Term",
    "Termbase",
    "index",
    "parse",
]

SUFFIXES = (".csv", ".tsv", ".toml", ".tbx")


def parse(name: str, data: bytes, codes: Codes) -> Termbase:
    """The termbase in a file; ``name`` tells its format by its suffix. Raises `BadTermbase`."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if suffix not in (*SUFFIXES, ".xml"):
        raise BadTermbase("termbase-kind", name=name, known=list(SUFFIXES))
    if suffix in (".tbx", ".xml"):
        from sverka.termbase.tbx import read_tbx

        found = read_tbx(data, codes)
    else:
        text = _decoded(data)
        if suffix == ".toml":
            from sverka.termbase.tomlfile import read_toml_terms

            found = read_toml_terms(text, codes)
        else:
            from sverka.termbase.tables import read_table

            found = read_table(text, codes)
    if not found:
        raise BadTermbase("termbase-empty")
    return found


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"byte 0x{data[error.start]:02x} is not UTF-8"
        raise BadTermbase("termbase-encoding", line, reason=reason) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise BadTermbase("termbase-encoding", line, reason="it holds a NUL byte")
    return text.replace("\r\n", "\n").replace("\r", "\n")
