"""Printing: the files for a printing machine, one of each printing of the edition.

The interior is printed from the pages of the screen file: the same lines, in one black.
"""

from collections.abc import Mapping
from pathlib import Path

from press.assemble.exchange import Order, Ticket
from press.assemble.sheets import Sheet
from press.findings import Report
from press.load.printing import Commission, load_commissions
from press.model.book import Book, Format, Kind
from press.model.printing import GUTTER_SPARE_MM, PT_A_MM, Printer
from press.prove.proofs import check_folder
from press.prove.readied import Task, readied
from press.prove.tickets import wanted
from press.prove.wanted import Part
from press.publish.forme import Forme, Run
from press.publish.interior import assembled, metadata


def make_print(chosen: Format, css: str, run: Run) -> Mapping[str, bytes]:
    """The interior for every printer of the edition, by its name."""
    forme = run.forme(chosen, css)
    finished = _of_screen(chosen, run) or assembled(chosen.model_copy(update={"live": True}), forme, run)
    for commission in load_commissions(run.shop.styles, chosen, run.book.edition, run.report):
        extent = filled_extent(forme, commission)
        order = Order(metadata(run.book), commission.condition, _sheet(forme, commission, extent),
                      ticket(Part.INTERIOR, chosen, commission, extent, run.book))
        promise(file_name(run.book, chosen, commission), chosen, finished, order, run)
    return {}


def _of_screen(chosen: Format, run: Run) -> bytes:
    """The screen file of the same pages, when this run has made it: its words are proved already."""
    return next((content for made in run.made for content in made.files.values()
                 if made.format.live and made.format.kind is Kind.PAGES
                 and (made.format.stylesheets, made.format.trim) == (chosen.stylesheets, chosen.trim)), b"")


def promise(name: str, chosen: Format, finished: bytes, order: Order, run: Run) -> None:
    """Have a file made ready for a printing machine, opened again and held against its order, while others are made."""
    run.progress(f"preflight {name}", 0, 1)
    task = Task(finished, order, wanted(name, order.ticket, run.shop.styles, run.report))
    run.promised.append((chosen, name, run.beside(readied, task)))


def check_beside(files: Mapping[str, bytes], folder: Path, report: Report) -> None:
    """No interior lands beside a cover that was made for another extent, and the other way round."""
    check_folder({path.name: path.read_bytes() for path in sorted(folder.glob("*.pdf"))} | dict(files), report)


def file_name(book: Book, chosen: Format, commission: Commission) -> str:
    """What the file of a printing is called: `1st-print.pdf`, `1st-print-kdp.pdf`."""
    parts = (book.edition.id, chosen.id, commission.printing.id)
    return "-".join(part for part in parts if part) + ".pdf"


def filled_extent(forme: Forme, commission: Commission) -> int:
    """The extent of the interior with the blanks that fill the printer's signatures."""
    printer, extent = commission.printer, forme.extent
    ends_blank = len(forme.sections[-1].pages) % 2 == 1 or printer.filled(extent) > extent
    return printer.filled(extent if ends_blank or not printer.last_blank else extent + 1)


def ticket(part: str, chosen: Format, commission: Commission, extent: int, book: Book, isbn: str = "") -> Ticket:
    """What travels with a file to the printer."""
    printing = commission.printing
    return Ticket(part, commission.printer.id, commission.printer.paper(printing.paper).id,
                  chosen.trim or book.edition.trim, commission.condition.profile.id, extent, isbn,
                  marks="yes" if printing.crop_marks else "")


def shift(inner: float, printer: Printer, extent: int) -> float:
    """How far, in pt, pages of that inner margin move from the fold: the measure stays, the outer margin gives."""
    return max(0.0, (printer.gutter_mm(extent) + GUTTER_SPARE_MM) * PT_A_MM - inner)


def _sheet(forme: Forme, commission: Commission, extent: int) -> Sheet:
    inner = min(page.text[0] for section in forme.sections for page in section.pages[::2])  # rectos
    return Sheet(shift(inner, commission.printer, extent), commission.printer.bleed_mm * PT_A_MM,
                 commission.printing.crop_marks, extent)
