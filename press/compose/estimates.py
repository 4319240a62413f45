"""Estimates: every published figure in tables and on one scale, never summed.

Counts of bodies and totals that were stated or estimated stand apart.  A row says
when the figure was published, by whom, what it is said to be, at least and at
most; its note has the sources and the breakdown as given.
"""

from xml.etree.ElementTree import Element, SubElement

from press.compose.figures.picture import picture
from press.compose.figures.range_chart import Bar, Kind, Panel, range_chart, range_description
from press.compose.registers.parts import NONE, source_note
from press.model.date_words import printed
from press.model.evidence import EstimateKind
from press.model.records import Estimate
from press.model.registers import Registers

COUNTS = frozenset({EstimateKind.COUNT, EstimateKind.APPROXIMATE_COUNT})
HEADS = ("Published", "Given by", "Said to be", "At least", "At most")
WIDTH = 300.5  # pt, the measure of the text
LAST = ((9999, 1, 1), (9999, 1, 1), 0, 0)  # a figure without a date comes last


def _ordered(registers: Registers, counts: bool) -> list[Estimate]:
    chosen = [e for e in registers.estimates.values() if (e.kind in COUNTS) is counts]
    return sorted(chosen, key=lambda e: e.published.sort_key if e.published else LAST)


def bodies_counted(registers: Registers, _: Element) -> Element:
    """The table of bodies counted."""
    return _table(_ordered(registers, counts=True))


def totals_stated(registers: Registers, _: Element) -> Element:
    """The table of totals stated or estimated."""
    return _table(_ordered(registers, counts=False))


def _table(estimates: list[Estimate]) -> Element:
    table = Element("table", {"class": "figures"})
    columns = SubElement(table, "colgroup")
    for name in ("published", "by", "kind", "low", "high"):
        SubElement(columns, "col", {"class": name})
    head = SubElement(SubElement(table, "thead"), "tr")
    for name in HEADS:
        cell = SubElement(head, "th", {"scope": "col", **({"class": "num"} if name.startswith("At") else {})})
        cell.text = name
    body = SubElement(table, "tbody")
    for estimate in estimates:
        body.append(_row(estimate))
    return table


def _row(estimate: Estimate) -> Element:
    row = Element("tr", {"id": f"estimate-{estimate.id}"})
    SubElement(row, "td").text = printed(estimate.published) if estimate.published else "no date"
    who = SubElement(row, "th", {"scope": "row"})
    who.text = estimate.by
    who.append(_note(estimate))
    SubElement(row, "td").text = estimate.kind.value
    SubElement(row, "td", {"class": "num"}).text = f"{estimate.low:,}"
    SubElement(row, "td", {"class": "num"}).text = NONE if estimate.high is None else f"{estimate.high:,}"
    return row


def _note(estimate: Estimate) -> Element:
    parts = ", ".join(f"{what.replace('-', ' ')} {number:,}" for what, number in estimate.breakdown)
    return source_note(estimate, *([f"As given: {parts}."] if parts else []))


def range_figure(registers: Registers, _: Element) -> Element:
    """The same rows on one linear scale from zero."""
    titles = (("Bodies counted at a place", True), ("Totals stated or estimated", False))
    if not registers.estimates:
        raise ValueError("no figure is filed in estimates.yaml")
    panels = tuple(Panel(title, tuple(_bar(estimate) for estimate in _ordered(registers, counts=counts)))
                   for title, counts in titles)
    return picture(range_chart(panels, WIDTH), range_description(panels))


def _bar(estimate: Estimate) -> Bar:
    who = estimate.chart or estimate.by
    return Bar(who, estimate.published, estimate.low, estimate.high, _shape(estimate))


def _shape(estimate: Estimate) -> Kind:
    """The mark of a figure: its shape is its kind."""
    if estimate.kind in COUNTS:
        return Kind.COUNT
    if estimate.high is None:
        return Kind.STATEMENT if estimate.kind is EstimateKind.CLAIM else Kind.FLOOR
    if estimate.high > estimate.low:
        return Kind.RANGE
    return Kind.OFFICIAL if estimate.kind is EstimateKind.OFFICIAL else Kind.STATEMENT
