"""Every note is held against its call, and what the engine says is passed on."""

from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from press.findings import Place, Report, Severity
from press.layout.laid import LaidNote
from press.model.evidence import Excusable
from press.model.fair_copy import FairCopy
from press.model.records import Excuse
from press.model.section import Matter, Section
from press.prove.excuses import Excuses
from press.prove.laid import prove_laid
from tests.press.layout.paper import stub

PLACE = Place("content/body/01.md")


def source(place: Place, name: str = "one") -> Section:
    return Section(name, "One", Matter.BODY, "chapter", place,
                   FairCopy(fromstring('<section><p>It rained.<note n="8" place="content/body/01.md:12:40">So.</note>'
                                       '</p></section>')))


SOURCE = source(PLACE)


def found(*notes: LaidNote, **more):
    report = Report()
    prove_laid(replace(stub("one", 9, notes=notes), **more), SOURCE, Excuses(()), report)
    return report.findings


@pytest.mark.parametrize("pages", [(4,), (4, 5), (4, 5, 6)])
def test_a_note_that_begins_on_the_page_of_its_call_is_well(pages):
    assert found(LaidNote("one-n7", 4, pages, whole=True)) == []


@pytest.mark.parametrize(("rule", "message", "laid"), [
    ("L-01", "note 7 is lost", LaidNote("one-n7", 4, (), whole=False)),
    ("L-02", "note 7 stands twice on a page", LaidNote("one-n7", 4, (4, 4), whole=False)),
    ("L-03", "note 7 is not whole: words are lost or doubled", LaidNote("one-n7", 4, (4, 5), whole=False)),
    ("L-04", "note 7 stands before its call", LaidNote("one-n7", 4, (3,), whole=True)),
])
def test_a_note_that_is_not_where_it_belongs_stops_the_printing(rule, message, laid):
    finding, = found(LaidNote("one-n6", 4, (4,), whole=True), laid)

    assert (finding.rule, finding.message, finding.place) == (rule, message, PLACE)
    assert finding.severity is Severity.ERROR
    assert finding.hint


def test_a_note_on_the_page_after_its_call_needs_an_eye():
    finding, = found(LaidNote("the-flight-n12", 4, (5,), whole=True))

    assert (finding.rule, finding.severity) == ("L-05", Severity.REVIEW)
    assert finding.message == "note 12 begins on the page after its call"


def test_what_the_engine_warns_of_is_a_finding():
    finding, = found(warnings=("Ignored `colour: red`",))

    assert (finding.rule, finding.place) == ("E-01", PLACE)
    assert finding.message == "the engine warns: Ignored `colour: red`"


def test_what_the_engine_says_of_the_styles_is_told_once_for_all_sections():
    report = Report()
    for name in ("one", "two"):
        prove_laid(replace(stub(name), style_warnings=("Ignored `colour: red`",)), source(Place(name)),
                   Excuses(()), report)

    finding, = report.findings
    assert (finding.rule, finding.place) == ("E-02", Place("styles"))


def test_every_lost_note_is_told():
    assert [finding.message for finding in found(*(
        LaidNote(f"one-n{number}", 4, (), whole=False) for number in (7, 8)))] == [
            "note 7 is lost", "note 8 is lost"]


def test_a_note_is_told_at_the_line_on_which_it_is_written():
    finding, = found(LaidNote("one-n8", 4, (), whole=False))

    assert str(finding.place) == "content/body/01.md:12:40"


def test_a_late_note_may_be_excused_and_a_lost_one_may_not():
    report = Report()
    excuse = Excuse(rule=Excusable.LATE_NOTE, passage="one", reason="a table of one row", place=PLACE)
    notes = (LaidNote("one-n7", 4, (5,), whole=True), LaidNote("one-n8", 4, (), whole=False))
    prove_laid(stub("one", 9, notes=notes), SOURCE, Excuses([excuse]), report)

    assert [finding.rule for finding in report.findings] == ["L-01"]
