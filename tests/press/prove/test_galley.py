"""What the lines of a section look like is told for an editor's eye, by folio and words."""

from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from press.findings import Place, Report, Severity
from press.layout.laid import Fault, Observation
from press.model.folio import Folio
from press.model.section import Matter, Section
from press.prove.galley import prove_galley
from press.rules import RULES
from tests.press.layout.paper import stub

SECTION = Section("one", "One", Matter.BODY, "chapter", Place("content/body/01.md", 2, 1),
                  fromstring('<section><p id="par-1.4" line="17">It rained.</p></section>'))


@pytest.mark.parametrize(("fault", "rule"), [
    (Fault.LADDER, "Q-01"), (Fault.STUB, "Q-02"), (Fault.HOLE, "Q-03"), (Fault.OVERFULL, "Q-04"),
    (Fault.HEADING, "Q-05"), (Fault.SHORT_PAGE, "Q-06")])
def test_a_fault_is_told_at_its_passage_with_folio_and_words(fault: Fault, rule: str) -> None:
    report = Report()
    seen = (Observation(fault, 3, " it rained ", "par-1.4"), Observation(fault, 0, "at all"))
    prove_galley(replace(stub("one", 9), observed=seen), SECTION, Folio(True, 11), report)
    first, second = report.findings

    assert rule in RULES
    assert (first.rule, first.place.line, second.place) == (rule, 17, SECTION.place)
    assert first.message.endswith(": page 14, “it rained”")
    assert second.message.endswith(": page 11, “at all”")
    assert first.severity is Severity.REVIEW
    assert first.hint
