"""A section's file: what the engine would have written, but for the fonts, which the assembler embeds."""

import io
import re
from typing import Any

import pikepdf
import pytest
import weasyprint
from pikepdf import Array, Dictionary, Stream

from press.layout import engine, writing
from press.layout.section import pages_of
from tests.press.layout.paper import job, note, words

UP = ("/P", "/Parent", "/Pg", "/Prev")
PICTURE = ('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><title>A (lamp)</title>'
           '<rect width="40" height="20" fill="red" fill-opacity=".5"/><text x="2" y="12">lamp</text></svg>')
TEXT = (f'<h1 id="top">Lamps \\ (all)</h1><p lang="hy">{words(60)} Լույս{note(1, "A note of words.")}'
        f'<a href="https://example.org/a(b)">there</a></p>{PICTURE}'
        "<table><thead><tr><th>Year<th>Lamps<tbody><tr><td>1992<td>3</table><ul><li>one<li>two</ul>")


@pytest.fixture(scope="module")
def both():
    """One section as the press writes it and as the engine does."""
    document = pages_of(job(TEXT))
    ours, own = writing.written(document), io.BytesIO()
    document.fonts = {}
    document.write_pdf(own, pdf_variant="pdf/ua-1", pdf_tags=True)
    with pikepdf.open(io.BytesIO(ours)) as quick, pikepdf.open(own) as slow:
        yield quick, slow


def told(value: Any) -> Any:
    """An object and all that it leads to, but not back up; fonts by what is taken from them."""
    if isinstance(value, Array):
        return [told(item) for item in value]
    if isinstance(value, (Dictionary, Stream)):
        if value.get("/Type") == "/Font":
            return font(value)
        if value.get("/Type") == "/Page":
            return "page"
        content = [value.read_bytes()] if isinstance(value, Stream) else []
        keys = sorted({*value.keys()} - {*UP, "/Length", "/Filter"})
        return [[key, told(value[key])] for key in keys] + content
    return re.sub(r"^\d+-", "", str(value))  # a header cell's name begins with its object's number


def font(value: Any) -> Any:
    inner = value.DescendantFonts[0]
    descriptor = {key: told(item) for key, item in inner.FontDescriptor.items() if key != "/FontFile2"}
    mapped = value.ToUnicode.read_bytes().split()
    return str(value.BaseFont), told(inner.W), told(inner.CIDSystemInfo), descriptor, mapped


def test_the_pages_and_their_fonts_are_the_engine_s(both):
    quick, slow = both
    assert len(quick.pages) == len(slow.pages) > 1
    assert [told(page.obj[key]) for page in quick.pages for key in sorted(page.obj.keys()) if key not in UP] == [
        told(page.obj[key]) for page in slow.pages for key in sorted(page.obj.keys()) if key not in UP]


def test_the_tags_and_the_outline_are_the_engine_s(both):
    quick, slow = both
    for name in ("/StructTreeRoot", "/Outlines", "/Lang", "/MarkInfo", "/ViewerPreferences"):
        assert told(quick.Root[name]) == told(slow.Root[name])


def test_no_font_is_embedded(both):
    quick, slow = both
    files = [["/FontFile2" in face.DescendantFonts[0].FontDescriptor
              for face in pdf.pages[0].Resources.Font.values()] for pdf in both]
    assert len(slow.pages[0].Resources.Font) == len(quick.pages[0].Resources.Font) > 1
    assert not any(files[0])
    assert all(files[1])


def test_a_file_is_the_same_whenever_it_is_written():
    first, second = (writing.written(pages_of(job(TEXT))) for _ in range(2))
    assert first == second
    assert pikepdf.open(io.BytesIO(first)).check_pdf_syntax() == []


def test_under_another_version_the_engine_writes_its_own_file(monkeypatch):
    document = pages_of(job(f"<p>{words(3)}</p>"))
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert writing.install() is False
    with pikepdf.open(io.BytesIO(writing.written(document))) as pdf:
        face, = pdf.pages[0].Resources.Font.values()
        assert "/FontFile2" in face.DescendantFonts[0].FontDescriptor
    assert engine.install() is False
