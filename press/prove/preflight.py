"""Preflight: a finished file is opened again and held against what a printing machine takes.

Nothing is believed of how the file was made: its boxes, fonts, colours, pictures and
extent are read from what was written, and each fault is a finding by its own rule.
"""

from pikepdf import Pdf

from press.findings import Report
from press.prove import preflight_cover, preflight_fonts, preflight_inks, preflight_sheets
from press.prove.flight import look_over
from press.prove.painted import paint_all
from press.prove.sightings import Sightings
from press.prove.wanted import Part, Wanted


def preflight(content: bytes, wanted: Wanted, report: Report) -> None:
    """Hold a finished file against what it is to be."""
    def look(pdf: Pdf, seen: Sightings) -> None:
        _look_for_machine(pdf, wanted, seen)

    printed = wanted.part is not Part.SCREEN
    for finding in look_over(content, wanted.name, wanted.faces, look if printed else None):
        report.enter(finding)


def _look_for_machine(pdf: Pdf, wanted: Wanted, seen: Sightings) -> None:
    """What only a printing machine asks."""
    painted = paint_all(pdf)
    preflight_inks.look_at_intent(pdf, wanted.colour, wanted.icc, seen)
    preflight_inks.look(painted, wanted.printer, wanted.part is Part.INTERIOR, seen)
    preflight_fonts.look_at_glyphs(painted, wanted.printer, seen)
    preflight_sheets.look(pdf, painted, wanted.printer, wanted.marks, seen)
    if wanted.part is Part.COVER:
        preflight_cover.look(pdf, painted[0], wanted, seen)
    else:
        preflight_sheets.look_at_book(pdf, painted, wanted, seen)
