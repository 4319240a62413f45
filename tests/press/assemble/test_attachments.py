"""Attachments: a file carries them whole, named, dated by the edition, and tied to the document."""

import io

import pikepdf
from pikepdf import Name

from press.assemble.attachments import Attachment, Relationship
from tests.press.assemble.shop import Made

FILES = (
    Attachment("z.json", "application/json", b"{}", Relationship.DATA, "A table"),
    Attachment("a.bib", "application/x-bibtex", b"@misc{a}", Relationship.SOURCE, "Sources"),
)


def test_every_attachment_is_found_by_name_and_by_association(book: Made):
    with pikepdf.open(io.BytesIO(book.again(attachments=FILES))) as pdf:
        assert {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments} == {
            "a.bib": b"@misc{a}", "z.json": b"{}"}
        assert [(str(one.UF), one.AFRelationship) for one in pdf.Root.AF] == [
            ("a.bib", Name.Source), ("z.json", Name.Data)]
        assert {str(one.EF.F.Subtype) for one in pdf.Root.AF} == {"/application/json", "/application/x-bibtex"}
        assert {str(one.EF.F.Params.ModDate) for one in pdf.Root.AF} == {"D:20260226000000Z"}
        assert "/Dests" in pdf.Root.Names


def test_a_file_for_a_printing_machine_carries_none(book: Made):
    with pikepdf.open(io.BytesIO(book.again(attachments=FILES, live=False))) as pdf:
        assert list(pdf.attachments) == []


def test_the_order_of_the_attachments_does_not_matter(book: Made):
    assert book.again(attachments=FILES) == book.again(attachments=FILES[::-1])
