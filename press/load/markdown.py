"""Markdown: an editor's text becomes an element tree with the house's marks in it.

Paragraphs, headings, lists, tables and emphasis are Python-Markdown's; the marks
are `press.load.marks`'.  HTML in the text is not markup here: it prints as typed.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from press.findings import Place, Report, did_you_mean
from press.load.citations import parse_group
from press.load.converter import converter
from press.load.marks import CLOSE, OPEN, TOKEN, Kind, Mark, Scanner, attributes

BLOCK_ATTRIBUTES = frozenset({"id", "claims", "events", "ix", "caption", "lang", "class", "days", "main-day"})
SPAN_ATTRIBUTES = frozenset({"figure", "id", "claims", "events", "ix", "lang", "class", "href"})
NUMBERED = re.compile(r"^§\s?(\d+\.\d+[a-z]?)\s+")
NEARLY_NUMBERED = re.compile(r"^§\s?\d+\.\d*\S*")
VIEW = re.compile(r"^\[\[\s*(table|figure)\s*:\s*([\w-]+)\s*\]\]$")
ASKED = re.compile(r"^\s*(\[\[([^\[\]]*)\]\])[ \t]*$", re.MULTILINE)
HEADING_ID = re.compile(r"\s*\{#([\w.:-]+)\}\s*$")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NOTE_TEXT = "x"  # the letter of the token that leads a note's own paragraph
AMPERSAND = "\ue002"  # stands for &, which Markdown would read as an entity


def read_markdown(text: str, file: str, line: int, report: Report) -> Element:
    """The tree of one text, rooted in `<section>`; `line` is the file's line the text begins on."""
    try:
        return _read(text, file, line, report)
    except RecursionError:
        converter.cache_clear()  # it stopped in the midst of something
        report.add("M-02", Place(file, line), "lists, extracts or emphasis stand too deep to be read",
                   "take some of them away")
    except ElementTree.ParseError:
        report.add("M-02", Place(file, line), "signs of emphasis are so entangled that the text cannot be read",
                   "close every * and _, or write \\* and \\_ for the signs themselves")
    return Element("section")


def _read(text: str, file: str, line: int, report: Report) -> Element:
    scanner = Scanner(file, report)
    tokens = scanner.scan(text, line)
    notes = [i for i, mark in enumerate(scanner.marks) if mark.kind is Kind.NOTE]
    tokens += "".join(f"\n\n{OPEN}{NOTE_TEXT}{i}{CLOSE}{_on_one_line(scanner.marks[i].text)}" for i in notes)
    written = converter().reset().convert(tokens.replace("&", AMPERSAND)).replace(AMPERSAND, "&amp;")
    root = ElementTree.fromstring(f"<section>{written}</section>")
    texts = {}
    for block in list(root):
        if lead := re.match(f"{OPEN}{NOTE_TEXT}(\\d+){CLOSE}", block.text or ""):
            block.text = (block.text or "")[lead.end():]
            texts[int(lead[1])] = block
            root.remove(block)
    tree = _Tree(scanner, texts, report)
    tree.expand(root)
    _name_blocks(root, tree, report)
    return root


def _on_one_line(text: str) -> str:
    """The text of a note, in which no line can begin a heading or a list."""
    return re.sub(r"\s*\n\s*", " ", text)


class _Tree:
    """Puts the marks back into a tree, as elements and attributes."""

    def __init__(self, scanner: Scanner, texts: dict[int, Element], report: Report) -> None:
        self.marks = scanner.marks
        self.texts = texts
        self.report = report
        self.places: dict[Element, Place] = {}
        self.in_note = False
        self.picture = Place("")

    def expand(self, parent: Element) -> None:
        """Replace every token below `parent`."""
        items = list(_items(parent))
        for child in list(parent):
            parent.remove(child)
        parent.text = None
        stack = [parent]
        for item in items:
            if isinstance(item, Element):
                item.tail = None
                if item.tag == "img":
                    item.set("place", str(self.picture))
                self.expand(item)
                stack[-1].append(item)
            elif token := TOKEN.fullmatch(item):
                self._put(Kind(token[1]), self.marks[int(token[2])], int(token[2]), stack)
            else:
                _append_text(stack[-1], item)
        for span in stack[1:]:
            self.report.add("M-05", self.places.get(span, Place("")),
                            "the span ends inside other markup",
                            "let it begin and end inside the same emphasis")

    def _put(self, kind: Kind, mark: Mark, number: int, stack: list[Element]) -> None:
        match kind:
            case Kind.LINE:
                stack[-1].attrib.setdefault("line", str(mark.place.line))
            case Kind.PICTURE:
                self.picture = mark.place
            case Kind.BLOCK:
                found = attributes(mark, BLOCK_ATTRIBUTES, self.report)
                stack[-1].attrib.update(found, place=str(mark.place))
                self.places[stack[-1]] = mark.place
            case Kind.SPAN:
                found = attributes(mark, SPAN_ATTRIBUTES, self.report)
                tag = "a" if "href" in found else "span"
                stack.append(SubElement(stack[-1], tag, {**found, "place": str(mark.place)}))
                self.places[stack[-1]] = mark.place
            case Kind.SPAN_END:
                if len(stack) > 1:
                    stack.pop()
            case Kind.CITES:
                self._cites(mark, stack[-1])
            case Kind.NOTE:
                self._note(mark, number, stack[-1])

    def _cites(self, mark: Mark, parent: Element) -> None:
        if not self.in_note:
            parent = SubElement(parent, "note", {"place": str(mark.place)})
        group = SubElement(parent, "cites", {"place": str(mark.place)})
        for citation in parse_group(mark.text, mark.place, self.report):
            SubElement(group, "cite-one", {
                "key": citation.key, "prefix": citation.prefix, "locator": citation.locator,
                "suffix": citation.suffix, "place": str(citation.place)})

    def _note(self, mark: Mark, number: int, parent: Element) -> None:
        if self.in_note:
            self.report.add("M-06", mark.place, "a note stands inside a note",
                            "take the words of the inner note into the outer")
        text, outer = self.texts[number], self.in_note
        if not mark.text.strip():
            self.report.add("M-12", mark.place, "the note has no words", "write them between the brackets")
        note = SubElement(parent, "span" if outer else "note", {"place": str(mark.place)})
        note.text, note[:] = text.text, list(text)
        self.in_note = True
        self.expand(note)
        self.in_note = outer


def _items(parent: Element) -> Iterator[str | Element]:
    """The tokens, texts and children of an element, in order."""
    yield from _pieces(parent.text)
    for child in parent:
        tail = child.tail
        yield child
        yield from _pieces(tail)


def _pieces(text: str | None) -> Iterator[str]:
    at = 0
    for token in TOKEN.finditer(text or ""):
        if token.start() > at:
            yield (text or "")[at:token.start()]
        yield token[0]
        at = token.end()
    if text and at < len(text):
        yield text[at:]


def _append_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _name_blocks(root: Element, tree: _Tree, report: Report) -> None:
    """Give blocks their ids, and turn the lines that ask for a table or figure into views."""
    for block in list(root):
        line = _first_line(block)
        place = tree.places.get(block, Place(root_file(tree), line, min(line, 1)))
        block.set("place", str(place))
        if block.tag == "p":
            _name_paragraph(block, Place(root_file(tree), line, min(line, 1)) if line else place, report)
        elif block.tag in HEADINGS:
            _name_heading(block)
        strip_tail(block)


def _first_line(block: Element) -> int:
    """The line on which a block begins."""
    return int(next((line for part in block.iter() if (line := part.get("line"))), "0"))


def root_file(tree: _Tree) -> str:
    """The file that the tree was read from."""
    return tree.marks[0].place.file if tree.marks else ""


def strip_tail(block: Element) -> None:
    """Take the line ends off a block's text that stood before its attributes."""
    last = block[-1] if len(block) else None
    if last is not None and last.tail:
        last.tail = last.tail.rstrip()
    elif last is None and block.text:
        block.text = block.text.rstrip()


def _name_paragraph(block: Element, place: Place, report: Report) -> None:
    text = block.text or ""
    if (view := VIEW.match(text.strip())) and not len(block):
        block.tag, block.text = "view", None
        block.attrib.update({"kind": view[1], "name": view[2], "place": str(place)})
    elif (asked := ASKED.search(text)) and (asked.end() < len(text) or not len(block)):
        report.add("M-07", place, f"“{asked[1]}” asks for nothing that the press makes",
                   did_you_mean(asked[2].split(":")[0], ("table", "figure"))
                   or "write [[table: NAME]] or [[figure: NAME]] on a line of its own")
    elif number := NUMBERED.match(text):
        block.text = text[number.end():]
        block.attrib.update({"n": number[1], "id": f"par-{number[1]}"})
    elif number := NEARLY_NUMBERED.match(text):
        report.add("N-03", place, f"“{number[0]}” is no number of a paragraph",
                   "write § with chapter, point and number, and a space after it: §4.12")
    elif not text.strip() and not len(block):
        report.add("M-08", place, "these attributes belong to no block",
                   "put them on the line directly below a paragraph")


def _name_heading(block: Element) -> None:
    last = block[-1] if len(block) else None
    text = (last.tail if last is not None else block.text) or ""
    if found := HEADING_ID.search(text):
        block.set("id", found[1])
        if last is not None:
            last.tail = text[:found.start()]
        else:
            block.text = text[:found.start()]
