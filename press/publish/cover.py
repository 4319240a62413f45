"""Cover: back, spine and front of every printing, as wide as the interior is thick."""

from collections.abc import Mapping

from press.assemble.exchange import Order, Ticket
from press.assemble.fonts import declared_faces
from press.assemble.interior import Interior, assemble
from press.assemble.sheets import Sheet
from press.compose.cover import compose_cover, sheet
from press.compose.templates import environment
from press.findings import Place
from press.layout.laid import Job
from press.layout.pool import lay_out
from press.load.house import load_format
from press.load.printing import Commission, load_commissions, trim_mm
from press.model.book import Format
from press.model.pages import PageMap
from press.model.printing import PT_A_MM, Printer
from press.prove.laid import tell_warnings
from press.prove.wanted import Part
from press.publish.forme import Run
from press.publish.interior import metadata
from press.publish.manuscript import checked_css
from press.publish.printing import file_name, filled_extent, promise, ticket


def make_cover(chosen: Format, css: str, run: Run) -> Mapping[str, bytes]:
    """The cover for every printer of the edition, by its name."""
    edition, styles = run.book.edition, run.shop.styles
    interior = load_format(styles, chosen.interior, edition, run.report)
    size = trim_mm(styles, chosen.trim or edition.trim)
    if interior is None or size is None:
        return {}
    forme = run.forme(interior, checked_css(run.material, interior, run.shop, run.report))
    isbn = edition.isbn(interior.id)
    for commission in load_commissions(styles, chosen, edition, run.report):
        order = _order(chosen, commission, filled_extent(forme, commission), isbn, run)
        finished = _sheet(order.ticket, size, commission.printer, css, run)
        promise(file_name(run.book, chosen, commission), chosen, finished, order, run)
    return {}


def _order(chosen: Format, commission: Commission, extent: int, isbn: str, run: Run) -> Order:
    return Order(metadata(run.book), commission.condition,
                 Sheet(bleed=commission.printer.bleed_mm * PT_A_MM, marks=commission.printing.crop_marks),
                 ticket(Part.COVER, chosen, commission, extent, run.book, isbn))


def _sheet(told: Ticket, size: tuple[float, float], printer: Printer, css: str, run: Run) -> bytes:
    """The sheet, laid out like any section, as a file."""
    of = sheet(size, printer, printer.paper(told.paper), told.extent)
    html = compose_cover(run.book, of, printer, told.extent, told.isbn, environment(run.shop.templates))
    job = Job(Part.COVER, html, css, run.shop.styles.resolve().as_uri() + "/")
    laid = run.beside(lay_out, job)()
    tell_warnings(laid, Place("templates/cover.html"), run.report)
    bound = Interior(metadata(run.book), declared_faces(run.shop.styles / "fonts.css"), live=False, folio=None)
    return assemble([(laid, True)], PageMap(), bound, run.report)
