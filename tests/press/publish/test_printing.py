"""Printing: one interior and one cover for every printer, from the pages of the screen file."""

import io
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from press.findings import Place, Report
from press.load.printing import load_printer
from press.model.printing import PT_A_MM
from press.prove.wanted import read_ticket
from press.publish import driver
from press.publish.printing import shift
from tests.books.making import ROOT, Making, silent


def opened(printed: Making, name: str) -> pikepdf.Pdf:
    return pikepdf.open(printed.request.out / "1st" / name)


def test_the_pages_for_printers_are_laid_out_once(printed: Making, lighthouse: Making):
    assert set(printed.outcome.laid) <= {"preliminaries"}  # which name the ISBN; all else is the screen's
    assert set(printed.outcome.extents) <= {"print", "cover"}
    assert printed.outcome.extents["print"] == lighthouse.outcome.extents["screen"]


@pytest.mark.parametrize(("name", "signature"), [("offset", 16), ("ingram", 2)])
def test_the_interior_fills_the_signatures_of_its_printer(printed: Making, name, signature):
    with opened(printed, f"1st-print-{name}.pdf") as pdf:
        assert len(pdf.pages) % signature == 0
        assert 0 <= len(pdf.pages) - printed.outcome.extents["print"] < max(signature, 3)
        assert "/Contents" not in pdf.pages[-1].obj or name == "offset"


def test_crop_marks_stand_where_they_were_asked_for(printed: Making):
    with opened(printed, "1st-print-offset.pdf") as marked, opened(printed, "1st-print-ingram.pdf") as bare:
        assert marked.pages[6].obj.MediaBox != marked.pages[6].obj.TrimBox
        assert bare.pages[6].obj.MediaBox == bare.pages[6].obj.TrimBox


def test_each_file_carries_its_ticket(printed: Making):
    with opened(printed, "1st-cover-ingram.pdf") as pdf, opened(printed, "1st-print-ingram.pdf") as interior:
        ticket, extent = read_ticket(pdf), len(interior.pages)

    assert ticket
    assert (ticket.part, ticket.printer, ticket.paper, ticket.trim, ticket.profile, ticket.extent, ticket.isbn) == (
        "cover", "ingram", "white", "a5", "coated", extent, "978-0-306-40615-7")


def test_the_condition_is_the_one_of_the_printing(printed: Making):
    found = {}
    for file in printed.outcome.made:
        if file.suffix == ".pdf":
            with pikepdf.open(file) as pdf:
                found[file.stem] = str(pdf.Root.OutputIntents[0].OutputConditionIdentifier)

    assert found == {"1st-print-offset": "Black on uncoated paper", "1st-print-ingram": "FOGRA47",
                     "1st-cover-offset": "CGATS21_CRPC6", "1st-cover-ingram": "CGATS21_CRPC6"}


def test_the_same_bytes_come_from_the_screen_file_of_the_run_and_without_it(printed: Making, tmp_path: Path):
    outcome = driver.make(replace(printed.request, out=tmp_path, formats=("screen", "print")), silent)
    again = {file.name: file.read_bytes() for file in outcome.made if "print" in file.name}

    assert outcome.report.errors == []
    assert len(again) == 2
    for name, content in again.items():
        assert content == (printed.request.out / "1st" / name).read_bytes(), name


def test_an_interior_does_not_land_beside_a_cover_for_another_extent(printed: Making, tmp_path: Path):
    out = tmp_path / "dist"
    (out / "1st").mkdir(parents=True)
    stale = out / "1st" / "1st-cover-ingram.pdf"
    shutil.copy(printed.request.out / "1st" / stale.name, stale)
    age(stale)
    outcome = driver.make(replace(printed.request, out=out, formats=("print",)), silent)
    with opened(printed, "1st-print-ingram.pdf") as interior:
        extent = len(interior.pages)

    assert [str(finding).split("\n")[0] for finding in outcome.report.errors] == [
        f"1st-cover-ingram.pdf: Z-33 the cover was made for 60 pages, and 1st-print-ingram.pdf has {extent}"]
    assert outcome.made == ()
    assert [file.name for file in (out / "1st").iterdir()] == [stale.name]


def test_made_with_its_cover_it_lands(printed: Making, tmp_path: Path):
    out = tmp_path / "dist"
    (out / "1st").mkdir(parents=True)
    shutil.copy(printed.request.out / "1st" / "1st-cover-ingram.pdf", out / "1st")
    age(out / "1st" / "1st-cover-ingram.pdf")
    outcome = driver.make(replace(printed.request, out=out), silent)

    assert outcome.report.errors == []
    assert (out / "1st" / "1st-cover-ingram.pdf").read_bytes() == (
        printed.request.out / "1st" / "1st-cover-ingram.pdf").read_bytes()


def test_a_picture_of_a_screen_s_colours_is_told_and_nothing_is_made(printed: Making, tmp_path: Path):
    content = shutil.copytree(printed.request.content, tmp_path / "content")
    Image.new("RGB", (300, 90)).save(content / "plate.png")
    chapter = content / "body" / "02-the-wreck.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\n\n![A plate](plate.png)\n", encoding="utf-8")
    asked = replace(printed.request, content=content, out=tmp_path / "dist", formats=("print",), jobs=1)
    outcome = driver.make(asked, silent)

    assert {"Z-16", "Z-17"} <= {finding.rule for finding in outcome.report.errors}
    assert outcome.made == ()
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize(("extent", "moved"), [(100, 0), (300, 0), (500, 0), (502, 3.05), (700, 3.05), (760, 6.225)])
def test_a_thick_book_moves_its_pages_from_the_fold(extent, moved):
    kdp = load_printer(ROOT / "styles", "kdp", Place("edition"), Report())
    assert kdp

    assert shift(19 * PT_A_MM, kdp, extent) / PT_A_MM == pytest.approx(moved)


def age(cover: Path) -> None:
    """Let a cover say that it was made for sixty pages."""
    target = io.BytesIO()
    with pikepdf.open(cover) as pdf:
        told = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata = pdf.make_stream(re.sub(rb"<ticket:extent>\d+<", b"<ticket:extent>60<", told))
        pdf.save(target)
    cover.write_bytes(target.getvalue())
