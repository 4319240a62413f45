"""Words: whatever is lost, doubled or moved between the document and the file is told."""

from xml.etree.ElementTree import Element

import pytest

from press.findings import Place, Report
from press.model.fair_copy import FairCopy
from press.model.section import Matter, Section
from press.prove.words import Proof, composed_words, prove_words
from tests.press.assemble.shop import Made, full, make, plan, words

LONG = f'<p id="p">Before<note n="1">{words(600)} end of it</note> and after.</p>'


@pytest.fixture(scope="module")
def plans():
    return [plan("one", full("one", 1, "two")), plan("two", full("two", 2, "one")), plan("long", LONG)]


@pytest.fixture(scope="module")
def made(plans) -> Made:
    return make(plans)


def proved(made: Made, plans, change=lambda name, html: html) -> list[str]:
    """The findings of a file that is held against changed documents."""
    report = Report()
    empty = FairCopy(Element("section"))
    documents = [(Section(one.id, one.id.capitalize(), Matter.BODY, "chapter", Place(one.id), empty),
                  change(one.id, one.compose(made.found).html)) for one in plans]
    prove_words(Proof(made.pdf, made.found), documents, report)
    return [str(finding) for finding in report.findings]


def test_a_file_that_has_every_word_is_clean(made, plans):
    assert proved(made, plans) == []


def test_a_note_of_six_hundred_words_on_small_pages_is_proved_whole(made, plans):
    assert len(made.sections[2].notes[0].pages) > 3
    assert proved(made, plans) == []


@pytest.mark.parametrize(("what", "old", "new"), [
    ("a word that the file lacks", "and after.", "and long after."),
    ("a word that the file has twice", "and after.", "after."),
    ("words in another order", "Before", "erofeB"),
])
def test_a_difference_in_the_text_is_told_with_both_readings(made, plans, what, old, new):
    findings = proved(made, plans, lambda name, html: html.replace(old, new) if name == "long" else html)

    assert len(findings) == 1, what
    assert "W-01 the text of “Long” should read" in findings[0]
    assert "and reads" in findings[0]


def test_a_word_lost_in_a_note_is_told(made, plans):
    findings = proved(made, plans, lambda name, html: html.replace("end of it", "end of all of it"))

    assert len(findings) == 1
    assert "W-01 note 1 of “Long” should read" in findings[0]


def test_a_box_beyond_the_edge_of_its_page_is_told():
    outside = '<p style="position: absolute; left: 60mm; white-space: nowrap">Words that are clipped here</p>'
    plans = [plan("one", f"<p>Inside.</p>{outside}")]

    findings = proved(make(plans), plans)

    assert any("W-02 “Words that are clipped here” stands outside the page" in finding for finding in findings)


def test_a_folio_that_is_set_late_counts_as_the_folio(made, plans):
    html = plans[0].compose(made.found).html
    text = composed_words(html, made.found).text

    assert "page 000" not in text
    assert f"page {made.found.folio('two')}" in text.replace("\xa0", " ")
