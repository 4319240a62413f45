"""Engine file: a section's file comes apart into the objects that other programs find in it."""

import io

import pikepdf
import pydyf
import pytest

from press.assemble.engine_file import taken_apart
from press.assemble.objects import Objects
from press.assemble.renumbered import Renumbered
from tests.press.assemble.shop import Made


@pytest.fixture(params=[True, False], ids=["packed", "plain"])
def written(request) -> bytes:
    """A file of one page as the engine writes it."""
    pdf = pydyf.PDF()
    stream = pydyf.Stream([b"0 0 1 1 re f"], compress=request.param)
    pdf.add_object(stream)
    pdf.add_page(pydyf.Dictionary({"Type": "/Page", "Parent": pdf.pages.reference, "Contents": stream.reference,
                                   "Say": pydyf.String("of (3) 4 0 R")}))
    target = io.BytesIO()
    pdf.write(target, compress=request.param)
    return target.getvalue()


def test_pages_and_streams_are_found(written):
    file = taken_apart(written)
    page = file.objects[file.pages()[0]]

    assert len(file.pages()) == 1
    assert file.streams[file.find(page, "Contents")].content == b"0 0 1 1 re f"


def test_every_object_of_a_section_is_taken_apart(book: Made):
    for section in book.sections:
        file = taken_apart(section.pdf)
        with pikepdf.open(io.BytesIO(section.pdf)) as pdf:
            kept = [one for one in pdf.objects if not (
                isinstance(one, pikepdf.Stream) and one.get("/Type") in ("/ObjStm", "/XRef"))]
            assert len(file.objects) + len(file.streams) == len(kept)
            assert [int(number) for number in file.pages()] == [page.obj.objgen[0] for page in pdf.pages]


def test_a_file_saved_by_another_program_comes_apart_as_well(book: Made):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(book.sections[0].pdf)) as pdf:
        pdf.save(target)

    assert len(taken_apart(target.getvalue()).pages()) == len(taken_apart(book.sections[0].pdf).pages())


def test_what_stands_in_a_string_is_no_reference(written):
    file = taken_apart(written)
    moved = Renumbered(file, Objects(7), {})
    body = moved.here(file.objects[file.pages()[0]])

    assert rb"(of \(3\) 4 0 R)" in body
    assert b"/Contents 8 0 R" in body
    assert moved.here(b"[3 0 R 3 0 R]") == b"[%s]" % b" ".join([moved.references[b"3"]] * 2)
