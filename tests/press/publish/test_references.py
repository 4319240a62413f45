"""References: sources are read by other programs as they were meant, asked of Pandoc."""

import json
import subprocess
from typing import Any

import pypandoc
import pytest

from press.findings import Report
from press.load.registers import load_registers
from press.model.source import Source
from press.publish.references import bibtex, csl, ris
from tests.books.making import ROOT


def source(**fields) -> Source:
    return Source.model_validate({"id": "key", "type": "report", "title": "Title & more", "provenance-class": "x",
                                  "verification": "text-consulted", **fields})


@pytest.fixture(scope="module")
def sources() -> tuple[Source, ...]:
    return tuple(load_registers(ROOT / "content", Report()).sources.values())


def pandoc(reader: str, text: str) -> dict[str, dict[str, Any]]:
    """What Pandoc reads, as CSL-JSON by key."""
    command = (pypandoc.get_pandoc_path(), "--from", reader, "--to", "csljson")
    told = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True).stdout
    return {item["id"]: item for item in json.loads(told)}


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


def test_pandoc_reads_every_source_from_csl_json_as_it_was_written(sources):
    read = pandoc("csljson", json.dumps([csl(one) for one in sources]))

    assert list(read) == [one.id for one in sources]
    assert [one.title for one in sources if read[one.id]["title"] != one.title] == []


@pytest.mark.parametrize("reader", ["bibtex", "biblatex"])
def test_pandoc_reads_every_source_from_bibtex(reader, sources):
    read = pandoc(reader, bibtex(sources))

    assert list(read) == [one.id for one in sources]
    for one in sources:
        item, meant = read[one.id], csl(one)
        assert item["title"] == one.title
        assert len(item.get("author", [])) == len(one.author)
        assert item.get("URL", "") == one.url
        if "date-parts" in meant.get("issued", {}):
            assert item["issued"]["date-parts"] == meant["issued"]["date-parts"]


def test_pandoc_reads_every_source_from_ris(sources):
    read = pandoc("ris", ris(sources))

    assert list(read) == [one.id for one in sources]
    for one in sources:
        item = read[one.id]
        assert item["title"] == one.title
        assert len(item.get("author", [])) == len(one.author)
        assert item.get("URL", "") == one.url
        if one.issued:
            assert item["issued"]["date-parts"][0][0] == one.issued.years[0]


MARKS = "100% of #5 & $3 in a_b ~ c^d \\ e"


def test_signs_that_tex_would_read_otherwise_come_through_bibtex():
    read = pandoc("bibtex", bibtex([source(title=MARKS, publisher="Smith & Co")]))

    assert read["key"]["title"].replace("\u00a0", " ") == MARKS
    assert read["key"]["publisher"] == "Smith & Co"


def test_names_keep_their_parts():
    written = source(author=[{"literal": "Body of {x}"}, {"family": "Waal", "given": "Thomas",
                                                         "non-dropping-particle": "de"},
                             {"family": "Roe", "given": "Jane"}])
    read = pandoc("bibtex", bibtex([written]))["key"]["author"]

    assert read[0] == {"literal": "Body of x"}
    assert (read[1]["family"].split()[-1], read[1]["given"]) == ("Waal", "Thomas")
    assert read[2] == {"family": "Roe", "given": "Jane"}
    assert "AU  - de Waal, Thomas\r\n" in ris([written])


@pytest.mark.parametrize(("page", "lines"), [("19–24", ["SP  - 19", "EP  - 24"]), ("A1", ["SP  - A1"])])
def test_pages_of_ris_are_the_first_and_the_last(page, lines):
    assert [line for line in ris([source(page=page)]).splitlines() if line[:2] in ("SP", "EP")] == lines


def test_a_record_of_ris_begins_with_its_type_and_ends_with_its_end():
    lines = ris([source(issued="1992-02-26", note="two\nlines")]).split("\r\n")

    assert lines[0] == "TY  - RPRT"
    assert "DA  - 1992/02/26/" in lines
    assert "N1  - two lines" in lines
    assert lines[-2:] == ["ER  - ", ""]
