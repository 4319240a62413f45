"""Manuscript: the book read, checked and numbered, with its styles: all that is known before anything is laid out.

Nothing here loads the layout engine or what writes files, so that a check answers at once.
"""


from press.check.book import check_book
from press.check.evidence import check_evidence
from press.check.history import check_history
from press.check.use import check_use
from press.cite.clarity import check_short_forms
from press.compose.coverage import check_coverage
from press.compose.general_index import check_cross_references
from press.compose.glyphs import families
from press.compose.material import Material
from press.compose.numbering import numbered
from press.compose.tokens import resolve
from press.findings import Report
from press.load.book import load_book
from press.load.house import check_passages, load_format, read_stylesheets, template_names
from press.model.book import Book, Format
from press.model.memory import Memories
from press.publish.kept import shelves
from press.publish.request import Progress, Request, Shop
from press.publish.settled import check_faces, letters
from press.versions import version

Prepared = tuple[Material, tuple[tuple[Format, str], ...]]
# What cannot be missed in lists of which something could not be read, by the rule that would miss it.
MISSED_IN = {"R-01": frozenset({"sources"}), "R-06": frozenset({"people", "places", "organizations"}),
             "R-07": frozenset({"maps"}),
             "R-11": frozenset({"events", "estimates", "maps", "positions", "acts", "memorials", "films", "people",
                                "places", "organizations", "terms", "names-of-the-event", "claims"})}


def prepare(request: Request, report: Report, progress: Progress, memories: Memories | None = None) -> Prepared | None:
    """Read and check the book, number its notes, and read the styles of its formats.

    Who has no `memories` of the texts, as they are kept for the request, leaves it to this to keep them.
    """
    if memories is None:
        memories = shelves(request.kept("texts"), request.content)
        try:
            return prepare(request, report, progress, memories)
        finally:
            memories.keep()
    progress("read", 0, 1)
    book = load_book(request.content, request.edition, report, memories)
    prepared = None
    if book:
        here = request.shop
        check_book(book, tuple(template_names(here.templates)), report)
        check_short_forms(book.registers.sources, report)
        check_evidence(book, report)
        check_history(book, report)
        material = _numbered(book, report)
        if book.whole:
            check_cross_references(material.marks, book.registers.cross_references, report)
            check_use(book.registers, {one.key for one in material.cited},
                      {one.record for one in material.marks}, report)
        check_passages(here.styles, book.registers, report)
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
    done = [numbered(section, registers, heard) for section in book.sections]
    for finding in heard.findings:
        if not MISSED_IN.get(finding.rule, frozenset()) & registers.incomplete:
            report.enter(finding)
    facts = {"notes": str(sum(one.notes for one in done)), "sections": str(len(done)),
             "sources": str(len(registers.sources)), "engine": version("weasyprint"), "trim": book.edition.trim}
    told: dict[str, list[str]] = {}
    for record, passages in (telling for one in done for telling in one.told.items()):
        told.setdefault(record, []).extend(passages)
    return Material(book, tuple(one.section for one in done), tuple(cited for one in done for cited in one.cited),
                    tuple(mark for one in done for mark in one.marks), facts, told)


def checked_css(material: Material, chosen: Format, shop: Shop, report: Report) -> str:
    """The text of a format's styles, whose faces are declared."""
    sheets = read_stylesheets(shop.styles, chosen, material.book.edition, report)
    if len(sheets) <= len(chosen.stylesheets):  # one of them, or the trim's, was not to be had
        return ""
    check_faces(sheets, families(shop.styles / "fonts.css"), report)
    return resolve(sheets, report)


def check_letters(material: Material, shop: Shop, report: Report) -> None:
    """The faces of the house have every character of the book."""
    declared = families(shop.styles / "fonts.css")
    fonts = [file for name in ("Text", "Armenian") for file in declared.get(name, ())[:1]]
    check_coverage(material.sections, material.book.registers, fonts, report, letters)
