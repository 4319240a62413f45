"""Extents: how many pages a section is likely to fill, and on which of them its names will stand.

A guess from the letters of the text alone.  A page number in the text is laid out as
so many zeros as its folio has digits: with a likely folio the number of digits is
nearly always right at once, and the section is not laid out again for it.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from press.model.pages import Extent

IN_NOTE, IN_TABLE = 0.7, 1.2  # the room that a letter takes, in letters of the text
OPENING = 0.3  # of a page
DRAWINGS = frozenset({"svg"})


def extent(tree: Element, letters: int) -> Extent:
    """What the tree of a section is likely to fill where a page holds so many `letters`."""
    names: dict[str, int] = {}
    filled = OPENING
    for element, room in _rooms(tree, 1.0):
        if element is not None and (name := element.get("id")):
            names[name] = int(filled)
        filled += room / letters
    return Extent(filled + 0.5, names)


def _rooms(element: Element, weight: float) -> Iterator[tuple[Element | None, float]]:
    """The elements of a tree in order, each with the room of the text up to the next tag."""
    if element.tag in DRAWINGS:
        return
    weight = IN_NOTE if element.tag == "note" else IN_TABLE if element.tag == "table" and weight == 1 else weight
    yield element, weight * len(element.text or "")
    for child in element:
        yield from _rooms(child, weight)
        yield None, weight * len(child.tail or "")
