"""Preflight of sheets: where the leaf is cut, what bleeds, what keeps from the edges, how many leaves."""

from collections.abc import Sequence
from typing import Any

from pikepdf import Pdf

from press.model.printing import PT_A_MM, Printer
from press.prove.painted import Box, Painted, Text
from press.prove.sightings import Sightings
from press.prove.wanted import Wanted

NEAR = 0.3  # pt, a tenth of a millimetre: printers take no less as a difference
AGAIN = "make the file again, with the trim of the edition"


def look(pdf: Pdf, painted: Sequence[Painted], printer: Printer | None, marks: bool, seen: Sightings) -> None:
    """Look at the boxes of every page, and at what is painted beyond its trim."""
    bleed = printer.bleed_mm * PT_A_MM if printer else 0.0
    for number, (page, on_it) in enumerate(zip(pdf.pages, painted, strict=True), 1):
        if "/TrimBox" not in page.obj:
            seen.see("Z-05", "a page has no TrimBox", AGAIN, number)
            continue
        if "/ArtBox" in page.obj or int(page.obj.get("/Rotate") or 0) or float(page.obj.get("/UserUnit") or 1) != 1:
            seen.see("Z-05", "a page has an ArtBox, is turned or is scaled", AGAIN, number)
        media, trim = edges(page.obj.MediaBox), edges(page.obj.TrimBox)
        bleeds = edges(page.obj.get("/BleedBox", page.obj.MediaBox))
        crop = edges(page.obj.get("/CropBox", page.obj.MediaBox))
        if not (within(trim, bleeds) and within(bleeds, media) and within(bleeds, crop)):
            seen.see("Z-07", "the boxes of a page do not lie within one another: trim, bleed, sheet", AGAIN, number)
        elif not marks and not _same(bleeds, media):
            seen.see("Z-09", "a sheet is larger than its page, and no crop marks were asked for", AGAIN, number)
        _look_at_bleed(on_it, trim, bleeds, bleed, number, seen)


def _look_at_bleed(on_it: Painted, trim: Box, bleeds: Box, bleed: float, number: int, seen: Sightings) -> None:
    """What runs over the trim runs to the printer's bleed; where nothing does, there is no bleed."""
    over = [one for one in on_it.boxes if not within(one, trim, 0.0) and _touches(one, bleeds)]
    if over and bleed and not within(grown(trim, bleed - NEAR), bleeds, 0.0):
        seen.see("Z-08", f"something runs over the trim, and the bleed is under {bleed / PT_A_MM:g} mm",
                 "let it run to the bleed, or keep it within the page", number)
    elif not over and not _same(bleeds, trim):
        seen.see("Z-08", "a page has a bleed, and nothing on it bleeds", AGAIN, number)
    for one in over:
        short = [side for side, (edge, cut, end) in enumerate(zip(one, trim, bleeds, strict=True))
                 if (edge < cut - NEAR and edge > end + NEAR if side < 2 else edge > cut + NEAR and edge < end - NEAR)]
        if short:
            seen.see("Z-08", "something runs over the trim and ends before the bleed does",
                     "let it run to the bleed, or keep it within the page", number)


def look_at_book(pdf: Pdf, painted: Sequence[Painted], wanted: Wanted, seen: Sightings) -> None:
    """Look at the trim, the extent and the margins of an interior."""
    printer = wanted.printer
    asked = (wanted.trim[0] * PT_A_MM, wanted.trim[1] * PT_A_MM) if wanted.trim else None
    for number, page in enumerate(pdf.pages, 1):
        box = edges(page.obj.get("/TrimBox", page.obj.MediaBox))
        size = box[2] - box[0], box[3] - box[1]
        if asked and any(abs(one - other) > NEAR for one, other in zip(size, asked, strict=True)):
            seen.see("Z-06", f"a page is {_mm(size)} and the trim of the edition {_mm(asked)}", AGAIN, number)
    extent = len(pdf.pages)
    if wanted.extent and extent != wanted.extent:
        seen.see("Z-25", f"the file has {extent} pages and should have {wanted.extent}", "make it again")
    if extent % 2:
        seen.see("Z-25", f"the extent is odd: {extent} pages", "end on a verso")
    if printer:
        _look_at_extent(extent, painted, printer, seen)
        _look_at_margins(pdf, painted, printer, seen)


def _look_at_extent(extent: int, painted: Sequence[Painted], printer: Printer, seen: Sightings) -> None:
    if extent % printer.signature:
        seen.see("Z-25", f"the extent of {extent} pages does not fill signatures of {printer.signature}",
                 f"fill it with blanks to {printer.filled(extent)}")
    if not printer.shortest <= extent <= printer.longest:
        seen.see("Z-26", f"the book has {extent} pages; {printer.name} binds {printer.shortest} to {printer.longest}",
                 "choose another printer or trim, or bind it in volumes")
    if printer.last_blank and painted[-1].boxes:
        seen.see("Z-27", "the last page is not blank", f"{printer.name} prints on it: leave it blank")


def _look_at_margins(pdf: Pdf, painted: Sequence[Painted], printer: Printer, seen: Sightings) -> None:
    """Nothing that stays on the page comes near an edge, nor into the fold (checklist 79)."""
    gutter = printer.gutter_mm(len(pdf.pages)) * PT_A_MM
    for number, (page, on_it) in enumerate(zip(pdf.pages, painted, strict=True), 1):
        trim = edges(page.obj.get("/TrimBox", page.obj.MediaBox))
        bleeding = any(not within(one, trim, 0.0) and _touches(one, trim) for one in on_it.boxes)
        edge = (printer.bleeding_edge_mm if bleeding else printer.edge_mm) * PT_A_MM
        safe = grown(trim, -edge)
        inner = trim[0] + gutter if number % 2 else trim[2] - gutter
        for text in on_it.texts:
            if not within(text.box, safe):
                seen.see("Z-29", f"type comes nearer to the trim than {edge / PT_A_MM:g} mm",
                         "heads, folios and text keep within the margins", number)
            if _in_fold(text, inner, number):
                seen.see("Z-30", f"type stands in the fold: the gutter of {len(pdf.pages)} pages is "
                         f"{gutter / PT_A_MM:.1f} mm", "give the page a larger inner margin", number)


def _in_fold(text: Text, inner: float, number: int) -> bool:
    return text.box[0] < inner - NEAR if number % 2 else text.box[2] > inner + NEAR


def edges(box: Any) -> Box:
    """A box as its left, low, right and high edge."""
    left, low, right, high = (float(edge) for edge in box)
    return min(left, right), min(low, high), max(left, right), max(low, high)


def grown(box: Box, by: float) -> Box:
    """A box with every edge moved outwards."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def within(inner: Box, outer: Box, slack: float = NEAR) -> bool:
    """Whether a box lies in another, or sticks out by no more than may be."""
    return (inner[0] >= outer[0] - slack - 1e-6 and inner[1] >= outer[1] - slack - 1e-6
            and inner[2] <= outer[2] + slack + 1e-6 and inner[3] <= outer[3] + slack + 1e-6)


def _same(one: Box, other: Box) -> bool:
    return within(one, other) and within(other, one)


def _touches(one: Box, page: Box) -> bool:
    """Whether a mark is at all on the page, and not outside it like a crop mark."""
    return one[0] < page[2] and one[2] > page[0] and one[1] < page[3] and one[3] > page[1]


def _mm(size: tuple[float, float]) -> str:
    return " × ".join(f"{edge / PT_A_MM:.1f}" for edge in size) + " mm"
