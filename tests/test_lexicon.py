"""What counts as a word of English, listed or made; nothing of it is read before it is needed."""

from __future__ import annotations

import gzip
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.lexicon import Lexicon, lexicon
from sverka.packs import BadPack, load

ENGLISH = load().languages["en"]


def _words() -> Lexicon:
    found = lexicon(ENGLISH)
    assert found is not None
    return found


LISTED = "the dacha mesotherapy kubernetes colour color hyaluronic matryoshkas aren"
MADE = """
unpluralised nonmetallic microneedle pulmonologist thrombocythemia collagenlike clinicwide
reindexing piracetam hepatosplenomegaly cryomassage
"""
FOREIGN = "mezokokteyl korochka shelushenie antitela virusology zootaxi gamak plazmolifting"


@pytest.mark.parametrize("word", (LISTED + MADE).split())
def test_words_of_english_are_known(word: str) -> None:
    assert _words().knows(word)


@pytest.mark.parametrize("word", FOREIGN.split())
def test_words_of_russian_are_not_known(word: str) -> None:
    assert not _words().knows(word)


def test_two_words_in_one_are_joined() -> None:
    assert _words().joins("techpassport")
    assert not _words().joins("mezoroller")


def test_words_one_letter_away_are_near() -> None:
    assert "address" in _words().near("adress")
    assert _words().near("mezokokteyl") == frozenset()


def test_runs_of_letters_that_english_lacks_are_strange() -> None:
    assert _words().strange("shelushenie") > 0
    assert _words().strange("container") == 0


@given(st.sampled_from(LISTED.split()), st.sampled_from(("", "s")))
def test_what_is_listed_is_known(word: str, plural: str) -> None:
    assert _words().knows(word + plural)


def test_a_language_without_lists_has_no_lexicon() -> None:
    assert lexicon(load().languages["ru"]) is None


def test_a_broken_list_is_named(tmp_path: Path) -> None:
    home = tmp_path / "lexicon"
    home.mkdir()
    (home / "general.gz").write_bytes(b"no such thing")
    with pytest.raises(BadPack, match=r"general\.gz"):
        Lexicon(home).knows("word")


def test_an_unknown_key_of_the_forms_is_named(tmp_path: Path) -> None:
    home = tmp_path / "lexicon"
    home.mkdir()
    (home / "general.gz").write_bytes(gzip.compress(b"one\ntwo"))
    (home / "forms.toml").write_text('affixes = "un"\n', encoding="utf-8")
    found = lexicon(replace(ENGLISH, home=tmp_path))
    assert found is not None
    with pytest.raises(BadPack, match="unknown key affixes"):
        found.knows("three")


def test_nothing_is_loaded_before_a_word_is_asked_for() -> None:
    code = (
        "import sys; from sverka.registry import all_checks; all_checks();"
        "from sverka.packs import load; from sverka.lexicon import lexicon;"
        "lexicon(load().languages['en']);"
        "assert 'pymorphy3' not in sys.modules;"
        "assert not vars(lexicon(load().languages['en'])).keys() & {'words', '_rules'}"
    )
    home = Path(__file__).resolve().parent.parent
    path = {"PYTHONPATH": f"{home / 'lint'}:{home / 'checks'}"}
    subprocess.run([sys.executable, "-c", code], check=True, env=path)


def test_the_notice_of_the_list_lies_beside_it() -> None:
    notice = (ENGLISH.home / "lexicon" / "scowl.LICENCE").read_text(encoding="utf-8")
    assert "Copyright 2000-2011 by Kevin Atkinson" in notice
    assert (ENGLISH.home / "lexicon" / "scowl.gz").stat().st_size < 500_000
