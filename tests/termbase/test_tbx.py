"""TBX: its two styles and the older TBX-Basic, and files that are none or mean harm."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka import packs
from sverka.termbase import BadTermbase, Codes, Status, Termbase, parse

Parse = Callable[[str, str | bytes], Termbase]
Wrong = Callable[[str, str | bytes], tuple[str, int]]

PREFERRED, ADMITTED, FORBIDDEN = Status
DCA = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>Clinic</p></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="c1">
<descrip type="subjectField">medicine</descrip>
<langSec xml:lang="ru"><termSec><term>план <hi>лечения</hi></term>
<termNote type="partOfSpeech">noun</termNote></termSec></langSec>
<langSec xml:lang="en-US"><termSec><term>treatment plan</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>cure plan</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
<note>an old page had it</note></termSec></langSec>
</conceptEntry></body></text></tbx>
"""
DCT = (
    DCA.replace("<tbx ", '<tbx xmlns:min="http://www.tbxinfo.net/ns/min" ')
    .replace('<termNote type="administrativeStatus">', "<min:administrativeStatus>")
    .replace("-sts</termNote>", "-sts</min:administrativeStatus>")
    .replace('<termNote type="partOfSpeech">', "<min:partOfSpeech>")
    .replace("noun</termNote>", "noun</min:partOfSpeech>")
    .replace('<descrip type="subjectField">', "<min:subjectField>")
    .replace("</descrip>", "</min:subjectField>")
)
BASIC = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="c1"><descrip type="subjectField">medicine</descrip><note>an old page had it</note>
<langSet xml:lang="ru"><tig><term>план лечения</term><termNote type="partOfSpeech">noun</termNote>
</tig></langSet>
<langSet xml:lang="en"><ntig><termGrp><term>treatment plan</term></termGrp></ntig>
<tig><term>cure plan</term><termNote type="normativeAuthorization">supersededTerm</termNote></tig>
</langSet></termEntry></body></text></martif>
"""


@pytest.mark.parametrize(
    "data",
    [
        DCA.encode(),
        DCT.encode(),
        BASIC.encode(),
        ("\ufeff" + DCA).encode(),
        BASIC.encode("utf-16"),
        BASIC.replace("'?>", "' encoding='windows-1251'?>", 1).encode("cp1251"),
    ],
    ids=["dca", "dct", "basic", "bom", "utf-16", "windows-1251"],
)
def test_all_styles_say_the_same(read: Parse, data: bytes) -> None:
    [concept] = read("terms.tbx", data).concepts
    assert [(one.language, one.text, one.status, one.kind) for one in concept.terms] == [
        ("ru", "план лечения", PREFERRED, "noun"),
        ("en", "treatment plan", PREFERRED, ""),
        ("en", "cure plan", FORBIDDEN, ""),
    ]
    assert (concept.name, concept.note, concept.domain) == ("c1", "an old page had it", "medicine")


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("preferredTerm-admn-sts", PREFERRED),
        ("admittedTerm-admn-sts", ADMITTED),
        ("supersededTerm-admn-sts", FORBIDDEN),
        ("preferred", PREFERRED),
        ("notRecommended", FORBIDDEN),
        ("obsolete", FORBIDDEN),
        ("standardizedTerm", PREFERRED),
        ("legalTerm", ADMITTED),
    ],
)
def test_statuses_of_the_standards_are_known(read: Parse, word: str, status: Status) -> None:
    [concept] = read("t.tbx", DCA.replace("deprecatedTerm-admn-sts", word)).concepts
    assert concept.terms[-1].status is status


LAUGHS = """<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>
<tbx><text>&c;</text></tbx>"""
DTD = 'SYSTEM "TBXcoreStructV02.dtd"'
BROKEN = [
    (LAUGHS, "termbase-entities", 1),
    (BASIC.replace(DTD, '[<!ENTITY a SYSTEM "file:///etc/passwd">]'), "termbase-entities", 2),
    (BASIC.replace(DTD, '[<!ENTITY % a SYSTEM "http://a.example/"> %a;]'), "termbase-entities", 2),
    (BASIC.replace("план", "&plan;"), "termbase-entities", 5),
    (BASIC.replace("supersededTerm", "odd"), "termbase-status", 8),
    (BASIC.replace(' xml:lang="ru"', ""), "termbase-no-language", 5),
    (BASIC.replace('"ru"', '"tlh"'), "termbase-language", 5),
    (BASIC.replace("<term>план лечения</term>", ""), "termbase-no-term-here", 6),
    (BASIC.replace("план лечения", " "), "termbase-empty-term", 5),
    (BASIC.replace("</tig>", "", 1), "termbase-syntax", 6),
    (BASIC.replace("'?>", "' encoding='utf-99'?>", 1), "termbase-syntax", 1),
    ("<html/>", "termbase-no-tbx", 1),
    ("<tbx/>", "termbase-empty", 0),
    ("", "termbase-syntax", 1),
    ("<tbx>" + "<a>" * 100_000, "termbase-syntax", 1),
]


@pytest.mark.parametrize(("data", "what", "line"), BROKEN)
def test_what_is_wrong_is_said_with_its_line(wrong: Wrong, data: str, what: str, line: int) -> None:
    assert wrong("terms.tbx", data) == (what, line)


@given(st.integers(0, len(BASIC)), st.text(max_size=5))
def test_a_damaged_file_is_read_or_refused(at: int, junk: str) -> None:
    data = (BASIC[:at] + junk + BASIC[at + len(junk) :]).encode(errors="replace")
    with suppress(BadTermbase):
        assert parse("t.tbx", data, Codes.of_packs(packs.load()))
