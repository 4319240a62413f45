"""Repertory: the tables and figures that the press can make, by their kind and name."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from press.compose.chronology import chronology, timeline_figure
from press.compose.estimates import bodies_counted, range_figure, totals_stated
from press.compose.maps import map_figure
from press.compose.registers.claims import claims, discrepancies
from press.compose.registers.entries import organizations, persons
from press.compose.registers.gazetteer import gazetteer
from press.compose.registers.positions import positions
from press.compose.registers.recognition import recognition, recognition_figure
from press.compose.registers.terms import event_names, glossary
from press.compose.registers.works import films, memorials
from press.model.registers import Registers

__all__ = ["VIEWS", "View", "map_figure"]

View = Callable[[Registers, Element], Element]
VIEWS: dict[tuple[str, str], View] = {
    ("table", "bodies-counted"): bodies_counted,
    ("table", "totals-stated"): totals_stated,
    ("table", "chronology"): chronology,
    ("table", "positions"): positions,
    ("table", "recognition"): recognition,
    ("table", "memorials"): memorials,
    ("table", "films"): films,
    ("table", "persons"): persons,
    ("table", "gazetteer"): gazetteer,
    ("table", "organizations"): organizations,
    ("table", "names-of-the-event"): event_names,
    ("table", "glossary"): glossary,
    ("table", "discrepancies"): discrepancies,
    ("table", "claims"): claims,
    ("figure", "range-of-figures"): range_figure,
    ("figure", "timeline"): timeline_figure,
    ("figure", "recognition-by-year"): recognition_figure,
}
