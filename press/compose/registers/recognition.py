"""Recognition: the acts of parliaments and other bodies, and their count by year.

Acts stand by sort, because the sort says how far a paper binds, and by date; each
with who acted, the instrument as it is recorded, and the word it uses.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from press.compose.figures.picture import picture
from press.compose.figures.year_chart import counted, year_chart, year_description
from press.compose.registers.acts import SHORT, Kind, kind_of
from press.compose.registers.parts import add_standing, dated, filed, in_order, source_note, table
from press.model.records import Act
from press.model.registers import Registers

COLUMNS = ("date", "body", "instrument", "wording")
HEADS = ("Date", "Body", "Instrument", "Its word")
WIDTH = 300.5  # pt, the measure of the text


def recognition(registers: Registers, _: Element) -> Element:
    """A table a sort of act, whose head repeats over a page turn."""
    holder = Element("div", {"class": "acts"})
    acts = sorted(filed(registers.acts.values(), "act"), key=lambda act: in_order(act.date))
    for kind in Kind:
        of_kind = [act for act in acts if kind_of(act) is kind]
        if of_kind:
            holder.append(_sort(kind, of_kind))
    return holder


def _sort(kind: Kind, acts: Sequence[Act]) -> Element:
    made = table("reg", COLUMNS, HEADS)
    heading = Element("tr", {"class": "sort"})
    SubElement(heading, "th", {"colspan": str(len(COLUMNS)), "scope": "colgroup"}).text = kind.value
    made[1].insert(0, heading)
    body = SubElement(made, "tbody")
    for act in acts:
        body.append(_row(act))
    return made


def _row(act: Act) -> Element:
    row = Element("tr", {"id": f"act-{act.id}"})
    SubElement(row, "td", {"class": "date"}).text = dated(act.date)
    body = SubElement(row, "th", {"scope": "row"})
    SubElement(body, "span", {"class": "first"}).text = act.body
    body[0].append(source_note(act))
    body[0].tail = " "
    SubElement(body, "span", {"class": "second"}).text = act.jurisdiction
    instrument = SubElement(row, "td")
    instrument.text = act.instrument
    add_standing(instrument, act.status)
    SubElement(row, "td").text = act.wording
    return row


def recognition_figure(registers: Registers, _: Element) -> Element:
    """The acts counted by the year of their date and their sort; one of several years under its first."""
    acts = registers.acts.values()
    dates = filed(((act.date.years[0], SHORT[kind_of(act)]) for act in acts if act.date), "act with a date")
    things, sorts = counted(dates), [SHORT[kind] for kind in Kind]
    title = "Acts by year and sort of paper"
    return picture(year_chart(things, sorts, title, WIDTH), year_description(things, sorts))
