"""Sverka: a linter for bilingual content sites."""

__version__ = "0.1.0"
