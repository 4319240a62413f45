"""What the lines of a section look like is told for an editor's eye, by folio and words."""

from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from press.findings import Place, Report, Severity
from press.layout.laid import Fault, Observation
from press.model.fair_copy import FairCopy
from press.model.folio import Folio
from press.model.records import Excuse
from press.model.section import Matter, Section
from press.prove.excuses import Excuses
from press.prove.galley import prove_galley
from press.rules import RULES
from tests.press.layout.paper import stub

SECTION = Section("one", "One", Matter.BODY, "chapter", Place("content/body/01.md", 2, 1),
                  FairCopy(fromstring('<section><p id="par-1.4" line="17">It rained.</p></section>')))


@pytest.mark.parametrize(("fault", "rule"), [
    (Fault.LADDER, "Q-01"), (Fault.STUB, "Q-02"), (Fault.HOLE, "Q-03"), (Fault.OVERFULL, "Q-04"),
    (Fault.HEADING, "Q-05"), (Fault.SHORT_PAGE, "Q-06"), (Fault.WIDOW, "Q-07"), (Fault.ORPHAN, "Q-08"),
    (Fault.FACING, "Q-09"), (Fault.WHITE, "Q-10"), (Fault.TURN, "Q-12")])
def test_a_fault_is_told_at_its_passage_with_folio_and_words(fault: Fault, rule: str) -> None:
    report = Report()
    seen = (Observation(fault, 3, " it rained ", "par-1.4"), Observation(fault, 0, "at all"))
    prove_galley(replace(stub("one", 9), observed=seen), SECTION, Folio(True, 11), Excuses(()), report)
    first, second = report.findings

    assert rule in RULES
    assert (first.rule, first.place.line, second.place) == (rule, 17, SECTION.place)
    assert first.message.endswith(": page 14, “it rained”")
    assert second.message.endswith(": page 11, “at all”")
    assert first.severity is Severity.REVIEW
    assert first.hint


def excuse(passage: str, rule: str = "Q-01") -> Excuse:
    return Excuse(rule=rule, passage=passage, reason="a name that cannot be divided otherwise",
                  place=Place("content/exceptions.yaml", 3, 5))


LADDERS = replace(stub("one", 9), observed=(
    Observation(Fault.LADDER, 3, "it rained", "par-1.4"), Observation(Fault.LADDER, 5, "at all", "par-1.9")))


@pytest.mark.parametrize(("passages", "left"), [
    (["par-1.4"], ["at all"]), (["par-1.4", "par-1.9"], []), (["one"], []), (["par-1.1"], ["it rained", "at all"])])
def test_a_fault_that_is_excused_is_not_told(passages: list[str], left: list[str]) -> None:
    report = Report()
    prove_galley(LADDERS, SECTION, Folio(True, 11), Excuses(map(excuse, passages)), report)

    assert [words for finding in report.findings for words in left if words in finding.message] == left
    assert len(report.findings) == len(left)


def test_an_excuse_holds_for_its_rule_alone() -> None:
    report = Report()
    prove_galley(LADDERS, SECTION, Folio(True, 11), Excuses([excuse("one", "Q-02")]), report)

    assert len(report.findings) == 2


def test_an_excuse_that_nothing_needs_is_told_where_it_is_written() -> None:
    report = Report()
    excuses = Excuses([excuse("par-1.4"), excuse("par-1.1"), excuse("par-1.4", "Q-02")])
    prove_galley(LADDERS, SECTION, Folio(True, 11), excuses, Report())
    excuses.prove(report)

    assert [(finding.rule, finding.place.line, finding.severity) for finding in report.findings] == [
        ("Q-11", 3, Severity.REVIEW)] * 2
    assert "“par-1.1” keeps Q-01 everywhere" in report.findings[0].message
