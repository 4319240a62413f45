"""Views: the tables and figures that the press makes from records.

A text asks for one by name (`[[table: bodies-counted]]`); its rows call their own
notes, so they are put into the section's tree before the notes are numbered.
Tables and figures are numbered by chapter, in the order of the text.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

from press.compose.chronology import chronology, timeline_figure
from press.compose.estimates import bodies_counted, range_figure, totals_stated
from press.findings import Place, Report, did_you_mean
from press.model.registers import Registers
from press.model.section import Section

View = Callable[[Registers, Element], Element]
VIEWS: dict[tuple[str, str], View] = {
    ("table", "bodies-counted"): bodies_counted,
    ("table", "totals-stated"): totals_stated,
    ("table", "chronology"): chronology,
    ("figure", "range-of-figures"): range_figure,
    ("figure", "timeline"): timeline_figure,
}
LABELS = {"table": "Table", "figure": "Figure"}


def expand(section: Section, registers: Registers, report: Report) -> Section:
    """The section with every view it asks for in its place."""
    body = Element(section.body.tag, section.body.attrib)
    counts = dict.fromkeys(LABELS, 0)
    for block in section.body:
        if block.tag != "view":
            body.append(block)
            continue
        kind, name = block.get("kind", ""), block.get("name", "")
        view = VIEWS.get((kind, name))
        if view is None:
            report.add("R-07", Place.read(block.get("place", "")), f"the press makes no {kind} “{name}”",
                       did_you_mean(name, [n for k, n in VIEWS if k == kind])
                       or f"it makes: {', '.join(sorted(n for k, n in VIEWS if k == kind))}")
            continue
        try:
            made = view(registers, block)
        except ValueError as error:
            report.add("R-11", Place.read(block.get("place", "")), f"the {kind} “{name}” cannot be made: {error}",
                       "correct its attributes or the records that it is made from")
            continue
        if block.get("caption"):
            counts[kind] += 1
            made = _captioned(made, block, kind, f"{section.number}.{counts[kind]}")
        body.append(made)
    return replace(section, body=body)


def _captioned(made: Element, block: Element, kind: str, number: str) -> Element:
    """A table below its title, a figure above its caption."""
    name = block.get("id", f"{kind}-{number}")
    holder = Element("figure" if kind == "figure" else "div", {
        "id": name, "class": " ".join(filter(None, ["fig" if kind == "figure" else "tab", block.get("class")])),
        "data-number": f"{LABELS[kind]} {number}", "data-caption": block.get("caption", "")})
    caption = Element("figcaption" if kind == "figure" else "p", {"class": "cap"})
    label = SubElement(caption, "b")
    label.text = f"{LABELS[kind]} {number}"
    label.tail = f" {block.get('caption')}"
    holder.extend([caption, made] if kind == "table" else [made, caption])
    return holder


def captioned(sections: Iterable[Section], css_class: str) -> list[Element]:
    """The tables (`tab`) or figures (`fig`) of the book that have a title, in order."""
    return [block for section in sections for block in section.body
            if block.get("data-number") and css_class in block.get("class", "").split()]


