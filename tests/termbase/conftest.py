"""What the tests of termbases share: a file as a termbase, and its terms in a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sverka import packs
from sverka.termbase import BadTermbase, Codes, Termbase, parse

Parse = Callable[[str, str | bytes], Termbase]
Wrong = Callable[[str, str | bytes], tuple[str, int]]


@pytest.fixture
def read() -> Parse:
    """Reads a text or bytes as a file of that name."""
    codes = Codes.of_packs(packs.load())

    def reads(name: str, data: str | bytes) -> Termbase:
        return parse(name, data.encode() if isinstance(data, str) else data, codes)

    return reads


@pytest.fixture
def wrong(read: Parse) -> Wrong:
    """What is wrong with a file, and the line."""

    def finds(name: str, data: str | bytes) -> tuple[str, int]:
        with pytest.raises(BadTermbase) as caught:
            read(name, data)
        return caught.value.what, caught.value.line

    return finds
