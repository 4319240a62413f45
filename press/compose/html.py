"""HTML: a section's tree, with its notes numbered, becomes the HTML of its text.

A note is called by a link and floated to the foot of its page; its number in the
area leads back.  The call, a word joiner before it and the float stand in one
unbreakable span, so that call and note can never part.  A reference inside the
book has the address `xref:NAME`; one that prints the folio has `late:NAME` and is
laid out as zeros, which the assembler replaces.
"""

from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from press.compose.addresses import divisible
from press.model.pages import PageMap

WORD_JOINER = "\u2060"
FOLIO_HERE = "##"
ROOM = 2  # figures of a number for which its place is wide enough
KEPT = ("id", "lang", "class", "colspan", "rowspan", "scope", "style", "title", "href", "src", "alt")


def to_html(tree: Element, section: str, found: PageMap) -> str:
    """The inner HTML of a section's tree."""
    root = Element("div")
    Compositor(section, found).copy_children(tree, root)
    written = ElementTree.tostring(root, encoding="unicode", method="html")
    return written.removeprefix("<div>").removesuffix("</div>")


@dataclass(slots=True)
class Compositor:
    """Copies the tree of a section as the HTML of its pages."""

    section: str
    found: PageMap

    def copy_children(self, source: Element, target: Element) -> None:
        """The text and the children of an element, each as it is set."""
        target.text = source.text
        for child in source:
            self.copy(child, target)
            if child.tail:
                add_text(target, child.tail)

    def copy(self, source: Element, parent: Element) -> None:
        """One element, as its kind is set."""
        match source.tag:
            case "note":
                self.note(source, parent)
            case "citetext":
                _citation(source, parent)
            case "a" if source.get("href", "").startswith("#"):
                self.reference(source, parent)
            case "p" if source.get("n"):
                self.numbered(source, parent)
            case _:
                self.copy_children(source, SubElement(parent, source.tag, self.attributes(source)))

    def attributes(self, source: Element) -> dict[str, str]:
        """The attributes of an element that its HTML keeps."""
        return {name: value for name, value in source.attrib.items()
                if name in KEPT or name.startswith(("data-", "aria-"))}

    def numbered(self, source: Element, parent: Element) -> None:
        """A numbered paragraph: its number is run in and stands for the indent."""
        classes = " ".join(filter(None, ["n", source.get("class")]))
        paragraph = SubElement(parent, "p", {**self.attributes(source), "class": classes})
        number = SubElement(paragraph, "b", {"class": "pn"})
        number.text = source.get("n")
        body = Element("body")
        self.copy_children(source, body)
        number.tail = body.text
        paragraph.extend(body)

    def note(self, source: Element, parent: Element) -> None:
        """A note in the unbreakable span that holds its call, floated to the foot of the page."""
        number = source.get("n", "")
        name, call = note_names(self.section, number)
        holder = SubElement(parent, "span", {"class": "nc"})
        holder.text = WORD_JOINER
        link = SubElement(holder, "a", {"class": "call", "id": call, "href": f"xref:{name}"})
        link.text = number
        note = SubElement(holder, "span", {"class": "fn", "id": name})
        back = SubElement(note, "a", {
            "class": "mk long" if len(number) > ROOM else "mk", "href": f"xref:{call}"})
        back.text = number
        body = Element("body")
        self.copy_children(source, body)
        back.tail = body.text
        note.extend(body)

    def reference(self, source: Element, parent: Element) -> None:
        """A link inside the book; `##` in its words is the folio of where it leads."""
        name = source.get("href", "").removeprefix("#")
        words = "".join(source.itertext())
        if FOLIO_HERE not in words:
            body = Element("span")
            self.copy_children(source, body)
            _link_words(body, f"xref:{name}")
            parent.extend(body)
            return
        before, after = words.split(FOLIO_HERE, 1)
        link = SubElement(parent, "a", {"href": f"xref:{name}", "class": "xref"})
        link.text = before
        text = self.found.stand_in(name)
        attributes = ({"href": f"late:{name}", "class": "late"} if text.startswith("0") else
                      {"href": f"xref:{name}", "class": "xref"})  # roman figures are composed, not set late
        SubElement(parent, "a", attributes).text = text
        if after:
            add_text(parent, after)


def note_names(section: str, number: str) -> tuple[str, str]:
    """The names of a note and of its call."""
    return f"{section}-n{number}", f"{section}-c{number}"


def _citation(source: Element, parent: Element) -> None:
    """The stretches of a citation, each in its face and language."""
    for stretch in source:
        set_stretch(stretch, parent)
        if stretch.tail:
            add_text(parent, stretch.tail)


def set_stretch(stretch: Element, parent: Element) -> None:
    """One stretch of a citation, in its face and language."""
    attributes = {"lang": stretch.get("lang", "")} if stretch.get("lang") else {}
    tag = "i" if stretch.get("i") else "span"
    if stretch.get("url"):
        link = SubElement(parent, "a", {"href": stretch.get("url", ""), "class": "url"})
        link.text = divisible("".join(stretch.itertext()))
        return
    if tag == "i" or attributes:
        parent = SubElement(parent, tag, attributes)
    add_text(parent, stretch.text or "")
    for run in stretch:  # cut by script when the text was set
        SubElement(parent, run.tag, {"lang": run.get("lang", "")}).text = run.text
        add_text(parent, run.tail or "")


def _link_words(element: Element, address: str) -> None:
    """Make each run of words in an element a link: the engine doubles a link that holds another element."""
    children = list(element)
    words = [element.text, *(child.tail for child in children)]
    element.text, element[:] = None, []
    for child, run in zip([None, *children], words, strict=True):
        if child is not None:
            child.tail = None
            _link_words(child, address)
            element.append(child)
        if run:
            SubElement(element, "a", {"href": address, "class": "xref"}).text = run


def add_text(parent: Element, text: str) -> None:
    """Set text after all that an element holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
