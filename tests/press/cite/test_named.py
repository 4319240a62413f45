"""Sources that a register names in line: in their short form, counted where the register says so."""

from xml.etree import ElementTree

from press.cite.forms import BASE_TEXT
from press.cite.register import number_notes
from press.findings import Place, Report
from press.model.fair_copy import FairCopy
from press.model.section import Matter, Section
from tests.press.cite.test_register import SOURCES, source

ALL = {**SOURCES, BASE_TEXT: source(BASE_TEXT, type="webpage")}


def numbered(text: str, report: Report | None = None):
    told = report or Report()
    body = ElementTree.fromstring(f"<body>{text}</body>")
    register = Section("reg", "Register", Matter.BACK, "appendix", Place("reg.md"), FairCopy(body))
    made = number_notes([register], ALL, told)
    assert report is not None or told.findings == []
    return made


def named(*keys: str, at: str = "") -> str:
    cites = "".join(f'<cite-one key="{key}"/>' for key in keys)
    return f'<p><cites form="named"{f" at={chr(34)}{at}{chr(34)}" if at else ""}>{cites}</cites></p>'


def text(made) -> str:
    return "".join(made.sections[0].body.itertext())


def test_a_register_names_a_source_in_its_short_form_at_once():
    assert text(numbered(named("rivers"))) == "Orr, Rivers"


def test_several_sources_are_parted_by_semicolons():
    assert text(numbered(named("rivers", "story"))) == "Orr, Rivers; “Story”"


def test_the_base_text_goes_by_that_name():
    assert text(numbered(named(BASE_TEXT))) == "base text"


def test_a_naming_with_a_place_is_a_citation_there():
    made = numbered(named("rivers", "heard", at="position-p1"))

    assert [(one.key, one.note, one.note_id, one.via, one.full) for one in made.cited] == [
        ("rivers", 0, "position-p1", False, False), ("heard", 0, "position-p1", True, False)]


def test_a_naming_without_a_place_is_none():
    assert numbered(named("rivers")).cited == ()


def test_a_note_after_a_naming_still_cites_in_full():
    note = '<p>x<note><cites><cite-one key="rivers"/></cites></note></p>'

    assert text(numbered(named("rivers", at="row") + note)) == "Orr, RiversxLee Orr, Rivers (1999)."


def test_a_source_that_is_not_filed_is_a_finding():
    report = Report()
    numbered(named("gone"), report)

    assert [finding.rule for finding in report.findings] == ["R-01"]


def test_notes_call_the_base_text_by_that_name_from_the_first_on_and_begin_with_a_capital():
    note = "<p>x<note><cites>{}</cites></note></p>".format
    base = f'<cite-one key="{BASE_TEXT}"/>'

    assert text(numbered(note(base))) == "xThe base text."
    assert text(numbered(note('<cite-one key="rivers"/>' + base))) == "xLee Orr, Rivers (1999); the base text."
    assert text(numbered(note(f'<cite-one key="{BASE_TEXT}" locator="§ 3"/>'))) == "xThe base text, § 3."
