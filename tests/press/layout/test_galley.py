"""Galley: each fault of a line or a page is seen where it is, and nowhere else."""

import pytest

from press.findings import Place, Report
from press.layout.galley import observe
from press.layout.laid import Fault, LaidSection, Observation
from press.model.fair_copy import FairCopy
from press.model.folio import Folio
from press.model.section import Matter, Section
from press.prove.excuses import Excuses
from press.prove.galley import RULES, prove_galley
from tests.press.layout.paper import SMALL, note, pressed, words

JUSTIFIED = SMALL + "html { text-align: justify; hyphens: manual }"
PLAIN = "the long account was read again and then it was put back in its place by all of them who "


def seen(text: str, css: str = JUSTIFIED) -> list[Fault]:
    return [one.fault for one in observe(pressed(text, css))]


def alone(text: str, css: str) -> list[Fault]:
    return [fault for fault in seen(text, css) if fault in (Fault.ORPHAN, Fault.WIDOW)]


def test_a_quiet_paragraph_has_no_fault():
    assert seen(f"<p>{PLAIN * 3}had read the whole of the account</p>") == []


def test_a_last_line_of_one_short_word_is_a_stub():
    texts = [f"<p>{PLAIN * 2}{'w' * n} it.</p>" for n in range(1, 40)]

    stubs = [observe(pressed(text, JUSTIFIED)) for text in texts]

    found = [one for some in stubs for one in some if one.fault is Fault.STUB]
    assert found
    assert all(one.words.endswith("| it.") for one in found)


def test_three_hyphens_in_a_row_are_a_ladder():
    css = SMALL + "html { text-align: justify } p { width: 60pt }"
    faults = [seen("<p>" + "mmm\u00ad" * n + "mmm</p>", css) for n in (5, 12)]

    assert Fault.LADDER not in faults[0]
    assert Fault.LADDER in faults[1]


def test_a_space_wider_than_an_em_is_a_hole():
    text = f"<p>two {'n' * 24} {'n' * 30} three</p>"

    assert Fault.HOLE in seen(text)
    assert Fault.HOLE not in seen(text, SMALL)


def test_a_word_that_cannot_break_is_wider_than_the_measure():
    assert Fault.OVERFULL in seen(f"<p>A {'n' * 80} word.</p>")


def test_a_page_of_two_lines_is_short_and_the_first_page_is_not():
    text = "<p>One line.</p><p style='break-before: page'>Two lines<br>on this page.</p>"

    assert [(one.fault, one.page) for one in observe(pressed(text, JUSTIFIED))] == [(Fault.SHORT_PAGE, 1)]


def test_a_heading_at_the_foot_is_seen():
    css = JUSTIFIED + "h2 { break-after: page }"
    text = f"<p>{'line<br>' * 6}</p><h2>Head</h2><p>{'line<br>' * 6}</p>"

    assert Fault.HEADING in seen(text, css)


def test_a_line_of_a_paragraph_alone_at_a_foot_is_an_orphan_and_alone_at_a_head_a_widow():
    css = SMALL + "html { orphans: 1; widows: 1 }"
    ten = "one line<br>" * 9
    parted = {count: alone(f"<p>{ten}</p><p>{'line<br>' * count}line</p><p>{ten}</p>", css) for count in (1, 3, 11)}

    assert parted == {1: [Fault.ORPHAN, Fault.WIDOW], 3: [Fault.ORPHAN], 11: [Fault.ORPHAN, Fault.WIDOW]}


def test_the_lines_of_a_paragraph_that_stay_together_are_no_fault():
    ten = "one line<br>" * 8

    assert alone(f"<p>{ten}one line</p><p>{'line<br>' * 3}line</p><p>{ten}one line</p>", SMALL) == []


def test_a_line_alone_in_a_column_is_seen():
    css = SMALL + "html { orphans: 1; widows: 1 } div { columns: 2; column-fill: auto }"
    text = f"<div><p>{'line<br>' * 8}line</p><p>head<br>tail<br>tail</p></div>"

    assert alone(text, css) == [Fault.ORPHAN]


SHALLOW = "<p>{}line</p><p style='break-inside: avoid'>{}line</p>"


def test_facing_pages_that_end_at_two_heights_are_seen_and_the_last_page_is_not():
    first, second, third = "line<br>" * 9, SHALLOW.format("line<br>" * 6, "line<br>" * 4), "line<br>" * 30

    assert Fault.FACING in seen(f"<p>{first}line</p>{second}<p>{third}</p>", SMALL)
    assert Fault.FACING not in seen(f"<p>{first}line</p><p>{third}</p>", SMALL)


def test_a_page_that_breaks_off_early_is_seen_unless_the_style_asks_for_it():
    tall = "line<br>" * 7
    early = f"<p>{'line<br>' * 5}line</p><p style='STYLE'>{tall}line</p><p>{tall}line</p>"

    assert seen(early.replace("STYLE", "break-inside: avoid"), SMALL) == [Fault.WHITE]
    assert seen(early.replace("STYLE", "break-before: page"), SMALL) == []


def test_a_page_of_a_few_lines_of_notes_alone_is_short_and_one_full_of_notes_is_not():
    faults = {count: observe(pressed(f"<p>{words(60)}{note(1, words(count))}</p>", SMALL)) for count in (60, 160)}

    short = {count: [one.page for one in some if one.fault is Fault.SHORT_PAGE] for count, some in faults.items()}
    assert short == {60: [1], 160: [2]}


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_is_told_by_a_rule_with_its_folio(fault):
    report = Report()
    section = LaidSection("s", (), {}, (), (), (), (), (Observation(fault, 2, "some words"),), b"")
    from xml.etree.ElementTree import Element
    source = Section("s", "S", Matter.BODY, "chapter", Place("s.md"), FairCopy(Element("section")))

    prove_galley(section, source, Folio(True, 7), Excuses(()), report)

    assert [finding.rule for finding in report.findings] == [RULES[fault][0]]
    assert "page 9, “some words”" in report.findings[0].message
    assert bool(report.errors) is (fault is Fault.CUT)
