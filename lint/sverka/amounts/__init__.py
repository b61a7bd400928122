"""The values that a page states, held against those of its other version."""

from sverka.amounts.changes import changes
from sverka.amounts.leftovers import Change
from sverka.amounts.mention import Mention

__all__ = ["Change", "Mention", "changes"]
