"""A run over a site: the order of work, and what comes of it."""

from sverka.runner.run import Claimed, check, check_sources, claims, exit_code

__all__ = ["Claimed", "check", "check_sources", "claims", "exit_code"]
