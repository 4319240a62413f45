"""Interior: the laid-out sections of an edition become one PDF.

Each section begins on a recto; a section of an odd number of pages is followed by
a blank verso that carries nothing.  Assembly is linear in the pages, and the same
sections give the same bytes.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from press.assemble.attachments import Attachment, attach
from press.assemble.catalog import (
    Metadata,
    write_intent,
    write_labels,
    write_metadata,
    write_names,
    write_outline,
)
from press.assemble.fonts import FontSet
from press.assemble.numbers import (
    FolioStyle,
    LateNumber,
    carried_stream,
    folio_stream,
    rectangle,
    set_late_numbers,
)
from press.assemble.structure import StructureTree
from press.findings import Place, Report
from press.layout.laid import Heading, LaidSection
from press.model.folio import Folio
from press.model.pages import PageMap

REFERENCE = "xref:"
LATE = "late:"  # a reference that prints its page number, laid out as zeros


@dataclass(frozen=True, slots=True)
class Interior:
    """How an interior is put together: live (screen) or for a printing machine.

    `profile` is the colour profile of the output intent, `attachments` what the
    file carries; both belong to live files.
    """

    metadata: Metadata
    faces: dict[str, Path]
    live: bool = True
    profile: bytes = b""
    attachments: tuple[Attachment, ...] = ()
    folio: FolioStyle = field(default_factory=FolioStyle)


@dataclass(slots=True)
class _Placed:
    """A section in the output."""

    section: LaidSection
    body: bool
    pages: list[Any]
    first: Folio


def assemble(sections: Sequence[tuple[LaidSection, bool]], found: PageMap, interior: Interior,
             report: Report) -> bytes:
    """The PDF of the sections, each with whether it belongs to the body's numbering."""
    pdf = Pdf.new()
    fonts = FontSet(interior.faces)
    structure = StructureTree(pdf)
    placed: list[_Placed] = []
    first = {False: 1, True: 1}
    sources = []  # open until the file is saved: pages are copied late
    for section, body in sections:
        source = Pdf.open(io.BytesIO(section.pdf))
        sources.append(source)
        pages = _copy_pages(pdf, source, fonts)
        structure.add(source, section.id, pages)
        placed.append(_Placed(section, body, pages, Folio(body, first[body])))
        first[body] += len(pages) + len(pages) % 2
        if len(pages) % 2:
            _add_blank(pdf, pages[-1])
    destinations = _destinations(placed)
    for item in placed:
        _finish_pages(pdf, item, fonts, interior, found, destinations, report)
    for name in sorted(fonts.undeclared):
        report.add("G-02", Place("styles/fonts.css"),
                   f"the engine took the font “{name}”, which is not declared",
                   "a character is in none of the declared fonts, or a style asks for a face not there")
    fonts.embed(pdf, [item.pages[0].Resources.Font for item in placed])
    _write_catalog(pdf, placed, structure, destinations, interior)
    target = io.BytesIO()
    pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate,
             compress_streams=True, force_version="1.7")
    return target.getvalue()


def _copy_pages(pdf: Pdf, source: Pdf, fonts: FontSet) -> list[Any]:
    """Copy a section's pages without its fonts: the table that its pages and pictures share stays empty."""
    table = source.pages[0].obj.Resources.Font
    fonts.take(table)
    for key in sorted(table.keys()):
        del table[key]
    start = len(pdf.pages)
    pdf.pages.extend(source.pages)
    return [pdf.pages[start + i].obj for i in range(len(source.pages))]


def _add_blank(pdf: Pdf, like: Any) -> None:
    page = Dictionary(Type=Name.Page, Resources=Dictionary(), Tabs=Name.S)
    for name in ("/MediaBox", "/TrimBox", "/BleedBox"):
        if name in like:
            page[name] = Array(like[name])
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def _destinations(placed: list[_Placed]) -> dict[str, Any]:
    """Where every name leads."""
    found: dict[str, Any] = {}
    for item in placed:
        found.setdefault(item.section.id, Array([item.pages[0], Name.Fit]))
        for name, spots in item.section.names.items():
            found.setdefault(name, Array([item.pages[spots[0].page], Name.XYZ, spots[0].x, spots[0].y, 0]))
    return found


def _finish_pages(pdf: Pdf, item: _Placed, fonts: FontSet, interior: Interior, found: PageMap,
                  destinations: dict[str, Any], report: Report) -> None:
    """Set the folios and late numbers of a section, and tie its links."""
    for number, (page, laid) in enumerate(zip(item.pages, item.section.pages, strict=True)):
        late = _tie_links(page, item.section.id, found, destinations, report)
        content = page.Contents.read_bytes() if late else b""
        if late:
            content, done = set_late_numbers(content, laid.height, late, fonts)
            if done != len(late):
                report.add("P-02", Place(item.section.id),
                           f"{len(late) - done} page numbers found no zeros to replace",
                           "this is a fault of the press: report it")
            page.Contents = pdf.make_stream(content)
        folio = Folio(item.body, item.first.number + number)
        stamp = folio_stream(fonts, laid, str(folio), number == 0, folio.number % 2 == 1, interior.folio)
        stamp += carried_stream(fonts, laid, interior.folio)
        if stamp:
            page.Contents = Array([pdf.make_stream(stamp), page.Contents])
        if not interior.live:
            for key in ("/Annots", "/StructParents"):
                if key in page:
                    del page[key]


def _tie_links(page: Any, section: str, found: PageMap, destinations: dict[str, Any],
               report: Report) -> list[LateNumber]:
    """Point the page's references at their names; those that print a page number come back."""
    late = []
    for annotation in page.get("/Annots", ()):
        annotation.F = 4  # printed: ISO 14289-1, 7.18.1
        _open_rectangle(annotation)
        address = str(annotation.A.get("/URI", "")) if "/A" in annotation else ""
        if not address.startswith((REFERENCE, LATE)):
            continue
        prints, name = address.startswith(LATE), address.split(":", 1)[1]
        del annotation["/A"]
        folio = found.folio(name)
        if name not in destinations:
            report.add("R-05", Place(section), f"a reference leads to “{name}”, which is nowhere",
                       "this is a fault of the press: report it")
            continue
        annotation.Dest = String(name)
        annotation.Contents = String(_spoken(name, folio))
        if prints and folio:
            left, low, _, high = rectangle(annotation)
            late.append(LateNumber(left, low, high, str(folio)))
    return late


def _open_rectangle(annotation: Any) -> None:
    """Give a link without height (a note call) a height that a finger finds, in pt."""
    left, low, right, high = rectangle(annotation)
    if high - low < 4:
        annotation.Rect = Array([left - 1, low - 1, right + 1, high + 8])


def _spoken(name: str, folio: Folio | None) -> str:
    """What a screen reader says of a link."""
    head, _, number = name.rpartition("-")
    if head and number[:1] == "n" and number[1:].isdigit():
        return f"Note {number[1:]}"
    if head and number[:1] == "c" and number[1:].isdigit():
        return f"Back to the text at note {number[1:]}"
    return f"Page {folio}" if folio else name


def _write_catalog(pdf: Pdf, placed: list[_Placed], structure: StructureTree, destinations: dict[str, Any],
                   interior: Interior) -> None:
    front = sum(len(item.pages) + len(item.pages) % 2 for item in placed if not item.body)
    write_labels(pdf, front)
    write_metadata(pdf, interior.metadata, tagged=interior.live)
    if interior.live:
        pdf.Root.StructTreeRoot = structure.finish()
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        write_names(pdf, destinations)
        outlines: list[tuple[tuple[Heading, ...], list[Any]]] = [
            (item.section.outline, item.pages) for item in placed]
        write_outline(pdf, outlines)
        write_intent(pdf, interior.profile)
        attach(pdf, interior.attachments, interior.metadata.date)
