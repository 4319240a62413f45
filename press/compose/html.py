"""HTML: a section's tree, with its notes numbered, becomes the HTML of its text.

A note is called by a link and floated to the foot of its page; its number in the
area leads back.  The call, a word joiner before it and the float stand in one
unbreakable span, so that call and note can never part.  A reference inside the
book has the address `xref:NAME`; one that prints the folio has `late:NAME` and is
laid out as zeros, which the assembler replaces.
"""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from press.model.pages import PageMap

WORD_JOINER = "\u2060"
FOLIO_HERE = "##"
KEPT = ("id", "lang", "class", "colspan", "rowspan", "scope", "style", "title", "href", "src", "alt")


def to_html(tree: Element, section: str, found: PageMap) -> str:
    """The inner HTML of a section's tree."""
    root = Element("div")
    _copy_children(tree, root, section, found)
    written = ElementTree.tostring(root, encoding="unicode", method="html")
    return written.removeprefix("<div>").removesuffix("</div>")


def _copy_children(source: Element, target: Element, section: str, found: PageMap) -> None:
    target.text = source.text
    for child in source:
        _copy(child, target, section, found)
        if child.tail:
            _add_text(target, child.tail)


def _copy(source: Element, parent: Element, section: str, found: PageMap) -> None:
    match source.tag:
        case "note":
            _note(source, parent, section, found)
        case "citetext":
            _citation(source, parent)
        case "a" if source.get("href", "").startswith("#"):
            _reference(source, parent, section, found)
        case "p" if source.get("n"):
            _numbered(source, parent, section, found)
        case _:
            element = SubElement(parent, source.tag, _attributes(source))
            _copy_children(source, element, section, found)


def _attributes(source: Element) -> dict[str, str]:
    return {name: value for name, value in source.attrib.items()
            if name in KEPT or name.startswith(("data-", "aria-"))}


def _numbered(source: Element, parent: Element, section: str, found: PageMap) -> None:
    """A numbered paragraph: its number is run in and stands for the indent."""
    classes = " ".join(filter(None, ["n", source.get("class")]))
    paragraph = SubElement(parent, "p", {**_attributes(source), "class": classes})
    number = SubElement(paragraph, "b", {"class": "pn"})
    number.text = source.get("n")
    body = Element("body")
    _copy_children(source, body, section, found)
    number.tail = body.text
    paragraph.extend(body)


def _note(source: Element, parent: Element, section: str, found: PageMap) -> None:
    number = source.get("n", "")
    name, call = f"{section}-n{number}", f"{section}-c{number}"
    holder = SubElement(parent, "span", {"class": "nc"})
    holder.text = WORD_JOINER
    link = SubElement(holder, "a", {"class": "call", "id": call, "href": f"xref:{name}"})
    link.text = number
    note = SubElement(holder, "span", {"class": "fn", "id": name})
    back = SubElement(note, "a", {"class": "mk", "href": f"xref:{call}"})
    back.text = number
    body = Element("body")
    _copy_children(source, body, section, found)
    back.tail = body.text
    note.extend(body)


def _citation(source: Element, parent: Element) -> None:
    """The stretches of a citation, each in its face and language."""
    for stretch in source:
        _stretch(stretch, parent)
        if stretch.tail:
            _add_text(parent, stretch.tail)


def _stretch(stretch: Element, parent: Element) -> None:
    attributes = {"lang": stretch.get("lang", "")} if stretch.get("lang") else {}
    tag = "i" if stretch.get("i") else "span"
    if stretch.get("url"):
        parent = SubElement(parent, "a", {"href": stretch.get("url", ""), "class": "url"})
    elif tag == "i" or attributes:
        parent = SubElement(parent, tag, attributes)
    _add_text(parent, stretch.text or "")
    for run in stretch:  # cut by script when the text was set
        SubElement(parent, run.tag, _attributes(run)).text = run.text
        _add_text(parent, run.tail or "")


def _reference(source: Element, parent: Element, section: str, found: PageMap) -> None:
    """A link inside the book; `##` in its words is the folio of where it leads."""
    name = source.get("href", "").removeprefix("#")
    words = "".join(source.itertext())
    if FOLIO_HERE not in words:
        body = Element("span")
        _copy_children(source, body, section, found)
        _link_words(body, f"xref:{name}")
        parent.extend(body)
        return
    before, after = words.split(FOLIO_HERE, 1)
    link = SubElement(parent, "a", {"href": f"xref:{name}", "class": "xref"})
    link.text = before
    folio = found.folio(name)
    if folio and not folio.body:  # roman figures have no common width: they are composed, not set late
        SubElement(parent, "a", {"href": f"xref:{name}", "class": "xref"}).text = str(folio)
    else:
        late = SubElement(parent, "a", {"href": f"late:{name}", "class": "late"})
        late.text = "0" * len(str(folio)) if folio else "000"
    if after:
        _add_text(parent, after)


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


def _add_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
