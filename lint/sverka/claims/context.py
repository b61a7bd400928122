"""What stands around a statement and must be read with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sverka.claims.utterance import Utterance

ITEM_NAME = re.compile(r"([^:.;!?—–\d]{2,45}?)\s*(?::|\s[—–-])\s")
"""The name that an item begins with: "Bikini: half an hour"."""


@dataclass(frozen=True, slots=True)
class Context:
    """The lead-in of a statement, the headings above it (the nearest first), the sentence before,
    the title of the page, and the name of the row or item that it is of. ``form`` is the
    statement's."""

    lead: Utterance | None
    heads: Sequence[Utterance]
    before: Utterance | None
    title: Utterance | None
    row: Utterance | None
    form: str

    @property
    def asked(self) -> Utterance | None:
        """The question that the statement answers."""
        if self.before is not None:
            return self.before if self.before.is_question else None
        head = next(iter(self.heads), None)
        return head if head is not None and head.is_question else None
