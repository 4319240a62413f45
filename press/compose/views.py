"""Views: the tables and figures that the press makes from records.

A text asks for one by name (`[[table: bodies-counted]]`); its rows call their own
notes, so they are put into the section's tree before the notes are numbered.
Tables and figures are numbered by chapter, in the order of the text.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from xml.etree.ElementTree import Element, SubElement

from press.findings import Place, Report, did_you_mean
from press.model.fair_copy import FairCopy
from press.model.registers import Registers
from press.model.section import Section

LABELS = {"table": "Table", "figure": "Figure", "map": "Map"}
CLASSES = {"table": "tab", "figure": "fig", "map": "map"}


def expand(section: Section, registers: Registers, report: Report) -> Section:
    """The section with every view it asks for in its place."""
    if section.body.find("view") is None:
        return section
    from press.compose.repertory import VIEWS, map_figure

    body = Element(section.body.tag, section.body.attrib)
    counts = dict.fromkeys(LABELS, 0)
    for block in section.body:
        if block.tag != "view":
            body.append(block)
            continue
        kind, name = block.get("kind", ""), block.get("name", "")
        is_map = kind == "figure" and name in registers.maps
        view = map_figure if is_map else VIEWS.get((kind, name))
        if view is None:
            known = [n for k, n in VIEWS if k == kind] + [*registers.maps] * (kind == "figure")
            report.add("R-07", Place.read(block.get("place", "")), f"the press makes no {kind} “{name}”",
                       did_you_mean(name, known) or f"it makes: {', '.join(sorted(known))}")
            continue
        try:
            made = view(registers, block)
        except ValueError as error:
            report.add("R-11", Place.read(block.get("place", "")),
                       f"the {kind} “{name}” cannot be made: {error}",
                       "correct its attributes or the records that it is made from")
            continue
        if block.get("caption"):
            sort = "map" if is_map else kind
            counts[sort] += 1
            made = _captioned(made, block, sort, ".".join(filter(None, [section.number, str(counts[sort])])))
        _place_records(made, registers)
        body.append(made)
    return replace(section, copy=FairCopy(body))


def _place_records(made: Element, registers: Registers) -> None:
    """Say of every row and entry where its record is written, so that a finding can."""
    filed = {"claim": registers.claims, "discrepancy": registers.claims, "event": registers.events,
             "estimate": registers.estimates, "act": registers.acts, "memorial": registers.memorials,
             "film": registers.films, "person": registers.people, "place": registers.gazetteer,
             "organization": registers.organizations, "position": registers.positions}
    for element in made.iter():
        kind, _, key = element.get("id", "").partition("-")
        if record := filed.get(kind, {}).get(key):
            element.set("place", str(record.place))


def _captioned(made: Element, block: Element, sort: str, number: str) -> Element:
    """A table below its title, a figure or map above its caption, the key of a map below that."""
    holder = Element("div" if sort == "table" else "figure", {
        "id": block.get("id", f"{sort}-{number}"),
        "class": " ".join(filter(None, [CLASSES[sort], block.get("class")])),
        "data-number": f"{LABELS[sort]} {number}", "data-caption": block.get("caption", "")})
    caption = Element("p" if sort == "table" else "figcaption", {"class": "cap"})
    label = SubElement(caption, "b")
    label.text = f"{LABELS[sort]} {number}"
    label.tail = f" {block.get('caption')}"
    drawing, *key = list(made) if sort == "map" else [made]
    holder.extend([caption, drawing] if sort == "table" else [drawing, caption, *key])
    return holder


def captioned(sections: Iterable[Section], css_class: str) -> list[tuple[str, str, str]]:
    """The tables (`tab`), figures (`fig`) or maps (`map`) of the book that have a title: number, title and name."""
    return [(number, title, name) for section in sections for classes, number, title, name in section.copy.seen(
        "captioned", partial(_captions, section)) if css_class in classes.split()]


def _captions(section: Section) -> list[list[str]]:
    """The blocks of a section that have a number: their classes, the number, the title, the name."""
    return [[block.get("class", ""), number, block.get("data-caption", ""), block.get("id", "")]
            for block in section.body if (number := block.get("data-number"))]
