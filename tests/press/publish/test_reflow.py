"""The flowing matter of an edition bears the pages of its forme."""

from dataclasses import replace

import pytest

from press.findings import Report
from press.load.house import load_format
from press.publish import reflow as room
from press.publish.forme import Run
from press.publish.manuscript import prepare
from press.publish.reflow import Reflowed, reflow
from tests.books.making import ROOT, Making, silent


def reflowed(making: Making, folios: str = "screen") -> tuple[Reflowed | None, Report]:
    report = Report()
    prepared = prepare(making.request, report, silent)
    assert prepared is not None
    material, _ = prepared
    chosen = load_format(ROOT / "styles", "epub", material.book.edition, report)
    assert chosen is not None
    run = Run(material, making.request.shop, report, silent)
    return reflow(chosen.model_copy(update={"folios": folios}), run), report


def test_every_page_but_the_blank_ones_is_marked_in_order(reflowable: Making):
    made, report = reflowed(reflowable)

    assert report.errors == []
    assert made is not None
    marks = [element.get("aria-label") for section in made.sections for element in section.elements()
             if element.get("role") == "doc-pagebreak"]
    assert marks == [page.folio for page in made.pages]
    assert marks == ["i", "iii", "iv", "v", "vii", *map(str, range(1, 14)), "15"]


def test_folios_of_a_format_that_is_not_there_are_a_finding(reflowable: Making):
    made, report = reflowed(reflowable, folios="scren")

    assert made is None
    assert [finding.message for finding in report.errors] == ["there is no format “scren”"]


def test_folios_of_a_format_without_pages_are_a_finding(reflowable: Making):
    made, report = reflowed(reflowable, folios="data")

    assert made is None
    assert [(finding.rule, finding.message) for finding in report.errors] == [
        ("B-04", "the format “data” has no folios that “epub” could name")]


def test_a_page_whose_beginning_is_not_found_is_told(reflowable: Making, monkeypatch: pytest.MonkeyPatch):
    rule = "P-03"
    starts = room._starts
    monkeypatch.setattr(room, "_starts", lambda section, first: (
        replace(start, opening="wordsofanotherbook") if start.folio == "2" else start
        for start in starts(section, first)))
    _, report = reflowed(reflowable)

    assert [(finding.rule, finding.message) for finding in report.errors] == [
        (rule, "no mark tells where page 2 begins")]
