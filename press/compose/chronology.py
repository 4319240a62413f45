"""Chronology: the dated lines of the book, a table a year, and the drawn timeline.

Each line has its date as printed, its event with a call to its sources, its place,
and below it the folios on which the text tells it.  Two claims about one date are two lines.
"""

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from press.compose.figures.picture import picture
from press.compose.figures.timeline import timeline, timeline_description
from press.compose.registers.parts import source_note
from press.compose.told import room
from press.model.date_words import printed_short
from press.model.dates import UncertainDate
from press.model.evidence import Confidence
from press.model.records import Event
from press.model.registers import Registers

PLAIN = frozenset({Confidence.CONFIRMED, Confidence.TERTIARY})
LABELS = {Confidence.BASE_TEXT_ONLY: "base text only", Confidence.CITED: "cited elsewhere",
          Confidence.DISCREPANCY: "sources differ"}
PLATE = (300.5, 425.0)  # pt: the text block of the smallest trim, less the caption


def chronology(registers: Registers, _: Element) -> Element:
    """The chronology: one table a year, whose head repeats over a page turn."""
    holder = Element("div", {"class": "chronology"})
    events = sorted(registers.events.values(), key=lambda event: event.date.sort_key)
    for year, group in groupby(events, key=lambda event: event.date.years[0]):
        holder.append(_year(str(year), list(group), registers))
    return holder


def _year(year: str, events: list[Event], registers: Registers) -> Element:
    table = Element("table", {"class": "chron"})
    columns = SubElement(table, "colgroup")
    for name in ("d", "e", "pl"):
        SubElement(columns, "col", {"class": name})
    head = SubElement(SubElement(table, "thead"), "tr")
    SubElement(head, "th", {"colspan": "3", "scope": "colgroup"}).text = year
    body = SubElement(table, "tbody")
    for at, event in enumerate(events):
        row = _row(event, registers)
        # The running head says “continued” from the second page of a year on.
        first, last = at == 0, at == len(events) - 1
        if first or last:
            row.set("class", " ".join(["yr"] * first + ["yr-end"] * last))
            row.set("data-run", f": {year}, continued")
        body.append(row)
    return table


def _row(event: Event, registers: Registers) -> Element:
    row = Element("tr", {"id": f"event-{event.id}"})
    SubElement(row, "th", {"scope": "row", "class": "d"}).text = printed_short(event.date)
    cell = SubElement(row, "td", {"class": "e"})
    cell.text = event.event
    cell.append(source_note(event))
    if event.confidence not in PLAIN:
        cell[-1].tail = " "
        label = SubElement(cell, "span", {"class": "kind"})
        label.text = LABELS.get(event.confidence, event.confidence.value)
    place = registers.gazetteer.get(event.where)
    where = SubElement(row, "td", {"class": "pl"})
    if place:
        SubElement(where, "p", {"class": "place"}).text = place.name
    where.append(room("p", f"event-{event.id}", "folios"))
    return row


def timeline_figure(registers: Registers, block: Element) -> Element:
    """The timeline: years on the left, the `days` of the view enlarged on the right, `main-day` bold."""
    window, main_day = (UncertainDate.parse(block.get(name, "")) for name in ("days", "main-day"))
    labelled = sorted(((event.date, event.timeline) for event in registers.events.values() if event.timeline),
                      key=lambda pair: pair[0].sort_key)
    days = [pair for pair in labelled if window.earliest <= pair[0].earliest <= window.latest]
    years = [pair for pair in labelled if pair not in days]
    if not days or not years:
        raise ValueError("no event of the chronology has a label, timeline: …, within its days and without")
    drawing = timeline(years, days, main_day.earliest, *PLATE)
    return picture(drawing, timeline_description(years, days))
