"""What a book was meant to print: the text of each section as it is composed, from the content alone.

Folios come from the finished PDF, from where its words were found, and never from
the press's own page map.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import tinyhtml5

from press.compose.composer import Composer
from press.model.folio import Folio
from press.model.locator import Locator
from press.model.pages import PageMap
from press.model.section import Section
from tests.pages.alignment import Text

CALL, NOTE, LATE = "call", "fn", ("late:", "flush:")


@dataclass(slots=True)
class Meant:
    """The texts of one section: its body with the calls of its notes, and the notes."""

    section: Section
    body: Text = field(default_factory=Text)
    notes: Text = field(default_factory=Text)
    notes_in_order: list[str] = field(default_factory=list)
    told: dict[str, list[Locator]] = field(default_factory=dict)  # the folios of each record, in its room


def meant(section: Section, composer: Composer, folios: Mapping[str, tuple[Folio, ...]]) -> Meant:
    """The texts of a section, with the folios that it prints."""
    document = composer.compose(section, PageMap(folios))
    html = tinyhtml5.parse(document.html, namespace_html_elements=False)
    made = Meant(section)
    _read(next(html.iter("body")), made, made.body, folios)
    return made


def _read(element: Element, made: Meant, text: Text, folios: Mapping[str, tuple[Folio, ...]]) -> None:
    """Add what an element prints; a note goes to the notes."""
    if element.get("class") == NOTE:
        text = made.notes
        made.notes_in_order.append(element.get("id", ""))
    begin = text.length
    address = element.get("href", "")
    if address.startswith(LATE):
        text.add(str(folios[address.partition(":")[2]][0]))
    elif element.tag == "img":
        text.draw(_words(element.get("src", "")))
    else:
        text.add(element.text or "")
        for child in element:
            _read(child, made, text, folios)
            text.add(child.tail or "")
    if name := element.get("id"):
        text.named[name] = begin, text.length
    if record := element.get("data-told"):
        made.told.setdefault(record, []).extend(
            Locator("".join(link.itertext()), link.get("href", "").removeprefix("xref:"))
            for link in element.iter("a"))
    if guide := element.get("data-guide"):
        text.guides.append((begin, guide))
    if element.tag == "thead":
        text.heads.append((begin, begin, "".join(text.parts)[begin:]))
    if element.tag == "table" and text.heads and text.heads[-1][0] >= begin:
        text.heads[-1] = text.heads[-1][0], text.length, text.heads[-1][2]




def _words(source: str) -> str:
    """The words of a drawing, in the order in which they are drawn."""
    kind, _, content = source.partition(";base64,")
    if kind != "data:image/svg+xml":
        return ""
    drawing = ElementTree.fromstring(base64.b64decode(content))
    return "".join("".join(text.itertext()) for text in drawing.iter("{http://www.w3.org/2000/svg}text"))
