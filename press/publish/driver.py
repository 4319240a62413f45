"""Driver: a request becomes an edition; the only room that knows all stages.

Every mistake of a run is found before anything is laid out where it can be; a run
with findings leaves the edition's folder as it was.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version

from press.check.book import check_book
from press.check.evidence import check_evidence
from press.check.history import check_history
from press.check.use import check_use
from press.cite.clarity import check_short_forms
from press.cite.register import number_notes
from press.compose.composer import Material
from press.compose.general_index import check_cross_references
from press.compose.mentions import index_marks
from press.compose.templates import template_names
from press.compose.views import expand
from press.findings import Report
from press.load.book import load_book
from press.load.house import load_format
from press.load.printing import PRINTED
from press.model.book import Book, Format, Kind
from press.prove.manifest import NAME, manifest
from press.publish.archive import digest, gather, pack
from press.publish.changes import NAME as CHANGES
from press.publish.changes import changes_file
from press.publish.cover import make_cover
from press.publish.data import make_data
from press.publish.delivery import deliver
from press.publish.epub import make_epub
from press.publish.finished import keep
from press.publish.forme import Made, Progress, Run, Shop
from press.publish.interior import check_letters, checked_css, make_interior
from press.publish.printing import check_beside, make_print
from press.publish.request import Outcome, Request
from press.publish.web.maker import make_web

Prepared = tuple[Material, tuple[tuple[Format, str], ...]]
# How the files of a format are made: from the format, its styles and the run, by name within the edition's folder.
MAKERS: Mapping[Kind, Callable[[Format, str, Run], Mapping[str, bytes]]] = {
    Kind.PAGES: make_interior,
    Kind.PRINT: make_print,
    Kind.EPUB: make_epub,
    Kind.DATA: make_data,
    Kind.WEB: make_web,
    Kind.COVER: make_cover,
}
# What cannot be missed in lists of which something could not be read, by the rule that would miss it.
MISSED_IN = {"R-01": frozenset({"sources"}), "R-06": frozenset({"people", "places", "organizations"}),
             "R-07": frozenset({"maps"}),
             "R-11": frozenset({"events", "estimates", "maps", "positions", "acts", "memorials", "films", "people",
                                "places", "organizations", "terms", "names-of-the-event", "claims"})}


def check(request: Request, progress: Progress) -> Outcome:
    """Read and check the book without laying it out."""
    report = Report()
    prepare(request, report, progress)
    return Outcome(report)


def make(request: Request, progress: Progress) -> Outcome:
    """Make the files of an edition, or tell why not."""
    report = Report()
    prepared = prepare(request, report, progress)
    if prepared is None or report.errors:
        return Outcome(report)
    material, styles = prepared
    edition = material.book.edition
    sources = gather(request.root, request.content, edition.id)
    carried = any(chosen.carries_sources for chosen, _ in styles)
    clerk = ThreadPoolExecutor(1)  # packs meanwhile: it takes seconds, and nobody waits for it but the last
    packing = clerk.submit(pack, sources, request.kept("archives")) if carried else None
    clerk.shutdown(wait=False)
    run = Run(material, shop(request), report, progress, packing)
    files: dict[str, bytes] = {}
    extents: dict[str, int] = {}
    for chosen, css in sorted(styles, key=lambda one: one[0].kind is Kind.WEB):  # it lists what else was made
        run.made.append(Made(chosen, MAKERS[chosen.kind](chosen, css, run)))
        files |= run.made[-1].files
        if css in run.formes:
            extents[chosen.id] = run.formes[css].extent
    if edition.formats[0] in {chosen.id for chosen, _ in styles}:
        run.excuses.prove(report)
    if any(chosen.kind in PRINTED for chosen, _ in styles):
        check_beside(files, request.out / edition.id, report)
    laid = tuple(name for forme in run.formes.values() for name in forme.laid)
    if report.errors:
        return Outcome(report, laid=laid, extents=extents)
    if material.book.before:
        files[CHANGES] = changes_file(material.book)
    files[NAME] = manifest(edition, files, digest(sources), request.out / edition.id)
    outcome = Outcome(report, deliver(files, request.out / edition.id, report), laid, extents)
    keep(request, edition.id, sources, outcome)
    return outcome


def shop(request: Request) -> Shop:
    """Where the press's own things stand for a request."""
    return Shop(request.root / "styles", request.root / "templates", request.kept("sections"), request.jobs,
                request.executor)


def prepare(request: Request, report: Report, progress: Progress) -> Prepared | None:
    """Read and check the book, number its notes, and read the styles of its formats."""
    progress("read", 0, 1)
    book = load_book(request.content, request.edition, report)
    prepared = None
    if book:
        here = shop(request)
        check_book(book, tuple(template_names(here.templates)), report)
        check_short_forms(book.registers.sources, report)
        check_evidence(book, report)
        check_history(book, report)
        material = _numbered(book, report)
        if book.whole:
            check_cross_references(material.marks, book.registers.cross_references, report)
            check_use(book.registers, {one.key for one in material.cited},
                      {one.record for one in material.marks}, report)
        formats = [load_format(here.styles, name, book.edition, report)
                   for name in _in_order(request.formats, book.edition.formats)]
        prepared = material, tuple((chosen, checked_css(material, chosen, here, report))
                                   for chosen in formats if chosen)
        if any(css for _, css in prepared[1]):
            check_letters(material, here, report)
    progress("read", 1, 1)
    return prepared


def _in_order(asked: tuple[str, ...], own: tuple[str, ...]) -> list[str]:
    """The formats asked for in one order, however they were asked for: the edition's own first, as it has them."""
    return sorted(asked or own, key=lambda name: (own.index(name), "") if name in own else (len(own), name))


def _numbered(book: Book, report: Report) -> Material:
    """The book with its views expanded and its notes numbered."""
    registers, heard = book.registers, Report()
    expanded = [expand(section, registers, heard) for section in book.sections]
    numbered = number_notes(expanded, registers.sources, heard)
    marks = tuple(mark for section in numbered.sections for mark in index_marks(section, registers, heard))
    for finding in heard.findings:
        if not MISSED_IN.get(finding.rule, frozenset()) & registers.incomplete:
            report.enter(finding)
    notes = sum(1 for section in numbered.sections for _ in section.body.iter("note"))
    facts = {"notes": str(notes), "sections": str(len(numbered.sections)),
             "sources": str(len(registers.sources)), "engine": version("weasyprint"), "trim": book.edition.trim}
    return Material(book, numbered.sections, numbered.cited, marks, facts)
