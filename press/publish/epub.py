"""EPUB: the book for reading devices, as EPUB 3.3 with EPUB Accessibility 1.1.

A file a section, its notes at its end; the fonts cut down to what is printed; pictures
beside the text.  The same edition is the same file, whenever it is made.
"""

import base64
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from jinja2 import Environment
from markupsafe import Markup

from press.assemble.fonts import declared_faces
from press.compose.flowing import Flowing, lead
from press.compose.templates import environment
from press.model.book import Format
from press.publish.cover_image import cover_image
from press.publish.epub_package import Item, package
from press.publish.faces import subset
from press.publish.forme import Run
from press.publish.reflow import Reflowed, reflow
from press.publish.zipped import zipped

MIMETYPE = b"application/epub+zip"
XHTML = "application/xhtml+xml"
PICTURE = re.compile(r"data:image/(?P<kind>png|jpeg|svg\+xml);base64,(?P<content>.*)", re.DOTALL)
FACE = re.compile(r"url\((?P<file>fonts/[^)]+)\)")
TYPED = frozenset({"doc-noteref", "doc-footnote", "doc-pagebreak", "doc-chapter", "doc-appendix", "doc-bibliography",
                   "doc-index", "doc-colophon"})  # roles that EPUB's structural semantics know by the same word


def make_epub(chosen: Format, css: str, run: Run) -> Mapping[str, bytes]:
    """The EPUB of an edition in the styles `css`, by its name."""
    edition = reflow(chosen, run)
    if edition is None:
        return {}
    run.progress(f"bind {chosen.id}", 0, 1)
    templates = environment(run.shop.templates)
    files, items = _files(edition, css, run, templates)
    within = package(edition, items, run.book, chosen, templates) | files
    written = {
        "mimetype": MIMETYPE,
        "META-INF/container.xml": templates.get_template("epub/container.xml").render().encode(),
        **{f"EPUB/{name}": content for name, content in within.items()},
    }
    run.progress(f"bind {chosen.id}", 1, 1)
    return {f"{run.book.edition.id}-{chosen.id}.epub": zipped(written, run.book.edition.date, frozenset({"mimetype"}))}


def _files(edition: Reflowed, css: str, run: Run, templates: Environment) -> tuple[dict[str, bytes], list[Item]]:
    """The sections, pictures, styles and fonts with their entries in the manifest."""
    files: dict[str, bytes] = {}
    items: list[Item] = []

    def add(address: str, kind: str, content: bytes, properties: str = "") -> None:
        files[address] = content
        items.append(Item(re.sub(r"\W", "-", address.rpartition(".")[0]), address, kind, properties))

    lead(edition.sections, lambda name: f"{edition.homes[name]}.xhtml#{name}")
    for section in edition.sections:
        for address, kind, content in _pictures(section):
            add(address, kind, content)
        drawn = any(element.tag == "svg" for element in section.elements())
        add(f"text/{section.id}.xhtml", XHTML, _written(section, run.book.title.language, templates),
            "svg" if drawn else "")
    add("cover.png", "image/png", cover_image(run.book, declared_faces(run.shop.styles / "fonts.css")), "cover-image")
    add("styles.css", "text/css", css.strip().encode())
    characters = frozenset("".join(text for section in edition.sections for text in _texts(section)))
    for name in dict.fromkeys(FACE.findall(css)):
        add(name, "font/ttf", subset(run.shop.styles / name, characters | frozenset("0123456789")))
    return files, items


def _pictures(section: Flowing) -> Iterator[tuple[str, str, bytes]]:
    """The pictures that stand in the addresses of a section, taken out into files."""
    for number, picture in enumerate((one for one in section.elements() if one.tag == "img"), 1):
        held = PICTURE.fullmatch(picture.get("src", ""))
        assert held is not None  # `take_in_pictures` lets no other in
        name = f"pictures/{section.id}-{number}.{held['kind'].partition('+')[0]}"
        picture.set("src", f"../{name}")
        yield name, f"image/{held['kind']}", base64.b64decode(held["content"])


def _written(section: Flowing, language: str, templates: Environment) -> bytes:
    for element in section.elements():
        _mark_for_xml(element)
    return templates.get_template("epub/section.xhtml").render(
        section=section, language=language, text=_xml(section.text),
        notes=[_xml(note) for note in section.notes]).encode()


def _mark_for_xml(element: Element) -> None:
    """The language as XML has it beside HTML's, and the role as EPUB's structural semantics (EPUB 3.3, 5.2)."""
    if "lang" in element.attrib:
        element.set("xml:lang", element.attrib["lang"])
    if element.get("role") in TYPED:
        element.set("epub:type", element.attrib["role"].removeprefix("doc-"))


def _xml(element: Element) -> Markup:
    return Markup(ElementTree.tostring(element, encoding="unicode"))  # noqa: S704 - escaped there


def _texts(section: Flowing) -> Iterator[str]:
    for root in (section.text, *section.notes):
        yield from root.itertext()
