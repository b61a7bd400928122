"""A run over a site: the order of work, and what comes of it."""

from sverka.runner.run import check, check_sources, exit_code

__all__ = ["check", "check_sources", "exit_code"]
