"""Proofs: what `prove` says of a finished file, whoever made it."""

import shutil
from pathlib import Path

import pikepdf
import pytest

from press.findings import Report
from press.prove.proofs import Proof, prove
from tests.books.making import ROOT, Making

STYLES = ROOT / "styles"


def proved(file: Path) -> tuple[list[Proof], list[str]]:
    report = Report()
    proofs = prove(file, STYLES, report)
    return proofs, [finding.rule for finding in report.sorted()]


@pytest.mark.parametrize(("name", "said"), [
    ("1st-print-ingram.pdf", "interior for Ingram, Lightning Source, paperback: PDF/X-4"),
    ("1st-cover-offset.pdf", "cover for Offset, sheet-fed, perfect bound: PDF/X-4")])
def test_a_file_for_a_printer_is_known_by_its_ticket(printed: Making, name, said):
    proofs, rules = proved(printed.request.out / "1st" / name)

    assert proofs[0] == Proof(name, said, 0)
    assert rules == []
    assert {proof.verdict for proof in proofs} == {"passed"}
    assert len(proofs) > 6


def test_the_screen_file_passes_with_its_manifest(lighthouse: Making):
    proofs, rules = proved(lighthouse.pdf)

    assert rules == []
    assert [(proof.what, proof.verdict) for proof in proofs] == [
        ("screen: PDF/UA-1, PDF/A-3", "passed"), ("the file as a whole", "passed"), ("fonts", "passed"),
        ("text within its page", "passed"), ("manifest", "passed")]


def test_a_changed_file_is_not_the_manifest_s(printed: Making, tmp_path: Path):
    folder = shutil.copytree(printed.request.out / "1st", tmp_path / "1st")
    file = folder / "1st-print-ingram.pdf"
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        pdf.Root.Lang = pikepdf.String("fr")
        pdf.save(file)
    proofs, rules = proved(file)

    assert rules == ["F-04"]
    assert proofs[-1] == Proof(file.name, "manifest", 1)


def test_a_cover_beside_a_thicker_interior_is_stale(printed: Making, tmp_path: Path):
    for name in ("1st-print-ingram.pdf", "1st-cover-ingram.pdf"):
        shutil.copy(printed.request.out / "1st" / name, tmp_path)
    interior = tmp_path / "1st-print-ingram.pdf"
    with pikepdf.open(interior, allow_overwriting_input=True) as pdf:
        pdf.pages.append(pdf.pages[-1])
        pdf.pages.append(pdf.pages[-1])
        pdf.save(interior)
    proofs, rules = proved(tmp_path / "1st-cover-ingram.pdf")

    assert rules == ["Z-33"]
    assert [proof.faults for proof in proofs if proof.what == "spine and extent"] == [1]


def test_a_foreign_file_is_held_against_what_holds_for_all(tmp_path: Path):
    file = tmp_path / "foreign.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)
    proofs, rules = proved(file)

    assert rules == []
    assert proofs[0] == Proof("foreign.pdf", "screen: no claim", 0)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_gets_one_line(tmp_path: Path, content):
    (tmp_path / "x.pdf").write_bytes(content)
    proofs, rules = proved(tmp_path / "x.pdf")

    assert rules == ["Z-01"]
    assert proofs == [Proof("x.pdf", "no PDF that can be read", 1)]


def test_a_file_that_is_not_there_gets_one_line(tmp_path: Path):
    assert proved(tmp_path / "none.pdf") == ([], ["F-03"])
    assert proved(tmp_path) == ([], ["F-03"])


def test_a_ticket_of_a_printer_that_the_house_does_not_know_is_told(printed: Making, tmp_path: Path):
    file = tmp_path / "x.pdf"
    with pikepdf.open(printed.request.out / "1st" / "1st-print-ingram.pdf") as pdf:
        written = pdf.Root.Metadata.read_bytes().replace(b"<ticket:printer>ingram<", b"<ticket:printer>ingrum<")
        pdf.Root.Metadata = pdf.make_stream(written)
        pdf.save(file)
    _, rules = proved(file)

    assert rules == ["O-01"]
