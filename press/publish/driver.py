"""Driver: a request becomes an edition; with `interior`, the only rooms that know all stages.

Every mistake of a run is found before anything is laid out where it can be; a run
with findings leaves the edition's folder as it was.
"""

from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from press.check.book import check_book
from press.cite.register import number_notes
from press.compose.composer import Material
from press.compose.mentions import index_marks
from press.compose.templates import template_names
from press.compose.views import expand
from press.findings import Report
from press.load.book import load_book
from press.load.house import load_format
from press.model.book import Book
from press.publish.delivery import deliver
from press.publish.interior import Progress, Shop, make_interior


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the press: `edition` empty means the last, `formats` empty the edition's own."""

    root: Path
    content: Path
    out: Path
    edition: str = ""
    formats: tuple[str, ...] = ()
    jobs: int = 0
    cache: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: its findings, the files it made, the sections it laid out, the extent by format."""

    report: Report
    made: tuple[Path, ...] = ()
    laid: tuple[str, ...] = ()
    extents: dict[str, int] = field(default_factory=dict)


def check(request: Request, progress: Progress) -> Outcome:
    """Read and check the book without laying it out."""
    report = Report()
    _prepare(request, report, progress)
    return Outcome(report)


def make(request: Request, progress: Progress) -> Outcome:
    """Make the files of an edition, or tell why not."""
    report = Report()
    material = _prepare(request, report, progress)
    if material is None or report.errors:
        return Outcome(report)
    edition = material.book.edition
    cache = request.root / ".cache" / "sections" if request.cache else None
    shop = Shop(request.root / "styles", request.root / "templates", cache, request.jobs)
    files: dict[str, bytes] = {}
    laid: tuple[str, ...] = ()
    extents: dict[str, int] = {}
    for name in request.formats or edition.formats:
        chosen = load_format(shop.styles, name, report)
        made = make_interior(material, chosen, shop, report, progress) if chosen else None
        if made:
            files[f"{edition.id}-{name}.pdf"] = made.pdf
            laid += made.laid
            extents[name] = made.extent
    if report.errors:
        return Outcome(report, laid=laid, extents=extents)
    return Outcome(report, deliver(files, request.out / edition.id, report), laid, extents)


def _prepare(request: Request, report: Report, progress: Progress) -> Material | None:
    """Read and check the book, expand its views and number its notes."""
    progress("read", 0, 1)
    book = load_book(request.content, request.edition, report)
    material = _numbered(book, request, report) if book else None
    progress("read", 1, 1)
    return material


def _numbered(book: Book, request: Request, report: Report) -> Material | None:
    known = template_names(request.root / "templates")
    check_book(book, tuple(known), report)
    if any(section.template not in known for section in book.sections):
        return None
    expanded = [expand(section, book.registers, report) for section in book.sections]
    numbered = number_notes(expanded, book.registers.sources, report)
    marks = tuple(mark for section in numbered.sections for mark in index_marks(section, book.registers, report))
    notes = sum(1 for section in numbered.sections for _ in section.body.iter("note"))
    facts = {"notes": str(notes), "sections": str(len(numbered.sections)),
             "sources": str(len(book.registers.sources)), "engine": version("weasyprint"), "trim": book.edition.trim}
    return Material(book, numbered.sections, numbered.cited, marks, facts)
