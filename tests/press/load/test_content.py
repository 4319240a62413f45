"""The files of the first book are whole, load without a finding and say nothing of how they were made."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest

from press.check.references import check_references
from press.findings import Report
from press.load.book import load_edition
from press.load.registers import load_registers
from press.model.book import Edition
from press.model.history import ItemKind
from press.model.registers import Registers
from press.model.source import Source

CONTENT = Path(__file__).parents[3] / "content"
NAMES = """
    sources claims events estimates positions acts memorials films people gazetteer organizations
""".split()
FOREIGN = re.compile("[\u0370-\u052f\u0530-\u058f]")  # Greek, Cyrillic, Armenian


def editions() -> list[Edition]:
    return [edition for file in sorted((CONTENT / "editions").glob("*.yaml"))
            if (edition := load_edition(CONTENT, file.stem, Report()))]


@pytest.fixture(scope="module")
def registers() -> Registers:
    return load_registers(CONTENT, Report())


def test_the_book_loads_without_a_finding() -> None:
    report = Report()
    check_references(load_registers(CONTENT, report), report)

    assert list(map(str, report.sorted())) == []


def test_the_book_has_every_record(registers: Registers) -> None:
    assert {name: len(getattr(registers, name)) for name in NAMES} == {
        "sources": 171, "claims": 208, "events": 110, "estimates": 22, "positions": 29, "acts": 39,
        "memorials": 9, "films": 7, "people": 36, "gazetteer": 28, "organizations": 25,
    }
    assert len(registers.terms) == 14
    assert len(registers.event_names) == 14


def test_claims_stand_as_the_editors_left_them(registers: Registers) -> None:
    claims = registers.claims.values()

    assert Counter(claim.status.value for claim in claims) == {
        "confirmed": 89, "attributed": 55, "discrepancy": 43, "base-text-only": 13, "disputed": 8,
    }
    assert {claim.id for claim in claims if claim.discrepancy} == {
        claim.id for claim in claims if claim.status == "discrepancy"}
    assert {claim.id for claim in claims if claim.disputed_by} == {
        claim.id for claim in claims if claim.status == "disputed"}
    withdrawn = {one.of.id for edition in editions() for one in edition.withdrawals if one.of.kind is ItemKind.CLAIM}
    assert [claim.id for claim in claims] == [
        name for number in range(1, 210) if (name := f"c{number:03}") not in withdrawn]


def test_dates_of_the_chronology_stand_as_the_editors_left_them(registers: Registers) -> None:
    events = registers.events.values()

    assert Counter(event.confidence.value for event in events) == {
        "confirmed": 48, "tertiary": 28, "attributed": 15, "discrepancy": 5, "testimony": 5, "cited": 4,
        "base-text-only": 3, "disputed": 1, "contested": 1,
    }
    assert {event.id for event in events} == {f"t{number:02}" for number in range(1, 111)}


def test_an_event_stands_at_a_place_that_its_line_names(registers: Registers) -> None:
    placed = [event for event in registers.events.values() if event.where]

    assert len(placed) == 49
    for event in placed:
        name = registers.gazetteer[event.where].name.split(" (")[0].split("-Z")[0]
        assert name.removesuffix(" airport") in event.event


def test_sources_stand_as_the_editors_left_them(registers: Registers) -> None:
    sources = registers.sources.values()

    assert Counter(source.verification.value for source in sources) == {
        "text-consulted": 155, "cited-by": 14, "named-only": 2,
    }
    assert all(source.supports for source in sources)
    assert {source.id for source in sources if source.via} == {
        source.id for source in sources if source.verification == "cited-by"}


def test_the_short_titles_of_sources_tell_them_apart_in_four_words(registers: Registers) -> None:
    sources = registers.sources.values()

    assert [source.id for source in sources if not 1 <= len(source.title_short.split()) <= 4] == []
    assert [title for title, n in Counter(s.title_short.lower() for s in sources).items() if n > 1] == []


def test_a_title_in_another_script_is_romanized_and_translated(registers: Registers) -> None:
    foreign = [source for source in registers.sources.values() if FOREIGN.search(source.title)]

    assert len(foreign) == 10
    assert [source.id for source in foreign if not source.title_translation] == []
    assert registers.sources["demoyan"].title_romanization == "Khodzhalinskoe delo: osobaia papka"
    for source in registers.sources.values():
        assert bool(source.title_romanization) == bool(FOREIGN.search(source.title))
        assert not FOREIGN.search(source.title_romanization + source.title_short + source.container_title)


def test_a_source_without_an_author_has_none(registers: Registers) -> None:
    assert sum(1 for source in registers.sources.values() if source.author) == 59


def test_the_book_speaks_of_its_base_text_alone(registers: Registers) -> None:
    records: list[object] = [*registers.terms, *registers.event_names]
    for name in NAMES:
        records += getattr(registers, name).values()

    assert [record for record in records if re.search(r"\bseeds?\b|seed-", repr(record), re.IGNORECASE)] == []
    assert isinstance(registers.sources["base-text"], Source)


def test_the_registers_are_read_in_well_under_a_second() -> None:
    start = time.process_time()
    load_registers(CONTENT, Report())

    assert time.process_time() - start < 1
