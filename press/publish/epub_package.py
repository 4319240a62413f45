"""Package: what an EPUB says of itself: its metadata, its manifest and its navigation.

The navigation has the contents down to the second heading, the lists of tables and
figures, every page of the printed book by its folio, and the landmarks (EPUB 3.3, 7).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from jinja2 import Environment

from press.compose.contents import UNLISTED
from press.compose.flowing import Flowing
from press.model.book import Book, Format
from press.model.section import Matter
from press.model.source import Name
from press.publish.reflow import Reflowed

FEATURES = ("ARIA", "displayTransformability", "index", "pageBreakMarkers", "pageNavigation", "readingOrder",
            "structuralNavigation", "tableOfContents")
LISTS = (("tab", "tables", "Tables", "lot"), ("fig", "figures", "Figures", "loi"), ("map", "maps", "Maps", ""))
LANDMARKS = (("contents", "toc"), ("chronology", "chronology"), ("bibliography", "bibliography"),
             ("general-index", "index"))


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the package: `kind` is its media type, `properties` are those of EPUB 3.3, D.4.5."""

    id: str
    address: str
    kind: str
    properties: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the navigation and those below it."""

    title: str
    address: str
    below: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of the navigation beside the contents; `kind` is empty where EPUB has no word for it."""

    name: str
    title: str
    kind: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Landmark:
    """A part of the book that a device may offer to open."""

    kind: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Creator:
    """A name as printed and as filed."""

    name: str
    filed: str


def package(edition: Reflowed, items: Sequence[Item], book: Book, chosen: Format,
            templates: Environment) -> dict[str, bytes]:
    """The package document and the navigation document."""
    drawn = any(element.tag in ("svg", "img") for section in edition.sections for element in section.elements())
    told = {
        "book": book, "language": book.title.language, "items": items, "sections": edition.sections, "drawn": drawn,
        "editors": [_creator(name) for name in book.title.editors],
        "features": sorted([*FEATURES, *(["alternativeText"] if drawn else [])], key=str.lower),
        "isbn": book.edition.isbn(chosen.id), "page_source": _page_source(edition, book),
        "contents": tuple(_contents(edition)), "lists": tuple(_lists(edition)),
        "pages": tuple(Line(page.folio, _address(edition, page.name)) for page in edition.pages),
        "landmarks": tuple(_landmarks(edition)),
    }
    return {name: templates.get_template(f"epub/{name}").render(told).encode()
            for name in ("package.opf", "nav.xhtml")}


def _page_source(edition: Reflowed, book: Book) -> str:
    """What the marks of pages were taken from (EPUB Accessibility 1.1, 3.4.2): its ISBN, or in words."""
    isbn = book.edition.isbn(edition.paged.id)
    return f"urn:isbn:{isbn}" if isbn else (
        f"{book.title.title}, {book.edition.statement}, {edition.paged.id} format, {book.edition.identifier}")


def _address(edition: Reflowed, name: str) -> str:
    return f"text/{edition.homes[name]}.xhtml#{name}"


def _contents(edition: Reflowed) -> Iterator[Line]:
    for section in edition.sections:
        if section.template not in UNLISTED:
            title = " ".join(filter(None, (section.number, section.title)))
            yield Line(title, f"text/{section.id}.xhtml", tuple(_headings(edition, section)))


def _headings(edition: Reflowed, section: Flowing) -> Iterator[Line]:
    for heading in section.text.iter("h2"):
        yield Line(_words(heading), _address(edition, heading.attrib["id"]))


def _words(heading: Element) -> str:
    """The words of a heading without calls and marks of pages."""
    said = [heading.text or ""]
    for child in heading:
        if child.get("role") not in ("doc-noteref", "doc-pagebreak"):
            said += child.itertext()
        said.append(child.tail or "")
    return " ".join("".join(said).split())


def _lists(edition: Reflowed) -> Iterator[Listing]:
    for css_class, name, title, kind in LISTS:
        lines = tuple(_captioned(edition, css_class))
        if lines:
            yield Listing(name, title, kind, lines)


def _captioned(edition: Reflowed, css_class: str) -> Iterator[Line]:
    for section in edition.sections:
        for block in section.text.iter():
            if block.get("id") and css_class in block.get("class", "").split():
                caption = next((one for one in block.iter() if one.get("class") == "cap"), None)
                if caption is not None:
                    yield Line(_words(caption), _address(edition, block.attrib["id"]))


def _landmarks(edition: Reflowed) -> Iterator[Landmark]:
    body = next(section for section in edition.sections if section.matter is Matter.BODY)
    yield Landmark("bodymatter", body.title, f"text/{body.id}.xhtml")
    for template, kind in LANDMARKS:  # not of the navigation itself, which is no part of the text
        for section in edition.sections:
            if section.template == template:
                yield Landmark(kind, section.title, f"text/{section.id}.xhtml")


def _creator(name: Name) -> Creator:
    return Creator(name.literal or f"{name.given} {name.family}".strip(),
                   name.literal or ", ".join(filter(None, (name.family, name.given))))
