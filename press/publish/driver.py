"""Driver: the only module that knows all stages; a request becomes an edition.

An edition's files are made beside their place and moved there when all of them
are whole; a run with findings leaves `dist/` as it was.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from press.assemble.catalog import Metadata
from press.assemble.fonts import declared_faces
from press.assemble.interior import Interior, assemble
from press.assemble.numbers import FolioStyle
from press.check.book import check_book
from press.check.styles import check_styles
from press.cite.register import number_notes
from press.compose.composer import Composer, Material, numbered_matter
from press.compose.coverage import check_coverage
from press.compose.general_index import check_index
from press.compose.glyphs import families
from press.compose.mentions import index_marks
from press.compose.templates import environment, template_names
from press.compose.views import expand
from press.findings import Place, Report
from press.layout.cache import Cache
from press.layout.laid import Job
from press.layout.paginate import Plan, paginate
from press.layout.pool import Pool
from press.load.book import load_book
from press.load.house import load_format, read_stylesheets
from press.model.book import Book, Format
from press.prove.laid import prove_laid

Progress = Callable[[str, int, int], None]


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
    """What a run came to: its findings, the files it made, and the sections it had to lay out."""

    report: Report
    made: tuple[Path, ...] = ()
    laid: tuple[str, ...] = ()
    pages: dict[str, int] = field(default_factory=dict)


def check(request: Request, progress: Progress) -> Outcome:
    """Read and check the book without laying it out."""
    report = Report()
    progress("check", 0, 1)
    book = load_book(request.content, request.edition, report)
    if book:
        _prepare(book, request, report)
    progress("check", 1, 1)
    return Outcome(report)


def make(request: Request, progress: Progress) -> Outcome:
    """Make the files of an edition, or tell why not."""
    report = Report()
    progress("read", 0, 1)
    book = load_book(request.content, request.edition, report)
    material = _prepare(book, request, report) if book else None
    progress("read", 1, 1)
    if book is None or material is None or report.errors:
        return Outcome(report)
    styles = request.root / "styles"
    files: dict[str, bytes] = {}
    laid: list[str] = []
    pages: dict[str, int] = {}
    for name in request.formats or book.edition.formats:
        chosen = load_format(styles, name, report)
        if chosen is None:
            continue
        pdf, sections = _make_format(material, chosen, request, report, progress, laid)
        files[f"{book.edition.id}-{name}.pdf"] = pdf
        pages[name] = sections
    if report.errors:
        return Outcome(report, laid=tuple(laid), pages=pages)
    made = _deliver(files, request.out / book.edition.id, report)
    return Outcome(report, made, tuple(laid), pages)


def _prepare(book: Book, request: Request, report: Report) -> Material | None:
    """Check the book, expand its views and number its notes."""
    known = template_names(request.root / "templates")
    check_book(book, tuple(known), report)
    if any(section.template not in known for section in book.sections):
        return None
    expanded = [expand(section, book.registers, report) for section in book.sections]
    numbered = number_notes(expanded, book.registers.sources, report)
    marks = [mark for section in numbered.sections for mark in index_marks(section, book.registers, report)]
    notes = sum(1 for section in numbered.sections for _ in section.body.iter("note"))
    facts = {"notes": str(notes), "sections": str(len(numbered.sections)), "sources": str(len(book.registers.sources)),
             "engine": version("weasyprint"), "trim": book.edition.trim}
    return Material(book, numbered.sections, numbered.cited, tuple(marks), facts)


def _make_format(material: Material, chosen: Format, request: Request, report: Report, progress: Progress,
                 laid: list[str]) -> tuple[bytes, int]:
    """Lay out and assemble one format: its bytes and its extent."""
    styles = request.root / "styles"
    composer = Composer(material, environment(request.root / "templates"), template_names(request.root / "templates"))
    sheets = read_stylesheets(styles, chosen, material.book.edition, report)
    declared = families(styles / "fonts.css")
    check_styles(sheets, declared, report)
    check_coverage(material.sections, material.book.registers,
                   [file for name in ("Text", "Armenian") for file in declared.get(name, ())[:1]], report)
    if report.errors:
        return b"", 0
    css = "\n".join(sheets.values())
    base = styles.resolve().as_uri() + "/"

    def plan(number: int) -> Plan:
        section = material.sections[number]

        def composed(found: object) -> Job:
            document = composer.compose(section, found)  # type: ignore[arg-type]
            return Job(document.id, document.html, f"{css}\n{document.css}", base)

        return Plan(section.id, numbered_matter(section), composer.level(section), composed, section.place)

    cache = Cache(request.root / ".cache" / "sections") if request.cache else None
    with Pool(request.jobs, styles / "fonts", cache) as pool:
        ready: list[str] = []

        def lay(jobs: Sequence[Job]) -> dict[str, object]:
            def done(name: str) -> None:
                ready.append(name)
                progress(f"lay out {chosen.id}", len(set(ready)), len(material.sections))
            return pool.lay_out(jobs, done)  # type: ignore[return-value]

        sections, found = paginate([plan(i) for i in range(len(material.sections))], lay, report)  # type: ignore[arg-type]
        laid += pool.laid
    places = {section.id: section.place for section in material.sections}
    for section in sections:
        prove_laid(section, places[section.id], report)
    check_index(composer.index_entries(found), material.book.registers.cross_references, report)
    progress(f"assemble {chosen.id}", 0, 1)
    pdf = assemble([(section, numbered_matter(source)) for section, source in
                    zip(sections, material.sections, strict=True)], found, _interior(material.book, chosen, styles), report)
    progress(f"assemble {chosen.id}", 1, 1)
    return pdf, sum(len(section.pages) + len(section.pages) % 2 for section in sections)


def _interior(book: Book, chosen: Format, styles: Path) -> Interior:
    title, edition = book.title, book.edition
    names = tuple(name.literal or f"{name.given} {name.family}".strip() for name in title.editors)
    metadata = Metadata(
        title=title.title, creators=names, description=title.description, language=title.language,
        rights=title.rights, identifier=edition.identifier, date=edition.date)
    return Interior(metadata, declared_faces(styles / "fonts.css"), chosen.live,
                    FolioStyle(chosen.folio_size, chosen.folio_above, chosen.folio_below))


def _deliver(files: dict[str, bytes], folder: Path, report: Report) -> tuple[Path, ...]:
    """Put all files in their folder, whole or not at all."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".making-"))
        for name, content in files.items():
            (beside / name).write_bytes(content)
        folder.mkdir(exist_ok=True)
        for name in files:
            os.replace(beside / name, folder / name)
        shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        report.add("F-01", Place(str(folder)), f"the folder cannot be written: {error.strerror}",
                   "choose another folder with --out, or mend its rights")
        return ()
    return tuple(folder / name for name in files)
