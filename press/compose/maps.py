"""Maps: a drawn map as a figure, with the key below it that says what each sign rests on.

A line of the key ends with its sources, named as a register names them; the projection
of a map, and the words of each report in a sketch, are in the key without an editor's doing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from press.compose.figures.diagram import diagram, sketch_description
from press.compose.figures.map import projection_told, region_description, region_map
from press.compose.figures.picture import picture
from press.compose.registers.parts import name_sources
from press.model.maps import KeyLine, RegionMap, Route, SketchMap
from press.model.registers import Registers

MEASURE = 300.5  # pt, the measure of the text


def map_figure(registers: Registers, block: Element) -> Element:
    """The map that a view names: the drawing, and the lines of its key."""
    drawn = registers.maps[block.get("name", "")]
    holder = Element("div", {"class": "map"})
    if isinstance(drawn, RegionMap):
        holder.append(_region(drawn, registers))
        told = KeyLine(words=projection_told(drawn), place=drawn.place)
        lines: Iterable[Sequence[KeyLine]] = [[each] for each in (*drawn.key, told)]
    else:
        holder.append(picture(diagram(drawn, registers.gazetteer, MEASURE), sketch_description(drawn)))
        lines = _reports(drawn)
    holder.extend(_key(each, block.get("id", "")) for each in lines)
    return holder


def _region(drawn: RegionMap, registers: Registers) -> Element:
    """The drawing of a region."""
    geodata = registers.geodata.get(drawn.geodata)
    if geodata is None:
        raise ValueError(f"the geodata “{drawn.geodata}” cannot be read")
    svg = region_map(drawn, registers.gazetteer, geodata, MEASURE)
    return picture(svg, region_description(drawn, registers.gazetteer))


def _reports(drawn: SketchMap) -> Iterator[Sequence[KeyLine]]:
    """Routes one by one, then bearings, roads and places unset, each sort in a paragraph."""
    for sort, reports in groupby(drawn.reports, key=type):
        found = [KeyLine(mark=each.mark if isinstance(each, Route) else "", words=each.words,
                         sources=each.sources, place=each.place) for each in reports]
        yield from ([each] for each in found) if sort is Route else [found]
    yield from ([each] for each in drawn.key)


def _key(lines: Sequence[KeyLine], at: str) -> Element:
    """A paragraph of the key: its sign, its words, and in parentheses the sources of them all."""
    paragraph = Element("p", {"class": "key"})
    if lines[0].mark:
        SubElement(paragraph, "b").text = lines[0].mark
    _write(paragraph, " ".join(each.words for each in lines))
    sources = tuple(dict.fromkeys(key for each in lines for key in each.sources))
    if sources:
        _write(paragraph, " ")
        line = SubElement(paragraph, "span", {"class": "src"})
        line.text = "("
        name_sources(line, sources, str(lines[0].place), at)
        line[-1].tail = ")"
    return paragraph


def _write(paragraph: Element, text: str) -> None:
    """Words at the end of a paragraph, titles between asterisks in italics."""
    for at, stretch in enumerate(text.split("*")):
        if at % 2:
            SubElement(paragraph, "em").text = stretch
        elif len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "") + stretch
        else:
            paragraph.text = (paragraph.text or "") + stretch
