"""Cover: back, spine and front as one sheet, from what the edition says and how thick it is.

No picture and no emblem; a strip of years carries one mark.  The spine is as wide as
its leaves; it carries words when the printer says it is wide enough for them.
"""

from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from press.compose.barcode import drawing
from press.model.book import Book
from press.model.cover import Strip
from press.model.date_parts import ordinal
from press.model.printing import PT_A_MM, Paper, Printer

SPINE_SIZE, LEAST_SIZE = 15.0, 7.0  # pt: of the spine's title, and what is too small for one
STRIP = 300.0, 34.0  # pt: the strip of years
LEAST_BAR = 3.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of a cover, in mm: its trim is two pages and the spine wide."""

    page_mm: float
    height_mm: float
    spine_mm: float
    bleed_mm: float

    @property
    def width_mm(self) -> float:
        """Back, spine and front."""
        return 2 * self.page_mm + self.spine_mm


def sheet(trim: tuple[float, float], printer: Printer, paper: Paper, extent: int) -> Sheet:
    """The cover of a book of that trim, in mm, and extent."""
    return Sheet(trim[0], trim[1], round(printer.spine_mm(extent, paper), 2), printer.bleed_mm)


def compose_cover(book: Book, of: Sheet, printer: Printer, extent: int, isbn: str, templates: Environment) -> str:
    """The HTML of a cover."""
    strip = book.title.cover.years
    return templates.get_template("cover.html").render(
        book=book, sheet=of, isbn=isbn, barcode=drawing(isbn) if isbn else "",
        spine_size=spine_size(of, printer, extent), strip=_strip(strip) if strip else "")


def spine_size(of: Sheet, printer: Printer, extent: int) -> float:
    """How large the spine's title is set, in pt; 0 where the spine carries none."""
    room = (of.spine_mm - 2 * printer.spine_clear_mm) * PT_A_MM
    size = min(SPINE_SIZE, room / 1.1)
    return round(size, 2) if extent >= printer.spine_from_pages and size >= LEAST_SIZE else 0.0


def _strip(strip: Strip) -> Markup:
    """A line of years with one bar on it, as wide as the text block."""
    years = range(strip.first, strip.last + 1)
    start, beyond = ordinal((strip.first, 1, 1)), ordinal((strip.last + 1, 1, 1))

    def x(moment: float) -> float:
        return STRIP[0] * (moment - start) / (beyond - start)

    ticks = Markup("").join(_line(x(ordinal((year, 1, 1))), 14, 20) for year in (*years, strip.last + 1))
    left, right = x(ordinal(strip.mark.earliest)), x(ordinal(strip.mark.latest) + 1)
    bar = Markup('<rect x="{:.2f}" y="2" width="{:.2f}" height="18"/>').format(left, max(LEAST_BAR, right - left))
    figures = Markup("").join(
        Markup('<text x="{:.2f}" y="31" font-family="Label" font-size="8">{}</text>').format(
            x(ordinal((year, 1, 1))), year) for year in sorted({strip.first, strip.mark.earliest[0], strip.last}))
    axis = Markup('<path d="M0 20H{:g}" stroke="#fff" stroke-width=".75"/>').format(STRIP[0])
    return Markup('<svg xmlns="http://www.w3.org/2000/svg" width="{w:g}pt" height="{h:g}pt" viewBox="-1 0 {v:g} {h:g}" '
                  'fill="#fff" aria-hidden="true">{marks}</svg>').format(
        w=STRIP[0] + 2, v=STRIP[0] + 2, h=STRIP[1], marks=axis + ticks + bar + figures)


def _line(x: float, top: float, foot: float) -> Markup:
    return Markup('<path d="M{:.2f} {:g}V{:g}" stroke="#fff" stroke-width=".75"/>').format(x, top, foot)
