"""Preflight: a finished file is opened again and held against what a printing machine takes.

Nothing is believed of how the file was made: its boxes, fonts, colours, pictures and
extent are read from what was written, and each fault is a finding by its own rule.
"""

import io
from dataclasses import dataclass

from pikepdf import PasswordError, Pdf, PdfError

from press.findings import Finding, Place, Report
from press.prove import preflight_cover, preflight_file, preflight_fonts, preflight_inks, preflight_sheets
from press.prove.painted import paint_all
from press.prove.sightings import Sightings
from press.prove.wanted import Part, Wanted

DAMAGED = PdfError, ValueError, AttributeError, KeyError, IndexError, TypeError, RuntimeError, RecursionError


def opened(content: bytes, name: str, report: Report) -> Pdf | None:
    """The file, when it is a whole PDF that needs no password; what it is instead is a finding."""
    try:
        pdf = Pdf.open(io.BytesIO(content))
        if not len(pdf.pages):
            raise ValueError
    except PasswordError:
        report.add("Z-01", Place(name), "the file needs a password", "save it without: a printer takes no such file")
    except DAMAGED:
        report.add("Z-01", Place(name), "the file is no PDF, or a damaged one", "make it again, or fetch it again")
    else:
        return pdf
    return None


def preflight(content: bytes, wanted: Wanted, report: Report) -> None:
    """Hold a finished file against what it is to be."""
    pdf = opened(content, wanted.name, report)
    if pdf is None:
        return
    seen = Sightings(wanted.name)
    try:
        with pdf:
            preflight_file.look(pdf, wanted.part is not Part.SCREEN, seen)
            preflight_fonts.look(pdf, wanted.faces, seen)
            if wanted.part is not Part.SCREEN:
                _look_for_machine(pdf, wanted, seen)
    except DAMAGED:
        seen.see("Z-01", "the file is no PDF, or a damaged one", "make it again, or fetch it again")
    seen.tell(report)


@dataclass(frozen=True, slots=True)
class Flight:
    """A finished file and what it is to be."""

    content: bytes
    wanted: Wanted


def flown(flight: Flight) -> list[Finding]:
    """What there is to tell of a file."""
    report = Report()
    preflight(flight.content, flight.wanted, report)
    return report.findings


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
