"""Pages: the flowing matter of a section, finished for the web.

Notes follow the block that calls them, so that they can stand beside it; those of a
table stand in its cells.  The number of a paragraph is a link to itself, and below it
stand the claims that it tells.  Drawings take the colour of the text.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from press.compose.flowing import INSIDE, Flowing
from press.model.registers import Registers

INK = "#000"
HEADS = frozenset({"h1", "h2"})
CELLS = frozenset({"td", "th"})
CLAIM = "claim-"
LONG = 620  # characters of a note of which only the first lines stand beside the text
WIDE = frozenset({"reg", "figures"})  # tables that may be broader than a small screen
LEDGER = "ledger"  # but this one is set as a list there


def claims_told(told: Mapping[str, Sequence[str]], shown: Callable[[str], str]) -> Mapping[str, Sequence[str]]:
    """From the passages that tell each record, the claims of each passage that a page shows."""
    found: dict[str, list[str]] = {}
    for record, passages in told.items():
        for passage in passages if record.startswith(CLAIM) and shown(record) else ():
            found.setdefault(passage, []).append(record.removeprefix(CLAIM))
    return {passage: sorted(set(claims)) for passage, claims in found.items()}


def finish(section: Flowing, told: Mapping[str, Sequence[str]], registers: Registers) -> None:
    """Make of a section's flowing matter what a page of the web shows."""
    _settle_marks(section.text)
    parents = {child: parent for parent in section.text.iter() for child in parent}
    for element in list(section.text.iter()):
        match element.tag:
            case "b" if element.get("class") == "pn":
                _permalink(element, parents[element])
            case "svg":
                _colour(element)
            case "section" if not any(each.tag in HEADS for each in element):
                element.tag = "div"  # a page of the front matter without a heading is none here
            case "tr" if element.get("id", "").startswith(CLAIM):
                _self_link(element)
            case "div" if "cols" in element.get("class", "").split():
                _part(element)
            case "tr" if element.get("id", "").startswith("event-"):
                _mark_event(element, registers)
    _place_notes(section, parents)
    _widen(section)
    for block, holder in _blocks(section.text):
        if claims := told.get(block.get("id", "")):
            _insert_after(holder, block, [_claims(claims)])


def _permalink(number: Element, paragraph: Element) -> None:
    number.tag = "a"
    number.set("href", f"#{paragraph.get('id', '')}")
    number.set("title", "Link to this paragraph")
    number.text = f"§\u202f{number.text}"


def _settle_marks(text: Element) -> None:
    """The marks of pages bear their folios for the eye (DPUB-ARIA 1.1 gives them no name)."""
    for parent in text.iter():
        for mark in [child for child in parent if child.get("class") == "folio"]:
            mark.set("data-folio", mark.attrib.pop("aria-label", ""))
            _draw_in(mark, parent)


def _draw_in(mark: Element, parent: Element) -> None:
    """The mark of a page that begins with a paragraph stands in it, not before it."""
    at = list(parent).index(mark)
    after = parent[at + 1] if at + 1 < len(parent) else None
    if parent.tag in ("section", "div") and after is not None and after.tag == "p" and not (mark.tail or "").strip():
        parent.remove(mark)
        mark.tail, after.text = after.text, None
        after.insert(0, mark)


def _self_link(row: Element) -> None:
    """The number of a claim is a link to itself."""
    head = row.find("th")
    if head is None or head.find("a") is not None:
        return
    number, head.text = "".join(head.itertext()), None
    for mark in head:
        mark.tail = None
    SubElement(head, "a", {"href": f"#{row.get('id', '')}", "title": "Link to this claim"}).text = number


def _part(index: Element) -> None:
    """An index in parts, one below the other, each in its columns; before them their heads as links."""
    entries = list(index)
    index[:] = []
    index.set("class", index.get("class", "").replace("cols", "parts"))
    heads = SubElement(index, "p", {"class": "letters"})
    part = index
    for entry in entries:
        if entry.tag == "h2":
            index.append(entry)
            link = SubElement(heads, "a", {"href": f"#{entry.get('id', '')}"})
            link.text = "".join(entry.itertext())
            link.tail = " "
            part = SubElement(index, "div", {"class": "cols"})
        else:
            part.append(entry)


def _colour(svg: Element) -> None:
    """Ink is the colour of the text; the sheet grows with its measure."""
    svg.attrib.pop("xmlns", None)
    for element in svg.iter():
        for name in ("fill", "stroke"):
            if element.get(name) == INK:
                element.set(name, "currentColor")
    for name in ("width", "height"):
        svg.attrib.pop(name, None)
    svg.set("aria-label", svg.findtext("title", ""))


def _mark_event(row: Element, registers: Registers) -> None:
    """What the filter of the chronology asks for: years and place."""
    event = registers.events.get(row.get("id", "").removeprefix("event-"))
    if event:
        first, last = event.date.years[0], event.date.years[-1]
        row.set("data-years", str(first) if first == last else f"{first} {last}")
        place = registers.gazetteer.get(event.where)
        row.set("data-place", place.name if place else "")


def _widen(section: Flowing) -> None:
    """Tables of many columns stand in a frame in which they can be moved sideways, by keyboard too."""
    parents = {child: parent for parent in section.text.iter() for child in parent}
    for number, table in enumerate(list(section.text.iter("table")), 1):
        kinds = set(table.get("class", "").split())
        if kinds & WIDE and LEDGER not in kinds:
            parent = parents[table]
            title = " ".join("".join(part.itertext()) for part in parent.iter("p") if part.get("class") == "cap")
            frame = Element("div", {"class": "wide", "role": "region", "tabindex": "0",
                                    "aria-label": title or f"{section.title}, table {number}"})
            frame.tail, table.tail = table.tail, None
            parent[list(parent).index(table)] = frame
            frame.append(table)


def _place_notes(section: Flowing, parents: Mapping[Element, Element]) -> None:
    """Put every note after the block that calls it, or into the cell."""
    notes = {f"{INSIDE}{note.get('id', '')}": note for note in section.notes}
    for block, holder in _blocks(section.text):
        after = []
        for call in [each for each in block.iter("a") if each.get("class") == "call"]:
            note = notes[call.get("href", "")]
            cell: Element | None = call
            while cell is not None and cell.tag not in CELLS:
                cell = parents.get(cell)
            note.tag = "div"  # an aside is a landmark, and may not stand in the head of a row
            if cell is None:
                note.set("class", "fn sidenote")
                if len("".join(note.itertext())) > LONG:
                    _fold(note)
                after.append(note)
            else:
                cell.append(note)
        _insert_after(holder, block, after)


def _fold(note: Element) -> None:
    """A long note shows its first lines beside the text, and the whole when its name is the address."""
    note.set("class", "fn sidenote long")
    link = SubElement(SubElement(note, "p", {"class": "whole"}), "a", {"href": f"#{note.get('id', '')}"})
    link.text = "Whole note"


def _blocks(text: Element) -> Iterator[tuple[Element, Element]]:
    """The blocks of the text, each with the section that holds it."""
    for holder in list(text.iter("section")):
        for block in list(holder):
            if block.tag != "section":
                yield block, holder


def _insert_after(holder: Element, block: Element, more: Sequence[Element]) -> None:
    at = list(holder).index(block) + 1
    for each in more:
        each.tail = block.tail if each is more[-1] else "\n"
    if more:
        block.tail = "\n"
    holder[at:at] = more


def _claims(claims: Sequence[str]) -> Element:
    """The line below a paragraph that names the claims it tells."""
    line = Element("p", {"class": "tells"})
    line.text = "Claim " if len(claims) == 1 else "Claims "
    for at, claim in enumerate(claims):
        link = SubElement(line, "a", {"href": f"{INSIDE}{CLAIM}{claim}"})
        link.text = claim
        link.tail = ", " if at + 1 < len(claims) else ""
    return line
