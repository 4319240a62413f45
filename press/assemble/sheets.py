"""Sheets: what a printing machine and a guillotine need to know of the pages.

The trim is where the leaf is cut (ISO 32000-1, 14.11.2); what bleeds is printed
beyond it, to the bleed; crop marks stand outside the bleed.  The extent fills whole
signatures with blanks, and a thick book keeps more white at the fold.
"""

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from press.assemble.inks import Inks

MARK, CLEAR, WEIGHT = 14.0, 3.0, 0.25  # a crop mark: its length, its distance from the bleed, its line
BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
NEAR = 0.01  # pt by which two edges may differ and be one

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the pages stand on their sheets, in pt.

    `shift` moves a page away from the fold; `bleed` is how far something that bleeds runs
    over the trim; `extent` how many pages the file has with its blanks.
    """

    shift: float = 0.0
    bleed: float = 0.0
    marks: bool = False
    extent: int = 0


def set_sheets(pdf: Pdf, sheet: Sheet, inks: Inks) -> None:
    """Fill the extent with blanks, move the pages from the fold, and write their boxes."""
    while len(pdf.pages) < sheet.extent:
        _add_blank(pdf)
    for number, page in enumerate(pdf.pages):
        if sheet.shift and "/Contents" in page.obj:
            away = sheet.shift if number % 2 == 0 else -sheet.shift  # the first page is a recto
            page.obj.Contents = pdf.make_stream(b"1 0 0 1 %.3f 0 cm\n" % away + page.obj.Contents.read_bytes())
        _write_boxes(pdf, page.obj, sheet, inks)


def edges(box: Any) -> Box:
    """A box as its left, low, right and high edge."""
    left, low, right, high = (float(edge) for edge in box)
    return min(left, right), min(low, high), max(left, right), max(low, high)


def grown(box: Box, by: float) -> Box:
    """A box with every edge moved outwards."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _add_blank(pdf: Pdf) -> None:
    last = pdf.pages[-1].obj
    box = Array(last.get("/TrimBox", last.MediaBox))
    page = Dictionary(Type=Name.Page, Resources=Dictionary(), MediaBox=box, TrimBox=box)
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def _write_boxes(pdf: Pdf, page: Any, sheet: Sheet, inks: Inks) -> None:
    """The boxes of a page: the bleed is the trim where the engine left no room outside it."""
    media = edges(page.MediaBox)
    trim = edges(page.get("/TrimBox", page.MediaBox))
    bleeds = media[0] < trim[0] - NEAR
    bleed = grown(trim, sheet.bleed) if bleeds else trim
    media = bleed
    if sheet.marks:
        media = grown(grown(trim, sheet.bleed), CLEAR + MARK)
        _mark(pdf, page, trim, sheet.bleed + CLEAR, inks)
    for name in BOXES:
        if name in page:
            del page[name]
    for name, box in (("/MediaBox", media), ("/BleedBox", bleed), ("/TrimBox", trim)):
        page[name] = Array([round(edge, 4) for edge in box])


def _mark(pdf: Pdf, page: Any, trim: Box, away: float, inks: Inks) -> None:
    """Draw the crop marks of a page, two at every corner, in black."""
    left, low, right, high = trim
    lines = [line for x in (left, right) for line in (
        (x, low - away, x, low - away - MARK), (x, high + away, x, high + away + MARK))]
    lines += [line for y in (low, high) for line in (
        (left - away, y, left - away - MARK, y), (right + away, y, right + away + MARK, y))]
    drawn = "\n".join(f"{x:.4f} {y:.4f} m {to_x:.4f} {to_y:.4f} l S" for x, y, to_x, to_y in lines)
    marks = f"q {inks.black(1.0, b'RG').decode()} {WEIGHT} w\n{drawn}\nQ\n".encode()
    content = page.Contents.read_bytes() if "/Contents" in page else b""
    page.Contents = pdf.make_stream(marks + content)
