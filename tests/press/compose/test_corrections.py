"""Corrections: the list in the edition history, and how an edition file writes it."""

from press.compose.corrections import corrections, withdrawals
from press.findings import Report
from press.load.nodes import read_yaml
from press.load.records import read_record
from press.model.book import CorrectionKind, Edition

FILE = """
id: 2nd
statement: Second edition
date: 2027-01-01
state-of-knowledge: 2027-01-01
imprint: The Press
identifier: urn:x
corrections-to: the press
corrections:
  - date: 2027-03-01
    place: first edition, p. 12, §1.4
    was: 83
    is: 63
    reason: A misread table.
    source: a reader’s letter
    class: error of fact
  - date: 2026-12-24
    place: first edition, p. 3
    was: teh
    is: the
    reason: A slip.
    class: misprint
"""


def edition(text: str, report: Report) -> Edition | None:
    node = read_yaml(text, "2nd.yaml", report)
    assert node is not None
    return read_record(node, Edition, report)


def test_an_edition_file_lists_its_corrections():
    report = Report()
    read = edition(FILE, report)

    assert read is not None
    assert report.findings == []
    first = read.corrections[0]
    assert (first.where, first.was, first.now, first.kind) == (
        "first edition, p. 12, §1.4", "83", "63", CorrectionKind.ERROR)
    assert str(first.place).startswith("2nd.yaml:10:")


def test_corrections_stand_by_date_with_readings_reason_and_source():
    read = edition(FILE, Report())

    assert read is not None
    assert [(one.head, one.readings) for one in corrections(read)] == [
        ("24 December 2026, first edition, p. 3: misprint",
         (("Printed", "teh"), ("Correct", "the"), ("Reason", "A slip."))),
        ("1 March 2027, first edition, p. 12, §1.4: error of fact",
         (("Printed", "83"), ("Correct", "63"), ("Reason", "A misread table."),
          ("Source", "a reader’s letter")))]


def test_a_class_of_correction_that_is_not_one_is_a_finding():
    report = Report()
    edition(FILE.replace("class: misprint", "class: slip"), report)

    assert [finding.rule for finding in report.findings] == ["D-04"]


def test_an_edition_without_corrections_has_none():
    read = edition(FILE.partition("corrections:\n")[0], Report())

    assert read is not None
    assert corrections(read) == ()


def test_what_is_withdrawn_is_named_with_its_reason_and_a_person_is_not_named():
    report = Report()
    read = edition(FILE + """withdrawals:
  - {of: claim c031, reason: The source has another day.}
  - {of: §4.12, reason: It told the claim.}
  - {of: person ole-holm, reason: At the family’s wish.}
""", report)

    assert read is not None
    assert report.findings == []
    assert withdrawals(read) == (("Claim c031", "The source has another day."), ("§4.12", "It told the claim."),
                                 ("A person", "At the family’s wish."))
