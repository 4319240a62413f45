"""What stands in a drawing, read back from its SVG."""

import itertools
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from press.compose.figures.lettering import width
from press.compose.figures.svg import SIZE

NAMESPACE = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Lettering:
    words: str
    left: float
    right: float
    y: float
    bold: bool


def root(svg: str) -> Element:
    return ElementTree.fromstring(svg)


def marks(svg: str, name: str) -> list[Element]:
    return list(root(svg).iter(NAMESPACE + name))


def lettering(svg: str) -> list[Lettering]:
    return [_lettering(element) for element in marks(svg, "text")]


def _lettering(element: Element) -> Lettering:
    words, x, y = "".join(element.itertext()), float(element.get("x", "")), float(element.get("y", ""))
    long = width(words, SIZE)
    left = {"start": x, "middle": x - long / 2, "end": x - long}[element.get("text-anchor", "start")]
    return Lettering(words, left, left + long, y, element.get("font-weight") == "600")


def clashes(letters: list[Lettering]) -> list[tuple[str, str]]:
    return [
        (a.words, b.words) for a, b in itertools.combinations(letters, 2)
        if a.left < b.right and b.left < a.right and abs(a.y - b.y) < SIZE
    ]


def colours(svg: str) -> set[str]:
    found = {element.get(name) for element in root(svg).iter() for name in ("fill", "stroke")}
    return {colour for colour in found if colour}
