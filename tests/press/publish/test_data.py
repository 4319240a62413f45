"""Data: the records of an edition are read by other programs as they were meant."""

import json
import re

import pytest

from press.findings import Report
from press.load.registers import load_registers
from press.model.source import Source
from press.publish.data import bibtex, csl, evidence
from tests.books.making import ROOT


def source(**fields) -> Source:
    return Source.model_validate({"id": "key", "type": "report", "title": "Title & more", "provenance-class": "x",
                                  "verification": "text-consulted", **fields})


@pytest.mark.parametrize(("written", "date"), [
    ("1992-02-26", {"date-parts": [[1992, 2, 26]]}),
    ("1992-02", {"date-parts": [[1992, 2]]}),
    ("1992~", {"date-parts": [[1992]], "circa": True}),
    ("1992-02-25/1992-02-26", {"date-parts": [[1992, 2, 25], [1992, 2, 26]]}),
    ("1994/..", {"raw": "1994/.."}),
    ("1992-02-2X", {"raw": "1992-02-2X"}),
])
def test_a_date_is_date_parts_or_stays_as_it_was_written(written, date):
    assert csl(source(issued=written))["issued"] == date


def test_what_csl_does_not_know_stands_under_custom():
    item = csl(source(via=["other"], **{"title-romanization": "R"}))

    assert item["title"] == "Title & more"
    assert item["custom"] == {"verification": "text-consulted", "provenance-class": "x", "via": ["other"],
                              "title-romanization": "R"}


def test_bibtex_escapes_what_tex_would_read_otherwise():
    entry = bibtex([source(author=[{"literal": "Body of {x}"}, {"family": "Roe", "given": "Jane"}], issued="1992-02")])

    assert "title = {Title \\& more}," in entry
    assert "author = {{Body of {x}} and Roe, Jane}," not in entry
    assert "Roe, Jane" in entry
    assert "year = {1992}," in entry
    assert entry.count("{") - entry.count("\\{") == entry.count("}") - entry.count("\\}")


def test_every_record_of_the_book_is_in_its_data():
    report = Report()
    registers = load_registers(ROOT / "content", report)
    files = {one.name: one.content.decode() for one in evidence(registers)}

    assert [item["id"] for item in json.loads(files["sources.json"])] == list(registers.sources)
    assert re.findall(r"^@\w+\{([^,]+),", files["sources.bib"], re.MULTILINE) == list(registers.sources)
    for name, register in (("chronology", registers.events), ("estimates", registers.estimates),
                           ("claims", registers.claims)):
        assert [record["id"] for record in json.loads(files[f"{name}.json"])] == list(register)
