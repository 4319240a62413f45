"""Flowing matter: a section without pages, for screens of any width.

What is composed is that of the pages: the same tree in the same template.  Instead of
a note at the foot there is a call, a link of the role `doc-noteref`, and the notes
stand apart from the text, each an `aside` of the role `doc-footnote` whose number, of
the role `doc-backlink`, leads back (DPUB-ARIA 1.1).  Folios are those of the pages.
A drawing of the house stands in the text as SVG; words may not be divided.

Links inside the book have the address `xref:NAME` until `lead` gives them one.
"""

import base64
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from press.compose.html import FOLIO_HERE, Compositor, note_names
from press.compose.hyphenation import SOFT_HYPHEN
from press.model.section import Matter, Section

SVG = "http://www.w3.org/2000/svg"
DRAWING = "data:image/svg+xml;base64,"
INSIDE = "xref:"
AFTER_A_LOCATOR = (",", " ")  # stands within its link on pages
ROLES = {"chapter": "doc-chapter", "appendix": "doc-appendix", "chronology": "doc-appendix",
         "bibliography": "doc-bibliography", "source-index": "doc-index", "general-index": "doc-index",
         "colophon": "doc-colophon"}


@dataclass(frozen=True, slots=True)
class Flowing:
    """A section as flowing matter: `text` is a `div` of the class of its template, `notes` are asides in order."""

    id: str
    title: str
    number: str
    matter: Matter
    template: str
    text: Element
    notes: tuple[Element, ...]

    def elements(self) -> Iterator[Element]:
        """Every element of the text and the notes."""
        for root in (self.text, *self.notes):
            yield from root.iter()

    def names(self) -> Iterator[str]:
        """Every name that a link may lead to."""
        yield from filter(None, (element.get("id") for element in self.elements()))


@dataclass(slots=True)
class FlowingCompositor(Compositor):
    """Copies the tree of a section as flowing matter, its notes apart."""

    notes: list[Element] = field(default_factory=list)

    def attributes(self, source: Element) -> dict[str, str]:
        """The attributes of an element, without those that only pages ask for."""
        kept = Compositor.attributes(self, source)
        return {name: value for name, value in kept.items() if not name.startswith("data-")}

    def copy(self, source: Element, parent: Element) -> None:
        """One element; a drawing of the house is taken out of its address."""
        if source.tag == "img" and (svg := _drawing(source.get("src", ""))) is not None:
            parent.append(svg)
        else:
            Compositor.copy(self, source, parent)

    def note(self, source: Element, parent: Element) -> None:
        """A call in the text; the note is kept apart."""
        number = source.get("n", "")
        name, call = note_names(self.section, number)
        link = SubElement(parent, "a", {"class": "call", "id": call, "href": f"{INSIDE}{name}", "role": "doc-noteref"})
        link.text = number
        aside = Element("aside", {"class": "fn", "id": name, "role": "doc-footnote"})
        words = SubElement(aside, "p")
        back = SubElement(words, "a", {"class": "mk", "href": f"{INSIDE}{call}", "role": "doc-backlink"})
        back.text = number
        body = Element("body")
        self.copy_children(source, body)
        back.tail = f" {(body.text or '').lstrip()}"
        words.extend(body)
        self.notes.append(aside)

    def reference(self, source: Element, parent: Element) -> None:
        """A link inside the book, one however many faces its words have; `##` is the folio of where it leads."""
        name = source.get("href", "").removeprefix("#")
        link = SubElement(parent, "a", {"href": f"{INSIDE}{name}", "class": "xref"})
        self.copy_children(source, link)
        _replace(link, FOLIO_HERE, str(self.found.folio(name) or ""))


def flowing_text(compositor: FlowingCompositor, tree: Element) -> str:
    """The inner XHTML of a section's tree, to stand in its template."""
    root = Element("div")
    compositor.copy_children(tree, root)
    return "".join([_escaped(root.text or ""), *(ElementTree.tostring(child, encoding="unicode") for child in root)])


def flow(section: Section, title: str, matter: str, notes: Iterable[Element]) -> Flowing:
    """A section whose matter was set in its template, as one element."""
    text = ElementTree.fromstring(matter)
    made = Flowing(section.id, title, section.number, section.matter, section.template, text, tuple(notes))
    for element in made.elements():
        _finish(element)
    for figure in text.iter("figure"):
        _close_with_caption(figure)
    for head in (cell for heads in text.iter("thead") for cell in heads.iter("th")):
        head.set("scope", head.get("scope", "col"))
    for element in text.iter("section"):
        if element.get("id") == section.id and section.template in ROLES:
            element.set("role", ROLES[section.template])
    for at, heading in enumerate(text.iter("h2"), 1):
        heading.set("id", heading.get("id") or f"{section.id}-h{at}")
    return made


def lead(sections: Iterable[Flowing], address: Callable[[str], str]) -> None:
    """Give the links inside the book the address of the name that each leads to."""
    for section in sections:
        for element in section.elements():
            href = element.get("href", "")
            if href.startswith(INSIDE):
                element.set("href", address(href.removeprefix(INSIDE)))


def _finish(element: Element) -> None:
    """Undivided words, names without namespace, no head without words, a space after a number that is run in."""
    element.text = element.text and element.text.replace(SOFT_HYPHEN, "")
    element.tail = element.tail and element.tail.replace(SOFT_HYPHEN, "")
    if element.tag == f"{{{SVG}}}svg":
        element.set("xmlns", SVG)
    element.tag = element.tag.removeprefix(f"{{{SVG}}}")
    match element.tag, len(element), element.text or "":
        case "a", 0, words if words.endswith(AFTER_A_LOCATOR):
            element.text = words.rstrip("".join(AFTER_A_LOCATOR))
            element.tail = words[len(element.text):] + (element.tail or "")
        case "th", 0, "":
            element.tag = "td"
            element.attrib.pop("scope", None)
        case "b", 0, _ if element.get("class") == "pn":
            element.tail = f" {element.tail or ''}"


def _close_with_caption(figure: Element) -> None:
    """What stands below the caption becomes part of it: a caption is the first or the last (HTML, 4.4.12)."""
    caption = figure.find("figcaption")
    if caption is not None:
        below = figure[list(figure).index(caption) + 1:]
        caption.extend(below)
        for element in below:
            figure.remove(element)


def _drawing(address: str) -> Element | None:
    """The SVG that an address holds, if it is a drawing of the house: one that has its own title."""
    if not address.startswith(DRAWING):
        return None
    svg = ElementTree.fromstring(base64.b64decode(address.removeprefix(DRAWING)))
    return svg if svg.get("role") == "img" and svg.find(f"{{{SVG}}}title") is not None else None


def _replace(element: Element, old: str, new: str) -> None:
    for each in element.iter():
        each.text = each.text and each.text.replace(old, new)
        if each is not element:
            each.tail = each.tail and each.tail.replace(old, new)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


