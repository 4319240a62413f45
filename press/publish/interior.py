"""Interior: the pages of a format as one PDF, assembled from a forme and read again."""

from collections.abc import Mapping

from press.assemble.attachments import Attachment, Relationship
from press.assemble.catalog import Metadata
from press.assemble.interior import Interior, assemble
from press.compose.composer import numbered_matter
from press.model.book import Book, Format
from press.prove.flight import Flight, flown
from press.prove.tickets import faces
from press.publish.data import evidence
from press.publish.forme import Forme, Run
from press.publish.gathered import setting_of
from press.publish.proved import prove_against

PROFILE = "icc/sRGB.icc"
ARCHIVE = "sources.tar.xz"


def make_interior(chosen: Format, css: str, run: Run) -> Mapping[str, bytes]:
    """The PDF of one format in the styles `css`, by its name; its preflight is flown while its words are proved."""
    forme, name = run.forme(chosen, css), f"{run.book.edition.id}-{chosen.id}.pdf"
    pdf = _bound(chosen, forme, run)
    flight = Flight(pdf, name, faces(run.shop.styles))
    told = run.pool.beside(flown, flight) if run.pool else lambda: flown(flight)
    _prove(chosen, forme, pdf, run)
    for finding in told():
        run.report.enter(finding)
    return {name: pdf}


def assembled(chosen: Format, forme: Forme, run: Run) -> bytes:
    """The pages of a forme as one PDF, read again."""
    pdf = _bound(chosen, forme, run)
    _prove(chosen, forme, pdf, run)
    return pdf


def _bound(chosen: Format, forme: Forme, run: Run) -> bytes:
    run.progress(f"assemble {chosen.id}", 0, 1)
    bodies = [numbered_matter(source) for source in run.material.sections]
    gatherer = run.gatherer(chosen)
    pdf = assemble(list(zip(forme.sections, bodies, strict=True)), forme.found,
                   _interior(run, chosen), run.report, *((gatherer,) if gatherer else ()))
    run.progress(f"assemble {chosen.id}", 1, 1)
    return pdf


def _prove(chosen: Format, forme: Forme, pdf: bytes, run: Run) -> None:
    if chosen.live and not run.report.errors:  # a font that is not declared could not be read again
        run.progress(f"prove {chosen.id}", 0, 1)
        prove_against(chosen, forme, pdf, run)
        run.progress(f"prove {chosen.id}", 1, 1)


def metadata(book: Book) -> Metadata:
    """What the edition says of itself."""
    title, edition = book.title, book.edition
    names = tuple(name.literal or f"{name.given} {name.family}".strip() for name in title.editors)
    return Metadata(
        title=title.title, creators=names, description=title.description, language=title.language,
        rights=title.rights, identifier=edition.identifier, date=edition.date)


def _interior(run: Run, chosen: Format) -> Interior:
    book, styles = run.book, run.shop.styles
    setting = setting_of(styles, chosen)
    return Interior(metadata(book), setting.faces, chosen.live, (styles / PROFILE).read_bytes(),
                    (*(evidence(book.registers) if chosen.live else ()), *_sources(run, chosen)), setting.folio)


def _sources(run: Run, chosen: Format) -> tuple[Attachment, ...]:
    """All that the edition is made from, where the format carries it."""
    edition = run.book.edition.id
    told = f"Everything that this edition is made from: unpack it and run python3 build.py --setup --edition {edition}"
    return ((Attachment(f"{edition}-{ARCHIVE}", "application/x-xz", run.archive, Relationship.SOURCE, told),)
            if chosen.carries_sources else ())
