"""Suppression: directives in the pages, what they silence, and what is wrong with them."""

from sverka.suppress.directives import Directive, Verb, directives_of
from sverka.suppress.muting import Outcome, Raised, Ran, apply
from sverka.suppress.rules import FAMILY, UNKNOWN, UNUSED, engine_rules

__all__ = [
    "FAMILY",
    "UNKNOWN",
    "UNUSED",
    "Directive",
    "Outcome",
    "Raised",
    "Ran",
    "Verb",
    "apply",
    "directives_of",
    "engine_rules",
]
