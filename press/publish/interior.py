"""Interior of a format: composed, laid out in rounds, proved and assembled."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Pdf

from press.assemble.catalog import Metadata
from press.assemble.fonts import declared_faces
from press.assemble.interior import Interior, assemble
from press.assemble.numbers import FolioStyle
from press.check.styles import check_styles
from press.compose.composer import Composer, Material, numbered_matter
from press.compose.coverage import check_coverage
from press.compose.general_index import check_rows
from press.compose.glyphs import families
from press.compose.templates import environment, template_names
from press.compose.tokens import resolve
from press.findings import Report
from press.layout.cache import Cache
from press.layout.laid import Job, LaidSection
from press.layout.paginate import Plan, paginate
from press.layout.pool import Pool
from press.load.house import read_stylesheets
from press.model.book import Book, Format
from press.model.pages import PageMap
from press.model.section import Section
from press.prove.galley import prove_galley
from press.prove.laid import prove_laid
from press.prove.words import prove_words
from press.publish.data import evidence

PROFILE = "icc/sRGB.icc"

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Shop:
    """Where the press's own things stand, and how it is to work: `jobs` 0 is a job a core."""

    styles: Path
    templates: Path
    cache: Path | None
    jobs: int


@dataclass(frozen=True, slots=True)
class Made:
    """A format's file: its bytes, its extent, and the sections that had to be laid out."""

    pdf: bytes
    extent: int
    laid: tuple[str, ...]


def make_interior(material: Material, chosen: Format, css: str, shop: Shop, report: Report,
                  progress: Progress) -> Made:
    """The PDF of one format in the styles `css`."""
    composer, sections, found, laid = lay_out_all(material, chosen, css, shop, report, progress)
    for section, source in zip(sections, material.sections, strict=True):
        prove_laid(section, source.place, report)
        prove_galley(section, source, found.folios[section.id][0], report)
    check_rows(composer.index_entries(found), report)
    progress(f"assemble {chosen.id}", 0, 1)
    bodies = [numbered_matter(source) for source in material.sections]
    interior = _interior(material.book, chosen, shop.styles)
    pdf = assemble(list(zip(sections, bodies, strict=True)), found, interior, report)
    progress(f"assemble {chosen.id}", 1, 1)
    if chosen.live:
        progress(f"prove {chosen.id}", 0, 1)
        documents = [(source, composer.compose(source, found).html) for source in material.sections]
        prove_words(Pdf.open(io.BytesIO(pdf)), documents, found, report)
        progress(f"prove {chosen.id}", 1, 1)
    extent = sum(len(section.pages) + len(section.pages) % 2 for section in sections)
    return Made(pdf, extent, laid)


def lay_out_all(material: Material, chosen: Format, css: str, shop: Shop, report: Report,
                progress: Progress) -> tuple[Composer, list[LaidSection], PageMap, tuple[str, ...]]:
    """Every section laid out until the folios settle: its composer, the sections, the folios, what was laid anew."""
    composer = Composer(material, environment(shop.templates), template_names(shop.templates))
    base = shop.styles.resolve().as_uri() + "/"
    plans = [plan(section, composer, css, base) for section in material.sections]
    with Pool(shop.jobs, shop.styles / "fonts", Cache(shop.cache) if shop.cache else None) as pool:
        sections, found = paginate(plans, _telling(pool, chosen, len(plans), progress), report)
    return composer, sections, found, tuple(pool.laid)


def checked_css(material: Material, chosen: Format, shop: Shop, report: Report) -> str:
    """The text of a format's styles: its faces are declared and have every character of the book."""
    sheets = read_stylesheets(shop.styles, chosen, material.book.edition, report)
    if len(sheets) <= len(chosen.stylesheets):  # one of them, or the trim's, was not to be had
        return ""
    declared = families(shop.styles / "fonts.css")
    check_styles(sheets, declared, report)
    fonts = [file for name in ("Text", "Armenian") for file in declared.get(name, ())[:1]]
    check_coverage(material.sections, material.book.registers, fonts, report)
    return resolve(sheets, report)


def plan(section: Section, composer: Composer, css: str, base: str) -> Plan:
    """How one section is composed and when it is laid out."""
    def compose(found: PageMap) -> Job:
        document = composer.compose(section, found)
        return Job(document.id, document.html, css, base, document.css)

    return Plan(section.id, numbered_matter(section), composer.level(section), compose, section.place)


def _telling(pool: Pool, chosen: Format, total: int,
             progress: Progress) -> Callable[[Sequence[Job]], dict[str, LaidSection]]:
    """The pool's layout, told section by section."""
    ready: set[str] = set()

    def done(name: str) -> None:
        ready.add(name)
        progress(f"lay out {chosen.id}", len(ready), total)

    return lambda jobs: pool.lay_out(jobs, done)


def _interior(book: Book, chosen: Format, styles: Path) -> Interior:
    title, edition = book.title, book.edition
    names = tuple(name.literal or f"{name.given} {name.family}".strip() for name in title.editors)
    metadata = Metadata(
        title=title.title, creators=names, description=title.description, language=title.language,
        rights=title.rights, identifier=edition.identifier, date=edition.date)
    return Interior(metadata, declared_faces(styles / "fonts.css"), chosen.live, (styles / PROFILE).read_bytes(),
                    evidence(book.registers) if chosen.live else (),
                    FolioStyle(chosen.folio_size, chosen.folio_above, chosen.folio_below, chosen.label_size))
