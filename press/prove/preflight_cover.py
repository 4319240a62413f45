"""Preflight of the cover: as wide as the book is thick, words off the folds and edges, a barcode that a till reads."""

from pikepdf import Pdf

from press.findings import Severity
from press.model.printing import PT_A_MM, Printer
from press.prove.bars import module_of, read_bars
from press.prove.colours import CMYK, GREY, Ink
from press.prove.painted import Box, Painted, Shape, Text
from press.prove.preflight_sheets import edges, grown, within
from press.prove.sightings import Sightings
from press.prove.wanted import Wanted

NEAR = 0.3  # pt
PAPER = (Ink(CMYK, (0.0, 0.0, 0.0, 0.0)), Ink(GREY, (1.0,)))
BLACK = (Ink(CMYK, (0.0, 0.0, 0.0, 1.0)), Ink(GREY, (0.0,)))
MODULE_MM, SMALLEST, LARGEST = 0.33, 0.8, 2.0  # of the bars at full size, and how much smaller or larger they may be
BEFORE, AFTER = 11, 7  # modules that stay clear beside them
BOX_MM = (50.0, 30.0)  # the least that others print a barcode in
AGAIN = "make the cover again"


def look(pdf: Pdf, painted: Painted, wanted: Wanted, seen: Sightings) -> None:
    """Look at a cover for an interior of the extent that is wanted."""
    if len(pdf.pages) != 1:
        seen.see("Z-33", f"a cover is one sheet, and the file has {len(pdf.pages)} pages", AGAIN)
    page = pdf.pages[0].obj
    trim = edges(page.get("/TrimBox", page.MediaBox))
    if wanted.printer and wanted.trim:
        spine = wanted.printer.spine_mm(wanted.extent, wanted.printer.paper(wanted.paper)) * PT_A_MM
        _look_at_width(trim, spine, wanted, seen)
        folds = trim[0] + wanted.trim[0] * PT_A_MM, trim[2] - wanted.trim[0] * PT_A_MM
        _look_at_words(painted, trim, folds, wanted.printer, wanted.extent, seen)
    _look_at_bars(painted, wanted.isbn, seen)


def _look_at_width(trim: Box, spine: float, wanted: Wanted, seen: Sightings) -> None:
    """Back, spine and front are as wide as two pages and the leaves between them (checklist 88)."""
    assert wanted.trim is not None  # the caller looked
    size = trim[2] - trim[0], trim[3] - trim[1]
    asked = 2 * wanted.trim[0] * PT_A_MM + spine, wanted.trim[1] * PT_A_MM
    if any(abs(one - other) > NEAR for one, other in zip(size, asked, strict=True)):
        told = " and should be ".join(f"{wide / PT_A_MM:.1f} × {high / PT_A_MM:.1f} mm" for wide, high in (size, asked))
        seen.see("Z-33", f"the cover is {told} for {wanted.extent} pages", f"the extent or the trim changed: {AGAIN}")


def _look_at_words(painted: Painted, trim: Box, folds: tuple[float, float], printer: Printer, extent: int,
                   seen: Sightings) -> None:
    """Words keep off the edges and folds; the spine has some only where it is wide enough (checklist 89, 90)."""
    edge, clear = printer.cover_edge_mm * PT_A_MM, printer.spine_clear_mm * PT_A_MM
    safe = grown(trim, -edge)
    for text in painted.texts:
        if not within(text.box, safe):
            seen.see("Z-34", f"words of the cover come nearer to the trim than {edge / PT_A_MM:g} mm",
                     "keep them within the cover")
        if _on_spine(text, folds):
            if extent < printer.spine_from_pages:
                seen.see("Z-35", f"the spine of {extent} pages carries words, and is wide enough from "
                         f"{printer.spine_from_pages}", "leave the spine bare")
            elif text.box[0] < folds[0] + clear - NEAR or text.box[2] > folds[1] - clear + NEAR:
                seen.see("Z-35", f"words of the spine come nearer to a fold than {printer.spine_clear_mm:.2g} mm",
                         "set them smaller")
        elif any(text.box[0] < fold + edge - NEAR and text.box[2] > fold - edge + NEAR for fold in folds):
            seen.see("Z-34", f"words of the cover come nearer to a fold than {edge / PT_A_MM:g} mm",
                     "keep them off the spine")
    narrow = printer.spine_narrow_mm * PT_A_MM
    if folds[1] - folds[0] < narrow and any(_on_spine(text, folds) for text in painted.texts):
        seen.see("Z-35", f"the spine is narrow, and its words may drift: {(folds[1] - folds[0]) / PT_A_MM:.1f} mm",
                 "leave it bare, or look at a proof", severity=Severity.REVIEW)


def _on_spine(text: Text, folds: tuple[float, float]) -> bool:
    middle = (text.box[0] + text.box[2]) / 2
    return folds[0] < middle < folds[1]


def _look_at_bars(painted: Painted, isbn: str, seen: Sightings) -> None:
    """The barcode says the ISBN, black on paper, large enough and clear of all; or its box is clear (checklist 91)."""
    boxes = [shape.box for shape in painted.shapes if shape.ink in PAPER and shape.width is None]
    box = max(boxes, key=lambda one: (one[2] - one[0]) * (one[3] - one[1]), default=None)
    if box is None or box[2] - box[0] < BOX_MM[0] * PT_A_MM or box[3] - box[1] < BOX_MM[1] * PT_A_MM:
        seen.see("Z-36", "the cover has no box of bare paper for the barcode", "leave one of 50.8 × 30.5 mm")
        return
    bars = _bars(painted.shapes, box)
    figures = "".join(figure for figure in isbn if figure.isdigit())
    if not isbn:
        if bars or any(within(text.box, box) for text in painted.texts):
            seen.see("Z-36", "the box for the barcode is not clear, and the format has no ISBN", "leave it clear")
        return
    if read_bars(bars) != figures:
        seen.see("Z-36", f"the barcode says “{read_bars(bars) or 'nothing'}” and the ISBN is {figures}", AGAIN)
        return
    module = module_of(bars)
    size = module / PT_A_MM / MODULE_MM
    left, right = min(bar[0] for bar in bars) - box[0], box[2] - max(bar[2] for bar in bars)
    if not SMALLEST - 0.01 <= size <= LARGEST + 0.01:
        seen.see("Z-36", f"the barcode is printed at {size:.0%} of its size", "print it at 80 to 200 %")
    if left < BEFORE * module or right < AFTER * module:
        seen.see("Z-36", "the barcode has too little clear space beside it",
                 "leave eleven modules before it and seven after")


def _bars(shapes: list[Shape], box: Box) -> list[Box]:
    """The bars in a box, but for those that paper was painted over."""
    found: list[Box] = []
    for shape in shapes:
        if _is_bar(shape, box):
            found.append(shape.box)
        elif shape.ink in PAPER:
            found = [bar for bar in found if not _meet(bar, shape.box)]
    return found


def _is_bar(shape: Shape, box: Box) -> bool:
    return (shape.ink in BLACK and shape.width is None and within(shape.box, box)
            and shape.box[3] - shape.box[1] > 4 * (shape.box[2] - shape.box[0]))


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
