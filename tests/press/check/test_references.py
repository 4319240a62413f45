"""Every id that a record names is filed, or its record is told of it."""

from dataclasses import replace
from textwrap import dedent
from typing import TypeVar

from press.check.references import check_references
from press.findings import Place, Report
from press.model.records import Claim, Event, GazetteerEntry, Organization, Person, Term
from press.model.registers import Registers
from press.model.source import Record, Source

R = TypeVar("R", bound=Record)


def at(line: int, record: R) -> R:
    """The record with a place."""
    return record.model_copy(update={"place": Place("content/a.yaml", line, 5)})


def source(name: str, *via: str) -> Source:
    return Source.model_validate({
        "id": name, "type": "book", "title": "A book", "provenance-class": "scholarship",
        "verification": "cited-by", "via": via,
    })


def claim(**named: tuple[str, ...]) -> Claim:
    return Claim.model_validate({
        "id": "c001", "section": "lead", "statement": "It was so.", "kind": "fact", "status": "confirmed",
        "in-base-text": "true", "sources": ("hrw-1992",), **named,
    })


def event(where: str) -> Event:
    return Event.model_validate({
        "id": "t01", "date": "1992", "event": "It was so.", "confidence": "confirmed",
        "sources": ("hrw-1992",), "where": where,
    })


NAMED = {"sources": ("hrw-1992",)}
FILED = Registers(
    sources={"hrw-1992": source("hrw-1992"), "memorial-1992": source("memorial-1992", "hrw-1992")},
    people={"jane-smith": Person.model_validate(
        {"id": "jane-smith", "name": "Jane Smith", "role-in-account": "author", "living": "no", **NAMED})},
    gazetteer={"khojaly": GazetteerEntry.model_validate(
        {"id": "khojaly", "name": "Khojaly", "kind": "town", **NAMED})},
    organizations={"hrw": Organization.model_validate(
        {"id": "hrw", "name": "Human Rights Watch", "kind": "NGO", "role-in-account": "reports", **NAMED})},
)


def findings(registers: Registers) -> str:
    report = Report()
    check_references(registers, report)
    return "\n".join(map(str, report.sorted()))


def test_ids_that_are_filed_are_no_findings() -> None:
    good = claim(places=("khojaly",), people=("jane-smith",), organizations=("hrw",))

    assert findings(replace(FILED, claims={"c001": good}, events={"t01": event("khojaly")})) == ""
    assert findings(replace(FILED, events={"t01": event("")})) == ""


def test_an_id_that_is_not_filed_is_told_with_the_nearest_one() -> None:
    bad = claim(places=("hodjaly",), people=("jane-smyth",), organizations=("osce",),
                sources=("memorial-1929", "hrw-1992"))
    registers = replace(
        FILED, claims={"c001": at(2, bad)}, events={"t01": at(20, event("agdam"))},
        sources={**FILED.sources, "time-1992": at(30, source("time-1992", "hrw-1929"))},
        terms=(at(40, Term.model_validate({"term": "Oblast", "meaning": "region", "sources": ("wp",)})),),
    )

    assert findings(registers) == dedent("""\
        content/a.yaml:2:5: R-01 no source is filed under “memorial-1929”
            hint: did you mean “memorial-1992”?
        content/a.yaml:2:5: R-02 no place is filed under “hodjaly”
            hint: did you mean “khojaly”?
        content/a.yaml:2:5: R-03 no person is filed under “jane-smyth”
            hint: did you mean “jane-smith”?
        content/a.yaml:2:5: R-04 no organization is filed under “osce”
            hint: file it among the organizations
        content/a.yaml:20:5: R-02 no place is filed under “agdam”
            hint: file it among the places
        content/a.yaml:30:5: R-01 no source is filed under “hrw-1929”
            hint: did you mean “hrw-1992”?
        content/a.yaml:40:5: R-01 no source is filed under “wp”
            hint: file it among the sources
    """).strip()


def test_nothing_is_missed_in_a_register_that_was_not_read_in_full() -> None:
    bad = claim(people=("john-doe",), sources=("hrw-1993",))
    registers = replace(FILED, claims={"c001": bad}, incomplete=frozenset({"people", "sources"}))

    assert findings(registers) == ""
